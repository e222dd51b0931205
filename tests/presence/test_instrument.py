"""The instrument is read whole or not at all, and says everything that is wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest
from instruments import files, frame, item, small, small_files, texts, thirty, thirty_files

from creativekit.errors import InputError
from creativekit.presence.instrument import Requirement
from creativekit.presence.instrument_file import instrument, read
from creativekit.project import templates

ONE = item("1.1", "identity", gate=True)


def told(*items: str, top: str | None = None) -> list[str]:
    text = frame(("identity",), gates=("1.1",)) if top is None else top
    with pytest.raises(InputError) as caught:
        read(files(text, *items))
    return [str(problem) for problem in caught.value.problems]


def test_thirty_questions_in_eight_dimensions() -> None:
    found = thirty()
    assert len(found.items) == 30
    assert found.dimensions[0].id == "identity"
    assert found.items[0].id == "1.1"
    assert found.items[0].levels[4].get("kk") == "1.1 level 4 қазақша"
    assert found.by_id["7.2"].requires == (Requirement("7.1", 1), Requirement("7.3", 2))
    assert found.by_id["1.3"].steps[0].command == "creativekit brand"
    assert found.by_id["8.2"].basis == ("audit", "file")
    assert [item.id for item in found.items if item.gate] == ["2.1", "5.1", "6.1"]
    assert found.by_id["1.1"].hours == 2
    assert found.gates.reason("6.1").get("en") == "why 6.1"


@pytest.mark.parametrize(
    ("profile", "added", "asked", "not_asked"),
    [
        ("no-site", (), ("3.4", "5.2"), ("3.2", "3.3", "2.2", "5.4", "5.5")),
        ("site", (), ("3.2", "3.3"), ("3.4", "2.2")),
        ("studio", (), ("2.2", "3.4"), ("3.2",)),  # without a word of a site there is none
        ("studio", ("site",), ("2.2", "3.2"), ("3.4",)),
        ("site", ("nosite",), ("3.4",), ("3.2", "3.3")),  # what a person says wins
        ("no-site", ("site",), ("3.2",), ("3.4",)),
        ("market", ("site",), ("3.2", "3.4", "5.4"), ("5.5",)),  # 3.4 is a seller's, too
        ("ngo", ("premises",), ("2.2", "5.5"), ("5.2", "5.3")),
    ],
)
def test_who_is_asked_what(
    profile: str, added: tuple[str, ...], asked: tuple[str, ...], not_asked: tuple[str, ...]
) -> None:
    ids = {each.id for each in thirty().asked(profile, added)}
    assert set(asked) <= ids
    assert not set(not_asked) & ids


def test_items_are_in_the_order_of_dimensions_then_of_numbers() -> None:
    top = frame(("place", "identity"), gates=())
    items = [item(name, "identity") for name in ("1.10", "1.2")] + [item("3.1", "place")]
    assert [each.id for each in read(files(top, *items)).items] == ["3.1", "1.2", "1.10"]


def test_all_that_is_wrong_in_all_files_at_once() -> None:
    first, second = small_files()
    broken = first[1].replace(b"from = 25", b"from = 101").replace(b"schema = 1", b"schema = 2")
    more = second[1].replace(b"weight = 3", b"weight = 4").replace(b'effort = "L"', b'effort = "H"')
    with pytest.raises(InputError) as caught:
        read(((first[0], broken), (second[0], more)))
    assert [str(problem) for problem in caught.value.problems] == [
        "templates/presence/instrument.toml:1 schema:"
        " this must be a whole number from 1 to 1, not 2",
        f"templates/presence/instrument.toml:{line_of(broken, 'from = 101')} bands.visible.from:"
        " this must be a whole number from 0 to 100, not 101",
        f"templates/presence/instrument.toml:{line_of(broken, 'from = 101')} bands.visible.from:"
        " the first band is from 0, each next one from more",
        f"templates/presence/items/1-all.toml:{line_of(more, 'weight = 4')} item[1].weight:"
        " this must be a whole number from 1 to 3, not 4",
        f"templates/presence/items/1-all.toml:{line_of(more, 'effort = ' + chr(34) + 'H')}"
        " item[2].effort: 'H' cannot be used here (S, M, L)",
    ]


def line_of(data: bytes, text: str) -> int:
    return data.decode().split(text)[0].count("\n") + 1


def test_files_that_are_not_toml_are_all_named() -> None:
    first, second = small_files()
    with pytest.raises(InputError) as caught:
        read(((first[0], b"schema = "), (second[0], b"[[item")))
    assert [problem.file for problem in caught.value.problems] == [
        "templates/presence/instrument.toml",
        "templates/presence/items/1-all.toml",
    ]


@pytest.mark.parametrize(
    ("items", "said"),
    [
        ([ONE, ONE], ["'1.1' is given twice"]),
        (
            [ONE, item("1.2", "identity").replace('"1.2"', '"one"', 1)],
            ["item[2].id: 'one' cannot be used here"],
        ),
        ([ONE, item("1.2", "identety")], ["did you mean 'identity'?"]),
        ([ONE, item("1.2", "identity", applies=["premisses"])], ["did you mean 'premises'?"]),
        ([ONE, item("1.2", "identity", applies=[])], ["a list of 1 to 8 items, not 0"]),
        ([ONE, item("1.2", "identity", basis=["ear"])], ["(self, file, audit, eye)"]),
        ([item("1.1", "identity")], ["'1.1' is not a question with a gate"]),
        ([ONE, item("1.2", "identity", gate=True)], ["[gates.why] says nothing about '1.2'"]),
        ([ONE, item("1.2", "identity", requires=["1.3>=2"])], ["there is no question '1.3'"]),
        ([ONE, item("1.2", "identity", requires=["1.1>2"])], ["is not an item and its level"]),
        ([ONE, item("1.2", "identity", requires=["1.1>=5"])], ["is not an item and its level"]),
        ([ONE, item("1.2", "identity", requires=["1.2>=1"])], ["in a circle: 1.2 → 1.2"]),
        (
            [
                item("1.1", "identity", gate=True, requires=["1.2>=1"]),
                item("1.2", "identity", requires=["1.3>=1"]),
                item("1.3", "identity", requires=["1.1>=4"]),
                item("1.4", "identity", requires=["1.1>=1"]),  # leads in, is not of it
            ],
            ["in a circle: 1.1 → 1.2 → 1.3 → 1.1"],
        ),
        ([ONE, item("1.2", "identity", command="rm -rf /")], ["is not a command"] * 4),
        ([ONE, item("1.2", "identity", command="creativekit")], ["is not a command"] * 4),
        ([ONE.replace("weight", "wieght")], ["did you mean 'weight'?"]),
        (
            [ONE.replace(f"{texts('1.1 level 2')}, ", "")],
            ["this must be a list of 5 to 5 items, not 4"],
        ),
        (
            [ONE.split("[[item.step]]", 1)[0]],
            ["this must be a list of 4 to 4 items, not None"],
        ),
        ([ONE.replace(texts("help 1.1"), '"help"')], ["a table of texts in kk, ru and en"]),
        (
            [ONE.replace('en = "help 1.1"', 'de = "Hilfe"')],
            ["a table of texts in kk, ru and en (kk, ru, en)"],
        ),
        (
            [ONE.replace('en = "1.1 level 3"', f'en = "{"x" * 91}"')],
            ["en: the text is 91 characters long; at most 90 fit"],
        ),
        ([ONE.replace('en = "1.1 level 3"', r'en = "a\nb"')], ["en: this text must be on one"]),
        ([ONE.replace('en = "1.1 level 3"', "en = 3")], ["this must be text in quotes, not 3"]),
        ([ONE.replace('en = "1.1 level 3"', 'en = " "')], ["en: the text is empty"]),
    ],
)
def test_what_is_wrong_with_items(items: list[str], said: list[str]) -> None:
    problems = told(*items)
    assert len(problems) == len(said), problems
    for problem, part in zip(problems, said, strict=True):
        assert part in problem
        assert problem.startswith("templates/presence/")


def test_a_level_of_ninety_characters_fits() -> None:
    fits = ONE.replace('en = "1.1 level 3"', f'en = "{"x" * 90}"')
    assert read(files(frame(("identity",), gates=("1.1",)), fits))


def test_a_question_that_nobody_is_asked() -> None:
    top = frame(("identity",), {"ngo": ["ngo"]}, gates=("1.1",))
    (problem,) = told(ONE, item("1.2", "identity", applies=["premises"]), top=top)
    assert "nobody is asked this (all, ngo, nosite)" in problem


def test_a_dimension_in_which_nothing_is_asked() -> None:
    (problem,) = told(ONE, top=frame(("identity", "place"), gates=("1.1",)))
    assert "dimension[2]: nothing is asked in 'place'" in problem


def test_ids_given_twice_in_the_frame() -> None:
    top = frame(("identity", "identity"), gates=("1.1",))
    (problem,) = told(ONE, top=top)
    assert "dimension[2]: 'identity' is given twice" in problem


def test_a_projects_own_files_win_and_are_added(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours, project = tmp_path / "ours", tmp_path / "project"
    for name, data in small_files():
        (ours / name).parent.mkdir(parents=True, exist_ok=True)
        (ours / name).write_bytes(data)
    monkeypatch.setattr(templates, "ours", lambda: ours)
    assert instrument(project) == small()
    own = project / "templates" / "presence" / "items"
    own.mkdir(parents=True)
    (own / "9-mine.toml").write_text("schema = 1\n" + item("9.1", "place"), "utf-8")
    assert [each.id for each in instrument(project).items] == ["1.1", "1.2", "3.1", "3.2", "9.1"]
    (own / "1-all.toml").write_text("schema = 1\n" + ONE, "utf-8")
    assert [each.id for each in instrument(project).items] == ["1.1", "9.1"]


def test_the_same_files_are_the_same_instrument() -> None:
    assert small() is small()
    assert read(thirty_files()) == thirty()
