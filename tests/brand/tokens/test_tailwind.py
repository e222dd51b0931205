"""The theme through Tailwind itself, where npm and its command line are installed."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
import token_readers as read
from token_examples import brand, hostile

from creativekit.brand.tokens.model import Tokens
from creativekit.brand.tokens.tailwind import FILE, tailwind

MODULES = Path(os.environ.get("TAILWIND_HOME", "."), "node_modules").absolute()
INSTALLED = MODULES / ".bin" / "tailwindcss"
COMMAND = str(INSTALLED) if INSTALLED.exists() else shutil.which("tailwindcss")


@pytest.mark.skipif(
    shutil.which("npm") is None or COMMAND is None,
    reason="needs npm and @tailwindcss/cli, on the path or installed in TAILWIND_HOME",
)
@pytest.mark.parametrize("made", [brand(), hostile()], ids=["plain", "hostile"])
def test_tailwind_makes_classes_and_every_variable(tmp_path: Path, made: Tokens) -> None:
    assert COMMAND is not None
    if MODULES.is_dir():
        (tmp_path / "node_modules").symlink_to(MODULES, target_is_directory=True)
    (tmp_path / FILE).write_text(tailwind(made), encoding="utf-8")
    (tmp_path / "in.css").write_text(f'@import "tailwindcss";\n@import "./{FILE}";\n')
    (tmp_path / "page.html").write_text(
        '<p class="bg-primary text-on-primary border-primary-600 font-heading text-h1">'
    )
    subprocess.run(
        [COMMAND, "-i", "in.css", "-o", "out.css"],
        cwd=tmp_path,
        check=True,
        capture_output=True,
        timeout=120,
    )
    text = (tmp_path / "out.css").read_text(encoding="utf-8")
    for declared in (".bg-primary", ".text-on-primary", ".border-primary-600", ".font-heading"):
        assert f"{declared} {{" in text
    assert "var(--text-h1--line-height)" in text
    for token in made.of_type("color"):
        if not token.themed:
            assert f"--{token.name}: {token.light};" in text  # static: used or not
    dark = read.css(text)[read.DARK]
    assert dark["color-surface"] == made["color.role.surface"].dark
