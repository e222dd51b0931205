from __future__ import annotations

import pytest

from creativekit.canvas.svg_sanitizer import sanitize
from creativekit.canvas.svg_style import Complex, Sheet, color, declarations, fraction, length

OPEN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("#0A7", ("#00aa77", 1.0)),
        ("#0a7e8c", ("#0a7e8c", 1.0)),
        ("#0a7e8c80", ("#0a7e8c", 128 / 255)),
        ("rgb(10, 126, 140)", ("#0a7e8c", 1.0)),
        ("rgb(100%,0%,50%)", ("#ff0080", 1.0)),
        ("rgb(10 126 140 / 50%)", ("#0a7e8c", 0.5)),
        ("rgba(10,126,140,.25)", ("#0a7e8c", 0.25)),
        ("hsl(0, 100%, 50%)", ("#ff0000", 1.0)),
        ("RebeccaPurple", ("#663399", 1.0)),
        ("transparent", ("#000000", 0.0)),
        ("none", None),
    ],
)
def test_colours(text: str, expected: tuple[str, float] | None) -> None:
    assert color(text) == expected


def test_the_current_colour() -> None:
    assert color("currentColor", "#123456") == ("#123456", 1.0)
    assert color("currentColor", "currentColor") == ("#000000", 1.0)


@pytest.mark.parametrize(
    "text", ["", "rgb(1)", "#12", "teal-ish", "url(#a)", "color(display-p3 1 0 0)"]
)
def test_what_is_no_colour(text: str) -> None:
    with pytest.raises(Complex):
        color(text)


def test_lengths() -> None:
    assert length("12", 0) == length("12px", 0) == length(" 9pt ", 0) == 12
    assert length("1in", 0) == length("25.4mm", 0) == length("2.54cm", 0) == 96
    assert length("25%", 80) == 20
    assert length("-.5e1", 0) == -5
    for text in ("", "a", "1 2", "calc(1px)", "1e99"):
        with pytest.raises(Complex):
            length(text, 0)


def test_fractions_are_clamped() -> None:
    assert [fraction(text) for text in ("0.4", "40%", "7", "-1")] == [0.4, 0.4, 1.0, 0.0]


def test_declarations() -> None:
    assert declarations(" Fill: red ;; stroke:#fff;x ") == {"fill": "red", "stroke": "#fff"}


def fills(inside: str) -> list[str]:
    root = sanitize(f"{OPEN}{inside}</svg>".encode(), "a")
    sheet = Sheet(root.walk())
    return [sheet.of(element, {})["fill"] for element in root.children if element.name == "rect"]


def test_the_more_particular_rule_wins_wherever_it_stands() -> None:
    style = "<style>#i{fill:1} .c{fill:2} rect{fill:3} *{fill:4} .d,.e{fill:5}</style>"
    assert fills(f'{style}<rect id="i" class="c"/><rect class="a c"/><rect class="e"/><rect/>') == [
        "1", "2", "5", "3",
    ]  # fmt: skip


def test_attributes_give_way_to_rules_and_rules_to_the_style_attribute() -> None:
    style = "<style>.c{fill:2} .x{fill:7!important}</style>"
    assert fills(
        f'{style}<rect fill="1"/><rect fill="1" class="c"/>'
        '<rect fill="1" class="c" style="fill:3"/><rect class="x" style="fill:3"/>'
    ) == ["1", "2", "3", "7"]


def test_inheritance() -> None:
    root = sanitize(f'{OPEN}<rect/><rect fill="inherit" opacity=".5"/></svg>'.encode(), "a")
    sheet = Sheet(())
    first, second = (
        sheet.of(element, {"fill": "red", "opacity": "0.2"}) for element in root.children
    )
    assert (first["fill"], first["opacity"]) == ("red", "1")
    assert (second["fill"], second["opacity"]) == ("red", ".5")


def test_selectors_beyond_the_simple_are_for_a_renderer() -> None:
    for selector in ("g rect", "rect:hover", "g > rect", "[fill]", ".a.b"):
        with pytest.raises(Complex):
            fills(f"<style>{selector.replace('>', '&gt;')}{{fill:red}}</style><rect/>")
