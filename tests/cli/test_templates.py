"""`creativekit templates`: list, show, copy, check, for people and for programs."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from cli.running import invoke, project

POSTS = Path("templates", "social", "posts")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return project(tmp_path / "p")


def test_list_names_every_template_that_can_be_posted(home: Path) -> None:
    result = invoke("-C", str(home), "templates", "list", "--json", lang="kk")
    assert result.exit_code == 0
    found = {each["id"]: each for each in json.loads(result.stdout)["templates"]}
    assert found["event"]["title"] == "Іс-шара"
    assert not found["event"]["own"]
    assert {"name": "headline", "type": "text", "required": True} in found["event"]["fields"]
    assert all(each["made_for"] for each in found.values())


def test_list_for_people(home: Path) -> None:
    invoke("-C", str(home), "templates", "copy", "event", "--as", "zz-concert")
    result = invoke("-C", str(home), "templates", "list")
    lines = result.stdout.splitlines()
    # The project's own come first.
    assert lines[0].startswith("zz-concert")
    assert lines[0].endswith("this project's")
    assert lines[1].strip().startswith("headline*, when*, starts")
    assert any(line.startswith("quote") for line in lines)


def test_a_broken_template_does_not_hide_the_others(home: Path) -> None:
    (home / POSTS).mkdir(parents=True)
    (home / POSTS / "mine.toml").write_text("schema = 1\n")
    result = invoke("-C", str(home), "templates", "list")
    assert result.exit_code == 3
    assert "event" in result.stdout
    assert "templates/social/posts/mine.toml" in result.stderr
    told = json.loads(invoke("-C", str(home), "templates", "list", "--json").stdout)
    assert (told["ok"], told["exit_code"]) == (False, 3)
    assert told["problems"]


def test_without_a_project_ours_are_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert invoke("templates", "show", "quote").exit_code == 0
    assert invoke("templates", "copy", "quote").exit_code == 3
    assert invoke("-C", "nowhere", "templates", "list").exit_code == 3


def test_show(home: Path) -> None:
    result = invoke("-C", str(home), "templates", "show", "event", lang="ru")
    assert result.exit_code == 0
    text = result.stdout
    assert "Событие" in text
    assert "headline*" in text
    assert "Мастерская по брендингу" in text
    assert "2026-10-17" in text
    told = json.loads(invoke("-C", str(home), "templates", "show", "event", "--json").stdout)[
        "template"
    ]
    assert [layer["made_of"] for layer in told["layers"]] == [
        "surface", "surface", "column", "signature",
    ]  # fmt: skip
    assert told["changes"]["wide"] == ["words"]
    assert told["sample"]["kk"]["when"] == "2026-10-17"
    photo = next(field for field in told["fields"] if field["name"] == "photo")
    assert photo["min_px"] == 800


def test_show_one_that_is_not_there(home: Path) -> None:
    result = invoke("-C", str(home), "templates", "show", "evnt")
    assert result.exit_code == 3
    assert "did you mean 'event'?" in result.stderr


@pytest.mark.parametrize("name", ["event", "quote", "carousel"])
def test_every_one_can_be_shown(home: Path, name: str) -> None:
    assert invoke("-C", str(home), "templates", "show", name).exit_code == 0


def test_copy_stands_in_for_ours(home: Path) -> None:
    result = invoke("-C", str(home), "templates", "copy", "event", lang="kk")
    assert (result.exit_code, result.stdout) == (0, "")
    text = (home / POSTS / "event.toml").read_text("utf-8")
    assert text.startswith("#:schema ../template.schema.json\n# ")
    assert "templates copy" not in text
    schema = json.loads((home / "templates/social/template.schema.json").read_text("utf-8"))
    jsonschema.Draft7Validator.check_schema(schema)
    (entry,) = [
        each
        for each in json.loads(invoke("-C", str(home), "templates", "list", "--json").stdout)[
            "templates"
        ]
        if each["id"] == "event"
    ]
    assert entry["own"]
    assert invoke("-C", str(home), "templates", "check").exit_code == 0


def test_copy_under_another_name(home: Path) -> None:
    result = invoke("-C", str(home), "templates", "copy", "event", "--as", "concert", "--json")
    told = json.loads(result.stdout)
    assert (told["ok"], told["id"]) == (True, "concert")
    file = home / POSTS / "concert.toml"
    assert Path(told["file"]) == file
    assert '\nid = "concert"\n' in file.read_text("utf-8")
    # A copy of a copy keeps what the person wrote into it.
    text = "# Менікі\n" + file.read_text("utf-8").replace("most = 90", "most = 91")
    file.write_text(text, "utf-8")
    invoke("-C", str(home), "templates", "copy", "concert", "--as", "recital")
    recital = (home / POSTS / "recital.toml").read_text("utf-8")
    assert recital == text.replace('"concert"', '"recital"')
    assert invoke("-C", str(home), "templates", "check").exit_code == 0


def test_copy_overwrites_nothing_without_force(home: Path) -> None:
    file = home / POSTS / "event.toml"
    invoke("-C", str(home), "templates", "copy", "event")
    file.write_text("mine", "utf-8")
    result = invoke("-C", str(home), "templates", "copy", "event")
    assert result.exit_code == 3
    assert file.read_text("utf-8") == "mine"
    assert invoke("-C", str(home), "templates", "copy", "event", "--force").exit_code == 0
    assert 'id = "event"' in file.read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("evnt",), "did you mean 'event'?"),
        (("event", "--as", "My Event"), "'My Event' is no id"),
        (("event", "--as", "../../x"), "'../../x' is no id"),
        (("own",), "name the copy with --as"),
    ],
)
def test_what_cannot_be_copied(home: Path, arguments: tuple[str, ...], said: str) -> None:
    invoke("-C", str(home), "templates", "copy", "event", "--as", "own")
    before = sorted(path.name for path in home.rglob("*"))
    result = invoke("-C", str(home), "templates", "copy", *arguments)
    assert result.exit_code == 3
    assert said in result.stderr
    assert sorted(path.name for path in home.rglob("*")) == before


def test_check_tells_every_mistake_with_its_line(home: Path) -> None:
    invoke("-C", str(home), "templates", "copy", "event")
    invoke("-C", str(home), "templates", "copy", "quote")
    file = home / POSTS / "event.toml"
    text = file.read_text("utf-8")
    text = text.replace('text = "place"', 'text = "plac"').replace("[wide.words]", "[wide.wrds]")
    file.write_text(text, "utf-8")
    lines = text.splitlines()
    result = invoke("-C", str(home), "templates", "check", "--json")
    assert result.exit_code == 3
    told = json.loads(result.stdout)
    assert len(told["files"]) == 2
    assert all(Path(problem["file"]).name == "event.toml" for problem in told["problems"])
    first = told["problems"][0]
    assert 'text = "plac"' in lines[first["line"] - 1]
    assert first["nearest"] == "place"
    spoken = invoke("-C", str(home), "templates", "check", lang="en")
    assert spoken.exit_code == 3
    assert "there is no layer 'wrds'; did you mean 'words'?" in spoken.stdout
    assert "1 template has mistakes" in spoken.stderr


def test_check_of_a_file_anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine.toml").write_text('schema = 1\nid = "other"\n', "utf-8")
    result = invoke("templates", "check", "mine.toml")
    assert result.exit_code == 3
    assert "mine.toml:2 id: a template's id is the name of its file, not 'other'" in result.stdout
    missing = invoke("templates", "check", "nowhere.toml")
    assert missing.exit_code == 3
    assert "nowhere.toml: there is no such file" in missing.stdout
    assert invoke("templates", "check").exit_code == 3  # of which project?


def test_check_without_templates(home: Path) -> None:
    result = invoke("-C", str(home), "templates", "check")
    assert (result.exit_code, result.stdout) == (0, "")


def test_a_command_that_is_not_there() -> None:
    result = invoke("templates", "lst")
    assert result.exit_code == 2
    assert "did you mean 'list'?" in result.stderr
    assert invoke("templates").exit_code == 2


@pytest.mark.parametrize("name", ["list", "show", "copy", "check"])
def test_every_command_has_help(name: str) -> None:
    result = invoke("templates", name, "--help")
    assert (result.exit_code, result.stderr) == (0, "")
    assert f"creativekit templates {name}" in result.stdout


def test_the_schema_of_templates() -> None:
    schema = json.loads(invoke("schema", "--of", "template").stdout)
    assert "made_for" in schema["properties"]
    assert "brand" in json.loads(invoke("schema").stdout)["properties"]
    assert invoke("schema", "--of", "templat").exit_code == 2
