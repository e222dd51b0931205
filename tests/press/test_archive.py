"""The zip file: what other programs read of it, its bytes, and what it holds beyond old limits."""

from __future__ import annotations

import hashlib
import io
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from creativekit.press.archive import Archive

NAMES = st.text(st.characters(codec="utf-8", exclude_characters="/\\\0"), min_size=1, max_size=30)


def packed(files: dict[str, bytes], comment: bytes = b"", **more: int) -> bytes:
    target = io.BytesIO()
    archive = Archive(target, comment, **more)
    for name, data in files.items():
        archive.add(name, data)
    archive.close()
    return target.getvalue()


@given(st.dictionaries(NAMES, st.binary(max_size=3000), max_size=8), st.binary(max_size=30))
@settings(max_examples=60, deadline=None)
def test_what_goes_in_comes_out(files: dict[str, bytes], comment: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(packed(files, comment))) as archive:
        assert archive.testzip() is None
        assert {each.filename: archive.read(each) for each in archive.infolist()} == files
        assert archive.comment == comment


def test_the_bytes_never_change() -> None:
    """Of a machine, a day or a release of zlib-ng: another digest is another archive for all."""
    data = packed({"Саз/brand.svg": b"<svg/>" * 500, "Саз/photo.png": bytes(range(256))}, b"c")
    assert hashlib.sha256(data).hexdigest() == (
        "e5f672ccfecc92c02fa3906b425a546a636d949425758707a506299656a995b4"
    )


def test_names_are_utf8_and_dates_the_first_day() -> None:
    with zipfile.ZipFile(io.BytesIO(packed({"Қағаздар/a.txt": b"", "b.txt": b"b"}))) as archive:
        for entry in archive.infolist():
            assert entry.flag_bits & 0x800
            assert entry.date_time == (1980, 1, 1, 0, 0, 0)
            assert entry.external_attr >> 16 == 0o100644


def test_what_does_not_shrink_is_stored() -> None:
    noise = hashlib.shake_128(b"noise").digest(5000)
    files = {"noise": noise, "text": b"text" * 1000, "empty": b""}
    with zipfile.ZipFile(io.BytesIO(packed(files))) as archive:
        kinds = {each.filename: each.compress_type for each in archive.infolist()}
        assert kinds == {"noise": 0, "text": 8, "empty": 0}


def test_more_files_than_the_old_fields_can_count() -> None:
    with zipfile.ZipFile(io.BytesIO(packed({str(n): b"" for n in range(66_000)}))) as archive:
        assert len(archive.namelist()) == 66_000


@pytest.mark.parametrize("most", [10, 100, 300])
def test_sizes_beyond_the_old_fields(most: int) -> None:
    files = {"a": b"a" * 400, "b": hashlib.shake_128(b"b").digest(400), "c": b""}
    with zipfile.ZipFile(io.BytesIO(packed(files, most=most))) as archive:
        assert archive.testzip() is None
        assert {each: archive.read(each) for each in archive.namelist()} == files


def test_another_program_unpacks_kazakh_names(tmp_path: Path) -> None:
    program = shutil.which("unzip")
    if program is None:
        pytest.skip("unzip is not installed")
    (tmp_path / "a.zip").write_bytes(packed({"Қызылорда/Әні.txt": "ән".encode()}, b"c"))
    subprocess.run([program, "-q", "a.zip"], cwd=tmp_path, check=True, env={"LC_ALL": "C.UTF-8"})
    assert (tmp_path / "Қызылорда" / "Әні.txt").read_text("utf-8") == "ән"
