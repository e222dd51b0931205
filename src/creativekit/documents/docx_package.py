"""The file that holds the parts of a Word document, and how its parts refer to one another.

Nothing in it knows a clock or a program: entries are dated by the format's first day and stored as
they are, because no compressor at hand gives the same bytes on every machine. Source: ECMA-376
part 2 (Open Packaging Conventions).
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from itertools import count

from creativekit.documents.docx_markup import OFFICE, PACKAGE, PROLOG, TYPE, Theme, escape

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
_MAIN = f"{TYPE}.wordprocessingml"
_EXTENSIONS = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
    "png": "image/png",
    "jpeg": "image/jpeg",
    "svg": "image/svg+xml",
    "odttf": "application/vnd.openxmlformats-officedocument.obfuscatedFont",
}
_MAGIC = {b"\x89PNG": "png", b"\xff\xd8\xff": "jpeg"}


class Package:
    """Parts and media as they come together.

    Numbers of pictures and controls are counted over the whole document, as Word wants them.
    """

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.ids: Iterator[int] = count(1)
        self._parts: dict[str, bytes] = {}
        self._types: dict[str, str] = {}
        self._media: dict[bytes, str] = {}

    def part(self, name: str, kind: str | None = None) -> Part:
        """A part that is going to be written; its `name` is from the package's root.

        kind: its content type, or None when its ending says it.
        """
        if kind is not None:
            self._types[name] = kind
        return Part(self, name)

    def hold(self, name: str, data: bytes) -> None:
        self._parts[name] = data

    def media(self, data: bytes, kind: str | None = None) -> str:
        """The path in `word/` of a picture, the same for the same bytes.

        kind: "svg"; without it, what the bytes say. ValueError for what is no PNG or JPEG.
        """
        if data not in self._media:
            kind = kind or next((k for start, k in _MAGIC.items() if data.startswith(start)), None)
            if kind is None:
                raise ValueError("a document holds PNG, JPEG and SVG")
            name = f"media/image{len(self._media) + 1}.{kind}"
            self._media[data] = name
            self.hold(f"word/{name}", data)
        return self._media[data]

    def file(self) -> bytes:
        """The finished .docx."""
        parts = {"[Content_Types].xml": (PROLOG + self._content_types()).encode(), **self._parts}
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
            for name, data in parts.items():
                entry = zipfile.ZipInfo(name, _FIRST_DAY)
                # Whatever system this runs on, the entry says it came from the same one.
                entry.create_system = 0
                archive.writestr(entry, data)
        return target.getvalue()

    def _content_types(self) -> str:
        endings = {name.rpartition(".")[2] for name in self._parts}
        defaults = "".join(
            f'<Default Extension="{ending}" ContentType="{kind}"/>'
            for ending, kind in _EXTENSIONS.items()
            if ending in endings
        )
        named = "".join(
            f'<Override PartName="/{name}" ContentType="{kind}"/>'
            for name, kind in self._types.items()
        )
        return f'<Types xmlns="{PACKAGE}/content-types">{defaults}{named}</Types>'


class Part:
    """One part while it is written, with what it refers to."""

    def __init__(self, package: Package, name: str) -> None:
        self.package = package
        self.name = name
        self._targets: dict[tuple[str, str, bool], str] = {}

    @property
    def theme(self) -> Theme:
        return self.package.theme

    def related(self, kind: str, target: str, external: bool = False) -> str:
        """The name by which this part calls `target`, of the kind "image", "hyperlink"…"""
        key = (kind if ":" in kind else f"{OFFICE}/{kind}", target, external)
        return self._targets.setdefault(key, f"rId{len(self._targets) + 1}")

    def write(self, text: str) -> None:
        """Put the part, and its list of relations, into the package."""
        self.package.hold(self.name, (PROLOG + text).encode())
        if self._targets:
            folder, _, file = self.name.rpartition("/")
            mode = {True: ' TargetMode="External"', False: ""}
            rows = "".join(
                f'<Relationship Id="{name}" Type="{kind}" Target="{escape(target)}"'
                f"{mode[external]}/>"
                for (kind, target, external), name in self._targets.items()
            )
            path = f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels"
            text = f'<Relationships xmlns="{PACKAGE}/relationships">{rows}</Relationships>'
            self.package.hold(path, (PROLOG + text).encode())


def root_relations(targets: Mapping[str, str]) -> str:
    """_rels/.rels: kind of relation to part."""
    rows = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets.items(), start=1)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{rows}</Relationships>'


def content_type(name: str) -> str:
    """Of a part of WordprocessingML: "styles", "header", "document.main"…"""
    return f"{_MAIN}.{name}+xml"
