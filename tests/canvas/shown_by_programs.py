"""What other programs show of a drawing: the pictures that tests compare with ours."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path

from PIL import Image

from creativekit.canvas.backends.live_fonts import fonts_of
from creativekit.canvas.scene import Scene
from creativekit.fonts.faces import Face
from creativekit.fonts.instances import static_instance
from tools import office_profile, require


def pdf_pages(file: Path, dpi: float) -> list[Image.Image]:
    """The pages of a PDF, through poppler."""
    program = require("pdftoppm")
    target = file.parent / f"{file.stem}-page"
    subprocess.run([program, "-r", f"{dpi:g}", "-png", file, target], check=True)
    return [Image.open(page) for page in sorted(file.parent.glob(f"{target.name}*.png"))]


def slides(file: Path, scenes: Sequence[Scene], dpi: float) -> list[Image.Image]:
    """The slides of a presentation, through LibreOffice, which has the Scenes' fonts."""
    program = require("soffice")
    folder = file.parent
    faces = dict.fromkeys(face for scene in scenes for face in fonts_of(scene))
    environment = {**os.environ, "FONTCONFIG_FILE": str(_only_these(faces, folder / "fonts"))}
    subprocess.run(
        [
            program,
            office_profile(),
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            folder,
            file,
        ],
        check=True,
        capture_output=True,
        env=environment,
        timeout=180,
    )
    return pdf_pages(file.with_suffix(".pdf"), dpi)


def _only_these(faces: Iterable[Face], folder: Path) -> Path:
    """A fontconfig file by which programs have these fonts and no others."""
    folder.mkdir()
    for face in faces:
        shutil.copy(static_instance(face), folder)
    config = folder / "fonts.conf"
    config.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f"<dir>{folder}</dir><cachedir>{folder / 'cache'}</cachedir></fontconfig>",
        "utf-8",
    )
    return config
