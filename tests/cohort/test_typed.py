"""Typing printed forms in: by the numbers on paper, judged as an export is."""

from __future__ import annotations

from cohorts import KEY, asked, cohort, words

from creativekit.cohort.export_rows import RowReader
from creativekit.cohort.model import Response
from creativekit.cohort.typed import Question, TypedForm, questions

ASKED = questions(cohort(), words())


def form() -> TypedForm:
    return TypedForm(RowReader(cohort(), words(), asked(), KEY), "form 1", 1)


def the(kind: str) -> Question:
    return next(each for each in ASKED if each.kind == kind)


def test_numbers_and_words_are_the_same() -> None:
    typed = {
        "code": "A-7", "group": "2", "sector": "craft", "settlement": "Ауыл", "age": "33",
        "language": "1", "needs": "5 1, 3", "barriers": "3 11", "votes": "2",
    }  # fmt: skip
    one = form()
    for question in ASKED:
        said = {"awareness": "3", "proposal": "Идея"}.get(question.kind, "")
        assert one.answer(question, typed.get(question.kind, said)) == []
    found = one.response()
    assert isinstance(found, Response)
    assert found.needs is not None
    person = found.person
    assert (person.group, person.sector, person.settlement) == ("entrepreneurs", "craft", "village")
    assert (person.age_band, person.language) == ("25-34", "kk")
    assert found.needs.needs == ("clients", "money", "space")
    assert found.needs.barriers == ("rent", "time")
    assert found.needs.votes == ("studio",)
    assert set(found.needs.awareness.values()) == {3}
    assert found.needs.date == cohort().date
    assert len(found.needs.proposals) == 3


def test_what_cannot_be_used_is_asked_again() -> None:
    one = form()
    for kind, typed in (
        ("group", "9"), ("group", "ютх"), ("age", "900"), ("needs", "1 1"), ("needs", "1 2 3 4"),
        ("needs", "99"), ("barriers", "1 99"), ("awareness", "5"), ("proposal", "x" * 2001),
    ):  # fmt: skip
        assert len(one.answer(the(kind), typed)) == 1, (kind, typed)
    assert one.is_empty
    assert one.answer(the("needs"), "1 2 3") == []
    assert not one.is_empty


def test_everything_may_be_left_out() -> None:
    one = form()
    assert all(one.answer(question, "") == [] for question in ASKED)
    assert one.is_empty
