"""The worksheets by the keyboard alone: answers, what comes of them, forms out and in."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
import snapshots
from rich.cells import cell_len
from studio_app import CONFIG, LARGE, SMALL, Desk, at_desk, project
from textual.geometry import Size
from textual.widgets import Input, OptionList, Static, TextArea

from creativekit.positioning.filling import Filling, filling
from creativekit.positioning.sheets import worksheets
from creativekit.project.positioning_section import Positioning
from creativekit.studio import positioning_files
from creativekit.studio.dialogs import Pick
from creativekit.studio.map_view import Dot, Drawn, drawn
from creativekit.studio.positioning import PositioningScreen
from creativekit.studio.positioning_answers import Answers
from creativekit.studio.positioning_fields import Question
from creativekit.studio.positioning_files import Difference, ExportScreen, FormPath
from creativekit.studio.positioning_inputs import Number, Scale
from creativekit.studio.positioning_list import Sheets
from creativekit.studio.problems import ProblemsScreen
from creativekit.studio.session import Session

ANSWERS = """
# Жауаптар.
[positioning.ladder]
needs = ["тыныштық", "көмек", "уақыт"]  # үшеу

[positioning.statement]
category = { kk = "дыбыс студиясы", en = "recording studio" }

[positioning.map]
x = { low = "арзан", high = "қымбат" }
y = { low = "үйде", high = "студияда" }
ours = { x = 8, y = 7 }
points = [{ name = "Телефон [/]", x = -8, y = -6 }, { name = "Көрші студия", x = 3, y = 5 }]

[positioning.character]
never = { kk = ["арзан"], en = ["cheap"] }

[positioning.price]
materials = 1000
hours = 2
rate = 3000
price = 5000
"""
SHEETS = {sheet.id: sheet for sheet in worksheets()}


@pytest.fixture
def config(tmp_path: Path) -> Path:
    return project(tmp_path / "saz-studio", CONFIG + ANSWERS)


def screen(desk: Desk) -> PositioningScreen:
    found = desk.app.screen
    assert isinstance(found, PositioningScreen)
    return found


def there(desk: Desk) -> dict[str, Any]:
    return dict(tomllib.loads(desk.text)["positioning"])


async def open_sheet(desk: Desk, name: str) -> None:
    """The sheet's form, from anywhere on the screen."""
    if desk.app.current_mode != "positioning":
        await desk.press("4")
    await desk.press("escape")
    # The arrows, without a stop at every sheet on the way.
    screen(desk).query_one("#sheets", OptionList).highlighted = SHEETS[name].number - 1
    await desk.settle()


async def go_to(desk: Desk, name: str) -> None:
    """Tab until a blank's field has the focus."""
    wanted = "in-" + name.replace(".", "-")
    for _ in range(40):
        if desk.app.focused is not None and desk.app.focused.id == wanted:
            await desk.settle()
            return
        await desk.pilot.press("tab")
    pytest.fail(f"no way to {name}")


def blanks(desk: Desk) -> list[str]:
    return [each.blank.name for each in screen(desk).query(Question)]


def test_the_statement_grows_while_one_types_and_is_undone_in_one_step(config: Path) -> None:
    async def steps(desk: Desk) -> None:
        await open_sheet(desk, "statement")
        await desk.press("enter")
        await desk.type("new singers")
        said = str(screen(desk).query_one("#said", Static).render())
        assert "recording studio for new singers" in " ".join(said.split())
        assert there(desk)["statement"]["audience"] == {"en": "new singers"}
        await desk.press("ctrl+z")
        assert "audience" not in there(desk)["statement"]
        assert screen(desk).query(Question).first().typed == ""

    at_desk(config, steps, size=LARGE)


def test_saved_with_its_comments(config: Path) -> None:
    async def steps(desk: Desk) -> None:
        await open_sheet(desk, "price")
        await go_to(desk, "price.materials")
        await desk.press("end", "backspace", "5", "ctrl+s")

    at_desk(config, steps)
    text = config.read_text("utf-8")
    assert "# үшеу" in text
    assert "materials = 1005\n" in text
    assert text.replace("materials = 1005", "materials = 1000") == CONFIG + ANSWERS


def test_of_nothing_a_first_answer_in_the_language_that_is_chosen(tmp_path: Path) -> None:
    config = project(tmp_path / "p")

    async def steps(desk: Desk) -> None:
        await desk.press("4", "l", "enter")
        await desk.type("Айша")
        await desk.press("ctrl+s")

    app = at_desk(config, steps, language="en")
    assert app.session.project is not None
    who = app.session.project.positioning.audience.who
    assert who is not None
    assert who.get("kk") == "Айша"
    assert "# Біздің бренд." in config.read_text("utf-8")


def test_what_is_wrong_stands_beside_its_field_and_the_rest_goes_on(config: Path) -> None:
    async def steps(desk: Desk) -> None:
        await open_sheet(desk, "price")
        await go_to(desk, "price.hours")
        await desk.type("x")
        assert "'2x'" in desk.shown()
        assert "1 answer cannot be used yet" in desk.shown()
        await go_to(desk, "price.rate")
        await desk.press("end", "backspace", "5")
        assert there(desk)["price"]["rate"] == 3005
        assert there(desk)["price"]["hours"] == 2
        assert "'2x'" in desk.shown()
        await desk.press("ctrl+z")  # first what was not taken
        assert "'2x'" not in desk.shown()
        assert there(desk)["price"]["rate"] == 3005
        await go_to(desk, "price.fee")
        await desk.type("100")
        assert screen(desk).query(".-wrong")

    at_desk(config, steps)


def test_the_price_floor_and_what_speaks_against_the_price(config: Path) -> None:
    async def steps(desk: Desk) -> None:
        await open_sheet(desk, "price")
        shown = " ".join(desk.shown().replace("\xa0", " ").split())
        assert "The lowest price: 7,000" in shown or "The lowest price: 7 000" in shown
        assert "2 000 ₸ below" in shown
        await go_to(desk, "price.price")
        await desk.press("up")
        assert there(desk)["price"]["price"] == 5100

    at_desk(config, steps, size=LARGE)


def test_an_entry_that_other_languages_have_stays_for_them(config: Path) -> None:
    async def steps(desk: Desk) -> None:
        await open_sheet(desk, "ladder")
        assert "ladder.needs.3" in blanks(desk)
        assert "ladder.needs.4" not in blanks(desk)
        await go_to(desk, "ladder.needs.1")
        await desk.press("end", *["backspace"] * 5, "tab")
        needs = there(desk)["ladder"]["needs"]
        assert needs == ["тыныштық", {"ru": "көмек", "en": "көмек"}, "уақыт"]

    at_desk(config, steps, language="kk")


def test_emptied_and_left_an_entry_goes_and_a_row_by_its_key(config: Path) -> None:
    config.write_text(
        '[project]\nname = "Саз"\nlanguages = ["kk"]\n[brand]\ncolor = "#0a7e8c"\n'
        + ANSWERS.split("[positioning.character]")[0].replace(
            '{ kk = "дыбыс студиясы", en = "recording studio" }', '"студия"'
        ),
        "utf-8",
    )

    async def steps(desk: Desk) -> None:
        await open_sheet(desk, "ladder")
        await go_to(desk, "ladder.needs.1")
        await desk.press("end", *["backspace"] * 5)
        assert there(desk)["ladder"]["needs"] == ["тыныштық", "к", "уақыт"]
        await desk.press("tab")
        assert there(desk)["ladder"]["needs"] == ["тыныштық", "уақыт"]
        assert "ladder.needs.3" not in blanks(desk)
        await open_sheet(desk, "map")
        await go_to(desk, "map.points.0.x")
        await desk.press("f9")
        assert [each["name"] for each in there(desk)["map"]["points"]] == ["Көрші студия"]

    at_desk(config, steps, language="kk")


def test_a_new_row_waits_until_it_is_whole(config: Path) -> None:
    async def steps(desk: Desk) -> None:
        await open_sheet(desk, "map")
        assert "map.points.2.name" in blanks(desk)
        assert "map.points.2.x" not in blanks(desk)
        await go_to(desk, "map.points.2.name")
        await desk.type("Radio")
        assert "map.points.2.x" in blanks(desk)
        assert len(there(desk)["map"]["points"]) == 2
        await go_to(desk, "map.points.2.x")
        await desk.type("4")
        await desk.press("tab")
        await desk.type("-3")
        assert len(there(desk)["map"]["points"]) == 3
        assert there(desk)["map"]["points"][2]["y"] == -3
        assert "map.points.3.name" in blanks(desk)

    at_desk(config, steps)


def test_scores_by_digits_and_arrows(config: Path) -> None:
    async def steps(desk: Desk) -> None:
        await open_sheet(desk, "alternatives")
        await desk.press("enter")
        await desk.type("Warm")
        await go_to(desk, "alternatives.attributes.0.weight")
        await desk.press("right")
        await go_to(desk, "alternatives.attributes.0.ours")
        await desk.press("5", "left")
        row = there(desk)["alternatives"]["attributes"][0]
        assert (row["weight"], row["ours"]) == (4, 4)
        await open_sheet(desk, "character")
        await desk.press("enter", "right", "right")
        assert there(desk)["character"]["sliders"] == [2]
        await desk.press("backspace")
        assert not there(desk)["character"].get("sliders")

    at_desk(config, steps)


def test_a_point_is_moved_on_the_map(config: Path) -> None:
    async def steps(desk: Desk) -> None:
        await open_sheet(desk, "map")
        screen(desk).query_one("#map").focus()
        await desk.press("right", "right", "right", "down", "space", "up")
        market = there(desk)["map"]
        assert market["ours"]["x"] == 10
        assert market["ours"]["y"] == 6
        assert market["points"][0]["y"] == -5
        assert "Телефон [/]" in desk.shown()

    at_desk(config, steps, size=LARGE, language="kk")


def test_other_language_other_texts_and_examples_on_and_off(config: Path) -> None:
    async def steps(desk: Desk) -> None:
        await open_sheet(desk, "statement")
        assert "For example: " in desk.shown()
        await desk.press("f6")
        assert "For example: " not in desk.shown()
        await go_to(desk, "statement.category")
        assert "recording studio" in desk.shown()
        await desk.press("f4")
        assert "дыбыс студиясы" in desk.shown()
        assert desk.app.focused is not None
        assert desk.app.focused.id == "in-statement-category"
        await desk.press("f2")
        assert "Бір сөйлеммен" in desk.shown()
        assert "recording studio" not in desk.shown()

    at_desk(config, steps, size=LARGE)


def test_findings_across_the_sheets_in_words(config: Path) -> None:
    async def steps(desk: Desk) -> None:
        await desk.press("4", "f8")
        assert isinstance(desk.app.screen, ProblemsScreen)
        assert "this part of the statement is missing in ‘ru’" in " ".join(desk.shown().split())
        await desk.press("escape")
        await open_sheet(desk, "character")
        assert "1 word or phrase you never say" in " ".join(desk.shown().split())
        await open_sheet(desk, "pitch")
        await desk.press("enter")
        await desk.type("so cheap")
        await open_sheet(desk, "character")
        assert "'cheap' stands here" in " ".join(desk.shown().split())

    at_desk(config, steps, size=LARGE)


def filled_form(folder: Path, values: dict[str, str], language: str = "kk") -> Path:
    file = folder / "answers.json"
    form = {"creativekit": "worksheets", "version": 1, "language": language, "values": values}
    file.write_text(json.dumps(form), "utf-8")
    return file


@pytest.mark.parametrize("is_taken", [True, False])
def test_a_filled_form_is_shown_before_it_is_taken(config: Path, is_taken: bool) -> None:
    filled_form(config.parent, {"audience.who": "Айша [/]", "ladder.needs.0": "үнсіздік"})

    async def steps(desk: Desk) -> None:
        await desk.press("4", "i")
        assert isinstance(desk.app.screen, Pick)
        await desk.press("enter")
        assert isinstance(desk.app.screen, Difference)
        assert "тыныштық → үнсіздік" in desk.shown()
        await desk.press("enter" if is_taken else "escape")
        assert ("Айша [/]" in desk.text) is is_taken
        if is_taken:
            assert "Айша [/]" in desk.shown()
            await desk.press("ctrl+z")
            assert not desk.app.session.dirty

    at_desk(config, steps, size=LARGE)


@pytest.mark.parametrize(
    ("values", "told"),
    [({"price.hours": "көп"}, "‘көп’"), ({"nothing.at": "1"}, "not the name of an answer")],
)
def test_a_form_that_is_wrong_says_how(config: Path, values: dict[str, str], told: str) -> None:
    file = filled_form(config.parent.parent, values)

    async def steps(desk: Desk) -> None:
        await desk.press("4", "i")
        assert isinstance(desk.app.screen, FormPath)
        desk.app.screen.query_one("#path").value = str(file)  # type: ignore[attr-defined]
        await desk.press("enter")
        assert isinstance(desk.app.screen, ProblemsScreen)
        assert told in desk.shown()
        assert not desk.app.session.dirty

    at_desk(config, steps)


def test_the_sheets_are_made_and_can_be_stopped(
    config: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from creativekit.press import plan as plans

    whole = plans.position_plan

    def one_text(*args: Any, **kwargs: Any) -> plans.Plan:
        found = whole(*args, **kwargs)
        return plans.Plan(tuple(job for job in found.jobs if job.paths[0].endswith(".md")))

    monkeypatch.setattr(plans, "position_plan", one_text)
    kit = config.parent / "kit"
    assert positioning_files.export(config, kit, only=5, cancelled=lambda: True) is None

    async def steps(desk: Desk) -> None:
        await desk.press("4", "x", "down", "enter")
        assert isinstance(desk.app.screen, ExportScreen)
        assert "files made" in desk.shown()
        await desk.press("escape")
        assert isinstance(desk.app.screen, PositioningScreen)

    at_desk(config, steps)
    assert list((kit / "positioning").rglob("*.md"))


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_names_of_sheets_and_ends_of_scales_are_whole(config: Path, size: tuple[int, int]) -> None:
    async def steps(desk: Desk) -> None:
        await open_sheet(desk, "character")
        for _ in range(3):
            language = desk.app.translator.language
            titles = [
                " ".join(str(each.prompt).split())
                for each in screen(desk).query_one(Sheets).options
            ]
            for sheet, title in zip(SHEETS.values(), titles, strict=True):
                for word in sheet.title.get(language).split():
                    assert word in title
            scales = list(screen(desk).query(Scale))
            assert len(scales) == len(SHEETS["character"].sliders)
            for scale, slider in zip(scales, SHEETS["character"].sliders, strict=True):
                shown = scale.render().plain.splitlines()
                assert len(shown) == scale.size.height
                assert all(cell_len(line) <= scale.size.width for line in shown)
                for end in (slider.low, slider.high):
                    for word in end.get(language).split():
                        assert word in " ".join(shown).split()
            await desk.press("f2")

    at_desk(config, steps, size=size, language="kk")


@pytest.mark.parametrize("width", [18, 30, 46, 200])
def test_a_long_end_of_a_scale_has_lines_and_the_line_its_marks(width: int) -> None:
    scale = Scale("1", -2, 2, ("Сөзді асықпай тарқатып айтатын", "Қысқа"), id="at")
    ends = [each.plain for each in scale._ends(width)]
    assert scale.get_content_height(Size(width, 9), Size(width, 9), width) == len(ends) + 1
    assert max(map(cell_len, ends)) <= width
    assert " ".join(" ".join(ends).split()).count("Қысқа") == 1


def test_a_mark_of_a_scale_is_taken_with_the_mouse(config: Path) -> None:
    async def steps(desk: Desk) -> None:
        await open_sheet(desk, "character")
        scale = screen(desk).query(Scale).first()
        line = scale.render().plain.splitlines()[-1]
        marks = [place for place, sign in enumerate(line) if sign in "○●"]
        assert len(marks) == 5
        for value, place in zip((-2, -1, 0, 1, 2), marks, strict=True):
            await desk.pilot.click(scale, offset=(place, 1))
            assert there(desk)["character"]["sliders"][0] == value

    at_desk(config, steps)


def test_what_a_begun_sheet_waits_for_is_said(tmp_path: Path) -> None:
    async def steps(desk: Desk) -> None:
        await desk.press("4")
        assert "Nothing yet" in desk.shown()
        assert "↵ Fill in" in desk.shown()
        await desk.press("enter")
        assert "Esc To the sheets" in desk.shown()
        await desk.type("Aisha")
        assert "Nothing yet" not in desk.shown()
        assert "The story comes as soon as the moment" in " ".join(desk.shown().split())
        await open_sheet(desk, "statement")
        await desk.press("enter")
        assert "↵ Next" in desk.shown()

    at_desk(project(tmp_path / "p"), steps)


def test_an_example_stands_under_its_field(config: Path) -> None:
    async def steps(desk: Desk) -> None:
        await open_sheet(desk, "map")
        await go_to(desk, "map.ours.x")
        field = desk.app.focused
        assert field is not None
        (example,) = screen(desk).query(".question .example")
        assert example.content_region.x >= field.region.x
        assert example.region.y == field.region.bottom

    at_desk(config, steps)


def test_the_signs_of_the_profile_text_are_said_to_be_counted(config: Path) -> None:
    text = config.read_text("utf-8") + '[positioning.pitch]\nbio = "Саз"\n'
    config.write_text(text, "utf-8")

    async def steps(desk: Desk) -> None:
        await open_sheet(desk, "pitch")
        assert "Characters in the profile text" in desk.shown()
        await open_sheet(desk, "character")
        assert screen(desk).query_one("#outcome-title").display  # a finding comes of it, too

    at_desk(config, steps, size=LARGE)


@pytest.mark.parametrize(
    ("name", "size", "language", "theme", "sheet"),
    [
        ("map-120x36", LARGE, "kk", "light", "map"),
        ("map-80x24", SMALL, "ru", "dark", "map"),
        ("statement-120x36", LARGE, "en", "dark", "statement"),
        ("character-80x24", SMALL, "kk", "light", "character"),
    ],
)
def test_looks(
    config: Path, name: str, size: tuple[int, int], language: str, theme: str, sheet: str
) -> None:
    async def steps(desk: Desk) -> None:
        await open_sheet(desk, sheet)
        snapshots.check(f"positioning-{name}", desk)

    at_desk(config, steps, size=size, language=language, theme=theme)


# ---- without a screen


def answers(config: Path, language: str = "kk") -> Answers:
    return Answers(Session(config, config.parent / "kit"), language)


def test_usable_answers_go_on_while_others_wait(config: Path) -> None:
    book = answers(config)
    every = {blank.name: blank for blank in book.every(SHEETS["price"])}
    assert book.put(SHEETS["price"], every["price.hours"], "көп") == ()
    edits = book.put(SHEETS["price"], every["price.rate"], "1 500 ₸")
    assert edits == ((("positioning", "price", "rate"), 1500),)
    assert set(book.given) == set(book.faults) == {"price.hours"}
    assert book.standing(every["price.hours"]) == "көп"


def test_lists_go_on_no_longer_than_the_schema_lets_them(tmp_path: Path) -> None:
    listed = ", ".join(f'"n{each}"' for each in range(6))
    config = project(tmp_path / "p", f"{CONFIG}\n[positioning.ladder]\nneeds = [{listed}]\n")
    names = [blank.name for blank in answers(config).shown(SHEETS["ladder"])]
    assert "ladder.needs.5" in names
    assert "ladder.needs.6" not in names


def test_how_far_a_sheet_is_filled() -> None:
    some = Positioning.model_validate(
        {
            "map": {"x": {"low": "а", "high": "б"}, "points": [{"name": "в", "x": 1, "y": 1}]},
            "audience": {"who": {"kk": "Айша"}},
        }
    )
    assert filling(SHEETS["audience"], some, "kk") == Filling(1, 6)
    assert filling(SHEETS["audience"], some, "ru") == Filling(0, 6)
    assert filling(SHEETS["map"], some, "kk") == Filling(1, 3)  # a map has two lines
    assert not filling(SHEETS["price"], None, "kk").answered


@pytest.mark.parametrize(("width", "height"), [(12, 5), (33, 9), (80, 30), (3, 2)])
@pytest.mark.parametrize("name", ["Ә" * 500, "[/] [b]", "", "🌷🌷🌷 ұя", "\x1b[31mқ", "а\u0301б"])
def test_the_map_keeps_its_size_whatever_the_names(width: int, height: int, name: str) -> None:
    dots = tuple(Dot(name, x, y, x == 0) for x in (-10, 0, 10) for y in (-10, 0, 10))
    text = drawn(Drawn(dots, (name, name, name, name)), width, height)
    if width < 12:
        assert not text.plain
        return
    lines = text.split("\n")
    assert len(lines) == height
    assert {line.cell_length for line in lines} == {width}
    assert "\x1b" not in text.plain
    assert text.plain.count("◆") == 3


def test_names_on_the_map_lie_on_no_other_sign() -> None:
    dots = (Dot("Біз", 8, 7, True), Dot("Жақын", 7, 7), Dot("Алыс", -10, -10), Dot("Ең", 10, 10))
    text = drawn(Drawn(dots, ("сол", "оң", "төмен", "жоғары")), 40, 12).plain
    for word in ("Біз", "Жақын", "Алыс", "Ең", "сол", "оң", "төмен", "жоғары"):
        assert word in text
    assert text.count("●") == 3


def test_the_ends_of_the_line_stand_on_one_row() -> None:
    """Where under the line there is room for one of them only, and over it for the other only."""
    dots = (Dot("а", -9, 2), Dot("б", 9, -2))
    lines = drawn(Drawn(dots, ("сол жағы", "оң жағы", "", "")), 40, 9).plain.split("\n")
    assert any("сол жағы" in line and "оң жағы" in line for line in lines)


def test_who_comes_to_a_field_by_tab_is_at_its_end(config: Path) -> None:
    async def steps(desk: Desk) -> None:
        await desk.press("4", "enter")
        first, second = list(desk.app.screen.query(TextArea))[:2]
        assert first.has_focus
        second.load_text("Таңертең студияға келді")
        await desk.press("tab")
        assert second.has_focus
        assert second.cursor_location == second.document.end

    at_desk(config, steps)


def test_enter_is_on_the_foot_of_a_number(config: Path) -> None:
    async def steps(desk: Desk) -> None:
        await desk.press("4")
        desk.app.screen.query_one("#sheets", OptionList).highlighted = 7
        await desk.settle()
        desk.app.screen.query(Number).first().focus()
        await desk.settle()
        assert "↵ Next" in desk.shown()
        await desk.press("enter")
        assert desk.app.focused is not desk.app.screen.query(Number).first()

    at_desk(config, steps)


def test_hiding_the_form_never_leaves_the_keys_without_a_place(config: Path) -> None:
    async def steps(desk: Desk) -> None:
        await desk.press("4", "enter")
        field = desk.app.focused
        assert isinstance(field, (Input, TextArea))
        await desk.press("f7")  # what comes of it alone
        assert desk.app.focused is not None
        assert desk.app.focused is not field
        await desk.press("f7")  # the form alone
        assert desk.app.focused is field

    at_desk(config, steps, size=SMALL)
