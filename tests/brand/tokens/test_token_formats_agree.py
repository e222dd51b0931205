"""Every format read back, and held against the one list: so they are equal to one another."""

import pytest
import token_readers as read
from token_examples import brand, hostile

from creativekit.brand.tokens import aco, ase, css, dtcg, gpl, scss, soc, tailwind
from creativekit.brand.tokens.model import Dimension, Tokens, TypeStyle
from creativekit.brand.tokens.swatches import swatches

BRANDS = pytest.mark.parametrize("made", [brand(), hostile()], ids=["plain", "hostile"])


def _declared(made: Tokens, mode: str, themed: bool) -> dict[str, str]:
    """Colours by flat name, lower case."""
    return {
        token.name: str(token.light if mode == "light" else token.dark).lower()
        for token in made.of_type("color")
        if token.themed is themed
    }


def _colors(found: dict[str, str]) -> dict[str, str]:
    return {name: value.lower() for name, value in found.items() if name.startswith("color-")}


def _check_type(made: Tokens, found: dict[str, str]) -> None:
    for token in made:
        value = token.light
        if token.type == "fontFamily":
            assert isinstance(value, tuple)
            wanted = [family.replace("\0", "\ufffd") for family in value]
            assert read.css_strings(found[token.name]) == wanted
        elif token.type == "fontWeight":
            assert found[token.name] == str(value)
        elif isinstance(value, TypeStyle):
            assert float(found[token.name].removesuffix("rem")) * 16 == pytest.approx(
                value.size.px, abs=0.002
            )
            spacing = float(found[f"{token.name}--letter-spacing"].removesuffix("em"))
            assert spacing == value.tracking
            assert float(found[f"{token.name}--line-height"]) == value.line_height
            assert found[f"{token.name}--font-weight"] == str(value.weight)


@BRANDS
def test_css(made: Tokens) -> None:
    found = read.css(css.css(made))
    light, dark = _declared(made, "light", True), _declared(made, "dark", True)
    assert _colors(found[read.ROOT]) == {**_declared(made, "light", False), **light}
    assert _colors(found[read.PREFERS_DARK]) == dark
    assert _colors(found[read.LIGHT]) == light
    assert _colors(found[read.DARK]) == dark
    assert set(found) == {read.ROOT, read.PREFERS_DARK, read.LIGHT, read.DARK}
    _check_type(made, found[read.ROOT])


@BRANDS
def test_scss_through_the_compiler(made: Tokens) -> None:
    steady = [token.name for token in made if not token.themed]
    extra = [
        f"{token.name}--{part}"
        for token in made.of_type("typography")
        for part in ("line-height", "letter-spacing", "font-weight")
    ]
    roles = [token.path[-1] for token in made if token.themed]
    found = read.scss(scss.scss(made), steady + extra, roles)
    assert _colors(found[":root"]) == _declared(made, "light", False)
    # libsass leaves the quotes of an attribute selector out where CSS lets it.
    themes = {key.replace('"', ""): value for key, value in found.items()}
    assert _colors(themes["[data-theme=light]"]) == _declared(made, "light", True)
    assert _colors(themes["[data-theme=dark]"]) == _declared(made, "dark", True)
    _check_type(made, found[":root"])


@BRANDS
def test_tailwind_as_a_style_sheet(made: Tokens) -> None:
    found = read.css(tailwind.tailwind(made))
    light, dark = _declared(made, "light", True), _declared(made, "dark", True)
    theme = found["@theme static"]
    assert _colors(theme) == {**_declared(made, "light", False), **light}
    assert _colors(found[read.PREFERS_DARK]) == dark
    assert _colors(found[read.LIGHT]) == light
    assert _colors(found[read.DARK]) == dark
    _check_type(made, theme)


@BRANDS
def test_swatch_files(made: Tokens) -> None:
    listed = {swatch.name: swatch.hex for swatch in swatches(made)}
    assert len(listed) == len(swatches(made))  # names are unique
    assert set(listed.values()) == {
        *_declared(made, "light", False).values(),
        *_declared(made, "light", True).values(),
        *_declared(made, "dark", True).values(),
    }
    assert read.ase(ase.ase(made)) == listed
    first, second = read.aco(aco.aco(made))
    assert first == list(listed.values())
    assert second == listed
    assert read.soc(soc.soc(made)) == listed
    found = read.gpl(gpl.gpl(made))
    assert list(found.values()) == list(listed.values())
    assert all(
        full.startswith(shown) for shown, full in zip(found, listed, strict=True)
    )  # long names are cut there


@BRANDS
def test_design_tokens(made: Tokens) -> None:
    files = {
        "light": {**read.dtcg(dtcg.foundation(made)), **read.dtcg(dtcg.theme(made, "light"))},
        "dark": {**read.dtcg(dtcg.foundation(made)), **read.dtcg(dtcg.theme(made, "dark"))},
    }
    for mode, found in files.items():
        assert set(found) == {".".join(token.path) for token in made}
        for token in made:
            entry = found[".".join(token.path)]
            value = token.light if mode == "light" else token.dark
            assert entry["$type"] == token.type
            remark = token.remark if mode == "light" else token.dark_remark
            assert entry.get("$description", "") == remark
            if token.type == "color":
                components = [round(part * 255) for part in entry["$value"]["components"]]
                assert entry["$value"]["hex"] == value
                assert "#{:02x}{:02x}{:02x}".format(*components) == str(value).lower()
            elif isinstance(value, TypeStyle):
                assert entry["$value"]["fontFamily"] == list(value.families)
                assert entry["$value"]["fontSize"] == {"value": value.size.px, "unit": "px"}
                assert entry["$value"]["letterSpacing"]["value"] == value.letter_spacing.px
                assert entry["$value"]["lineHeight"] == value.line_height
                assert entry["$value"]["fontWeight"] == value.weight
            else:
                assert entry["$value"] == (list(value) if isinstance(value, tuple) else value)


@BRANDS
def test_the_older_form_says_the_same(made: Tokens) -> None:
    found = read.dtcg(dtcg.legacy(made))
    for token in made:
        path = ".".join(token.path)
        if token.themed:
            assert found[f"light.{path}"]["$value"] == token.light
            assert found[f"dark.{path}"]["$value"] == token.dark
        elif token.type == "color":
            assert found[path]["$value"] == token.light
        elif isinstance(token.light, TypeStyle):
            size = Dimension(float(found[path]["$value"]["fontSize"].removesuffix("px")))
            assert size == token.light.size
    assert len(found) == len(made.all) + sum(token.themed for token in made)


def test_names_of_colors_survive_in_every_swatch_file() -> None:
    made = brand()
    for found in (
        read.ase(ase.ase(made)),
        read.aco(aco.aco(made))[1],
        read.gpl(gpl.gpl(made)),
        read.soc(soc.soc(made)),
    ):
        assert found["light accent · Күн"] == made["color.role.accent"].light
        assert found["base · Арал көгі"] == "#0a7e8c"
