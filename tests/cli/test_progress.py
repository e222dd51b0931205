"""The progress line: seen on a terminal, gone afterwards, absent elsewhere."""

from __future__ import annotations

import io

import pytest

from creativekit.cli import talk
from creativekit.cli.progress import shown
from creativekit.errors import msg


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def draw(monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, arguments: list[str]) -> str:
    monkeypatch.setattr("sys.stderr", stream)
    talk.begin(arguments, {})
    with shown() as progress:
        if progress is not None:
            progress(0, 3, msg("[red]logo[/red] {x}", x="\x1b[2J"))
            progress(3, 3, msg("guide"))
    return stream.getvalue()


def test_it_names_what_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "100")
    drawn = draw(monkeypatch, Terminal(), [])
    assert "[red]logo[/red]" in drawn
    assert "\x1b[2J" not in drawn
    assert "3 / 3" in drawn
    assert drawn.endswith("\x1b[2K")  # the line is wiped


@pytest.mark.parametrize("arguments", [[], ["--json"]])
def test_nobody_watches_a_pipe(monkeypatch: pytest.MonkeyPatch, arguments: list[str]) -> None:
    assert draw(monkeypatch, io.StringIO(), arguments) == ""


def test_nothing_is_drawn_for_programs_or_a_dumb_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    assert draw(monkeypatch, Terminal(), ["--json"]) == ""
    monkeypatch.setenv("TERM", "dumb")
    assert draw(monkeypatch, Terminal(), []) == ""


def test_without_colour_it_is_drawn_plainly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[38" not in draw(monkeypatch, Terminal(), [])
