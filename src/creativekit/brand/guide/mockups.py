"""What the brand looks like on things: a business card, a letter, a phone, a browser's tab.

Drawn flat and to scale, with the brand's own pictures: a photograph of somebody else's desk would
say less.
"""

from __future__ import annotations

from creativekit.artwork.compositions import compose
from creativekit.artwork.lettering import carrier
from creativekit.artwork.signature import height_of, logo, symbol_of
from creativekit.brand.guide.words import Words
from creativekit.brand.icons import design, maskable_scene, square_scene
from creativekit.canvas.path import Affine, Box, Path
from creativekit.canvas.scene import Group, Item, Line, Rect, Scene, Solid, Text
from creativekit.canvas.typeset import fitting_size, line, paragraph
from creativekit.fonts.faces import Face
from creativekit.identity.colorway import paints
from creativekit.identity.model import Identity, Lockup

CONTACTS = ("phone", "email", "site", "instagram", "telegram", "whatsapp", "address")


def contacts(identity: Identity, language: str, most: int = 7) -> tuple[tuple[str, str], ...]:
    """Kind and text of the brand's contacts, in a reader's order; one line each."""
    found = (
        (kind, " ".join(identity.contact[kind].get(language).split()))
        for kind in CONTACTS
        if kind in identity.contact
    )
    return tuple(found)[:most]


def card_front(identity: Identity, words: Words) -> Scene:
    """A business card's face, 900 × 500 px for 90 × 50 mm."""
    width, height, margin = 900.0, 500.0, 54.0
    roles = identity.palette.first
    language = words.language
    items: list[Item] = [Rect(0, 0, width, height, Solid(roles["surface-raised"]))]
    lockup = identity.logo.lockup(identity.logo.primary, language)
    tall = 74.0 if lockup.kind != "wordmark" else 50.0
    # Never under its least width, which is for printing: 10 px of this drawing are 1 mm.
    least = lockup.min_width_mm * 10
    logo_width = min(max(tall * lockup.box.width / lockup.box.height, least), width * 0.60)
    colors = paints(identity.palette, "on-dark" if identity.palette.dark_first else "color")
    items.append(logo(lockup, margin, margin, logo_width, colors))
    bold, body = identity.type.body_bold, identity.type.body
    list_ = contacts(identity, language, 4)
    y = height - margin - 27 * (len(list_) - 1)
    for _, text in list_:
        items.append(_line(text, body, 21, margin, y, width * 0.56, roles["ink-muted"], language))
        y += 27
    base = height - margin - 27 * max(len(list_) - 1, 0) - 46
    items.append(
        _line(
            words("stationery.role"),
            body,
            21,
            margin,
            base,
            width * 0.6,
            roles["ink-muted"],
            language,
        )
    )
    items.append(
        _line(
            words("stationery.person"),
            bold,
            33,
            margin,
            base - 30,
            width * 0.6,
            roles["ink"],
            language,
        )
    )
    items.append(Rect(width - 26, 0, 26, height, Solid(roles["accent"])))
    return Scene(width, height, tuple(items))


def card_back(identity: Identity) -> Scene:
    """Its back: the style's picture, and the logo where the picture keeps room."""
    picture = compose(identity, 900, 500, 0, crowd=1.0)
    items = list(picture.scene.items)
    room = picture.title
    box = room.box
    lockup, scale = _on_a_card(identity, box)
    width, height = lockup.box.width * scale, lockup.box.height * scale
    clear = min(lockup.clear_space * scale, box.height - height)
    x = box.center[0] - width / 2 if room.align == "center" else box.left
    y = {
        "top": box.top + clear,
        "middle": box.center[1] - height / 2,
        "bottom": box.bottom - height - clear,
    }[room.side]
    items.append(logo(lockup, x, y, width, room.ink))
    return Scene(900, 500, tuple(items))


def _on_a_card(identity: Identity, box: Box) -> tuple[Lockup, float]:
    """The first of the logo's forms that a card has room for, and its scale (px of the drawing).

    Room is its least width in print (10 px are 1 mm) and its clear space, to the card's edge too.
    """
    mark = identity.logo
    kinds = [kind for kind in (mark.primary, "stacked", "symbol") if kind in mark.kinds]
    for kind in kinds:
        lockup = mark.lockup(kind)
        scale = min(
            box.width * 0.74 / lockup.box.width,
            max(360.0, lockup.min_width_mm * 10) / lockup.box.width,
            box.height * 0.5 / lockup.box.height,
            box.left / lockup.clear_space,
        )
        if lockup.box.width * scale >= lockup.min_width_mm * 10:
            break
    return lockup, scale


def letter(identity: Identity, words: Words) -> Scene:
    """A letter, 1050 × 1485 px for A4."""
    width, height, margin = 1050.0, 1485.0, 110.0
    language = words.language
    light = identity.palette.light
    bold, body = identity.type.body_bold, identity.type.body
    items: list[Item] = [Rect(0, 0, width, height, Solid("#ffffff"))]
    lockup = identity.logo.lockup(identity.logo.primary, language)
    tall = 76.0 if lockup.kind != "wordmark" else 46.0
    least = lockup.min_width_mm * 5
    logo_width = min(max(tall * lockup.box.width / lockup.box.height, least), width * 0.46)
    items.append(logo(lockup, margin, 92, logo_width, paints(identity.palette, "color")))
    items.append(
        line(
            words("stationery.letter_date"),
            body,
            21,
            width - margin,
            132,
            light["ink-muted"],
            anchor="end",
            language=language,
        )
    )
    y = 390.0
    first, _, rest = words("stationery.letter").partition("\n")
    items.append(line(first, bold, 30, margin, y, light["ink"], language=language))
    set_rest = paragraph(
        rest,
        body,
        24,
        margin,
        y + 66,
        width - 2.6 * margin,
        light["ink"],
        leading=1.62,
        language=language,
    )
    items.extend(set_rest)
    y += 66 + len(set_rest) * 24 * 1.62 + 54
    items.append(
        line(words("stationery.regards"), body, 24, margin, y, light["ink"], language=language)
    )
    items.append(
        line(words("stationery.person"), bold, 24, margin, y + 40, light["ink"], language=language)
    )
    band = compose(identity, 1050, 190, 0) if identity.style.cover == "steppe" else None
    if band is not None:
        items.append(
            Group(
                band.scene.items,
                Affine.translation(0, height - 190),
                clip=Path.rect(0, 124, 1050, 66),
            )
        )
    else:
        items.append(Rect(0, height - 26, width, 26, Solid(light["primary"])))
        items.append(Rect(width * 0.9, height - 26, width * 0.1, 26, Solid(light["accent"])))
    x = margin
    for _, text in contacts(identity, language, 3):
        set_text = _line(text, body, 19, x, height - 116, 300, light["ink-muted"], language)
        items.append(set_text)
        x += max(set_text.line.width * set_text.size + 44, 180)
    return Scene(width, height, tuple(items))


def app_icon(identity: Identity, round_: bool = False) -> Scene:
    """The icon of an app (a rounded square) or of a profile (a circle), 800 × 800 px: the kit's
    own, as a phone cuts it."""
    size = 800
    shape = (
        Path.ellipse(size / 2, size / 2, size / 2)
        if round_
        else Path.rect(0, 0, size, size, size * 0.225)
    )
    art = design(identity)
    icon = maskable_scene(art, size) if round_ else square_scene(art, size)
    return Scene(size, size, (Group(icon.items, clip=shape),))


def browser_tab(identity: Identity, language: str) -> Scene:
    """A browser's tab with the icon beside the name, and the icon alone at 16 and 32 px (drawn
    larger), 800 × 800 px."""
    roles = identity.palette.first
    width = height = 800.0
    mark = symbol_of(identity)
    colors = paints(identity.palette, "on-dark" if identity.palette.dark_first else "color")

    def icon(x: float, y: float, size: float) -> Group:
        wide = size * min(1.0, mark.box.width / mark.box.height)
        tall = height_of(mark, wide)
        return logo(mark, x + (size - wide) / 2, y + (size - tall) / 2, wide, colors)

    frame = Path.rect(4, 4, width - 8, height - 8, 30)
    inside: list[Item] = [
        Rect(0, 0, width, height, Solid(roles["surface-raised"])),
        Rect(0, 0, width, 150, Solid(roles["neutral"])),
        Rect(46, 40, 560, 140, Solid(roles["surface-raised"]), 26),
        Rect(0, 150, width, 60, Solid(roles["surface-raised"])),
        icon(84, 70, 52),
    ]
    name = identity.name.get(language)
    face = carrier(name, identity.type.body, identity.type.heading)
    words = clipped(name, face, 34, 380, language)
    inside.append(line(words, face, 34, 160, 107, roles["ink"], language=language))
    inside.append(Rect(46, 196, width - 92, 74, Solid(roles["surface"]), 37))
    site = identity.contact.get("site")
    if site is not None:
        inside.append(
            _line(
                site.get(language),
                identity.type.body,
                30,
                84,
                243,
                width - 180,
                roles["ink-muted"],
                language,
            )
        )
    inside.append(icon(120, 420, 190))
    inside.append(icon(470, 515, 95))
    text = roles["ink-muted"]
    inside.append(line("32 px", identity.type.body, 30, 215, 710, text, anchor="middle"))
    inside.append(line("16 px", identity.type.body, 30, 517, 710, text, anchor="middle"))
    return Scene(
        width,
        height,
        (Group(tuple(inside), clip=frame), Line(frame, Solid(roles["outline"]), 3)),
    )


def clipped(text: str, face: Face, size: float, width: float, language: str) -> str:
    """`text`, or as much of it as fits with an ellipsis, as a tab shows a long title."""
    if fitting_size(text, face, size, width, language) == size:
        return text
    while text and fitting_size(text + "…", face, size, width, language) < size:
        text = text[:-1]
    return text.rstrip() + "…"


def _line(
    text: str, face: Face, size: float, x: float, y: float, width: float, color: str, language: str
) -> Text:
    chosen = carrier(text, face)
    return line(
        text,
        chosen,
        fitting_size(text, chosen, size, width, language),
        x,
        y,
        color,
        language=language,
    )
