"""Placements: where a post can go, and what each platform takes beside a picture.

The numbers are data (templates/social/placements.toml), because platforms change them more often
than we are released, and a project's own file stands in for ours as a whole. The file is read
strictly: every key that is wrong, missing or unknown is told with its line.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal, TypeVar

from creativekit.canvas.path import Box
from creativekit.errors import fail, msg, nearest
from creativekit.identity.template_table import Sheet, Table
from creativekit.project import templates, vocabulary
from creativekit.project.localized import Localized
from creativekit.project.rejection import shown

FILE = vocabulary.PLACEMENTS

Kind = Literal["post", "story", "link", "thumbnail", "cover", "avatar", "highlight"]
Shape = Literal["square", "tall", "wide", "banner"]
Confidence = Literal["high", "medium-high", "medium", "medium-low", "low"]
Counting = Literal["characters", "utf16", "x"]
FileFormat = Literal["jpeg", "png", "webp", "pdf"]

KINDS: tuple[Kind, ...] = (
    "post", "story", "link", "thumbnail", "cover", "avatar", "highlight",
)  # fmt: skip
CONFIDENCES: tuple[Confidence, ...] = ("high", "medium-high", "medium", "medium-low", "low")
COUNTINGS: tuple[Counting, ...] = ("characters", "utf16", "x")
FORMATS: tuple[FileFormat, ...] = ("jpeg", "png", "webp", "pdf")

MOST_SIDE = 10_000
MOST_AREA = 40_000_000  # px: what a picture of this size costs in memory is some 160 MB
LEAST_SIDE = 16
MOST_PLACEMENTS = 200

# Width over height: below the first a frame is tall, from the last a banner.
_TALL, _WIDE, _BANNER = 0.92, 1.2, 2.3

Word = TypeVar("Word", bound=str)


@dataclass(frozen=True, slots=True)
class Crop:
    """What is left in the centre where the platform cuts: px of the placement.

    circle: the widest circle in the centre; width and height are its diameter.
    grid: what a profile's grid shows. center: what small screens show.
    """

    kind: Literal["circle", "grid", "center"]
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Limits:
    """What the platform takes of a file; None where it states nothing.

    bytes: of the file. sum: width + height, px. ratio: longer side over shorter side.
    """

    bytes: int | None = None
    sum: int | None = None
    ratio: int | None = None


@dataclass(frozen=True, slots=True)
class Platform:
    """What a platform takes beside a picture; None where it states nothing.

    caption: most characters of the text with its hashtags, counted as `counting` says.
    title: most characters of the first line where that is a title. hashtags: most of them;
    advised_hashtags: more are taken but unwise. alt: most characters of the description.
    """

    id: str
    title: str
    formats: tuple[FileFormat, ...]
    confidence: Confidence
    source: str
    as_of: str
    caption: int | None = None
    counting: Counting = "characters"
    title_most: int | None = None
    hashtags: int | None = None
    advised_hashtags: int | None = None
    alt: int | None = None


@dataclass(frozen=True, slots=True)
class Placement:
    """One place for a picture.

    width, height: px. insets: px from top, right, bottom, left to keep free of words and logos;
    `safe` is the box inside. covered: boxes that something of the platform lies over.
    formats: kinds of file it takes, the preferred first. confidence, source, as_of: how far the
    numbers can be trusted, where they are from, of which year.
    """

    id: str
    platform: str
    kind: Kind
    title: Localized
    width: int
    height: int
    insets: tuple[int, int, int, int]
    crop: Crop | None
    covered: tuple[Box, ...]
    limits: Limits
    formats: tuple[FileFormat, ...]
    confidence: Confidence
    source: str
    as_of: str

    @property
    def safe(self) -> Box:
        """The box that words and logos stay in, px of the placement."""
        top, right, bottom, left = self.insets
        return Box(left, top, self.width - right, self.height - bottom)

    @property
    def shown(self) -> Box:
        """What is seen where the platform cuts; the whole frame where it does not."""
        if self.crop is None:
            return Box(0, 0, self.width, self.height)
        left, top = (self.width - self.crop.width) / 2, (self.height - self.crop.height) / 2
        return Box(left, top, left + self.crop.width, top + self.crop.height)

    @property
    def shape(self) -> Shape:
        """Of what is seen: a circle is square, a frame with only a strip that is safe a banner."""
        if self.crop is not None and self.crop.kind == "circle":
            return "square"
        ratio = self.width / self.height
        if ratio >= _BANNER or self.safe.width / self.safe.height >= _BANNER:
            return "banner"
        if ratio >= _WIDE:
            return "wide"
        return "tall" if ratio < _TALL else "square"


@dataclass(frozen=True)
class Catalogue:
    """The file of placements, read. Mappings are in the file's order; nobody changes them."""

    placements: Mapping[str, Placement]
    platforms: Mapping[str, Platform]
    default: tuple[str, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """Everything that may be written for placements: groups, then single ones."""
        return (*self.groups, *self.placements)

    @property
    def groups(self) -> tuple[str, ...]:
        return (vocabulary.ALL, *vocabulary.KINDS, *self.platforms)

    def group(self, word: str) -> tuple[str, ...]:
        """The placements that a word stands for, in the file's order.

        A platform is its posts and stories or, where it has neither, its thumbnails; `all` is all
        platforms so; `posts`, `covers`, … are all of one kind. Raises KeyError for another word.
        """
        if word in self.placements:
            return (word,)
        if word in vocabulary.KINDS:
            kind = vocabulary.KINDS[word]
            return tuple(each.id for each in self.placements.values() if each.kind == kind)
        if word == vocabulary.ALL:
            return tuple(id for platform in self.platforms for id in self.group(platform))
        if word not in self.platforms:
            raise KeyError(word)
        own = [each for each in self.placements.values() if each.platform == word]
        posted = [each.id for each in own if each.kind in ("post", "story")]
        return tuple(posted or [each.id for each in own if each.kind == "thumbnail"])

    def chosen(self, words: Iterable[str]) -> tuple[str, ...]:
        """The placements of several words, each once. Raises InputError for an unknown word."""
        found: dict[str, None] = {}
        for word in words:
            try:
                found.update(dict.fromkeys(self.group(word)))
            except KeyError:
                fail(
                    msg("'{found}' is not a placement", found=shown(word)),
                    accepted=self.groups,
                    nearest=nearest(word, self.words),
                )
        return tuple(found)

    def placement(self, placement_id: str) -> Placement:
        """One placement. Raises InputError with the nearest match."""
        found = self.placements.get(placement_id)
        if found is None:
            fail(
                msg("'{found}' is not a placement", found=shown(placement_id)),
                nearest=nearest(placement_id, self.placements),
            )
        return found

    def platform_of(self, placement_id: str) -> Platform:
        return self.platforms[self.placement(placement_id).platform]


def catalogue(project_folder: Path | None = None) -> Catalogue:
    """The project's own file of placements, else ours. Raises InputError with all its problems."""
    return _catalogue(templates.read(FILE, project_folder))


def placements(project_folder: Path | None = None) -> Mapping[str, Placement]:
    """Placements by id, in the file's order. Raises InputError as `catalogue` does."""
    return catalogue(project_folder).placements


def placement(placement_id: str, project_folder: Path | None = None) -> Placement:
    """One placement. Raises InputError with the nearest match, or as `catalogue` does."""
    return catalogue(project_folder).placement(placement_id)


@lru_cache(maxsize=4)
def _catalogue(data: bytes) -> Catalogue:
    sheet = Sheet(FILE, data)
    top = sheet.top
    top.whole("schema", 1, 1, 1)
    platforms = _platforms(top)
    single: dict[str, Placement] = {}
    for table in top.tables("placement", 1, MOST_PLACEMENTS):
        read = _placement(table, platforms)
        if read.id in single:
            table.report("id", msg("'{found}' is given twice", found=shown(read.id)))
        elif read.id in (vocabulary.ALL, *vocabulary.KINDS, *platforms):
            table.report(
                "id", msg("'{found}' is the name of a group of placements", found=shown(read.id))
            )
        single[read.id] = read
    found = Catalogue(single, platforms, ())
    default = _words(top, "default", found.words)
    top.close()
    sheet.problems.raise_if_any()
    return Catalogue(single, platforms, found.chosen(default))


def _platforms(top: Table) -> dict[str, Platform]:
    tables = top.table("platforms")
    if not tables.values:
        top.report("platforms", msg("this section is missing"))
    found = {}
    for name in tables.values:
        table = tables.table(name)
        found[name] = Platform(
            id=name,
            title=_text(table, "title"),
            formats=_words(table, "formats", FORMATS),
            confidence=table.choice("confidence", CONFIDENCES),
            source=_text(table, "source"),
            as_of=_text(table, "as_of"),
            caption=_count(table, "caption"),
            counting=table.choice("counting", COUNTINGS, "characters"),
            title_most=_count(table, "title_most"),
            hashtags=_count(table, "hashtags"),
            advised_hashtags=_count(table, "hashtags_advised"),
            alt=_count(table, "alt"),
        )
        table.close()
    return found


def _placement(table: Table, platforms: Mapping[str, Platform]) -> Placement:
    platform = table.choice("platform", tuple(platforms) or ("",))
    width, height = (_px(table, name, LEAST_SIDE, MOST_SIDE) for name in ("width", "height"))
    if width * height > MOST_AREA:
        table.report("width", msg("the picture is too large: at most {n} pixels", n=MOST_AREA))
    found = Placement(
        id=_name(table, "id"),
        platform=platform,
        kind=table.choice("kind", KINDS),
        title=table.localized("title"),
        width=width,
        height=height,
        insets=_insets(table.table("safe"), width, height),
        crop=_crop(table, width, height),
        covered=_covered(table, width, height),
        limits=_limits(table.table("limits")),
        formats=_formats(table, platforms.get(platform)),
        confidence=table.choice("confidence", CONFIDENCES),
        source=_text(table, "source"),
        as_of=_text(table, "as_of"),
    )
    table.close()
    return found


def _insets(table: Table, width: int, height: int) -> tuple[int, int, int, int]:
    top, right, bottom, left = (
        _px(table, name, 0, MOST_SIDE) for name in ("top", "right", "bottom", "left")
    )
    table.close()
    if left + right > width - LEAST_SIDE or top + bottom > height - LEAST_SIDE:
        table.sheet.report(table.key, msg("these margins leave nothing of the picture"))
        return 0, 0, 0, 0
    return top, right, bottom, left


def _crop(table: Table, width: int, height: int) -> Crop | None:
    value = table.take("crop")
    if value == "none":
        return None
    if value == "circle":
        return Crop("circle", min(width, height), min(width, height))
    if isinstance(value, dict) and len(value) == 1:
        for kind in ("grid", "center"):
            size = value.get(kind)
            if (
                isinstance(size, list)
                and len(size) == 2
                and all(type(side) is int and side >= LEAST_SIDE for side in size)
                and size[0] <= width
                and size[1] <= height
            ):
                return Crop(kind, *size)
    table.report(
        "crop",
        msg("'{found}' cannot be used here", found=shown(value)),
        ('"none"', '"circle"', "{ grid = [w, h] }", "{ center = [w, h] }"),
    )
    return None


def _covered(table: Table, width: int, height: int) -> tuple[Box, ...]:
    value = table.take("covered")
    if value is None or not table.is_list(value, "covered", 1, 8):
        return ()
    found = []
    for index, each in enumerate(value):
        if not (
            isinstance(each, list)
            and len(each) == 4
            and all(type(side) is int for side in each)
            and 0 <= each[0] < each[2] <= width
            and 0 <= each[1] < each[3] <= height
        ):
            message = msg("this must be a box inside the picture, not {found}", found=str(each))
            table.report("covered", message, ("[left, top, right, bottom]",), None, index)
        else:
            found.append(Box(*each))
    return tuple(found)


def _limits(table: Table) -> Limits:
    found = Limits(_count(table, "bytes"), _count(table, "sum"), _count(table, "ratio"))
    table.close()
    return found


def _formats(table: Table, platform: Platform | None) -> tuple[FileFormat, ...]:
    if "formats" not in table and platform is not None:
        table.take("formats")
        return platform.formats
    return _words(table, "formats", FORMATS)


def _px(table: Table, name: str, least: int, most: int) -> int:
    if name not in table:
        table.take(name)
        table.report(name, msg("this key is missing and has no default"))
        return most
    return table.whole(name, least, most, most)


def _count(table: Table, name: str) -> int | None:
    return table.whole(name, 1, 10**9, 1) if name in table else table.take(name)


def _words(table: Table, name: str, accepted: Sequence[Word]) -> tuple[Word, ...]:
    value = table.take(name)
    if not table.is_list(value if value is not None else [], name, 1, 64):
        return ()
    return tuple(
        dict.fromkeys(table.word(each, accepted, name, index) for index, each in enumerate(value))
    )


def _text(table: Table, name: str) -> str:
    value = table.take(name)
    if isinstance(value, str) and value.strip():
        return value.strip()
    table.report(name, msg("this must be text in quotes, not {found}", found=shown(value)))
    return name


def _name(table: Table, name: str) -> str:
    """A word that can be a file's name on every system."""
    value = _text(table, name)
    if value.isascii() and value.replace("-", "").isalnum() and value == value.lower():
        return value
    table.report(
        name,
        msg("'{found}' must be made of small English letters, digits and -", found=shown(value)),
    )
    return value
