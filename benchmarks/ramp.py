"""Colour: what one ramp and one whole palette cost, in CPU time of plain Python.

Goal: a ramp in about 1 ms. Every seed is new, so that no cache answers; the palettes go round the
shipped styles, because a style that crowds its colours costs a search for ones that stand apart.
"""

from __future__ import annotations

import random
import time
import tomllib
from collections.abc import Callable
from typing import TypeVar

from creativekit.color.hex import from_channels
from creativekit.color.palette import palette
from creativekit.color.ramp import ramp
from creativekit.color.scheme import Scheme
from creativekit.project import templates

_Item = TypeVar("_Item")

RAMPS = 1000
PALETTES = 200


def main() -> None:
    draw = random.Random(1)
    seeds = [from_channels(*(draw.randrange(256) for _ in range(3))) for _ in range(RAMPS)]
    styles = [
        Scheme(**tomllib.loads(templates.read(name).decode())["scheme"])
        for name in templates.listing("brand/styles", "*.toml")
    ]
    _report("ramp", seeds, ramp)
    pairs = [(seed, styles[turn % len(styles)]) for turn, seed in enumerate(seeds[:PALETTES])]
    _report("palette", pairs, lambda pair: palette(*pair))


def _report(name: str, items: list[_Item], make: Callable[[_Item], object]) -> None:
    spent = []
    for item in items:
        start = time.process_time()
        make(item)
        spent.append((time.process_time() - start) * 1000)
    spent.sort()
    middle, slow = spent[len(spent) // 2], spent[len(spent) * 99 // 100]
    print(f"{name:8} median {middle:5.2f} ms   99th percentile {slow:5.2f} ms   of {len(items)}")


if __name__ == "__main__":
    main()
