"""The brand on the page: its colours, its logo with every file of it, typefaces, patterns."""

from __future__ import annotations

from typing import Any

from creativekit.brand.core_colors import SHARES, chip_roles, core_colors
from creativekit.color.contrast import TEXT, black_or_white, readable
from creativekit.identity.colorway import ground
from creativekit.identity.model import Identity
from creativekit.press.gallery import documents
from creativekit.press.gallery.contents import Contents
from creativekit.press.gallery.speech import Guide, Said, Speech

_RAMPS = ("primary", "accent", "neutral")
_SVG = ".svg"
_LOGO_PX = 600.0


def colors(identity: Identity, speech: Speech, guide: Guide) -> dict[str, Any]:
    palette = identity.palette
    named = core_colors(identity)

    def on(color: str) -> str:
        return readable(color, (palette.light["ink"], palette.dark["ink"]), TEXT)

    swatches = {
        key: {
            "color": color.hex,
            "on": on(color.hex),
            "name": speech.of(color.name),
            "role": speech.guided(guide, f"palette.{key}"),
        }
        for key, color in named.items()
    }
    return {
        "main": {key: swatches[key] for key in SHARES},
        "chips": [swatches[key] for key in chip_roles(named)],
        "ramps": [
            {
                "name": speech.guided(guide, f"ramps.{key}"),
                "steps": [
                    {
                        "step": step,
                        "color": color,
                        "on": black_or_white(color),
                        "about": _step(speech, guide, key, step, color),
                    }
                    for step, color in palette.ramps[key]
                ],
            }
            for key in _RAMPS
        ],
    }


def _step(speech: Speech, guide: Guide, ramp: str, step: int, color: str) -> Said:
    """What a step of a ramp is called to those who do not see it; the visible words come first."""
    names, told = (
        speech.guided(guide, f"ramps.{ramp}"),
        speech.guided(guide, "guide.copy", value=color),
    )
    return tuple(
        f"{step} {color} · {name}: {about}" for name, about in zip(names, told, strict=True)
    )


def logo(identity: Identity, contents: Contents, speech: Speech, guide: Guide) -> dict[str, Any]:
    logo, palette = identity.logo, identity.palette
    kinds = logo.kinds
    first = logo.primary
    second = next(
        (each for each in ("stacked", "symbol") if each in kinds and each != first), first
    )
    small = "symbol" if "symbol" in kinds else second
    fill = palette.first["primary"]
    on_fill = "white" if readable(fill, ("#ffffff",), 3.0) == "#ffffff" else "black"
    plan = (
        (first, "color", ground(palette, "color")),
        (second, on_fill, fill),
        (first, "black", "#ffffff"),
        (first, "on-dark", ground(palette, "on-dark")),
        (small, "white", palette.ramps["primary"][800]),
    )
    tiles = []
    for kind, way, under in plan:
        file = documents.logo_file(contents, kind, way)
        if file is None:
            continue
        lockup = logo.lockup(kind)
        tiles.append(
            {
                "href": file.href,
                "ground": under,
                "on": readable(
                    under, (palette.light["ink-muted"], palette.dark["ink-muted"]), TEXT
                ),
                "ratio": round(lockup.box.width / lockup.box.height, 3),
                "width": round(_LOGO_PX),
                "height": max(1, round(_LOGO_PX * lockup.box.height / lockup.box.width)),
                "caption": tuple(
                    f"{guide[code](f'versions.{kind}')}, {guide[code](f'versions.{way}')}"
                    for code in speech.languages
                ),
            }
        )
    return {"tiles": tiles, **documents.lockups(contents, speech, guide)}


def faces(identity: Identity, contents: Contents, speech: Speech) -> dict[str, Any] | None:
    files = contents.below("brand/type")
    if not files:
        return None
    type_ = identity.type
    same = type_.heading.family == type_.body.family
    return {
        "heading": type_.heading.family,
        "body": "" if same else type_.body.family,
        "lead": speech.word("type_lead_one" if same else "type_lead"),
        "links": [
            documents.link(each, speech, speech.plain(each.path.removeprefix("brand/type/")))
            for each in files
        ],
    }


def pattern(contents: Contents, speech: Speech) -> dict[str, Any] | None:
    """Tiles as they repeat: those that have a drawing and more than one size."""
    files = contents.below("brand/pattern")
    if not files:
        return None
    names = {each.name for each in files}
    tiles: list[dict[str, Any]] = []
    for each in files:
        stem = each.stem
        if each.ending != _SVG or stem.startswith("border"):
            continue
        large = f"{stem}-large.png" in names
        tiles.append(
            {
                "href": each.href,
                "name": stem,
                "large": large,
                "links": [
                    documents.link(other, speech, speech.plain(other.name))
                    for other in files
                    if other.stem.partition("@")[0].removesuffix("-large").removesuffix("-small")
                    == stem
                ],
            }
        )
    shown = {link["href"] for tile in tiles for link in tile["links"]}
    return {
        # The pattern itself, then its quiet texture.
        "groups": [
            found for large in (True, False) if (found := [t for t in tiles if t["large"] is large])
        ],
        "links": [
            documents.link(each, speech, speech.plain(each.name))
            for each in files
            if each.href not in shown
        ],
    }
