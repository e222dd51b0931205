"""The logo of a project, by what its config asks for, and whatever its name is."""

from __future__ import annotations

from pathlib import Path

import pytest

from creativekit.errors import InputError
from creativekit.identity.monogram import monogram
from creativekit.identity.motif import motif
from sample_brands import NAMES, sample_identity, sample_logo, style

FOUR = {"symbol", "wordmark", "horizontal", "stacked"}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", ["symbol", "monogram", "wordmark"])
def test_every_name_has_every_kind_of_logo(tmp_path: Path, name: str, kind: str) -> None:
    made = sample_logo(tmp_path, f'"{name}"', f'logo = "{kind}"')
    assert made.kind == kind
    assert set(made.kinds) == ({"symbol", "wordmark"} if kind == "wordmark" else FOUR)
    assert made.mark.box.height == pytest.approx(1000)
    for lockup in made.lockups.values():
        assert lockup.box.width > 0
        assert lockup.min_width_px > 0


def test_the_style_chooses_what_the_config_does_not(tmp_path: Path) -> None:
    look = style(logo="monogram", shape="arch")
    made = sample_identity(tmp_path, look=look)
    faces = (made.type.heading, made.type.body_bold, made.type.body)
    assert made.logo.kind == "monogram"
    assert made.logo.mark == monogram("С", faces, "arch", may_shorten=True)


def test_the_config_wins_over_the_style(tmp_path: Path) -> None:
    look = style(logo="wordmark", case="upper", tracking=0.06)
    asked = 'logo = { kind = "symbol", motif = "sun", case = "lower", tracking = 0.0 }'
    made = sample_logo(tmp_path, '"САЗ"', asked, look)
    lower = sample_logo(tmp_path, '"саз"', 'logo = { kind = "symbol", motif = "sun" }', style())
    assert made.kind == "symbol"
    assert [layer.role for layer in made.mark.layers] == ["primary", "accent"]
    assert made.lockup("wordmark").box.height == lower.lockup("wordmark").box.height


def test_typed_initials_are_kept_both(tmp_path: Path) -> None:
    asked = 'logo = { kind = "monogram", shape = "diamond", initials = "ЖШ" }'
    made = sample_identity(tmp_path, brand=asked)
    faces = (made.type.heading, made.type.body_bold, made.type.body)
    assert made.logo.mark == monogram("ЖШ", faces, "diamond")


def test_a_bar_is_drawn_when_it_is_asked_for(tmp_path: Path) -> None:
    made = sample_logo(tmp_path, brand='logo = { kind = "wordmark", bar = true }')
    assert [layer.role for layer in made.lockup("wordmark").layers] == ["primary-ink", "accent"]


def test_a_letter_as_icon_of_a_wordmark_has_a_ground(tmp_path: Path) -> None:
    made = sample_logo(tmp_path, look=style(logo="wordmark", shape="none"))
    assert made.mark.letters is not None
    assert made.mark.letters != made.mark.layers[0].path


# ---- languages


def test_a_name_in_three_languages_has_lockups_in_each(tmp_path: Path) -> None:
    name = '{ kk = "Саз студиясы", ru = "Студия Саз", en = "Saz Studio" }'
    made = sample_logo(tmp_path, name)
    kinds = ("wordmark", "horizontal", "stacked")
    expected = {(kind, code) for kind in kinds for code in ("kk", "ru", "en")}
    assert set(made.lockups) == expected | {("symbol", "kk")}
    assert made.lockup("horizontal", "en") != made.lockup("horizontal", "kk")
    assert made.lockup("symbol", "en") == made.lockup("symbol")


def test_the_same_name_in_another_language_is_not_made_twice(tmp_path: Path) -> None:
    made = sample_logo(tmp_path, '{ kk = "Саз", ru = "Саз", en = "Saz" }')
    assert {code for _, code in made.lockups} == {"kk", "en"}


def test_missing_letters_of_all_languages_are_reported_at_once(tmp_path: Path) -> None:
    with pytest.raises(InputError) as found:
        sample_logo(tmp_path, '{ kk = "Саз ☃", en = "Saz ☂" }')
    keys = {(problem.file, problem.key) for problem in found.value.problems}
    assert keys == {
        ("creativekit.toml", "project.name.kk"),
        ("creativekit.toml", "project.name.en"),
    }


# ---- hostile names


def test_a_name_of_200_characters_is_refused_with_its_length(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="200"):
        sample_logo(tmp_path, '"' + "ә" * 200 + '"')


def test_the_longest_allowed_name_of_one_word_has_a_logo(tmp_path: Path) -> None:
    made = sample_logo(tmp_path, '"' + "ә" * 120 + '"')
    assert made.lockup("stacked").box.width < 3000


def test_a_name_of_punctuation_gets_the_motif_when_the_style_wanted_a_monogram(
    tmp_path: Path,
) -> None:
    made = sample_identity(tmp_path, '"!!! — ???"', look=style(logo="monogram"))
    assert made.logo.kind == "symbol"
    assert made.logo.mark == made.motif


def test_a_monogram_of_punctuation_that_was_asked_for_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(InputError) as found:
        sample_logo(tmp_path, '"!!!"', 'logo = "monogram"')
    (problem,) = found.value.problems
    assert (problem.file, problem.key) == ("creativekit.toml", "brand.logo")
    assert "initials" in str(problem)


def test_initials_save_a_name_of_punctuation(tmp_path: Path) -> None:
    asked = 'logo = { kind = "monogram", initials = "Ән" }'
    assert sample_logo(tmp_path, '"!!!"', asked).kind == "monogram"


def test_a_name_of_emoji_is_refused_by_the_name_of_the_character(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"U\+1F3AA, CIRCUS TENT"):
        sample_logo(tmp_path, '"🎪"')


def test_a_right_to_left_name_without_a_face_is_refused_letter_by_letter(tmp_path: Path) -> None:
    with pytest.raises(InputError) as found:
        sample_logo(tmp_path, '"שלום"', 'logo = "monogram"')
    said = str(found.value)
    for letter in "שלום":
        assert f"U+{ord(letter):04X}" in said
    assert "Lora" in said


@pytest.mark.parametrize("name", ["[bold]Тау[/]", "<script>Тау", "#set Тау", "../Тау"])
def test_markup_in_a_name_is_drawn_as_letters(tmp_path: Path, name: str) -> None:
    made = sample_logo(tmp_path, f'"{name}"', 'logo = "monogram"')
    plain = sample_logo(tmp_path, '"Тау"')
    assert made.lockup("wordmark").box.width > plain.lockup("wordmark").box.width


def test_the_symbol_is_matched_to_the_letters_beside_it(tmp_path: Path) -> None:
    light = sample_identity(tmp_path, look=style(pairing="cormorant-montserrat"))
    heavy = sample_identity(tmp_path, look=style(pairing="onest-onest"))
    assert light.logo.mark.stem < heavy.logo.mark.stem
    assert light.logo.mark != motif("shanyraq")
