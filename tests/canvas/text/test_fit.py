from __future__ import annotations

import unicodedata
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from creativekit.canvas.text.breaking import paragraphs
from creativekit.canvas.text.fit import Fitted, TooLong, fit, wrapped
from creativekit.canvas.text.line import set_line
from creativekit.canvas.text.setting import Setting
from creativekit.errors import InputError
from creativekit.fonts.faces import Face, face
from creativekit.fonts.metrics import metrics
from creativekit.project.graphemes import graphemes

ONEST = face("Onest", 800)
RUBIK = face("Rubik", 500)
SETTING = Setting((ONEST, RUBIK), "ru", -0.02, 1.05)
KAZAKH = Setting((ONEST, RUBIK), "kk", -0.02, 1.05)

HEADLINE = "Қызылордадағы шығармашылық кәсіпкерлерге арналған брендинг шеберханасы"
BREAD = "Не только кофе, но и хлеб с 7:00 до 21:00"
SALE = "Скидка 15 000 ₸ на всё"
POETS = "А. С. Пушкин и Ә. Бөкейхан"
LONG = "шығармашылықтандырылмағандардікінен"
FAMILY = "👨\u200d👩\u200d👧"

WORDS = [
    "Хлеб", "кофе,", "и", "в", "с", "не", "для", "на", "бы", "же", "—", "«Алаң»", "шеберханасы",
    "Қызылорда", "үшін", "15", "000", "₸", "7:00", "А.", "Пушкин", "түрлі-түсті", "the", "shop",
    "שלום", "кәсіпкерлерге", "ме?", "27", "қараша", LONG,
]  # fmt: skip
LEANING = {"и", "в", "с", "не", "для", "на"}

texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).flatmap(
    lambda words: st.lists(
        st.sampled_from([" ", " ", " ", " ", "\u00a0", "\n"]),
        min_size=len(words) - 1,
        max_size=len(words) - 1,
    ).map(lambda gaps: "".join(a + b for a, b in zip(words, [*gaps, ""], strict=True)))
)
widths = st.integers(60, 1200)
heights = st.integers(40, 1200)


def lines(found: Fitted | TooLong) -> list[str]:
    assert isinstance(found, Fitted), found
    return [line.text for line in found.lines]


def letters(text: str) -> str:
    """What is left of a text when spaces, hyphens and ends of lines do not count."""
    return "".join(char for char in text if not char.isspace() and char != "-")


def inside(found: Fitted, width: float, height: float | None) -> None:
    """Every line, measured as it was shaped, is in the box; and so is its ink in the block."""
    for line in found.lines:
        assert line.extent_em * found.size <= width * (1 + 1e-6)
        advance = line.runs[-1][1] + line.runs[-1][0].width if line.runs else 0.0
        assert line.width_em == advance
    if height is not None:
        assert found.height <= height * (1 + 1e-9)
    if found.lines:
        assert found.ink_top >= -1e-6
        assert found.ink_bottom <= found.height + 1e-6


@pytest.mark.parametrize(
    ("text", "width", "height", "expected"),
    [
        (HEADLINE, 900, 300, "кәсіпкерлерге арналған"),
        (BREAD, 900, 300, "кофе, но и хлеб"),
        (SALE, 600, 900, "15 000 ₸"),
        (POETS, 900, 600, "А. С. Пушкин"),
    ],
)
def test_headlines(text: str, width: int, height: int, expected: str) -> None:
    found = fit(text, KAZAKH, width, height, (40, 200))
    assert expected in lines(found)
    assert " ".join(lines(found)) == text
    inside(found, width, height)  # type: ignore[arg-type]


def test_an_even_set_fills_its_box() -> None:
    found = fit("Хлеб и кофе", SETTING, 600, 10_000, (10, 1000))
    assert isinstance(found, Fitted)
    assert found.width == pytest.approx(600, abs=0.2)
    found = fit("Хлеб и кофе", SETTING, 10_000, 300, (10, 1000))
    assert isinstance(found, Fitted)
    assert found.height == pytest.approx(300, abs=0.2)


def test_a_lone_short_word_at_the_end_is_avoided() -> None:
    words = ["Кофейня", "Хлебная", "лавка", "Пекарня", "Ой"]
    alone = 0
    for width in range(300, 1500, 20):
        found = fit(" ".join(words), SETTING, width, 400, (20, 300))
        assert isinstance(found, Fitted)
        if len(found.lines) > 1 and lines(found)[-1] == "Ой":
            alone += 1
            largest = max(size for size, parts in sets(words, width, 400) if parts[-1] == ["Ой"])
            others = [size for size, parts in sets(words, width, 400) if is_even(parts)]
            assert max(others) < largest * 0.94 + 0.1
    assert 0 < alone < 20


def sets(words: list[str], width: float, height: float) -> list[tuple[float, list[list[str]]]]:
    """Every way to end lines after some words, and the size at which it fits."""
    heights = metrics(ONEST)
    found = []
    for count in range(len(words)):
        block = heights.ascender - heights.descender + count * SETTING.leading
        for inner in combinations(range(1, len(words)), count):
            bounds = zip((0, *inner), (*inner, len(words)), strict=True)
            parts = [words[start:end] for start, end in bounds]
            widest = max(set_line(" ".join(part), SETTING).extent_em for part in parts)
            found.append((min(width / widest, height / block), parts))
    return found


def is_even(parts: list[list[str]]) -> bool:
    widths = [set_line(" ".join(part), SETTING).width_em for part in parts]
    return min(widths) > 0.8 * max(widths)


def test_the_authors_lines_are_kept() -> None:
    found = fit("Хлеб\n\nи кофе\nс 7:00", SETTING, 2000, 900, (20, 90))
    assert lines(found) == ["Хлеб", "", "и кофе", "с 7:00"]
    assert isinstance(found, Fitted)
    assert found.text == "Хлеб\n\nи кофе\nс 7:00"


def test_what_the_numbers_mean() -> None:
    found = fit("Нан\nЖолы", KAZAKH, 900, 900, (50, 50))
    assert isinstance(found, Fitted)
    heights = metrics(ONEST)
    assert found.size == 50
    assert found.ascent == pytest.approx(heights.ascender * 50)
    assert found.descent == pytest.approx(-heights.descender * 50)
    assert found.height == pytest.approx(found.ascent + 50 * 1.05 + found.descent)
    assert found.cap_top == pytest.approx(found.ascent - heights.cap_height * 50)
    assert found.ink_top == pytest.approx(found.cap_top, abs=0.5)
    assert found.width == pytest.approx(max(line.width_em for line in found.lines) * 50)
    assert found.ascent + 50 * 1.05 < found.ink_bottom < found.height


def test_no_text_and_no_room() -> None:
    empty = fit(" \n ", KAZAKH, 100, 100, (10, 20))
    assert isinstance(empty, Fitted)
    assert (empty.lines, empty.height, empty.width) == ((), 0.0, 0.0)
    assert fit("Нан", KAZAKH, 0, 100, (10, 20)) == TooLong(0)
    assert fit("Нан", KAZAKH, 100, 0, (10, 20)) == TooLong(0)
    assert wrapped("Нан", KAZAKH, 20, 200, most_lines=0) == TooLong(0)


@pytest.mark.parametrize("sizes", [(0, 10), (20, 10), (-1, 5)])
def test_sizes_that_are_none(sizes: tuple[float, float]) -> None:
    with pytest.raises(ValueError, match="sizes"):
        fit("Нан", KAZAKH, 100, 100, sizes)
    with pytest.raises(ValueError, match="size"):
        wrapped("Нан", KAZAKH, 0, 100)


def test_a_word_is_hyphenated_only_when_it_is_wider_at_the_least_size() -> None:
    whole = fit(LONG, KAZAKH, 1000, 400, (40, 160))
    assert lines(whole) == [LONG]
    parted = fit(LONG, KAZAKH, 500, 400, (40, 160))
    assert isinstance(parted, Fitted)
    assert parted.size == 40
    assert len(parted.lines) == 2
    assert letters("".join(lines(parted))) == LONG
    assert lines(parted)[0].endswith("-")
    inside(parted, 500, 400)


def test_a_word_without_syllables_is_parted_anyway() -> None:
    found = wrapped("БҚҒҢЖБҚҒҢЖБҚҒҢЖ", KAZAKH, 60, 200)
    assert all(line.endswith("-") for line in lines(found)[:-1])
    assert letters("".join(lines(found))) == "БҚҒҢЖ" * 3


def test_a_group_wider_than_the_line_is_broken_between_its_words() -> None:
    found = wrapped("Қойылым Н.\u00a0Сейтімбетова", KAZAKH, 60, 420)
    assert lines(found)[-1] == "Сейтімбетова"
    assert not any(line.endswith("-") for line in lines(found))


def test_too_long_counts_what_would_fit() -> None:
    found = fit(BREAD, SETTING, 300, 100, (40, 80))
    assert isinstance(found, TooLong)
    start = "".join(graphemes(BREAD)[: found.fits])
    assert isinstance(fit(start, SETTING, 300, 100, (40, 80)), Fitted)
    assert 0 < found.fits < len(BREAD)


def test_an_ellipsis_follows_a_whole_word_that_does_not_lean() -> None:
    for width in range(250, 900, 25):
        found = fit(BREAD, SETTING, width, 100, (40, 80), ellipsis=True)
        if isinstance(found, Fitted) and found.cut:
            last = lines(found)[-1]
            assert last.endswith("…")
            assert last[-2].isalnum()
            written = found.text.removesuffix("…")
            assert BREAD.startswith(written)
            assert written.split()[-1] not in {"Не", "но", "и", "с", "до"}
            assert BREAD[len(written)] in " ,"
            inside(found, width, 100)
    assert isinstance(fit(BREAD, SETTING, 60, 60, (40, 80), ellipsis=True), TooLong)


def test_a_text_that_fits_is_not_shortened() -> None:
    assert fit(SALE, SETTING, 900, 300, (40, 80), ellipsis=True) == fit(
        SALE, SETTING, 900, 300, (40, 80)
    )


def test_most_lines() -> None:
    found = fit(HEADLINE, KAZAKH, 900, 900, (20, 160), most_lines=2)
    assert len(lines(found)) <= 2
    assert isinstance(wrapped(HEADLINE, KAZAKH, 60, 900, most_lines=1), TooLong)


def test_running_text_is_full_and_balanced_text_is_even() -> None:
    full = wrapped(HEADLINE, KAZAKH, 40, 700)
    even = wrapped(HEADLINE, KAZAKH, 40, 700, balance=True)
    assert isinstance(full, Fitted)
    assert isinstance(even, Fitted)
    assert len(full.lines) == len(even.lines)
    assert even.width <= full.width


def test_fit_of_running_text() -> None:
    found = fit(" ".join([BREAD, SALE] * 4), SETTING, 500, 500, (10, 80), balance=False)
    assert isinstance(found, Fitted)
    inside(found, 500, 500)
    assert found.height > 400


def test_capitals_are_measured_as_capitals() -> None:
    setting = Setting((ONEST,), "kk", 0.06, 1.05, case="upper")
    found = fit("Ән мен і", setting, 500, 100, (10, 80))
    assert lines(found) == ["ӘН МЕН І"]
    assert isinstance(found, Fitted)
    assert found.text == "ӘН МЕН І"


def test_what_no_face_has_is_a_problem() -> None:
    with pytest.raises(InputError) as caught:
        fit("Старт 🚀", SETTING, 500, 500, (10, 80))
    assert "U+1F680" in str(caught.value)


def test_families_of_pictures_stay_whole(pictures: Face) -> None:
    setting = Setting((ONEST, pictures), "kk", 0.0, 1.1)
    text = f"Отбасы {FAMILY}{FAMILY}{FAMILY} кафесі"
    for width in range(50, 400, 30):
        found = wrapped(text, setting, 40, width)
        if isinstance(found, Fitted):
            marks = [mark for line in lines(found) for mark in graphemes(line)]
            assert marks.count(FAMILY) == 3
            inside(found, width, None)


def test_words_of_the_other_direction() -> None:
    found = fit("Шабат שלום עולם Алматыда", SETTING, 500, 400, (40, 120))
    assert " ".join(lines(found)) == "Шабат שלום עולם Алматыда"
    inside(found, 500, 400)  # type: ignore[arg-type]


@settings(max_examples=150)
@given(texts, widths, heights, st.booleans(), st.booleans())
def test_it_never_leaves_its_box(
    text: str, width: int, height: int, balance: bool, ellipsis: bool
) -> None:
    found = fit(text, KAZAKH, width, height, (18, 160), balance=balance, ellipsis=ellipsis)
    if isinstance(found, TooLong):
        assert 0 <= found.fits < len(graphemes(text))
        return
    assert 18 <= found.size <= 160
    inside(found, width, height)
    if not found.cut:
        assert letters("".join(lines(found))) == letters(text)
        assert found.text == "\n".join(paragraphs(text))


@settings(max_examples=100)
@given(texts, widths, st.booleans(), st.sampled_from([None, 1, 2, 4]))
def test_wrapped_never_leaves_its_width(
    text: str, width: int, balance: bool, most_lines: int | None
) -> None:
    found = wrapped(text, SETTING, 30, width, balance=balance, most_lines=most_lines)
    if isinstance(found, Fitted):
        inside(found, width, None)
        assert letters("".join(lines(found))) == letters(text)
        assert most_lines is None or len(found.lines) <= most_lines


@settings(max_examples=60)
@given(
    st.text(alphabet="абқұ \u0301👩👧\u200d☕é-5", min_size=1, max_size=24), st.integers(30, 300)
)
def test_characters_stay_whole(pictures: Face, text: str, width: int) -> None:
    setting = Setting((ONEST, pictures, face("Noto Sans", 700)), "kk", 0.0, 1.1)
    text = unicodedata.normalize("NFC", text)
    try:
        found = wrapped(text, setting, 30, width)
    except InputError:
        return  # an accent on something that no face has it for
    if isinstance(found, Fitted):
        marks = [mark for line in lines(found) for mark in graphemes(line) if letters(mark)]
        joined = "\n".join(paragraphs(text))
        assert marks == [mark for mark in graphemes(joined) if letters(mark)]


@settings(max_examples=150)
@given(texts, widths, heights, st.integers(0, 300), st.integers(0, 300))
def test_a_larger_box_never_gives_a_smaller_size(
    text: str, width: int, height: int, wider: int, higher: int
) -> None:
    small = fit(text, KAZAKH, width, height, (18, 160))
    large = fit(text, KAZAKH, width + wider, height + higher, (18, 160))
    if isinstance(small, Fitted) and isinstance(large, Fitted):
        assert large.size >= small.size
    if isinstance(small, Fitted) and small.size > 18:
        assert isinstance(large, Fitted)


@settings(max_examples=100)
@given(
    st.lists(st.sampled_from(["Хлеб", "и", "кофе", "в", "не", "для", "Алматы"]), max_size=7),
    st.integers(80, 500),
    st.integers(60, 400),
)
def test_no_line_ends_with_a_preposition_where_that_can_be_helped(
    words: list[str], width: int, height: int
) -> None:
    words = [*words, "дом"]
    found = fit(" ".join(words), SETTING, width, height, (24, 120))
    if not isinstance(found, Fitted) or not any(
        line.split(" ")[-1] in LEANING for line in lines(found)
    ):
        return
    assert not any_good_set(words, width, height, 24)


def any_good_set(words: list[str], width: float, height: float, size: float) -> bool:
    """Whether some set of lines fits at this size with no leaning word at an end: all are tried."""
    return any(
        possible >= size and all(part[-1] not in LEANING for part in parts)
        for possible, parts in sets(words, width, height)
    )


@settings(max_examples=60)
@given(
    st.lists(
        st.sampled_from(["Хлеб", "кофе,", "Алматы", "тост", "шеберханасы", "Қой"]), max_size=6
    ),
    st.integers(100, 900),
)
def test_no_set_is_larger_by_more_than_it_is_worse(words: list[str], width: int) -> None:
    words = [*words, "дом"]
    found = fit(" ".join(words), SETTING, width, 500, (1, 1000))
    assert isinstance(found, Fitted)
    possible = sets(words, width, 500)
    assert found.size >= max(size for size, _ in possible) * 0.94 - 0.02
    assert found.size >= max(size for size, parts in possible if is_even(parts)) * 0.985 - 0.02
    taken = [line.split(" ") for line in lines(found)]
    assert found.size <= next(size for size, parts in possible if parts == taken) + 1e-6
