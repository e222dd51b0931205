"""Certificates made when the tests run: good ones, and each kind of bad one."""

from __future__ import annotations

import datetime as dt
import ssl
import warnings
from functools import cache

import trustme


class Authority:
    """A test authority. `pem` is what a fetcher is told to trust; nothing else knows of it."""

    def __init__(self) -> None:
        self._trusted = trustme.CA(organization_name="Loopback Test Authority")
        self._stranger = trustme.CA(organization_name="Nobody Knows Us")
        self.pem = self._trusted.cert_pem.bytes()
        # One each, made when first asked for: a name may be asked for by many tests.
        self.context = cache(self._context)

    def _context(self, name: str) -> ssl.SSLContext | None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        now = dt.datetime.now(dt.UTC)
        match name:
            case "self-signed.test":
                lone = trustme.CA(organization_name="Signed By Itself")
                _load(context, lone.cert_pem.bytes(), lone.private_key_pem.bytes())
                return context
            case "stranger.test":
                leaf = self._stranger.issue_cert(name)
            case "expired.test":
                leaf = self._trusted.issue_cert(
                    name,
                    not_before=now - dt.timedelta(days=100),
                    not_after=now - dt.timedelta(days=10),
                )
            case "not-yet.test":
                leaf = self._trusted.issue_cert(
                    name,
                    not_before=now + dt.timedelta(days=10),
                    not_after=now + dt.timedelta(days=100),
                )
            case "soon.test":
                leaf = self._trusted.issue_cert(
                    name, not_after=now + dt.timedelta(days=5, hours=12)
                )
            case "wrong-name.test":
                leaf = self._trusted.issue_cert("somebody-else.test")
            case "no-tls.test" | "":
                return None
            case _:
                leaf = self._trusted.issue_cert(name, not_after=now + dt.timedelta(days=90))
        leaf.configure_cert(context)
        if name == "old-tls.test":
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", DeprecationWarning)
                context.minimum_version = ssl.TLSVersion.TLSv1
                context.maximum_version = ssl.TLSVersion.TLSv1_1
            context.set_ciphers("ALL:@SECLEVEL=0")
        return context


def _load(context: ssl.SSLContext, certificate: bytes, key: bytes) -> None:
    import tempfile
    from pathlib import Path

    with tempfile.TemporaryDirectory() as folder:
        both = Path(folder, "both.pem")
        both.write_bytes(key + certificate)
        context.load_cert_chain(both)
