"""`[positioning]`: the answers of the worksheets, as a person thinks them and before anything is
worked out from them.

A table a sheet. Everything may be left out: a sheet with nothing in it is printed empty. Scores and
weights are whole numbers on the scales of the printed sheets, so that what was ticked by hand goes
in as it stands; percents are percents.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, PlainValidator, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from creativekit.errors import msg, nearest
from creativekit.project.localized import LANGUAGES, Localized
from creativekit.project.rejection import reject, reject_parts, shown, spelt
from creativekit.project.text_rules import LINE_LENGTH, fault
from creativekit.project.values import (
    LOCALIZED_SCHEMA,
    Line,
    Name,
    Section,
    ShortText,
    localized,
    plain_text,
)

ANSWER_LENGTH = 8000
SLIDERS = 6
MOST_ATTRIBUTES, MOST_ALTERNATIVES, MOST_POINTS = 6, 4, 7
MOST_RIVALS = 8
MOST_WORDS = 24
FARTHEST = 10
"""The map's axes go from −10 to 10."""
_MOST_MONEY = 1e12

Answer = Annotated[Localized | None, localized(ANSWER_LENGTH, several_lines=True), LOCALIZED_SCHEMA]
Score = Annotated[int, Field(ge=0, le=5)]
Weight = Annotated[int, Field(ge=1, le=5)]
Money = Annotated[float, Field(strict=False, ge=0, le=_MOST_MONEY, allow_inf_nan=False)]
Percent = Annotated[float, Field(strict=False, ge=0, lt=100, allow_inf_nan=False)]
Place = Annotated[float, Field(strict=False, ge=-FARTHEST, le=FARTHEST, allow_inf_nan=False)]

Words = tuple[tuple[str, tuple[str, ...]], ...]
"""By language, words or phrases."""


class Audience(Section):
    """Sheet 1. One person in one situation, not a table of ages."""

    who: Answer = None
    situation: Answer = None
    progress: Answer = None
    obstacle: Answer = None
    workaround: Answer = None
    quote: Answer = None


class Attribute(Section):
    """What people compare by, how much it weighs (1–5), and how well we do (0–5)."""

    name: Name
    weight: Weight = 3
    ours: Score = 0
    proof: Answer = None


class Alternative(Section):
    """What people take instead, "nothing" among it. scores: 0–5, one an attribute, in order."""

    name: Name
    scores: Annotated[tuple[Score, ...], Field(strict=False, max_length=MOST_ATTRIBUTES)] = ()


class Alternatives(Section):
    """Sheet 2."""

    attributes: Annotated[
        tuple[Attribute, ...], Field(strict=False, max_length=MOST_ATTRIBUTES)
    ] = ()
    others: Annotated[
        tuple[Alternative, ...], Field(strict=False, max_length=MOST_ALTERNATIVES)
    ] = ()

    @model_validator(mode="after")
    def _as_many_scores(self) -> Alternatives:
        faults: list[tuple[tuple[str | int, ...], PydanticCustomError]] = []
        for index, other in enumerate(self.others):
            if other.scores and len(other.scores) != len(self.attributes):
                message = msg(
                    "{found} scores, but {wanted} attributes to compare by",
                    found=len(other.scores),
                    wanted=len(self.attributes),
                )
                faults.append((("others", index, "scores"), reject(message)))
        if faults:
            raise reject_parts(faults)
        return self


class Rung(Section):
    """One attribute asked "so what?" up to three times, until it is worth something to somebody."""

    attribute: Name
    so_what: Annotated[tuple[Name, ...], Field(strict=False, max_length=3)] = ()
    value: Answer = None
    proof: Answer = None
    need: Line = None


class Ladder(Section):
    """Sheet 3. needs: what the audience needs, in its own words."""

    needs: Annotated[tuple[Name, ...], Field(strict=False, max_length=MOST_ATTRIBUTES)] = ()
    rungs: Annotated[tuple[Rung, ...], Field(strict=False, max_length=MOST_ATTRIBUTES)] = ()


class Category(Section):
    """Sheet 4: what we are called on a shelf, and what we decided not to be called."""

    chosen: Line = None
    rejected: Annotated[tuple[Name, ...], Field(strict=False, max_length=2)] = ()
    parent: Line = None
    trend: Answer = None


class Statement(Section):
    """Sheet 5. Frames take the words as they are written: nominative, without a full stop."""

    audience: Line = None
    need: Line = None
    category: Line = None
    benefit: Line = None
    alternative: Line = None
    difference: Line = None


class Axis(Section):
    """An axis of the map, by the names of its ends."""

    low: Name
    high: Name


class Point(Section):
    """Somebody on the map; x to the right and y up, −10 to 10."""

    name: Name
    x: Place
    y: Place
    evidence: Line = None


class Ours(Section):
    """Where we stand on the map."""

    x: Place
    y: Place
    evidence: Line = None


class Map(Section):
    """Sheet 6."""

    x: Axis | None = None
    y: Axis | None = None
    ours: Ours | None = None
    points: Annotated[tuple[Point, ...], Field(strict=False, max_length=MOST_POINTS)] = ()


def _words(value: object) -> Words:
    if not isinstance(value, dict):
        return _any(dict.fromkeys(LANGUAGES, _listed(value)))
    faults: list[tuple[tuple[str | int, ...], PydanticCustomError]] = []
    found: dict[str, tuple[str, ...]] = {}
    for language, words in value.items():
        try:
            if language not in LANGUAGES:
                raise reject(
                    msg("'{found}' is not a language of creativekit", found=shown(language)),
                    LANGUAGES,
                    nearest(language, LANGUAGES),
                )
            found[language] = _listed(words)
        except PydanticCustomError as error:
            faults.append(((language,), error))
    if faults:
        raise reject_parts(faults)
    return _any(found)


def _any(words: dict[str, tuple[str, ...]]) -> Words:
    """Lists with nothing in them are no words at all."""
    return tuple((each, words.get(each, ())) for each in LANGUAGES) if any(words.values()) else ()


def _listed(value: object) -> tuple[str, ...]:
    if not isinstance(value, (list, tuple)):
        raise reject(msg("this must be a list in square brackets, not {found}", found=spelt(value)))
    if len(value) > MOST_WORDS:
        raise reject(msg("this list is too long: at most {limit}", limit=MOST_WORDS))
    words = []
    for each in value:
        text = plain_text(each)
        fault(text, LINE_LENGTH)
        words.append(text)
    return tuple(dict.fromkeys(words))


_LIST: dict[str, Any] = {"type": "array", "items": {"type": "string"}, "maxItems": MOST_WORDS}
WordsKey = Annotated[
    Words,
    PlainValidator(_words),
    WithJsonSchema(
        {
            "anyOf": [
                _LIST,
                {
                    "type": "object",
                    "properties": dict.fromkeys(LANGUAGES, _LIST),
                    "additionalProperties": False,
                },
            ]
        }
    ),
]


class Character(Section):
    """Sheet 7. sliders: −2 to 2 between the poles of the sheet, in its order; say and never: words
    and phrases by language."""

    sliders: Annotated[
        tuple[Annotated[int, Field(ge=-2, le=2)], ...], Field(strict=False, max_length=SLIDERS)
    ] = ()
    say: WordsKey = Field(default_factory=tuple)
    never: WordsKey = Field(default_factory=tuple)


class Rival(Section):
    """Somebody's price for something like it, in tenge."""

    name: Name
    price: Money


class Price(Section):
    """Sheet 8. Money in tenge for one piece; rate is for an hour; fee and tax in percent of the
    price that is paid."""

    product: Line = None
    materials: Money | None = None
    hours: Annotated[float, Field(strict=False, ge=0, le=10_000, allow_inf_nan=False)] | None = None
    rate: Money | None = None
    overhead: Money | None = None
    fee: Percent = 0.0
    tax: Percent = 0.0
    price: Money | None = None
    rivals: Annotated[tuple[Rival, ...], Field(strict=False, max_length=MOST_RIVALS)] = ()

    @model_validator(mode="after")
    def _leaves_something(self) -> Price:
        if self.fee + self.tax >= 100:
            raise reject(
                msg(
                    "fee and tax together are {found} %: nothing is left",
                    found=f"{self.fee + self.tax:.12g}",
                )
            )
        return self


class Pitch(Section):
    """Sheet 9."""

    pitch: Answer = None
    bio: Answer = None
    action: Line = None
    links: Annotated[tuple[ShortText, ...], Field(strict=False, max_length=6)] = ()


class Model(Section):
    """Sheet 10: the nine blocks of a business model."""

    segments: Answer = None
    value: Answer = None
    channels: Answer = None
    relationships: Answer = None
    income: Answer = None
    resources: Answer = None
    activities: Answer = None
    partners: Answer = None
    costs: Answer = None


class Positioning(Section):
    """`[positioning]`: the worksheets' answers."""

    audience: Audience = Field(default_factory=Audience)
    alternatives: Alternatives = Field(default_factory=Alternatives)
    ladder: Ladder = Field(default_factory=Ladder)
    category: Category = Field(default_factory=Category)
    statement: Statement = Field(default_factory=Statement)
    map: Map = Field(default_factory=Map)
    character: Character = Field(default_factory=Character)
    price: Price = Field(default_factory=Price)
    pitch: Pitch = Field(default_factory=Pitch)
    model: Model = Field(default_factory=Model)
