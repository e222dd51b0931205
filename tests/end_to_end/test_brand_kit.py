"""From nothing to a whole kit, as the README says, and the same bytes every time."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from command_line import creativekit, files_of

from example_brands import EXAMPLES, NAMES

README = Path(__file__).parent.parent.parent / "README.md"

NEW = (
    "--name", "Саз студиясы", "--color", "#0a7e8c", "--style", "steppe", "--sector", "music",
    "--city", "Қызылорда", "--languages", "kk,ru,en",
)  # fmt: skip

# What an identity project hands over: at least one file for each of these, by pattern.
PROMISED = (
    *(
        rf"brand/logo/{kind}/[a-z-]+-{kind}(-ru|-en)?-{way}{end}"
        for kind in ("symbol", "wordmark", "horizontal", "stacked")
        for way in ("color", "on-dark", "black", "white")
        for end in (r"\.svg", r"\.pdf", r"-512\.png", r"-1024\.png", r"-2048\.png")
    ),
    r"brand/icons/favicon\.ico",
    r"brand/icons/favicon\.svg",
    r"brand/icons/apple-touch-icon\.png",
    r"brand/icons/icon-96\.png",
    r"brand/icons/icon-192\.png",
    r"brand/icons/icon-512\.png",
    r"brand/icons/icon-maskable-192\.png",
    r"brand/icons/icon-maskable-512\.png",
    r"brand/icons/site\.webmanifest",
    *(rf"brand/color/[a-z-]+\.{kind}" for kind in ("ase", "aco", "gpl", "soc")),
    r"brand/color/[a-z-]+-swatches\.(png|svg)",
    r"brand/color/tokens/foundation\.tokens\.json",
    r"brand/color/tokens/(light|dark)\.tokens\.json",
    r"brand/color/tokens/brand\.resolver\.json",
    r"brand/color/web/brand\.css",
    r"brand/color/web/_brand\.scss",
    r"brand/color/web/brand\.tailwind\.css",
    r"brand/color/contrast\.json",
    *(rf"brand/color/contrast-{language}\.html" for language in ("kk", "ru", "en")),
    r"brand/type/.+/.+\.ttf",
    r"brand/type/.+/LICENSE\.txt",
    r"brand/pattern/.+\.svg",
    r"brand/pattern/.+@2x\.png",
    r"brand/pattern/wallpaper-[a-z]+\.png",
    r"brand/_brand\.yml",
    *(
        rf"brand/guide/[a-z-]+-guide-{language}\.{kind}"
        for language in ("kk", "ru", "en")
        for kind in ("pdf", "html")
    ),
    r"manifest\.json",
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project of an example with its brand in kit/, built once; nobody changes it."""
    folder = tmp_path_factory.mktemp("built") / "p"
    shutil.copytree(EXAMPLES / "saz-studio", folder, ignore=shutil.ignore_patterns("kit"))
    ran = creativekit("-C", folder, "brand", "--jobs", "2", PYTHONHASHSEED="2")
    assert ran.code == 0, ran.err
    return folder


def test_new_then_brand_gives_every_file_and_again_changes_no_byte(tmp_path: Path) -> None:
    project = tmp_path / "Менің жобам"
    assert creativekit("new", project, *NEW).code == 0
    assert creativekit("-C", project, "check").code == 0
    ran = creativekit("-C", project, "brand")
    assert ran.code == 0, ran.err
    first = files_of(project / "kit")
    for pattern in PROMISED:
        assert any(re.fullmatch(pattern, path) for path in first), pattern
    assert all(first.values())
    again = creativekit("-C", project, "--json", "brand")
    assert again.code == 0
    assert again.json["made"] == []
    assert files_of(project / "kit") == first


@pytest.mark.parametrize("name", NAMES)
def test_an_example_is_without_problems(name: str) -> None:
    ran = creativekit("-C", EXAMPLES / name, "--json", "check")
    assert ran.code == 0, ran.out
    assert ran.json["problems"] == []


def test_the_same_inputs_give_the_same_bytes(built: Path, tmp_path: Path) -> None:
    """In other folders, with other hash seeds, in one process and in two."""
    kits = [files_of(built / "kit")]
    project, out = tmp_path / "б б" / "p", tmp_path / "б б" / "kit"
    shutil.copytree(built, project, ignore=shutil.ignore_patterns("kit"))
    ran = creativekit("-C", project, "-o", out, "brand", "--jobs", "1", PYTHONHASHSEED="1")
    assert ran.code == 0, ran.err
    kits.append(files_of(out))
    assert kits[0].keys() == kits[1].keys()
    assert [path for path in kits[0] if kits[0][path] != kits[1][path]] == []


def test_a_change_makes_only_what_depends_on_it(built: Path, tmp_path: Path) -> None:
    project = tmp_path / "p"
    shutil.copytree(built, project)
    config = project / "creativekit.toml"
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace("+7 724 200 00 00", "+7 724 200 00 01"), encoding="utf-8")
    ran = creativekit("-C", project, "--json", "brand")
    made = ran.json["made"]
    assert made
    assert not [path for path in made if path.startswith(("brand/logo/", "brand/type/"))]


def test_a_file_that_was_edited_is_kept_until_forced(tmp_path: Path) -> None:
    project = tmp_path / "p"
    project.mkdir()
    config = project / "creativekit.toml"
    # Small: a new colour makes every file again.
    config.write_text(
        '[project]\nname = "Саз"\nlanguages = ["kk"]\n[brand]\ncolor = "#0a7e8c"\n', "utf-8"
    )
    assert creativekit("-C", project, "brand").code == 0
    edited = project / "kit/brand/color/web/brand.css"
    ours = edited.read_bytes()
    edited.write_text("/* mine */")
    config.write_text(config.read_text("utf-8").replace("#0a7e8c", "#0a7e8d"), "utf-8")
    ran = creativekit("-C", project, "brand")
    assert edited.read_text() == "/* mine */"
    assert "brand.css" in ran.err + ran.out
    assert creativekit("-C", project, "brand", "--force").code == 0
    assert edited.read_bytes() not in (b"/* mine */", ours)


def test_explore_shows_and_picks(tmp_path: Path) -> None:
    project = tmp_path / "p"
    shutil.copytree(EXAMPLES / "aq-kiiz", project)
    ran = creativekit("-C", project, "--json", "explore", "-n", "4")
    assert ran.code == 0, ran.err
    assert len(ran.json["directions"]) == 4
    assert (project / "kit/explore/directions.png").is_file()
    chosen = ran.json["directions"][2]
    assert creativekit("-C", project, "explore", "--pick", "3").code == 0
    text = (project / "creativekit.toml").read_text("utf-8")
    assert f'"{chosen["style"]}"' in text
    assert "# Ойдан шығарылған кәсіп" in text
    assert creativekit("-C", project, "check").code == 0


def test_the_commands_of_the_readme_run(tmp_path: Path) -> None:
    """Every creativekit line of the five minutes, as it stands there."""
    part = README.read_text("utf-8").split("## Five minutes")[1].split("```")[1]
    lines = [line for line in part.splitlines() if line.startswith("creativekit ")]
    assert len(lines) == 6
    for line in lines:
        command = line.partition("   ")[0].split(" #")[0] if "#0a" not in line else line
        words = re.findall(r'"([^"]*)"|(\S+)', command.removeprefix("creativekit "))
        ran = creativekit(*(quoted or plain for quoted, plain in words), cwd=tmp_path)
        assert ran.code == 0, (line, ran.err)
    assert (tmp_path / "saz/kit/index.html").is_file()
