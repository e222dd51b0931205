"""Colourways: what each role of a logo is painted with, and a lockup painted so.

"color" is for light grounds and "on-dark" for dark ones; "black" and "white" have one colour and
real holes, for stamps, engraving, fax and film. The brand's colour is kept wherever it can be
seen: at 3 to 1 against its ground (WCAG 2.2, 1.4.11, graphical objects), else the nearest step
of its ramp that can. The accent paints details only, so it is held to be another colour than the
ground (the palette promises that), not to a ratio.

A layer of the role "surface" shows what is behind the logo: it is cut out of the layers under it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from creativekit.canvas.outline_ops import subtract
from creativekit.canvas.path import Affine, Box, Path
from creativekit.canvas.scene import Item, Picture, Scene, Shape, Solid
from creativekit.color.contrast import GRAPHICS, ratio
from creativekit.color.palette import Palette
from creativekit.color.ramp import STEPS, Ramp
from creativekit.color.tone import tone
from creativekit.identity.mark import Layer
from creativekit.identity.model import Lockup

BLACK, WHITE = "#000000", "#ffffff"
GROUND = "surface"
BEHIND = "behind"

# Under this ratio a colour of a brought logo is lost on its ground.
LEAST_SEEN = 1.6
_PAPER_TONE = 95.0

Paints = Mapping[str, str | None]
"""What each role is painted with, `#rrggbb`; None is cut out. `behind` is the ground they are for,
where there is one: it paints nothing."""


def paints(palette: Palette, colorway: str) -> Paints:
    """The paints of "color", "on-dark", "black" or "white". KeyError for another."""
    if colorway in ("black", "white"):
        color = {"black": BLACK, "white": WHITE}[colorway]
        return {"primary": color, "accent": color, "ink": color, GROUND: None}
    roles = {"color": palette.light, "on-dark": palette.dark}[colorway]
    grounds = (roles["surface"], WHITE if colorway == "color" else roles["surface-raised"])
    return {
        "primary": _seen(roles["primary"], palette.ramps["primary"], grounds),
        "accent": roles["accent"],
        "ink": roles["ink"],
        GROUND: None,
        BEHIND: roles["surface"],
    }


def ground(palette: Palette, colorway: str) -> str:
    """A ground that the colourway is made for: the brand's own light or dark surface, or white."""
    return {
        "color": palette.light["surface"],
        "on-dark": palette.dark["surface"],
        "black": WHITE,
        "white": palette.dark["surface"],
    }[colorway]


def _seen(color: str, ramp: Ramp, grounds: Sequence[str]) -> str:
    """The colour, or the step of its ramp nearest in tone that has 3 to 1 on every ground."""
    if all(ratio(color, each) >= GRAPHICS for each in grounds):
        return color
    able = [step for step in STEPS if all(ratio(ramp[step], each) >= GRAPHICS for each in grounds)]
    own = tone(color)
    return ramp[min(able, key=lambda step: abs(tone(ramp[step]) - own))] if able else color


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
    pictures: Sequence[tuple[bytes, Box]],
    paints: Paints,
    place: Affine,
) -> tuple[Item, ...]:
    """A mark's or a lockup's layers and pictures as they are painted, moved by `place`."""
    return (*_pictures(pictures, paints, place), *_shapes(layers, paints, place))


def _shapes(layers: Sequence[Layer], paints: Paints, place: Affine) -> list[Item]:
    laid: list[tuple[Path, str]] = []
    for path, color in _layer_paints(layers, paints):
        if color is None:
            laid = [(subtract(under, path), paint) for under, paint in laid]
        else:
            laid.append((path, color))
    return [Shape(path.transform(place), Solid(color)) for path, color in laid if path]


def _layer_paints(layers: Sequence[Layer], paints: Paints) -> list[tuple[Path, str | None]]:
    """Each layer's outline and paint.

    The colours of a brought logo are roles of their own, `#rrggbb`, and paint themselves while all
    of them can be seen. Else, and where there is one colour for everything, they take that colour,
    and the whites among them show the ground.
    """
    own = [layer for layer in layers if layer.role.startswith("#")]
    only = one_color(paints)
    if only is None and own and _is_lost(own, paints[BEHIND]):
        only = paints["ink"]
    some_color = any(not is_white(layer.role) for layer in own)
    found: list[tuple[Path, str | None]] = []
    for layer in layers:
        paint = paints[layer.role] if layer not in own else layer.role
        if layer in own and only is not None:
            paint = None if some_color and is_white(layer.role) else only
        found.append((layer.path, paint))
    return found


def _is_lost(layers: Sequence[Layer], ground: str | None) -> bool:
    """Whether a layer melts into the ground: near its colour, and not on a layer that shows."""
    shown: list[Box] = []
    for layer in layers:
        if not layer.path:
            continue
        box = layer.path.bounds
        if ground is None or ratio(layer.role, ground) >= LEAST_SEEN:
            shown.append(box)
        elif not any(box.union(each) == each for each in shown):
            return True
    return False


def is_white(color: str) -> bool:
    """Whether a colour of a brought logo is paper rather than ink."""
    return tone(color) >= _PAPER_TONE


def one_color(paints: Paints) -> str | None:
    """The one colour that paints everything, or None when there are several."""
    colors = {color for role, color in paints.items() if color is not None and role != BEHIND}
    return colors.pop() if len(colors) == 1 else None


def _pictures(pictures: Sequence[tuple[bytes, Box]], paints: Paints, place: Affine) -> list[Item]:
    if not pictures:
        return []
    # Most logos are outlines: only those that are pixels pay for numpy.
    from creativekit.identity.silhouette import recolored, shows_on

    items: list[Item] = []
    for data, box in pictures:
        left, top = place.apply(box.left, box.top)
        only, behind = one_color(paints), paints.get(BEHIND)
        if only is None and behind is not None and not shows_on(data, behind):
            only = paints["ink"]
        painted = data if only is None else recolored(data, only)
        items.append(Picture(painted, left, top, box.width * place.a, box.height * place.a))
    return items
