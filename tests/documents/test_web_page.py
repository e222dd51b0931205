"""A page that needs no network: what may not stand in it, and what is put into it."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

import pytest

from creativekit.documents.web_page import (
    Pictures,
    font_face,
    inside,
    letters,
    policy,
    rendered,
    text,
)
from creativekit.errors import InputError
from styled_brands import styled

DRAWING = b"""<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" viewBox="0 0 9 9">
  <defs>
    <path id="shared-0a" d="M0 0"/>
    <linearGradient id="band1g1"/>
  </defs>
  <use href="#shared-0a" fill="url(#band1g1)"/>
</svg>
"""


def own(folder: Path, data: bytes) -> Path:
    place = folder / "templates" / "page"
    place.mkdir(parents=True)
    (place / "x.txt").write_bytes(data)
    return folder


def test_a_template_is_escaped_and_strict(tmp_path: Path) -> None:
    folder = own(tmp_path, b"<p title='{{ a }}'>{{ a }}</p>")
    made = rendered("page/x.txt", folder, {"a": "'<b>"})
    assert made == "<p title='&#39;&lt;b&gt;'>&#39;&lt;b&gt;</p>"
    with pytest.raises(InputError, match="'a' is undefined"):
        rendered("page/x.txt", folder, {})


def test_a_file_may_not_end_its_own_element(tmp_path: Path) -> None:
    folder = own(tmp_path, b"x = '</Script '")
    with pytest.raises(InputError, match="may not hold '</script'"):
        inside("page/x.txt", "script", folder)
    assert inside("page/x.txt", "style", folder) == "x = '</Script '"


def test_a_template_is_text(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="UTF-8"):
        text("page/x.txt", own(tmp_path, b"\xff"))


def test_the_policy_names_the_script_by_its_digest() -> None:
    seal = base64.b64encode(hashlib.sha256("ә()".encode()).digest()).decode()
    assert f"script-src 'sha256-{seal}'" in policy("ә()")


def test_a_drawing_twice_has_ids_of_its_own_and_its_outlines_once() -> None:
    pictures = Pictures({"band1.svg": DRAWING})
    first, again = (str(pictures.picture("band1.svg", alt)) for alt in ("", 'a "b"'))
    assert 'id="band1g1"' in first
    assert 'aria-hidden="true"' in first
    assert "url(#again2band1g1)" in again
    assert 'aria-label="a &#34;b&#34;"' in again
    assert "<path" not in first + again
    assert pictures.outlines().count('<path id="shared-0a"') == 1
    assert Pictures({}).outlines() == ""


def test_letters_are_those_that_are_seen() -> None:
    assert letters("<style>q</style><p title='w'>ба</p><script>z</script>") == " аб"


def test_a_face_holds_the_letters_asked_for() -> None:
    face = styled("steppe").type.body
    few, more = (font_face("brand", face, each) for each in ("аб", "абвгдежзиклмнөұү"))
    assert f"font-weight: {face.weight};" in few
    assert len(few) < len(more)
