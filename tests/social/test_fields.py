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
    parts = (chunk(b"IHDR", header), chunk(b"IDAT", zlib.compress(b"\0")), chunk(b"IEND", b""))
    data = b"\x89PNG\r\n\x1a\n" + b"".join(parts)
    (tmp_path / "bomb.png").write_bytes(data)
    (found,) = problems("product", tmp_path, headline="Киіз", price=1, photo="bomb.png")
    assert "60000×60000" in found


def test_one_text_where_a_list_was_given(tmp_path: Path) -> None:
    (found,) = problems("announcement", tmp_path, headline=("бір", "екі"))
    assert "one text" in found


def test_a_key_of_the_post_misspelt_is_told_with_the_nearest(tmp_path: Path) -> None:
    (said,) = problems("announcement", tmp_path, headline="А", placement="telegram")
    assert "did you mean 'placements'" in said


@pytest.mark.parametrize(
    ("price", "shown"),
    [
        ("nan", "nan"),
        ("Infinity", "Infinity"),
        ("1e999999", "1e999999"),
        ("9" * 40, "9" * 40),
        ("1_000", "1_000"),
        ("−500", "-500\u00a0₸"),
        ("12.500,50", "12.500,50"),
        ("", ""),
    ],
)
def test_what_only_python_takes_for_a_number_is_words(
    tmp_path: Path, price: str, shown: str
) -> None:
    fields: dict[str, Any] = {"headline": "Құмыра"} | ({"price": price} if price else {})
    found = filled(template("product", None), post("product", **fields), "kk", tmp_path)
    assert found.values.get("price", "") == shown


@pytest.mark.parametrize(
    "value",
    [{"fil": "a.jpg"}, {"focal": (0.5, 0.5)}, {"file": "a.jpg", "crop": 1}, ("a.jpg", "b.jpg")],
)
def test_a_picture_is_a_name_or_a_table_of_file_and_focal(tmp_path: Path, value: object) -> None:
    picture(tmp_path, "a.jpg")
    (said,) = problems("product", tmp_path, headline="Киіз", price=1, photo=value)
    assert "post[1].photo" in said
    assert "picture" in said


@pytest.mark.parametrize("point", [0.5, (0.1,), (0.1, 0.2, 0.3), ("a", "b")])
def test_a_focal_point_that_is_none(tmp_path: Path, point: object) -> None:
    picture(tmp_path, "a.jpg")
    value = {"file": "a.jpg", "focal": point}
    (said,) = problems("product", tmp_path, headline="Киіз", price=1, photo=value)
    assert "two numbers from 0 to 1" in said


def test_a_file_of_gigabytes_is_refused_before_it_is_read(tmp_path: Path) -> None:
    with (tmp_path / "film.jpg").open("wb") as stream:
        stream.truncate(3_000_000_000)
    (said,) = problems("product", tmp_path, headline="Киіз", price=1, photo="film.jpg")
    assert "3000 MB" in said


def test_a_picture_that_changed_is_read_again(tmp_path: Path) -> None:
    def shown() -> object:
        fields: dict[str, Any] = {"headline": "Киіз", "price": 1}
        fields |= {"photo": picture(tmp_path, color=color)}
        found = filled(template("product", None), post("product", **fields), "kk", tmp_path)
        photo = found.values["photo"]
        assert isinstance(photo, Photograph)
        return photo.digest

    color = (120, 90, 70)
    first = shown()
    assert shown() == first
    color = (12, 90, 200)
    assert shown() != first


def test_several_pictures_in_one_text(tmp_path: Path) -> None:
    names = [picture(tmp_path, f"{number}.jpg") for number in (1, 2)]
    fields: dict[str, Any] = {"headline": "А", "photos": f"{names[0]}; {names[1]} @ 10% 90%"}
    found = filled(template("portfolio", None), post("portfolio", **fields), "kk", tmp_path)
    photos = found.values["photos"]
    assert isinstance(photos, tuple)
    assert [each.focal for each in photos if isinstance(each, Photograph)][1] == (0.1, 0.9)
