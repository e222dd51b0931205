import pytest

from creativekit.color.scheme import Accent, Scheme, SchemeError, Tint


def test_parts_may_be_plain_tables_as_toml_gives_them() -> None:
    scheme = Scheme(
        surface={"tone": 94, "chroma": 0.02, "hue": 80},  # type: ignore[arg-type]
        accents=[{"hue": 38, "chroma": 0.18, "tone": 56}],  # type: ignore[arg-type]
    )
    assert scheme.surface == Tint(94, 0.02, 80)
    assert scheme.accents == (Accent(56, 0.18, hue=38),)
    assert hash(scheme) == hash(Scheme(surface=Tint(94, 0.02, 80), accents=scheme.accents))


@pytest.mark.parametrize(
    ("table", "says"),
    [
        ({"surface": {"tone": 101}}, "tone is 101"),
        ({"surface": {"tone": 50}}, "surface.tone is 50"),
        ({"surface": {"tone": "dark"}}, "tone is 'dark'"),
        ({"surface": {"tone": True}}, "tone is True"),
        ({"surface": {"tone": float("nan")}}, "tone is nan"),
        ({"surface": {"tone": 95, "hue": 400}}, "hue is 400"),
        ({"surface": "sand"}, "surface is a table"),
        ({"accents": []}, "at least one"),
        ({"accents": "sun"}, "at least one"),
        ({"accents": [{"tone": 50, "chroma": 0.1}]}, "either a hue or a turn"),
        ({"accents": [{"tone": 50, "chroma": 0.1, "hue": 1, "turn": 1}]}, "either a hue or"),
        ({"dark_first": "yes"}, "dark_first"),
        ({"accent_contrast": 30}, "accent_contrast is 30"),
        ({"ink": {"tone": 60}}, "ink.tone is 60"),
    ],
)
def test_what_cannot_be_is_said(table: dict[str, object], says: str) -> None:
    with pytest.raises(SchemeError, match=says):
        Scheme(**table)  # type: ignore[arg-type]


def test_an_unknown_key_of_a_part_is_a_type_error() -> None:
    with pytest.raises(TypeError, match="shade"):
        Scheme(surface={"tone": 95, "shade": 1})  # type: ignore[arg-type]
