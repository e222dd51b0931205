"""A column in its room: inside it, one under another without touching, or how much would fit."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from creativekit.artwork.dress import dress
from creativekit.artwork.parts import Piece, Wearer
from creativekit.artwork.sheet import Room, Sheet
from creativekit.canvas.lettering import ink_box
from creativekit.canvas.path import IDENTITY, Affine, Box
from creativekit.canvas.scene import Group, Item, Words
from creativekit.project.graphemes import graphemes
from creativekit.social.layout import LEADS, Column, Overflow, Setter, column
from creativekit.social.template import Node
from creativekit.social.values import Rows, Value
from styled_brands import STYLES, styled

SIDE = 1080.0
BOX = Box(90, 90, 990, 990)
LONG = "Қызылордадағы шығармашылық кәсіпкерлерге арналған брендинг шеберханасы"


def setter(values: Mapping[str, Value], style: str = "steppe", align: str = "left") -> Setter:
    identity = styled(style)
    sheet = Sheet(identity, SIDE, SIDE)
    room = Room(BOX, "#101010", "#303030", "#0a7e8c", align, "top", "#ffffff")  # type: ignore[arg-type]

    def text(node: Node) -> str:
        value = values.get(node.source or "")
        return value if isinstance(value, str) else ""

    def shown(node: Node) -> bool:
        if node.part in ("row", "column"):
            return any(map(shown, node.children))
        return node.part in ("rule", "space", "mark", "logo") or bool(values.get(node.source or ""))

    def picture(name: str, width: float, height: float, radius: float) -> Piece | None:
        return None

    return Setter(Wearer(sheet, dress(identity), "kk"), room, text, values.get, picture, shown)


HEADLINE = Node("text", "headline", role="display")
LEAD = Node("text", "lead", role="lead")
LABEL = Node("label", "label")
BUTTON = Node("button", "action")
TABLE = Node("items", "rows", role="body")
POINTS = Node("lines", "points", role="body")


def set_(
    values: Mapping[str, Value], *nodes: Node, box: Box = BOX, style: str = "steppe",
    align: str = "left",
) -> Column | Overflow:  # fmt: skip
    return column(setter(values, style, align), Node("column", children=nodes), box, None)


def words_in(items: tuple[Item, ...], by: Affine = IDENTITY) -> list[tuple[Words, Box]]:
    """Every text with the box of its ink, px of the sheet."""
    found: list[tuple[Words, Box]] = []
    for item in items:
        if isinstance(item, Group):
            found += words_in(item.items, by @ item.transform)
        elif isinstance(item, Words) and item.runs:
            boxes = [ink_box(run.line, run.size, run.x, run.y) for run in item.runs]
            whole = boxes[0]
            for box in boxes[1:]:
                whole = whole.union(box)
            x0, y0 = by.apply(whole.left, whole.top)
            x1, y1 = by.apply(whole.right, whole.bottom)
            found.append((item, Box(x0, y0, x1, y1)))
    return found


def within(inner: Box, outer: Box, by: float = 1.0) -> bool:
    return (
        inner.left >= outer.left - by
        and inner.top >= outer.top - by
        and inner.right <= outer.right + by
        and inner.bottom <= outer.bottom + by
    )


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("align", ["left", "center"])
def test_everything_stands_in_the_room_and_nothing_touches(style: str, align: str) -> None:
    values = {"headline": LONG, "lead": "Сенбіде студияға келіңіз, кіру тегін.", "label": "Жаңалық",
              "action": "Тіркелу"}  # fmt: skip
    made = set_(values, LABEL, HEADLINE, LEAD, BUTTON, style=style, align=align)
    assert isinstance(made, Column)
    # Quotes and round letters hang a little over the edge, and descenders of the last line below.
    found = words_in(made.items)
    assert len(found) == 4
    boxes = [box for _, box in found]
    assert all(within(box, BOX, 12.0) for box in boxes)
    for upper, lower in pairwise(boxes):
        assert lower.top > upper.bottom - 1.0


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("headline", ["Саз", "Ашық есік күні", LONG])
def test_one_thing_is_biggest(style: str, headline: str) -> None:
    """docs/looks.md, rule 1."""
    made = set_({"headline": headline, "lead": LONG}, HEADLINE, LEAD, style=style)
    assert isinstance(made, Column)
    sizes = {text.role: max(run.size for run in text.runs) for text, _ in words_in(made.items)}
    assert sizes["display"] >= (LEADS - 0.01) * sizes["lead"]


def test_what_is_empty_takes_no_room() -> None:
    whole = set_({"headline": LONG}, HEADLINE)
    more = set_({"headline": LONG, "lead": "", "action": ""}, LABEL, HEADLINE, LEAD, BUTTON)
    assert isinstance(whole, Column)
    assert isinstance(more, Column)
    assert whole.box == more.box
    nothing = set_({}, LABEL, HEADLINE, LEAD)
    assert isinstance(nothing, Column)
    assert nothing.items == ()


@pytest.mark.parametrize("name", ["headline", "lead", "label", "action"])
def test_too_much_names_the_text_and_how_much_of_it_fits(name: str) -> None:
    node = {"headline": HEADLINE, "lead": LEAD, "label": LABEL, "action": BUTTON}[name]
    text = " ".join([LONG] * 30)
    found = set_({name: text}, node)
    assert isinstance(found, Overflow)
    assert found.source == name
    assert not found.rows
    assert 0 < found.fits < len(graphemes(text))
    shorter = "".join(graphemes(text)[: found.fits])
    assert isinstance(set_({name: shorter}, node), Column)


@pytest.mark.parametrize("name", ["rows", "points"])
def test_too_many_rows_are_counted(name: str) -> None:
    rows: Value = Rows(tuple((f"Киіз {n}", f"{n} 000 ₸") for n in range(60)))
    points: Value = tuple(f"{n}-қадам: мәтінді дауыстап оқыңыз" for n in range(60))
    node, value = (TABLE, rows) if name == "rows" else (POINTS, points)
    found = set_({name: value}, node)
    assert isinstance(found, Overflow)
    assert found.rows
    assert found.source == name
    fewer: Value = (
        Rows(value.rows[: found.fits]) if isinstance(value, Rows) else value[: found.fits]  # type: ignore[index]
    )
    assert isinstance(set_({name: fewer}, node), Column)


def test_amounts_stand_in_a_column_of_their_own() -> None:
    rows = Rows((("Киіз", "15 000 ₸"), ("Ағаш қасық", "9 500 ₸"), ("Саз", "800 ₸")))
    made = set_({"rows": rows}, TABLE)
    assert isinstance(made, Column)
    right = [box.right for text, box in words_in(made.items) if text.role == "value"]
    assert len(right) == 3
    assert max(right) - min(right) < 3
    assert max(right) <= BOX.right + 1


def test_a_row_that_is_too_narrow_becomes_a_column() -> None:
    row = Node("row", children=(BUTTON, Node("text", "lead", role="lead")))
    values = {"action": "Тіркелу", "lead": "Қызылордадағыларға"}
    wide = column(setter(values), row, BOX, None)
    narrow = column(setter(values), row, Box(0, 0, 260, 900), None)
    assert isinstance(wide, Column)
    assert isinstance(narrow, Column)
    (_, one), (_, other) = words_in(wide.items)
    assert other.left > one.right
    (_, one), (_, other) = words_in(narrow.items)
    assert other.top > one.bottom


words = st.lists(st.sampled_from(LONG.split()), min_size=1, max_size=40).map(" ".join)


@settings(max_examples=20, deadline=None)
@given(
    headline=words, lead=words, width=st.floats(60, 1000), height=st.floats(40, 1000),
    style=st.sampled_from(STYLES),
)  # fmt: skip
def test_any_words_in_any_room_fit_or_are_refused(
    headline: str, lead: str, width: float, height: float, style: str
) -> None:
    box = Box(20, 30, 20 + width, 30 + height)
    made = set_(
        {"headline": headline, "lead": lead, "label": "Жаңа"}, LABEL, HEADLINE, LEAD,
        box=box, style=style,
    )  # fmt: skip
    if isinstance(made, Overflow):
        assert made.source in ("headline", "lead", "label")
        assert 0 <= made.fits <= len(graphemes(headline + lead))
        return
    assert made.box.bottom <= box.bottom + 1.0
    for _, ink in words_in(made.items):
        assert ink.right <= box.right + 0.02 * SIDE
        assert ink.top >= box.top - 0.02 * SIDE
