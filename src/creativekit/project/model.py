"""The schema of creativekit.toml: what a person may write, and nothing worked out from it.

One class a section. A capability adds its section as a class here and one field of `Project`; the
loading, the lines in error messages and the JSON Schema for editors follow from that. Values are
frozen. Unknown keys are errors, because a misspelt key that is silently ignored costs an hour.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal, get_args

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    PrivateAttr,
    ValidationInfo,
    WithJsonSchema,
    model_validator,
)

from creativekit.errors import Problem, msg
from creativekit.project import color_text, references
from creativekit.project.config_file import FILE_NAME as FILE_NAME
from creativekit.project.graphemes import graphemes
from creativekit.project.localized import LANGUAGES, Language, Localized
from creativekit.project.positioning_section import Positioning
from creativekit.project.post_sections import Posts, Social
from creativekit.project.rejection import reject, shown
from creativekit.project.stationery_sections import People, PriceList, Stationery
from creativekit.project.toml_positions import Key, Position, position_of
from creativekit.project.values import (
    LanguageWord,
    Line,
    Name,
    Paragraph,
    Section,
    ShortText,
    Trait,
    each_once,
    file_name,
    one_of,
    template_name,
)
from creativekit.project.values import Setting as Setting

LogoKind = Literal["monogram", "symbol", "wordmark"]
Shape = Literal["circle", "squircle", "arch", "diamond", "shield", "none"]
Case = Literal["as-typed", "upper", "lower"]

MOST_TRAITS = 12


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


class About(Section):
    """`[project]`: whose brand this is.

    Texts are `Localized`; `languages` are those the kit is made in, the first the main one.
    """

    name: Name
    tagline: Line = None
    sector: Line = None
    city: Line = None
    languages: Annotated[
        tuple[LanguageWord, ...],
        Field(strict=False),
        AfterValidator(each_once),
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
        one_of(LogoKind, lambda found: msg("'{found}' is not a kind of logo", found=found)),
    ] = None
    shape: Annotated[
        Shape | None,
        one_of(Shape, lambda found: msg("'{found}' is not a shape for a monogram", found=found)),
    ] = None
    cut: bool | None = None
    motif: Annotated[
        ShortText,
        template_name(
            lambda setting: setting.motifs,
            lambda found: msg("'{found}' is not a motif", found=found),
        ),
    ] = None
    initials: Annotated[ShortText, AfterValidator(_initials)] = None
    case: Annotated[
        Case | None,
        one_of(Case, lambda found: msg("'{found}' is not a way to set a name", found=found)),
    ] = None
    tracking: Annotated[float | None, Field(ge=-0.1, le=0.5, allow_inf_nan=False)] = None
    bar: bool | None = None
    file: Annotated[ShortText, file_name(*references.LOGOS)] = None

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

    heading: Annotated[ShortText, file_name(*references.FONTS)] = None
    body: Annotated[ShortText, file_name(*references.FONTS)] = None


class Brand(Section):
    """`[brand]`: how it looks.

    color: as typed, see `color_hex`; picture (the key `from`): colours are taken from this file.
    style, pairing, pattern: names of templates; what is None is the style's own choice.
    """

    picture: Annotated[ShortText, file_name(*references.PICTURES)] = Field(
        default=None, alias="from"
    )
    color: Annotated[
        ShortText,
        AfterValidator(_color),
        WithJsonSchema({"type": "string", "pattern": color_text.PATTERN}),
        Field(validate_default=True),
    ] = None
    style: Annotated[
        ShortText,
        template_name(
            lambda setting: setting.styles,
            lambda found: msg("'{found}' is not a style", found=found),
        ),
    ] = None
    pairing: Annotated[
        ShortText,
        template_name(
            lambda setting: setting.pairings,
            lambda found: msg("'{found}' is not a pairing of typefaces", found=found),
        ),
    ] = None
    logo: Annotated[Logo | None, BeforeValidator(_logo_from_word)] = None
    pattern: Annotated[
        ShortText,
        template_name(
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
    positioning: Positioning = Field(default_factory=Positioning)
    social: Social = Field(default_factory=Social)
    posts: Posts = Field(default=(), alias="post")
    stationery: Stationery = Field(default_factory=Stationery)
    people: People = Field(default=(), alias="person")
    price_list: PriceList | None = None

    _folder: Path | None = PrivateAttr(default=None)
    _warnings: tuple[Problem, ...] = PrivateAttr(default=())
    _config: str = PrivateAttr(default=FILE_NAME)
    _places: dict[Key, Position] = PrivateAttr(default_factory=dict)

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

    @property
    def config(self) -> str:
        """The config's file name, as messages show it."""
        return self._config

    def line(self, key: Key) -> int | None:
        """The line of a key of a section that is checked again later, because of what it is used
        for: `("post", 0, "headline")` is in the first post.

        Of a key that is not there, the line of the table that would hold it.
        """
        place = position_of(key, self._places)
        return place.line if place else None

    def file(self, reference: str) -> Path:
        """Where a file that the config names lies."""
        return self.folder / reference
