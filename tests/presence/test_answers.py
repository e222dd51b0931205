"""Answers change one at a time; steps that were taken wait for the next run."""

from __future__ import annotations

import datetime

import pytest
from instruments import small

from creativekit.errors import InputError
from creativekit.presence.answers import Answer, Answers

DAY = datetime.date(2026, 12, 5)
SOME = Answers.of("2026.1", "site", given={"1.1": Answer(2, "file"), "3.1": Answer("dk")})


def test_an_interrupted_run_goes_on_with_what_is_not_answered() -> None:
    item = SOME.next_unanswered(small())
    assert item is not None
    assert item.id == "1.2"
    then = SOME.answered("1.2", Answer(0)).answered("3.2", Answer("na"))
    assert then.next_unanswered(small()) is None
    again = then.answered("1.1", None).next_unanswered(small())
    assert again is not None
    assert again.id == "1.1"


def test_without_a_site_its_question_is_not_waited_for() -> None:
    answers = Answers.of(
        "2026.1", "no-site", given={name: Answer(1) for name in ("1.1", "1.2", "3.1")}
    )
    assert answers.next_unanswered(small()) is None


def test_a_step_that_was_taken_is_a_level_of_the_next_run() -> None:
    marked = SOME.mark_done(small(), "1.1", DAY)
    assert marked.given == SOME.given  # the run itself stays as it was
    assert marked.done == (("1.1", DAY),)
    then = marked.with_steps_taken()
    assert then.by_id["1.1"] == Answer(3, "self")
    assert then.done == ()


@pytest.mark.parametrize(
    ("answers", "item", "said"),
    [
        (SOME, "1.3", "there is no question '1.3' for this profile; did you mean '1.2'?"),
        (SOME, "1.2", "question 1.2 has no level yet"),
        (SOME, "3.1", "question 3.1 has no level yet"),
        (SOME.answered("1.1", Answer(4)), "1.1", "has reached its highest level"),
        (
            Answers.of("2026.1", "no-site", given={"3.2": Answer(1)}),
            "3.2",
            "there is no question '3.2' for this profile",
        ),
    ],
)
def test_steps_that_cannot_be_taken(answers: Answers, item: str, said: str) -> None:
    with pytest.raises(InputError) as caught:
        answers.mark_done(small(), item, DAY)
    assert said in str(caught.value)


def test_the_digest_tells_answers_apart() -> None:
    assert SOME.digest == Answers.of("2026.1", "site", (), dict(SOME.given)).digest
    others = [
        SOME.answered("1.1", Answer(3, "file")),
        SOME.answered("1.1", Answer(2)),
        SOME.mark_done(small(), "1.1", DAY),
        Answers.of("2026.1", "site", (), dict(SOME.given), 4),
        Answers.of("2026.1", "site", (), dict(SOME.given), None, DAY),
    ]
    assert len({each.digest for each in (SOME, *others)}) == 6
