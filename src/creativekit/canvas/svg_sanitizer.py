"""A brought SVG, cut down to what draws a logo and cannot do anything else.

An SVG is a program for a browser: it can run scripts, fetch addresses, embed HTML, and blow up in
memory through entities. Files from strangers (and from free icon sites) do. So this is a list of
what is let through, not of what is kept out: known drawing elements with plain attributes, whose
references point into the same file or carry a PNG or JPEG inside. Dangerous content is an error
that names its line, and not quietly dropped: what was dropped may have been the logo. Editors'
private data (namespaces of Inkscape, Illustrator, Sketch), comments and metadata are dropped.

Sources: SVG 2 (w3.org/TR/SVG2), § 2.2 "secure static mode" and § 15; the entity attacks of
"XML Denial of Service Attacks and Defenses" (MSDN Magazine, November 2009).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from creativekit.canvas.svg_faults import broken, place
from creativekit.errors import Message, Problem, Problems, msg

MOST_BYTES = 5_000_000
MOST_ELEMENTS = 20_000
MOST_DEPTH = 64
_MOST_PROBLEMS = 20

SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_XML = "http://www.w3.org/XML/1998/namespace"
_XHTML = "http://www.w3.org/1999/xhtml"

_SHAPES = {"path", "rect", "circle", "ellipse", "line", "polyline", "polygon"}
_STRUCTURE = {
    "svg", "g", "defs", "symbol", "use", "clipPath", "mask", "marker", "pattern", "switch",
}  # fmt: skip
_PAINTS = {"linearGradient", "radialGradient", "stop"}
_EFFECTS = {
    "filter", "feBlend", "feColorMatrix", "feComponentTransfer", "feComposite", "feDropShadow",
    "feFlood", "feFuncA", "feFuncB", "feFuncG", "feFuncR", "feGaussianBlur", "feMerge",
    "feMergeNode", "feMorphology", "feOffset", "feTurbulence", "feDisplacementMap", "feTile",
    "feConvolveMatrix", "feDiffuseLighting", "feSpecularLighting", "feDistantLight",
    "fePointLight", "feSpotLight",
}  # fmt: skip
_WORDS = {"title", "desc", "style"}
_ALLOWED = _SHAPES | _STRUCTURE | _PAINTS | _EFFECTS | _WORDS | {"image"}
_TEXT = {"text", "tspan", "textPath", "tref", "altGlyph", "font", "glyph"}
_ANIMATION = {"animate", "animateTransform", "animateMotion", "animateColor", "set", "discard"}
_LINKS = {"href", "src"}
_PLAIN = {"class", "id", "d", "points", "viewBox", "version"}
"""Attributes that nobody reads as CSS."""

_URL = re.compile(r"url\s*\(\s*(?P<quote>['\"]?)\s*(?P<address>[^'\")]*)", re.IGNORECASE)
_INSIDE = re.compile(r"#[^\s'\"()<>]+")
_PICTURE = re.compile(r"data:image/(?:png|jpe?g);base64,[A-Za-z0-9+/=\s]*", re.IGNORECASE)
_ACTIVE = re.compile(
    r"javascript:|expression\s*\(|-moz-binding|behavior\s*:|@import"
    r"|(?<![\w-])(?:image|image-set|src|element|paint)\s*\(",
    re.IGNORECASE,
)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_ILLEGAL_ID = re.compile(r"[\s'\"()<>\\]")


@dataclass
class Element:
    """An element of the sanitized drawing: its name without namespace, attributes, line.

    `text` is what a title, a description or a style sheet says.
    """

    name: str
    attributes: dict[str, str]
    line: int
    children: list[Element] = field(default_factory=list)
    text: str = ""

    def walk(self) -> Iterator[Element]:
        """This element and all below it, in the order of the file."""
        pending = [self]
        while pending:
            element = pending.pop()
            yield element
            pending.extend(reversed(element.children))


def sanitize(data: bytes, file_name: str) -> Element:
    """The drawing in `data`, with nothing in it that is not allowed.

    Raises InputError with all problems (up to twenty), each with its line.
    """
    problems = Problems()
    if len(data) > MOST_BYTES:
        problems.add(
            Problem(
                msg(
                    "the SVG is {found} MB; at most {most} MB are accepted",
                    found=-(-len(data) // 1_000_000),
                    most=MOST_BYTES // 1_000_000,
                ),
                file=file_name,
            )
        )
        problems.raise_if_any()
    reader = _Reader(file_name, problems)
    reader.read(data)
    problems.raise_if_any()
    if reader.root is None:
        problems.add(Problem(msg("this is not an SVG drawing"), file=file_name))
        problems.raise_if_any()
    assert reader.root is not None
    return reader.root


def serialize(root: Element) -> str:
    """The drawing as SVG text, the same for the same drawing, ended by a newline."""
    spaces = {"xmlns": SVG}
    if any(name == "xlink:href" for element in root.walk() for name in element.attributes):
        spaces["xmlns:xlink"] = _XLINK
    out: list[str] = []
    _write(out, root, "", spaces)
    return "\n".join(out) + "\n"


def _write(out: list[str], element: Element, indent: str, more: Mapping[str, str]) -> None:
    attributes = "".join(
        f' {name}="{_escaped(value)}"' for name, value in {**more, **element.attributes}.items()
    )
    head = f"{indent}<{element.name}{attributes}"
    if element.text:
        out.append(f"{head}>{_escaped(element.text)}</{element.name}>")
    elif element.children:
        out.append(f"{head}>")
        for child in element.children:
            _write(out, child, indent + "  ", {})
        out.append(f"{indent}</{element.name}>")
    else:
        out.append(f"{head}/>")


def _escaped(text: str) -> str:
    for char, entity in (
        ("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("\n", "&#10;"),
        ("\r", "&#13;"), ("\t", "&#9;"),
    ):  # fmt: skip
        text = text.replace(char, entity)
    return text


class _Stop(Exception):
    """Enough is known: the file is not read further."""


class _Reader:
    def __init__(self, file_name: str, problems: Problems) -> None:
        self.file_name = file_name
        self.problems = problems
        self.root: Element | None = None
        self.open: list[Element] = []
        self.ignored = 0
        self.count = 0
        self.bare = False
        self.parser = parser = expat.ParserCreate(namespace_separator=" ")
        parser.ordered_attributes = True
        parser.buffer_text = True
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.characters
        parser.StartDoctypeDeclHandler = self.doctype
        parser.EntityDeclHandler = self.entity
        parser.SkippedEntityHandler = self.skipped
        parser.ProcessingInstructionHandler = self.instruction
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)

    def read(self, data: bytes) -> None:
        try:
            self.parser.Parse(data, True)
        except _Stop:
            return
        except (expat.ExpatError, ValueError, LookupError) as error:
            line, column = place(error)
            if data[:2] == b"\x1f\x8b":
                reason = msg("a compressed SVG is not accepted: save it as plain SVG")
            elif self.root is None and b"<svg" not in data[:65536]:
                reason = msg("this is not an SVG drawing")
            else:
                reason = broken(error)
            self.problem(reason, line, column)

    def problem(self, message: Message, line: int | None = None, column: int | None = None) -> None:
        at = line if line is not None else self.parser.CurrentLineNumber
        self.problems.add(Problem(message, file=self.file_name, line=at, column=column))
        if len(self.problems) >= _MOST_PROBLEMS:
            raise _Stop

    # ---- what expat reports

    def doctype(self, name: str, system: str | None, public: str | None, inner: int) -> None:
        # The plain line that drawing programs write is harmless: nothing is fetched for it.
        if inner:
            self.problem(msg("the SVG declares entities or other document types of its own"))
            raise _Stop

    def entity(self, *declared: object) -> None:
        self.problem(msg("the SVG declares entities or other document types of its own"))
        raise _Stop

    def skipped(self, name: str, is_parameter: bool) -> None:
        self.problem(msg("the SVG uses an unknown entity: {name}", name=f"&{name[:40]};"))

    def instruction(self, target: str, text: str) -> None:
        if target.lower() == "xml-stylesheet":
            self.problem(msg("the SVG loads a style sheet from outside"))

    def start(self, name: str, pairs: list[str]) -> None:
        space, _, local = name.rpartition(" ")
        if self.ignored:
            self.ignored += 1
            return
        self.count += 1
        if self.count > MOST_ELEMENTS:
            self.problem(msg("the SVG has more than {most} elements", most=MOST_ELEMENTS))
            raise _Stop
        if len(self.open) >= MOST_DEPTH:
            self.problem(msg("the SVG is nested more than {most} deep", most=MOST_DEPTH))
            raise _Stop
        if self.root is None and (space, local) != (SVG, "svg"):
            # Some tools leave the namespace out; what they mean is plain.
            if (space, local) != ("", "svg"):
                self.problem(msg("this is not an SVG drawing"))
                raise _Stop
            self.bare = True
        if self.bare and space == "":
            space = SVG
        if space == _XHTML:
            self.problem(msg("HTML inside the SVG (<{name}>) is not accepted", name=local[:40]))
        if space != SVG or local == "metadata":
            self.ignored = 1
            return
        if local not in _ALLOWED:
            self.problem(self.refusal(local))
            self.ignored = 1
            return
        element = Element(local, self.attributes(local, pairs), self.parser.CurrentLineNumber)
        if self.root is None:
            self.root = element
        elif self.open:
            self.open[-1].children.append(element)
        self.open.append(element)

    def end(self, name: str) -> None:
        if self.ignored:
            self.ignored -= 1
            return
        element = self.open.pop()
        if element.name == "style":
            element.text = _COMMENT.sub("", element.text).strip()
            self.check_css(element.text, element.line)
        elif element.name in ("title", "desc"):
            element.text = " ".join(element.text.split())

    def characters(self, text: str) -> None:
        if not self.ignored and self.open and self.open[-1].name in _WORDS:
            self.open[-1].text += text

    # ---- what is refused

    def refusal(self, name: str) -> Message:
        if name == "script":
            return msg("the SVG has a script")
        if name == "foreignObject":
            return msg("the SVG embeds foreign content (<foreignObject>)")
        if name in _TEXT:
            return msg(
                "the SVG has text (<{name}>), which looks different without its font: convert"
                " the text to outlines (curves) first",
                name=name,
            )
        if name in _ANIMATION:
            return msg("the SVG is animated (<{name}>); a logo stands still", name=name)
        return msg("the SVG has an element that is not accepted: <{name}>", name=name[:40])

    def attributes(self, element: str, pairs: list[str]) -> dict[str, str]:
        kept: dict[str, str] = {}
        for name, value in zip(pairs[0::2], pairs[1::2], strict=True):
            space, _, local = name.rpartition(" ")
            if local.lower().startswith("on") and space in ("", SVG):
                self.problem(msg("the SVG has an event attribute: {name}", name=local[:40]))
            elif local in _LINKS and space in ("", _XLINK):
                if self.check_link(element, value):
                    kept["xlink:href"] = "".join(value.split())
            elif space == "":
                if local == "id" and _ILLEGAL_ID.search(value):
                    self.problem(msg("the SVG has an id that is not accepted: {id}", id=value[:40]))
                elif (
                    local in _PLAIN
                    or local.startswith(("data-", "aria-"))
                    or self.check_css(value, self.parser.CurrentLineNumber)
                ):
                    kept[local] = _COMMENT.sub("", value) if local == "style" else value
        return kept

    def check_link(self, element: str, address: str) -> bool:
        address = address.strip()
        if _INSIDE.fullmatch(address) and element != "image":
            return True
        if element == "image" and _PICTURE.fullmatch(address):
            return True
        self.problem(
            msg(
                "the SVG refers to something outside of it: {address}",
                address=_short(address),
            )
        )
        return False

    def check_css(self, text: str, line: int) -> bool:
        """Whether an attribute or a style sheet keeps to this file."""
        if "\\" in text:
            # Escapes can spell anything, and no logo needs them.
            self.problem(msg("the SVG has an escaped character in a style"), line)
            return False
        found = _ACTIVE.search(text)
        if found:
            self.problem(
                msg("the SVG has active content in a style: {found}", found=found[0][:40]), line
            )
            return False
        for url in _URL.finditer(text):
            if not _INSIDE.fullmatch(url["address"].strip()):
                self.problem(
                    msg(
                        "the SVG refers to something outside of it: {address}",
                        address=_short(url["address"]),
                    ),
                    line,
                )
                return False
        if "@" in text and re.search(r"@\s*[a-z-]+", text, re.IGNORECASE) and "{" in text:
            self.problem(msg("the SVG has a style rule that is not accepted (@…)"), line)
            return False
        return True


def _short(address: str) -> str:
    return address if len(address) <= 60 else address[:57] + "…"
