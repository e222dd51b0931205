from __future__ import annotations

import io

import pytest
import resvg_py
from PIL import Image

from canvas.sample_scenes import scenes
from creativekit.canvas.backends.raster import render
from creativekit.canvas.backends.svg import svg
from creativekit.canvas.path import Affine
from creativekit.canvas.scene import Group, Line, Scene, Shape, Solid
from creativekit.canvas.svg_in import Broken, TooMuch, scene_of, transform
from creativekit.canvas.svg_sanitizer import sanitize
from creativekit.canvas.svg_style import Complex
from golden_pictures import mean_difference


def document(inside: str, head: str = 'viewBox="0 0 200 150"') -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" {head}>{inside}</svg>'


def read(inside: str, head: str = 'viewBox="0 0 200 150"') -> Scene:
    return scene_of(sanitize(document(inside, head).encode(), "logo.svg"))


DRAWINGS = {
    "basic shapes": """
        <rect x="10" y="10" width="60" height="40" rx="12" ry="6" fill="#0a7e8c"/>
        <circle cx="110" cy="40" r="30" fill="gold"/><ellipse cx="160" cy="110" rx="20%" ry="10"/>
        <polygon points="20,70 60,70 40,120"/><polyline points="70 70 90,140 110 70" fill="teal"/>
        <line x1="10" y1="140" x2="190" y2="130" stroke="red" stroke-width="3"/>""",
    "strokes": """
        <g fill="none" stroke="#222" stroke-width="9">
        <path d="M20 60L60 20L70 70" stroke-linejoin="round" stroke-linecap="round"/>
        <path d="M90 60L130 20L140 70" stroke-miterlimit="1"/>
        <path d="M20 130C60 60 80 160 120 90" stroke-linecap="square" stroke-width="2%"/>
        <circle cx="160" cy="110" r="25" stroke-width="3" stroke-dasharray="9 3 1"/></g>
        <path d="M150 20h30v30h-30z" fill="gold" stroke="red" stroke-width="6"
              paint-order="stroke"/>""",
    "transforms": """
        <g transform="translate(20 80) rotate(10),skewX(20)" fill="#556" opacity=".6">
        <path d="M0 0h40v30a20 20 0 01-40 0z"/>
        <path d="M60 0L90 0L75 30z" transform="scale(1.2 .8)"/>
        </g><rect width="30" height="20" transform="matrix(1 .3 -.2 1 120 30)" stroke="red"/>
        <rect width="30" height="20" transform="rotate(45 60 40) translate(50,30)"/>""",
    "inheritance": """
        <style>.a{fill:#0a7e8c}</style><g fill="red" color="#123a6b"><rect width="30" height="30"/>
        <rect class="a" x="40" width="30" height="30"/>
        <rect style="fill:currentColor" x="80" width="30" height="30"/>
        <g fill="none"><rect x="120" width="30" height="30" stroke="currentColor"/></g></g>
        <g visibility="hidden"><rect width="200" height="60" y="60"/>
        <rect width="50" height="60" y="60" visibility="visible"/></g>
        <g display="none"><rect width="200" height="150"/></g>""",
    "reuse": """
        <defs><g id="p"><path d="M0 0l20 0 0 20z"/><circle cx="5" cy="25" r="5" fill="red"/></g>
        <symbol id="s"><rect width="20" height="9"/></symbol></defs>
        <use href="#p" x="10" y="10" fill="blue"/><use href="#s" x="50" y="99"/>
        <use href="#p" transform="translate(100 40) scale(2)" fill="#0a0" stroke="black"/>""",
    "clips": """
        <clipPath id="c"><circle cx="50" cy="60" r="40"/>
        <rect x="60" y="50" width="90" height="20"/></clipPath>
        <clipPath id="d" clip-rule="evenodd" transform="translate(100 20)">
        <path d="M0 0h80v80h-80zM20 20v40h40v-40z" clip-rule="evenodd"/></clipPath>
        <g clip-path="url(#c)"><rect width="200" height="150" fill="#0a7e8c"/></g>
        <rect width="200" height="150" fill="#c8102e" clip-path="url(#d)" opacity=".7"/>""",
    "gradients": """
        <defs><linearGradient id="g" x2="1" y2="1"><stop stop-color="#f00"/>
        <stop offset="1" stop-color="blue" stop-opacity=".3"/></linearGradient>
        <linearGradient id="h" href="#g" gradientTransform="rotate(30)"/>
        <radialGradient id="r" gradientUnits="userSpaceOnUse" cx="140" cy="75" r="40"
        gradientTransform="rotate(20 140 75) scale(1 .8)"><stop offset=".2" stop-color="#ff0"/>
        <stop offset="90%" stop-color="green"/></radialGradient>
        <radialGradient id="e"><stop/><stop offset="1" stop-color="#fff"/></radialGradient></defs>
        <rect x="5" y="5" width="90" height="60" fill="url(#g)"/>
        <ellipse cx="140" cy="75" rx="50" ry="60" fill="url(#r)" stroke="url(#h)" stroke-width="8"/>
        <rect x="5" y="80" width="70" height="60" fill="url('#e')" fill-opacity=".8"/>""",
    "fill rules": """
        <path d="M50 5L80 95L5 38H95L20 95Z" fill-rule="evenodd"/>
        <path d="M150 5L180 95L105 38H195L120 95Z"/>""",
}


@pytest.mark.parametrize("name", DRAWINGS)
def test_drawings_look_as_another_renderer_shows_them(name: str) -> None:
    inside = DRAWINGS[name]
    ours = render(read(inside), 3)
    theirs = resvg_py.svg_to_bytes(svg_string=document(inside), width=600, skip_system_fonts=True)
    assert ours.getbbox() is not None
    assert mean_difference(ours, Image.open(io.BytesIO(bytes(theirs)))) <= 0.3


@pytest.mark.parametrize("name", sorted(set(scenes()) - {"pictures", "frames", "treatments"}))
def test_what_we_write_we_read(name: str) -> None:
    scene = scenes()[name]
    again = scene_of(sanitize(svg(scene).encode(), "scene.svg"))
    assert again.title == scene.title
    assert mean_difference(render(again, 2), render(scene, 2)) <= 0.2


def test_items_are_plain() -> None:
    scene = read('<title>Саз</title><path d="M0 0h9v9z" fill="#0a7e8c" stroke="red"/>')
    shape, line = scene.items
    assert scene.title == "Саз"
    assert isinstance(shape, Shape)
    assert shape.fill == Solid("#0a7e8c")
    assert isinstance(line, Line)
    assert (line.width, line.cap, line.join) == (1, "butt", "miter")


@pytest.mark.parametrize(
    ("head", "size"),
    [
        ('viewBox="0 0 200 150"', (200, 150)),
        ('viewBox="-10,-20 30 40" width="999"', (30, 40)),
        ('width="1in" height="48"', (96, 48)),
    ],
)
def test_size(head: str, size: tuple[float, float]) -> None:
    scene = read("<rect/>", head)
    assert (scene.width, scene.height) == size


def test_the_view_box_moves_its_drawing() -> None:
    (group,) = read('<rect x="-10" width="5" height="5"/>', 'viewBox="-10 -20 30 40"').items
    assert isinstance(group, Group)
    assert group.transform == Affine.translation(10, 20)


@pytest.mark.parametrize(
    "head", ["", 'width="10"', 'viewBox="0 0 0 10"', 'viewBox="a"', 'width="10%" height="9"',
             'viewBox="0 0 nan 1"', 'viewBox="0 0 inf 1"']
)  # fmt: skip
def test_a_drawing_without_a_size(head: str) -> None:
    with pytest.raises(Broken) as caught:
        read("<rect/>", head)
    assert caught.value.element.name == "svg"


def test_a_broken_outline_names_its_element() -> None:
    for inside in ('<path d="M0 0 Lx"/>', '<polygon points="1 2 3"/>', '<polyline points="a b"/>'):
        with pytest.raises(Broken) as caught:
            read(f"<g>\n{inside}</g>")
        assert caught.value.element.line == 2


@pytest.mark.parametrize(
    "inside",
    [
        '<mask id="m"/><rect mask="url(#m)"/>',
        '<filter id="f"/><g filter="url(#f)"><rect/></g>',
        '<pattern id="p"/><rect width="9" height="9" fill="url(#p)"/>',
        '<image href="data:image/png;base64,AA=="/>',
        '<g style="mix-blend-mode:multiply"><rect/></g>',
        '<marker id="k"/><path d="M0 0h9" marker-end="url(#k)"/>',
        '<radialGradient id="r" fx=".2"><stop/><stop/></radialGradient>'
        '<rect width="9" height="9" fill="url(#r)"/>',
        '<linearGradient id="r" spreadMethod="repeat"><stop/><stop/></linearGradient>'
        '<rect width="9" height="9" fill="url(#r)"/>',
        '<path d="M0 0h9" stroke="red" stroke-dasharray="2" stroke-dashoffset="1"/>',
        "<svg><rect/></svg>",
        '<g transform="rotate3d(1)"><rect width="1" height="1"/></g>',
    ],
)
def test_effects_are_left_to_a_renderer(inside: str) -> None:
    with pytest.raises(Complex):
        read(inside)


def test_parts_used_without_end_are_refused() -> None:
    levels = "".join(
        f'<g id="a{i}">' + f'<use href="#a{i - 1}"/>' * 10 + "</g>" for i in range(1, 9)
    )
    for inside in (
        f'<g id="a0"><rect width="1" height="1"/></g>{levels}',
        '<g id="a"><use href="#a"/></g>',
    ):
        with pytest.raises(TooMuch):
            read(inside)


def test_missing_parts_are_nothing() -> None:
    assert read('<use href="#none"/><rect width="9" height="9" fill="url(#none) red"/>').items == (
        read('<rect width="9" height="9" fill="red"/>').items
    )


def test_transforms() -> None:
    assert transform("translate(3)") == Affine.translation(3, 0)
    assert transform(" scale(2), translate(1 1) ") == Affine.scaling(2) @ Affine.translation(1, 1)
    assert transform("rotate(90,10 10)") == Affine.rotation(90, 10, 10)
    assert transform("matrix(1 2 3 4 5 6)") == Affine(1, 2, 3, 4, 5, 6)
    assert transform("none") == transform("") == Affine()
    for text in ("rotate()", "scale(1 2 3)", "turn(3)", "matrix(1)", "translate(1"):
        with pytest.raises(Complex):
            transform(text)
