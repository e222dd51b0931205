"""click's own sentences, in our catalogs.

click says "Missing argument" and the like through gettext, by a name that each of its modules
imports. Its documented way to translate them is a compiled catalog on disk and a language set for
the whole process; ours are read in memory, one for each invocation. So those names are pointed to
our translator, and the sentences stand here to be collected with the rest. A test holds the list
against click's source.
"""

from __future__ import annotations

import click.core
import click.decorators
import click.exceptions
import click.formatting
import click.parser
import click.termui
import click.types

from creativekit.cli import talk
from creativekit.errors import msg, nmsg

WORDS = (
    msg("Missing command."),
    msg("Missing argument"),
    msg("Missing option"),
    msg("No such option {name!r}."),
    msg("Invalid value: {message}"),
    msg("Invalid value for {param_hint}: {message}"),
    msg("Option {name!r} does not take a value."),
    nmsg("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)", 1),
    nmsg("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})", 1),
    nmsg("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments.", 1),
    nmsg("{value!r} is not {choice}.", "{value!r} is not one of {choices}.", 1),
)

_MODULES = (
    click.core,
    click.decorators,
    click.exceptions,
    click.formatting,
    click.parser,
    click.termui,
    click.types,
)


def learn() -> None:
    """Let click speak the language of the conversation from now on."""
    for module in _MODULES:
        for name, ours in (("_", _gettext), ("ngettext", _ngettext)):
            if hasattr(module, name):
                setattr(module, name, ours)


def _gettext(text: str) -> str:
    return talk.translator_now().gettext(text)


def _ngettext(singular: str, plural: str, n: int) -> str:
    return talk.translator_now().ngettext(singular, plural, n)
