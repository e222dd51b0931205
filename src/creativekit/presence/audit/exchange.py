"""One question and its answer in HTTP/1.1, with every length bounded.

h11 reads what comes: it is strict where readers of HTTP are fooled (lengths that contradict,
chunks that are none, HTTP/0.9, bare line ends; RFC 9112) and opens no connection itself, so that
time is ours to bound, and bytes too.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import h11

from creativekit.errors import msg
from creativekit.presence.audit.connection import Cancelled, Late, Line
from creativekit.presence.audit.page import Unreached
from creativekit.presence.audit.plain import plain
from creativekit.presence.audit.unpacking import BadPacking, Body, encoding_of, offered

HEADER_BYTES: Final = 65_536
HEADER_LINES: Final = 100
FOREWORDS: Final = 8  # 1xx answers before the real one
LONGEST_VALUE: Final = 4_096  # characters kept of one header's value
REDIRECTS: Final = (301, 302, 303, 307, 308)


@dataclass(frozen=True, slots=True)
class Answer:
    """What `Page` says of it, and `at`: when its headers had come (monotonic seconds)."""

    status: int
    headers: Mapping[str, tuple[str, ...]]
    body: bytes
    why: str
    encoding: str
    wire: int
    at: float


class _Reader:
    """Events from a line, counting bytes."""

    def __init__(self, line: Line) -> None:
        self.line = line
        self.http = h11.Connection(h11.CLIENT, max_incomplete_event_size=HEADER_BYTES)
        self.wire = 0

    def next(self) -> h11.Event | None:
        """None when the server wants to speak something else than HTTP."""
        while True:
            event = self.http.next_event()
            if isinstance(event, h11.Event):
                return event
            if event is not h11.NEED_DATA:
                return None
            data = self.line.receive()
            self.wire += len(data)
            self.http.receive_data(data)


def exchange(line: Line, method: str, authority: str, path: str, most: int, **also: str) -> Answer:
    """Ask for `path` and read at most `most` bytes of what is answered (packed or unpacked).

    also: further headers, - written as _. Raises `Unreached` (closed, protocol, headers,
    encoding), and before the headers have come `Late` and `Cancelled`; after that, what there is
    is the answer.
    """
    reader = _Reader(line)
    try:
        line.send(_question(reader.http, method, authority, path, also))
        response = _head(reader)
    except h11.RemoteProtocolError as error:
        if error.error_status_hint == 431:
            raise _too_much() from None
        if not reader.wire:
            raise _closed() from None
        raise _no_http() from None
    except OSError:
        raise _closed() from None
    at = time.monotonic()
    if len(response.headers) > HEADER_LINES:
        raise _too_much()
    headers = _texts(response)
    if response.status_code in REDIRECTS or method == "HEAD":
        return Answer(response.status_code, headers, b"", "", "", reader.wire, at)
    encoding = encoding_of(headers.get("content-encoding", ()))
    if encoding is None:
        shown = plain(", ".join(headers["content-encoding"]), 60)
        text = msg(
            "the page comes compressed as '{encoding}', which was not asked for", encoding=shown
        )
        raise Unreached(text, "encoding")
    body = Body(encoding, most)
    why = _read(reader, body, most + HEADER_BYTES)
    data = bytes(body.data)
    return Answer(response.status_code, headers, data, why, encoding, reader.wire, at)


def _question(
    http: h11.Connection, method: str, authority: str, path: str, also: Mapping[str, str]
) -> bytes:
    headers = {
        "Host": authority,
        "Accept-Encoding": offered(),
        "Connection": "close",
        **{name.replace("_", "-"): value for name, value in also.items()},
    }
    request = h11.Request(method=method, target=path, headers=list(headers.items()))
    return (http.send(request) or b"") + (http.send(h11.EndOfMessage()) or b"")


def _head(reader: _Reader) -> h11.Response:
    for _ in range(FOREWORDS + 1):
        event = reader.next()
        if isinstance(event, h11.Response):
            return event
        if not isinstance(event, h11.InformationalResponse):
            break
    raise _no_http()


def _read(reader: _Reader, body: Body, most_wire: int) -> str:
    """Fill `body`; why there is more than was read, or ""."""
    try:
        while True:
            event = reader.next()
            if isinstance(event, h11.EndOfMessage):
                body.end()
                return ""
            if not isinstance(event, h11.Data):
                return "broken"
            body.add(bytes(event.data))
            if body.full or reader.wire > most_wire:
                return "size"
    except (h11.RemoteProtocolError, BadPacking, OSError):
        return "broken"
    except Late:
        return "time"
    except Cancelled:
        return "cancelled"


def _texts(response: h11.Response) -> dict[str, tuple[str, ...]]:
    headers: dict[str, tuple[str, ...]] = {}
    for name, value in response.headers:
        try:
            text = bytes(value).decode("utf-8")
        except UnicodeError:
            text = bytes(value).decode("latin-1")
        key = bytes(name).decode("ascii").lower()
        headers[key] = (*headers.get(key, ()), plain(text, LONGEST_VALUE))
    return headers


def _too_much() -> Unreached:
    return Unreached(msg("the server sends more headers than any page needs"), "headers")


def _no_http() -> Unreached:
    return Unreached(msg("what the server sends is not HTTP"), "protocol")


def _closed() -> Unreached:
    return Unreached(msg("the server hung up before it answered"), "closed")
