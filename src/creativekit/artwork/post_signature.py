"""The signature of a post: the logo in its corner, always one size, and where to find the brand."""

from __future__ import annotations

from creativekit.artwork.dress import stack
from creativekit.artwork.parts import Piece
from creativekit.artwork.sheet import Room, Sheet
from creativekit.artwork.signature import logo
from creativekit.canvas.path import Affine
from creativekit.canvas.scene import Group, Item
from creativekit.canvas.text.fit import TooLong, fit
from creativekit.canvas.text.setting import Setting
from creativekit.canvas.text.words import words
from creativekit.identity.logo import BROUGHT

LOGO = 0.044
"""Height of the logo, fraction of the size unit; a wordmark alone is set lower."""

_IN_A_STRIP = 1.25
"""How much larger it is where everything is small."""

_LONG = 24
"""A name of more characters stands on three lines in its lockup, too small to read in a post."""

_SHARE = 0.62
"""The most that the logo takes of its room's width."""

_ADDRESSES = ("site", "instagram", "telegram", "phone")


def signature(sheet: Sheet, room: Room, language: str) -> tuple[Item, ...]:
    """The signature in its room: the logo with its clear space, the address at the far end."""
    box = room.box
    made = signed(sheet, room, language)
    centered = room.align == "center"
    x = box.center[0] - made.width / 2 if centered else box.left
    items: list[Item] = [made.at(x, box.bottom - made.height)]
    if not centered:
        items.extend(_address(sheet, room, language, made))
    return tuple(items)


def signed(sheet: Sheet, room: Room, language: str) -> Piece:
    """The logo as large as it is in a signature in this room; `after` is its clear space."""
    return _named(sheet, room, language) or _locked_up(sheet, room, language)


def _logo(sheet: Sheet) -> float:
    return LOGO * (_IN_A_STRIP if sheet.is_strip else 1.0)


def _locked_up(sheet: Sheet, room: Room, language: str) -> Piece:
    """The brand's first lockup."""
    brand = sheet.identity.logo
    lockup = brand.lockup(brand.primary, language)
    tall = sheet.unit * _logo(sheet) * (0.62 if lockup.kind == "wordmark" else 1.0)
    wide = min(tall * lockup.box.width / lockup.box.height, room.box.width * _SHARE)
    tall = wide * lockup.box.height / lockup.box.width
    return Piece(
        wide,
        tall,
        (logo(lockup, 0, 0, wide, room.ink),),
        lockup.clear_space * tall / lockup.box.height,
    )


def _named(sheet: Sheet, room: Room, language: str) -> Piece | None:
    """A long name set as text beside the symbol, on one line or two; None for a short one."""
    identity, unit = sheet.identity, sheet.unit
    name = identity.name.get(language)
    if len(name) <= _LONG or " " not in name or identity.logo.kind == BROUGHT:
        return None
    parts: list[Item] = []
    left, tall = 0.0, unit * _logo(sheet) * 1.15
    if "symbol" in identity.logo.kinds and identity.logo.primary != "wordmark":
        symbol = identity.logo.lockup("symbol", language)
        left = tall * symbol.box.width / symbol.box.height
        parts.append(logo(symbol, 0, 0, left, room.ink))
        left += unit * 0.014
    setting = Setting(
        stack(identity.type.heading), language, leading=max(1.08, identity.type.leading)
    )
    width = room.box.width * (1.0 if room.align == "center" else _SHARE) - left
    found = fit(name, setting, width, unit, (unit * 0.017, unit * 0.0235), most_lines=2)
    if isinstance(found, TooLong):
        return None
    height = (
        max(tall, found.ink_bottom - found.cap_top) if parts else found.ink_bottom - found.cap_top
    )
    top = (height - (found.ink_bottom - found.cap_top)) / 2 - found.cap_top
    parts.append(words(found, left, top, found.width, "start", room.ink, "name"))
    if left:
        parts[0] = Group((parts[0],), Affine.translation(0, (height - tall) / 2))
    return Piece(left + found.width, height, tuple(parts), unit * 0.03)


def _address(sheet: Sheet, room: Room, language: str, made: Piece) -> tuple[Item, ...]:
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
    found = fit(text, setting, space, unit, (unit * least, unit * most), most_lines=1)
    if isinstance(found, TooLong):
        return ()
    middle = box.bottom - made.height / 2
    top = middle - (found.ascent + found.cap_top) / 2
    return (words(found, box.right - found.width, top, found.width, "end", room.ink, "address"),)
