"""A user's raster pictures: what is accepted, and how it becomes plain sRGB pixels.

Whatever a camera, a scanner or an old brand book gives, a drawing gets the same thing: the first
frame, upright (EXIF), eight bits, sRGB, alpha kept. A file is refused by its header when it claims
more than fits in memory, before anything is decoded; files that break off or lie are named as
such. Colour profiles are applied by Little CMS; a CMYK picture without one is converted naively,
which is said in a note, because its colours are then only near.

What a Scene shows of a picture (`shown_pixels`, `embedded`) is worked out here once for all
backends. A JPEG is decoded at the reduction that the size allows: libjpeg leaves out the finest
detail before it does the arithmetic for it, which for a photo of twelve megapixels is most of the
work. What was decoded, and what was cut out of it, is kept for the next post or placement.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from creativekit.canvas.recent import Recent
from creativekit.canvas.scene import Grain, Picture
from creativekit.canvas.treatments import treated
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


def load(
    data: bytes, file_name: str, longest: int | None = None, *, reduction: int = 1
) -> LoadedPicture:
    """Read a picture that a user brought.

    longest: px of the longest side that is of any use; larger pictures are reduced while they are
    read. reduction: 2, 4 or 8 decodes a JPEG at that part of its size. Raises InputError naming
    `file_name` when the file is too large, broken, or no picture of an accepted kind.
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
        return _plain(image, longest, reduction)


def shown(picture: Picture, size: tuple[int, int]) -> Image.Image:
    """What a Scene's picture shows, as `size` px: cut, stretched, treated; RGB or RGBA.

    Raises InputError when its bytes cannot be read.
    """
    return Image.fromarray(shown_pixels(picture, size))


def shown_pixels(picture: Picture, size: tuple[int, int]) -> NDArray[np.uint8]:
    """The same as an array (height, width, 3 or 4), which is not to be written to."""
    crop = picture.crop
    part = (0.0, 0.0, 1.0, 1.0) if crop is None else (crop.left, crop.top, crop.right, crop.bottom)
    # Grain has a size in the drawing, so what it is laid over must be known in its px.
    drawn = (picture.width, picture.height) if picture.treatment is not None else None

    def make() -> NDArray[np.uint8]:
        image = _cut(picture.data, part, size)
        if picture.treatment is not None and drawn is not None:
            image = treated(image, picture.treatment, drawn)
        out = np.asarray(image)
        out.flags.writeable = False
        return out

    key = picture.data, part, size, picture.treatment, drawn
    return _SHOWN.get(key, make, lambda made: made.nbytes + len(picture.data))


def embedded(picture: Picture, longest: int) -> tuple[str, bytes]:
    """Media type and bytes of what a picture shows, as another file may carry it.

    Plain sRGB, cut and treated, its longest side at most `longest` px and never enlarged (but under
    grain, whose own px are the drawing's, it is `longest` px): a JPEG of quality 92 without chroma
    subsampling, or a PNG where the picture is transparent or flat art, which JPEG would fray. A
    plain file that is shown as it is goes in untouched. Raises InputError when its bytes cannot be
    read.
    """
    width, height = map(float, upright_size(picture.data))
    crop = picture.crop
    if crop is not None:
        width, height = width * crop.width, height * crop.height
    if crop is None and picture.treatment is None and max(width, height) <= longest:
        return embeddable(picture.data)
    if isinstance(picture.treatment, Grain):
        width, height = picture.width, picture.height
        scale = longest / max(width, height)
    else:
        scale = min(1.0, longest / max(width, height))
    size = max(1, round(width * scale)), max(1, round(height * scale))
    pixels = shown_pixels(picture, size)
    from creativekit.canvas.backends.jpeg import encode as jpeg_of
    from creativekit.canvas.backends.png import encode_fast as png_of

    if pixels.shape[2] == 3 and is_opaque_file(picture.data):
        return "image/jpeg", jpeg_of(pixels)
    data = png_of(pixels)
    if pixels.shape[2] == 3 and len(data) > _PHOTOGRAPHIC * size[0] * size[1]:
        return "image/jpeg", jpeg_of(pixels)
    return "image/png", data


def is_opaque_file(data: bytes) -> bool:
    """Whether the picture surely has no transparency: a JPEG."""
    return data[:3] == b"\xff\xd8\xff"


def forget_pictures() -> None:
    """Give back the memory of the pictures that are kept."""
    _DECODED.clear()
    _SHOWN.clear()


def embeddable(data: bytes) -> tuple[str, bytes]:
    """Media type and bytes of the picture as another file may carry it.

    A plain sRGB PNG or JPEG goes in as it is; anything that readers treat differently (turned by
    EXIF, CMYK, with a colour profile, another format) is turned into a plain PNG first.
    """
    if is_plain(data):
        return "image/jpeg" if is_opaque_file(data) else "image/png", data
    from creativekit.canvas.backends.png import encode

    return "image/png", encode(np.asarray(load(data, "").image))


def is_plain(data: bytes) -> bool:
    """Whether every reader shows the file alike: an upright sRGB PNG or JPEG of one frame."""
    image = _opened(data)
    return (
        image is not None
        and image.format in ("PNG", "JPEG")
        and image.mode in ("RGB", "RGBA", "L", "P", "1", "LA")
        and image.getexif().get(0x0112, 1) == 1
        and not _foreign_profile(image)
        and getattr(image, "n_frames", 1) == 1
    )


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


_DECODED: Recent[Image.Image] = Recent(48_000_000)
_SHOWN: Recent[NDArray[np.uint8]] = Recent(32_000_000)
_SIZES: Recent[tuple[int, int]] = Recent(24_000_000)

_PHOTOGRAPHIC = 1.2
"""Bytes a pixel from which a PNG is of a photograph; flat art needs a tenth of that."""


def upright_size(data: bytes) -> tuple[int, int]:
    """Width and height of the picture in px, turned as EXIF says."""
    # Counted in bytes, for the files themselves are what is kept.
    return _SIZES.get(data, lambda: _upright_size(data), lambda _: len(data))


def _upright_size(data: bytes) -> tuple[int, int]:
    with _named(""):
        image = _opened(data)
    if image is None:
        fail(msg("this is not a picture"), file="", accepted=_ACCEPTED)
    with _named(""):
        turned = image.getexif().get(0x0112, 1) in (5, 6, 7, 8)
    return image.size[::-1] if turned else image.size


def _cut(
    data: bytes, part: tuple[float, float, float, float], size: tuple[int, int]
) -> Image.Image:
    """The part (left, top, right, bottom; fractions) of the upright picture, stretched to size."""
    width, height = upright_size(data)
    across, down = width * (part[2] - part[0]), height * (part[3] - part[1])
    image = _decoded(data, _reduction(across / size[0], down / size[1]))
    across, down = image.width / width, image.height / height
    box = (part[0] * width, part[1] * height, part[2] * width, part[3] * height)
    box = (
        min(max(0.0, box[0] * across), image.width - 1.0),
        min(max(0.0, box[1] * down), image.height - 1.0),
        min(image.width, box[2] * across),
        min(image.height, box[3] * down),
    )
    if size == image.size and box == (0.0, 0.0, float(size[0]), float(size[1])):
        return image
    smaller = box[2] - box[0] >= size[0] and box[3] - box[1] >= size[1]
    # What libjpeg has halved is reduced by less than two more: Hamming's short window keeps it as
    # sharp as Lanczos's within three per cent, in half the time.
    quick = smaller and is_opaque_file(data)
    kind = Image.Resampling.HAMMING if quick else Image.Resampling.LANCZOS
    return image.resize(size, kind, box=box, reducing_gap=2.0)


def _reduction(across: float, down: float) -> int:
    """The largest of 8, 4, 2 and 1 by which a picture may be reduced and still be large enough."""
    return next((step for step in (8, 4, 2) if min(across, down) >= step), 1)


def _decoded(data: bytes, reduction: int) -> Image.Image:
    """The picture, upright and plain; a JPEG reduced to a half, a quarter or an eighth."""
    if not is_opaque_file(data):
        reduction = 1
    return _DECODED.get(
        (data, reduction),
        lambda: load(data, "", reduction=reduction).image,
        lambda image: 4 * image.width * image.height + len(data),
    )


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


def _plain(image: Image.Image, longest: int | None, reduction: int) -> LoadedPicture:
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
    elif reduction > 1 and kind == "JPEG":
        image.draft(image.mode, (image.width // reduction, image.height // reduction))
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
