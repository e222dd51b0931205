"""Values become what templates draw, or are refused where they were written."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from creativekit.canvas.photo.photograph import Photograph
from creativekit.social.fields import filled
from creativekit.social.template_store import template
from creativekit.social.values import Rows
from social.post_examples import picture, post


def problems(name: str, folder: Path, **fields: Any) -> list[str]:
    found = filled(template(name, None), post(name, **fields), "kk", folder)
    return [str(problem) for problem in found.problems]


def test_a_missing_field_is_named_with_its_template(tmp_path: Path) -> None:
    (said,) = problems("announcement", tmp_path, lead="Күтеміз")
    assert "creativekit.toml:7" in said
    assert "'headline'" in said
    assert "'announcement'" in said


def test_an_unknown_field_is_told_with_the_nearest(tmp_path: Path) -> None:
    (said,) = problems("announcement", tmp_path, headline="Жаңалық", headlin="Тағы")
    assert "headlin" in said
    assert "did you mean 'headline'" in said
    assert "creativekit.toml:9" in said


@pytest.mark.parametrize(
    ("price", "shown"),
    [
        (18500, "18\u00a0500\u00a0₸"),
        (Decimal("12500"), "12\u00a0500\u00a0₸"),
        ("12 500,00 ₸", "12\u00a0500\u00a0₸"),
        ("5000 тг", "5\u00a0000\u00a0₸"),
        ("from 5 000 ₸", "from 5 000 ₸"),
    ],
)
def test_a_price_is_written_as_one(tmp_path: Path, price: object, shown: str) -> None:
    found = filled(
        template("product", None), post("product", headline="Құмыра", price=price), "kk", tmp_path
    )
    assert found.problems == ()
    assert found.values["price"] == shown


def test_rows_may_be_pairs_tables_or_lines(tmp_path: Path) -> None:
    rows: tuple[object, ...] = (
        ("Киіз", 15000),
        {"label": "Саз", "value": "8 000 ₸"},
        "Ағаш | 9 500 ₸",
    )
    found = filled(
        template("price-list", None),
        post("price-list", headline="Баға", prices=rows),
        "kk",
        tmp_path,
    )
    assert found.problems == ()
    assert found.values["prices"] == Rows(
        (("Киіз", "15\u00a0000\u00a0₸"), ("Саз", "8 000 ₸"), ("Ағаш", "9 500 ₸"))
    )


def test_too_few_and_too_many_rows(tmp_path: Path) -> None:
    one = problems("price-list", tmp_path, headline="Баға", prices=(("Киіз", 1),))
    assert any("too few" in said for said in one)
    many = problems("price-list", tmp_path, headline="Баға", prices=(("Киіз", 1),) * 9)
    assert any("too many" in said and "at most 8" in said for said in many)


def test_a_picture_of_the_project_with_its_focal_point(tmp_path: Path) -> None:
    name = picture(tmp_path, "суреттер/киіз.jpg")
    found = filled(
        template("product", None),
        post("product", headline="Киіз", price=1, photo=f"{name} @ 30% 80%"),
        "kk",
        tmp_path,
    )
    assert found.problems == ()
    photo = found.values["photo"]
    assert isinstance(photo, Photograph)
    assert photo.focal == (0.3, 0.8)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("no.jpg", "there is no file"),
        ("../outside.jpg", "leads out of the project"),
        ("/etc/passwd.jpg", "from the project's folder"),
        ("https://example.com/a.jpg", "not an address"),
        ("broken.jpg", "broken"),
        ("words.jpg", "not a picture"),
        ("notes.txt", "not a kind of file"),
        ("sample:nothing", "not a sample picture"),
    ],
)
def test_a_picture_that_cannot_be_used(tmp_path: Path, name: str, said: str) -> None:
    picture(tmp_path, "whole.jpg")
    data = (tmp_path / "whole.jpg").read_bytes()
    (tmp_path / "broken.jpg").write_bytes(data[: len(data) // 3])
    (tmp_path / "words.jpg").write_text("this is not a picture", "utf-8")
    (tmp_path / "notes.txt").write_text("notes", "utf-8")
    (found,) = problems("product", tmp_path, headline="Киіз", price=1, photo=name)
    assert said in found
    assert "post[1].photo" in found


def test_a_bomb_is_refused_by_its_header(tmp_path: Path) -> None:
    import struct
    import zlib

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", check)

    header = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    data = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0")) + chunk(b"IEND", b"")  # fmt: skip
    (tmp_path / "bomb.png").write_bytes(data)
    (found,) = problems("product", tmp_path, headline="Киіз", price=1, photo="bomb.png")
    assert "60000×60000" in found


def test_one_text_where_a_list_was_given(tmp_path: Path) -> None:
    (found,) = problems("announcement", tmp_path, headline=("бір", "екі"))
    assert "one text" in found
