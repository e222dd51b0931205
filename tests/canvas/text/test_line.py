from __future__ import annotations

import pytest

from creativekit.canvas.lettering import ink_box
from creativekit.canvas.text.line import Line, advance, runs_right_to_left, set_line
from creativekit.canvas.text.setting import Setting
from creativekit.errors import InputError
from creativekit.fonts.faces import Face, face
from creativekit.fonts.shaping import shape

ONEST = face("Onest", 800)
RUBIK = face("Rubik", 400)
SETTING = Setting((ONEST, RUBIK), "kk", -0.02)


def logical(line: Line) -> list[str]:
    return [run.text for run, _ in line.runs]


def test_a_line_of_one_face_is_one_run() -> None:
    line = set_line("Қош келдің", SETTING)
    assert line.runs == ((shape(ONEST, "Қош келдің", "kk", -0.02), 0.0),)
    assert line.width_em == line.runs[0][0].width == advance("Қош келдің", SETTING)


@pytest.mark.parametrize("text", ["Қалай?", "жұмыс", "Älg", "«Алаң»", ""])
def test_the_ink_is_that_of_the_outlines(text: str) -> None:
    line = set_line(text, SETTING)
    box = ink_box(shape(ONEST, text, "kk", -0.02), 1.0)
    found = (line.ink_left_em, line.ink_top_em, line.ink_right_em, line.ink_bottom_em)
    assert found == pytest.approx((box.left, box.top, box.right, box.bottom), abs=0.002)
    assert line.extent_em >= line.width_em


def test_opening_quotes_hang_outside() -> None:
    plain, quoted = set_line("Нан", SETTING), set_line("«Нан»", SETTING)
    assert plain.left_em == plain.ink_left_em
    assert quoted.left_em > quoted.ink_left_em + 0.2
    quote = shape(ONEST, "«", "kk", -0.02).width
    assert quoted.left_em == pytest.approx(plain.left_em + quote - 0.02, abs=0.05)
    assert set_line("«", SETTING).left_em == set_line("«", SETTING).ink_left_em


def test_a_second_face_writes_what_the_first_has_not() -> None:
    line = set_line("Қош שלום!", SETTING)
    assert {run.face.family for run, _ in line.runs} == {"Onest", "Rubik"}
    ends = 0.0
    for run, at in line.runs:
        assert at == pytest.approx(ends + (SETTING.tracking if ends else 0.0))
        ends = at + run.width
    assert line.width_em == ends


def test_pictures_come_from_their_face_whole(pictures: Face) -> None:
    family = "👨\u200d👩\u200d👧"
    line = set_line(f"Отбасы {family}☕", Setting((ONEST, pictures), "kk"))
    assert logical(line) == ["Отбасы ", f"{family}☕"]


def test_a_line_runs_as_its_paragraph_does() -> None:
    rubik = Setting((RUBIK,), "ru")
    assert runs_right_to_left("Шалом, שלום") is False
    assert runs_right_to_left("שלום, мир") is True
    assert runs_right_to_left("мир") is None
    assert logical(set_line("שלום и мир", rubik, False)) == ["שלום", " и мир"]
    assert logical(set_line("שלום и мир", rubik, True)) == ["и мир", "שלום "]
    with_number = set_line("שלום 15\u00a0000 и мир", rubik, False)
    assert "15\u00a0000" in logical(with_number)


def test_what_no_face_has_is_named() -> None:
    with pytest.raises(InputError) as caught:
        set_line("Старт 🚀", Setting((ONEST,), "ru"))
    assert "U+1F680" in str(caught.value)
