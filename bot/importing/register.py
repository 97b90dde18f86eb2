"""A paper register kept in Excel: every sheet of the book that is one, its letters as lines to import."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from bot.importing.committees import Committees
from bot.importing.grids import RegisterError, sheets
from bot.importing.heading import Map, find
from bot.importing.lines import Line, Problem
from bot.importing.rows import Slip, Table, read_rows
from bot.unit_facts import UnitFacts
from cases.owntopics import OwnTopic
from cases.records import record

NO_REGISTER: Final = ("sheet-no-heading", "sheet-old-font")
"""Reasons for which a sheet is no register at all: a cover, a list of words, notes."""


@record(frozen=True, slots=True)
class Passed:
    """A sheet that was not read, and why, as a message names it."""

    sheet: str
    reason: str
    value: str = ""
    others: str = ""


@record(frozen=True, slots=True)
class Register:
    """A register that was read: its sheets, and those that are none."""

    tables: tuple[Table, ...]
    passed: tuple[Passed, ...] = ()

    def lines(self) -> list[tuple[int, Line]]:
        """All letters, numbered through; `place` tells where one stands."""
        letters = (letter for table in self.tables for _, letter in table.letters)
        return list(enumerate(letters, start=1))

    def slips(self) -> list[tuple[Table, Slip]]:
        """All that is wrong, sheet by sheet from the top."""
        return [
            (table, slip)
            for table in self.tables
            for slip in sorted(table.slips, key=lambda slip: (slip.row, slip.column))
        ]

    def place(self, number: int) -> tuple[Table, int]:
        """The sheet and the row of a letter."""
        for table in self.tables:
            if number <= len(table.letters):
                return table, table.letters[number - 1][0]
            number -= len(table.letters)
        raise IndexError(number)

    def slip(self, problem: Problem) -> tuple[Table, Slip]:
        """What was found wrong with a letter only when it was held against all others."""
        table, row = self.place(problem.line)
        return table, Slip(row, table.column(problem.field), problem.reason, problem.value)


def read_register(content: bytes, own: Map, tree: Iterable[UnitFacts], topics: Sequence[OwnTopic] = ()) -> Register:
    """The register; `topics` are the committee's own. Raises RegisterError when no sheet is one, and where a whole
    column is missing."""
    committees = Committees(tree, own.values.get("unit", {}))
    tables: list[Table] = []
    passed: list[Passed] = []
    for only in own.sheet or ("",):
        for sheet in sheets(content, only):
            if sheet.hidden and not own.sheet:
                passed.append(Passed(sheet.title, "sheet-hidden"))
                continue
            if not sheet.rows:
                passed.append(Passed(sheet.title, "sheet-empty"))
                continue
            try:
                heading = find(sheet.title, sheet.rows, own)
            except RegisterError as error:
                passed.append(Passed(sheet.title, error.key, error.value, error.others))
                continue
            table = read_rows(sheet, heading, own, committees, topics)
            _check(table)
            tables.append(table)
    if not tables:
        # the first sheet that is nearly one says best what is missing
        nearly = [each for each in passed if each.reason not in (*NO_REGISTER, "sheet-hidden", "sheet-empty")]
        first = next(iter(nearly or [each for each in passed if each.reason != "sheet-empty"] or passed), None)
        if first is None:
            raise RegisterError("sheet-file-empty")
        raise RegisterError(first.reason, first.value, first.sheet, first.others)
    _check_numbers(tables)
    return Register(tuple(tables), tuple(passed))


def _check(table: Table) -> None:
    """One sentence for a column that is missing as a whole, instead of one for each row. Raises RegisterError."""
    reasons = {slip.reason for slip in table.slips}
    if "sheet-unit-needed" in reasons:
        raise RegisterError("sheet-unit-needed", sheet=table.title)
    if "outcome-and-day" in reasons and table.heading.at("outcome_on") is None:
        raise RegisterError("sheet-column-missing", "outcome_on", table.title)


def _check_numbers(tables: list[Table]) -> None:
    """A number that stands in two sheets with different letters is wrong in the second."""
    seen: dict[str, tuple[Table, int, Line]] = {}
    for table in tables:
        for row, letter in table.letters:
            there = seen.setdefault(letter.ref, (table, row, letter))
            if there[2] != letter and there[0] is not table:
                value = f"{there[1]} ({there[0].title})"
                table.slips.append(Slip(row, table.column("number"), "sheet-twice", value))
