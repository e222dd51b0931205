"""Captions are measured as each platform measures them, and open right in a spreadsheet."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creativekit.project.localized import Localized
from creativekit.social.caption_length import length
from creativekit.social.captions import (
    COLUMNS,
    CaptionRow,
    caption,
    captions_csv,
    doubts,
    file_limits,
    harmless,
    limits,
)
from creativekit.social.post import Post
from example_posts import PLACES, post


def test_text_hashtags_and_alt() -> None:
    found = caption(post(), "kk", "Қызыл лента қиылып жатыр")
    assert found.posted == "Келіңіздер!\n\n#саз #ашылу"
    assert found.alt == "Қызыл лента қиылып жатыр"
    assert caption(post(alt=Localized.of("Өз сипаттамасы")), "kk", "x").alt == "Өз сипаттамасы"
    bare = caption(post(caption=None, hashtags=()), "kk")
    assert (bare.text, bare.posted, bare.alt) == ("", "", "")
    assert caption(post(caption=None), "kk").posted == "#саз #ашылу"


@pytest.mark.parametrize(
    ("text", "counting", "count"),
    [
        ("Әлем", "characters", 4),
        ("👍🏽", "characters", 2),
        ("👍🏽", "utf16", 4),
        ("Ә👍", "utf16", 3),
        ("", "x", 0),
        ("Қазақстан", "x", 9),
        ("你好", "x", 4),
        ("👨‍👩‍👧", "x", 2),
        ("🇰🇿", "x", 2),
        ("👍🏽👍🏽", "x", 4),
        ("«Ә» — “a”…", "x", 11),
        ("₸", "x", 2),
        ("https://example.com/a/very/long/address?with=query", "x", 23),
        ("қара: example.kz, иә", "x", 6 + 23 + 4),
        ("e\u0301", "x", 1),
        ("a@example.com", "x", 13),
    ],
)
def test_counting(text: str, counting: str, count: int) -> None:
    assert length(text, counting) == count  # type: ignore[arg-type]


@given(st.text(max_size=40))
def test_weights_are_between_one_and_two_a_code_point(text: str) -> None:
    if "." not in text and "http" not in text:
        assert length(text, "x") <= 2 * len(text)
    assert length(text, "characters") <= length(text, "utf16")


def told(found: Post) -> list[str]:
    problems = doubts(found, PLACES)
    assert all(problem.severity == "warning" for problem in problems)
    return [str(problem) for problem in problems]


def test_a_caption_that_fits_is_not_doubted() -> None:
    assert told(post()) == []


def test_what_a_platform_would_cut_is_told_for_each_language() -> None:
    found = post(
        languages=("kk", "ru"),
        caption=Localized.of({"kk": "а" * 270, "ru": "а" * 2185 + "\n"}),
        hashtags=(("kk", ("саз", "аш")), ("ru", ("саз",) * 40), ("en", ())),
    )
    texts = told(found)
    assert [text.split(":")[1][:7] for text in texts] == ["5 Жазба", "5 hasht", "5 Жазба"]
    assert "2387 long by Instagram's count (ru), and it takes 2200" in texts[0]
    assert "Instagram takes 30 hashtags, and there are 40 (ru)" in texts[1]
    assert "X's count (ru)" in texts[2]
    # 270 letters, an empty line and eight characters of hashtags are exactly what X takes.
    assert length(caption(found, "kk").posted, "x") == 280
    (text,) = told(post(caption=Localized.of("а" * 271), hashtags=found.hashtags))
    assert "281 long by X's count (kk), and it takes 280" in text


def test_hashtags_that_only_some_accounts_may_have() -> None:
    tags = tuple(f"т{number}" for number in range(6))
    (text,) = told(post(hashtags=(("kk", tags),)))
    assert "Instagram takes only 5 hashtags from many accounts, and there are 6 (kk)" in text


def test_the_first_line_is_a_title_on_youtube() -> None:
    found = post(placements=("youtube-thumbnail",), caption=Localized.of("а" * 101 + "\nб"))
    (text,) = told(found)
    assert "the first line is the title on YouTube: it is 101 long (kk)" in text


def test_alt_texts_have_a_limit_on_x() -> None:
    (text,) = told(post(alt=Localized.of("а" * 1001)))
    assert "1001 long (kk), and X takes 1000" in text


def test_limits_are_numbers_and_those_not_stated_are_left_out() -> None:
    platform = PLACES.platforms["telegram"]
    (limit,) = limits(caption(post(), "kk"), platform)
    assert (limit.of, limit.found, limit.most, limit.met) == ("caption", 24, 1024, True)
    telegram = PLACES.placements["telegram-post"]
    assert [(each.of, each.found, each.met) for each in file_limits(telegram, 10_000_001)] == [
        ("bytes", 10_000_001, False),
        ("sum", 2560, True),
        ("ratio", 1, True),
    ]
    assert file_limits(PLACES.placements["vk-post"], 10**9) == ()


def rows(*posts: Post) -> list[CaptionRow]:
    portrait = PLACES.placements["instagram-portrait"]
    return [
        CaptionRow(each, portrait, language, f"{each.id}/a.png", caption(each, language, "Лента"))
        for each in posts
        for language in each.languages
    ]


def read(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_captions_csv_opens_in_a_kazakh_or_russian_excel() -> None:
    data = captions_csv(rows(post(), post(id="b", date=None, time=None)), PLACES)
    assert data.startswith(b"\xef\xbb\xbfid;date;time;platform;")
    assert data.count(b"\r\n") == 3
    first, second = read(data)
    assert tuple(first) == COLUMNS
    assert first == {
        "id": "opening", "date": "2026-12-05", "time": "18:30", "platform": "Instagram",
        "placement": "instagram-portrait", "language": "kk", "file": "opening/a.png",
        "caption": "Келіңіздер!", "hashtags": "#саз #ашылу", "alt": "Лента",
    }  # fmt: skip
    assert (second["date"], second["time"]) == ("", "")
    assert captions_csv(rows(post()), PLACES) == captions_csv(rows(post()), PLACES)


@pytest.mark.parametrize("text", ["=1+2", "+7 701", "-5 %", "@saz", "\tx", "＝1", "\r=1"])
def test_nothing_in_it_is_run_as_a_formula(text: str) -> None:
    data = captions_csv(rows(post(caption=Localized.of(text))), PLACES)
    assert read(data)[0]["caption"] == f"'{text}"


@given(st.text(max_size=30).filter(lambda text: "\0" not in text))
def test_any_caption_comes_back(text: str) -> None:
    cell = read(captions_csv(rows(post(caption=Localized.of(text))), PLACES))[0]["caption"]
    assert cell == harmless(text)
    assert cell in (text, f"'{text}")
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
