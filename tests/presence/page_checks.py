"""What every page of kit/presence/ is asked in a browser."""

from __future__ import annotations

import json
from typing import Any


def violations(made: Any, axe: str) -> str:
    made.evaluate("() => document.querySelectorAll('details').forEach(e => { e.open = true })")
    made.evaluate(axe)
    found = made.evaluate(
        "() => axe.run(document, {resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa',"
        " 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})"
    )["violations"]
    bad = [
        (rule["id"], [(node["target"], node["failureSummary"]) for node in rule["nodes"][:3]])
        for rule in found
    ]
    return json.dumps(bad, ensure_ascii=False, indent=1) if bad else ""


def is_too_wide(made: Any) -> bool:
    return bool(made.evaluate("document.documentElement.scrollWidth > innerWidth"))
