from __future__ import annotations

import io
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from creativekit.fonts import sfnt
from creativekit.fonts.faces import face, families


def source(family: str) -> bytes:
    return Path(face(family).file).read_bytes()


def read(data: bytes) -> dict[str, bytes]:
    """The tables as fontTools reads them; it raises on a wrong checksum."""
    font = TTFont(io.BytesIO(data), checkChecksums=2)
    return {tag: font.reader[tag] for tag in font.reader.tables}


@pytest.mark.parametrize("family", families())
def test_tables_are_those_that_fonttools_reads(family: str) -> None:
    assert sfnt.tables(source(family)) == read(source(family))


@pytest.mark.parametrize("family", ["Lora", "Cormorant"])
def test_a_rebuilt_font_has_the_same_tables_and_right_checksums(family: str) -> None:
    parts = sfnt.tables(source(family))
    rebuilt = sfnt.build(parts)
    found = read(rebuilt)
    adjustment = slice(8, 12)
    for tag, part in parts.items():
        if tag == "head":
            assert found[tag][:8] + found[tag][12:] == part[:8] + part[12:]
        else:
            assert found[tag] == part
    whole = sum(int.from_bytes(rebuilt[at : at + 4], "big") for at in range(0, len(rebuilt), 4))
    assert whole % 2**32 == 0xB1B0AFBA
    assert found["head"][adjustment] != b"\0\0\0\0"


def test_woff_holds_the_same_tables_smaller() -> None:
    data = source("Oswald")
    packed = sfnt.woff(data)
    font = TTFont(io.BytesIO(packed), checkChecksums=2)
    assert font.flavor == "woff"
    assert {tag: font.reader[tag] for tag in font.reader.tables} == sfnt.tables(data)
    assert len(packed) < len(data) * 0.7
    assert int.from_bytes(packed[8:12], "big") == len(packed)
    assert int.from_bytes(packed[16:20], "big") == len(data)


@given(st.binary(max_size=200))
def test_any_bytes_are_tables_or_damaged(noise: bytes) -> None:
    for data in (noise, sfnt.TRUETYPE + noise, sfnt.COLLECTION + noise):
        try:
            found = sfnt.tables(data)
        except sfnt.Damaged:
            continue
        assert all(part in data for part in found.values())
