"""Text from the network, made fit to be shown.

A title may carry terminal escapes that hide or repaint what we print, control characters that
end a line of a report early, and direction marks that show a name backwards ("Trojan Source",
CVE-2021-42574). None of them is something a website has to say.
"""

from __future__ import annotations

import re
import unicodedata

# ECMA-48 (ISO 6429): CSI sequences; OSC, DCS, SOS, PM and APC strings up to their end; the rest
# are two or three characters. Written with ESC, or as one C1 character.
_ESCAPES = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?"
    r"|(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)?"
    r"|\x1b[ -/]*[0-~]?"
)
_SPACES = re.compile(r"\s+")
# What joins letters and emoji is kept: without it words of Persian or a family fall apart.
_JOINERS = "‌‍"


def plain(text: str, longest: int = 300) -> str:
    """`text` as one line without escapes, controls, direction marks and other invisible signs;
    at most `longest` characters, the last one being “…” when more was cut off."""
    # Reading stops where nothing more could be shown: a title may be megabytes.
    text = _ESCAPES.sub("", text[: 20 * longest])
    text = _SPACES.sub(" ", text)
    text = "".join(c for c in text if c in _JOINERS or unicodedata.category(c)[0] != "C")
    text = _SPACES.sub(" ", text).strip()
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"
