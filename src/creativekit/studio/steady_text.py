"""A text that is laid out anew only when it is another one: a layout costs more than an answer."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static


class SteadyText(Static):
    """What is told to it as often as anything changes, and mostly is what it says already."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id, markup=False)
        self._told: object = None

    def tell(self, content: Content) -> None:
        # Contents are equal when their texts are, whatever their styles.
        told = content.plain, content.spans
        if told != self._told:
            self._told = told
            self.update(content)
