import pytest
from color_seeds import seeds
from hypothesis import given

from creativekit.color import hex as notation
from creativekit.errors import InputError


@given(seeds)
def test_channels_and_back(color: str) -> None:
    assert notation.from_channels(*notation.channels(color)) == color


@pytest.mark.parametrize("typed", ["#0A7E8C", "0a7e8c", " #0a7e8c ", "rgb(10, 126, 140)"])
def test_every_typed_form_of_one_color_is_one_hex(typed: str) -> None:
    assert notation.normal(typed) == "#0a7e8c"


def test_short_hex_doubles_each_digit() -> None:
    assert notation.normal("#07c") == "#0077cc"


@pytest.mark.parametrize("typed", ["", "teal", "#12345", "#0a7e8cff", "rgb(300, 0, 0)", "#ggg"])
def test_what_is_no_color_is_refused_with_what_is_accepted(typed: str) -> None:
    with pytest.raises(InputError) as caught:
        notation.normal(typed)
    assert "#0a7e8c" in caught.value.problems[0].accepted
