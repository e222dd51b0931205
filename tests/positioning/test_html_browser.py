"""The page in a real browser: it works out what the program does, keeps what is typed, and bears
whatever is typed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from accessibility import violations
from browser_pages import Pages
from creativekit.positioning import pitch
from creativekit.positioning.answers_file import read_answers
from creativekit.positioning.blanks import blanks, written
from creativekit.positioning.html import page
from creativekit.positioning.price import floor, margin
from creativekit.positioning.sheets import worksheets
from creativekit.project.positioning_section import Positioning, Price
from styled_brands import LONG, STYLES, styled
from worksheet_answers import example_answers

HOSTILE = (
    "</script><script>alert(1)</script>",
    "\"'><img src=x onerror=alert(1)>",
    "{{7*7}} ${alert(1)} %s \\u0000 \\",
    "\u202eабв\u202c \u200f\u2067مرحبا\u2069 שלום",
    "😀👨‍👩‍👧‍👦🇰🇿\u0301\u0301",
    "__proto__",
    "ұзақ " * 1000,
    "x" * 5000,
)


@pytest.fixture
def address(tmp_path: Path) -> Callable[..., str]:
    def write(
        style: str = "steppe",
        answers: Positioning | None = None,
        language: str = "kk",
        only: int | None = None,
        **brand: Any,
    ) -> str:
        file = tmp_path / f"{style}-{language}.html"
        file.write_bytes(page(styled(style, **brand), answers, language, only))
        return file.as_uri()

    return write


@pytest.fixture
def opened(pages: Pages) -> Iterator[Callable[..., Any]]:
    """A page under its own policy, without a network; at the end it must have had no complaint."""
    complaints: list[str] = []
    asked: list[str] = []

    def open_(address: str, width: int = 1280, scheme: str = "light", **more: Any) -> Any:
        watch: dict[str, Callable[[Any], None]] = {
            "console": lambda message: complaints.append(message.text),
            "pageerror": lambda error: complaints.append(str(error)),
            "request": lambda request: asked.append(request.url.partition(":")[0]),
            "dialog": refuse,
        }
        return pages.open(address, width, scheme, watch=watch, **more)

    def refuse(dialog: Any) -> None:
        complaints.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    yield open_
    pages.take_back()
    assert not complaints
    assert set(asked) <= {"file", "data", "blob", "about"}


# axe is put into the page, which the page's own policy would not allow.
@pytest.mark.parametrize(
    ("style", "width", "scheme"), [("ornament", 360, "light"), ("bold", 1440, "dark")]
)
def test_axe_finds_nothing_on_all_sheets(
    opened: Any, address: Any, axe: str, style: str, width: int, scheme: str
) -> None:
    made = opened(address(style, example_answers()), width, scheme, bypass_csp=True)
    assert not violations(made, axe)


# Each style at one of the two ends, by turns.
@pytest.mark.parametrize(
    ("style", "width", "scheme"),
    [
        (style, *((1440, "dark") if number % 2 else (360, "light")))
        for number, style in enumerate(STYLES)
    ],
)
def test_axe_finds_nothing_in_any_style(
    opened: Any, address: Any, axe: str, style: str, width: int, scheme: str
) -> None:
    made = opened(address(style, example_answers(), only=8), width, scheme, bypass_csp=True)
    made.fill("#price-fee", "x")
    assert not violations(made, axe)


@pytest.mark.parametrize(
    ("style", "width"), [("bold", 320), ("editorial", 320), ("editorial", 768), ("bold", 1440)]
)
def test_nothing_sticks_out_of_the_screen(
    opened: Any, address: Any, style: str, width: int
) -> None:
    answers = Positioning.model_validate(
        {
            "audience": {"who": "ұ" * 3000},
            "map": {"points": [{"name": "ш" * 100, "x": 10, "y": 10}]},
            "alternatives": {"attributes": [{"name": "щ" * 120}], "others": [{"name": "ы" * 120}]},
        }
    )
    made = opened(address(style, answers, name=LONG), width)
    assert made.evaluate("() => document.documentElement.scrollWidth") <= width


# ---- the price: one formula, in Python and in the browser

CASES: tuple[dict[str, str], ...] = (
    {},
    {"materials": "4000", "hours": "3", "rate": "2000", "overhead": "800", "fee": "7", "tax": "3"},
    {"materials": "12000", "hours": "26", "rate": "1500", "overhead": "5000", "fee": "10",
     "tax": "4", "price": "72000"},
    {"materials": "0.1", "overhead": "0.2"},
    {"materials": "100", "fee": "0.1"},
    {"materials": "1", "fee": "33.33", "tax": "33.33"},
    {"materials": "1", "fee": "99.99"},
    {"hours": "3"},
    {"rate": "3000"},
    {"hours": "2.5", "rate": "1999.99"},
    {"materials": "0"},
    {"fee": "10", "tax": "3"},
    {"materials": "1000000000000", "fee": "50", "tax": "49.99"},
    {"materials": "999999999999.99", "hours": "9999.99", "rate": "999999999999.99", "fee": "12.34"},
    {"materials": "900", "fee": "10", "price": "1000"},
    {"materials": "901", "fee": "10", "price": "1000"},
    {"materials": "1000", "price": "999.5"},
    {"materials": "1000", "price": "1000.5"},
    {"materials": "70", "fee": "30"},
    {"materials": "29", "tax": "71"},
)  # fmt: skip


def digits(text: str | None) -> str:
    return "".join(char for char in text or "" if char.isdigit())


def test_the_lowest_price_is_the_one_that_the_program_works_out(opened: Any, address: Any) -> None:
    made = opened(address(only=8))
    for case in CASES:
        price = Price.model_validate({name: float(text) for name, text in case.items()})
        for name in ("materials", "hours", "rate", "overhead", "fee", "tax", "price"):
            made.fill(f"#price-{name}", case.get(name, ""))
        shown, note = (made.text_content(f".floor{end}") for end in ("", "-note"))
        wanted, over = floor(price), margin(price)
        assert digits(shown) == ("" if wanted is None else str(wanted)), case
        if over is not None:
            # Cut towards what is worse for the seller.
            whole = -(over // 1) if over < 0 else over // 1
            assert digits(note) == str(int(whole)), case
            assert ("зиян" in (note or "")) == (over < 0), case
        elif wanted is None:
            assert note == "Шығынды жазсаңыз, осы жерде есептеледі"


@pytest.mark.parametrize(
    ("typed", "language", "lowest"),
    [
        ("12 500", "kk", "12500"),
        ("12\u00a0500 ₸", "ru", "12500"),
        ("12,500", "en", "12500"),
        ("12.500", "ru", "12500"),
        ("12,5", "ru", "13"),
        ("1,234,567.5", "en", "1234568"),
        ("1.234.567,5", "kk", "1234568"),
        ("+5", "en", ""),
        ("-5", "en", ""),
        ("1e3", "en", ""),
        ("көп", "kk", ""),
        ("1000000000001", "kk", ""),
    ],
)
def test_money_is_read_as_people_write_it(
    opened: Any, address: Any, typed: str, language: str, lowest: str
) -> None:
    made = opened(address(language=language, only=8))
    made.fill("#price-materials", typed)
    assert digits(made.text_content(".floor")) == lowest
    field = made.locator("#price-materials")
    assert field.get_attribute("aria-invalid") == (None if lowest else "true")
    if not lowest:
        said = field.get_attribute("aria-describedby")
        assert "price-materials-complaint" in said.split()
        assert made.is_visible("#price-materials-complaint")
        made.fill("#price-materials", "5")
        assert field.get_attribute("aria-invalid") is None
        assert not made.is_visible("#price-materials-complaint")


def test_nothing_left_after_fee_and_tax_is_said(opened: Any, address: Any) -> None:
    made = opened(address(only=8, language="en"))
    for name, text in (("materials", "100"), ("fee", "60"), ("tax", "40")):
        made.fill(f"#price-{name}", text)
    assert made.text_content(".floor") == ""
    assert made.text_content(".floor-note") == "Nothing is left after the fee and the tax"


# ---- the pitch

TEXTS = (
    "",
    "Біз — Семейдегі «Ақ киіз» шеберханасымыз.",
    "word " * 71,
    "- — … 5 😀 a1",
    "é" * 150,
    "e\u0301" * 81,
    "👨‍👩‍👧‍👦" * 80 + "🇰🇿",
    "ұ" * 1001,
)


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_a_pitch_is_measured_as_the_program_measures_it(
    opened: Any, address: Any, language: str
) -> None:
    made = opened(address(only=9, language=language))
    for text in TEXTS:
        made.fill("#pitch-pitch", text)
        made.fill("#pitch-bio", text)
        said = made.text_content(".count .told")
        wanted = pitch.seconds(text, language)
        assert digits(said) == (str(wanted) if wanted else ""), text
        assert ("over" in made.get_attribute(".count", "class").split()) == (wanted > 30)
        fits = pitch.fits(text.strip())
        assert made.text_content(".lengths .told") == str(fits[0].length), text
        past = made.evaluate(
            "() => [...document.querySelectorAll('.lengths li')].map("
            "each => !each.querySelector('.over').hidden)"
        )
        assert past == [not each.fits for each in fits], text


# ---- the map


def test_the_map_follows_the_numbers_and_the_numbers_a_press(opened: Any, address: Any) -> None:
    made = opened(address(answers=example_answers(), only=6))
    circles = made.locator(".plane.live circle")
    assert circles.count() == 4
    made.fill("#map-points-3-name", "Жаңа")
    made.fill("#map-points-3-x", "-10")
    assert circles.count() == 4
    made.fill("#map-points-3-y", "2,5")
    assert circles.count() == 5
    point = made.locator(".plane.live .names li", has_text="Жаңа")
    assert point.evaluate("each => [each.style.left, each.style.top]") == ["5%", "38.75%"]
    made.fill("#map-points-3-y", "11")
    assert circles.count() == 4
    made.focus("#map-ours-x")
    made.keyboard.press("ArrowDown")
    assert made.input_value("#map-ours-x") == "7"
    for _ in range(9):
        made.keyboard.press("ArrowUp")
    assert made.input_value("#map-ours-x") == "10"
    plane = made.locator(".plane.live")
    box = plane.bounding_box()
    plane.click(position={"x": box["width"] * 0.05, "y": box["height"] * 0.5})
    assert made.input_value("#map-ours-x") == "−10"
    assert made.input_value("#map-ours-y") == "0"
    assert made.text_content(".plane.live .names .ours") == "Біз"


def test_names_on_the_map_stay_on_it_and_apart(opened: Any, address: Any) -> None:
    corners = [(10, 10), (-10, 10), (10, -10), (-10, -10), (0, 0), (0, 1), (0, -1)]
    points = [{"name": f"Ұзын атау {i}", "x": x, "y": y} for i, (x, y) in enumerate(corners)]
    answers = Positioning.model_validate({"map": {"points": points}})
    made = opened(address(answers=answers, only=6), 768)
    boxes = made.evaluate(
        "() => { const p = document.querySelector('.plane.live').getBoundingClientRect();"
        " return [...document.querySelectorAll('.plane.live .names li')].map(each => {"
        " const b = each.getBoundingClientRect();"
        " return [b.left - p.left, b.top - p.top, p.right - b.right, p.bottom - b.bottom] }) }"
    )
    assert len(boxes) == 7
    assert all(min(box) >= -1 for box in boxes), boxes


# ---- marks


def test_marks_by_keyboard_and_taken_away_again(opened: Any, address: Any) -> None:
    made = opened(address(only=2))
    first = made.locator("input[name='alternatives.attributes.0.ours']")
    first.nth(0).focus()
    made.keyboard.press("ArrowRight")
    made.keyboard.press("ArrowRight")
    assert made.evaluate(CHOSEN, "alternatives.attributes.0.ours") == "2"
    made.keyboard.press("Delete")
    assert made.evaluate(CHOSEN, "alternatives.attributes.0.ours") is None
    first.nth(4).click()
    assert made.evaluate(CHOSEN, "alternatives.attributes.0.ours") == "4"
    first.nth(4).click()
    assert made.evaluate(CHOSEN, "alternatives.attributes.0.ours") is None


CHOSEN = "name => (document.querySelector(`input[name='${name}']:checked`) || {value: null}).value"


def test_alternatives_are_scored_by_the_attributes_own_names(opened: Any, address: Any) -> None:
    made = opened(address(only=2))
    legends = made.locator("[data-attribute='1'] legend")
    assert set(legends.all_text_contents()) == {"Қасиеті 2"}
    made.fill("#alternatives-attributes-1-name", "<b>Жылуы</b>")
    assert set(legends.all_text_contents()) == {"<b>Жылуы</b>"}


# ---- what is typed is kept, saved and cleared


def test_what_is_typed_is_kept_until_it_is_cleared(opened: Any, address: Any) -> None:
    where = address(answers=example_answers())
    made = opened(where)
    before = made.input_value("#audience-who")
    made.fill("#audience-who", "Айгүл\nТараздан")
    made.locator("input[name='character.sliders.1'][value='2']").check()
    made.wait_for_function("() => document.querySelector('.status').textContent")
    assert made.text_content(".status") == "Осы браузерде сақталды"
    made.reload()
    assert made.input_value("#audience-who") == "Айгүл\nТараздан"
    assert made.evaluate(CHOSEN, "character.sliders.1") == "2"
    stored = made.evaluate("() => Object.values(localStorage).map(each => JSON.parse(each))")
    assert sorted(stored, key=len) == [
        {"audience.who": "Айгүл\nТараздан"},
        {"character.sliders.1": "2"},
    ]
    made.click(".clear")
    assert made.is_visible(".ask")
    made.keyboard.press("Escape")
    assert made.input_value("#audience-who") == "Айгүл\nТараздан"
    made.click(".clear")
    made.click(".ask .yes")
    assert made.input_value("#audience-who") == before
    assert made.evaluate(CHOSEN, "character.sliders.1") == "0"
    assert made.evaluate("() => localStorage.length") == 0
    made.reload()
    assert made.input_value("#audience-who") == before


def test_two_brands_in_one_browser_do_not_mix(opened: Any, address: Any, tmp_path: Path) -> None:
    made = opened(address(only=1))
    made.fill("#audience-who", "біреу")
    made.wait_for_function("() => localStorage.length === 1")
    other = address("noir", name="Басқа", only=1)
    made.goto(other)
    assert made.input_value("#audience-who") == ""
    made.goto(address(only=1))
    assert made.input_value("#audience-who") == "біреу"


def test_what_is_kept_of_a_damaged_store_is_passed_over(opened: Any, address: Any) -> None:
    made = opened(address(answers=example_answers(), only=1))
    before = made.input_value("#audience-who")
    key = made.evaluate("() => JSON.parse(document.body.dataset.setup).key + 'audience'")
    for value in ("{", "5", "null", "[]", '{"audience.who": 7, "__proto__": "x"}'):
        made.evaluate("([key, value]) => localStorage.setItem(key, value)", [key, value])
        made.reload()
        assert made.input_value("#audience-who") == before


def downloaded(made: Any, folder: Path) -> Path:
    with made.expect_download() as waiting:
        made.click(".download")
    path = folder / str(waiting.value.suggested_filename)
    waiting.value.save_as(path)
    return path


@pytest.mark.parametrize("language", ["kk", "en"])
def test_the_saved_answers_are_the_projects_own(
    opened: Any, address: Any, tmp_path: Path, language: str
) -> None:
    answers = example_answers()
    made = opened(address(answers=answers, language=language))
    path = downloaded(made, tmp_path)
    assert path.name == f"worksheets-{language}.answers.json"
    found = read_answers(path)
    assert found.language == language
    assert found.sheets == tuple(range(1, 11))
    assert found.values == {
        each.name: written(answers, each, language) for each in blanks(worksheets(), answers)
    }


def test_what_is_typed_is_in_the_saved_answers(opened: Any, address: Any, tmp_path: Path) -> None:
    made = opened(address(only=8))
    made.fill("#price-materials", " 12 500 ₸ ")
    made.fill("#price-hours", "2,5")
    made.fill("#price-fee", "көп")
    made.fill("#price-product", "  Сырмақ  ")
    found = read_answers(downloaded(made, tmp_path)).values
    assert found["price.materials"] == "12500"
    assert found["price.hours"] == "2.5"
    assert found["price.fee"] == "көп"
    assert found["price.product"] == "Сырмақ"
    assert found["price.tax"] == ""


PUT = (
    "([id, text]) => { const field = document.getElementById(id); field.value = text;"
    " field.dispatchEvent(new Event('input', {bubbles: true})); }"
)


def test_hostile_words_are_words(opened: Any, address: Any, tmp_path: Path) -> None:
    made = opened(address())
    names = ["audience-who", "statement-need", "alternatives-attributes-0-name", "pitch-bio"]
    names += ["map-points-0-name", "pitch-pitch", "price-product", "model-costs"]
    made.fill("#map-points-0-x", "1")
    made.fill("#map-points-0-y", "1")
    for text in HOSTILE:
        for name in names:
            made.evaluate(PUT, [name, text])
    for name, text in zip(names, HOSTILE, strict=True):
        made.evaluate(PUT, [name, text])
    made.wait_for_timeout(400)
    made.reload()
    assert [made.input_value(f"#{name}") for name in names] == list(HOSTILE)
    found = read_answers(downloaded(made, tmp_path)).values
    saved = [found[name.replace("-", ".")] for name in names]
    assert saved == [text.strip() for text in HOSTILE]


def test_hostile_answers_of_a_project_are_words(opened: Any, address: Any) -> None:
    long = HOSTILE[0] + "ұзақ " * 1000
    answers = Positioning.model_validate(
        {
            "audience": dict.fromkeys(("who", "situation", "progress", "obstacle"), long),
            "statement": dict.fromkeys(
                ("audience", "need", "category", "benefit", "alternative", "difference"), HOSTILE[1]
            ),
            "map": {"points": [{"name": HOSTILE[0], "x": 0, "y": 0}], "ours": {"x": 1, "y": 1}},
        }
    )
    made = opened(address(answers=answers, name="</script><i>"))
    assert made.input_value("#audience-who") == long.strip()
    assert HOSTILE[1] in made.text_content("#sheet-5 .result")
    assert made.locator("i, img").count() == 0


# ---- without a script, and on paper


def test_without_the_script_it_reads_and_prints(opened: Any, address: Any) -> None:
    made = opened(address(answers=example_answers()), java_script_enabled=False)
    assert made.locator(".plane.live circle").count() == 4
    assert "65" in made.text_content(".floor")
    assert not made.is_visible(".download")
    assert made.is_visible("noscript .no-script") or made.locator(".no-script").count() == 1


def pdf_pages(data: bytes) -> list[Any]:
    import io

    from pypdf import PdfReader

    return list(PdfReader(io.BytesIO(data)).pages)


@pytest.mark.parametrize("style", ["bold", "playful", "steppe"])
def test_an_empty_sheet_is_one_page_of_a4(opened: Any, address: Any, style: str) -> None:
    made = opened(address(style), 1280)
    pages = pdf_pages(made.pdf(prefer_css_page_size=True, print_background=True))
    assert len(pages) == 10
    assert float(pages[0].mediabox.width) == pytest.approx(595.3, abs=1)
    for number, each in enumerate(pages, 1):
        assert f"{number} / 10" in " ".join(each.extract_text().split())


def test_a_long_answer_is_printed_whole(opened: Any, address: Any) -> None:
    text = " ".join(f"сөз{index}" for index in range(700))
    made = opened(address("editorial", only=1))
    made.fill("#audience-who", text)
    pages = pdf_pages(made.pdf(prefer_css_page_size=True))
    said = " ".join(" ".join(each.extract_text().split()) for each in pages)
    assert len(pages) > 1
    assert all(f"сөз{index}" in said for index in range(700))
