"""Posts: two designs, 1080×1350, to finished PNG bytes, by us and by every peer that is installed.

One run, one machine, each program warm: what is printed is the median of several drawings in
milliseconds and the shortest of them (on a busy machine the fairer number), and how many times our
median theirs is. The pictures are kept in benchmarks/out to be looked
at: all show the same design. `benchmarks/peers.sh` installs the peers; one that is not installed is
named.

Ours is measured three ways: as it is, which is a batch where posts share a photo; with other words
and the photo read anew each time (nothing of the post was drawn before); and with small files. A
peer that can keep a decoded photo or read it anew is measured both ways as well.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from benchmarks.peers import brief, chromium, ours, pillow
from benchmarks.peers.designs import DESIGNS, Design
from creativekit.canvas.backends import jpeg, raster, text_coverage
from creativekit.canvas.pictures import forget_pictures

HERE = Path(__file__).parent
OUT = HERE / "out"
PEERS = HERE / ".peers"
TIMES = 15


@dataclass(frozen=True)
class Result:
    """Median and shortest ms of a drawing, the bytes of its file, and where that is."""

    ms: float
    best: float
    size: int
    path: Path


Results = dict[str, dict[str, Result]]
"""By the name of the program, by the name of the design."""


def main() -> None:
    OUT.mkdir(exist_ok=True)
    files = brief.write(OUT / "designs")
    results: Results = {}
    skipped: list[str] = []
    for design in DESIGNS:
        for name, draw in _ours(design):
            results.setdefault(name, {})[design.name] = _measured(draw, name, design.name)
    for name, found in _peers(files, skipped):
        for design_name, result in found.items():
            results.setdefault(name, {})[design_name] = result
    _print(results)
    for why in skipped:
        print(f"  skipped: {why}")
    print(f"  pictures: {OUT}")


def _ours(design: Design) -> Iterator[tuple[str, Callable[[], bytes]]]:
    def same() -> bytes:
        return raster.png(ours.scene(design))

    turn = iter(range(1, 10_000))

    def new() -> bytes:
        forget_pictures()
        text_coverage.forget_lines()
        return raster.png(ours.scene(design, turn=next(turn)))

    yield "creativekit", same
    yield "creativekit, new words, photo read anew", new
    yield "creativekit --small", lambda: raster.png(ours.scene(design), effort="smallest")
    yield "creativekit, JPEG", lambda: jpeg.jpeg(ours.scene(design))


def _measured(draw: Callable[[], bytes], name: str, design: str, times: int = TIMES) -> Result:
    picture = draw()
    draw()
    ms = []
    for _ in range(times):
        start = time.perf_counter()
        picture = draw()
        ms.append((time.perf_counter() - start) * 1e3)
    ending = "jpg" if picture[:2] == b"\xff\xd8" else "png"
    path = OUT / f"{name.replace(', ', '-').replace(' ', '-')}-{design}.{ending}"
    path.write_bytes(picture)
    return Result(statistics.median(ms), min(ms), len(picture), path)


def _peers(files: dict[str, Path], skipped: list[str]) -> Iterator[tuple[str, dict[str, Result]]]:
    found = {name: _measured(pillow.drawing(file), "pillow", name) for name, file in files.items()}
    yield "Pillow", found
    if not Path(chromium.PROGRAM).exists():
        skipped.append(f"Chromium: no {chromium.PROGRAM}")
    else:
        with ExitStack() as stack:
            ways = stack.enter_context(chromium.drawings(files))
            yield (
                "Chromium, page kept open",
                {name: _measured(draw, "chromium", name) for name, draw in ways.items()},
            )
    node, python = shutil.which("node"), PEERS / "python" / "bin" / "python"
    for title, package, script in (
        ("takumi", "@takumi-rs/core", "takumi.mjs"),
        ("satori + resvg-js", "satori", "satori.mjs"),
        ("pictex", "pictex", "with_pictex.py"),
        ("mkdocs-material's card", "material", "with_material.py"),
    ):
        if script.endswith(".mjs"):
            home, program = PEERS / "node" / "node_modules" / package, node
        else:
            site = next(iter((PEERS / "python" / "lib").glob("python*/site-packages")), PEERS)
            home, program = site / package, str(python)
        if program is None or not home.exists():
            skipped.append(f"{title}: not installed; benchmarks/peers.sh installs it")
            continue
        try:
            yield from _outside(title, program, HERE / "peers" / script, files)
        except subprocess.CalledProcessError as error:
            skipped.append(f"{title}: it failed: {error.stderr.strip().splitlines()[-1:]}")


def _outside(
    title: str, program: str, script: Path, files: dict[str, Path]
) -> Iterator[tuple[str, dict[str, Result]]]:
    """The results of a program of its own; one that keeps photos has two names."""
    found: Results = {}
    for name, file in files.items():
        out = OUT / f"{script.stem.removeprefix('with_')}-{name}.png"
        run = subprocess.run(
            [program, str(script), str(file), str(out), str(TIMES)],
            check=True, capture_output=True, text=True, env=os.environ | {"PEERS": str(PEERS)},
        )  # fmt: skip
        for way, told in json.loads(run.stdout.splitlines()[-1]).items():
            full = f"{title}, photo {way}" if way else title
            ms = told["ms"]
            result = Result(statistics.median(ms), min(ms), told["bytes"], Path(told["path"]))
            found.setdefault(full, {})[name] = result
    yield from found.items()


def _print(results: Results) -> None:
    names = [design.name for design in DESIGNS]
    print(f"  {'median ms (shortest), times ours, size':42}" + "".join(f"{n:>35}" for n in names))
    base = results["creativekit"]
    for program, found in results.items():
        cells = []
        for name in names:
            result = found.get(name)
            if result is None:
                cells.append(f"{'':35}")
                continue
            ratio = result.ms / base[name].ms
            times = f"{result.ms:10.1f} ({result.best:6.1f}) {ratio:5.1f}×"
            cells.append(f"{times} {result.size / 1000:6.0f} KB")
        print(f"  {program:42}" + "".join(cells))


if __name__ == "__main__":
    main()
