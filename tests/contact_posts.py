"""Contact sheets of posts to judge by eye: a part of `make contact`.

For each style: every template in each form of placement, some templates in six difficult colours,
those with a photograph over a night picture, and every template in every placement it is made for;
with the templates' own sample content, in Kazakh, Russian and English by turns.
"""

from __future__ import annotations

import itertools
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw

from creativekit.artwork.sheet import Sheet
from creativekit.canvas.backends.raster import render
from creativekit.canvas.path import Box
from creativekit.canvas.photo.photograph import photograph
from creativekit.social.drawing import draw
from creativekit.social.placements import Placement, placements
from creativekit.social.preview import words_area
from creativekit.social.sample_pictures import sample_picture
from creativekit.social.template import GIVEN, Template
from creativekit.social.template_store import templates
from creativekit.social.treatment import treatment
from creativekit.social.values import Rows, Value, written
from styled_brands import SEEDS, STYLES, styled

FORMS: Mapping[str, tuple[int, int, Box | None]] = {
    "portrait": (1080, 1350, None),
    "tall": (1080, 1920, Box(0, 270, 1080, 1540)),
    "square": (1080, 1080, None),
    "wide": (1600, 900, None),
    "banner": (1584, 396, Box(317, 0, 1267, 396)),
}
SEEDED = ("announcement", "product", "sale", "price-list", "thank-you", "cover")
_LANGUAGES = ("kk", "ru", "en")
_GAP = 16
_WIDEST = 2400


def sample(template: Template, language: str, photos: bool = True) -> dict[str, Value]:
    """The template's sample content as values."""
    found: dict[str, Value] = {}
    for name, raw in template.samples.get(language, {}).items():
        field = template.fields[name]
        if field.type == "image":
            if photos or field.required:
                found[name] = photograph(sample_picture(str(raw)), str(raw))
        elif field.type == "images" and isinstance(raw, (tuple, list)):
            found[name] = tuple(photograph(sample_picture(each), each) for each in raw)
        elif field.type == "items" and isinstance(raw, (tuple, list)):
            found[name] = Rows(tuple((str(a), str(b)) for a, b in raw))
        elif field.type == "lines" and isinstance(raw, (tuple, list)):
            found[name] = tuple(map(str, raw))
        else:
            found[name] = written(field, raw, language)
    return found


def shown(template: Template, form: str) -> bool:
    kinds = {
        "tall": {"story"},
        "banner": {"cover"},
        "wide": {"link", "thumbnail", "cover"},
        "square": {"post", "avatar"},
    }
    return bool(kinds.get(form, {"post"}) & set(template.made_for))


def picture(
    style: str, color: str, template: Template, form: str, language: str, turn: int, scale: float
) -> tuple[Image.Image, tuple[str, ...]]:
    brand = styled(style, color)
    width, height, safe = FORMS[form]
    sheet = Sheet(brand, width, height, turn % 6, safe)
    values = sample(template, language, photos=turn % 5 != 4)
    drawn = draw(template, values, sheet, language, treatment(None, brand))
    problems = tuple(str(problem) for problem in drawn.problems)
    return render(drawn.scene, scale, "#ffffff"), problems


def sheet_of(pictures: list[Image.Image], columns: int) -> Image.Image:
    wide = max(each.width for each in pictures) + _GAP
    tall = max(each.height for each in pictures) + _GAP
    rows = -(-len(pictures) // columns)
    whole = Image.new("RGB", (columns * wide + _GAP, rows * tall + _GAP), "#999999")
    for index, each in enumerate(pictures):
        whole.paste(each, (_GAP + index % columns * wide, _GAP + index // columns * tall))
    return whole


def sheets(style: str) -> Iterator[tuple[str, Image.Image]]:
    """Names and pictures of a style's sheets."""
    known = [each for each in templates(None) if each.listed and each.pages is None]
    known += [each for each in templates(None) if not each.listed and each.samples]
    for place, form in enumerate(FORMS):
        pictures: list[Image.Image] = []
        for turn, template in enumerate(known):
            if not shown(template, form):
                continue
            language = _LANGUAGES[(turn + place) % 3]
            drawn, problems = picture(style, "#0a7e8c", template, form, language, turn, 0.4)
            for problem in problems:
                print(f"{style} {form} {template.id} {language}: {problem}", file=sys.stderr)
            pictures.append(drawn)
        yield f"{form}", sheet_of(pictures, 3 if form in ("wide", "banner") else 5)
    pictures = []
    by_id = {each.id: each for each in known}
    for row, color in enumerate(SEEDS.values()):
        for turn, name in enumerate(SEEDED):
            language = _LANGUAGES[(turn + row) % 3]
            drawn, _ = picture(style, color, by_id[name], "portrait", language, turn + row, 0.25)
            pictures.append(drawn)
    yield "seeds", sheet_of(pictures, len(SEEDED))
    yield "dark", sheet_of(list(_at_night(style, known)), 6)


def _at_night(style: str, known: list[Template]) -> Iterator[Image.Image]:
    """Each template with one photograph, over the dark sample picture, in two forms."""
    night = photograph(sample_picture("dark"), "sample:dark")
    with_photo = [
        each for each in known if any(field.type == "image" for field in each.fields.values())
    ]
    for turn, template in enumerate(with_photo):
        for form in ("portrait", "tall"):
            if not shown(template, form):
                continue
            language = _LANGUAGES[turn % 3]
            values = sample(template, language)
            values |= {
                name: night for name in template.fields if template.fields[name].type == "image"
            }
            width, height, safe = FORMS[form]
            brand = styled(style, "#0a7e8c")
            sheet = Sheet(brand, width, height, turn % 6, safe)
            drawn = draw(template, values, sheet, language, treatment(None, brand))
            for problem in drawn.problems:
                print(f"{style} dark {template.id} {language}: {problem}", file=sys.stderr)
            yield render(drawn.scene, 0.3, "#ffffff")


def alike() -> Mapping[str, list[list[Placement]]]:
    """By kind of sheet, the placements; those that give one picture at two sizes stand together."""
    groups: dict[str, dict[tuple[float, ...], list[Placement]]] = {}
    for each in placements().values():
        area = words_area(each)
        size = each.width, each.height, each.width, each.height
        edges = area.left, area.top, area.right, area.bottom
        parts = (edge / whole for edge, whole in zip(edges, size, strict=True))
        look = (round(each.width / each.height, 2), *(round(part, 2) for part in parts))
        kind = {"thumbnail": "link", "avatar": "round", "highlight": "round"}.get(each.kind)
        groups.setdefault(kind or each.kind, {}).setdefault((*look, ord(each.kind[0])), []).append(
            each
        )
    return {kind: list(found.values()) for kind, found in groups.items()}


@cache
def _carousel() -> Template:
    return next(each for each in templates(None) if each.pages is not None)


def content(template: Template, language: str, photos: bool) -> dict[str, Value]:
    """Sample content as values; for a page of the carousel, what that page is given of its own."""
    carousel = _carousel()
    assert carousel.pages is not None
    if template.id not in carousel.pages:
        return sample(template, language, photos)
    found = sample(carousel, language, photos)
    place, rows = carousel.pages.index(template.id), found["pages"]
    assert isinstance(rows, Rows)
    numbers = ("1", "2", str(len(rows.rows) + 2))
    found[GIVEN[0]], found[GIVEN[1]] = numbers[place], numbers[-1]
    if place == 1:
        found[GIVEN[2]], found[GIVEN[3]] = rows.rows[0]
    return found


def placed(style: str) -> Iterator[tuple[str, Image.Image]]:
    """Every template in each placement it is made for, a row a placement; round ones in colours."""
    known = [each for each in templates(None) if each.pages is None]
    for kind, rows in alike().items():
        drawn: list[tuple[str, list[Image.Image]]] = []
        for row, group in enumerate(rows):
            spot = group[0]
            colors = tuple(SEEDS.values()) if kind == "round" else ("#0a7e8c",)
            shown_in = [each for each in known if spot.kind in each.made_for]
            pictures = []
            for turn, (template, color) in enumerate(itertools.product(shown_in, colors)):
                brand, language = styled(style, color), _LANGUAGES[(turn + row) % 3]
                area, look = words_area(spot), (turn + row) % 6
                values = content(template, language, photos=(turn + row) % 5 != 4)
                sheet = Sheet(brand, spot.width, spot.height, look, area)
                made = draw(template, values, sheet, language, treatment(None, brand))
                for problem in made.problems:
                    print(f"{style} {spot.id} {template.id} {language}: {problem}", file=sys.stderr)
                pictures.append(_seen(render(made.scene, _scale(spot), "#ffffff"), spot))
            drawn.append((", ".join(each.id for each in group), pictures))
        yield kind, _rows(drawn)


def _scale(spot: Placement) -> float:
    if spot.kind in ("avatar", "highlight"):
        return 300 / spot.width
    return min(330 / min(spot.width, spot.height), 1100 / max(spot.width, spot.height))


def _seen(picture: Image.Image, spot: Placement) -> Image.Image:
    """The picture with what the platform lays over it greyed, and cut as the platform cuts it."""
    scale = picture.width / spot.width
    pen = ImageDraw.Draw(picture, "RGBA")
    for box in spot.covered:
        edges = box.left * scale, box.top * scale, box.right * scale, box.bottom * scale
        pen.rectangle(edges, fill=(0, 0, 0, 90))
    if spot.crop is not None:
        shown = spot.shown
        edges = tuple(scale * edge for edge in (shown.left, shown.top, shown.right, shown.bottom))
        if spot.crop.kind == "circle":
            mask = Image.new("L", picture.size, 0)
            ImageDraw.Draw(mask).ellipse(edges, fill=255)
            picture = Image.composite(picture, Image.new("RGB", picture.size, "#999999"), mask)
        else:
            pen.rectangle(edges, outline=(255, 45, 120, 110))
    return picture


def _rows(rows: list[tuple[str, list[Image.Image]]]) -> Image.Image:
    """A sheet at most `_WIDEST` px wide: a name, and its pictures in as many lines as they take."""
    lines: list[tuple[str, list[Image.Image]]] = []
    for name, pictures in rows:
        lines.append((name, []))
        for each in pictures:
            width = sum(other.width + _GAP for other in lines[-1][1]) + each.width + 2 * _GAP
            if lines[-1][1] and width > _WIDEST:
                lines.append(("", []))
            lines[-1][1].append(each)
    tops = [max(each.height for each in line) + _GAP + (20 if name else 0) for name, line in lines]
    wide = max(sum(each.width + _GAP for each in line) for _, line in lines) + _GAP
    whole = Image.new("RGB", (wide, sum(tops) + _GAP), "#999999")
    pen = ImageDraw.Draw(whole)
    top = _GAP
    for (name, line), tall in zip(lines, tops, strict=True):
        pen.text((_GAP, top), name, fill="#000000")
        left = _GAP
        for each in line:
            whole.paste(each, (left, top + (20 if name else 0)))
            left += each.width + _GAP
        top += tall
    return whole


def main(folder: Path, styles: list[str]) -> None:
    for style in styles or STYLES:
        placements_of_it = ((f"in-{kind}", whole) for kind, whole in placed(style))
        for name, whole in itertools.chain(sheets(style), placements_of_it):
            target = folder / "posts" / f"{style}-{name}.png"
            target.parent.mkdir(parents=True, exist_ok=True)
            whole.save(target)
        print(folder / "posts" / style)


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "contact"), sys.argv[2:])
