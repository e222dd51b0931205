from __future__ import annotations

import pytest

from creativekit.brand.guide import jobs
from creativekit.errors import InputError
from styled_brands import styled


def test_every_letter_that_cannot_be_written_is_told_with_its_key_before_anything_is_made() -> None:
    brand = styled(
        "steppe",
        about='tagline = { kk = "Саз", ru = "Звук \U0001f600" }\ncity = "\u05d0"\n',
        more='[voice]\nwe_are = ["\u4e16"]\n[contact]\naddress = "Достық 1 \U0001f3e0"\n',
    )
    with pytest.raises(InputError) as caught:
        jobs(brand)
    found = {problem.key: str(problem) for problem in caught.value.problems}
    assert set(found) == {"project.tagline", "project.city", "voice.we_are", "contact.address"}
    assert "U+1F600" in found["project.tagline"]
    assert all(problem.file == "creativekit.toml" for problem in caught.value.problems)


def test_signs_that_the_brands_own_faces_lack_are_no_problem() -> None:
    assert jobs(styled("steppe", about='tagline = "Саз ⌘ → ≈"\n'))


def test_a_text_in_a_language_that_is_not_made_is_not_asked_about() -> None:
    about = 'tagline = { kk = "Саз", en = "\u4e16" }\n'
    assert jobs(styled("steppe", languages=("kk", "ru"), about=about))
