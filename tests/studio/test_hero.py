"""Home's head: words on the style's picture read, whatever they and the picture are."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.geometry import Size

from creativekit.color.contrast import TEXT, ratio
from creativekit.language.plain_text import clean
from creativekit.project.loading import parse
from creativekit.project.vocabulary import styles
from creativekit.studio.hero import Cover, Hero, cover
from creativekit.studio.look import seen_identity

NAMES = ("Саз", "Қызылордадағы шығармашылық кәсіпкерлерге арналған брендинг шеберханасы", "[/] 🌷")


class Shown(Hero):
    """A hero of a size, outside of an app."""

    def __init__(self, lines: tuple[str, ...], size: tuple[int, int]) -> None:
        super().__init__(lines)
        self.given = Size(*size)

    @property
    def size(self) -> Size:
        return self.given

    def rows(self, seen: Cover) -> list[str]:
        self._picture = seen
        rows = []
        for segments in self._composed():
            text = "".join(each.text for each in segments)
            assert cell_len(text) == self.given.width
            for each in segments:
                if each.text.strip("▀ "):
                    assert each.style is not None
                    assert each.style.color is not None
                    assert each.style.bgcolor is not None
                    ink = each.style.color.get_truecolor().hex
                    ground = each.style.bgcolor.get_truecolor().hex
                    assert ratio(ink, ground) >= TEXT - 0.05, each
            rows.append(text)
        return rows


@pytest.mark.parametrize("rows", [8, 9, 10])
@pytest.mark.parametrize("color", ["#f2c200", "#0a7e8c", "#7a1f2b"])
def test_a_low_head_has_its_words_beside_the_strip(tmp_path: Path, color: str, rows: int) -> None:
    """No line lies on a figure, or on a patch of its own over one."""
    text = f'[project]\nname = "Саз"\n[brand]\ncolor = "{color}"\nstyle = "bold"\n'
    seen = cover(seen_identity(parse(text, tmp_path)), 80, rows)
    hero = Shown(("Студия «Саз»", "Строим миры из звука", "Кызылорда · kk · ru · en"), (80, rows))
    assert hero.rows(seen)
    said = "Студия «Саз»"
    for segments in hero._composed():
        words = "".join(each.text for each in segments if each.text.strip("▀ "))
        if words.replace(" ", "") != said.replace(" ", ""):
            continue
        grounds = {
            each.style.bgcolor.get_truecolor().hex
            for each in segments
            if each.text.strip("▀ ") and each.style is not None and each.style.bgcolor is not None
        }
        flat = [f"#{r:02x}{g:02x}{b:02x}" for r, g, b in seen.pixels[-1].tolist()]
        own = max(set(flat), key=flat.count)  # the poster's own ground
        assert max(ratio(each, own) for each in grounds) < 1.15
        return
    pytest.fail("the name is not there")


@pytest.mark.parametrize("style", styles())
def test_words_read_in_every_style(tmp_path: Path, style: str) -> None:
    text = f'[project]\nname = "Саз"\n[brand]\ncolor = "#f2c200"\nstyle = "{style}"\n'
    brand = seen_identity(parse(text, tmp_path))
    for size in ((80, 8), (120, 20)):
        seen = cover(brand, *size)
        assert seen.pixels.shape == (2 * size[1], size[0], 3)
        for name in NAMES:
            shown = "\n".join(Shown((clean(name), "тағы", "Қызылорда · kk"), size).rows(seen))
            assert name[:3] in shown
            assert "тағы" in shown
            assert "Қызылорда · kk" in shown
