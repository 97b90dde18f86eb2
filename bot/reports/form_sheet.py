"""One of the state's forms as a sheet: its circular, headings in storeys, numbers of columns, live formulas, notes."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import Any, Final

from xlsxwriter.utility import xl_rowcol_to_cell

from bot.reports.bench import Bench
from bot.reports.grid import FONT, NARROW_NAME, head_points, height, number_width
from bot.reports.pagination import Heights, set_up
from cases.forms import Column, Filled, Form

FIRST: Final = 2
"""Before the form's own columns stand the number of the row and the unit."""
WIDTH: Final = 5.6
LABEL_POINTS: Final = 96
SUMS_LINE_POINTS: Final = 11
SUMS_LETTERS: Final = 7
"""Letters of the sums that a form prints that fit into a line of its column."""
STOREY_POINTS: Final = 30


def write_form(bench: Bench, filled: Filled) -> None:
    """Add the sheet of a form to the workbook."""
    _FormSheet(bench, filled).write()


class _FormSheet:
    def __init__(self, bench: Bench, filled: Filled) -> None:
        self._bench = bench
        self._filled = filled
        self._form: Form = filled.form
        self._columns: Sequence[Column] = self._form.columns
        self._styles = bench.styles
        self._sheet: Any = bench.book.add_worksheet(self._form.id.replace("/", "-"))
        self._at = {column.n: FIRST + position for position, column in enumerate(self._columns)}
        self._last = FIRST + len(self._columns) - 1
        self._row = 0
        self._heights = Heights(self._sheet)
        self._widths: list[float] = []

    def write(self) -> None:
        """Title, headings, a row for each unit, the sum, and what must be said about the columns."""
        self._set_up()
        self._title()
        top = self._row
        self._head()
        self._sheet.freeze_panes(self._row, FIRST)
        self._sheet.repeat_rows(top, self._row - 1)
        head, first = range(top, self._row), self._row
        names = {unit.code: unit.name for unit in self._bench.report.counts.units}
        for number, (unit, values) in enumerate(self._filled.rows.items(), start=1):
            self._body(number, names[unit], values)
        self._total(first)
        end = self._row
        self._row += 1
        for text in self._notes():
            self._across(text, self._styles.note, height(text, sum(self._widths)))
        self._heights.keep_together(self._row, head, self._row - end, self._widths, FIRST)

    def _set_up(self) -> None:
        sheet, say = self._sheet, self._bench.say
        set_up(sheet, say("sheet-page"), self._bench.report.unit.name, FONT)
        sheet.set_column(0, 0, 4.6)
        sheet.set_column(1, 1, NARROW_NAME)
        sheet.set_column(FIRST, self._last, WIDTH)
        self._widths = [4.6, NARROW_NAME, *(WIDTH for _ in self._columns)]

    def _title(self) -> None:
        say, styles = self._bench.say, self._styles
        self._sheet.write_string(0, 0, self._bench.report.unit.name, styles.office)
        self._row = 1
        self._across(say("form-number", form=self._form.id), styles.right, 17)
        self._across(self._form.title, styles.title, 24)
        self._across(self._bench.subtitle(), styles.subtitle, 18)
        self._across(say("form-circular", circular=self._form.circular), styles.subtitle, 18)
        self._row += 1

    def _head(self) -> None:
        """Headings in storeys; a cell that spans storeys is two that look like one, since rows are written once."""
        storeys = max(len(column.path) for column in self._columns)
        say, styles, sheet = self._bench.say, self._styles, self._sheet
        for storey in range(storeys):
            bottom = storey == storeys - 1
            self._heights.set(self._row, LABEL_POINTS if bottom else self._storey_points(storey))
            for position, label in ((0, say("column-number")), (1, say("column-unit"))):
                self._piece(position, label if bottom else "", top=storey == 0, bottom=bottom)
            position = 0
            while position < len(self._columns):
                width = self._shared(position, storey)
                path = self._columns[position].path
                label = path[storey] if storey < len(path) else ""
                if storey < len(path) - 1 and width > 1:
                    at = FIRST + position
                    sheet.merge_range(self._row, at, self._row, at + width - 1, "", styles.head)
                    sheet.write_string(self._row, at, label, styles.head)
                else:
                    width = 1
                    self._upright(position, storey, storeys)
                position += width
            self._row += 1
        longest = max(len(_sums(column)) for column in self._columns)
        self._heights.set(self._row, SUMS_LINE_POINTS * (ceil(longest / SUMS_LETTERS) + 1))
        for at, text in ((0, ""), (1, "")):
            sheet.write_string(self._row, at, text, styles.number_head)
        for column in self._columns:
            sheet.write_string(self._row, self._at[column.n], _sums(column), styles.number_head)
        self._row += 1

    def _storey_points(self, storey: int) -> float:
        needed = (
            head_points(column.path[storey], WIDTH * self._shared(position, storey))
            for position, column in enumerate(self._columns)
            if storey < len(column.path) - 1 and not self._continues(position, storey)
        )
        return max([STOREY_POINTS, *needed])

    def _continues(self, position: int, storey: int) -> bool:
        """Whether the column stands under the same headings, down to this storey, as the one before it."""
        before = self._columns[position - 1].path[: storey + 1] if position else ()
        return before == self._columns[position].path[: storey + 1]

    def _upright(self, position: int, storey: int, storeys: int) -> None:
        """A heading that has no other beside it reaches down to the last storey; its words stand at the bottom."""
        path = self._columns[position].path
        start = min(len(path), storeys) - 1
        bottom = storey == storeys - 1
        label = path[-1] if bottom else ""
        if storey < start:
            self._piece(FIRST + position, path[storey], top=True, bottom=True)
        else:
            self._piece(FIRST + position, label, top=storey == start, bottom=bottom, last=bottom)

    def _piece(self, at: int, label: str, *, top: bool, bottom: bool, last: bool = False) -> None:
        styles, own = self._styles, at >= FIRST and last
        style = {
            (True, True): styles.upright if own else styles.head,
            (True, False): styles.head_upper,
            (False, True): styles.upright_lower if own else styles.head_lower,
            (False, False): styles.head_middle,
        }[top, bottom]
        self._sheet.write_string(self._row, at, label, style)

    def _shared(self, position: int, storey: int) -> int:
        """How many neighbours, this one among them, stand under the same headings down to this storey."""
        path = self._columns[position].path[: storey + 1]
        width = 0
        for column in self._columns[position:]:
            if column.path[: storey + 1] != path or len(column.path) <= storey:
                break
            width += 1
        return max(width, 1)

    def _body(self, number: int, unit: str, values: Any) -> None:
        sheet, styles = self._sheet, self._styles
        self._heights.set(self._row, height(unit, NARROW_NAME))
        sheet.write_number(self._row, 0, number, styles.centred)
        sheet.write_string(self._row, 1, unit, styles.text)
        for column in self._columns:
            at = self._at[column.n]
            if column.unknown:
                sheet.write_blank(self._row, at, None, styles.number)
            elif formula := self._formula(column):
                sheet.write_formula(self._row, at, formula, styles.strong, values[column.n])
            else:
                sheet.write_number(self._row, at, values[column.n], styles.number)
        self._row += 1

    def _formula(self, column: Column) -> str:
        def cell(n: int) -> str:
            return str(xl_rowcol_to_cell(self._row, self._at[n]))

        if column.minus is not None:
            return f"={cell(column.minus[0])}-{cell(column.minus[1])}"
        if column.count is None and column.parts:
            return f"=SUM({','.join(cell(n) for n in column.parts[0])})"
        return ""

    def _total(self, first: int) -> None:
        sheet, styles = self._sheet, self._styles
        self._heights.set(self._row, 23)
        sheet.merge_range(self._row, 0, self._row, 1, "", styles.total_text)
        sheet.write_string(self._row, 0, self._bench.say("column-total-row"), styles.total_text)
        for column in self._columns:
            at = self._at[column.n]
            if column.unknown:
                sheet.write_blank(self._row, at, None, styles.total)
            elif self._row == first:
                sheet.write_number(self._row, at, 0, styles.total)
            else:
                ends = xl_rowcol_to_cell(first, at), xl_rowcol_to_cell(self._row - 1, at)
                value = self._filled.total(column.n)
                sheet.write_formula(self._row, at, f"=SUM({ends[0]}:{ends[1]})", styles.total, value)
                if (wanted := number_width(value)) > WIDTH:
                    sheet.set_column(at, at, wanted)
        self._row += 1

    def _notes(self) -> list[str]:
        say = self._bench.say
        notes = [
            say(
                "form-gap",
                column=gap.column,
                parts=" + ".join(f"({n})" for n in gap.parts),
                missing=gap.missing,
            )
            for gap in self._filled.gaps
        ]
        notes += self._form.notes
        notes += [say("form-column-note", column=c.n, note=c.note) for c in self._columns if c.note]
        doubted = [str(column.n) for column in self._columns if column.confidence == "low"]
        if doubted:
            notes.append(say("form-doubted", columns=say("report-comma").join(doubted)))
        notes.append(self._bench.signature())
        return notes

    def _across(self, text: str, style: Any, points: float) -> None:
        self._heights.set(self._row, points)
        self._sheet.merge_range(self._row, 0, self._row, self._last, "", style)
        self._sheet.write_string(self._row, 0, text, style)
        self._row += 1


def _sums(column: Column) -> str:
    """The number of a column and the sums that the form prints with it: 1 = 2+3 = 4+5."""
    return " =".join([f"({column.n})", *(" +".join(str(n) for n in parts) for parts in column.parts)])
