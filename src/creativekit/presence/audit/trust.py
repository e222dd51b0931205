"""Whom to believe: the certificates of a browser, and what is wrong with one that it refuses.

Mozilla's list (certifi) rather than the machine's: an audit tells what visitors see, so it must
not depend on an antivirus, an employer or a state whose certificate is installed here.
"""

from __future__ import annotations

import ssl
from functools import cache

import certifi

from creativekit.errors import msg
from creativekit.presence.audit.certificate import facts
from creativekit.presence.audit.connection import Line, Patience
from creativekit.presence.audit.page import Tls, Unreached

# OpenSSL's numbers (x509_vfy.h) of what can be wrong with a chain.
_PROBLEMS = {
    9: "not-yet",
    10: "expired",
    18: "self-signed",
    19: "issuer",
    20: "issuer",
    21: "issuer",
    62: "name",
    64: "name",
}


def trusting(roots: bytes | None) -> ssl.SSLContext:
    """Verifies chain and name, TLS 1.2 at least. roots: PEM, or None for Mozilla's list."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.load_verify_locations(cadata=roots.decode("ascii") if roots else certifi.contents())
    return context


@cache
def _reading() -> ssl.SSLContext:
    """Shakes hands with anything, to read its certificate. It never leaves this module."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    context.minimum_version = ssl.TLSVersion.MINIMUM_SUPPORTED
    context.set_ciphers("ALL:@SECLEVEL=0")
    return context


def why_untrusted(
    host: str, address: str, port: int, error: OSError, patience: Patience
) -> Unreached:
    """Why `error` ended a handshake: a second look reads the certificate and hangs up. Nothing
    but the handshake is ever sent over that line. Raises `Late`, `Cancelled`."""
    strange = msg("{host} offers no secure connection that browsers accept", host=host)
    try:
        with Line(address, port, patience) as line:
            line.secure(host, _reading())
            version, der = line.shown
    except OSError:
        return Unreached(strange, "tls")
    if isinstance(error, ssl.SSLCertVerificationError):
        problem = _PROBLEMS.get(error.verify_code, "other")
        text = msg("the certificate of {host} cannot be trusted", host=host)
        return Unreached(text, "certificate", seen(version, der, problem))
    old = version not in ("TLSv1.2", "TLSv1.3")
    return Unreached(strange, "tls", seen(version, der, "version" if old else "other"))


def seen(version: str, der: bytes, problem: str = "") -> Tls:
    """A certificate as `Tls` tells it. problem: "" when it was trusted."""
    try:
        read = facts(der)
    except ValueError:
        return Tls(version, trusted=not problem, problem=problem)
    return Tls(version, read.expires, read.starts, read.issuer, read.names, not problem, problem)
