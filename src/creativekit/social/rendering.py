"""A target drawn: its values filled in, the sheet of its placement, the Scene and what was found.

Preflight and rendering go the same way, so what the one says the other does.
"""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from dataclasses import dataclass, replace

from creativekit.artwork.dress import stack
from creativekit.artwork.sheet import Sheet
from creativekit.canvas.photo.photograph import Photograph
from creativekit.canvas.scene import Scene
from creativekit.errors import CreativekitError, Message, Problem, msg
from creativekit.fonts.fallback import absent, unwritable
from creativekit.jobs import digest
from creativekit.social.drawing import Drawn, draw
from creativekit.social.fields import Filled, filled
from creativekit.social.post import Post
from creativekit.social.preview import words_area
from creativekit.social.targets import Setup, Target
from creativekit.social.template import GIVEN, Template
from creativekit.social.values import Rows, Value

VARIANTS = 6
"""Relatives of a style's picture that posts take turns with."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a preflight found about one target.

    problems: errors and warnings, placed. alt: the alternative text. did: what was done so that
    words read on photographs. pictures: digests of the photographs shown, in a fixed order.
    """

    problems: tuple[Problem, ...]
    alt: str
    did: tuple[Message, ...]
    pictures: tuple[str, ...]


def scene(setup: Setup, target: Target) -> Scene:
    """The Scene of a target whose preflight found no error."""
    found = filled(target.templates[0], target.post, target.language, setup.folder)
    return _draw(setup, target, found).scene


def check(setup: Setup, target: Target) -> Finding:
    """Everything about one target, without rendering it."""
    found = filled(target.templates[0], target.post, target.language, setup.folder)
    if any(problem.severity == "error" for problem in found.problems):
        missing = _letters(setup, target.post, found.values)[1]
        return Finding(_told([*found.problems, *missing]), "", (), ())
    return _looked(setup, target, found)[1]


def glimpse(setup: Setup, target: Target) -> tuple[Scene, Finding]:
    """The Scene and the finding of a post that is still being written: what is missing or wrong is
    left out of it."""
    found = filled(target.templates[0], target.post, target.language, setup.folder)
    return _looked(setup, target, found)


def _looked(setup: Setup, target: Target, found: Filled) -> tuple[Scene, Finding]:
    values, missing = _letters(setup, target.post, found.values)
    drawn = _draw(setup, target, replace(found, values=values))
    problems = [*found.problems, *missing]
    problems.extend(_placed(target, problem) for problem in drawn.problems)
    photos = tuple(sorted({each.digest for each in _photographs(found.values)}))
    return drawn.scene, Finding(_told(problems), drawn.alt, drawn.did, photos)


def _placed(target: Target, problem: Problem) -> Problem:
    """A problem of a drawing where its field was written, told with the picture it is of."""
    own = target.templates[0].fields
    key = problem.key
    if 1 < target.page < target.pages and key in GIVEN:
        key = _entries(target.templates[0])
    placed = target.post.problem(
        problem.message, key if key in own else None, accepted=problem.accepted
    )
    where = msg(
        "{problem} ({picture})",
        problem=placed.message,
        picture=", ".join(
            (target.placement.id, target.language, *([f"{target.page:02}"] if target.page else []))
        ),
    )
    return replace(placed, message=where, severity=problem.severity)


def _entries(template: Template) -> str | None:
    """The field of a carousel whose rows are its pages."""
    return next((field.name for field in template.fields.values() if field.type == "items"), None)


def _letters(
    setup: Setup, post: Post, values: Mapping[str, Value]
) -> tuple[Mapping[str, Value], list[Problem]]:
    """The values without characters that no typeface has, and a problem for each of these.

    Without them, so that one look finds too long texts as well.
    """
    type_ = setup.identity.type
    faces = stack(type_.heading, type_.body, type_.body_bold)
    problems: list[Problem] = []
    kept = dict(values)

    def written(name: str, text: str) -> str:
        missed = absent(text, faces)
        problems.extend(post.problem(unwritable(char, faces).message, name) for char in missed)
        return text.translate(dict.fromkeys(map(ord, missed))) if missed else text

    for name, value in values.items():
        if name == "alt":  # is read out and not drawn
            continue
        if isinstance(value, str):
            kept[name] = written(name, value)
        elif isinstance(value, Rows):
            rows = (tuple(written(name, text) for text in row) for row in value.rows)
            kept[name] = Rows(tuple((label, amount) for label, amount in rows))
        elif isinstance(value, tuple):
            texts = tuple(written(name, text) for text in value if isinstance(text, str))
            kept[name] = texts or value
    return kept, problems


def check_many(setup: Setup, targets: tuple[Target, ...]) -> bytes:
    """Findings of several targets, pickled, in their order: a Job's bytes.

    Raises CreativekitError that names the target for whatever nobody expected.
    """
    return pickle.dumps(tuple(_checked(setup, target) for target in targets))


def _checked(setup: Setup, target: Target) -> Finding:
    try:
        return check(setup, target)
    except (CreativekitError, MemoryError):
        raise
    except Exception as error:
        raise CreativekitError(
            msg(
                "{path}: unexpected fault: {kind}: {text}",
                path=target.stem,
                kind=type(error).__name__,
                text=str(error),
            )
        ) from error


def _told(problems: list[Problem]) -> tuple[Problem, ...]:
    unique: list[Problem] = []
    for problem in problems:
        if problem not in unique:
            unique.append(problem)
    return tuple(unique)


def sheet_of(setup: Setup, target: Target) -> Sheet:
    placement = target.placement
    safe = words_area(placement)
    variant = target.post.variant
    if variant is None:
        variant = int(digest(target.post.id)[:4], 16) % VARIANTS
    return Sheet(setup.identity, float(placement.width), float(placement.height), variant, safe)


def _draw(setup: Setup, target: Target, found: Filled) -> Drawn:
    values = _page(target, found.values)
    sheet = sheet_of(setup, target)
    return draw(target.template, values, sheet, target.language, setup.treatment)


def _page(target: Target, values: Mapping[str, Value]) -> Mapping[str, Value]:
    """The values that a page of a carousel sees."""
    if not target.page:
        return values
    seen = dict(values)
    seen[GIVEN[0]], seen[GIVEN[1]] = str(target.page), str(target.pages)
    own = target.templates[0]
    rows = values.get(_entries(own) or "")
    if isinstance(rows, Rows) and 1 < target.page < target.pages:
        seen[GIVEN[2]], seen[GIVEN[3]] = rows.rows[target.page - 2]
        seen.pop("alt", None)
    elif target.page == target.pages:
        # The last page says what the carousel's template gives as its default, too.
        for name, field in own.fields.items():
            if name not in seen and field.default is not None and name != "alt":
                seen[name] = field.default.get(target.language)
    return seen


def _photographs(values: Mapping[str, Value]) -> list[Photograph]:
    found: list[Photograph] = []
    for value in values.values():
        many = value if isinstance(value, tuple) else (value,)
        found.extend(each for each in many if isinstance(each, Photograph))
    return found
