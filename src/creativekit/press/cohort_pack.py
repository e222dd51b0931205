"""The workshop pack of a cohort: everything that is printed for it, from four rooms, in one plan.

Worksheets are positioning's, questions presence's, the needs form, posters, badges and certificates
the cohort's own: none of them knows another, and each plans as it does elsewhere. Here their Jobs
get a place of their own, `pack/`, and the organiser's brand in the meeting's languages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from creativekit.cohort.config import FILE_NAME, Cohort, organiser_project
from creativekit.errors import Problem, msg
from creativekit.jobs import Job
from creativekit.press.plan import PAPERS
from creativekit.press.run import Progress

if TYPE_CHECKING:
    from creativekit.cohort.people import Guests
    from creativekit.identity.model import Identity

FOLDER = "pack"
PARTS = ("worksheets", "questions", "needs", "poster", "badges", "certificates")
OF_PEOPLE = ("badges", "certificates")


@dataclass(frozen=True, slots=True)
class PackPlan:
    """As `plan.Plan`. read: how many people are in the table. refused: rows that were not taken."""

    jobs: tuple[Job, ...]
    warnings: tuple[Problem, ...]
    read: int = 0
    refused: tuple[Problem, ...] = ()
    complete: bool = True

    @property
    def errors(self) -> tuple[Problem, ...]:
        """None: what keeps the whole plan from being made is raised."""
        return ()


@dataclass(frozen=True, slots=True)
class PackOrder:
    """The pack of a cohort. parts: some of `PARTS`. people: the table of those who get badges and
    certificates; None for a pack without. form_url: instead of the cohort.toml's."""

    cohort: Cohort
    parts: tuple[str, ...] = PARTS
    people: Path | None = None
    form_url: str | None = None
    capability: str = f"cohort:{FOLDER}"
    mark: str | None = None

    @property
    def partial(self) -> bool:
        return set(self.parts) != set(PARTS)

    def plan(self, workers: int | None = None, progress: Progress | None = None) -> PackPlan:
        """Raises InputError for a brand, words or an instrument that are wrong, and for a table of
        people that cannot be read."""
        from creativekit.identity.resolve import identity

        cohort = self.cohort
        project = organiser_project(cohort)
        brand = replace(identity(project), languages=cohort.languages)
        warnings = [*project.warnings, *brand.notes]
        jobs: list[Job] = []
        for part in (each for each in PARTS if each in self.parts and each not in OF_PEOPLE):
            if part == "poster":
                jobs += self._posters(brand, warnings)
            else:
                jobs += _PARTS[part](cohort, brand)
        found = self._guests(brand, warnings)
        if found is None:
            return PackPlan(tuple(jobs), tuple(warnings))
        from creativekit.cohort import pack_jobs

        if found.people:
            if "badges" in self.parts:
                jobs += pack_jobs.badges(cohort, brand, found.people)
            if "certificates" in self.parts:
                jobs += pack_jobs.certificates(cohort, brand, found.people)
        warnings += found.warnings
        return PackPlan(tuple(jobs), tuple(warnings), len(found.people), found.refused)

    def _posters(self, brand: Identity, warnings: list[Problem]) -> Iterable[Job]:
        from creativekit.cohort import pack_jobs

        address = self.form_url or self.cohort.form_url
        if address is None:
            message = msg("there is no address of the form, so no poster with its code is made")
            accepted = ('[form] url = "https://…"', "--form-url")
            warnings.append(
                Problem(message, FILE_NAME, None, "form.url", accepted, severity="warning")
            )
            return ()
        return pack_jobs.posters(self.cohort, brand, address)

    def _guests(self, brand: Identity, warnings: list[Problem]) -> Guests | None:
        """The people, where they are asked for and there is a table of them."""
        if not set(self.parts) & set(OF_PEOPLE):
            return None
        if self.people is None:
            message = msg("there is no table of people, so no badges and certificates are made")
            warnings.append(
                Problem(message, None, None, "--people", ("people.csv",), severity="warning")
            )
            return None
        from creativekit.artwork.dress import stack
        from creativekit.cohort.people import guests
        from creativekit.tables.table_file import file_bytes

        cohort, type_ = self.cohort, brand.type
        faces = stack(type_.heading, type_.body_bold, type_.body)
        return guests(
            file_bytes(self.people), self.people.name, cohort.words.groups, faces,
            cohort.languages[0], cohort.folder,
        )  # fmt: skip


def _worksheets(cohort: Cohort, brand: Identity) -> Iterator[Job]:
    from creativekit.positioning.kit import jobs

    return _placed(jobs(brand, None, PAPERS, None, ("print",)))


def _questions(cohort: Cohort, brand: Identity) -> Iterator[Job]:
    from creativekit.presence import question_words, questions
    from creativekit.presence.instrument_file import instrument

    asked = instrument(cohort.folder)
    folder = Path(brand.project_folder) if brand.project_folder else None
    for language in cohort.languages:
        question_words.words(language, folder)
    made = questions.jobs(brand, asked)
    # What is printed: not the forms to be filled in on a screen.
    return _placed(each for each in made if each.make is questions.sheet_file)


def _needs(cohort: Cohort, brand: Identity) -> Iterator[Job]:
    from creativekit.cohort import needs_form, needs_sheet

    return _placed(needs_sheet.sheet_jobs(cohort, brand, needs_form.form_words(cohort.folder)))


_PARTS: dict[str, Callable[[Cohort, Identity], Iterator[Job]]] = {
    "worksheets": _worksheets,
    "questions": _questions,
    "needs": _needs,
}


def _placed(jobs: Iterable[Job]) -> Iterator[Job]:
    """The Jobs, their files in the pack's folder; needs.kk.pdf is needs-kk.pdf like all there."""
    for job in jobs:
        path = PurePosixPath(job.path)
        yield replace(job, path=f"{FOLDER}/{path.stem.replace('.', '-')}{path.suffix}")
