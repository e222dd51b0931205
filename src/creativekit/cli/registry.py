"""The commands, by name: where each is, and what it does in a line.

Enough for `creativekit --help`, without loading any of them.
"""

from __future__ import annotations

from creativekit.errors import Message, msg

COMMANDS: dict[str, tuple[str, Message]] = {
    "new": ("creativekit.cli.new", msg("Start a project: a folder with a creativekit.toml")),
    "check": ("creativekit.cli.check", msg("Find every problem of the project at once")),
    "explore": ("creativekit.cli.explore", msg("Show directions to choose from, on one sheet")),
    "brand": ("creativekit.cli.brand", msg("Make the brand kit: logo, colours, type, guide")),
    "templates": ("creativekit.cli.templates", msg("List, copy and check templates of posts")),
    "social": ("creativekit.cli.social", msg("Make posts from creativekit.toml or from a table")),
    "position": (
        "creativekit.cli.position",
        msg("Make the positioning worksheets, filled or empty"),
    ),
    "assess": (
        "creativekit.cli.assess",
        msg("See how you are found online, and what to do next"),
    ),
    "build": (
        "creativekit.cli.build",
        msg("Make everything that is stale, and a page that shows it"),
    ),
    "studio": ("creativekit.cli.studio", msg("Work on the project on one screen")),
    "serve": ("creativekit.cli.serve", msg("Work on the project in a browser")),
    "share": ("creativekit.cli.share", msg("Pack the kit, or results without a name, to pass on")),
    "cohort": (
        "creativekit.cli.cohort",
        msg("For trainers: collect a group's answers, report them, build everybody's kits"),
    ),
    "schema": ("creativekit.cli.schema", msg("Print what a creativekit.toml may hold")),
    "doctor": ("creativekit.cli.doctor", msg("See what this computer can do")),
}
