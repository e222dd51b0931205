"""The brand screen: every control by the keyboard alone, and what becomes of a change."""

from __future__ import annotations

import tomllib
from pathlib import Path

import numpy as np
import pytest
import snapshots
from PIL import Image
from rich.cells import cell_len
from studio_app import CONFIG, LARGE, SMALL, Desk, at_desk, project

from creativekit.language.catalogs import translator
from creativekit.project.loading import parse
from creativekit.studio import color_views, explore, look
from creativekit.studio.brand import BrandScreen
from creativekit.studio.brand_views import VIEWS
from creativekit.studio.choice import Choice
from creativekit.studio.dialogs import Pick
from creativekit.studio.explore import Cell, ExploreScreen
from creativekit.studio.look import seen_identity
from creativekit.studio.picture import Picture
from creativekit.studio.slider import Slider
from creativekit.studio.speaking import say

WHOLE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1h7v7z"/></svg>'


@pytest.fixture
def config(tmp_path: Path) -> Path:
    return project(tmp_path / "saz-studio")


def screen(desk: Desk) -> BrandScreen:
    found = desk.app.screen
    assert isinstance(found, BrandScreen)
    return found


async def go_to(desk: Desk, control: str) -> None:
    """Tab until a control has the focus."""
    for _ in range(30):
        if desk.app.focused is not None and desk.app.focused.id == control:
            return
        await desk.pilot.press("tab")
    pytest.fail(f"no way to {control}")


def brand(desk: Desk) -> dict[str, object]:
    return dict(tomllib.loads(desk.text)["brand"])


def test_the_colour_by_tone_chroma_and_hue(config: Path) -> None:
    async def steps(desk: Desk) -> None:
        await desk.press("2")
        before = screen(desk).query_one("#post", Picture).shown
        for slider in ("tone", "chroma", "hue"):
            color = brand(desk)["color"]
            await go_to(desk, slider)
            await desk.press("shift+right")
            assert brand(desk)["color"] != color
        after = screen(desk).query_one("#post", Picture).shown
        assert before is not None
        assert after is not None
        assert not np.array_equal(before, after)
        await desk.press("ctrl+z")  # a drag of three sliders is one step
        assert brand(desk)["color"] == "#0a7e8c"
        assert not desk.app.session.dirty

    at_desk(config, steps)


def test_ends_of_a_slider_and_a_hue_that_goes_round(config: Path) -> None:
    async def steps(desk: Desk) -> None:
        await desk.press("2", "end")
        assert brand(desk)["color"] == "#ffffff"
        await desk.press("home")
        assert brand(desk)["color"] == "#000000"

    at_desk(config, steps)


def test_the_colour_as_hex(config: Path) -> None:
    async def steps(desk: Desk) -> None:
        await desk.press("2")
        await go_to(desk, "hex")
        await desk.press("end", *["backspace"] * 7)
        assert brand(desk)["color"] == "#0a7"  # the last that was a colour on the way
        assert screen(desk).query_one("#hex").has_class("-wrong")
        await desk.type("#c0392b")
        assert brand(desk)["color"] == "#c0392b"
        assert desk.app.session.project is not None

    at_desk(config, steps)


def test_style_faces_pattern_by_arrows_and_from_the_list(config: Path) -> None:
    async def steps(desk: Desk) -> None:
        await desk.press("2")
        await go_to(desk, "style")
        await desk.press("right")
        assert brand(desk)["style"] == "tech"
        await go_to(desk, "pairing")
        await desk.press("enter")
        assert isinstance(desk.app.screen, Pick)
        await desk.press("down", "enter")
        chosen = brand(desk)["pairing"]
        await desk.press("left")
        assert "pairing" not in brand(desk)
        assert chosen
        await go_to(desk, "pattern")
        await desk.press("right", "right")
        assert brand(desk)["pattern"]

    at_desk(config, steps)


def test_the_logo_and_only_the_controls_it_listens_to(config: Path) -> None:
    async def steps(desk: Desk) -> None:
        def there() -> set[str]:
            controls = ("motif", "shape", "cut", "initials", "case", "bar", "tracking")
            return {each for each in controls if screen(desk).query_one(f"#{each}").display}

        await desk.press("2")
        assert there() == {"motif", "case", "tracking"}
        await go_to(desk, "motif")
        await desk.press("right")
        assert brand(desk)["logo"] != {"kind": "symbol", "motif": "shanyraq"}
        await go_to(desk, "logo")
        await desk.press("left")
        assert there() == {"shape", "cut", "initials", "case", "tracking"}
        await go_to(desk, "shape")
        await desk.press("right")
        await go_to(desk, "cut")
        await desk.press("right", "right")
        await go_to(desk, "initials")
        await desk.type("Ңқ")
        logo = brand(desk)["logo"]
        assert isinstance(logo, dict)
        assert (logo["kind"], logo["shape"], logo["cut"], logo["initials"]) == (
            "monogram",
            "circle",
            False,
            "Ңқ",
        )
        await desk.type("ы")  # three letters are no monogram
        assert brand(desk)["logo"] == logo
        assert desk.app.session.project is not None
        await go_to(desk, "case")
        await desk.press("right")
        await go_to(desk, "tracking")
        await desk.press("right")
        await go_to(desk, "logo")
        await desk.press("right", "right")
        assert there() == {"case", "bar", "tracking"}
        assert "# Арал" in desk.text

    at_desk(config, steps)


def test_a_logo_and_faces_that_are_files(config: Path) -> None:
    (config.parent / "logo[1].svg").write_text(WHOLE)
    (config.parent / "kit").mkdir()
    (config.parent / "kit/made.svg").write_text(WHOLE)

    async def steps(desk: Desk) -> None:
        await desk.press("2")
        choice = screen(desk).query_one("#logo", Choice)
        assert [value for value, _ in choice.options][-1] == "file:logo[1].svg"
        await go_to(desk, "logo")
        await desk.press("right", "right")
        assert brand(desk)["logo"] == {"file": "logo[1].svg"}
        assert "logo[1].svg" in desk.shown()
        assert not screen(desk).query_one("#motif").display

    at_desk(config, steps)


def test_a_colour_from_a_picture(config: Path) -> None:
    Image.new("RGB", (40, 40), "#c0392b").save(config.parent / "photo.png")

    async def steps(desk: Desk) -> None:
        await desk.press("2", "p", "enter")
        assert "100%" in desk.shown()
        await desk.press("enter")
        assert brand(desk)["color"] == "#c0392b"
        await desk.press("p", "enter", "down", "enter")
        assert brand(desk).get("from") == "photo.png"
        assert "color" not in brand(desk)

    at_desk(config, steps)


def test_a_picture_from_elsewhere_and_one_that_is_none(
    config: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Image.new("RGB", (40, 40), "#336699").save(tmp_path / "sea.png")

    async def steps(desk: Desk) -> None:
        await desk.press("2", "p")
        assert "↵ Go on" in desk.shown()
        await desk.type("sea.png")
        await desk.press("enter", "enter")
        assert brand(desk)["color"] == "#336699"
        await desk.press("p")
        await desk.type("no.png")
        await desk.press("enter")
        assert "there is no such file" in desk.shown()
        await desk.press("escape")
        screen(desk)

    at_desk(config, steps)


def test_directions_are_chosen_from_a_grid(config: Path) -> None:
    async def steps(desk: Desk) -> None:
        await desk.press("2", "e")
        assert isinstance(desk.app.screen, ExploreScreen)
        cells = list(desk.app.screen.query(Cell))
        assert len(cells) == 12
        assert all(each.query_one(Picture).shown is not None for each in cells)
        snapshots.check("explore-120x36", desk)
        wanted = cells[7].direction
        assert "1–12" in desk.shown()
        for typed, place in (("5", 5), ("1", 1), ("2", 12), ("9", 9)):
            await desk.press(typed)
            assert desk.app.focused is cells[place - 1]
        cells[0].focus()
        await desk.press("right", "down")
        assert desk.app.focused is cells[7]
        await desk.press("enter")
        assert brand(desk)["style"] == wanted.style
        assert brand(desk)["color"] == wanted.color
        await desk.press("ctrl+z")
        assert not desk.app.session.dirty

    at_desk(config, steps, size=LARGE, theme="brand")


@pytest.mark.parametrize("scale", [look._SCALE, explore._SCALE])
def test_a_picture_has_no_part_of_a_pixel_at_its_edge(scale: float) -> None:
    for side in (look._WIDTH, look._HEIGHT):
        assert side * scale == pytest.approx(round(side * scale), abs=1e-9)


def test_views_one_after_the_other_on_a_small_screen(config: Path) -> None:
    async def steps(desk: Desk) -> None:
        await desk.press("2")
        seen = []
        for _ in range(4):
            seen.append(
                [
                    name
                    for name, widget in (
                        ("post", "#post"),
                        ("ramps", "#ramps-part"),
                        ("contrast", "#contrast-part"),
                        ("vision", "#vision-part"),
                    )
                    if screen(desk).query_one(widget).region.area
                ]
            )
            await desk.press("v")
        tables = ("ramps", "contrast", "vision")
        assert seen == [["post"], *(["post", name] for name in tables)]

    at_desk(config, steps)


def test_a_brand_that_cannot_be_made_is_told_beside_the_controls(config: Path) -> None:
    (config.parent / "broken.svg").write_text("<svg")

    async def steps(desk: Desk) -> None:
        await desk.press("2")
        await go_to(desk, "logo")
        await desk.press("right", "right")
        assert "✗" in desk.shown()
        assert "press F5" in desk.shown()  # what to do, and what the picture shows
        assert "that creativekit made" in desk.shown()
        # Everything that does not depend on the logo goes on.
        await desk.press("v")
        assert "primary" in desk.shown()
        await go_to(desk, "tone")
        was = screen(desk).query_one("#post", Picture).shown
        await desk.press("right")
        assert "✗" in desk.shown()
        assert screen(desk).query_one("#post", Picture).shown is not was
        (config.parent / "broken.svg").write_text(WHOLE)
        await desk.press("f5")
        assert "✗" not in desk.shown()
        (config.parent / "broken.svg").write_text("<svg")
        await desk.press("right")
        assert "✗" in desk.shown()
        await desk.press("ctrl+z", "ctrl+z")
        assert "✗" not in desk.shown()
        assert "press F5" not in desk.shown()
        assert screen(desk).query_one("#post", Picture).shown is not None

    at_desk(config, steps)


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_names_of_views_and_controls_have_room(config: Path, language: str) -> None:
    speak = translator(language)
    names = " ".join(f"● {speak.text(title)}" for _, title in VIEWS)
    assert cell_len(names) <= 44  # a narrow screen, without the controls and the margins
    labels: set[str] = set()

    async def steps(desk: Desk) -> None:
        await desk.press("2")
        for control in [*screen(desk).query(Choice), *screen(desk).query(Slider)]:
            labels.add(say(control, control.label))

    at_desk(config, steps, language=language)
    assert len(labels) > 5
    assert not [label for label in labels if cell_len(label) > 10]


def test_a_style_that_is_broken_leaves_what_was_before_and_says_so(config: Path) -> None:
    styles = config.parent / "templates" / "brand" / "styles"
    styles.mkdir(parents=True)
    (styles / "mine.toml").write_text("schema = 1\n")

    async def steps(desk: Desk) -> None:
        await desk.press("2")
        desk.app.session.change({"brand.style": "mine"})
        desk.app.changed()
        await desk.settle()
        assert "✗" in desk.shown()
        assert "press F5" in desk.shown()

    at_desk(config, steps, size=LARGE)


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_tables_keep_to_a_narrow_screen(tmp_path: Path, language: str) -> None:
    """And the names over columns are told apart without colours."""
    palette = seen_identity(parse(CONFIG, tmp_path)).palette
    speak = translator(language)
    room = SMALL[0] - 34 - 1 - 2  # beside the controls, inside the margins
    for drawn in (color_views.ramps, color_views.contrast):
        assert max(map(cell_len, drawn(palette, speak).plain.split("\n"))) <= room
    rows = color_views.vision(palette, speak).plain.split("\n")[:-1]  # the legend is wrapped
    assert max(map(cell_len, rows)) <= room
    head = color_views.contrast(palette, speak).plain.split("\n")[0]
    names = [head[at : at + 7].strip() for at in (12, 20, 28, 36)]
    assert {head[at - 1] for at in (12, 20, 28, 36)} == {" "}
    assert names == [
        speak.text(color_views.NAMES[each])
        for each in ("surface", "surface-raised", "neutral", "primary")
    ]


def test_the_sheet_of_keys_says_one_thing_of_a_key(config: Path) -> None:
    async def steps(desk: Desk) -> None:
        await desk.press("2")
        for control in "style", "tone":
            await go_to(desk, control)
            await desk.press("f1")
            rows = [line for line in desk.shown().split("\n") if "←" in line]
            assert not [line for line in rows if "The one before" in line or "Less" in line]
            assert "All of them" not in desk.shown()
            await desk.press("escape")

    at_desk(config, steps)


@pytest.mark.parametrize(("size", "theme"), [(SMALL, "dark"), (LARGE, "light")])
def test_the_brand_screen_looks_as_it_did(config: Path, size: tuple[int, int], theme: str) -> None:
    async def steps(desk: Desk) -> None:
        await desk.press("2")
        snapshots.check(f"brand-{size[0]}x{size[1]}", desk)

    at_desk(config, steps, size=size, theme=theme)


def test_what_is_saved_is_what_was_chosen(config: Path) -> None:
    async def steps(desk: Desk) -> None:
        await desk.press("2")
        await go_to(desk, "style")
        await desk.press("left", "ctrl+s")

    at_desk(config, steps)
    assert config.read_text("utf-8") == CONFIG.replace('"steppe"', '"playful"')
