"""A text as a file's name that every system takes, with its letters kept.

Kits travel on memory sticks and through archives, so a name made on Linux must open on Windows:
the characters, device names and endings that Windows refuses ("Naming Files, Paths, and
Namespaces", learn.microsoft.com/windows/win32/fileio/naming-a-file), the 255 units of NTFS and the
255 bytes of Linux file systems, one composed form (NFC) because macOS would otherwise compare
unequal. Kazakh and Russian letters are letters like any other and stay.
"""

from __future__ import annotations

import re
import unicodedata

MOST_UNITS = 120
MOST_BYTES = 240

_FORBIDDEN = frozenset('<>:"/\\|?*')
_DEVICES = re.compile(
    r"(?:CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(?:COM|LPT)[0-9\u00b9\u00b2\u00b3])\s*(?:\..*)?",
    re.IGNORECASE | re.DOTALL,
)


def is_reserved(name: str) -> bool:
    """Whether Windows takes `name`, with or without an extension, for a device."""
    return _DEVICES.fullmatch(name) is not None


def safe_name(text: str, extension: str = "", fallback: str = "untitled") -> str:
    """A file name for `text`, `extension` (".png") at its end.

    At most 120 UTF-16 units and 240 bytes of UTF-8, the extension included; `fallback` when
    nothing of the text can be kept. Never empty, hidden, a device, or a way out of a folder.
    """
    text = unicodedata.normalize("NFC", text)
    words = "".join(" " if _is_dropped(char) else char for char in text).split()
    stem = _fitting(" ".join(words).lstrip(". "), extension).rstrip(". ")
    if not stem:
        stem = fallback
    if is_reserved(stem + extension):
        stem = "_" + stem
    return stem + extension


def _is_dropped(char: str) -> bool:
    if char in _FORBIDDEN:
        return True
    if char in "\u200c\u200d":
        return False
    return unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")


def _fitting(stem: str, extension: str) -> str:
    # One unit is kept back for the mark before a device's name.
    units = MOST_UNITS - 1 - len(extension)
    octets = MOST_BYTES - 1 - len(extension.encode())
    end = 0
    for end, char in enumerate(stem, 1):
        units -= 2 if ord(char) > 0xFFFF else 1
        octets -= len(char.encode())
        if units < 0 or octets < 0:
            end -= 1
            break
    # A letter is not parted from its accents.
    while 0 < end < len(stem) and unicodedata.combining(stem[end]):
        end -= 1
    return stem[:end]
