"""The files of posts, as Jobs: pictures with their sidecars, captions, the calendar, the contact
sheet.

A preflight has looked at every target before (`rendering.check`); what it found (alternative texts,
what was done for contrast, which photographs are shown) is handed in, so that nothing is laid out
again to be written down, and a picture's key has its photographs in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path, PurePosixPath

from creativekit.errors import Message, msg
from creativekit.fonts.faces import Face, licence_text
from creativekit.identity.model import Identity
from creativekit.identity.office_theme import theme_of
from creativekit.jobs import Beside, Job
from creativekit.language.catalogs import translator
from creativekit.language.file_names import safe_name
from creativekit.social import formats
from creativekit.social.calendar import calendar_ics
from creativekit.social.captions import Caption, CaptionRow, caption, captions_csv
from creativekit.social.contact import contact_jobs
from creativekit.social.formats import FORMATS, chosen, encode
from creativekit.social.placements import Catalogue, Placement, Platform, catalogue
from creativekit.social.post import Post
from creativekit.social.preview import preview
from creativekit.social.rendering import Finding, scene
from creativekit.social.sidecar import Picture, sidecar
from creativekit.social.targets import FOLDER, Setup, Target

FONTS = f"{FOLDER}/fonts"
SELECTION = "selection-"

# LinkedIn shows a carousel as a document: the pages of one go there as a PDF, too.
_DOCUMENTS = "linkedin"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for.

    formats: names of `formats.FORMATS`, or "auto". previews: also pictures of what each platform
    covers and cuts. selection: these are some posts of many, so what lists them (the page, the
    captions, the calendar) goes beside the lists of all of them, not in their place.
    """

    formats: tuple[str, ...] = (formats.AUTO,)
    previews: bool = False
    selection: bool = False

    def listed(self, name: str) -> str:
        """The path in the kit of a file that lists the posts."""
        return f"{FOLDER}/{SELECTION if self.selection else ''}{name}"


def jobs(
    setup: Setup, targets: Sequence[Target], findings: Sequence[Finding], wanted: Wanted
) -> tuple[Job, ...]:
    """All Jobs of the posts; `findings` are those of `targets`, one each, without errors."""
    known = catalogue(setup.folder)
    pairs = tuple(zip(targets, findings, strict=True))
    files: list[tuple[Target, Finding, str]] = []
    made: list[Job] = []
    listed: set[str] = set()
    for target, finding in pairs:
        for name in chosen(wanted.formats, target.placement, bool(finding.pictures)):
            if FORMATS[name].paged:
                continue
            job = _picture(setup, target, finding, name, known)
            made.append(job)
            if target.stem not in listed:
                listed.add(target.stem)
                files.append((target, finding, job.path))
        if wanted.previews:
            made.append(_preview(setup, target, finding))
    for first, finding, job in _documents(setup, pairs, wanted):
        made.append(job)
        # Where no picture is asked for, the document is what the lists name, once for all pages.
        if first.stem not in listed:
            listed.add(first.stem)
            files.append((first, finding, job.path))
    if "svg" in wanted.formats:
        made.extend(_fonts(setup))
    if files:
        made.extend(_lists(setup, files, known, wanted))
        made.extend(contact_jobs(setup, files, wanted.listed))
    return tuple(made)


# ---- pictures


def _picture(setup: Setup, target: Target, finding: Finding, name: str, known: Catalogue) -> Job:
    form = FORMATS[name]
    path = f"{target.stem}{form.ending}"
    about = _About(
        target.post,
        target.placement,
        known.platforms[target.placement.platform],
        target.language,
        PurePosixPath(path).name,
        caption(target.post, target.language, finding.alt),
        _said(finding.did, target.language),
        {
            "post": target.post.pictured,
            "template": target.template.digest,
            "identity": setup.identity.digest,
            **{f"photo {index + 1}": each for index, each in enumerate(finding.pictures)},
        },
    )
    return Job(
        path,
        render,
        (setup, target, name, finding.pictures),
        form.label,
        form.cost,
        (Beside(f"{path}.json", describe, (about,)),),
    )


@dataclass(frozen=True)
class _About:
    """What the sidecar tells, but for the picture's weight."""

    post: Post
    placement: Placement
    platform: Platform
    language: str
    file: str
    caption: Caption
    contrast: tuple[str, ...]
    sources: Mapping[str, str]


def render(setup: Setup, target: Target, name: str, pictures: tuple[str, ...]) -> bytes:
    """The bytes of one picture; `pictures` are there for the key alone."""
    drawn = scene(setup, target)
    if name == "svg-live":
        return _live(drawn, target)
    return encode(drawn, name, setup.small)


def describe(data: bytes, about: _About) -> bytes:
    """The sidecar of a finished picture."""
    return sidecar(
        Picture(
            about.post,
            about.placement,
            about.platform,
            about.language,
            about.file,
            len(data),
            about.caption,
            about.contrast,
            about.sources,
        )
    )


def _said(messages: Sequence[Message], language: str) -> tuple[str, ...]:
    speak = translator(language)
    return tuple(speak.text(message) for message in messages)


def _preview(setup: Setup, target: Target, finding: Finding) -> Job:
    return Job(
        f"{target.stem}.preview.jpg",
        render_preview,
        (setup, target, finding.pictures),
        msg("previews of what the platforms cover"),
        4.0,
    )


def render_preview(setup: Setup, target: Target, pictures: tuple[str, ...]) -> bytes:
    return encode(preview(scene(setup, target), target.placement), "jpeg", setup.small)


# ---- documents of pages


def _documents(
    setup: Setup, pairs: Sequence[tuple[Target, Finding]], wanted: Wanted
) -> Iterator[tuple[Target, Finding, Job]]:
    """Each document with its first page."""
    for group, members in groupby(pairs, key=lambda pair: pair[0].group):
        pages = tuple(members)
        first, found = pages[0]
        names = [name for name in wanted.formats if name != formats.AUTO and FORMATS[name].paged]
        if first.page and first.placement.platform == _DOCUMENTS and "pdf" not in names:
            names.append("pdf")
        for name in names:
            job = Job(
                f"{group}{FORMATS[name].ending}",
                render_document,
                (
                    setup,
                    tuple(target for target, _ in pages),
                    name,
                    tuple(finding.pictures for _, finding in pages),
                ),
                FORMATS[name].label,
                FORMATS[name].cost * len(pages),
            )
            yield first, found, job


def render_document(
    setup: Setup, targets: tuple[Target, ...], name: str, pictures: tuple[tuple[str, ...], ...]
) -> bytes:
    """The pages of a post in one file: a PDF, or a presentation with its text as text."""
    scenes = [scene(setup, target) for target in targets]
    title = scenes[0].title
    if name == "pdf":
        from creativekit.canvas.backends.pdf import pages

        return pages(scenes, title=title)
    from creativekit.canvas.backends.pptx import pptx

    return pptx(scenes, theme_of(setup.identity), title)


# ---- live text


def _live(drawn: object, target: Target) -> bytes:
    from creativekit.canvas.backends.live_fonts import fonts_of
    from creativekit.canvas.backends.svg import svg
    from creativekit.canvas.scene import Scene

    assert isinstance(drawn, Scene)
    hrefs = {face.digest: f"../fonts/{_file_name(face)}" for face in fonts_of(drawn)}
    return svg(drawn, text="live", font_href=hrefs).encode()


def _fonts(setup: Setup) -> Iterator[Job]:
    """The files of every face that a style's words may be set in, beside the drawings, and their
    licences, which travel with them as the Open Font License asks."""
    found: dict[str, Face] = {}
    for face in _faces(setup.identity):
        found.setdefault(_file_name(face), face)
    label = msg("typefaces")
    licences: dict[str, str] = {}
    for name, face in sorted(found.items()):
        yield Job(f"{FONTS}/{name}", font_file, (_FontFile(face),), label)
        if licence := licence_text(face):
            licences.setdefault(safe_name(f"{face.family}-LICENSE", ".txt"), licence)
    for name, licence in licences.items():
        yield Job(f"{FONTS}/{name}", licence_file, (licence,), label)


@dataclass(frozen=True)
class _FontFile:
    face: Face

    @property
    def digest(self) -> str:
        return self.face.digest


def font_file(file: _FontFile) -> bytes:
    return Path(file.face.file).read_bytes()


def _faces(identity: Identity) -> Iterator[Face]:
    from creativekit.artwork.dress import ROLES, dress

    dressed = dress(identity)
    for role in ROLES:
        yield from dressed.setting(identity, role, identity.main_language).faces


def licence_file(text: str) -> bytes:
    return text.encode("utf-8")


def _file_name(face: Face) -> str:
    # Axis lists such as "Lora[wght].ttf" are legal names, but not to every unzip and web server.
    name = Path(face.file).name.replace("[", "-").replace("]", "").replace(",", "-")
    return safe_name(Path(name).stem, Path(name).suffix)


# ---- lists


def _lists(
    setup: Setup,
    files: Sequence[tuple[Target, Finding, str]],
    known: Catalogue,
    wanted: Wanted,
) -> Iterator[Job]:
    rows = tuple(
        CaptionRow(
            target.post,
            target.placement,
            target.language,
            PurePosixPath(path).relative_to(FOLDER).as_posix(),
            caption(target.post, target.language, finding.alt),
        )
        for target, finding, path in files
    )
    label = msg("captions and the calendar")
    yield Job(wanted.listed("captions.csv"), write_captions, (rows, known), label)
    dated = tuple(dict.fromkeys(target.post for target, _, _ in files if target.post.date))
    if dated:
        by_post: dict[str, list[str]] = {}
        for target, _, path in files:
            by_post.setdefault(target.post.id, []).append(path)
        identity = setup.identity
        name = identity.name.get(identity.main_language)
        paths = {key: tuple(value) for key, value in by_post.items()}
        yield Job(
            wanted.listed("calendar.ics"),
            write_calendar,
            (dated, name, known, identity.main_language, paths),
            label,
        )


def write_captions(rows: tuple[CaptionRow, ...], known: Catalogue) -> bytes:
    return captions_csv(rows, known)


def write_calendar(
    posts: tuple[Post, ...],
    name: str,
    known: Catalogue,
    language: str,
    files: Mapping[str, tuple[str, ...]],
) -> bytes:
    return calendar_ics(posts, name, known, language, files) or b""
