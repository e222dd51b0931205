"""Things that are printed with the brand on them, as files for a printing house."""

from creativekit.brand.stationery.card import jobs
from creativekit.brand.stationery.holder import Holder

__all__ = ("Holder", "jobs")
