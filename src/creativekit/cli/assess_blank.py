"""`creativekit assess --blank`: the questions on paper and as a PDF to fill in, without answers."""

from __future__ import annotations

from pathlib import Path

from creativekit.cli import run_report
from creativekit.cli.command import Settings
from creativekit.cli.glance import glance
from creativekit.cli.kit_run import brought_up_to_date, tell
from creativekit.errors import ExitCode
from creativekit.press import fingerprint
from creativekit.press.plan import Plan

PRESENCE = "presence"
CAPABILITY = f"{PRESENCE}:blank"


def make(settings: Settings, config: Path, profile: str | None, force: bool) -> ExitCode:
    """profile: whose questions; None for everybody's."""
    kit = settings.kit(config)

    def plan() -> Plan:
        from creativekit.press.presence import questions_plan
        from creativekit.project.loading import load

        return questions_plan(load(config), config.parent, profile)

    mark = fingerprint.of(config, CAPABILITY, profile)
    report = brought_up_to_date(
        plan, kit, CAPABILITY, mark, force=force, partial=profile is not None
    )
    folder = kit / PRESENCE
    tell(report, kit, glance(config).name, folder, folder)
    return run_report.exit_code(report)
