"""The page as text: sound, complete, closed to the network, and every blank by its name."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from pathlib import Path

import pytest

from creativekit.errors import InputError
from creativekit.positioning.blanks import blanks, written
from creativekit.positioning.html import page
from creativekit.positioning.page_words import TEMPLATES
from creativekit.positioning.sheets import worksheets
from creativekit.project import templates
from creativekit.project.localized import Localized
from creativekit.project.positioning_section import Audience, Positioning
from html_page import Page
from styled_brands import LONG, STYLES, styled
from worksheet_answers import example_answers

MOST_BYTES = 600_000


def made(
    style: str = "steppe",
    answers: Positioning | None = None,
    language: str = "kk",
    only: int | None = None,
    **brand: object,
) -> str:
    return page(styled(style, **brand), answers, language, only).decode()  # type: ignore[arg-type]


@pytest.mark.parametrize("style", STYLES)
def test_it_is_one_sound_page(style: str) -> None:
    text = made(style, example_answers())
    found = Page(text)
    assert not found.open
    assert len(found.ids) == len(set(found.ids))
    for reference in re.findall(r"(?:url\(#|href=\"#)([^\")]+)", text):
        assert reference in found.ids
    for _, each in found.elements:
        for name in ("for", "aria-labelledby", "aria-describedby"):
            assert all(one in found.ids for one in each.get(name, "").split()), each
    assert found.headings[0] == 1
    assert found.headings.count(1) == 1
    deeper = zip(found.headings, found.headings[1:], strict=False)
    assert all(after - before <= 1 for before, after in deeper)
    assert len(text.encode()) < MOST_BYTES


@pytest.mark.parametrize("style", STYLES)
def test_nothing_is_fetched(style: str) -> None:
    text = made(style)
    outside = r"@import|<img|<iframe|<object|<form|<link(?! rel=\"icon\" href=\"data:)"
    assert not re.search(outside, text)
    for address in re.findall(r"url\((.{0,12})", text):
        assert re.match(r"(#|\"data:|&#34;data:)", address), address
    assert not [each for _, each in Page(text).elements if "src" in each]


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
    assert text.count("<script") == 1


def fields(text: str) -> dict[str, list[dict[str, str]]]:
    found: dict[str, list[dict[str, str]]] = {}
    for tag, each in Page(text).elements:
        if tag in ("input", "textarea"):
            found.setdefault(each["name"], []).append(each)
    return found


@pytest.mark.parametrize("answers", [None, example_answers()], ids=["empty", "filled"])
def test_every_blank_is_there_once_with_a_label(answers: Positioning | None) -> None:
    text = made(answers=answers)
    found = fields(text)
    wanted = {each.name: each for each in blanks(worksheets(), answers)}
    assert set(found) == set(wanted)
    labels = {each["for"] for tag, each in Page(text).elements if tag == "label" and "for" in each}
    for name, each in found.items():
        if wanted[name].kind == "whole":
            low, high = int(wanted[name].low), int(wanted[name].high)
            assert [one["value"] for one in each] == [str(step) for step in range(low, high + 1)]
        else:
            assert len(each) == 1
            assert each[0]["id"] in labels


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_projects_answers_are_in_their_blanks(language: str) -> None:
    answers = example_answers()
    text = made(answers=answers, language=language)
    found = fields(text)
    for blank in blanks(worksheets(), answers):
        wanted = written(answers, blank, language)
        each = found[blank.name]
        if blank.kind == "whole":
            marked = [one["value"] for one in each if "checked" in one]
            assert marked == ([wanted] if wanted else [])
        elif blank.kind == "number":
            plain = re.sub(r"[\s,]", "", each[0]["value"]).replace("−", "-")
            assert plain == wanted
        else:
            area = re.search(rf'id="{each[0]["id"]}"[^>]*>\n(.*?)</textarea>', text, re.DOTALL)
            assert area is not None
            assert Page(f"<p>{area[1]}</p>").words == ([wanted] if wanted else [])


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_sheets_say_what_they_say_on_paper(language: str) -> None:
    words = Page(made(answers=example_answers(), language=language)).words
    said = re.sub("[ \n]+", " ", " ".join(words))
    for sheet in worksheets():
        assert sheet.title.get(language) in said
        assert sheet.lead.get(language) in said
        for part in sheet.parts:
            assert part.hint.get(language) in said
        for line in sheet.look:
            assert line.get(language) in said
    assert {"kk": "Не шықты", "ru": "Что получилось", "en": "What comes of it"}[language] in said
    assert "65\u00a0117\u00a0₸" in said.replace(",", "\u00a0")


def test_each_language_links_to_the_others_beside_it() -> None:
    for language in ("kk", "ru", "en"):
        found = Page(made(language=language))
        links = [each["href"] for tag, each in found.elements if tag == "a"]
        for other in ("kk", "ru", "en"):
            assert f"worksheets-{other}.html" in links
        assert ("html", {"lang": language}) in found.elements
    assert "hreflang" not in made(languages=("kk",))


def test_one_sheet_is_a_page_of_its_own() -> None:
    found = Page(page(styled("craft"), None, "ru", 5, "sheet-05").decode())
    assert found.headings[0] == 1
    assert set(found.headings[1:]) == {2}
    assert {name.split(".")[0] for name in fields(made(only=5))} == {"statement"}
    links = [each["href"] for tag, each in found.elements if tag == "a"]
    assert "sheet-05-kk.html" in links
    setup = json.loads(next(each["data-setup"] for tag, each in found.elements if tag == "body"))
    assert setup["sheets"] == [5]
    assert setup["file"] == "sheet-05-ru.answers.json"


def test_brands_and_editions_keep_their_words_apart() -> None:
    def key(text: str) -> str:
        elements = Page(text).elements
        return str(json.loads(next(e["data-setup"] for t, e in elements if t == "body"))["key"])

    ours = key(made())
    assert key(made("noir")) == ours
    assert key(made(name="Басқа")) != ours
    assert key(made(language="ru")) != ours
    assert key(made(answers=Positioning())) != ours


@pytest.mark.parametrize(
    "text",
    [
        "</textarea><script>alert(1)</script>",
        "</script><script>alert(1)</script>",
        "{{ 7 * 7 }} {% raw %}",
        '" onfocus="alert(1)" x=\'',
        "]]> <!-- & &amp; &#0;",
        "\n\nline\n",
        "x" * 5000,
    ],
)
def test_hostile_text_stays_text(text: str) -> None:
    answers = Positioning.model_validate(
        {
            "audience": {"who": text, "situation": text, "progress": text},
            "statement": {"audience": text[:200].replace("\n", " ") or "x", "need": "y"},
            "map": {"points": [{"name": text[:100].replace("\n", " "), "x": 1, "y": 2}]},
        }
    )
    found = Page(made(answers=answers))
    assert text.strip() in "".join(found.words)
    assert [tag for tag, _ in found.elements].count("script") == 1
    assert not [name for _, each in found.elements for name in each if name.startswith("on")]


def test_a_hostile_name_stays_text() -> None:
    name = "</style><b onload=x>{{ 1 }}"
    found = Page(made(name=name))
    assert name in "".join(found.words)
    assert not [each for _, each in found.elements if "onload" in each]
    assert len(made("bold", name=LONG).encode()) < 1.2 * MOST_BYTES


def test_the_same_bytes_twice() -> None:
    answers = example_answers()
    assert made("tech", answers) == made("tech", answers)


def test_a_number_of_a_trillion_is_shown_whole() -> None:
    answers = Positioning.model_validate({"price": {"materials": 1e12, "hours": 0.5}})
    found = fields(made(answers=answers))
    assert found["price.materials"][0]["value"].replace("\u00a0", "") == "1000000000000"
    assert found["price.hours"][0]["value"] == "0,5"


def test_a_fallback_is_no_answer() -> None:
    answers = Positioning(audience=Audience(who=Localized.of({"ru": "Айша из Семея"})))
    text = made(answers=answers)
    area = re.search(r'id="audience-who"[^>]*>\n(.*?)</textarea>', text, re.DOTALL)
    assert area is not None
    assert area[1] == ""


def own(folder: Path, name: str, text: str) -> Path:
    place = folder / "templates" / "positioning"
    place.mkdir(parents=True)
    (place / name).write_text(text, "utf-8")
    return folder


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("worksheets.css", "</STYLE><script>", "may not hold"),
        ("worksheets.js", "</script>", "may not hold"),
        ("worksheets.html.j2", "{% if %}", "template cannot be used"),
        ("worksheets.html.j2", "{{ nothing }}", "nothing"),
        ("worksheets.html.j2", "{{ ''.__class__.__mro__ }}", "unsafe"),
        ("page.toml", "schema = 1\nlangauge = 'x'", "langauge"),
    ],
)
def test_a_template_that_cannot_be_used_is_told(
    tmp_path: Path, name: str, text: str, reason: str
) -> None:
    folder = own(tmp_path, name, text)
    with pytest.raises(InputError, match=reason) as caught:
        made(folder=folder)
    assert caught.value.problems[0].file == f"templates/positioning/{name}"


def test_a_projects_own_style_sheet_wins(tmp_path: Path) -> None:
    folder = own(tmp_path, "worksheets.css", "main { outline: 1px solid }")
    assert "main { outline: 1px solid }" in made(folder=folder)


def test_ours_use_no_letter_of_another_alphabet_in_names() -> None:
    """A Cyrillic с in a class name would be found by nobody."""
    for name in TEMPLATES[1:]:
        assert templates.read(name).decode().isascii(), name
