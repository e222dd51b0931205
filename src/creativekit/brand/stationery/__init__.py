"""Things that are printed or sent with the brand on them: cards, letters, signatures, prices."""

from creativekit.brand.stationery import card, letterhead, price_list, signature
from creativekit.identity.model import Identity
from creativekit.jobs import Job


def jobs(identity: Identity) -> tuple[Job, ...]:
    """Everything in brand/stationery/."""
    return (
        *card.cards(identity),
        *letterhead.jobs(identity),
        *signature.jobs(identity),
        *price_list.jobs(identity),
    )
