"""Pictures inside a presentation: each file once, however many parts show it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from creativekit.canvas.backends.pptx_package import media_name, relationship


@dataclass
class Media:
    """The picture files of the package, by name."""

    files: dict[str, bytes] = field(default_factory=dict)
    _names: dict[bytes, str] = field(default_factory=dict)

    def name(self, kind: str, data: bytes) -> str:
        key = hashlib.sha256(data).digest()
        if key not in self._names:
            self._names[key] = media_name(len(self._names) + 1, kind)
            self.files[self._names[key]] = data
        return self._names[key]


@dataclass
class Pictures:
    """What one slide, layout or master shows; called with a picture's media type and bytes, it
    returns the id of the relationship. before: as `pptx_package.relationship` takes it."""

    media: Media
    before: int = 1
    names: list[str] = field(default_factory=list)

    def __call__(self, kind: str, data: bytes) -> str:
        name = self.media.name(kind, data)
        if name not in self.names:
            self.names.append(name)
        return relationship(self.names.index(name), self.before)
