"""The rows of one sheet of a paper register as letters, each judged like a line of any other import."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final, TypeVar

from bot.importing import cells
from bot.importing.cells import Cell, CellError
from bot.importing.committees import Committees
from bot.importing.grids import Sheet
from bot.importing.heading import FIELDS, KIND_MARKS, Heading, Map
from bot.importing.lines import Line, judge
from cases.fold import fold
from cases.owntopics import OwnTopic
from cases.records import record

T = TypeVar("T")
Row = Mapping[str, Cell]
"""The cells of a letter that say something, by field."""

SIGNATURE_CELLS: Final = 3
"""A row of so few cells, with neither a number nor a day, is no letter: who kept the register, who signed."""
ROWS_SHOWN: Final = 5
WORD_CHARS: Final = 60
WORDS_KEPT: Final = 200
"""Of one field so many different words are kept, to be shown with what they were taken for."""
_DAYS: Final = ("received_on", "outcome_on", "replied_on", "resolved_on", "signed_on")
_SUMS: Final = ("tong", "tong so", "tong cong", "cong", "cong so", "cong don", "luy ke")
_REASONS: Final = {"missing": "sheet-blank", "too-big": "sheet-range", "too-small": "sheet-range"}
"""Reasons of lines in words that fit a cell."""


@record(frozen=True, slots=True)
class Slip:
    """What is wrong in one cell: its row, its column as who has the sheet open finds it, and the reason. `value` is
    what may be chosen or where to look, never what was written."""

    row: int
    column: str
    reason: str
    value: str = ""


@dataclass(slots=True)
class Table:
    """A sheet that was read: its letters by row, what is wrong, and what was left out or guessed."""

    title: str
    heading: Heading
    unit_from: str = ""
    """Where the unit of letters without one was read: a title above the table, or the name of the sheet."""
    letters: list[tuple[int, Line]] = field(default_factory=list)
    slips: list[Slip] = field(default_factory=list)
    count: int = 0
    """Rows that are letters, right or wrong."""
    shown: list[Mapping[str, Any]] = field(default_factory=list)
    left_out: list[int] = field(default_factory=list)
    """Rows below the heading that say something and are no letter."""
    hidden: list[int] = field(default_factory=list)
    """Rows that Excel hides and that are letters."""
    words: dict[str, dict[str, str]] = field(default_factory=dict)
    """Words of the cells and what they were taken for, by field."""
    unknown: dict[str, dict[str, None]] = field(default_factory=dict)
    """Words that are in no list and were taken as "khac", by field."""

    def column(self, name: str) -> str:
        """The column of a field, as who has the sheet open finds it; the bare name where there is none."""
        return _column(self.heading, name)


def read_rows(
    sheet: Sheet, heading: Heading, own: Map, committees: Committees, topics: Sequence[OwnTopic] = ()
) -> Table:
    """Every row below the heading; `topics` are the committee's own."""
    return _Reader(sheet, heading, own, committees, topics).read()


class _Reader:
    def __init__(
        self, sheet: Sheet, heading: Heading, own: Map, committees: Committees, topics: Sequence[OwnTopic]
    ) -> None:
        self._sheet = sheet
        self._own = own
        self._own_topics = {fold(name): each for each in topics for name in (each.code, *each.names.values())}
        self._committees = committees
        self._at = {found.field: place for place, found in enumerate(heading.columns) if found.field in FIELDS}
        self._monthly = heading.at("serial_number")
        if self._monthly is not None:
            self._at["number"] = self._monthly
        self._heads = [_said(row) for row in sheet.rows[heading.first - 1 : heading.last]]
        self._meanings: dict[tuple[str, str], str | None] = {}
        self._refs: dict[str, tuple[int, str]] = {}
        self._told: set[tuple[int, str]] = set()
        self._wrong_rows: set[int] = set()
        self._unit, unit_from = self._unit_of_all(heading)
        self._table = Table(sheet.title, heading, unit_from)

    def read(self) -> Table:
        """Every row below the heading, judged like a line of any other import."""
        table = self._table
        for number in range(table.heading.last + 1, len(self._sheet.rows) + 1):
            row = self._sheet.rows[number - 1]
            filled = _said(row)
            if not filled or self._is_numbering(filled):
                continue
            found = {name: row[at] for name, at in self._at.items() if at < len(row) and not cells.nothing(row[at])}
            if not self._is_letter(filled, found):
                table.left_out.append(number)
                continue
            table.count += 1
            if number in self._sheet.hidden_rows:
                table.hidden.append(number)
            line = self._line(number, found)
            if len(table.shown) < ROWS_SHOWN:
                table.shown.append(line)
            self._judge(number, found, line)
        return table

    def _judge(self, number: int, row: Row, line: Mapping[str, Any]) -> None:
        text = json.dumps(line, ensure_ascii=False)
        letter, problems = judge(number, text.encode())
        for problem in problems:
            if problem.field == "ref" and cells.text(row.get("number")):
                continue  # the number is there; what it needs beside it is named already
            if problem.reason == "outcome-and-day" and (number, self._table.column("outcome")) in self._told:
                continue  # the day is there; the word beside it was not understood
            self._wrong(number, problem.field, _REASONS.get(problem.reason, problem.reason), problem.value)
        ref = line.get("ref")
        if ref is not None:
            first, same = self._refs.setdefault(ref, (number, text))
            if same != text:
                self._wrong(number, "number" if "ref" not in self._at else "ref", "sheet-twice", str(first))
        if letter is not None and number not in self._wrong_rows:
            self._table.letters.append((number, letter))

    def _is_letter(self, filled: Sequence[str], row: Row) -> bool:
        """Not the heading once more, a sum, or a line across the page (a month, a signature)."""
        if len(set(filled)) < 2 or filled in self._heads or self._is_sum(fold(filled[0]), row):
            return False
        if len(set(filled)) <= SIGNATURE_CELLS and not row.keys() & {"number", "ref", "received_on"}:
            return False
        return bool(row.keys() - {"unit", "channel"})

    def _is_sum(self, first: str, row: Row) -> bool:
        """A row of sums; one with a day of receipt is a letter, whatever its sender is called (Tống Công Minh)."""
        if first.strip(" :.") not in _SUMS and not first.startswith(("tong so", "tong cong", "cong:")):
            return False
        try:
            return cells.day(row.get("received_on"), self._own.year) is None
        except CellError:
            return True

    def _is_numbering(self, filled: Sequence[str]) -> bool:
        """The row (1) (2) (3) … below the heading of a state form."""
        texts = [text.strip("()[] ") for text in filled]
        if len(texts) < 3 or not all(text.isdigit() and len(text) < 3 for text in texts):
            return False
        numbers = list(map(int, texts))
        return numbers == sorted(set(numbers)) and numbers[-1] - numbers[0] < len(self._table.heading.columns)

    def _line(self, number: int, row: Row) -> dict[str, Any]:
        own = self._own
        for name, value in row.items():
            if reason := cells.broken(value):
                self._wrong(number, name, reason)
        row = {name: value for name, value in row.items() if not cells.broken(value)}
        line: dict[str, Any] = {"type": "case", "topic": own.topic, "channel": own.channel}
        for name in _DAYS:
            if (day := self._try(number, name, cells.day, row.get(name), own.year)) is not None:
                line[name] = day.isoformat()
        if urged := self._try(number, "urged_on", cells.days, row.get("urged_on"), own.year):
            line["urged_on"] = [each.isoformat() for each in urged]
        line["unit"] = self._unit_of(number, row, line.get("received_on"))
        line["kind"] = self._kind(number, row)
        for name in ("channel", "topic", "competence"):
            said = cells.text(row.get(name))
            if name == "topic" and (mine := self._own_topics.get(fold(said))) is not None:
                line |= {"topic": mine.under, "own_topic": mine.code}
            elif said:
                line[name] = self._choice(number, name, row.get(name))
        eligible = self._try(number, "eligible", cells.flag, row.get("eligible"))
        if self._try(number, "ineligible_mark", cells.flag, row.get("ineligible_mark")):
            eligible = False
        line["eligible"] = eligible
        outcome = self._choice(number, "outcome", row.get("outcome")) if cells.text(row.get("outcome")) else None
        line["outcome"] = outcome or None
        for name in ("signers", "instance"):
            if (value := self._try(number, name, cells.whole, row.get(name))) is not None:
                line[name] = value
        for name in ("person", "authority", "matter"):
            if said := cells.text(row.get(name)):
                line[name] = said
        if cells.unnamed(line.get("person")):
            del line["person"]
            line["anonymous"] = True
        if self._try(number, "anonymous", cells.flag, row.get("anonymous")):
            line["anonymous"] = True
        line["ref"] = self._ref(row, line)
        return {name: value for name, value in line.items() if value is not None or name in ("eligible", "outcome")}

    def _kind(self, number: int, row: Row) -> str | None:
        marked = [name.removeprefix("kind_") for name in KIND_MARKS if self._is_marked(number, name, row)]
        if len(marked) > 1:
            self._wrong(number, "kind", "sheet-two-kinds")
            return None
        if marked:
            return marked[0]
        if cells.text(row.get("kind")):
            return self._choice(number, "kind", row.get("kind"))
        return self._own.kind or None

    def _is_marked(self, number: int, name: str, row: Row) -> bool:
        """A mark in the column of a kind, or the kind's own word once more."""
        value = row.get(name)
        if value is None:
            return False
        try:
            if f"kind_{cells.choice('kind', value, {})}" == name:
                return True
        except CellError:
            pass
        return bool(self._try(number, name, cells.flag, value))

    def _unit_of(self, number: int, row: Row, received: str | None) -> str | None:
        said = cells.text(row.get("unit"))
        if not said:
            if not self._unit:
                self._wrong(number, "unit", "sheet-unit-needed" if "unit" not in self._at else "sheet-blank")
            return self._unit or None
        found = self._committees.find(said, date.fromisoformat(received) if received else None)
        if len(found) != 1:
            self._wrong(number, "unit", "sheet-units-two" if found else "sheet-unit-unknown", ", ".join(found))
            return None
        self._take("unit", said, found[0])
        return found[0]

    def _unit_of_all(self, heading: Heading) -> tuple[str, str]:
        """The unit of rows that name none: the map's, the only one there is, or the one that stands over the table."""
        if self._own.unit or "unit" in self._at:
            return self._own.unit, ""
        if only := self._committees.only():
            return only, ""
        titles = [self._sheet.title]
        titles += [text for row in self._sheet.rows[: heading.first - 1] for text in dict.fromkeys(_said(row))]
        named = {found[0]: text for text in reversed(titles) if len(found := self._committees.find(text)) == 1}
        return next(iter(named.items())) if len(named) == 1 else ("", "")

    def _choice(self, number: int, name: str, value: Cell) -> str | None:
        said = cells.text(value)[:WORD_CHARS]
        try:
            found = self._meaning(name, cells.text(value))
        except CellError as error:
            self._wrong(number, name, str(error))
            return None
        if found is None and name == "topic":
            # a topic that is in no list is no mistake, but the one who imports is shown it
            self._table.unknown.setdefault(name, {})[said] = None
            return self._own.topic
        if found is None:
            self._wrong(number, name, "sheet-word")
        else:
            self._take(name, said, found)
        return found

    def _meaning(self, name: str, said: str) -> str | None:
        if (name, said) not in self._meanings:
            self._meanings[name, said] = cells.choice(name, said, self._own.values.get(name, {}))
        return self._meanings[name, said]

    def _take(self, name: str, said: str, found: str) -> None:
        words = self._table.words.setdefault(name, {})
        if len(words) < WORDS_KEPT:
            words[said] = found

    def _ref(self, row: Row, line: Mapping[str, Any]) -> str | None:
        """The number given, or unit, year and number: the same row has the same one every time."""
        if given := cells.text(row.get("ref")):
            return given
        number, received = cells.text(row.get("number")), str(line.get("received_on", ""))
        if not number or not received or not line.get("unit"):
            return None
        # a serial number begins anew with every book: the month keeps the books of a year apart
        return f"{line['unit']}/{received[: 4 if self._monthly is None else 7]}/{number}"

    def _try(self, number: int, name: str, work: Callable[..., T], value: Cell, *more: Any) -> T | None:
        try:
            return work(value, *more)
        except CellError as error:
            self._wrong(number, name, str(error))
            return None

    def _wrong(self, number: int, name: str, reason: str, value: str = "") -> None:
        column = _column(self._table.heading, name)
        if (number, column) not in self._told:
            self._told.add((number, column))
            self._wrong_rows.add(number)
            self._table.slips.append(Slip(number, column, reason, value))


def _said(row: Sequence[Cell]) -> list[str]:
    return [cells.text(value) for value in row if not cells.nothing(value) and not cells.broken(value)]


def _column(heading: Heading, name: str) -> str:
    wanted = [name]
    if name in ("ref", "number"):
        wanted += ["ref", "number", "serial_number"]
    elif name == "kind":
        wanted += KIND_MARKS
    found = next((each for want in wanted for each in heading.columns if each.field == want), None)
    return f"{found.letter} ({found.heading})" if found is not None else name
