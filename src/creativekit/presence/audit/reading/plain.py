"""Text from a stranger's page, safe to print: no escapes, nothing invisible, not long.

A terminal acts on control characters (ECMA-48), and bidirectional controls make a line read
otherwise than it is (Unicode Technical Report 36, section 3.2; UAX 9): both are taken out, and so
are the other invisible format characters and lone surrogates.
"""

from __future__ import annotations

import re
import unicodedata

SHOWN = 80
_ESCAPES = re.compile(
    # CSI and its eight-bit form; strings (OSC, DCS, SOS, PM, APC) to their end; other sequences.
    r"(?:\x1b\[|\x9b)[0-?]{0,64}[ -/]{0,64}[@-~]?"
    r"|(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x9c]{0,4096}(?:\x07|\x1b\\|\x9c)?"
    r"|\x1b[ -/]{0,64}[0-~]?"
)
_SPACES = re.compile(r"\s+")
# Control, format, lone surrogate and private-use characters: nothing of them is a word.
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co"})


def plain(text: str, most: int = SHOWN) -> str:
    """`text` in one line of at most `most` characters; `…` stands for what was left out."""
    # Invisible characters may be any number: what is looked at is bounded, then what is shown.
    cut = text[: most * 50]
    cut = _SPACES.sub(" ", _ESCAPES.sub("", cut))
    cut = "".join(char for char in cut if unicodedata.category(char) not in _UNSEEN).strip()
    if len(cut) > most:
        return cut[: most - 1].rstrip() + "…"
    return cut + "…" if len(text) > most * 50 else cut
