"""Each check across sheets: what it finds, what it leaves alone, and the two places it names."""

from __future__ import annotations

from typing import Any

import pytest

from creativekit.language.catalogs import translator
from creativekit.positioning import alternatives, ladder
from creativekit.positioning.cross_checks import findings
from creativekit.project.positioning_section import Positioning

CATEGORY = ("positioning.category.chosen", "positioning.statement.category")
ALTERNATIVE = ("positioning.alternatives.others", "positioning.statement.alternative")
DIFFERENCE = ("positioning.alternatives.attributes", "positioning.statement.difference")
DEAR_X = ("positioning.map.x.high", "positioning.price.price")

COMPARED = {
    "attributes": [
        {"name": {"kk": "Қолмен басу", "ru": "Ручная работа"}, "ours": 3},
        {"name": {"kk": "жылдамдық", "ru": "скорость"}, "ours": 2},
    ],
    "others": [{"name": {"kk": "дүкендегі кілем", "ru": "Ковёр из магазина"}}],
}


def places(sheets: dict[str, Any]) -> list[tuple[str, str]]:
    return [found.places for found in findings(Positioning.model_validate(sheets))]


def test_empty_sheets_contradict_nothing() -> None:
    assert findings(Positioning()) == ()


@pytest.mark.parametrize(
    ("chosen", "stated", "count"),
    [
        ("Киіз шеберханасы", "киіз  шеберханасы", 0),
        ("киіз шеберханасы", "кілем дүкені", 1),
        ({"kk": "киіз", "ru": "войлок"}, {"kk": "киіз", "ru": "ковры"}, 1),
        ({"kk": "киіз", "ru": "войлок"}, {"kk": "кілем", "ru": "ковры"}, 2),
        ({"kk": "киіз"}, {"ru": "ковры"}, 0),
        (None, "киіз", 0),
        ("киіз", None, 0),
    ],
)
def test_categories(chosen: Any, stated: Any, count: int) -> None:
    sheets = {"category": {"chosen": chosen}, "statement": {"category": stated}}
    for sheet in sheets.values():
        for key in [key for key, value in sheet.items() if value is None]:
            del sheet[key]
    assert places(sheets) == [CATEGORY] * count


@pytest.mark.parametrize(
    ("stated", "found"),
    [
        ("Дүкендегі кілем", []),
        ("кілем", []),
        ("дүкендегі кілем, не болса сол", []),
        ({"ru": "ковер из магазина"}, []),
        ({"en": "a rug"}, []),
        ("базар", [ALTERNATIVE]),
    ],
)
def test_the_alternative_is_one_of_sheet_2(stated: Any, found: list[tuple[str, str]]) -> None:
    assert places({"alternatives": COMPARED, "statement": {"alternative": stated}}) == found


@pytest.mark.parametrize(
    ("stated", "found"),
    [
        ("бәрі қолмен тігілген", []),
        ({"ru": "только ручной труд"}, []),
        ({"ru": "всё делаем вручную, без машин"}, [DIFFERENCE]),
        ("жылдамдығы", [DIFFERENCE]),
        ({"kk": "ең арзаны", "ru": "ручная работа"}, []),
        ({"en": "made by hand"}, []),
    ],
)
def test_the_difference_names_what_we_are_good_at(
    stated: Any, found: list[tuple[str, str]]
) -> None:
    assert places({"alternatives": COMPARED, "statement": {"difference": stated}}) == found


def test_nothing_compared_is_no_contradiction() -> None:
    assert places({"statement": {"alternative": "базар", "difference": "жылу"}}) == []


def test_a_need_that_is_promised_and_not_answered() -> None:
    ladder = {
        "needs": ["жылы үй", "тыныштық"],
        "rungs": [{"attribute": "жүн", "need": "жылы үй"}],
    }
    assert places({"ladder": ladder, "statement": {"need": "Тыныштық."}}) == [
        ("positioning.ladder.needs[2]", "positioning.statement.need")
    ]
    assert places({"ladder": ladder, "statement": {"need": "жылы үй"}}) == []
    assert places({"ladder": ladder, "statement": {"need": "әдемілік"}}) == []


def priced(price: float, x: float, low: Any, high: Any) -> dict[str, Any]:
    """A sheet 8 with rivals at 1000 and a map where we stand at x."""
    return {
        "price": {"price": price, "rivals": [{"name": "А", "price": 1000}]},
        "map": {"x": {"low": low, "high": high}, "ours": {"x": x, "y": 0}},
    }


@pytest.mark.parametrize(
    "pole",
    [
        "Премиум", "қымбат", "Қымбатырақ", "жоғары сапалы",
        {"ru": "премиальный"}, {"ru": "Премиальные"}, {"ru": "дорого"}, {"ru": "высокое качество"},
        {"en": "Premium"}, {"en": "luxury"}, {"en": "expensive"}, {"kk": "сәнді", "en": "high-end"},
    ],
)  # fmt: skip
def test_premium_on_the_map_and_cheap_in_price(pole: Any) -> None:
    assert places(priced(899, 4, "қарапайым", pole)) == [DEAR_X]
    assert places(priced(899, -4, pole, "қарапайым")) == [
        ("positioning.map.x.low", "positioning.price.price")
    ]


@pytest.mark.parametrize(
    ("price", "x", "pole"),
    [
        (900, 9, "қымбат"),  # an index of 90 is not below 90
        (100, 3, "қымбат"),  # not more than 3 out
        (100, -9, "қымбат"),
        (100, 9, "қымбат емес"),
        (100, 9, {"ru": "не дорого"}),
        (100, 9, {"ru": "недорого"}),
        (100, 9, {"en": "not expensive"}),
        (100, 9, {"en": "inexpensive"}),
        (100, 9, "заманауи"),
    ],
)
def test_what_is_not_a_contradiction_of_price(price: float, x: float, pole: Any) -> None:
    assert places(priced(price, x, "қарапайым", pole)) == []


def test_the_other_axis_counts_too() -> None:
    sheets = priced(100, 0, "а", "ә")
    sheets["map"] |= {"y": {"low": "арзан", "high": "люкс"}, "ours": {"x": 0, "y": 10}}
    assert places(sheets) == [("positioning.map.y.high", "positioning.price.price")]


def test_what_is_never_said_and_said_anyway() -> None:
    sheets = {
        "character": {"never": {"kk": ["арзан"], "ru": ["уникальный"]}},
        "pitch": {
            "pitch": "Арзанға сатамыз",
            "bio": {"ru": "Уникальные вещи"},
            "action": "жазыңыз",
        },
        "statement": {"benefit": "арзан кілем", "alternative": "ең арзан кілем"},
    }
    assert places(sheets) == [
        ("positioning.character.never", "positioning.statement.benefit"),
        ("positioning.character.never", "positioning.statement.alternative"),
        ("positioning.character.never", "positioning.pitch.pitch"),
        ("positioning.character.never", "positioning.pitch.bio"),
    ]


def test_findings_come_in_the_order_of_the_sheets_and_say_what_they_found() -> None:
    found = findings(
        Positioning.model_validate(
            {
                "category": {"chosen": "киіз"},
                "character": {"never": ["арзан"]},
                "statement": {"category": "кілем {x}", "benefit": "арзан"},
            }
        )
    )
    assert [str(each.message) for each in found] == [
        "the category you chose is 'киіз', and the statement says 'кілем {x}' (kk)",
        "'арзан' stands here, and 'арзан' is on the list of what you never say (kk)",
    ]


def test_answers_are_quoted_in_the_language_of_the_reader() -> None:
    def both(russian: str) -> dict[str, str]:
        return {"kk": f"қаз{russian}", "ru": russian}

    sheets = Positioning.model_validate(
        {
            "alternatives": {
                "attributes": [{"name": both("скорость"), "ours": 4}],
                "others": [{"name": both("ковёр")}],
            },
            "ladder": {"needs": [both("тишина")], "rungs": [{"attribute": both("войлок")}]},
            "statement": {
                "need": both("тишина"),
                "alternative": both("диван"),
                "difference": both("тепло"),
            },
            "map": {
                "x": {"low": both("просто"), "high": both("премиум")},
                "ours": {"x": 5, "y": 0},
            },
            "price": {"price": 500, "rivals": [{"name": "Ковёр", "price": 1000}]},
        }
    )
    said = [
        translator("ru").text(each.message)
        for each in (
            *findings(sheets),
            *ladder.findings(sheets.ladder),
            *alternatives.findings(sheets.alternatives),
        )
    ]
    assert len(said) == 9, said
    assert not [each for each in said if "қаз" in each]
