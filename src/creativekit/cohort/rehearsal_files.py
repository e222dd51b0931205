"""What invented people answered, in every form in which real answers come.

Two servers' exports (KoboToolbox with names and "/", ODK Central with "-"), one with Russian labels
and semicolons, a spreadsheet, results without a name, projects with their history. So a rehearsal
goes the way that a meeting goes, and the tests of intake have material. Every file's name begins
with "invented".

The first people have a project of their own as well, with an invented business in it, of which kits
are built, and stand in a table of people for badges and certificates.
"""

from __future__ import annotations

import csv
import io
import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from creativekit.cohort.config import Cohort
from creativekit.cohort.needs_form import LANGUAGE_NAMES, Words, awareness_name
from creativekit.cohort.synthetic import MARK, Invented
from creativekit.cohort.vocabulary import Word
from creativekit.presence import anonymous, history
from creativekit.presence.anonymous import Participant
from creativekit.presence.answers import Answer, Answers, Said
from creativekit.presence.answers_table import column_name
from creativekit.presence.history import Run
from creativekit.presence.instrument import Instrument
from creativekit.presence.scoring import scores
from creativekit.project.localized import LANGUAGES
from creativekit.project.writing import Value, toml
from creativekit.tables.workbook_writing import Sheet, xlsx

INBOX, PROJECTS, PARTICIPANTS = "inbox", "projects", "participants"
PEOPLE = "invented-people.csv"
MOST_PARTICIPANTS = 200
"""People who get a project, a badge and a certificate; who rehearses with more tries the report."""
_PREFIX = "invented"
_SAID: Mapping[str, Said] = {"0": 0, "1": 1, "2": 2, "3": 3, "4": 4, "na": "na", "dk": "dk"}


class Shares(NamedTuple):
    """Which of a hundred people come by which way; the rest only by the needs form."""

    assessed: int = 55
    results: int = 10
    projects: int = 6


def files(
    cohort: Cohort, instrument: Instrument, words: Words, people: Iterable[Invented], seed: int
) -> Iterator[tuple[str, bytes]]:
    """Paths in the cohort's folder, with their bytes."""
    shares = Shares()
    forms: list[list[Invented]] = [[], [], [], []]
    assessed = []
    guests: list[Invented] = []
    for person in people:
        if person.number <= MOST_PARTICIPANTS:
            guests.append(person)
            yield f"{PARTICIPANTS}/{_folder(person)}/creativekit.toml", project_text(person)
        place = (person.number * 37 + seed) % 100
        # The first comes as a project, so that a small rehearsal has one too.
        if place < shares.results and person.number > 1:
            yield _results_file(cohort, instrument, person, seed)
        elif place < shares.results + shares.projects or person.number == 1:
            yield from _project(cohort, instrument, person)
        else:
            forms[person.number % len(forms)].append(person)
            if place < shares.results + shares.projects + shares.assessed:
                assessed.append(person)
    yield PEOPLE, people_csv(cohort, guests)
    kobo, odk, labels, book = forms
    yield f"{INBOX}/{_PREFIX}-needs-kobo.csv", needs_csv(cohort, kobo, seed, "/", ",")
    yield f"{INBOX}/{_PREFIX}-needs-odk.csv", needs_csv(cohort, odk, seed, "-", ",")
    yield f"{INBOX}/{_PREFIX}-needs-labels.csv", labels_csv(cohort, words, labels, seed, "ru")
    yield f"{INBOX}/{_PREFIX}-needs.xlsx", needs_xlsx(cohort, book, seed)
    yield f"{INBOX}/{_PREFIX}-presence.csv", presence_csv(cohort, instrument, assessed, seed)


def needs_csv(
    cohort: Cohort, people: Sequence[Invented], seed: int, joint: str, delimiter: str
) -> bytes:
    """An export with names: of KoboToolbox (joint "/"), or of ODK Central ("-")."""
    rows = needs_rows(cohort, people, seed, joint)
    return _csv(rows, delimiter)


def needs_xlsx(cohort: Cohort, people: Sequence[Invented], seed: int) -> bytes:
    head, *rows = needs_rows(cohort, people, seed, "/")
    return xlsx((Sheet("cohort_needs", head, tuple(rows)),))


def needs_rows(
    cohort: Cohort, people: Iterable[Invented], seed: int, joint: str
) -> Iterator[tuple[str, ...]]:
    """The head, then a row a person."""
    lists = cohort.words
    kobo = joint == "/"
    g = joint
    head = ["start", "end", "date"] if kobo else ["SubmissionDate", "date"]
    head += [f"about{g}{name}" for name in ("code", "group", "sector", "settlement", "age")]
    head += [f"about{g}language", *(f"needs{g}need_{rank}" for rank in (1, 2, 3))]
    head += [f"needs{g}barriers"]
    head += [f"needs{g}barriers/{each.id}" for each in lists.barriers]
    head += [f"awareness{g}{awareness_name(each)}" for each in lists.initiatives]
    head += [f"ideas{g}proposal_{number}" for number in (1, 2, 3)]
    if lists.proposals:
        head += [f"ideas{g}votes"]
    head += ["_id", "_uuid", "_submission_time", "_index"] if kobo else ["KEY", "FormVersion"]
    yield tuple(head)
    for place, each in enumerate(people, 1):
        sent = f"{cohort.date.isoformat()}T10:{place // 60 % 60:02d}:{place % 60:02d}.000+05:00"
        row = [sent, sent, cohort.date.isoformat()] if kobo else [sent, cohort.date.isoformat()]
        row += [each.code, each.group, each.sector or "", each.settlement or ""]
        row += ["" if each.age is None else str(each.age), each.language]
        row += [*each.needs, "", "", ""][:3]
        row += [" ".join(each.barriers)]
        row += [str(int(one.id in each.barriers)) for one in lists.barriers]
        row += [_number(each.awareness.get(one.id)) for one in lists.initiatives]
        row += [*each.proposals, "", "", ""][:3]
        if lists.proposals:
            row += [" ".join(each.votes)]
        sent_as = str(submission(each, seed))
        row += [str(place), sent_as, sent[:19], str(place)] if kobo else [f"uuid:{sent_as}", "1"]
        yield tuple(row)


def labels_csv(
    cohort: Cohort, words: Words, people: Sequence[Invented], seed: int, language: str
) -> bytes:
    """An export with labels instead of names, in one language, with semicolons."""
    lists = cohort.words

    def title(choices: Sequence[Word], found: str | None) -> str:
        by_id = {each.id: each.title.get(language) for each in choices}
        return "" if found is None else by_id[found]

    asked = ("code", "group", "sector", "settlement", "age", "language", "need_1", "need_2")
    head = [words[name].get(language) for name in (*asked, "need_3", "barriers")]
    head += [each.title.get(language) for each in lists.initiatives]
    head += [words[f"proposal_{number}"].get(language) for number in (1, 2, 3)]
    rows = [("date", *head, "_uuid")]
    for each in people:
        row = [cohort.date.isoformat(), each.code, title(lists.groups, each.group)]
        row += [title(lists.sectors, each.sector), title(lists.settlements, each.settlement)]
        row += ["" if each.age is None else str(each.age), LANGUAGE_NAMES[each.language]]
        row += [title(lists.needs, need) for need in [*each.needs, None, None, None][:3]]
        row += [" ".join(title(lists.barriers, one) for one in each.barriers)]
        row += [
            words[f"level_{each.awareness[one.id]}"].get(language)
            if one.id in each.awareness
            else ""
            for one in lists.initiatives
        ]
        row += [*each.proposals, "", "", ""][:3]
        rows.append((*row, str(submission(each, seed))))
    return _csv(rows, ";", "utf-8-sig")


def presence_csv(
    cohort: Cohort, instrument: Instrument, people: Iterable[Invented], seed: int
) -> bytes:
    """KoboToolbox's export of the self-assessment's form, with the codes of the badges."""
    return _csv(presence_rows(cohort, instrument, people, seed), ",")


def presence_rows(
    cohort: Cohort, instrument: Instrument, people: Iterable[Invented], seed: int
) -> Iterator[tuple[str, ...]]:
    names = [f"{item.dimension}/{column_name(item.id)}" for item in instrument.items]
    yield ("date", "code", "profile", "features", *names, "hours", "FormVersion", "_uuid")
    for each in people:
        said = [each.levels.get(item.id, "") for item in instrument.items]
        day = cohort.date.isoformat()
        yield (
            day, each.code, each.profile, " ".join(each.features), *said, "",
            instrument.version, str(submission(each, seed, "presence")),
        )  # fmt: skip


def submission(person: Invented, seed: int, kind: str = "needs") -> uuid.UUID:
    """What a server calls what somebody sent."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"{_PREFIX}:{seed}:{kind}:{person.number}")


def run_of(cohort: Cohort, instrument: Instrument, person: Invented) -> Run:
    """The self-assessment as a project keeps it."""
    given = {item: Answer(_SAID[said]) for item, said in person.levels.items()}
    answers = Answers.of(
        instrument.version, person.profile, person.features, given, None, cohort.date
    )
    return Run(answers, scores(answers, instrument))


def _results_file(
    cohort: Cohort, instrument: Instrument, person: Invented, seed: int
) -> tuple[str, bytes]:
    secret = str(submission(person, seed, "secret")).encode()
    who = Participant(anonymous.participant_id(secret), (person.language,), _line(person.sector))
    values = anonymous.results(who, [run_of(cohort, instrument, person)], instrument)
    name = f"{INBOX}/{_PREFIX}-results-{person.number:04d}.json"
    return name, anonymous.write(values)


def project_text(person: Invented) -> bytes:
    """The creativekit.toml of somebody's business; its tagline says that it is invented."""
    business = person.business
    name: Value = {each: f"{business.name.get(each)} № {person.number}" for each in LANGUAGES}
    tagline: Value = {each: f"{MARK[each]} {business.tagline.get(each)}" for each in LANGUAGES}
    lines = (
        f"# {' · '.join(MARK[each] for each in LANGUAGES)}",
        "[project]",
        f"name = {toml(name)}",
        f"tagline = {toml(tagline)}",
        f"sector = {toml({each: business.line.get(each) for each in LANGUAGES})}",
        f"languages = {toml([person.language])}",
        "",
        "[brand]",
        f"color = {toml(business.color)}",
        f"style = {toml(business.style)}",
        "",
    )
    return "\n".join(lines).encode()


def people_csv(cohort: Cohort, people: Sequence[Invented]) -> bytes:
    """Whom badges and certificates are made for: each one's business says that it is invented."""
    titles = {each.id: each.title for each in cohort.words.groups}
    rows = [("name", "role", "organisation", "group", "language", "code")]
    for each in people:
        spoken = each.language
        line, called = each.business.line.get(spoken), each.business.name.get(spoken)
        organisation = f"{MARK[spoken]} {called} № {each.number}"
        group = titles[each.group].get(spoken)
        rows.append((each.name, line, organisation, group, spoken, each.code))
    return _csv(rows, ";", "utf-8-sig")


def _folder(person: Invented) -> str:
    return f"{_PREFIX}-{person.number:04d}"


def _project(
    cohort: Cohort, instrument: Instrument, person: Invented
) -> Iterator[tuple[str, bytes]]:
    folder = f"{PROJECTS}/{_folder(person)}"
    yield f"{folder}/creativekit.toml", project_text(person)
    run = run_of(cohort, instrument, person)
    yield f"{folder}/{history.FOLDER}/{history.file_name(run.date)}", history.write(run)


def _line(sector: str | None) -> str | None:
    """A line of business that passes for a sector in results; most have the same name."""
    return sector if sector in ("music", "craft", "food", "education", "media", "fashion") else None


def _number(value: int | None) -> str:
    return "" if value is None else str(value)


def _csv(rows: Iterable[Sequence[str]], delimiter: str, encoding: str = "utf-8") -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode(encoding)
