"""A table of posts through the command, as a person runs it: what a post costs, in time and memory.

For 100 and 1,000 posts (and 10,000 when CREATIVEKIT_BENCH=full): whole processes, from outside, by
one worker and by two; the same command again, when nothing has changed; and the largest process's
memory. Every headline is another one; a third of the posts show one of three photographs, as the
posts of a shop do.
"""

from __future__ import annotations

import csv
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.measure import Run, run

EXAMPLE = Path(__file__).parent.parent / "examples" / "saz-studio"
PLACEMENT = "instagram-portrait"
SIZES = (100, 1000)
FULL = (100, 1000, 10_000)

_FIRST = ("Қызылордада", "Арал жағасында", "Ескі студияда", "Кешкі ауылда", "Дала үстінде")
_SECOND = ("ән", "күй", "дыбыс", "подкаст", "аңыз", "әңгіме", "домбыра үні")
_THIRD = ("жазамыз", "тыңдаймыз", "іздейміз", "сақтаймыз", "қайта жандандырамыз", "үйретеміз")


def main() -> None:
    sizes = FULL if os.environ.get("CREATIVEKIT_BENCH") == "full" else SIZES
    head = f"  {'posts':>7} {'workers':>8} {'s':>8} {'ms a post':>10} {'MB':>6} {'again, s':>9}"
    print(head + "   two workers against one")
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            project = Path(folder) / str(size)
            # In a process of its own: Linux counts a parent's memory as its children's, too.
            prepare = f"from benchmarks.batch import prepare; prepare({str(project)!r}, {size})"
            subprocess.run([sys.executable, "-c", prepare], check=True)
            alone: Run | None = None
            for workers in (1, 2):
                shutil.rmtree(project / "kit", ignore_errors=True)
                made = run(_command(project, workers))
                again = run(_command(project, workers))
                found = len(list((project / "kit").rglob("*.png")))
                if found < size:
                    raise SystemExit(f"{size} posts gave {found} pictures")
                faster = f"{alone.wall / made.wall:10.2f}×" if alone else ""
                each = made.wall / size * 1e3
                print(
                    f"  {size:7} {workers:8} {made.wall:8.2f} {each:10.1f} {made.peak:6.0f}"
                    f" {again.wall:9.2f} {faster}",
                    flush=True,
                )
                alone = alone or made


def _command(project: Path, workers: int) -> list[str]:
    return [
        *(sys.executable, "-m", "creativekit", "-C", str(project), "social"),
        *("--from", str(project / "posts.csv"), "--placements", PLACEMENT),
        *("--format", "png", "--jobs", str(workers)),
    ]


def prepare(name: str, size: int) -> None:
    """Write a copy of the example in one language, with a table of `size` posts, to a folder."""
    from benchmarks.peers.designs import photograph

    folder = Path(name)
    folder.mkdir(parents=True)
    text = (EXAMPLE / "creativekit.toml").read_text("utf-8")
    text = text[: text.index("[[post]]")].replace('["kk", "ru", "en"]', '["kk"]')
    (folder / "creativekit.toml").write_text(text, "utf-8")
    for number in range(3):
        # Bytes after a JPEG's end are nothing to a reader, and make another file of it.
        (folder / f"photo{number}.jpg").write_bytes(photograph() + bytes([number]))
    with (folder / "posts.csv").open("w", encoding="utf-8", newline="") as stream:
        table = csv.writer(stream)
        table.writerow(["id", "template", "headline", "lead", "action", "photo"])
        table.writerows(_rows(size))


def _rows(size: int) -> Iterator[list[str]]:
    for number in range(size):
        a, rest = number % len(_FIRST), number // len(_FIRST)
        b, c = rest % len(_SECOND), rest // len(_SECOND) % len(_THIRD)
        headline = f"{_FIRST[a]} {_SECOND[b]} {_THIRD[c]}: {number + 1}-жазба"
        photo = f"photo{number % 9}.jpg" if number % 9 < 3 else ""
        yield [
            f"post-{number + 1:05}",
            "announcement",
            headline,
            "Үш күн, бір студия",
            "Жазылу",
            photo,
        ]


if __name__ == "__main__":
    main()
