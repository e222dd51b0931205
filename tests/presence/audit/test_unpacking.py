"""Bodies are unpacked as they come, and not beyond their size."""

from __future__ import annotations

import contextlib
import gzip
import zlib

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from creativekit.presence.audit import unpacking
from creativekit.presence.audit.unpacking import BadPacking, Body, encoding_of, offered

PACKERS = {
    "": bytes,
    "gzip": lambda data: gzip.compress(data, mtime=0),
    "deflate": zlib.compress,
    "br": brotli.compress,
}


@given(
    st.sampled_from([*PACKERS]),
    st.binary(max_size=3_000),
    st.integers(1, 50),
    st.integers(0, 4_000),
)
def test_what_was_packed_comes_out_up_to_its_size(
    encoding: str, data: bytes, step: int, most: int
) -> None:
    packed = PACKERS[encoding](data)
    body = Body(encoding, most)
    for at in range(0, len(packed), step):
        body.add(packed[at : at + step])
        if body.full:
            break
    body.end()
    assert bytes(body.data) == data[:most]
    assert body.full is (len(data) > most)


def test_deflate_without_its_head() -> None:
    packer = zlib.compressobj(wbits=-15)
    packed = packer.compress(b"hello" * 9) + packer.flush()
    body = Body("deflate", 100)
    for octet in packed:
        body.add(bytes((octet,)))
    body.end()
    assert bytes(body.data) == b"hello" * 9


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br"])
def test_what_is_not_packed_so(encoding: str) -> None:
    body = Body(encoding, 100)
    with pytest.raises(BadPacking):
        body.add(b"\xff\xff not packed at all" * 10)


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br"])
def test_an_end_that_is_missing_is_told_and_the_rest_kept(encoding: str) -> None:
    data = bytes(range(256)) * 20
    body = Body(encoding, 10_000)
    body.add(PACKERS[encoding](data)[:-6])
    with pytest.raises(BadPacking):
        body.end()
    assert data.startswith(bytes(body.data))


def test_what_follows_the_end_is_not_read() -> None:
    body = Body("gzip", 100)
    body.add(gzip.compress(b"a") + gzip.compress(b"b"))
    body.add(b"more")
    assert bytes(body.data) == b"a"


@given(st.sampled_from(["gzip", "deflate", "br"]), st.lists(st.binary(max_size=60), max_size=9))
def test_any_bytes_unpack_or_are_bad(encoding: str, pieces: list[bytes]) -> None:
    body = Body(encoding, 1_000)
    with contextlib.suppress(BadPacking):
        for piece in pieces:
            body.add(piece)
        body.end()
    assert len(body.data) <= 1_000


@pytest.mark.parametrize(
    ("values", "encoding"),
    [
        ((), ""),
        (("gzip",), "gzip"),
        (("GZIP ",), "gzip"),
        (("identity",), ""),
        (("identity, gzip",), "gzip"),
        (("gzip, gzip",), None),
        (("gzip", "br"), None),
        (("zstd",), None),
        (("compress",), None),
        (("br",), "br"),
    ],
)
def test_one_encoding_that_was_offered(values: tuple[str, ...], encoding: str | None) -> None:
    assert encoding_of(values) == encoding


def test_brotli_is_offered_only_where_it_can_be_told_to_stop(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert offered() == "gzip, deflate, br"
    monkeypatch.setattr(brotli, "Decompressor", object)
    unpacking.offered.cache_clear()
    try:
        assert offered() == "gzip, deflate"
        assert encoding_of(("br",)) is None
    finally:
        unpacking.offered.cache_clear()
