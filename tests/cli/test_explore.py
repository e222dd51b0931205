"""`creativekit explore`: the sheet, the list, and a choice that keeps what the user wrote."""

from __future__ import annotations

import json
import sys
import tomllib
from pathlib import Path

import pytest

from cli import fake_brand
from cli.running import CONFIG, invoke, project


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, module in fake_brand.MODULES.items():
        monkeypatch.setitem(sys.modules, name, module)
    return project(tmp_path / "Саз студиясы")


def test_the_list_is_data_and_the_sheet_is_written(folder: Path) -> None:
    result = invoke("-C", str(folder), "explore")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "  1  #0a7e8c  steppe  lora-onest        symbol steppe-wave  ram-horn  as it is now",
        "  2  #8c180a  noir    raleway-literata  monogram circle     dots",
        "  3  #f2b705  bold    oswald-noto-sans  wordmark            motif",
    ]
    assert "sheet.html" in result.stderr
    assert (folder / "kit" / "explore" / "sheet.png").is_file()
    assert (folder / "creativekit.toml").read_text("utf-8") == CONFIG


def test_as_many_as_asked_for(folder: Path) -> None:
    result = invoke("-C", str(folder), "explore", "-n", "2")
    assert len(result.stdout.splitlines()) == 2


def test_as_json(folder: Path) -> None:
    result = invoke("-C", str(folder), "explore", "--json")
    assert result.stderr == ""
    said = json.loads(result.stdout)
    assert [each["number"] for each in said["directions"]] == [1, 2, 3]
    assert said["directions"][1]["logo"] == {"kind": "monogram", "shape": "circle"}
    assert said["made"] == ["explore/sheet.html", "explore/sheet.png"]


def test_a_choice_is_written_and_every_comment_kept(folder: Path) -> None:
    result = invoke("-C", str(folder), "explore", "--pick", "2")
    assert result.exit_code == 0
    text = (folder / "creativekit.toml").read_text("utf-8")
    assert text.startswith("# Our brand.\n[project]\n")
    assert "  # teal" in text
    brand = tomllib.loads(text)["brand"]
    assert (brand["color"], brand["style"], brand["pairing"]) == (
        "#8c180a",
        "noir",
        "raleway-literata",
    )
    assert not (folder / "kit").exists()


def test_a_choice_keeps_line_endings_and_byte_order_mark(folder: Path) -> None:
    windows = "\ufeff" + CONFIG.replace("\n", "\r\n")
    (folder / "creativekit.toml").write_bytes(windows.encode())
    said = json.loads(invoke("-C", str(folder), "explore", "--pick", "3", "--json").stdout)
    assert said["picked"]["style"] == "bold"
    data = (folder / "creativekit.toml").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\r\n") == data.count(b"\n")


def test_a_choice_that_would_break_the_project_is_not_written(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = (
        fake_brand.Direction(1, "no-such-style", "lora-onest", "#0a7e8c", "wordmark", "", "-"),
    )
    module = fake_brand.module("explore", directions=lambda project, count: broken)
    monkeypatch.setitem(sys.modules, "creativekit.brand.explore", module)
    result = invoke("-C", str(folder), "explore", "--pick", "1")
    assert result.exit_code == 3
    assert (folder / "creativekit.toml").read_text("utf-8") == CONFIG


def test_a_choice_that_is_not_there(folder: Path) -> None:
    result = invoke("-C", str(folder), "explore", "--pick", "9")
    assert result.exit_code == 3
    assert "there are only 3 directions for this project" in result.stderr
    assert (folder / "creativekit.toml").read_text("utf-8") == CONFIG


@pytest.mark.parametrize("arguments", [["-n", "0"], ["-n", "49"], ["--pick", "0"], ["--pick", "x"]])
def test_numbers_that_are_none(folder: Path, arguments: list[str]) -> None:
    assert invoke("-C", str(folder), "explore", *arguments).exit_code == 2


def test_the_page_is_opened(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path] = []
    monkeypatch.setattr("creativekit.cli.viewer.show", opened.append)
    invoke("-C", str(folder), "explore", "--open")
    assert opened == [folder / "kit" / "explore" / "sheet.html"]
