"""What a person did wrong, in words that mend it, with the place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creativekit.errors import InputError, Problem
from creativekit.project.config_file import values_of


def problem_of(text: str) -> Problem:
    with pytest.raises(InputError) as caught:
        values_of(text)
    (problem,) = caught.value.problems
    return problem


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("name = Саз", 1, 'text stands in quotes: "Саз"'),
        ("a = 1\nname = “Саз”", 2, "straight quotes"),
        ("name = «Саз»", 1, "straight quotes"),
        ('name = "Саз\nb = 1', 1, "not closed with its quote"),
        ("name = 'Саз", 1, "not closed with its quote"),
        ('name = """Саз\n\n\n', 1, "not closed with its quote"),
        ('file = "C:\\Users\\logo.svg"', 1, "backslash"),
        ('file = "C:\\fonts\\my.ttf"', 1, "backslash"),
        ("a = 1\na = 2", 2, "second time"),
        ("[a]\n[b]\n[a]", 3, "second time"),
        ("a = { b = 1 }\na.c = 2", 2, "second time"),
        ("a = { b = 1, b = 2 }", 1, "second time"),
        ("[brand\ncolor = 1", 1, "header"),
        ("[[brand]\n", 1, "header"),
        ("a = [1, 2", 1, "] or a comma"),
        ("a = { b = 1", 1, "} or a comma"),
        ("a = { b = 1, }", 1, "must not end with a comma"),
        ("name", 1, "="),
        ("name = ", 1, "no value"),
        ("color = #0a7e8c", 1, 'a colour stands in quotes: "#0a7e8c"'),
        ("bar = True", 1, "lower case"),
        ("аты = 1", 1, "English letters"),
        ("when = 2020-02-30", 1, "no such date"),
        ("a = 1 b = 2", 1, "left over"),
        ("}", 1, "not valid TOML"),
        ('a = "x\x01"', 1, "does not hold"),
        ("a = 1 # x\x7f", 1, "does not hold"),
    ],
)
def test_common_mistakes(text: str, line: int, says: str) -> None:
    problem = problem_of(text)
    assert problem.line == line
    assert problem.column is not None
    assert says in str(problem)
    assert str(problem).startswith(f"creativekit.toml:{line}:{problem.column}: ")


def test_depth_and_size_are_not_a_traceback() -> None:
    assert "nested" in str(problem_of("a = " + "[" * 100_000))
    assert "too long" in str(problem_of("a = " + "9" * 10_000))


@given(st.text(st.sampled_from("ab=[]{}\"'\\.,#\n 1“"), max_size=25))
def test_any_text_is_read_or_refused_with_a_place(text: str) -> None:
    try:
        values_of(text)
    except InputError as error:
        (problem,) = error.problems
        assert problem.line is not None
        assert 1 <= problem.line <= text.count("\n") + 1
        assert str(problem)
