"""Where the cursor stands in a text of several lines that is come to by a key: at its end."""

from __future__ import annotations

from textual.widgets import TextArea


def to_the_end(field: TextArea) -> None:
    """Who comes to a text by a key goes on with it, as in a field of one line; a click comes
    after this, and has its own place."""
    if field.cursor_location == (0, 0):
        field.move_cursor(field.document.end)
