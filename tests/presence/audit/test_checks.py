"""Every check, on small pages that are right, nearly right and wrong."""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest
from audited_sites import (
    GOOD,
    HEADERS,
    HOME,
    OWN,
    TLS,
    file,
    missing,
    page,
    png,
    redirected,
    site,
)
from audited_texts import ENGLISH, KAZAKH, RUSSIAN

from creativekit.presence.audit.declared import Declared
from creativekit.presence.audit.page import Page, Tls
from creativekit.presence.audit.site import Missing, Probe, Reading, Site, Weight
from creativekit.presence.audit.verdict import OUTCOMES, checks, find, judged

HTTP, WWW = "http://saz.kz/", "https://www.saz.kz/"
NOWHERE = "https://saz.kz/nowhere"
LONG = "a" * 120
MAP = b"<urlset><url><loc>https://saz.kz/</loc></url></urlset>"
EXPIRED = replace(TLS, expires=date(2026, 11, 20), trusted=False, problem="expired")


def tls(**values: object) -> Page:
    return page(tls=replace(TLS, **values))


def ends(day: str) -> Page:
    return tls(expires=date.fromisoformat(day))


def sent(**headers: str | None) -> Site:
    """The good page with other headers; None takes one out."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    kept: dict[str, tuple[str, ...]] = {k: v for k, v in HEADERS.items() if k not in named}
    return site(GOOD, headers=kept | {k: (v,) for k, v in named.items() if v is not None})


def head(inner: str) -> str:
    return f"<!doctype html><html lang=kk><head>{inner}</head><body><h1>Шебер</h1></body></html>"


def body(inner: str, lang: str = "kk") -> str:
    return f"<!doctype html><html lang={lang}><meta charset=utf-8><title>t</title><body>{inner}"


def with_inner(text: str, *others: str, **values: object) -> Site:
    inner = tuple(
        Reading(page(f"https://saz.kz/{number}", text)) for number, text in enumerate(others)
    )
    return site(text, inner=inner, **values)


def tried(*answers: int | str, internal: bool = True, partial: bool = False) -> Site:
    """A site whose links answered with a status, or failed with a code."""
    probes = tuple(
        Probe(f"https://saz.kz/{i}", "x", internal, *((a, "") if isinstance(a, int) else (None, a)))
        for i, a in enumerate(answers)
    )
    return site(GOOD, probes=probes, partial=partial)


def pictured(answer: Page | Missing | None, written: str = "https://saz.kz/og.png") -> Site:
    text = head(f'<meta property="og:image" content="{written}">')
    return site(text, picture=answer)


def og(data: bytes, kind: str = "image/png", status: int = 200) -> Page:
    return file("https://saz.kz/og.png", data, kind, status)


def ld(text: str, declared: Declared = OWN) -> Site:
    return site(head(f'<script type="application/ld+json">{text}</script>'), declared=declared)


def weighed(each: int | None, known: int, files: int, own: int = 1000) -> Site:
    weights = tuple(Weight("image", f"https://saz.kz/{i}", each) for i in range(known))
    return site(home=page(wire=own), weights=weights, resources=files)


def robots(text: str, status: int = 200) -> Site:
    return site(GOOD, robots=file("https://saz.kz/robots.txt", text.encode(), "text/plain", status))


def linked(*hrefs: str, declared: Declared = OWN) -> Site:
    return site(body("".join(f'<a href="{each}">x</a>' for each in hrefs)), declared=declared)


def handles(**typed: str) -> Site:
    return site(GOOD, declared=Declared(typed))


def languages(*texts: str, lang: str = "kk", declared: Declared = OWN) -> Site:
    return with_inner(body(texts[0], lang), *(body(each, lang) for each in texts[1:]),
                      declared=declared)  # fmt: skip


ALTERNATES = head(
    '<link rel=alternate hreflang=kk href="/"><link rel=alternate hreflang=ru href="/ru/">'
)


def alternate(text: str) -> Site:
    return site(ALTERNATES, alternates={"ru": Reading(page("https://saz.kz/ru/", text))})


MARKET, PREMISES = (
    Declared(features=frozenset({"market"})),
    Declared(features=frozenset({"premises"})),
)
SCRIPTS = "<script src=a.js></script>" * 4
STORE = '{"@type":"Store","name":"Saz","address":"Абай 1"'

CASES: Mapping[str, list[tuple[str | None, Site]]] = {
    "transport.reach": [
        ("pass", site(GOOD)),
        ("fail", site(home=page(status=404))),
        ("fail", site(home=page(status=500))),
        ("unknown", site(home=page(status=403))),
        ("unknown", site(home=page(status=999))),
        ("fail", site(home=missing("dns"))),
        ("fail", site(home=missing("timeout"))),
        ("unknown", site(home=missing("robots"))),
        ("unknown", site(home=missing("budget"))),
    ],
    "transport.https": [
        ("pass", site(GOOD)),
        ("fail", site(home=page(HTTP))),
        ("fail", site(home=tls(trusted=False, problem="expired"))),
        ("fail", site(home=missing("certificate"))),
        ("fail", site(home=page(HTTP), refused=missing("certificate"))),
        ("fail", site(home=page(HTTP), refused=missing("connect"))),
        ("unknown", site(home=missing("dns"))),
    ],
    "transport.certificate": [
        ("pass", site(home=ends("2026-12-26"))),  # 30 days
        ("warn", site(home=ends("2026-12-25"))),
        ("warn", site(home=ends("2026-12-03"))),  # 7 days
        ("fail", site(home=ends("2026-12-02"))),
        ("fail", site(home=ends("2026-11-25"))),
        (None, site(home=page(HTTP))),
        (None, site(home=missing("dns"))),
        ("fail", site(home=page(HTTP), refused=replace(missing("certificate"), tls=EXPIRED))),
        ("fail", site(home=replace(missing("certificate"), tls=EXPIRED))),
    ],
    "transport.tls": [
        ("pass", site(home=tls(version="TLSv1.2"))),
        ("fail", site(home=tls(version="TLSv1.1"))),
        ("fail", site(home=tls(version="TLSv1"))),
        ("fail", site(home=tls(version="SSLv3"))),
        ("unknown", site(home=tls(version="?"))),
    ],
    "transport.to-https": [
        ("pass", site(GOOD, http=redirected(HTTP, HOME))),
        ("warn", site(GOOD, http=redirected(HTTP, "http://www.saz.kz/", HOME))),
        ("warn", site(GOOD, http=redirected(HTTP, "https://www.saz.kz/"))),
        ("fail", site(GOOD, http=page(HTTP))),
        ("warn", site(GOOD, http=missing("connect", HTTP))),
        ("unknown", site(GOOD, http=missing("timeout", HTTP))),
        ("unknown", site(GOOD)),
        (None, site(home=page(HTTP))),
    ],
    "transport.redirects": [
        ("pass", site(GOOD)),
        ("pass", site(home=redirected(HTTP, HOME))),
        ("warn", site(home=redirected(HTTP, WWW, HOME))),
        ("warn", site(home=redirected(HTTP, *[WWW] * 4, HOME))),
        ("fail", site(home=redirected(HTTP, *[WWW] * 5, HOME))),
        ("fail", site(home=missing("loop"))),
        (None, site(home=missing("dns"))),
    ],
    "transport.www": [
        ("pass", site(GOOD, twin=redirected(WWW, HOME))),
        ("warn", site(GOOD, twin=page(WWW))),
        ("fail", site(GOOD, twin=redirected(WWW, "https://parking.example/"))),
        ("fail", site(GOOD, twin=page(WWW, status=404))),
        ("warn", site(GOOD, twin=missing("dns", WWW))),
        ("warn", site(GOOD, twin=missing("certificate", WWW))),
        ("unknown", site(GOOD, twin=missing("timeout", WWW))),
        ("unknown", site(GOOD)),
        (None, site(home=page("https://shop.saz.kz/"))),
    ],
    "transport.not-found": [
        ("pass", site(GOOD, nowhere=page(NOWHERE, status=404))),
        ("pass", site(GOOD, nowhere=page(NOWHERE, status=410))),
        ("fail", site(GOOD, nowhere=page(NOWHERE))),
        ("fail", site(GOOD, nowhere=redirected(NOWHERE, HOME))),
        ("unknown", site(GOOD, nowhere=page(NOWHERE, status=403))),
        ("unknown", site(GOOD, nowhere=page(NOWHERE, status=503))),
        ("unknown", site(GOOD, nowhere=missing("robots", NOWHERE))),
    ],
    "transport.compression": [
        ("pass", site(home=page(encoding="br"))),
        ("fail", site(home=page(encoding=""))),
        ("fail", site(home=page(encoding="identity"))),
        (None, site(home=page(body="short", encoding=""))),
    ],
    "transport.first-byte": [
        ("pass", site(GOOD, seconds=(0.8, 0.1, 5.0))),
        ("warn", site(GOOD, seconds=(0.81,))),
        ("warn", site(GOOD, seconds=(1.8, 1.8, 9.0))),
        ("fail", site(GOOD, seconds=(1.9, 1.81, 0.1))),
        ("unknown", site(GOOD)),
    ],
    "transport.weight": [
        ("pass", weighed(100_000, 3, 3)),
        ("warn", weighed(1_000_000, 3, 3)),
        ("fail", weighed(2_000_000, 3, 3)),
        ("warn", weighed(500_000, 2, 20)),  # an estimate of 10 MB
        ("fail", weighed(5_000_000, 1, 20)),
        ("unknown", weighed(None, 3, 3)),
        ("pass", weighed(None, 0, 0)),
    ],
    "transport.html-size": [
        ("pass", site(home=page(body=b"x" * 500_000))),
        ("warn", site(home=page(body=b"x" * 500_001))),
        ("fail", site(home=page(body=b"x" * 2_000_001))),
        ("fail", site(home=page(cut=True, why="size"))),
        ("pass", site(home=page(cut=True, why="time"))),
    ],
    "head.title": [
        ("pass", site(head("<title>0123456789</title>"))),
        ("warn", site(head("<title>012345678</title>"))),
        ("pass", site(head(f"<title>{LONG[:60]}</title>"))),
        ("warn", site(head(f"<title>{LONG[:61]}</title>"))),
        ("fail", site(head("<title> \n </title>"))),
        ("fail", site(head(""))),
        ("warn", site(head("<title>0123456789</title><title>0123456789</title>"))),
        ("fail", site(head("<svg><title>0123456789</title></svg>"))),
    ],
    "head.description": [
        ("pass", site(head(f"<meta name=description content={LONG[:50]}>"))),
        ("warn", site(head(f"<meta name=description content={LONG[:49]}>"))),
        ("pass", site(head(f"<META NAME=Description CONTENT={LONG}>"))),
        ("warn", site(head(f"<meta name=description content={LONG * 2}>"))),
        ("fail", site(head("<meta name=description content=''>"))),
        ("fail", site(head(f"<meta property=og:description content={LONG}>"))),
    ],
    "head.viewport": [
        ("pass", site(head("<meta name=viewport content='width=device-width'>"))),
        ("pass", site(head("<meta name=viewport content='width=device-width,maximum-scale=5'>"))),
        ("warn", site(head("<meta name=viewport content='width=device-width,maximum-scale=1'>"))),
        ("warn", site(head("<meta name=viewport content='width=device-width;user-scalable=NO'>"))),
        ("warn", site(head("<meta name=viewport content='width=1024'>"))),
        ("fail", site(head(""))),
    ],
    "head.charset": [
        ("pass", site(head("<meta charset=utf-8>"), headers={"content-type": ("text/html",)})),
        ("pass", site(head(""))),  # the header says it
        ("warn", site(head("<meta charset=windows-1251>").encode("cp1251"),
                      headers={"content-type": ("text/html",)})),
        ("fail", site(head("<title>Шебер</title>").encode("cp1251"),
                      headers={"content-type": ("text/html",)})),
        ("fail", site(head("").encode("cp1251"))),  # said to be UTF-8
        ("warn", site(head(f"<!--{LONG * 10}--><meta charset=utf-8>"),
                      headers={"content-type": ("text/html",)})),
    ],
    "head.h1": [
        ("pass", site(body("<h1>Киіз</h1><h2>x</h2>"))),
        ("pass", site(body("<h1><img src=a alt=Saz></h1>"))),
        ("warn", site(body("<h1>Киіз</h1><h1>Saz</h1>"))),
        ("warn", site(body("<h1> </h1>"))),
        ("warn", site(body("<h2>Киіз</h2>"))),
        ("unknown", site(body(SCRIPTS))),
    ],
    "head.icon": [
        ("pass", site(head("<link rel='shortcut icon' href=/f.ico>"))),
        ("pass", site(head("<link rel=icon href='data:image/png;base64,AAAA'>"))),
        ("warn", site(head("<link rel=apple-touch-icon href=/a.png>"))),
        ("warn", site(head("<link rel=icon>"))),
    ],
    "head.noindex": [
        ("pass", site(GOOD)),
        ("fail", site(head("<meta name=robots content='noindex, follow'>"))),
        ("fail", site(head("<meta name=Googlebot content=NONE>"))),
        ("fail", sent(x_robots_tag="googlebot: noindex")),
        ("pass", site(head("<meta name=robots content='index,follow'>"))),
        ("warn", with_inner(GOOD, head("<meta name=robots content=noindex>"))),
    ],
    "head.canonical": [
        ("pass", site(head(f"<link rel=canonical href={HOME}>"))),
        ("pass", site(head("<link rel=canonical href=/>"))),
        ("warn", site(head(""))),
        ("warn", site(head("<link rel=canonical href=/about>"))),
        ("warn", site(head(f"<link rel=canonical href={HTTP}>"))),
        ("fail", site(head("<link rel=canonical href=https://other.kz/>"))),
        ("fail", site(head("<link rel=canonical href=/><link rel=canonical href=/b>"))),
        ("fail", site(head("<link rel=canonical href='javascript:1'>"))),
    ],
    "head.robots": [
        ("pass", robots("User-agent: *\nDisallow: /admin\n")),
        ("pass", robots("", 404)),
        ("fail", robots("User-agent: *\nDisallow: /\n")),
        ("fail", robots("user-agent: a\nuser-agent: *\ndisallow: / # all\n")),
        ("pass", robots("User-agent: *\nDisallow: /\n\nUser-agent: Googlebot\nDisallow:\n")),
        ("pass", robots("User-agent: BadBot\nDisallow: /\n")),
        ("pass", robots("User-agent: *\nDisallow: /\nAllow: /$\n")),
        ("warn", robots("<!DOCTYPE html><title>x")),
        ("fail", robots("", 503)),
        ("unknown", site(GOOD, robots=missing("timeout"))),
        ("unknown", site(GOOD)),
    ],
    "head.sitemap": [
        ("pass", site(GOOD, sitemap=file(HOME, MAP, "text/xml"))),
        ("pass", site(GOOD, sitemap=file(HOME, gzip.compress(MAP), "application/gzip"))),
        ("pass", site(GOOD, sitemap=file(HOME, MAP[:-9], "text/xml"))),
        ("warn", site(GOOD, sitemap=file(HOME, gzip.compress(bytes(9)), "application/gzip"))),
        ("warn", site(GOOD, sitemap=file(HOME, b"<!DOCTYPE x>" + MAP, "text/xml"))),
        ("warn", site(GOOD, sitemap=file(HOME, b"<html>", "text/html"))),
        ("warn", site(GOOD, sitemap=file(HOME, b"", "text/html", 404))),
        ("unknown", site(GOOD, sitemap=file(HOME, b"", "text/html", 403))),
        ("unknown", site(GOOD)),
    ],
    "language.lang": [
        ("pass", languages(KAZAKH)),
        ("pass", languages(RUSSIAN, lang="ru-KZ")),
        ("pass", languages(ENGLISH, lang="EN")),
        ("fail", languages(RUSSIAN)),
        ("fail", languages(KAZAKH, lang="kz")),
        ("fail", site(f"<html><body>{KAZAKH}")),
        ("unknown", languages("Сәлем")),
        ("warn", languages(KAZAKH, RUSSIAN)),
    ],
    "language.hreflang": [
        ("pass", alternate(ALTERNATES)),
        ("warn", alternate(head(""))),
        ("unknown", site(ALTERNATES)),
        (None, site(head(""))),
        (None, site(head("<link rel=alternate type=application/rss+xml href=/rss>"))),
        ("fail", site(head("<link rel=alternate hreflang=kz href=/kz>"))),
    ],
    "language.both": [
        ("pass", languages(KAZAKH, RUSSIAN)),
        ("pass", languages(KAZAKH + RUSSIAN)),
        ("warn", languages(RUSSIAN, lang="ru")),
        ("fail", languages(ENGLISH, lang="en")),
        ("unknown", languages("Saz")),
        ("pass", languages(RUSSIAN, declared=Declared(languages=("ru",)))),
    ],
    "sharing.preview": [
        ("pass", site(GOOD)),
        ("fail", site(head(""))),
        ("fail", site(head("<meta property=og:title content=x>"))),
        ("warn", site(head("<meta property=og:title content=x><meta name=og:image content=x>"))),
        ("warn", site(head("<meta name=og:title content=x><meta name=og:image:url content=x>"))),
    ],
    "sharing.picture": [
        ("pass", pictured(og(png(1200, 630)))),
        ("warn", pictured(og(png(1199, 630)))),
        ("warn", pictured(og(png(600, 315)))),
        ("fail", pictured(og(png(599, 315)))),
        ("warn", pictured(og(png(1200, 630)), "/og.png")),
        ("fail", pictured(og(b"", status=404))),
        ("unknown", pictured(og(b"", status=403))),
        ("fail", pictured(og(b"<svg", "image/svg+xml"))),
        ("unknown", pictured(og(b"avif", "image/avif"))),
        ("fail", pictured(None, "data:image/png;base64,AAAA")),
        ("unknown", pictured(None)),
        ("unknown", pictured(missing("timeout"))),
        (None, site(head(""))),
    ],
    "structured.owner": [
        ("pass", ld(STORE + "}")),
        ("pass", ld('{"@graph":[{"@type":["Thing","https://schema.org/Organization"],"name":"S",'
                    '"areaServed":{"@type":"City","name":"Алматы"}}]}')),
        ("warn", ld('{"@type":"Organization","name":"Saz"}')),
        ("warn", ld('{"@type":"WebSite","name":"Saz"}')),
        ("warn", site(head(""))),
        ("fail", ld(STORE)),
    ],
    "structured.profiles": [
        ("pass", ld(STORE + ',"sameAs":["https://instagram.com/Saz.Studio",'
                    '"https://t.me/saz_studio"]}')),
        ("warn", ld(STORE + ',"sameAs":"https://www.instagram.com/saz.studio/"}')),
        ("warn", ld(STORE + "}")),
        ("fail", ld(STORE + ',"sameAs":["https://instagram.com/other"]}')),
        (None, ld(STORE + "}", Declared())),
        (None, site(head(""), declared=OWN)),
    ],
    "content.scripts": [
        ("pass", site(body(KAZAKH))),
        ("warn", site(body("Сәлем"))),
        ("warn", site(body(SCRIPTS))),
    ],
    "content.alt": [
        ("pass", site(body("<img src=a alt=x><img src=b alt><img src=c role=presentation>"))),
        ("warn", site(body("<img src=a alt=x><img src=b>"))),
        ("fail", site(body("<img src=a alt=x><img src=b><img src=c>"))),
        ("pass", site(body("<img src=a alt=x><noscript><img src=pixel></noscript>"))),
        (None, site(body("x"))),
        ("unknown", site(body("<img src=a>" + SCRIPTS))),
    ],
    "content.labels": [
        ("pass", site(body("<label>A<input name=a></label><input id=b><label for=b>B</label>"))),
        ("pass", site(body("<input aria-label=A><input type=hidden><input type=submit>"))),
        ("warn", site(body("<label>A<input></label><textarea name=t placeholder=T></textarea>"))),
        ("fail", site(body("<select name=s></select>"))),
        (None, site(body("x"))),
    ],
    "content.mixed": [
        ("pass", site(body("<img src=/a><script src=//cdn.kz/a.js></script>"))),
        ("warn", site(body("<img src=http://saz.kz/a>"))),
        ("fail", site(body("<script src=http://saz.kz/a.js></script>"))),
        ("fail", site(body("<form action=http://saz.kz/send></form>"))),
        ("pass", site(body("<a href=http://saz.kz/>x</a>"))),
        (None, site(home=page(HTTP))),
    ],
    "content.placeholder": [
        ("pass", site(body(KAZAKH + RUSSIAN + ENGLISH))),
        ("fail", site(body("Lorem Ipsum dolor"))),
        ("fail", with_inner(body(KAZAKH), body("Здесь будет ваш текст"))),
        ("fail", site(body("+7 (999) 999-99-99"))),
        ("pass", site(body("+7 (701) 999-12-00"))),
    ],
    "content.newest": [
        ("pass", site(body("1 қараша 2026"))),
        ("warn", site(body("12.03.2025"))),
        ("warn", site(body("12.03.2019"))),
        ("pass", site(body("© 2019–2026 Saz"))),
        ("pass", site(body("© 2025 Saz"))),
        ("warn", site(body("© 2024 Saz"))),
        ("unknown", site(body("2026"))),
        ("warn", site(body("31.12.2099 және 01.01.2024"))),
        ("pass", site(body("<time datetime=2026-11-20T10:00>кеше</time>"))),
    ],
    "content.privacy": [
        ("pass", site(GOOD)),
        ("fail", site(body("<form><input name=phone></form>"))),
        ("pass", site(body("<form><input name=phone></form>Обработка персональных данных"))),
        ("pass", site(body("<form><input type=email></form><a href=/privacy>i</a>"))),
        (None, site(body("<form><input type=search name=q></form>"))),
        (None, site(body("<input name=phone>"))),
    ],
    "content.contact": [
        ("pass", site(body("<a href=tel:+77012345678>x</a>"))),
        ("pass", site(body("<a href=https://wa.me/77012345678>x</a>"))),
        ("pass", site(body("saz@saz.kz"))),
        ("warn", site(body("+7 701 234 56 78"))),
        ("warn", site(body("8 (701) 234-56-78"))),
        ("fail", site(body(KAZAKH))),
        ("unknown", site(body(SCRIPTS))),
    ],
    "content.phone": [
        ("pass", site(body("8 (701) 234-56-78"), declared=OWN)),
        ("pass", site(body("<a href=https://wa.me/77012345678>x</a>"), declared=OWN)),
        ("fail", site(body("+7 701 234 56 79"), declared=OWN)),
        ("warn", site(body("x"), declared=OWN)),
        (None, site(GOOD)),
    ],
    "content.price": [
        ("pass", site(body("Кілем: 25\u00a0000 ₸"))),
        ("pass", site(body("от 5000 тг"))),
        ("warn", site(body("Бағасы келісім бойынша"))),
        ("warn", site(body("x"))),
        ("pass", with_inner(body("x"), body("12 000 тенге"))),
    ],
    "content.map": [
        ("pass", linked("https://2gis.kz/almaty/firm/7")),
        ("pass", linked("https://maps.app.goo.gl/abc")),
        ("pass", linked("https://www.google.com/maps/place/x")),
        ("pass", site(body("<iframe src=https://yandex.kz/maps/1></iframe>"))),
        ("warn", linked("https://www.google.com/", declared=PREMISES)),
        ("warn", site(body("Абай даңғылы, 10"))),
        (None, site(body("x"))),
    ],
    "content.shop": [
        ("pass", linked("https://kaspi.kz/shop/p/1", declared=MARKET)),
        ("warn", linked("https://notkaspi.kz/", declared=MARKET)),
        (None, linked("https://kaspi.kz/shop/p/1")),
    ],
    "links.names": [
        ("pass", site(body("<a href=/a>A</a><a href=/b aria-label=B></a>"))),
        ("pass", site(body("<a href=/a><img src=i alt=Instagram></a>"))),
        ("fail", site(body("<a href=/a><img src=i></a>"))),
        ("warn", site(body("<a href=/a>A</a>" * 10 + "<a href=/b><svg></svg></a>"))),
        ("warn", site(body("x"))),
    ],
    "links.empty": [
        ("pass", linked("/a", "#contacts")),
        ("warn", linked("/a", "#")),
        ("warn", linked("")),
        (None, site(body("<a>x</a>"))),
    ],
    "links.internal": [
        ("pass", tried(200, 301, 204)),
        ("fail", tried(200, 404)),
        ("warn", tried(*[200] * 19, 404)),
        ("pass", tried(200, 401, 403, 405, 429, 999, 503, "timeout", "robots")),
        ("unknown", tried(403, "timeout")),
        ("fail", tried(410, 403)),
        (None, tried()),
        ("unknown", tried(partial=True)),
    ],
    "links.external": [
        ("pass", tried(200, "timeout", internal=False)),
        ("warn", tried(200, 404, internal=False)),
        ("warn", tried(200, "dns", internal=False)),
        ("unknown", tried("private", internal=False)),
        (None, tried(404)),
    ],
    "links.telephone": [
        ("pass", linked("tel:+77012345678", "tel:+7%20(701)%20234-56-78")),
        ("fail", linked("tel:87012345678")),
        ("fail", linked("tel:+7701234567")),
        ("fail", linked("tel:")),
        ("pass", linked("TEL:+4930123456")),
        (None, linked("/")),
    ],
    "links.whatsapp": [
        ("pass", linked("https://wa.me/77012345678?text=Сәлем")),
        ("pass", linked("https://api.whatsapp.com/send?phone=77012345678")),
        ("fail", linked("https://wa.me/87012345678")),
        ("fail", linked("https://wa.me/+77012345678")),
        ("fail", linked("https://wa.me/7701234567")),
        ("fail", linked("https://api.whatsapp.com/send?phone=")),
        ("warn", linked("https://wa.me/77012345679")),
        ("pass", linked("https://wa.me/77012345679", declared=Declared())),
        (None, linked("https://wa.me/message/ABC")),
        (None, linked("/")),
    ],
    "links.telegram": [
        ("pass", linked("https://t.me/saz_studio", "https://t.me/+77012345678", "https://t.me/s/saz_studio")),
        ("pass", linked("https://t.me/share/url?url=x", "tg://resolve?domain=saz_studio")),
        ("pass", linked("https://t.me/+AbCdEfGhIjKlMnOp")),
        ("fail", linked("https://t.me/saz")),
        ("fail", linked("https://t.me/saz.studio")),
        ("fail", linked("https://t.me/1saz_studio")),
        (None, linked("/")),
    ],
    "handles.declared": [
        ("pass", handles(instagram="@saz.studio", telegram="https://t.me/saz_studio")),
        ("fail", handles(instagram="saz..studio")),
        ("fail", handles(instagram="saz студия")),
        ("fail", handles(telegram="saz")),
        ("fail", handles(instagram="https://t.me/saz_studio")),
        ("fail", handles(instagram="https://instagram.com/p/ABC/")),
        (None, site(GOOD)),
    ],
    "handles.links": [
        ("pass", linked("https://instagram.com/Saz.Studio?igsh=1", "https://t.me/saz_studio")),
        ("warn", linked("https://instagram.com/saz.studio")),
        ("fail", linked("https://instagram.com/wixcom")),
        ("warn", linked("https://instagram.com/saz.studio", "https://instagram.com/friend")),
        ("fail", linked("https://www.instagram.com/")),
        ("warn", linked("/")),
        ("unknown", linked("https://instagram.com/saz.studio", declared=Declared())),
        ("warn", linked("https://instagram.com/p/ABC")),
    ],
    "headers.hsts": [
        ("pass", sent(strict_transport_security="max-age=15768000")),
        ("warn", sent(strict_transport_security="max-age=15767999")),
        ("warn", sent(strict_transport_security="max-age=0")),
        ("fail", sent(strict_transport_security="includeSubDomains")),
        ("fail", sent(strict_transport_security=None)),
        (None, site(home=page(HTTP))),
    ],
    "headers.nosniff": [
        ("pass", sent(x_content_type_options="NoSniff")),
        ("fail", sent(x_content_type_options="sniff")),
        ("fail", sent(x_content_type_options=None)),
    ],
    "headers.frames": [
        ("pass", sent(content_security_policy="frame-ancestors 'none'")),
        ("fail", sent(content_security_policy="frame-ancestors *")),
        ("pass", sent(content_security_policy=None, x_frame_options="sameorigin")),
        ("fail", sent(content_security_policy=None, x_frame_options="ALLOW-FROM x")),
        ("fail", sent(content_security_policy="default-src 'self'")),
        ("fail", sent(content_security_policy=None)),
    ],
    "headers.policy": [
        ("pass", sent(content_security_policy="script-src 'self'; script-src *")),
        ("warn", sent(content_security_policy="script-src 'self' 'unsafe-inline'")),
        ("pass", sent(content_security_policy="script-src 'nonce-abc' 'unsafe-inline'")),
        ("warn", sent(content_security_policy="frame-ancestors 'self'")),
        ("warn", sent(content_security_policy=None)),
        ("warn", sent(content_security_policy=None,
                      content_security_policy_report_only="default-src 'self'")),
    ],
    "headers.referrer": [
        ("pass", sent(referrer_policy="no-referrer")),
        ("pass", sent(referrer_policy="unsafe-url, same-origin")),
        ("warn", sent(referrer_policy="unsafe-url")),
        ("pass", sent(referrer_policy=None)),
    ],
    "headers.cookies": [
        ("pass", sent(set_cookie="a=1; Secure; HttpOnly")),
        ("warn", sent(set_cookie="PHPSESSID=1; Secure")),
        ("warn", sent(set_cookie="a=1")),  # under HSTS
        ("fail", sent(set_cookie="a=1", strict_transport_security=None)),
        (None, sent(set_cookie=None)),
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("id_", "expected", "found"),
    [
        pytest.param(id_, expected, found, id=f"{id_}-{number}")
        for id_, cases in CASES.items()
        for number, (expected, found) in enumerate(cases)
    ],
)
def test_a_check_judges(id_: str, expected: str | None, found: Site) -> None:
    verdict = judged(find(id_), found)
    assert (verdict and verdict.outcome) == expected, verdict and str(verdict.seen)


def test_every_check_is_tried_and_can_pass_and_not() -> None:
    assert {known.id for known in checks()} == CASES.keys()
    for id_, cases in CASES.items():
        outcomes = {expected for expected, _ in cases}
        assert "pass" in outcomes, id_
        assert outcomes & {"warn", "fail"}, id_


def test_checks_are_whole() -> None:
    for known in checks():
        assert known.source.startswith("https://"), known.id
        for said in (known.title, known.why, known.mend):
            assert 0 < len(str(said).strip()) < 160, known.id
        assert str(known.title)[-1] not in ".!", known.id
        assert str(known.why)[-1] == ".", known.id


def test_what_was_seen_can_be_said() -> None:
    for id_, cases in CASES.items():
        for _, found in cases:
            verdict = judged(find(id_), found)
            if verdict is not None:
                assert verdict.outcome in OUTCOMES
                assert str(verdict.seen).strip()
                assert all(isinstance(value, str) for value in verdict.facts.values()), id_


@pytest.mark.parametrize("trust", [True, False])
def test_a_certificate_nobody_described(trust: bool) -> None:
    home = page(tls=Tls("TLSv1.3", None, trusted=trust, problem="" if trust else "new"))
    verdict = judged(find("transport.https"), site(home=home))
    assert verdict is not None
    assert verdict.outcome == ("pass" if trust else "fail")
    assert judged(find("transport.certificate"), site(home=home)) is None


@pytest.mark.parametrize(
    ("why", "outcome"), [("time", "unknown"), ("broken", "unknown"), ("size", "fail")]
)
def test_what_a_page_lacks_may_be_in_the_rest_of_it(why: str, outcome: str) -> None:
    """A page that is longer than 2 MB has shown its head, and one that broke off may not have."""
    torn = site(home=page(body="<title>Saz киіз шеберханасы</title>", cut=True, why=why))
    said = {known.id: judged(known, torn) for known in checks()}
    description, title, headers = (
        said[id_] for id_ in ("head.description", "head.title", "headers.nosniff")
    )
    assert description is not None
    assert title is not None
    assert headers is not None
    assert description.outcome == outcome
    assert ("did not come whole" in str(description.seen)) == (outcome == "unknown")
    assert title.outcome == "pass", "what came is seen"
    assert headers.outcome == "pass", "headers had come before it broke"
