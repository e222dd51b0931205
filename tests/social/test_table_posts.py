"""Rows become posts; whatever is wrong is told by its row and its column's own name."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest

from creativekit.errors import Problem
from creativekit.project.localized import Localized
from creativekit.social.post import Post
from creativekit.social.table_file import table_of
from creativekit.social.table_posts import Fields, posts_of
from example_posts import frame

FIELDS: Fields = {
    "product": {
        "headline": "text",
        "price": "price",
        "old_price": "price",
        "photo": "image",
        "photos": "images",
        "items": "items",
        "steps": "lines",
        "when": "date",
        "starts": "time",
    },
    "quote": {"quote": "text"},
}


def read(
    text: str, fields: Fields | None = FIELDS, config: str = ""
) -> tuple[tuple[Post, ...], list[str]]:
    posts, problems = posts_of(table_of(text.encode(), "posts.csv"), frame(config), fields)
    return posts, [str(problem) for problem in problems]


def test_every_own_column() -> None:
    (post,), problems = read(
        "Үлгі;Коды;Орналасу;Тіл;Күні;Уақыты;Жазба;Хештег;Сурет сипаттамасы;Нұсқа\n"
        "product;Жаңа жыл!;x instagram;қаз, рус;05.12.2026;18:30;Келіңіз;#саз #жаңа_жыл;Шырша;2\n"
    )
    assert problems == []
    assert post.id == "zhana-zhyl"
    assert post.placements == (
        "x-post", "instagram-square", "instagram-portrait", "instagram-tall", "instagram-story",
    )  # fmt: skip
    assert post.languages == ("kk", "ru")
    assert post.date == datetime.date(2026, 12, 5)
    assert post.time == datetime.time(18, 30)
    assert post.moment == datetime.datetime(2026, 12, 5, 18, 30)
    assert post.caption == Localized.of("Келіңіз")
    assert post.tags("ru") == ("саз", "жаңа_жыл")
    assert post.field("alt", "kk") == "Шырша"
    assert post.variant == 2


def test_fields_become_what_their_template_says() -> None:
    text = (
        "template;headline;price;old_price;photo;photos;items;steps;when;starts\n"
        'product;2026;12 500,50 ₸;тегін;a.jpg;"a b.jpg, c.png";"Шай — 500\nКофе — 900";'
        "бір / екі;05.12.26;9:05\n"
    )
    (post,), problems = read(text)
    assert problems == []
    assert post.fields == {
        "headline": "2026",
        "price": Decimal("12500.50"),
        "old_price": "тегін",
        "photo": "a.jpg",
        "photos": ("a b.jpg", "c.png"),
        "items": ({"label": "Шай", "value": "500"}, {"label": "Кофе", "value": "900"}),
        "steps": ("бір", "екі"),
        "when": datetime.date(2026, 12, 5),
        "starts": datetime.time(9, 5),
    }
    (untyped,), problems = read(text, None)
    assert problems == []
    assert untyped.fields["price"] == "12 500,50 ₸"


def test_a_column_for_each_language() -> None:
    (post, other), problems = read(
        "template;headline;headline:ru;Тақырып (ағыл);caption_ru;caption;hashtags:ru;hashtags\n"
        "product;Бір;Один;One;Текст;Мәтін;рус;каз\n"
        "product;Екі;;;;;;\n"
    )
    assert problems == []
    assert post.fields["headline"] == {"kk": "Бір", "ru": "Один", "en": "One"}
    # English is not a language of this project.
    assert post.languages == ("kk", "ru")
    assert post.field("headline", "ru") == "Один"
    assert post.caption == Localized.of({"kk": "Мәтін", "ru": "Текст"})
    assert (post.tags("kk"), post.tags("ru")) == (("каз",), ("рус",))
    assert other.languages == ("kk",)
    assert other.field("headline", "ru") == "Екі"


def test_a_missing_translation_is_a_warning_in_its_column() -> None:
    table = table_of(
        "template;headline:kk;headline:ru;languages\nproduct;Бір;;kk ru\n".encode(), "a.csv"
    )
    (post,), (problem,) = posts_of(table, frame(), FIELDS)
    assert problem.severity == "warning"
    assert (problem.line, problem.key) == (2, "headline:ru")
    assert "there is no text in ru" in str(problem)
    assert post.field("headline", "ru") == "Бір"


def test_what_the_project_says_for_all_posts() -> None:
    config = (
        '[social]\nplacements = ["x-post"]\nhashtags = { kk = ["Саз", "орда"], ru = ["саз"] }\n'
    )
    (post,), problems = read("template;hashtags\nquote;#саз #кеш\n", FIELDS, config)
    assert problems == []
    assert post.placements == ("x-post",)
    assert post.tags("kk") == ("саз", "кеш", "орда")
    assert post.tags("en") == ("саз", "кеш")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("template;qoute\nquote;x\n", "posts.csv:1 qoute: unknown column"),
        ("template;qoute\nquote;x\n", "did you mean 'quote'?"),
        ("template;Тақырыб\nquote;x\n", "did you mean 'тақырыбы'?"),
        ("template;Күні;date\nquote;;\n", "columns B and C mean the same"),
        ("headline;price\nx;5\n", "needs a column for the template"),
        ("template;quote\n;x\n", "posts.csv:2 template: the row does not say its template"),
        ("template;quote\nqoute;x\n", "did you mean 'quote'? (product, quote)"),
        ("template;price\nproduct;12,500\n", "posts.csv:2 price: '12,500' can be read in two ways"),
        ("template;Баға, ₸\nproduct;12 50\n", "posts.csv:2 Баға, ₸: '12 50' is not a number"),
        ("template;when\nproduct;ертең\n", "posts.csv:2 when: 'ертең' is not a date"),
        ("template;Күні\nquote;05/12/2026\n", "posts.csv:2 Күні: '05/12/2026' is not a date"),
        ("template;time\nquote;18:30\n", "posts.csv:2 time: a time needs a date"),
        ("template;date;time\nquote;05.12.2026 9:00;10:00\n", "the time is given twice"),
        ("template;placements\nquote;instagram, telegrm\n", "did you mean 'telegram'?"),
        ("template;language\nquote;nemis\n", "'nemis' is not a language"),
        ("template;hashtags\nquote;#a-b\n", "would end before '-'"),
        ("template;hashtags\nquote;" + "#a" * 61 + "\n", "at most 60"),
        ("template;variant\nquote;1,5\n", "a whole number from 0 to 999"),
        ("template;id\nquote;***\n", "an id needs letters or digits"),
        ("template;quote\nquote;a\u202eb\n", "posts.csv:2 quote: the invisible character U+202E"),
        (f"template;quote\nquote;{'а' * 2001}\n", "2001 characters long"),
    ],
)
def test_what_is_wrong_is_told(text: str, says: str) -> None:
    _, problems = read(text)
    assert any(says in each for each in problems), problems


def test_all_problems_at_once_and_good_rows_are_still_posts() -> None:
    text = "template;date;variant;x\nquote;31.02.2026;-1;\nquote;01.02.2026;1;\nqote;;;\n"
    posts, problems = read(text)
    assert len(posts) == 1
    assert len(problems) == 4


def test_the_same_id_twice_names_both_rows() -> None:
    posts, problems = read("template;id\nquote;Кеш 1\nquote;\nquote;кеш-1\n")
    assert problems == [
        "posts.csv:4 id: the id 'kesh-1' is already that of the post in posts.csv:2"
    ]
    assert [post.id for post in posts][:2] == ["kesh-1", "quote"]


def test_names_come_from_headlines_and_stay_when_rows_are_added() -> None:
    long = "Қызылордадағы шығармашылық кәсіпкерлерге арналған брендинг шеберханасы"
    posts, _ = read(
        f"template;headline;id\nproduct;Жаңа жыл;\nproduct;{long};\nproduct;Жаңа жыл;\n"
    )
    assert [post.id for post in posts] == [
        "zhana-zhyl", "qyzylordadagy-shygarmashylyq-kasipkerlerge", "zhana-zhyl-2",
    ]  # fmt: skip
    posts, _ = read("template;headline;id\nproduct;Жаңа жыл;\nproduct;x;zhana-zhyl\n")
    assert [post.id for post in posts] == ["zhana-zhyl-2", "zhana-zhyl"]


def test_a_template_in_capitals_is_the_template() -> None:
    (post,), problems = read("template;quote\nQuote;x\n")
    assert problems == []
    assert post.template == "quote"


def test_problems_of_the_table_come_first() -> None:
    table = table_of(b"template;;x\nquote;lost;\n", "a.csv")
    _, problems = posts_of(table, frame(), FIELDS)
    assert "column B has cells but no name" in str(problems[0])
    assert all(isinstance(problem, Problem) for problem in problems)


@pytest.mark.parametrize(
    ("key", "value", "says"),
    [
        ("date", "[1]", "cannot be used here"),
        ("caption", "[1]", "cannot be used here"),
        ("caption", '{"kz": "a"}', "a table of texts"),
        ("placements", "{}", "cannot be used here"),
        ("hashtags", '{"kz": ["a"]}', "a table of lists"),
        ("variant", "1e18", "a whole number"),
        ("date", "1e18", "is not a date"),
        ("headline", '{"kk": "a", "kz": "b"}', "'kz' is not a language"),
    ],
)
def test_json_values_of_the_wrong_kind(key: str, value: str, says: str) -> None:
    table = table_of(f'[{{"template": "quote", "{key}": {value}}}]'.encode(), "a.json")
    _, problems = posts_of(table, frame())
    assert says in str(problems[0])
    assert problems[0].key == key


def test_json_values_by_language() -> None:
    table = table_of(
        '[{"template": "quote", "caption": {"kk": "а", "ru": "б"}, "hashtags": {"ru": ["в"]},'
        ' "placements": ["x"], "headline": {"kk": "г"}}]'.encode(),
        "a.json",
    )
    (post,), problems = posts_of(table, frame())
    assert post.caption == Localized.of({"kk": "а", "ru": "б"})
    assert (post.tags("kk"), post.tags("ru")) == ((), ("в",))
    assert post.placements == ("x-post",)
    assert [problem.severity for problem in problems] == ["warning"]
