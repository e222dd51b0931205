"""The signature of a post: the logo in its corner, always one size, and where to find the brand.

What is read of it is the name, so paper measures it by the height of a capital: a lockup's own
height says little of that, where one language has a breve above its letters and another has not.
"""

from __future__ import annotations

from collections.abc import Iterable

from creativekit.artwork.dress import stack
from creativekit.artwork.parts import Piece
from creativekit.artwork.sheet import Room, Sheet
from creativekit.artwork.signature import logo
from creativekit.canvas.path import Affine
from creativekit.canvas.scene import Group, Item
from creativekit.canvas.text.fit import TooLong, fit
from creativekit.canvas.text.setting import Setting
from creativekit.canvas.text.words import words
from creativekit.fonts.metrics import metrics
from creativekit.identity.logo import BROUGHT

LOGO = 0.044
"""Height of the logo, fraction of the size unit; a wordmark alone is set lower."""

_IN_A_STRIP = 1.25
"""How much larger it is where everything is small."""

_LONG = 24
"""A name of more characters stands on three lines in its lockup, too small to read in a post."""

_NEARLY = 0.85
"""Of the size that a long name is to have: what one line of it may have instead of two."""

_SHARE = 0.62
"""The most that the logo takes of its room's width."""

_CAPITAL = 0.46
"""A capital beside a symbol, part of its height (identity.lockup): what a logo without letters of
ours is measured by."""

_ADDRESSES = ("site", "instagram", "telegram", "phone")


def signature(
    sheet: Sheet,
    room: Room,
    language: str,
    capital: float | None = None,
    least: float = 0.0,
) -> tuple[Item, ...]:
    """The signature in its room: the logo with its clear space, the address at the far end.

    capital: as in `signed`. least: px of the address's type, at the least.
    """
    box = room.box
    made = signed(sheet, room, language, capital)
    centered = room.align == "center"
    x = box.center[0] - made.width / 2 if centered else box.left
    items: list[Item] = [made.at(x, box.bottom - made.height)]
    if not centered:
        items.extend(_address(sheet, room, language, made, least))
    return tuple(items)


def signed(sheet: Sheet, room: Room, language: str, capital: float | None = None) -> Piece:
    """The logo as large as it is in a signature in this room; `after` is its clear space.

    capital: px of a capital of the name, if that is to be another size. A name too long for it has
    the largest that its room holds.
    """
    made = _named(sheet, room, language, capital) or _locked_up(sheet, room, language, capital)
    return made[0]


def own_capital(sheet: Sheet, room: Room, language: str) -> float:
    """Px of a capital of the name in the signature, as large as it is of itself."""
    made = _named(sheet, room, language, None) or _locked_up(sheet, room, language, None)
    return made[1]


def one_capital(sheet: Sheet, room: Room, languages: Iterable[str], least: float = 0.0) -> float:
    """Px of a capital in the signatures of papers that lie side by side in several languages: the
    smallest that it is in one of them, at least `least`."""
    return max(least, min(own_capital(sheet, room, each) for each in languages))


def _logo(sheet: Sheet) -> float:
    return LOGO * (_IN_A_STRIP if sheet.is_strip else 1.0)


def _locked_up(
    sheet: Sheet, room: Room, language: str, capital: float | None
) -> tuple[Piece, float]:
    """The brand's first lockup, and px of a capital in it."""
    brand = sheet.identity.logo
    lockup = brand.lockup(brand.primary, language)
    tall = sheet.unit * _logo(sheet) * (0.62 if lockup.kind == "wordmark" else 1.0)
    letter = lockup.capital or lockup.box.height * _CAPITAL
    if capital is not None:
        tall = capital / letter * lockup.box.height
    wide = min(tall * lockup.box.width / lockup.box.height, room.box.width * _SHARE)
    tall = wide * lockup.box.height / lockup.box.width
    scale = tall / lockup.box.height
    drawn = logo(lockup, 0, 0, wide, room.ink)
    return Piece(wide, tall, (drawn,), lockup.clear_space * scale), letter * scale


def _named(
    sheet: Sheet, room: Room, language: str, capital: float | None
) -> tuple[Piece, float] | None:
    """A long name set as text beside the symbol, on one line or two, and px of a capital in it;
    None for a short one."""
    identity, unit = sheet.identity, sheet.unit
    name = identity.name.get(language)
    if len(name) <= _LONG or " " not in name or identity.logo.kind == BROUGHT:
        return None
    least, most = unit * 0.017, unit * 0.0235
    tall = unit * _logo(sheet) * 1.15
    if capital is None:
        return _beside(sheet, room, language, 2, (least, most), tall)
    size = capital / metrics(identity.type.heading).cap_height
    # Larger than the room is made for, so rather on one line.
    one = _beside(sheet, room, language, 1, (size * _NEARLY, size), capital / _CAPITAL)
    sizes = min(least, size), size
    return one or _beside(sheet, room, language, 2, sizes, tall * size / most)


def _beside(
    sheet: Sheet, room: Room, language: str, lines: int, sizes: tuple[float, float], tall: float
) -> tuple[Piece, float] | None:
    """The name on at most so many lines beside a symbol `tall` px high; None where it is longer."""
    identity, unit = sheet.identity, sheet.unit
    parts: list[Item] = []
    left = 0.0
    if "symbol" in identity.logo.kinds and identity.logo.primary != "wordmark":
        symbol = identity.logo.lockup("symbol", language)
        left = tall * symbol.box.width / symbol.box.height
        parts.append(logo(symbol, 0, 0, left, room.ink))
        left += unit * 0.014
    setting = Setting(
        stack(identity.type.heading), language, leading=max(1.08, identity.type.leading)
    )
    width = room.box.width * (1.0 if room.align == "center" else _SHARE) - left
    found = fit(identity.name.get(language), setting, width, unit, sizes, most_lines=lines)
    if isinstance(found, TooLong):
        return None
    height = (
        max(tall, found.ink_bottom - found.cap_top) if parts else found.ink_bottom - found.cap_top
    )
    top = (height - (found.ink_bottom - found.cap_top)) / 2 - found.cap_top
    parts.append(words(found, left, top, found.width, "start", room.ink, "name"))
    if left:
        parts[0] = Group((parts[0],), Affine.translation(0, (height - tall) / 2))
    made = Piece(left + found.width, height, tuple(parts), unit * 0.03)
    return made, found.ascent - found.cap_top


def _address(
    sheet: Sheet, room: Room, language: str, made: Piece, readable: float
) -> tuple[Item, ...]:
    """Where to find the brand; nothing where it could not be read."""
    identity, unit, box = sheet.identity, sheet.unit, room.box
    address = next((identity.contact[key] for key in _ADDRESSES if key in identity.contact), None)
    if address is None:
        return ()
    setting = Setting(stack(identity.type.body), language, leading=1.2)
    space = box.width - made.width - max(made.after, unit * 0.03)
    least, most = (0.024, 0.028) if sheet.form == "banner" else (0.015, 0.0205)
    if sheet.is_strip:
        least, most = least * _IN_A_STRIP, most * _IN_A_STRIP
    text = address.get(language)
    sizes = max(unit * least, readable), max(unit * most, readable)
    found = fit(text, setting, space, unit, sizes, most_lines=1)
    if isinstance(found, TooLong):
        return ()
    middle = box.bottom - made.height / 2
    top = middle - (found.ascent + found.cap_top) / 2
    return (words(found, box.right - found.width, top, found.width, "end", room.ink, "address"),)
