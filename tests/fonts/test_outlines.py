from __future__ import annotations

import pytest
from fontTools.pens.basePen import BasePen
from fontTools.ttLib import TTFont

from creativekit.fonts import coverage
from creativekit.fonts.faces import face, families
from creativekit.fonts.harfbuzz import font
from creativekit.fonts.outlines import Command, outline


def drawn(family: str, weight: int, char: str) -> tuple[Command, ...]:
    chosen = face(family, weight)
    return outline(chosen, font(chosen).get_nominal_glyph(ord(char)))


class Recorder(BasePen):  # type: ignore[misc]
    """fontTools' own drawing of a glyph; its base class raises quadratics to cubics as well."""

    def __init__(self, glyphs: object, upem: int) -> None:
        super().__init__(glyphs)
        self.upem = upem
        self.commands: list[Command] = []

    def _at(self, *points: tuple[float, float]) -> list[float]:
        return [value / self.upem for x, y in points for value in (x, -y)]

    def _moveTo(self, point: tuple[float, float]) -> None:
        self.commands.append(("M", *self._at(point)))  # type: ignore[arg-type]

    def _lineTo(self, point: tuple[float, float]) -> None:
        self.commands.append(("L", *self._at(point)))  # type: ignore[arg-type]

    def _curveToOne(self, *points: tuple[float, float]) -> None:
        self.commands.append(("C", *self._at(*points)))  # type: ignore[arg-type]

    def _closePath(self) -> None:
        self.commands.append(("Z",))


def extremes(commands: tuple[Command, ...] | list[Command]) -> list[float]:
    xs = [value for command in commands for value in command[1::2]]
    ys = [value for command in commands for value in command[2::2]]
    return [float(value) for value in (min(xs), max(xs), min(ys), max(ys))]


@pytest.mark.parametrize(("family", "weight"), [("Lora", 600), ("Montserrat", 800), ("Inter", 500)])
def test_the_outline_is_the_one_fonttools_draws(family: str, weight: int) -> None:
    source = TTFont(face(family, weight).file)
    glyphs = source.getGlyphSet(location={"wght": weight})
    for char in "ӘғҚңӨұі₸№g&":
        pen = Recorder(glyphs, source["head"].unitsPerEm)
        glyphs[source.getBestCmap()[ord(char)]].draw(pen)
        ours = drawn(family, weight, char)
        assert extremes(ours) == pytest.approx(extremes(pen.commands), abs=0.0006), char
        assert [c[0] for c in ours].count("Z") == [c[0] for c in pen.commands].count("Z")


@pytest.mark.parametrize("family", families())
def test_contours_are_closed_and_y_points_down(family: str) -> None:
    for char in coverage.required(("kk",)):
        commands = drawn(family, 400, char)
        kinds = [command[0] for command in commands]
        assert kinds.count("M") == kinds.count("Z") > 0
        assert kinds[0] == "M"
        assert kinds[-1] == "Z"
        assert set(kinds) <= set("MLCZ")
    lowest, highest = extremes(drawn(family, 400, "H"))[3], extremes(drawn(family, 400, "H"))[2]
    assert highest < -0.5
    assert lowest == pytest.approx(0, abs=0.01)


def test_an_accented_letter_is_drawn_whole() -> None:
    base = drawn("Noto Sans", 400, "и")
    assert len(drawn("Noto Sans", 400, "й")) > len(base)


def test_nothing_is_drawn_of_a_space_or_of_no_glyph() -> None:
    assert drawn("Lora", 400, " ") == ()
    assert outline(face("Lora"), 1_000_000) == ()


def test_no_minus_zero() -> None:
    for char in "HnҚ":
        numbers = [value for command in drawn("Lora", 500, char) for value in command[1:]]
        assert "-0.0" not in map(str, numbers)
