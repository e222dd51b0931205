"""`creativekit schema`: the JSON Schema of creativekit.toml, or of a template, for editors."""

from __future__ import annotations

import json
from contextlib import nullcontext, suppress
from pathlib import Path

import click

from creativekit.cli import talk
from creativekit.cli.command import Option, Settings, as_command
from creativekit.errors import InputError, msg


@as_command(
    "schema",
    msg(
        "A JSON Schema of creativekit.toml, with descriptions in your language. Editors use it to"
        " complete and check what you type; `creativekit new` puts one beside every project, and"
        " `creativekit templates copy` one beside your templates."
    ),
    examples=("schema", "schema -o creativekit.schema.json --lang kk", "schema --of template"),
    shared=("project", "json", "lang"),
    options=(
        Option(
            ["--of", "of"],
            msg("Schema of the project's file, or of a post's template."),
            "project|template",
            type=click.Choice(("project", "template")),
            default="project",
        ),
        Option(["-o", "file"], msg("Write to this file."), msg("FILE")),
    ),
)
def command(settings: Settings, of: str, file: str | None) -> None:
    from creativekit.press.output import write_file

    if of == "template":
        from creativekit.social.template_schema import json_schema
    else:
        from creativekit.project.json_schema import json_schema

    folder = None
    # Without -C and far from any project it is the schema of every project.
    with suppress(InputError) if settings.project is None else nullcontext():
        folder = settings.config().parent
    schema = json_schema(talk.say, folder)
    if file is None:
        talk.out_json(schema)
        return
    text = json.dumps(schema, ensure_ascii=False, indent=2)
    write_file(Path(file), text.encode() + b"\n")
    talk.err(talk.say(msg("written: {path}", path=talk.shown_path(Path(file)))))
