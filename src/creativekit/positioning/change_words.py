"""Two answers beside each other, each on one line and short enough: what was and what would be."""

from __future__ import annotations

from itertools import zip_longest

from creativekit.language.plain_text import clean

_LONGEST, _AROUND = 80, 16  # characters shown of one text, and of what two have in common


def between(old: str, new: str) -> tuple[str, str]:
    """Both on one line and short enough; two long ones from where they begin to differ."""
    old, new = (" ⏎ ".join(text.split("\n")) for text in (old, new))
    start = 0
    if old and new and max(len(old), len(new)) > _LONGEST:
        pairs = enumerate(zip_longest(old, new))
        differ = next((place for place, (one, two) in pairs if one != two), 0)
        start = max(0, differ - _AROUND)
    return _short(old, start), _short(new, start)


def _short(text: str, start: int) -> str:
    if not text:
        return ""
    shown = text[start : start + _LONGEST]
    before = "…" if start else ""
    after = "…" if start + _LONGEST < len(text) else ""
    return clean(f"{before}{shown}{after}")
