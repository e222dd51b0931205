"""The facts of a certificate are those that cryptography reads, and no bytes break the reader."""

from __future__ import annotations

import contextlib
import datetime as dt
from functools import cache

import pytest
import trustme
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from hypothesis import given
from hypothesis import strategies as st

from creativekit.presence.audit.certificate import facts


@cache
def der() -> bytes:
    authority = trustme.CA(organization_name="Ұлттық\x1b[31m куәландыру")
    leaf = authority.issue_cert(
        "good.test", "*.good.test", "10.0.0.1", not_after=dt.datetime(2027, 3, 4, tzinfo=dt.UTC)
    )
    return x509.load_pem_x509_certificate(leaf.cert_chain_pems[0].bytes()).public_bytes(
        Encoding.DER
    )


def test_its_facts() -> None:
    read = facts(der())
    known = x509.load_der_x509_certificate(der())
    assert read.expires == known.not_valid_after_utc.date() == dt.date(2027, 3, 4)
    assert read.starts == known.not_valid_before_utc.date()
    assert read.names == ("good.test", "*.good.test")
    assert read.issuer == "Ұлттық куәландыру"


def test_one_without_its_end_is_none() -> None:
    with pytest.raises(ValueError, match="longer"):
        facts(der()[:-1])


@pytest.mark.filterwarnings("ignore:Parsed a serial number")
def test_every_authority_of_the_browsers_can_be_read() -> None:
    import certifi

    for known in x509.load_pem_x509_certificates(certifi.contents().encode()):
        read = facts(known.public_bytes(Encoding.DER))
        assert read.expires == known.not_valid_after_utc.date()
        names = known.issuer.get_attributes_for_oid(x509.NameOID.ORGANIZATION_NAME)
        assert not names or str(names[0].value).split()[0] in read.issuer


@pytest.mark.parametrize(
    "data", [b"", b"0", b"\x30\x80", b"\x30\x84\xff\xff\xff\xff", b"\x30\x03\x30\x01\x00"]
)
def test_what_is_none(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"certificate|DER|longer|unpack"):
        facts(data)


@given(st.data())
def test_damaged_ones_are_read_or_refused(data: st.DataObject) -> None:
    damaged = bytearray(der())
    for _ in range(data.draw(st.integers(1, 4))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    with contextlib.suppress(ValueError):
        facts(bytes(damaged[: data.draw(st.integers(0, len(damaged)))]))


@given(st.binary(max_size=80))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with contextlib.suppress(ValueError):
        facts(data)
