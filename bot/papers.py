"""Papers without their secrets: author, company, comments' names and places of pictures go, the content stays.

A PDF is rewritten in a process of its own with bounds on time and memory, since a hostile one can keep a parser busy
for ever: `python -m bot.papers < in > out`.
"""

from __future__ import annotations

import re
import resource
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from io import BytesIO
from typing import Final

from bot.images import BrokenImageError, HugeImageError, clean

PDF_SECONDS: Final = 20
PDF_MEMORY_BYTES: Final = 1 << 30
MOST_PARTS: Final = 5_000
MOST_BYTES: Final = 300 * 1024 * 1024
"""What an office paper may unfold to."""
MOST_BYTES_READ_WHOLE: Final = 32 * 1024 * 1024
"""What one part of it may unfold to in our memory, where something in it is to be changed: ten thousand pages."""
CHUNK_BYTES: Final = 1024 * 1024

_CORE: Final = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_EXTENDED: Final = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_CUSTOM: Final = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_EMPTIED: Final[Mapping[str, str]] = {
    "docProps/core.xml": f'<coreProperties xmlns="{_CORE}"/>',
    "docProps/app.xml": f'<Properties xmlns="{_EXTENDED}"/>',
    "docProps/custom.xml": f'<Properties xmlns="{_CUSTOM}"/>',
}
_WRITERS: Final[Mapping[str, re.Pattern[bytes]]] = {
    r"word/.*\.xml": re.compile(rb'\b(w:author|w:initials|w15:author|w15:userId)="[^"]*"'),
    r"xl/persons/.*\.xml": re.compile(rb'\b(displayName|userId)="[^"]*"'),
    r"xl/revisions/.*\.xml": re.compile(rb'\b(userName)="[^"]*"'),
}
_LISTED_WRITERS: Final = re.compile(rb"<author>[^<]*</author>")
_COMMENTS: Final = "xl/comments"
_MEDIA: Final = re.compile(r"^(?:word|xl)/media/.*\.(?:jpe?g|png)$", re.IGNORECASE)


class HugePaperError(Exception):
    """The paper would unfold to more than we allow."""


class BrokenPaperError(Exception):
    """The paper cannot be read."""


def clean_office(content: bytes, megapixels: int) -> bytes:
    """A DOCX or XLSX written anew without the names of those who wrote it. Raises HugePaperError, BrokenPaperError."""
    out = BytesIO()
    try:
        with zipfile.ZipFile(BytesIO(content)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
            parts = source.infolist()
            if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_BYTES:
                raise HugePaperError
            for part in parts:
                if part.filename in _EMPTIED:
                    target.writestr(part.filename, _EMPTIED[part.filename])
                elif _is_changed(part.filename):
                    target.writestr(part.filename, _changed(part.filename, _whole(source, part), megapixels))
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
            [sys.executable, "-m", "bot.papers"], input=content, capture_output=True, timeout=PDF_SECONDS, check=False
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


def _is_changed(name: str) -> bool:
    return bool(_MEDIA.match(name)) or name.startswith(_COMMENTS) or any(re.fullmatch(each, name) for each in _WRITERS)


def _changed(name: str, content: bytes, megapixels: int) -> bytes:
    if _MEDIA.match(name):
        return _picture(content, megapixels)
    if name.startswith(_COMMENTS):
        content = _LISTED_WRITERS.sub(b"<author></author>", content)
    for parts, writers in _WRITERS.items():
        if re.fullmatch(parts, name):
            content = writers.sub(rb'\1=""', content)
    return content


def _picture(content: bytes, megapixels: int) -> bytes:
    try:
        return clean(content, megapixels)[0]
    except (HugeImageError, BrokenImageError):
        return b""


def _rewrite_pdf() -> int:
    """In the child process: from standard input to standard output."""
    from pypdf import PdfReader, PdfWriter

    resource.setrlimit(resource.RLIMIT_AS, (PDF_MEMORY_BYTES, PDF_MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (PDF_SECONDS, PDF_SECONDS))
    reader = PdfReader(BytesIO(sys.stdin.buffer.read()))
    if reader.is_encrypted:
        return 1
    writer = PdfWriter(clone_from=reader)
    writer.metadata = None
    writer.root_object.pop("/Metadata", None)
    for page in writer.pages:
        page.pop("/Metadata", None)
        page.pop("/PieceInfo", None)
    # A pipe cannot say where it is, and a PDF must know.
    out = BytesIO()
    writer.write(out)
    sys.stdout.buffer.write(out.getvalue())
    return 0


if __name__ == "__main__":
    raise SystemExit(_rewrite_pdf())
