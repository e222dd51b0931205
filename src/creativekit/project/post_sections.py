"""`[social]` and `[[post]]`: what is posted and where, and what holds for every post.

A post's own keys are known here; every other key is a field of its template. Templates are files
that a person may add to, so which fields there are is checked where templates are read, with the
line that `Project.line` knows.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Annotated, Any, Literal, get_args

from pydantic import (
    AfterValidator,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainValidator,
    ValidationError,
    ValidationInfo,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

from creativekit.errors import msg, nearest
from creativekit.project import day_text, free_values, hashtags, text_rules
from creativekit.project.localized import LANGUAGES
from creativekit.project.rejection import reject, reject_parts, shown, spelt
from creativekit.project.values import (
    Caption,
    LanguageWord,
    Paragraph,
    Section,
    ShortText,
    each_once,
    one_of,
    plain_text,
    setting_of,
)

Treatment = Literal["plain", "duotone", "grain"]
Format = Literal["auto", "png", "jpeg", "webp", "svg", "pptx", "pdf"]

MOST_HASHTAGS = 60
MOST_VARIANT = 999


def _placement(value: object, info: ValidationInfo) -> str:
    word = plain_text(value)
    setting = setting_of(info)
    if word not in setting.placements:
        # Some forty single placements would drown the message: the groups and the nearest word.
        raise reject(
            msg("'{found}' is not a placement", found=shown(word)),
            setting.placement_groups,
            nearest(word, setting.placements),
        )
    return word


Placements = Annotated[
    tuple[Annotated[str, PlainValidator(_placement), WithJsonSchema({"type": "string"})], ...],
    Field(strict=False),
]


def _formats(value: object) -> tuple[Format, ...]:
    accepted = get_args(Format)
    words = value if isinstance(value, (list, tuple)) else [value]
    if not words:
        raise reject(msg("name at least one kind of file"), accepted)
    faults = []
    for index, word in enumerate(words):
        if not isinstance(word, str) or word not in accepted:
            message = msg("'{found}' is not a kind of file that can be made", found=shown(word))
            fault = reject(message, accepted, nearest(str(word), accepted))
            if word is value:
                raise fault
            faults.append(((index,), fault))
    if faults:
        raise reject_parts(faults)
    return tuple(dict.fromkeys(words))


def _tags(value: object) -> tuple[str, ...]:
    if not isinstance(value, (list, tuple)):
        raise reject(msg("this must be a list in square brackets, not {found}", found=spelt(value)))
    if len(value) > MOST_HASHTAGS:
        raise reject(msg("this list is too long: at most {limit}", limit=MOST_HASHTAGS))
    found, faults = [], []
    for index, each in enumerate(value):
        try:
            found.append(hashtags.hashtag(plain_text(each)))
        except PydanticCustomError as error:
            faults.append(((index,), error))
    if faults:
        raise reject_parts(faults)
    return tuple(dict.fromkeys(found))


def _hashtags(value: object) -> Hashtags:
    if not isinstance(value, dict):
        return tuple((language, _tags(value)) for language in LANGUAGES)
    found: dict[str, tuple[str, ...]] = {}
    faults: list[tuple[tuple[str | int, ...], PydanticCustomError]] = []
    for language, tags in value.items():
        try:
            if language not in LANGUAGES:
                raise reject(
                    msg("'{found}' is not a language of creativekit", found=shown(language)),
                    LANGUAGES,
                    nearest(language, LANGUAGES),
                )
            found[language] = _tags(tags)
        except PydanticCustomError as error:
            faults.append(((language,), error))
        except ValidationError as error:
            faults.extend(
                ((language, *each["loc"]), reject(**each["ctx"]))
                for each in error.errors(include_url=False)
            )
    if faults:
        raise reject_parts(faults)
    return tuple((language, found.get(language, ())) for language in LANGUAGES)


# By language, each of the three in turn, without the #.
Hashtags = tuple[tuple[str, tuple[str, ...]], ...]

_TAGS_SCHEMA: dict[str, Any] = {
    "type": "array",
    "items": {"type": "string"},
    "maxItems": MOST_HASHTAGS,
}
HashtagsKey = Annotated[
    Hashtags,
    PlainValidator(_hashtags),
    WithJsonSchema(
        {
            "anyOf": [
                _TAGS_SCHEMA,
                {
                    "type": "object",
                    "properties": dict.fromkeys(LANGUAGES, _TAGS_SCHEMA),
                    "additionalProperties": False,
                },
            ]
        }
    ),
]


class Social(Section):
    """`[social]`: what holds for every post.

    placements: names of placements and of groups; when empty, the file of placements decides.
    formats (the key `format`): kinds of file. treatment: of photos; None is the style's own.
    """

    placements: Placements = ()
    formats: Annotated[
        tuple[Format, ...],
        PlainValidator(_formats),
        WithJsonSchema(
            {
                "anyOf": [
                    {"type": "string", "enum": list(get_args(Format))},
                    {
                        "type": "array",
                        "items": {"type": "string", "enum": list(get_args(Format))},
                        "minItems": 1,
                    },
                ]
            }
        ),
    ] = Field(default=("auto",), alias="format")
    treatment: Annotated[
        Treatment | None,
        one_of(Treatment, lambda found: msg("'{found}' is not a treatment of photos", found=found)),
    ] = None
    hashtags: HashtagsKey = ()


def _moment(value: object) -> datetime.date | None:
    """A date, or a datetime as a clock in Kazakhstan shows it."""
    if value is None:
        return None
    if isinstance(value, datetime.datetime):
        return day_text.local(value)
    if isinstance(value, datetime.date):
        return value
    if isinstance(value, str):
        return day_text.moment(value)
    raise reject(msg("'{found}' is not a date", found=shown(value)), day_text.ACCEPTED)


def _clock(value: object) -> datetime.time | None:
    if value is None or isinstance(value, datetime.time):
        return value
    if isinstance(value, str):
        return day_text.clock(value)
    raise reject(msg("'{found}' is not a time of day", found=shown(value)), day_text.ACCEPTED_TIMES)


def _word(value: object) -> str:
    text = plain_text(value)
    text_rules.fault(text)
    return text


class PostTable(Section):
    """`[[post]]`: one post. Keys that are not known here are the fields of its template.

    date: a day, or a day and time; time: of that day. Times are those of Kazakhstan.
    caption and alt are texts, hashtags pairs of language and words, variant a whole number.
    """

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[
        str, Annotated[Any, PlainValidator(free_values.free_value), WithJsonSchema({})]
    ] = Field(init=False)

    template: Annotated[str, PlainValidator(_word), WithJsonSchema({"type": "string"})]
    id: ShortText = None
    placements: Placements = ()
    languages: Annotated[
        tuple[LanguageWord, ...], Field(strict=False), AfterValidator(each_once)
    ] = ()
    language: LanguageWord | None = None
    date: Annotated[
        datetime.date | None, PlainValidator(_moment), WithJsonSchema({"type": "string"})
    ] = None
    time: Annotated[
        datetime.time | None, PlainValidator(_clock), WithJsonSchema({"type": "string"})
    ] = None
    caption: Caption = None
    hashtags: HashtagsKey = ()
    alt: Paragraph = None
    variant: Annotated[int | None, Field(ge=0, le=MOST_VARIANT)] = None

    @model_validator(mode="after")
    def _said_once(self) -> PostTable:
        if self.language is not None and self.languages:
            raise reject(msg("give language or languages, not both"))
        if self.time is not None and self.date is None:
            raise reject(msg("a time needs a date"))
        if self.time is not None and isinstance(self.date, datetime.datetime):
            raise reject(msg("the time is given twice: in date and in time"))
        return self

    @property
    def fields(self) -> Mapping[str, Any]:
        """What the keys that belong to the template hold, as typed, in the order of the file."""
        return self.__pydantic_extra__


def _post_list(value: object) -> object:
    if isinstance(value, dict):
        raise reject(msg("a post begins with [[post]], in two brackets: there may be many"))
    return value


Posts = Annotated[tuple[PostTable, ...], Field(strict=False), BeforeValidator(_post_list)]
