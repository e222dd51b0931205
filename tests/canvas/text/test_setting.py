from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creativekit.canvas.text.setting import Setting, cased, unwritable
from creativekit.fonts.faces import face

ONEST = face("Onest", 800)
RUBIK = face("Rubik", 400)


def test_capitals_of_our_languages() -> None:
    assert cased("Түрлі-түсті ёлка, әңгіме, naïve", "upper") == "ТҮРЛІ-ТҮСТІ ЁЛКА, ӘҢГІМЕ, NAÏVE"


def test_a_letter_that_would_become_two_stays() -> None:
    assert cased("straße ﬁ", "upper") == "STRAßE ﬁ"


@given(st.text(), st.sampled_from(["as-typed", "upper", "lower"]))
def test_case_keeps_the_number_of_characters(text: str, case: str) -> None:
    assert len(cased(text, case)) == len(text)  # type: ignore[arg-type]


def test_unwritable_names_each_character_once() -> None:
    assert unwritable("🚀 Қош келдің 🚀 שלום", Setting((ONEST,), "kk")) == ("🚀", *"שלום")
    assert unwritable("Қош келдің שלום", Setting((ONEST, RUBIK), "kk")) == ()


def test_unwritable_looks_at_the_letters_that_are_drawn() -> None:
    assert unwritable("a\nb\u200b\u00ad\u2060", Setting((ONEST,), "en")) == ()


@pytest.mark.parametrize("made", [{"faces": ()}, {"faces": (ONEST,), "leading": 0.0}])
def test_a_setting_without_a_face_or_a_leading(made: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"setting|leading"):
        Setting(language="kk", **made)  # type: ignore[arg-type]
