"""The text of a fresh cohort.toml, with what has to be decided in it and not in a template.

Groups and initiatives stand in it, because every meeting has its own; sectors, needs and barriers
are those of creativekit until a list of one's own is put there.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from creativekit.cohort.regions import region as region_called
from creativekit.cohort.vocabulary import default_text
from creativekit.errors import Message, msg
from creativekit.project.localized import LANGUAGES
from creativekit.project.writing import Value, toml

Text = str | Mapping[str, str]

_INVENTED = {
    "kk": "[ойдан шығарылған] ",
    "ru": "[вымышлено] ",
    "en": "[invented] ",
}


@dataclass(frozen=True, slots=True)
class CohortAnswers:
    """What is known of a new cohort. Texts: one for all languages, or a table by language.

    region: by any name of a region of Kazakhstan it is written in all languages.
    project: path of the organiser's creativekit project; else organiser and color (and style).
    previous: path of the last meeting's cohort.sqlite.
    """

    title: Text
    region: Text
    date: datetime.date
    languages: tuple[str, ...] = LANGUAGES
    organiser: Text = ""
    color: str = "#0a7e8c"
    style: str | None = None
    project: str | None = None
    previous: str | None = None
    invented: bool = False
    own: Mapping[str, str] = field(default_factory=dict)
    """Lists that are written out, by the file's name; the defaults of `groups`, `initiatives`."""


def cohort_text(
    answers: CohortAnswers, say: Callable[[Message], str], folder: Path | None = None
) -> str:
    """The file's text; `say` puts a message into the interface's language."""

    def comment(message: Message) -> list[str]:
        return [f"# {line}" for line in _wrapped(say(message))]

    invented = answers.invented
    region = answers.region
    known = region_called(region, folder) if isinstance(region, str) else None
    lines = ["schema = 1"]
    if invented:
        lines += comment(
            msg("A rehearsal: nobody gave these answers. Every text made of them says so.")
        )
        lines += ["invented = true"]
    lines += [
        f"title = {toml(_three(answers.title, invented))}",
        *(
            comment(msg("The region's name in Kazakh, Russian and English: translate it here."))
            if isinstance(region, str) and known is None
            else ()
        ),
        f"region = {toml(_three(dict(known.texts) if known else region))}",
        f"date = {answers.date.isoformat()}",
        *comment(msg("Languages of the forms and the report, the main one first.")),
        f"languages = {toml(list(answers.languages))}",
        "",
        *comment(
            msg(
                'Who convenes: a creativekit project of their own (project = "../organiser"), or a'
                " name and a colour."
            )
        ),
        "[organiser]",
        f"name = {toml(_three(answers.organiser or answers.title))}",
    ]
    if answers.project is not None:
        lines += [f"project = {toml(answers.project)}"]
    else:
        lines += [f"color = {toml(answers.color)}"]
        lines += [f"style = {toml(answers.style)}" if answers.style else '# style = "steppe"']
    lines += [
        *comment(msg("Who signs the certificates; a name, too, if you like.")),
        '# signatory = { role = { kk = "Үйлестіруші", ru = "Координатор", en = "Coordinator" } }',
        "",
        *comment(
            msg("Where the needs form is filled in: a poster with its QR code is made of it.")
        ),
        "[form]",
        '# url = "https://ee.kobotoolbox.org/x/AbCd1234"',
        "",
        *comment(msg("How many hours the certificates speak of.")),
        "[certificate]",
        "# hours = 6",
        "",
        *comment(
            msg(
                "No cell of the report stands for fewer people than `least`; of a sensitive"
                " question, and in a report for the public, than `least_sensitive`."
            )
        ),
        "[privacy]",
        "least = 5",
        "least_sensitive = 10",
        '# sensitive = ["age", "settlement"]',
        *comment(msg("The store of the last meeting, to show what has changed.")),
        f"previous = {toml(answers.previous)}"
        if answers.previous
        else '# previous = "../2025/cohort.sqlite"',
        "",
        *comment(
            msg(
                "The groups, and how many of each were invited; after the meeting, write how many"
                " came as well."
            )
        ),
        "# present = 12",
        answers.own.get("groups") or default_text("groups", folder).strip(),
        "",
        *comment(
            msg(
                "What people are asked about. Put the programmes of your region here, each with its"
                " source and the day you read it. One of them is the decoy: it must not exist."
            )
        ),
        answers.own.get("initiatives") or default_text("initiatives", folder).strip(),
        "",
        *comment(
            msg(
                "Lists of your own win over ours, whole: [[sector]], [[settlement]], [[need]],"
                " [[barrier]]. Proposals that are put to the vote: [[proposal]], each with an id"
                " and a title."
            )
        ),
    ]
    return "\n".join(lines) + "\n"


def groups_invited(invited: Mapping[str, int], folder: Path | None = None) -> str:
    """The groups as a cohort.toml has them, with how many of each were invited, by its id."""
    blocks = re.split(r"(?m)^(?=\[\[)", default_text("groups", folder).strip())
    for at, block in enumerate(blocks):
        id = re.search(r'(?m)^id = "([^"]+)"', block)
        if id is not None and id[1] in invited:
            blocks[at] = re.sub(r"(?m)^invited = \d+", f"invited = {invited[id[1]]}", block)
    return "".join(blocks)


def _three(text: Text, invented: bool = False) -> Value:
    texts = dict.fromkeys(LANGUAGES, text) if isinstance(text, str) else text
    return {each: (_INVENTED[each] if invented else "") + texts[each] for each in LANGUAGES}


def _wrapped(text: str, width: int = 98) -> list[str]:
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return lines
