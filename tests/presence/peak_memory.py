"""The most memory that a process has had, for tests that measure one from inside it."""

from __future__ import annotations

import sys
from pathlib import Path


def peak() -> int:
    """Bytes. It never shrinks, so what is measured runs in a process of its own.

    Linux counts into ru_maxrss what the parent had before exec: beside a large pytest a child
    seems never to grow. VmHWM is the program's own; the kernel begins it, in a fork, with what the
    parent holds. macOS counts bytes, and the program's own.
    """
    if sys.platform == "linux":
        lines = Path("/proc/self/status").read_text("ascii", "replace").splitlines()
        return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM"))
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
