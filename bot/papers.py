"""Papers without their secrets: author, company, comments' names and places of pictures go, the content stays.

A PDF is rewritten in a process of its own with bounds on time and memory, since a hostile one can keep a parser busy
for ever: `python -m bot.papers < in > out`.
"""

from __future__ import annotations

import re
import resource
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
                # What the list says of sizes may be a lie: never read more than it says.
                with source.open(part) as stream:
                    kept = _part(part.filename, stream.read(part.file_size), megapixels)
                target.writestr(part.filename, kept)
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


def _part(name: str, content: bytes, megapixels: int) -> bytes:
    if name in _EMPTIED:
        return _EMPTIED[name].encode()
    if _MEDIA.match(name):
        return _picture(content, megapixels)
    if name.startswith("xl/comments"):
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
