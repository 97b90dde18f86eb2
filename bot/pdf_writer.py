"""A PDF written anew without who made it: `python -m bot.pdf_writer < in > out`, with bounds on time and memory."""

from __future__ import annotations

import resource
import sys
import zlib
from io import BytesIO
from typing import Final

from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, StreamObject

from bot.images import without_tags

MEMORY_BYTES: Final = 1 << 30
SECONDS: Final = 20

_TELLTALE: Final = ("/Metadata", "/PieceInfo", "/LastModified", "/CreatorInfo")
_RUNNING: Final = ("/OpenAction", "/AA", "/JavaScript")
_ENCLOSED: Final = ("/EmbeddedFiles", "/AF", "/EF")
"""Papers within the paper: they stay in the original."""
_SIGNATURE: Final = ("/Name", "/Location", "/Reason", "/ContactInfo", "/Contents", "/Cert", "/M")
"""Of a signature, which does not hold for what is written anew."""
_FIELD: Final = ("/TU", "/TM", "/DV", "/RV")
"""Of a field of a form what does not stand on the page: hints, names for programs, what was in it at first."""
_FILLED: Final = ("/V", "/I", "/AP", "/MK", "/Contents", "/RC")
"""What was written into a field or a note."""
_HIDDEN: Final = 2 | 32
"""Flags of what is not shown on a screen."""
_PLACES: Final = ("/F", "/UF", "/DOS", "/Mac", "/Unix", "/Win", "/Desc", "/JS")
"""Where on its maker's machine a file lay, and what a program was to do."""
_OUTSIDE: Final = ("/Launch", "/GoToR", "/GoToE", "/ImportData", "/JavaScript")
_ROOT: Final = ("/Threads", "/Collection", "/SpiderInfo", "/Legal", "/Perms")
_MOST_LEVELS: Final = 16
_NOTE: Final = ("/T", "/M", "/CreationDate")
_FLATE, _JPEG = "/FlateDecode", "/DCTDecode"


def rewritten(content: bytes) -> bytes | None:
    """The pages without author, program, dates, enclosures and what would run; None when a password seals it."""
    reader = PdfReader(BytesIO(content))
    if reader.is_encrypted:
        return None
    writer = PdfWriter(clone_from=reader)
    writer.metadata = None
    for each in writer._objects:
        _forget(each)
    # A second copy takes along only what something leads to still.
    last = PdfWriter(clone_from=PdfReader(BytesIO(_written(writer))))
    last.metadata = None
    return _written(last)


def _written(writer: PdfWriter) -> bytes:
    # A pipe cannot say where it is, and a PDF must know.
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def _forget(each: object) -> None:
    """Take what tells of makers out of an object and of what lies within it."""
    if isinstance(each, ArrayObject):
        for inner in each:
            _forget(inner)
    if not isinstance(each, DictionaryObject):
        return
    for key in (*_TELLTALE, *_RUNNING, *_ENCLOSED):
        each.pop(key, None)
    if "/Rect" in each and each.get("/Subtype") != "/Widget":  # of a field of a form /T is the name
        for key in _NOTE:
            each.pop(key, None)
    if "/Fields" in each:
        each.pop("/XFA", None)  # the same form once more, with answers of its own that only some programs show
    if each.get("/Type") == "/Catalog":
        for key in _ROOT:
            each.pop(key, None)
    if each.get("/Type") in ("/Filespec", "/F") or "/UF" in each or each.get("/S") in _OUTSIDE:
        for key in _PLACES:
            each.pop(key, None)
    if str(each.get("/URI", "")).lower().startswith("file:"):
        each.pop("/URI")
    if "/FT" in each or each.get("/Subtype") == "/Widget" or ("/T" in each and "/Kids" in each):
        for key in _FIELD:
            each.pop(key, None)
    if ("/Rect" in each or ("/T" in each and "/Kids" in each) or "/FT" in each) and not _is_shown(each, _MOST_LEVELS):
        for key in _FILLED:
            each.pop(key, None)
    if "/ByteRange" in each:
        for key in _SIGNATURE:
            each.pop(key, None)
    if isinstance(each, StreamObject):
        _untag(each)
    for inner in each.values():
        _forget(inner)


def _is_shown(each: DictionaryObject, levels: int) -> bool:
    """Whether a note, or any place of a field, is seen on a screen."""
    kids, flags = (each.get(key, NumberObject(0)).get_object() for key in ("/Kids", "/F"))  # they may stand elsewhere
    if isinstance(kids, ArrayObject) and levels:
        found = (kid.get_object() for kid in kids)
        return any(isinstance(kid, DictionaryObject) and _is_shown(kid, levels - 1) for kid in found)
    return "/Rect" in each and not (isinstance(flags, int) and flags & _HIDDEN)


def _untag(stream: StreamObject) -> None:
    """Take place and device out of a photo."""
    named = stream.get("/Filter")
    filters = [str(name) for name in named] if isinstance(named, ArrayObject) else [str(named)]
    if filters[-1] != _JPEG or set(filters[:-1]) - {_FLATE}:
        return
    jpeg = stream._data
    for _ in filters[:-1]:
        jpeg = zlib.decompress(jpeg)
    stream._data = without_tags(jpeg)
    stream[NameObject("/Filter")] = NameObject(_JPEG)


def main() -> int:
    """From standard input to standard output; 1 when it cannot be rewritten."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    made = rewritten(sys.stdin.buffer.read())
    sys.stdout.buffer.write(made or b"")
    return 0 if made else 1


if __name__ == "__main__":
    raise SystemExit(main())
