"""The signature of a post: the logo in its corner, always one size, and where to find the brand."""

from __future__ import annotations

from creativekit.artwork.dress import stack
from creativekit.artwork.sheet import Room, Sheet
from creativekit.artwork.signature import logo
from creativekit.canvas.scene import Item
from creativekit.canvas.text.fit import TooLong, fit
from creativekit.canvas.text.setting import Setting
from creativekit.canvas.text.words import words

LOGO = 0.044
"""Height of the logo, fraction of the size unit; a wordmark alone is set lower."""

_ADDRESSES = ("site", "instagram", "telegram", "phone")


def signature(sheet: Sheet, room: Room, language: str) -> tuple[Item, ...]:
    """The signature in its room: the logo with its clear space, the address at the far end."""
    identity, unit, box = sheet.identity, sheet.unit, room.box
    lockup = identity.logo.lockup(identity.logo.primary, language)
    tall = unit * LOGO * (0.62 if lockup.kind == "wordmark" else 1.0)
    wide = min(tall * lockup.box.width / lockup.box.height, box.width * 0.62)
    tall = wide * lockup.box.height / lockup.box.width
    centered = room.align == "center"
    x = box.center[0] - wide / 2 if centered else box.left
    items: list[Item] = [logo(lockup, x, box.bottom - tall, wide, room.ink)]
    address = next((identity.contact[key] for key in _ADDRESSES if key in identity.contact), None)
    if centered or address is None:
        return tuple(items)
    clear = lockup.clear_space * wide / lockup.box.width
    setting = Setting(stack(identity.type.body), language, leading=1.2)
    space = box.width - wide - max(clear, unit * 0.03)
    found = fit(
        address.get(language), setting, space, unit, (unit * 0.015, unit * 0.0205), most_lines=1
    )
    if not isinstance(found, TooLong):
        middle = box.bottom - tall / 2
        top = middle - (found.ascent + found.cap_top) / 2
        items.append(
            words(found, box.right - found.width, top, found.width, "end", room.ink, "address")
        )
    return tuple(items)
