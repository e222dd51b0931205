"""Badges, certificates and posters as they come out of the printer."""

from __future__ import annotations

import io
import itertools
from pathlib import Path

import numpy as np
import pypdf
import pypdfium2
import pytest
import segno
import zxingcpp
from numpy.typing import NDArray

from creativekit.artwork.dress import dress
from creativekit.artwork.hands import arrange
from creativekit.artwork.post_signature import own_capital, signed
from creativekit.artwork.qr_modules import QUIET
from creativekit.artwork.sheet import SheetKey
from creativekit.canvas.path import Box
from creativekit.canvas.scene import Group, Item, Line, Words
from creativekit.cohort import badges, form_link, poster
from creativekit.cohort.certificates import certificates
from creativekit.cohort.meeting import Meeting
from creativekit.cohort.pack_words import pack_words
from creativekit.cohort.people import Guest
from creativekit.cohort.printed import PT, largest_name
from creativekit.identity.model import Identity
from creativekit.identity.resolve import identity
from creativekit.project.loading import parse
from creativekit.project.localized import Localized
from styled_brands import STYLES, styled

LONG = "Әбдірахманова Гүлсім-Айжан Нұрмұхамбетқызы"
MARKUP = '#set text(red) <b>=1+1</b> $x$ "қ"'
MEETING = Meeting(
    Localized.of({"kk": "Өңірлік кездесу", "ru": "Региональная встреча", "en": "Meeting"}),
    Localized.of({"kk": "Қызылорда облысы", "ru": "Кызылординская область", "en": "Kyzylorda"}),
    "2026-11-25",
    6,
    (Localized.of({"kk": "Үйлестіруші", "ru": "Координатор", "en": "Coordinator"}),),
)
URL = "https://forms.example/x/AbCd1234"


def text(data: bytes, page: int = 0) -> str:
    """The page's words on one line; runs that are lines of one text are apart by a space."""
    found: str = pypdfium2.PdfDocument(data)[page].get_textpage().get_text_range()
    return " ".join(found.split())


def pixels(data: bytes, dpi: float) -> NDArray[np.uint8]:
    page = pypdfium2.PdfDocument(data)[0]
    found: NDArray[np.uint8] = page.render(scale=dpi / 72).to_numpy()
    return found


@pytest.mark.parametrize("style", STYLES)
def test_a_long_name_has_two_lines_that_can_be_read(style: str) -> None:
    brand = styled(style)
    for person in (
        Guest(LONG, "kk", "кәсіпкер", "«Саз»", "Кәсіпкерлер", "A-17"),
        Guest(LONG, "kk"),
    ):
        made = badges._Badge(brand, person)
        _, _, block = max(
            (made._tried(number, cap) for number, cap in enumerate(badges._CAPS)),
            key=lambda tried: min(tried[2][0].set.size, badges.READABLE),
        )
        name = block[0].set
        assert len(name.lines) == 2
        assert name.size >= badges.READABLE
        assert "".join("".join(line.text.split()) for line in name.lines).casefold() == (
            "".join(LONG.split()).casefold()
        )
        assert all(part.set.size < name.size for part in block[1:])


def test_nothing_of_a_name_is_cut() -> None:
    setting = dress(styled("steppe")).setting(styled("steppe"), "title", "kk")
    for name in ("Ы" * 120, " ".join(["Қ"] * 60), f"{'Ғ' * 60} {'Ү' * 59}"):
        found = largest_name(name, setting, 700.0, 120.0, badges._STEPS)
        letters = "".join(line.text for line in found.lines).replace("-", "").replace(" ", "")
        assert letters == name.replace(" ", "")
        assert found.width <= 700.5
        assert found.size >= 5 * PT


def test_badges_are_eight_a_sheet_with_words_as_words() -> None:
    people = [Guest(f"Қатысушы {n}", "kk", MARKUP, "", "Жастар", f"A-{n}") for n in range(1, 10)]
    data = badges.sheets(styled("ornament"), people, pack_words(), "kk", True)
    reader = pypdf.PdfReader(io.BytesIO(data))
    assert len(reader.pages) == 2
    box = reader.pages[0].mediabox
    assert (round(box.width), round(box.height)) == (595, 842)
    said = text(data)
    assert "Қатысушы 8" in said
    assert "Қатысушы 9" not in said
    assert "=1+1" in said.replace(" ", "")
    assert "ойдан құрастырылған" in said
    assert "Қатысушы 9" in text(data, 1)
    assert data == badges.sheets(styled("ornament"), people, pack_words(), "kk", True)


def organiser(style: str, name: Localized) -> Identity:
    """An organiser with a name of its own in each language."""
    names = ", ".join(f'{language} = "{text}"' for language, text in name.texts)
    return identity(
        parse(
            f'[project]\nname = {{ {names} }}\nlanguages = ["kk", "ru", "en"]\n'
            f'[brand]\ncolor = "#0a7e8c"\nstyle = "{style}"\n',
            Path("/nowhere"),
        )
    )


@pytest.mark.parametrize("style", ["noir", "ornament", "editorial"])
def test_the_organiser_is_as_large_on_everybodys_badge(style: str) -> None:
    """ҰЙЫМДАСТЫРУШЫ has a breve over it and ОРГАНИЗАТОР has not; their letters are one size."""
    name = Localized.of({"kk": "Ұйымдастырушы", "ru": "Организатор", "en": "Organiser"})
    brand = organiser(style, name)
    key = SheetKey(badges._sheet(brand))
    capital = badges._capital(key)
    foot = arrange(key.sheet, "quiet").foot
    own = [own_capital(key.sheet, foot, each) for each in ("kk", "ru", "en")]
    assert capital == max(min(own), badges._LEAST_CAPITAL)
    for language in name.languages:
        lockup = brand.logo.lockup(brand.logo.primary, language)
        made = signed(key.sheet, foot, language, capital)
        assert made.height * lockup.capital / lockup.box.height == pytest.approx(capital)


def test_on_an_axis_name_and_code_of_the_foot_are_one_line_in_the_middle() -> None:
    made = badges._Badge(styled("ornament"), Guest("Айжан", "kk", code="A-17"))
    items = tuple(made._foot())
    code = next(each for each in items if isinstance(each, Words))
    left = next(each for each in items if isinstance(each, Group)).transform.e
    box = made.arrangement.foot.box
    assert (left + code.box.right) / 2 == pytest.approx(box.center[0], abs=1)


def box_of(line: Item) -> Box:
    assert isinstance(line, Line)
    points = [command[1:] for command in line.path.commands if len(command) == 3]
    across, down = zip(*points, strict=True)
    return Box(min(across), min(down), max(across), max(down))


def test_badges_do_not_touch_and_marks_are_outside() -> None:
    """Each badge's cut is 90 × 55 mm; the marks end before the bleed begins."""
    assert badges.GAP == 2 * badges.BLEED
    xs = [box_of(line) for line in badges._marks().items]
    assert len(xs) == 2 * (2 * badges.ACROSS + 2 * badges.DOWN)
    left, top = badges.LEFT - badges.BLEED, badges.TOP - badges.BLEED
    for box in xs:
        outside = (
            box.right <= left
            or box.left >= badges.PAPER[0] - left
            or box.bottom <= top
            or box.top >= badges.PAPER[1] - top
        )
        assert outside
        assert 0 < box.left <= box.right < badges.PAPER[0]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("kk", ("Қатысушы сертификаты", "«Өңірлік кездесу» шарасына қатысқаны үшін",
                "2026 ж. 25 қараша", "6 сағат", "Үйлестіруші")),
        ("ru", ("Сертификат участника", "за участие в мероприятии «Региональная встреча»",
                "25 ноября 2026 г.", "6 ч", "Координатор")),
        ("en", ("Certificate of participation", "for taking part in “Meeting”",
                "25 November 2026", "6 h", "Coordinator")),
    ],
)  # fmt: skip
def test_a_certificate_speaks_its_owners_language(language: str, said: tuple[str, ...]) -> None:
    data = certificates(styled("steppe"), [Guest(LONG, language)], MEETING, pack_words(), language)
    found = text(data).replace("\u00a0", " ")
    for each in (*said, LONG):
        assert each in found
    reader = pypdf.PdfReader(io.BytesIO(data))
    assert reader.metadata is not None
    assert LONG in str(reader.metadata.title)
    assert reader.trailer["/Root"]["/Lang"] == language
    box = reader.pages[0].mediabox
    assert (round(box.width), round(box.height)) == (842, 595)


@pytest.mark.parametrize("style", STYLES)
def test_a_certificate_can_be_signed(style: str) -> None:
    """Above the line there is light paper without anything on it, 14 mm high and 60 mm wide."""
    data = certificates(styled(style), [Guest(MARKUP, "kk")], MEETING, pack_words(), "kk")
    shown = pixels(data, 50.8)[..., :3].astype(int)  # 2 px a millimetre
    light = shown.min(axis=2) > 200
    even = np.abs(shown - np.roll(shown, 1, axis=1)).sum(axis=2) < 12
    clean = (light & even).astype(int).cumsum(0).cumsum(1)
    high, wide = 28, 120
    found = (
        clean[high:, wide:] - clean[:-high, wide:] - clean[high:, :-wide] + clean[:-high, :-wide]
    )
    lower = found[180 - high :]  # in the lower half of the sheet
    assert lower.max() == high * wide
    assert data == certificates(styled(style), [Guest(MARKUP, "kk")], MEETING, pack_words(), "kk")


@pytest.mark.parametrize(
    ("style", "size"), [*zip(STYLES, itertools.cycle(poster.SIZES), strict=False)]
)
def test_the_code_on_the_wall_is_read(style: str, size: poster.Size) -> None:
    languages = ("kk", "ru", "en") if style != "bold" else ("ru",)
    data = poster.poster(styled(style), URL, MEETING, pack_words(), languages, size)
    dpi = 60.0
    shown = pixels(data, dpi)
    (read,) = zxingcpp.read_barcodes(shown)
    assert read.text == URL
    assert read.ec_level in "MQH"
    corners = read.position
    side = (corners.top_right.x - corners.top_left.x) / dpi * 25.4
    assert side >= 100 * (1.4 if size == "a3" else 1)
    module = side / len(form_link.modules(URL))
    around = int((QUIET - 0.5) * module * dpi / 25.4)
    x, y = corners.top_left.x, corners.top_left.y
    right, bottom = corners.bottom_right.x, corners.bottom_right.y
    whole = shown[y - around : bottom + around, x - around : right + around].astype(int)
    whole[around - 2 : -around + 2, around - 2 : -around + 2] = 255
    assert whole.min() >= 250, "the quiet zone is not empty"
    said = text(data)
    assert "forms.example/x/AbCd1234" in said
    for language in languages:
        title = pack_words()("poster_title", language)
        assert title.casefold() in said.casefold()


@pytest.mark.parametrize("length", [12, 60, 200, 300])
def test_codes_of_any_address_are_those_of_the_standard(length: int) -> None:
    address = f"https://{'a' * (length - 8)}"
    made = segno.make_qr(address, error="m", encoding="utf-8")
    assert [list(map(int, row)) for row in form_link.modules(address)] == [
        list(row) for row in made.matrix
    ]
    assert made.error in "MQH"
    assert poster.SIDE / len(form_link.modules(address)) > 1.5 * 10, "finer than 1.5 mm"


def test_a_badge_sheet_says_how_to_cut_it_in_the_languages_of_its_badges() -> None:
    brand, said = styled("steppe"), pack_words()
    people = [Guest(f"Қуаныш {n}", "ru" if n % 2 else "kk") for n in range(9)]
    data = badges.sheets(brand, people, said, "kk", invented=True)
    first, second = text(data), text(data, 1)
    for language in ("kk", "ru"):
        assert said("cut", language) in first
        assert said("rehearsal", language) in first
    assert said("cut", "en") not in first
    assert said("cut", "kk") in second
    assert said("cut", "ru") not in second


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_on_paper_needs_are_ranked_by_ticks_and_numbered_as_they_are_typed_in(
    language: str,
) -> None:
    from cohorts import cohort, words

    from creativekit.cohort.needs_sheet import sheet_jobs
    from creativekit.cohort.typed import questions

    job = next(each for each in sheet_jobs(cohort(), styled("tech"), words())
               if each.path.endswith(f".{language}.pdf"))  # fmt: skip
    text = pypdfium2.PdfDocument(job.render().data)[0].get_textpage().get_text_range()
    flat = " ".join(text.split())
    asked = next(each for each in questions(cohort(), words()) if each.kind == "needs")
    for key, (_, title) in zip(asked.keys, asked.choices, strict=True):
        assert f"{key}. {title.get(language)} 1 2 3" in flat
    assert " ".join(words()["age_help"].get(language).split()) in flat


def test_the_needs_form_is_one_sheet_with_proposals_to_vote_for_too() -> None:
    from cohorts import TOML, cohort, words

    from creativekit.cohort.needs_sheet import sheet_jobs

    voted = "".join(
        f'[[proposal]]\nid = "more-{n}"\n'
        f'title = {{ kk = "Ұсыныс {n}", ru = "Предложение {n}", en = "Proposal {n}" }}\n'
        for n in range(4)
    )
    for job in sheet_jobs(cohort(text=TOML + voted), styled("craft"), words()):
        assert len(pypdfium2.PdfDocument(job.render().data)) == 2
