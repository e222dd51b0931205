"""What the owner says of themselves, which a site is held against: `[contact]` and the profile."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from creativekit.presence.audit.tables import networks
from creativekit.project.localized import Localized
from creativekit.project.model import Project


@dataclass(frozen=True, slots=True)
class Declared:
    """handles: network's id to the name or address as typed. languages: kk, ru, en as the project
    has them. phone, whatsapp: as typed. features: of the profile (`market`, `premises`…)."""

    handles: Mapping[str, str] = field(default_factory=dict)
    languages: tuple[str, ...] = ()
    phone: str = ""
    whatsapp: str = ""
    features: frozenset[str] = frozenset()


def declared(project: Project, features: Collection[str] = ()) -> Declared:
    """What a project says, with the features of the profile that was chosen."""
    contact = project.contact
    main = project.languages[0] if project.languages else "ru"

    def typed(name: str) -> str:
        value = getattr(contact, name, None)
        text = value.get(main) if isinstance(value, Localized) else value
        return text.strip() if isinstance(text, str) else ""

    return Declared(
        handles={known.id: text for known in networks() if (text := typed(known.id))},
        languages=tuple(project.languages),
        phone=typed("phone"),
        whatsapp=typed("whatsapp"),
        features=frozenset(features),
    )
