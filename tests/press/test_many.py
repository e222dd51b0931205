"""Many projects: the same bytes whoever builds them, and none stops another."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from creativekit.errors import InputError, Message
from creativekit.press import pool
from creativekit.press.manifest import Journal
from creativekit.press.many import Tally, build_many
from creativekit.press.project_run import Asked, Outcome, projects_below
from creativekit.press.report import Failure
from press import fake_build, many_projects

FAKE = Asked(build=fake_build.build)

ALONE = """\
import sys
from pathlib import Path
from creativekit.press.many import build_many
from creativekit.press.project_run import Asked, projects_below
from press import fake_build

if __name__ == "__main__":
    scheduler = sys.argv[3] if len(sys.argv) > 3 else None
    asked = Asked(build=fake_build.build)
    works = projects_below(Path(sys.argv[1]))
    tally = build_many(works, asked, workers=int(sys.argv[2]), scheduler=scheduler)
    print(tally.interrupted, tally.done, tally.made)
"""


@pytest.fixture(params=["fork", "spawn"])
def start(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param not in multiprocessing.get_all_start_methods():
        pytest.skip(f"this system does not {request.param}")
    monkeypatch.setattr(pool, "may_fork", lambda: request.param == "fork")


def until(true: Callable[[], object], seconds: float = 20.0) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not come about"
        time.sleep(0.02)


# ---- which projects there are


def test_projects_are_found_by_name_and_not_inside_one_another(tmp_path: Path) -> None:
    for name in ("б/2", "a", "б/1", "a/kit/inner", ".hidden/x"):
        (tmp_path / name).mkdir(parents=True)
        (tmp_path / name / "creativekit.toml").write_text("")
    (tmp_path / "link").symlink_to(tmp_path / "a")
    found = projects_below(tmp_path)
    assert [each.name for each in found] == ["a", "б/1", "б/2"]
    assert found[1].kit == str(tmp_path / "б/1/kit")
    elsewhere = projects_below(tmp_path, tmp_path / "out")
    assert [each.kit for each in elsewhere] == [
        str(tmp_path / "out" / name) for name in ("a", "б/1", "б/2")
    ]


def test_a_project_itself_is_one(tmp_path: Path) -> None:
    (tmp_path / "creativekit.toml").write_text("")
    (work,) = projects_below(tmp_path)
    assert (work.name, work.kit) == (".", str(tmp_path / "kit"))


@pytest.mark.parametrize(("name", "said"), [("none", "no such folder"), ("", "no project")])
def test_no_projects_are_told(tmp_path: Path, name: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        projects_below(tmp_path / name)


# ---- what comes of them


def test_the_bytes_are_the_same_inline_and_in_the_pool(tmp_path: Path) -> None:
    folder = many_projects.real(tmp_path / "p", 2)
    social = Asked(("social",))
    kits = []
    for workers in (1, 2):
        out = tmp_path / str(workers)
        tally = build_many(many_projects.works(folder, out), social, workers=workers)
        assert not tally.failed
        assert tally.built == 2
        kits.append(many_projects.contents(out))
        assert tally.made == sum(not name.endswith("manifest.json") for name in kits[-1])
    assert kits[0] == kits[1]
    assert len([name for name in kits[0] if name.endswith(".png")]) >= 2


@pytest.mark.usefixtures("start")
@pytest.mark.parametrize("workers", [1, 2])
def test_what_is_built_is_passed_over(tmp_path: Path, workers: int) -> None:
    folder = many_projects.fake(tmp_path)
    seen: list[tuple[int, int]] = []

    def progress(done: int, total: int, label: Message) -> None:
        seen.append((done, total))

    first = build_many(many_projects.works(folder), FAKE, workers=workers, progress=progress)
    assert (first.built, first.current, first.made) == (12, 0, 72)
    assert seen[-1] == (12, 12)
    assert seen == sorted(seen)
    before = many_projects.contents(folder)
    fake_build.project(folder, "new", files=1)
    again = build_many(many_projects.works(folder), FAKE, workers=workers)
    assert (again.built, again.current, again.made, again.unchanged) == (1, 12, 1, 72)
    assert before.items() <= many_projects.contents(folder).items()


@pytest.mark.usefixtures("start")
def test_no_project_stops_another(tmp_path: Path) -> None:
    folder = many_projects.bad(tmp_path)
    tally = build_many(many_projects.works(folder), FAKE, workers=2)
    told = {each.name: each.failed for each in tally.failed}
    assert list(told) == ["1-input", "2-death", "3-fault", "4-file"]
    assert [each.key for each in told["1-input"][0].problems] == ["brand"]
    assert "code 7" in str(told["2-death"][0].message)
    assert "ZeroDivisionError: oh" in str(told["3-fault"][0].message)
    assert [each.path for each in told["4-file"]] == ["brand/broken.txt"]
    assert (tally.built, tally.done) == (2, 6)
    assert tally.made == 3 * 3


def test_a_project_that_is_wrong_is_told_as_its_own_build_tells_it(tmp_path: Path) -> None:
    folder = many_projects.real(tmp_path, 1)
    config = folder / "жоба-0/creativekit.toml"
    config.write_text(config.read_text("utf-8").replace("steppe", "stepe"), "utf-8")
    tally = build_many(many_projects.works(folder), workers=1)
    (outcome,) = tally.failed
    (problem,) = outcome.failed[0].problems
    assert (problem.line, problem.key, problem.nearest) == (7, "brand.style", "steppe")
    assert not (config.parent / "kit").exists()


def test_a_kit_that_another_run_has_is_waited_for(tmp_path: Path) -> None:
    folder = many_projects.fake(tmp_path, 1)
    holder = subprocess.Popen(
        [sys.executable, "-c", "import sys,time; from pathlib import Path;"
         "from creativekit.press.manifest import Journal;"
         "held = Journal(Path(sys.argv[1])); print('held', flush=True); time.sleep(1)",
         str(folder / "000/kit")],
        stdout=subprocess.PIPE, env=_environment(),
    )  # fmt: skip
    with holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        hasty = build_many(
            many_projects.works(folder), Asked(build=fake_build.build, patience=0), workers=1
        )
        assert "another creativekit" in str(hasty.failed[0].failed[0].message)
        assert build_many(many_projects.works(folder), FAKE, workers=1).built == 1
    assert Journal(folder / "000/kit").interrupted is False


def test_details_of_thousands_of_failures_are_not_kept() -> None:
    tally = Tally(1000)
    for number in range(1000):
        bad = Failure("", Message("wrong"), (), "Traceback " * 500)
        tally.take(Outcome(f"{number:04}", failed=(bad,)))
    assert sum(bool(each.failed[0].detail) for each in tally.failed) == 50
    assert tally.done == 1000


# ---- ended in the middle


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}


def started(script: Path, *arguments: str) -> subprocess.Popen[str]:
    script.write_text(ALONE, "utf-8")
    return subprocess.Popen(
        [sys.executable, str(script), *arguments],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=_environment(),
        start_new_session=True,
    )  # fmt: skip


@pytest.mark.parametrize("workers", [1, 2])
def test_ctrl_c_ends_with_whole_kits_and_without_a_word(tmp_path: Path, workers: int) -> None:
    folder = many_projects.fake(tmp_path / "p", 12, 6, pause=0.02)
    run = started(tmp_path / "alone.py", str(folder), str(workers))
    until(lambda: len(list(folder.rglob("kit/manifest.json"))) > 2)
    # As a terminal does it: to every process.
    os.killpg(run.pid, signal.SIGINT)
    out, err = run.communicate(timeout=20)
    assert (run.returncode, err) == (0, "")
    interrupted, done, made = out.split()
    assert interrupted == "True"
    # Told are those that came back before the interrupt, and one may have been on its way.
    assert 1 <= int(done) < 12
    assert many_projects.left_open(folder) == []
    with pytest.raises(ProcessLookupError):
        os.killpg(run.pid, 0)
    there = len(list(folder.rglob("*.txt")))
    assert there >= int(made)
    rest = build_many(many_projects.works(folder), FAKE, workers=1)
    # A file was made once, whichever run made it; a half-built project's are known, too. A project
    # may have been finished in the moment of the interrupt.
    assert rest.made == 12 * 6 - there
    assert int(done) <= rest.current <= int(done) + workers


def test_a_killed_run_goes_on_where_it_was(tmp_path: Path) -> None:
    whole = many_projects.fake(tmp_path / "whole", 10, 8)
    build_many(many_projects.works(whole), FAKE, workers=1)
    folder = many_projects.fake(tmp_path / "p", 10, 8, pause=0.02)
    run = started(tmp_path / "alone.py", str(folder), "2")
    until(lambda: len(list(folder.rglob("kit/manifest.json"))) > 2)
    os.killpg(run.pid, signal.SIGKILL)
    run.communicate()
    done = len(list(folder.rglob("kit/manifest.json")))
    rest = build_many(many_projects.works(folder), FAKE, workers=2)
    assert not rest.failed
    # One may have had all of its files and not yet its manifest.
    assert done <= rest.current <= done + 2
    assert done < 10
    assert many_projects.kits(folder) == many_projects.kits(whole)
    assert many_projects.left_open(folder) == []


def test_an_interrupted_inline_run_is_told(tmp_path: Path) -> None:
    folder = many_projects.fake(tmp_path)

    def stop(done: int, total: int, label: Message) -> None:
        if done == 5:
            raise KeyboardInterrupt

    tally = build_many(many_projects.works(folder), FAKE, workers=1, progress=stop)
    assert tally.interrupted
    assert (tally.done, tally.built) == (5, 5)


@pytest.mark.skipif(sys.platform == "win32", reason="the system does not tell")
def test_memory_does_not_grow_with_the_projects(tmp_path: Path) -> None:
    peaks = []
    for count in (50, 200):
        run = started(
            tmp_path / "alone.py", str(many_projects.fake(tmp_path / str(count), count, 1)), "2"
        )
        _, status, usage = os.wait4(run.pid, 0)
        run.returncode = status
        run.communicate()
        assert status == 0
        peaks.append(usage.ru_maxrss)
    assert peaks[1] < peaks[0] * 1.1
