"""A small web server on real sockets that may answer anything, also what no web server would.

An ordinary test server is polite: it frames its answers, ends them and speaks HTTP. What a live
audit must be held against does not, so a site here is a function from a request to raw bytes.
One listening socket for http, one for https; the certificate is chosen by the name that the
client asks for (SNI), the site by the Host header. Threads, because the audit waits.
"""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

CHUNK = 16_384
OLD = "old-tls.test"
PATIENCE = 30.0  # s; no connection of a test lives longer


@dataclass(frozen=True)
class Request:
    """What one client asked: header names in lower case."""

    method: str
    host: str
    path: str
    secure: bool
    headers: Mapping[str, str]


@dataclass(frozen=True)
class Reply:
    """An ordinary answer; `raw` ones are iterators of bytes instead."""

    body: bytes = b""
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    type: str = "text/html; charset=utf-8"

    def wire(self, *, head: bool = False) -> bytes:
        lines = [
            f"HTTP/1.1 {self.status} Said",
            f"Content-Length: {len(self.body)}",
            f"Content-Type: {self.type}",
            "Connection: close",
            *(f"{name}: {value}" for name, value in self.headers),
        ]
        return "\r\n".join(lines).encode("utf-8") + b"\r\n\r\n" + (b"" if head else self.body)


Raw = Iterable[bytes]
Answer = Callable[[Request], "Reply | Raw"]


def to(where: str, status: int = 301) -> Answer:
    """A redirect."""
    return lambda _: Reply(status=status, headers=(("Location", where),))


def says(body: str | bytes, *headers: tuple[str, str], **reply: object) -> Answer:
    """The same answer to everybody."""
    data = body.encode() if isinstance(body, str) else body
    return lambda _: Reply(data, headers=headers, **reply)  # type: ignore[arg-type]


def by_path(pages: Mapping[str, Answer], otherwise: Answer | None = None) -> Answer:
    """A site of several pages; anything else is 404, as it should be."""
    missing = otherwise or says("<title>404</title>", status=404)
    return lambda request: pages.get(request.path.partition("?")[0], missing)(request)


@dataclass
class Server:
    """Listens until `close`; `asked` is every request heard, `greeted` every name TLS asked for."""

    site: Callable[[str], Answer | None]
    certificate: Callable[[str], ssl.SSLContext | None]
    asked: list[Request] = field(default_factory=list)
    greeted: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._closing = threading.Event()
        self._sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(2)]
        self.http, self.https = (one.getsockname()[1] for one in self._sockets)
        for listening, secure in zip(self._sockets, (False, True), strict=True):
            threading.Thread(target=self._listen, args=(listening, secure), daemon=True).start()

    def close(self) -> None:
        self._closing.set()
        for listening in self._sockets:
            listening.close()

    def pause(self, seconds: float) -> None:
        """Sleep inside an answer, but not past the end of the tests."""
        if self._closing.wait(seconds):
            raise ConnectionAbortedError

    def _listen(self, listening: socket.socket, secure: bool) -> None:
        while not self._closing.is_set():
            try:
                client, _ = listening.accept()
            except OSError:
                return
            client.settimeout(PATIENCE)
            threading.Thread(target=self._serve, args=(client, secure), daemon=True).start()

    def _serve(self, client: socket.socket, secure: bool) -> None:
        # A client that hangs up in the middle of a hostile answer did the right thing.
        with contextlib.suppress(OSError, ValueError), contextlib.ExitStack() as stack:
            stack.enter_context(client)
            if secure:
                client = stack.enter_context(self._greet(client))
            request = _request(client, secure)
            self.asked.append(request)
            answer = self.site(request.host)
            if answer is None:
                return
            said = answer(request)
            ends = time.monotonic() + PATIENCE
            if isinstance(said, Reply):
                said = (said.wire(head=request.method == "HEAD"),)
            for piece in said:
                if self._closing.is_set() or time.monotonic() > ends:
                    return
                client.sendall(piece)
            client.shutdown(socket.SHUT_WR)
            # Closing with unread input would reset the connection under the reader's hands.
            client.settimeout(0.5)
            while client.recv(CHUNK):
                pass

    def _greet(self, client: socket.socket) -> ssl.SSLSocket:
        first = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)

        def choose(tls: ssl.SSLObject, name: str | None, _: ssl.SSLContext) -> int | None:
            self.greeted.append(name or "")
            chosen = self.certificate(name or "")
            if chosen is None:
                return ssl.ALERT_DESCRIPTION_UNRECOGNIZED_NAME
            tls.context = chosen
            return None

        # What versions are spoken is settled before the name is: an old server is told by sight.
        old = self.certificate(OLD) if OLD.encode() in client.recv(CHUNK, socket.MSG_PEEK) else None
        first.sni_callback = choose  # type: ignore[assignment]
        return (old or first).wrap_socket(client, server_side=True)


def _request(client: socket.socket, secure: bool) -> Request:
    data = b""
    while b"\r\n\r\n" not in data:
        piece = client.recv(CHUNK)
        if not piece or len(data) > 100_000:
            raise ConnectionAbortedError
        data += piece
    first, *lines = data.partition(b"\r\n\r\n")[0].decode("latin-1").split("\r\n")
    method, path, _ = first.split(" ")
    headers = {name.lower(): value.strip() for name, _, value in (o.partition(":") for o in lines)}
    return Request(method, headers.get("host", "").lower(), path, secure, headers)


def every(piece: bytes, pause: Callable[[float], None], seconds: float) -> Iterator[bytes]:
    """The same bytes again and again, with a rest between."""
    while True:
        yield piece
        pause(seconds)
