"""`creativekit brand`: the brand kit of a project, made or brought up to date."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from creativekit.cli import run_report, talk, viewer
from creativekit.cli.command import Option, Settings, as_command, force_option, jobs_option
from creativekit.cli.glance import glance
from creativekit.cli.kit_run import brought_up_to_date, tell
from creativekit.errors import ExitCode, msg
from creativekit.press import orders
from creativekit.press.plan import BRAND
from creativekit.press.report import RunReport

# What lies in the folders of kit/brand, in the order in which it is told.
_TITLES = {
    "logo": msg("logo"),
    "color": msg("colours"),
    "type": msg("typefaces"),
    "pattern": msg("patterns"),
    "icons": msg("icons"),
    "stationery": msg("stationery"),
    "guide": msg("guide"),
}


@as_command(
    "brand",
    msg(
        "Writes the kit into the folder kit/brand. Only what has changed since the last time is"
        " made again. A file that you edited is kept and named; --force replaces it."
    ),
    examples=("brand", "-C my-studio brand --open", "brand -o /media/usb/kit --force"),
    shared=("project", "out", "json", "lang"),
    options=(
        force_option(),
        Option(["--open", "open_"], msg("Open the brand guide when done."), is_flag=True),
        jobs_option(),
    ),
)
def command(settings: Settings, force: bool, open_: bool, jobs: int | None) -> ExitCode:
    config = settings.config()
    seen = glance(config)
    if seen.color is not None:
        talk.wear(seen.color)
    kit = settings.kit(config)
    report = brought_up_to_date(orders.brand(config), kit, force=force, workers=jobs)
    code = run_report.exit_code(report)
    folder = kit / BRAND
    tell(report, kit, seen.name, folder, _guide(kit) or folder, _folders(report, kit))
    if open_ and code == ExitCode.DONE:
        viewer.show(_guide(kit) or folder)
    return code


def _folders(report: RunReport, kit: Path) -> Iterator[str]:
    """A line a folder of the kit: what is in it, how many files, and where."""
    ink = talk.err_ink()
    paths = (*report.made, *report.unchanged, *report.kept_edited)
    counts = Counter(path.split("/")[1] for path in paths if path.count("/") > 1)
    known = [folder for folder in _TITLES if folder in counts]
    titles = {folder: talk.say(_TITLES[folder]) for folder in known}
    titles |= {folder: folder for folder in sorted(counts) if folder not in titles}
    width = max(map(len, titles.values()), default=0)
    for folder, title in titles.items():
        where = ink.dim(talk.shown_path(kit / BRAND / folder))
        yield f"    {title:<{width}}  {counts[folder]:>4}  {where}"


def _guide(kit: Path) -> Path | None:
    """The guide in the spoken language, else any guide."""
    guides = sorted((kit / BRAND / "guide").glob("*.html"))
    spoken = [guide for guide in guides if guide.stem.endswith(f"-{talk.language()}")]
    return next(iter([*spoken, *guides]), None)
