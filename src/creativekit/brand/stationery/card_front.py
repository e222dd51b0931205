"""A card's front: who it is and where they are found, in black ink on light paper.

Light in every style, a dark one too: small letters are sharp in one ink on paper and not as holes
in four, and somebody may write on the card. The sign is the one big thing. Under it stands what is
said in each language, the first above the second at one size, and at its side the ways to reach the
brand; styles with a middle axis have the languages on either side of it and the ways under both.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations, pairwise

from creativekit.artwork.dress import stack
from creativekit.brand.stationery import qr
from creativekit.brand.stationery.card_sheet import (
    BLEED,
    HEIGHT,
    INNER,
    MARGIN,
    MM,
    PT,
    WIDTH,
    Side,
)
from creativekit.brand.stationery.cmyk import inks
from creativekit.brand.stationery.columns import INK, Column, Piece, Set, set_columns
from creativekit.brand.stationery.paper_edge import Rule, edge
from creativekit.brand.stationery.sign import sign
from creativekit.canvas.path import Affine, Box
from creativekit.canvas.scene import Group, Item, Rect, Shape, Solid, Words
from creativekit.canvas.text.line import advance
from creativekit.canvas.text.setting import Setting
from creativekit.fonts.faces import Face
from creativekit.identity.colorway import BLACK, WHITE, paints
from creativekit.identity.model import Identity
from creativekit.identity.stationery import Holder

_NAME_PT, _SAID_PT, _SMALL_PT = 9.4, 8.4, 7.2
_SMALL = _SMALL_PT * PT
# A tint of less ink than this (0–1) has no dots that hold: the paper is left bare.
_BARE = 0.06
# Between the sign and words, between two columns, between words and the style's edge, from a rule
# down to words.
_UNDER_SIGN, _BETWEEN, _FROM_EDGE, _UNDER_RULE = 5 * MM, 5 * MM, 4 * MM, 3.4 * MM
_BESIDE_CODE = 3 * MM
# How small addresses get when there is much else to say.
_CROWDED = 0.85
# Where the second column begins (twelfths), sooner where it has long lines; and what is more
# between two languages, or between addresses and places, than between lines.
_SECOND = (6, 5, 4)
_APART = 0.4 * 1.36 * _SMALL
_DOT = " · "

_ADDRESSES = ("phone", "email", "site")
_NETWORKS = {"instagram": "Instagram", "telegram": "Telegram", "whatsapp": "WhatsApp"}
_SCHEME = re.compile(r"^https?://(www\.)?", re.IGNORECASE)


def front(
    identity: Identity, holder: Holder, languages: Sequence[str], code: qr.Code | None = None
) -> Side:
    """The front in these languages, the first before the second; code: a QR code on it.

    Raises InputError naming the characters that no face has.
    """
    made = _Front(identity, holder, tuple(languages), code)
    return made.on_axis() if made.centered else made.from_left()


def faces(identity: Identity) -> tuple[Face, ...]:
    """What a front is set in: the brand's faces, and those that write what they lack."""
    type_ = identity.type
    return stack(type_.heading, type_.body_bold, type_.body)


class _Front:
    """A front as it is laid out: `inner` is the box of everything on it, `top` where words may
    begin."""

    def __init__(
        self,
        identity: Identity,
        holder: Holder,
        languages: tuple[str, ...],
        code: qr.Code | None,
    ) -> None:
        self.identity = identity
        self.holder = holder
        self.languages = languages
        self.code = code
        self.edge = edge(identity)
        surface = identity.palette.light["surface"]
        self.paper = WHITE if max(inks(surface)) < _BARE else surface
        on_axis = identity.style.align == "center"
        for centered, beside in ((on_axis, False), (False, False), (False, True)):
            self._lay(centered, beside)
            if not self._sign_meets_code():
                break
        self.top = self.inner.top + self.sign.height + max(_UNDER_SIGN, self.sign.clear)

    def _lay(self, centered: bool, beside: bool) -> None:
        """Find the sign; beside: it has only the room on the left of the code."""
        self.centered = centered
        self.inner = replace(
            INNER,
            right=min(INNER.right, WIDTH - self.edge.right - _FROM_EDGE),
            bottom=min(INNER.bottom, HEIGHT - self.edge.foot - _FROM_EDGE),
        )
        if centered:
            self.inner = replace(self.inner, left=WIDTH - self.inner.right)
        right = self._code_box.left - MARGIN if beside else self.inner.right
        colors = {**paints(self.identity.palette, "color"), "ink": BLACK}
        width = right - self.inner.left
        self.sign = sign(self.identity, self.languages, colors, width, centered=centered)
        self.inner = self.inner.inset(max(0.0, self.sign.clear - MARGIN))

    def _sign_meets_code(self) -> bool:
        """Whether the code stands in what stays empty round the sign."""
        if self.code is None:
            return False
        box, clear = self._code_box.inset(self.code.quiet_mm * MM), self.sign.clear
        is_beside = not self.centered and self.inner.left + self.sign.width + clear <= box.left
        return not is_beside and self.inner.top + self.sign.height + clear > box.top

    # ---- arrangements

    def from_left(self) -> Side:
        inner = self.inner
        said = _each_once(piece for part in self._said(places=False) for piece in part)
        if self.code is not None:
            # What is in the code need not all be beside it.
            pieces = (*said, *_after_a_gap(self._addresses(_ADDRESSES)))
            width = self._code_box.left - _BESIDE_CODE / 2 - inner.left
            found = set_columns((Column(pieces, inner.left, width),), self.top, inner.bottom)
            return self._made(inner.left, found.top, found.words)
        for twelfths in _SECOND:
            second = inner.left + inner.width * twelfths / 12
            left = Column(said, inner.left, second - _BETWEEN - inner.left)
            right = Column(self._ways(), second, inner.right - second)
            found = set_columns((left, right), self.top, inner.bottom)
            if found.complete and not found.broken:
                break
        return self._made(inner.left, found.top, found.words)

    def on_axis(self) -> Side:
        inner = self.inner
        words: tuple[Words, ...] = ()
        said = self._said(places=self.code is None)
        if len({tuple(piece.text for piece in part) for part in said}) == 1:
            said = said[:1]
        bottom = inner.bottom
        if self.code is None:
            boxes = self._flanks(said) if len(said) > 1 else (inner,)
            for scale in (1.0, _CROWDED):
                rows = self._rows(inner.width, _SMALL * scale)
                foot = set_columns((Column(rows, inner.left, inner.width, "middle"),), 0, bottom)
                above = foot.top - _APART * (2 if scale == 1 else 1) if rows else bottom
                found = self._on_sides(said, boxes, above)
                if found.complete:
                    break
            words = foot.words
        else:
            boxes = _halves(inner, self._code_box.width + _BESIDE_CODE)
            addresses = _after_a_gap(self._addresses(_ADDRESSES))
            if len(said) == 1:
                said = (said[0], addresses)
            else:
                said = (*said[0], *addresses[:1]), (*said[1], *_after_a_gap(addresses[1:]))
            found = self._on_sides(said, boxes, bottom)
        return self._made(WIDTH / 2, found.top, (*found.words, *words))

    def _on_sides(
        self, said: Sequence[tuple[Piece, ...]], boxes: Sequence[Box], bottom: float
    ) -> Set:
        columns = [
            Column(part, box.left, box.width, "middle")
            for part, box in zip(said, boxes, strict=True)
        ]
        return set_columns(columns, self.top, bottom, level=True)

    def _flanks(self, said: Sequence[Sequence[Piece]]) -> tuple[Box, Box]:
        """Columns left and right of the axis: with their middles under those of the sign's names
        as far as the widest line lets them, else half-way to the margins."""
        left, right = _halves(self.inner, _BETWEEN)
        widest = max(
            advance(piece.text, piece.setting) * piece.size for part in said for piece in part
        )
        out = min(self.sign.flanks - left.width / 2 - _BETWEEN / 2, (left.width - widest) / 2)
        if out <= 0:
            return left, right
        return replace(left, right=left.right - 2 * out), replace(right, left=right.left + 2 * out)

    def _made(self, axis: float, top: float, words: tuple[Words, ...]) -> Side:
        """The side; `top`: px of the highest capital."""
        left = axis - self.sign.axis if self.centered else axis
        art = [
            Rect(-BLEED, -BLEED, WIDTH + 2 * BLEED, HEIGHT + 2 * BLEED, Solid(self.paper)),
            *self.edge.items,
            Group(self.sign.items, Affine.translation(left, self.inner.top)),
        ]
        if self.edge.rule is not None and (words or self.code is not None):
            art.append(self._drawn_rule(self.edge.rule, axis, top))
        if self.code is not None:
            box = self._code_box.inset(self.code.quiet_mm * MM)
            art.append(Shape(qr.outline(self.code, box.left, box.top, box.width), Solid(INK)))
        return Side(tuple(art), words)

    def _drawn_rule(self, rule: Rule, axis: float, top: float) -> Item:
        length = self.inner.width if rule.length is None else rule.length
        left = axis - length / 2 if self.centered else axis
        if self.code is not None:
            top = min(top, self._code_box.top)
        return Rect(left, top - _UNDER_RULE, length, rule.thick, Solid(rule.color))

    @property
    def _code_box(self) -> Box:
        """The code with its quiet zone, whose outer part may lie in the margin."""
        assert self.code is not None
        side, quiet = self.code.side_mm * MM, self.code.quiet_mm * MM
        left = WIDTH / 2 - side / 2 if self.centered else self.inner.right - side
        top = self.inner.bottom - side
        return Box(left, top, left + side, top + side).inset(-quiet)

    # ---- what is said

    def _said(self, *, places: bool) -> tuple[tuple[Piece, ...], ...]:
        """In each language: a person and what they do, or the brand's name, where the sign does not
        say it, and what it stands for; and where it is."""
        found: list[tuple[Piece, ...]] = []
        for language in self.languages:
            pieces = [*self._who(language)]
            if places:
                pieces += _after_a_gap(self._place(language))
            if found and not self.centered:
                pieces = [*_after_a_gap(pieces)]
            found.append(tuple(pieces))
        return tuple(found)

    def _who(self, language: str) -> Iterator[Piece]:
        identity, holder, type_ = self.identity, self.holder, self.identity.type
        bold = Setting(stack(type_.body_bold, type_.body), language, leading=1.16)
        small = self._small(language)
        # On both sides of a code there is little room, and one name in two lines looks like two.
        whole = self.centered and self.code is not None
        brand, about = _line(identity.name.get(language)), identity.tagline or identity.sector
        if holder.name is not None:
            person = _line(holder.name.get(language))
            yield Piece(person, bold, _NAME_PT * PT, role="name", whole=whole, name=True)
            if holder.role is not None:
                yield Piece(_line(holder.role.get(language)), small, _SMALL, role="about")
            if not self.sign.says_names:
                yield Piece(brand, small, _SMALL, role="brand", spare=self.code is not None)
        elif not self.sign.says_names:
            yield Piece(brand, bold, _NAME_PT * PT, role="brand", whole=whole, name=True)
            if about is not None:
                text = _line(about.get(language))
                yield Piece(text, small, _SMALL, role="about", spare=True)
        elif about is not None:
            said = Setting(
                stack(type_.heading, type_.body_bold),
                language,
                leading=1.24,
                features=type_.heading_features,
            )
            size = _SAID_PT * PT * type_.heading_scale
            yield Piece(_line(about.get(language)), said, size, role="about", spare=True)

    def _ways(self) -> tuple[Piece, ...]:
        """How to reach the brand, a line each, then where it is, in each language."""
        places = (piece for language in self.languages for piece in self._place(language))
        return *self._addresses(), *_after_a_gap(_each_once(places))

    def _place(self, language: str) -> tuple[Piece, ...]:
        address = self.identity.contact.get("address")
        if address is None:
            return ()
        text = _line(address.get(language))
        return (Piece(text, self._small(language), _SMALL, role="address"),)

    def _addresses(self, kinds: Iterable[str] = (*_ADDRESSES, *_NETWORKS)) -> tuple[Piece, ...]:
        """Telephone, mail, site, and names in networks with the network's: an @ alone could be of
        any. What two networks share is said once, and a telephone only once at all."""
        where: dict[str, list[str]] = {}
        for kind in kinds:
            for text in self._each(kind):
                if kind != "whatsapp" or text not in where:
                    where.setdefault(text, []).append(_NETWORKS.get(kind, ""))
        setting = self._small(self.languages[0])
        return tuple(
            Piece(_with_networks(text, networks), setting, _SMALL, role="contact", whole=True)
            for text, networks in where.items()
        )

    def _each(self, kind: str) -> tuple[str, ...]:
        """What is given of a kind, in each language that says it otherwise."""
        given = self.identity.contact.get(kind)
        if given is None:
            return ()
        texts = (_SCHEME.sub("", _line(given.get(each))) for each in self.languages)
        return tuple(dict.fromkeys(text.rstrip("/") for text in texts))

    def _rows(self, width: float, size: float) -> tuple[Piece, ...]:
        """The addresses in as few rows as hold them, as even as can be."""
        pieces = self._addresses()
        setting = self._small(self.languages[0])
        texts = [piece.text for piece in pieces]
        for rows in range(1, len(texts) + 1):
            best = min(_splits(texts, rows), key=lambda split: _widest(split, setting))
            if _widest(best, setting) * size <= width or rows == len(texts):
                return tuple(Piece(row, setting, size, role="contact", whole=True) for row in best)
        return ()

    def _small(self, language: str) -> Setting:
        type_ = self.identity.type
        return Setting(stack(type_.body, type_.body_bold), language, leading=1.36)


def _splits(texts: Sequence[str], rows: int) -> Iterator[tuple[str, ...]]:
    """The texts in their order on so many rows, in every way."""
    for ends in combinations(range(1, len(texts)), rows - 1):
        yield tuple(_DOT.join(texts[a:b]) for a, b in pairwise((0, *ends, len(texts))))


def _widest(rows: Sequence[str], setting: Setting) -> float:
    return max(advance(row, setting) for row in rows)


def _halves(box: Box, between: float) -> tuple[Box, Box]:
    """What is left and right of a middle part of a box."""
    middle = box.center[0]
    return replace(box, right=middle - between / 2), replace(box, left=middle + between / 2)


def _after_a_gap(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """The pieces, the first of them set off from what is above."""
    found = tuple(pieces)
    return tuple(replace(piece, gap=_APART) for piece in found[:1]) + found[1:]


def _each_once(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    found: dict[str, Piece] = {}
    for piece in pieces:
        found.setdefault(piece.text, piece)
    return tuple(found.values())


def _with_networks(text: str, networks: Sequence[str]) -> str:
    named = ", ".join(network for network in networks if network)
    return text if not named or "/" in text else f"{named}\u00a0{text}"


def _line(text: str) -> str:
    return " ".join(text.split())
