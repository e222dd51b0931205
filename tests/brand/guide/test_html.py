from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

import pytest

from creativekit.brand.guide.html import html
from creativekit.brand.guide.words import FOLDER
from creativekit.errors import InputError
from creativekit.project import templates
from html_page import Page
from styled_brands import LONG, STYLES, styled

FILES = ("brand/logo/saz.svg", "brand/color/saz.css")
MOST_BYTES = 1_500_000


def made(style: str = "steppe", language: str = "kk", **brand: object) -> str:
    return html(styled(style, **brand), language, FILES).decode()  # type: ignore[arg-type]


@pytest.mark.parametrize("style", STYLES)
def test_it_is_one_sound_page(style: str) -> None:
    text = made(style)
    page = Page(text)
    assert not page.open
    assert len(page.ids) == len(set(page.ids))
    for reference in re.findall(r"(?:url\(#|href=\"#)([^\")]+)", text):
        assert reference in page.ids
    assert page.headings[0] == 1
    assert page.headings.count(1) == 1
    deeper = zip(page.headings, page.headings[1:], strict=False)
    assert all(after - before <= 1 for before, after in deeper)


@pytest.mark.parametrize("style", STYLES)
def test_nothing_is_fetched(style: str) -> None:
    text = made(style)
    assert not re.search(r"@import|<img|<iframe|<object|<link(?! rel=\"icon\" href=\"data:)", text)
    for address in re.findall(r"url\((.{0,12})", text):
        assert re.match(r"(#|\"data:|&#34;data:)", address), address
    outside = [value for _, name, value in Page(text).attributes if name == "src"]
    assert not outside


def test_the_policy_lets_in_our_script_and_nothing_else() -> None:
    text = made()
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', text)
    script = re.search(r"<script>(.*?)</script>", text, re.DOTALL)
    assert policy is not None
    assert script is not None
    seal = base64.b64encode(hashlib.sha256(script[1].encode()).digest()).decode()
    rules = policy[1].replace("&#39;", "'")
    assert "default-src 'none'" in rules
    assert f"script-src 'sha256-{seal}'" in rules


@pytest.mark.parametrize("style", STYLES)
def test_a_long_name_keeps_the_file_light(style: str) -> None:
    assert len(made(style, name=LONG).encode()) < MOST_BYTES


@pytest.mark.parametrize(
    "name",
    [
        "<script>alert(1)</script>",
        "{{ 7 * 7 }} {% raw %}",
        "</style><b onload=x>",
        "' onclick='x' \\\"",
        "]]> <!-- & &amp;",
    ],
)
def test_hostile_text_stays_text(name: str) -> None:
    text = made(name=name, more='[contact]\nsite = "javascript:alert(1)"\nemail = "<i>@b"\n')
    page = Page(text)
    assert name.replace('\\"', '"') in "".join(page.words)
    assert text.count("<script") == 1
    assert not [name for _, name, _ in page.attributes if name.startswith("on")]
    assert not [value for _, _, value in page.attributes if value.startswith("javascript:")]


def test_each_language_links_to_the_others() -> None:
    for language in ("kk", "ru", "en"):
        page = Page(made(language=language))
        links = [value for tag, name, value in page.attributes if (tag, name) == ("a", "href")]
        for other in ("kk", "ru", "en"):
            assert f"saz-studiiasy-guide-{other}.html" in links
        assert ("html", "lang", language) in page.attributes


def test_a_brand_of_one_language_has_no_list_of_them() -> None:
    assert "hreflang" not in made(languages=("kk",))


def test_every_colour_can_be_copied_by_a_button() -> None:
    page = Page(made())
    buttons = {
        value for tag, name, value in page.attributes if (tag, name) == ("button", "data-copy")
    }
    palette = styled("steppe").palette
    for step in palette.ramps["primary"].steps:
        assert step in buttons
    assert palette.seed.upper() in buttons


def test_every_drawing_has_a_meaning_or_is_hidden() -> None:
    for root in re.findall(r"<svg[^>]*>", made()):
        assert ('role="img" aria-label="' in root) != ('aria-hidden="true"' in root)


def test_faces_hold_only_the_letters_of_the_page() -> None:
    fonts = re.findall(r"data:font/woff;base64,([\w+/=]+)", made())
    assert len(fonts) == 4
    assert all(2_000 < len(base64.b64decode(font)) < 60_000 for font in fonts)


def own(folder: Path, name: str, text: str) -> Path:
    place = folder / "templates" / FOLDER
    place.mkdir(parents=True)
    (place / name).write_text(text, "utf-8")
    return folder


def test_a_projects_own_style_sheet_wins(tmp_path: Path) -> None:
    folder = own(tmp_path, "guide.css", "main { outline: 1px solid }")
    assert "main { outline: 1px solid }" in made(folder=folder)


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("guide.css", "</STYLE><script>", "may not hold"),
        ("guide.js", "</script>", "may not hold"),
        ("guide.html.j2", "{% if %}", "template cannot be used"),
        ("guide.html.j2", "{{ nothing }}", "nothing"),
        ("guide.html.j2", "{{ ''.__class__.__mro__ }}", "unsafe"),
    ],
)
def test_a_template_that_cannot_be_used_is_told(
    tmp_path: Path, name: str, text: str, reason: str
) -> None:
    folder = own(tmp_path, name, text)
    with pytest.raises(InputError, match=reason) as caught:
        made(folder=folder)
    assert caught.value.problems[0].file == f"templates/{FOLDER}/{name}"


def test_ours_use_no_letter_of_another_alphabet_in_names() -> None:
    """A Cyrillic с in a class name would be found by nobody."""
    for name in ("guide.css", "guide.js"):
        code = re.sub(
            r"/\*.*?\*/", "", templates.read(f"{FOLDER}/{name}").decode(), flags=re.DOTALL
        )
        assert code.isascii()
