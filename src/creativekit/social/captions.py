"""Captions: the text beside each picture, what a platform takes of it, and captions.csv.

A platform cuts a text that is too long, or refuses it when the author has already closed the file;
so every caption is measured by its platform's own count (`caption_length`), hashtags included, as
they are posted with it. What platforms take changes, so too much is a warning.

captions.csv is for a spreadsheet: semicolons between cells, because Excel splits a file at the list
separator of the system, which is the semicolon in Kazakh and Russian settings; UTF-8 with a byte
order mark, without which Excel takes it for Windows-1251 and every Ә is lost; CRLF after a row
(RFC 4180). A text that begins with = + - @ or a control character would be run as a formula, so an
apostrophe stands before it (OWASP, "CSV Injection").
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from creativekit.errors import Message, Problem, msg
from creativekit.social.caption_length import length
from creativekit.social.placements import Catalogue, Placement, Platform
from creativekit.social.post import Post

COLUMNS = (
    "id", "date", "time", "platform", "placement", "language", "file", "caption", "hashtags", "alt",
)  # fmt: skip

_DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


@dataclass(frozen=True, slots=True)
class Caption:
    """What goes with one picture: text and hashtags (without #) to post, alt for screen readers."""

    text: str
    hashtags: tuple[str, ...]
    alt: str

    @property
    def tagged(self) -> str:
        """The hashtags as they are posted: `#a #b`."""
        return " ".join(f"#{tag}" for tag in self.hashtags)

    @property
    def posted(self) -> str:
        """Text and hashtags as they are posted together, an empty line between them."""
        return "\n\n".join(part for part in (self.text, self.tagged) if part)


@dataclass(frozen=True, slots=True)
class Limit:
    """One limit of a platform: how much there is, how much it takes, and of what."""

    of: str
    found: int
    most: int

    @property
    def met(self) -> bool:
        return self.found <= self.most


def caption(post: Post, language: str, alt: str | None = None) -> Caption:
    """A post's caption in a language. alt: the picture's, where the post itself has none."""
    text = post.caption.get(language) if post.caption is not None else ""
    own = post.field("alt", language)
    return Caption(text, post.tags(language), own if isinstance(own, str) else alt or "")


def limits(caption: Caption, platform: Platform) -> tuple[Limit, ...]:
    """The platform's limits of a caption, met or not; those it does not state are left out."""
    first_line = caption.posted.partition("\n")[0]
    stated = (
        ("caption", length(caption.posted, platform.counting), platform.caption),
        ("title", length(first_line, platform.counting), platform.title_most),
        ("hashtags", len(caption.hashtags), platform.hashtags),
        ("alt", length(caption.alt, "characters"), platform.alt),
    )
    return tuple(Limit(of, found, most) for of, found, most in stated if most is not None)


def file_limits(placement: Placement, size: int) -> tuple[Limit, ...]:
    """The placement's limits of a file: `size` in bytes, width and height the placement's own."""
    width, height = placement.width, placement.height
    ratio = -(-max(width, height) // min(width, height))
    stated = (
        ("bytes", size, placement.limits.bytes),
        ("sum", width + height, placement.limits.sum),
        ("ratio", ratio, placement.limits.ratio),
    )
    return tuple(Limit(of, found, most) for of, found, most in stated if most is not None)


def doubts(post: Post, catalogue: Catalogue) -> tuple[Problem, ...]:
    """Warnings for what the post's platforms would cut, refuse or not like, in each language."""
    platforms = dict.fromkeys(catalogue.placement(each).platform for each in post.placements)
    return tuple(
        problem
        for name in platforms
        for language in post.languages
        for problem in _doubts(post, catalogue.platforms[name], language)
    )


def _doubts(post: Post, platform: Platform, language: str) -> Iterator[Problem]:
    found = caption(post, language)
    for limit in limits(found, platform):
        if not limit.met:
            said = Message(
                _TOO_MUCH[limit.of].text,
                {
                    "platform": platform.title,
                    "language": language,
                    "found": limit.found,
                    "most": limit.most,
                },
            )
            key = limit.of if limit.of != "title" else "caption"
            yield post.problem(said, key, severity="warning")
    advised = platform.advised_hashtags
    if advised is not None and len(found.hashtags) > advised:
        most = platform.hashtags
        if most is None or len(found.hashtags) <= most:
            yield post.problem(
                msg(
                    "{platform} takes only {most} hashtags from many accounts, and there are"
                    " {found} ({language})",
                    platform=platform.title,
                    language=language,
                    found=len(found.hashtags),
                    most=advised,
                ),
                "hashtags",
                severity="warning",
            )


_TOO_MUCH = {
    "caption": msg(
        "the text with its hashtags is {found} long by {platform}'s count ({language}), and it"
        " takes {most}"
    ),
    "title": msg(
        "the first line is the title on {platform}: it is {found} long ({language}), and at most"
        " {most} are taken"
    ),
    "hashtags": msg("{platform} takes {most} hashtags, and there are {found} ({language})"),
    "alt": msg(
        "the description of the picture is {found} long ({language}), and {platform} takes {most}"
    ),
}


@dataclass(frozen=True, slots=True)
class CaptionRow:
    """A row of captions.csv: a picture, and what goes with it. file: from the kit's folder."""

    post: Post
    placement: Placement
    language: str
    file: str
    caption: Caption


def captions_csv(rows: Iterable[CaptionRow], catalogue: Catalogue) -> bytes:
    """captions.csv: one row a picture, in the order given."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in rows:
        post = row.post
        writer.writerow(
            harmless(cell)
            for cell in (
                post.id,
                post.date.isoformat() if post.date else "",
                f"{post.time:%H:%M}" if post.time else "",
                catalogue.platforms[row.placement.platform].title,
                row.placement.id,
                row.language,
                row.file,
                row.caption.text,
                row.caption.tagged,
                row.caption.alt,
            )
        )
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8")


def harmless(cell: str) -> str:
    """A cell that no spreadsheet runs: an apostrophe before what would begin a formula."""
    return f"'{cell}" if cell.startswith(_DANGEROUS) else cell
