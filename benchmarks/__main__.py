"""Run every benchmark, or those named: `python -m benchmarks [brand startup …]`."""

from __future__ import annotations

import importlib
import pkgutil
import sys

import benchmarks


def main(names: list[str]) -> None:
    known = sorted(
        item.name for item in pkgutil.iter_modules(benchmarks.__path__) if not item.ispkg
    )
    known = [name for name in known if not name.startswith("_") and name != "measure"]
    for name in names or known:
        if name not in known:
            sys.exit(f"no benchmark '{name}' ({', '.join(known)})")
        print(f"\n== {name}", flush=True)
        importlib.import_module(f"benchmarks.{name}").main()


if __name__ == "__main__":
    main(sys.argv[1:])
