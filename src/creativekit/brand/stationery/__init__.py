"""What is printed, sent or shown with the brand on it: cards, letters, prices, presentations."""

from creativekit.brand.stationery import card, letterhead, presentation, price_list, signature
from creativekit.identity.model import Identity
from creativekit.jobs import Job


def jobs(identity: Identity) -> tuple[Job, ...]:
    """Everything in brand/stationery/."""
    return (
        *card.cards(identity),
        *letterhead.jobs(identity),
        *signature.jobs(identity),
        *price_list.jobs(identity),
        *presentation.jobs(identity),
    )
