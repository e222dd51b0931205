"""Everything a capability's plan comes from, as one digest that costs milliseconds.

When it is the same as at the last complete run, the plan would be the same, so nothing needs to be
planned: no schema, no colour science, no fonts are loaded. It covers creativekit's own files, the
versions of the libraries and font packages that shape the bytes, creativekit.toml, every file
that a text in it names, and the project's own templates. No time, machine or absolute path.

The named files are found by looking whether each string of the TOML is a file's name: more than
the schema would name, never less, and the schema need not be loaded. Standard library only.
"""

from __future__ import annotations

import hashlib
import os
import re
import sys
import tomllib
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from creativekit.jobs import digest
from creativekit.project import templates

# Normalised names of the distributions whose version can change a byte of a kit; and the prefix
# of the packages of faces. Terminal and network libraries are left out: they cannot.
SHAPING = frozenset(
    (
        "aggdraw",
        "babel",
        "holidays",
        "icalendar",
        "jinja2",
        "lxml",
        "markupsafe",
        "numpy",
        "pikepdf",
        "pillow",
        "pydantic",
        "pyphen",
        "python_calamine",
        "python_slugify",
        "pyyaml",
        "resvg_py",
        "segno",
        "skia_pathops",
        "text_unidecode",
        "tomlkit",
        "typst",
        "uharfbuzz",
        "zlib_ng",
    )
)
FACES = "fontpkg"

_LONGEST_NAME = 1024
# More than the largest file that a project may have, which is a font of 100 MiB.
_MOST_BYTES = 128 * 1024**2
_PARTED = re.compile(r"[\n,;|]")

# Rooms of the package that cannot change what a Job makes.
_OUTSIDE = ("cli", "studio", "__pycache__")


@cache
def tool() -> str:
    """Digest of the program: its own files, its templates, the libraries' versions."""
    package = Path(__file__).resolve().parent.parent
    own = tuple(_files(package, lambda name: name not in _OUTSIDE))
    ours = templates.ours()
    shipped = () if ours.is_relative_to(package) else tuple(_files(ours))
    return digest(own, shipped, libraries())


@cache
def libraries() -> tuple[str, ...]:
    """Such as `pillow-13.0.0`: the libraries and font packages that shape bytes; sorted."""
    return tuple(sorted(_versions()))


def of(
    config: Path, capability: str, asked: object = None, values: Iterable[Any] = ()
) -> str | None:
    """Digest for the project whose creativekit.toml is `config`.

    asked: what else the plan depends on, such as options and a table's bytes. values: more that
    may name files of the project, such as a table's cells.

    None when the file cannot be read or is not TOML, and when a file that it names is too large to
    be accepted: then the road through the schema is the one
    that tells what is wrong.
    """
    folder = config.parent
    try:
        text = config.read_bytes()
        read = [tomllib.loads(text.decode("utf-8-sig")), *values]
        named = sorted(set(_named(read, folder)))
        references = tuple((name, _content(folder / name)) for name in named)
        own = tuple(_files(folder / templates.FOLDER))
        return digest(capability, tool(), text, references, own, asked)
    except (OSError, ValueError, RecursionError):
        return None


def _named(value: Any, folder: Path) -> Iterator[str]:
    if isinstance(value, dict):
        for each in value.values():
            yield from _named(each, folder)
    elif isinstance(value, list):
        for each in value:
            yield from _named(each, folder)
    elif isinstance(value, str) and "\0" not in value:
        # As the schema reads a reference: blanks around it and Windows' separators are forgiven.
        name = value.strip().replace("\\", "/")
        for each in dict.fromkeys(_names(name)):
            # What leads out of the project is refused by the schema, and may have no end.
            outside = os.path.isabs(each) or ".." in each.split("/")
            if each and len(each) < _LONGEST_NAME and not outside and os.path.isfile(folder / each):
                yield each


def _names(text: str) -> Iterator[str]:
    """What in a text may be a file's name: all of it, or each of several parted by a mark, and what
    stands before a focal point ("photo.jpg @ 30% 40%")."""
    # A part without an ending is no file that a picture could be in, and there are many of those.
    for part in (text, *(part for part in _PARTED.split(text) if "." in part)):
        yield part.strip()
        yield part.rpartition("@")[0].strip()


def _files(
    root: Path, enter: Callable[[str], bool] = lambda name: name != "__pycache__"
) -> Iterator[tuple[str, str]]:
    """Each file below `root` by its name there, with a digest of its bytes; sorted.

    Raises OSError at a linked folder: walking into it could go round in circles.
    """
    for here, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if enter(name))
        for name in folders:
            if os.path.islink(os.path.join(here, name)):
                raise OSError(f"a linked folder: {name}")
        for name in sorted(names):
            file = Path(here, name)
            yield file.relative_to(root).as_posix(), _content(file)


def _content(file: Path) -> str:
    """Raises OSError for a file that is larger than anything that is accepted: the road through the
    schema says so, without reading it."""
    with open(file, "rb") as stream:
        size = os.fstat(stream.fileno()).st_size
        if size > _MOST_BYTES:
            raise OSError(f"{file}: {size} bytes")
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _versions() -> Iterator[str]:
    """Names such as `pillow-13.0.0` of what is installed.

    From the folders' names on the import path: importlib.metadata alone takes longer to import
    than a whole run with nothing to do may take.
    """
    seen = set()
    for place in dict.fromkeys(sys.path):
        try:
            names = os.listdir(place or ".")
        except OSError:
            continue
        for entry in names:
            stem, ending = os.path.splitext(entry)
            name, _, version = stem.partition("-")
            name = name.lower().replace("-", "_").replace(".", "_")
            known = name in SHAPING or name.startswith(FACES)
            # The first on the path is the one that is imported.
            if ending == ".dist-info" and known and name not in seen:
                seen.add(name)
                yield f"{name}-{version}"
