"""Sheet 9: whether a pitch can be said in half a minute, and a bio fits where it is to stand.

Words a minute are those of limits.toml. English: 140, within the 125 to 150 that Stephen E. Lucas
gives for speakers ("The Art of Public Speaking", 8th edition, page 300). Kazakh and Russian words
are longer, and a character takes nearly the same time in languages written with an alphabet (68 ms
when read aloud: Trauzettel-Klosinski and Dietz, "Standardized Assessment of Reading Performance:
The New International Reading Speed Texts IReST", 2012, doi:10.1167/iovs.11-8284). The parallel
texts of our brand guide have 6.7, 6.5 and 5.3 characters a word, its space counted, in Kazakh,
Russian and English: that makes 111 and 115, and handbooks of Russian speech say about 120.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path

from creativekit.errors import Problem, msg
from creativekit.positioning.limits import Platform, limits
from creativekit.project.graphemes import graphemes
from creativekit.project.positioning_section import Pitch


@dataclass(frozen=True, slots=True)
class Fit:
    """A text against a platform's limit, both in characters as a reader sees them."""

    platform: Platform
    length: int

    @property
    def fits(self) -> bool:
        return self.length <= self.platform.limit


def seconds(text: str, language: str, project_folder: Path | None = None) -> int:
    """Whole seconds that a text takes to say in kk, ru or en; a dash or an emoji is not said."""
    count = sum(any(char.isalnum() for char in word) for word in text.split())
    return math.ceil(count * 60 / limits(project_folder).paces[language].words)


def fits(text: str, project_folder: Path | None = None) -> tuple[Fit, ...]:
    """A bio against every platform, in the order of the file."""
    length = len(graphemes(text))
    return tuple(Fit(platform, length) for platform in limits(project_folder).platforms)


def findings(pitch: Pitch, project_folder: Path | None = None) -> tuple[Problem, ...]:
    """Warnings, by language: a pitch that takes too long, a bio that is too long somewhere."""
    found = []
    most = limits(project_folder).seconds
    for language, text in () if pitch.pitch is None else pitch.pitch.texts:
        taken = seconds(text, language, project_folder)
        if taken > most:
            message = msg(
                "the pitch takes about {seconds} seconds to say ({language}); {most} is the aim",
                seconds=taken,
                language=language,
                most=most,
            )
            found.append(Problem(message, key="positioning.pitch.pitch", severity="warning"))
    for language, text in () if pitch.bio is None else pitch.bio.texts:
        long = [each for each in fits(text, project_folder) if not each.fits]
        if long:
            message = msg(
                "the bio has {count} characters ({language}) and is too long for: {platforms}",
                count=long[0].length,
                language=language,
                platforms=", ".join(
                    f"{each.platform.title} ({each.platform.limit})" for each in long
                ),
            )
            found.append(Problem(message, key="positioning.pitch.bio", severity="warning"))
    return tuple(found)
