"""Pages about the logo: its versions, the space it needs, how small it may be, what not to do."""

from __future__ import annotations

from creativekit.artwork.signature import alone
from creativekit.brand.guide.clear_space import clear_space, fraction_text
from creativekit.brand.guide.desk import Desk, Page, is_dark, sizes_text
from creativekit.brand.guide.misuse import MISUSES, behind, misuse
from creativekit.color.contrast import GRAPHICS, ratio, readable
from creativekit.identity.colorway import BEHIND, Paints, one, paints
from creativekit.identity.model import Lockup

_NEAR = 1.12
_WIDEST = 255.0


def pages(desk: Desk) -> list[Page]:
    return [_versions(desk), _space(desk), _minimum(desk), _misuse(desk)]


def _main(desk: Desk) -> Lockup:
    return desk.identity.logo.lockup(desk.identity.logo.primary, desk.language)


def colors_on(desk: Desk, ground: str) -> Paints:
    """The colourway for a ground, or one colour where the brand's would not be seen on it."""
    painted = paints(desk.identity.palette, "on-dark" if is_dark(ground) else "color")
    main = [color for role in ("primary", "ink") if (color := painted[role]) is not None]
    if min(ratio(color, ground) for color in main) >= 2.5:
        return {**painted, BEHIND: ground}
    return one(readable(ground, ("#ffffff",), 3.0))


def _versions(desk: Desk) -> Page:
    logo, palette, words = desk.identity.logo, desk.identity.palette, desk.words
    kinds = logo.kinds
    first = logo.primary
    second = next(
        (kind for kind in ("stacked", "symbol") if kind in kinds and kind != first), first
    )
    small = "symbol" if "symbol" in kinds and second != "symbol" else first
    fill = palette.first["primary"]
    plan = [
        (first, "color", palette.light["surface"]),
        (second, "white" if readable(fill, ("#ffffff",), 3.0) == "#ffffff" else "black", fill),
        (first, "black", "#ffffff"),
        (first, "on-dark", palette.dark["surface"]),
        (small, "white", palette.ramps["primary"][800]),
    ]
    tiles = []
    base = desk.look.grounds["base"].ground
    for index, (kind, colorway, ground) in enumerate(plan):
        lockup = logo.lockup(kind, desk.language)
        painted = colors_on(desk, ground) if colorway == "color" else paints(palette, colorway)
        names = words(f"versions.{kind}"), words(f"versions.{colorway}")
        caption = f"{names[0]}, {names[1]}"
        tiles.append(
            {
                "picture": desk.draw(
                    f"version{index}",
                    lambda lockup=lockup, painted=painted: alone(lockup, painted),  # type: ignore[misc]
                    shared=False,
                ),
                "ratio": lockup.box.width / lockup.box.height,
                "ground": ground,
                "ink": readable(
                    ground, (palette.light["ink-muted"], palette.dark["ink-muted"]), 4.5
                ),
                "edge": ratio(ground, base) < _NEAR,
                "caption": caption,
                "alt": words(
                    "versions.picture", name=desk.name, kind=names[0].lower(), colorway=names[1]
                ),
            }
        )
    return {
        "kind": "versions",
        "title": words("versions.title"),
        "tiles": tiles,
        "note": words(f"versions.{first}_note"),
    }


def _space(desk: Desk) -> Page:
    lockup = _main(desk)
    ground = desk.look.grounds["base"]
    fraction = fraction_text(lockup.clear_fraction, desk.language)
    scene = clear_space(desk.identity, lockup, colors_on(desk, ground.ground), ground)
    of = "symbol" if lockup.clear_space_of == "symbol" else "cap"
    return {
        "kind": "space",
        "title": desk.words("space.title"),
        "picture": desk.draw("space", lambda: scene, shared=False),
        "ratio": scene.width / scene.height,
        "alt": desk.words("space.picture", fraction=fraction),
        "note": desk.words(f"space.{of}", fraction=fraction),
    }


def _minimum(desk: Desk) -> Page:
    logo, language = desk.identity.logo, desk.language
    ground = desk.look.grounds["base"].ground
    kinds = [logo.primary] + [
        kind for kind in ("symbol",) if kind in logo.kinds and kind != logo.primary
    ]
    rows = []
    for kind in kinds:
        lockup = logo.lockup(kind, language)
        ratio_ = lockup.box.width / lockup.box.height
        least = lockup.min_width_mm
        tallest = 26.0 if kind != "symbol" else 24.0
        largest = min(96.0, tallest * ratio_)
        widths = [width for width in (largest, (largest * least) ** 0.5) if width > least * 1.35]
        scene = alone(lockup, colors_on(desk, ground))
        rows.append(
            {
                "picture": desk.draw(f"least{kind}", lambda scene=scene: scene, shared=False),  # type: ignore[misc]
                "ratio": ratio_,
                "alt": desk.words(
                    "versions.picture",
                    name=desk.name,
                    kind=desk.words(f"versions.{kind}").lower(),
                    colorway=desk.words("versions.color"),
                ),
                "items": [
                    *(
                        {
                            "width": float(round(width)),
                            "label": desk.words(
                                "minimum.width", mm=sizes_text(float(round(width)), language)
                            ),
                            "smallest": False,
                        }
                        for width in widths
                    ),
                    {
                        "width": min(least, _WIDEST),
                        "label": desk.words(
                            "minimum.size", mm=sizes_text(least, language), px=lockup.min_width_px
                        ),
                        "smallest": True,
                    },
                ],
            }
        )
    return {"kind": "minimum", "title": desk.words("minimum.title"), "rows": rows}


def _misuse(desk: Desk) -> Page:
    lockup = _main(desk)
    ground = desk.look.grounds["base"]
    colors = colors_on(desk, ground.panel)
    danger = desk.identity.palette.ramps["danger"]
    reds = [danger[step] for step in (500, 600, 400, 700, 300)]
    tiles = []
    for kind in MISUSES:
        caption = desk.words(f"misuse.{kind}")
        tiles.append(
            {
                "picture": desk.draw(
                    f"misuse{kind}",
                    lambda kind=kind: misuse(  # type: ignore[misc]
                        desk.identity, lockup, kind, colors, ground
                    ),
                    shared=False,
                ),
                "caption": caption,
                # Red if it can be: the stroke is to be seen on the tile it strikes out.
                "wrong": readable(behind(desk.identity, kind, ground), reds, GRAPHICS),
                "alt": desk.words("misuse.picture", what=caption),
            }
        )
    return {"kind": "misuse", "title": desk.words("misuse.title"), "tiles": tiles}
