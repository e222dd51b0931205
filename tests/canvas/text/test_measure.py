from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creativekit.canvas.text.balance import UNIT
from creativekit.canvas.text.line import set_line
from creativekit.canvas.text.measure import gauge, joint, word
from creativekit.canvas.text.setting import Setting
from creativekit.fonts.faces import face

ONEST = face("Onest", 800)
RUBIK = face("Rubik", 400)
WORDS = ["Тапсырыс", "AVATAR", "«Нан»", "до", "Ту", "У", "15", "₸", "То—", "שלום"]


def test_equal_manners_have_one_gauge() -> None:
    first = gauge(Setting((ONEST,), "kk", 0.1, 1.2, case="upper"))
    assert first is gauge(Setting((ONEST,), "kk", 0.1, 1.0))
    assert first is not gauge(Setting((ONEST,), "ru", 0.1, 1.0))


@given(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=5),
    st.sampled_from([0.0, -0.03, 0.08]),
)
def test_words_and_joints_make_the_line(words: list[str], tracking: float) -> None:
    setting = Setting((ONEST, RUBIK), "kk", tracking)
    found = [word(gauge(setting), text) for text in words]
    total = sum(item.width for item in found)
    for left, right in pairwise(found):
        total += joint(gauge(setting), left.last, " ", right.first)
    line = set_line(" ".join(words), setting)
    # A sign after a word in a second face may be written by that one on the line.
    exact = "שלום" not in words
    assert total == pytest.approx(
        line.width_em * UNIT, abs=10 if exact else 0.05 * line.width_em * UNIT
    )


def test_a_word_knows_its_ends_and_its_ink() -> None:
    found = word(gauge(Setting((ONEST,), "kk")), "Қой\u0301")
    assert (found.first, found.last) == ("Қ", "й\u0301")
    assert found.above > 0.7
    assert found.below > 0.1
    assert word(gauge(Setting((ONEST,), "kk")), "").width == 0
