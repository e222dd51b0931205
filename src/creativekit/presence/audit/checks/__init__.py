"""The checks, a file a group; importing one registers its checks."""

from __future__ import annotations

from importlib import import_module

MODULES = (
    "transport",
    "certificate",
    "weight",
    "head",
    "indexing",
    "language",
    "sharing",
    "structured",
    "content",
    "offer",
    "links",
    "messengers",
    "handles",
    "headers",
)


def load() -> None:
    """Imports every group."""
    for name in MODULES:
        import_module(f"{__name__}.{name}")
