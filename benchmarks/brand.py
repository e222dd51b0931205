"""`creativekit brand` on every example: cold, and again with nothing changed; and `explore`.

Goals on two cores: cold under 4 s, again under 0.5 s, peak memory under 300 MB; explore of twelve
directions under 3 s.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path

from benchmarks.measure import Run, median, run

EXAMPLES = Path(__file__).parent.parent / "examples"
TIMES = 3


def main() -> None:
    print(f"{os.cpu_count()} cores, Python {sys.version.split()[0]}, median of {TIMES}")
    for example in sorted(path for path in EXAMPLES.iterdir() if path.is_dir()):
        with tempfile.TemporaryDirectory() as scratch:
            kit = Path(scratch) / "kit"
            command = [sys.executable, "-m", "creativekit", "-C", str(example), "-o", str(kit)]

            def cold(command: list[str] = command, kit: Path = kit) -> Run:
                shutil.rmtree(kit, ignore_errors=True)
                return run([*command, "brand"])

            def again(command: list[str] = command) -> Run:
                return run([*command, "brand"])

            def explore(command: list[str] = command, kit: Path = kit) -> Run:
                shutil.rmtree(kit, ignore_errors=True)
                return run([*command, "explore", "-n", "12"])

            for name, once in (("brand, cold", cold), ("brand, again", again)):
                _show(example.name, name, median(TIMES, once))
            files = [path for path in kit.rglob("*") if path.is_file()]
            size = sum(path.stat().st_size for path in files) / 1e6
            print(f"{example.name:14} {len(files)} files, {size:.1f} MB")
            _show(example.name, "explore, 12", median(TIMES, explore))


def _show(example: str, name: str, found: Run) -> None:
    print(
        f"{example:14} {name:14} wall {found.wall:5.2f} s   cpu {found.cpu:5.2f} s"
        f"   peak {found.peak:4.0f} MB",
        flush=True,
    )


if __name__ == "__main__":
    main()
