from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creativekit.canvas.svg_sanitizer import MOST_BYTES, sanitize, serialize
from creativekit.errors import InputError, Problem, msg

HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    ' viewBox="0 0 9 9">'
)


def svg(inside: str) -> bytes:
    return f"{HEAD}\n{inside}\n</svg>".encode()


def problems(data: bytes) -> tuple[Problem, ...]:
    with pytest.raises(InputError) as caught:
        sanitize(data, "logo.svg")
    assert all(problem.file == "logo.svg" for problem in caught.value.problems)
    return caught.value.problems


def refusal(inside: str) -> str:
    (problem,) = problems(svg(inside))
    assert problem.line is not None
    return str(problem.message)


DANGEROUS = {
    "<script>alert(1)</script>": "script",
    '<g><script href="#a"/></g>': "script",
    '<rect onclick="x()"/>': "onclick",
    '<g ONLOAD="x()"/>': "ONLOAD",
    "<foreignObject/>": "foreignObject",
    '<div xmlns="http://www.w3.org/1999/xhtml"/>': "HTML",
    '<image href="http://a.kz/b.png"/>': "http://a.kz/b.png",
    '<image xlink:href="b.png"/>': "b.png",
    '<image href="#a"/>': "#a",
    '<image href="data:image/svg+xml;base64,AAAA"/>': "data:image/svg+xml",
    '<use href="other.svg#a"/>': "other.svg#a",
    '<use xlink:href="//a.kz/#a"/>': "//a.kz/#a",
    '<a href="https://a.kz"><rect/></a>': "<a>",
    '<rect fill="url(http://a.kz)"/>': "http://a.kz",
    "<rect style=\"fill:url( 'file:///etc/passwd' )\"/>": "file:///etc/passwd",
    '<rect style="fill:UR\\4c(http://a)"/>': "escaped",
    "<style>@import 'a.css';</style>": "@import",
    "<style>@font-face{font-family:a;src:url(#b)}</style>": "style rule",
    "<style>rect{fill:url(//a.kz)}</style>": "//a.kz",
    '<rect fill="u\\72l(http://a)"/>': "escaped",
    "<rect style=\"background:image-set('//a.kz' 1x)\"/>": "image-set",
    '<rect style="behavior: url(#x)"/>': "behavior",
    "<text>Саз</text>": "outlines",
    "<g><text/></g>": "outlines",
    "<animate/>": "animated",
    '<set attributeName="href"/>': "animated",
    '<feImage href="http://a"/>': "feImage",
    "<video/>": "video",
    '<?xml-stylesheet href="a.css"?>': "style sheet",
    '<g id="a b"/>': "a b",
}


@pytest.mark.parametrize("inside", DANGEROUS)
def test_what_is_dangerous_is_refused_by_name_and_line(inside: str) -> None:
    assert DANGEROUS[inside] in refusal(inside)
    (problem,) = problems(svg(f"<g/>\n\n{inside}"))
    assert problem.line == 4


@pytest.mark.parametrize(
    "head",
    [
        '<!DOCTYPE svg [<!ENTITY a "b">]>',
        '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE svg [<!ENTITY % a SYSTEM "http://a.kz/x"> %a;]>',
        '<!DOCTYPE svg [<!ATTLIST svg onload CDATA "x()">]>',
    ],
)
def test_entities_are_refused(head: str) -> None:
    (problem,) = problems(head.encode() + svg("<g/>"))
    assert "entities" in str(problem.message)


def test_an_entity_bomb_is_refused_at_once() -> None:
    lines = "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 12))
    bomb = f'<!DOCTYPE svg [<!ENTITY a0 "ha">{lines}]>'.encode() + svg("<g>&a11;</g>")
    assert "entities" in str(problems(bomb)[0].message)
    assert problems(svg("<g>&nbsp;</g>"))


def test_the_plain_doctype_of_drawing_programs_is_harmless() -> None:
    doctype = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/svg11.dtd">'
    assert sanitize(doctype.encode() + svg("<g/>"), "a").name == "svg"


def test_all_problems_come_at_once() -> None:
    found = problems(svg('<script/>\n<rect onclick="a"/>\n<text>a</text>\n<use href="x#y"/>'))
    assert [problem.line for problem in found] == [2, 3, 4, 5]
    assert len(problems(svg("<script/>" * 500))) == 20


@pytest.mark.parametrize(
    "data",
    [
        b"", b"hello", b"\x89PNG\r\n\x1a\n", b"<html><svg/></html>", b"<svg", b"{}",
        b'<svg xmlns="http://other"/>', b"\xff\xfe\x00", b"\x1f\x8b\x08\0",
        HEAD.encode() + b"<g></svg>", HEAD.encode(),
        b'<?xml version="1.0" encoding="no-such"?>' + svg(""),
    ],
)  # fmt: skip
def test_what_is_no_svg_is_said_so(data: bytes) -> None:
    assert problems(data)


def test_limits() -> None:
    assert "MB" in str(problems(b" " * (MOST_BYTES + 1))[0].message)
    assert "elements" in refusal("<g/>" * 20_001)
    assert "deep" in refusal("<g>" * 70 + "</g>" * 70)


def test_editors_own_data_and_comments_are_dropped() -> None:
    kept = serialize(
        sanitize(
            svg(
                "<!-- made by -->"
                '<metadata><rdf:RDF xmlns:rdf="http://r"><rdf:x/></rdf:RDF></metadata>'
                '<i:pgf xmlns:i="http://ns.adobe.com/i"><script/></i:pgf>'
                '<g xmlns:inkscape="http://ink" inkscape:label="Layer" id="a"><rect width="3"/></g>'
            ),
            "a",
        )
    )
    assert kept == (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">\n'
        '  <g id="a">\n    <rect width="3"/>\n  </g>\n</svg>\n'
    )


def test_names_of_layers_are_not_css() -> None:
    kept = serialize(sanitize(svg(r'<g data-name="C:\logo\url(http://a)" class="a\:b"/>'), "a"))
    assert r'data-name="C:\logo\url(http://a)"' in kept


def test_what_a_logo_needs_is_kept() -> None:
    inside = (
        '<style>.a{fill:url(#g)}</style><defs><linearGradient id="g"><stop offset="0"/>'
        '</linearGradient></defs><use xlink:href="#g"/><path class="a" d="M0 0"/>'
        '<image href="data:image/png;base64,iVBO Rw0K"/><rect style="fill: url(\'#g\')"/>'
    )
    kept = serialize(sanitize(svg(inside), "a"))
    for part in ("fill:url(#g)", 'xlink:href="#g"', "data:image/png;base64,iVBORw0K", "url('#g')"):
        assert part in kept


@given(st.text(max_size=60))
def test_serialized_text_is_read_back(text: str) -> None:
    root = sanitize(svg("<title>a</title><path d='M0 0'/>"), "a")
    root.children[0].text = text.translate(dict.fromkeys(range(32))).strip()
    root.children[1].attributes["class"] = root.children[0].text
    if any("\ud800" <= char <= "\udfff" or char in "\ufffe\uffff" for char in text):
        return
    again = sanitize(serialize(root).encode(), "a")
    assert again.children[1].attributes["class"] == root.children[0].text
    assert serialize(again) == serialize(sanitize(serialize(again).encode(), "a"))


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    for candidate in (data, svg("").replace(b"\n", data)):
        with suppress(InputError):
            assert sanitize(candidate, "a").name == "svg"


@pytest.mark.parametrize(
    ("data", "place", "reason"),
    [
        (b"<svg>\n<path", (2, 1), "a tag is begun and not finished"),
        (b"<svg>\n <g></svg>", (2, 7), "a closing tag is not of the element that is open"),
        (b"<svg a=1/>", (1, 8), "a character stands where none of its kind may"),
        (b"<svg>&foo;</svg>", (1, 6), "an entity (&…;) is not known"),
        (b"<svg/><svg/>", (1, 7), "something follows after the end of the drawing"),
        (b"<svg><g>", (1, 9), "it ends before everything is closed"),
        (b'<svg a="1" a="2"/>', (1, 12), "an attribute stands twice in an element"),
        (b"<svg><x:y/></svg>", (1, 6), "a prefix (such as xlink:) is not declared"),
        (b"<svg>&#0;</svg>", (1, 6), None),  # a fault that has no words of ours
    ],
)
def test_a_broken_file_is_told_in_our_words(
    data: bytes, place: tuple[int, int], reason: str | None
) -> None:
    (problem,) = problems(data)
    assert (problem.line, problem.column) == place
    assert problem.message == (
        msg("the SVG is broken: {reason}", reason=msg(reason)) if reason else
        msg("the SVG is broken here")
    )  # fmt: skip
