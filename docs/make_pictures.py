"""Makes README's pictures anew from the examples: `make pictures`. Needs pdftoppm and chromium.

They are small on purpose: 256 colours, 1200 px wide.
"""

from __future__ import annotations

import io
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

from creativekit.brand.explore import directions, resolved
from creativekit.brand.explore_sheet import card
from creativekit.brand.kit import jobs
from creativekit.canvas.backends.raster import render
from creativekit.canvas.path import Affine
from creativekit.canvas.scene import Group, Item, Rect, Scene, Solid
from creativekit.identity.colorway import ground, lockup_scene, paints
from creativekit.identity.resolve import identity
from creativekit.press.social_plan import social_plan
from creativekit.project.loading import load
from creativekit.social.kit import Wanted

HERE = Path(__file__).parent
EXAMPLES = HERE.parent / "examples"
NAMES = ("saz-studio", "aq-kiiz", "nukte-media")
PAGES = (1, 7, 12, 18, 22, 25)
WIDTH = 1200


def explore() -> Image.Image:
    """Eight directions for the first example."""
    project = load(EXAMPLES / NAMES[0])
    items: list[Item] = []
    for index, each in enumerate(directions(project, 8)):
        place = Affine.translation(40 + index % 4 * 520, 40 + index // 4 * 756)
        items.append(Group(card(each.number, resolved(project, each)).items, place))
    return render(Scene(2120, 1552, tuple(items)), background="#ececea")


def logos() -> Image.Image:
    """Each example's logo in two colourways."""
    items: list[Item] = []
    for row, name in enumerate(NAMES):
        brand = identity(load(EXAMPLES / name))
        for column, colorway in enumerate(("color", "on-dark")):
            x, y = column * 700.0, row * 340.0
            items.append(Rect(x, y, 700, 340, Solid(ground(brand.palette, colorway))))
            lockup = brand.logo.lockup(brand.logo.primary)
            scale = min(480 / lockup.box.width, 150 / lockup.box.height)
            scene = lockup_scene(lockup, paints(brand.palette, colorway), lockup.box.width * scale)
            place = Affine.translation(x + (700 - scene.width) / 2, y + (340 - scene.height) / 2)
            items.append(Group(scene.items, place))
    return render(Scene(1400, 1020, tuple(items)), background="#ffffff")


def guide() -> Image.Image:
    """Six pages of each example's guide, in Kazakh, a column for each example."""
    columns: list[list[Image.Image]] = []
    for name in NAMES:
        brand = identity(load(EXAMPLES / name))
        job = next(job for job in jobs(brand) if job.path.endswith("guide-kk.pdf"))
        with tempfile.TemporaryDirectory() as scratch:
            source = Path(scratch) / "guide.pdf"
            source.write_bytes(job.render().data)
            pages = []
            for page in PAGES:
                number = str(page)
                command = ["pdftoppm", "-r", "72", "-f", number, "-l", number, "-png", str(source)]
                data = subprocess.run(command, check=True, capture_output=True).stdout
                pages.append(Image.open(io.BytesIO(data)).convert("RGB"))
        columns.append(pages)
    width, height = columns[0][0].size
    gap = 16
    sheet = Image.new(
        "RGB", (3 * (width + gap) + gap, len(PAGES) * (height + gap) + gap), "#d9d9d6"
    )
    for x, pages in enumerate(columns):
        for y, page in enumerate(pages):
            sheet.paste(page, (gap + x * (width + gap), gap + y * (height + gap)))
    return sheet


def posts() -> Image.Image:
    """Four posts of each example, as `creativekit social` makes them."""
    shown: list[Image.Image] = []
    for name in NAMES:
        project = load(EXAMPLES / name)
        plan = social_plan(project, Wanted(("png",)), placements=("instagram-portrait",))
        pictures = [job for job in plan.jobs if job.path.endswith("-kk.png")]
        pictures += [job for job in plan.jobs if job.path.endswith("-kk-01.png")]
        shown.extend(Image.open(io.BytesIO(job.render().data)) for job in pictures[:4])
    gap, width, height = 24, 360, 450
    sheet = Image.new("RGB", (4 * (width + gap) + gap, 3 * (height + gap) + gap), "#ececea")
    for index, each in enumerate(shown):
        small = each.convert("RGB").resize((width, height), Image.Resampling.LANCZOS)
        sheet.paste(small, (gap + index % 4 * (width + gap), gap + index // 4 * (height + gap)))
    return sheet


def gallery() -> Image.Image:
    """The first example's page of its kit, as a browser shows it."""
    with tempfile.TemporaryDirectory() as scratch:
        kit = Path(scratch) / "kit"
        command = [sys.executable, "-m", "creativekit", "-C", str(EXAMPLES / NAMES[0])]
        subprocess.run([*command, "-o", str(kit), "build"], check=True, capture_output=True)
        return photographed((kit / "index.html").as_uri(), 1440, 1500)


def studio() -> Image.Image:
    """The studio at its brand screen, with the first example."""
    import asyncio

    from creativekit.studio.app import Studio

    async def drawn(config: Path, kit: Path) -> str:
        app = Studio(config, kit, language="en", settings=kit.parent / "settings.json")
        async with app.run_test(size=(120, 36)) as pilot:
            await pilot.press("2")
            for _ in range(40):
                await pilot.pause(0.1)
                if all(worker.is_finished for worker in app.workers):
                    break
            return app.export_screenshot()

    with tempfile.TemporaryDirectory() as scratch:
        svg = asyncio.run(drawn(EXAMPLES / NAMES[0] / "creativekit.toml", Path(scratch) / "kit"))
        page = Path(scratch) / "studio.html"
        style = "<style>body{margin:0}svg{width:100vw;height:auto;display:block}</style>"
        page.write_text(f"<!doctype html><meta charset=utf-8>{style}{svg}", "utf-8")
        return photographed(page.as_uri(), 1480, 925)


def photographed(address: str, width: int, height: int) -> Image.Image:
    """What headless Chromium shows of a page on this machine."""
    import shutil

    from playwright.sync_api import sync_playwright

    with sync_playwright() as tools:
        browser = tools.chromium.launch(executable_path=shutil.which("chromium"))
        page = browser.new_page(viewport={"width": width, "height": height})
        page.goto(address)
        page.wait_for_timeout(500)
        data = page.screenshot()
        browser.close()
    return Image.open(io.BytesIO(data))


def main() -> None:
    folder = HERE / "pictures"
    folder.mkdir(exist_ok=True)
    makers = (
        ("explore", explore),
        ("logo", logos),
        ("guide", guide),
        ("posts", posts),
        ("gallery", gallery),
        ("studio", studio),
    )
    for name, make in makers:
        picture = make().convert("RGB")
        size = (WIDTH, round(picture.height * WIDTH / picture.width))
        small = picture.resize(size, Image.Resampling.LANCZOS).quantize(
            256, dither=Image.Dither.NONE
        )
        small.save(folder / f"{name}.png", optimize=True)
        print(folder / f"{name}.png", (folder / f"{name}.png").stat().st_size // 1024, "KB")


if __name__ == "__main__":
    sys.exit(main())
