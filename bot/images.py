"""A picture without its secrets: decoded within a limit of pixels and written anew, so that place and device go."""

from __future__ import annotations

import struct
import warnings
from io import BytesIO
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from PIL import Image

_FORMATS: Final = ("JPEG", "PNG", "WEBP", "GIF", "BMP")
_QUALITY: Final = 88
_START, _END, _SCAN = b"\xff\xd8", b"\xff\xd9", 0xDA
_DRAWN: Final = frozenset({*range(0xC0, 0xE1), 0xEE})
"""Segments of a JPEG that its picture needs: tables, frames, how its colours are meant."""
_BAD: Final = (
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    IndexError,
    KeyError,
    TypeError,
    OverflowError,
    RuntimeError,
    struct.error,
)
"""What Pillow raises on files that are broken or made to break it."""


class BrokenImageError(Exception):
    """The picture cannot be decoded."""


class HugeImageError(Exception):
    """The picture would unfold to more pixels than we allow."""


def clean(content: bytes, megapixels: int) -> tuple[bytes, str]:
    """The picture written anew (of a moving one, the first frame) and its extension."""
    # Loaded by the first picture: a program that waits for letters does without.
    from PIL import Image, ImageOps

    # Pillow warns on standard error of what we refuse below, or have allowed.
    warnings.filterwarnings("ignore", category=Image.DecompressionBombWarning)
    try:
        if content[4:8] == b"ftyp":
            return _from_heif(content, megapixels)
        with Image.open(BytesIO(content), formats=_FORMATS) as image:
            if image.width * image.height > megapixels * 1_000_000:
                raise HugeImageError
            turned = ImageOps.exif_transpose(image) or image
            return _written(turned, image.format or "")
    except Image.DecompressionBombError as error:
        raise HugeImageError from error
    except _BAD as error:
        raise BrokenImageError from error


def without_tags(jpeg: bytes) -> bytes:
    """A JPEG without what it says of makers and places, its pixels untouched; as it was, if it is none."""
    if not jpeg.startswith(_START):
        return jpeg
    kept, at = _START, 2
    while jpeg[at : at + 1] == b"\xff" and at + 4 <= len(jpeg):
        mark, size = jpeg[at + 1], int.from_bytes(jpeg[at + 2 : at + 4], "big")
        if mark == _SCAN:
            end = jpeg.rfind(_END)
            return kept + jpeg[at : end + 2 if end > at else len(jpeg)]
        if mark in _DRAWN:
            kept += jpeg[at : at + 2 + size]
        at += 2 + size
    return jpeg


def _from_heif(content: bytes, megapixels: int) -> tuple[bytes, str]:
    # Its decoder is loaded by the first such picture: few phones send them, and it is large.
    from pillow_heif import open_heif

    found = open_heif(BytesIO(content))
    if found.size[0] * found.size[1] > megapixels * 1_000_000:
        raise HugeImageError
    # An office PC cannot open HEIC: it is kept as JPEG, the original sealed beside it.
    return _written(found.to_pillow(), "JPEG")


def _written(image: Image.Image, source: str) -> tuple[bytes, str]:
    has_alpha = source != "JPEG" and ("A" in image.getbands() or "transparency" in image.info)
    plain = image.convert("RGBA" if has_alpha else "RGB")
    plain.info.clear()  # comments and colour profiles would be written along
    out = BytesIO()
    if source == "JPEG":
        plain.save(out, "JPEG", quality=_QUALITY)
        return out.getvalue(), "jpg"
    if source == "WEBP":
        plain.save(out, "WEBP", quality=_QUALITY)
        return out.getvalue(), "webp"
    plain.save(out, "PNG")
    return out.getvalue(), "png"
