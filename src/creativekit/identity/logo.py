"""The logo of a project: its symbol, and every lockup of it in every language of the name.

What a person did not choose, the style chooses, and what cannot be is answered as a designer would:
a name without a letter or digit gets the style's motif instead of a monogram, unless a monogram
was asked for, which then is a problem with the reason.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Literal, TypeVar

from creativekit.errors import InputError, Problem, Problems, msg
from creativekit.fonts.faces import Face
from creativekit.identity import lockup, monogram, wordmark
from creativekit.identity.mark import Mark
from creativekit.identity.model import LOCKUPS, Lockup, Logo, Style, Typography
from creativekit.identity.wordmark import Wordmark
from creativekit.project.model import FILE_NAME, Project

BROUGHT = "brought"
_ICON_SHAPE = "squircle"

Align = Literal["left", "center"]
Made = TypeVar("Made")


def logo(
    project: Project,
    style: Style,
    typography: Typography,
    motif_mark: Mark,
    kinds: Collection[str] = LOCKUPS,
) -> Logo:
    """Make the logo that `brand.logo` asks for, or read the one it brings.

    motif_mark: the symbol of the motif that was chosen. kinds: lockups to make; "stacked", which
    takes longest, may be left out where it is not shown. Raises InputError with everything that is
    wrong with the name (letters that no typeface has) and with a brought file.
    """
    asked = project.brand.logo
    if asked is not None and asked.file is not None:
        return _brought(project, style, typography, asked.file, motif_mark, kinds)
    kind = asked.kind if asked is not None and asked.kind is not None else style.logo
    faces = _faces(typography)
    problems = Problems()
    mark = motif_mark
    if kind == "monogram" or kind == "wordmark":
        made = _monogram(project, style, faces, kind, problems)
        if made is None and kind == "monogram":
            kind = "symbol"
        mark = made or motif_mark
    names = _names(project, style, faces, problems)
    problems.raise_if_any()
    return _composed(project, kind, mark, names, kinds)


@dataclass(frozen=True, slots=True)
class _Name:
    """The name in one language, ready to be set in the ways that lockups need."""

    text: str
    faces: tuple[Face, ...]
    language: str
    case: str
    tracking: float
    open_capitals: bool
    bar: bool
    key: str

    def set_on(self, align: Align, least_lines: int = 1) -> Wordmark:
        return wordmark.wordmark(
            self.text,
            self.faces,
            self.language,
            self.case,
            self.tracking,
            self.bar,
            align,
            least_lines,
            self.open_capitals,
            self.key,
        )

    def centered(self, least_lines: int) -> Wordmark:
        return self.set_on("center", least_lines)


def _composed(
    project: Project, kind: str, mark: Mark, names: Sequence[_Name], kinds: Collection[str]
) -> Logo:
    main = project.languages[0]
    made: list[Lockup] = [lockup.symbol(mark, main)]
    # A name that is the whole logo wears the brand's colour; beside a symbol it is text.
    role = "primary-ink" if kind == "wordmark" else "ink"
    for name in names:
        left = name.set_on("left")
        made.append(lockup.word(left, name.language, role))
        if kind != "wordmark":
            made.append(lockup.horizontal(mark, left, name.language))
            if "stacked" in kinds:
                made.append(lockup.stacked(mark, name.centered, name.language))
    return Logo(kind, mark, {(each.kind, each.language): each for each in made}, main)


def _faces(typography: Typography) -> tuple[Face, ...]:
    """The heading face, and those that stand in for what it lacks, bold before regular."""
    return tuple(dict.fromkeys((typography.heading, typography.body_bold, typography.body)))


def _monogram(
    project: Project, style: Style, faces: tuple[Face, ...], kind: str, problems: Problems
) -> Mark | None:
    """The monogram; None when the name has no letter and nobody asked for one."""
    asked = project.brand.logo
    typed = asked.initials if asked is not None else None
    main = project.name.get(project.languages[0])
    text = typed or monogram.initials(main)
    key = "brand.logo.initials" if typed else "project.name"
    if not text:
        if kind == "monogram" and asked is not None:
            problems.add(
                Problem(
                    msg(
                        "'{name}' has no letter to make a monogram of;"
                        " give initials, or choose another kind of logo",
                        name=main,
                    ),
                    file=FILE_NAME,
                    key="brand.logo",
                    accepted=("symbol", "wordmark"),
                )
            )
        return None
    shape = asked.shape if asked is not None and asked.shape is not None else style.shape
    if kind != "monogram" and not typed:
        # An icon: one letter, on a ground of its own.
        text = monogram.first(text)
        shape = _ICON_SHAPE if shape == "none" else shape
    cut = asked.cut if asked is not None and asked.cut is not None else True
    if style.case == "lower" and not typed:
        text = text.lower()
    return _collected(problems, lambda: monogram.monogram(text, faces, shape, cut, not typed, key))


def _names(
    project: Project, style: Style, faces: tuple[Face, ...], problems: Problems
) -> list[_Name]:
    """The name in the main language, and in each other language that has one of its own."""
    asked = project.brand.logo
    case = asked.case if asked is not None and asked.case is not None else style.case
    tracking = asked.tracking if asked is not None else None
    main, *others = project.languages
    common = project.name.get(main)
    several = len(project.name.languages) > 1
    found: list[_Name] = []
    for language in (main, *(each for each in others if project.name.get(each) != common)):
        name = _Name(
            text=project.name.get(language),
            faces=faces,
            language=language,
            case=case,
            tracking=style.tracking if tracking is None else tracking,
            open_capitals=tracking is None,
            bar=asked is not None and bool(asked.bar),
            key=f"project.name.{language}" if several else "project.name",
        )
        if _collected(problems, partial(name.set_on, "left")) is not None:
            found.append(name)
    return found


def _brought(
    project: Project,
    style: Style,
    typography: Typography,
    file: str,
    motif_mark: Mark,
    kinds: Collection[str],
) -> Logo:
    """A logo that the user brought: a symbol that lockups are made with, or the whole logo.

    A whole logo stays alone, as it is; for icons, which it is too wide to be, there is a monogram.
    """
    from creativekit.identity.brought import brought, is_whole_logo

    faces = _faces(typography)
    problems = Problems()
    read = _collected(problems, lambda: brought(project.file(file), file))
    names = _names(project, style, faces, problems)
    problems.raise_if_any()
    assert read is not None  # what could not be read is a problem
    mark, notes = read
    if not is_whole_logo(mark):
        return replace(_composed(project, BROUGHT, mark, names, kinds), notes=notes)
    main = project.languages[0]
    icon = _monogram(project, style, faces, BROUGHT, Problems()) or motif_mark
    whole = lockup.whole(mark, main)
    return Logo(BROUGHT, icon, {(whole.kind, main): whole}, main, notes)


def _collected(problems: Problems, make: Callable[[], Made]) -> Made | None:
    """What `make` returns; None when it found problems, which are collected instead of raised."""
    try:
        return make()
    except InputError as error:
        problems.extend(
            problem if problem.file else replace(problem, file=FILE_NAME)
            for problem in error.problems
        )
        return None
