"""What is published is whole: built, looked into, installed somewhere else and used there.

It is built from a copy of the checkout, because a build compiles catalogs beside their sources, and
that must not decide what other tests see. It is installed into an empty environment of its own, the
one thing lent to it being the folder that its dependencies lie in: a `.pth` file names it. Python
reads no `.pth` in a folder that it has from one, so our editable install is not lent, and
creativekit can only come from the wheel. In CI an installation with dependencies of its own follows
(.ci/run); here nothing may be fetched.
"""

from __future__ import annotations

import email
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import tomllib
import venv
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from creativekit import __version__

ROOT = Path(__file__).parent.parent.parent
NEVER = shutil.ignore_patterns(".*", "kit", "__pycache__", "*.mo", "golden", "contact")
WINDOWS = os.name == "nt"


@dataclass(frozen=True)
class Built:
    wheel: Path
    sdist: Path

    @property
    def in_wheel(self) -> list[str]:
        with zipfile.ZipFile(self.wheel) as archive:
            return sorted(archive.namelist())

    @property
    def in_sdist(self) -> list[str]:
        """Without the folder that all of them are in."""
        with tarfile.open(self.sdist) as archive:
            return sorted(each.partition("/")[2] for each in archive.getnames())


def build(source: Path, out: Path, *what: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-d", str(out), *what],
        cwd=source,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    pytest.importorskip("hatchling", reason="hatchling is not installed")
    folder = tmp_path_factory.mktemp("build")
    shutil.copytree(ROOT, folder / "checkout", ignore=NEVER)
    # What lies about in a checkout that somebody works in.
    for litter in ("examples/saz-studio/kit/a.png", "kit/manifest.json", ".env", "contact/a.png"):
        path = folder / "checkout" / litter
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("litter")
    # As in a checkout, where hatchling asks this file what is not part of it.
    shutil.copy(ROOT / ".gitignore", folder / "checkout")
    build(folder / "checkout", folder / "dist")
    (wheel,), (sdist,) = (list((folder / "dist").glob(end)) for end in ("*.whl", "*.tar.gz"))
    return Built(wheel, sdist)


def shipped(folder: str) -> set[str]:
    """The files of a folder of the checkout, relative to it."""
    return {
        path.relative_to(ROOT / folder).as_posix()
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and path.suffix != ".mo"
    }


def test_the_wheel_holds_the_package_its_templates_and_nothing_else(built: Built) -> None:
    info = f"creativekit-{__version__}.dist-info"
    compiled = {
        f"language/locales/{code}/LC_MESSAGES/creativekit.mo" for code in ("kk", "ru", "en")
    }
    expected = {
        *(f"creativekit/{name}" for name in shipped("src/creativekit") | compiled),
        *(f"creativekit/templates/{name}" for name in shipped("templates")),
        *(f"{info}/{name}" for name in ("METADATA", "WHEEL", "RECORD", "entry_points.txt")),
        f"{info}/licenses/LICENSE",
    }
    assert set(built.in_wheel) == expected
    assert "creativekit/py.typed" in expected


def test_the_source_holds_what_a_wheel_is_built_from(built: Built, tmp_path: Path) -> None:
    top = {name.partition("/")[0] for name in built.in_sdist} - {""}
    assert top == {
        "src", "templates", "examples", "hatch_build.py", "pyproject.toml", "constraints.txt",
        "CHANGELOG.md", "README.md", "LICENSE", "PKG-INFO", ".gitignore",
    }  # fmt: skip
    assert not [name for name in built.in_sdist if "/kit/" in name or "/test_" in name]
    with tarfile.open(built.sdist) as archive:
        archive.extractall(tmp_path, filter="data")
    (source,) = tmp_path.iterdir()
    build(source, tmp_path / "again", "-t", "wheel")
    (wheel,) = (tmp_path / "again").glob("*.whl")
    assert wheel.read_bytes() == built.wheel.read_bytes()


def test_what_it_says_of_itself(built: Built) -> None:
    with zipfile.ZipFile(built.wheel) as archive:
        info = f"creativekit-{__version__}.dist-info"
        said = email.message_from_bytes(archive.read(f"{info}/METADATA"))
        assert b"creativekit.cli.main:run" in archive.read(f"{info}/entry_points.txt")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert said["Version"] == __version__
    assert said["License-Expression"] == "MIT"
    needed = [each for each in said.get_all("Requires-Dist", []) if "extra ==" not in each]
    assert len(needed) == len(project["dependencies"])
    # A README that is shown on a page without our files around it.
    assert "# creativekit" in said.get_payload()


@pytest.fixture(scope="module")
def installed(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the programs of an environment with the wheel in it."""
    home = tmp_path_factory.mktemp("environment")
    venv.create(home, with_pip=False, symlinks=not WINDOWS)
    variables = {"base": str(home), "platbase": str(home)}
    scheme = "nt_venv" if WINDOWS else "posix_venv"
    programs = Path(sysconfig.get_path("scripts", scheme, variables))
    python = programs / ("python.exe" if WINDOWS else "python")
    subprocess.run(
        [
            sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet",
            "--disable-pip-version-check", "--no-index", "--no-deps", str(built.wheel),
        ],
        check=True,
    )  # fmt: skip
    lent = Path(sysconfig.get_path("purelib", scheme, variables), "lent.pth")
    lent.write_text(sysconfig.get_path("purelib") + "\n", "utf-8")
    return programs


def run(installed: Path, *arguments: str, cwd: Path) -> str:
    """What it says on stdout. Nothing of the checkout is on its path but the guard of the net."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    environment |= {"PYTHONPATH": str(ROOT / "tests" / "offline"), "CREATIVEKIT_LANG": "en"}
    program = str(installed / arguments[0])
    done = subprocess.run(
        [program, *arguments[1:]], cwd=cwd, env=environment, capture_output=True, timeout=120
    )
    said = done.stderr.decode("utf-8", "replace")
    assert done.returncode == 0, said
    assert "Traceback" not in said
    return done.stdout.decode("utf-8")


def test_it_comes_from_the_wheel(installed: Path, tmp_path: Path) -> None:
    code = (
        "import creativekit; from creativekit.project.templates import ours;"
        "print(creativekit.__file__, ours(), sep='\\n')"
    )
    for path in run(installed, "python", "-c", code, cwd=tmp_path).splitlines():
        assert Path(path).resolve().is_relative_to(installed.parent.resolve())
        assert not Path(path).resolve().is_relative_to(ROOT)


def test_from_nothing_to_a_kit_far_from_the_checkout(installed: Path, tmp_path: Path) -> None:
    folder = tmp_path / "Менің бумам"
    folder.mkdir()
    assert run(installed, "python", "-m", "creativekit", "--version", cwd=folder) == (
        f"creativekit {__version__}\n"
    )
    new = ("new", "saz", "--name", "Саз студиясы", "--color", "#0a7e8c", "--languages", "kk")
    run(installed, "creativekit", *new, cwd=folder)
    run(installed, "creativekit", "-C", "saz", "brand", cwd=folder)
    kit = folder / "saz" / "kit" / "brand"
    assert {each.name for each in kit.iterdir()} >= {"logo", "color", "type", "guide"}
    assert next(kit.glob("guide/*-kk.pdf")).read_bytes().startswith(b"%PDF")
    # Its own texts are compiled into the wheel.
    said = run(installed, "creativekit", "--help", "--lang", "kk", cwd=folder)
    assert re.search("[әғқңөұүһі]", said)
    assert list(installed.parent.rglob("creativekit.mo"))
