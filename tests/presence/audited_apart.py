"""Whole audits in processes of their own, as the command makes them, with all that can be counted.

    with Sweep(sites, project, ["https://slow.test/"], ["https://good.test/"]) as begun:
        ...
        found = begun.found()                     # every audit: verdicts, time, memory
    ran = command(sites, "assess", "--audit", "https://good.test/")   # the program itself

The product knows no option that opens this machine's own network, and must not. So this file is
also a program: it puts a fetcher that can reach the loopback sites in the place of the command's,
through the one function that is there for it, and goes on as the command does. Only two things of
that fetcher are not real: where names and ports lead, and that the second between two requests
passes at once. Its limits are the command's own.

Peak memory never shrinks, so each audit is a fork of one process that has everything loaded and
has already read an honest site: what it grows by is what its site made it take.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from loopback_site import LoopbackSites

WARM = "https://good.test/"
LONGEST = 45  # s; then an audit is ended
TOGETHER = 2  # audits that work at a time; those that only wait go on beside them


@dataclass(frozen=True)
class Found:
    """One audit. seconds: how long it took. growth: bytes that the peak of memory grew by.
    reached: numbers and ports of all connections, looked_up: names, with how often each was.
    """

    outcomes: Mapping[str, str]
    reason: str
    partial: bool
    score: int | None
    seconds: float
    growth: int
    reached: frozenset[tuple[str, int]]
    looked_up: Mapping[str, int]


class Sweep:
    """An audit of every address, begun at once and waited for by `found`. waiting: sites that are
    slow; these are begun first and all together, for they cost nothing. changing: names whose
    answers differ, in turn (the last one stays).
    """

    def __init__(
        self,
        sites: LoopbackSites,
        project: Path,
        waiting: Sequence[str],
        working: Sequence[str],
        changing: Mapping[str, Sequence[str]],
    ) -> None:
        given = {**_way_in(sites, changing), "project": str(project)}
        given |= {"waiting": waiting, "working": working}
        self._said = tempfile.TemporaryFile()  # noqa: SIM115 - closed in __exit__
        self._process = subprocess.Popen(
            [sys.executable, __file__, "sweep"],
            stdin=subprocess.PIPE,
            stdout=self._said,
            stderr=subprocess.STDOUT,
        )
        assert self._process.stdin is not None
        with self._process.stdin as stdin:
            stdin.write(json.dumps(given).encode())

    def __enter__(self) -> Sweep:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait()
        self._said.close()

    def found(self) -> dict[str, Found]:
        """By address. An audit that broke has no verdicts, and its error for a reason; one that
        did not end, or was ended by the system, is not in it."""
        code = self._process.wait(timeout=3 * LONGEST)
        self._said.seek(0)
        said = self._said.read().decode("utf-8", "replace")
        assert code == 0, said
        found = {}
        for line in said.splitlines():
            url, told = json.loads(line)
            told["reached"] = frozenset((host, port) for host, port in told["reached"])
            found[url] = Found(**told)
        return found


def command(sites: LoopbackSites, *arguments: str) -> subprocess.CompletedProcess[str]:
    """`creativekit` with these arguments, with a way to the sites."""
    way = json.dumps(_way_in(sites, {}))
    return subprocess.run(
        [sys.executable, __file__, "command", *arguments],
        env={**os.environ, "CREATIVEKIT_LANG": "en", "LOOPBACK_SITES": way},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
    )


def _way_in(sites: LoopbackSites, changing: Mapping[str, Sequence[str]]) -> Mapping[str, object]:
    return {
        "names": sorted(sites.names),
        "addresses": {name: list(sites.resolve(name, 0)) for name in sorted(sites.names)},
        "changing": changing,
        "pem": sites.authority.pem.decode(),
        "http": sites.server.http,
        "https": sites.server.https,
    }


# ── What follows runs in the processes ──────────────────────────────────────────────────────────


class Resolver:
    """DNS as the sites have it."""

    def __init__(self, given: Mapping[str, Any]) -> None:
        self.asked: dict[str, int] = {}
        self._given = given

    def __call__(self, host: str, _port: int) -> Sequence[str]:
        turn = self.asked[host] = self.asked.get(host, 0) + 1
        if host in self._given["changing"]:
            answers = self._given["changing"][host]
            return [answers[min(turn, len(answers)) - 1]]
        if host not in self._given["addresses"]:
            raise OSError("Name or service not known")
        return self._given["addresses"][host]  # type: ignore[no-any-return]


def open_loopback(given: Mapping[str, Any], resolver: Resolver) -> None:
    """Let the command's fetcher reach the sites, and nothing else that it could not reach."""
    import itertools

    from creativekit.cli import assess_audit
    from creativekit.presence.audit.fetch import Fetcher, Loopback
    from creativekit.presence.audit.pace import Pace

    ports = {80: given["http"], 443: given["https"]}
    assess_audit.fetcher = lambda cancelled: Fetcher(
        cancelled=cancelled,
        resolve=resolver,
        roots=given["pem"].encode(),
        loopback=Loopback(frozenset(given["names"]), ports),
        pace=Pace(itertools.count().__next__),  # a clock on which every look is a second later
    )


def one(url: str, given: Mapping[str, Any]) -> dict[str, object]:
    """The audit of `url`, in this process."""
    import datetime

    from peak_memory import peak

    from creativekit.cli import assess_audit
    from creativekit.project.loading import load

    resolver, reached = Resolver(given), set[tuple[str, int]]()
    open_loopback(given, resolver)

    def watch(event: str, arguments: tuple[Any, ...]) -> None:
        if event == "socket.connect":
            reached.add((str(arguments[1][0]), int(arguments[1][1])))

    sys.addaudithook(watch)
    project = load(Path(given["project"]))
    before, began = peak(), time.monotonic()
    found = assess_audit.looked_at(url, project, ["site"], datetime.date.today())
    told = assess_audit.as_json(found)
    seconds, growth = time.monotonic() - began, peak() - before
    # What reached for another machine was stopped there, perhaps unheard.
    assert not getattr(sys.modules.get("sitecustomize"), "touched", None)
    seen = {each["id"]: each for each in told["checks"]}
    return {
        "outcomes": {id_: each["outcome"] for id_, each in seen.items()},
        "reason": seen["transport.reach"]["seen"],
        "partial": told["partial"],
        "score": told["health"],
        "seconds": seconds,
        "growth": growth,
        "reached": sorted(reached),
        "looked_up": resolver.asked,
    }


NOTHING = {
    "outcomes": {},
    "partial": False,
    "score": None,
    "seconds": 0.0,
    "growth": 0,
    "reached": (),
    "looked_up": {},
}


def forked(url: str, given: Mapping[str, Any]) -> int:
    """`one` in a fork, which prints what it found in a single write; the fork's number."""
    child = os.fork()
    if child:
        return child
    signal.alarm(LONGEST)  # what does not end must not keep the others from being told
    try:
        told: object = one(url, given)
    except BaseException as error:
        told = {**NOTHING, "reason": f"{url}: {error!r}"}
    os.write(1, (json.dumps([url, told]) + "\n").encode())
    os._exit(0)


def run_sweep() -> None:
    given = json.load(sys.stdin)
    one(WARM, given)
    waiting = {forked(url, given) for url in given["waiting"]}
    working = set[int]()
    for url in given["working"]:
        while len(working) >= TOGETHER:
            _gone(waiting, working)
        working.add(forked(url, given))
    while waiting or working:
        _gone(waiting, working)


def _gone(*of: set[int]) -> None:
    child, _ = os.wait()
    for each in of:
        each.discard(child)


def run_command(arguments: Iterable[str]) -> None:
    given = json.loads(os.environ["LOOPBACK_SITES"])
    open_loopback(given, Resolver(given))
    from creativekit.cli.main import run

    sys.argv = ["creativekit", *arguments]
    run()


if __name__ == "__main__":
    if sys.argv[1] == "sweep":
        run_sweep()
    else:
        run_command(sys.argv[2:])
