"""Run one generation of fake files in a process of its own, to be killed: FOLDER NUMBER WORKERS."""

from __future__ import annotations

import sys
from pathlib import Path

from creativekit.press.run import Interrupted, run
from press.fake_jobs import generation


def main() -> int:
    folder, number, workers = sys.argv[1:]
    print("ready", flush=True)
    try:
        run(generation(int(number)), Path(folder), "brand", workers=int(workers))
    except Interrupted:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
