"""Runs: what is made, kept and removed, and what is left when a run is cut off."""

from __future__ import annotations

import hashlib
import json
import os
import random
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from creativekit.errors import Message, OutputError, msg
from creativekit.jobs import Beside, Job
from creativekit.press import manifest as manifests
from creativekit.press.manifest import hash_of
from creativekit.press.report import RunReport
from creativekit.press.run import Interrupted, run, up_to_date
from press.fake_jobs import broken_job, generation, job

JOBS = (job("brand/a.txt", "a"), job("brand/logo/b.txt", "b"), job("brand/logo/c.txt", "c"))


def build(root: Path, jobs: tuple[Job, ...] | list[Job] = JOBS, **options: object) -> RunReport:
    options = {"workers": 1, "tool": "t", **options}
    return run(jobs, root, "brand", **options)  # type: ignore[arg-type]


def tree(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file()
    }


def stamps(root: Path) -> dict[str, tuple[int, int]]:
    return {
        str(path): (path.stat().st_ino, path.stat().st_mtime_ns)
        for path in root.rglob("*")
        if path.is_file()
    }


def test_a_first_run_makes_every_file_and_the_manifest_lists_them(tmp_path: Path) -> None:
    report = build(tmp_path)
    assert report.made == tuple(sorted(each.path for each in JOBS))
    assert tree(tmp_path).keys() == {*report.made, "manifest.json"}
    listed = json.loads((tmp_path / "manifest.json").read_text())["files"]
    for path, entry in listed.items():
        data = (tmp_path / path).read_bytes()
        assert entry["sha256"] == hashlib.sha256(data).hexdigest()
        assert entry["size"] == len(data)
        assert entry["capability"] == "brand"


@pytest.mark.parametrize("workers", [1, 2, 5])
def test_a_second_run_touches_nothing(tmp_path: Path, workers: int) -> None:
    build(tmp_path, workers=workers)
    before = stamps(tmp_path)
    report = build(tmp_path, workers=workers)
    assert report.made == ()
    assert report.unchanged == tuple(sorted(each.path for each in JOBS))
    assert stamps(tmp_path) == before


def test_workers_or_not_the_kit_is_the_same(tmp_path: Path) -> None:
    jobs = generation(1, files=12, pause=0)
    build(tmp_path / "one", jobs, workers=1)
    build(tmp_path / "two", jobs, workers=2)
    assert tree(tmp_path / "one") == tree(tmp_path / "two")


def test_only_what_changed_is_made(tmp_path: Path) -> None:
    build(tmp_path)
    report = build(tmp_path, (JOBS[0], JOBS[1], job("brand/logo/c.txt", "new")))
    assert report.made == ("brand/logo/c.txt",)
    assert len(report.unchanged) == 2


def test_another_program_makes_everything_but_replaces_only_other_bytes(tmp_path: Path) -> None:
    build(tmp_path)
    before = stamps(tmp_path / "brand")
    report = build(tmp_path, tool="another")
    assert report.made == ()
    assert stamps(tmp_path / "brand") == before
    assert build(tmp_path, tool="another").unchanged == report.unchanged


def test_a_deleted_or_emptied_file_is_made_again(tmp_path: Path) -> None:
    build(tmp_path)
    (tmp_path / "brand/a.txt").unlink()
    (tmp_path / "brand/logo/b.txt").write_bytes(b"")
    assert build(tmp_path).made == ("brand/a.txt", "brand/logo/b.txt")
    assert (tmp_path / "brand/logo/b.txt").read_bytes() == b"b"


def test_an_edited_file_is_kept_and_named_until_forced(tmp_path: Path) -> None:
    build(tmp_path)
    (tmp_path / "brand/a.txt").write_bytes(b"my own")
    changed = (job("brand/a.txt", "a new plan"), *JOBS[1:])
    for jobs in (JOBS, changed, JOBS):
        assert build(tmp_path, jobs).kept_edited == ("brand/a.txt",)
        assert (tmp_path / "brand/a.txt").read_bytes() == b"my own"
    report = build(tmp_path, changed, force=True)
    assert report.made == ("brand/a.txt",)
    assert report.kept_edited == ()
    assert (tmp_path / "brand/a.txt").read_bytes() == b"a new plan"
    assert build(tmp_path, changed).kept_edited == ()


def test_an_edit_taken_back_is_ours_again(tmp_path: Path) -> None:
    build(tmp_path)
    (tmp_path / "brand/a.txt").write_bytes(b"my own")
    build(tmp_path)
    (tmp_path / "brand/a.txt").write_bytes(b"a")
    assert build(tmp_path).kept_edited == ()
    assert build(tmp_path, (job("brand/a.txt", "new"), *JOBS[1:])).made == ("brand/a.txt",)


def test_files_from_before_us_are_kept_unless_they_are_the_same(tmp_path: Path) -> None:
    (tmp_path / "brand/logo").mkdir(parents=True)
    (tmp_path / "brand/a.txt").write_bytes(b"somebody's")
    (tmp_path / "brand/logo/b.txt").write_bytes(b"b")
    report = build(tmp_path)
    assert report.kept_edited == ("brand/a.txt",)
    assert report.unchanged == ("brand/logo/b.txt",)
    assert report.made == ("brand/logo/c.txt",)
    assert build(tmp_path).kept_edited == ("brand/a.txt",)


def test_a_lost_manifest_costs_no_edit(tmp_path: Path) -> None:
    build(tmp_path)
    (tmp_path / "brand/a.txt").write_bytes(b"my own")
    (tmp_path / "manifest.json").unlink()
    report = build(tmp_path)
    assert report.kept_edited == ("brand/a.txt",)
    assert len(report.unchanged) == 2


def test_what_is_no_longer_planned_goes_unless_it_was_edited(tmp_path: Path) -> None:
    build(tmp_path)
    (tmp_path / "brand/logo/b.txt").write_bytes(b"my own")
    report = build(tmp_path, JOBS[:1])
    assert report.removed == ("brand/logo/c.txt",)
    assert report.kept_edited == ("brand/logo/b.txt",)
    assert tree(tmp_path).keys() == {"brand/a.txt", "brand/logo/b.txt", "manifest.json"}
    assert build(tmp_path, JOBS[:1]).kept_edited == ()


def test_other_capabilities_and_strangers_are_left_alone(tmp_path: Path) -> None:
    run([job("social/post.txt")], tmp_path, "social", workers=1)
    (tmp_path / "notes.txt").write_bytes(b"mine")
    build(tmp_path)
    build(tmp_path, JOBS[:1])
    assert {"social/post.txt", "notes.txt"} < tree(tmp_path).keys()
    assert "social/post.txt" in manifests.read(tmp_path).files


def test_a_manifest_that_names_files_outside_removes_none(tmp_path: Path) -> None:
    kit = tmp_path / "kit"
    build(kit)
    (tmp_path / "precious.txt").write_bytes(b"precious")
    listed = json.loads((kit / "manifest.json").read_text())
    listed["files"]["../precious.txt"] = {
        **listed["files"]["brand/a.txt"],
        "sha256": hash_of(tmp_path / "precious.txt"),
    }
    (kit / "manifest.json").write_text(json.dumps(listed))
    build(kit, JOBS[:1])
    assert (tmp_path / "precious.txt").exists()


def test_a_broken_job_does_not_stop_the_others(tmp_path: Path) -> None:
    build(tmp_path, (*JOBS, job("brand/old.txt")), fingerprint="f")
    jobs = (*JOBS[:2], broken_job("brand/logo/c.txt", "zero"), job("brand/new.txt"))
    report = build(tmp_path, jobs, fingerprint="g")
    assert [failure.path for failure in report.failed] == ["brand/logo/c.txt"]
    assert report.made == ("brand/new.txt",)
    # What failed may be why something is not planned: nothing is removed, nothing called done.
    assert (tmp_path / "brand/old.txt").exists()
    assert (tmp_path / "brand/logo/c.txt").read_bytes() == b"c"
    assert up_to_date(tmp_path, "brand", "g") is None


@pytest.mark.parametrize(
    "paths",
    [
        ("a.txt", "a.txt"),
        ("Logo.svg", "logo.svg"),
        ("\u0439.txt", "\u0438\u0306.txt"),
        ("manifest.json",),
        (manifests.JOURNAL,),
    ],
)
def test_two_files_in_one_place_are_refused(tmp_path: Path, paths: tuple[str, ...]) -> None:
    with pytest.raises(OutputError, match="two files want one place"):
        build(tmp_path, [job(path) for path in paths])
    assert tree(tmp_path) == {}


def test_progress_tells_what_is_being_made(tmp_path: Path) -> None:
    told: list[tuple[int, int, Message]] = []
    jobs = [job("cheap.txt", cost=1), job("dear.txt", cost=9)]
    build(tmp_path, jobs, progress=lambda *each: told.append(each))
    assert str(told[0][2]) == "making dear.txt"
    assert told[0][:2] == (0, 2)
    assert told[-1][:2] == (2, 2)
    assert [each[0] for each in told] == sorted(each[0] for each in told)


class TestUpToDate:
    def test_when_everything_is_as_it_was(self, tmp_path: Path) -> None:
        assert up_to_date(tmp_path, "brand", "f") is None
        report = build(tmp_path, fingerprint="f")
        again = up_to_date(tmp_path, "brand", "f")
        assert again is not None
        assert again.unchanged == report.made
        assert up_to_date(tmp_path, "brand", "other") is None
        assert up_to_date(tmp_path, "social", "f") is None

    def test_a_kept_edit_is_named_again(self, tmp_path: Path) -> None:
        build(tmp_path)
        (tmp_path / "brand/a.txt").write_bytes(b"my own")
        build(tmp_path, fingerprint="f")
        again = up_to_date(tmp_path, "brand", "f")
        assert again is not None
        assert again.kept_edited == ("brand/a.txt",)

    @pytest.mark.parametrize("data", [b"x", b"longer than before", b""])
    def test_not_after_a_change(self, tmp_path: Path, data: bytes) -> None:
        build(tmp_path, fingerprint="f")
        (tmp_path / "brand/a.txt").write_bytes(data)
        assert up_to_date(tmp_path, "brand", "f") is None

    def test_not_after_a_deletion(self, tmp_path: Path) -> None:
        build(tmp_path, fingerprint="f")
        (tmp_path / "brand/a.txt").unlink()
        assert up_to_date(tmp_path, "brand", "f") is None

    def test_not_after_a_killed_run(self, tmp_path: Path) -> None:
        build(tmp_path, fingerprint="f")
        (tmp_path / manifests.JOURNAL).write_bytes(b"[]\n")
        assert up_to_date(tmp_path, "brand", "f") is None
        build(tmp_path, fingerprint="f")
        assert up_to_date(tmp_path, "brand", "f") is not None


def weigh(data: bytes, unit: str) -> bytes:
    return f"{len(data)} {unit}".encode()


def weighed(path: str, content: str, unit: str = "B") -> Job:
    return replace(job(path, content), beside=(Beside(f"{path}.json", weigh, (unit,)),))


class TestBeside:
    @pytest.mark.parametrize("workers", [1, 2])
    def test_both_files_are_made_listed_and_left(self, tmp_path: Path, workers: int) -> None:
        jobs = [weighed("a.txt", "саз"), weighed("b.txt", "b")]
        report = build(tmp_path, jobs, workers=workers, fingerprint="f")
        assert report.made == ("a.txt", "a.txt.json", "b.txt", "b.txt.json")
        assert (tmp_path / "a.txt.json").read_bytes() == b"6 B"
        before = stamps(tmp_path)
        assert build(tmp_path, jobs, workers=workers).unchanged == report.made
        after = stamps(tmp_path)
        assert [path for path in before if before[path] != after[path]] in (
            [],
            [str(tmp_path / "manifest.json")],  # this run was told no fingerprint
        )

    def test_another_file_beside_leaves_the_first_untouched(self, tmp_path: Path) -> None:
        build(tmp_path, [weighed("a.txt", "a")])
        report = build(tmp_path, [weighed("a.txt", "a", "KB")])
        assert report.made == ("a.txt.json",)
        assert report.unchanged == ("a.txt",)

    @pytest.mark.parametrize("name", ["a.txt", "a.txt.json"])
    def test_one_that_is_missing_is_made_again(self, tmp_path: Path, name: str) -> None:
        jobs = [weighed("a.txt", "a")]
        build(tmp_path, jobs)
        (tmp_path / name).unlink()
        assert build(tmp_path, jobs).made == (name,)

    @pytest.mark.parametrize("name", ["a.txt", "a.txt.json"])
    def test_one_that_was_edited_is_kept_and_the_other_goes_on(
        self, tmp_path: Path, name: str
    ) -> None:
        build(tmp_path, [weighed("a.txt", "a")])
        (tmp_path / name).write_bytes(b"mine")
        for content in ("a", "new", "newer"):
            report = build(tmp_path, [weighed("a.txt", content)])
            assert report.kept_edited == (name,)
            assert (tmp_path / name).read_bytes() == b"mine"
        other = "a.txt" if name.endswith("json") else "a.txt.json"
        assert (tmp_path / other).read_bytes() in (b"newer", b"5 B")
        build(tmp_path, [weighed("a.txt", "newer")], force=True)
        assert (tmp_path / "a.txt").read_bytes() == b"newer"
        assert (tmp_path / "a.txt.json").read_bytes() == b"5 B"

    def test_what_is_no_longer_beside_goes(self, tmp_path: Path) -> None:
        build(tmp_path, [weighed("a.txt", "a")])
        assert build(tmp_path, [job("a.txt", "a")]).removed == ("a.txt.json",)

    def test_two_files_in_one_place_are_refused(self, tmp_path: Path) -> None:
        with pytest.raises(OutputError, match="two files want one place"):
            build(tmp_path, [weighed("a.txt", "a"), job("A.txt.json", "b")])

    def test_a_kill_between_the_two_is_mended(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        build(tmp_path, [weighed("a.txt", "a")])
        replace_ = os.replace
        left = iter(range(1))

        def until_killed(*arguments: Path) -> None:
            if next(left, None) is None:
                raise OSError(28, "No space left on device")
            replace_(*arguments)

        monkeypatch.setattr(os, "replace", until_killed)
        with pytest.raises(OutputError):
            build(tmp_path, [weighed("a.txt", "newer")])
        monkeypatch.undo()
        assert (tmp_path / "a.txt.json").read_bytes() == b"1 B"
        report = build(tmp_path, [weighed("a.txt", "newer")])
        assert report.kept_edited == ()
        assert (tmp_path / "a.txt.json").read_bytes() == b"5 B"


class TestPartial:
    def test_others_are_left_and_the_part_is_remembered_as_what_it_was(
        self, tmp_path: Path
    ) -> None:
        build(tmp_path, fingerprint="f")
        new = job("brand/a.txt", "new")
        report = build(tmp_path, [new], partial=True, fingerprint="g")
        assert report.made == ("brand/a.txt",)
        assert report.removed == ()
        assert {each.path for each in JOBS} < tree(tmp_path).keys()
        assert up_to_date(tmp_path, "brand", "f") is None
        assert up_to_date(tmp_path, "brand", "g") is not None
        # A whole run finds the others as they were.
        again = build(tmp_path, [new, *JOBS[1:]], fingerprint="f")
        assert again.made == ()
        assert up_to_date(tmp_path, "brand", "f") is not None
        assert up_to_date(tmp_path, "brand", "g") is None

    def test_what_a_part_made_goes_when_the_whole_does_not_plan_it(self, tmp_path: Path) -> None:
        build(tmp_path)
        build(tmp_path, [job("brand/extra.txt")], partial=True)
        assert build(tmp_path).removed == ("brand/extra.txt",)


class TestTwoCapabilities:
    def test_a_file_that_another_made_is_not_up_to_date_there(self, tmp_path: Path) -> None:
        ours, theirs = job("index.html", "ours"), job("index.html", "theirs")
        build(tmp_path, [ours, JOBS[0]], fingerprint="f")
        run([theirs], tmp_path, "social", workers=1, tool="t", fingerprint="g")
        assert (tmp_path / "index.html").read_bytes() == b"theirs"
        assert up_to_date(tmp_path, "brand", "f") is None
        assert up_to_date(tmp_path, "social", "g") is not None
        report = build(tmp_path, [ours, JOBS[0]], fingerprint="f")
        assert report.made == ("index.html",)
        assert report.kept_edited == ()
        assert up_to_date(tmp_path, "social", "g") is None

    def test_nor_after_a_kill(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        build(tmp_path, [job("index.html", "ours")], fingerprint="f")

        def cut(*_: object) -> None:
            raise OutputError(msg("no room for a manifest"))

        monkeypatch.setattr(manifests, "write", cut)
        with pytest.raises(OutputError):
            run([job("index.html", "theirs")], tmp_path, "social", workers=1, tool="t")
        monkeypatch.undo()
        run([job("other.txt")], tmp_path, "social", workers=1, tool="t", partial=True)
        assert up_to_date(tmp_path, "brand", "f") is None


def test_an_interrupt_keeps_what_is_finished(tmp_path: Path) -> None:
    build(tmp_path, fingerprint="f")
    new = [job(each.path, "new") for each in JOBS]

    def stop(done: int, total: int, label: Message) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(Interrupted) as caught:
        build(tmp_path, new, progress=stop, fingerprint="g")
    assert len(caught.value.report.made) == 2
    assert sorted(tree(tmp_path / "brand").values()) == [b"c", b"new", b"new"]
    assert not (tmp_path / manifests.JOURNAL).exists()
    listed = manifests.read(tmp_path).files
    assert all(entry.sha256 == hash_of(tmp_path / path) for path, entry in listed.items())
    assert up_to_date(tmp_path, "brand", "g") is None
    assert len(build(tmp_path, new).made) == 1


def test_an_interrupt_before_anything_is_written_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(_: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("creativekit.press.run.hash_of", stop)
    with pytest.raises(KeyboardInterrupt):
        build(tmp_path)
    assert tree(tmp_path) == {}


def test_a_disk_that_fills_up_leaves_a_whole_kit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(tmp_path)
    replace = os.replace
    left = iter(range(1))

    def until_full(*arguments: Path) -> None:
        if next(left, None) is None:
            raise OSError(28, "No space left on device")
        replace(*arguments)

    monkeypatch.setattr(os, "replace", until_full)
    new = [job(each.path, "new") for each in JOBS]
    with pytest.raises(OutputError, match="disk is full"):
        build(tmp_path, new)
    monkeypatch.undo()
    assert sorted(tree(tmp_path / "brand").values()) == [b"b", b"c", b"new"]
    # The manifest could not be written either, and still nothing counts as edited.
    report = build(tmp_path, new)
    assert report.kept_edited == ()
    assert len(report.made) == 2
    assert not (tmp_path / manifests.JOURNAL).exists()


def start(kit: Path, number: int) -> subprocess.Popen[str]:
    script = Path(__file__).with_name("run_generation.py")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([*sys.path, str(script.parents[1])])}
    child = subprocess.Popen(
        [sys.executable, str(script), str(kit), str(number), "2"],
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
        start_new_session=True,
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "ready\n"
    return child


def gone(group: int) -> bool:
    """Whether no process of the group is left, within a patient while."""
    for _ in range(200):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX systems")
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT, signal.SIGTERM])
def test_a_run_cut_off_at_any_moment_leaves_old_files_or_new_ones(
    tmp_path: Path, number: signal.Signals
) -> None:
    kit = tmp_path / "kit"
    whole = {
        count: {each.path: each.render().data for each in generation(count, pause=0)}
        for count in range(1, 8)
    }
    build(kit, generation(1, pause=0), tool="", fingerprint="1")
    moments = random.Random(number)
    for count in range(2, 7):
        child = start(kit, count)
        time.sleep(moments.uniform(0, 0.35))
        if number == signal.SIGINT:
            os.killpg(child.pid, number)  # as a terminal does: every process of the run
        else:
            child.send_signal(number)
        code = child.wait(60)
        child.communicate()
        assert code in (0, -number, *((130,) if number == signal.SIGINT else ()))
        assert gone(child.pid)
        there = tree(kit)
        for path in whole[1]:
            assert there[path] in [files[path] for files in list(whole.values())[:count]]
        if code == 130:
            assert there.keys() == {*whole[1], "manifest.json"}
    # Killed as often as that, everything is still known to be ours.
    report = build(kit, generation(7, pause=0), tool="")
    assert report.kept_edited == ()
    assert tree(kit).keys() == {*whole[1], "manifest.json"}
    assert {path: tree(kit)[path] for path in whole[7]} == whole[7]
    listed = manifests.read(kit).files
    assert {path: entry.sha256 for path, entry in listed.items()} == {
        path: hash_of(kit / path) for path in whole[7]
    }
