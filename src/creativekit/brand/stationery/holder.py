"""Whose card it is."""

from __future__ import annotations

from dataclasses import dataclass

from creativekit.project.localized import Localized


@dataclass(frozen=True, slots=True)
class Holder:
    """A person, and what they do in the business; without a name the card is the brand's own."""

    name: Localized | None = None
    role: Localized | None = None


BRAND = Holder()
"""Nobody: a card of the brand alone."""
