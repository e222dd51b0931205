"""The needs form for KoboToolbox and ODK, and the names by which its export comes back.

Short on purpose: a room of sixty fills it in on telephones in five minutes. It asks for no name;
the code on a badge, where there is one, ties it to the self-assessment of the same person. Names of
questions have no hyphen (a formula of the form would subtract), those of choices are the ids.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from creativekit.cohort.config import Cohort
from creativekit.cohort.model import AWARENESS, OLDEST, YOUNGEST
from creativekit.cohort.vocabulary import Initiative, Vocabulary, Word
from creativekit.errors import msg
from creativekit.jobs import Job, digest
from creativekit.presence import xlsform as presence
from creativekit.presence.instrument import Instrument
from creativekit.presence.instrument_texts import lines_of
from creativekit.project.localized import LANGUAGES, Localized
from creativekit.tables.workbook_writing import xlsx
from creativekit.tables.xlsform import choices, row, settings, survey, texts

FILE = "cohort/form.toml"
PATH, PRESENCE_PATH = "form/needs.xlsx", "form/presence.xlsx"
TEXT_LENGTH = 400
WORDS = (
    "title", "intro", "about", "code", "code_help", "group", "sector", "settlement", "age",
    "age_help", "age_wrong", "language", "needs", "needs_paper", "need_1", "need_2", "need_3",
    "need_twice", "barriers", "barriers_title", "awareness", "awareness_help", "level_0",
    "level_1", "level_2", "level_3", "level_4", "ideas", "proposal_1",
    "proposal_2", "proposal_3", "proposal_help", "votes", "invented", "thanks",
)  # fmt: skip
RANKS = (1, 2, 3)
PROPOSALS = (1, 2, 3)
KNOWN = "knows_"
LANGUAGE_NAMES = {"kk": "Қазақша", "ru": "Русский", "en": "English"}

Words = Mapping[str, Localized]


def form_words(folder: Path | None = None) -> Words:
    """What the form asks. Raises InputError with the file's problems."""
    return lines_of(FILE, WORDS, TEXT_LENGTH, folder)


def awareness_name(initiative: Initiative | str) -> str:
    """The question about an initiative: `knows_loan_subsidy`."""
    name = initiative if isinstance(initiative, str) else initiative.id
    return KNOWN + name.replace("-", "_")


def form_job(cohort: Cohort, words: Words) -> Job:
    """form/needs.xlsx."""
    inputs = (cohort.title, cohort.words, cohort.languages[0], cohort.invented, words)
    return Job(PATH, _xlsform, inputs, msg("needs form for KoboToolbox and ODK"))


def presence_job(instrument: Instrument, asked: presence.Words, words: Words) -> Job:
    """form/presence.xlsx: the self-assessment's form with the code, which ties the two together."""
    return Job(
        PRESENCE_PATH, _presence, (instrument, asked, words),
        msg("self-assessment form with the code, for KoboToolbox and ODK"),
    )  # fmt: skip


def _presence(instrument: Instrument, asked: presence.Words, words: Words) -> bytes:
    code = row("text", "code", words["code"], words["code_help"])
    return presence.xlsform(instrument, asked, (code,))


def xlsform(cohort: Cohort, words: Words) -> bytes:
    """The form's .xlsx; the same bytes for the same cohort and words."""
    return form_job(cohort, words).render().data


def _xlsform(title: Localized, lists: Vocabulary, main: str, invented: bool, words: Words) -> bytes:

    version = digest_version(lists)
    name = f"{words['title'].get(main)} · {title.get(main)}"
    if invented:
        name = f"{words['invented'].get(main)} · {name}"
    return xlsx(
        (
            survey(_rows(lists, words, invented)),
            choices(_choices(lists, words)),
            settings(name, "cohort_needs", version, main),
        )
    )


def digest_version(lists: Vocabulary) -> str:
    """Changes with what may be answered, so that a server takes the form for a new version."""

    return digest(lists)[:10]


def _rows(lists: Vocabulary, words: Words, invented: bool) -> Iterator[tuple[str, ...]]:

    yield row("today", "date")
    if invented:
        yield row("note", "rehearsal", words["invented"])
    yield row("note", "intro", words["intro"])
    yield row("begin_group", "about", words["about"])
    yield row("text", "code", words["code"], words["code_help"])
    for name in ("group", "sector", "settlement"):
        yield row(f"select_one {name}", name, words[name], required=name == "group")
    within = f". >= {YOUNGEST} and . <= {OLDEST}"
    yield row(
        "integer", "age", words["age"], words["age_help"], constraint=within,
        wrong=words["age_wrong"],
    )  # fmt: skip
    yield row("select_one language", "language", words["language"])
    yield row("end_group", "")
    yield row("begin_group", "needs", words["needs"])
    for rank in RANKS:
        earlier = [f"${{need_{each}}}" for each in RANKS if each < rank]
        yield row(
            "select_one need", f"need_{rank}", words[f"need_{rank}"],
            relevant=f"{earlier[-1]} != ''" if earlier else "",
            constraint=" and ".join(f". != {each}" for each in earlier),
            wrong=words["need_twice"] if earlier else None,
        )  # fmt: skip
    yield row("select_multiple barrier", "barriers", words["barriers"])
    yield row("end_group", "")
    yield row("begin_group", "awareness", words["awareness"], words["awareness_help"])
    for each in lists.initiatives:
        yield row("select_one awareness", awareness_name(each), each.title)
    yield row("end_group", "")
    yield row("begin_group", "ideas", words["ideas"])
    for number in PROPOSALS:
        yield row(
            "text", f"proposal_{number}", words[f"proposal_{number}"], words["proposal_help"],
            constraint="string-length(.) <= 2000",
        )  # fmt: skip
    if lists.proposals:
        yield row("select_multiple proposal", "votes", words["votes"])
    yield row("end_group", "")


def _choices(lists: Vocabulary, words: Words) -> Iterator[tuple[str, ...]]:
    named: tuple[tuple[str, tuple[Word, ...]], ...] = (
        ("group", lists.groups), ("sector", lists.sectors), ("settlement", lists.settlements),
        ("need", lists.needs), ("barrier", lists.barriers), ("proposal", lists.proposals),
    )  # fmt: skip
    for name, entries in named:
        for each in entries:
            yield (name, each.id, *texts(each.title))
    for level in AWARENESS:
        yield ("awareness", str(level), *texts(words[f"level_{level}"]))
    for code in LANGUAGES:
        yield ("language", code, *(LANGUAGE_NAMES[code],) * len(LANGUAGES))
