"""`creativekit assess --blank`: the questions on paper and as a PDF to fill in, without answers."""

from __future__ import annotations

from pathlib import Path

from creativekit.cli import run_report
from creativekit.cli.command import Settings
from creativekit.cli.glance import glance
from creativekit.cli.kit_run import brought_up_to_date, tell
from creativekit.errors import ExitCode
from creativekit.press.orders import QuestionsOrder
from creativekit.press.plan import PRESENCE


def make(settings: Settings, config: Path, profile: str | None, force: bool) -> ExitCode:
    """profile: whose questions; None for everybody's."""
    kit = settings.kit(config)
    report = brought_up_to_date(QuestionsOrder(config, profile), kit, force=force)
    folder = kit / PRESENCE
    tell(report, kit, glance(config).name, folder, folder)
    return run_report.exit_code(report)
