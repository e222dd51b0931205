"""A zip file that is the same bytes on every machine, and opens on all of them.

Python's zipfile compresses with whatever zlib the interpreter has, of which there are three; here
zlib-ng does it, which is brought along and gives the same bytes on every processor (see
canvas/backends/png.py). So the format is written here, as far as it is needed. Names are UTF-8 and
say so (bit 11), which Windows Explorer honours: without it, Kazakh letters come out as those of a
DOS code page. For the same reason entries say that they come from Unix: Info-ZIP's unzip takes
names of the other kind for DOS's, whatever the bit says. Every entry is of the format's first day,
because an archive of the same files should be the same archive.

Source: PKWARE, APPNOTE.TXT 6.3.10, sections 4.3 to 4.5, ZIP64 included.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import BinaryIO

from zlib_ng import zlib_ng

_FIRST_DAY = 1 << 5 | 1  # 1 January 1980, as MS-DOS counts
_UTF8 = 1 << 11
_STORED, _DEFLATED = 0, 8
_PLAIN, _ZIP64 = 20, 45  # versions needed to extract: 2.0 and 4.5
_UNIX = 3 << 8
_PLAIN_FILE = 0o100644 << 16
_LEVEL = 6
_WORTH = 0.97
"""What is packed already (PNG, JPEG) is stored: it would only be slower to open."""

MOST_BYTES, MOST_FILES = 0xFFFF_FFFF, 0xFFFF
"""What the fields of 1989 can hold; from here on ZIP64 says it."""


@dataclass(frozen=True, slots=True)
class _Entry:
    name: bytes
    method: int
    crc: int
    packed: int
    size: int
    offset: int

    def header(self, most: int) -> bytes:
        """The entry in the directory at the archive's end."""
        sizes = (self.size, self.packed, self.offset)
        large = [value for value in sizes if value >= most]
        extra = struct.pack(f"<HH{len(large)}Q", 1, 8 * len(large), *large) if large else b""
        size, packed, offset = (min(value, MOST_BYTES) if value < most else MOST_BYTES
                                for value in sizes)  # fmt: skip
        version = _ZIP64 if large else _PLAIN
        return (
            struct.pack(
                "<IHHHHHHIIIHHHHHII", 0x02014B50, _UNIX | version, version, _UTF8, self.method, 0,
                _FIRST_DAY, self.crc, packed, size, len(self.name), len(extra), 0, 0, 0,
                _PLAIN_FILE, offset,
            )
            + self.name
            + extra
        )  # fmt: skip


class Archive:
    """A zip being written to a stream, one file after the other; `close` makes it whole.

    most: the largest number of four bytes that a field may hold; smaller in tests.
    """

    def __init__(self, stream: BinaryIO, comment: bytes = b"", most: int = MOST_BYTES) -> None:
        self._stream = stream
        self._comment = comment
        self._most = most
        self._entries: list[_Entry] = []
        self._at = 0

    def add(self, name: str, data: bytes) -> None:
        """Put a file in. name: with `/`. Raises ValueError for 4 GiB or more, which no part of a
        kit is."""
        if len(data) >= MOST_BYTES:
            raise ValueError("a file of a kit is smaller than 4 GiB")
        packer = zlib_ng.compressobj(_LEVEL, zlib_ng.DEFLATED, -15)
        packed: bytes = packer.compress(data) + packer.flush()
        method = _DEFLATED
        if len(packed) >= _WORTH * len(data):
            packed, method = data, _STORED
        entry = _Entry(name.encode(), method, zlib_ng.crc32(data), len(packed), len(data), self._at)
        self._write(
            struct.pack(
                "<IHHHHHIIIHH", 0x04034B50, _PLAIN, _UTF8, method, 0, _FIRST_DAY, entry.crc,
                entry.packed, entry.size, len(entry.name), 0,
            )
            + entry.name
        )  # fmt: skip
        self._write(packed)
        self._entries.append(entry)

    def close(self) -> None:
        """Write the directory, which is what makes the bytes before it an archive."""
        start, count = self._at, len(self._entries)
        for entry in self._entries:
            self._write(entry.header(self._most))
        size = self._at - start
        if count >= MOST_FILES or start >= self._most or size >= self._most:
            end = self._at
            self._write(
                struct.pack(
                    "<IQHHIIQQQQ",
                    0x06064B50,
                    44,
                    _UNIX | _ZIP64,
                    _ZIP64,
                    0,
                    0,
                    count,
                    count,
                    size,
                    start,
                )
                + struct.pack("<IIQI", 0x07064B50, 0, end, 1)
            )
            count, size, start = MOST_FILES, MOST_BYTES, MOST_BYTES
        self._write(
            struct.pack(
                "<IHHHHIIH", 0x06054B50, 0, 0, count, count, size, start, len(self._comment)
            )
            + self._comment
        )

    def _write(self, data: bytes) -> None:
        self._stream.write(data)
        self._at += len(data)
