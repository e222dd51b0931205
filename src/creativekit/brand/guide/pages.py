"""The guide, page by page: what is on each, in the order of reading."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from creativekit.artwork.posts import sample_post
from creativekit.artwork.signature import alone, symbol_of
from creativekit.brand.guide import color_pages, logo_pages, mockups, position_pages, type_pages
from creativekit.brand.guide.addresses import address
from creativekit.brand.guide.desk import Brand, Desk, Page, room_mm
from creativekit.brand.guide.edges import edge_is_lost
from creativekit.brand.guide.file_index import file_groups, halves
from creativekit.brand.guide.looks import Ground, Look
from creativekit.brand.guide.position import Position, Stand
from creativekit.brand.guide.sources import digest_of_sources
from creativekit.brand.guide.typefaces import typefaces
from creativekit.brand.guide.words import Words
from creativekit.brand.patterns import QUIET
from creativekit.canvas.path import Affine
from creativekit.canvas.scene import Group, Scene
from creativekit.color.contrast import TEXT, ratio, readable
from creativekit.fonts.faces import Face
from creativekit.identity.colorway import one
from creativekit.identity.model import Identity
from creativekit.identity.pattern import Pattern, pattern, tile_scene
from creativekit.identity.pattern_colors import pattern_colors

SECTIONS = ("about", "position", "logo", "color", "type", "pattern", "use", "files")
# Sections that open with a page of their own instead of a picture.
_UNOPENED = ("position", "pattern", "files")
# Which of the style's pictures opens a section: its own, whatever number the section has.
_OPENERS = {"about": 1, "logo": 2, "color": 3, "type": 4, "use": 6}

_TILE_MM_PER_UNIT = 0.022
_TILE_PX = 400
# How far tiles overlap, as a part of a tile's width.
_OVERLAP = 0.01
_NEAR = 1.12
# A plate on a pattern and the pattern's ground.
_APART = 1.6


@dataclass(frozen=True)
class Guide:
    """A guide in one language, ready for a template.

    data: plain JSON values. pictures: SVG by file name. faces: by the names the template uses.
    sections: their keys, in order.
    """

    title: str
    language: str
    data: dict[str, Any]
    pictures: dict[str, bytes]
    faces: dict[str, Face]
    look: Look
    words: Words
    sections: tuple[str, ...]


def guide(
    identity: Identity,
    language: str,
    files: Sequence[str] = (),
    position: Position | None = None,
) -> Guide:
    """The guide of a brand.

    files: paths of the kit, for the index. position: what the positioning says, when there is one;
    without it the guide has no section about it. Raises InputError for a template of the project's
    that is wrong.
    """
    sources = digest_of_sources(identity)
    stand = position.get(language) if position is not None else None
    return _guide(Brand(identity), language, tuple(files), stand, sources)


@lru_cache(maxsize=3)
def _guide(
    brand: Brand, language: str, files: tuple[str, ...], stand: Stand | None, sources: str
) -> Guide:
    # A PDF and an HTML file are made of one guide: the second finds it here.
    identity = brand.identity
    desk = Desk.of(identity, language, sources)
    sections = tuple(key for key in SECTIONS if key != "position" or stand is not None)
    made = [_cover(desk), _contents(desk, sections)]
    for number, section in enumerate(sections, 1):
        made.extend(_section(desk, section, number, files, stand))
    made.append(_back(desk))
    title = f"{desk.name} — {desk.words('guide.title')}"
    return Guide(
        title=title,
        language=language,
        data=_data(desk, made),
        pictures={f"{name}.svg": data for name, data in desk.pictures.items()},
        faces=typefaces(identity),
        look=desk.look,
        words=desk.words,
        sections=sections,
    )


def _data(desk: Desk, pages: list[Page]) -> dict[str, Any]:
    identity = desk.identity
    palette = identity.palette
    for ground in desk.grounds():
        if desk.look.label == "centered":
            desk.draw(
                f"symbol-{ground.key}",
                lambda ground=ground: alone(  # type: ignore[misc]
                    symbol_of(identity), one(ground.strong)
                ),
            )
    look = asdict(desk.look)
    look["align"] = identity.style.align if desk.look.label == "centered" else "left"
    return {
        "words": desk.words.table(),
        "name": desk.name,
        "look": look,
        "heading_scale": identity.type.heading_scale,
        "tracking": identity.type.tracking,
        "leading": max(1.0, identity.type.leading),
        "glow": palette.ramps["primary"][700],
        "wrong": {
            ground.key: readable(
                ground.ground, [palette.ramps["danger"][step] for step in (500, 600, 400, 700)], 3.5
            )
            for ground in desk.grounds()
        },
        "on_panel": {
            ground.key: readable(ground.panel, (ground.strong, ground.ink), TEXT)
            for ground in desk.grounds()
        },
        "pages": pages,
    }


def _section(
    desk: Desk, key: str, number: int, files: Sequence[str], stand: Stand | None
) -> list[Page]:
    pages_of: dict[str, Callable[[], Iterable[Page]]] = {
        "about": lambda: _about(desk),
        "position": lambda: position_pages.pages(desk, stand or Stand()),
        "logo": lambda: logo_pages.pages(desk),
        "color": lambda: color_pages.pages(desk),
        "type": lambda: type_pages.pages(desk),
        "pattern": lambda: _pattern(desk),
        "use": lambda: _use(desk),
        "files": lambda: _files(desk, files),
    }
    pages = list(pages_of[key]())
    common = {"section": key, "section_title": desk.words(f"section.{key}")}
    for index, page in enumerate(pages, 1):
        page.update(common, number=f"{number}.{index}")
    if key in _UNOPENED:
        if pages:
            pages[0].update(key=key, level=1)
        return pages
    opener = _OPENERS[key]
    # The sixth of the pictures is the back cover's.
    art, picture = desk.art(f"opener{opener}", min(opener, 5))
    room = room_mm(picture.title)
    return [
        {
            "kind": "opener",
            "key": key,
            "number": str(number),
            "title": desk.words(f"section.{key}"),
            "lead": desk.words(f"lead.{_lead(desk, key)}"),
            "art": art,
            "room": room,
            "size": desk.title_size(desk.words(f"section.{key}"), picture.title, 52, 0.5),
            **common,
        },
        *pages,
    ]


def _lead(desk: Desk, section: str) -> str:
    type_ = desk.identity.type
    same = type_.heading.family == type_.body.family
    return "one_family" if section == "type" and same else section


def _cover(desk: Desk) -> Page:
    art, picture = desk.art("cover", 0)
    identity = desk.identity
    tagline = identity.tagline.get(desk.language) if identity.tagline else None
    return {
        "kind": "cover",
        "name": desk.name,
        "guide": desk.words("guide.title"),
        "tagline": tagline,
        "line": _line(desk),
        "art": art,
        "room": room_mm(picture.title),
        "foot": room_mm(picture.foot),
        "size": desk.title_size(desk.name, picture.title, 58, 0.6),
        "alt": desk.words("guide.cover_picture", name=desk.name),
    }


def _line(desk: Desk) -> str:
    identity = desk.identity
    parts = [identity.city, identity.contact.get("site")]
    return "  ·  ".join(part.get(desk.language) for part in parts if part is not None)


def _contents(desk: Desk, sections: Sequence[str]) -> Page:
    return {
        "kind": "contents",
        "title": desk.words("guide.contents"),
        "entries": [
            {"number": str(number), "key": key, "title": desk.words(f"section.{key}")}
            for number, key in enumerate(sections, 1)
        ],
    }


def _about(desk: Desk) -> list[Page]:
    identity, words, language = desk.identity, desk.words, desk.language
    facts = [
        (words("statement.sector"), identity.sector.get(language) if identity.sector else None),
        (words("statement.city"), identity.city.get(language) if identity.city else None),
        (
            words("statement.languages"),
            ", ".join(words(f"languages.{code}") for code in identity.languages),
        ),
        (
            words("statement.site"),
            identity.contact["site"].get(language) if "site" in identity.contact else None,
        ),
    ]
    made: list[Page] = [
        {
            "kind": "statement",
            "title": words("statement.title"),
            "line": identity.tagline.get(language) if identity.tagline else desk.name,
            "facts": [{"label": label, "value": value} for label, value in facts if value],
        }
    ]
    if identity.voice.we_are:
        made.append(
            {
                "kind": "voice",
                "title": words("voice.title"),
                "we_are": [trait.get(language) for trait in identity.voice.we_are],
                "we_are_not": [trait.get(language) for trait in identity.voice.we_are_not],
            }
        )
    return made


def _pattern(desk: Desk) -> list[Page]:
    words, identity = desk.words, desk.identity
    folder = Path(identity.project_folder) if identity.project_folder else None

    def tile(name: str, colorway: str, size: float, of: Callable[[], Pattern]) -> dict[str, Any]:
        painted = pattern_colors(identity.palette, colorway)
        made = of()
        return {
            "picture": desk.draw(f"pattern-{name}", lambda: tile_scene(made, painted, _TILE_PX)),
            "figures": desk.draw(f"figures-{name}", lambda: _figures(made, painted)),
            "overlap": _OVERLAP,
            "width": round(made.width * _TILE_MM_PER_UNIT * size, 3),
            "height": round(made.height * _TILE_MM_PER_UNIT * size, 3),
            "color": painted["ground"],
        }

    def own() -> Pattern:
        return identity.pattern

    shown = (
        ("quiet", tile("quiet", "light", 0.7, lambda: pattern(QUIET, identity.motif, folder))),
        ("deep", tile("deep", "deep", 1.5, own)),
        ("light", tile("light", "light", 0.5, own)),
        ("accent", tile("accent", "accent", 0.8, own)),
    )
    deep = tile("deep", "deep", 1.0, own)
    page = desk.look.grounds["base"].ground
    return [
        {
            "kind": "pattern",
            "title": words("pattern.title"),
            "tile": deep,
            "note": words("pattern.note"),
            "ground": asdict(_plate(desk, deep["color"])),
        },
        {
            "kind": "pattern-use",
            "title": words("pattern.use_title"),
            "tiles": [
                {
                    **made,
                    "caption": words(f"pattern.{name}"),
                    "edge": ratio(made["color"], page) < _NEAR,
                }
                for name, made in shown
            ],
        },
    ]


def _figures(made: Pattern, painted: Mapping[str, str]) -> Scene:
    """A tile without its ground and with a little of its neighbours all round.

    Tiles that only touch are parted by a hairline wherever their edge is not on a whole pixel of
    the reader's screen; tiles that overlap are not, and what overlaps here is the same.
    """
    tile = tile_scene(made, painted, _TILE_PX)
    edge = _TILE_PX * _OVERLAP
    # The first item is the ground.
    moved = Group(tile.items[1:], Affine.translation(edge, edge))
    return Scene(tile.width + 2 * edge, tile.height + 2 * edge, (moved,))


def _plate(desk: Desk, pattern_ground: str) -> Ground:
    """The ground of words on the pattern: the first of the look's that is not the pattern's own."""
    grounds = [desk.look.grounds[key] for key in ("deep", "base", "tint")]
    return next(
        (ground for ground in grounds if ratio(ground.ground, pattern_ground) >= _APART),
        max(grounds, key=lambda ground: ratio(ground.ground, pattern_ground)),
    )


def _use(desk: Desk) -> list[Page]:
    identity, words, language = desk.identity, desk.words, desk.language
    traits = [trait.get(language) for trait in identity.voice.we_are[:3]]
    spoken = " ".join(f"{trait[:1].upper()}{trait[1:]}." for trait in traits)
    place = identity.contact.get("address") or identity.city
    where = (" ".join(place.get(language).split()),) if place else ()
    posts = (
        (identity.tagline.get(language) if identity.tagline else desk.name, (), 0),
        (words("posts.event"), (words("posts.date"), *where), 2),
        (spoken or words("posts.hello"), (), 6),
    )
    stage = desk.look.grounds["stage"].ground
    shown = []
    for index, (text, lines, variant) in enumerate(posts):
        post = sample_post(identity, language, text, lines, variant=variant)
        shown.append(
            {
                "picture": desk.draw(f"post{index}", lambda post=post: post, shared=False),  # type: ignore[misc]
                "alt": words("posts.picture", text=text),
                "edge": edge_is_lost(post, stage),
            }
        )
    papers = {
        "card_front": mockups.card_front(identity, words),
        "card_back": desk.once("cardback", lambda: mockups.card_back(identity)),
        "letter": mockups.letter(identity, words),
    }
    return [
        {"kind": "posts", "title": words("posts.title"), "posts": shown},
        {
            "kind": "stationery",
            "title": words("stationery.title"),
            "edges": {name: edge_is_lost(paper, stage) for name, paper in papers.items()},
            **{
                name: desk.draw(name.replace("_", ""), lambda paper=paper: paper, False)  # type: ignore[misc]
                for name, paper in papers.items()
            },
        },
        {
            "kind": "icons",
            "title": words("icons.title"),
            "app": desk.draw("appicon", lambda: mockups.app_icon(identity)),
            "round": desk.draw("profile", lambda: mockups.app_icon(identity, round_=True)),
            "tab": desk.draw("tab", lambda: mockups.browser_tab(identity, language), False),
        },
    ]


def _files(desk: Desk, files: Sequence[str]) -> list[Page]:
    groups = file_groups(files, desk.words)
    return [
        {
            "kind": "files",
            "title": desk.words("files.title"),
            "halves": [[asdict(group) for group in half] for half in halves(groups)],
        }
    ]


def _back(desk: Desk) -> Page:
    art, picture = desk.art("back", 6)
    return {
        "kind": "back",
        "title": desk.words("back.title"),
        "contacts": [
            {"label": desk.words(f"back.{kind}"), "value": text, "href": address(kind, text)}
            for kind, text in mockups.contacts(desk.identity, desk.language)
        ],
        "line": desk.name,
        "art": art,
        "room": room_mm(picture.title),
        "foot": room_mm(picture.foot),
        "size": desk.title_size(desk.words("back.title"), picture.title, 34, 0.45),
    }
