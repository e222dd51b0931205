"""Where a line may end: a paragraph becomes atoms, and a bond stands between each two of them.

Spaces, zero-width spaces, soft hyphens, hyphens of compounds, dashes and the slashes of long
addresses are places to end a line (the classes of Unicode Standard Annex 14 that our languages
use); no-break spaces and word joiners take places away. How strongly the words on both sides keep
together is the matter of bonds. What is invisible (soft hyphen, word joiner, zero-width space) has
done its work here and is not drawn: letterspacing would make a gap of it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from creativekit.canvas.text.bonds import DASHES, Bond, Token, bond, token
from creativekit.project.graphemes import graphemes

_BREAKABLE = "\u0020\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000\u200b"
_FIXED = "\u00a0\u202f\u2007"
_GAP = re.compile(f"[{_BREAKABLE}{_FIXED}]+")
_ENDS = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
_JOINERS = "\u2060\ufeff"
_SOFT_HYPHEN = "\u00ad"
_PLACES = re.compile(f"[\u00ad/\u2010{DASHES}-]")
_SHORTEST_PART = 3
_LONG_ADDRESS = 16
_SHORTEST_ADDRESS_PART = 4


@dataclass(frozen=True, slots=True)
class Atom:
    """A piece of a paragraph that no line is ended in.

    text: what is drawn. bond: to the next atom (FREE for the last). glue: what stands between the
    two on one line (a space, or nothing inside a word). tail: what is added when a line ends here
    (a hyphen inside a word).
    """

    text: str
    bond: Bond = Bond.FREE
    glue: str = ""
    tail: str = ""


def paragraphs(text: str) -> tuple[str, ...]:
    """The author's own lines, without spaces at their ends; none before the first or after the
    last that has anything in it. Other control characters and runs of spaces are one space."""
    lines = [_GAP.sub(_one_gap, _clean(line)).strip() for line in _ENDS.split(text)]
    while lines and not lines[0]:
        lines.pop(0)
    while lines and not lines[-1]:
        lines.pop()
    return tuple(lines)


@lru_cache(maxsize=2048)
def atoms(paragraph: str, language: str) -> tuple[Atom, ...]:
    """The atoms of one paragraph of `paragraphs`; an empty one has one atom without text.

    Joined with their glue they are the paragraph, but for what is invisible.
    """
    parts = _parts(paragraph)
    if not parts:
        return (Atom(""),)
    tokens = tuple(token(_visible(text)) for text, _ in parts)
    found: list[Atom] = []
    for index, (text, gap) in enumerate(parts):
        inner = tuple(_inside(text))
        found.extend(inner[:-1])
        last = inner[-1].text
        if index + 1 == len(parts):
            found.append(Atom(last))
        else:
            found.append(Atom(last, _bond_at(tokens, index, gap, language), gap.strip("\u200b")))
    return tuple(found)


def _bond_at(tokens: tuple[Token, ...], index: int, gap: str, language: str) -> Bond:
    if any(char in _FIXED for char in gap):
        return Bond.TIGHT
    return Bond.FREE if gap == "\u200b" else bond(tokens, index, language)


def _parts(paragraph: str) -> list[tuple[str, str]]:
    """Words, each with the gap after it ("" after the last); none is empty."""
    found: list[tuple[str, str]] = []
    start = 0
    for match in _GAP.finditer(paragraph):
        if match.end() < len(paragraph) and _is_one_character(match[0][-1], paragraph[match.end()]):
            continue
        found.append((paragraph[start : match.start()], match[0]))
        start = match.end()
    found.append((paragraph[start:], ""))
    kept: list[tuple[str, str]] = []
    for text, gap in found:
        if _visible(text):
            kept.append((text, gap))
        elif kept and gap:
            kept[-1] = (kept[-1][0], _one_space(kept[-1][1] + gap))
    if kept:
        kept[-1] = (kept[-1][0], "")
    return kept


def _inside(word: str) -> Iterator[Atom]:
    """The atoms of one word; the bond of the last is not known here."""
    start = 0
    for end, tail in _places(word):
        text = _visible(word[start:end])
        if text and _visible(word[end:]):
            yield Atom(text, Bond.SOFT, "", tail)
            start = end
    yield Atom(_visible(word[start:]))


def _places(word: str) -> Iterator[tuple[int, str]]:
    """Where a line may end inside a word, and the hyphen that must be written there, if any."""
    for found in _PLACES.finditer(word, 0, len(word) - 1):
        char, end = found[0], found.end()
        after = word[end]
        if after in _JOINERS or _is_one_character(char, after):
            continue
        if char == _SOFT_HYPHEN:
            yield end, "-"
        elif end == 1 or word[end - 2] in _JOINERS:
            continue
        elif char == "/":
            if _parts_an_address(word, end):
                yield end, ""
        elif char in DASHES:
            if after.isalpha():
                yield end, ""
        elif _parts_a_compound(word, end - 1):
            yield end, ""


def _parts_an_address(word: str, end: int) -> bool:
    """Whether a long address may be parted after this slash; not inside `https://`."""
    around = (end, len(word) - end)
    return (
        len(word) >= _LONG_ADDRESS
        and min(around) >= _SHORTEST_ADDRESS_PART
        and "/" not in (word[end - 2], word[end])
    )


def _parts_a_compound(word: str, index: int) -> bool:
    """Whether both sides of this hyphen are words of three letters or more.

    «-то», «-ақ», «по-» and the endings of «ЖШС-нің» are no words.
    """
    left, right = _letters_before(word, index), _letters_after(word, index + 1)
    if min(len(left), len(right)) < _SHORTEST_PART:
        return False
    return not (left.isupper() and right.islower())


def _letters_before(word: str, end: int) -> str:
    start = end
    while start and _is_of_a_word(word[start - 1]):
        start -= 1
    return word[start:end]


def _letters_after(word: str, start: int) -> str:
    end = start
    while end < len(word) and _is_of_a_word(word[end]):
        end += 1
    return word[start:end]


def _is_of_a_word(char: str) -> bool:
    return char.isalpha() or unicodedata.category(char) == "Mn"


def _is_one_character(char: str, after: str) -> bool:
    return not after.isalnum() and len(graphemes(char + after)) == 1


def _visible(text: str) -> str:
    return _INVISIBLE.sub("", text)


def _clean(line: str) -> str:
    if line.isprintable():
        return line
    return "".join(" " if unicodedata.category(char) == "Cc" else char for char in line)


def _one_gap(found: re.Match[str]) -> str:
    return _one_space(found[0])


def _one_space(gap: str) -> str:
    """A run of spaces as one; no-break spaces win, and all of them are kept."""
    fixed = "".join(char for char in gap if char in _FIXED)
    if fixed:
        return fixed
    spaces = gap.replace("\u200b", "")
    return spaces[:1] if len(set(spaces)) == 1 else " " if spaces else "\u200b"
