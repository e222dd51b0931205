"""Text that a stranger may have written, made safe for one line of a terminal.

A name in a config can hold control sequences that repaint a screen, or direction marks that turn a
line around. Whoever shows text to a person (the command line, the studio) takes them out first.
"""

from __future__ import annotations

import re

# ECMA-48: control sequences (CSI) and control strings (OSC, DCS, APC, PM, SOS), 7-bit and 8-bit.
SEQUENCE = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"
    r"|(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)?"
    r"|\x1b[ -/]*[0-~]?"
)
_CONTROL = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]"
)


def clean(text: str) -> str:
    """`text` on one line, without control sequences, control characters and direction marks."""
    text = SEQUENCE.sub("", text)
    return _CONTROL.sub(lambda match: " " if match[0] in "\t\n\r\u2028\u2029" else "", text)
