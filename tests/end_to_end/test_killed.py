"""kill -9 at any moment: every file is the old one or the new one, and the next run completes.

A hundred times, at moments drawn by a seed and as soon as it writes. Most of them in forks of a
process that has everything loaded, so that they fall into the work itself; some in the middle of a
whole brand kit, whose workers are killed with it. test_run.py kills runs of the press alone,
test_social.py shows that what was finished is not made again.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from command_line import files_of
from forks import Forks, kill

from creativekit.press.manifest import JOURNAL
from example_brands import EXAMPLES

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals of POSIX systems")

ENVIRONMENT = {**os.environ, "CREATIVEKIT_LANG": "en", "NO_COLOR": "1"}


@pytest.fixture(scope="module")
def forks() -> Iterator[Forks]:
    made = Forks(ENVIRONMENT)
    yield made
    made.close()


def project(folder: Path, color: str) -> Path:
    """A small one whose every file depends on the colour."""
    shutil.copytree(EXAMPLES / "saz-studio", folder, ignore=shutil.ignore_patterns("kit"))
    paint(folder, color)
    return folder


def paint(folder: Path, color: str) -> None:
    config = folder / "creativekit.toml"
    text = (EXAMPLES / "saz-studio" / "creativekit.toml").read_text("utf-8")
    text = text.replace('"#0a7e8c"', f'"{color}"').replace('["kk", "ru", "en"]  ', '["kk"]  ', 1)
    text = text.replace("Дыбыстан әлем құрамыз", f"Түсі {color} болған дыбыстан әлем құрамыз")
    config.write_text(text, "utf-8")


COLORS = ("#0a7e8c", "#b3261e")
# What is typed, how often it is killed, and what of it comes to lie in the project.
COMMANDS = (
    ("position --format md", 30),
    ("social --only open-day --placements telegram --jobs 1", 18),
    ("share -o kit.zip --kit own --force", 36),
    ("assess --answers presence/answers.toml --date 2026-11-26", 12),
)


def left(folder: Path) -> dict[str, bytes]:
    """What lies there, without the config that we write and what a killed run may leave."""
    return {
        path: data
        for path, data in files_of(folder).items()
        if path != "creativekit.toml"
        and not path.endswith((".tmp", JOURNAL))
        and not path.startswith("own/")
    }


def check(folder: Path, old: dict[str, bytes], new: dict[str, bytes]) -> None:
    """Every file is whole: the old one or the new one. The manifest may know of some new ones."""
    found = left(folder)
    for path, data in found.items():
        if path.endswith("manifest.json"):
            assert json.loads(data)["manifest"] == 1
        else:
            assert data in (old.get(path), new.get(path)), path
    assert not [path for path in old.keys() & new.keys() if path not in found]


@pytest.mark.parametrize(("typed", "kills"), COMMANDS, ids=lambda each: str(each).split()[0])
def test_killed_in_the_middle(forks: Forks, tmp_path: Path, typed: str, kills: int) -> None:
    folder = project(tmp_path / "Менің жобам", COLORS[0])
    own = folder / "own"
    own.mkdir()
    for number in range(20):
        (own / f"{number}.bin").write_bytes(random.Random(number).randbytes(50_000))
    words = ["-C", str(folder), *typed.split()]
    for place, word in enumerate(words):
        if word in ("kit.zip", "own", "presence/answers.toml"):
            words[place] = str(folder / word)
    forks.load(words)
    whole: list[dict[str, bytes]] = []
    lasted = 60.0
    # The second time round, what both colours make is there, such as two records of a day.
    for color in (*COLORS, *COLORS):
        paint(folder, color)
        start = time.monotonic()
        assert forks.run(words) == 0
        lasted = min(lasted, time.monotonic() - start)
        whole.append(left(folder))
    whole = whole[2:]
    assert whole[0] != whole[1]
    moments = random.Random(typed)

    def writing() -> bool:
        """It has begun: the journal of a kit is there, or a file that is not whole yet."""
        return any(folder.rglob(".creativekit*"))

    killed = reached = 0
    for count in range(kills):
        old, new = whole[(count + 1) % 2], whole[count % 2]
        paint(folder, COLORS[count % 2])
        if count % 2:  # at any moment
            code = forks.run(words, moments.uniform(0, lasted))
        else:  # while it writes, however long it takes until then
            code = forks.run(words, moments.choice((0, 0, 0.002, 0.01)), writing)
        assert code in (0, -signal.SIGKILL)
        killed += code != 0
        check(folder, old, new)
        reached += left(folder) != old or writing()
        if code != 0:
            for each in folder.rglob(".creativekit*.tmp"):
                os.utime(each, (0, 0))  # outside the kit they are left for a while
            assert forks.run(words) == 0
        assert left(folder) == new
        for each in (each for each in folder.rglob(".creativekit*") if each.is_file()):
            # A record that had got its name already is not written again, and only who writes into
            # its folder clears up there.
            assert each.parent.name == "history"
            assert each.suffix == ".tmp"
            each.unlink()
    assert killed > kills // 4, "the moments do not fall into the work"
    assert reached, "no moment falls into the writing"


def written_since(kit: Path, moment: int) -> int:
    """How many files of a kit were written after a moment, in ns."""
    count = 0
    for path in kit.rglob("*.*"):
        with suppress(FileNotFoundError):  # a file that has got its name meanwhile
            count += path.stat().st_mtime_ns > moment
    return count


def test_a_whole_brand_kit_is_killed_with_its_workers(tmp_path: Path) -> None:
    folder = project(tmp_path / "Менің жобам", COLORS[0])
    command = [sys.executable, "-m", "creativekit", "-C", str(folder), "brand"]
    old: dict[str, bytes] = {}
    whole: list[dict[str, bytes]] = []
    for color in COLORS:
        paint(folder, color)
        subprocess.run(command, env=ENVIRONMENT, check=True, capture_output=True)
        whole.append(left(folder))
    moments = random.Random(9)
    killed = 0
    start = time.time_ns()
    paint(folder, COLORS[0])
    old, new = whole[1], whole[0]
    for number in range(4):
        child = subprocess.Popen(
            command,
            env=ENVIRONMENT,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        # A run goes on where the one before was killed.
        made_before = (number + moments.random()) / 5 * len(new)
        while child.poll() is None and written_since(folder / "kit", start) < made_before:
            time.sleep(0.01)
        kill(child.pid)
        killed += child.wait() != 0
        check(folder, old, new)
    assert killed > 2
    done = subprocess.run(command, env=ENVIRONMENT, check=False, capture_output=True)
    assert done.returncode == 0, done.stderr
    assert left(folder) == new
    assert not [each for each in folder.rglob(".creativekit*") if each.is_file()]
