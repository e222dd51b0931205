"""The fingerprint changes with everything that can change a kit, and with nothing else."""

from __future__ import annotations

import re
import shutil
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from creativekit.press import fingerprint

CONFIG = """
[project]
name = "Саз студиясы"
[brand]
from = "photos/studio.jpg"
logo = { file = " logo.svg" }
fonts = { heading = "fonts\\\\own.ttf" }
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "Саз студиясы"
    for name in ("photos/studio.jpg", "logo.svg", "fonts/own.ttf", "templates/brand/styles/a.toml"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(f"title = '{name}'")
    (folder / "creativekit.toml").write_text(CONFIG, "utf-8")
    return folder


def of(folder: Path, capability: str = "brand") -> str:
    found = fingerprint.of(folder / "creativekit.toml", capability)
    assert found is not None
    return found


def rewrite(name: str) -> Callable[[Path], object]:
    return lambda folder: (folder / name).write_text("title = 'changed'")


@pytest.mark.parametrize(
    "change",
    [
        lambda folder: (folder / "creativekit.toml").write_text(CONFIG + "# note\n", "utf-8"),
        rewrite("photos/studio.jpg"),
        rewrite("logo.svg"),
        rewrite("fonts/own.ttf"),
        rewrite("templates/brand/styles/a.toml"),
        rewrite("templates/brand/styles/b.toml"),
        lambda folder: (folder / "logo.svg").unlink(),
    ],
)
def test_it_changes_with(project: Path, change: Callable[[Path], object]) -> None:
    before = of(project)
    change(project)
    assert of(project) != before


@pytest.mark.parametrize(
    "change",
    [
        lambda folder: (folder / "creativekit.toml").touch(),
        lambda folder: (folder / "notes.txt").write_text("a stranger"),
        lambda folder: (folder / "kit" / "brand").mkdir(parents=True),
    ],
)
def test_it_does_not_change_with(project: Path, change: Callable[[Path], object]) -> None:
    before = of(project)
    change(project)
    assert of(project) == before


def test_it_is_the_same_wherever_the_project_lies(project: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(project, tmp_path / "copy")
    assert of(copy) == of(project)


def test_each_capability_has_its_own(project: Path) -> None:
    assert of(project, "brand") != of(project, "social")


def test_a_byte_order_mark_is_not_in_the_way(project: Path) -> None:
    (project / "creativekit.toml").write_text(CONFIG, "utf-8-sig")
    before = of(project)
    (project / "logo.svg").write_text("changed")
    assert of(project) != before


@pytest.mark.parametrize(
    ("name", "content"),
    [("_versions", "pillow-1.0"), ("_files", ("canvas/path.py", "another digest"))],
)
def test_the_program_is_part_of_it(
    monkeypatch: pytest.MonkeyPatch, name: str, content: object
) -> None:
    for part in ("_versions", "_files"):
        monkeypatch.setattr(fingerprint, part, lambda *_: iter(()))
    # Remembered for a process; what another test asked for is not what is asked here.
    monkeypatch.setattr(fingerprint, "libraries", fingerprint.libraries.__wrapped__)
    before = fingerprint.tool.__wrapped__()
    monkeypatch.setattr(fingerprint, name, lambda *_: iter([content]))
    assert fingerprint.tool.__wrapped__() != before


@pytest.mark.parametrize("text", [b"[project", b"\xff\xfe\x00", None])
def test_a_config_that_cannot_be_read_has_none(tmp_path: Path, text: bytes | None) -> None:
    if text is not None:
        (tmp_path / "creativekit.toml").write_bytes(text)
    assert fingerprint.of(tmp_path / "creativekit.toml", "brand") is None


def test_templates_linked_from_elsewhere_have_none(project: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    try:
        (project / "templates" / "more").symlink_to(tmp_path / "elsewhere")
    except OSError:
        pytest.skip("this system does not let us make links")
    assert fingerprint.of(project / "creativekit.toml", "brand") is None


def test_what_is_too_large_to_be_accepted_is_not_read(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(*_: object) -> None:
        raise AssertionError("gigabytes are read")

    with open(project / "photos/studio.jpg", "r+b") as sparse:
        sparse.truncate(8 * 1024**3)
    # The other files of the project are small: none of them is in the way of the size.
    monkeypatch.setattr("hashlib.file_digest", read)
    for name in ("logo.svg", "fonts/own.ttf"):
        (project / name).unlink()
    assert fingerprint.of(project / "creativekit.toml", "brand") is None


def test_hostile_texts_in_the_config_are_no_trouble(tmp_path: Path) -> None:
    names = ["../../etc/passwd", "\\u0000", "x" * 100_000, "/", ".", "", "logo.svg\\n", "~"]
    text = "names = [" + ", ".join(f'"{name}"' for name in names) + "]"
    (tmp_path / "creativekit.toml").write_text(text)
    assert fingerprint.of(tmp_path / "creativekit.toml", "brand") is not None


def test_versions_are_of_what_is_installed() -> None:
    versions = dict(name.partition("-")[::2] for name in fingerprint._versions())
    from importlib.metadata import version

    assert versions["pillow"] == version("pillow")
    assert versions["fontpkg_lora"] == version("fontpkg-lora")


def test_every_library_that_shapes_bytes_is_counted() -> None:
    root = Path(__file__).resolve().parents[2]
    wanted = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    names = {re.split(r"[<>=!~ \[;]", each)[0].replace("-", "_").lower() for each in wanted}
    faces = {name for name in names if name.startswith(fingerprint.FACES)}
    # The terminal, where caches lie, and the network: none can change a byte of a kit.
    others = {"click", "rich", "platformdirs", "certifi", "h11", "idna", "textual", "textual_serve"}
    assert names - faces - fingerprint.SHAPING == others


def test_it_loads_nothing_heavy() -> None:
    import subprocess

    code = (
        "import sys, creativekit.press.fingerprint, creativekit.press.run; "
        "print(*sorted({name.split('.')[0] for name in sys.modules}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    heavy = {"pydantic", "numpy", "PIL", "importlib.metadata", "multiprocessing", "babel", "rich"}
    assert heavy.isdisjoint(done.stdout.split())


@pytest.mark.parametrize(
    "cell",
    [
        "logo.svg",
        " logo.svg ",
        "logo.svg @ 30% 40%",
        "photos\\studio.jpg",
        "no.jpg, photos/studio.jpg; other.jpg",
        "no.jpg\nphotos/studio.jpg @ 10 20",
        ["no.jpg", "logo.svg"],
        {"file": "logo.svg", "focal": [0.5, 0.5]},
        [{"label": "logo.svg"}],
    ],
    ids=repr,
)
def test_files_that_a_table_names_are_in_it(project: Path, cell: object) -> None:
    def marked() -> str | None:
        return fingerprint.of(project / "creativekit.toml", "social", None, [cell])

    before = marked()
    assert before is not None
    # Of files that creativekit.toml does not name.
    (project / "creativekit.toml").write_text('[project]\nname = "Саз"\n', "utf-8")
    before = marked()
    for name in ("logo.svg", "photos/studio.jpg"):
        (project / name).write_text("changed")
    assert marked() != before


@pytest.mark.parametrize("cell", ["../out.txt", "photos/../../out.txt", "{out}", "..\\out.txt"])
def test_what_leads_out_of_the_project_is_not_read(project: Path, cell: str) -> None:
    out = project.parent / "out.txt"
    out.write_text("one")
    cell = cell.replace("{out}", str(out))

    def marked() -> str | None:
        return fingerprint.of(project / "creativekit.toml", "social", None, [cell])

    before = marked()
    out.write_text("another")
    assert marked() == before


def test_options_are_in_it(project: Path) -> None:
    config = project / "creativekit.toml"
    asked = [None, ("a", None), ("a", "b"), ("a",), (("png",), False), (("png",), True)]
    assert len({fingerprint.of(config, "social", each) for each in asked}) == len(asked)
