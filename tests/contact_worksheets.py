"""Contact sheets of the worksheets to judge by eye: a part of `make contact`.

For each style the empty pack, filled with the sheets' own example, and that as a form: all pages on
one picture, in Kazakh, Russian and English by turns. Needs pdftoppm.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

from creativekit.positioning.form import form
from creativekit.positioning.pages import pack
from styled_brands import STYLES, styled
from worksheet_answers import example_answers

_LANGUAGES = ("kk", "ru", "en")
_ACROSS, _GAP = 5, 12
_WIDE = "560"


def picture(data: bytes) -> Image.Image:
    """The pages of a PDF, five in a row."""
    with tempfile.TemporaryDirectory() as scratch:
        source = Path(scratch, "pack.pdf")
        source.write_bytes(data)
        size = ("-scale-to-x", _WIDE, "-scale-to-y", "-1")
        subprocess.run(["pdftoppm", *size, "-png", source, f"{scratch}/page"], check=True)
        pages = [Image.open(file).convert("RGB") for file in sorted(Path(scratch).glob("*.png"))]
    wide, tall = pages[0].width + _GAP, pages[0].height + _GAP
    rows = -(-len(pages) // _ACROSS)
    whole = Image.new("RGB", (_ACROSS * wide + _GAP, rows * tall + _GAP), "#888888")
    for index, page in enumerate(pages):
        whole.paste(page, (_GAP + index % _ACROSS * wide, _GAP + index // _ACROSS * tall))
    return whole


def main(folder: Path, styles: list[str]) -> None:
    if not shutil.which("pdftoppm"):
        sys.exit("pdftoppm is not installed: no pages of the worksheets")
    target = folder / "worksheets"
    target.mkdir(parents=True, exist_ok=True)
    for index, style in enumerate(styles or STYLES):
        language = _LANGUAGES[index % 3]
        picture(pack(styled(style), None, language)).save(target / f"{style}-empty.png")
        filled = pack(styled(style), example_answers(), language)
        picture(filled).save(target / f"{style}-filled.png")
        form_ = form(styled(style), example_answers(), language)
        picture(form_).save(target / f"{style}-form.png")
        print(target / style)


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "contact"), sys.argv[2:])
