"""A post in the brand's style: its composition, one line that is biggest, and the logo."""

from __future__ import annotations

from creativekit.artwork.compositions import compose
from creativekit.artwork.lettering import carrier, headline
from creativekit.artwork.sheet import Room
from creativekit.artwork.signature import logo
from creativekit.canvas.scene import Item, Scene
from creativekit.canvas.typeset import fitting_size, line
from creativekit.identity.model import Identity


def sample_post(
    identity: Identity,
    language: str,
    text: str,
    lines: tuple[str, ...] = (),
    *,
    variant: int = 0,
    width: float = 1080,
    height: float = 1350,
) -> Scene:
    """A post of `width` × `height` px with `text` as its headline and `lines` under it."""
    picture = compose(identity, width, height, variant)
    short = min(width, height)
    items: list[Item] = list(picture.scene.items)
    items.extend(
        headline(
            text,
            identity.type,
            picture.title,
            language,
            most=short * 0.145 * identity.type.heading_scale,
            upper=identity.style.cover == "bold",
            under=lines,
            under_size=short * 0.032,
        )
    )
    items.extend(_signature(identity, language, picture.foot, short))
    return Scene(width, height, tuple(items), text)


def _signature(identity: Identity, language: str, room: Room, short: float) -> list[Item]:
    """The logo, and where to find the brand, at the foot."""
    height = short * 0.058
    lockup = identity.logo.lockup(identity.logo.primary, language)
    if lockup.kind == "wordmark":
        height *= 0.62
    box = room.box
    width = min(height * lockup.box.width / lockup.box.height, box.width * 0.5)
    height = width * lockup.box.height / lockup.box.width
    site = identity.contact.get("site") or identity.contact.get("instagram")
    centered = room.align == "center"
    x = (box.left + box.right - width) / 2 if centered else box.left
    items: list[Item] = [logo(lockup, x, box.bottom - height, width, room.ink)]
    if site is not None and not centered:
        text = site.get(language)
        face = carrier(text, identity.type.body, identity.type.heading)
        size = fitting_size(text, face, short * 0.028, box.width - width - short * 0.05, language)
        if size > short * 0.016:
            y = box.bottom - height / 2 + size * 0.36
            items.append(
                line(text, face, size, box.right, y, room.ink, anchor="end", language=language)
            )
    return items
