"""The examples as Identities, worked out once a session."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from creativekit.identity.model import Identity
from creativekit.identity.resolve import identity
from creativekit.project.loading import load

EXAMPLES = Path(__file__).parent.parent / "examples"
NAMES = tuple(sorted(path.name for path in EXAMPLES.iterdir() if path.is_dir()))


@cache
def example(name: str) -> Identity:
    return identity(load(EXAMPLES / name))
