"""The forms, from pyxform's XForm to what servers export of it and back: whatever was answered
comes out of the store. Heads and choices are taken from the XForm, not from our own code."""

from __future__ import annotations

import csv
import datetime
import io
import random
import warnings
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple
from xml.etree import ElementTree

import pytest
from cohorts import asked, cohort, collecting, words

from creativekit.cohort import needs_form
from creativekit.cohort.model import age_band
from creativekit.presence import xlsform
from creativekit.tables.workbook_writing import Sheet, xlsx

X = "{http://www.w3.org/2002/xforms}"
LANGUAGES = {"kk": "Қазақша (kk)", "ru": "Русский (ru)", "en": "English (en)"}


class Question(NamedTuple):
    """path: of its node, without the root. kind: of its control. labels: by language."""

    path: tuple[str, ...]
    kind: str
    labels: dict[str, str]
    choices: tuple[tuple[str, dict[str, str]], ...]

    @property
    def name(self) -> str:
        return self.path[-1]


@cache
def questions(which: str) -> tuple[Question, ...]:
    """What a form asks, as an XForm says it."""
    from pyxform.xls2xform import convert

    if which == "needs":
        data = needs_form.xlsform(cohort(), words())
    else:
        job = needs_form.presence_job(asked(), xlsform.form_words(), words())
        data = job.render().data
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        result = convert(xlsform=io.BytesIO(data), validate=False, file_type=".xlsx")
    assert result.warnings == []
    form = ElementTree.fromstring(result.xform)
    texts: dict[str, dict[str, str]] = {}
    for translation in form.iter(f"{X}translation"):
        (language,) = (code for code, name in LANGUAGES.items() if name == translation.get("lang"))
        for each in translation.iter(f"{X}text"):
            text = "".join(each.find(f"{X}value").itertext())  # type: ignore[union-attr]
            texts.setdefault(str(each.get("id")), {})[language] = text

    def labels(node: ElementTree.Element) -> dict[str, str]:
        label = node.find(f"{X}label")
        reference = "" if label is None else str(label.get("ref"))
        return texts.get(reference.removeprefix("jr:itext('").removesuffix("')"), {})

    lists: dict[str, tuple[tuple[str, dict[str, str]], ...]] = {}
    for instance in form.iter(f"{X}instance"):
        items = [item for root in instance for item in root if item.tag.endswith("item")]
        lists[str(instance.get("id"))] = tuple(
            (
                next(str(part.text) for part in item if part.tag.endswith("name")),
                texts[next(str(part.text) for part in item if part.tag.endswith("itextId"))],
            )
            for item in items
        )
    found = []
    for kind in ("input", "select1", "select"):
        for node in form.iter(f"{X}{kind}"):
            itemset = node.find(f"{X}itemset")
            choices = ()
            if itemset is not None:
                choices = lists[str(itemset.get("nodeset")).split("'")[1]]  # type: ignore[assignment]
            path = tuple(str(node.get("ref")).split("/")[2:])
            found.append(Question(path, kind, labels(node), choices))
    return tuple(found)


def answers(which: str, seed: int) -> dict[str, list[str]]:
    """Answers by question: names of choices, or a text."""
    chance = random.Random(seed)
    given: dict[str, list[str]] = {}
    ranked: set[str] = set()
    for each in questions(which):
        names = [name for name, _ in each.choices if name not in ranked]
        if each.name.startswith("about_") or each.name in ("intro",):
            continue
        if each.kind == "select1":
            given[each.name] = [chance.choice(names)]
            if each.name.startswith("need_"):
                ranked |= set(given[each.name])
        elif each.kind == "select":
            if each.name != "features":
                given[each.name] = sorted(chance.sample(names, chance.randint(0, 4) % len(names)))
        elif each.name == "age":
            given["age"] = [str(chance.randint(10, 110))]
        elif each.name == "code":
            given["code"] = [f"R-{seed}"]
        elif each.name.startswith("proposal_"):
            given[each.name] = [f'Ұсыныс; «{seed}», 🎨 "x"']
    return given


def exported(
    which: str, people: list[dict[str, list[str]]], joint: str, labels: str | None, split: bool
) -> list[list[str]]:
    """As servers export: heads with groups before them, or labels; choices joined, or split."""

    def said(question: Question, name: str) -> str:
        if labels is None or not question.choices:
            return name
        return dict(question.choices)[name][labels]

    head, rows = [], [[] for _ in people]  # type: list[str], list[list[str]]
    for each in questions(which):
        if each.name.startswith("about_") or each.name == "intro":
            continue
        title = joint.join(each.path) if labels is None else each.labels[labels]
        head.append(title)
        for row, person in zip(rows, people, strict=True):
            row.append(" ".join(said(each, name) for name in person.get(each.name, [])))
        if split and each.kind == "select":
            for name, texts in each.choices:
                head.append(f"{title}/{name if labels is None else texts[labels]}")
                for row, person in zip(rows, people, strict=True):
                    row.append(str(int(name in person.get(each.name, []))))
    head += ["date", "meta/instanceID" if joint == "/" else "KEY", "__version__"]
    for number, row in enumerate(rows):
        row += ["2026-11-25", f"uuid:{number}", "vX"]
    return [head, *rows]


def file_of(rows: list[list[str]], folder: Path, kind: str, delimiter: str) -> Path:
    path = folder / f"export.{kind}"
    if kind == "xlsx":
        path.write_bytes(xlsx((Sheet("data", tuple(rows[0]), tuple(map(tuple, rows[1:]))),)))
    else:
        stream = io.StringIO(newline="")
        csv.writer(stream, delimiter=delimiter).writerows(rows)
        path.write_bytes(stream.getvalue().encode("utf-8-sig"))
    return path


def collected(folder: Path, path: Path) -> list[Any]:
    with collecting(folder) as collector:
        report = collector.file(path)
        assert [str(each) for each in report.problems] == []
        assert not any("not read" in str(note) for note in report.notes)
        return list(collector.store.responses())


WAYS = [
    ("/", None, True, "csv", ","),  # KoboToolbox, XML values
    ("/", None, True, "xlsx", ""),
    ("-", None, False, "csv", ","),  # ODK Central
    ("-", None, True, "csv", ";"),
    (":", None, False, "csv", "\t"),
    ("/", "kk", True, "csv", ","),  # labels
    ("/", "ru", False, "csv", ";"),
    ("/", "en", False, "xlsx", ""),
]


@pytest.mark.parametrize(("joint", "labels", "split", "kind", "delimiter"), WAYS)
def test_the_needs_form_comes_back(
    tmp_path: Path, joint: str, labels: str | None, split: bool, kind: str, delimiter: str
) -> None:
    people = [answers("needs", seed) for seed in range(25)]
    rows = exported("needs", people, joint, labels, split)
    found = collected(tmp_path, file_of(rows, tmp_path, kind, delimiter))
    lists = cohort().words
    back = {
        (
            each.person.group, each.person.sector, each.person.settlement, each.person.age_band,
            each.person.language, each.needs.needs, tuple(sorted(each.needs.barriers)),
            tuple(sorted(each.needs.awareness.items())), tuple(sorted(each.needs.votes)),
            tuple(proposal.text for proposal in each.needs.proposals),
        )
        for each in found
    }  # fmt: skip
    assert len(found) == 25
    assert {each.needs.date for each in found} == {datetime.date(2026, 11, 25)}
    assert back == {
        (
            *(each[name][0] for name in ("group", "sector", "settlement")),
            age_band(int(each["age"][0])), each["language"][0],
            tuple(each[f"need_{rank}"][0] for rank in (1, 2, 3)), tuple(each["barriers"]),
            tuple(
                sorted(
                    (one.id, int(each[needs_form.awareness_name(one)][0]))
                    for one in lists.initiatives
                )
            ),
            tuple(each["votes"]),
            tuple(each[f"proposal_{number}"][0] for number in (1, 2, 3)),
        )
        for each in people
    }  # fmt: skip


@pytest.mark.parametrize(("joint", "labels", "split", "kind", "delimiter"), WAYS)
def test_the_self_assessment_comes_back_and_finds_its_person(
    tmp_path: Path, joint: str, labels: str | None, split: bool, kind: str, delimiter: str
) -> None:
    people = [answers("presence", seed) for seed in range(6)]
    needs = exported("needs", [answers("needs", seed) for seed in range(6)], "/", None, True)
    rows = exported("presence", people, joint, labels, split)
    collected(tmp_path, file_of(needs, tmp_path, "csv", ","))
    found = collected(tmp_path, file_of(rows, tmp_path, kind, delimiter))
    assert len(found) == 6
    wanted = {"na": "n", "dk": "?", **{str(each): each for each in range(5)}}
    if labels is not None:
        # Where a level is worded as "we do not know" is, labels cannot tell one from the other.
        for question in questions("presence"):
            texts = {name: each[labels].casefold() for name, each in question.choices}
            for each in people:
                given = each.get(question.name, [])
                if question.kind == "select1" and texts.get("dk") == texts[given[0]]:
                    each[question.name] = ["dk"]
    back = {tuple(sorted(each.presence[0].levels.items())) for each in found}
    assert back == {
        tuple(
            sorted(
                (item.id, wanted[each[f"q{item.id.replace('.', '_')}"][0]])
                for item in asked().items
            )
        )
        for each in people
    }  # fmt: skip
    assert all(each.needs is not None for each in found)


def test_a_form_is_the_same_bytes_and_says_when_its_lists_change() -> None:
    assert needs_form.xlsform(cohort(), words()) == needs_form.xlsform(cohort(), words())
    changed = cohort(text=cohort_text_with_another_need())
    assert needs_form.xlsform(changed, words()) != needs_form.xlsform(cohort(), words())


def cohort_text_with_another_need() -> str:
    from cohorts import TOML

    return TOML + '[[need]]\nid = "tea"\ntitle = { kk = "Шай", ru = "Чай", en = "Tea" }\n'
