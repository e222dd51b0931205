"""Audits of canned sites for the tests of their page, and some that a real site seldom gives."""

from __future__ import annotations

import dataclasses
from functools import cache

from audited_sites import OWN, TODAY, Canned, good_site
from test_audit import bad_site

from creativekit.errors import msg
from creativekit.presence.audit.audit import audit
from creativekit.presence.audit.health import Health
from creativekit.presence.audit_record import AuditRecord

HOSTILE = "</style><script>alert(1)</script><img src=x onerror=alert(1)>{{7*7}} \"'&😀 "
BROKEN = tuple(f"https://saz.kz/{'katalog-' * (n % 20)}{n}.html (404)" for n in range(200))


@cache
def good() -> AuditRecord:
    return AuditRecord.of(audit("saz.kz", Canned(good_site()), OWN, today=TODAY))


@cache
def bad() -> AuditRecord:
    return AuditRecord.of(audit("saz.kz", Canned(bad_site()), OWN, today=TODAY))


@cache
def partial() -> AuditRecord:
    return AuditRecord.of(audit("saz.kz", Canned(good_site(), 3), OWN, today=TODAY))


@cache
def unscored() -> AuditRecord:
    health = Health(None, 0.41, 0, ("transport.https", "transport.certificate"))
    return dataclasses.replace(bad(), health=health, partial=True, ended="cancelled")


@cache
def long() -> AuditRecord:
    """200 broken links, 5,000 characters without a space, markup, an address without an end."""
    told = {
        "links.internal": {"places": BROKEN},
        "head.title": {"seen": msg("{x}", x="ә" * 5000)},
        "head.description": {"seen": msg("{x}", x=HOSTILE * 20), "places": (HOSTILE, HOSTILE * 2)},
    }
    verdicts = tuple(
        dataclasses.replace(each, outcome="fail", **told[each.check])  # type: ignore[arg-type]
        if each.check in told
        else each
        for each in bad().verdicts
    )
    return dataclasses.replace(
        bad(), url="https://saz.kz/" + "a" * 1900, asked=HOSTILE, verdicts=verdicts
    )


@cache
def few() -> AuditRecord:
    """A check of each outcome, and those with the long evidence: axe takes long over a page."""
    wanted = ("head.title", "head.description", "head.h1", "links.internal", "transport.https")
    by_id = {each.check: each for each in long().verdicts}
    unseen = dataclasses.replace(by_id["head.icon"], outcome="unknown")
    fine = next(each for each in good().verdicts if each.check == "structured.owner")
    verdicts = (*(by_id[each] for each in wanted), unseen, fine)
    return dataclasses.replace(long(), verdicts=verdicts, partial=True, ended="budget")


MADE = {
    "good": good,
    "bad": bad,
    "partial": partial,
    "unscored": unscored,
    "long": long,
    "few": few,
}
