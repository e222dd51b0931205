"""What every page of kit/presence/ is asked in a browser."""

from __future__ import annotations

from typing import Any


def is_too_wide(made: Any) -> bool:
    return bool(made.evaluate("document.documentElement.scrollWidth > innerWidth"))
