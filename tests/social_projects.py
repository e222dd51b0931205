"""Small projects with posts, and pictures good and bad, for tests of `creativekit social`."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

import numpy as np
from PIL import Image

CONFIG = """\
[project]
name = "Саз"
languages = ["kk"]

[brand]
color = "#0a7e8c"
style = "{style}"

[social]
placements = ["instagram-portrait"]
"""

ANNOUNCED = '\n[[post]]\ntemplate = "announcement"\n'
SOLD = '\n[[post]]\ntemplate = "product"\nheadline = "Құмыра"\nprice = 9500\n'
LINES = CONFIG.count("\n")
"""Of creativekit.toml before its first post."""


def project(folder: Path, posts: str = "", style: str = "steppe") -> Path:
    """A project whose posts go to one placement in one language."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "creativekit.toml").write_text(CONFIG.format(style=style) + posts, "utf-8")
    return folder


def photo(size: tuple[int, int] = (1200, 1500), seed: int = 1, kind: str = "JPEG") -> bytes:
    """A picture with light and shade in it; another seed is another picture."""
    width, height = size
    across = np.linspace(0, 3 + seed, width)[None, :]
    down = np.linspace(0, 2, height)[:, None]
    shade = (np.sin(across + seed) + np.cos(down * seed)) * 60 + 120
    pixels = np.stack([shade, shade * 0.8, shade * 0.6], axis=-1).clip(0, 255).astype(np.uint8)
    file = io.BytesIO()
    Image.fromarray(pixels).save(file, kind, quality=80)
    return file.getvalue()


def claiming(width: int, height: int) -> bytes:
    """A PNG of a few bytes that claims a size."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + check

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = (chunk(b"IHDR", header), chunk(b"IDAT", zlib.compress(b"\0")), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def rows(*cells: tuple[str, ...], delimiter: str = ";", newline: str = "\r\n") -> str:
    """A table as Excel writes it: quotes only where they are needed."""

    def quoted(cell: str) -> str:
        if any(mark in cell for mark in (delimiter, '"', "\n")):
            return '"' + cell.replace('"', '""') + '"'
        return cell

    return newline.join(delimiter.join(map(quoted, row)) for row in cells) + newline
