"""Things that are printed or shown with the brand on them: cards, presentations."""

from creativekit.brand.stationery import card, presentation
from creativekit.identity.model import Identity
from creativekit.jobs import Job


def jobs(identity: Identity) -> tuple[Job, ...]:
    """Everything in brand/stationery/."""
    return (*card.jobs(identity), *presentation.jobs(identity))
