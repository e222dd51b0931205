"""What a column of an export means, whatever program headed it.

A server heads a column with the question's name or its label in one of the languages, with the
names or labels of its groups before it, joined by "/" (KoboToolbox), "-" (ODK Central) or ":". A
question with several answers may be one column, or one a choice. So every head that there can be is
listed, and a head is looked for from its whole down to its last part.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from creativekit.cohort.needs_form import PROPOSALS, RANKS, Words, awareness_name
from creativekit.cohort.vocabulary import Vocabulary, Word
from creativekit.presence.answers_table import column_name
from creativekit.presence.instrument import Instrument
from creativekit.presence.xlsform import Words as PresenceWords
from creativekit.project.localized import Localized

JOINTS = "/-:."


class Meaning(NamedTuple):
    """kind: see `known`. which: of several: a rank, the id of a choice, an initiative, an item."""

    kind: str
    which: str = ""


_NEEDS = frozenset({"need", "barriers", "barrier", "awareness", "proposal", "votes", "vote"})
_PRESENCE = frozenset({"item", "profile"})
# What servers add, in the order in which a row's submission is told from others.
SUBMISSION = ("_uuid", "meta/instanceid", "instanceid", "key", "meta-instanceid", "uuid")
_WHEN = ("_submission_time", "submissiondate", "end", "start")
_SERVER = (
    "_id", "_index", "_status", "_notes", "_tags", "_submitted_by", "_validation_status",
    "_version_", "__version__", "_xform_id_string", "deviceid", "deviceid", "username",
    "submitterid", "submittername", "attachmentspresent", "attachmentsexpected", "status",
    "reviewstate", "edits", "rehearsal", "intro", "meta/rootuuid", "_parent_index",
)  # fmt: skip
_VERSION = ("formversion", "instrument")
_QUOTES = str.maketrans("‘’“”", "''\"\"")


class Columns:
    """Every head that is known, for one cohort and one instrument."""

    def __init__(
        self,
        lists: Vocabulary,
        words: Words,
        instrument: Instrument,
        presence_words: PresenceWords,
    ) -> None:
        self._known: dict[str, Meaning] = {}
        for head, meaning in _heads(lists, words, instrument, presence_words):
            self._known.setdefault(folded(head), meaning)

    def of(self, head: str) -> Meaning | None:
        """What a head means; Meaning("server") for what only its server needs; None: unknown."""
        plain = folded(head)
        places = [0, *(at + 1 for at, char in enumerate(plain) if char in JOINTS)]
        for place in places:
            rest = plain[place:].strip()
            if (found := self._known.get(rest)) is not None:
                return found
            if rest in SUBMISSION:
                return Meaning("submission", str(SUBMISSION.index(rest)))
            if rest in _WHEN:
                return Meaning("when", str(_WHEN.index(rest)))
            if rest in _VERSION:
                return Meaning("version")
            if rest in _SERVER:
                return Meaning("server")
            # Questions of an older or a newer instrument.
            if rest[:1] == "q" and rest[1:].replace("_", "", 1).isdecimal() and "_" in rest[2:-1]:
                first, _, second = rest[1:].partition("_")
                return Meaning("item", f"{int(first)}.{int(second)}")
            if rest.startswith(("is_", "about_", "note_")) and rest.isidentifier():
                return Meaning("server")
        return None

    def is_known(self, head: str) -> bool:
        return self.of(head) is not None

    @staticmethod
    def asks_needs(meanings: Mapping[int, Meaning]) -> bool:
        return any(each.kind in _NEEDS for each in meanings.values())

    @staticmethod
    def asks_presence(meanings: Mapping[int, Meaning]) -> bool:
        return any(each.kind in _PRESENCE for each in meanings.values())


def folded(text: str) -> str:
    """As heads and labels are compared. pyxform makes typewriter's quotes of typographic ones."""
    return inner_folded(text).rstrip(" *:?.").lstrip("* ")


def inner_folded(text: str) -> str:
    """The same with the signs at its ends, which may belong to what stands between."""
    return " ".join(text.translate(_QUOTES).split()).casefold()


def _heads(
    lists: Vocabulary, words: Words, instrument: Instrument, presence: PresenceWords
) -> Iterator[tuple[str, Meaning]]:
    yield "participant", Meaning("participant")
    yield "date", Meaning("date")
    yield "today", Meaning("date")
    for name in ("code", "group", "sector", "settlement", "age", "language"):
        yield from _question(name, words[name], Meaning(name))
    for rank in RANKS:
        yield from _question(f"need_{rank}", words[f"need_{rank}"], Meaning("need", str(rank)))
    yield from _several("barriers", words["barriers"], lists.barriers, "barrier")
    yield from _several("votes", words["votes"], lists.proposals, "vote")
    for initiative in lists.initiatives:
        meaning = Meaning("awareness", initiative.id)
        yield from _question(awareness_name(initiative), initiative.title, meaning)
    for number in PROPOSALS:
        meaning = Meaning("proposal", str(number))
        yield from _question(f"proposal_{number}", words[f"proposal_{number}"], meaning)
    yield from _question("profile", presence["profile"], Meaning("profile"))
    features = tuple(Word(each.id, each.title) for each in instrument.features)
    yield from _several("features", presence["features"], features, "feature")
    yield from _question("hours", presence["hours"], Meaning("server"))
    for item in instrument.items:
        meaning = Meaning("item", item.id)
        yield from _question(column_name(item.id), item.question, meaning)
        yield item.id, meaning


def _question(name: str, label: Localized, meaning: Meaning) -> Iterator[tuple[str, Meaning]]:
    yield name, meaning
    for _, text in label.texts:
        yield text, meaning


def _several(
    name: str, label: Localized, choices: tuple[Word, ...], one: str
) -> Iterator[tuple[str, Meaning]]:
    heads = (name, *(text for _, text in label.texts))
    yield from _question(name, label, Meaning(name))
    for choice in choices:
        for head in heads:
            for said in (choice.id, *(text for _, text in choice.title.texts)):
                for joint in JOINTS:
                    yield f"{head}{joint}{said}", Meaning(one, choice.id)
                # A label that ends in a sign of its own: "What…?/Rent".
                yield f"{folded(head)}/{said}", Meaning(one, choice.id)
