"""A build of everything: the bytes of the single commands, and no failure stops another."""

from __future__ import annotations

import json
import shutil
import types
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import small_kit
from click.testing import CliRunner

from creativekit.cli.program import program
from creativekit.errors import InputError, Problem, msg
from creativekit.press import build as builds
from creativekit.press import manifest, orders
from creativekit.press.build import Built, State, build, capabilities, state
from creativekit.press.manifest import JOURNAL
from creativekit.press.plan import GALLERY, Plan
from creativekit.press.run import Interrupted
from press.fake_jobs import broken_job, job

# ---- with capabilities that draw nothing


@dataclass
class FakeOrder:
    """As an `orders.Order`; `made` is its plan, or what planning raises."""

    capability: str
    made: Any
    mark: str | None = "m"
    partial: bool = False
    planned: int = field(default=0)

    def plan(self, workers: int | None = None, progress: Any = None) -> Any:
        self.planned += 1
        if progress is not None and self.capability == "social":
            progress(0, 1, msg("looking"))
        if isinstance(self.made, BaseException):
            raise self.made
        return self.made


def plan_of(name: str, content: str = "a", count: int = 3) -> Plan:
    return Plan(tuple(job(f"{name}/{n}.txt", f"{content} {name} {n}") for n in range(count)))


Make = Callable[..., dict[str, FakeOrder]]


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Make:
    """Puts fake orders in place of all, by name; a plan, an error, or None where nothing is."""

    def put(**made: Any) -> dict[str, FakeOrder]:
        found = {
            name: FakeOrder(name, made.get(name, plan_of(name)))
            for name in capabilities()
            if made.get(name, "") is not None
        }

        def order(name: str, config: Path, files: Iterable[str]) -> FakeOrder | None:
            return found.get(name)

        monkeypatch.setattr(builds, "_order", order)
        return found

    import creativekit.press.gallery.plan as gallery
    import creativekit.project.loading as loading

    (tmp_path / "creativekit.toml").write_text("")
    monkeypatch.setattr(loading, "load", lambda config: types.SimpleNamespace())
    page = Plan((job("index.html", "page"),))
    monkeypatch.setattr(gallery, "gallery_plan", lambda project, kit: page)
    return put


def made(folder: Path, **more: Any) -> Built:
    return build(folder / "creativekit.toml", folder / "kit", workers=1, **more)


def texts(folder: Path) -> set[str]:
    kit = folder / "kit"
    return {path.relative_to(kit).as_posix() for path in kit.rglob("*.txt")}


def test_everything_is_made_once(tmp_path: Path, fake: Make) -> None:
    fake_orders = fake()
    seen: list[tuple[int, int]] = []
    first = made(tmp_path, progress=lambda done, total, label: seen.append((done, total)))
    assert [len(each.made) for each in first.reports.values()] == [3, 3, 3, 3]
    assert tuple(first.reports) == capabilities()
    # One progress over the files of all of them.
    assert seen[-1] == (12, 12)
    assert {total for _, total in seen[1:]} == {12}
    assert first.gallery is not None
    assert first.gallery.made == ("index.html",)
    again = made(tmp_path)
    assert [each.made for each in again.reports.values()] == [()] * 4
    assert [each.planned for each in fake_orders.values()] == [1] * 4


def test_only_what_is_wanted_is_made(tmp_path: Path, fake: Make) -> None:
    fake()
    report = made(tmp_path, capabilities=("presence", "brand"))
    assert tuple(report.reports) == ("brand", "presence")
    assert texts(tmp_path) == {f"{name}/{n}.txt" for name in report.reports for n in range(3)}


@pytest.mark.parametrize(
    ("fault", "problems"),
    [
        (InputError(Problem(msg("wrong"), file="creativekit.toml")), 1),
        (ZeroDivisionError("oh"), 0),
        (types.SimpleNamespace(jobs=(), warnings=(), complete=False,
                               errors=(Problem(msg("a post is wrong")),)), 1),
    ],
)  # fmt: skip
def test_what_cannot_be_planned_does_not_stop_the_others(
    tmp_path: Path, fake: Make, fault: Any, problems: int
) -> None:
    fake(social=fault)
    report = made(tmp_path)
    assert set(report.refused) == {"social"}
    assert len(report.refused["social"].problems) == problems
    assert set(report.reports) == {"brand", "positioning", "presence"}
    assert len(texts(tmp_path)) == 9
    assert report.gallery is not None
    assert "social" not in manifest.read(tmp_path / "kit").plans


def test_a_file_that_fails_is_told_and_made_the_next_time(tmp_path: Path, fake: Make) -> None:
    brand = Plan((job("brand/a.txt"), broken_job("brand/b.txt", "any")))
    fake(brand=brand)
    report = made(tmp_path)
    assert [each.path for each in report.failed] == ["brand/b.txt"]
    assert len(texts(tmp_path)) == 10
    assert set(manifest.read(tmp_path / "kit").plans) == {
        "social", "positioning", "presence", GALLERY,
    }  # fmt: skip
    fake(brand=Plan((job("brand/a.txt"), job("brand/b.txt"))))
    assert made(tmp_path).reports["brand"].made == ("brand/b.txt",)


def test_what_there_is_nothing_to_make_of_is_absent(tmp_path: Path, fake: Make) -> None:
    fake(presence=None)
    report = made(tmp_path)
    assert report.absent == ("presence",)
    assert not report.failed


@pytest.mark.parametrize("after", [1, 2, 5, 9])
def test_a_cancelled_build_leaves_a_whole_kit(tmp_path: Path, fake: Make, after: int) -> None:
    fake()
    asked = 0

    def cancelled() -> bool:
        nonlocal asked
        asked += 1
        return asked > after

    report = made(tmp_path, cancelled=cancelled)
    assert report.cancelled
    assert report.gallery is None
    assert not (tmp_path / "kit" / JOURNAL).exists()
    done = {path for each in report.reports.values() for path in each.made}
    assert done == texts(tmp_path)
    assert len(done) < 12
    rest = made(tmp_path)
    assert sum(len(each.made) for each in rest.reports.values()) == 12 - len(done)


def test_ctrl_c_leaves_a_whole_kit(tmp_path: Path, fake: Make) -> None:
    fake()

    def stop(done: int, total: int, label: object) -> None:
        if done == 4:
            raise KeyboardInterrupt

    with pytest.raises(Interrupted) as caught:
        made(tmp_path, progress=stop)
    assert len(caught.value.report.made) == len(texts(tmp_path)) == 4
    assert not (tmp_path / "kit" / JOURNAL).exists()
    assert sum(len(each.made) for each in made(tmp_path).reports.values()) == 8


def test_what_the_user_edited_is_kept_unless_forced(tmp_path: Path, fake: Make) -> None:
    fake()
    made(tmp_path)
    for name in ("brand/0.txt", "index.html"):
        (tmp_path / "kit" / name).write_text("mine")
    report = made(tmp_path)
    assert report.reports["brand"].kept_edited == ("brand/0.txt",)
    assert report.gallery is not None
    assert report.gallery.kept_edited == ("index.html",)
    assert (tmp_path / "kit/index.html").read_text() == "mine"
    made(tmp_path, force=True)
    assert (tmp_path / "kit/brand/0.txt").read_text() == "a brand 0"
    assert (tmp_path / "kit/index.html").read_text() == "page"


def test_the_state_of_each(tmp_path: Path, fake: Make) -> None:
    config, kit = tmp_path / "creativekit.toml", tmp_path / "kit"
    found = fake(presence=None)
    assert state(config, kit) == dict.fromkeys(capabilities(), State("missing"))
    made(tmp_path)
    done = dict.fromkeys(capabilities(), State("done", 3)) | {"presence": State("missing")}
    assert state(config, kit) == done
    found["brand"].mark = "another"
    (kit / "social/0.txt").write_text("mine")
    shown = state(config, kit)
    assert shown["brand"] == State("stale", 3)
    assert shown["social"].status == "stale"
    found["brand"].mark = "m"
    made(tmp_path)
    assert state(config, kit) == done | {"social": State("done", 3, 1)}
    assert all(each.planned <= 2 for each in found.values())


# ---- with the capabilities themselves


def files_of(kit: Path) -> dict[str, bytes]:
    return {
        path.relative_to(kit).as_posix(): path.read_bytes()
        for path in sorted(kit.rglob("*"))
        if path.is_file()
    }


def test_the_bytes_are_those_of_the_single_commands(small: Path, tmp_path: Path) -> None:
    config = small_kit.project(tmp_path / "again")
    kit = tmp_path / "kit"
    answers = config.parent / "presence/answers.toml"
    for arguments in (
        ["brand"], ["social"], ["position"],
        ["assess", "--answers", str(answers), "--date", "2026-11-25"],
    ):  # fmt: skip
        result = CliRunner(env={"CREATIVEKIT_LANG": "en"}).invoke(
            program, ["-C", str(config.parent), "-o", str(kit), *arguments]
        )
        assert result.exit_code == 0, result.output
    single = files_of(kit)
    # A build finds nothing to do in what the commands made.
    after = build(config, kit)
    assert {name: each.made for name, each in after.reports.items()} == dict.fromkeys(
        capabilities(), ()
    )
    # And what a build makes from nothing, brought up to the run that has just been entered, is the
    # very same.
    fresh = shutil.copytree(small.parent / "kit", tmp_path / "fresh")
    build(config, fresh)
    built = files_of(fresh)
    page, listed = built.pop("index.html"), json.loads(built.pop("manifest.json"))
    assert page
    listed["files"].pop("index.html")
    listed["plans"].pop(GALLERY)
    assert listed == json.loads(single.pop("manifest.json"))
    assert built == single


def test_a_second_build_changes_no_byte_and_plans_nothing(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = files_of(small.parent / "kit")
    for name in ("BrandOrder", "SocialOrder", "PositionOrder", "PresenceOrder"):
        monkeypatch.setattr(getattr(orders, name), "plan", None)
    report = build(small, small.parent / "kit")
    assert not report.failed
    assert files_of(small.parent / "kit") == before
    assert {each.status for each in state(small, small.parent / "kit").values()} == {"done"}


def test_a_broken_project_is_told_and_nothing_written(tmp_path: Path) -> None:
    config = tmp_path / "creativekit.toml"
    config.write_text("[project]\nname = 1\n", "utf-8")
    with pytest.raises(InputError) as caught:
        build(config, tmp_path / "kit")
    assert len(caught.value.problems) == 2
    assert not (tmp_path / "kit").exists()


def test_a_run_of_another_instrument_leaves_the_report(small: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(small.parent, tmp_path / "p")
    for record in (folder / "presence/history").glob("*.json"):
        content = json.loads(record.read_text("utf-8"))
        content["instrument"] = "0"
        record.write_text(json.dumps(content), "utf-8")
    before = files_of(folder / "kit" / "presence")
    report = build(folder / "creativekit.toml", folder / "kit", capabilities=("presence",))
    assert not report.failed
    assert [each.file for each in report.warnings] == ["presence/history"]
    assert files_of(folder / "kit" / "presence") == before


def test_names_of_jobs_of_all_capabilities_are_apart(small: Path) -> None:
    kit = manifest.read(small.parent / "kit").files
    assert {path.partition("/")[0] for path, each in kit.items() if each.capability != GALLERY} == {
        "brand", "social", "positioning", "presence",
    }  # fmt: skip
