"""cohort.toml: all that is wrong is said at once, each with its line."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

import pytest
from cohorts import TOML, cohort

from creativekit.cohort import config
from creativekit.cohort.new_cohort import CohortAnswers, cohort_text
from creativekit.errors import InputError


def test_what_is_not_said_is_ours() -> None:
    found = cohort()
    assert [each.id for each in found.words.groups] == [
        "youth", "entrepreneurs", "state", "quasi-state", "ngo",
    ]  # fmt: skip
    assert len(found.words.needs) == 12
    assert found.words.decoy.id == "decoy"
    assert (found.privacy.least, found.privacy.least_sensitive) == (5, 10)
    assert found.invited == 60
    assert found.languages == ("kk", "ru", "en")


def test_every_initiative_says_where_it_is_from() -> None:
    for each in cohort().words.initiatives:
        assert each.source.languages == ("kk", "ru", "en")
        assert "[Replace]" not in each.source.get("kk") + each.source.get("ru")
        assert each.date is not None


INITIATIVE = (
    '[[initiative]]\nid = "{id}"\ntitle = {{ kk = "А", ru = "Б", en = "C" }}\n'
    'source = "gov.kz"\ndate = 2026-01-01\n{more}'
)


def before(head: str, line: str) -> tuple[str, str]:
    """A change that puts a table before the first proposal."""
    return "[[proposal]]", f"{head}\n{line}\n[[proposal]]"


@pytest.mark.parametrize(
    ("change", "line", "key", "why"),
    [
        (("schema = 1", "schema = 2"), 1, "schema", "from 1 to 1"),
        (("title =", "titel ="), 2, "titel", "not known here"),
        (('kk = "Кездесу", ', ""), 2, "title", "kk, ru and en"),
        (("2026-11-25", '"tomorrow"'), 4, "date", "is not a date"),
        (("2026-11-25", "2026-11-25T10:00:00"), 4, "date", "is not a date"),
        (('color = "#0a7e8c"', ""), 5, "organiser.color", "needs a colour"),
        (("#0a7e8c\"", "#0a7e8c\"\nproject = \"x\""), 8, "organiser.project", "no other keys"),
        (("[[proposal]]", "[privacy]\nleast = 1\n[[proposal]]"), 9, "privacy.least", "from 3"),
        (
            ("[[proposal]]", "[privacy]\nleast = 20\nleast_sensitive = 10\n[[proposal]]"),
            10, "privacy.least_sensitive", "not be less",
        ),
        (
            ("[[proposal]]", '[privacy]\nsensitive = ["ages"]\n[[proposal]]'),
            9, "privacy.sensitive[1]", "cannot be used here",
        ),
        (before("[form]", 'url = "ftp://x"'), 9, "form.url", "not an address"),
        (before("[form]", 'url = "https://a b"'), 9, "form.url", "not an address"),
        (before("[form]", 'url = "https://u:p@x"'), 9, "form.url", "not an address"),
        (before("[form]", f'url = "https://{"a" * 300}"'), 9, "form.url", "at most 300"),
        (before("[form]", "url = 5"), 9, "form.url", "text in quotes"),
        (before("[form]", 'uri = "x"'), 9, "form.uri", "not known here"),
        (before("[certificate]", "hours = 0"), 9, "certificate.hours", "from 1"),
        (
            ("[[proposal]]", '[organiser.signatory]\nname = "А"\n[[proposal]]'),
            8, "organiser.signatory.role", "kk, ru and en",
        ),
        (('id = "studio"', 'id = "fair"'), 12, "proposal[2].id", "in this list twice"),
        (('id = "studio"', 'id = "Студия"'), 12, "proposal[2].id", "cannot be used here"),
    ],
)  # fmt: skip
def test_problems(change: tuple[str, str], line: int, key: str, why: str) -> None:
    text = TOML.replace(*change, 1)
    assert text != TOML
    with pytest.raises(InputError) as caught:
        cohort(text=text)
    said = {each.key: each for each in caught.value.problems}
    assert why in str(said[key])
    assert said[key].line == line
    assert said[key].file == "cohort.toml"


@pytest.mark.parametrize("decoys", [0, 2])
def test_there_is_one_decoy(decoys: int) -> None:
    more = ["decoy = true\n"] * decoys + [""] * (3 - decoys)
    lists = "".join(INITIATIVE.format(id=f"i{at}", more=each) for at, each in enumerate(more))
    with pytest.raises(InputError, match="exactly one initiative is the decoy"):
        cohort(text=TOML + lists)
    assert (
        cohort(text=TOML + INITIATIVE.format(id="i", more="decoy = true\n")).words.decoy.id == "i"
    )


def test_an_initiative_without_a_source_is_refused() -> None:
    text = TOML + INITIATIVE.format(id="i", more="decoy = true\n")
    with pytest.raises(InputError, match="source that describes it"):
        cohort(text=text.replace('source = "gov.kz"\n', ""))
    with pytest.raises(InputError, match="is not a date"):
        cohort(text=text.replace("date = 2026-01-01\n", ""))


def test_a_source_is_one_text_or_one_in_each_language() -> None:
    text = TOML + INITIATIVE.format(id="i", more="decoy = true\n")
    assert cohort(text=text).words.decoy.source.get("ru") == "gov.kz"
    three = '{ kk = "бет", ru = "страница", en = "page" }'
    source = cohort(text=text.replace('"gov.kz"', three)).words.decoy.source
    assert [source.get(each) for each in ("kk", "ru", "en")] == ["бет", "страница", "page"]
    for wrong in ('{ kk = "бет" }', "5", f'"{"ұ" * 301}"'):
        with pytest.raises(InputError, match="source"):
            cohort(text=text.replace('"gov.kz"', wrong))


def test_the_digest_is_of_the_lists_alone() -> None:
    one = cohort().vocabulary_digest
    assert cohort(text=TOML.replace("Встреча", "Сбор")).vocabulary_digest == one
    assert cohort(text=TOML.replace("Ярмарка", "Базар")).vocabulary_digest != one


def test_the_organiser_becomes_a_project(tmp_path: Path) -> None:
    made = config.organiser_project(cohort(tmp_path))
    assert made.name.get("ru") == "Хаб"
    assert made.brand.color_hex == "#0a7e8c"
    wrong = cohort(tmp_path, TOML.replace('"#0a7e8c"', '"#0a7e8c"\nstyle = "stepe"'))
    with pytest.raises(
        InputError, match=r"cohort.toml:8 organiser\.style: 'stepe'.*did you mean 'steppe'"
    ):
        config.organiser_project(wrong)


def test_a_fresh_file_is_read_back(tmp_path: Path) -> None:
    answers = CohortAnswers("Встреча\nА", "Өңір", datetime.date(2026, 11, 25), ("ru", "kk"), "Хаб")
    with pytest.raises(InputError, match="on one line"):
        config.parse(cohort_text(answers, str).encode(), tmp_path)
    answers = replace(answers, title='Встреча "А" \\ #', style="noir", previous="../old.sqlite")
    found = config.parse(cohort_text(answers, str).encode(), tmp_path)
    assert found.title.get("kk") == 'Встреча "А" \\ #'
    assert found.privacy.previous == tmp_path / "../old.sqlite"
    assert found.words.groups == cohort().words.groups
    assert found.words.initiatives == cohort().words.initiatives
    assert not found.invented
    rehearsed = config.parse(cohort_text(replace(answers, invented=True), str).encode(), tmp_path)
    assert rehearsed.invented
    assert [text.split(" ")[0] for _, text in rehearsed.title.texts][1:] == [
        "[вымышлено]", "[invented]",
    ]  # fmt: skip


@pytest.mark.parametrize("data", [b"\xff\xfe", b"title = ", b"[" * 5000, b"x" * 1_000_001])
def test_what_is_no_config(data: bytes) -> None:
    with pytest.raises(InputError):
        config.parse(data, Path("/nowhere"))


def test_the_nearest_one_upwards(tmp_path: Path) -> None:
    (tmp_path / "a/b").mkdir(parents=True)
    with pytest.raises(InputError, match="cohort new"):
        config.find_cohort(tmp_path / "a/b")
    (tmp_path / "cohort.toml").write_text(TOML, "utf-8")
    assert config.load(config.find_cohort(tmp_path / "a/b")).folder == tmp_path.resolve()


def test_what_the_pack_is_told() -> None:
    more = (
        '[form]\nurl = " https://forms.example/x "\n[certificate]\nhours = 6\n'
        '[organiser.signatory]\nrole = "Координатор"\n'
        'name = { kk = "Ә. Б.", ru = "А. Б.", en = "A. B." }\n'
    )
    found = cohort(text=TOML.replace("[[proposal]]", f"{more}[[proposal]]", 1))
    assert (found.form_url, found.hours) == ("https://forms.example/x", 6)
    signatory = found.organiser.signatory
    assert signatory is not None
    assert signatory.role.get("kk") == "Координатор"
    assert signatory.name is not None
    assert signatory.name.get("kk") == "Ә. Б."
    assert (cohort().form_url, cohort().hours, cohort().organiser.signatory) == (None, None, None)
