"""`creativekit position`: the worksheets of one project, format by format, and of a room of thirty.

Goals on two cores: ten sheets in three languages as fillable PDF (and DOCX, where there is one) in
less than 2 s from nothing in each example, everything that is made unasked in about 3 s, and half
a second when nothing has changed. Whole processes, as a person runs them; CPU seconds stand beside
the wall's, because they say more on a machine that has other work.

Beside them what a person would do without creativekit: LibreOffice turning a document of as many
pages into PDF, where `soffice` is installed.
"""

from __future__ import annotations

import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from benchmarks.measure import Run, median, run
from creativekit.positioning.formats import FORMATS

EXAMPLES = Path(__file__).parent.parent / "examples"
EXAMPLE = EXAMPLES / "saz-studio"
ASKED = tuple(name for name in ("form", "docx") if name in FORMATS)
"""What a trainer sends to a room."""
TIMES = 3
PARTICIPANTS = 30
_STYLES = ("steppe", "ornament", "bold", "editorial", "noir", "tech", "craft", "playful")
_COLORS = ("#0a7e8c", "#7a1f2b", "#e4572e", "#2f4b26", "#5b3a8c", "#c98a00", "#1d4ed8")
_NAMES = ("Дәурен", "Ақжелкен", "Тұмар", "Өрнек", "Көктем", "Шаңырақ", "Қарлығаш", "Жұлдыз")
_PAGE = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def main() -> None:
    print(f"{os.cpu_count()} cores, Python {sys.version.split()[0]}, load {_load()}")
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        _one(folder / "one")
        _room(folder / "room")
        _by_hand(folder)
    print(f"load at the end {_load()}")


# ---- one project


def _one(kit: Path) -> None:
    print(f"one project, {EXAMPLE.name}, median of {TIMES}")
    for other in sorted(path.parent for path in EXAMPLES.glob("*/creativekit.toml")):
        found = median(TIMES, lambda other=other: _cold(other, kit, ASKED))  # type: ignore[misc]
        _show(f"{_called(ASKED)}, {other.name}", found)
    for wanted in (*((name,) for name in FORMATS if name not in ASKED), FORMATS):
        found = median(TIMES, lambda wanted=wanted: _cold(EXAMPLE, kit, wanted))  # type: ignore[misc]
        files = [path for path in kit.rglob("*") if path.is_file()]
        size = sum(path.stat().st_size for path in files) / 1e6
        _show(_called(wanted), found, f"   {len(files) - 1:3} files {size:5.1f} MB")
    command = _command(EXAMPLE, kit, FORMATS)
    _show("all, again", median(TIMES, lambda: run(command)))


def _cold(project: Path, kit: Path, formats: Sequence[str]) -> Run:
    shutil.rmtree(kit, ignore_errors=True)
    return run(_command(project, kit, formats))


def _command(project: Path, kit: Path, formats: Sequence[str]) -> list[str]:
    return [
        *(sys.executable, "-m", "creativekit", "-C", str(project), "-o", str(kit)),
        *("position", "--format", ",".join(formats)),
    ]


# ---- a room of participants


def _room(folder: Path) -> None:
    # In a process of its own: Linux counts a parent's memory as its children's, too.
    prepare_ = f"from benchmarks.positioning import prepare; prepare({str(folder)!r})"
    subprocess.run([sys.executable, "-c", prepare_], check=True)
    projects = sorted(path for path in folder.iterdir() if path.is_dir())
    print(f"{len(projects)} participants, one command after another")
    for wanted in (ASKED, FORMATS):
        _show_room(_called(wanted), [_cold(each, each / "kit", wanted) for each in projects])
    sample = projects[: len(_STYLES)]
    print(f"where it goes: {len(sample)} of them, one of each style, one format a command")
    for name in FORMATS:
        _show_room(name, [_cold(each, each / "kit", (name,)) for each in sample])


def _show_room(name: str, runs: Sequence[Run]) -> None:
    walls = [each.wall for each in runs]
    print(
        f"  {name:16} {sum(walls):6.1f} s   each {statistics.mean(walls):5.2f} s"
        f" (longest {max(walls):5.2f})   cpu each {statistics.mean(r.cpu for r in runs):5.2f} s"
        f"   peak {max(each.peak for each in runs):4.0f} MB",
        flush=True,
    )


def prepare(name: str) -> None:
    """Write thirty projects: the three examples by turns, with other names, colours and styles."""
    folder = Path(name)
    examples = sorted(path for path in EXAMPLES.iterdir() if path.is_dir())
    for number in range(PARTICIPANTS):
        project = folder / f"p{number + 1:02}"
        source = examples[number % len(examples)]
        shutil.copytree(source, project, ignore=shutil.ignore_patterns("kit"))
        config = project / "creativekit.toml"
        text = config.read_text("utf-8")
        for key, value in (
            ("color", _COLORS[number % len(_COLORS)]),
            ("style", _STYLES[number % len(_STYLES)]),
        ):
            text, count = re.subn(rf'(?m)^{key} = "[^"]*"', f'{key} = "{value}"', text, count=1)
            if not count:
                raise SystemExit(f"{source.name}: no {key} to change")
        own = f"{_NAMES[number % len(_NAMES)]} {number + 1}"
        line = f'name = {{ kk = "{own}", ru = "{own}", en = "{own}" }}'
        text = re.sub(r"(?m)^name = .*$", line, text, count=1)
        config.write_text(text, "utf-8")


# ---- without creativekit


def _by_hand(folder: Path) -> None:
    program = shutil.which("soffice")
    if program is None:
        print("soffice is not installed: not measured")
        return
    text = folder / "text"
    run(_command(EXAMPLE, text, ("md",)))
    document = folder / "document.docx"
    _document(document, (text / "positioning" / "worksheets-kk.md").read_text("utf-8"))
    profile = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", "pdf"]
    command += ["--outdir", str(folder / "pdf"), str(document)]
    run(command)  # makes its profile
    print("the words of one language in a DOCX of eleven pages, to PDF by LibreOffice")
    _show("soffice", median(TIMES, lambda: run(command)))


def _document(file: Path, text: str) -> None:
    """The text as the plainest DOCX there is, a page for each heading of the second rank."""
    body = []
    for line in text.splitlines():
        if line.startswith("## "):
            body.append(_PAGE)
        body.append(f'<w:p><w:r><w:t xml:space="preserve">{escape(line)}</w:t></w:r></w:p>')
    parts = {
        "[Content_Types].xml": (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package'
            '.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/'
            'vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
        ),
        "_rels/.rels": (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
            'relationships/officeDocument" Target="word/document.xml"/></Relationships>'
        ),
        "word/document.xml": (
            f'<w:document xmlns:w="{_WORD}"><w:body>{"".join(body)}</w:body></w:document>'
        ),
    }
    with zipfile.ZipFile(file, "w") as package:
        for name, part in parts.items():
            package.writestr(name, '<?xml version="1.0" encoding="UTF-8"?>' + part)


def _called(formats: Sequence[str]) -> str:
    return "all" if tuple(formats) == tuple(FORMATS) else " + ".join(formats)


def _show(name: str, found: Run, more: str = "") -> None:
    print(
        f"  {name:16} wall {found.wall:5.2f} s   cpu {found.cpu:5.2f} s   peak {found.peak:4.0f} MB"
        + more,
        flush=True,
    )


def _load() -> str:
    try:
        return f"{os.getloadavg()[0]:.1f}"
    except (AttributeError, OSError):  # Windows
        return "unknown"


if __name__ == "__main__":
    main()
