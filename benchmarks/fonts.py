"""Fonts: what a face costs, and HarfBuzz's subsetter against fontTools' on the same work.

The first table is of one fresh process, because most of it is paid once. The others compare, in CPU
time so that a busy machine favours nobody: the best of several runs for us, one run for fontTools,
which needs seconds for a whole variable font.
"""

from __future__ import annotations

import io
import subprocess
import sys
import time
from collections.abc import Callable

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

from creativekit.fonts.coverage import required
from creativekit.fonts.faces import Face, face
from creativekit.fonts.subset import instance, subset, web_font

FACES = (("Montserrat", 600), ("Noto Sans", 700), ("Lora", 600))
TIMES = 5
LETTERS = required(("kk", "ru", "en"))
_PARTS = {
    "import the room": "from creativekit.fonts import coverage, metrics, shaping, subset",
    "find a face": "from creativekit.fonts.faces import face; chosen = face('Montserrat', 700)",
    "first headline of 20 letters": "shaping.shape(chosen, 'Қызылорда шеберханас')",
    "second headline": "shaping.shape(chosen, 'Шығармашылық қауымда')",
    "the same again": "shaping.shape(chosen, 'Шығармашылық қауымда')",
    "coverage of kk, ru, en": "coverage.missing(chosen, ('kk', 'ru', 'en'))",
    "metrics": "metrics.metrics(chosen)",
}


def main() -> None:
    _first_use()
    for family, weight in FACES:
        chosen = face(family, weight)
        print(f"\n{family} {weight}")
        _compare("static instance", chosen, _instance, _fonttools_instance, 0)
        for count in (len(LETTERS), 300):
            name = f"static subset, {count} characters"
            _compare(name, chosen, _subset, _fonttools_subset, count)
        size, best = _best(_web_font, chosen, len(LETTERS))
        print(f"  {'web font of the same characters':32} {best:8.1f} ms   {size / 1000:.1f} KB")


def _first_use() -> None:
    lines = ["import time"]
    for name, code in _PARTS.items():
        lines += ["start = time.perf_counter()", code]
        lines += [f"print(f'{{(time.perf_counter() - start) * 1e3:8.2f}} ms  {name}')"]
    subprocess.run([sys.executable, "-c", "\n".join(lines)], check=True)


def _text(count: int, run: int) -> str:
    """`count` characters; one differs from run to run, because a subset is made once."""
    more = "".join(chr(code) for code in range(0xC0, 0x250) if chr(code) not in LETTERS)
    return (LETTERS + more)[: count - 1] + chr(0x1E80 + run)


def _instance(chosen: Face, count: int, run: int) -> bytes:
    return instance(chosen)


def _subset(chosen: Face, count: int, run: int) -> bytes:
    return subset(chosen, _text(count, run))


def _web_font(chosen: Face, count: int, run: int) -> bytes:
    return web_font(chosen, _text(count, run))


Make = Callable[[Face, int, int], bytes]


def _compare(name: str, chosen: Face, ours: Make, theirs: Make, count: int) -> None:
    size, best = _best(ours, chosen, count)
    their_size, their_best = _best(theirs, chosen, count, times=1)
    times = f"{their_best / best:4.0f} times as long"
    sizes = f"{size / 1000:.0f} and {their_size / 1000:.0f} KB"
    print(f"  {name:32} {best:8.1f} ms   fontTools {their_best:8.0f} ms, {times}   {sizes}")


def _best(make: Make, chosen: Face, count: int, times: int = TIMES) -> tuple[int, float]:
    """Size of the result, and the shortest of `times` runs in ms of CPU time."""
    found = []
    for run in range(times):
        start = time.process_time()
        size = len(make(chosen, count, run))
        found.append((time.process_time() - start) * 1e3)
    return size, min(found)


def _fonttools_instance(chosen: Face, count: int, run: int) -> bytes:
    font = TTFont(chosen.file)
    where = {axis.axisTag: axis.defaultValue for axis in font["fvar"].axes} | dict(chosen.axes)
    instantiateVariableFont(font, where, inplace=True)
    written = io.BytesIO()
    font.save(written)
    return written.getvalue()


def _fonttools_subset(chosen: Face, count: int, run: int) -> bytes:
    """fontTools' best order: cut the glyphs first, then pin what is left."""
    options = Options()
    options.hinting = False
    options.layout_features += ["tnum", "pnum", "lnum", "onum", "case", "zero"]
    font = TTFont(chosen.file)
    cutter = Subsetter(options)
    cutter.populate(text=_text(count, run))
    cutter.subset(font)
    where = {axis.axisTag: axis.defaultValue for axis in font["fvar"].axes} | dict(chosen.axes)
    instantiateVariableFont(font, where, inplace=True)
    written = io.BytesIO()
    font.save(written)
    return written.getvalue()


if __name__ == "__main__":
    main()
