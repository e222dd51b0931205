"""An outline's numbers as text: as short as they can be, and never another number."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from creativekit.canvas.path import Path, number, placeholder

VALUES = st.one_of(
    st.floats(-3000, 3000),
    st.sampled_from((0.0, -0.0, 10.0, -10.0, 100.0, 0.5, -0.001, 1e-9, -1e-9, 1e6, 100.25, 0.05)),
)
COMMANDS = st.lists(
    st.one_of(
        st.tuples(st.sampled_from("ML"), VALUES, VALUES),
        st.tuples(st.just("C"), *[VALUES] * 6),
        st.just(("Z",)),
    ),
    max_size=8,
)


def plainly(value: float, digits: int) -> str:
    """The same by the words of the rule: fixed point, no trailing zeros, no minus zero."""
    text = f"{value:.{digits}f}"
    if "." in text:
        while text[-1] == "0":
            text = text[:-1]
        text = text.removesuffix(".")
    return "0" if text == "-0" else text


@given(VALUES, st.integers(0, 9))
def test_one_number(value: float, digits: int) -> None:
    assert number(value, digits) == plainly(value, digits)


@given(COMMANDS, st.integers(0, 9))
def test_a_whole_outline_is_written_as_its_numbers_are(commands: list, digits: int) -> None:  # type: ignore[type-arg]
    path = Path(tuple(commands))
    assert path.svg(digits) == "".join(
        letter + " ".join(plainly(value, digits) for value in values)
        for letter, *values in commands
    )


@given(COMMANDS, st.integers(0, 4))
def test_operators_may_stand_behind_their_numbers(commands: list, digits: int) -> None:  # type: ignore[type-arg]
    """As a PDF has them."""
    counts = {"M": 2, "L": 2, "C": 6, "Z": 0}
    parts = {
        letter: " ".join((*[placeholder(digits)] * count, letter.lower()))
        for letter, count in counts.items()
    }
    assert Path(tuple(commands)).written(parts, " ", digits) == " ".join(
        " ".join((*(plainly(value, digits) for value in values), letter.lower()))
        for letter, *values in commands
    )
