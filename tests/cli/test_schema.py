"""`creativekit schema`: on stdout for programs, in a file for editors."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema

from cli.running import invoke, project


def test_it_is_a_schema(tmp_path: Path) -> None:
    result = invoke("schema")
    assert result.exit_code == 0
    schema = json.loads(result.stdout)
    jsonschema.Draft7Validator.check_schema(schema)
    assert "steppe" in schema["properties"]["brand"]["properties"]["style"]["enum"]


def test_in_a_file(tmp_path: Path) -> None:
    file = tmp_path / "басқа" / "schema.json"
    result = invoke("schema", "-o", str(file))
    assert (result.exit_code, result.stdout) == (0, "")
    assert json.loads(file.read_text("utf-8")) == json.loads(invoke("schema").stdout)


def test_a_projects_own_templates_are_choices(tmp_path: Path) -> None:
    folder = project(tmp_path / "p")
    own = folder / "templates" / "brand" / "styles"
    own.mkdir(parents=True)
    (own / "my-style.toml").write_text("")
    schema = json.loads(invoke("-C", str(folder), "schema").stdout)
    assert "my-style" in schema["properties"]["brand"]["properties"]["style"]["enum"]


def test_a_project_that_is_not_there(tmp_path: Path) -> None:
    result = invoke("-C", str(tmp_path / "nowhere"), "schema")
    assert (result.exit_code, result.stdout) == (3, "")
