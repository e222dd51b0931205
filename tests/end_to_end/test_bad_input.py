"""Hostile input is normal input: a clear answer, nothing half-written, never a traceback.

Each case either is refused (exit 3, naming key and cause, no kit) or gives a right result.
"""

from __future__ import annotations

import io
import os
import struct
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from command_line import creativekit, files_of
from PIL import Image

from cli.running import invoke

CONFIG = (
    '[project]\nname = {name}\nlanguages = ["kk"]\n'
    '[brand]\ncolor = "{color}"\nstyle = "steppe"\n{more}\n'
)


def project(folder: Path, name: str = '"Саз"', color: str = "#0a7e8c", more: str = "") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    text = CONFIG.format(name=name, color=color, more=more)
    (folder / "creativekit.toml").write_text(text, encoding="utf-8")
    return folder


def refused(folder: Path, *said: str, key: str = "") -> None:
    """`brand` ends with 3, says these words, and leaves nothing behind. In this process: that a
    process of its own ends and speaks so is shown by the mistakes that `check` lists."""
    before = files_of(folder)
    ran = invoke("-C", str(folder), "brand", COLUMNS="300")
    assert ran.exit_code == 3, (ran.exit_code, ran.stderr)
    assert "Traceback" not in ran.stderr
    for word in (*said, key):
        assert word in ran.stderr, ran.stderr
    assert files_of(folder) == before


def made(folder: Path) -> dict[str, bytes]:
    """`brand` gives a kit."""
    ran = creativekit("-C", folder, "brand")
    assert ran.code == 0, ran.err
    return files_of(folder / "kit")


def test_seven_mistakes_are_listed_with_their_lines(tmp_path: Path) -> None:
    (tmp_path / "creativekit.toml").write_text(
        "[project]\n"
        'name = ""\n'
        'languages = ["kk", "uz"]\n'
        "[brand]\n"
        'color = "#0a7e8"\n'
        'style = "stepe"\n'
        'logo = { kind = "symbol", motif = "shanyrak" }\n'
        'patern = "ram-horn"\n'
        "[voice]\n"
        "we_are = 3\n",
        encoding="utf-8",
    )
    ran = creativekit("-C", tmp_path, "--json", "check")
    assert ran.code == 3
    found = {(problem["line"], problem["key"]): problem for problem in ran.json["problems"]}
    assert {line for line, _ in found} == {2, 3, 5, 6, 7, 8, 10}
    assert found[6, "brand.style"]["nearest"] == "steppe"
    assert found[7, "brand.logo.motif"]["nearest"] == "shanyraq"
    assert found[8, "brand.patern"]["nearest"] == "pattern"
    plain = creativekit("-C", tmp_path, "check")
    assert "creativekit.toml:6 brand.style" in plain.out + plain.err


def test_an_unknown_key(tmp_path: Path) -> None:
    refused(project(tmp_path / "p", more='colour = "#fff"'), "creativekit.toml:7", key="colour")


def test_a_wrong_colour(tmp_path: Path) -> None:
    refused(project(tmp_path / "p", color="teal-ish"), "teal-ish", key="brand.color")


def test_a_missing_file(tmp_path: Path) -> None:
    refused(project(tmp_path / "p", more='logo = { file = "no.svg" }'), "no.svg", key="brand.logo")


def test_a_file_outside_the_project(tmp_path: Path) -> None:
    (tmp_path / "out.svg").write_text("<svg/>")
    refused(project(tmp_path / "p", more='logo = { file = "../out.svg" }'), key="brand.logo")


def test_a_name_of_200_characters(tmp_path: Path) -> None:
    refused(project(tmp_path / "p", name='"' + "Қазына " * 28 + 'сөзі"'), key="project.name")


@pytest.mark.parametrize("name", ["!!!", "🚀🚀"])
def test_a_name_of_only_punctuation_or_emoji(tmp_path: Path, name: str) -> None:
    folder = project(tmp_path / "p", name=f'"{name}"')
    ran = creativekit("-C", folder, "brand")
    assert ran.code in (0, 3), ran.err
    if ran.code == 3:
        assert "brand.logo" in ran.err or "U+1F680" in ran.err or "project.name" in ran.err
        assert not (folder / "kit").exists()


def test_a_right_to_left_name(tmp_path: Path) -> None:
    folder = project(tmp_path / "p", name='"سَاز"')
    ran = creativekit("-C", folder, "brand")
    assert ran.code in (0, 3), ran.err
    if ran.code == 3:
        assert "U+06" in ran.err


def test_markup_and_paths_in_a_name_are_letters(tmp_path: Path) -> None:
    """In a folder with spaces and Kazakh letters; of rich, HTML and typst at once."""
    name = "[bold]Саз[/ ../../Саз <script>alert(1)</script> #set page(fill: red) $x$ @a"
    folder = project(tmp_path / "Менің жобам №1 (көшірме)", name=f"'{name}'")
    before = set(files_of(tmp_path))
    files = made(folder)
    assert set(files_of(tmp_path)) - before == {f"{folder.name}/kit/{path}" for path in files}
    for path, data in files.items():
        assert ".." not in path
        if path.endswith((".html", ".svg")):
            assert b"<script>alert" not in data, path
    ran = creativekit("-C", folder, "check")
    assert ran.code == 0


def test_a_face_without_the_letters(tmp_path: Path) -> None:
    from creativekit.fonts.faces import face
    from creativekit.fonts.subset import subset

    folder = project(tmp_path / "p", more='fonts = { heading = "own.ttf" }')
    (folder / "own.ttf").write_bytes(subset(face("Rubik"), "Сазабвг 0123"))
    refused(folder, "Қ", key="brand.fonts.heading")


def _png(width: int, height: int, body: bytes = b"") -> bytes:
    """A PNG that claims a size, whatever is in it."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + check

    header = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(body)) + chunk(b"IEND", b"")
    )  # fmt: skip


def _picture(mode: str, size: tuple[int, int], kind: str) -> bytes:
    file = io.BytesIO()
    Image.new(mode, size, 0).save(file, kind)
    return file.getvalue()


BOMB = (
    '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    + ']><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>&j;</title></svg>'
)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}</svg>'

BAD_LOGOS: dict[str, tuple[str, Callable[[], bytes]]] = {
    "one pixel": ("logo.png", lambda: _picture("RGBA", (1, 1), "PNG")),
    "60,000 by 60,000": ("logo.png", lambda: _png(60_000, 60_000)),
    "not a picture": ("logo.png", lambda: b"this is a letter, not a picture"),
    "an empty file": ("logo.png", lambda: b""),
    "a script": ("logo.svg", lambda: SVG.format("<script>x()</script>").encode()),
    "an event": ("logo.svg", lambda: SVG.format('<path d="M0 0h9v9z" onload="x()"/>').encode()),
    "an external picture": (
        "logo.svg",
        lambda: SVG.format('<image href="http://a.example/x.png"/>').encode(),
    ),
    "an entity bomb": ("logo.svg", BOMB.encode),
    "broken SVG": ("logo.svg", lambda: b"<svg><path d='M0 0"),
}


@pytest.mark.parametrize("case", BAD_LOGOS)
def test_a_logo_that_cannot_be_taken(tmp_path: Path, case: str) -> None:
    name, content = BAD_LOGOS[case]
    folder = project(tmp_path / "p", more=f'logo = {{ file = "{name}" }}')
    (folder / name).write_bytes(content())
    refused(folder, name)


def test_a_cmyk_jpeg_logo_and_what_was_done_to_it_is_said(tmp_path: Path) -> None:
    picture = Image.new("CMYK", (400, 300), (0, 0, 0, 0))
    picture.paste((200, 20, 20, 40), (100, 80, 300, 220))
    folder = project(tmp_path / "p", more='logo = { file = "logo.jpg" }')
    picture.save(folder / "logo.jpg", "JPEG")
    checked = creativekit("-C", folder, "check")
    assert checked.code == 0
    assert "warning" in checked.out
    assert "logo.jpg" in checked.out
    kit = creativekit("-C", folder, "brand")
    assert kit.code == 0, kit.err
    assert "logo.jpg" in kit.err
    files = files_of(folder / "kit")
    drawn = next(data for path, data in files.items() if path.endswith("symbol-color-512.png"))
    with Image.open(io.BytesIO(drawn)) as logo:
        assert logo.mode in ("RGBA", "P")
        assert logo.convert("RGBA").getpixel((256, 150))[3] == 255


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are other things on Windows")
def test_a_folder_without_write_permission(tmp_path: Path) -> None:
    folder = project(tmp_path / "p")
    # No mode stops root, but no one may make a folder in the kernel's own file system.
    closed = Path("/sys") if os.getuid() == 0 else tmp_path / "closed"
    if closed.parent == tmp_path:
        closed.mkdir(mode=0o555)
    ran = creativekit("-C", folder, "-o", closed / "kit", "brand")
    assert ran.code == 1, ran.err
    assert str(closed) in ran.err
    assert not (closed / "kit").exists()
    assert set(files_of(folder)) == {"creativekit.toml"}
