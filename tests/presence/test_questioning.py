"""The questions one after another: what is offered, what is kept before the next one is asked."""

from __future__ import annotations

import dataclasses

import pytest
from assessments import answers, ours

from creativekit.errors import OutputError, msg
from creativekit.presence.answers import Answer, Answers
from creativekit.presence.evidence import Reading
from creativekit.presence.questioning import Questioning

OURS = ours()
ITEMS = OURS.asked("site")
SEEN = Reading(ITEMS[1].id, 3, (msg("it is seen"),), "file")


class Asked(Questioning):
    """With what was saved, in order."""

    def __init__(
        self, now: Answers, before: dict[str, Answer] | None = None, *readings: Reading
    ) -> None:
        self.saved: list[Answers] = []
        super().__init__(
            OURS, now, before or {}, {each.item: each for each in readings}, self.saved.append
        )


def first(count: int) -> Answers:
    whole = answers()
    return dataclasses.replace(whole, given=whole.given[:count])


@pytest.mark.parametrize("count", [0, 1, 7, len(ITEMS) - 1, len(ITEMS)])
def test_it_begins_at_the_first_without_an_answer(count: int) -> None:
    asked = Asked(first(count))
    assert asked.place == count
    assert asked.item == (ITEMS[count] if count < len(ITEMS) else None)
    assert [each.id for each in asked.items] == [each.id for each in ITEMS]
    assert sum(done for _, done, _ in asked.progress()) == count
    assert sum(of for _, _, of in asked.progress()) == len(ITEMS)


def test_a_gap_in_the_middle_is_asked_and_nothing_before_it() -> None:
    whole = answers()
    given = tuple(each for each in whole.given if each[0] != ITEMS[4].id)
    asked = Asked(dataclasses.replace(whole, given=given))
    assert asked.item == ITEMS[4]


def test_every_answer_is_saved_before_the_next_is_asked() -> None:
    asked = Asked(first(0))
    asked.answer(4)
    asked.answer("dk")
    asked.answer("na")
    assert asked.place == 3
    assert [len(each.given) for each in asked.saved] == [1, 2, 3]
    assert [said.said for _, said in asked.saved[-1].given] == [4, "dk", "na"]


def test_what_cannot_be_saved_is_not_answered() -> None:
    def full(_: Answers) -> None:
        raise OutputError(msg("no space"))

    asked = Questioning(OURS, first(2), {}, {}, full)
    with pytest.raises(OutputError):
        asked.answer(3)
    assert (asked.place, asked.given, len(asked.answers.given)) == (2, None, 2)


def test_nothing_is_kept_where_nothing_stands() -> None:
    asked = Asked(first(0))
    assert asked.standing is None
    assert not asked.keep()
    assert (asked.place, asked.saved) == (0, [])


def test_what_is_offered_this_run_before_the_last_before_what_was_seen() -> None:
    item = ITEMS[1].id
    last = {item: Answer(2, "self", "as in May")}
    asked = Asked(first(1), {}, SEEN)
    assert asked.standing == Answer(3, "file")
    asked = Asked(first(1), last, SEEN)
    assert asked.standing == last[item]
    assert (asked.reading, asked.given) == (SEEN, None)
    asked.answer(0)
    assert asked.back()
    assert asked.standing == asked.given == Answer(0)


def test_what_is_kept_keeps_its_remark_and_what_it_rests_on() -> None:
    item = ITEMS[0].id
    last = {item: Answer(2, "file", "as in May")}
    kept = Asked(first(0), last)
    assert kept.keep()
    assert kept.answers.by_id[item] == last[item]
    same = Asked(first(0), last)
    same.answer(2)
    assert same.answers.by_id[item] == Answer(2, note="as in May")
    other = Asked(first(0), last)
    other.answer(3)
    assert other.answers.by_id[item] == Answer(3)


def test_back_goes_to_the_first_and_no_further() -> None:
    asked = Asked(first(2))
    assert asked.back()
    assert asked.back()
    assert not asked.back()
    asked.answer(1)
    assert asked.place == 1
    assert asked.answers.by_id[ITEMS[0].id].said == 1
    assert len(asked.answers.given) == 2


def test_parts_of_which_nothing_is_asked_are_no_part_of_the_progress() -> None:
    for profile in ("site", "ngo", "market"):
        asked = Asked(Answers.of(OURS.version, profile, (), {}, 2))
        named = {each.id for each, _, _ in asked.progress()}
        assert named == {item.dimension for item in OURS.asked(profile)}
