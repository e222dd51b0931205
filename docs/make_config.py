"""Writes docs/config.md, config.kk.md and config.ru.md: every key of creativekit.toml.

From the JSON Schema that editors get, which is made from the schema that the program checks with.
Run it after changing a key or its description; a test fails while a page is old.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from creativekit.language.catalogs import translator
from creativekit.project.json_schema import json_schema

FOLDER = Path(__file__).parent
LANGUAGES = ("en", "kk", "ru")

WORDS: dict[str, dict[str, str]] = {
    "en": {
        "title": "What a creativekit.toml may hold",
        "head": "Only `[project] name` and a colour are needed; the rest has good defaults. What is"
        " not listed here is a mistake, and `creativekit check` names it with its line.",
        "key": "key",
        "kind": "what it may be",
        "what": "what it is",
        "needed": "needed",
        "many": "May be there many times.",
        "text": "text",
        "texts": "text, or {{ kk, ru, en }}",
        "number": "number",
        "integer": "whole number",
        "boolean": "`true` or `false`",
        "date": "date",
        "table": "table, see below",
        "list": "list: {of}",
        "or": " or ",
        "between": "{least} to {most}",
        "least": "{least} or more",
        "any": "any keys of your own",
        "file": "`creativekit schema` prints the same for your editor, and `creativekit new` puts"
        " it beside every project.",
    },
    "kk": {
        "title": "creativekit.toml файлында не болуы мүмкін",
        "head": "Керегі — `[project] name` мен бір түс қана; қалғанының жақсы бастапқы мәні бар."
        " Мұнда жоқ кілт — қате, оны `creativekit check` жолымен атап береді.",
        "key": "кілт",
        "kind": "не бола алады",
        "what": "бұл не",
        "needed": "міндетті",
        "many": "Бірнеше рет жазуға болады.",
        "text": "мәтін",
        "texts": "мәтін немесе {{ kk, ru, en }}",
        "number": "сан",
        "integer": "бүтін сан",
        "boolean": "`true` не `false`",
        "date": "күні",
        "table": "кесте, төменде",
        "list": "тізім: {of}",
        "or": " немесе ",
        "between": "{least} – {most}",
        "least": "{least} не одан көп",
        "any": "өз кілттеріңіз",
        "file": "Осының өзін редакторыңызға `creativekit schema` басып береді, ал `creativekit new`"
        " оны әр жобаның қасына қояды.",
    },
    "ru": {
        "title": "Что может быть в creativekit.toml",
        "head": "Нужны только `[project] name` и цвет; у остального хорошие значения по умолчанию."
        " Чего здесь нет, то ошибка, и `creativekit check` назовёт её вместе со строкой.",
        "key": "ключ",
        "kind": "чем может быть",
        "what": "что это",
        "needed": "обязательно",
        "many": "Может повторяться.",
        "text": "текст",
        "texts": "текст или {{ kk, ru, en }}",
        "number": "число",
        "integer": "целое число",
        "boolean": "`true` или `false`",
        "date": "дата",
        "table": "таблица, ниже",
        "list": "список: {of}",
        "or": " или ",
        "between": "от {least} до {most}",
        "least": "{least} или больше",
        "any": "любые свои ключи",
        "file": "То же для вашего редактора печатает `creativekit schema`, а `creativekit new`"
        " кладёт рядом с каждым проектом.",
    },
}


def page_name(language: str) -> str:
    return "config.md" if language == "en" else f"config.{language}.md"


def text(language: str) -> str:
    """The whole page in one language."""
    words = WORDS[language]
    schema = json_schema(translator(language).text)
    others = " · ".join(f"[{each}]({page_name(each)})" for each in LANGUAGES if each != language)
    parts = [
        "<!-- Written by docs/make_config.py: change the schema, not this page. -->\n",
        f"# {words['title']}\n",
        f"{others}\n",
        f"{words['head']} {words['file']}\n",
    ]
    for name, node in schema["properties"].items():
        parts += _table(name, node, words)
    return "\n".join(parts)


def _table(path: str, node: dict[str, Any], words: dict[str, str]) -> Iterator[str]:
    """The heading, the sentence and the keys of one table, then of the tables inside it."""
    many = node.get("type") == "array"
    inside = _inside(node)
    if inside is None:
        return
    yield f"## `[[{path}]]`\n" if many else f"## `[{path}]`\n"
    yield " ".join(filter(None, (node.get("description"), words["many"] if many else ""))) + "\n"
    rows = [f"| {words['key']} | {words['kind']} | {words['what']} |", "|---|---|---|"]
    needed = inside.get("required", [])
    deeper: list[tuple[str, dict[str, Any]]] = []
    for key, value in inside.get("properties", {}).items():
        kind = _kind(value, words)
        if key in needed:
            kind += f" ({words['needed']})"
        said = value.get("description") or _described(value) or ""
        rows.append(f"| `{key}` | {_cell(kind)} | {_cell(said)} |")
        if _inside(value) is not None:
            deeper.append((f"{path}.{key}", value))
    yield "\n".join(rows) + "\n"
    for name, value in deeper:
        yield from _table(name, value, words)


def _inside(node: dict[str, Any]) -> dict[str, Any] | None:
    """The table that a value is, or that its list is of; None for what has no keys worth a list."""
    if node.get("type") == "array":
        node = node.get("items", {})
    if "anyOf" in node and "properties" not in node:
        return next((each for each in map(_inside, node["anyOf"]) if each is not None), None)
    found = node.get("properties")
    if not found or set(found) <= {"kk", "ru", "en"}:
        return None
    return node


def _described(node: dict[str, Any]) -> str | None:
    return node.get("items", {}).get("description") if node.get("type") == "array" else None


def _kind(node: dict[str, Any], words: dict[str, str]) -> str:
    if "enum" in node:
        return ", ".join(f"`{each}`" for each in node["enum"])
    if "const" in node:
        return f"`{node['const']}`"
    if "anyOf" in node and "type" not in node:
        kinds = list(dict.fromkeys(_kind(each, words) for each in node["anyOf"]))
        if words["texts"].format() in kinds:
            kinds = [kind for kind in kinds if kind != words["text"]]
        return words["or"].join(kinds)
    if node.get("type") == "array":
        return words["list"].format(of=_kind(node.get("items", {}), words))
    if node.get("type") == "object":
        found = node.get("properties", {})
        if found and set(found) <= {"kk", "ru", "en"}:
            return words["texts"].format()
        return words["table"] if found else words["any"]
    if node.get("type") in ("number", "integer"):
        return words[node["type"]] + _limits(node, words)
    if node.get("format") in ("date", "date-time"):
        return words["date"]
    if node.get("type") == "boolean":
        return words["boolean"]
    return words["text"]


def _limits(node: dict[str, Any], words: dict[str, str]) -> str:
    least = node.get("minimum", node.get("exclusiveMinimum"))
    most = node.get("maximum", node.get("exclusiveMaximum"))
    if least is None:
        return ""
    shown = "between" if most is not None else "least"
    return ", " + words[shown].format(least=f"{least:g}", most=most and f"{most:g}")


def _cell(said: str) -> str:
    return said.replace("|", "\\|").replace("<", "\\<")


if __name__ == "__main__":
    if sys.argv[1:]:
        sys.exit("usage: python docs/make_config.py")
    for each in LANGUAGES:
        (FOLDER / page_name(each)).write_text(text(each), "utf-8", newline="\n")
