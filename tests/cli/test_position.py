"""`creativekit position`: what is made, what is made again, and what is refused."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from cli.running import invoke
from creativekit.positioning import kit
from creativekit.positioning.formats import BLANK_FORMATS, FORMATS

pytestmark = pytest.mark.usefixtures("in_one_process")

EXAMPLES = Path(__file__).parent.parent.parent / "examples"


ENDS = (".pdf", "-a3.pdf", "-form.pdf", ".docx", ".html", ".md")


def copy(folder: Path, name: str = "saz-studio") -> Path:
    project = folder / "p"
    project.mkdir()
    shutil.copy(EXAMPLES / name / "creativekit.toml", project)
    return project


def made(project: Path) -> list[str]:
    folder = project / "kit" / "positioning"
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_the_whole_pack_and_again_nothing(tmp_path: Path) -> None:
    project = copy(tmp_path)
    first = invoke("-C", str(project), "position")
    assert first.exit_code == 0, first.stderr
    names = [f"worksheets-{language}" for language in ("en", "kk", "ru")]
    sheets = [f"{name}{end}" for name in names for end in ENDS]
    pictures = [
        f"{name}-{language}.{end}"
        for name in ("statement", "map", "voice", "pitch")
        for language in ("en", "kk", "ru")
        for end in ("svg", "png")
    ]
    assert made(project) == sorted([*sheets, *pictures])
    again = invoke("-C", str(project), "position", "--json")
    assert json.loads(again.stdout)["made"] == []


def test_empty_sheets_lie_beside_the_filled_ones(tmp_path: Path) -> None:
    project = copy(tmp_path)
    assert invoke("-C", str(project), "position", "--paper", "a4").exit_code == 0
    assert invoke("-C", str(project), "position", "--blank", "--paper", "a4").exit_code == 0
    assert "blank/worksheets-kk.pdf" in made(project)
    assert "worksheets-kk.pdf" in made(project)
    assert not any("a3" in name for name in made(project))


def test_one_sheet_leaves_the_pack_alone(tmp_path: Path) -> None:
    project = copy(tmp_path)
    invoke("-C", str(project), "position", "--paper", "a4")
    result = invoke("-C", str(project), "position", "--sheet", "5", "--paper", "a4")
    assert result.exit_code == 0
    assert "sheet-05-ru.pdf" in made(project)
    assert "statement-ru.png" in made(project)
    assert "worksheets-ru.pdf" in made(project)


def test_a_sheet_that_is_not_there(tmp_path: Path) -> None:
    project = copy(tmp_path)
    result = invoke("-C", str(project), "position", "--sheet", "77")
    assert result.exit_code == 3
    assert "there is no sheet 77" in result.stderr
    assert made(project) == []


def test_a_paper_that_is_not_there(tmp_path: Path) -> None:
    result = invoke("-C", str(copy(tmp_path)), "position", "--paper", "a5")
    assert result.exit_code == 2
    assert "a5" in result.stderr


def test_some_formats_leave_the_others_alone(tmp_path: Path) -> None:
    project = copy(tmp_path)
    result = invoke("-C", str(project), "position", "--format", "md")
    assert result.exit_code == 0, result.stderr
    texts = [f"worksheets-{language}.md" for language in ("en", "kk", "ru")]
    assert made(project) == texts
    invoke("-C", str(project), "position", "--format", "Print", "--paper", "a4", "--sheet", "5")
    assert made(project) == [
        *(f"sheet-05-{language}.pdf" for language in ("en", "kk", "ru")), *texts,
    ]  # fmt: skip


def test_formats_that_are_none(tmp_path: Path) -> None:
    project = copy(tmp_path)
    result = invoke("-C", str(project), "position", "--format", "md,odt")
    assert result.exit_code == 2
    assert "'odt' is not a format of worksheets" in result.stderr
    result = invoke("-C", str(project), "position", "--blank", "--format", "md pictures")
    assert result.exit_code == 3
    assert "(print" in result.stderr
    assert made(project) == []


def test_every_format_has_a_maker() -> None:
    assert set(kit._MAKERS) == set(FORMATS)
    assert set(FORMATS) > BLANK_FORMATS


def test_wrong_answers_are_told_with_their_lines(tmp_path: Path) -> None:
    project = copy(tmp_path)
    config = project / "creativekit.toml"
    text = config.read_text("utf-8")
    wrong = '[positioning.price]\nmaterials = -5\nfee = 60\ntax = "x"\n'
    kept = text.split("[positioning")[0]
    config.write_text(kept.split("[[post]]")[0] + wrong, "utf-8")
    result = invoke("-C", str(project), "position")
    assert result.exit_code == 3
    assert "positioning.price.materials" in result.stderr
    assert "positioning.price.tax" in result.stderr
    assert made(project) == []
