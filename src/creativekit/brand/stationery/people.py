"""Whose stationery is made: each person of the project's, or the brand alone."""

from __future__ import annotations

from dataclasses import replace

from creativekit.errors import Problem
from creativekit.identity.model import Identity
from creativekit.identity.stationery import Holder
from creativekit.language.slugs import slug
from creativekit.project.localized import Localized
from creativekit.project.model import FILE_NAME
from creativekit.project.wording import dotted

BRAND = Holder()
"""Nobody: stationery of the brand alone."""


def people(identity: Identity) -> tuple[tuple[str, Holder], ...]:
    """Each person with what their files are named by, such as "-aigul-seiitova"; without people the
    brand, whose files need no name. People of one name are numbered."""
    found: dict[str, Holder] = {}
    for holder in identity.stationery.people:
        assert holder.name is not None  # the schema requires it
        word = slug(holder.name.get(identity.main_language), "person")
        number = 1
        while (name := f"-{word}-{number}" if number > 1 else f"-{word}") in found:
            number += 1
        found[name] = holder
    return tuple(found.items()) or (("", BRAND),)


def reached_by(identity: Identity, holder: Holder) -> Identity:
    """The identity with the holder's own telephone and mail in place of the brand's."""
    own = {
        kind: Localized.of(text, identity.main_language)
        for kind, text in (("phone", holder.phone), ("email", holder.email))
        if text is not None
    }
    return replace(identity, contact={**identity.contact, **own}) if own else identity


def placed(problem: Problem, holder: Holder, *names: str) -> Problem:
    """A problem of somebody's stationery with where it is from in creativekit.toml."""
    if holder.source is None:
        return problem
    key = dotted((*holder.source.key, *names))
    return replace(problem, file=FILE_NAME, key=key, line=holder.source.line(*names))
