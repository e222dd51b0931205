"""What a body was packed with, undone while it comes, and never beyond a size.

A hundred kilobytes can hold a gigabyte. No ratio is guessed at: what is unpacked stops at the cap,
and what is behind it is never made. Brotli is offered when its library is there and can be told
where to stop (brotli ≥ 1.2); zstd is not. One encoding only: a second one over the first
(RFC 9110, 8.4 allows it) is used by bombs and by nobody else.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping
from functools import cache
from typing import Protocol


class _Stream(Protocol):
    """`take(data, most)`: what `data` unpacks to, at most `most` bytes. `ended` as it says."""

    ended: bool

    def take(self, data: bytes, most: int) -> bytes: ...


class BadPacking(ValueError):
    """The bytes are not what they are said to be packed with."""


class Body:
    """Collects a body, unpacked, up to `most` bytes; `full` when there was more."""

    def __init__(self, encoding: str, most: int) -> None:
        """Raises KeyError for an encoding that was not `offered`."""
        self._stream = _STREAMS[encoding]() if encoding else None
        self._most = most
        self.data = bytearray()
        self.full = False

    def add(self, piece: bytes) -> None:
        """Raises `BadPacking`; what came before is kept."""
        if self._stream is None:
            self.data += piece
        elif not self._stream.ended:
            # One byte more than there is room for tells whether there is more.
            self.data += self._stream.take(piece, self._most - len(self.data) + 1)
        if len(self.data) > self._most:
            self.full = True
            del self.data[self._most :]

    def end(self) -> None:
        """Raises `BadPacking` when the end is missing."""
        if self._stream is not None and not self._stream.ended and not self.full:
            raise BadPacking("the end is missing")


class _Zlib:
    def __init__(self, window: int) -> None:
        self._unpack = zlib.decompressobj(window)
        self.ended = False

    def take(self, data: bytes, most: int) -> bytes:
        try:
            unpacked = self._unpack.decompress(data, most)
        except zlib.error as error:
            raise BadPacking(str(error)) from None
        self.ended = self._unpack.eof
        return unpacked


class _Deflate:
    """zlib's format by the standard; some servers leave out its head, and browsers read both."""

    def __init__(self) -> None:
        self._held = b""
        self._inner: _Zlib | None = None
        self.ended = False

    def take(self, data: bytes, most: int) -> bytes:
        if self._inner is None:
            self._held += data
            if len(self._held) < 2:
                return b""
            head, data = self._held, self._held
            wrapped = head[0] & 15 == 8 and int.from_bytes(head[:2], "big") % 31 == 0
            self._inner = _Zlib(zlib.MAX_WBITS if wrapped else -zlib.MAX_WBITS)
        unpacked = self._inner.take(data, most)
        self.ended = self._inner.ended
        return unpacked


class _Brotli:
    def __init__(self) -> None:
        import brotli

        self._unpack = brotli.Decompressor()
        self._error: type[Exception] = brotli.error
        self.ended = False

    def take(self, data: bytes, most: int) -> bytes:
        unpacked = bytearray()
        try:
            while True:
                unpacked += self._unpack.process(data, output_buffer_limit=most - len(unpacked))
                if len(unpacked) >= most or self._unpack.can_accept_more_data():
                    break
                data = b""
            self.ended = self._unpack.is_finished()
        except self._error as error:
            raise BadPacking(str(error)) from None
        return bytes(unpacked)


_STREAMS: Mapping[str, Callable[[], _Stream]] = {
    "gzip": lambda: _Zlib(zlib.MAX_WBITS | 16),
    "x-gzip": lambda: _Zlib(zlib.MAX_WBITS | 16),
    "deflate": _Deflate,
    "br": _Brotli,
}


@cache
def offered() -> str:
    """What the Accept-Encoding header says."""
    try:
        import brotli
    except ImportError:
        return "gzip, deflate"
    can_stop = hasattr(brotli.Decompressor, "can_accept_more_data")
    return "gzip, deflate, br" if can_stop else "gzip, deflate"


def encoding_of(values: tuple[str, ...]) -> str | None:
    """The encoding that the values of Content-Encoding name, "" for none; None when it is one
    that was not offered, or more than one."""
    named = [part.strip().lower() for value in values for part in value.split(",")]
    named = [name for name in named if name not in ("", "identity")]
    if len(named) > 1 or any(name not in _STREAMS for name in named):
        return None
    if named == ["br"] and "br" not in offered():
        return None
    return named[0] if named else ""
