"""The studio in a browser: a page of our own around textual-serve, for this computer.

Three things differ from textual-serve's server (1.1). Its page asks the internet for a typeface;
ours has everything here. It lets any page of the web open its socket, and with it type into the
studio; ours answers to its own page only (a WebSocket knows no same-origin rule: RFC 6455, 10.2),
and under its own name only, so that a name that is pointed here later (DNS rebinding) is no way in.
It starts a shell for each page; ours starts the program with its arguments, whatever the folder is
called.
"""

from __future__ import annotations

import asyncio
import ipaddress
import secrets
import socket
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass

import jinja2
from aiohttp import WSMsgType, web
from textual_serve.app_service import AppService
from textual_serve.server import Server

from creativekit.errors import OutputError, msg
from creativekit.language.catalogs import Translator
from creativekit.project import templates
from creativekit.studio.opening import Opening

HOST, PORT = "127.0.0.1", 8000
PAGE = "studio/page.html.j2"
_TRIES = 20  # ports from PORT on, before any that is free
_MOST = 12  # pages at once: each is a program
_PATIENCE = 3.0  # seconds that a studio has for leaving
_LETTERS, _HALL_LETTERS = 16, 20  # px; larger for a hall
_COLUMNS, _ROWS = (20, 1000), (5, 1000)

# What the page may load and ask: this server. xterm.js writes its own style elements.
_POLICY = (
    "default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline';"
    " font-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none';"
    " form-action 'none'; frame-ancestors 'none'"
)


@dataclass(frozen=True, slots=True)
class Door:
    """Where the server can be reached: a socket that listens, and what it is called."""

    listening: socket.socket
    host: str
    port: int
    is_private: bool
    """Only programs on this computer can reach it."""

    @property
    def address(self) -> str:
        """For a browser on this computer."""
        everywhere = ipaddress.ip_address(self.listening.getsockname()[0]).is_unspecified
        host = HOST if everywhere else self.host
        return f"http://{f'[{host}]' if ':' in host else host}:{self.port}/"


def open_door(host: str = HOST, port: int | None = None) -> Door:
    """Listen at `host`; port: None for the first that is free, from PORT on.

    Raises OutputError where that cannot be.
    """
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    except (OSError, UnicodeError) as error:
        raise OutputError(msg("'{host}' is no address of this computer", host=host)) from error
    # A browser tries both families of `localhost`; one of them is enough.
    family, _, _, _, address = min(found, key=lambda each: each[0] != socket.AF_INET)
    wanted = [port] if port is not None else [*range(PORT, PORT + _TRIES), 0]
    for number in wanted:
        listening = socket.socket(family, socket.SOCK_STREAM)
        try:
            _claim(listening)
            listening.bind((address[0], number))
            listening.listen()
        except OSError as error:
            listening.close()
            if number != wanted[-1] and _may_be_taken(error):
                continue
            raise _refused(host, port, error) from error
        private = ipaddress.ip_address(str(address[0]).partition("%")[0]).is_loopback
        return Door(listening, host, listening.getsockname()[1], private)
    raise AssertionError("a last port is always tried")


def _claim(listening: socket.socket) -> None:
    # On Windows the option of this name lets two programs have one port.
    if sys.platform == "win32":
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
    else:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)


def _may_be_taken(error: OSError) -> bool:
    from errno import EACCES, EADDRINUSE

    return error.errno in (EADDRINUSE, EACCES) or getattr(error, "winerror", 0) in (10013, 10048)


def _refused(host: str, port: int | None, error: OSError) -> OutputError:
    if port is not None and _may_be_taken(error):
        return OutputError(
            msg("port {port} is taken; without --port a free one is chosen", port=port)
        )
    return OutputError(msg("'{host}' is no address of this computer", host=host))


class Page(AppService):
    """One page of a browser and the process of its studio."""

    def __init__(
        self,
        opening: Opening,
        server: Server,
        *,
        write_bytes: Callable[[bytes], Awaitable[None]],
        write_str: Callable[[str], Awaitable[None]],
        close: Callable[[], Awaitable[object]],
    ) -> None:
        async def closed() -> None:
            await close()

        super().__init__(
            "",
            write_bytes=write_bytes,
            write_str=write_str,
            close=closed,
            download_manager=server.download_manager,
        )
        self._opening = opening

    def _build_environment(self, width: int = 80, height: int = 24) -> dict[str, str]:
        environment = super()._build_environment(width, height)
        environment["TEXTUAL_DRIVER"] = "creativekit.studio.page_driver:PageDriver"
        # What the page shows is not what this process's terminal can.
        environment.pop("NO_COLOR", None)
        return environment

    async def _open_app_process(self, width: int = 80, height: int = 24) -> Process:
        self._process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "creativekit.studio.in_browser",
            self._opening.text(),
            stdin=PIPE,
            stdout=PIPE,
            stderr=PIPE,
            env=self._build_environment(width, height),
            # Ctrl-C in the server's terminal is the server's, which then lets each studio leave.
            start_new_session=sys.platform != "win32",
            creationflags=_OWN_GROUP,
        )
        self._stdin = self._process.stdin
        return self._process

    async def stop(self) -> None:
        """Let the studio leave; one that cannot is ended."""
        process = self._process
        try:
            await asyncio.wait_for(super().stop(), _PATIENCE)
        except TimeoutError:
            if process is not None:
                with suppress(ProcessLookupError):
                    process.kill()
        if process is not None:
            with suppress(TimeoutError):
                await asyncio.wait_for(process.wait(), _PATIENCE)


_OWN_GROUP = 0x00000200 if sys.platform == "win32" else 0  # CREATE_NEW_PROCESS_GROUP


class StudioServer(Server):
    """opening: how each page's studio is opened. spoken: what the page itself says."""

    def __init__(self, opening: Opening, door: Door, spoken: Translator) -> None:
        super().__init__("", host=door.host, port=door.port, public_url=door.address)
        self._opening = opening
        self._door = door
        self._spoken = spoken
        self._pages: set[Page] = set()
        source = templates.read(PAGE).decode("utf-8")
        self._html = jinja2.Environment(autoescape=True).from_string(source)

    def run(self) -> None:
        """Until Ctrl-C or the system's signal to end; then every studio leaves first."""
        web.run_app(
            self._make_app(),
            sock=self._door.listening,
            print=None,
            access_log=None,
            shutdown_timeout=_PATIENCE,
        )

    async def _make_app(self) -> web.Application:
        app = web.Application(middlewares=[self._guarded])
        app.add_routes(
            [
                web.get("/", self.handle_index),
                web.get("/ws", self.handle_websocket),
                web.get("/download/{key}", self.handle_download),
                web.static("/static", self.statics_path),
            ]
        )
        app.on_shutdown.append(self.on_shutdown)
        return app

    async def on_shutdown(self, app: web.Application) -> None:
        await asyncio.gather(*(page.stop() for page in self._pages), return_exceptions=True)

    @web.middleware
    async def _guarded(
        self, request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
    ) -> web.StreamResponse:
        origin = request.headers.get("Origin")
        if not self._is_ours(request.host) or origin not in (None, f"http://{request.host}"):
            raise web.HTTPForbidden
        return await handler(request)

    def _is_ours(self, host: str) -> bool:
        if not self._door.is_private:
            return True
        names = ("127.0.0.1", "localhost", "[::1]", self._door.host)
        return host in {f"{name}:{self._door.port}" for name in names}

    async def handle_index(self, request: web.Request) -> web.Response:
        say = self._spoken.text
        nonce = secrets.token_urlsafe(16)
        letters = _HALL_LETTERS if self._opening.trainer else _LETTERS
        html = self._html.render(
            language=self._spoken.language,
            title="creativekit",
            opening=say(msg("The studio is opening…")),
            closed=say(msg("The studio is closed.")),
            again=say(msg("Open it again")),
            websocket=f"ws://{request.host}/ws",
            font_size=_within(request.query.get("fontsize"), letters, (8, 60)),
            nonce=nonce,
        )
        return web.Response(
            text=html,
            content_type="text/html",
            headers={
                "Content-Security-Policy": _POLICY.format(nonce=nonce),
                "Cache-Control": "no-store",
                "Referrer-Policy": "no-referrer",
                "X-Content-Type-Options": "nosniff",
            },
        )

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        if request.headers.get("Origin") is None:
            raise web.HTTPForbidden  # every browser says where its page is from
        if len(self._pages) >= _MOST:
            raise web.HTTPServiceUnavailable
        # A text that somebody pastes comes in one message.
        socket_ = web.WebSocketResponse(heartbeat=15, max_msg_size=4 * 1024 * 1024)
        page = Page(
            self._opening,
            self,
            write_bytes=socket_.send_bytes,
            write_str=socket_.send_str,
            close=socket_.close,
        )
        self._pages.add(page)
        try:
            await socket_.prepare(request)
            await page.start(
                _within(request.query.get("width"), 80, _COLUMNS),
                _within(request.query.get("height"), 24, _ROWS),
            )
            await self._listen(socket_, page)
        finally:
            await page.stop()
            self._pages.discard(page)
        return socket_

    async def _listen(self, socket_: web.WebSocketResponse, page: Page) -> None:
        """Pass on what the page says: keys, its size, whether it is looked at."""
        async for message in socket_:
            if message.type != WSMsgType.TEXT:
                continue
            match _said(message):
                case ["stdin", str(text)]:
                    await page.send_bytes(text.encode("utf-8", "replace"))
                case ["resize", {"width": int(width), "height": int(height)}]:
                    await page.set_terminal_size(_held(width, _COLUMNS), _held(height, _ROWS))
                case ["ping", data]:
                    await socket_.send_json(["pong", data])
                case ["blur", *_]:
                    await page.blur()
                case ["focus", *_]:
                    await page.focus()


def _said(message: object) -> object:
    try:
        return message.json()  # type: ignore[attr-defined]
    except ValueError:
        return None


def _within(text: str | None, default: int, bounds: tuple[int, int]) -> int:
    """A number out of an address, held within bounds; the default for what is none."""
    return _held(int(text), bounds) if text and text.isdecimal() and len(text) < 9 else default


def _held(number: int, bounds: tuple[int, int]) -> int:
    return min(max(number, bounds[0]), bounds[1])
