"""Contact sheets of the studio to judge by eye: a part of `make contact`.

The real app, driven by keys through every screen, panel and dialog, in the sizes it is made for, in
three languages and themes and without colours. Each screen is a picture of its own; small ones are
laid four on a sheet. What can be measured is measured on the way: words that read at less than
4.5 to 1 are told, with where they stand. Needs chromium, and playwright.

`python tests/contact_studio.py FOLDER [WALK …]`: only these walks.
"""

from __future__ import annotations

import asyncio
import datetime
import json
import os
import re
import shutil
import sys
import tempfile
import threading
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw
from rich.segment import Segment

sys.path[:0] = [str(Path(__file__).parent / name) for name in ("studio", "presence")]

from assessments import answers, ours  # noqa: E402
from studio_app import CONFIG, LARGE, SMALL, Desk, project  # noqa: E402

from creativekit.color.contrast import TEXT, ratio  # noqa: E402
from creativekit.errors import Problem, msg  # noqa: E402
from creativekit.language.catalogs import translator  # noqa: E402
from creativekit.press import build as building  # noqa: E402
from creativekit.press import presence_files  # noqa: E402
from creativekit.press.build import Built, State  # noqa: E402
from creativekit.press.presence_sitting import Sitting  # noqa: E402
from creativekit.studio.agenda import agenda  # noqa: E402
from creativekit.studio.app import Studio  # noqa: E402
from creativekit.studio.brand import BrandScreen  # noqa: E402
from creativekit.studio.home import HomeScreen  # noqa: E402
from creativekit.studio.sample import Sample  # noqa: E402
from creativekit.studio.social import SocialScreen  # noqa: E402
from creativekit.studio.social_seeing import Seeing  # noqa: E402
from creativekit.studio.trainer import TrainerStudio  # noqa: E402

EXAMPLES = Path(__file__).parent.parent / "examples"
DAY = datetime.date(2026, 11, 26)
_CELL = 9.75  # px of a picture to a column
_GAP = 14


@dataclass(frozen=True, slots=True)
class View:
    """How a walk is looked at. color: False with NO_COLOR. example: whose project."""

    size: tuple[int, int]
    language: str
    theme: str
    color: bool = True
    example: str = "saz-studio"

    @property
    def name(self) -> str:
        color = "" if self.color else "-nocolor"
        return f"{self.size[0]}-{self.language}-{self.theme}{color}"


Shot = Callable[[str], Awaitable[None]]
Steps = Callable[[Desk, Shot], Awaitable[None]]
Setup = Callable[[Path, View], Path]


@dataclass(frozen=True, slots=True)
class Walk:
    """setup: makes the project in a folder, returns its creativekit.toml."""

    name: str
    setup: Setup
    steps: Steps
    views: tuple[View, ...]
    trainer: bool = False


BASE = (View(SMALL, "kk", "dark"), View(LARGE, "kk", "light"))
PAPER = View(SMALL, "ru", "light")
BRAND = View(LARGE, "ru", "brand", example="nukte-media")
ENGLISH = View(LARGE, "en", "dark", example="aq-kiiz")
PLAIN = View(SMALL, "en", "dark", color=False)
SMALL_BRAND = View(SMALL, "ru", "brand", example="aq-kiiz")


# ---- projects


def example(folder: Path, view: View) -> Path:
    skip = shutil.ignore_patterns("kit")
    copy = shutil.copytree(EXAMPLES / view.example, folder / view.example, ignore=skip)
    shutil.rmtree(copy / "presence", ignore_errors=True)
    return Path(copy) / "creativekit.toml"


def fresh(folder: Path, view: View) -> Path:
    return project(folder / "saz-studio")


def spoilt(folder: Path, view: View) -> Path:
    text = CONFIG.replace('"steppe"', '"stepe"').replace('"#0a7e8c"', '"teel"')
    return project(folder / "saz-studio", text + '\n[[post]]\ntemplate = "anouncement"\n')


def unreadable(folder: Path, view: View) -> Path:
    return project(folder / "saz-studio", CONFIG + "\n[[post]\n")


def long_names(folder: Path, view: View) -> Path:
    long = {
        "Саз студиясы": "Қызылордадағы шығармашылық кәсіпкерлерге арналған брендинг шеберханасы",
        "Студия «Саз»": "Мастерская брендинга для творческих предпринимателей Кызылорды и области",
        "Saz Studio": "The branding workshop for creative entrepreneurs in and around Kyzylorda",
    }
    config = CONFIG
    for name in ("Саз студиясы", "Студия «Саз»", "Saz Studio"):
        config = config.replace(name, long[name])
    return project(folder / "saz-studio", config)


def with_table(folder: Path, view: View) -> Path:
    config = example(folder, view)
    rows = "announcement;Жаңа студия ашылды;\nannouncement;Суретсіз;жоқ.jpg\n"
    rows += "quote;Өнер алды — қызыл тіл;\nannoncement;Қате үлгі;\n"
    (config.parent / "posts.csv").write_text("template;headline;photo\n" + rows, "utf-8")
    return config


def with_form(folder: Path, view: View) -> Path:
    config = example(folder, view)
    values = {"audience.who": "Айша, жиырма алты жаста, әнші", "ladder.needs.0": "үнсіздік"}
    form = {"creativekit": "worksheets", "version": 1, "language": "kk", "values": values}
    (config.parent / "answers.json").write_text(json.dumps(form), "utf-8")
    return config


def with_runs(folder: Path, view: View) -> Path:
    config = example(folder, view)
    for day, shift in ((datetime.date(2026, 5, 20), -1), (DAY, 0)):
        Sitting(config, config.parent / "kit", day).conclude(answers(shift, day))
    return config


def with_draft(folder: Path, view: View) -> Path:
    config = with_runs(folder, view)
    whole = answers()
    count = len(ours().asked("site")) - 1
    draft = type(whole).of(whole.instrument, whole.profile, (), dict(whole.given[:count]), 4)
    presence_files.save_draft(config.parent, draft)
    return config


# ---- walks


async def looked(desk: Desk) -> None:
    for _ in range(200):
        await desk.pilot.pause(0.05)
        found = desk.app.screen.query(Seeing)
        if not found or found.first().is_settled:
            break
    await desk.settle()


async def home(desk: Desk, shot: Shot) -> None:
    await shot("missing")
    states = ("done", 38), ("stale", 24), ("done", 12), ("missing", 0)
    known = dict(zip(building.capabilities(), states, strict=True))
    found = {name: State(state, count) for name, (state, count) in known.items()}  # type: ignore[arg-type]
    desk.app.screen.post_message(HomeScreen.Known(found))
    await desk.press("right")
    await shot("states")
    begun, go_on = threading.Event(), threading.Event()

    def build(*_: object, progress: Any, cancelled: Any, **__: object) -> Built:
        progress(38, 112, msg("logo"))
        begun.set()
        go_on.wait(20)
        return Built(cancelled=cancelled())

    real, building.build = building.build, build  # type: ignore[assignment]
    try:
        await desk.pilot.press("b")
        while not begun.is_set():
            await desk.pilot.pause(0.01)
        await desk.pilot.pause(0.1)
        await shot("making")
        await desk.pilot.press("escape")
        go_on.set()
        await desk.settle()
        await shot("stopped")
    finally:
        building.build = real
    desk.app.session.change({"brand.style": "bold"})
    desk.app.changed()
    await desk.pilot.pause(0.6)
    await desk.press("b")
    await shot("asked")


async def home_only(desk: Desk, shot: Shot) -> None:
    await shot("home")


async def brand(desk: Desk, shot: Shot) -> None:
    await desk.press("2")
    await desk.settle()
    await shot("color")
    if desk.app.size.width < 100:
        for name in ("ramps", "contrast", "vision"):
            await desk.press("v")
            await shot(name)
        await desk.press("v")
    for control in ("style", "logo", "pattern"):
        screen = desk.app.screen
        assert isinstance(screen, BrandScreen)
        screen.query_one(f"#{control}").focus()
        await desk.press("right" if control == "logo" else "enter")
        await shot(f"choose-{control}")
        if control != "logo":
            await desk.press("escape")
    await desk.press("p")
    await shot("from-picture")
    await desk.press("escape", "e")
    await shot("explore")
    await desk.press("escape", "ctrl+s", "f1")
    await shot("help")


async def brand_wrong(desk: Desk, shot: Shot) -> None:
    (desk.app.session.folder / "broken.svg").write_text("<svg")
    desk.app.session.change({"brand.logo": {"file": "broken.svg"}})
    desk.app.changed()
    await desk.press("2")
    await shot("refused")


async def social(desk: Desk, shot: Shot) -> None:
    await desk.press("3")
    await looked(desk)
    await shot("list")
    await desk.press("enter", "tab")
    await shot("form")
    screen = desk.app.screen
    assert isinstance(screen, SocialScreen)
    for _ in range(8):  # to a story, where the platform's own bars lie over the picture
        seen = screen._sight.seen
        if seen is not None and seen.placement is not None and seen.placement.id.endswith("story"):
            break
        await desk.press("f6")
        await looked(desk)
    await desk.press("f8")
    await looked(desk)
    await shot("safe-zones")
    await desk.press("escape", "n")
    await desk.pilot.pause(0.3)
    await desk.settle()
    await shot("templates")
    await desk.press("escape", "e")
    await shot("export")
    await desk.press("escape", "end", "up", "delete")
    await looked(desk)
    await shot("removed")


async def social_empty(desk: Desk, shot: Shot) -> None:
    await desk.press("3")
    await looked(desk)
    await shot("empty")
    await desk.press("n", "enter")
    await desk.type("Сәлем")
    await looked(desk)
    await shot("first")


async def table(desk: Desk, shot: Shot) -> None:
    await desk.press("3", "t")
    await shot("which")
    await desk.press("enter")
    await desk.settle()
    await shot("rows")


async def sheets(desk: Desk, shot: Shot) -> None:
    from textual.widgets import OptionList

    from creativekit.positioning.sheets import worksheets

    await desk.press("4")
    for place, sheet in enumerate(worksheets()):
        desk.app.screen.query_one("#sheets", OptionList).highlighted = place
        await desk.settle()
        await shot(f"{place + 1:02}-{sheet.id}")
        if sheet.id in ("alternatives", "map"):
            desk.app.screen.query_one("#sheets").focus()
            await desk.press("enter")
            await desk.press(*["tab"] * 4)
            await shot(f"{place + 1:02}-{sheet.id}-typing")
            if desk.app.size.width < 100:
                await desk.press("f7")
                await shot(f"{place + 1:02}-{sheet.id}-result")
                await desk.press("f7")
                await shot(f"{place + 1:02}-{sheet.id}-form")
                await desk.press("f7")
            await desk.press("escape")
    await desk.press("f8")
    await shot("findings")
    await desk.press("escape", "x")
    await shot("which")


async def sheets_fresh(desk: Desk, shot: Shot) -> None:
    await desk.press("4")
    await shot("fresh")
    await desk.press("enter")
    await desk.type("Айша")
    await shot("typed")


async def form(desk: Desk, shot: Shot) -> None:
    await desk.press("4", "i")
    await shot("which")
    await desk.press("enter")
    await shot("difference")


async def asking(desk: Desk, shot: Shot) -> None:
    await desk.press("5")
    await shot("start")
    await desk.press("enter")
    await shot("profile")
    await desk.press("2")
    await shot("features")
    await desk.press("enter")
    await shot("hours")
    await desk.press("enter")
    await shot("question")
    await desk.press("question_mark")
    await shot("explained")


async def result(desk: Desk, shot: Shot) -> None:
    await desk.press("5")
    await shot("stand")
    for name in ("plan", "seen", "change"):
        await desk.press("right")
        await shot(name)
    await desk.press("r")
    await shot("runs")


async def ending(desk: Desk, shot: Shot) -> None:
    await desk.press("5")
    await shot("begun")
    await desk.press("a")
    await shot("goes-on")
    await desk.press("enter", "4")
    await shot("ending")


async def workshop(desk: Desk, shot: Shot) -> None:
    await shot("welcome")
    await desk.press("shift+f9", "shift+f6")
    await shot("say")
    await desk.press("shift+f8", "shift+f8", "shift+f8", "shift+f8")
    await shot("say-more")
    await desk.press("escape")
    await shot("step")
    await desk.press("shift+f7", "shift+f7")
    await shot("sheets")
    await desk.press("shift+f4")
    await shot("start-over")


async def everywhere(desk: Desk, shot: Shot) -> None:
    await desk.press("f1")
    await shot("help")
    await desk.press("escape", "ctrl+p")
    await desk.pilot.pause(0.4)
    await shot("palette")
    await desk.type("бренд" if desk.app.translator.language != "en" else "brand")
    await desk.pilot.pause(0.6)
    await shot("palette-found")
    await desk.press("escape", "escape")
    desk.app.session.change({"brand.style": "bold"})
    desk.app.changed()
    await desk.press("ctrl+q")
    await shot("unsaved")
    await desk.press("escape", "ctrl+s")
    await shot("saved")
    desk.app.session.config.write_text(CONFIG, "utf-8")
    desk.app.session.change({"brand.style": "noir"})
    desk.app.changed()
    await desk.press("ctrl+s")
    await shot("changed-meanwhile")
    await desk.press("escape")
    problems = (
        Problem(msg("'{found}' is not a placement", found="x"), file="creativekit.toml", line=3),
        Problem(msg("'{found}' is not a placement", found="y"), file="creativekit.toml", line=9,
                severity="warning"),
    )  # fmt: skip
    desk.app.show_problems(problems)
    await desk.settle()
    await shot("problems")


WALKS = (
    Walk("home", example, home, (*BASE, SMALL_BRAND, BRAND, PLAIN)),
    Walk("long", long_names, home_only, (BASE[0], BRAND)),
    Walk("spoilt", spoilt, home_only, (*BASE, PLAIN)),
    Walk("unreadable", unreadable, home_only, (PAPER,)),
    Walk("brand", example, brand, (*BASE, ENGLISH, SMALL_BRAND, PLAIN)),
    Walk("brand-wrong", fresh, brand_wrong, (PAPER,)),
    Walk("social", example, social, (*BASE, BRAND, PAPER)),
    Walk("social-empty", fresh, social_empty, BASE),
    Walk("table", with_table, table, BASE),
    Walk("sheets", example, sheets, (*BASE, ENGLISH)),
    Walk("sheets-fresh", fresh, sheets_fresh, (*BASE, SMALL_BRAND)),
    Walk("form", with_form, form, BASE),
    Walk("asking", example, asking, (*BASE, BRAND, PLAIN)),
    Walk("result", with_runs, result, (*BASE, SMALL_BRAND, ENGLISH)),
    Walk("ending", with_draft, ending, BASE),
    Walk("workshop", fresh, workshop, (*BASE, SMALL_BRAND, BRAND), trainer=True),
    Walk("everywhere", example, everywhere, (*BASE, PAPER, BRAND)),
)


def app_of(walk: Walk, view: View, folder: Path) -> Studio:
    settings = folder / "settings.json"
    settings.write_text(json.dumps({"theme": view.theme}), "utf-8")
    os.environ.pop("NO_COLOR", None)
    if not view.color:
        os.environ["NO_COLOR"] = "1"
    if walk.trainer:
        (folder / "root").mkdir()
        sample = Sample(folder / "root", translator(view.language).text)
        config, known = sample.config(), {"language": view.language, "settings": settings}
        return TrainerStudio(config, config.parent / "kit", agenda(), sample=sample, **known)  # type: ignore[arg-type]
    config = walk.setup(folder, view)
    return Studio(config, config.parent / "kit", language=view.language, settings=settings)


def gone(walk: Walk, view: View) -> Iterator[tuple[str, str]]:
    """Names and SVGs of the screens of a walk."""
    shots: list[tuple[str, str]] = []
    with tempfile.TemporaryDirectory() as folder:
        app = app_of(walk, view, Path(folder))

        async def run() -> None:
            async with app.run_test(size=view.size, notifications=True) as pilot:
                desk = Desk(app, pilot)
                await desk.settle()

                async def shot(name: str) -> None:
                    await desk.settle()
                    whole = f"{walk.name}-{name}-{view.name}"
                    # Without the faces that textual would have a browser fetch.
                    svg = re.sub(r"@font-face \{.*?\}", "", app.export_screenshot(), flags=re.S)
                    shots.append((whole, svg))
                    if view.color:
                        for line in unread(desk):
                            print(f"{whole}: {line}", file=sys.stderr)

                await walk.steps(desk, shot)

        asyncio.run(run())
    yield from shots


def unread(desk: Desk) -> Iterator[str]:
    """Words of the screen that read at less than 4.5 to 1; colours shown as colours are none."""
    screen = desk.app.screen
    # Behind a dialog the screen is dimmed on purpose.
    shown = [each.region for each in screen.children] if screen.is_modal else [screen.region]
    for row, strip in enumerate(screen._compositor.render_strips()):
        column = 0
        for segment in strip:
            found = _contrast(segment)
            is_shown = any(region.contains(column, row) for region in shown)
            if found is not None and found < TEXT and is_shown:
                yield f"{found:.1f} to 1 at {row},{column}: {segment.text.strip()!r}"
            column += segment.cell_length


def _contrast(segment: Segment) -> float | None:
    style = segment.style
    if style is None or style.color is None or style.bgcolor is None:
        return None
    if not any(char.isalnum() for char in segment.text):
        return None
    ink, ground = style.color.get_truecolor().hex, style.bgcolor.get_truecolor().hex
    return ratio(*((ground, ink) if style.reverse else (ink, ground)))


# ---- from screens to pictures


async def pictures(folder: Path, shots: list[tuple[str, str]]) -> list[Path]:
    from playwright.async_api import async_playwright

    made = []
    async with async_playwright() as control:
        browser = await control.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        page = await browser.new_page()
        for name, svg in shots:
            columns, rows = LARGE if "-120-" in name else SMALL
            width = round(columns * _CELL)
            await page.set_viewport_size({"width": width, "height": rows * 23})
            fits = (
                f"<style>body{{margin:0}}svg{{width:{width}px;height:auto;display:block}}</style>"
            )
            await page.set_content(f"{fits}<body>{svg}")
            file = folder / f"{name}.png"
            await page.locator("svg").first.screenshot(path=file)
            made.append(file)
        await browser.close()
    return made


def tiled(files: list[Path], folder: Path, name: str) -> None:
    """Sheets of the pictures at their full size: small ones four on a sheet, large ones two."""
    for wide, across, down in ((SMALL[0], 2, 2), (LARGE[0], 1, 2)):
        group = [each for each in files if f"-{wide}-" in each.name]
        for number, start in enumerate(range(0, len(group), across * down), 1):
            batch = [
                (each, Image.open(each).convert("RGB")) for each in group[start:][: across * down]
            ]
            cell = max(each.width for _, each in batch), max(each.height for _, each in batch) + 16
            size = across * (cell[0] + _GAP), -(-len(batch) // across) * (cell[1] + _GAP)
            whole = Image.new("RGB", size, "#777777")
            pen = ImageDraw.Draw(whole)
            for place, (file, each) in enumerate(batch):
                left = place % across * (cell[0] + _GAP)
                top = place // across * (cell[1] + _GAP)
                pen.text((left, top), file.stem, fill="#ffffff")
                whole.paste(each, (left, top + 16))
            whole.save(folder / f"{name}-{wide}-{number}.png")


def main(folder: Path, wanted: list[str]) -> None:
    target = folder / "studio"
    each_alone = target / "screens"
    each_alone.mkdir(parents=True, exist_ok=True)
    from creativekit.studio import presence_answering

    presence_answering.today = lambda: DAY
    for walk in WALKS:
        if wanted and walk.name not in wanted:
            continue
        shots = [found for view in walk.views for found in gone(walk, view)]
        tiled(asyncio.run(pictures(each_alone, shots)), target, walk.name)
        print(target / walk.name, len(shots))


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "contact"), sys.argv[2:])
