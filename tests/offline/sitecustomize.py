"""Nothing that a test runs reaches further than this machine, even by a mistake.

Python tells an audit hook (PEP 578) of every connection, datagram and question to DNS before it
happens, whoever makes it; a hook that raises stops it, and cannot be taken out again. conftest.py
loads this into the tests, and puts its folder on PYTHONPATH: Python imports a module of this name
when it starts, so that processes started by tests are held too (but for those with `-I`, `-E`, or
an environment of their own).

Known gap: a name given to `connect` itself is looked up before the hook hears of it; `getaddrinfo`
is not, and everything but bare sockets goes through that.
"""

import re
import sys

touched: list[str] = []  # what was stopped, so that a test that swallowed the error fails too

_HERE = re.compile(r"|localhost|127(\.\d{1,3}){3}|::1|::|0\.0\.0\.0")
_ADDRESS_AT = {
    "socket.connect": 1,
    "socket.sendto": 1,
    "socket.sendmsg": 1,
    "socket.getaddrinfo": 0,
    "socket.gethostbyname": 0,
    "socket.gethostbyaddr": 0,
}
_SENDING = ("socket.connect", "socket.sendto", "socket.sendmsg")


class NetworkTouched(AssertionError):
    """A test tried to reach another machine."""


def _hook(event: str, args: tuple) -> None:
    if event not in _ADDRESS_AT:
        return
    address = args[_ADDRESS_AT[event]]
    host = address[0] if isinstance(address, tuple) and address else address
    if event in _SENDING and not isinstance(address, tuple):
        return  # a socket of a file
    if not isinstance(host, (str, bytes, bytearray)):
        return  # of the kernel, or no address at all
    name = host.decode("ascii", "replace") if not isinstance(host, str) else host
    if not _HERE.fullmatch(name):
        touched.append(f"{event} {name}")
        raise NetworkTouched(f"{event} {name}: tests stay on this machine")


sys.addaudithook(_hook)
