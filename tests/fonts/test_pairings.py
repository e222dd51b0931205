from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from creativekit.canvas.lettering import text_path
from creativekit.errors import InputError
from creativekit.fonts import pairings
from creativekit.fonts.faces import Face, face
from creativekit.fonts.metrics import ink, metrics
from creativekit.fonts.pairings import check, pairing
from creativekit.fonts.shaping import shape
from creativekit.identity.spacing import gap
from creativekit.jobs import digest
from creativekit.project import templates, vocabulary
from creativekit.project.localized import LANGUAGES

ALL = ("kk", "ru", "en")
OURS = pairings.pairings()
IDS = [each.id for each in OURS]
KAZAKH = "АӘБВГҒДЕЁЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЪЫІЬЭЮЯ"
WHOLE = """
[own]
title = { kk = "Өз жұбым", en = "My pair" }
uses = ["craft"]
heading = { family = "Lora", weight = 700, scale = 1.1, tracking = -0.01, leading = 1.05 }
body = { family = "Onest", weight = 400, fallback = "sans-serif" }
prices = "body"
"""


def project(folder: Path, text: str) -> Path:
    (folder / "templates" / "brand").mkdir(parents=True)
    (folder / "templates" / pairings.FILE).write_text(text, encoding="utf-8")
    return folder


def told(folder: Path, text: str) -> list[str]:
    with pytest.raises(InputError) as error:
        pairings.pairings(project(folder, text))
    return [str(problem) for problem in error.value.problems]


def test_the_pairs_we_promise_are_there() -> None:
    assert set(IDS) == {
        "noto-serif-noto-sans",
        "onest-onest",
        "montserrat-lora",
        "lora-onest",
        "lora-nunito",
        "literata-ibm-plex-sans",
        "raleway-literata",
        "rubik-noto-serif",
        "geologica-lora",
        "cormorant-montserrat",
        "oswald-noto-sans",
        "comfortaa-nunito",
        "nunito-nunito",
    }
    assert sorted(IDS) == list(vocabulary.pairings())


@pytest.mark.parametrize("style", templates.listing("brand/styles", "*.toml"))
def test_every_style_names_a_pair_that_is_there(style: str) -> None:
    assert tomllib.loads(templates.read(style).decode())["pairing"] in IDS


@pytest.mark.parametrize("each", OURS, ids=IDS)
def test_every_pair_writes_its_languages(each: pairings.Pairing) -> None:
    check(each, each.languages)
    assert each.title.languages == LANGUAGES
    assert each.uses


def test_a_pair_that_draws_a_letter_wrongly_is_refused_for_its_language() -> None:
    with pytest.raises(InputError, match="letters of kk wrongly"):
        check(pairing("comfortaa-nunito"), ("kk", "ru"))
    assert pairing("comfortaa-nunito").suits(("ru", "en"))
    assert pairing("nunito-nunito").suits(LANGUAGES)


@pytest.mark.parametrize("each", OURS, ids=IDS)
def test_the_face_of_prices_has_the_tenge_sign_and_equal_digits(each: pairings.Pairing) -> None:
    family, weight = (
        (each.heading_family, each.heading_weight)
        if each.prices == "heading"
        else (each.body_family, each.body_weight)
    )
    chosen = face(family, weight)
    assert metrics(chosen).tabular_digits
    assert ink(chosen, "₸") is not None


@pytest.mark.parametrize("each", OURS, ids=IDS)
def test_no_letter_of_a_heading_touches_the_line_below(each: pairings.Pairing) -> None:
    """Every Kazakh letter over every other, but for capital Ё and Й under a hook."""
    chosen = face(each.heading_family, each.heading_weight)
    boxes = {char: ink(chosen, char) for char in KAZAKH + KAZAKH.lower() + "bdfghjklpqty"}
    tops = [box[3] for char, box in boxes.items() if box is not None and char not in "ЁЙ"]
    feet = [box[1] for box in boxes.values() if box is not None]
    assert 0.02 <= each.leading - (max(tops) - min(feet)) <= 0.08


@pytest.mark.parametrize("each", OURS, ids=IDS)
def test_heading_and_body_look_equally_large(each: pairings.Pairing) -> None:
    heading = metrics(face(each.heading_family, each.heading_weight)).x_height
    body = metrics(face(each.body_family, each.body_weight)).x_height
    assert 0.9 <= heading * each.heading_scale / body <= 1.1


@pytest.mark.parametrize("each", OURS, ids=IDS)
def test_heading_figures_stand_on_the_line(each: pairings.Pairing) -> None:
    found = metrics(face(each.heading_family, each.heading_weight))
    assert ("lnum" in each.heading_features) == ("lnum" in found.digit_features)


def test_a_pair_is_a_value_that_a_job_can_depend_on() -> None:
    assert digest(pairing("lora-onest")) != digest(pairing("lora-nunito"))


def test_the_projects_own_file_wins(tmp_path: Path) -> None:
    found = pairing("own", project(tmp_path, WHOLE))
    assert (found.heading_family, found.heading_weight, found.heading_scale) == ("Lora", 700, 1.1)
    assert found.heading_features == ()
    assert found.heading_fallback == "sans-serif"
    assert found.title.get("ru") == "Өз жұбым"
    with pytest.raises(InputError):
        pairing("lora-onest", tmp_path)


def test_an_unknown_pair_names_the_nearest() -> None:
    with pytest.raises(InputError) as error:
        pairing("lora-onst")
    found = error.value.problems[0]
    assert found.nearest == "lora-onest"
    assert found.accepted == tuple(sorted(IDS))
    assert found.file == "templates/brand/pairings.toml"


def test_everything_wrong_is_told_at_once_with_its_line(tmp_path: Path) -> None:
    text = """[own]
heading = { family = "", weight = 5000, sclae = 2, tracking = "wide", leading = 9, features = [1] }
body = 3
prices = "bdy"
title = { de = "x" }
uses = "craft"

[other]
title = "x"
heading = { family = "Lora", weight = true, fallback = "sanserif" }
body = { family = "Lora", weight = 400 }
prices = "body"
"""
    assert told(tmp_path, text) == [
        "templates/brand/pairings.toml:2 own.heading.sclae: unknown key; did you mean 'scale'?"
        " (family, weight, fallback, scale, tracking, leading, features)",
        "templates/brand/pairings.toml:2 own.heading.family: a text is needed here",
        "templates/brand/pairings.toml:2 own.heading.weight: 5000 is not accepted here (1 … 1000)",
        "templates/brand/pairings.toml:2 own.heading.features: a list of words is needed here",
        "templates/brand/pairings.toml:2 own.heading.tracking: 'wide' is not accepted here"
        " (-0.1 … 0.3)",
        "templates/brand/pairings.toml:2 own.heading.leading: 9 is not accepted here (0.8 … 2)",
        "templates/brand/pairings.toml:3 own.body: a table is needed here",
        "templates/brand/pairings.toml:4 own.prices: 'bdy' is not accepted here;"
        " did you mean 'body'? (heading, body)",
        "templates/brand/pairings.toml:5 own.title: a text is needed here, or a table of texts"
        " (kk, ru, en)",
        "templates/brand/pairings.toml:6 own.uses: a list of words is needed here",
        "templates/brand/pairings.toml:10 other.heading.weight: True is not accepted here"
        " (1 … 1000)",
        "templates/brand/pairings.toml:10 other.heading.fallback: 'sanserif' is not accepted here;"
        " did you mean 'sans-serif'? (serif, sans-serif, monospace, cursive, system-ui)",
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("own = 3\n", ":1 own: a table is needed here"),
        ("[own]\n", ":1 own.heading: this is missing"),
        ("[own\n", ":1"),
        ("[own]\nx = nan\nheading = { family = 1 }\n", ":2 own.x: unknown key"),
        ("a" + "[" * 3000, "pairings.toml"),
    ],
)
def test_a_broken_file_is_told(tmp_path: Path, text: str, message: str) -> None:
    assert any(message in each for each in told(tmp_path, text))


def test_a_file_in_another_encoding_is_told(tmp_path: Path) -> None:
    folder = project(tmp_path, "")
    path = folder / "templates" / pairings.FILE
    path.write_bytes('# a\ntitle = "Қ"'.encode("utf-16"))
    with pytest.raises(InputError, match="UTF-8"):
        pairings.pairings(folder)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (
            ('"Lora"', '"Lorra"'),
            "own.heading: there is no typeface 'Lorra' here; did you mean 'Lora'",
        ),
        (("weight = 400", "weight = 950"), "own.body: Onest has no weight 950 (100–900)"),
    ],
)
def test_check_names_the_face_that_is_not_there(
    tmp_path: Path, change: tuple[str, str], message: str
) -> None:
    found = pairing("own", project(tmp_path, WHOLE.replace(*change)))
    with pytest.raises(InputError, match=r"templates/brand/pairings\.toml") as error:
        check(found, ALL)
    assert message in str(error.value)


@pytest.mark.parametrize("each", OURS, ids=IDS)
def test_letters_of_a_heading_do_not_weld(each: pairings.Pairing) -> None:
    """Of all pairs of small letters 97 in 100 keep a gap; a hook under a letter may come nearer."""
    chosen = face(each.heading_family, each.heading_weight)
    small = KAZAKH.lower()
    drawn = {char: text_path(shape(chosen, char, "kk"), 1000) for char in small}
    gaps = sorted(
        gap(drawn[left], drawn[right].translate(_second(chosen, left + right), 0.0), 30.0)
        for left in small
        for right in small
    )
    assert gaps[len(gaps) * 3 // 100] + each.tracking * 1000 >= 5


def _second(chosen: Face, pair: str) -> float:
    """Where the second letter of a pair stands, thousandths of an em, kerned and not tracked."""
    return shape(chosen, pair, "kk").glyphs[1].x * 1000
