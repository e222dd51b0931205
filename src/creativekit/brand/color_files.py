"""brand/color/: the palette in every form a program or a printer asks for, from one list.

Web: CSS, SCSS, Tailwind, design tokens. Desktop: ASE (Adobe), ACO (Photoshop), GPL (GIMP and
Inkscape), SOC (LibreOffice). People: a swatch sheet, and a contrast report in each language.
"""

from __future__ import annotations

from collections.abc import Callable

from creativekit.brand import contrast_page, swatches
from creativekit.brand.core_colors import core_colors
from creativekit.brand.tokens import aco, ase, css, dtcg, gpl, scss, soc, tailwind
from creativekit.brand.tokens.model import Tokens, TypeTokens, tokens
from creativekit.errors import msg
from creativekit.identity.model import Identity
from creativekit.jobs import Job
from creativekit.language.slugs import slug

FOLDER = "brand/color"


def jobs(identity: Identity) -> tuple[Job, ...]:
    """Tokens and palettes, the swatch sheet, and the contrast report by language."""
    listed = token_list(identity)
    stem = slug(str(identity.name), "brand")
    label = msg("colours")
    files: dict[str, Callable[[Tokens], bytes]] = {
        f"tokens/{dtcg.FOUNDATION_FILE}": dtcg.foundation,
        f"tokens/{dtcg.THEME_FILES['light']}": _light,
        f"tokens/{dtcg.THEME_FILES['dark']}": _dark,
        f"tokens/{dtcg.RESOLVER_FILE}": dtcg.resolver,
        f"tokens/{dtcg.LEGACY_FILE}": dtcg.legacy,
        "web/brand.css": _css,
        "web/_brand.scss": _scss,
        "web/brand.tailwind.css": _tailwind,
        f"{stem}.ase": ase.ase,
        f"{stem}.aco": aco.aco,
        f"{stem}.gpl": gpl.gpl,
        f"{stem}.soc": soc.soc,
    }
    made = [Job(f"{FOLDER}/{path}", make, (listed,), label, 0.1) for path, make in files.items()]
    made.append(Job(f"{FOLDER}/{stem}-swatches.png", _swatch_png, (identity,), label, 2))
    made.append(Job(f"{FOLDER}/{stem}-swatches.svg", _swatch_svg, (identity,), label))
    report = msg("contrast report")
    made.append(Job(f"{FOLDER}/contrast.json", contrast_page.data, (identity,), report, 0.5))
    for language in identity.languages:
        path = f"{FOLDER}/contrast-{language}.html"
        made.append(Job(path, contrast_page.page, (identity, language), report))
    return tuple(made)


def token_list(identity: Identity) -> Tokens:
    """The brand's tokens, its colours called by name in the main language."""
    palette, type_ = identity.palette, identity.type
    pairing = type_.pairing
    called = core_colors(identity)
    return tokens(
        palette,
        TypeTokens(
            heading_family=type_.heading.family,
            heading_weight=type_.heading.weight,
            body_family=type_.body.family,
            body_weight=type_.body.weight,
            scale=type_.scale,
            heading_scale=type_.heading_scale,
            heading_leading=type_.leading,
            heading_tracking=type_.tracking,
            heading_fallback=pairing.heading_fallback,
            body_fallback=pairing.body_fallback,
        ),
        identity.name.get(identity.main_language),
        {role: color.name.get(identity.main_language) for role, color in called.items()},
    )


# Jobs are pickled by the name of their maker, so each of these is a function of its own.


def _light(listed: Tokens) -> bytes:
    return dtcg.theme(listed, "light")


def _dark(listed: Tokens) -> bytes:
    return dtcg.theme(listed, "dark")


def _css(listed: Tokens) -> bytes:
    return css.css(listed).encode("utf-8")


def _scss(listed: Tokens) -> bytes:
    return scss.scss(listed).encode("utf-8")


def _tailwind(listed: Tokens) -> bytes:
    return tailwind.tailwind(listed).encode("utf-8")


def _swatch_png(identity: Identity) -> bytes:
    from creativekit.canvas.backends.raster import png

    return png(swatches.scene(identity))


def _swatch_svg(identity: Identity) -> bytes:
    from creativekit.canvas.backends.svg import svg

    # Two hundred labels are written with a few dozen letters.
    return svg(swatches.scene(identity), text="shared").encode("utf-8")
