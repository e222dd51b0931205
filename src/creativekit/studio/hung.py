"""A sign and its words side by side, so that words of several lines hang beside the sign."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static


class Hung(Horizontal):
    """The sign's column is as wide as the style sheet says (`.sign`)."""

    def __init__(
        self, sign: Content | str, words: Content | str, *, id: str | None = None, classes: str = ""
    ) -> None:
        super().__init__(id=id, classes=f"hung {classes}".strip())
        self._sign, self._words = sign, words

    def compose(self) -> ComposeResult:
        yield Static(self._sign, markup=False, classes="sign")
        yield Static(self._words, markup=False, classes="words")

    def hang(self, sign: Content | str, words: Content | str) -> None:
        """Other signs and words."""
        self._sign, self._words = sign, words
        for column, content in (("sign", sign), ("words", words)):
            for shown in self.query(f".{column}").results(Static):
                shown.update(content)
