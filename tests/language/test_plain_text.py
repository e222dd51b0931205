"""What a stranger wrote, on one line of a terminal."""

from __future__ import annotations

import pytest

from creativekit.errors import Problem, msg
from creativekit.language.catalogs import translator
from creativekit.language.plain_text import clean
from creativekit.language.told_problem import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Саз студиясы", "Саз студиясы"),
        ("\x1b[31mqызыл\x1b[0m", "qызыл"),
        ("\x1b]0;title\x07name", "name"),
        ("two\nlines\tand more", "two lines and more"),
        ("a\u202eb\u2066c\x00d", "abcd"),
        ("[/] {0} %s", "[/] {0} %s"),
    ],
)
def test_clean(text: str, expected: str) -> None:
    assert clean(text) == expected
    assert clean(clean(text)) == expected


def test_a_problem_in_parts() -> None:
    problem = Problem(
        msg("'{found}' is not a style", found="st\x1b[1mepe"),
        file="creativekit.toml",
        line=9,
        key="brand.style",
        accepted=tuple(f"word{number}" for number in range(20)),
        nearest="steppe",
        severity="warning",
    )
    parts = told(problem, translator("en"))
    assert parts.place == "creativekit.toml:9 brand.style"
    assert parts.text == "'stepe' is not a style"
    assert parts.hint == "did you mean 'steppe'?"
    assert parts.accepted.startswith("word0, word1")
    assert parts.accepted.endswith("word15, …")
    assert parts.is_warning
    assert told(Problem(msg("no")), translator("en")).hint == ""
