"""The sheets of a file that a register is kept in: Excel or CSV, as cells, with what the eye does not see of them."""

from __future__ import annotations

import codecs
import csv
import io
import re
import unicodedata
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import Any, Final
from xml.etree.ElementTree import ParseError
from xml.parsers import expat

from openpyxl.packaging.relationship import Relationship
from openpyxl.reader.excel import ExcelReader
from openpyxl.utils.cell import coordinate_to_tuple, range_boundaries
from openpyxl.utils.exceptions import InvalidFileException

from bot.importing.cells import UNSTORED, Cell
from cases.records import record

MOST_ROWS: Final = 100_000
MOST_COLUMNS: Final = 80
MOST_BYTES: Final = 400 << 20
"""An Excel file is packed: unpacked it may be no larger. A register of 100,000 letters has a quarter of that."""
HEAD_ROWS: Final = 25
"""The heading is looked for in so many rows from the top."""
ZIPPED: Final = b"PK"
"""How the content of an Excel file begins."""
OLD: Final = b"\xd0\xcf\x11\xe0"
"""How a file of Office before 2007 begins, and one that a password locks."""
_LOCKED: Final = "EncryptedPackage".encode("utf-16-le")
_PAGE: Final = re.compile(rb"\s*<(?:!doctype|html|head|body|table|meta|div|\?xml|style)", re.IGNORECASE)
_BETWEEN: Final = ";,\t|"
_UNREADABLE: Final = (
    *(InvalidFileException, zipfile.BadZipFile, ParseError, expat.ExpatError),
    *(KeyError, ValueError, TypeError, IndexError, AttributeError, OSError, EOFError, NotImplementedError, SyntaxError),
    *(RuntimeError, MemoryError),
)
"""What openpyxl raises on a file that is broken somewhere: whatever the broken place comes to."""


class RegisterError(ValueError):
    """A file or map that cannot be read as a register. `key` is a message, `value`, `sheet` and `others` what it
    names."""

    def __init__(self, key: str, value: str = "", sheet: str = "", others: str = "") -> None:
        super().__init__(key)
        self.others: Final = others
        self.key: Final = key
        self.value: Final = value
        self.sheet: Final = sheet


@record(frozen=True, slots=True)
class Sheet:
    """One sheet: its rows from the top, formulas as the values stored with them, merged headings filled."""

    title: str
    rows: list[list[Cell]] = field(repr=False)
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    """Numbers of rows that Excel does not show."""


def is_sheet(content: bytes, suffix: str) -> bool:
    """Whether a file is meant as a sheet: by what it is, and unless it is called or looks like lines of JSON."""
    if content[:2] == ZIPPED or content[:4] == OLD:
        return True
    looks = content.removeprefix(codecs.BOM_UTF8).lstrip()[:1] == b"{"
    return not looks and suffix.lower() not in (".jsonl", ".json", ".ndjson")


def sheets(content: bytes, only: str = "") -> Iterator[Sheet]:
    """Every sheet, or the one of a name. Raises RegisterError, which says what to do."""
    if not content.strip():
        raise RegisterError("sheet-file-empty")
    if content[:4] == OLD:
        raise RegisterError("sheet-locked" if _LOCKED in content else "sheet-old")
    if content[:2] == ZIPPED:
        yield from _of_book(content, only)
    elif _PAGE.match(content.removeprefix(codecs.BOM_UTF8)):
        raise RegisterError("sheet-web-page")
    else:
        yield Sheet("CSV", typed_grid(content))


def typed_grid(content: bytes) -> list[list[Cell]]:
    """Cells of a CSV file, whichever of ; , | and tab stands between them. Raises RegisterError."""
    text = _decoded(content)
    top = text.splitlines()[:HEAD_ROWS]
    between = max(_BETWEEN, key=lambda mark: max((line.count(mark) for line in top), default=0))
    try:
        read = csv.reader(io.StringIO(text, newline=""), delimiter=between)
        return _limited("CSV", ([*row[:MOST_COLUMNS]] for row in read))
    except csv.Error:
        raise RegisterError("sheet-csv-broken") from None


def _decoded(content: bytes) -> str:
    """The text of a CSV: UTF-8, UTF-16 as Excel saves "Unicode text", or the code page of Windows for Vietnamese."""
    wide = content[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
    blind = "utf-16-le" if content[1:2] == b"\0" else "utf-16-be" if content[:1] == b"\0" else ""
    names = ("utf-16",) if wide else (blind,) if blind else ("utf-8-sig", "cp1258")
    for name in names:
        try:
            text = content.decode(name)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return unicodedata.normalize("NFC", text)
    raise RegisterError("sheet-csv-unreadable")


def _limited(title: str, rows: Iterable[list[Cell]]) -> list[list[Cell]]:
    """The rows down to the last that says something, all of one width. Raises RegisterError."""
    kept: list[list[Cell]] = []
    blank = 0
    for row in rows:
        while row and (row[-1] is None or row[-1] == ""):
            row.pop()
        if not row:
            blank += 1
            continue
        if len(kept) + blank >= MOST_ROWS:
            raise RegisterError("sheet-too-long", f"{MOST_ROWS:_}".replace("_", "."), title)
        kept.extend([] for _ in range(blank))
        kept.append(row)
        blank = 0
    width = max(map(len, kept), default=0)
    for row in kept:
        row.extend([None] * (width - len(row)))
    return kept


# Excel -----------------------------------------------------------------------------------------------------


def _of_book(content: bytes, only: str) -> Iterator[Sheet]:
    try:
        reader = _opened(content)
        pages = [(page, relation) for page, relation in reader.parser.find_sheets() if _is_table(reader, relation)]
        names = [page.name for page, _ in pages]
    except _UNREADABLE as error:
        if isinstance(error, RegisterError):
            raise
        raise RegisterError("sheet-unreadable") from None
    if only and only not in names:
        raise RegisterError("sheet-missing", ", ".join(names), only)
    for page, relation in pages:
        if only and page.name != only:
            continue
        try:
            with reader.archive.open(relation.target) as file:
                unseen = _unseen(file)
            table = reader.wb[page.name]
            table.reset_dimensions()  # what a file says of its own size is often wrong
            grid = _limited(page.name, ([*row[:MOST_COLUMNS]] for row in table.iter_rows(values_only=True)))
        except _UNREADABLE as error:
            if isinstance(error, RegisterError):
                raise
            raise RegisterError("sheet-unreadable") from None
        yield Sheet(page.name, unseen.fill(grid), page.state != "visible", frozenset(unseen.hidden))


def _opened(content: bytes) -> Any:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        names = packed.namelist()
        if sum(each.file_size for each in packed.infolist()) > MOST_BYTES:
            raise RegisterError("sheet-too-big", str(MOST_BYTES >> 20))
    if "[Content_Types].xml" not in names or not any(name.startswith("xl/") for name in names):
        raise RegisterError("sheet-other-file")
    if any(name.endswith("workbook.bin") for name in names):
        raise RegisterError("sheet-old")
    reader = ExcelReader(io.BytesIO(content), read_only=True, keep_vba=False, data_only=True, keep_links=False)
    reader.read()
    return reader


def _is_table(reader: Any, relation: Relationship) -> bool:
    """Not a sheet that is one chart."""
    return relation.Type.endswith("/worksheet") and relation.target in reader.valid_files


@dataclass(slots=True)
class _Unseen:
    """What a sheet's XML says beside the values: hidden rows, merged cells, formulas that no program has worked out."""

    hidden: set[int] = field(default_factory=set)
    merged: list[str] = field(default_factory=list)
    unstored: list[str] = field(default_factory=list)

    def fill(self, grid: list[list[Cell]]) -> list[list[Cell]]:
        """The grid with a heading over its columns, below it one word for the letters of several rows."""
        for cell in self.unstored:
            row, column = coordinate_to_tuple(cell)
            if row <= len(grid) and column <= len(grid[row - 1]):
                grid[row - 1][column - 1] = UNSTORED
        for span in self.merged:
            left, top, right, bottom = (int(edge or 1) for edge in range_boundaries(span))
            if top > len(grid) or not (bottom <= HEAD_ROWS or left == right):
                continue
            value = grid[top - 1][left - 1] if left <= len(grid[top - 1]) else None
            for each in grid[top - 1 : bottom]:
                each[left - 1 : right] = [value] * len(each[left - 1 : right])
        return grid


def _unseen(file: Any) -> _Unseen:
    found = _Unseen()
    cell, kind, formula, stored = "", "", False, False

    def start(tag: str, marks: dict[str, str]) -> None:
        nonlocal cell, kind, formula, stored
        if tag == "c":
            cell, kind, formula, stored = marks.get("r", ""), marks.get("t", ""), False, False
        elif tag == "f":
            formula = True
        elif tag == "v":
            # an empty text is a result as well; an empty number is none
            stored = kind == "str"
            if formula and not stored:
                parser.CharacterDataHandler = said
        elif tag == "row" and marks.get("hidden") in ("1", "true"):
            found.hidden.add(int(marks.get("r", "0")))
        elif tag == "mergeCell":
            found.merged.append(marks["ref"])

    def said(text: str) -> None:
        nonlocal stored
        stored = True

    def end(tag: str) -> None:
        if tag == "v":
            parser.CharacterDataHandler = None
        elif tag == "c" and formula and not stored and cell:
            found.unstored.append(cell)

    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda tag, marks: start(tag.rpartition(":")[2], marks)
    parser.EndElementHandler = lambda tag: end(tag.rpartition(":")[2])
    for piece in chain(iter(lambda: file.read(1 << 20), b""), (b"",)):
        parser.Parse(piece, not piece)
    return found
