"""The schema of creativekit.toml: what a person may write, and nothing worked out from it.

One class a section. A capability adds its section as a class here and one field of `Project`; the
loading, the lines in error messages and the JSON Schema for editors follow from that. Values are
frozen. Unknown keys are errors, because a misspelt key that is silently ignored costs an hour.
Every refusal carries a message of our own (`rejection`, `wording`), never pydantic's.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any, Literal, get_args

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainValidator,
    PrivateAttr,
    ValidationInfo,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

from creativekit.errors import Message, Problem, msg, nearest
from creativekit.project import color_text, references, text_rules, vocabulary
from creativekit.project.config_file import FILE_NAME as FILE_NAME
from creativekit.project.graphemes import graphemes
from creativekit.project.localized import LANGUAGES, Language, Localized
from creativekit.project.rejection import reject, reject_parts, shown, spelt

LogoKind = Literal["monogram", "symbol", "wordmark"]
Shape = Literal["circle", "squircle", "arch", "diamond", "shield", "none"]
Case = Literal["as-typed", "upper", "lower"]

MOST_TRAITS = 12


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


def _setting(info: ValidationInfo) -> Setting:
    return info.context if isinstance(info.context, Setting) else Setting()


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise reject(msg("this must be text in quotes, not {found}", found=spelt(value)))
    return text_rules.cleaned(value)


def _localized(limit: int, required: bool = False, several_lines: bool = False) -> PlainValidator:
    def validate(value: object, info: ValidationInfo) -> Localized | None:
        main = _setting(info).main
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
                text = _text(typed)
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


_LOCALIZED_SCHEMA = WithJsonSchema(
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

Name = Annotated[Localized, _localized(text_rules.NAME_LENGTH, required=True), _LOCALIZED_SCHEMA]
Line = Annotated[Localized | None, _localized(text_rules.LINE_LENGTH), _LOCALIZED_SCHEMA]
Paragraph = Annotated[
    Localized | None,
    _localized(text_rules.PARAGRAPH_LENGTH, several_lines=True),
    _LOCALIZED_SCHEMA,
]
Trait = Annotated[Localized, _localized(text_rules.NAME_LENGTH, required=True), _LOCALIZED_SCHEMA]


def _one_line(value: object) -> str | None:
    if value is None:
        return None
    text = _text(value)
    if not text:
        return None
    text_rules.fault(text)
    return text


ShortText = Annotated[str | None, PlainValidator(_one_line), WithJsonSchema({"type": "string"})]


def _one_of(words: object, wrong: Callable[[str], Message]) -> BeforeValidator:
    accepted: tuple[str, ...] = get_args(words)

    def validate(value: object) -> str:
        if not isinstance(value, str) or value not in accepted:
            raise reject(wrong(shown(value)), accepted, nearest(str(value), accepted))
        return value

    return BeforeValidator(validate)


def _template(
    accepted_in: Callable[[Setting], tuple[str, ...]], wrong: Callable[[str], Message]
) -> AfterValidator:
    def validate(value: str | None, info: ValidationInfo) -> str | None:
        if value is None:
            return None
        accepted = accepted_in(_setting(info))
        if value not in accepted:
            raise reject(wrong(shown(value)), accepted, nearest(value, accepted))
        return value

    return AfterValidator(validate)


def _file(*extensions: str) -> AfterValidator:
    def validate(value: str | None, info: ValidationInfo) -> str | None:
        if value is None:
            return None
        return references.checked(value, extensions, _setting(info).folder)

    return AfterValidator(validate)


def _color(value: str | None, info: ValidationInfo) -> str | None:
    # `picture` is validated first; when it was refused it is not among the data, and no second
    # complaint is due.
    if value is None and info.data.get("picture", "") is None:
        raise reject(msg('a brand needs a colour: color = "#0a7e8c", or from = "photo.jpg"'))
    if value is not None and color_text.hex_color(value) is None:
        raise reject(msg("'{found}' is not a colour", found=shown(value)), color_text.ACCEPTED)
    return value


def _initials(value: str | None) -> str | None:
    if value is not None and len(graphemes(value)) > 2:
        raise reject(
            msg("a monogram is made of one or two letters, not '{found}'", found=shown(value))
        )
    return value


def _languages(value: tuple[Language, ...]) -> tuple[Language, ...]:
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


class About(Section):
    """`[project]`: whose brand this is.

    Texts are `Localized`; `languages` are those the kit is made in, the first the main one.
    """

    name: Name
    tagline: Line = None
    sector: Line = None
    city: Line = None
    languages: Annotated[
        tuple[
            Annotated[
                Language,
                _one_of(
                    Language,
                    lambda found: msg("'{found}' is not a language of creativekit", found=found),
                ),
            ],
            ...,
        ],
        Field(strict=False),
        AfterValidator(_languages),
    ] = LANGUAGES


class Logo(Section):
    """`brand.logo`: how a logo is made, or the file of one that is brought.

    kind: None only with `file`, a path from the project's folder.
    shape: what a monogram stands in; cut: the letters are cut out of the shape.
    motif: of a symbol. initials: of a monogram, one or two; by default the name's own.
    case and tracking (em): of the wordmark; bar: a stroke that ties its letters together.
    """

    kind: Annotated[
        LogoKind | None,
        _one_of(LogoKind, lambda found: msg("'{found}' is not a kind of logo", found=found)),
    ] = None
    shape: Annotated[
        Shape | None,
        _one_of(Shape, lambda found: msg("'{found}' is not a shape for a monogram", found=found)),
    ] = None
    cut: bool | None = None
    motif: Annotated[
        ShortText,
        _template(
            lambda setting: setting.motifs,
            lambda found: msg("'{found}' is not a motif", found=found),
        ),
    ] = None
    initials: Annotated[ShortText, AfterValidator(_initials)] = None
    case: Annotated[
        Case | None,
        _one_of(Case, lambda found: msg("'{found}' is not a way to set a name", found=found)),
    ] = None
    tracking: Annotated[float | None, Field(ge=-0.1, le=0.5, allow_inf_nan=False)] = None
    bar: bool | None = None
    file: Annotated[ShortText, _file(*references.LOGOS)] = None

    @model_validator(mode="after")
    def _made_or_brought(self) -> Logo:
        made = sorted(self.model_fields_set - {"file"})
        if self.file is not None and made:
            raise reject(
                msg("a logo from a file takes no other keys, but has: {keys}", keys=", ".join(made))
            )
        if self.file is None and self.kind is None:
            raise reject(msg("say which kind of logo to make, or give a file"), get_args(LogoKind))
        return self


def _logo_from_word(value: object) -> object:
    return {"kind": value} if isinstance(value, str) else value


class Fonts(Section):
    """`brand.fonts`: the project's own typefaces, files in its folder; what is absent is ours."""

    heading: Annotated[ShortText, _file(*references.FONTS)] = None
    body: Annotated[ShortText, _file(*references.FONTS)] = None


class Brand(Section):
    """`[brand]`: how it looks.

    color: as typed, see `color_hex`; picture (the key `from`): colours are taken from this file.
    style, pairing, pattern: names of templates; what is None is the style's own choice.
    """

    picture: Annotated[ShortText, _file(*references.PICTURES)] = Field(default=None, alias="from")
    color: Annotated[
        ShortText,
        AfterValidator(_color),
        WithJsonSchema({"type": "string", "pattern": color_text.PATTERN}),
        Field(validate_default=True),
    ] = None
    style: Annotated[
        ShortText,
        _template(
            lambda setting: setting.styles,
            lambda found: msg("'{found}' is not a style", found=found),
        ),
    ] = None
    pairing: Annotated[
        ShortText,
        _template(
            lambda setting: setting.pairings,
            lambda found: msg("'{found}' is not a pairing of typefaces", found=found),
        ),
    ] = None
    logo: Annotated[Logo | None, BeforeValidator(_logo_from_word)] = None
    pattern: Annotated[
        ShortText,
        _template(
            lambda setting: setting.patterns,
            lambda found: msg("'{found}' is not a pattern", found=found),
        ),
    ] = None
    fonts: Fonts | None = None

    @property
    def color_hex(self) -> str | None:
        """`color` as `#rrggbb` in lower case."""
        return None if self.color is None else color_text.hex_color(self.color)


class Voice(Section):
    """`[voice]`: how it speaks, in adjectives."""

    we_are: Annotated[tuple[Trait, ...], Field(strict=False, max_length=MOST_TRAITS)] = ()
    we_are_not: Annotated[tuple[Trait, ...], Field(strict=False, max_length=MOST_TRAITS)] = ()


class Contact(Section):
    """`[contact]`: how to reach it, as typed."""

    phone: ShortText = None
    email: ShortText = None
    site: ShortText = None
    instagram: ShortText = None
    telegram: ShortText = None
    whatsapp: ShortText = None
    address: Paragraph = None


class Project(Section):
    """A creativekit.toml, validated. Make one with `project.loading.load`.

    folder: where it lies; everything it names is inside. warnings: what is doubtful in it.
    """

    about: About = Field(alias="project")
    brand: Brand
    voice: Voice = Voice()
    contact: Contact = Contact()

    _folder: Path | None = PrivateAttr(default=None)
    _warnings: tuple[Problem, ...] = PrivateAttr(default=())

    def model_post_init(self, context: Any, /) -> None:
        if isinstance(context, Setting):
            self._folder = context.folder

    @property
    def name(self) -> Localized:
        return self.about.name

    @property
    def tagline(self) -> Localized | None:
        return self.about.tagline

    @property
    def sector(self) -> Localized | None:
        return self.about.sector

    @property
    def city(self) -> Localized | None:
        return self.about.city

    @property
    def languages(self) -> tuple[Language, ...]:
        return self.about.languages

    @property
    def folder(self) -> Path:
        """The project's folder; ValueError for a project that was made without one."""
        if self._folder is None:
            raise ValueError("this project was made without a folder")
        return self._folder

    @property
    def warnings(self) -> tuple[Problem, ...]:
        return self._warnings

    def file(self, reference: str) -> Path:
        """Where a file that the config names lies."""
        return self.folder / reference
