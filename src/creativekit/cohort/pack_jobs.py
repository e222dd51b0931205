"""What a meeting has printed of its own, planned: posters, badges, certificates.

Makers import what is heavy themselves: a plan of Jobs costs nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from creativekit.cohort.config import Cohort
from creativekit.cohort.meeting import Meeting, meeting_of
from creativekit.cohort.pack_words import PackWords, pack_words, sources
from creativekit.cohort.people import Guest
from creativekit.errors import msg
from creativekit.identity.model import Identity
from creativekit.jobs import Job, digest
from creativekit.language.slugs import slug

FOLDER = "pack"
SIZES = ("a4", "a3")
_ALL_COST, _ONE_COST = 0.15, 0.3


@dataclass(frozen=True, slots=True)
class People:
    """The people of a Job; `digest` stands for them in its key."""

    all: tuple[Guest, ...]

    @property
    def digest(self) -> str:
        return digest(self.all)


def posters(cohort: Cohort, identity: Identity, address: str) -> Iterator[Job]:
    """pack/poster-a4.pdf and -a3.pdf. Raises InputError for words that are wrong."""
    about, said, made_of = _of(cohort, identity)
    for size in SIZES:
        yield Job(
            f"{FOLDER}/poster-{size}.pdf",
            poster_file,
            (identity, address, about, said, cohort.languages, size, made_of),
            msg("poster with the code of the form"),
            1.0,
        )


def badges(cohort: Cohort, identity: Identity, people: Sequence[Guest]) -> Iterator[Job]:
    """pack/badges.pdf. Raises InputError for words that are wrong."""
    about, said, made_of = _of(cohort, identity)
    yield Job(
        f"{FOLDER}/badges.pdf",
        badges_file,
        (identity, People(tuple(people)), about, said, cohort.languages[0], made_of),
        msg("name badges"),
        1.0 + _ALL_COST * len(people),
    )


def certificates(cohort: Cohort, identity: Identity, people: Sequence[Guest]) -> Iterator[Job]:
    """pack/certificates.pdf, and one for each person in pack/certificates/."""
    about, said, made_of = _of(cohort, identity)
    main = cohort.languages[0]
    whole = f"{FOLDER}/certificates"
    label = msg("certificates")
    yield Job(
        f"{whole}.pdf",
        certificates_file,
        (identity, People(tuple(people)), about, said, main, made_of),
        label,
        1.0 + _ALL_COST * len(people),
    )
    for name, guest in zip(file_names(people), people, strict=True):
        yield Job(
            f"{whole}/{name}.pdf",
            certificates_file,
            (identity, People((guest,)), about, said, guest.language, made_of),
            label,
            _ONE_COST,
        )


def file_names(people: Sequence[Guest]) -> tuple[str, ...]:
    """What each one's file is called, without its end: the name in Latin letters, with a number
    where several have the same."""
    taken: set[str] = set()
    found = []
    for guest in people:
        stem = name = slug(guest.name, "participant")
        number = 1
        while name in taken:
            number += 1
            name = f"{stem}-{number}"
        taken.add(name)
        found.append(name)
    return tuple(found)


def poster_file(
    identity: Identity,
    address: str,
    about: Meeting,
    said: PackWords,
    languages: tuple[str, ...],
    size: str,
    made_of: str,
) -> bytes:
    """made_of: digest of the templates, which the bytes depend on; so below."""
    from creativekit.cohort.poster import SIZES as KNOWN
    from creativekit.cohort.poster import poster

    wanted = next(each for each in KNOWN if each == size)
    return poster(identity, address, about, said, languages, wanted)


def badges_file(
    identity: Identity, people: People, about: Meeting, said: PackWords, language: str, made_of: str
) -> bytes:
    from creativekit.cohort.badges import sheets

    return sheets(identity, people.all, said, language, about.invented)


def certificates_file(
    identity: Identity, people: People, about: Meeting, said: PackWords, language: str, made_of: str
) -> bytes:
    from creativekit.cohort.certificates import certificates as made

    return made(identity, people.all, about, said, language)


def _of(cohort: Cohort, identity: Identity) -> tuple[Meeting, PackWords, str]:
    """The meeting, its words, and a digest of the templates that the organiser may have."""
    folder = Path(identity.project_folder) if identity.project_folder else None
    return meeting_of(cohort), pack_words(cohort.folder), sources(folder)
