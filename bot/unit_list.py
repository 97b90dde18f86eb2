"""A list of units kept beside the config: from a sheet, a CSV or JSON lines into rows that the config can check."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from bot.importing import cells
from bot.importing.cells import Cell, CellError
from cases.fold import fold
from cases.records import record

DAYS: Final = ("valid_from", "valid_to")
LISTS: Final = ("reception_days", "staff_chats")
NEEDED: Final = ("code", "name", "level")


@record(frozen=True, slots=True)
class Row:
    """One unit as the config names its keys, and the line of the file on which it stands."""

    line: int
    unit: Mapping[str, Any]


class UnitListError(ValueError):
    """A list that cannot be read: the line (0: the whole file), the column, and the reason as a message names it."""

    def __init__(self, line: int, column: str, reason: str, value: str = "", sheet: str = "") -> None:
        super().__init__(reason)
        self.value: Final = value
        self.sheet: Final = sheet
        self.line: Final = line
        self.column: Final = column
        self.reason: Final = reason


def read_rows(content: bytes) -> list[Row]:
    """The units of a file: an Excel sheet, a CSV with a heading, or one JSON object a line. Raises UnitListError."""
    from bot.importing.grids import RegisterError, is_sheet, sheets

    if not is_sheet(content, ""):
        try:
            return read_lines(content.decode("utf-8-sig"))
        except UnicodeDecodeError:
            raise UnitListError(0, "", "units-not-utf8") from None
    try:
        seen = (sheet for sheet in sheets(content) if not sheet.hidden and sheet.rows)
        return list(_from_grid(next(seen).rows))
    except RegisterError as error:
        raise UnitListError(0, "", error.key, error.value, error.sheet) from None
    except StopIteration:
        raise UnitListError(0, "", "units-empty") from None


def read_lines(text: str) -> list[Row]:
    """The units of JSON lines, one object each. Raises UnitListError."""
    rows = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            unit = json.loads(line)
        except ValueError:
            raise UnitListError(number, "", "units-not-json") from None
        if not isinstance(unit, dict):
            raise UnitListError(number, "", "units-not-json")
        rows.append(Row(number, unit))
    return rows


def as_lines(rows: Sequence[Row]) -> str:
    """The same units as JSON lines."""
    return "".join(json.dumps(row.unit, ensure_ascii=False) + "\n" for row in rows)


def _from_grid(grid: Sequence[Sequence[Cell]]) -> Iterator[Row]:
    top, columns = _heading(grid)
    for number, row in enumerate(grid[top + 1 :], start=top + 2):
        unit: dict[str, Any] = {}
        for name, value in zip(columns, row, strict=False):
            if name:
                try:
                    said = _value(name, value)
                except CellError:
                    raise UnitListError(number, name, "units-not-day") from None
                if said:
                    unit[name] = said
        if unit:
            yield Row(number, unit)


def _heading(grid: Sequence[Sequence[Cell]]) -> tuple[int, list[str]]:
    """Where the heading is, and the config's name of each column ("" for one that is left out)."""
    for at, row in enumerate(grid):
        columns = [_column(cells.text(value)) for value in row]
        if all(name in columns for name in NEEDED):
            return at, columns
    raise UnitListError(0, "", "units-no-heading")


def _column(heading: str) -> str:
    said = fold(heading)
    known: Mapping[str, Sequence[str]] = cells.words()["unit"]
    return next((name for name, listed in known.items() if said in listed or said.replace(" ", "_") == name), "")


def _value(name: str, value: Cell) -> Any:
    if name in DAYS:
        day = cells.day(value)
        return day.isoformat() if day is not None else ""
    said = cells.text(value)
    if name == "level":
        return cells.choice("level", said, {}) or said
    if name in LISTS:
        return [part.strip() for part in said.replace("\n", ";").split(";") if part.strip()]
    return said
