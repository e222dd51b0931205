"""Colourways: what each role of a logo is painted with, and a lockup painted so.

"color" is for light grounds and "on-dark" for dark ones; "black" and "white" have one colour and
real holes, for stamps, engraving, fax and film. The brand's colour is kept wherever it can be
seen: at 3 to 1 against its ground (WCAG 2.2, 1.4.11, graphical objects), else the nearest step
of its ramp that can. A badge keeps it always: what has to be seen there are its letters, and on a
colour too near to the paper they are dark, so a yellow brand's badge is yellow, not mustard. A name
that is the whole logo asks for a little more, because its hairlines do. The accent paints
details only, so it is held to be another colour than the ground (the palette promises that), not to
a ratio.

A layer of the role "surface" shows what is behind the logo: it is cut out of the layers under it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from creativekit.canvas.outline_ops import subtract
from creativekit.canvas.path import Affine, Box, Path
from creativekit.canvas.scene import Group, Item, Picture, Scene, Shape, Solid
from creativekit.color.contrast import GRAPHICS, ratio, readable
from creativekit.color.palette import Palette
from creativekit.color.ramp import STEPS, Ramp
from creativekit.color.tone import tone
from creativekit.identity.mark import Artwork, Layer
from creativekit.identity.model import Lockup

BLACK, WHITE = "#000000", "#ffffff"
GROUND = "surface"
LETTERS = "letters"
BEHIND = "behind"

# Letters of a logo: between large text (3) and text (4.5).
_READ = 3.75

Paints = Mapping[str, str | None]
"""What each role is painted with, `#rrggbb`; None is cut out; a role that is not there is as "ink".
`behind` is the ground they are for, where there is one: it paints nothing."""


def paints(palette: Palette, colorway: str) -> Paints:
    """The paints of "color", "on-dark", "black" or "white". KeyError for another."""
    if colorway in ("black", "white"):
        color = {"black": BLACK, "white": WHITE}[colorway]
        return one(color)
    roles = {"color": palette.light, "on-dark": palette.dark}[colorway]
    grounds = (roles["surface"], WHITE if colorway == "color" else roles["surface-raised"])
    primary = badge = roles["primary"]
    letters = None
    if any(ratio(primary, each) < GRAPHICS for each in grounds):
        letters = readable(badge, (roles["ink"],))
        primary = _moved(primary, roles["primary-ink"], palette.ramps["primary"], grounds)
    is_read = ratio(primary, roles["surface"]) >= _READ
    return {
        "primary": primary,
        "primary-ink": primary if is_read else roles["primary-ink"],
        "accent": roles["accent"],
        "ink": roles["ink"],
        "badge": badge,
        LETTERS: letters,
        GROUND: None,
        BEHIND: roles["surface"],
    }


def one(color: str) -> Paints:
    """The paints of a logo in one colour."""
    roles = ("primary", "primary-ink", "accent", "ink", "badge")
    return {**dict.fromkeys(roles, color), LETTERS: None, GROUND: None}


def ground(palette: Palette, colorway: str) -> str:
    """A ground that the colourway is made for: the brand's own light or dark surface, or white."""
    return {
        "color": palette.light["surface"],
        "on-dark": palette.dark["surface"],
        "black": WHITE,
        "white": palette.dark["surface"],
    }[colorway]


def _moved(color: str, read: str, ramp: Ramp, grounds: Sequence[str]) -> str:
    """The step of the colour's ramp nearest in tone that has 3 to 1 on every ground; `read`, the
    brand's colour as text, where there is none."""
    able = [step for step in STEPS if all(ratio(ramp[step], each) >= GRAPHICS for each in grounds)]
    if not able:
        return read
    own = tone(color)
    return ramp[min(able, key=lambda step: abs(tone(ramp[step]) - own))]


def lockup_scene(
    lockup: Lockup, paints: Paints, width_px: float, margin: str = "none", title: str = ""
) -> Scene:
    """The lockup `width_px` wide, margin included, as high as it comes out.

    margin: "none" ends at the ink, "clear" leaves the clear space on every side.
    """
    space = lockup.clear_space if margin == "clear" else 0.0
    box = lockup.box.inset(-space)
    scale = width_px / box.width
    place = Affine(scale, 0.0, 0.0, scale, -box.left * scale, -box.top * scale)
    items = painted(lockup.layers, lockup.pictures, paints, place)
    return Scene(width_px, box.height * scale, items, title)


def painted(
    layers: Sequence[Layer],
    pictures: Sequence[tuple[Artwork, Box]],
    paints: Paints,
    place: Affine,
) -> tuple[Item, ...]:
    """A mark's or a lockup's layers and brought artwork as they are painted, moved by `place`."""
    brought = [_artwork(artwork, box, paints, place) for artwork, box in pictures]
    return (*brought, *_shapes(layers, paints, place))


def _shapes(layers: Sequence[Layer], paints: Paints, place: Affine) -> list[Item]:
    laid: list[tuple[Path, str]] = []
    for layer in layers:
        color = paints.get(layer.role, paints["ink"])
        if color is None:
            laid = [(subtract(under, layer.path), paint) for under, paint in laid]
        else:
            laid.append((layer.path, color))
    return [Shape(path.transform(place), Solid(color)) for path, color in laid if path]


def one_color(paints: Paints) -> str | None:
    """The one colour that paints everything, or None when there are several."""
    colors = {color for role, color in paints.items() if color is not None and role != BEHIND}
    return colors.pop() if len(colors) == 1 else None


def _artwork(artwork: Artwork, box: Box, paints: Paints, place: Affine) -> Item:
    """A brought logo in its own colours; in one, where it has to be or would not be seen."""
    # Most logos are made, not brought: only the others pay for looking at pixels.
    from creativekit.identity.silhouette import shows_on, tinted

    scale = box.width * place.a / artwork.scene.width
    left, top = place.apply(box.left, box.top)
    onto = Affine(scale, 0.0, 0.0, scale, left, top)
    color, behind = one_color(paints), paints.get(BEHIND)
    if color is None and behind is not None and not shows_on(artwork.scene, behind):
        color = paints["ink"]
    if color is None:
        return Group(artwork.scene.items, onto)
    if artwork.outline is not None:
        return Shape(artwork.outline.transform(onto), Solid(color))
    assert artwork.stencil is not None  # one of the two is always there
    height = artwork.scene.height * scale
    return Picture(tinted(artwork.stencil, color), left, top, box.width * place.a, height)
