"""Where the guide's files are: brand/guide/<brand>-guide-<language>.<ending>."""

from __future__ import annotations

from creativekit.identity.model import Identity
from creativekit.language.slugs import slug

FOLDER = "brand/guide"


def file_name(identity: Identity, language: str, ending: str) -> str:
    """The file's name; `saz-studiyasy-guide-kk.pdf`."""
    name = slug(identity.name.get(identity.main_language), "brand")
    return f"{name}-guide-{language}.{ending}"


def path(identity: Identity, language: str, ending: str) -> str:
    """The file's path in the kit."""
    return f"{FOLDER}/{file_name(identity, language, ending)}"
