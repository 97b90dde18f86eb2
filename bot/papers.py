"""Papers without their secrets: author, company, comments' names and places of pictures go, the content stays.

A PDF is rewritten in a process of its own (bot/pdf_writer.py), since a hostile one can keep a parser busy for ever.
"""

from __future__ import annotations

import base64
import re
import shutil
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Collection, Mapping
from io import BytesIO
from typing import Final

from bot import packages
from bot.filetypes import ALLOWED
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
_PROPERTIES: Final = re.compile(r"docprops/.*\.xml$|.*\.psmdcp$", re.IGNORECASE)
_DROPPED: Final = re.compile(
    r"customxml/|docmetadata/|customui/|_xmlsignatures/|docprops/thumbnail|word/people\.xml$"
    r"|.*(/activex/|/webextensions/|/printersettings/)|.*\.svg$",
    re.IGNORECASE,
)
"""Data of programs, signatures that hold no more, keys of people, drawings that stand there as a picture too."""
_WITHIN: Final = "/embeddings/"
_TEXT: Final = (".xml", ".rels", ".vml", ".psmdcp")
_FONT: Final = ".odttf"
"""Fonts stay, without which old Vietnamese writing cannot be read."""
_FOREIGN: Final = "/aFChunk"
"""The sort of a link to text in another form, which we can neither clean nor leave out."""
_VALUE: Final = rb"""\s*=\s*(?:"[^"]*"|'[^']*')"""
_WRITERS: Final[Mapping[str, bytes]] = {
    r"(?i:word)/.*\.xml": rb"(?:\w+:)?(?:author|initials|userId)",
    r"xl/persons/.*": rb"displayName|userId",
    r"xl/(revisions/.*|workbook\.xml|connections\.xml)": rb"userName|odcFile|sourceFile",
}
"""Attributes that name a writer or a place on a writer's machine."""
_LISTED_WRITERS: Final = re.compile(rb"(<(?:\w+:)?author\b[^>]*>)[^<]*(?=<)")
_OWN_PATH: Final = re.compile(rb"<(?:\w+:)?absPath\b[^>]*/>")
_PATHS: Final = re.compile(
    rb"""(?<=\s)((?:\w+:)?(?:name|descr|title|alt|href)\s*=\s*)(["'])(?:file:|[A-Za-z]:\\|\\\\).*?\2"""
)
"""A picture that says where it lay."""
_TARGETS: Final = re.compile(
    rb"""\bTarget\s*=\s*(?:"(?:file:|\w:|\\\\)[^"]*"|'(?:file:|\w:|\\\\)[^']*')""", re.IGNORECASE
)
_PICTURES: Final = re.compile(rb"\xff\xd8\xff|\x89PNG|GIF8|BM|RIFF....WEBP|....ftyp|II\*\0|MM\0\*", re.DOTALL)
_PEEK_BYTES: Final = 16
_BLANK: Final = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNgYAAAAAMAASsJTYQAAAAASUVORK5CYII="
)
"""A picture of one pixel, that one clear."""
_DEEPEST: Final = 2
"""Papers within papers that are cleaned; those within them are emptied."""


class HugePaperError(Exception):
    """The paper would unfold to more than we allow."""


class BrokenPaperError(Exception):
    """The paper cannot be read."""


def clean_office(content: bytes, megapixels: int, depth: int = 0) -> bytes | None:
    """A DOCX or XLSX written anew without the names of those who wrote it.

    None where it leads to text in a form that we cannot clean. Raises HugePaperError, BrokenPaperError.
    """
    out = BytesIO()
    try:
        with zipfile.ZipFile(BytesIO(content)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
            # A part may have no name at all, of which `is_dir` would ask the last letter.
            parts = {part.filename: part for part in source.infolist() if not part.filename.endswith("/")}
            if len(parts) > MOST_PARTS or sum(part.file_size for part in source.infolist()) > MOST_BYTES:
                raise HugePaperError
            written = _Paper(source, target, parts, megapixels, depth).write()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, RuntimeError, EOFError, OSError, zlib.error) as error:
        raise BrokenPaperError from error
    return out.getvalue() if written else None


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


class _Paper:
    """One paper on its way into another: first what is no text, for by what goes of it links and types go too."""

    def __init__(
        self,
        source: zipfile.ZipFile,
        target: zipfile.ZipFile,
        parts: Mapping[str, zipfile.ZipInfo],
        megapixels: int,
        depth: int,
    ) -> None:
        self._source, self._target, self._parts = source, target, parts
        self._megapixels, self._depth = megapixels, depth
        self._gone: set[str] = set()
        """The names of parts that are left out, in small letters."""
        self._types: dict[str, str] = {}
        """What became of another type."""

    def write(self) -> bool:
        """Write all that may stay; whether that is the whole of its text."""
        texts = [name for name in self._parts if name.lower().endswith(_TEXT) and not _DROPPED.match(name)]
        for name in self._parts.keys() - set(texts):
            self._write_other(name)
        links = {name: self._text(name) for name in texts if name.endswith(".rels")}
        lost: dict[str, set[str]] = {}
        for name, content in links.items():
            for link in packages.links(name, content):
                if link.sort.endswith(_FOREIGN):
                    return False
                if link.part.lower() in self._gone:
                    lost.setdefault(name, set()).add(link.key)
            if packages.linking(name).lower() not in self._gone:
                kept = packages.without_links(content, lost.get(name, ()))
                self._target.writestr(name, _changed(name, kept))
        owners = {packages.linking(name).lower(): keys for name, keys in lost.items()}
        for name in texts:
            if name != packages.TYPES and name not in links:
                self._write_text(name, owners.get(name.lower(), frozenset()))
        if packages.TYPES in self._parts:
            types = packages.typed(self._text(packages.TYPES), self._gone, self._types)
            self._target.writestr(packages.TYPES, types)
        return True

    def _write_other(self, name: str) -> None:
        with self._source.open(self._parts[name]) as stream:
            head = stream.read(_PEEK_BYTES)
        if _DROPPED.match(name):
            made = None
        elif _PICTURES.match(head) or "/media/" in name.lower():
            made, sort = _picture(self._whole(name), self._megapixels)
            if not name.lower().endswith((sort, sort.replace("jpg", "jpeg"))):
                self._types[name] = ALLOWED[sort]
        elif _WITHIN in name.lower():
            made = _within(self._whole(name), self._megapixels, self._depth)
        elif name.lower().endswith(_FONT):
            self._copy(name)
            return
        else:
            made = None
        if made is None:
            self._gone.add(name.lower())
        else:
            self._target.writestr(name, made)

    def _write_text(self, name: str, lost: Collection[str]) -> None:
        # A sheet that is too long for our memory keeps the names of parts that are gone: office programs mend that.
        if (lost and self._parts[name].file_size <= MOST_BYTES_READ_WHOLE) or _is_changed(name):
            self._target.writestr(name, _changed(name, packages.without_references(self._text(name), lost)))
        else:
            self._copy(name)

    def _copy(self, name: str) -> None:
        with self._source.open(self._parts[name]) as stream, self._target.open(name, "w", force_zip64=True) as kept:
            shutil.copyfileobj(stream, kept, CHUNK_BYTES)

    def _text(self, name: str) -> bytes:
        return packages.in_utf8(self._whole(name))

    def _whole(self, name: str) -> bytes:
        # What the list says of sizes may be a lie: never read more than it says.
        part = self._parts[name]
        if part.file_size > MOST_BYTES_READ_WHOLE:
            raise HugePaperError
        with self._source.open(part) as stream:
            return stream.read(part.file_size)


def _is_changed(name: str) -> bool:
    if _PROPERTIES.match(name) or name.startswith("xl/comments") or "/drawings/" in name:
        return True
    return any(re.fullmatch(each, name) for each in _WRITERS)


def _changed(name: str, content: bytes) -> bytes:
    if _PROPERTIES.match(name):
        return next((empty for named, empty in _EMPTIED.items() if named in content), "<empty/>").encode()
    content = _OWN_PATH.sub(b"", _TARGETS.sub(b'Target="about:blank"', content))
    content = _PATHS.sub(rb"\1\2\2", content)
    content = _LISTED_WRITERS.sub(rb"\1", content) if name.startswith("xl/comments") else content
    for parts, writers in _WRITERS.items():
        if re.fullmatch(parts, name):
            content = re.sub(rb"(?<=\s)(" + writers + rb")" + _VALUE, rb'\1=""', content)
    return content


def _within(content: bytes, megapixels: int, depth: int) -> bytes | None:
    """A paper that lies in another; None where we cannot clean it."""
    if depth + 1 >= _DEEPEST or not content.startswith(b"PK\x03\x04"):
        return None
    try:
        return clean_office(content, megapixels, depth + 1)
    except (HugePaperError, BrokenPaperError):
        return None


def _picture(content: bytes, megapixels: int) -> tuple[bytes, str]:
    """The picture without its secrets; an empty one where it has a form of which nobody knows what it hides."""
    try:
        return clean(content, megapixels)
    except (HugeImageError, BrokenImageError):
        return _BLANK, "png"
