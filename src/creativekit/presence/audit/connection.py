"""A connection that ends in time: to numbers that were checked, never to a name.

The timeouts of sockets (and of what is built on them, requests too) are for one wait: a server
that sends a byte every few seconds holds such a reader for ever. Here one `Patience` bounds all
waits of a fetch together: DNS, connection, handshake, each read. The socket never blocks; every
wait is short, so that a cancelled audit ends at once.
"""

from __future__ import annotations

import errno
import selectors
import socket
import ssl
import time
from collections.abc import Callable
from functools import partial
from typing import TypeVar

T = TypeVar("T")

SLICE = 0.1  # s between two looks at whether the audit was cancelled
PIECE = 16_384  # bytes read at a time
_UNDER_WAY = (errno.EINPROGRESS, errno.EWOULDBLOCK, 10035)  # the last is Windows' name for it


class Late(Exception):
    """The time is over."""


class Cancelled(Exception):
    """The user wants no more."""


class Patience:
    """How long all waits together may take, in seconds, and whether to wait at all."""

    def __init__(self, seconds: float, cancelled: Callable[[], bool]) -> None:
        self._ends = time.monotonic() + seconds
        self._cancelled = cancelled

    def left(self) -> float:
        """Seconds, more than none. Raises `Late`, `Cancelled`."""
        if self._cancelled():
            raise Cancelled
        left = self._ends - time.monotonic()
        if left <= 0:
            raise Late
        return left

    def part(self, count: int) -> Patience:
        """The share of one try out of `count` that may be needed."""
        return Patience(self.left() / count, self._cancelled)

    def shorten(self, seconds: float) -> None:
        """No longer than `seconds` from now."""
        self._ends = min(self._ends, time.monotonic() + seconds)

    def extend(self, seconds: float) -> None:
        """What we waited on our own account is not the server's slowness."""
        self._ends += seconds


class Line:
    """One TCP connection, and TLS over it. Use as a context manager."""

    def __init__(self, address: str, port: int, patience: Patience) -> None:
        """Connects. Raises OSError, `Late`, `Cancelled`."""
        family = socket.AF_INET6 if ":" in address else socket.AF_INET
        self._patience = patience
        self._socket = socket.socket(family, socket.SOCK_STREAM)
        try:
            self._socket.setblocking(False)
            code = self._socket.connect_ex((address, port))
            if code in _UNDER_WAY:
                self._wait(selectors.EVENT_WRITE)
                code = self._socket.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
            if code:
                raise OSError(code, errno.errorcode.get(code, str(code)))
        except BaseException:
            self._socket.close()
            raise

    def __enter__(self) -> Line:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def secure(self, host: str, context: ssl.SSLContext) -> None:
        """Shake hands as `host` is expected to. Raises ssl.SSLError, OSError, `Late`."""
        tls = context.wrap_socket(self._socket, server_hostname=host, do_handshake_on_connect=False)
        self._socket = tls
        self._done(tls.do_handshake)

    @property
    def shown(self) -> tuple[str, bytes]:
        """The version of TLS and the server's certificate (DER)."""
        assert isinstance(self._socket, ssl.SSLSocket)
        return self._socket.version() or "", self._socket.getpeercert(binary_form=True) or b""

    def send(self, data: bytes) -> None:
        while data:
            data = data[self._done(partial(self._socket.send, data)) :]

    def receive(self) -> bytes:
        """The next bytes; b"" at the end."""
        return self._done(partial(self._socket.recv, PIECE))

    def close(self) -> None:
        self._socket.close()

    def under(self, patience: Patience) -> Line:
        """The same line, from now on with `patience`."""
        self._patience = patience
        return self

    def _done(self, operation: Callable[[], T]) -> T:
        while True:
            self._patience.left()
            try:
                return operation()
            except ssl.SSLWantWriteError:
                self._wait(selectors.EVENT_WRITE)
            except (ssl.SSLWantReadError, BlockingIOError):
                self._wait(selectors.EVENT_READ)

    def _wait(self, event: int) -> None:
        with selectors.DefaultSelector() as selector:
            selector.register(self._socket, event)
            while not selector.select(min(SLICE, self._patience.left())):
                pass
