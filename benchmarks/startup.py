"""`creativekit --help` against `python -c pass`, in turns, so that a busy machine slows all alike.

Printed, not promised: an interpreter alone takes as long as it takes. `import click` is between
them, because most of what is added is that.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile

from benchmarks.measure import run

TURNS = 15
COMMANDS = {
    "python -c pass": ("-c", "pass"),
    "import click": ("-c", "import click"),
    "creativekit --help": ("-m", "creativekit", "--help"),
}


def main() -> None:
    with tempfile.TemporaryDirectory() as compiled:
        # As after the first start: compiled modules are kept, whatever this shell says of them.
        environ = {**os.environ, "PYTHONPYCACHEPREFIX": compiled}
        environ.pop("PYTHONDONTWRITEBYTECODE", None)
        turns = [
            [
                run((sys.executable, *command), env=environ).wall * 1000
                for command in COMMANDS.values()
            ]
            for _ in range(1 + TURNS)
        ][1:]
    for place, name in enumerate(COMMANDS):
        median = statistics.median(turn[place] for turn in turns)
        more = statistics.median(turn[place] - turn[0] for turn in turns)
        fastest = min(turn[place] for turn in turns)
        print(f"{name:<20} {median:5.0f} ms  ({more:+4.0f} ms; fastest {fastest:.0f} ms)")


if __name__ == "__main__":
    main()
