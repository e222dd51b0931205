"""What is printed, where, in which form; and that no text can do more than be read."""

from __future__ import annotations

import io
import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creativekit.cli import talk
from creativekit.cli.ink import Ink
from creativekit.errors import InputError, NetworkError, OutputError, Problem, msg

PLAIN = Ink("none")


@pytest.fixture(autouse=True)
def _english() -> None:
    talk.begin([], {})


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_no_text_controls_the_terminal(text: str) -> None:
    shown = talk.clean(text)
    assert all(unicodedata.category(char) != "Cc" for char in shown)
    assert not set(shown) & set(
        "\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    )
    assert talk.clean(shown) == shown


@given(st.text(alphabet=st.characters(categories=["L", "N", "P", "S"]), max_size=50))
def test_letters_signs_and_emoji_are_left_alone(text: str) -> None:
    assert talk.clean(text) == text


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x1b]0;title\x07name", "name"),
        ("\x1b]8;;https://example.com\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("\x9b31mred", "red"),
        ("a\x1bcb", "ab"),
        ("two\nlines\there", "two lines here"),
        ("bell\x07\x08\x7f", "bell"),
        ("safe\u202egnp.exe", "safegnp.exe"),
        ("[bold]Аты[/bold]", "[bold]Аты[/bold]"),
        ("Ұлт 🇰🇿 👩‍🎨", "Ұлт 🇰🇿 👩‍🎨"),
    ],
)
def test_control_sequences_are_taken_out(typed: str, shown: str) -> None:
    assert talk.clean(typed) == shown


def test_a_problem_in_a_line() -> None:
    problem = Problem(
        msg("'{found}' is not a style", found="stepe"),
        file="creativekit.toml",
        line=14,
        key="brand.style",
        accepted=("bold", "craft", "steppe"),
        nearest="steppe",
    )
    assert talk.problem_line(problem, PLAIN) == (
        "creativekit.toml:14 brand.style: 'stepe' is not a style; did you mean 'steppe'?"
        " (bold, craft, steppe)"
    )


def test_a_warning_says_so_and_a_long_list_ends() -> None:
    problem = Problem(
        msg("doubtful"), accepted=tuple(f"w{n}" for n in range(99)), severity="warning"
    )
    shown = talk.problem_line(problem, PLAIN)
    assert shown.startswith("warning: doubtful (w0, w1,")
    assert shown.endswith(", …)")


def test_hostile_words_in_a_problem_stay_words() -> None:
    problem = Problem(
        msg("'{found}' is not it", found="\x1b[2J[red]{x}"), file="\x1b[31m.toml", nearest="\x07a"
    )
    assert talk.problem_line(problem, PLAIN) == (".toml: '[red]{x}' is not it; did you mean 'a'?")


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (InputError(Problem(msg("wrong"), file="a", line=1)), 3, "a:1: wrong"),
        (OutputError(msg("the disk is full")), 1, "error: the disk is full"),
        (NetworkError(msg("no answer")), 4, "error: no answer"),
        (KeyboardInterrupt(), 130, "error: interrupted; nothing was changed"),
        (EOFError(), 130, "error: interrupted; nothing was changed"),
        (MemoryError(), 1, "error: there is not enough memory"),
        (ZeroDivisionError("by\x1b[31m zero"), 1, "(ZeroDivisionError: by zero)"),
        (BrokenPipeError(), 1, ""),
    ],
)
def test_errors_become_words_and_exit_codes(
    error: BaseException, code: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    def work() -> None:
        raise error

    assert talk.run([], work) == code
    captured = capsys.readouterr()
    assert said in captured.err
    assert captured.out == ""
    assert "Traceback" not in captured.err


def test_an_error_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    def work() -> None:
        raise InputError(Problem(msg("wrong"), "a.toml", 3, "key", ("x", "y"), "x"))

    assert talk.run(["check", "--json"], work) == 3
    captured = capsys.readouterr()
    assert captured.err == ""
    assert json.loads(captured.out) == {
        "ok": False,
        "exit_code": 3,
        "message": "1 problem found; nothing was written",
        "problems": [
            {
                "file": "a.toml",
                "line": 3,
                "key": "key",
                "message": "wrong",
                "accepted": ["x", "y"],
                "nearest": "x",
                "severity": "error",
            }
        ],
    }


def test_details_of_a_fault_on_request(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(talk.DEBUG, "1")

    def work() -> None:
        raise ZeroDivisionError("by zero")

    assert talk.run([], work) == 1
    assert "Traceback" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "environ", "language"),
    [
        ([], {}, "en"),
        ([], {"LANG": "kk_KZ.UTF-8"}, "kk"),
        ([], {"CREATIVEKIT_LANG": "ru", "LANG": "kk_KZ.UTF-8"}, "ru"),
        (["--lang", "kk"], {"CREATIVEKIT_LANG": "ru"}, "kk"),
        (["brand", "--lang=kk"], {}, "kk"),
        (["--lang", "kk", "brand", "--lang", "ru"], {}, "ru"),
        (["--lang", "xx"], {"LANG": "ru_RU"}, "ru"),
        (["--lang"], {}, "en"),
        (["new", "--", "--lang", "kk"], {}, "en"),
    ],
)
def test_the_language_is_known_before_parsing(
    arguments: list[str], environ: dict[str, str], language: str
) -> None:
    talk.begin(arguments, environ)
    assert talk.language() == language


def test_lines_are_folded_between_words_on_a_terminal_only(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", "20")
    text = "  one two three four five \x1b[1msix seven\x1b[0m eight"
    folded = talk.folded(text, Terminal())
    assert folded.split("\n") == [
        "  one two three four",
        "    five \x1b[1msix seven\x1b[0m",
        "    eight",
    ]
    assert talk.folded(text, io.StringIO()) == text


@given(st.text(alphabet="ab ", max_size=80))
def test_folding_loses_no_word(text: str) -> None:
    assert talk.folded(text, Terminal()).split() == text.split()


class Poor(io.StringIO):
    encoding = "ascii"  # type: ignore[assignment]


def test_json_survives_an_encoding_without_kazakh(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Poor()
    monkeypatch.setattr("sys.stdout", stream)
    talk.out_json({"name": "Қызылорда"})
    assert stream.getvalue().isascii()
    assert json.loads(stream.getvalue()) == {"name": "Қызылорда"}


def test_a_stderr_that_is_gone_is_not_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    closed = io.StringIO()
    closed.close()
    for stream in (None, closed):
        monkeypatch.setattr("sys.stderr", stream)
        talk.err("nobody hears this")
