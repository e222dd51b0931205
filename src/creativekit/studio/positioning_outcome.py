"""What comes of a sheet's answers, as it is said on the screen: results, lengths, findings."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from creativekit.errors import InputError, Problem, msg, nmsg
from creativekit.language.catalogs import Translator
from creativekit.language.plain_text import clean
from creativekit.positioning import pitch
from creativekit.positioning.filling import filling
from creativekit.positioning.findings import concerns, findings
from creativekit.positioning.results import results
from creativekit.positioning.sheets import Worksheet
from creativekit.positioning.statement import labelled
from creativekit.positioning.words import Words, words
from creativekit.project.model import Project
from creativekit.studio.map_view import Dot, Drawn
from creativekit.studio.problems import parts_of

WORKED_OUT = ("audience", "alternatives", "ladder", "statement", "map", "price", "pitch")
"""Sheets that something is worked out from."""
_WAITS_FOR = {
    "audience": msg("The story comes as soon as the moment and what they want are written."),
    "alternatives": msg("This comes as soon as there are alternatives with scores."),
    "ladder": msg("This comes as soon as one need is written."),
    "map": msg("This comes as soon as the axes are named, and you and one more are on the map."),
    "price": msg("The lowest price comes as soon as there is a cost; hours count with their rate."),
    "pitch": msg("The seconds come as soon as the half-minute text is written."),
}
"""What the first answers of a sheet do not yet say."""


def outcome(
    project: Project, sheet: Worksheet, said: Words, speak: Translator
) -> tuple[list[Content], list[Content]]:
    """What comes of one sheet, and the questions that it ends with; said: in the language of the
    answers."""
    blocks = [
        *_results(project, sheet, said),
        *_never(project, sheet, said.language, speak),
        *_parts(project, sheet, said),
        *_fits(project, sheet, said, speak),
    ]
    about = [
        each
        for each in all_findings(project, sheet)
        if concerns(each, (sheet.id,)) or _is_of_a_post(each, sheet)
    ]
    warnings = [_finding(each, speak) for each in about]
    if not blocks and not warnings and sheet.id in WORKED_OUT:
        is_begun = filling(sheet, project.positioning, said.language).answered
        nothing = msg("Nothing yet: it grows while you type.")
        hint = _WAITS_FOR.get(sheet.id, nothing) if is_begun else nothing
        blocks.append(Content.styled(clean(speak.text(hint)), "$muted"))
    return [*blocks, *warnings], list(_look(project, sheet, speak))


def all_findings(project: Project, sheet: Worksheet | None = None) -> tuple[Problem, ...]:
    """Those of all sheets, and of the posts what the brand never says; for a sheet that has the
    list of it, or for all."""
    found = findings(project)
    if sheet is not None and sheet.id != "character":
        return found
    from creativekit.press.never_said import in_config

    try:
        return (*found, *in_config(project))
    except InputError:  # placements that are wrong: Social says so
        return found


def plot(project: Project, said: Words) -> Drawn:
    """The map, our point first."""
    language, market = said.language, project.positioning.map
    dots = [Dot(each.name.get(language), each.x, each.y) for each in market.points]
    if market.ours is not None:
        dots.insert(0, Dot(said("ours"), market.ours.x, market.ours.y, ours=True))
    left, right = (market.x.low, market.x.high) if market.x else (None, None)
    bottom, top = (market.y.low, market.y.high) if market.y else (None, None)
    ends = [each.get(language) if each is not None else "" for each in (left, right, bottom, top)]
    return Drawn(tuple(dots), (ends[0], ends[1], ends[2], ends[3]))


def _results(project: Project, sheet: Worksheet, said: Words) -> Iterator[Content]:
    """What the sheet is for comes first, and strongest where it is one sentence to say aloud."""
    style = "bold" if sheet.id == "statement" else ""
    found = results(sheet.id, project.positioning, project.name, said, project.folder)
    if found:
        yield Content("\n").join(Content.styled(clean(line), style) for line in found)


def _look(project: Project, sheet: Worksheet, speak: Translator) -> Iterator[Content]:
    """The questions that the printed sheet ends with."""
    if not sheet.look:
        return
    language = speak.language
    head = clean(words(language, project.folder)("look"))
    asked = "\n".join(f"· {clean(each.get(language))}" for each in sheet.look)
    yield Content.assemble((f"{head}\n", "bold $muted"), (asked, "$muted"))


def _never(
    project: Project, sheet: Worksheet, language: str, speak: Translator
) -> Iterator[Content]:
    """That the words that are never said are not said, when that is so."""
    phrases = dict(project.positioning.character.never).get(language, ())
    if sheet.id != "character" or not phrases:
        return
    about = all_findings(project, sheet)
    if not any(concerns(each, (sheet.id,)) or _is_of_a_post(each, sheet) for each in about):
        message = nmsg(
            "{n} word or phrase you never say: none of your texts uses it",
            "{n} words and phrases you never say: none of your texts uses them",
            len(phrases),
        )
        yield Content.assemble(("✓ ", "$success"), clean(speak.text(message)))


def _parts(project: Project, sheet: Worksheet, said: Words) -> Iterator[Content]:
    """The statement once more, part by part."""
    if sheet.id != "statement":
        return
    parts = labelled(project.positioning.statement, project.name, said.language, project.folder)
    if len(parts) > 1:
        yield Content("\n").join(
            Content.assemble((f"{clean(label)}: ", "$muted"), clean(text)) for label, text in parts
        )


def _fits(project: Project, sheet: Worksheet, said: Words, speak: Translator) -> Iterator[Content]:
    """The bio against the room that each platform gives it."""
    bio = project.positioning.pitch.bio
    if sheet.id != "pitch" or bio is None:
        return
    found = pitch.fits(bio.get(said.language), project.folder)
    counted = clean(speak.text(msg("Characters in the profile text, out of what fits:")))
    yield Content("\n").join(
        [
            Content.styled(counted, "$muted"),
            *(
                Content.assemble(
                    ("✓ " if each.fits else "✗ ", "$success" if each.fits else "$warning"),
                    clean(each.platform.title),
                    (f"  {each.length} / {each.platform.limit}", "$muted"),
                )
                for each in found
            ),
        ]
    )


def _is_of_a_post(problem: Problem, sheet: Worksheet) -> bool:
    return sheet.id == "character" and not (problem.key or "").startswith("positioning.")


def _finding(problem: Problem, speak: Translator) -> Content:
    parts = parts_of(problem, speak)
    text = "; ".join(filter(None, (parts.text, parts.hint)))
    return Content.assemble(("▲ ", "$warning"), text)
