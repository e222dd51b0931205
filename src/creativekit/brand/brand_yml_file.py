"""brand/_brand.yml: the brand for Quarto, Shiny and whatever else reads brand.yml.

Paths in it are relative to the folder it lies in, so the folder can be copied as a whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from creativekit.errors import msg
from creativekit.identity.model import Identity
from creativekit.jobs import Job

if TYPE_CHECKING:
    from creativekit.project.brand_yml import BrandYml, FontFile

FOLDER = "brand"

_ROLES = ("primary", "secondary", "tertiary", "success", "info", "warning", "danger")


def jobs(identity: Identity, kit_files: Sequence[str]) -> tuple[Job, ...]:
    """The one Job. kit_files: paths of the kit's other files, logos and fonts among them."""
    files = tuple(path.removeprefix(f"{FOLDER}/") for path in kit_files)
    return (Job(f"{FOLDER}/_brand.yml", _file, (identity, files), msg("_brand.yml"), 0.2),)


def _file(identity: Identity, files: tuple[str, ...]) -> bytes:
    # A YAML library is not needed to plan a kit: 45 ms that only this file is worth.
    from creativekit.project.brand_yml import export_brand_yml

    return export_brand_yml(_brand(identity, files)).encode("utf-8")


def _brand(identity: Identity, files: Sequence[str]) -> BrandYml:
    from creativekit.project.brand_yml import BrandYml

    palette, type_ = identity.palette, identity.type
    light = palette.light
    named = {"brand": palette.seed, **{role: light[role] for role in (*_ROLES, "accent")}}
    roles = {role: role for role in _ROLES}
    roles |= {"foreground": light["ink"], "background": light["surface"]}
    roles |= {"light": light["surface"], "dark": palette.dark["surface"]}
    site = identity.contact.get("site")
    return BrandYml(
        name=identity.name.get(identity.main_language),
        palette=named,
        roles=roles,
        heading=type_.heading.family,
        body=type_.body.family,
        heading_weight=type_.heading.weight,
        fonts=_fonts(identity, files),
        logos=_logos(identity, files),
        link=_address(site.get(identity.main_language)) if site else None,
    )


def _fonts(identity: Identity, files: Sequence[str]) -> dict[str, tuple[FontFile, ...]]:
    from creativekit.project.brand_yml import FontFile

    found: dict[str, tuple[FontFile, ...]] = {}
    for face in (identity.type.heading, identity.type.body):
        own = [
            path
            for path in files
            if path.startswith(f"type/{face.family}/") and path.lower().endswith((".ttf", ".otf"))
        ]
        variable = any(tag == "wght" for tag, _ in face.axes)
        weight = "100..900" if variable else str(face.weight)
        found[face.family] = tuple(
            FontFile(path, weight, "italic" if "Italic" in path else "normal") for path in own
        )
    return found


def _logos(identity: Identity, files: Sequence[str]) -> dict[str, tuple[str, str]]:
    """Light and dark SVGs by size: the symbol small, the primary lockup otherwise."""
    found: dict[str, tuple[str, str]] = {}
    sizes = {"small": "symbol", "medium": identity.logo.primary, "large": identity.logo.primary}
    for size, kind in sizes.items():
        light = _svg(files, kind, "color")
        dark = _svg(files, kind, "on-dark")
        if light and dark:
            found[size] = (light, dark)
    return found


def _svg(files: Sequence[str], kind: str, colorway: str) -> str | None:
    end = f"-{kind}-{colorway}.svg"
    return next((path for path in files if path.endswith(end)), None)


def _address(site: str) -> str:
    return site if "://" in site else f"https://{site}"
