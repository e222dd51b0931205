"""What a key of the config may hold: the validators that its sections are made of.

Every refusal carries a message of our own (`rejection`, `wording`), never pydantic's.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Annotated, get_args

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    PlainValidator,
    ValidationInfo,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from creativekit.errors import Message, msg, nearest
from creativekit.project import references, text_rules, vocabulary
from creativekit.project.localized import LANGUAGES, Language, Localized
from creativekit.project.rejection import reject, reject_parts, shown, spelt


@dataclass(frozen=True)
class Setting:
    """What validation needs to know besides the values: give it as pydantic's `context`.

    folder: the project's; without one, files are not looked for and only our templates count.
    main: the project's main language.
    """

    folder: Path | None = None
    main: str = "kk"

    @cached_property
    def styles(self) -> tuple[str, ...]:
        return vocabulary.styles(self.folder)

    @cached_property
    def motifs(self) -> tuple[str, ...]:
        return vocabulary.motifs(self.folder)

    @cached_property
    def patterns(self) -> tuple[str, ...]:
        return vocabulary.patterns(self.folder)

    @cached_property
    def pairings(self) -> tuple[str, ...]:
        return vocabulary.pairings(self.folder)

    @cached_property
    def placements(self) -> tuple[str, ...]:
        return vocabulary.placements(self.folder)

    @cached_property
    def placement_groups(self) -> tuple[str, ...]:
        return vocabulary.placement_groups(self.folder)


def setting_of(info: ValidationInfo) -> Setting:
    """What validation was given as its context, or nothing known."""
    return info.context if isinstance(info.context, Setting) else Setting()


def plain_text(value: object) -> str:
    """A text, in composed form and without blank space around it; refuses anything else."""
    if not isinstance(value, str):
        raise reject(msg("this must be text in quotes, not {found}", found=spelt(value)))
    return text_rules.cleaned(value)


def localized(limit: int, required: bool = False, several_lines: bool = False) -> PlainValidator:
    """A text, or a table of texts by language; a blank one is None, or refused when required."""

    def validate(value: object, info: ValidationInfo) -> Localized | None:
        main = setting_of(info).main
        if isinstance(value, Localized):
            return value
        if not isinstance(value, dict):
            if not isinstance(value, str):
                raise reject(
                    msg(
                        "this must be text in quotes or a table {{ kk = …, ru = …, en = … }},"
                        " not {found}",
                        found=spelt(value),
                    )
                )
            text = text_rules.cleaned(value)
            if not text and not required:
                return None
            text_rules.fault(text, limit, several_lines)
            return Localized.of(text, main)
        return _table(value, main)

    def _table(value: dict[str, object], main: str) -> Localized | None:
        texts: dict[str, str] = {}
        faults: list[tuple[str, PydanticCustomError]] = []
        for language, typed in value.items():
            try:
                if language not in LANGUAGES:
                    raise reject(
                        msg("'{found}' is not a language of creativekit", found=shown(language)),
                        LANGUAGES,
                        nearest(language, LANGUAGES),
                    )
                text = plain_text(typed)
                # A translation that is still blank is one that is not there yet.
                if text:
                    text_rules.fault(text, limit, several_lines)
                    texts[language] = text
            except PydanticCustomError as error:
                faults.append((language, error))
        if faults:
            raise reject_parts(faults)
        if not texts and required:
            raise reject(msg("the text is empty"))
        return Localized.of(texts, main) if texts else None

    return PlainValidator(validate)


LOCALIZED_SCHEMA = WithJsonSchema(
    {
        "anyOf": [
            {"type": "string"},
            {
                "type": "object",
                "properties": {language: {"type": "string"} for language in LANGUAGES},
                "additionalProperties": False,
            },
        ]
    }
)

Name = Annotated[Localized, localized(text_rules.NAME_LENGTH, required=True), LOCALIZED_SCHEMA]
Line = Annotated[Localized | None, localized(text_rules.LINE_LENGTH), LOCALIZED_SCHEMA]
Paragraph = Annotated[
    Localized | None,
    localized(text_rules.PARAGRAPH_LENGTH, several_lines=True),
    LOCALIZED_SCHEMA,
]
Caption = Annotated[
    Localized | None,
    localized(text_rules.CAPTION_LENGTH, several_lines=True),
    LOCALIZED_SCHEMA,
]
Trait = Annotated[Localized, localized(text_rules.NAME_LENGTH, required=True), LOCALIZED_SCHEMA]


def _one_line(value: object) -> str | None:
    if value is None:
        return None
    text = plain_text(value)
    if not text:
        return None
    text_rules.fault(text)
    return text


ShortText = Annotated[str | None, PlainValidator(_one_line), WithJsonSchema({"type": "string"})]


def one_of(words: object, wrong: Callable[[str], Message]) -> BeforeValidator:
    """One of a Literal's words; `wrong` says what another word is not."""
    accepted: tuple[str, ...] = get_args(words)

    def validate(value: object) -> str:
        if not isinstance(value, str) or value not in accepted:
            raise reject(wrong(shown(value)), accepted, nearest(str(value), accepted))
        return value

    return BeforeValidator(validate)


LanguageWord = Annotated[
    Language,
    one_of(Language, lambda found: msg("'{found}' is not a language of creativekit", found=found)),
]


def template_name(
    accepted_in: Callable[[Setting], tuple[str, ...]], wrong: Callable[[str], Message]
) -> AfterValidator:
    """The name of a template that is there, when one is given."""

    def validate(value: str | None, info: ValidationInfo) -> str | None:
        if value is None:
            return None
        accepted = accepted_in(setting_of(info))
        if value not in accepted:
            raise reject(wrong(shown(value)), accepted, nearest(value, accepted))
        return value

    return AfterValidator(validate)


def file_name(*extensions: str) -> AfterValidator:
    """A file in the project's folder, of one of these kinds, when one is given."""

    def validate(value: str | None, info: ValidationInfo) -> str | None:
        if value is None:
            return None
        return references.checked(value, extensions, setting_of(info).folder)

    return AfterValidator(validate)


def each_once(value: tuple[Language, ...]) -> tuple[Language, ...]:
    """At least one language, none twice."""
    if not value:
        raise reject(msg("name at least one language"), LANGUAGES)
    if len(set(value)) < len(value):
        raise reject(msg("each language may be named only once"))
    return value


class Section(BaseModel):
    """A table of the config: frozen, its keys known, its values of the type that was meant."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", strict=True, validate_by_name=True, validate_by_alias=True
    )
