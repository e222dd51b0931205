"""The whole audit, as `creativekit assess --audit` makes it, against every kind of site.

SITES is what this is about: a site, and what the checks that it is there for must say of it. Every
audit runs in a process of its own with the command's true limits (audited_apart.py says how), on
real sockets, and besides its verdicts it must end in time, stay small, and ask nobody but the
sites. The first tests run the command itself, while slow sites take their time.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from audited_apart import Found, Sweep, command
from loopback_site import LoopbackSites
from loopback_threats import PRIVATE_WRITINGS

from creativekit.presence.audit.fetch import Limits
from creativekit.presence.audit.verdict import checks

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no fork")

PASS, WARN, FAIL, UNKNOWN = "pass", "warn", "fail", "unknown"
LONGEST = Limits().seconds
GRACE = 5.0  # s more on a busy machine
MOST_GROWTH = 80_000_000  # bytes

OPENS = {"transport.reach": PASS, "transport.https": PASS, "transport.certificate": PASS}
CLOSED = {"transport.reach": FAIL, "transport.https": UNKNOWN, "head.title": UNKNOWN,
          "content.contact": UNKNOWN, "headers.hsts": UNKNOWN}  # fmt: skip
BY_HTTP = {"transport.reach": PASS, "transport.https": FAIL, "transport.www": WARN,
           "head.robots": PASS, "head.title": PASS}  # fmt: skip
TOO_MUCH = {**OPENS, "transport.html-size": FAIL, "head.title": FAIL, "head.charset": FAIL,
            "content.contact": FAIL}  # fmt: skip

SITES: Mapping[str, Mapping[str, str]] = {
    # Ordinary ones
    "https://good.test/": {
        **OPENS, "transport.to-https": PASS, "transport.not-found": PASS, "head.sitemap": PASS,
        "language.both": PASS, "sharing.picture": PASS, "structured.owner": PASS,
        "content.price": PASS, "links.internal": PASS, "handles.declared": PASS,
        "headers.policy": PASS,
    },
    "https://bad.test/": {
        **OPENS, "transport.to-https": FAIL, "transport.not-found": FAIL, "head.noindex": FAIL,
        "head.viewport": WARN, "head.h1": WARN, "sharing.picture": FAIL, "content.alt": FAIL,
        "content.labels": FAIL, "content.mixed": FAIL, "content.placeholder": FAIL,
        "links.whatsapp": FAIL, "links.internal": FAIL, "headers.cookies": FAIL,
    },
    "https://cp1251.test/": {
        **OPENS, "head.charset": WARN, "head.title": PASS, "head.h1": PASS,
        "content.price": PASS, "language.lang": FAIL,
    },
    "https://builder.test/": {**OPENS, "headers.hsts": WARN, "headers.nosniff": WARN},
    "https://script.test/": {**OPENS, "content.scripts": WARN, "content.contact": UNKNOWN},
    "https://mixed.test/": {**OPENS, "content.mixed": FAIL, "content.alt": PASS},
    "https://cookies.test/": {**OPENS, "headers.cookies": FAIL},
    "https://gone.test/": CLOSED,

    # Too much
    "https://gzip-bomb.test/": {**TOO_MUCH, "transport.compression": PASS},
    "https://brotli.test/": {**OPENS, "transport.compression": PASS, "transport.html-size": PASS},
    "https://brotli-bomb.test/": {**TOO_MUCH, "transport.compression": PASS},
    "https://double-gzip.test/": CLOSED,
    "https://endless.test/": {**TOO_MUCH, "transport.compression": FAIL},
    "https://huge-html.test/": {**TOO_MUCH, "transport.compression": FAIL},  # 10 MB
    "https://header-flood.test/": CLOSED,
    "https://many-headers.test/": CLOSED,
    "https://huge-sitemap.test/": {**OPENS, "head.robots": PASS, "head.sitemap": PASS},
    "https://sitemap-bomb.test/": {**OPENS, "head.robots": PASS, "head.sitemap": WARN},
    "https://entities.test/": {**OPENS, "head.robots": PASS, "head.sitemap": WARN},
    "https://foreign-entity.test/": {**OPENS, "head.robots": PASS, "head.sitemap": WARN},

    # Too slow: what came is judged, and what may have been in the rest is not
    "https://slow-headers.test/": CLOSED,
    "https://silent.test/": CLOSED,
    "https://slow-body.test/": {
        **OPENS, "transport.first-byte": PASS, "head.description": UNKNOWN, "head.robots": UNKNOWN,
        "head.sitemap": UNKNOWN, "content.contact": UNKNOWN, "headers.nosniff": FAIL,
    },
    "https://short-length.test/": {**OPENS, "head.description": UNKNOWN, "headers.nosniff": FAIL},

    # Not what it should be
    "https://http09.test/": CLOSED,
    "https://malformed.test/": {**OPENS, "head.title": PASS, "head.h1": WARN},
    "https://escapes.test/": {**OPENS, "head.title": WARN, "content.contact": FAIL},

    # To somewhere else
    "https://to-good.test/": {**OPENS, "transport.redirects": PASS, "head.title": PASS},
    "https://five-hops.test/": {**OPENS, "transport.redirects": WARN},
    "https://six-hops.test/": {**CLOSED, "transport.redirects": FAIL},
    "https://loop.test/": {**CLOSED, "transport.redirects": FAIL},
    "https://to-file.test/": CLOSED,
    "https://down.test/": {"transport.reach": PASS, "transport.https": FAIL},
    **{f"https://to-private.test/{at}": CLOSED for at in range(len(PRIVATE_WRITINGS))},
    "https://to-hidden.test/": CLOSED,
    "https://private.test/": CLOSED,
    "https://one-private.test/": CLOSED,
    "https://mapped.test/": CLOSED,
    "https://metadata.test/": CLOSED,
    "https://changes.test/": OPENS,  # DNS says 127.0.0.1, and 10.0.0.1 to who asks again

    # Told to stay out
    "https://forbids.test/": {
        "transport.reach": UNKNOWN, "transport.https": UNKNOWN, "head.robots": FAIL,
        "head.title": UNKNOWN,
    },
    "https://robots-down.test/": {
        "transport.reach": UNKNOWN, "head.robots": FAIL, "head.title": UNKNOWN,
    },
    "https://busy.test/": {
        "transport.reach": UNKNOWN, "transport.https": PASS, "head.robots": PASS,
        "head.title": UNKNOWN, "content.contact": UNKNOWN,
    },

    # Certificates: what is refused is told, and the page is read by http
    "https://self-signed.test/": {**BY_HTTP, "transport.certificate": PASS},
    "https://wrong-name.test/": {**BY_HTTP, "transport.certificate": PASS},
    "https://expired.test/": {**BY_HTTP, "transport.certificate": FAIL},
    "https://old-tls.test/": {**BY_HTTP, "transport.tls": FAIL},
    "https://soon.test/": {**OPENS, "transport.certificate": FAIL},
}  # fmt: skip

# What did not open, and the words it is told in.
WHY = {
    "https://gone.test/": "does not exist",
    "https://double-gzip.test/": "compressed as 'gzip, gzip'",
    "https://header-flood.test/": "more headers than any page needs",
    "https://many-headers.test/": "more headers than any page needs",
    "https://slow-headers.test/": "no answer in time",
    "https://silent.test/": "no answer in time",
    "https://http09.test/": "not HTTP",
    "https://six-hops.test/": "more than 5 redirects",
    "https://loop.test/": "in a circle",
    "https://to-file.test/": "neither http nor https",
    "https://forbids.test/": "asks programs not to open",
    **{f"https://to-private.test/{at}": "private network" for at in range(len(PRIVATE_WRITINGS))},
    **{f"https://{name}.test/": "private network"
       for name in ("to-hidden", "private", "one-private", "mapped", "metadata")},
}  # fmt: skip

# These wait for their whole time, and are audited at once.
SLOW = ("https://slow-headers.test/", "https://silent.test/", "https://slow-body.test/")

CONFIG = """\
[project]
name = "Отау"
languages = ["kk"]

[brand]
color = "#0a7e8c"
style = "steppe"

[contact]
phone = "+7 701 123 45 67"
instagram = "@otau.kiiz"
telegram = "@otau_kiiz"
site = "https://good.test/"
"""

ANSWERS = 'schema = 1\nprofile = "site"\n[answers]\n"1.1" = 2\n"3.2" = 2\n'


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("otau")
    (folder / "creativekit.toml").write_text(CONFIG, "utf-8")
    (folder / "answers.toml").write_text(ANSWERS, "utf-8")
    return folder


@pytest.fixture(scope="module", autouse=True)
def begun(served_sites: LoopbackSites, project: Path) -> Iterator[Sweep]:
    """Slow sites take their time while the first tests are at work."""
    working = [url for url in SITES if url not in SLOW]
    changing = {"changes.test": ("127.0.0.1", "10.0.0.1")}
    with Sweep(served_sites, project, SLOW, working, changing) as sweep:
        yield sweep


@pytest.fixture(scope="module")
def audits(begun: Sweep) -> Mapping[str, Found]:
    return begun.found()


def _assess(project: Path, tmp_path: Path, url: str, *more: str) -> list[str]:
    answers = str(project / "answers.toml")
    where = ["-C", str(project), "-o", str(tmp_path / "kit")]
    return [*where, "assess", "--answers", answers, "--audit", url, *more]


@pytest.mark.parametrize(
    ("url", "code"),
    [("https://good.test/", 0), ("https://gzip-bomb.test/", 0), ("https://private.test/", 4)],
)
def test_the_command_tells_what_the_table_says(
    served_sites: LoopbackSites, project: Path, tmp_path: Path, url: str, code: int
) -> None:
    ran = command(served_sites, *_assess(project, tmp_path, url, "--json"))
    assert ran.returncode == code, ran.stderr
    told = json.loads(ran.stdout)
    seen = {each["id"]: each["outcome"] for each in told["audit"]["checks"]}
    assert {id_: seen[id_] for id_ in SITES[url]} == SITES[url]
    assert (tmp_path / "kit/presence/report.json").is_file(), "the assessment goes on"


def test_a_terminal_is_not_told_what_to_do(
    served_sites: LoopbackSites, project: Path, tmp_path: Path
) -> None:
    """The title of this site holds escapes, rich's markup and letters that turn text around."""
    ran = command(served_sites, *_assess(project, tmp_path, "https://escapes.test/"))
    assert ran.returncode == 0, ran.stderr
    said = ran.stdout + ran.stderr
    assert "[bold]rich[/bold]" in said, "it is shown, as it is written"
    assert not set(said) & set("\x1b\x07\x08\x9b‮⁦​")
    assert "Traceback" not in said


def test_the_command_as_it_ships_opens_nothing_here(project: Path, tmp_path: Path) -> None:
    """Without what tests put in its place, this machine's own network is refused."""
    program = [sys.executable, "-m", "creativekit"]
    asked = [*program, *_assess(project, tmp_path, "http://localhost/", "--json")]
    ran = subprocess.run(asked, capture_output=True, text=True, timeout=60)
    assert ran.returncode == 4, ran.stderr
    told = json.loads(ran.stdout)["audit"]
    reach = next(each for each in told["checks"] if each["id"] == "transport.reach")
    assert reach["facts"]["code"] == "private"


@pytest.mark.parametrize("url", SITES)
def test_a_site_is_judged_in_time_and_within_bounds(
    served_sites: LoopbackSites, audits: Mapping[str, Found], url: str
) -> None:
    assert url in audits, "it did not end"
    found = audits[url]
    wrong = {id_: found.outcomes.get(id_) for id_, said in SITES[url].items()
             if found.outcomes.get(id_) != said}  # fmt: skip
    assert wrong == {}, found.reason
    assert WHY.get(url, "") in found.reason
    assert found.seconds < LONGEST + GRACE
    assert found.growth < MOST_GROWTH
    here = {("127.0.0.1", port) for port in (served_sites.server.http, served_sites.server.https)}
    assert found.reached <= here


def test_the_table_names_checks_that_exist() -> None:
    known = {each.id for each in checks()}
    assert {id_ for said in SITES.values() for id_ in said} <= known


def test_all_of_a_good_site_is_good(audits: Mapping[str, Found]) -> None:
    outcomes = dict(audits["https://good.test/"].outcomes)
    del outcomes["content.newest"]  # its pages grow older
    assert set(outcomes.values()) == {PASS}
    assert audits["https://good.test/"].score in (99, 100)


@pytest.mark.parametrize("url", [url for url, said in SITES.items() if said is CLOSED])
def test_a_site_that_does_not_open_has_no_score(audits: Mapping[str, Found], url: str) -> None:
    assert audits[url].score is None
    assert set(audits[url].outcomes.values()) <= {FAIL, UNKNOWN, PASS}
    passed = {id_ for id_, said in audits[url].outcomes.items() if said == PASS}
    assert passed == {"handles.declared"}, "which looks at creativekit.toml alone"


@pytest.mark.parametrize("url", SLOW)
def test_a_slow_site_is_waited_for_once_and_its_audit_says_so(
    audits: Mapping[str, Found], url: str
) -> None:
    assert audits[url].seconds > LONGEST - 1
    assert audits[url].partial
    assert audits[url].score is None


@pytest.mark.parametrize("name", ["private", "one-private", "mapped", "metadata", "gone"])
def test_what_dns_says_is_private_is_not_asked_at_all(
    audits: Mapping[str, Found], name: str
) -> None:
    assert audits[f"https://{name}.test/"].reached == frozenset()


def test_every_name_is_looked_up_once(audits: Mapping[str, Found]) -> None:
    """So there is no second answer that could differ from the one that was checked."""
    assert audits["https://changes.test/"].looked_up["changes.test"] == 1
    for url, found in audits.items():
        assert set(found.looked_up.values()) <= {1}, url


def test_the_measures_see_what_they_are_there_for(audits: Mapping[str, Found]) -> None:
    """A page of 2 MB is more than a small one: a peak that never moved would prove nothing."""
    assert audits["https://huge-html.test/"].growth > 10_000_000
    assert audits["https://good.test/"].reached


def test_no_cookie_was_sent_back_and_nothing_but_asking_was_done(
    served_sites: LoopbackSites, audits: Mapping[str, Found]
) -> None:
    assert len(audits) == len(SITES)
    assert {request.method for request in served_sites.server.asked} <= {"GET", "HEAD"}
    assert not [each for each in served_sites.server.asked if "cookie" in each.headers]
