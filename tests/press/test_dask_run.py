"""A real scheduler with two worker processes on loopback: the inline run's bytes, whoever dies."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from creativekit.errors import CreativekitError, InputError, Message, NetworkError
from creativekit.press import dask_run, fingerprint
from creativekit.press.many import Tally, build_many
from creativekit.press.project_run import Asked, Work
from press import fake_build, many_projects
from press.test_many import started, until

distributed: Any = pytest.importorskip("distributed")

FAKE = Asked(build=fake_build.build)
QUIET = {
    # One more try, so that a project that kills its workers does not take a minute.
    "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "1",
    "DASK_DISTRIBUTED__DASHBOARD__LINK": "",
    "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
}


@dataclass
class Cluster:
    address: str
    folder: Path

    def pids(self) -> list[int]:
        with distributed.Client(self.address, timeout=10, set_as_default=False) as client:
            client.wait_for_workers(2, timeout=30)
            return sorted(client.run(os.getpid).values())


def _start(folder: Path, *arguments: str) -> subprocess.Popen[bytes]:
    with (folder / "log.txt").open("ab") as log:
        return subprocess.Popen(
            [sys.executable, "-m", *arguments, "--no-dashboard"],
            cwd=folder, env={**os.environ, **QUIET}, stdout=log, stderr=log,
            start_new_session=True,
        )  # fmt: skip


def _end(*processes: subprocess.Popen[bytes]) -> None:
    for process in processes:
        # A nanny's workers are in its session.
        with process:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)


def _scheduler(folder: Path) -> tuple[subprocess.Popen[bytes], str]:
    import json

    file = folder / "scheduler.json"
    process = _start(
        folder, "distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0",
        "--scheduler-file", str(file),
    )  # fmt: skip
    until(lambda: file.exists() and file.read_text().endswith("}"), 40)
    return process, json.loads(file.read_text())["address"]


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    folder = tmp_path_factory.mktemp("cluster")
    scheduler, address = _scheduler(folder)
    workers = _start(
        folder, "distributed.cli.dask_worker", address, "--nworkers", "2", "--nthreads", "1",
        "--host", "127.0.0.1",
    )  # fmt: skip
    try:
        yield Cluster(address, folder)
    finally:
        _end(workers, scheduler)


def built(cluster: Cluster, folder: Path, asked: Asked = FAKE, **more: Any) -> Tally:
    return build_many(many_projects.works(folder), asked, scheduler=cluster.address, **more)


def test_the_bytes_are_those_of_the_inline_run(cluster: Cluster, tmp_path: Path) -> None:
    folder = many_projects.real(tmp_path / "p", 2)
    social = Asked(("social",))
    far = build_many(
        many_projects.works(folder, tmp_path / "far"), social, scheduler=cluster.address
    )
    near = build_many(many_projects.works(folder, tmp_path / "near"), social, workers=1)
    assert (far.built, far.made, far.failed) == (2, near.made, [])
    assert many_projects.contents(tmp_path / "far") == many_projects.contents(tmp_path / "near")


def test_what_is_built_is_passed_over_and_progress_is_told(
    cluster: Cluster, tmp_path: Path
) -> None:
    folder = many_projects.fake(tmp_path, 20, 3)
    seen: list[tuple[int, int]] = []

    def progress(done: int, total: int, label: Message) -> None:
        seen.append((done, total))

    first = built(cluster, folder, progress=progress)
    assert (first.built, first.made) == (20, 60)
    assert seen == sorted(seen)
    assert {(1, 20), (20, 20)} <= set(seen)
    again = built(cluster, folder)
    assert (again.current, again.made, again.unchanged) == (20, 0, 60)


def test_a_worker_killed_in_the_middle_loses_nothing(cluster: Cluster, tmp_path: Path) -> None:
    folder = many_projects.fake(tmp_path / "p", 8, 8, pause=0.03)
    near = many_projects.fake(tmp_path / "near", 8, 8)
    victim = cluster.pids()[0]
    killed = False

    def kill(done: int, total: int, label: Message) -> None:
        nonlocal killed
        if not killed and list(folder.rglob("brand/5.txt")):
            os.kill(victim, signal.SIGKILL)
            killed = True

    tally = built(cluster, folder, progress=kill)
    assert killed
    assert not tally.failed
    assert tally.done == 8
    build_many(many_projects.works(near), FAKE, workers=1)
    assert many_projects.kits(folder) == many_projects.kits(near)
    assert many_projects.left_open(folder) == []


def test_no_project_stops_another(cluster: Cluster, tmp_path: Path) -> None:
    tally = built(cluster, many_projects.bad(tmp_path))
    told = {each.name: str(each.failed[0].message) for each in tally.failed}
    assert list(told) == ["1-input", "2-death", "3-fault", "4-file"]
    assert told["2-death"] == "every worker that built it died of it"
    assert "ZeroDivisionError: oh" in told["3-fault"]
    assert (tally.done, len(list(tmp_path.rglob("*.txt")))) == (6, 9)


def test_a_killed_client_is_noticed_and_a_second_run_goes_on(
    cluster: Cluster, tmp_path: Path
) -> None:
    folder = many_projects.fake(tmp_path / "p", 16, 6, pause=0.04)
    run = started(tmp_path / "alone.py", str(folder), "2", cluster.address)
    until(lambda: len(list(folder.rglob("kit/manifest.json"))) > 3, 40)
    run.kill()
    run.communicate()
    until(lambda: not many_projects.left_open(folder))
    # Nobody wants it any more: workers do not go on for hours.
    before = len(list(folder.rglob("*.txt")))
    time.sleep(0.5)
    assert len(list(folder.rglob("*.txt"))) == before < 16 * 6
    rest = built(cluster, folder)
    assert not rest.failed
    assert (rest.done, rest.made) == (16, 16 * 6 - before)
    assert rest.current >= 3


def test_ctrl_c_ends_the_work_everywhere(cluster: Cluster, tmp_path: Path) -> None:
    folder = many_projects.fake(tmp_path / "p", 16, 6, pause=0.1)
    run = started(tmp_path / "alone.py", str(folder), "2", cluster.address)
    until(lambda: len(list(folder.rglob("kit/manifest.json"))) > 1, 40)
    run.send_signal(signal.SIGINT)
    out, err = run.communicate(timeout=20)
    assert (run.returncode, err) == (0, "")
    assert out.startswith("True ")
    until(lambda: not many_projects.left_open(folder), 5)
    assert len(list(folder.rglob("*.txt"))) < 16 * 6


# ---- clusters that are not what they should be


def test_a_worker_with_other_libraries_is_named(
    cluster: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = many_projects.fake(tmp_path, 1)
    own = (*fingerprint.libraries(), "pillow-0.1")
    monkeypatch.setattr(fingerprint, "libraries", lambda: own)
    with pytest.raises(CreativekitError, match=r"would make other files.*has pillow-0\.1;"):
        built(cluster, folder)
    assert not (folder / "000/kit").exists()


def test_a_worker_with_another_program_is_named(
    cluster: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = many_projects.fake(tmp_path, 1)
    monkeypatch.setattr(fingerprint, "tool", lambda: "another")
    with pytest.raises(CreativekitError, match=r"it has another creativekit-"):
        built(cluster, folder)


def test_a_worker_that_does_not_see_the_projects_is_named(
    cluster: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = many_projects.fake(tmp_path, 1)
    monkeypatch.setattr(dask_run, "_hash", lambda path: "what this computer sees")
    with pytest.raises(CreativekitError, match="storage that all workers share"):
        built(cluster, folder)


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "nonsense://x", "", "tcp://"])
def test_no_scheduler_is_told(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dask_run, "ANSWER", 0.5)
    works = many_projects.works(many_projects.fake(tmp_path, 1))
    with pytest.raises(NetworkError, match="no Dask scheduler answers at"):
        build_many(works, FAKE, scheduler=address)


def test_a_cluster_without_workers_or_that_goes_away_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dask_run, "WORKERS", 1.0)
    monkeypatch.setattr(dask_run, "_LOOK", 0.2)
    folder = many_projects.fake(tmp_path / "p", 4, 20, pause=0.1)
    scheduler, address = _scheduler(tmp_path)
    worker = None
    try:
        with pytest.raises(NetworkError, match="no worker"):
            build_many(many_projects.works(folder), FAKE, scheduler=address)
        monkeypatch.setattr(dask_run, "WORKERS", 20.0)
        worker = _start(
            tmp_path, "distributed.cli.dask_worker", address, "--nthreads", "1", "--no-nanny",
            "--host", "127.0.0.1",
        )  # fmt: skip

        def kill(done: int, total: int, label: Message) -> None:
            assert worker is not None
            if worker.poll() is None and list(folder.rglob("brand/2.txt")):
                monkeypatch.setattr(dask_run, "WORKERS", 1.0)
                worker.kill()

        with pytest.raises(NetworkError, match="goes on from there"):
            build_many(many_projects.works(folder), FAKE, scheduler=address, progress=kill)
    finally:
        _end(scheduler, *([worker] if worker else []))


def test_without_dask_the_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    works = many_projects.works(many_projects.fake(tmp_path, 1))
    with pytest.raises(InputError, match=r"creativekit\[cluster\]"):
        build_many(works, FAKE, scheduler="tcp://127.0.0.1:1")


# ---- the plan of the tasks


@pytest.mark.parametrize(
    ("projects", "threads", "size"),
    [(1, 2, 1), (50, 2, 3), (200, 2, 8), (95_000, 1000, 8), (500, 1000, 1), (10, 0, 1)],
)
def test_tasks_are_small_enough_to_end_together(projects: int, threads: int, size: int) -> None:
    works = tuple(Work(str(number), "", "") for number in range(projects))
    tasks = list(dask_run._tasks(works, threads))
    assert len(tasks[0].works) == size
    assert tuple(work for task in tasks for work in task.works) == works


def test_what_is_asked_of_a_worker_needs_no_creativekit_to_be_read() -> None:
    """It travels by value, so that a worker without creativekit can say so."""
    import cloudpickle

    asked: list[Callable[[], Any]] = [dask_run._who(), dask_run._sees(Work("a", "/a", "/b"), "")]
    del asked[1]  # is asked after the first only
    code = (
        "import sys, pickle; sys.modules['creativekit'] = None\n"
        "who = pickle.loads(sys.stdin.buffer.read())\n"
        "try: who()\n"
        "except ImportError as error: print(error)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], input=cloudpickle.dumps(asked[0]), capture_output=True
    )
    assert done.stdout, done.stderr
