"""`creativekit brand`: the kit, its report, and whatever interrupts it."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import time
from contextlib import suppress
from pathlib import Path

import pytest
from click.testing import Result

from cli import fake_brand
from cli.running import CONFIG, command, environment, invoke, project, run
from creativekit.press import plan
from creativekit.press.manifest import JOURNAL

FILES = sum(fake_brand.PARTS.values())


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(plan, "brand_plan", fake_brand.kit)
    return project(tmp_path / "Саз студиясы")


def brand(folder: Path, *arguments: str, **env: str) -> Result:
    return invoke("-C", str(folder), "brand", *arguments, **env)


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_the_first_run_makes_it_and_the_second_changes_no_byte(folder: Path) -> None:
    first = brand(folder)
    assert first.exit_code == 0
    assert first.stdout == ""
    assert "Саз студиясы" in first.stderr
    assert f"{FILES} files made" in first.stderr
    before = tree(folder)
    assert len(before) == FILES + 2
    second = brand(folder)
    assert second.exit_code == 0
    assert f"everything is up to date: {FILES} files in" in second.stderr
    assert tree(folder) == before


def test_a_run_with_nothing_to_do_needs_no_plan(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    brand(folder)

    def refuse(_: object) -> None:
        raise AssertionError("planned")

    monkeypatch.setattr(plan, "brand_plan", refuse)
    assert brand(folder).exit_code == 0
    (folder / "creativekit.toml").write_text(CONFIG + "# a note\n", "utf-8")
    assert brand(folder).exit_code == 1


def test_a_change_makes_what_it_changes(folder: Path) -> None:
    brand(folder)
    (folder / "creativekit.toml").write_text(CONFIG.replace("0a7e8c", "aa1155"), "utf-8")
    report = json.loads(brand(folder, "--json").stdout)
    assert len(report["made"]) == FILES
    assert report["unchanged"] == []


def test_the_report_as_json(folder: Path) -> None:
    result = brand(folder, "--json")
    assert result.stderr == ""
    report = json.loads(result.stdout)
    assert report["ok"] is True
    assert report["exit_code"] == 0
    assert report["folder"] == str(folder / "kit")
    assert len(report["made"]) == FILES
    assert report["kept_edited"] == report["removed"] == report["failed"] == []
    assert report["seconds"] >= 0


def test_another_folder(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "басқа қалта"
    assert brand(folder, "-o", str(out)).exit_code == 0
    assert (out / "manifest.json").is_file()
    assert not (folder / "kit").exists()


def test_edited_files_are_kept_named_and_replaced_on_demand(folder: Path) -> None:
    brand(folder)
    edited = folder / "kit" / "brand" / "logo" / "0.html"
    ours = edited.read_bytes()
    edited.write_bytes(b"mine")
    for _ in range(2):
        result = brand(folder)
        assert result.exit_code == 0
        assert "1 file is kept as you edited it; --force replaces it:" in result.stderr
        assert "brand/logo/0.html" in result.stderr
        assert edited.read_bytes() == b"mine"
    assert "as you edited" not in brand(folder, "--force").stderr
    assert edited.read_bytes() == ours


@pytest.mark.parametrize(
    ("fault", "code", "said"),
    [("zero", 1, "brand/guide/b.pdf: unexpected fault"), ("input", 3, "logo.png: the picture")],
)
def test_what_cannot_be_made_is_named(folder: Path, fault: str, code: int, said: str) -> None:
    result = brand(folder, FAKE_FAULT=fault)
    assert result.exit_code == code
    assert said in result.stderr
    assert "error: 1 file could not be made" in result.stderr
    report = json.loads(brand(folder, "--json", FAKE_FAULT=fault).stdout)
    assert report["exit_code"] == code
    assert [each["path"] for each in report["failed"]] == ["brand/guide/b.pdf"]
    assert brand(folder).exit_code == 0


def test_a_wrong_config_writes_nothing(folder: Path) -> None:
    (folder / "creativekit.toml").write_text(CONFIG.replace("steppe", "stepe"), "utf-8")
    result = brand(folder)
    assert result.exit_code == 3
    assert "creativekit.toml:8 brand.style:" in result.stderr
    assert not (folder / "kit").exists()


def test_a_file_in_the_place_of_the_kit(folder: Path) -> None:
    (folder / "kit").write_bytes(b"mine")
    result = brand(folder)
    assert result.exit_code == 1
    assert f"'{folder / 'kit'}' was not written: a file is where" in result.stderr
    assert (folder / "kit").read_bytes() == b"mine"


@pytest.mark.parametrize("value", ["0", "65", "many", "1.5"])
def test_a_number_of_jobs_that_is_none(folder: Path, value: str) -> None:
    result = brand(folder, "--jobs", value)
    assert result.exit_code == 2
    assert f"'{value}' is not a whole number from 1 to 64" in result.stderr


def test_the_guide_in_the_spoken_language_is_opened(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr("creativekit.cli.viewer.show", opened.append)
    brand(folder)
    guide = folder / "kit" / "brand" / "guide"
    for language in ("en", "kk", "ru"):
        (guide / f"brand-guide-{language}.html").write_text("")
    invoke("-C", str(folder), "brand", "--open", lang="ru")
    assert opened == [guide / "brand-guide-ru.html"]
    brand(folder, "--open", FAKE_FAULT="zero")
    assert len(opened) == 2  # nothing had to be made, so the fault was not met
    (folder / "creativekit.toml").write_text(CONFIG + "\n", "utf-8")
    assert brand(folder, "--open", FAKE_FAULT="zero").exit_code == 1
    assert len(opened) == 2


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX systems")
def test_ctrl_c_leaves_a_whole_kit(tmp_path: Path) -> None:
    folder = project(tmp_path / "p")
    moments = random.Random(5)
    interrupted = 0
    for _ in range(3):
        child = subprocess.Popen(
            command("-C", str(folder), "brand"),
            env=environment(FAKE_PAUSE="0.1"),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            start_new_session=True,
        )
        while not (folder / "kit" / JOURNAL).exists() and child.poll() is None:
            time.sleep(0.01)
        time.sleep(moments.uniform(0, 0.2))
        with suppress(ProcessLookupError):  # the run is over
            os.killpg(child.pid, signal.SIGINT)
        _, said = child.communicate(timeout=60)
        # Dying of the signal is what Python makes of 130 when it was importing.
        assert child.returncode in (0, 130, -signal.SIGINT)
        assert "Traceback" not in said
        if child.returncode:
            assert "interrupted" in said
            interrupted += 1
        left = tree(folder / "kit")
        assert not [name for name in left if "creativekit" in name]
        assert {name: data for name, data in left.items() if not data} == {}
    assert interrupted
    done = run("-C", str(folder), "brand", "--json")
    report = json.loads(done.stdout)
    assert report["kept_edited"] == []
    assert len(report["made"]) + len(report["unchanged"]) == FILES
