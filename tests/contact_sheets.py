"""Contact sheets to judge by eye: `make contact`, or run this with a folder and names of brands.

For the three examples, and for six difficult seeds each in a style of its own: every lockup in
every colourway on its ground, patterns, the swatch sheet, covers and the pages of the guide (where
pdftoppm is installed). See docs/looks.md for what to hold them against.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PIL import Image

from creativekit.artwork.posts import sample_post
from creativekit.brand import swatches
from creativekit.brand.guide import jobs as guide_jobs
from creativekit.brand.kit import jobs as kit_jobs
from creativekit.canvas.backends.raster import png
from creativekit.canvas.path import Affine
from creativekit.canvas.path import Path as Outline
from creativekit.canvas.scene import Group, Item, Rect, Scene, Shape, Solid
from creativekit.identity.colorway import ground, lockup_scene, paints
from creativekit.identity.model import COLORWAYS, Identity
from creativekit.identity.motif import motif, motif_ids
from creativekit.identity.resolve import identity
from creativekit.project.loading import load

EXAMPLES = Path(__file__).parent.parent / "examples"

# A seed in each difficulty, with a name in each: long, Russian with a particle, one letter, …
SEEDS = {
    "teal": ("#0a7e8c", "craft", "Қызылордадағы шығармашылық кәсіпкерлер үйі"),
    "yellow": ("#ffd800", "bold", "Не только кофе"),
    "near-black": ("#0b0b0d", "noir", "Түнгі домбыра"),
    "near-white": ("#fafaf7", "editorial", "Ұста"),
    "red": ("#ff0000", "tech", "Өнер & Code"),
    "pale-pink": ("#fde2ea", "playful", "Балапан"),
}


def brands(names: list[str]) -> Iterator[tuple[str, Identity]]:
    for folder in sorted(path for path in EXAMPLES.iterdir() if path.is_dir()):
        if not names or folder.name in names:
            yield folder.name, identity(load(folder))
    for name, (color, style, title) in SEEDS.items():
        if names and name not in names:
            continue
        with tempfile.TemporaryDirectory() as scratch:
            config = Path(scratch) / "creativekit.toml"
            config.write_text(
                f'[project]\nname = "{title}"\ntagline = "Қолдан шыққан дүние"\n'
                'sector = "шеберхана"\ncity = "Алматы"\n'
                f'[brand]\ncolor = "{color}"\nstyle = "{style}"\n'
                '[voice]\nwe_are = ["жылы", "дәл"]\nwe_are_not = ["асқақ"]\n'
                '[contact]\nphone = "+7 700 000 00 00"\nsite = "atau.example"\n',
                encoding="utf-8",
            )
            yield name, identity(load(config))


def logos(brand: Identity) -> bytes:
    """Every lockup (rows) in every colourway (columns) on its ground."""
    kinds = brand.logo.kinds
    items: list[Item] = []
    for row, kind in enumerate(kinds):
        for column, colorway in enumerate(COLORWAYS):
            x, y = column * 520.0, row * 300.0
            items.append(Rect(x, y, 520, 300, Solid(ground(brand.palette, colorway))))
            lockup = brand.logo.lockup(kind)
            scale = min(380 / lockup.box.width, 170 / lockup.box.height)
            scene = lockup_scene(lockup, paints(brand.palette, colorway), lockup.box.width * scale)
            place = Affine.translation(x + (520 - scene.width) / 2, y + (300 - scene.height) / 2)
            items.append(Group(scene.items, place))
    return png(Scene(520 * len(COLORWAYS), 300 * len(kinds), tuple(items)), background="#ffffff")


def posts(brand: Identity) -> bytes:
    items: list[Item] = []
    tagline = brand.tagline.get("kk") if brand.tagline else ""
    for index, text in enumerate((brand.name.get("kk"), tagline, "Жексенбі, 11:00")):
        scene = sample_post(brand, "kk", text, ("Алматы, 12 500 ₸",), variant=index)
        place = Affine(0.5, 0, 0, 0.5, index * 560.0 + 20, 20)
        clip = Outline.rect(0, 0, scene.width, scene.height)
        items.append(Group(scene.items, place, clip))
    return png(Scene(1700, 720, tuple(items)), background="#dddddd")


def motifs() -> bytes:
    """Every motif large, and at 32 px."""
    names = motif_ids()
    items: list[Item] = []
    for index, name in enumerate(names):
        mark = motif(name)
        x, y = index % 6 * 260 + 40.0, index // 6 * 290 + 40.0
        for size, dx, dy in ((190, 0, 0), (32, 0, 205)):
            scale = size / max(mark.box.width, mark.box.height)
            for layer in mark.layers:
                path = layer.path.transform(Affine(scale, 0, 0, scale, x + dx, y + dy))
                color = "#e4572e" if layer.role == "accent" else "#0a7e8c"
                items.append(Shape(path, Solid(color)))
    rows = -(-len(names) // 6)
    return png(Scene(1600, rows * 290 + 40, tuple(items)), background="#ffffff")


def guide(brand: Identity, folder: Path) -> None:
    """The guide's pages in the main language, twelve to a sheet."""
    files = tuple(job.path for job in kit_jobs(brand))
    for job in guide_jobs(brand, files):
        if not job.path.endswith(f"{brand.main_language}.pdf"):
            continue
        with tempfile.TemporaryDirectory() as scratch:
            source = Path(scratch) / "guide.pdf"
            source.write_bytes(job.render().data)
            size = ("-scale-to-x", "960", "-scale-to-y", "540")
            subprocess.run(["pdftoppm", *size, "-png", source, f"{scratch}/page"], check=True)
            pages = [
                Image.open(page).convert("RGB") for page in sorted(Path(scratch).glob("*.png"))
            ]
            width, height = pages[0].size
            for start in range(0, len(pages), 12):
                part = pages[start : start + 12]
                rows = -(-len(part) // 3)
                sheet = Image.new("RGB", (3 * (width + 16), rows * (height + 16)), "#bbbbbb")
                for index, page in enumerate(part):
                    sheet.paste(
                        page, (index % 3 * (width + 16) + 8, index // 3 * (height + 16) + 8)
                    )
                sheet.save(folder / f"guide-{start // 12 + 1}.png")


def main(target: str, *names: str) -> None:
    out = Path(target)
    out.mkdir(parents=True, exist_ok=True)
    (out / "motifs.png").write_bytes(motifs())
    for name, brand in brands(list(names)):
        folder = out / name
        folder.mkdir(exist_ok=True)
        (folder / "logos.png").write_bytes(logos(brand))
        (folder / "posts.png").write_bytes(posts(brand))
        (folder / "swatches.png").write_bytes(png(swatches.scene(brand)))
        for job in kit_jobs(brand):
            if "/pattern/" in job.path and job.path.endswith("wallpaper.png"):
                (folder / Path(job.path).name).write_bytes(job.render().data)
        if shutil.which("pdftoppm"):
            guide(brand, folder)
        else:
            print("pdftoppm is not installed: no pages of the guide", file=sys.stderr)
        print(folder, flush=True)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(*sys.argv[1:])
