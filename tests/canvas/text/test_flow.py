from __future__ import annotations

import pytest

from creativekit.canvas.text.balance import UNIT
from creativekit.canvas.text.flow import Flow, extent
from creativekit.canvas.text.setting import Setting
from creativekit.errors import InputError
from creativekit.fonts.faces import face
from creativekit.fonts.metrics import metrics

ONEST = face("Onest", 800)
KAZAKH = Setting((ONEST,), "kk", -0.02)


def texts(made: Flow, ends: tuple[int, ...]) -> list[str]:
    return [line.text for line in made.relaxed.lines(ends)]


def test_units_are_what_no_line_ends_in() -> None:
    made = Flow("Не только кофе, но и хлеб", Setting((ONEST,), "ru"))
    assert made.strict is made.relaxed
    assert made.most_lines == 3
    assert texts(made, (1, 2, 3)) == ["Не только", "кофе,", "но и хлеб"]
    assert made.text == "Не только кофе, но и хлеб"


def test_soft_bonds_hold_in_the_strict_cut_only() -> None:
    made = Flow("Welcome to the club", Setting((ONEST,), "en"))
    assert len(made.strict.strip) == 2
    assert len(made.relaxed.strip) == 4


def test_what_is_measured_is_what_is_shaped() -> None:
    made = Flow("Қызылордадағы шығармашылық кәсіпкерлерге арналған", KAZAKH)
    for lines in range(1, made.most_lines + 1):
        narrow = made.narrowest(lines)
        for choice in made.choices(lines):
            choice.settle()
            assert choice.width == max(extent(line) for line in choice.lines)
            assert narrow is not None
            assert narrow <= choice.width <= narrow * 1.06 + 1
    assert made.narrowest(made.most_lines + 1) is None
    assert made.choices(made.most_lines + 1) == ()


def test_only_what_is_wider_is_forced() -> None:
    made = Flow("тас шығармашылықтандыру", KAZAKH)
    assert made.forced(made.widest_unit) is made.relaxed
    forced = made.forced(made.widest_unit - 1)
    pieces = [atom.text for atom in forced.tape.atoms]
    assert pieces == ["тас", "шы", "ғар", "ма", "шы", "лық", "тан", "дыру"]
    narrow = made.forced(UNIT)
    assert "".join(atom.text for atom in narrow.tape.atoms) == "тасшығармашылықтандыру"


def test_the_room_above_and_below_covers_the_ink() -> None:
    plain = Flow("нан", KAZAKH)
    heights = metrics(ONEST)
    assert (plain.above, plain.below) == (heights.ascender, -heights.descender)
    stacked = Flow("н\u0302\u0302\u0302\u0302ан Ü\u0301", Setting((ONEST, face("Noto Sans")), "kk"))
    assert stacked.above >= plain.above


def test_all_that_cannot_be_written_is_said_at_once() -> None:
    with pytest.raises(InputError) as caught:
        Flow("Старт 🚀 и שלום", Setting((ONEST,), "ru"))
    assert len(caught.value.problems) == 5
    assert "U+1F680" in str(caught.value.problems[0])


def test_an_empty_text_has_nothing() -> None:
    assert Flow(" \n ", KAZAKH).tape.atoms == ()
