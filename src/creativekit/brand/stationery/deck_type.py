"""How a presentation's words are set: the voices of the brand's style, in the faces of its theme.

A post sets words in any weight of a face; a presentation names its two faces once, in the theme,
so that a change of theme changes them, and knows no weight but bold. Covers and figures are as
large as their first words and their room allow, as in a post; the words of ordinary pages have one
size from page to page.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from math import floor

from creativekit.artwork.dress import Dress, dress
from creativekit.artwork.sheet import Align, Room
from creativekit.canvas.backends.pptx_placeholders import Place, Type
from creativekit.canvas.backends.pptx_text import typeface
from creativekit.canvas.path import Box
from creativekit.canvas.text.fit import TooLong, fit, wrapped
from creativekit.canvas.text.setting import Setting
from creativekit.fonts.faces import Face
from creativekit.fonts.fallback import absent
from creativekit.identity.model import Identity

PX_POINT = 96 / 72

BULLETS = {
    "disc": "•",
    "diamond": "◆",
    "dash": "–",
    "square": "▪",
    "cross": "×",
    "ring": "○",
    "number": "•",
}
"""A style's bullets as characters that office programs have."""

_SLACK = 0.94
"""What of a line's width is reckoned with: other programs' letters may be a little wider."""

_SCALES = (1.0, 0.92, 0.85, 0.77, 0.7, 0.62, 0.55, 0.47, 0.4, 0.32, 0.25)
"""Steps in which Office makes words smaller that do not fit."""

_TEXT_LEADING = 1.3
"""Text that is seen from afar, a few lines of it, stands closer than on a page."""

_AFTER = 0.42
"""Space between the points of a list, of their size."""


def office_face(face: Face) -> tuple[str, bool]:
    """The family by which a deck names a face, and whether its weight is nearer the bold one."""
    return (face.family, face.weight >= 600) if face.axes else typeface(face)


@dataclass(frozen=True)
class Setter:
    """Sets the words of one brand's presentation in one language; `unit` px of its sheet."""

    identity: Identity
    language: str
    unit: float

    @cached_property
    def dress(self) -> Dress:
        return dress(self.identity)

    def setting(self, role: str) -> Setting:
        return self.dress.setting(self.identity, role, self.language)

    def type(self, role: str, points: float, color: str, align: Align = "left") -> Type:
        """A role of the style's dress at a size."""
        voice, type_ = self.dress.voices[role], self.identity.type
        is_heading = voice.face == "heading"
        return Type(
            heading=is_heading,
            bold=office_face(type_.heading)[1] if is_heading else voice.face == "bold",
            points=points,
            leading=max(voice.leading, type_.leading)
            if is_heading
            else min(voice.leading, _TEXT_LEADING),
            color=color,
            tracking=voice.tracking,
            upper=voice.upper,
            align="ctr" if align == "center" else "l",
        )

    def scaled(self, role: str, points: float) -> float:
        """A size of the role: a heading face that is small on its body is set larger."""
        is_heading = self.dress.voices[role].face == "heading"
        return points * (self.identity.type.heading_scale if is_heading else 1.0)

    def largest(self, role: str, text: str, box: Box, lines: int, swell: float = 1.0) -> int:
        """The whole points at which `text` fills a box, within what the role has in posts.

        swell: what the largest size of the role is taken times.
        """
        setting = self.setting(role)
        least, top = (value * self.unit for value in self.dress.sizes(self.identity, role))
        sizes = (least, top * swell)
        words = drawable(text, setting)
        found = fit(words, setting, box.width * _SLACK, box.height, sizes, most_lines=lines)
        points = floor((least if isinstance(found, TooLong) else found.size) / PX_POINT)
        # A line takes its leading here, and not only its letters.
        while points * PX_POINT > least and not self._holds(box, role, points, text):
            points -= 1
        return points

    def _holds(self, box: Box, role: str, points: float, text: str) -> bool:
        place = Place("title", 0, "", box)
        return self.scale(place, role, (self.type(role, points, "#000000"),), text) == 1

    def list_types(self, points: float, room: Room, bullets: bool = True) -> tuple[Type, ...]:
        """The levels of a list on a room's ground: each a little smaller than the one before."""
        sign = BULLETS[self.dress.bullet]
        return tuple(
            replace(
                self.type("body", round(points * share * 2) / 2, room.ink),
                bullet=sign if bullets or depth else "",
                bullet_color=room.accent,
                after=0.2 if depth else _AFTER,
            )
            for depth, share in enumerate((1.0, 0.9, 0.8, 0.75, 0.7))
        )

    def scale(self, place: Place, role: str, types: tuple[Type, ...], text: str) -> float:
        """What the words of a place are made smaller by, so that they stand in it; at most 1."""
        setting, first = self.setting(role), types[0]
        lines = [drawable(line, setting) for line in text.split("\n")]
        indent = first.points * PX_POINT * 1.15 if first.bullet else 0.0
        width = max(1.0, place.box.width * _SLACK - indent)
        for scale in _SCALES[:-1]:
            size = first.points * PX_POINT * scale
            tall = (len(lines) - 1) * first.after * size
            for line in lines:
                found = wrapped(line, setting, size, width)
                assert not isinstance(found, TooLong)  # no count of lines is asked for
                tall += max(1, len(found.lines)) * first.leading * size
                if tall > place.box.height:
                    break
            if tall <= place.box.height:
                return scale
        return _SCALES[-1]


def drawable(text: str, setting: Setting) -> str:
    """A text that can be measured: letters that no face here has are as wide as an M.

    They are live text, and the program that shows them has faces of its own.
    """
    missing = absent(text, setting.faces)
    return text.translate({ord(char): "M" for char in missing}) if missing else text
