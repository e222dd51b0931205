"""click's sentences: each is in our catalogs or cannot be reached."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from cli.running import invoke
from creativekit.cli import click_words, talk
from creativekit.language.catalogs import Translator

# Said of things that this program does not have: prompts, files, dates, deprecated options, bad
# declarations; or in layouts that are replaced by our own.
UNREACHABLE = {
    "(dynamic)",
    "Aborted!",
    "Argument {name!r} takes {nargs} values.",
    "Arguments take exactly one parameter declaration, got {length}: {decls}.",
    "Boolean option {decl!r} cannot use the same flag for true/false.",
    "Choice({choices})",
    "Choose from:\n\t{choices}",
    "Commands",
    "Confirm the action without prompting.",
    "Could not determine name for option with declarations {decls!r}",
    "Could not open file {filename!r}: {message}",
    "DeprecationWarning: The command {name!r} is deprecated.{extra_message}",
    "DeprecationWarning: The {param_type} {name!r} is deprecated.{extra_message}",
    "Do you want to continue?",
    "Error: The two entered values do not match.",
    "Error: invalid input",
    "Error: {message}",
    "Missing parameter",
    "Missing parameter: {param_name}",
    "Missing {param_type}",
    "Name '{name}' defined twice",
    "No options defined but a name was passed ({name}). Did you mean to declare an argument"
    " instead? Did you mean to pass '--{name}'?",
    "No such command {name!r}.",
    "Options",
    "Positional arguments",
    "Press any key to continue...",
    "Repeat for confirmation",
    "Show the version and exit.",
    "Show this message and exit.",
    "Takes {nargs} values but 1 was given.",
    "Try '{command} {option}' for help.",
    "Unknown color {colour!r}",
    "Usage:",
    "Value must be an iterable.",
    "default: {default}",
    "deprecated",
    "directory",
    "env var: {var}",
    "file",
    "path",
    "unknown error",
    "%(prog)s, version %(version)s",
    "Invalid start character for option ({option})",
    "{name} {filename!r} does not exist.",
    "{name} {filename!r} is a directory.",
    "{name} {filename!r} is a file.",
    "{name} {filename!r} is not executable.",
    "{name} {filename!r} is not readable.",
    "{name} {filename!r} is not writable.",
    "{value!r} does not match the format {format}.",
    "{value!r} is not a valid UUID.",
    "{value!r} is not a valid boolean. Recognized values: {states}",
    "{value!r} is not a valid {number_type}.",
    "{value} is not in the range {range}.",
    "{len_type} values are required, but {len_value} was given.",
    "{len_type} values are required, but {len_value} were given.",
}


def said_by(module: str) -> Iterator[str]:
    """The texts that a module of click gives to gettext."""
    source = Path(click.__file__).with_name(f"{module}.py").read_text("utf-8")
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            count = {"_": 1, "ngettext": 2}.get(node.func.id, 0)
            for argument in node.args[:count]:
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                    yield argument.value


def ours() -> set[str]:
    return {text for word in click_words.WORDS for text in (word.text, word.plural) if text}


def test_every_sentence_of_click_is_known() -> None:
    modules = ("core", "decorators", "exceptions", "formatting", "parser", "termui", "types")
    said = {text for module in modules for text in said_by(module)}
    plurals = {word for word in said if word.startswith(("Takes", "{value!r} does not match"))}
    assert said - ours() - UNREACHABLE - plurals == set()


def test_no_sentence_of_ours_is_out_of_date() -> None:
    modules = ("core", "exceptions", "parser", "types")
    said = {text for module in modules for text in said_by(module)}
    assert ours() - said == set()


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        (["--bar"], "No such option {name!r}."),
        (["new"], "Missing argument"),
        (["new", "a", "b"], "Got unexpected extra argument ({args})"),
        (["explore", "-n"], "Option {name!r} requires an argument."),
        (["explore", "-n", "x"], "Invalid value for {param_hint}: {message}"),
        (["brand", "--force=1"], "Option {name!r} does not take a value."),
        (["--lang", "xx", "doctor"], "{value!r} is not one of {choices}."),
        (["--lanG", "kk"], "Did you mean {possibility}?"),
        (["-C"], "Option {name!r} requires an argument."),
    ],
)
def test_each_is_said_through_our_catalogs(
    arguments: list[str], text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    class Listening(Translator):
        def gettext(self, text: str) -> str:
            asked.append(text)
            return text

        def ngettext(self, singular: str, plural: str, n: int) -> str:
            asked.extend((singular, plural))
            return singular if n == 1 else plural

    english = talk.translator("en")
    monkeypatch.setattr(talk, "translator", lambda _: Listening("en", english.catalog))
    result = invoke(*arguments)
    assert result.exit_code == 2
    assert text in asked
    assert {word.text for word in click_words.WORDS} & set(asked)
