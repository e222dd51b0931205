import re

import pytest
from token_examples import SCALE, brand, hostile

from creativekit.brand.tokens.model import Dimension, Token, Tokens, TypeStyle
from creativekit.color.palette import RAMPS, palette
from creativekit.color.ramp import STEPS
from creativekit.color.roles import ROLES


def test_every_color_and_every_size_is_a_token() -> None:
    made = brand()
    colors = palette("#0A7E8C")
    for ramp in RAMPS:
        for step in STEPS:
            assert made[f"color.ramp.{ramp}.{step}"].light == colors.ramps[ramp][step]
    for role in ROLES:
        token = made[f"color.role.{role}"]
        assert (token.light, token.dark) == (colors.light[role], colors.dark[role])
        assert token.themed
    for name in SCALE:
        assert made[f"text.style.{name}"].type == "typography"
    assert len(made.all) == 1 + len(RAMPS) * len(STEPS) + len(ROLES) + 4 + len(SCALE)


def test_the_base_is_as_typed() -> None:
    assert brand()["color.base"].light == "#0A7E8C"
    assert hostile()["color.base"].light == "#ffd800"  # typed as rgb(), which is no hex


def test_headings_take_the_heading_face_and_its_optical_factor() -> None:
    made = brand()
    h1, body = made["text.style.h1"].light, made["text.style.body"].light
    assert isinstance(h1, TypeStyle)
    assert isinstance(body, TypeStyle)
    assert h1.families == ("Cormorant", "serif")
    assert h1.size == Dimension(63.65)
    assert h1.letter_spacing == Dimension(-0.955)
    assert body == TypeStyle(("Montserrat", "sans-serif"), Dimension(16), 400, 0.0, 1.5)


@pytest.mark.parametrize("made", [brand(), hostile()], ids=["plain", "hostile"])
def test_names_are_identifiers_whatever_the_brand_is_called(made: Tokens) -> None:
    for token in made:
        assert re.fullmatch(r"[a-z][a-z0-9-]*", token.name)
    assert len({token.name for token in made}) == len(made.all)


def test_two_tokens_of_one_name_are_refused() -> None:
    one = Token(("color", "base"), "color", "#000000", "#000000")
    with pytest.raises(ValueError, match="one name"):
        Tokens("", (one, one))
    with pytest.raises(ValueError, match="one name"):
        Tokens("", (one, Token(("color", "role", "base"), "color", "#000000", "#000000")))


def test_an_unknown_path_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        brand()["color.role.paper"]
