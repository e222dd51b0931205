"""Whatever went wrong, as problems that a person reads: never a traceback on the screen."""

from __future__ import annotations

from creativekit.errors import CreativekitError, InputError, Problem, msg


def problems_of(error: BaseException) -> tuple[Problem, ...]:
    """The problems of bad input, all of them; else one that says what happened."""
    if isinstance(error, InputError):
        return error.problems
    if isinstance(error, CreativekitError):
        return (Problem(error.message),)
    kind, text = type(error).__name__, str(error)[:200]
    return (Problem(msg("unexpected fault: {kind}: {text}", kind=kind, text=text)),)
