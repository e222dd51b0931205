"""The pictures: in every style, nothing cut, nothing over another, light enough to send."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import pytest

from creativekit.artwork.label_places import meet
from creativekit.canvas.path import Affine, Box
from creativekit.canvas.scene import Group, Item, Scene, Words
from creativekit.errors import InputError
from creativekit.positioning.pictures.board import HEIGHTS, WIDTH
from creativekit.positioning.pictures.files import PICTURES, jobs, said_of, scene
from creativekit.project.positioning_section import Positioning
from styled_brands import LONG, STYLES, styled
from worksheet_answers import example_answers

SHEETS = tuple(PICTURES)
BIG = "Қызылордадағы шығармашылық кәсіпкерлерге арналған брендинг шеберханасы"


def pictured(
    sheet: str, style: str, language: str, answers: Positioning, name: str = "Саз"
) -> Scene:
    brand = styled(style, name=name)
    found = said_of(sheet, brand, answers, language)
    assert found is not None
    return scene(brand, language, found)


def words_in(items: tuple[Item, ...], by: Affine | None = None) -> Iterator[tuple[Words, Box]]:
    """Words with the box of their lines on the sheet; turned labels are left out."""
    by = by or Affine()
    for item in items:
        if isinstance(item, Words) and not (by.b or by.c):
            size = max((run.size for run in item.runs), default=0.0)
            xs = [(run.x, run.x + run.line.width * run.size) for run in item.runs]
            if xs:
                left, top = by.apply(
                    min(x for x, _ in xs), min(run.y for run in item.runs) - size * 0.7
                )
                right, bottom = by.apply(max(x for _, x in xs), max(run.y for run in item.runs))
                yield item, Box(left, top, right, bottom)
        elif isinstance(item, Group):
            yield from words_in(item.items, by @ item.transform)


def said_in(drawn: Scene) -> str:
    return " ".join(
        " ".join(run.line.text for run in words.runs) for words, _ in words_in(drawn.items)
    )


def letters(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("sheet", SHEETS)
def test_the_example_stands_on_a_slide_and_no_words_on_others(sheet: str, style: str) -> None:
    for language in ("kk", "ru", "en"):
        drawn = pictured(sheet, style, language, example_answers())
        assert (drawn.width, drawn.height) == (WIDTH, HEIGHTS[0]), language
        assert drawn.title
        boxes = [box for _, box in words_in(drawn.items)]
        assert len(boxes) > 2
        for box in boxes:
            assert 0 <= box.left < box.right <= WIDTH
            assert box.bottom <= drawn.height
        assert not any(meet(one, other) for one, other in combinations(boxes, 2)), language


@pytest.mark.parametrize("style", ["steppe", "ornament", "tech"])
def test_the_longest_answers_make_the_sheet_taller_and_are_whole(style: str) -> None:
    line = (f"{BIG}, " * 4)[:238].strip(", ")
    parts = ("audience", "need", "category", "benefit", "alternative", "difference")
    pitch = f"{BIG}. " * 17
    answers = Positioning.model_validate(
        {"statement": dict.fromkeys(parts, line), "pitch": {"pitch": pitch, "action": BIG}}
    )
    drawn = pictured("statement", style, "kk", answers, LONG)
    assert drawn.height > HEIGHTS[0]
    assert letters(said_in(drawn)).count(letters(line)) == 12
    drawn = pictured("pitch", style, "kk", answers, LONG)
    assert letters(pitch) in letters(said_in(drawn))


def test_twelve_hundred_characters_of_a_pitch_stand_on_a_slide() -> None:
    pitch = ("Біз дыбыс жазамыз, асықпай тыңдаймыз және бірге жөндейміз. " * 21)[:1200]
    answers = Positioning.model_validate({"pitch": {"pitch": pitch}})
    drawn = pictured("pitch", "tech", "kk", answers)
    assert drawn.height == HEIGHTS[0]
    assert letters(pitch) in letters(said_in(drawn))


def test_as_many_words_as_there_may_be_are_all_there() -> None:
    never = [f"{BIG} {number}" for number in range(24)]
    answers = Positioning.model_validate(
        {"character": {"sliders": [2, -2], "say": never, "never": never}}
    )
    shown = letters(said_in(pictured("character", "editorial", "kk", answers)))
    assert all(shown.count(letters(text)) >= 2 for text in never[:9])


@pytest.mark.parametrize(
    "given",
    [
        {"sliders": [0]},
        {"say": ["асықпай"]},
        {"never": ["арзан"]},
        {"sliders": [1, 2], "never": ["арзан"]},
    ],
)
@pytest.mark.parametrize("style", ["craft", "ornament"])
def test_a_voice_of_less_is_a_voice(style: str, given: dict[str, object]) -> None:
    answers = Positioning.model_validate({"character": given})
    assert pictured("character", style, "kk", answers).height == HEIGHTS[0]


@pytest.mark.parametrize("style", STYLES)
def test_a_png_is_light(style: str) -> None:
    made = jobs(styled(style), example_answers(), "positioning", None, "")
    pngs = [job for job in made if job.path.endswith("-kk.png")]
    assert len(pngs) == 4
    for job in pngs:
        assert len(job.render().data) <= 300_000, job.path


def test_markup_in_answers_is_text() -> None:
    bad = '<script>alert(1)</script> & "x" {{ y }}'
    answers = Positioning.model_validate({"pitch": {"pitch": bad}, "statement": {"audience": bad}})
    for job in jobs(styled("steppe"), answers, "positioning", None, ""):
        if job.path.endswith("-kk.svg"):
            assert b"<script" not in job.render().data


def test_a_character_that_no_face_has_is_told_with_its_sheet() -> None:
    answers = Positioning.model_validate(
        {"pitch": {"pitch": "Саз \u4e16"}, "character": {"say": ["\u754c"]}}
    )
    with pytest.raises(InputError) as caught:
        jobs(styled("steppe"), answers, "positioning", None, "")
    found = {problem.key: str(problem) for problem in caught.value.problems}
    assert "U+4E16" in found["positioning.pitch"]
    assert "U+754C" in found["positioning.character"]


def test_pictures_are_made_of_what_is_there_in_the_languages_it_was_written_in() -> None:
    answers = Positioning.model_validate(
        {"pitch": {"pitch": {"ru": "Пишем звук"}}, "character": {"sliders": [1]}}
    )
    paths = [job.path for job in jobs(styled("steppe"), answers, "positioning", None, "")]
    assert paths == [
        f"positioning/{name}.{end}"
        for name in ("voice-kk", "voice-ru", "pitch-ru", "voice-en")
        for end in ("svg", "png")
    ]
    assert jobs(styled("steppe"), Positioning(), "positioning", None, "") == ()


def test_both_files_are_of_one_scene_and_always_the_same() -> None:
    brand = styled("playful")
    found = said_of("map", brand, example_answers(), "ru")
    assert found is not None
    assert scene(brand, "ru", found) is scene(brand, "ru", found)
    made = jobs(brand, example_answers(), "positioning", "map", "")
    assert [job.render().data for job in made] == [job.render().data for job in made]
    other = jobs(styled("playful", "#7a1f2b"), example_answers(), "positioning", "map", "")
    assert {job.key for job in made}.isdisjoint(job.key for job in other)
