"""A sitting of the self-assessment: what it stands on, the draft, what becomes of a run."""

from __future__ import annotations

import dataclasses
import datetime
import json
from pathlib import Path

import audits_made
import pytest
from assessments import DAY, answers, ours

from creativekit.errors import InputError, msg
from creativekit.presence import history
from creativekit.presence.audit.verdict import Verdict
from creativekit.press import presence_files as files
from creativekit.press.presence_sitting import Sitting, marked

OURS = ours()
MAY = datetime.date(2026, 5, 20)
CONFIG = """\
[project]
name = "Саз студиясы"
languages = ["kk"]

[brand]
color = "#0a7e8c"
style = "steppe"
"""


@pytest.fixture
def config(tmp_path: Path) -> Path:
    file = tmp_path / "creativekit.toml"
    file.write_text(CONFIG, "utf-8")
    return file


def sitting(config: Path, day: datetime.date = DAY) -> Sitting:
    return Sitting(config, config.parent / "kit", day)


def records(config: Path) -> list[str]:
    return sorted(each.name for each in (config.parent / history.FOLDER).glob("*.json"))


def test_a_first_run_begins_with_nothing(config: Path) -> None:
    found = sitting(config)
    assert (found.runs, found.warnings, found.latest, found.earlier) == ((), (), None, ())
    assert found.before() is None
    assert found.begun() is None
    assert found.order(found.conclude(answers()).found).mark is not None


def test_a_run_is_kept_and_the_next_one_begins_with_it(config: Path) -> None:
    first = sitting(config, MAY)
    first.save(answers(-1))
    done = first.conclude(answers(-1))
    first.end()
    assert records(config) == [f"{MAY}.json"]
    assert done.record.is_file()
    assert files.draft(config.parent, OURS) is None
    later = sitting(config)
    assert later.latest == done.found.run
    assert later.earlier == (done.found.run,)
    before = later.before()
    assert before is not None
    assert before.by_id == done.found.run.answers.by_id
    again = sitting(config, MAY)  # a run of the same day is corrected, not compared with
    assert again.earlier == ()
    assert again.latest == done.found.run


def test_a_draft_goes_on_or_is_set_aside(config: Path) -> None:
    sitting(config).save(answers())
    found = sitting(config)
    begun = found.begun()
    assert begun is not None
    assert begun.answers.given == answers().given
    found.begin_anew()
    assert found.begun() is None
    assert (config.parent / "presence").is_dir()
    assert len(list((config.parent / "presence").glob("draft.toml?*"))) == 1


def test_a_draft_that_somebody_spoilt_is_told_and_stays(config: Path) -> None:
    draft = config.parent / files.DRAFT
    draft.parent.mkdir()
    draft.write_text("profile = [", "utf-8")
    found = sitting(config)
    with pytest.raises(InputError):
        found.begun()
    assert draft.read_text("utf-8") == "profile = ["
    found.begin_anew()
    assert found.begun() is None


@pytest.mark.parametrize("spoilt", ["", "{", "[]", '{"schema": 99}', "\0\0"])
def test_a_damaged_record_is_told_and_the_others_count(config: Path, spoilt: str) -> None:
    sitting(config, MAY).conclude(answers())
    (config.parent / history.FOLDER / "2026-06-01.json").write_text(spoilt, "utf-8")
    found = sitting(config)
    assert [run.date for run in found.runs] == [MAY]
    assert [each.severity for each in found.warnings] == ["warning"]
    assert "2026-06-01.json" in str(found.warnings[0])
    assert found.latest is not None
    assert (config.parent / history.FOLDER / "2026-06-01.json").read_text("utf-8") == spoilt


def test_only_the_order_of_the_latest_run_is_what_a_build_finds(config: Path) -> None:
    old = sitting(config, MAY).conclude(answers(-1)).found
    new = sitting(config).conclude(answers()).found
    found = sitting(config)
    assert found.order(new).mark is not None
    assert found.order(old).mark is None


def test_a_run_worked_out_again_is_what_it_was(config: Path) -> None:
    sitting(config, MAY).conclude(answers(-1))
    kept = sitting(config).conclude(answers()).found
    again = sitting(config).again(kept.run)
    assert again == kept
    ahead = sitting(config, DAY + datetime.timedelta(90))
    assert ahead.again(ahead.runs[0]).run == ahead.runs[0]
    assert (ahead.day, ahead.earlier) == (MAY, ())


def test_a_run_of_other_questions_is_not_of_now(config: Path) -> None:
    record = sitting(config, MAY).conclude(answers()).record
    text = record.read_text("utf-8").replace(f'"{OURS.version}"', '"0.1"')
    record.write_text(text, "utf-8")
    found = sitting(config)
    assert [run.answers.instrument for run in found.runs] == ["0.1"]
    assert not found.is_of_now(found.runs[0])


def test_an_audit_without_a_network_takes_no_earlier_ones_place(config: Path) -> None:
    found = sitting(config)
    seen = audits_made.bad()
    reach = Verdict("transport.reach", "unknown", msg("no network"), {"code": "dns"})
    unreached = dataclasses.replace(seen, pages=(), verdicts=(reach,))
    found.take_audit(seen)
    found.take_audit(unreached)
    assert (found.audit, found.looked) == (seen, unreached)


def test_steps_are_marked_in_the_record_and_in_nothing_else(config: Path) -> None:
    run = sitting(config).conclude(answers()).found.run
    step = run.plan[0].item
    before = json.loads((config.parent / history.FOLDER / f"{DAY}.json").read_text("utf-8"))
    taken = marked(config.parent, OURS, [step], [], DAY)
    assert dict(taken.answers.done) == {step: DAY}
    assert sitting(config).runs == (taken,)
    marked(config.parent, OURS, [], [step], DAY)
    after = json.loads((config.parent / history.FOLDER / f"{DAY}.json").read_text("utf-8"))
    assert after == before
    with pytest.raises(InputError):
        marked(config.parent, OURS, [step, "99.9"], [], DAY)
    assert sitting(config).runs == (run,)
