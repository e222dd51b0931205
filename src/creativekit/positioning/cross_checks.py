"""What two sheets say that does not go together, with both places named.

Each sheet can be right by itself and the position still be none: a statement that promises what no
rung of the ladder answers, a place among the premium on the map and a price under everybody's. A
finding explains and asks; it never grades an idea, and either side may be the one to change.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from creativekit.errors import Message, msg
from creativekit.positioning import ladder, price
from creativekit.positioning.alternatives import GOOD
from creativekit.positioning.answers import folded, overlaps, same, shared
from creativekit.positioning.never_say import slips, texts_of
from creativekit.positioning.word_forms import SHORTEST, written
from creativekit.project.localized import Localized
from creativekit.project.positioning_section import Positioning
from creativekit.project.rejection import shown, shown_text
from creativekit.project.wording import dotted

FAR_OUT = 3
"""Units of the map (of 10) from the middle, beyond which one stands for a pole."""
CHEAP = 90
"""A price index (100: as the rivals) below which a price says cheap."""

_DEAR: dict[str, tuple[str, ...]] = {
    "kk": ("премиум", "люкс", "қымбат", "сапалы", "жоғары сапа", "жоғары баға"),
    "ru": (
        "премиум", "премиальный", "премиально", "люкс", "люксовый", "элитный", "дорого", "дорогой",
        "дороже", "роскошь", "роскошный", "качественный", "качественно", "высокое качество",
        "высокая цена",
    ),
    "en": (
        "premium", "luxury", "luxurious", "expensive", "exclusive", "high-end", "high end",
        "high quality", "top quality", "high price",
    ),
}  # fmt: skip
_NOT = {"kk": ("{} емес",), "ru": ("не {}", "не очень {}"), "en": ("not {}", "not very {}")}


@dataclass(frozen=True, slots=True)
class Finding:
    """What does not go together, and the two keys of the config where it stands."""

    message: Message
    places: tuple[str, str]


def findings(positioning: Positioning) -> tuple[Finding, ...]:
    """All that the sheets of a project say against each other, in the order of the sheets."""
    return tuple(found for check in _CHECKS for found in check(positioning))


def _categories(positioning: Positioning) -> Iterator[Finding]:
    chosen, stated = positioning.category.chosen, positioning.statement.category
    if chosen is None or stated is None:
        return
    for language in shared(chosen, stated):
        one, two = chosen.get(language), stated.get(language)
        if folded(one) != folded(two):
            yield Finding(
                msg(
                    "the category you chose is '{chosen}', and the statement says '{stated}'"
                    " ({language})",
                    chosen=shown(one),
                    stated=shown(two),
                    language=language,
                ),
                ("positioning.category.chosen", "positioning.statement.category"),
            )


def _alternative(positioning: Positioning) -> Iterator[Finding]:
    stated = positioning.statement.alternative
    if stated is None:
        return
    others = [each.name for each in positioning.alternatives.others if shared(each.name, stated)]
    if others and not any(overlaps(each, stated) for each in others):
        yield Finding(
            msg(
                "the statement is against '{alternative}', which you did not compare yourself"
                " with on the sheet of alternatives",
                alternative=shown_text(stated),
            ),
            ("positioning.alternatives.others", "positioning.statement.alternative"),
        )


def _difference(positioning: Positioning) -> Iterator[Finding]:
    stated = positioning.statement.difference
    if stated is None:
        return
    compared = [each for each in positioning.alternatives.attributes if shared(each.name, stated)]
    if compared and not any(
        each.ours >= GOOD and _is_named(each.name, stated) for each in compared
    ):
        yield Finding(
            msg(
                "the difference '{difference}' names none of the attributes that you gave"
                " yourself {score} or more on",
                difference=shown_text(stated),
                score=GOOD,
            ),
            ("positioning.alternatives.attributes", "positioning.statement.difference"),
        )


def _is_named(attribute: Localized, text: Localized) -> bool:
    """Whether the text has a longer word of the attribute's name, or all of a short name.

    One word is enough: the same thing is said in many ways, and a false reproach costs more than
    a missed one.
    """
    for language in shared(attribute, text):
        name = folded(attribute.get(language))
        looked_for = [each for each in name.split() if len(each) >= SHORTEST] or [name]
        if any(written(each, language, folded(text.get(language))) for each in looked_for):
            return True
    return False


def _promised_need(positioning: Positioning) -> Iterator[Finding]:
    stated = positioning.statement.need
    if stated is None:
        return
    unanswered = ladder.coverage(positioning.ladder).unanswered
    for index, need in enumerate(positioning.ladder.needs):
        if need in unanswered and same(need, stated):
            yield Finding(
                msg(
                    "the statement promises '{need}', and no rung of the ladder answers it",
                    need=shown_text(need),
                ),
                (
                    dotted(("positioning", "ladder", "needs", index)),
                    "positioning.statement.need",
                ),
            )


def _premium_but_cheap(positioning: Positioning) -> Iterator[Finding]:
    percent = price.index(positioning.price)
    market = positioning.map
    if percent is None or percent >= CHEAP or market.ours is None:
        return
    for name, axis, place in (("x", market.x, market.ours.x), ("y", market.y, market.ours.y)):
        if axis is None or abs(place) <= FAR_OUT:
            continue
        end, pole = ("high", axis.high) if place > 0 else ("low", axis.low)
        if _is_dear(pole):
            yield Finding(
                msg(
                    "on the map you stand at '{pole}', and the price is {percent} % of what others"
                    " ask: people will believe one of the two",
                    pole=shown_text(pole),
                    percent=int(percent),
                ),
                (f"positioning.map.{name}.{end}", "positioning.price.price"),
            )


def _is_dear(pole: Localized) -> bool:
    for language, text in pole.texts:
        for word in _DEAR[language]:
            denied = any(written(each.format(word), language, text) for each in _NOT[language])
            if written(word, language, text) and not denied:
                return True
    return False


def _said_anyway(positioning: Positioning) -> Iterator[Finding]:
    statement, pitch = positioning.statement, positioning.pitch
    said = {
        "statement.audience": statement.audience,
        "statement.need": statement.need,
        "statement.category": statement.category,
        "statement.benefit": statement.benefit,
        "statement.alternative": statement.alternative,
        "statement.difference": statement.difference,
        "pitch.pitch": pitch.pitch,
        "pitch.bio": pitch.bio,
        "pitch.action": pitch.action,
    }
    texts = [
        text for key, answer in said.items() for text in texts_of(f"positioning.{key}", answer)
    ]
    for slip in slips(positioning.character.never, texts):
        yield Finding(
            msg(
                "'{written}' stands here, and '{phrase}' is on the list of what you never say"
                " ({language})",
                written=shown(slip.written),
                phrase=shown(slip.phrase),
                language=slip.language,
            ),
            ("positioning.character.never", slip.place),
        )


_CHECKS: tuple[Callable[[Positioning], Iterator[Finding]], ...] = (
    _categories,
    _alternative,
    _difference,
    _promised_need,
    _premium_but_cheap,
    _said_anyway,
)
