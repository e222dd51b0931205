"""The audit: a site is gathered, every check judges it, and its health is one number.

The health (0-100) is the share of what counts that passes, a warning being half; what could not be
seen leaves the sum, and under 60 % of it no number is given. Weights are in
`templates/presence/audit/weights.toml`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from creativekit.errors import Message, msg
from creativekit.presence.audit.declared import Declared
from creativekit.presence.audit.gathering import Fetches, gathered
from creativekit.presence.audit.page import Page
from creativekit.presence.audit.site import Missing, Site
from creativekit.presence.audit.tables import table
from creativekit.presence.audit.verdict import Verdict, checks, judged

HERE = msg("this computer")


@dataclass(frozen=True, slots=True)
class Health:
    """score: 0-100, None when too little was seen. coverage: the share of weight that was, 0-1.
    level: of item 3.2, 0-4, None with the score. stopped: checks whose failure is level 0."""

    score: int | None
    coverage: float
    level: int | None
    stopped: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Audit:
    """What an audit found. url: where the home page was found. pages: that were read, home first.
    own_domain: whether the address is the owner's own rather than below a builder's or a network's;
    None when nothing was reached. partial: time or requests ran out. vantage: from where it was
    looked, which times depend on.
    """

    asked: str
    url: str
    day: date
    verdicts: tuple[Verdict, ...]
    pages: tuple[Page, ...]
    own_domain: bool | None
    partial: bool
    vantage: Message
    health: Health


def audit(
    url: str,
    fetcher: Fetches,
    declared: Declared | None = None,
    *,
    today: date | None = None,
    vantage: Message = HERE,
) -> Audit:
    """Looks at the site at `url` through `fetcher` and judges it.

    declared: what the owner says of themselves. today: for certificates and dates; the machine's
    own day when not given. Raises InputError when `url` is no web address; what the network does
    is told in the verdicts.
    """
    site = gathered(url, fetcher, declared or Declared(), today or date.today())
    return report(site, vantage)


def report(site: Site, vantage: Message = HERE) -> Audit:
    """Judges what was brought."""
    verdicts = tuple(found for one in checks() if (found := judged(one, site)) is not None)
    home = () if isinstance(site.home, Missing) else (site.home.page,)
    return Audit(
        site.asked,
        site.url,
        site.today,
        verdicts,
        (*home, *(each.page for each in site.inner)),
        site.own_domain,
        site.partial,
        vantage,
        health(verdicts),
    )


def health(verdicts: Iterable[Verdict]) -> Health:
    """The health of a site by its verdicts."""
    rules = table("weights")
    credit = {"pass": 1.0, "warn": float(rules["warned"]), "fail": 0.0}
    weights = rules["weights"]
    seen = unseen = gained = 0.0
    stopped = []
    for verdict in verdicts:
        weight = float(weights.get(verdict.check, 1))
        if verdict.outcome == "unknown":
            unseen += weight
        else:
            seen += weight
            gained += weight * credit[verdict.outcome]
        if verdict.outcome == "fail" and verdict.check in rules["stops"]:
            stopped.append(verdict.check)
    coverage = seen / (seen + unseen) if seen + unseen else 0.0
    known = seen > 0 and coverage >= float(rules["least_coverage"])
    # Halves go up, always: round() would take 0.5 to the even number.
    score = int(100 * gained / seen + 0.5) if known else None
    if stopped:
        return Health(score, coverage, 0, tuple(stopped))
    level = None if score is None else 1 + sum(score >= least for least in rules["levels"])
    return Health(score, coverage, level)
