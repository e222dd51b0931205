"""Where a host is: asked of DNS once in an audit, and judged before anything is sent there.

The answer that was judged is the one that is used. A name whose next answer is another (DNS
rebinding) gains nothing: nobody asks again. If one answer of several is not public, the name is
refused whole: no honest website is in the internet and in a local network at once.
"""

from __future__ import annotations

import queue
import socket
import threading
from collections.abc import Callable, Sequence
from ipaddress import ip_address

from creativekit.errors import msg
from creativekit.presence.audit.addresses import Target, as_number, is_public
from creativekit.presence.audit.connection import SLICE, Patience
from creativekit.presence.audit.page import Unreached

Resolver = Callable[[str, int], Sequence[str]]


class Lookup:
    """Addresses of hosts. `local`: names that may be this machine, for tests alone."""

    def __init__(self, resolve: Resolver, local: frozenset[str]) -> None:
        self._resolve = resolve
        self._local = local
        self._known: dict[str, tuple[str, ...] | Unreached] = {}

    def addresses(self, at: Target, patience: Patience) -> tuple[str, ...]:
        """At least one. Raises `Unreached` (dns, private), `Late`, `Cancelled`."""
        if at.host not in self._known:
            self._known[at.host] = self._judged(at, patience)
        known = self._known[at.host]
        if isinstance(known, Unreached):
            raise Unreached(known.reason, known.code)
        return known

    def _judged(self, at: Target, patience: Patience) -> tuple[str, ...] | Unreached:
        missing = Unreached(msg("the address {host} does not exist", host=at.host), "dns")
        if (number := as_number(at.host)) is not None:
            addresses: tuple[str, ...] = (str(number),)
        else:
            try:
                addresses = tuple(resolved(self._resolve, at.host, at.port, patience))
            except OSError:
                return missing
        if not addresses:
            return missing
        if not all(is_public(one) or self._is_local(at.host, one) for one in addresses):
            text = msg("{host} leads to a private network: it is not opened", host=at.host)
            return Unreached(text, "private")
        return addresses

    def _is_local(self, host: str, address: str) -> bool:
        return host in self._local and ip_address(address).is_loopback


def system_resolver(host: str, port: int) -> Sequence[str]:
    """The addresses of a name, as this machine finds them. Raises OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(address[0]) for *_, address in found]


def resolved(resolve: Resolver, host: str, port: int, patience: Patience) -> Sequence[str]:
    """What `resolve` answers. The system's resolver cannot be told to hurry: it works in a thread
    that is left behind when the time is over. Raises OSError, `Late`, `Cancelled`."""
    answers: queue.SimpleQueue[Sequence[str] | Exception] = queue.SimpleQueue()

    def ask() -> None:
        try:
            answers.put(resolve(host, port))
        except Exception as error:
            answers.put(error)

    threading.Thread(target=ask, name=f"resolve {host}", daemon=True).start()
    while True:
        try:
            answer = answers.get(timeout=min(SLICE, patience.left()))
        except queue.Empty:
            continue
        if isinstance(answer, UnicodeError):  # a name that the system's own IDNA cannot spell
            raise OSError(str(answer))
        if isinstance(answer, Exception):
            raise answer
        return answer
