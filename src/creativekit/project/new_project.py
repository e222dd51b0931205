"""The text of a fresh creativekit.toml, from answers, with comments that teach the file.

What was answered is written; what was not stands there as a comment to be uncommented, so the file
itself shows all that can be said. Comments are in the language of the interface: the caller gives
what says a message in it. Answers are written as TOML strings whatever they hold, and are judged
where every config is, by `loading.parse`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from creativekit.errors import Message, msg
from creativekit.project import vocabulary
from creativekit.project.descriptions import DESCRIPTIONS
from creativekit.project.localized import LANGUAGES
from creativekit.project.writing import Value, toml

SCHEMA_FILE = "creativekit.schema.json"

Text = str | Mapping[str, str]


@dataclass(frozen=True)
class Answers:
    """What is known of a new project; what is None or empty is left to be filled in.

    Texts are one string or a table by language. logo: a kind, or a table as in the config.
    contact: by the config's keys (phone, email, …).
    """

    name: Text
    languages: tuple[str, ...] = LANGUAGES
    tagline: Text | None = None
    sector: Text | None = None
    city: Text | None = None
    color: str | None = None
    picture: str | None = None
    style: str | None = None
    pairing: str | None = None
    logo: str | Mapping[str, Value] | None = None
    pattern: str | None = None
    we_are: tuple[Text, ...] = ()
    we_are_not: tuple[Text, ...] = ()
    contact: Mapping[str, Text] = field(default_factory=dict)


def config_text(answers: Answers, say: Callable[[Message], str]) -> str:
    """The file's text; `say` puts a message into the interface's language."""
    lines = [f"#:schema ./{SCHEMA_FILE}"]
    lines += _comment(
        say(
            msg(
                "Everything about the brand is in this file. After a change: `creativekit check`,"
                " then `creativekit brand`."
            )
        )
    )
    for section, entries in _sections(answers).items():
        lines += ["", *_comment(say(DESCRIPTIONS[section])), f"[{section}]"]
        for key, (value, example) in entries.items():
            lines += _comment(say(DESCRIPTIONS[f"{section}.{key}"]))
            lines += _comment(", ".join(_accepted(f"{section}.{key}")))
            if value is None or value == [] or value == {}:
                lines.append(f"# {key} = {toml(example)}")
            else:
                lines.append(f"{key} = {toml(value)}")
    return "\n".join(lines) + "\n"


def _sections(answers: Answers) -> dict[str, dict[str, tuple[Value | None, Value]]]:
    """By section and key: what was answered, and what to show when nothing was."""
    examples: dict[str, Value] = {
        "phone": "+7 700 000 00 00",
        "email": "hello@example.com",
        "site": "example.com",
        "instagram": "@example",
        "telegram": "@example",
        "whatsapp": "+7 700 000 00 00",
        "address": {"kk": "…", "ru": "…", "en": "…"},
    }
    translated: Value = {"kk": "…", "ru": "…", "en": "…"}
    brand: dict[str, tuple[Value | None, Value]] = {"color": (answers.color, "#0a7e8c")}
    if answers.picture is not None:
        brand = {"from": (answers.picture, "photo.jpg")}
        if answers.color is not None:
            brand["color"] = (answers.color, "#0a7e8c")
    return {
        "project": {
            "name": (_value(answers.name), "…"),
            "tagline": (_value(answers.tagline), translated),
            "sector": (_value(answers.sector), "music"),
            "city": (_value(answers.city), "Қызылорда"),
            "languages": (list(answers.languages), list(LANGUAGES)),
        },
        "brand": brand
        | {
            "style": (answers.style, "steppe"),
            "pairing": (answers.pairing, "lora-onest"),
            "logo": (_logo(answers.logo), {"kind": "monogram", "shape": "arch"}),
            "pattern": (answers.pattern, "ram-horn"),
        },
        "voice": {
            "we_are": ([_value(each) or "" for each in answers.we_are], ["…", "…"]),
            "we_are_not": ([_value(each) or "" for each in answers.we_are_not], ["…"]),
        },
        "contact": {
            key: (_value(answers.contact.get(key)), example) for key, example in examples.items()
        },
    }


def _value(text: Text | None) -> Value | None:
    if isinstance(text, Mapping):
        return {language: text[language] for language in LANGUAGES if language in text}
    return text


def _logo(logo: str | Mapping[str, Value] | None) -> Value | None:
    return dict(logo) if isinstance(logo, Mapping) else logo


def _accepted(key: str) -> tuple[str, ...]:
    match key:
        case "brand.style":
            return vocabulary.styles()
        case "brand.pairing":
            return vocabulary.pairings()
        case "brand.pattern":
            return vocabulary.patterns()
        case _:
            return ()


def _comment(text: str, width: int = 98) -> Iterator[str]:
    line = ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > width:
            yield f"# {line}"
            line = word
        else:
            line = f"{line} {word}".strip()
    if line:
        yield f"# {line}"
