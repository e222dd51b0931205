"""Shaping: a line of text in a face becomes glyphs at positions.

HarfBuzz applies the font's own rules (kerning, marks, localized forms); adding up advances alone
sets text up to 4 % too wide. A line is cut into runs of one script and direction first, because a
font keeps its rules by script: Kazakh after a Latin word must still get its Cyrillic kerning.
Letterspaced text has no ligatures and does not part a letter from its marks, and joined scripts
are not letterspaced (CSS Text 3, "letter-spacing").
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import uharfbuzz as hb

from creativekit.fonts.bidi import Run, visual_runs
from creativekit.fonts.faces import Face
from creativekit.fonts.harfbuzz import font

_JOINED_SCRIPTS = frozenset({"Arab", "Syrc", "Mong", "Nkoo", "Phag", "Mand", "Adlm", "Rohg"})
_LATIN_LANGUAGES = frozenset({"en"})


@dataclass(frozen=True, slots=True)
class Glyph:
    """One glyph of a line, in fractions of the em, y down.

    index: in the font. x, y: where its origin is drawn (the pen, with the font's own shift for
    marks). advance: its width, without tracking. cluster: index of its first character in the
    text.
    """

    index: int
    x: float
    y: float
    advance: float
    cluster: int


@dataclass(frozen=True, slots=True)
class ShapedLine:
    """A shaped line: glyphs from left to right, and its width in em (ink may reach past it)."""

    text: str
    face: Face
    glyphs: tuple[Glyph, ...]
    width: float
    tracking: float
    language: str
    features: tuple[str, ...] = ()


def shape(
    face: Face,
    text: str,
    language: str = "kk",
    tracking: float = 0.0,
    features: tuple[str, ...] = (),
) -> ShapedLine:
    """`text` as one line in `face`.

    language: BCP 47 (the font's localized forms follow it). tracking: em, after every letter but
    the last. features: OpenType tags, `"tnum"`, `"-liga"`, `"ss01=2"`. Characters that the face
    does not have come out as its glyph 0: ask coverage.missing_in_text first. Control characters
    and line ends are set as spaces.
    """
    return _shape(face, text, language, float(tracking), tuple(features))


def width(
    face: Face,
    text: str,
    size: float = 1.0,
    language: str = "kk",
    tracking: float = 0.0,
    features: tuple[str, ...] = (),
) -> float:
    """Width of `text` set in `size` px per em, in px; tracking in em."""
    return size * _shape(face, text, language, float(tracking), tuple(features)).width


@lru_cache(maxsize=8192)
def _shape(
    face: Face, text: str, language: str, tracking: float, features: tuple[str, ...]
) -> ShapedLine:
    probe = font(face)
    em = 1.0 / probe.face.upem
    settings = {"liga": 0, "clig": 0} if tracking else {}
    settings.update(_feature(item) for item in features)
    codes = [_code(char) for char in text]
    glyphs: list[Glyph] = []
    pen = gaps = 0
    last: tuple[int, bool] | None = None
    for run, script in _script_runs(text, language):
        buffer = hb.Buffer()
        buffer.add_codepoints(codes, run.start, run.end - run.start)
        buffer.script = script
        buffer.language = language
        buffer.direction = "rtl" if run.right_to_left else "ltr"
        hb.shape(probe, buffer, settings)
        joined = script in _JOINED_SCRIPTS
        for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            if last is not None and last[0] != info.cluster and not (joined and last[1]):
                gaps += 1
            last = (info.cluster, joined)
            glyphs.append(
                Glyph(
                    index=info.codepoint,
                    x=(pen + position.x_offset) * em + gaps * tracking,
                    y=-position.y_offset * em + 0.0,
                    advance=position.x_advance * em,
                    cluster=info.cluster,
                )
            )
            pen += position.x_advance
    return ShapedLine(
        text, face, tuple(glyphs), pen * em + gaps * tracking, tracking, language, features
    )


def _script_runs(text: str, language: str) -> Iterator[tuple[Run, str]]:
    """Runs of one direction and one script, from left to right on the page.

    A character of no script of its own (a digit, a comma) goes with what stands before it in its
    run, else with what follows; a line of nothing else is in the language's own script.
    """
    scripts = [_script(char) for char in text]
    fallback = next((script for script in scripts if script), _script_of(language))
    for run in visual_runs(text):
        parts: list[tuple[Run, str]] = []
        start = run.start
        current = ""
        for index in range(run.start, run.end):
            script = scripts[index]
            if script and current and script != current:
                parts.append((Run(start, index, run.level), current))
                start = index
            current = script or current
        parts.append((Run(start, run.end, run.level), current or fallback))
        yield from reversed(parts) if run.right_to_left else parts


@lru_cache(maxsize=4096)
def _script(char: str) -> str:
    """The four letters of the character's script (ISO 15924), or "" when it is of any script."""
    buffer = hb.Buffer()
    buffer.add_codepoints([_code(char)])
    buffer.guess_segment_properties()
    return buffer.script if buffer.script not in (None, "Zyyy", "Zinh", "Zzzz") else ""


def _script_of(language: str) -> str:
    return "Latn" if language.split("-")[0] in _LATIN_LANGUAGES else "Cyrl"


def _code(char: str) -> int:
    # Half a surrogate pair (from a file name, say) is no character; it would stop the shaper.
    if "\ud800" <= char <= "\udfff":
        return 0xFFFD
    return 0x20 if unicodedata.category(char) in ("Cc", "Zl", "Zp") else ord(char)


def _feature(item: str) -> tuple[str, int]:
    tag, _, value = item.removeprefix("+").partition("=")
    if tag.startswith("-"):
        return tag[1:], 0
    return tag, int(value) if value else 1
