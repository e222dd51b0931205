"""A filled form changes what was changed on it, in its language, and nothing else."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from creativekit.errors import InputError
from creativekit.positioning.blanks import blanks, written
from creativekit.positioning.changes import Changes, changes
from creativekit.positioning.sheets import worksheets
from creativekit.positioning.words import words
from creativekit.project.loading import parse
from creativekit.project.localized import LANGUAGES
from creativekit.project.model import Project
from creativekit.project.writing import change

SHEETS = worksheets()
HEAD = '[project]\nname = "A"\nlanguages = {languages}\n[brand]\ncolor = "#0a7e8c"\n'
SHOP = """
# sheets
[positioning.audience]
who = "Айша"  # plain, for all
quote = { kk = "к", ru = "р" }

[positioning.alternatives]
attributes = [  # by what
  { name = { kk = "Жылуы", ru = "Тепло" }, weight = 5, ours = 4 }, # first
  { name = { kk = "Ою", ru = "Узор" }, proof = "бар" }, # second
  { name = { kk = "Баға" } },
]
others = [ { name = "Кілем", scores = [1, 2, 3] }, { name = { kk = "Ештеңе" } } ]

[positioning.ladder]
needs = ["Жылу", { kk = "Тыныш", ru = "Тихо" }]

[positioning.map]
ours = { x = 1, y = 2, evidence = "көрдім" }
points = [ { name = "Б", x = 1.5, y = 2 } ]

[positioning.character]
sliders = [1, -2]
say = ["иә", "жоқ"] # mine
never = { kk = ["ең", "ең", "арзан"] }

[positioning.pitch]
links = ["a.kz", "b.kz"]
"""


def config(body: str = "", languages: tuple[str, ...] = LANGUAGES) -> str:
    return HEAD.replace("{languages}", str(list(languages)).replace("'", '"')) + body


def read(text: str) -> Project:
    return parse(text, Path("/nowhere"))


def form(text: str, language: str) -> dict[str, str]:
    """What a form of the project has printed in its fields."""
    answers = read(text).positioning
    return {each.name: written(answers, each, language) for each in blanks(SHEETS, answers)}


def judged(text: str, language: str, **given: str) -> Changes:
    return fill(text, language, {name.replace("__", "."): each for name, each in given.items()})


def fill(text: str, language: str, given: dict[str, str]) -> Changes:
    project = read(text)
    table = tomllib.loads(text).get("positioning", {})
    asked = blanks(SHEETS, project.positioning, given)
    typed = {**form(text, language), **given}
    return changes(
        project.positioning, table, asked, typed, words(language), project.languages, "f.pdf"
    )


def filled(text: str, language: str, **given: str) -> Any:
    """`[positioning]` after what was typed into the form."""
    found = judged(text, language, **given)
    assert found.faults == ()
    after = change(text, found.edits)
    read(after)
    assert after.count("#") == text.count("#")
    return tomllib.loads(after).get("positioning", {})


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["aq-kiiz", "nukte-media", "saz-studio"])
def test_a_form_that_nobody_touched_changes_nothing(name: str, language: str) -> None:
    folder = Path(__file__).parents[2] / "examples"
    files = [each for each in folder.iterdir() if each.name.startswith(name.split("-")[0])]
    text = (files[0] / "creativekit.toml").read_text("utf-8")
    project = parse(text, files[0])
    asked = blanks(SHEETS, project.positioning)
    typed = {each.name: written(project.positioning, each, language) for each in asked}
    table = tomllib.loads(text)["positioning"]
    found = changes(project.positioning, table, asked, typed, words(language), project.languages)
    assert (found.changes, found.edits, found.faults) == ((), (), ())


def test_a_text_for_one_language_among_others() -> None:
    after = filled(config(SHOP), "ru", audience__quote="новая", audience__obstacle="цена")
    assert after["audience"]["quote"] == {"kk": "к", "ru": "новая"}
    assert after["audience"]["obstacle"] == {"ru": "цена"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_plain_string_stays_the_text_of_the_others(language: str) -> None:
    after = filled(config(SHOP), language, audience__who="Ботагөз")
    assert after["audience"]["who"] == {**dict.fromkeys(LANGUAGES, "Айша"), language: "Ботагөз"}


def test_a_plain_string_of_one_language_stays_plain() -> None:
    text = config('[positioning.audience]\nwho = "Айша" # c\n', ("ru",))
    after = filled(text, "ru", audience__who="Ботагөз", audience__quote="да", character__say__0="о")
    assert after["audience"] == {"who": "Ботагөз", "quote": "да"}
    assert after["character"] == {"say": ["о"]}


def test_a_text_taken_out_is_taken_out_of_its_language() -> None:
    after = filled(config(SHOP), "kk", audience__quote="", audience__who=" ")
    assert after["audience"] == {"quote": {"ru": "р"}, "who": {"ru": "Айша", "en": "Айша"}}
    after = filled(config("[positioning.audience]\nwho = { kk = 'а' }\n"), "kk", audience__who="")
    assert after == {"audience": {}}


def test_lists() -> None:
    text = config(SHOP)
    after = filled(text, "ru", ladder__needs__1="", ladder__needs__3="Новое")
    assert after["ladder"]["needs"] == ["Жылу", {"kk": "Тыныш"}, {"ru": "Новое"}]
    after = filled(text, "kk", ladder__needs__1="")
    assert after["ladder"]["needs"] == ["Жылу", {"ru": "Тихо"}]
    after = filled(text, "kk", pitch__links__0="", pitch__links__2="c.kz")
    assert after["pitch"]["links"] == ["b.kz", "c.kz"]


def test_words_of_all_languages_become_words_of_each() -> None:
    after = filled(config(SHOP), "ru", character__say__0="да", character__say__3="ладно")
    assert after["character"]["say"] == {
        "kk": ["иә", "жоқ"], "ru": ["да", "жоқ", "ладно"], "en": ["иә", "жоқ"],
    }  # fmt: skip
    after = filled(config(SHOP), "kk", character__never__1="қымбат")
    assert after["character"]["never"] == {"kk": ["ең", "қымбат"]}
    after = filled(config(SHOP), "ru", character__never__0="дёшево")
    assert after["character"]["never"] == {"kk": ["ең", "ең", "арзан"], "ru": ["дёшево"]}


@pytest.mark.parametrize("words", ['["иә", "жоқ"]', '{ kk = ["иә", "жоқ"] }'])
@pytest.mark.parametrize("languages", [("kk",), LANGUAGES])
def test_all_words_taken_out(words: str, languages: tuple[str, ...]) -> None:
    text = config(f"[positioning.character]\nsay = {words} # c\n", languages)
    found = judged(text, "kk", character__say__0="", character__say__1="")
    after = read(change(text, found.edits)).positioning
    assert after == found.answers
    assert dict(after.character.say).get("kk", ()) == ()


def test_rows() -> None:
    text = config(SHOP)
    after = filled(
        text, "kk",
        alternatives__attributes__1__name="Өрнек",
        alternatives__attributes__1__weight="4",
        price__rivals__2__name="Көрші", price__rivals__2__price="9 000 ₸",
    )  # fmt: skip
    row = after["alternatives"]["attributes"][1]
    assert row == {"name": {"kk": "Өрнек", "ru": "Узор"}, "proof": "бар", "weight": 4}
    assert after["price"] == {"rivals": [{"name": {"kk": "Көрші"}, "price": 9000}]}


def test_an_attribute_goes_and_takes_its_scores() -> None:
    row = {f"alternatives__attributes__1__{key}": "" for key in ("name", "weight", "ours", "proof")}
    # Its weight and score were never written; so it is the texts that are left to go.
    found = judged(config(SHOP), "ru", **row)
    assert [fault.problem.key for fault in found.faults] == []
    row = {f"alternatives__attributes__0__{key}": "" for key in ("name", "weight", "ours", "proof")}
    found = judged(config(SHOP), "ru", **row)
    told = [(each.question, each.old) for each in found.changes]
    assert ("По чему выбирают: Свойство 1 (kk)", "Жылуы") in told
    assert ("Что берут вместо вас: Баллы 1, 1", "1") in told
    after = filled(config(SHOP), "ru", **row)["alternatives"]
    assert [each["name"]["kk"] for each in after["attributes"]] == ["Ою", "Баға"]
    assert [each.get("scores") for each in after["others"]] == [[2, 3], None]


def test_tables_with_headers_of_their_own() -> None:
    body = (
        "[[positioning.alternatives.attributes]] # one\nname = 'А'\nweight = 2 # two\n\n"
        "[[positioning.alternatives.attributes]]\nname = 'Б' # b\n\n"
        "[[positioning.alternatives.others]]\nname.kk = 'В'\nscores = [\n  1, # а\n  2, # б\n]\n"
        "# the map\n[positioning.map.x] # left to right\nlow = 'аз' # l\nhigh = 'көп'\n"
    )
    row = {f"alternatives__attributes__0__{key}": "" for key in ("name", "weight")}
    after = filled(
        config(body, ("kk",)), "kk", **row,
        alternatives__others__0__name="Г", alternatives__others__1__name="Д",
        map__x__low="", map__x__high="", map__y__low="т", map__y__high="ж",
    )  # fmt: skip
    assert after["alternatives"] == {
        "attributes": [{"name": "Б"}],
        "others": [{"name": {"kk": "Г"}, "scores": [2]}, {"name": "Д"}],
    }  # fmt: skip
    assert after["map"] == {"y": {"low": "т", "high": "ж"}}


def test_scores_moved_up_by_hand_are_taken_as_they_stand() -> None:
    given = {f"alternatives__attributes__0__{key}": "" for key in ("name", "weight", "ours")}
    scores = {
        f"alternatives__others__0__scores__{at}": each for at, each in enumerate(("4", "5", ""))
    }
    after = filled(config(SHOP), "kk", **given, **scores)["alternatives"]
    # The Russian name goes with the row that was emptied.
    assert len(after["attributes"]) == 2
    assert after["others"][0]["scores"] == [4, 5]


def test_a_number_with_many_digits_stays_itself() -> None:
    text = config("[positioning.price]\nhours = 0.30000000000000004\nfee = 0\nprice = 1e12\n")
    assert fill(text, "kk", {}).edits == ()
    assert fill(text, "kk", {"price.fee": "0", "price.tax": "0"}).edits == ()
    assert fill(text, "kk", {"price.hours": "0.4"}).edits == (
        (("positioning", "price", "hours"), 0.4),
    )


def test_our_place_on_the_map() -> None:
    after = filled(config(SHOP), "ru", map__ours__x="", map__ours__y="")
    assert "ours" not in after["map"]
    after = filled(
        config(), "kk", map__x__low="аз", map__x__high="көп", map__ours__x="−2", map__ours__y="0"
    )
    assert after == {
        "map": {"x": {"low": {"kk": "аз"}, "high": {"kk": "көп"}}, "ours": {"x": -2, "y": 0}}
    }
    after = filled(
        config("[positioning.map]\nx = { low = 'a', high = 'b' } # c\n"), "kk", map__x__low="c"
    )
    assert after["map"]["x"]["low"]["kk"] == "c"


BY, SCORES = "Неге қарап таңдайды: Қасиеті", "Сіздің орныңызға не алады: Ұпайлары"


@pytest.mark.parametrize(
    ("given", "question", "said"),
    [
        ({"alternatives.attributes.4.weight": "3"}, f"{BY} 5", "has to be answered"),
        ({"alternatives.attributes.3.name": "Жаңа"}, f"{SCORES} 1, 4", "a score is missing"),
        ({"alternatives.others.0.scores.1": ""}, f"{SCORES} 1, 2", "a score is missing"),
        ({"alternatives.others.1.scores.5": "1"}, f"{SCORES} 2, 6", "no attribute"),
        ({"map.points.0.x": ""}, "Картада кім тұр: Оңға 1", "has to be answered"),
        ({"map.x.low": "a"}, "Оң жағы", "has to be answered"),
        ({"map.ours.x": ""}, "Біз ↔", "has to be answered"),
        ({"price.fee": "60", "price.tax": "50"}, "Салық", "nothing is left"),
        ({"price.materials": "көп"}, "Материал", "'көп' is not a number"),
        ({"character.sliders.4": "1"}, "Дәстүршіл – Жаңашыл", "0 is the middle"),
        ({"alternatives.attributes.0.name": "x" * 130}, f"{BY} 1", "130 characters"),
        ({"audience.who": "a\x1b[31m"}, "Кім", "control character"),
    ],
)  # fmt: skip
def test_faults_are_told_by_their_question(given: dict[str, str], question: str, said: str) -> None:
    found = fill(config(SHOP), "kk", given)
    told = {fault.problem.key: str(fault.problem.message) for fault in found.faults}
    assert said in told[question], told
    assert (found.edits, found.answers) == ((), None)
    assert all(fault.problem.file == "f.pdf" for fault in found.faults)
    with pytest.raises(InputError):
        found.raise_if_wrong()


def test_all_faults_at_once_in_the_order_of_the_sheets() -> None:
    given = {"price.tax": "x", "price.fee": "y", "audience.who": "\x07", "map.points.2.x": "1"}
    found = fill(config(SHOP), "kk", given)
    assert [fault.blank.name for fault in found.faults] == [
        "audience.who", "map.points.2.name", "map.points.2.y", "price.fee", "price.tax",
    ]  # fmt: skip


def test_rows_that_were_printed_when_there_were_more() -> None:
    given = {"price.rivals.6.name": "Ж", "price.rivals.6.price": "5", "price.rivals.900.name": "x"}
    found = fill(config(), "kk", given)
    assert found.left_out == ("price.rivals.900.name",)
    after = tomllib.loads(change(config(), found.edits))
    assert after["positioning"]["price"]["rivals"] == [{"name": {"kk": "Ж"}, "price": 5}]


NAMES = sorted(form(config(), "kk"))
TEXTS = st.text(st.sampled_from("abқ [#\"'\\\n—👩‍🎨"), max_size=8)
NUMBERS = st.sampled_from(["", "1", "3", " 5 "])
TYPED = {blank.name: TEXTS if blank.kind == "text" else NUMBERS for blank in blanks(SHEETS)}
SIMPLE = [name for name in NAMES if name.count(".") < 3 and "sliders" not in name]
BODIES = st.sampled_from(["", SHOP])


@given(
    st.data(), BODIES, st.sampled_from(LANGUAGES), st.sampled_from([("kk", "ru", "en"), ("kk",)])
)
@settings(max_examples=60, deadline=None)
def test_whatever_is_typed_is_what_is_printed_next(
    data: st.DataObject, body: str, language: str, languages: tuple[str, ...]
) -> None:
    language = language if language in languages else "kk"
    text = config(body, languages)
    # Rows are rarely whole when cells are chosen at random: then there is only something to refuse.
    some = st.sampled_from(NAMES) if data.draw(st.booleans()) else st.sampled_from(SIMPLE)
    names = data.draw(st.lists(some, max_size=12, unique=True))
    given = {name: data.draw(TYPED[name]) for name in names}
    found = fill(text, language, given)
    if found.faults:
        assert found.edits == ()
        return
    after = change(text, found.edits)
    assert read(after).positioning == found.answers
    # Printed again and given back untouched, it is what it was.
    assert fill(after, language, {}).edits == ()
    before = form(text, language)
    typed = {name: each.strip() for name, each in (before | given).items()}
    printed = {name: each for name, each in form(after, language).items() if each}
    for blank in blanks(SHEETS, read(text).positioning):
        if len(blank.path) == 2 and blank.kind == "text":
            expected = (
                " ".join(typed[blank.name].split()) if blank.lines == 1 else typed[blank.name]
            )
            assert printed.get(blank.name, "").split() == expected.split()
    for other in set(languages) - {language}:
        lost = set(filter(None, form(text, other).values())) - set(form(after, other).values())
        numbers = {each for each in lost if each.lstrip("-").replace(".", "").isdigit()}
        told = {each.old for each in found.changes}
        assert lost - numbers <= told, (other, lost)
