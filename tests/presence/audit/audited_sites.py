"""Invented sites as a fetcher would bring them, and a fetcher that has nothing but them."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from audited_texts import KAZAKH, RUSSIAN

from creativekit.errors import msg
from creativekit.presence.audit.declared import Declared
from creativekit.presence.audit.gathering import Kind, nowhere
from creativekit.presence.audit.page import Hop, Page, Tls, Unreached
from creativekit.presence.audit.site import Missing, Reading, Site

TODAY = date(2026, 11, 26)
HOME = "https://saz.kz/"
OWN = Declared(
    {"instagram": "@saz.studio", "telegram": "saz_studio"},
    ("kk", "ru"),
    "+7 701 234 56 78",
    "+7 701 234 56 78",
)
TLS = Tls("TLSv1.3", date(2027, 1, 20), issuer="Let's Encrypt")
HEADERS = {
    "content-type": ("text/html; charset=utf-8",),
    "strict-transport-security": ("max-age=31536000; includeSubDomains",),
    "x-content-type-options": ("nosniff",),
    "content-security-policy": ("default-src 'self' https:; frame-ancestors 'self'",),
    "referrer-policy": ("strict-origin-when-cross-origin",),
    "set-cookie": ("lang=kk; Secure; SameSite=Lax",),
}

GOOD = f"""<!doctype html>
<html lang="kk"><head><meta charset="utf-8">
<title>Saz — Алматыдағы киіз шеберханасы</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="Қолдан басылған киіз бұйымдар: кілем, сөмке, ойыншық. Алматы, \
жеткізу тегін, тапсырыс екі аптада дайын.">
<link rel="canonical" href="https://saz.kz/"><link rel="icon" href="/favicon.ico">
<link rel="alternate" hreflang="kk" href="https://saz.kz/">
<link rel="alternate" hreflang="ru" href="https://saz.kz/ru/">
<meta property="og:title" content="Saz"><meta property="og:type" content="website">
<meta property="og:url" content="https://saz.kz/">
<meta property="og:image" content="https://saz.kz/og.png">
<link rel="stylesheet" href="/style.css">
<script type="application/ld+json">{{"@context": "https://schema.org", "@graph": [{{
 "@type": ["LocalBusiness", "Store"], "name": "Saz", "telephone": "+77012345678",
 "address": {{"@type": "PostalAddress", "addressLocality": "Алматы"}},
 "sameAs": ["https://www.instagram.com/saz.studio/", "https://t.me/saz_studio"]}}]}}</script>
</head><body><h1>Киіз шеберханасы</h1>
<p>{KAZAKH}</p><p>Кілем: 25 000 ₸</p>
<p><time datetime="2026-11-01">1 қараша 2026</time> жаңа жинақ</p>
<img src="/a.jpg" alt="Ақ киізден жасалған кілем">
<a href="/about">Біз туралы</a> <a href="/ru/">Русский</a>
<a href="tel:+77012345678">+7 701 234 56 78</a> <a href="https://wa.me/77012345678">WhatsApp</a>
<a href="https://t.me/saz_studio">Telegram</a>
<a href="https://www.instagram.com/saz.studio/"><img src="/i.svg" alt="Instagram"></a>
<a href="https://2gis.kz/almaty/firm/70000001">2GIS</a>
<form action="/send"><label>Атыңыз <input name="name"></label>
<label for="t">Телефон</label><input id="t" type="tel" name="phone">
<a href="/privacy">Құпиялылық саясаты</a><button>Жіберу</button></form>
<footer>© 2019–2026 Saz</footer></body></html>"""

RUSSIAN_PAGE = f"""<!doctype html><html lang="ru"><head><meta charset="utf-8">
<title>Saz по-русски</title>
<link rel="alternate" hreflang="kk" href="/"><link rel="alternate" hreflang="ru" href="/ru/">
</head><body><h1>Войлок</h1><p>{RUSSIAN}</p><a href="/">Қазақша</a></body></html>"""
ABOUT = f"""<!doctype html><html lang="kk"><meta charset="utf-8"><title>Біз туралы</title>
<h1>Біз туралы</h1><p>{KAZAKH}</p></html>"""


def png(width: int, height: int) -> bytes:
    """The first bytes of a PNG of that size."""
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", width, height) + bytes(5)


def page(url: str = HOME, body: str | bytes = GOOD, status: int = 200, **values: object) -> Page:
    """A page as the good site would send it; `values` are other fields of Page."""
    data = body.encode("utf-8") if isinstance(body, str) else body
    fields: dict[str, object] = {
        "headers": HEADERS,
        "hops": (Hop(url, status),),
        "seconds": 0.2,
        "tls": TLS if url.startswith("https:") else None,
        "encoding": "gzip",
        "wire": len(data) // 4,
    }
    return Page(url, url, status, body=data, **(fields | values))  # type: ignore[arg-type]


def redirected(start: str, *through: str, body: str | bytes = GOOD, status: int = 200) -> Page:
    """A page reached from `start` through other addresses, the last of which is its own."""
    hops = (Hop(start, 301), *(Hop(url, 301) for url in through[:-1]), Hop(through[-1], status))
    return replace(page(through[-1], body, status), asked=start, hops=hops)


def file(url: str, body: bytes, kind: str, status: int = 200) -> Page:
    return page(url, body, status, headers={"content-type": (kind,), "content-length": ("9000",)})


def unreached(code: str) -> Unreached:
    return Unreached(msg("no answer"), code)


def good_site() -> dict[str, Page | Unreached]:
    """Every address of a site that has nothing wrong."""
    return {
        HOME: page(),
        "http://saz.kz/": redirected("http://saz.kz/", HOME),
        "https://www.saz.kz/": redirected("https://www.saz.kz/", HOME),
        f"https://saz.kz{nowhere(HOME)}": page(f"https://saz.kz{nowhere(HOME)}", "no", 404),
        "https://saz.kz/robots.txt": file(
            "https://saz.kz/robots.txt",
            b"User-agent: *\nAllow: /\nSitemap: https://saz.kz/map.xml\n",
            "text/plain",
        ),
        "https://saz.kz/map.xml": file(
            "https://saz.kz/map.xml",
            b"<urlset><url><loc>https://saz.kz/</loc></url></urlset>",
            "text/xml",
        ),
        "https://saz.kz/og.png": file("https://saz.kz/og.png", png(1200, 630), "image/png"),
        "https://saz.kz/a.jpg": file("https://saz.kz/a.jpg", b"", "image/jpeg"),
        "https://saz.kz/i.svg": file("https://saz.kz/i.svg", b"", "image/svg+xml"),
        "https://saz.kz/style.css": file("https://saz.kz/style.css", b"", "text/css"),
        "https://saz.kz/ru/": page("https://saz.kz/ru/", RUSSIAN_PAGE),
        "https://saz.kz/about": page("https://saz.kz/about", ABOUT),
        "https://saz.kz/privacy": page("https://saz.kz/privacy", ABOUT),
        "https://2gis.kz/almaty/firm/70000001": page("https://2gis.kz/almaty/firm/70000001", "x"),
        "https://t.me/saz_studio": page("https://t.me/saz_studio", "x"),
        "https://wa.me/77012345678": unreached("robots"),
        "https://www.instagram.com/saz.studio/": unreached("robots"),
    }


@dataclass
class Canned:
    """A fetcher of canned pages: what it does not have is 404. most: requests before it is over."""

    pages: Mapping[str, Page | Unreached]
    most: int = 100
    asked: list[tuple[str, str]] = field(default_factory=list)

    def get(self, url: str, kind: Kind = "page") -> Page:
        if len(self.asked) >= self.most:
            raise unreached("budget")
        self.asked.append((url, kind))
        found = self.pages.get(url)
        if found is None:
            return page(url, "<title>404</title>", 404)
        if isinstance(found, Unreached):
            raise found
        return replace(found, body=b"") if kind == "head" else found


def site(body: str | bytes = "", **values: object) -> Site:
    """A site of one page, for a check that reads it. home: another home than a page of `body`."""
    home = values.pop("home", None)
    headers = values.pop("headers", None)
    if not isinstance(home, (Missing, Reading)):
        fields = {"headers": headers} if headers is not None else {}
        home = Reading(home if isinstance(home, Page) else page(HOME, body, **fields))
    return Site(HOME, home, TODAY, **values)  # type: ignore[arg-type]


def missing(code: str, url: str = HOME) -> Missing:
    return Missing(url, msg("no answer"), code)
