"""HTML to the facts of a page, told tag by tag.

lxml's parser (libxml2 2.14 and later splits text into tags as the HTML Living Standard, 13.2.5,
does) tells what it meets, and no tree is kept: trees are where hostile pages of 2 MB cost minutes.
Measured with 200,000 attributes in one tag (lxml) and 200,000 nested <div> (lexbor), both over a
minute as trees; told one by one, under half a second. lxml is here already: pikepdf needs it.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field

from creativekit.presence.audit.reading.document import (
    Document,
    Entry,
    Image,
    Link,
    Resource,
    Tag,
)

# A page may hold anything; what is kept of it may not.
KEPT = 20_000
TEXT_KEPT = 1_000_000
NAME_KEPT = 300

_UNSEEN = frozenset({"script", "style", "template", "noscript", "svg", "math", "iframe", "object"})
_INLINE_NAMES = """
a abbr b bdi bdo cite code data del dfn em font i img ins kbd label mark q s samp small span
strong sub sup time tt u var wbr
"""
_INLINE = frozenset(_INLINE_NAMES.split())
_BUTTONS = frozenset({"hidden", "submit", "button", "reset", "image"})


def document(text: str) -> Document:
    """Reads a page. Never raises for what is in it; an empty one is an empty document."""
    from lxml import etree  # 15 ms, for an audit only

    reader = _Reader()
    parser = etree.HTMLParser(
        target=reader, encoding="utf-8", recover=True, huge_tree=True, no_network=True
    )
    data = text.replace("\0", "\ufffd").encode("utf-8", "replace")
    with suppress(etree.LxmlError):  # what was told before it is what can be told
        etree.fromstring(data, parser)
    return reader.result()


@dataclass(slots=True)
class _Open:
    """A name being collected: of a link, a heading, a title."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0

    def add(self, text: str) -> None:
        if self.length < NAME_KEPT * 4:
            self.pieces.append(text)
            self.length += len(text)

    def name(self) -> str:
        return " ".join("".join(self.pieces).split())[:NAME_KEPT]


class _Reader:
    """The target of lxml's parser: it is told of each tag and text in turn."""

    def __init__(self) -> None:
        self._document: dict[str, object] = {}
        self._metas: list[tuple[str, str]] = []
        self._tags: list[Tag] = []
        self._headings: list[tuple[int, str]] = []
        self._links: list[Link] = []
        self._images: list[Image] = []
        self._entries: list[tuple[Entry, str, int]] = []
        self._resources: list[Resource] = []
        self._json_ld: list[str] = []
        self._times: list[str] = []
        self._text: list[str] = []
        self._length = 0
        self._hidden: list[bool] = []
        self._unseen = 0
        self._labels = 0
        self._label_for: set[str] = set()
        self._forms = 0
        self._in_form = False
        self._scripts = self._inline = self._titles = 0
        self._title: _Open | None = None
        self._link: tuple[_Open, Mapping[str, str]] | None = None
        self._heading: tuple[_Open, int] | None = None
        self._ld: list[str] | None = None
        self._in_script = False

    # What the parser calls.

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        tag = tag.lower()
        hidden = tag in _UNSEEN or "hidden" in attributes
        meet = getattr(self, f"_meet_{tag}", None)
        if tag not in _INLINE:
            self._break()
        if len(tag) == 2 and tag[0] == "h" and tag[1] in "123456" and not self._unseen:
            self._close_heading()
            self._heading = (_Open(), int(tag[1]))
        shown = not self._unseen and "hidden" not in attributes
        # A script runs wherever it stands, and an organisation is often described in one.
        if meet is not None and (shown or tag == "script"):
            meet(dict(attributes))
        self._hidden.append(hidden)
        self._unseen += hidden

    def end(self, tag: str) -> None:
        tag = tag.lower()
        if self._hidden:
            self._unseen -= self._hidden.pop()
        if tag == "a":
            self._close_link()
        elif len(tag) == 2 and tag[0] == "h" and tag[1] in "123456":
            self._close_heading()
        elif tag == "title":
            self._close_title()
        elif tag == "label":
            self._labels = max(0, self._labels - 1)
        elif tag == "form":
            self._in_form = False
        elif tag == "script":
            if self._ld is not None and len(self._json_ld) < KEPT:
                self._json_ld.append("".join(self._ld))
            self._ld, self._in_script = None, False
        if tag not in _INLINE:
            self._break()

    def data(self, text: str) -> None:
        if self._in_script:
            if self._ld is not None:
                self._ld.append(text)
            else:
                self._inline += len(text)
            return
        if self._title is not None:
            self._title.add(text)
            return
        if self._unseen:
            return
        if self._link is not None:
            self._link[0].add(text)
        if self._heading is not None:
            self._heading[0].add(text)
        self._put(text)

    def comment(self, text: str) -> None:
        """Comments are no text."""

    def close(self) -> None:
        """The parser wants it."""

    # Each kind of tag.

    def _meet_html(self, attributes: dict[str, str]) -> None:
        self._document.setdefault("lang", attributes.get("lang", attributes.get("xml:lang")))

    def _meet_base(self, attributes: dict[str, str]) -> None:
        if "href" in attributes:
            self._document.setdefault("base", attributes["href"])

    def _meet_title(self, attributes: dict[str, str]) -> None:
        self._titles += 1
        self._title = _Open()

    def _meet_meta(self, attributes: dict[str, str]) -> None:
        if "charset" in attributes:
            self._document.setdefault("charset", attributes["charset"].strip())
        content = attributes.get("content", "")
        for key in ("name", "property", "http-equiv", "itemprop"):
            if (name := attributes.get(key, "").strip().lower()) and len(self._metas) < KEPT:
                self._metas.append((name, content.strip()))
                if name == "content-type" and "charset=" in content.lower():
                    label = content.lower().partition("charset=")[2]
                    self._document.setdefault("charset", label.strip())

    def _meet_link(self, attributes: dict[str, str]) -> None:
        rel = tuple(attributes.get("rel", "").lower().split())
        if len(self._tags) < KEPT:
            self._tags.append(Tag(rel, attributes))
        if "stylesheet" in rel:
            self._load("style", attributes.get("href"))

    def _meet_script(self, attributes: dict[str, str]) -> None:
        kind = attributes.get("type", "").strip().lower()
        self._in_script = True
        if kind == "application/ld+json":
            self._ld = []
        elif "src" in attributes:
            self._scripts += 1
            self._load("script", attributes["src"])
        elif kind in ("", "module", "text/javascript", "application/javascript"):
            self._scripts += 1

    def _meet_iframe(self, attributes: dict[str, str]) -> None:
        self._load("frame", attributes.get("src"))

    def _meet_img(self, attributes: dict[str, str]) -> None:
        src = attributes.get("src") or attributes.get("data-src") or attributes.get("data-original")
        self._load("image", src)
        alt = attributes.get("alt")
        decoration = attributes.get("role") in ("presentation", "none")
        if decoration or attributes.get("aria-hidden") == "true":
            alt = alt or ""
        named = attributes.get("aria-label") or alt
        if len(self._images) < KEPT:
            self._images.append(Image((src or "").strip(), named))
        if self._link is not None and named:
            self._link[0].add(f" {named} ")
        if self._heading is not None and named:
            self._heading[0].add(f" {named} ")

    def _meet_source(self, attributes: dict[str, str]) -> None:
        self._load("media", attributes.get("src"))

    _meet_video = _meet_audio = _meet_source

    def _meet_a(self, attributes: dict[str, str]) -> None:
        self._close_link()
        if "href" in attributes:
            self._link = (_Open(), attributes)

    def _meet_time(self, attributes: dict[str, str]) -> None:
        if "datetime" in attributes and len(self._times) < KEPT:
            self._times.append(attributes["datetime"].strip()[:40])

    def _meet_label(self, attributes: dict[str, str]) -> None:
        self._labels += 1
        if "for" in attributes and len(self._label_for) < KEPT:
            self._label_for.add(attributes["for"])

    def _meet_form(self, attributes: dict[str, str]) -> None:
        self._forms, self._in_form = self._forms + 1, True
        self._load("form", attributes.get("action"))

    def _meet_input(self, attributes: dict[str, str]) -> None:
        kind = attributes.get("type", "text").strip().lower()
        if kind not in _BUTTONS:
            self._fill(kind, attributes)

    def _meet_select(self, attributes: dict[str, str]) -> None:
        self._fill("select", attributes)

    def _meet_textarea(self, attributes: dict[str, str]) -> None:
        self._fill("textarea", attributes)

    def _fill(self, kind: str, attributes: dict[str, str]) -> None:
        said = ("aria-label", "aria-labelledby", "title")
        labelled = self._labels > 0 or any(attributes.get(key, "").strip() for key in said)
        if len(self._entries) < KEPT and attributes.get("aria-hidden") != "true":
            entry = Entry(kind, attributes.get("name", "")[:NAME_KEPT], labelled)
            form = self._forms if self._in_form else 0
            self._entries.append((entry, attributes.get("id", ""), form))

    def _load(self, kind: str, url: str | None) -> None:
        if url and url.strip() and len(self._resources) < KEPT:
            self._resources.append(Resource(kind, url.strip()))

    # What was begun.

    def _close_link(self) -> None:
        if self._link is not None:
            opened, attributes = self._link
            self._link = None
            name = opened.name() or " ".join(
                (attributes.get("aria-label") or attributes.get("title") or "").split()
            )
            rel = tuple(attributes.get("rel", "").lower().split())
            if len(self._links) < KEPT:
                self._links.append(Link(attributes["href"].strip(), name[:NAME_KEPT], rel))

    def _close_heading(self) -> None:
        if self._heading is not None:
            opened, level = self._heading
            self._heading = None
            if len(self._headings) < KEPT:
                self._headings.append((level, opened.name()))

    def _close_title(self) -> None:
        if self._title is not None:
            self._document.setdefault("title", self._title.name())
            self._title = None

    def _break(self) -> None:
        """A block begins or ends: in the text a new line, in a name a space."""
        self._put("\n")
        for begun in (self._link, self._heading):
            if begun is not None:
                begun[0].add(" ")

    def _put(self, text: str) -> None:
        if self._length < TEXT_KEPT and not self._unseen:
            self._text.append(text)
            self._length += len(text)

    def result(self) -> Document:
        """The facts, once the parser has told everything."""
        self._close_link()
        self._close_heading()
        self._close_title()
        entries = [
            (
                entry._replace(labelled=entry.labelled or (bool(id_) and id_ in self._label_for)),
                form,
            )
            for entry, id_, form in self._entries
        ]
        lines = (" ".join(line.split()) for line in "".join(self._text).split("\n"))
        forms: list[list[Entry]] = [[] for _ in range(min(self._forms, KEPT))]
        for entry, form in entries:
            if 0 < form <= len(forms):
                forms[form - 1].append(entry)
        return Document(
            **self._document,  # type: ignore[arg-type]
            titles=self._titles,
            metas=tuple(self._metas),
            tags=tuple(self._tags),
            headings=tuple(self._headings),
            links=tuple(self._links),
            images=tuple(self._images),
            entries=tuple(entry for entry, _ in entries),
            inside_forms=tuple(map(tuple, forms)),
            resources=tuple(self._resources),
            scripts=self._scripts,
            inline_scripts=self._inline,
            json_ld=tuple(self._json_ld),
            times=tuple(self._times),
            text="\n".join(line for line in lines if line)[:TEXT_KEPT],
        )
