"""What a project's positioning says, as the guide needs it: plain words, a map's points, scales.

The guide does not know the worksheets (rooms of one row do not know each other); the press works
the words out there and hands them over as this.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from creativekit.artwork.plot import Plot
from creativekit.artwork.scales import Scale


@dataclass(frozen=True, slots=True)
class Stand:
    """A positioning in one language; what there is nothing of is empty.

    statement: one or two sentences. parts: labels with the words of the statement's parts.
    nearest: a sentence about who is nearest on the map. say, never: words and phrases.
    """

    statement: str = ""
    parts: tuple[tuple[str, str], ...] = ()
    plot: Plot | None = None
    nearest: str = ""
    scales: tuple[Scale, ...] = ()
    say: tuple[str, ...] = ()
    never: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Position:
    """A positioning in each language that it says something in: pairs of language and Stand."""

    stands: tuple[tuple[str, Stand], ...]

    def get(self, language: str) -> Stand | None:
        return dict(self.stands).get(language)

    def texts(self) -> Iterator[tuple[str, str]]:
        """Everything that is shown, with the key it is written under in creativekit.toml."""
        for _, stand in self.stands:
            yield "positioning.statement", stand.statement
            yield from (("positioning.statement", text) for pair in stand.parts for text in pair)
            if stand.plot is not None:
                plot = stand.plot
                yield from (("positioning.map.x", text) for text in (plot.x_low, plot.x_high))
                yield from (("positioning.map.y", text) for text in (plot.y_low, plot.y_high))
                yield from (("positioning.map.points", spot.name) for spot in plot.spots)
            yield from (("positioning.character.say", text) for text in stand.say)
            yield from (("positioning.character.never", text) for text in stand.never)
