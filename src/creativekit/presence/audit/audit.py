"""The audit: a site is gathered, every check judges it, and its health is one number."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from creativekit.errors import Message, msg
from creativekit.presence.audit.declared import Declared
from creativekit.presence.audit.gathering import Fetches, gathered
from creativekit.presence.audit.health import Health, health
from creativekit.presence.audit.page import Page
from creativekit.presence.audit.site import Missing, Site
from creativekit.presence.audit.verdict import Ended, Verdict, checks, judged

HERE = msg("this computer")


@dataclass(frozen=True, slots=True)
class Audit:
    """What an audit found. url: where the home page was found. pages: that were read, home first.
    own_domain: whether the address is the owner's own rather than below a builder's or a network's;
    None when nothing was reached. partial: it did not reach its end; ended: why. vantage: from
    where it was looked, which times depend on.
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
    ended: Ended = ""


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
        site.ended,
    )
