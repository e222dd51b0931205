"""The questions on paper: all that is asked, in every language, to be ticked with a pencil."""

from __future__ import annotations

import dataclasses
import io
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from assessments import ours
from pypdf import PdfReader

from creativekit.errors import InputError
from creativekit.presence import question_words
from creativekit.presence.question_sheet import asked, only_if, sheet
from creativekit.presence.questions import jobs
from creativekit.project.localized import LANGUAGES, Localized
from creativekit.project.templates import read as template
from styled_brands import LONG, styled
from tools import require

PROFILES = tuple(each.id for each in ours().profiles)


@cache
def printed(style: str, language: str, profile: str | None = None) -> bytes:
    return sheet(styled(style), ours(), language, profile)


def read(data: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(data))


def unspaced(data: bytes) -> str:
    """Lines of a page are broken anywhere."""
    return "".join("".join(page.extract_text().split()) for page in read(data).pages)


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_question_and_level_is_there_and_whom_it_is_for(language: str) -> None:
    said, words = unspaced(printed("steppe", language)), question_words.words(language)
    for item in ours().items:
        assert squeezed(item.id + item.question.get(language)) in said
        levels = "".join(f"{level}{text.get(language)}" for level, text in enumerate(item.levels))
        assert squeezed(f"{levels}n{words('not_for_us')}d{words('dont_know')}") in said
        assert squeezed(only_if(item, ours(), words)) in said
    for each in (*ours().dimensions, *ours().profiles):
        assert squeezed(each.title.get(language) + each.about.get(language)) in said
    assert all(squeezed(each.title.get(language)) in said for each in ours().features)
    for word in ("name", "date", "hours", "how_tick", "how_skip", "how_right", "trainer_sheet"):
        assert squeezed(words(word)) in said
    assert "2026.1" in said


@pytest.mark.parametrize("profile", PROFILES)
def test_a_profile_is_asked_its_own_on_four_pages_in_the_widest_letters(profile: str) -> None:
    data = printed("editorial", "kk", profile)
    assert len(read(data).pages) <= 4
    said = unspaced(data)
    wanted = {item.id for item in asked(ours(), profile)}
    assert wanted < {item.id for item in ours().items}
    for item in ours().items:
        assert (squeezed(item.id + item.question.get("kk")) in said) == (item.id in wanted)
    assert "болса:" not in said
    assert squeezed(ours().profile(profile).title.get("kk")) in said


def test_whom_a_question_is_for_is_said_as_the_sheet_asks_it() -> None:
    by_id, words = ours().by_id, question_words.words("en")
    assert only_if(by_id["1.1"], ours(), words) == ""
    found = only_if(by_id["5.5"], ours(), words)
    assert found.startswith("Only if this is so: “You perform or hold events” or “You are a non-")


def test_letters_are_ten_points_at_the_least_and_boxes_five_millimetres() -> None:
    sizes: set[float] = set()
    # The first page has the brand's picture, which is drawn.
    for page in read(printed("tech", "ru", "ngo")).pages[1:]:

        def text(found: str, _: Any, matrix: list[float], __: Any, size: float) -> None:
            if found.strip():
                sizes.add(round(size * abs(matrix[3]), 1))

        page.extract_text(visitor_text=text)
    assert min(sizes) >= 10
    run = subprocess.run(
        [require("pdftocairo"), "-svg", "-f", "2", "-l", "2", "-", "-"],
        input=printed("bold", "ru", "ngo"),
        capture_output=True,
        check=True,
    )
    assert run.stdout.count(b"14.173") > 30  # 5 mm in points


def test_tagged_with_bookmarks_and_sound(tmp_path: Path) -> None:
    reader = read(printed("noir", "kk", "site"))
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert reader.trailer["/Root"]["/Lang"] == "kk"
    assert reader.metadata is not None
    assert reader.metadata.title == "Интернетте қалай көрініп жүрсіз · Саз студиясы"
    assert reader.outline
    file = tmp_path / "sheet.pdf"
    file.write_bytes(printed("noir", "kk", "site"))
    run = subprocess.run([require("qpdf"), "--check", file], capture_output=True, check=False)
    assert run.returncode == 0, run.stderr


def test_the_same_bytes_twice() -> None:
    assert sheet(styled("craft"), ours(), "ru", "ngo") == sheet(
        styled("craft"), ours(), "ru", "ngo"
    )


def test_names_are_never_markup_and_need_letters() -> None:
    odd = "#set page(fill: red) $x$ *y* <b> [z]"
    assert squeezed(odd) in unspaced(sheet(styled("playful", name=odd), ours(), "kk", "ngo"))
    assert squeezed(LONG) in unspaced(sheet(styled("bold", name=LONG), ours(), "ru", "ngo"))
    with pytest.raises(InputError, match=r"U\+1F600"):
        sheet(styled("tech", name="\U0001f600"), ours(), "kk", "ngo")


def test_questions_of_a_project_may_be_long_and_full_of_signs() -> None:
    odd = Localized.of(dict.fromkeys(LANGUAGES, "#eval(1) {n} $ " + "Шығармашылық " * 28))
    word = Localized.of(dict.fromkeys(LANGUAGES, "ә" * 90))
    items = tuple(
        dataclasses.replace(item, question=odd, levels=(word,) * 5) for item in ours().items
    )
    made = sheet(styled("steppe"), dataclasses.replace(ours(), items=items), "kk", "ngo")
    assert unspaced(made).count("#eval(1){n}$") == len(asked(ours(), "ngo"))


def test_jobs_are_a_sheet_and_a_form_a_language() -> None:
    made = jobs(styled("steppe"), ours())
    assert [job.path for job in made] == [
        f"presence/questions-{language}{end}.pdf" for language in LANGUAGES for end in ("", "-form")
    ]
    assert jobs(styled("steppe"), ours(), "ngo")[1].path == "presence/questions-ngo-kk-form.pdf"
    assert len({job.key for job in (*made, *jobs(styled("steppe"), ours(), "ngo"))}) == 12


def test_a_project_has_words_of_its_own_and_wrong_ones_are_named(tmp_path: Path) -> None:
    folder = tmp_path
    mine = folder / "templates" / question_words.FILE
    mine.parent.mkdir(parents=True)
    mine.write_bytes(template(question_words.FILE).replace("Дата".encode(), "Число".encode()))
    assert question_words.words("ru", folder)("date") == "Число"
    mine.write_bytes(template(question_words.FILE).replace(b"how_skip", b"how_skp"))
    with pytest.raises(InputError) as caught:
        question_words.words("ru", folder)
    assert {problem.key for problem in caught.value.problems} == {"how_skip", "how_skp"}
