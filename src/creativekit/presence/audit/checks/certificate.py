"""The protection of the connection: https, a trusted certificate that lasts, TLS of today."""

from __future__ import annotations

from creativekit.errors import Message, msg, nmsg
from creativekit.presence.audit.plain import plain
from creativekit.presence.audit.site import Missing, Site
from creativekit.presence.audit.tables import number
from creativekit.presence.audit.verdict import Finding, check, ladder


@check(
    "transport.https",
    title=msg("The connection is protected (https)"),
    why=msg(
        "Without https browsers warn “not secure”, and anyone on the same Wi-Fi can read a form."
    ),
    mend=msg(
        "Turn on a free certificate in the hosting's panel (Let's Encrypt) or in the builder."
    ),
    source="https://developers.google.com/search/docs/crawling-indexing/https",
    needs="nothing",
)
def https(site: Site) -> Finding | None:
    home = site.home
    refused = site.refused or home
    if isinstance(refused, Missing) and refused.code in ("tls", "certificate"):
        return Finding("fail", refused.reason, {"code": refused.code})
    if isinstance(home, Missing):
        return Finding("unknown", msg("not seen: {reason}", reason=home.reason))
    if not home.url.startswith("https:"):
        return Finding(
            "fail", msg("the home page is given without https"), {"url": plain(home.url, 100)}
        )
    tls = home.page.tls
    if tls is not None and not tls.trusted:
        seen = msg("the certificate is not trusted: {problem}", problem=problem(tls.problem or ""))
        return Finding("fail", seen, {"problem": plain(tls.problem or "", 40)})
    return Finding("pass", msg("https, with a certificate that browsers trust"))


_PROBLEMS = {
    "expired": msg("it has expired"),
    "not-yet": msg("it is not valid yet"),
    "self-signed": msg("the site signed it itself"),
    "issuer": msg("its issuer is not known, or a link of the chain is not sent"),
    "name": msg("it is another site's"),
    "version": msg("the protocol is older than TLS 1.2"),
}


def problem(code: str) -> Message:
    """The fetcher's code of what is wrong with a certificate, in words."""
    return _PROBLEMS.get(code, msg("browsers do not accept it"))


@check(
    "transport.certificate",
    title=msg("The certificate is valid for a while yet"),
    why=msg("On the day it ends every visitor sees a full-page warning instead of the site."),
    mend=msg("Turn on its renewal by itself in the hosting's panel; renew it now by hand."),
    source="https://letsencrypt.org/docs/integration-guide/#when-to-renew",
    needs="nothing",
)
def certificate(site: Site) -> Finding | None:
    tls = site.tls
    if tls is None or tls.expires is None:
        return None
    days = (tls.expires - site.today).days
    facts = {"expires": tls.expires.isoformat(), "days": str(days), "issuer": plain(tls.issuer, 60)}
    if days < 0:
        seen = nmsg("it ended {n} day ago", "it ended {n} days ago", -days)
        return Finding("fail", seen, facts)
    good, poor = number("certificate-days", "good"), number("certificate-days", "poor")
    seen = nmsg(
        "{n} day is left, until {date}",
        "{n} days are left, until {date}",
        days,
        date=facts["expires"],
    )
    return Finding(ladder(days, good, poor), seen, facts)


@check(
    "transport.tls",
    title=msg("The protection is of today (TLS 1.2 or newer)"),
    why=msg("TLS 1.0 and 1.1 have known holes, and browsers refuse them since 2020."),
    mend=msg("Ask the hosting to turn on TLS 1.2 and 1.3 and to turn the older ones off."),
    source="https://www.rfc-editor.org/rfc/rfc8996",
    needs="nothing",
    hosted=True,
)
def tls_version(site: Site) -> Finding | None:
    tls = site.tls
    if tls is None:
        return None
    name = plain(tls.version, 20)
    version = _version(name)
    if version is None:
        return Finding("unknown", msg("the version is not known: {name}", name=name))
    good = version >= number("tls-version", "least")
    return Finding(
        "pass" if good else "fail", msg("the connection is {name}", name=name), {"version": name}
    )


def _version(name: str) -> float | None:
    """1.2 of `TLSv1.2`; SSL came before TLS."""
    if name.upper().startswith("SSL"):
        return 0.0
    try:
        return float(name.upper().removeprefix("TLSV").removeprefix("TLS "))
    except ValueError:
        return None
