"""The guide as Jobs. What makes the bytes is imported when they are made: planning a kit needs
neither typst nor jinja."""

from __future__ import annotations

from collections.abc import Sequence

from creativekit.brand.guide.letters import require_letters
from creativekit.brand.guide.paths import path
from creativekit.brand.guide.position import Position
from creativekit.brand.guide.sources import digest_of_sources
from creativekit.brand.guide.typefaces import typefaces
from creativekit.errors import msg
from creativekit.identity.model import Identity
from creativekit.jobs import Job


def jobs(
    identity: Identity, files: Sequence[str] = (), position: Position | None = None
) -> tuple[Job, ...]:
    """A PDF and an HTML file in each language.

    files: paths of the rest of the kit, which the guide tells about; its own are added. position:
    what the positioning says, when there is one. Raises InputError for a letter in the brand's
    texts that no face here has.
    """
    require_letters(identity, tuple(typefaces(identity).values()), position)
    makers = {"pdf": make_pdf, "html": make_html}
    own = [
        (path(identity, language, ending), language, ending)
        for language in identity.languages
        for ending in makers
    ]
    told = tuple(sorted({*files, *(name for name, _, _ in own)}))
    sources = digest_of_sources(identity)
    return tuple(
        Job(
            name,
            makers[ending],
            (identity, language, told, position, sources),
            msg("brand guide, {language} ({ending})", language=language, ending=ending.upper()),
            cost=6.0 if ending == "pdf" else 5.0,
            kin=f"guide-{language}",
        )
        for name, language, ending in own
    )


def make_pdf(
    identity: Identity,
    language: str,
    files: tuple[str, ...],
    position: Position | None,
    sources: str,
) -> bytes:
    """The PDF. `sources` stands for the templates, which are read from their files again."""
    from creativekit.brand.guide.pdf import pdf

    return pdf(identity, language, files, position)


def make_html(
    identity: Identity,
    language: str,
    files: tuple[str, ...],
    position: Position | None,
    sources: str,
) -> bytes:
    """The HTML file; see `make_pdf`."""
    from creativekit.brand.guide.html import html

    return html(identity, language, files, position)
