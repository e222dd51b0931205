"""Writes docs/checks.md: every check of the live audit, from the registry and its data.

`make checks` after changing a check, a threshold or a weight; a test fails while the page is old.
"""

from __future__ import annotations

import sys
from pathlib import Path

from creativekit.presence.audit.tables import Threshold, table, thresholds
from creativekit.presence.audit.verdict import GROUPS, Check, checks

PAGE = Path(__file__).with_name("checks.md")

HEAD = """\
<!-- Written by docs/make_checks.py: change the checks, not this page. -->

# What the live audit checks

`creativekit assess --audit URL` asks a site for its pages, at most 100 requests, one a second, and
judges what it got. What does not come is waited for twenty seconds of a site in all, and an audit
ends after ten minutes; what it has by then is kept. Each check says *pass*, *warn*, *fail* or
*unknown*, what was seen, why it matters and how to mend it. *Unknown* is for what could not be seen
and never counts against a site; a check whose question does not arise (no form: no privacy text
near it) is not listed at all. A page that broke off is not blamed for what may have been in the
rest of it.

- **in a browser**: scripts may add what it looks for. On a page of little text and many scripts a
  failure is *unknown*.
- **hosted**: on a site builder or a page of links it is the builder's to set, and a failure warns.
- **weight**: how much it counts in the health of a site, a number from 0 to 100: the share of
  weight that passes, a warning being half. When less than {least_coverage:.0%} could be seen there
  is no number. When any of these fails, the site is on level 0 whatever else it does:
  {stops}.

Nothing here is a “performance score”: that takes a browser. Social networks are not asked whether a
profile exists; names in them are checked by the networks' own rules.
"""


def text() -> str:
    """The whole page."""
    rules = table("weights")
    stops = ", ".join(f"`{id_}`" for id_ in rules["stops"])
    parts = [HEAD.format(least_coverage=rules["least_coverage"], stops=stops)]
    for group, title in GROUPS.items():
        parts.append(f"\n## {title}\n")
        parts += [_check(known) for known in checks() if known.group == group]
    parts.append("\n## Thresholds\n\nFrom `templates/presence/audit/thresholds.toml`.\n")
    parts.append("\n| name | passes | warns | source |\n|---|---|---|---|\n")
    for name, known in thresholds().items():
        parts.append(f"| {name} | {_passes(known)} | {_warns(known)} | {_linked(known.source)} |\n")
    return "".join(parts)


def _check(known: Check) -> str:
    marks = [f"weight {table('weights')['weights'].get(known.id, 1)}"]
    marks += ["in a browser"] if known.rendered else []
    marks += ["hosted"] if known.hosted else []
    return (
        f"\n### `{known.id}` {known.title}\n\n"
        f"{_escaped(str(known.why))} {_escaped(str(known.mend))}\n\n"
        f"{', '.join(marks)} · [source]({known.source})\n"
    )


def _passes(known: Threshold) -> str:
    if known.width is not None and known.height is not None:
        return f"{_number(known.width)} × {_number(known.height)} px"
    said = []
    if known.good is not None:
        said.append(f"{'≥' if _is_downward(known) else '≤'} {_number(known.good)}")
    if known.least is not None:
        said.append(f"≥ {_number(known.least)}")
    if known.most is not None:
        said.append(f"≤ {_number(known.most)}")
    return ", ".join(said)


def _warns(known: Threshold) -> str:
    if known.poor is None:
        return ""
    return f"{'≥' if _is_downward(known) else '≤'} {_number(known.poor)}"


def _is_downward(known: Threshold) -> bool:
    """Whether more is better."""
    return known.good is not None and known.poor is not None and known.poor < known.good


def _number(value: float) -> str:
    return f"{value:,g}" if value < 1_000_000 else f"{value:,.0f}"


def _linked(source: str) -> str:
    return f"<{source}>" if source.startswith("https://") else source


def _escaped(said: str) -> str:
    return said.replace("<", "\\<").replace("*", "\\*")


if __name__ == "__main__":
    if sys.argv[1:]:
        sys.exit("usage: python docs/make_checks.py")
    PAGE.write_text(text(), "utf-8", newline="\n")
