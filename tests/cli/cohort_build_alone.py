"""The program with `cohort build` under a name of its own: `… cohort-build DIR`."""

from __future__ import annotations

from creativekit.cli.registry import COMMANDS
from creativekit.errors import msg

NAME = "cohort-build"
COMMANDS[NAME] = ("creativekit.cli.cohort_build", msg("build"))

if __name__ == "__main__":
    from creativekit.cli.main import run

    run()
