"""Posts from a folder to a folder: the same bytes everywhere, whole files whatever interrupts."""

from __future__ import annotations

import csv
import io
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest
from command_line import creativekit, files_of
from icalendar import Calendar
from PIL import Image

from creativekit.press.manifest import JOURNAL
from example_brands import EXAMPLES
from social_projects import photo, project, rows

HEADER = ("template", "id", "headline", "lead", "photo", "caption", "date")


def table(folder: Path, count: int, name: str = "posts.csv") -> Path:
    """Rows of posts, every third with one of two photographs."""
    for number in (1, 2):
        (folder / f"{number}.jpg").write_bytes(photo(seed=number))
    lines = [HEADER]
    for index in range(count):
        shown = f"{index % 2 + 1}.jpg" if index % 3 == 0 else ""
        day = f"{index % 28 + 1:02}.12.2026" if index % 2 else ""
        words = ("Ашық есік күні", "Сенбіде күтеміз", "Жаңа топ ашылды")[index % 3]
        lines.append(
            ("announcement", f"post-{index}", f"{words} {index}", words, shown, f"№ {index}", day)
        )
    (folder / name).write_text(rows(*lines), "utf-8")
    return folder / name


def test_the_example_gives_everything_and_again_changes_no_byte(tmp_path: Path) -> None:
    folder = tmp_path / "Менің жобам"
    shutil.copytree(EXAMPLES / "saz-studio", folder, ignore=shutil.ignore_patterns("kit"))
    ran = creativekit("-C", folder, "social")
    assert ran.code == 0, ran.err
    first = files_of(folder / "kit")
    assert all(first.values())
    assert {"social/index.html", "social/contact.png", "social/captions.csv"} < set(first)
    for path, data in first.items():
        if path.endswith((".png", ".jpg")) and f"{path}.json" in first:
            about = json.loads(first[f"{path}.json"])
            with Image.open(io.BytesIO(data)) as picture:
                assert picture.size == (about["width"], about["height"])
            assert about["bytes"] == len(data)
            assert about["alt"]
            assert about["limits_met"] is True, (path, about["limits"])
    again = creativekit("-C", folder, "--json", "social")
    assert again.code == 0
    assert again.json["made"] == []
    assert files_of(folder / "kit") == first


def test_the_same_inputs_give_the_same_bytes(tmp_path: Path) -> None:
    """In other folders, with other hash seeds, in one process and in two."""
    kits = []
    for name, jobs, seed in (("a", "1", "1"), ("б б", "2", "77")):
        folder = project(tmp_path / name / "p", style="craft")
        posts = table(folder, 3)  # one with a photograph, all with words
        out = tmp_path / name / "kit"
        ran = creativekit(
            "-C", folder, "-o", out, "social", "--from", posts, "--jobs", jobs,
            "--format", "auto,svg,pptx,pdf,webp", "--previews", PYTHONHASHSEED=seed,
        )  # fmt: skip
        assert ran.code == 0, ran.err
        kits.append(files_of(out))
    assert kits[0].keys() == kits[1].keys()
    assert [path for path in kits[0] if kits[0][path] != kits[1][path]] == []
    assert not [path for path, data in kits[0].items() if str(tmp_path).encode() in data]


def test_lists_are_read_back(tmp_path: Path) -> None:
    folder = project(tmp_path / "p")
    posts = table(folder, 6)
    assert creativekit("-C", folder, "social", "--from", posts).code == 0
    kit = files_of(folder / "kit/social")
    text = kit["captions.csv"].decode("utf-8-sig")
    found = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))
    assert [row["id"] for row in found] == [f"post-{index}" for index in range(6)]
    assert [row["caption"] for row in found] == [f"№ {index}" for index in range(6)]
    assert all(row["file"] in kit for row in found)
    calendar = Calendar.from_ical(kit["calendar.ics"].decode("utf-8"))
    events = [event for event in calendar.walk("VEVENT") if "№" in str(event.get("description"))]
    assert [event.decoded("dtstart").day for event in events] == [2, 4, 6]
    with Image.open(io.BytesIO(kit["contact.png"])) as sheet:
        assert sheet.width == 6 * 328 + 28


# ---- interrupted


# As `python -m creativekit`, but that it says when the interpreter is up.
BEGUN = "from creativekit.cli.main import run\nprint('begun', flush=True)\nrun()"


def started(folder: Path, *arguments: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", BEGUN, "-C", str(folder), "social", *map(str, arguments)],
        env={**os.environ, "CREATIVEKIT_LANG": "en"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def at_work(kit: Path, child: subprocess.Popen[str], files: int) -> None:
    """Waits until some files lie in the kit, or it ended."""
    while child.poll() is None:
        if sum(1 for _ in kit.glob("social/*/*.*")) >= files:
            return
        time.sleep(0.005)


def whole(files: dict[str, bytes]) -> None:
    """Every file is a whole one."""
    for path, data in files.items():
        if path.endswith((".png", ".jpg")):
            with Image.open(io.BytesIO(data)) as picture:
                picture.load()
        elif path.endswith(".json"):
            json.loads(data)


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX systems")
def test_a_killed_run_is_finished_by_the_next(tmp_path: Path) -> None:
    folder = project(tmp_path / "p")
    posts = table(folder, 24)
    kit = folder / "kit"
    moments = random.Random(3)
    for round_ in range(3):
        child = started(folder, "--from", posts)
        at_work(kit, child, 6 + 12 * round_)
        time.sleep(moments.uniform(0, 0.1))
        os.killpg(child.pid, signal.SIGKILL)
        child.communicate()
        assert child.returncode == -signal.SIGKILL
        assert (kit / JOURNAL).exists()
        left = files_of(kit)
        finished = {
            path: (kit / path).stat().st_mtime_ns
            for path in left
            if path.endswith((".png", ".jpg")) and f"{path}.json" in left
        }
        whole({path: data for path, data in left.items() if not path.endswith(".tmp")})
    ran = creativekit("-C", folder, "--json", "social", "--from", posts)
    assert ran.code == 0, ran.err
    assert ran.json["kept_edited"] == []
    there = files_of(kit)
    assert not [path for path in there if "creativekit-" in path]
    whole(there)
    # What was finished before the kill was not made again.
    assert finished
    assert {path: (kit / path).stat().st_mtime_ns for path in finished} == finished
    assert set(finished) <= set(ran.json["unchanged"])
    fresh = tmp_path / "fresh"
    assert creativekit("-C", folder, "-o", fresh, "social", "--from", posts).code == 0
    assert files_of(fresh) == there


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX systems")
@pytest.mark.parametrize("files", [0, 6])
def test_ctrl_c_leaves_a_whole_kit(tmp_path: Path, files: int) -> None:
    folder = project(tmp_path / "p")
    posts = table(folder, 24)
    kit = folder / "kit"
    child = started(folder, "--from", posts)
    if files:
        at_work(kit, child, files)
    else:
        assert child.stdout is not None
        assert child.stdout.readline() == "begun\n"
        time.sleep(0.3)  # while it imports or looks the posts through
    with suppress(ProcessLookupError):  # it is over, which the next line tells
        os.killpg(child.pid, signal.SIGINT)
    _, said = child.communicate(timeout=60)
    assert child.returncode in (130, -signal.SIGINT)
    assert "Traceback" not in said
    left = files_of(kit) if kit.exists() else {}
    whole(left)
    assert not [path for path in left if "creativekit-" in path]
    if files:
        assert "manifest.json" in left
    ran = creativekit("-C", folder, "--json", "social", "--from", posts)
    assert ran.code == 0, ran.err
    assert ran.json["kept_edited"] == []
    pictures = [path for path in left if path.endswith((".png", ".jpg"))]
    assert {path for path in pictures if f"{path}.json" in left} <= set(ran.json["unchanged"])


# ---- bad input, in a process of its own


def test_a_broken_table_writes_nothing(tmp_path: Path) -> None:
    folder = project(tmp_path / "p")
    posts = table(folder, 30)
    text = posts.read_text("utf-8").replace("Ашық есік күні 12", "").replace("№ 20", "№ 20")
    text = text.replace("2.jpg", "3.jpg", 1)
    posts.write_text(text, "utf-8")
    before = files_of(folder)
    ran = creativekit("-C", folder, "social", "--from", posts)
    assert ran.code == 3
    assert "posts.csv:14 headline" in ran.err
    assert "3.jpg" in ran.err
    assert "28 posts are right" in ran.err
    assert files_of(folder) == before
    kept = creativekit("-C", folder, "--json", "social", "--from", posts, "--keep-going")
    assert kept.code == 3
    assert kept.json["posts"] == 28
    assert len(list((folder / "kit/social").glob("post-*"))) == 28
