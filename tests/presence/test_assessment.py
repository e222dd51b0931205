"""A run worked out to the end, its report for programs, and what of it goes into the kit."""

from __future__ import annotations

import datetime
import json
import pickle
import subprocess
import sys

import pytest

from creativekit.errors import msg
from creativekit.presence.answers import Answer, Answers, Said
from creativekit.presence.assessment import Assessment, assessed, carried
from creativekit.presence.evidence import Reading
from creativekit.presence.instrument_file import instrument
from creativekit.presence.kit import CALENDAR, REPORT, jobs
from creativekit.presence.report_json import report
from creativekit.presence.xlsform import PATH, form_words
from creativekit.project.localized import Localized

OURS = instrument()
FIRST, SECOND = datetime.date(2026, 8, 26), datetime.date(2026, 11, 25)
NAME = Localized.of({"kk": 'Саз <b>"&', "ru": "Саз"})
LANGUAGES = ("kk", "ru")


def answers(level: Said = 2, **other: Said) -> Answers:
    given = {item.id: Answer(level) for item in OURS.asked("studio")}
    given |= {key[1:].replace("_", "."): Answer(said) for key, said in other.items()}
    return Answers.of(OURS.version, "studio", (), given, 4)


def seen(item: str, level: int) -> dict[str, Reading]:
    return {item: Reading(item, level, (msg("seen {text}", text="<i>"),))}


def made(found: Assessment) -> dict[str, bytes]:
    files = jobs(found, OURS, form_words(), NAME, LANGUAGES)
    return {job.path: job.render().data for job in files}


def test_a_first_run_has_nothing_to_be_compared_with() -> None:
    found = assessed(answers(), OURS, FIRST)
    assert found.change is None
    assert found.before is None
    assert [point.overall for point in found.points] == [50]
    assert found.run.date == FIRST


def test_a_later_run_is_compared_with_the_last_before_it() -> None:
    first = assessed(answers(2), OURS, FIRST).run
    found = assessed(answers(3, q4_4=1), OURS, SECOND, earlier=(first,))
    assert found.change is not None
    assert found.change.before == FIRST
    assert [each.item for each in found.change.down] == ["4.4"]
    assert [point.date for point in found.points] == [FIRST, SECOND]


def test_what_is_seen_stands_beside_and_changes_nothing() -> None:
    found = assessed(answers(0), OURS, FIRST, seen("1.3", 3))
    assert [gap.item for gap in found.gaps] == ["1.3"]
    assert found.scores == assessed(answers(0), OURS, FIRST).scores
    assert found.run.readings == (("1.3", 3),)


def test_the_next_run_begins_where_steps_have_led() -> None:
    run = assessed(answers(2).mark_done(OURS, "1.1", SECOND), OURS, FIRST).run
    begins = carried(run, OURS)
    assert begins is not None
    assert begins.by_id["1.1"].said == 3
    assert begins.by_id["1.2"].said == 2
    assert begins.done == ()
    assert begins.date is None


def test_another_instrument_drops_what_it_does_not_ask() -> None:
    whole = answers(2)
    old = Answers.of("2020.1", "studio", ("gone",), {**whole.by_id, "9.9": Answer(4)}, 4)
    begins = carried(assessed(old, OURS, FIRST).run, OURS)
    assert begins is not None
    assert begins.instrument == OURS.version
    assert "9.9" not in begins.by_id
    assert begins.features == ()


def test_a_profile_that_is_gone_gives_no_beginning() -> None:
    run = assessed(answers(2), OURS, FIRST).run
    gone = Answers.of(OURS.version, "baker", (), {}, 4, FIRST)
    assert carried(type(run)(gone, run.scores), OURS) is None


def test_the_report_says_what_the_run_says() -> None:
    first = assessed(answers(1), OURS, FIRST).run
    found = assessed(answers(3, q6_1=0, q2_1="dk"), OURS, SECOND, seen("1.3", 0), (first,))
    values = report(found, OURS, "Саз", LANGUAGES)
    assert values == json.loads(json.dumps(values))
    assert values["band"]["id"] == "visible"
    assert set(values["band"]["capped_by"]) == {"6.1"}
    assert set(values["band"]["capped_by"]["6.1"]) == set(LANGUAGES)
    assert [each["item"] for each in values["gaps"]] == ["1.3"]
    assert values["seen"]["1.3"]["seen"]["kk"] == ["seen <i>"]
    assert values["plan"]["to_find_out"][0]["item"] == "2.1"
    assert len(values["plan"]["steps"]) == len(found.plan.actions)
    assert values["change"]["before"] == "2026-08-26"
    assert [each["date"] for each in values["runs"]] == ["2026-08-26", "2026-11-25"]


def test_the_files_of_the_kit() -> None:
    found = assessed(answers(2), OURS, FIRST)
    files = made(found)
    assert set(files) == {REPORT, CALENDAR, PATH}
    assert files == made(assessed(answers(2), OURS, FIRST))
    assert json.loads(files[REPORT])["name"] == 'Саз <b>"&'
    assert files[CALENDAR].startswith(b"BEGIN:VCALENDAR")


def test_nothing_left_to_do_gives_no_calendar() -> None:
    assert set(made(assessed(answers(4), OURS, FIRST))) == {REPORT, PATH}


@pytest.mark.parametrize(
    "other",
    [
        assessed(answers(3), OURS, FIRST),
        assessed(answers(2), OURS, SECOND),
        assessed(answers(2), OURS, FIRST, seen("1.3", 2)),
        assessed(answers(2), OURS, SECOND, earlier=(assessed(answers(1), OURS, FIRST).run,)),
        assessed(answers(2).mark_done(OURS, "1.1", SECOND), OURS, FIRST),
    ],
)
def test_another_assessment_is_another_key(other: Assessment) -> None:
    one = assessed(answers(2), OURS, FIRST)
    keys = [
        {job.path: job.key for job in jobs(each, OURS, form_words(), NAME, LANGUAGES)}
        for each in (one, pickle.loads(pickle.dumps(one)), other)
    ]
    assert keys[0] == keys[1]
    assert keys[0][REPORT] != keys[2][REPORT]
    assert keys[0][PATH] == keys[2][PATH]


def test_a_plan_of_jobs_loads_nothing_heavy() -> None:
    code = (
        "import sys, creativekit.presence.kit, creativekit.press.presence\n"
        "heavy = {'icalendar', 'typst', 'pikepdf', 'segno', 'PIL', 'h11'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
