"""A user's raster pictures: what is accepted, and how it becomes plain sRGB pixels.

Whatever a camera, a scanner or an old brand book gives, a drawing gets the same thing: the first
frame, upright (EXIF), eight bits, sRGB, alpha kept. A file is refused by its header when it claims
more than fits in memory, before anything is decoded; files that break off or lie are named as
such. Colour profiles are applied by Little CMS; a CMYK picture without one is converted naively,
which is said in a note, because its colours are then only near.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from creativekit.errors import Message, fail, msg

MOST_BYTES = 40_000_000
MOST_PIXELS = 64_000_000
FORMATS = ("PNG", "JPEG", "WEBP", "GIF")
"""Names of Pillow's readers; no other is ever tried on a user's file."""

_ACCEPTED = ("PNG", "JPEG", "WebP", "GIF")
_KINDS: tuple[tuple[int, bytes, str], ...] = (
    (0, b"%PDF", "PDF"),
    (0, b"8BPS", "Photoshop (PSD)"),
    (0, b"%!PS", "PostScript (EPS)"),
    (0, b"\xc5\xd0\xd3\xc6", "PostScript (EPS)"),
    (0, b"II*\0", "TIFF"),
    (0, b"MM\0*", "TIFF"),
    (0, b"BM", "BMP"),
    (0, b"\0\0\1\0", "ICO"),
    (0, b"PK\3\4", "ZIP"),
    (4, b"ftypavif", "AVIF"),
    (4, b"ftyphei", "HEIC"),
    (4, b"ftypmif1", "HEIC"),
    (4, b"ftyp", "MP4"),
    (0, b"\xff\x0a", "JPEG XL"),
    (0, b"\0\0\0\x0cJXL ", "JPEG XL"),
    (0, b"<svg", "SVG"),
    (0, b"<?xml", "XML"),
    (0, b"<", "HTML"),
)


@dataclass(frozen=True)
class LoadedPicture:
    """Pixels ready to draw, and what was found in the file.

    image: RGB, or RGBA when the file has transparency. format: "PNG", "JPEG", "WEBP" or "GIF".
    width, height: px of the file, upright (the image may be smaller when `longest` was given).
    notes: what was changed on the way, for the user.
    """

    image: Image.Image
    format: str
    width: int
    height: int
    notes: tuple[Message, ...] = ()


def load(data: bytes, file_name: str, longest: int | None = None) -> LoadedPicture:
    """Read a picture that a user brought.

    longest: px of the longest side that is of any use; larger pictures are reduced while they are
    read. Raises InputError naming `file_name` when the file is too large, broken, or no picture of
    an accepted kind.
    """
    if len(data) > MOST_BYTES:
        fail(
            msg(
                "the picture is {found} MB; at most {most} MB are accepted",
                found=-(-len(data) // 1_000_000),
                most=MOST_BYTES // 1_000_000,
            ),
            file=file_name,
        )
    with _named(file_name):
        image = _opened(data)
    if image is None:
        found = kind_of(data)
        if found is None:
            fail(msg("this is not a picture"), file=file_name, accepted=_ACCEPTED)
        fail(
            msg("a {kind} file is not accepted as a picture", kind=found),
            file=file_name,
            accepted=_ACCEPTED,
        )
    if image.width * image.height > MOST_PIXELS:
        fail(
            msg(
                "the picture claims {width}×{height} pixels; at most {most} million are accepted",
                width=image.width,
                height=image.height,
                most=MOST_PIXELS // 1_000_000,
            ),
            file=file_name,
        )
    with _named(file_name):
        return _plain(image, longest)


def resized(data: bytes, size: tuple[int, int]) -> Image.Image:
    """The picture of a Scene, upright and stretched to `size` px: RGB, or RGBA with transparency.

    Raises InputError when the bytes cannot be read.
    """
    return _resized(data, size).copy()


def embeddable(data: bytes) -> tuple[str, bytes]:
    """Media type and bytes of the picture as another file may carry it.

    A plain sRGB PNG or JPEG goes in as it is; anything that readers treat differently (turned by
    EXIF, CMYK, with a colour profile, another format) is turned into a plain PNG first.
    """
    image = _opened(data)
    if (
        image is not None
        and image.format in ("PNG", "JPEG")
        and image.mode in ("RGB", "RGBA", "L", "P", "1", "LA")
        and image.getexif().get(0x0112, 1) == 1
        and not _foreign_profile(image)
        and getattr(image, "n_frames", 1) == 1
    ):
        return f"image/{image.format.lower()}", data
    from creativekit.canvas.backends.png import encode

    return "image/png", encode(np.asarray(load(data, "").image))


def kind_of(data: bytes) -> str | None:
    """What a file that is no accepted picture seems to be, by its first bytes."""
    head = data[:64].lstrip(b"\xef\xbb\xbf \t\r\n")
    for offset, magic, name in _KINDS:
        if (data if offset else head)[offset : offset + len(magic)] == magic:
            return name
    return None


def trimmed(image: Image.Image) -> Image.Image:
    """The picture cut to its content: what is not transparent. Unchanged when nothing is there."""
    if image.mode != "RGBA":
        return image
    # Compression and scaling leave veils of one or two steps that nobody sees.
    seen = image.getchannel("A").point([0] * 5 + [255] * 251)
    box = seen.getbbox()
    return image.crop(box) if box else image


# ---- reading


@lru_cache(maxsize=4)
def _resized(data: bytes, size: tuple[int, int]) -> Image.Image:
    image = load(data, "", longest=2 * max(size)).image
    if image.size != size:
        image = image.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)
    return image


@contextmanager
def _named(file_name: str) -> Iterator[None]:
    # Pillow's readers answer a hostile file with whatever exception their parsing ran into.
    try:
        yield
    except Exception:
        fail(msg("the picture is broken or cut off and cannot be read"), file=file_name)


def _opened(data: bytes) -> Image.Image | None:
    # Our own limit is lower than Pillow's, names the file and its size, and is looked at next.
    theirs, Image.MAX_IMAGE_PIXELS = Image.MAX_IMAGE_PIXELS, None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return Image.open(io.BytesIO(data), formats=FORMATS)
    except UnidentifiedImageError:
        return None
    finally:
        Image.MAX_IMAGE_PIXELS = theirs


def _plain(image: Image.Image, longest: int | None) -> LoadedPicture:
    notes: list[Message] = []
    kind = image.format or ""
    width, height = image.size
    if getattr(image, "is_animated", False):
        notes.append(msg("an animation: its first frame is used"))
        image.seek(0)
    turned = image.getexif().get(0x0112, 1)
    if turned in (5, 6, 7, 8):
        width, height = height, width
    if longest is not None and kind == "JPEG":
        image.draft(image.mode, (longest, longest))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        image.load()
    if turned != 1:
        image = ImageOps.exif_transpose(image)
    profile = _foreign_profile(image)
    mode = image.mode
    if longest is not None and max(image.size) > longest and mode in ("RGB", "L", "CMYK", "RGBA"):
        image.thumbnail((longest, longest), Image.Resampling.LANCZOS, reducing_gap=2.0)
    image = _eight_bits(image)
    managed = _to_srgb(image, profile) if profile else None
    if mode == "CMYK":
        notes.append(
            msg("a CMYK picture: its colours were converted to sRGB by its profile")
            if managed
            else msg("a CMYK picture without a profile: its colours are approximate")
        )
    image = managed or image
    image = image.convert("RGBA" if image.has_transparency_data else "RGB")
    if image.mode == "RGBA" and image.getchannel("A").getextrema() == (255, 255):
        image = image.convert("RGB")
    image.info.clear()
    return LoadedPicture(image, kind, width, height, tuple(notes))


def _eight_bits(image: Image.Image) -> Image.Image:
    """Deeper greys brought down by dividing, since Pillow's own conversion cuts them off."""
    if image.mode.startswith("I"):
        deep = np.clip(np.asarray(image).astype(np.int64), 0, 65535)
        return Image.fromarray(((deep + 128) // 257).astype(np.uint8))
    if image.mode == "F":
        return Image.fromarray(np.clip(np.nan_to_num(np.asarray(image)), 0, 255).astype(np.uint8))
    if image.mode == "P" or "transparency" in image.info:
        return image.convert("RGBA" if image.has_transparency_data else "RGB")
    return image


def _foreign_profile(image: Image.Image) -> bytes | None:
    """The embedded colour profile, unless it is sRGB by another name."""
    profile = image.info.get("icc_profile")
    if not isinstance(profile, bytes) or not profile or b"sRGB" in profile[:4096]:
        return None
    return profile


def _to_srgb(image: Image.Image, profile: bytes) -> Image.Image | None:
    """The picture in sRGB, or None when the profile is broken or made for another kind of ink."""
    spaces = {"RGB": "RGB", "RGBA": "RGB", "L": "GRAY", "CMYK": "CMYK"}
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        if source.profile.xcolor_space.strip() != spaces.get(image.mode):
            return None
        transform = ImageCms.buildTransform(
            source,
            ImageCms.createProfile("sRGB"),
            image.mode,
            "RGBA" if image.mode == "RGBA" else "RGB",
            ImageCms.Intent.RELATIVE_COLORIMETRIC,
            ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
        return ImageCms.applyTransform(image, transform)
    except (ImageCms.PyCMSError, OSError, ValueError):
        return None
