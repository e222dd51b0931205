"""Nothing that a test runs reaches further than this machine, even by a mistake.

Python tells an audit hook (PEP 578) of every connection, datagram and question to DNS before it
happens, whoever makes it; a hook that raises stops it, and cannot be taken out again. conftest.py
loads this into the tests, and puts its folder on PYTHONPATH: Python imports a module of this name
when it starts, so that processes started by tests are held too. Those that are given an environment
of their own are given this in it; those that would not look at it (`-I`, `-E`) are not started.
`-S` is let through, for one test needs it.

A name given to `connect` itself is looked up before a hook hears of it. `socket.socket` is the only
way to that, so its methods ask first; they are replaced when the first socket is made, for most
processes make none.
"""

import os
import re
import sys

touched: list[str] = []  # what was stopped, so that a test that swallowed the error fails too

_HERE = re.compile(r"|localhost|127(\.\d{1,3}){3}|::1|::|0\.0\.0\.0")
_FOLDER = os.path.dirname(os.path.abspath(__file__))
_PROXIES = ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY")
_ADDRESS_AT = {
    "socket.connect": 1,
    "socket.sendto": 1,
    "socket.sendmsg": 1,
    "socket.getaddrinfo": 0,
    "socket.gethostbyname": 0,
    "socket.gethostbyaddr": 0,
}
_SENDING = ("socket.connect", "socket.sendto", "socket.sendmsg")
_TAKING_NAMES = ("connect", "connect_ex", "sendto")
_PYTHON = re.compile(r"python[0-9.]*(\.exe)?", re.IGNORECASE)
_DEAF = re.compile(r"-[a-zA-Z]*[IE][a-zA-Z]*")  # flags of Python that pass PYTHONPATH over


class NetworkTouched(AssertionError):
    """A test tried to reach another machine."""


def _hook(event: str, args: tuple) -> None:
    if event == "socket.__new__":
        _ask_before_names()
    elif event == "subprocess.Popen":
        _hold(args[0], args[1], args[3])
    elif event in _ADDRESS_AT:
        _stay(event, args[_ADDRESS_AT[event]])


def _stay(event: str, address: object) -> None:
    host = address[0] if isinstance(address, tuple) and address else address
    if event in _SENDING and not isinstance(address, tuple):
        return  # a socket of a file
    if not isinstance(host, (str, bytes, bytearray)):
        return  # of the kernel, or no address at all
    name = host.decode("ascii", "replace") if not isinstance(host, str) else host
    if not _HERE.fullmatch(name):
        _refuse(f"{event} {name}")


def _refuse(what: str) -> None:
    touched.append(what)
    raise NetworkTouched(f"{what}: tests stay on this machine")


def _ask_before_names() -> None:
    sockets = getattr(sys.modules.get("socket"), "socket", None)
    if sockets is None or "connect" in vars(sockets):
        return
    for method in _TAKING_NAMES:
        setattr(sockets, method, _asking(getattr(sockets, method)))


def _asking(method: object) -> object:
    def first_asked(self: object, *args: object) -> object:
        _stay("socket.connect", args[-1] if args else None)
        return method(self, *args)  # type: ignore[operator]

    return first_asked


def _hold(program: object, args: object, environment: object) -> None:
    """A process is about to start, in `environment` or, when that is None, in ours."""
    line = [os.fsdecode(each) for each in args] if isinstance(args, (list, tuple)) else []  # type: ignore[arg-type]
    name = os.path.basename(os.fsdecode(program) if program else line[0] if line else "")  # type: ignore[arg-type]
    if _PYTHON.fullmatch(name):
        for flag in line[1:]:
            if not flag.startswith("-") or flag in ("-c", "-m"):
                break
            if _DEAF.fullmatch(flag):
                _refuse(f"{name} {flag}")
    if isinstance(environment, dict):
        path = environment.get("PYTHONPATH", "")
        if _FOLDER not in path.split(os.pathsep):
            environment["PYTHONPATH"] = os.pathsep.join(filter(None, (_FOLDER, path)))
        for proxy in _PROXIES:
            if proxy in os.environ:
                environment.setdefault(proxy, os.environ[proxy])


sys.addaudithook(_hook)
