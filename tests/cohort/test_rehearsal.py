"""A rehearsal: believable, marked, the same for the same seed, and it goes the real way in."""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path

import pytest
from cohorts import KEY, asked, cohort, collecting, dump, words
from hypothesis import given, settings
from hypothesis import strategies as st

from creativekit.cohort.new_cohort import groups_invited
from creativekit.cohort.presence_scores import Scorer
from creativekit.cohort.rehearsal_files import files
from creativekit.cohort.synthetic import MARK, invent, invited
from creativekit.presence.answers import Answer, Answers
from creativekit.presence.scoring import scores
from creativekit.press.cohort_collect import collect, found_below


def written(folder: Path, people: int = 60, seed: int = 7) -> dict[str, bytes]:
    made = dict(files(cohort(), asked(), words(), invent(cohort(), asked(), people, seed), seed))
    for name, data in made.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return made


def test_everybody_comes_in_by_every_way_and_nothing_is_refused(tmp_path: Path) -> None:
    written(tmp_path)
    with collecting(tmp_path) as collector:
        groups = [each.id for each in collector.cohort.words.groups]
        found = found_below([tmp_path / "inbox", tmp_path / "projects"], groups)
        result = collect(collector, found)
        assert [str(one) for each in result.files for one in (*each.problems, *each.warnings)] == []
        assert {each.kind for each in result.files} == {"table", "results", "project"}
        assert {Path(each.path).suffix for each in found} == {".csv", ".xlsx", ".json", ""}
        assert collector.store.people() == 60
        before = dump(collector.store)
        assert all(each.known for each in collect(collector, found).files)
        assert dump(collector.store) == before
        assert all(
            proposal.text.startswith(tuple(MARK.values()))
            for each in collector.store.responses()
            for proposal in (each.needs.proposals if each.needs else ())
        )
        mixed = [each for each in collector.store.responses() if each.needs and each.presence]
        assert len(mixed) > 20


def test_the_same_seed_is_the_same_people(tmp_path: Path) -> None:
    assert written(tmp_path) == written(tmp_path)
    assert written(tmp_path, seed=8) != written(tmp_path)
    some, more = (list(invent(cohort(), asked(), count, 7)) for count in (10, 30))
    assert more[:10] == some
    assert all("invented" in name for name in written(tmp_path))


def test_they_are_like_a_meeting() -> None:
    people = list(invent(cohort(), asked(), 3000, 3))
    decoy = cohort().words.decoy.id
    claims = [each.awareness[decoy] > 0 for each in people if decoy in each.awareness]
    assert 0.02 < sum(claims) / len(claims) < 0.04
    assert 0.02 < sum(decoy not in each.awareness for each in people) / len(people) < 0.07
    assert 0.05 < sum(each.age is None for each in people) / len(people) < 0.15

    def share(group: str, need: str) -> float:
        of = [each for each in people if each.group == group]
        return sum(need in each.needs for each in of) / len(of)

    assert share("youth", "skills") > share("entrepreneurs", "skills") + 0.2
    assert share("entrepreneurs", "clients") > share("state", "clients") + 0.2
    known = {
        group: sum(
            sum(level > 0 for each, level in person.awareness.items() if each != decoy)
            for person in people
            if person.group == group
        )
        / sum(person.group == group for person in people)
        for group in ("youth", "state")
    }
    assert known["state"] > known["youth"] + 1
    assert len(Counter(each.group for each in people)) == 5
    assert all(len(set(each.needs)) == len(each.needs) <= 3 for each in people)
    assert len({each.code for each in people}) == 3000


@pytest.mark.parametrize("people", [1, 9, 300])
def test_more_are_invited_than_come(people: int) -> None:
    came = Counter(each.group for each in invent(cohort(), asked(), people, 5))
    asked_for = invited(cohort(), people, 5)
    assert all(came[each.id] <= asked_for[each.id] for each in cohort().words.groups)
    assert people < sum(asked_for.values()) <= people * 1.2 + 5
    text = groups_invited(asked_for)
    groups = tomllib.loads(text)["group"]
    assert {each["id"]: each["invited"] for each in groups} == asked_for


def test_growth_is_seen_in_the_levels() -> None:
    def mean(growth: float) -> float:
        levels = [
            int(level)
            for each in invent(cohort(), asked(), 200, 3, growth)
            for level in each.levels.values()
            if level.isdecimal()
        ]
        return sum(levels) / len(levels)

    assert mean(0.5) > mean(0) + 0.3


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_scores_are_those_of_the_instrument(data: st.DataObject) -> None:
    profile = data.draw(st.sampled_from([each.id for each in asked().profiles]))
    features = data.draw(st.sets(st.sampled_from([each.id for each in asked().features])))
    said = data.draw(
        st.dictionaries(
            st.sampled_from([each.id for each in asked().items]),
            st.sampled_from([0, 1, 2, 3, 4, "na", "dk"]),
        )
    )
    answers = Answers.of(
        "1", profile, features, {item: Answer(each) for item, each in said.items()}
    )
    wanted = scores(answers, asked())
    levels = {item: {"na": "n", "dk": "?"}.get(each, each) for item, each in said.items()}  # type: ignore[call-overload]
    found = Scorer(asked()).scores(profile, tuple(sorted(features)), levels)
    assert found.overall == wanted.overall
    assert found.dimensions == {each.dimension: each.score for each in wanted.dimensions}


@pytest.mark.parametrize(
    "broken",
    [
        ("creativekit.toml", b"[project"),
        ("creativekit.toml", b"\xff\xfe\x00"),
        ("creativekit.toml", b""),
        ("presence/history/2026-11-25.json", b"{"),
        ("presence/participant.key", b"short"),
    ],
)
def test_one_broken_project_among_many(tmp_path: Path, broken: tuple[str, bytes]) -> None:
    written(tmp_path, 150)
    projects = sorted((tmp_path / "projects").iterdir())
    assert len(projects) == 10
    bad = projects[4]
    (bad / broken[0]).write_bytes(broken[1])
    with collecting(tmp_path) as collector:
        result = collect(collector, found_below([tmp_path / "projects"], ()))
        assert [each.refused for each in result.files] == [0, 0, 0, 0, 1, 0, 0, 0, 0, 0]
        assert bad.name in str(result.files[4].problems[0])
        assert collector.store.people() == 9


def test_a_project_that_shares_later_is_not_looked_up_by_name(tmp_path: Path) -> None:
    written(tmp_path)
    project = next((tmp_path / "projects").iterdir())
    with collecting(tmp_path) as collector:
        assert collector.key == KEY
        collect(collector, found_below([project], ()))
        before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
        collect(collector, found_below([project], ()))
        assert before == {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
        assert collector.store.people() == 1


def test_folders_named_like_a_group(tmp_path: Path) -> None:
    written(tmp_path)
    (tmp_path / "inbox/ngo").mkdir()
    (tmp_path / "inbox/.~lock").write_text("x")
    (tmp_path / "inbox/~$a.xlsx").write_text("x")
    for each in (tmp_path / "inbox").glob("*.json"):
        each.rename(tmp_path / "inbox/ngo" / each.name)
    with collecting(tmp_path) as collector:
        found = found_below([tmp_path / "inbox"], ["ngo"])
        collect(collector, [each for each in found if each.group])
        assert {each.person.group for each in collector.store.responses()} == {"ngo"}
        assert not any("~" in each.name for each in found)
