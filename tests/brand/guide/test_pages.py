from __future__ import annotations

import json
import re
from itertools import pairwise

import pytest

from creativekit.brand.guide.misuse import MISUSES, behind
from creativekit.brand.guide.pages import SECTIONS, guide
from creativekit.brand.guide.words import FOLDER
from creativekit.color.contrast import GRAPHICS, ratio
from creativekit.project import templates
from positioned_brands import positioned
from styled_brands import LONG, SEEDS, STYLES, styled

FILES = ("brand/logo/saz.svg", "brand/color/saz.css")


def kinds(language: str = "kk", **brand: object) -> list[str]:
    made = guide(styled("steppe", **brand), language, FILES)  # type: ignore[arg-type]
    return [page["kind"] for page in made.data["pages"]]


def test_every_page_that_the_guide_promises_is_there() -> None:
    assert kinds() == [
        "cover",
        "contents",
        *("opener", "statement", "voice"),
        *("opener", "versions", "space", "minimum", "misuse"),
        *("opener", "palette", "ramps", "themes", "contrast", "vision"),
        *("opener", "specimen", "specimen", "scale", "languages"),
        *("pattern", "pattern-use"),
        *("opener", "posts", "stationery", "icons"),
        "files",
        "back",
    ]


def test_pages_that_would_be_empty_are_left_out() -> None:
    few = kinds(languages=("kk",), more="", about="")
    assert "voice" not in few
    assert "languages" not in few


@pytest.mark.parametrize("template", ["guide.typ", "guide.html.j2"])
def test_both_templates_know_every_kind_of_page(template: str) -> None:
    text = templates.read(f"{FOLDER}/{template}").decode()
    pattern = r'p\.kind == "([\w-]+)"' if template.endswith("j2") else r"^  ([\w-]+): page-[\w-]+,$"
    brand = styled("steppe")
    pages = guide(brand, "kk", FILES, positioned(brand)).data["pages"]
    assert set(re.findall(pattern, text, re.MULTILINE)) == {page["kind"] for page in pages}


def test_sections_are_numbered_in_order_and_pages_within_them() -> None:
    pages = guide(styled("steppe"), "kk", FILES).data["pages"]
    entries = pages[1]["entries"]
    assert [entry["key"] for entry in entries] == [key for key in SECTIONS if key != "position"]
    numbers = [page["number"] for page in pages if "." in page.get("number", "")]
    assert numbers == sorted(numbers, key=lambda number: tuple(map(int, number.split("."))))
    assert {number.split(".")[0] for number in numbers} == {entry["number"] for entry in entries}


@pytest.mark.parametrize("style", STYLES)
def test_a_template_gets_plain_values_and_every_picture_it_is_told_of(style: str) -> None:
    made = guide(styled(style), "ru", FILES)
    text = json.dumps(made.data, ensure_ascii=False)
    named = set(re.findall(r'"([\w-]+\.svg)"', text))
    ours = {name for name in made.pictures if not name.startswith("symbol-")}
    assert named == ours
    assert all(picture.startswith(b"<svg") for picture in made.pictures.values())


def test_proportions_are_sixty_thirty_ten_of_the_right_roles() -> None:
    brand = styled("steppe")
    (page,) = [
        page for page in guide(brand, "en", FILES).data["pages"] if page["kind"] == "palette"
    ]
    roles = brand.palette.first
    assert {key: swatch["color"] for key, swatch in page["swatches"].items()} == {
        key: roles[key] for key in ("surface", "primary", "accent")
    }
    swatches = [*page["swatches"].values(), *page["chips"]]
    assert len({swatch["name"] for swatch in swatches}) == len(swatches)
    for swatch in swatches:
        assert ratio(swatch["ink"], swatch["color"]) >= 4.5
        assert [pair[0] for pair in swatch["values"]] == ["HEX", "RGB", "OKLCH", "CMYK ≈"]


def test_a_colour_that_had_to_move_is_shown_as_it_was_typed() -> None:
    page = next(
        page
        for page in guide(styled("steppe", "#fafaf7"), "en", FILES).data["pages"]
        if page["kind"] == "palette"
    )
    assert "#fafaf7" in {chip["color"] for chip in page["chips"]}


def test_contrast_is_told_as_measured_and_never_rounded_up() -> None:
    page = next(
        page
        for page in guide(styled("steppe"), "kk", FILES).data["pages"]
        if page["kind"] == "contrast"
    )
    grades = {"aaa": 7.0, "aa": 4.5, "large": 3.0, "none": 0.0}
    for row in page["rows"]:
        for cell in row["cells"]:
            measured = ratio(cell["ink"], cell["ground"])
            assert float(cell["ratio"].replace(",", ".")) <= measured
            assert measured >= grades[cell["grade"]]


def test_minimum_sizes_are_the_measured_ones_and_shown_at_true_size() -> None:
    brand = styled("steppe", name=LONG)
    page = next(
        page for page in guide(brand, "kk", FILES).data["pages"] if page["kind"] == "minimum"
    )
    smallest = [item for row in page["rows"] for item in row["items"] if item["smallest"]]
    least = [brand.logo.lockup(kind, "kk") for kind in (brand.logo.primary, "symbol")]
    assert [item["width"] for item in smallest] == [lockup.min_width_mm for lockup in least]
    for item, lockup in zip(smallest, least, strict=True):
        assert str(lockup.min_width_px) in item["label"]


def test_specimens_show_kazakh_letters_only_where_the_brand_writes_kazakh() -> None:
    def shown(languages: tuple[str, ...]) -> str:
        pages = guide(styled("steppe", languages=languages), "en", FILES).data["pages"]
        return "".join(p["big"] + p["alphabet"] for p in pages if p["kind"] == "specimen")

    assert "Ңң" in shown(("kk", "en"))
    assert not set("ӘәҢңӨө") & set(shown(("en",)))


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("seed", SEEDS)
def test_words_on_the_pattern_stand_on_another_ground(style: str, seed: str) -> None:
    made = guide(styled(style, SEEDS[seed]), "kk", FILES)
    (page,) = (page for page in made.data["pages"] if page["kind"] == "pattern")
    assert ratio(page["ground"]["ground"], page["tile"]["color"]) >= 1.25


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_struck_out_shows_the_stroke(style: str, seed: str) -> None:
    brand = styled(style, SEEDS[seed])
    made = guide(brand, "kk", FILES)
    (page,) = (page for page in made.data["pages"] if page["kind"] == "misuse")
    for kind, tile in zip(MISUSES, page["tiles"], strict=True):
        on = behind(brand, kind, made.look.grounds["base"])
        assert ratio(tile["wrong"], on) >= GRAPHICS


@pytest.mark.parametrize("style", STYLES)
def test_tiles_of_the_pages_own_colour_have_an_edge(style: str) -> None:
    made = guide(styled(style), "kk", FILES)
    (page,) = (page for page in made.data["pages"] if page["kind"] == "pattern-use")
    on = made.look.grounds["base"].ground
    for tile in page["tiles"]:
        assert tile["edge"] or ratio(tile["color"], on) >= 1.12


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_no_page_shows_an_unfilled_place(language: str) -> None:
    pages = guide(styled("noir"), language, FILES).data["pages"]
    assert not re.search(r"\{\w+\}", json.dumps(pages, ensure_ascii=False))


def test_millimetres_are_written_in_the_language() -> None:
    units = {"kk": "мм", "ru": "мм", "en": "mm"}
    for language, unit in units.items():
        pages = guide(styled("steppe"), language, FILES).data["pages"]
        (page,) = (page for page in pages if page["kind"] == "minimum")
        for row in page["rows"]:
            assert all(unit in item["label"].split() for item in row["items"])


def page(made: object, kind: str) -> dict[str, object]:
    return next(page for page in made.data["pages"] if page["kind"] == kind)  # type: ignore[attr-defined]


def test_sizes_are_written_as_the_language_writes_numbers() -> None:
    texts = {
        language: " ".join(
            row["size"]
            for row in page(guide(styled("tech"), language, FILES), "scale")["rows"]  # type: ignore[attr-defined]
        )
        for language in ("kk", "en")
    }
    assert "." not in texts["kk"]
    assert texts["kk"] == texts["en"].replace(".", ",")


@pytest.mark.parametrize("seed", SEEDS)
def test_figures_of_contrast_are_read_on_every_pair(seed: str) -> None:
    shown = page(guide(styled("noir", SEEDS[seed]), "kk", FILES), "contrast")
    for row in shown["rows"]:  # type: ignore[attr-defined]
        for cell in row["cells"]:
            assert ratio(cell["plain"], cell["ground"]) >= 4.5


@pytest.mark.parametrize("seed", SEEDS)
def test_neighbours_of_one_colour_are_parted(seed: str) -> None:
    shown = page(guide(styled("noir", SEEDS[seed]), "kk", FILES), "vision")
    for row in shown["rows"]:  # type: ignore[attr-defined]
        colors = row["colors"]
        for before, after in pairwise(colors):
            assert after["rule"] == (ratio(before["color"], after["color"]) < 1.15)
        assert not colors[0]["rule"]
