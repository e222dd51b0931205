"""Sites that mean harm, or are broken the way harm looks. Each has one thing wrong.

A site's name says what it does. `addresses_of` is the DNS of all sites; some lie there already.
"""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache

from loopback_wire import Answer, Raw, Reply, Request, by_path, every, says, to

Pause = Callable[[float], None]

OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"

# Every way known to us of writing an address that is not for the world to ask.
PRIVATE_WRITINGS = (
    "http://127.0.0.1/",
    "http://127.1/",
    "http://127.0.1/",
    "http://2130706433/",
    "http://0x7f000001/",
    "http://0x7f.0.0.1/",
    "http://0177.0.0.1/",
    "http://017700000001/",
    "http://0/",
    "http://127.0.0.1./",
    "http://127。0。0。1/",
    "http://127.0.0.1/",
    "http://10.0.0.1/",
    "http://192.168.1.1/",
    "http://172.16.0.1/",
    "http://169.254.169.254/latest/meta-data/",
    "http://100.64.0.1/",
    "http://192.0.0.192/",
    "http://[::1]/",
    "http://[::]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[::ffff:7f00:1]/",
    "http://[::127.0.0.1]/",
    "http://[64:ff9b::7f00:1]/",
    "http://[2002:7f00:1::]/",
    "http://[2001:0:7f00:1::]/",
    "http://[fe80::1]/",
    "http://[fec0::1]/",
    "http://[fd00::1]/",
    "http://[ff02::1]/",
    "http://[2001:db8::1]/",
    "http://167772161/",
    "http://0XA.1/",
    "http://012.0.0.1/",
    "http://2852039166/",
    "http://0251.0376.0xa9fe/",
    "http://[::ffff:a9fe:a9fe]/",
    "http://[64:ff9b:1::a00:1]/",
    "http://[64:ff9b::169.254.169.254]/",
    "http://[2002:a9fe:a9fe::1]/",
    "http://[2001:0:a00:1:0:0:f5ff:fffe]/",
)


def threats(pause: Pause) -> Mapping[str, Answer]:
    """Name → what it answers. `pause` sleeps, until the tests end."""
    return {
        # Too much
        "gzip-bomb.test": _unless_robots(_made(bomb, ("Content-Encoding", "gzip"))),
        "deflate-bomb.test": _unless_robots(
            _made(lambda: bomb(zlib.MAX_WBITS), ("Content-Encoding", "deflate"))
        ),
        "double-gzip.test": _unless_robots(
            _made(lambda: gzip.compress(bomb()), ("Content-Encoding", "gzip, gzip"))
        ),
        "brotli.test": _brotli,
        "brotli-bomb.test": _unless_robots(_made(_brotli_bomb, ("Content-Encoding", "br"))),
        "zstd.test": says(b"\x28\xb5\x2f\xfd", ("Content-Encoding", "zstd")),
        "not-gzip.test": _unless_robots(says("not packed at all", ("Content-Encoding", "gzip"))),
        "raw-deflate.test": says(
            _raw_deflate(b"<title>raw</title>"), ("Content-Encoding", "deflate")
        ),
        "endless.test": _raw(lambda: _then(OK + b"\r\n", every(b"x" * 65_536, pause, 0))),
        "huge-html.test": _unless_robots(_made(lambda: b"<p>" + b"felt " * 2_000_000)),
        "empty-gzip-blocks.test": _raw(
            lambda: _then(
                OK + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(b"")[:10],
                every(b"\x00\x00\x00\xff\xff" * 13_000, pause, 0),
            )
        ),
        # Too slow
        "slow-headers.test": _raw(lambda: _then(OK, every(b"X-Slow: 1\r\n", pause, 0.2))),
        "slow-letters.test": _raw(lambda: _then(b"HTTP/1.1 200 ", every(b"O", pause, 0.2))),
        "slow-body.test": _raw(
            lambda: _then(OK + b"\r\n<title>Slow</title>", every(b".", pause, 0.2))
        ),
        "silent.test": _raw(lambda: _then(b"", every(b"", pause, 0.2))),
        # Not HTTP
        "http09.test": _raw(lambda: [b"<html>what HTTP/0.9 said</html>"]),
        "ssh.test": _raw(lambda: [b"SSH-2.0-OpenSSH_9.6\r\n"]),
        "informational.test": _raw(lambda: every(b"HTTP/1.1 103 Early Hints\r\n\r\n", pause, 0)),
        "switching.test": _raw(lambda: [b"HTTP/1.1 101 Switching\r\nUpgrade: x\r\n\r\n"]),
        "header-flood.test": _raw(lambda: _then(OK, _flood())),
        "many-headers.test": _raw(lambda: [OK, *_lines(150), b"\r\n"]),
        "long-header.test": _raw(lambda: [OK + b"X-Long: " + b"x" * 200_000 + b"\r\n\r\n"]),
        "two-lengths.test": _raw(
            lambda: [OK + b"Content-Length: 5\r\nContent-Length: 50\r\n\r\nhello, more than five"]
        ),
        "bad-length.test": _raw(lambda: [OK + b"Content-Length: -5\r\n\r\nhello"]),
        "short-length.test": _raw(lambda: [OK + b"Content-Length: 500\r\n\r\n<title>cut</title>"]),
        "long-length.test": _raw(lambda: [OK + b"Content-Length: 5\r\n\r\nhello, and far more"]),
        "bad-chunks.test": _raw(
            lambda: [OK + b"Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\nZZ\r\nnonsense\r\n"]
        ),
        "chunk-flood.test": _raw(
            lambda: [OK + b"Transfer-Encoding: chunked\r\n\r\n5;" + b"x" * 200_000]
        ),
        "small-chunks.test": _raw(
            lambda: _then(
                OK + b"Transfer-Encoding: chunked\r\n\r\n", every(b"1\r\nx\r\n" * 2_000, pause, 0)
            )
        ),
        "many-trailers.test": _raw(
            lambda: _then(OK + b"Transfer-Encoding: chunked\r\n\r\n0\r\n", _flood())
        ),
        "hangs-up.test": _raw(lambda: []),
        # To somewhere else
        "five-hops.test": _hops(5),
        "six-hops.test": _hops(6),
        "loop.test": by_path({"/": to("/a"), "/a": to("/b"), "/b": to("/a")}),
        "to-file.test": _unless_robots(to("file:///etc/passwd")),
        "to-hidden.test": _unless_robots(to("https://private.test/")),
        "to-script.test": _unless_robots(to("javascript:alert(1)")),
        "to-port.test": _unless_robots(to("http://good.test:22/")),
        "to-user.test": _unless_robots(to("http://user:secret@good.test/")),
        "to-good.test": to("//good.test/"),
        "to-nowhere.test": _unless_robots(says("", status=302)),
        "down.test": lambda request: (
            Reply(status=302, headers=(("Location", "http://down.test/"),))
            if request.secure
            else Reply(b"<title>plain</title>")
        ),
        "to-private.test": _to_private,
        # Names that lie
        "changes.test": says("<title>first answer</title>"),
        "private.test": says("never seen"),
        "one-private.test": says("never seen"),
        "mapped.test": says("never seen"),
        "metadata.test": says("never seen"),
        "no-address.test": says("never seen"),
        # Certificates
        **{
            name: says("<title>never seen</title>")
            for name in (
                "self-signed.test",
                "stranger.test",
                "expired.test",
                "not-yet.test",
                "wrong-name.test",
                "old-tls.test",
                "no-tls.test",
            )
        },
        # Words that are weapons
        "escapes.test": says(
            "<title>\x1b[31mRed\x1b[0m [bold]rich[/bold] \x1b]8;;http://evil.test\x07x\x1b]8;;\x07"
            "‮drow⁦</title>",
            ("X-Said", "\x1b[2Jgone‮"),
        ),
        "malformed.test": says(
            b"<html><title>A<title>B</p></b><table><tr><a href='x\"><<<\x00\xff"
        ),
        "cookies.test": _cookies,
        "busy.test": _unless_robots(says("later", ("Retry-After", "120"), status=429)),
        # robots.txt
        "robots-down.test": by_path({"/robots.txt": says("", status=503)}, says("never seen")),
        "robots-busy.test": by_path({"/robots.txt": says("", status=429)}, says("never seen")),
        "robots-us.test": by_path(
            {
                "/robots.txt": says(
                    "User-agent: creativekit\nDisallow: /us\n\nUser-agent: *\nDisallow: /\n"
                )
            },
            says("<title>you may</title>"),
        ),
        "robots-long.test": by_path(
            {"/robots.txt": says("# long\n" * 100_000 + "User-agent: *\nDisallow: /\n")},
            says("<title>allowed: the rule came after 500 KiB</title>"),
        ),
        "robots-slow.test": by_path(
            {"/robots.txt": says("User-agent: *\nCrawl-delay: 86400\n")}, says("<title>x</title>")
        ),
        "robots-cut.test": by_path(
            {
                "/robots.txt": lambda _: [
                    OK + b"Content-Length: 500\r\n\r\nUser-agent: *\nAllow: /\nDisall"
                ]
            },
            says("never seen"),
        ),
        "robots-silent.test": by_path(
            {"/robots.txt": lambda _: every(b"", pause, 0.2)}, says("never seen")
        ),
        # Sitemaps
        "sitemaps.test": by_path(
            {
                "/huge.xml": _made(huge_sitemap, type="application/xml"),
                "/bomb.xml.gz": _made(bomb, type="application/gzip"),
                "/laughs.xml": says(BILLION_LAUGHS, type="application/xml"),
                "/external.xml": says(EXTERNAL_ENTITY, type="application/xml"),
            }
        ),
        # The same, named by the robots.txt of a site, as an audit comes upon them
        "huge-sitemap.test": _mapped(_made(huge_sitemap, type="application/xml")),
        "sitemap-bomb.test": _mapped(_made(bomb, type="application/gzip")),
        "entities.test": _mapped(says(BILLION_LAUGHS, type="application/xml")),
        "foreign-entity.test": _mapped(says(EXTERNAL_ENTITY, type="application/xml")),
        # What a browser would warn of
        "mixed.test": says(MIXED),
    }


def addresses_of(sites: Mapping[str, Answer]) -> Mapping[str, Sequence[str]]:
    """What the resolver says of each name: this machine, but for those that lie."""
    return {
        **dict.fromkeys(sites, ("127.0.0.1",)),
        "private.test": ("10.0.0.1",),
        "one-private.test": ("93.184.215.14", "192.168.0.1"),
        "mapped.test": ("::ffff:10.0.0.1",),
        "metadata.test": ("169.254.169.254",),
        "no-address.test": (),
    }


def bomb(window: int = zlib.MAX_WBITS | 16) -> bytes:
    """100 MB in 100 KB: what a page of 2 MB must not become. `window` as zlib's: gzip, or zlib."""
    packer = zlib.compressobj(9, zlib.DEFLATED, window)
    piece = bytes(1_000_000)
    return b"".join(packer.compress(piece) for _ in range(100)) + packer.flush()


def huge_sitemap(urls: int = 50_000) -> bytes:
    """As many addresses as the protocol allows, each of them this site's."""
    entries = "".join(f"<url><loc>https://sitemaps.test/{n}</loc></url>" for n in range(urls))
    return f'<?xml version="1.0"?><urlset xmlns="{SITEMAP}">{entries}</urlset>'.encode()


SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"

BILLION_LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE urlset [<!ENTITY a0 "ha">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    + f']><urlset xmlns="{SITEMAP}"><url><loc>&a9;</loc></url></urlset>'
)

EXTERNAL_ENTITY = (
    '<?xml version="1.0"?><!DOCTYPE urlset [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    f'<urlset xmlns="{SITEMAP}"><url><loc>&x;</loc></url></urlset>'
)


MIXED = (
    '<!doctype html><html lang="ru"><head><meta charset="utf-8"><title>Войлок из Алматы</title>'
    '<script src="http://mixed.test/a.js"></script></head><body><h1>Войлок</h1>'
    '<img src="http://mixed.test/a.png" alt="Ковёр"></body></html>'
)


def _mapped(sitemap: Answer) -> Answer:
    """A site of one page whose robots.txt names a sitemap."""
    rules = "User-agent: *\nAllow: /\nSitemap: /map.xml\n"
    return by_path(
        {
            "/": says("<!doctype html><title>Киіз шеберханасы</title><h1>Киіз</h1>"),
            "/robots.txt": says(rules, type="text/plain"),
            "/map.xml": sitemap,
        }
    )


def _made(make: Callable[[], bytes], *headers: tuple[str, str], type: str = "text/html") -> Answer:
    """What takes a moment to make is made when it is asked for, once."""
    body = cache(make)
    return lambda _: Reply(body(), headers=headers, type=type)


def _raw(pieces: Callable[[], Raw]) -> Answer:
    return _unless_robots(lambda _: pieces())


def _then(first: bytes, rest: Iterable[bytes]) -> Iterator[bytes]:
    yield first
    yield from rest


def _flood() -> Iterator[bytes]:
    while True:
        yield from _lines(1_000)


def _lines(count: int) -> list[bytes]:
    return [b"X-Header-%d: %s\r\n" % (n, b"y" * 30) for n in range(count)]


def _unless_robots(answer: Answer) -> Answer:
    """Robots.txt is 404, so that the page itself is what is met."""
    missing = Reply(b"", 404)
    return lambda request: missing if request.path == "/robots.txt" else answer(request)


def _hops(count: int) -> Answer:
    def answer(request: Request) -> Reply:
        if request.path == "/robots.txt":
            return Reply(b"", 404)
        at = int(request.path.strip("/") or 0)
        if at == count:
            return Reply(b"<title>arrived</title>")
        return Reply(status=302, headers=(("Location", f"/{at + 1}"),))

    return answer


def _to_private(request: Request) -> Reply:
    """/3 leads to the fourth of PRIVATE_WRITINGS."""
    if request.path == "/robots.txt":
        return Reply(b"", 404)
    where = PRIVATE_WRITINGS[int(request.path.strip("/"))]
    return Reply(status=302, headers=(("Location", where),))


def _cookies(request: Request) -> Reply:
    if "cookie" in request.headers:
        return Reply(b"a cookie was sent back", 500)
    cookies = (("Set-Cookie", "a=1; Secure; HttpOnly; SameSite=Lax"), ("Set-Cookie", "b=2"))
    return Reply(b"<title>cookies</title>", headers=cookies)


def _brotli(request: Request) -> Reply:
    import brotli

    body = b"<title>brotli</title>" * 100
    if "br" not in request.headers.get("accept-encoding", ""):
        return Reply(body)
    return Reply(brotli.compress(body), headers=(("Content-Encoding", "br"),))


def _brotli_bomb() -> bytes:
    import brotli

    packer = brotli.Compressor(quality=5)
    return b"".join(packer.process(bytes(1_000_000)) for _ in range(100)) + packer.finish()


def _raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()
