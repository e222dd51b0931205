"""Answers in TOML: read with every problem and its line, written so that it can be read again."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from instruments import small, thirty

from creativekit.errors import InputError
from creativekit.presence import answers_toml
from creativekit.presence.answers import Answer, Answers
from creativekit.presence.answers_toml import Still

DAY = datetime.date(2026, 11, 26)


def read(text: str) -> Answers:
    return answers_toml.read(text.encode(), "mine.toml", small()).answers


def told(text: str) -> list[str]:
    with pytest.raises(InputError) as caught:
        read(text)
    return [str(problem) for problem in caught.value.problems]


def test_everything_that_can_be_said() -> None:
    found = read(
        """schema = 1
instrument = "2026.1"
date = 2026-11-26
profile = "site"
features = ["nosite"]
hours = 4.5
[answers]
"3.1" = "dk"
"1.1" = 2
"1.2" = { level = 3, basis = "trainer", note = "Бірге қарадық\\n«шын»" }
"3.2" = "na"
[done]
"1.1" = 2026-12-05
"""
    )
    assert found == Answers.of(
        "2026.1",
        "site",
        ["nosite"],
        {
            "1.1": Answer(2),
            "1.2": Answer(3, "trainer", "Бірге қарадық\n«шын»"),
            "3.1": Answer("dk"),
            "3.2": Answer("na"),
        },
        4.5,
        DAY,
        {"1.1": datetime.date(2026, 12, 5)},
    )
    assert [item for item, _ in found.given] == ["1.1", "1.2", "3.1", "3.2"]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("0", 0), ("4", 4), ('"3"', 3), ('"n"', "na"), ('"?"', "dk"), ('"N/A"', "na"),
        ('"Біз үшін  емес"', "na"), ('"не знаю"', "dk"), ('"1.1 level 2 қазақша"', 2),
    ],
)  # fmt: skip
def test_words_for_an_answer(typed: str, said: object) -> None:
    found = read(f'schema = 1\nprofile = "site"\n[answers]\n"1.1" = {typed}\n')
    assert found.by_id["1.1"].said == said


def test_an_empty_answer_is_none_yet() -> None:
    assert read('schema = 1\nprofile = "site"\n[answers]\n"1.1" = ""\n').given == ()


def test_all_problems_with_their_lines() -> None:
    assert told(
        """schema = 2
profile = "sites"
features = ["shop"]
hours = 100
date = "yesterday"
surprise = 1
[answers]
"1.1" = 5
"1.2" = "nna"
"1.3" = 2
"3.1" = { level = 1, basis = "guess" }
"3.2" = { note = "why" }
[done]
"1.2" = "soon"
"""
    ) == [
        "mine.toml:1 schema: this must be a whole number from 1 to 1, not 2",
        "mine.toml:2 profile: 'sites' cannot be used here; did you mean 'site'? (site, no-site)",
        "mine.toml:3 features[1]: 'shop' cannot be used here"
        " (premises, site, nosite, market, studio, performer, ngo)",
        "mine.toml:4 hours: 100 is out of range: 0.5 to 60",
        "mine.toml:5 date: 'yesterday' is not a date (2026-12-05)",
        "mine.toml:8 answers.1.1: '5' is not an answer (0, 1, 2, 3, 4, na, dk)",
        "mine.toml:9 answers.1.2: 'nna' is not an answer; did you mean 'na'?"
        " (0, 1, 2, 3, 4, na, dk)",
        "mine.toml:10 answers.1.3: there is no question '1.3'; did you mean '1.2'?",
        "mine.toml:11 answers.3.1.basis: 'guess' is not what an answer may rest on"
        " (measured, file, trainer, self)",
        "mine.toml:12 answers.3.2.level: this key is missing and has no default",
        "mine.toml:14 done.1.2: 'soon' is not a date (2026-12-05)",
        "mine.toml:6 surprise: this key is not known here"
        " (schema, instrument, profile, features, hours, date, answers, done)",
    ]


@pytest.mark.parametrize(
    ("answers", "still"),
    [
        (Answers.of("2026.1", "site"), "features"),
        (Answers.of("2026.1", "site"), "hours"),
        (Answers.of("2026.1", "site", ("premises",)), "hours"),
        (Answers.of("2026.1", "site", (), {}, 2), ""),
        (Answers.of("2026.1", "site", (), {"1.1": Answer(2)}), ""),
    ],
)
def test_what_of_who_answers_is_still_to_be_asked(answers: Answers, still: Still) -> None:
    found = answers_toml.read(answers_toml.write(answers, still), "draft.toml", small())
    assert (found.answers, found.still) == (answers, still)


@pytest.mark.parametrize("typed", ["true", "2.0", "-1", "[]", "2026-11-26"])
def test_what_is_no_answer(typed: str) -> None:
    (problem,) = told(f'schema = 1\nprofile = "site"\n[answers]\n"1.1" = {typed}\n')
    assert "is not an answer" in problem


def test_of_another_version_what_is_left_over_is_told_not_refused() -> None:
    text = 'schema = 1\ninstrument = "2025.9"\nprofile = "site"\n[answers]\n"1.1" = 3\n"9.9" = 1\n'
    found = answers_toml.read(text.encode(), "mine.toml", small())
    assert found.answers.by_id == {"1.1": Answer(3)}
    assert found.answers.instrument == "2026.1"
    (warning,) = found.warnings
    assert str(warning) == (
        "mine.toml answers.9.9: question '9.9' is not in this version and was left out"
    )
    assert warning.severity == "warning"


IDS = [item.id for item in thirty().items]
NOTES = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp"]), max_size=60).map(
    lambda text: " ".join(text.split())
)
ANSWER = st.builds(
    Answer,
    st.sampled_from([0, 1, 2, 3, 4, "na", "dk"]),
    st.sampled_from(["measured", "file", "trainer", "self"]),
    NOTES.filter(lambda text: not text or any(char.isalnum() for char in text)),
)
ANSWERS = st.builds(
    Answers.of,
    st.just("2026.1"),
    st.sampled_from(["site", "no-site", "market", "studio", "performer", "ngo"]),
    st.sets(st.sampled_from(["premises", "market"])),
    st.dictionaries(st.sampled_from(IDS), ANSWER),
    st.none() | st.floats(0.5, 60),
    st.none() | st.dates(),
    st.dictionaries(st.sampled_from(IDS), st.dates()),
)


@settings(max_examples=60, deadline=None)
@given(ANSWERS)
def test_a_draft_is_read_back_and_written_the_same(answers: Answers) -> None:
    import unicodedata

    normal = Answers.of(
        answers.instrument,
        answers.profile,
        answers.features,
        {
            item: Answer(each.said, each.basis, unicodedata.normalize("NFC", each.note).strip())
            for item, each in answers.given
        },
        answers.hours,
        answers.date,
        dict(answers.done),
    )
    data = answers_toml.write(normal)
    found = answers_toml.read(data, "draft.toml", thirty()).answers
    assert found == normal
    assert answers_toml.write(found) == data


def test_the_bytes_of_a_draft() -> None:
    answers = Answers.of(
        "2026.1",
        "site",
        ["premises"],
        {"1.10": Answer("dk"), "1.2": Answer(3, "file", 'a "quote"\nand a line'), "1.1": Answer(0)},
        4,
        DAY,
    )
    assert answers_toml.write(answers).decode() == (
        'schema = 1\ninstrument = "2026.1"\ndate = 2026-11-26\nprofile = "site"\n'
        'features = ["premises"]\nhours = 4\n\n[answers]\n"1.1" = 0\n'
        '"1.2" = { level = 3, basis = "file", note = "a \\"quote\\"\\nand a line" }\n'
        '"1.10" = "dk"\n'
    )
