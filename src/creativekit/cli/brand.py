"""`creativekit brand`: the brand kit of a project, made or brought up to date."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from creativekit.cli import run_report, talk, viewer
from creativekit.cli.command import Option, Settings, Whole, as_command
from creativekit.cli.glance import glance
from creativekit.errors import ExitCode, msg, nmsg
from creativekit.press import fingerprint
from creativekit.press.plan import BRAND
from creativekit.press.report import RunReport
from creativekit.press.run import run, up_to_date

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
        Option(["--force"], msg("Replace files that you edited, too."), is_flag=True),
        Option(["--open", "open_"], msg("Open the brand guide when done."), is_flag=True),
        Option(
            ["--jobs"],
            msg("How many files to make at the same time; by default one a core."),
            msg("NUMBER"),
            type=Whole(1, 64),
        ),
    ),
)
def command(settings: Settings, force: bool, open_: bool, jobs: int | None) -> ExitCode:
    config = settings.config()
    seen = glance(config)
    if seen.color is not None:
        talk.wear(seen.color)
    kit = settings.kit(config)
    mark = fingerprint.of(config, BRAND)
    report = up_to_date(kit, BRAND, mark) if mark is not None else None
    if report is None or (force and report.kept_edited):
        report = _made(config, kit, mark, force, jobs)
    code = run_report.exit_code(report)
    if talk.wants_json():
        talk.out_json(run_report.as_json(report, kit))
    else:
        _tell(report, seen.name, kit)
        run_report.tell_exceptions(report, kit)
    if open_ and code == ExitCode.DONE:
        viewer.show(_guide(kit) or kit / BRAND)
    return code


def _made(config: Path, kit: Path, mark: str | None, force: bool, jobs: int | None) -> RunReport:
    # Here, so that a run with nothing to do loads neither.
    from creativekit.cli.progress import shown
    from creativekit.press.plan import brand_plan
    from creativekit.project.loading import load

    plan = brand_plan(load(config))
    for warning in plan.warnings:
        talk.err(talk.problem_line(warning, talk.err_ink()))
    with shown() as progress:
        return run(
            plan.jobs,
            kit,
            BRAND,
            tool=fingerprint.tool(),
            fingerprint=mark,
            force=force,
            workers=jobs,
            progress=progress,
        )


def _tell(report: RunReport, name: str, kit: Path) -> None:
    ink = talk.err_ink()
    where = talk.shown_path(kit / BRAND)
    if report.made or report.removed:
        talk.err()
        talk.err(f"  {ink.brand('●')} {ink.bold(name)}")
        talk.err()
        for line in _folders(report, kit):
            talk.err(line)
        talk.err()
        talk.err(f"  {run_report.tally(report)}")
        guide = _guide(kit)
        talk.err(f"  {ink.brand(talk.shown_path(guide) if guide is not None else where)}")
        talk.err()
    elif not report.failed:
        message = nmsg(
            "everything is up to date: {n} file in {folder}",
            "everything is up to date: {n} files in {folder}",
            report.files,
            folder=where,
        )
        talk.err(f"{ink.brand('●')} {ink.bold(name)}: {talk.say(message)}")


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
