"""The kits of a cohort: fifty projects from nothing, the share of each part, and Dask on loopback.

Each project is another brand in one of the eight styles, in one language, with twenty posts in two
placements (forty pictures), worksheets with answers and two runs of a self-assessment. Measured are
whole processes; CPU seconds stand beside the wall's, because they say more on a machine that has
other work.

CREATIVEKIT_COHORT=8 builds so many projects instead of fifty.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from benchmarks.measure import Run, run

EXAMPLE = Path(__file__).parent.parent / "examples" / "saz-studio"
PROJECTS = int(os.environ.get("CREATIVEKIT_COHORT", "50"))
COMPARED = min(PROJECTS, 16)
"""So many are built by the pool and by Dask, to compare the two."""
POSTS = 20
PLACEMENTS = ("instagram-portrait", "telegram-post")
STYLES = ("steppe", "ornament", "bold", "editorial", "noir", "tech", "craft", "playful")
COLORS = ("#0a7e8c", "#7a1f2b", "#e4572e", "#2f4b26", "#5b3a8c", "#c98a00", "#1d4ed8")
_NAMES = ("Дәурен", "Ақжелкен", "Тұмар", "Өрнек", "Көктем", "Шаңырақ", "Қарлығаш", "Жұлдыз")
_WORDS = ("ән", "күй", "дыбыс", "аңыз", "әңгіме", "сурет", "бояу", "киіз", "қолөнер", "сахна")


def main() -> None:
    print(f"{os.cpu_count()} cores, Python {sys.version.split()[0]}, load {_load()}", flush=True)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        prepare(folder / "all", PROJECTS)
        prepare(folder / "some", COMPARED)
        _all(folder / "all")
        _shares(folder / "some")
        _compared(folder / "some")
    print(f"load at the end {_load()}")


def _all(folder: Path) -> None:
    made = run(_command(folder, "2"))
    kits = [path for path in folder.rglob("*") if path.is_file() and "kit" in path.parts]
    size = sum(path.stat().st_size for path in kits)
    again = run(_command(folder, "2"))
    print(f"{PROJECTS} projects, two workers, from nothing")
    print(
        f"  {made.wall:8.1f} s wall, {made.cpu:.1f} s CPU; a project {made.cpu / PROJECTS:.2f} s"
        f" CPU, {len(kits) / PROJECTS:.0f} files, {size / PROJECTS / 1e6:.1f} MB;"
        f" largest process {made.peak:.0f} MB"
    )
    print(
        f"  {again.wall:8.1f} s wall when all is up to date:"
        f" {again.cpu / PROJECTS * 1e3:.0f} ms CPU a project",
        flush=True,
    )


def _shares(folder: Path) -> None:
    code = f"from benchmarks.cohort import shares; shares({str(folder)!r})"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)
    found = json.loads(done.stdout)
    whole = sum(found.values())
    print(f"CPU of one project by what is made, mean of {COMPARED}, one warm process")
    for name, seconds in found.items():
        print(f"  {name:12} {seconds:6.2f} s  {seconds / whole:5.0%}")
    sys.stdout.flush()


def shares(name: str) -> None:
    """CPU seconds a project of each part, as JSON; in a process that has built one before."""
    from creativekit.press.build import build, capabilities

    configs = sorted(Path(name).glob("*/creativekit.toml"))
    with tempfile.TemporaryDirectory() as scratch:
        build(configs[0], Path(scratch) / "first", workers=1)
        spent: Counter[str] = Counter()
        for number, config in enumerate(configs):
            kit = Path(scratch) / str(number)
            for part in capabilities():
                start = time.process_time()
                built = build(config, kit, capabilities=(part,), workers=1)
                spent[part] += time.process_time() - start
                assert not built.failed, built.failed
            shutil.rmtree(kit)
    print(json.dumps({part: spent[part] / len(configs) for part in capabilities()}))


def _compared(folder: Path) -> None:
    _clear(folder)
    pool = run(_command(folder, "2"))
    kits = _bytes(folder)
    _clear(folder)
    with cluster(2) as address:
        before = _children()
        far = run(_command(folder, address))
    # The workers' time is known when they have ended.
    cpu = _children() - before
    same = "the same bytes" if _bytes(folder) == kits else "OTHER BYTES"
    print(f"{COMPARED} projects by two workers: the pool, and Dask on loopback ({same})")
    print(f"  pool {_told(pool)}")
    print(f"  Dask {far.wall:8.1f} s wall, {cpu:.1f} s CPU (scheduler and client in it)")
    print(f"  Dask takes {far.wall / pool.wall:.2f} of the pool's time", flush=True)


@contextmanager
def cluster(workers: int) -> Iterator[str]:
    """A scheduler and workers of one thread each on loopback; gives the address."""
    with tempfile.TemporaryDirectory() as scratch:
        file = Path(scratch) / "scheduler.json"
        scheduler = _started("dask_scheduler", "--port", "0", "--scheduler-file", str(file))
        crew: list[subprocess.Popen[bytes]] = []
        try:
            while not file.exists() or not file.read_text().endswith("}"):
                time.sleep(0.05)
            address = json.loads(file.read_text())["address"]
            crew += (
                _started("dask_worker", address, "--nthreads", "1", "--no-nanny")
                for _ in range(workers)
            )
            yield address
        finally:
            for process in (*crew, scheduler):
                process.terminate()
                process.wait()


def _started(name: str, *arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", f"distributed.cli.{name}", *arguments,
         "--host", "127.0.0.1", "--no-dashboard"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip


def _command(folder: Path, how: str) -> Sequence[str]:
    return [sys.executable, "-m", "benchmarks.cohort", str(folder), how]


def build(folder: str, how: str) -> None:
    """Build all projects below; `how`: a count of workers, or a scheduler's address."""
    from creativekit.press.many import build_many
    from creativekit.press.project_run import projects_below

    far = "://" in how
    tally = build_many(
        projects_below(Path(folder)),
        workers=None if far else int(how),
        scheduler=how if far else None,
    )
    if tally.failed:
        sys.exit(str(tally.failed[0].failed[0].message))


def prepare(folder: Path, count: int) -> None:
    """Write `count` projects."""
    text = (EXAMPLE / "creativekit.toml").read_text("utf-8")
    text = text[: text.index("[[post]]")].replace('["kk", "ru", "en"]', '["kk"]')
    for number in range(count):
        place = folder / f"{number:05}"
        place.mkdir(parents=True)
        shutil.copytree(EXAMPLE / "presence", place / "presence")
        own = text.replace("Саз", _NAMES[number % len(_NAMES)])
        own = own.replace('style = "steppe"', f'style = "{STYLES[number % len(STYLES)]}"')
        own = own.replace("#0a7e8c", COLORS[number % len(COLORS)])
        (place / "creativekit.toml").write_text(own + "".join(_posts(number)), "utf-8")


def _posts(number: int) -> Iterator[str]:
    for post in range(POSTS):
        word = _WORDS[(number + post) % len(_WORDS)]
        yield (
            f'\n[[post]]\ntemplate = "announcement"\nid = "post-{post + 1:02}"\n'
            f'headline = "{post + 1}-кеш: {word} мен {_WORDS[post % 7]}"\n'
            f"placements = {json.dumps(PLACEMENTS)}\n"
        )


def _clear(folder: Path) -> None:
    for kit in folder.glob("*/kit"):
        shutil.rmtree(kit)


def _bytes(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.glob("*/kit/**/*")
        if path.is_file()
    }


def _told(found: Run) -> str:
    return f"{found.wall:8.1f} s wall, {found.cpu:.1f} s CPU"


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _load() -> str:
    return f"{os.getloadavg()[0]:.1f}"


if __name__ == "__main__":
    if len(sys.argv) == 3:
        build(*sys.argv[1:])
    else:
        main()
