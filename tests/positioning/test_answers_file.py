"""The file of answers: what the page saves is read as it was written, anything else is told."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creativekit.errors import InputError, Problem
from creativekit.positioning.answers_file import MOST_BYTES, FilledForm, read_answers

GOOD: dict[str, Any] = {
    "creativekit": "worksheets",
    "version": 1,
    "language": "kk",
    "sheets": [2, 1],
    "values": {"audience.who": "Айша,\r\nтігінші", "alternatives.others.0.scores.2": "5"},
}


def file(folder: Path, content: object) -> Path:
    path = folder / "worksheets-kk.answers.json"
    if isinstance(content, bytes):
        path.write_bytes(content)
    else:
        text = content if isinstance(content, str) else json.dumps(content)
        path.write_text(text, "utf-8")
    return path


def problems(folder: Path, content: object) -> tuple[Problem, ...]:
    with pytest.raises(InputError) as caught:
        read_answers(file(folder, content))
    return caught.value.problems


def test_a_file_as_the_page_saves_it(tmp_path: Path) -> None:
    assert read_answers(file(tmp_path, GOOD)) == FilledForm(
        values={"audience.who": "Айша,\nтігінші", "alternatives.others.0.scores.2": "5"},
        language="kk",
        version=1,
        sheets=(1, 2),
    )


def test_without_a_list_of_sheets_it_says_of_none(tmp_path: Path) -> None:
    rest = {key: value for key, value in GOOD.items() if key != "sheets"}
    assert read_answers(file(tmp_path, rest)).sheets == ()


def test_a_mark_of_utf_8_before_it_is_nothing(tmp_path: Path) -> None:
    data = b"\xef\xbb\xbf" + json.dumps(GOOD).encode()
    assert read_answers(file(tmp_path, data)).language == "kk"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "not JSON"),
        (b'{"creativekit": "worksheets", "ver', "not JSON"),
        (b"\xff\xfe{\x00}\x00", "not text in UTF-8"),
        (b"%PDF-1.7 \xe2\xe3\xcf\xd3", "not text in UTF-8"),
        (b"[" * 100_000, "not JSON"),
        (b'{"creativekit": NaN}', "not JSON"),
        (b'{"a": ' + b"9" * 20_000 + b"}", "not JSON"),
        (b'{"version": 1, "version": 2}', "'version' stands in the file twice"),
        (b"[]", "not a file of answers"),
        (b"null", "not a file of answers"),
        (b'{"creativekit": "kit"}', "not a file of answers"),
        (b" " * (MOST_BYTES + 1), "too large: at most 2 MB"),
    ],
    ids=range(12),
)
def test_a_file_that_is_damaged_or_another(tmp_path: Path, content: bytes, says: str) -> None:
    (problem,) = problems(tmp_path, content)
    assert says in str(problem)
    assert "answers.json" in str(problem)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        read_answers(tmp_path / "nothing.json")
    with pytest.raises(InputError, match="cannot be read"):
        read_answers(tmp_path)


@pytest.mark.parametrize("version", [0, -1, True, "1", None, 1.5])
def test_a_version_that_is_none(tmp_path: Path, version: object) -> None:
    (problem,) = problems(tmp_path, {**GOOD, "version": version})
    assert "is not a version" in str(problem)


def test_a_newer_file_is_not_guessed_at(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, {"creativekit": "worksheets", "version": 2, "other": []})
    assert "newer than this creativekit reads" in str(problem)


def test_all_that_is_wrong_at_once(tmp_path: Path) -> None:
    wrong = {
        **GOOD,
        "langauge": "kk",
        "language": "de",
        "sheets": [0],
        "values": {
            "audience.who": 5,
            "audiense.who": "x",
            "audience..who": "x",
            "audience.__class__": "x",
            "audience.Who": "x",
            "price.rate": "\ud800",
            "pitch.bio": "x" * 100_001,
        },
    }
    told = [str(problem) for problem in problems(tmp_path, wrong)]
    assert len(told) == 9
    for says in (
        "langauge: this key is not known here; did you mean 'language'?",
        "'de' is not a language",
        "list of the sheets' numbers",
        "values.audience.who: an answer must be text",
        "values.audiense.who: this is not the name of an answer; did you mean 'audience'?",
        "values.audience..who: this is not the name",
        "values.audience.Who: this is not the name",
        "half of a character",
        "at most 100000 characters",
    ):
        assert any(says in each for each in told), says


@pytest.mark.parametrize("sheets", [None, 5, "1", [True], [1.0], ["1"], [100], [1] * 100])
def test_sheets_are_numbers(tmp_path: Path, sheets: object) -> None:
    (problem,) = problems(tmp_path, {**GOOD, "sheets": sheets})
    assert problem.key == "sheets"


def test_a_file_that_is_all_wrong_is_told_shortly(tmp_path: Path) -> None:
    many = {f"x{index}.y": "z" for index in range(500)}
    told = problems(tmp_path, {**GOOD, "values": many})
    assert len(told) == 21
    assert "480 more answers are wrong" in str(told[-1])
    (problem,) = problems(tmp_path, {**GOOD, "values": {f"a.b{i}": "" for i in range(5001)}})
    assert "more than 5000 answers" in str(problem)


def test_what_hides_in_a_key_is_shown(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, {**GOOD, "values": {"\x1b[31m\u202e" + "a" * 500: "x"}})
    assert "\x1b" not in str(problem)
    assert "\u202e" not in str(problem)
    assert len(str(problem)) < 500


@given(st.dictionaries(st.from_regex(r"audience\.[a-z_]{1,20}", fullmatch=True), st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\r"))))  # fmt: skip
def test_texts_come_back_as_they_were(values: dict[str, str]) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        found = read_answers(file(Path(folder), {**GOOD, "values": values}))
    assert found.values == values
