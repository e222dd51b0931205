"""Who a row is of, without saying it: an opaque id, the same for the same person every time.

What a form knows a person by (a code on a badge, the number of a submission) is short, so anybody
could try them all. The id is a keyed digest of it (HMAC-SHA-256, RFC 2104) with a secret that was
drawn by chance and lies in the cohort's folder (cohort.key); the store alone tells nobody. A cohort
that takes over the key of the last meeting knows its people again.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import unicodedata

ID_DIGITS = 32
MOST_CODE = 60
PARTICIPANT = re.compile(r"[0-9a-f]{32}")
"""As `creativekit share --anonymous` writes it: opaque already."""

_BLANKS = re.compile(r"[\s\-–—_.№#/]+")


def from_code(key: bytes, code: str) -> str:
    """The id of somebody's code, however it was typed: "A-17", "а 17"."""
    return _id(key, "code", folded_code(code))


def from_submission(key: bytes, number: str) -> str:
    """The id of somebody who is known only by what they sent."""
    return _id(key, "submission", number.strip().removeprefix("uuid:").lower())


def from_answers(key: bytes, answers: str) -> str:
    """The id of a row that says nothing else: of all that it says."""
    return _id(key, "answers", answers)


def from_folder(key: bytes, name: str) -> str:
    """The id of a project that has never shared its results, by its folder's name."""
    return _id(key, "folder", name)


# Letters of Cyrillic that look like Latin ones: on a badge nobody can tell which was meant.
_ALIKE = str.maketrans("авсенкмортху", "abcehkmoptxy")


def folded_code(code: str) -> str:
    """A code as it is compared: "" where there is nothing to compare."""
    plain = unicodedata.normalize("NFKC", code).casefold().translate(_ALIKE)
    return _BLANKS.sub("", plain).lstrip("0") or ("0" if "0" in plain else "")


def _id(key: bytes, kind: str, text: str) -> str:
    if len(key) < 16:
        raise ValueError("the key of a cohort has at least 16 bytes")
    said = f"creativekit cohort 1\0{kind}\0{text}".encode("utf-8", "surrogatepass")
    return hmac.new(key, said, hashlib.sha256).hexdigest()[:ID_DIGITS]
