"""The guard that keeps tests on this machine does what it says."""

from __future__ import annotations

import asyncio
import os
import socket
import subprocess
import sys
from collections.abc import Callable

import pytest

from creativekit.presence.audit.fetch import Fetcher


def _udp(address: tuple[str, int]) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender:
        sender.sendto(b"x", address)


def _tcp(address: tuple[str, int], how: str = "connect", six: bool = False) -> None:
    family = socket.AF_INET6 if six else socket.AF_INET
    with socket.socket(family) as sender:
        sender.settimeout(0.1)
        getattr(sender, how)(address)


async def _async() -> None:
    await asyncio.open_connection("192.0.2.1", 80)


@pytest.mark.parametrize(
    "reach",
    [
        pytest.param(lambda: socket.create_connection(("192.0.2.1", 80), 0.1), id="connection"),
        pytest.param(lambda: socket.getaddrinfo("example.com", 80), id="name"),
        pytest.param(lambda: socket.gethostbyname("example.com"), id="old-name"),
        pytest.param(lambda: _udp(("192.0.2.1", 9)), id="datagram"),
        pytest.param(lambda: _tcp(("example.com", 80)), id="connect-to-a-name"),
        pytest.param(lambda: _tcp(("example.com", 80), "connect_ex"), id="connect-ex-to-a-name"),
        pytest.param(lambda: _udp(("example.com", 9)), id="datagram-to-a-name"),
        pytest.param(lambda: _tcp(("::ffff:192.0.2.1", 80), six=True), id="mapped"),
        pytest.param(lambda: _tcp(("2001:db8::1", 80), six=True), id="six"),
        pytest.param(lambda: asyncio.run(_async()), id="asyncio"),
        pytest.param(lambda: Fetcher().get("http://93.184.215.14/"), id="the-audit-by-number"),
        pytest.param(lambda: Fetcher().get("https://example.com/"), id="the-audit-by-name"),
        pytest.param(lambda: subprocess.run([sys.executable, "-I", "-c", "1"]), id="deaf-python"),
        pytest.param(lambda: subprocess.run([sys.executable, "-sE", "-c", "1"]), id="deafer"),
    ],
)
def test_nothing_reaches_another_machine(
    reach: Callable[[], object], stays_on_this_machine: list[str]
) -> None:
    with pytest.raises(AssertionError, match="stay on this machine"):
        reach()
    assert stays_on_this_machine, "the test would not have failed if it had caught the error"
    stays_on_this_machine.clear()


def test_this_machine_can_be_reached() -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        socket.create_connection(("localhost", server.getsockname()[1])),
    ):
        pass


@pytest.mark.parametrize(
    "environment", [None, {}, {"PYTHONPATH": "/nowhere"}, {"PYTHONPATH": "/nowhere", "A": "b"}]
)
def test_processes_that_tests_start_are_held_too(environment: dict[str, str] | None) -> None:
    """Those too that get an environment of their own."""
    code = "import socket; socket.create_connection(('192.0.2.1', 80), 0.1)"
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=environment
    )
    assert ran.returncode == 1
    assert "NetworkTouched" in ran.stderr


def test_their_own_processes_are_held_as_well() -> None:
    inner = "import socket; socket.create_connection(('192.0.2.1', 80), 0.1)"
    code = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {inner!r}], env={{}})"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env={})
    assert "NetworkTouched" in ran.stderr


def test_an_option_of_the_program_is_not_one_of_python() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", "import sys; print(sys.argv[1])", "-I"],
        capture_output=True, text=True,
    )  # fmt: skip
    assert ran.stdout.strip() == "-I"


def test_other_programs_are_sent_to_a_proxy_that_is_not_there() -> None:
    assert os.environ["https_proxy"] == os.environ["HTTPS_PROXY"] == "http://127.0.0.1:9"
