"""Websites on this machine's own sockets, for every test of the live audit.

    def test_the_home_page_is_read(sites):
        page = sites.fetcher().get("https://good.test/")

`sites` (a fixture in conftest.py, started once) serves these at their true addresses, ports and
all, through a resolver and a table of ports that only tests hand to a fetcher:

- `good.test`: a workshop whose site does everything well, in three languages. http:// and www.
  lead to https://good.test/. Its pages are HTML files in tests/presence/sites/good.test/.
- `bad.test`: as much wrong as fits one page, on https and on http; every path answers 200, except
  /missing-page.html and /photo2.jpg (404) and /broken.html (500).
- the pages that links lead to: `www.instagram.com` (429), `t.me`, `wa.me`, `2gis.kz`, `kaspi.kz`.
- `cp1251.test`, `builder.test` (a hosted builder), `script.test` (needs a browser), `forbids.test`
  (robots.txt says no), and in loopback_threats.py the hostile ones.

Names that are not served do not exist (as in DNS); `gone.test` is one of them. `sites.asked` is
what was asked of whom.
"""

from __future__ import annotations

import gzip
import mimetypes
import socket
import struct
import zlib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from loopback_certificates import Authority
from loopback_threats import addresses_of, threats
from loopback_wire import Answer, Reply, Request, Server, by_path, says, to

FOLDER = Path(__file__).parent / "sites"

# As Mozilla's HTTP Observatory asks for them.
GOOD_HEADERS = (
    ("Strict-Transport-Security", "max-age=63072000; includeSubDomains"),
    ("X-Content-Type-Options", "nosniff"),
    ("Content-Security-Policy", "default-src 'self'; frame-ancestors 'none'"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
)


class LoopbackSites:
    """All sites, served until `close`."""

    def __init__(self) -> None:
        self.authority = Authority()
        self.server = Server(self._site, self._certificate)
        self._sites: dict[str, Answer] = {
            **_ordinary(),
            **threats(self.server.pause),
        }
        self._addresses = addresses_of(self._sites)

    @property
    def asked(self) -> list[Request]:
        return self.server.asked

    def asked_of(self, host: str) -> list[Request]:
        return [request for request in self.server.asked if request.host == host]

    def forget(self) -> None:
        self.server.asked.clear()
        self.server.greeted.clear()

    def resolve(self, host: str, _port: int) -> Sequence[str]:
        """What DNS says of a name here; a name that nobody serves does not exist."""
        try:
            return self._addresses[host]
        except KeyError:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known") from None

    @property
    def names(self) -> frozenset[str]:
        """The names that may be this machine; an address of it written out still may not."""
        return frozenset(self._sites)

    def fetcher(self, **settings: Any) -> Any:
        """A `Fetcher` that can reach these sites and nothing else, and that does not wait a
        second between two requests (unless told to: `pace`)."""
        from creativekit.presence.audit.fetch import Fetcher, Loopback
        from creativekit.presence.audit.pace import Pace

        ports = {80: self.server.http, 443: self.server.https}
        defaults: dict[str, Any] = {
            "resolve": self.resolve,
            "roots": self.authority.pem,
            "loopback": Loopback(names=self.names, ports=ports),
            "pace": Pace(*FakeTime().both),
        }
        return Fetcher(**defaults | settings)

    def close(self) -> None:
        self.server.close()

    def _site(self, host: str) -> Answer | None:
        return self._sites.get(host)

    def _certificate(self, name: str) -> Any:
        return self.authority.context(name) if name in self._sites else None


class FakeTime:
    """Time that passes only where somebody waits."""

    def __init__(self) -> None:
        self.now = 0.0

    @property
    def both(self) -> tuple[Callable[[], float], Callable[[float], None]]:
        return (lambda: self.now, self._wait)

    def _wait(self, seconds: float) -> None:
        self.now += seconds


def _ordinary() -> Mapping[str, Answer]:
    return {
        "good.test": _good,
        "www.good.test": to("https://good.test/"),
        "bad.test": _bad,
        "soon.test": says("<title>Жақында бітеді</title>"),
        "cp1251.test": says(CP1251.encode("cp1251"), type="text/html"),
        "builder.test": says(BUILDER, ("Server", "Tilda"), ("X-Tilda-Server", "24")),
        "script.test": says(NEEDS_A_BROWSER),
        "forbids.test": by_path(
            {"/robots.txt": says("User-agent: *\nDisallow: /\n", type="text/plain")},
            says("<title>Тыйым салынған</title>"),
        ),
        "www.instagram.com": by_path(
            {"/robots.txt": says("User-agent: *\nAllow: /\n", type="text/plain")},
            says("wait", ("Retry-After", "3600"), status=429),
        ),
        "t.me": says("<title>Telegram</title>"),
        "wa.me": says("<title>WhatsApp</title>"),
        "2gis.kz": says("<title>2GIS</title>"),
        "kaspi.kz": says("<title>Kaspi</title>"),
    }


def _good(request: Request) -> Reply:
    if not request.secure:
        return Reply(status=301, headers=(("Location", f"https://good.test{request.path}"),))
    pictures = {"/share.png": (1200, 630), "/sheberhana.png": (1200, 800)}
    if request.path in pictures:
        return Reply(png(*pictures[request.path]), type="image/png", headers=GOOD_HEADERS)
    file = _file("good.test", request.path)
    status = 200 if file else 404
    file = file or FOLDER / "good.test" / "404.html"
    body, headers = file.read_bytes(), GOOD_HEADERS
    if "gzip" in request.headers.get("accept-encoding", ""):
        body = gzip.compress(body, mtime=0)
        headers = (*headers, ("Content-Encoding", "gzip"), ("Vary", "Accept-Encoding"))
    return Reply(body, status, headers, _type(file))


def _bad(request: Request) -> Reply:
    match request.path.partition("?")[0]:
        case "/missing-page.html" | "/photo2.jpg":
            return Reply(b"not found", 404)
        case "/broken.html":
            return Reply(b"Fatal error: Uncaught mysqli_sql_exception", 500)
        case "/small.png":
            return Reply(png(200, 200), type="image/png")
        case "/robots.txt" | "/sitemap.xml" | "/favicon.ico":
            return Reply(b"not found", 404)
    # A front page for every path that does not exist: a "soft 404".
    cookies = (("Set-Cookie", "PHPSESSID=abc123; path=/"), ("Set-Cookie", "visited=1"))
    return Reply(
        (FOLDER / "bad.test" / "index.html").read_bytes(),
        headers=(*cookies, ("Server", "Apache/2.2.15"), ("X-Powered-By", "PHP/5.3.3")),
        type="text/html",
    )


CP1251 = """<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1251">
<title>Войлок ручной работы в Алматы</title></head>
<body><h1>Войлочная мастерская</h1><p>Ковры и подушки, от 12 000 тенге.</p></body></html>
"""

BUILDER = """<!doctype html><html lang="ru"><head><meta charset="utf-8">
<meta name="generator" content="Tilda"><title>Мастерская на конструкторе</title>
<meta name="viewport" content="width=device-width, initial-scale=1"></head>
<body><h1>Мастерская</h1><p>Сайт, у которого заголовки ответа задаёт не хозяин.</p></body></html>
"""

NEEDS_A_BROWSER = (
    '<!doctype html><html lang="kk"><head><meta charset="utf-8"><title>Шеберхана</title>'
    + "".join(f'<script src="/bundle-{n}.js" defer></script>' for n in range(12))
    + '</head><body><div id="root"></div></body></html>'
)


def png(width: int, height: int) -> bytes:
    """A grey picture of a true size."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", check)

    rows = (b"\0" + b"\x80" * width) * height
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    pieces = ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(kind, data) for kind, data in pieces)


def _file(host: str, path: str) -> Path | None:
    root = FOLDER / host
    wanted = root / path.partition("?")[0].lstrip("/")
    wanted = wanted / "index.html" if wanted.is_dir() else wanted
    return wanted if wanted.is_file() and wanted.resolve().is_relative_to(root.resolve()) else None


def _type(file: Path) -> str:
    kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind
