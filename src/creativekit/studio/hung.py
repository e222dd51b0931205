"""A sign and its words side by side, so that words of several lines hang beside the sign."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static


class Hung(Horizontal):
    """The sign's column is as wide as the style sheet says (`.sign`)."""

    def __init__(
        self,
        sign: Content | str,
        words: Content | str,
        *,
        below: Hung | None = None,
        id: str | None = None,
        classes: str = "",
    ) -> None:
        """below: what hangs under the words with a sign of its own."""
        super().__init__(id=id, classes=f"hung {classes}".strip())
        self._sign, self._words, self._below = sign, words, below

    def compose(self) -> ComposeResult:
        yield Static(self._sign, markup=False, classes="sign")
        words = Static(self._words, markup=False, classes="words")
        yield words if self._below is None else Vertical(words, self._below, classes="both")

    def hang(self, sign: Content | str, words: Content | str) -> None:
        """Other signs and words."""
        self._sign, self._words = sign, words
        for column, content in (("sign", sign), ("words", words)):
            for shown in self.query(f".{column}").results(Static):
                shown.update(content)


def hanging(sign: Content, words: Content, width: int) -> Content:
    """The same as a text, where there can be no widgets: in `width` columns."""
    room = max(8, width - sign.cell_length)
    return sign.append(Content("\n" + " " * sign.cell_length).join(words.wrap(room)))
