"""What axe-core finds on a page that a browser shows.

Four fifths of its time goes to colours, as it looks what lies under each run of letters. Of letters
that have the same colour, size, weight and grounds, all the way out, it is asked of the first only.
"""

from __future__ import annotations

import json
from typing import Any

_RUN = """async runOnly => {
  const asked = {resultTypes: ['violations'], ...(runOnly ? {runOnly} : {})};
  const whole = await axe.run(
    document, {...asked, rules: {'color-contrast': {enabled: false}}});
  const grounds = new Map(), seen = new Set(), include = [];
  const ground = e => {
    if (!e) return '';
    if (!grounds.has(e)) {
      const s = getComputedStyle(e);
      const own = [s.backgroundColor, s.backgroundImage, s.opacity, s.position, s.filter].join(' ');
      const is_plain = own === 'rgba(0, 0, 0, 0) none 1 static none';
      grounds.set(e, (is_plain ? '' : own + '|') + ground(e.parentElement));
    }
    return grounds.get(e);
  };
  const consider = e => {
    const s = getComputedStyle(e);
    const key = [s.color, s.fontSize, s.fontWeight, s.textShadow, ground(e)].join('/');
    if (e.checkVisibility() && !seen.has(key)) { seen.add(key); include.push(e); }
  };
  const letters = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (letters.nextNode()) {
    if (letters.currentNode.data.trim()) consider(letters.currentNode.parentElement);
  }
  document.querySelectorAll('input, textarea, select, button').forEach(consider);
  const colors = include.length === 0 ? {violations: []} : await axe.run(
    {include}, {...asked, runOnly: {type: 'rule', values: ['color-contrast']}});
  return [...whole.violations, ...colors.violations];
}"""
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def found(page: Any, axe: str, tags: list[str] | None = None) -> list[dict[str, Any]]:
    """Violations on a page whose policy allows the script. tags: of the rules, all by default."""
    page.evaluate(axe)
    violations: list[dict[str, Any]] = page.evaluate(_RUN, tags)
    return violations


def violations(page: Any, axe: str) -> str:
    """What is wrong by WCAG 2.2 AA and good practice, every fold open; empty when nothing is."""
    page.evaluate("() => document.querySelectorAll('details').forEach(e => { e.open = true })")
    bad = [
        (rule["id"], [(node["target"], node["failureSummary"]) for node in rule["nodes"][:3]])
        for rule in found(page, axe, WCAG)
    ]
    return json.dumps(bad, ensure_ascii=False, indent=1) if bad else ""
