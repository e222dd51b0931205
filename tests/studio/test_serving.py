"""The studio in a real browser, on this computer only, and what the server refuses."""

from __future__ import annotations

import asyncio
import io
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from studio_app import project

from creativekit.errors import OutputError
from creativekit.studio import serving
from tools import require

COLOR = (0x0A, 0x7E, 0x8C)


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[str, subprocess.Popen[str], Path]]:
    """The address of a server of a project, its process, and the project's file."""
    config = project(tmp_path / "Менің & жобам")
    environment = dict(
        os.environ,
        PYTHONPATH=os.pathsep.join(path for path in sys.path if path),
        CREATIVEKIT_LANG="en",
        XDG_CONFIG_HOME=str(tmp_path / "settings"),
        NO_COLOR="1",
    )
    server = subprocess.Popen(
        [sys.executable, "-m", "creativekit", "serve", str(config.parent)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env=environment,
    )
    assert server.stdout is not None
    try:
        yield server.stdout.readline().strip(), server, config
    finally:
        if server.poll() is None:
            server.kill()
        server.communicate()


def until(condition: Callable[[], Any], seconds: float = 15) -> Any:
    end = time.monotonic() + seconds
    while not (found := condition()):
        assert time.monotonic() < end, "it did not come about"
        time.sleep(0.1)
    return found


def studios(server: subprocess.Popen[str]) -> list[int]:
    """The processes of the server's pages."""
    children = Path(f"/proc/{server.pid}/task/{server.pid}/children")
    return [int(each) for each in children.read_text().split()] if children.exists() else []


def pixels(page: Any, color: tuple[int, int, int]) -> int:
    """How many are (nearly) of a colour."""
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    counted = Counter(picture.get_flattened_data())
    return sum(
        n
        for each, n in counted.items()
        if max(abs(a - b) for a, b in zip(each, color, strict=True)) <= 3
    )


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX systems")
def test_a_colour_is_changed_by_keys_in_a_browser(
    served: tuple[str, subprocess.Popen[str], Path],
) -> None:
    from playwright import sync_api

    address, server, config = served
    asked: list[str] = []
    said: list[str] = []
    with sync_api.sync_playwright() as control:
        browser = control.chromium.launch(
            executable_path=require("chromium"), args=["--no-sandbox"]
        )
        page = browser.new_page(viewport={"width": 1200, "height": 760})
        page.on("request", lambda request: asked.append(request.url))
        page.on("websocket", lambda opened: asked.append(opened.url))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("console", lambda line: said.append(line.text) if line.type == "error" else None)
        page.goto(address)
        page.wait_for_selector("body.-first-byte")
        until(lambda: pixels(page, COLOR) > 5000)
        page.keyboard.press("2")
        page.wait_for_timeout(1500)
        before = until(lambda: pixels(page, COLOR))
        for _ in range(3):  # the tone's slider has the focus
            page.keyboard.press("Shift+ArrowRight")
        until(lambda: pixels(page, COLOR) < before / 4)
        assert config.read_text("utf-8").count("#0a7e8c") == 1
        page.keyboard.press("Control+s")
        until(lambda: "#0a7e8c" not in config.read_text("utf-8"))
        assert "# Арал" in config.read_text("utf-8")
        assert len(studios(server)) in (0, 1)
        page.keyboard.press("Control+q")
        page.wait_for_selector("body.-closed")
        assert page.inner_text(".closed p") == "The studio is closed."
        page.click("#start")
        page.wait_for_selector("body.-first-byte")
        (pid,) = studios(server) or [0]
        server.send_signal(signal.SIGINT)
        assert server.wait(15) == 0
        if pid:
            until(lambda: not Path(f"/proc/{pid}").exists())
        browser.close()
    # textual.js goes on telling a studio that has left of the focus.
    assert [each for each in said if "already in CLOSING or CLOSED" not in each] == []
    hosts = {each.split("/")[2] for each in asked if not each.startswith("data:")}
    assert hosts == {address.split("/")[2]}
    assert {each.split(":")[0] for each in asked} <= {"http", "ws", "data"}


def answer(address: str, **headers: str) -> int:
    request = urllib.request.Request(address, headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=10) as response:
            assert "default-src 'none'" in response.headers["Content-Security-Policy"]
            return int(response.status)
    except urllib.error.HTTPError as error:
        return error.code


def test_other_pages_and_other_names_are_refused(
    served: tuple[str, subprocess.Popen[str], Path],
) -> None:
    address, server, _ = served
    port = address.rstrip("/").rpartition(":")[2]
    handshake = {
        "Connection": "Upgrade",
        "Upgrade": "websocket",
        "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
    }
    assert answer(address) == 200
    assert answer(f"{address}?fontsize=99999999999999&fontsize=x") == 200
    assert answer(address, Host=f"localhost:{port}") == 200
    assert answer(address, Host=f"evil.example:{port}") == 403
    assert answer(address, Host="127.0.0.1") == 403
    assert answer(f"{address}ws", **handshake) == 403
    for origin in ("http://evil.example", "null", f"https://127.0.0.1:{port}"):
        assert answer(f"{address}ws", Origin=origin, **handshake) == 403
    assert answer(f"{address}static/") in (403, 404)
    assert answer(f"{address}static/..%2fserver.py") in (403, 404)
    assert answer(f"{address}download/none") == 404
    assert studios(server) == []


def test_a_port_that_is_taken_is_left_for_the_next() -> None:
    first = serving.open_door()
    second = serving.open_door()
    with first.listening, second.listening:
        assert first.port != second.port
        assert first.address == f"http://127.0.0.1:{first.port}/"
        assert first.is_private
        with pytest.raises(OutputError, match="is taken"):
            serving.open_door(port=first.port)


def test_what_is_open_to_others_is_known() -> None:
    door = serving.open_door("0.0.0.0")
    with door.listening:
        assert not door.is_private
        assert door.address.startswith("http://127.0.0.1:")
    with suppress(OSError), socket.socket(socket.AF_INET6) as probe:
        probe.bind(("::1", 0))
        door = serving.open_door("::1")
        with door.listening:
            assert door.is_private
            assert door.address.startswith("http://[::1]:")


def test_no_address_of_this_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> list[object]:
        raise socket.gaierror(socket.EAI_NONAME, "no such name")

    with pytest.raises(OutputError, match="no address of this computer"):
        serving.open_door("Ң" * 80)
    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(OutputError, match="no address of this computer"):
        serving.open_door("nowhere.invalid")


def test_what_a_page_says_is_held_within_bounds() -> None:
    class Said:
        def __init__(self, text: str) -> None:
            self.text = text

        def json(self) -> object:
            import json

            return json.loads(self.text)

    assert serving._said(Said("{")) is None
    assert serving._within("12", 80, (20, 1000)) == 20
    assert serving._within("-5", 80, (20, 1000)) == 80
    assert serving._within("9" * 400, 80, (20, 1000)) == 80


def test_a_studio_without_its_server_leaves(tmp_path: Path) -> None:
    from creativekit.studio.opening import Opening

    config = project(tmp_path / "p")
    environment = dict(
        os.environ,
        PYTHONPATH=os.pathsep.join(path for path in sys.path if path),
        TEXTUAL_DRIVER="creativekit.studio.page_driver:PageDriver",
        XDG_CONFIG_HOME=str(tmp_path / "settings"),
    )
    opening = Opening(str(config), str(config.parent / "kit"))

    async def run() -> int:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "creativekit.studio.in_browser", opening.text(),
            stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, env=environment,
        )  # fmt: skip
        assert process.stdin is not None
        assert process.stdout is not None
        assert await process.stdout.readline() == b"__GANGLION__\n"
        process.stdin.close()
        await asyncio.wait_for(process.communicate(), 20)
        return process.returncode or 0

    assert asyncio.run(run()) == 0
