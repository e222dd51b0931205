"""Sheet 8: the price below which each piece loses money, and where ours is among others'.

Fee and tax are taken from the price that is paid, so they divide and are not added:
floor = (materials + hours · rate + overhead) / (1 − fee − tax). Adding them instead, as many do,
comes out too low. Reckoned in exact decimals and rounded up to whole tenge, because a floor that
is rounded down is not one.
"""

from __future__ import annotations

import math
import statistics
from dataclasses import dataclass
from fractions import Fraction

from creativekit.errors import Message, Problem, msg
from creativekit.project.positioning_section import Price


@dataclass(frozen=True, slots=True)
class Worked:
    """What a price sheet comes to; None where an answer for it is missing.

    floor: whole tenge. index: the price in percent of the middle one of the rivals' (100: as
    theirs). margin: tenge that the price is over the floor, negative under it.
    """

    floor: int | None
    index: float | None
    margin: float | None


def worked(price: Price) -> Worked:
    """Floor, index and margin of a price sheet."""
    return Worked(floor(price), index(price), margin(price))


def floor(price: Price) -> int | None:
    """The lowest price that covers everything, tenge; None when no cost is filled in.

    Hours count only with a rate.
    """
    work = None
    if price.hours is not None and price.rate is not None:
        work = _exact(price.hours) * _exact(price.rate)
    costs = [None if each is None else _exact(each) for each in (price.materials, price.overhead)]
    filled = [each for each in (*costs, work) if each is not None]
    if not filled:
        return None
    kept = 1 - (_exact(price.fee) + _exact(price.tax)) / 100
    return math.ceil(sum(filled) / kept)


def index(price: Price) -> float | None:
    """The price in percent of the median of the rivals'; None without a price or theirs."""
    if price.price is None or not price.rivals:
        return None
    middle = statistics.median(_exact(rival.price) for rival in price.rivals)
    return float(_exact(price.price) / middle * 100) if middle else None


def margin(price: Price) -> float | None:
    """Tenge that the price is over the floor; None without one of them."""
    lowest = floor(price)
    if price.price is None or lowest is None:
        return None
    return float(_exact(price.price) - lowest)


def findings(price: Price) -> tuple[Problem, ...]:
    """Warnings: a price below the floor, and hours that no rate turns into money."""
    found = []
    lowest, over = floor(price), margin(price)
    if lowest is not None and over is not None and over < 0:
        message = msg(
            "the price is {short} ₸ below the {floor} ₸ that cover the costs, the fee and the tax",
            short=_whole(math.ceil(-over)),
            floor=_whole(lowest),
        )
        found.append(_warning(message, "price"))
    if price.hours and price.rate is None:
        message = msg("without the price of an hour the work counts as nothing")
        found.append(_warning(message, "rate"))
    return tuple(found)


def _exact(value: float) -> Fraction:
    """The decimal that was typed, not the binary number nearest to it."""
    return Fraction(str(value))


def _whole(amount: int) -> str:
    return f"{amount:,}".replace(",", "\u00a0")


def _warning(message: Message, key: str) -> Problem:
    return Problem(message, key=f"positioning.price.{key}", severity="warning")
