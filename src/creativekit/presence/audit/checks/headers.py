"""Headers that protect visitors, as MDN's HTTP Observatory judges them.

On a builder's site they are the builder's to set, so there they warn and never fail. Weights and
what is enough are the Observatory's; its score is not repeated here.
"""

from __future__ import annotations

import re

from creativekit.errors import msg, nmsg
from creativekit.presence.audit.plain import plain
from creativekit.presence.audit.site import Site
from creativekit.presence.audit.tables import number
from creativekit.presence.audit.verdict import Finding, check

_MANUAL = "https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers"
_AGE = re.compile(r"max-age\s*=\s*\"?([0-9]{1,12})", re.IGNORECASE)
_SESSION = re.compile(r"sess|auth|token|login|^sid$|connect\.sid|csrf", re.IGNORECASE)


@check(
    "headers.hsts",
    title=msg("Browsers are told to come by https only"),
    why=msg("Without it the first visit in a café's Wi-Fi can be led to a copy of the site."),
    mend=msg("Send Strict-Transport-Security: max-age=31536000, once https works everywhere."),
    source=f"{_MANUAL}/Strict-Transport-Security",
    needs="answer",
    hosted=True,
)
def hsts(site: Site) -> Finding | None:
    if not site.url.startswith("https:"):
        return None
    text = site.page.header("strict-transport-security")
    found = _AGE.search(text)
    if not found:
        return Finding("fail", msg("not sent"), {"header": plain(text, 80)})
    seconds = int(found[1])
    days = seconds // 86_400
    enough = seconds >= number("hsts-seconds", "least")
    seen = nmsg("for {n} day", "for {n} days", days)
    return Finding("pass" if enough else "warn", seen, {"seconds": str(seconds)})


@check(
    "headers.nosniff",
    title=msg("Browsers do not guess what a file is"),
    why=msg("A picture somebody uploads must not be run as a script."),
    mend=msg("Send X-Content-Type-Options: nosniff."),
    source=f"{_MANUAL}/X-Content-Type-Options",
    needs="answer",
    hosted=True,
)
def nosniff(site: Site) -> Finding | None:
    text = site.page.header("x-content-type-options").lower().strip()
    if not text:
        return Finding("fail", msg("not sent"))
    right = text.split(",")[0].strip() == "nosniff"
    return Finding("pass" if right else "fail", msg("“{text}”", text=plain(text, 60)))


@check(
    "headers.frames",
    title=msg("Others cannot put the site into their own"),
    why=msg("Inside a stranger's page a click meant for them can press your buttons."),
    mend=msg(
        "Send Content-Security-Policy: frame-ancestors 'self', or X-Frame-Options: SAMEORIGIN."
    ),
    source=f"{_MANUAL}/Content-Security-Policy/frame-ancestors",
    needs="answer",
    hosted=True,
)
def frames(site: Site) -> Finding | None:
    policy = _directives(site).get("frame-ancestors")
    if policy is not None:
        shown = plain(f"frame-ancestors {policy}", 80)
        open_ = {"*", "http:", "https:"} & set(policy.split())
        return Finding("fail" if open_ else "pass", msg("“{text}”", text=shown))
    text = site.page.header("x-frame-options").strip()
    if not text:
        return Finding("fail", msg("not sent"))
    right = text.upper().split(",")[0].strip() in ("DENY", "SAMEORIGIN")
    return Finding("pass" if right else "fail", msg("“{text}”", text=plain(text, 60)))


@check(
    "headers.policy",
    title=msg("It is said where scripts may come from"),
    why=msg("If somebody gets a script into the site, the policy keeps it from running."),
    mend=msg(
        "Send Content-Security-Policy, at first as Report-Only, with default-src 'self' https:"
    ),
    source=f"{_MANUAL}/Content-Security-Policy",
    needs="answer",
    hosted=True,
)
def policy(site: Site) -> Finding | None:
    found = _directives(site)
    if not found:
        report = site.page.header("content-security-policy-report-only")
        if report:
            return Finding("warn", msg("sent to report only"))
        # It takes knowledge to write one, and small sites live without: a warning.
        return Finding("warn", msg("not sent"))
    scripts = found.get("script-src", found.get("default-src"))
    if scripts is None:
        return Finding("warn", msg("it says nothing of scripts"), {"directives": _names(found)})
    loose = [word for word in scripts.split() if word in ("'unsafe-inline'", "*", "http:", "data:")]
    guarded = any(
        word.startswith(("'nonce-", "'sha256-", "'sha384-", "'sha512-")) for word in scripts.split()
    )
    if loose and not guarded:
        seen = msg("it lets scripts in by {words}", words=" ".join(loose))
        return Finding("warn", seen, {"loose": " ".join(loose)})
    return Finding("pass", msg("“{text}”", text=plain(f"script-src {scripts}", 80)))


def _names(found: dict[str, str]) -> str:
    return plain(" ".join(sorted(found)), 200)


def _directives(site: Site) -> dict[str, str]:
    """The header's policy: directive to sources. CSP 3, 2.2.1: the first of a name holds."""
    text = ";".join(site.page.headers.get("content-security-policy", ()))[:20_000]
    found: dict[str, str] = {}
    for part in text.split(";"):
        name, _, value = part.strip().partition(" ")
        if name:
            found.setdefault(name.lower(), value.strip().lower())
    return found


@check(
    "headers.referrer",
    title=msg("Other sites do not learn what was read here"),
    why=msg("An address may hold what a customer searched for; it need not go along with a click."),
    mend=msg("Send Referrer-Policy: strict-origin-when-cross-origin."),
    source=f"{_MANUAL}/Referrer-Policy",
    needs="answer",
    hosted=True,
)
def referrer(site: Site) -> Finding | None:
    text = site.page.header("referrer-policy")
    if not text and site.lacks("page") is None:
        text = site.document.meta("referrer") or ""
    if not text:
        # Browsers of today have a safe one of their own: MDN, Referrer-Policy, “default”.
        return Finding("pass", msg("not sent; browsers then keep addresses to themselves"))
    words = [word.strip().lower() for word in text.split(",") if word.strip()]
    last = words[-1] if words else ""
    open_ = last in (
        "unsafe-url",
        "origin-when-cross-origin",
        "no-referrer-when-downgrade",
        "origin",
    )
    return Finding("warn" if open_ else "pass", msg("“{text}”", text=plain(text, 60)))


@check(
    "headers.cookies",
    title=msg("Cookies are protected"),
    why=msg("A cookie of a signed-in person that leaks lets a stranger in."),
    mend=msg("Set Secure on every cookie, and HttpOnly and SameSite=Lax on those of a session."),
    source=f"{_MANUAL}/Set-Cookie",
    needs="answer",
    hosted=True,
)
def cookies(site: Site) -> Finding | None:
    sent = site.page.headers.get("set-cookie", ())
    if not sent:
        return None
    bare, session = [], []
    for line in sent[:200]:
        name, *parts = line[:5_000].split(";")
        flags = {part.strip().lower().partition("=")[0] for part in parts}
        label = plain(name.partition("=")[0], 40)
        if "secure" not in flags:
            bare.append(label)
        elif _SESSION.search(label) and "httponly" not in flags and "csrf" not in label.lower():
            session.append(label)
    facts = {"cookies": str(len(sent)), "bare": " ".join(bare[:5])}
    protected = bool(_AGE.search(site.page.header("strict-transport-security")))
    if bare:
        seen = msg(
            "{n} of {all} without Secure: {name}",
            n=len(bare),
            all=len(sent),
            name=bare[0],
        )
        return Finding("warn" if protected else "fail", seen, facts)
    if session:
        return Finding(
            "warn", msg("without HttpOnly: {names}", names=", ".join(session[:5])), facts
        )
    return Finding("pass", nmsg("{n} cookie", "{n} cookies", len(sent)), facts)
