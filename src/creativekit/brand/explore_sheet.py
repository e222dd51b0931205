"""The contact sheet of `creativekit explore`: a poster, logo and colours for each direction."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from creativekit.artwork.posts import sample_post
from creativekit.brand.explore import Direction, resolved
from creativekit.canvas.path import Affine
from creativekit.canvas.path import Path as Outline
from creativekit.canvas.scene import Group, Item, Rect, Scene, Solid
from creativekit.canvas.typeset import fitting_size, line
from creativekit.errors import msg
from creativekit.identity.colorway import lockup_scene, paints
from creativekit.identity.model import Identity
from creativekit.identity.styles import style
from creativekit.jobs import Job
from creativekit.language.catalogs import translator
from creativekit.project import templates
from creativekit.project.model import Project

FOLDER = "explore"
TEMPLATE = "brand/explore/index.html.j2"

CARD_WIDTH, POSTER_HEIGHT, CARD_HEIGHT = 480.0, 600.0, 716.0
_GAP, _COLUMNS = 40.0, 4
_GROUND, _INK, _MUTED = "#ececea", "#17191c", "#5a6066"


def contact_sheet_jobs(project: Project, directions: Sequence[Direction]) -> tuple[Job, ...]:
    """The sheet as one PNG and as one HTML file; paths are under explore/."""
    shown = tuple((each, resolved(project, each)) for each in directions)
    label = msg("directions to choose from")
    return (
        Job(f"{FOLDER}/directions.png", _png, (shown,), label, cost=6),
        Job(f"{FOLDER}/index.html", _page, (shown,), label, cost=4),
    )


def card(number: int, identity: Identity) -> Scene:
    """One direction, 480 × 716 px: a poster, then number, logo and the colours it lives by."""
    language = identity.main_language
    palette, type_ = identity.palette, identity.type
    lines = tuple(
        text.get(language) for text in (identity.tagline or identity.sector, identity.city) if text
    )
    poster = sample_post(
        identity,
        language,
        identity.name.get(language),
        lines,
        width=CARD_WIDTH * 2,
        height=POSTER_HEIGHT * 2,
    )
    items: list[Item] = [
        Rect(0, 0, CARD_WIDTH, CARD_HEIGHT, Solid("#ffffff")),
        Group(
            poster.items,
            transform=Affine.scaling(0.5),
            clip=Outline.rect(0, 0, CARD_WIDTH * 2, POSTER_HEIGHT * 2),
        ),
        line(f"{number}", type_.body_bold, 30, 24, POSTER_HEIGHT + 52, _INK),
        *_logo(identity, CARD_WIDTH - 24, POSTER_HEIGHT + 20, 280, 44),
    ]
    caption = f"{style(identity.style.id).title.get(language)} · {type_.heading.family}"
    size = fitting_size(caption, type_.body, 16, CARD_WIDTH / 2, language)
    items.append(line(caption, type_.body, size, 24, POSTER_HEIGHT + 94, _MUTED, language=language))
    colors = (
        palette.first["surface"],
        palette.seed,
        palette.first["accent"],
        palette.ramps["tertiary"][400],
        palette.first["ink"],
    )
    for index, color in enumerate(reversed(colors)):
        x = CARD_WIDTH - 24 - (index + 1) * 34
        items.append(Rect(x, POSTER_HEIGHT + 76, 34, 24, Solid(color)))
    return Scene(CARD_WIDTH, CARD_HEIGHT, tuple(items), title=f"{number}. {caption}")


def _logo(
    identity: Identity, right: float, top: float, width: float, height: float
) -> Iterator[Item]:
    """The primary lockup in its own colours, in the upper right of the caption."""
    lockup = identity.logo.lockup(identity.logo.primary)
    scale = min(width / lockup.box.width, height / lockup.box.height)
    scene = lockup_scene(lockup, paints(identity.palette, "color"), lockup.box.width * scale)
    yield Group(
        scene.items,
        transform=Affine.translation(right - scene.width, top + (height - scene.height) / 2),
    )


def _png(shown: Sequence[tuple[Direction, Identity]]) -> bytes:
    from creativekit.canvas.backends.raster import png

    columns = min(_COLUMNS, len(shown))
    rows = -(-len(shown) // columns)
    width = columns * (CARD_WIDTH + _GAP) + _GAP
    height = rows * (CARD_HEIGHT + _GAP) + _GAP
    items: list[Item] = []
    for index, (direction, identity) in enumerate(shown):
        x = _GAP + index % columns * (CARD_WIDTH + _GAP)
        y = _GAP + index // columns * (CARD_HEIGHT + _GAP)
        items.append(Group(card(direction.number, identity).items, Affine.translation(x, y)))
    return png(Scene(width, height, tuple(items)), background=_GROUND)


def _page(shown: Sequence[tuple[Direction, Identity]]) -> bytes:
    from jinja2 import Environment, StrictUndefined
    from markupsafe import Markup

    from creativekit.canvas.backends.svg import svg

    first = shown[0][1]
    language = first.main_language
    speak = translator(language)
    source = templates.read(TEMPLATE, Path(first.project_folder)).decode("utf-8")
    template = Environment(autoescape=True, undefined=StrictUndefined).from_string(source)
    cards = [
        {
            "number": direction.number,
            # Our own backend's markup, which escapes what a user wrote.
            "svg": Markup(svg(card(direction.number, identity), id_prefix=f"d{direction.number}x")),
            "command": f"creativekit explore --pick {direction.number}",
        }
        for direction, identity in shown
    ]
    html = template.render(
        language=language,
        name=first.name.get(language),
        cards=cards,
        t={
            "title": speak.text(msg("Directions to choose from")),
            "lead": speak.text(
                msg(
                    "The first is the project as it is now."
                    " Copy the command under the one you like."
                )
            ),
            "copy": speak.text(msg("Copy the command")),
            "copied": speak.text(msg("Copied")),
        },
    )
    return html.encode("utf-8")
