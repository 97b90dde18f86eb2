"""What a file really is, by its bytes; its name and its declared type are only claims."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import Final

ALLOWED: Final[Mapping[str, str]] = {
    "jpg": "image/jpeg",
    "png": "image/png",
    "webp": "image/webp",
    "gif": "image/gif",
    "heic": "image/heic",
    "mp4": "video/mp4",
    "mov": "video/quicktime",
    "3gp": "video/3gpp",
    "webm": "video/webm",
    "ogg": "audio/ogg",
    "mp3": "audio/mpeg",
    "m4a": "audio/mp4",
    "wav": "audio/wav",
    "amr": "audio/amr",
    "pdf": "application/pdf",
    "doc": "application/msword",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xls": "application/vnd.ms-excel",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "txt": "text/plain",
}
"""Sorts of files that are taken, by extension."""

IMAGES: Final = frozenset({"jpg", "png", "webp", "gif", "heic"})
FILMS: Final = frozenset({"mp4", "mov", "3gp", "m4a"})
OFFICE: Final = frozenset({"docx", "xlsx"})

_BY_FILETYPE: Final = frozenset({"jpg", "png", "webp", "gif", "ogg", "mp3", "wav", "amr", "pdf", "webm"})
_BRANDS: Final[Mapping[bytes, str]] = {
    b"qt  ": "mov",
    b"M4A ": "m4a",
    b"M4B ": "m4a",
    b"isom": "mp4",
    b"iso2": "mp4",
    b"iso3": "mp4",
    b"iso4": "mp4",
    b"iso5": "mp4",
    b"iso6": "mp4",
    b"mp41": "mp4",
    b"mp42": "mp4",
    b"avc1": "mp4",
    b"M4V ": "mp4",
    b"MSNV": "mp4",
    b"dash": "mp4",
    b"mmp4": "mp4",
    b"f4v ": "mp4",
    b"heic": "heic",
    b"heix": "heic",
    b"heim": "heic",
    b"heis": "heic",
    b"mif1": "heic",
}
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_STREAMS: Final = (("WordDocument", "doc"), ("Workbook", "xls"), ("Book", "xls"))
_ZIP_PARTS: Final = (("word/document.xml", "docx"), ("xl/workbook.xml", "xlsx"))
_MACROS: Final = "vbaProject.bin"


def sort_of(content: bytes) -> str:
    """The extension of what the bytes are, one of ALLOWED; "" for anything else."""
    if content[4:8] == b"ftyp":
        brand = content[8:12]
        return "3gp" if brand.startswith((b"3gp", b"3g2")) else _BRANDS.get(brand, "")
    if content.startswith(_OLE):
        return _ole_sort(content)
    if content.startswith(b"PK\x03\x04"):
        return _zip_sort(content)
    import filetype  # with the first file

    guess = filetype.guess(content[:8192])
    if guess is None:
        return "txt" if _is_text(content) else ""
    return str(guess.extension) if guess.extension in _BY_FILETYPE else ""


def _ole_sort(content: bytes) -> str:
    for stream, sort in _OLE_STREAMS:
        if stream.encode("utf-16-le") in content:
            return sort
    return ""


def _zip_sort(content: bytes) -> str:
    import zipfile

    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return ""
    if any(name.endswith(_MACROS) for name in names):
        return ""
    return next((sort for part, sort in _ZIP_PARTS if part in names), "")


def _is_text(content: bytes) -> bool:
    if not content or b"\x00" in content or content.lstrip()[:2] in {b"MZ", b"#!"}:
        return False
    if content.lstrip()[:1] == b"<":  # a page or a drawing that a browser would run
        return False
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
