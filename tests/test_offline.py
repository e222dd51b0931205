"""The guard that keeps tests on this machine does what it says."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Callable

import pytest


def _udp(address: tuple[str, int]) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender:
        sender.sendto(b"x", address)


@pytest.mark.parametrize(
    "reach",
    [
        pytest.param(lambda: socket.create_connection(("192.0.2.1", 80), 0.1), id="connection"),
        pytest.param(lambda: socket.getaddrinfo("example.com", 80), id="name"),
        pytest.param(lambda: socket.gethostbyname("example.com"), id="old-name"),
        pytest.param(lambda: _udp(("192.0.2.1", 9)), id="datagram"),
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


def test_processes_that_tests_start_are_held_too() -> None:
    code = "import socket; socket.create_connection(('192.0.2.1', 80), 0.1)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert ran.returncode == 1
    assert "NetworkTouched" in ran.stderr


def test_other_programs_are_sent_to_a_proxy_that_is_not_there() -> None:
    assert os.environ["https_proxy"] == os.environ["HTTPS_PROXY"] == "http://127.0.0.1:9"
