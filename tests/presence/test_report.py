"""What a report says: of every state a run can have, in each language."""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import Any

import pytest
from assessments import DAY, STATES, answers, assessed, capped, day, full, kept, ours

from creativekit.errors import InputError
from creativekit.jobs import digest
from creativekit.presence.report import data, jobs
from creativekit.presence.report_words import FILE, WORDS, words
from creativekit.presence.reported import Reported
from creativekit.project import templates
from styled_brands import styled

LANGUAGES = ("kk", "ru", "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_is_there_and_kazakh_is_not_russian(language: str) -> None:
    said = words(language)
    assert all(said(key).strip() for key in WORDS)
    if language == "kk":
        same = [key for key in WORDS if said(key) == words("ru")(key) and said(key)[0].isalpha()]
        assert same == []


def test_words_of_a_project_are_used_and_checked(tmp_path: Path) -> None:
    own = tmp_path / "templates" / FILE
    own.parent.mkdir(parents=True)
    ours = templates.read(FILE).decode()
    own.write_text(ours.replace('en = "Digital presence"', 'en = "Where we {stand}"'), "utf-8")
    assert words("en", tmp_path)("title") == "Where we {stand}"
    own.write_text(ours.replace("title = {", "titel = {"), "utf-8")
    with pytest.raises(InputError) as error:
        words("en", tmp_path)
    assert "titel" in str(error.value)
    assert "title" in str(error.value)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("state", STATES)
def test_no_braces_are_left_in_any_state(state: str, language: str) -> None:
    assert "{" not in str(list(texts(data(STATES[state](), language))))


def texts(value: Any) -> Any:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from texts(each)
    elif isinstance(value, (list, tuple)):
        for each in value:
            yield from texts(each)


def test_a_score_stands_with_the_weakest_and_its_band() -> None:
    told = data(full(), "kk")["standing"]
    assert told["score"] == int(full().run.scores.overall or 0)
    assert told["weakest"]["id"] == full().run.scores.weakest
    assert [each["name"] for each in told["bands"] if each["ours"]] == [told["band"]]
    assert told["withheld"] == ""
    assert told["capped"] is None


def test_a_capped_band_says_every_reason() -> None:
    told = data(capped(), "en")["standing"]
    assert told["score"] >= 50
    assert told["band"] == "Visible"
    assert "“" in told["capped"]
    assert "Visible" not in told["capped"]
    assert len(told["why"]) == 2


def test_without_enough_answers_no_score_is_shown_anywhere() -> None:
    found = STATES["withheld"]()
    told = data(found, "ru")
    assert told["standing"]["score"] is None
    assert told["standing"]["band"] is None
    assert "60" in told["standing"]["withheld"]
    assert told["plan"]["find_out"]
    assert [each["score"] for each in told["runs"]] == [None]


def test_a_dimension_without_answers_says_so_and_has_no_difference() -> None:
    (found,) = [
        each
        for each in data(STATES["one-unanswered"](), "en")["dimensions"]
        if each["id"] == "audience"
    ]
    assert (found["score"], found["difference"], found["state"]) == (None, None, "too few answers")
    assert {each["line"] for each in found["items"]} == {"No answer"}


def test_the_first_run_has_nothing_to_compare() -> None:
    told = data(assessed(answers()), "en")
    assert told["change"]["first"]
    assert all(each["before"] is None for each in told["dimensions"])
    assert len(told["runs"]) == 1


def test_differences_add_up_with_the_numbers_beside_them() -> None:
    told = data(full(), "kk")
    for each in told["dimensions"]:
        assert each["difference"] == each["score"] - each["before"]
    scores = [each["score"] for each in told["runs"]]
    assert told["change"]["difference"] == scores[-1] - scores[-2]


def test_it_is_compared_with_the_last_run_and_this_one_is_not_shown_twice() -> None:
    now, earlier = answers(1), answers(0, day(1))
    twice = Reported(ours(), kept(now), assessed(now).plan, (kept(earlier), kept(now)))
    assert twice.before == kept(earlier)
    assert len(data(twice, "en")["runs"]) == 2


def test_an_item_that_went_down_is_told_as_it_is() -> None:
    told = data(assessed(answers(0, q1_1=0), answers(0, day(1), q1_1=2)), "en")
    (down,) = told["change"]["down"]
    assert (down["before"], down["after"]) == (2, 0)
    (item,) = [each for each in told["dimensions"][0]["items"] if each["id"] == "1.1"]
    assert item["moved"] == -2


def test_all_at_the_highest_needs_no_step() -> None:
    told = data(STATES["complete"](), "en")
    assert told["standing"]["score"] == 100
    assert told["standing"]["weakest"] is None
    assert not any(each["weakest"] for each in told["dimensions"])
    assert told["plan"]["months"] == []
    assert told["plan"]["none"] == words("en")("plan_none")


def test_without_any_answer_the_plan_asks_for_them() -> None:
    told = data(STATES["nothing"](), "en")
    assert told["plan"]["none"] == words("en")("plan_unknown")
    assert told["standing"]["weakest"] is None
    assert {each["score"] for each in told["dimensions"]} == {None}


def test_steps_that_were_taken_say_when() -> None:
    told = data(STATES["crowded"](), "en")
    taken = [
        each["taken"] for month in told["plan"]["months"] for each in month["actions"]
        if each["taken"]
    ]  # fmt: skip
    assert taken == ["Done: 26 November"] * 2


def test_gaps_show_both_sides_and_leave_the_answer() -> None:
    told = data(full(), "en")
    (gap,) = [each for each in told["gaps"] if each["id"] == "3.2"]
    assert (gap["said"], gap["level"]) == (3, 0)
    (item,) = [each for each in told["dimensions"][2]["items"] if each["id"] == "3.2"]
    assert item["level"] == 3


def test_an_audit_is_grouped_and_every_failure_says_how_to_mend() -> None:
    told = data(full(), "en")["checked"]
    counted = sum(count["n"] for group in told["groups"] for count in group["counts"])
    checked = full().checked
    assert checked is not None
    assert counted == len(checked.verdicts)
    assert all(each["mend"] for group in told["groups"] for each in group["open"])


def test_two_jobs_a_language_that_travel_and_are_told_apart() -> None:
    brand = styled("steppe")
    made = jobs(brand, full())
    assert [each.path for each in made] == [
        f"presence/report-{language}.{end}" for language in LANGUAGES for end in ("html", "pdf")
    ]
    assert [each.key for each in jobs(brand, full())] == [each.key for each in made]
    others = {each.key for each in jobs(brand, assessed(answers(0, DAY)))}
    assert not others & {each.key for each in made}
    assert pickle.loads(pickle.dumps(made[0].inputs[1])) == full()
    assert digest(full()) == digest(full())


def test_what_was_seen_is_told_in_its_own_words() -> None:
    """A reading of "at least level 2" proves nothing of what else the words of level 2 say."""
    about = full()
    values = data(about, "en")
    for gap, shown in zip(about.gaps, values["gaps"], strict=True):
        level = about.instrument.by_id[gap.item].levels[gap.reading.level].get("en")
        if gap.reading.seen:
            assert (shown["level_line"] == level) == gap.reading.exact
        assert shown["message"].endswith(".")
        assert not shown["message"].endswith("..")
