"""Papers without their secrets: author, company, comments' names and places of pictures go, the content stays.

A PDF is rewritten in a process of its own (bot/pdf_writer.py), since a hostile one can keep a parser busy for ever.
"""

from __future__ import annotations

import codecs
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from io import BytesIO
from typing import Final

from bot.images import BrokenImageError, HugeImageError, clean

PDF_SECONDS: Final = 20
MOST_PARTS: Final = 5_000
MOST_BYTES: Final = 300 * 1024 * 1024
"""What an office paper may unfold to."""
MOST_BYTES_READ_WHOLE: Final = 32 * 1024 * 1024
"""What one part of it may unfold to in our memory, where something in it is to be changed: ten thousand pages."""
CHUNK_BYTES: Final = 1024 * 1024

_CORE: Final = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_EXTENDED: Final = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_CUSTOM: Final = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_EMPTIED: Final[Mapping[bytes, str]] = {
    _CORE.encode(): f'<coreProperties xmlns="{_CORE}"/>',
    _EXTENDED.encode(): f'<Properties xmlns="{_EXTENDED}"/>',
    _CUSTOM.encode(): f'<Properties xmlns="{_CUSTOM}"/>',
}
"""Lists of properties by the name in them: they may lie anywhere."""
_PROPERTIES: Final = re.compile(r"docprops/|docmetadata/|customxml/item\d|.*\.psmdcp$", re.IGNORECASE)
_UNREAD: Final = re.compile(r".*(/embeddings/|/printersettings/|/activex/)", re.IGNORECASE)
"""What another program made, in a form of its own: it is emptied, unless it is a paper that we can clean."""
_VALUE: Final = rb"""\s*=\s*(?:"[^"]*"|'[^']*')"""
_WRITERS: Final[Mapping[str, bytes]] = {
    r"word/.*\.xml": rb"(?:\w+:)?(?:author|initials|userId)",
    r"xl/persons/.*": rb"displayName|userId",
    r"xl/(revisions/.*|workbook\.xml|connections\.xml)": rb"userName|odcFile|sourceFile",
}
"""Attributes that name a writer or a place on a writer's machine."""
_LISTED_WRITERS: Final = re.compile(rb"(<(?:\w+:)?author\b[^>]*>)[^<]*(?=<)")
_OWN_PATH: Final = re.compile(rb"<(?:\w+:)?absPath\b[^>]*/>")
_TARGETS: Final = re.compile(
    rb"""\bTarget\s*=\s*(?:"(?:file:|\w:|\\\\)[^"]*"|'(?:file:|\w:|\\\\)[^']*')""", re.IGNORECASE
)
_PICTURES: Final = re.compile(rb"\xff\xd8\xff|\x89PNG|GIF8|RIFF....WEBP|....ftyp|II\*\0|MM\0\*", re.DOTALL)
_PEEK_BYTES: Final = 16
_DEEPEST: Final = 2
"""Papers within papers that are cleaned; those within them are emptied."""


class HugePaperError(Exception):
    """The paper would unfold to more than we allow."""


class BrokenPaperError(Exception):
    """The paper cannot be read."""


def clean_office(content: bytes, megapixels: int, depth: int = 0) -> bytes:
    """A DOCX or XLSX written anew without the names of those who wrote it. Raises HugePaperError, BrokenPaperError."""
    out = BytesIO()
    try:
        with zipfile.ZipFile(BytesIO(content)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
            parts = source.infolist()
            if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_BYTES:
                raise HugePaperError
            for part in {part.filename: part for part in parts}.values():
                with source.open(part) as stream:
                    head = stream.read(_PEEK_BYTES)
                if _is_changed(part.filename, head):
                    whole = _whole(source, part)
                    target.writestr(part.filename, _changed(part.filename, whole, megapixels, depth))
                else:
                    with source.open(part) as stream, target.open(part.filename, "w", force_zip64=True) as kept:
                        shutil.copyfileobj(stream, kept, CHUNK_BYTES)
    except (zipfile.BadZipFile, ValueError, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        raise BrokenPaperError from error
    return out.getvalue()


def clean_pdf(content: bytes) -> bytes | None:
    """The PDF without author, program and dates; None when it is sealed by a password or too odd to rewrite."""
    try:
        done = subprocess.run(
            [sys.executable, "-m", "bot.pdf_writer"],
            input=content,
            capture_output=True,
            timeout=PDF_SECONDS,
            check=False,
        )
    except (subprocess.TimeoutExpired, OSError):
        return None
    return done.stdout if done.returncode == 0 and done.stdout.startswith(b"%PDF") else None


def _whole(source: zipfile.ZipFile, part: zipfile.ZipInfo) -> bytes:
    # What the list says of sizes may be a lie: never read more than it says.
    if part.file_size > MOST_BYTES_READ_WHOLE:
        raise HugePaperError
    with source.open(part) as stream:
        return stream.read(part.file_size)


def _is_changed(name: str, head: bytes) -> bool:
    if _PICTURES.match(head) or _PROPERTIES.match(name) or _UNREAD.match(name) or name.endswith(".rels"):
        return True
    return name.startswith("xl/comments") or any(re.fullmatch(each, name) for each in _WRITERS)


def _changed(name: str, content: bytes, megapixels: int, depth: int) -> bytes:
    if _PICTURES.match(content):
        return _picture(content, megapixels)
    if _UNREAD.match(name) and not name.endswith((".xml", ".rels")):
        return _within(content, megapixels, depth)
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        content = re.sub(r"(?i)(encoding=.)utf-16", r"\1utf-8", content.decode("utf-16"), count=1).encode()
    if _PROPERTIES.match(name) and not name.endswith(".rels") and not name.lower().startswith("customxml/itemprops"):
        return next((empty for named, empty in _EMPTIED.items() if named in content), "<empty/>").encode()
    content = _OWN_PATH.sub(b"", _TARGETS.sub(b'Target="about:blank"', content))
    content = _LISTED_WRITERS.sub(rb"\1", content) if name.startswith("xl/comments") else content
    for parts, writers in _WRITERS.items():
        if re.fullmatch(parts, name):
            content = re.sub(rb"(?<=\s)(" + writers + rb")" + _VALUE, rb'\1=""', content)
    return content


def _within(content: bytes, megapixels: int, depth: int) -> bytes:
    """A paper that lies in another; nothing where we cannot clean it."""
    if depth + 1 >= _DEEPEST or not content.startswith(b"PK\x03\x04"):
        return b""
    try:
        return clean_office(content, megapixels, depth + 1)
    except (HugePaperError, BrokenPaperError):
        return b""


def _picture(content: bytes, megapixels: int) -> bytes:
    try:
        return clean(content, megapixels)[0]
    except (HugeImageError, BrokenImageError):
        return b""
