"""A paper register kept in Excel: where its heading is, what each column means, and its rows as lines to import."""

from __future__ import annotations

import codecs
import csv
import io
import json
import tomllib
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final
from xml.etree.ElementTree import ParseError

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.importing import cells
from bot.importing.cells import Cell, CellError
from bot.importing.lines import Problem, Read, read
from cases.fold import fold
from cases.owntopics import OwnTopic

HEAD_ROWS: Final = 25
"""The heading is looked for in so many rows from the top."""
HEAD_STOREYS: Final = 3
SIGNATURE_CELLS: Final = 3
"""A row of so few cells, with neither a number nor a day, is no letter: who kept the register, who signed."""
ZIPPED: Final = b"PK"
"""How the content of an Excel file begins."""
MOST_ROWS: Final = 100_000
MOST_COLUMNS: Final = 80
FIELDS: Final = (
    *("number", "ref", "unit", "received_on", "channel", "kind", "topic", "eligible", "outcome", "outcome_on"),
    *("authority", "replied_on", "resolved_on", "urged_on", "signed_on", "person", "signers", "instance", "matter"),
    *("competence", "anonymous", "ineligible_mark", "kind_to_cao", "kind_khieu_nai", "kind_kien_nghi_phan_anh"),
)
IGNORED: Final = ("-", "serial")
"""What a column may be mapped to that is left out."""
_DAYS: Final = ("received_on", "outcome_on", "replied_on", "resolved_on", "signed_on")
_NEEDED: Final = ("received_on",)


class RegisterError(ValueError):
    """A file or map that cannot be read as a register. `key` is a message, `value` what it names."""

    def __init__(self, key: str, value: str = "") -> None:
        super().__init__(key)
        self.key: Final = key
        self.value: Final = value


class Map(BaseModel):
    """The committee's own word on its register, from the file given by --map."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    sheet: str = ""
    header: int = Field(default=0, ge=0, le=1000)
    """The last row of the heading; 0 looks for it."""
    unit: str = ""
    year: int | None = Field(default=None, ge=1977, le=2199)
    channel: str = "paper"
    kind: str = ""
    topic: str = "khac"
    columns: dict[str, str] = Field(default_factory=dict)
    values: dict[str, dict[str, str]] = Field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Found:
    """One column: its letter, its heading, and the field that it became ("" where nobody knows it)."""

    letter: str
    heading: str
    field: str
    guessed: bool = True


@dataclass(frozen=True, slots=True)
class Register:
    """A register that was read: its columns, and its rows as lines with what is wrong in them."""

    sheet: str
    columns: tuple[Found, ...]
    read: Read
    rows: tuple[Mapping[str, Any], ...] = ()
    unknown: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Words that are in no list and were taken as "khac", by field."""


def read_map(content: bytes) -> Map:
    """The map. Raises RegisterError."""
    try:
        found = Map.model_validate(tomllib.loads(content.decode("utf-8-sig")))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise RegisterError("sheet-map-unreadable", type(error).__name__) from None
    except ValidationError as error:
        where = ".".join(str(part) for part in error.errors(include_input=False)[0]["loc"])
        raise RegisterError("sheet-map-wrong", where) from None
    for heading, name in found.columns.items():
        if name not in (*FIELDS, *IGNORED):
            raise RegisterError("sheet-map-field", f"{heading} = {name}")
    for sort in found.values:
        if sort not in ("kind", "outcome", "channel", "topic", "unit", "competence"):
            raise RegisterError("sheet-map-wrong", f"values.{sort}")
    return found


def read_register(content: bytes, own: Map, units: Mapping[str, str], topics: Sequence[OwnTopic] = ()) -> Register:
    """The register. `units` are the codes and names of the tree, `topics` the committee's own. Raises RegisterError."""
    refusal: RegisterError | None = None
    for title, grid in _grids(content, own.sheet):
        try:
            top, columns = _heading(grid, own)
        except RegisterError as error:
            # a cover, or a sheet of notes, may stand before the register; the first reason is told if none is one
            refusal = refusal or error
            continue
        return _Reader(title, grid, top, columns, own, units, topics).read()
    raise refusal or RegisterError("sheet-empty")


class _Reader:
    def __init__(
        self,
        title: str,
        grid: Sequence[Sequence[Cell]],
        top: int,
        columns: Sequence[Found],
        own: Map,
        units: Mapping[str, str],
        topics: Sequence[OwnTopic],
    ) -> None:
        self._title = title
        self._grid = grid
        self._top = top
        self._columns = columns
        self._own = own
        self._units = units
        self._by_name = {fold(name): code for code, name in units.items()} | {fold(code): code for code in units}
        self._own_topics = {fold(name): each for each in topics for name in (each.code, *each.names.values())}
        self._at = {found.field: place for place, found in enumerate(columns) if found.field in FIELDS}
        self._problems: list[Problem] = []
        self._unknown: dict[str, dict[str, None]] = {}

    def read(self) -> Register:
        """Every row below the heading, judged like a line of any other import."""
        numbers, rows = [], []
        for place in range(self._top, len(self._grid)):
            row = self._grid[place]
            if self._is_row(row):
                numbers.append(place + 1)
                rows.append(self._line(place + 1, row))
        lines = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
        found = read(lines.encode())
        told = {(problem.line, problem.field) for problem in self._problems}
        for problem in found.problems:
            number = numbers[problem.line - 1]
            if problem.field == "ref" and cells.text(self._cell(self._grid[number - 1], "number")):
                continue  # the number is there; what it needs beside it is named already
            if (number, self._where(problem.field)) not in told:
                self._problems.append(Problem(number, self._where(problem.field), problem.reason, problem.value))
        good = [(numbers[at - 1], line) for at, line in found.lines]
        unknown = {name: tuple(words) for name, words in self._unknown.items()}
        return Register(self._title, tuple(self._columns), Read(good, self._problems), tuple(rows), unknown)

    def _is_row(self, row: Sequence[Cell]) -> bool:
        """Not an empty row, a row of column numbers, a sum, or a line across the page (a month, a signature)."""
        filled = [cells.text(value) for value in row if not cells.nothing(value)]
        if len(set(filled)) < 2 or fold(filled[0]).startswith(("tong", "cong")):
            return False
        if all(text.strip("()").isdigit() and len(text) < 5 for text in filled) and len(filled) > 2:
            return [int(text.strip("()")) for text in filled] != list(range(1, len(filled) + 1))
        said = {name for name in self._at if not cells.nothing(self._cell(row, name))}
        if len(set(filled)) <= SIGNATURE_CELLS and not said & {"number", "ref", "received_on"}:
            return False
        return bool(said - {"unit", "channel"})

    def _line(self, number: int, row: Sequence[Cell]) -> dict[str, Any]:
        own = self._own
        line: dict[str, Any] = {"type": "case", "topic": own.topic, "channel": own.channel}
        for name in _DAYS:
            value = self._try(number, name, lambda name=name: cells.day(self._cell(row, name), own.year))
            if isinstance(value, date):
                line[name] = value.isoformat()
        urged = self._try(number, "urged_on", lambda: cells.days(self._cell(row, "urged_on"), own.year))
        if urged:
            line["urged_on"] = [each.isoformat() for each in urged]
        line["unit"] = self._unit(number, row)
        line["kind"] = self._kind(number, row)
        for name in ("channel", "topic", "competence"):
            said = cells.text(self._cell(row, name))
            if name == "topic" and (mine := self._own_topics.get(fold(said))) is not None:
                line |= {"topic": mine.under, "own_topic": mine.code}
            elif said:
                line[name] = self._choice(number, name, self._cell(row, name))
        line |= self._fate(number, row)
        for name in ("signers", "instance"):
            value = self._try(number, name, lambda name=name: cells.whole(self._cell(row, name)))
            if value is not None:
                line[name] = value
        for name in ("person", "authority", "matter"):
            if said := cells.text(self._cell(row, name)):
                line[name] = said
        if cells.flag(self._cell(row, "anonymous")):
            line["anonymous"] = True
        line["ref"] = self._ref(row, line)
        return {name: value for name, value in line.items() if value is not None or name in ("eligible", "outcome")}

    def _fate(self, number: int, row: Sequence[Cell]) -> dict[str, Any]:
        eligible = cells.flag(self._cell(row, "eligible"))
        if cells.flag(self._cell(row, "ineligible_mark")):
            eligible = False
        said = self._cell(row, "outcome")
        outcome = self._choice(number, "outcome", said) if cells.text(said) else None
        return {"eligible": eligible, "outcome": outcome or None}

    def _kind(self, number: int, row: Sequence[Cell]) -> str | None:
        marked = [
            name.removeprefix("kind_")
            for name in ("kind_to_cao", "kind_khieu_nai", "kind_kien_nghi_phan_anh")
            if cells.flag(self._cell(row, name))
        ]
        if len(marked) == 1:
            return marked[0]
        if len(marked) > 1:
            self._wrong(number, "kind", "sheet-two-kinds")
            return None
        said = self._cell(row, "kind")
        if cells.text(said):
            return self._choice(number, "kind", said)
        return self._own.kind or None

    def _unit(self, number: int, row: Sequence[Cell]) -> str | None:
        said = cells.text(self._cell(row, "unit"))
        if not said:
            if not self._own.unit and len(self._units) > 1:
                self._wrong(number, "unit", "sheet-unit-needed")
                return None
            return self._own.unit or next(iter(self._units))
        for word, code in self._own.values.get("unit", {}).items():
            if fold(word) == fold(said):
                return code
        folded = fold(said)
        found = self._by_name.get(folded)
        near = [code for name, code in self._by_name.items() if name.endswith(f" {folded}")]
        if found is None and len(set(near)) == 1:
            found = near[0]
        if found is None:
            self._wrong(number, "unit", "unknown-unit")
        return found

    def _choice(self, number: int, name: str, value: Cell) -> str | None:
        found = cells.choice(name, value, self._own.values.get(name, {}))
        if found is None and name == "topic":
            # a topic that is in no list is no mistake, but the one who imports is shown it
            self._unknown.setdefault(name, {})[cells.text(value)[:60]] = None
            return self._own.topic
        if found is None:
            self._wrong(number, name, "sheet-word")
        return found

    def _ref(self, row: Sequence[Cell], line: Mapping[str, Any]) -> str | None:
        """The number given, or unit, year and number: the same row has the same one every time."""
        if given := cells.text(self._cell(row, "ref")):
            return given
        number = cells.text(self._cell(row, "number"))
        received = line.get("received_on")
        if not number or not received or not line.get("unit"):
            return None
        return f"{line['unit']}/{str(received)[:4]}/{number}"

    def _cell(self, row: Sequence[Cell], name: str) -> Cell:
        at = self._at.get(name)
        return row[at] if at is not None and at < len(row) and not cells.nothing(row[at]) else None

    def _try(self, number: int, name: str, work: Any) -> Any:
        try:
            return work()
        except CellError as error:
            self._wrong(number, name, str(error))
            return None

    def _where(self, name: str) -> str:
        """The column of a field, as who has the sheet open finds it."""
        wanted = "number" if name == "ref" and "ref" not in self._at else name
        at = self._at.get(wanted)
        if at is None and name == "kind":
            at = next((self._at[each] for each in self._at if each.startswith("kind_")), None)
        found = self._columns[at] if at is not None else None
        return f"{found.letter} ({found.heading})" if found is not None else name

    def _wrong(self, number: int, name: str, reason: str) -> None:
        self._problems.append(Problem(number, self._where(name), reason))


# The grid and its heading ----------------------------------------------------------------------------------


def read_grid(content: bytes, sheet: str) -> tuple[str, list[list[Cell]]]:
    """Title and cells of a sheet, formulas as the values stored with them, merged headings filled. Raises
    RegisterError."""
    return next(_grids(content, sheet))


def typed_grid(content: bytes) -> list[list[Cell]]:
    """Cells of a CSV file, whichever of ; , and tab stands between them. Raises RegisterError."""
    wide = content[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
    try:
        text = content.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError:
        raise RegisterError("sheet-csv-unreadable") from None
    top = text.splitlines()[:HEAD_ROWS]
    between = max(";,\t", key=lambda mark: max((line.count(mark) for line in top), default=0))
    rows: list[list[Cell]] = [[*row[:MOST_COLUMNS]] for row in csv.reader(io.StringIO(text), delimiter=between)]
    if len(rows) > MOST_ROWS:
        raise RegisterError("sheet-too-long", str(MOST_ROWS))
    width = max(map(len, rows), default=0)
    return [[*row, *[None] * (width - len(row))] for row in rows]


def _grids(content: bytes, sheet: str) -> Iterator[tuple[str, list[list[Cell]]]]:
    """The sheet of a name, or all that hold more than a line. Raises RegisterError."""
    if content[:2] != ZIPPED:
        yield "CSV", typed_grid(content)
        return
    try:
        book = load_workbook(io.BytesIO(content), data_only=True)
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, OSError, EOFError, ParseError):
        raise RegisterError("sheet-unreadable") from None
    if sheet and sheet not in book.sheetnames:
        raise RegisterError("sheet-missing", sheet)
    sheets = [book[sheet]] if sheet else [each for each in book.worksheets if each.max_row > 1]
    if not sheets:
        raise RegisterError("sheet-empty")
    for found in sheets:
        yield found.title, _grid(found)


def _grid(found: Any) -> list[list[Cell]]:
    if found.max_row > MOST_ROWS:
        raise RegisterError("sheet-too-long", str(MOST_ROWS))
    width = min(found.max_column, MOST_COLUMNS)
    grid: list[list[Cell]] = [list(row) for row in found.iter_rows(max_col=width, values_only=True)]
    for merged in found.merged_cells.ranges:
        # a heading over its columns; below it, one word for the letters of several rows
        if merged.max_row <= HEAD_ROWS or merged.min_col == merged.max_col:
            value = grid[merged.min_row - 1][merged.min_col - 1] if merged.min_col <= width else None
            for row in range(merged.min_row - 1, merged.max_row):
                for column in range(merged.min_col - 1, min(merged.max_col, width)):
                    grid[row][column] = value
    return grid


def _heading(grid: Sequence[Sequence[Cell]], own: Map) -> tuple[int, tuple[Found, ...]]:
    """The first row below the heading, and what the columns are: the rows that explain most columns win."""
    best: tuple[int, int, int, tuple[Found, ...]] | None = None
    ends = [own.header] if own.header else range(1, min(len(grid), HEAD_ROWS) + 1)
    for end in ends:
        for storeys in range(1, HEAD_STOREYS + 1):
            if end - storeys < 0 or end > len(grid) or (not own.header and _is_across(grid[end - 1])):
                continue
            if any(_has_data(row) for row in grid[end - storeys : end]):
                continue
            columns = _columns(grid[end - storeys : end], own)
            known = sum(1 for found in columns if found.field)
            # between equals the lowest end and the fewest storeys: a title above is no heading
            if best is None or (known, end, -storeys) > best[:3]:
                best = (known, end, -storeys, columns)
    if best is None or best[0] < 2:
        raise RegisterError("sheet-no-heading")
    fields = [found.field for found in best[3]]
    for needed in _NEEDED:
        if needed not in fields:
            raise RegisterError("sheet-column-missing", needed)
    if "number" not in fields and "ref" not in fields:
        raise RegisterError("sheet-column-missing", "number")
    return best[1], best[3]


def _is_across(row: Sequence[Cell]) -> bool:
    """One text in several cells: a line across the page, such as a month; no heading ends with it."""
    filled = [cells.text(value) for value in row if not cells.nothing(value)]
    return len(filled) > 1 and len(set(filled)) == 1


def _has_data(row: Sequence[Cell]) -> bool:
    """A day or a number in a row: no heading has one."""
    return any(not isinstance(value, str) or cells.is_day(value) for value in row if value is not None)


def _columns(rows: Sequence[Sequence[Cell]], own: Map) -> tuple[Found, ...]:
    mapped = {fold(heading): name for heading, name in own.columns.items()}
    taken: set[str] = set()
    found = []
    for at in range(max(len(row) for row in rows)):
        said = [cells.text(row[at]) for row in rows if at < len(row) and isinstance(row[at], str)]
        storeys = list(dict.fromkeys(text for text in said if text))
        heading = " / ".join(storeys)
        letter = get_column_letter(at + 1)
        names = {fold(heading), fold(storeys[-1]) if storeys else "", letter.lower()}
        given = next((mapped[name] for name in names if name and name in mapped), "")
        name = given or _guess(storeys, taken)
        if name in FIELDS:
            taken.add(name)
        if name == "" and any(len(text) > LONGEST_HEADING for text in storeys):
            heading = ""
        found.append(Found(letter, heading, name, not given))
    return tuple(found)


LONGEST_HEADING: Final = 60
"""More is no heading but a cell of a row."""


def _guess(storeys: Sequence[str], taken: set[str]) -> str:
    """The field of a heading: by its lowest storey, else by all of them."""
    for text in dict.fromkeys((*storeys[-1:], " ".join(storeys))):
        folded = fold(text)
        if not folded or len(folded) > LONGEST_HEADING:
            continue
        for name, listed, ends in _listed():
            if name in taken and name not in IGNORED:
                continue
            if any(folded == word for word in ends) or any(_has(folded, word) for word in listed):
                return name
    return ""


def _listed() -> Iterator[tuple[str, Sequence[str], Sequence[str]]]:
    for row in cells.words()["field"]:
        yield row["name"], row.get("words", ()), row.get("ends", ())


def _has(text: str, word: str) -> bool:
    return f" {word} " in f" {text.replace('/', ' ').replace('(', ' ').replace(')', ' ').replace(',', ' ,')} " or (
        text.startswith(word) and (len(text) == len(word) or not text[len(word)].isalnum())
    )
