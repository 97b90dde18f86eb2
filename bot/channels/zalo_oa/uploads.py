"""Pictures and papers that go out: uploaded within Zalo's limits, an upload used at once and never twice."""

from __future__ import annotations

import io
from typing import Final

from PIL import Image, UnidentifiedImageError

from bot.channels.errors import NoAnswerError, Rejected
from bot.channels.zalo_oa.request import OpenApi

IMAGE_LIMIT: Final = 1_000_000
"""1 MB, counted the small way: which one Zalo means is not said."""
FILE_LIMIT: Final = 5_000_000
FILE_ENDINGS: Final = {
    ".pdf": "application/pdf",
    ".doc": "application/msword",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".csv": "text/csv",
}
_SIDES: Final = (2048, 1600, 1280, 1024, 800, 640)
_QUALITIES: Final = (85, 70, 55)


def takes(kind: str, name: str, size: int) -> bool:
    """Whether Zalo carries such a file at all; where it does not, a link must do."""
    ending = f".{name.rpartition('.')[2].lower()}"
    return kind == "photo" or (ending in FILE_ENDINGS and size <= FILE_LIMIT)


async def upload_image(api: OpenApi, content: bytes) -> str:
    """The attachment id of a picture, made smaller until Zalo takes it. Raises Rejected for what is none."""
    small, ending = _small(content)
    mime = "image/png" if ending == "png" else "image/jpeg"
    data = await api.upload("/v2.0/oa/upload/image", f"anh.{ending}", small, mime)
    return _id(data.get("attachment_id"))


async def upload_file(api: OpenApi, name: str, content: bytes) -> str:
    """The token of a paper. Raises Rejected for what Zalo does not take: a link must do then."""
    if not takes("document", name, len(content)):
        raise Rejected("file")
    ending = f".{name.rpartition('.')[2].lower()}"
    data = await api.upload("/v2.0/oa/upload/file", name, content, FILE_ENDINGS[ending])
    return _id(data.get("token"))


def _id(value: object) -> str:
    # An answer of "success" without an id has been seen: it is none.
    if not isinstance(value, str) or not value:
        raise NoAnswerError("upload_without_id")
    return value


def _small(content: bytes) -> tuple[bytes, str]:
    try:
        with Image.open(io.BytesIO(content)) as picture:
            kind = picture.format
            if kind in ("JPEG", "PNG") and len(content) <= IMAGE_LIMIT:
                return content, "jpg" if kind == "JPEG" else "png"
            flat = picture.convert("RGB")
    except (UnidentifiedImageError, OSError, Image.DecompressionBombError):
        raise Rejected("image") from None
    for side in _SIDES:
        flat.thumbnail((side, side))
        for quality in _QUALITIES:
            out = io.BytesIO()
            flat.save(out, "JPEG", quality=quality)
            if out.tell() <= IMAGE_LIMIT:
                return out.getvalue(), "jpg"
    raise Rejected("image")
