from __future__ import annotations

import pytest

from creativekit.canvas.lettering import ink_box
from creativekit.canvas.path import Box
from creativekit.canvas.scene import Solid
from creativekit.canvas.text.fit import Fitted, wrapped
from creativekit.canvas.text.setting import Setting
from creativekit.canvas.text.words import words
from creativekit.fonts.faces import face

ONEST = face("Onest", 800)
SETTING = Setting((ONEST, face("Rubik", 400)), "ru", -0.02, 1.05)


def fitted(text: str, width: float = 500) -> Fitted:
    found = wrapped(text, SETTING, 64, width, balance=True)
    assert isinstance(found, Fitted)
    return found


def edges(made: Fitted, align: str) -> list[tuple[float, float]]:
    found = words(made, 100, 50, 500, align, "#112233", "display")  # type: ignore[arg-type]
    boxes = [[ink_box(run.line, run.size, run.x, run.y) for run in line] for line in found.lines]
    return [(min(box.left for box in line), max(box.right for box in line)) for line in boxes]


def test_it_says_what_it_is() -> None:
    made = fitted("Хлеб и кофе\nс 7:00 до 21:00")
    found = words(made, 100, 50, 500, "start", "#112233", "display")
    assert found.text == "Хлеб и кофе\nс 7:00 до 21:00"
    assert found.box == Box(100, 50, 600, 50 + made.height)
    assert (found.align, found.leading, found.role) == ("start", 1.05, "display")
    assert {run.fill for run in found.runs} == {Solid("#112233")}
    baselines = [line[0].y for line in found.lines]
    assert baselines == pytest.approx([50 + made.ascent, 50 + made.ascent + 64 * 1.05])


@pytest.mark.parametrize("text", ["Жол ұзын\nнан жылы", "Хлеб\nא ש и мир"])
def test_ink_stands_on_the_edges(text: str) -> None:
    made = fitted(text)
    assert [left for left, _ in edges(made, "start")] == pytest.approx([100, 100], abs=0.2)
    assert [right for _, right in edges(made, "end")] == pytest.approx([600, 600], abs=0.2)
    middles = [(left + right) / 2 for left, right in edges(made, "middle")]
    assert middles == pytest.approx([350, 350], abs=0.2)


def test_an_opening_quote_hangs_outside() -> None:
    (plain, _), (quoted, _) = edges(fitted("Нан\n«Нан»"), "start")
    assert plain == pytest.approx(100, abs=0.2)
    assert quoted < 100 - 64 * 0.2


def test_nothing_to_say() -> None:
    assert words(fitted(""), 0, 0, 10, "start", "#000000", "label").lines == ()
