"""A page of the workbook: title, a table whose columns may stand in groups, totals as formulas, print set-up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby, takewhile
from math import ceil
from typing import Any, Final

from xlsxwriter.utility import xl_rowcol_to_cell

from bot.reports.pagination import Heights, first_page_columns, pages_wide, set_up
from cases.records import record

FONT: Final = "Times New Roman"
POINTS_A_LINE: Final = 15
LETTERS_A_UNIT: Final = 1.1
"""Letters of running text of the book's font that surely fit into one unit of a column's width."""
HEAD_LINE_POINTS: Final = 12.5
HEAD_LETTERS_A_UNIT: Final = 1.15
ROW_PADDING_POINTS: Final = 4
PIXELS_A_ROW: Final = 20
HEAD_POINTS: Final = 66
PLAIN_HEAD_POINTS: Final = 24
UPRIGHT_POINTS: Final = 104
MANY_COLUMNS: Final = 24
"""From so many columns on headings stand upright and columns are narrow, so that A4 can still be read."""
NARROW: Final = 4.9
GROUP_POINTS: Final = 20
BAND: Final = "#E8EEF4"
STRONG: Final = "#F4F7FA"
LINE: Final = "#8A97A5"
NARROW_NAME: Final = 30.0
"""Width of the column of names on sheets that have many others."""
DASH_FOR_ZERO: Final = '#,##0;-#,##0;"–"'


@record(frozen=True, slots=True)
class Column:
    """One column. Numbers of a `sum_of` column are the sum of those columns, as a formula."""

    id: str
    label: str
    group: str = ""
    sum_of: tuple[str, ...] = ()
    text: bool = False
    blank: bool = False
    """Left empty, for the pen."""
    centred: bool = False
    strong: bool = False
    width: float = 8.0
    ratio_of: tuple[str, str] | None = None
    """The first of these columns as a share of the second; empty where the second is zero."""
    whole: int | None = None
    """What stands below the column where it is not the sum of the rows (matters: one may be at two units)."""


@record(frozen=True, slots=True)
class Row:
    """The values of one row by the id of the column."""

    values: Mapping[str, str | int]


class Styles:
    """The looks of cells; a workbook makes each once."""

    def __init__(self, book: Any) -> None:
        base = {"font_name": FONT, "font_size": 11, "valign": "vcenter"}
        cell = {**base, "border": 1, "border_color": LINE}
        head = {**cell, "bold": True, "align": "center", "text_wrap": True, "bg_color": BAND, "font_size": 9.5}
        number = {**cell, "align": "center", "num_format": DASH_FOR_ZERO}
        total = {"bold": True, "top": 2, "bg_color": BAND}
        self.office = book.add_format({**base, "bold": True, "font_size": 12})
        self.title = book.add_format({**base, "bold": True, "font_size": 15, "align": "center"})
        self.right = book.add_format({**base, "bold": True, "align": "right"})
        self.subtitle = book.add_format({**base, "italic": True, "align": "center"})
        self.note = book.add_format({**base, "text_wrap": True, "valign": "top"})
        self.line = book.add_format({**base, "font_size": 9, "font_color": "#44505C"})
        self.head = book.add_format(head)
        # two cells that look like one: the upper keeps no line below, the lower none above
        self.head_upper = book.add_format({**head, "bottom": 0})
        self.head_lower = book.add_format({**head, "top": 0})
        self.head_middle = book.add_format({**head, "top": 0, "bottom": 0})
        upright = {**head, "rotation": 90}
        self.upright = book.add_format(upright)
        self.upright_lower = book.add_format({**upright, "top": 0})
        self.number_head = book.add_format({**head, "bold": False, "italic": True, "font_size": 8})
        self.text = book.add_format({**cell, "text_wrap": True, "indent": 1})
        self.centred = book.add_format({**cell, "align": "center"})
        self.number = book.add_format(number)
        self.strong = book.add_format({**number, "bold": True, "bg_color": STRONG})
        self.total_text = book.add_format({**cell, **total, "indent": 1})
        self.total = book.add_format({**number, **total})
        self.ratio = book.add_format({**number, "num_format": "0.0%"})
        self.total_ratio = book.add_format({**number, **total, "num_format": "0.0%"})


class Page:
    """One sheet, written from the top down: rows behind the one being written are already on disk."""

    def __init__(self, sheet: Any, styles: Styles, columns: Sequence[Column]) -> None:
        self._sheet = sheet
        self._styles = styles
        self._columns = columns
        self._at = {column.id: position for position, column in enumerate(columns)}
        self._last = len(columns) - 1
        self._many = len(columns) >= MANY_COLUMNS
        self._row = 0
        self._heights = Heights(sheet)
        self._head_rows = range(0)
        self._table_end = 0
        self._one_page = False
        self._widths = [self._width(column) for column in columns]
        self._named = len(list(takewhile(lambda column: column.text, columns)))
        self._pages = pages_wide(self._widths, self._named)
        self.body = (0, 0)
        """The first and the last row of the table's numbers."""

    def set_up(self, footer: str, name: str) -> None:
        """A4 landscape, page numbers below; a table too wide for one page has its names on each."""
        set_up(self._sheet, footer, name, FONT, self._pages)
        if self._pages > 1:
            self._sheet.repeat_columns(0, self._named - 1)
        for position, column in enumerate(self._columns):
            self._sheet.set_column(position, position, self._width(column))

    def title(self, office: str, title: str, subtitle: str) -> None:
        """Whose sheet it is, what it shows, for which period."""
        self._sheet.write_string(self._row, 0, office, self._styles.office)
        self._row += 1
        self._across(title, self._styles.title, 24)
        self._across(subtitle, self._styles.subtitle, 18)

    def note(self, text: str) -> None:
        """A paragraph across the whole width."""
        first, last = self._own_columns()
        width = sum(self._widths[first : last + 1])
        self._row += 1
        self._across(text, self._styles.note, height(text, width))

    def table(self, rows: Sequence[Row], total: str = "") -> None:
        """Head (frozen, repeated on every printed page), rows, and with `total` the sums of the columns."""
        self._row += 1
        top = self._row
        self._head()
        self._sheet.freeze_panes(self._row, 2)
        self._sheet.repeat_rows(top, self._row - 1)
        self._head_rows = range(top, self._row)
        first = self._row
        self._widen(rows)
        for row in rows:
            self._body(row)
        self.body = (first, self._row - 1)
        if total:
            self._total(total, rows, first)
        self._table_end = self._row
        self._row += 1

    def finish(self) -> None:
        """Nothing more comes: what stands below the table is kept with its last rows."""
        if self._one_page:
            return
        notes = self._row - self._table_end
        self._heights.keep_together(self._row, self._head_rows, notes, self._widths, self._named)

    def put_chart(self, chart: Any) -> None:
        """A chart under what is written; what follows stands below it. Table and chart are seen together: one page."""
        self._one_page = True
        self._sheet.fit_to_pages(1, 1)
        self._sheet.insert_chart(self._row, 0, chart)
        self._row += ceil(chart.height / PIXELS_A_ROW) + 1

    def line(self, text: str) -> None:
        """A small line under the table."""
        self._sheet.write_string(self._row, self._own_columns()[0], text, self._styles.line)
        self._row += 1

    def _own_columns(self) -> tuple[int, int]:
        """Where words across the table stand: on the first of several pages side by side, and not under the columns
        that the others repeat."""
        first = self._named if self._pages > 1 else 0
        return first, first_page_columns(self._widths, self._named, self._pages) - 1

    def _across(self, text: str, style: Any, height: float) -> None:
        self._heights.set(self._row, height)
        first, last = self._own_columns()
        self._sheet.merge_range(self._row, first, self._row, last, "", style)
        self._sheet.write_string(self._row, first, text, style)
        self._row += 1

    def _head(self) -> None:
        sheet, styles = self._sheet, self._styles
        grouped = any(column.group for column in self._columns)
        if grouped:
            groups = [(group, list(each)) for group, each in groupby(self._columns, key=lambda column: column.group)]
            needed = (head_points(group, sum(map(self._width, each))) for group, each in groups)
            self._heights.set(self._row, max(GROUP_POINTS, *needed))
            position = 0
            for group, members in groups:
                width = len(members)
                if group and width > 1:
                    sheet.merge_range(self._row, position, self._row, position + width - 1, "", styles.head)
                    sheet.write_string(self._row, position, group, styles.head)
                else:
                    for alone in range(position, position + width):
                        sheet.write_string(self._row, alone, group, styles.head_upper)
                position += width
            self._row += 1
        tall = UPRIGHT_POINTS if self._many else HEAD_POINTS
        self._heights.set(self._row, tall if grouped else PLAIN_HEAD_POINTS)
        for position, column in enumerate(self._columns):
            style = styles.head if column.group or not grouped else styles.head_lower
            if self._is_narrow(column):
                style = styles.upright if column.group or not grouped else styles.upright_lower
            sheet.write_string(self._row, position, column.label, style)
        self._row += 1

    def _body(self, row: Row) -> None:
        texts = [(str(row.values[column.id]), column.width) for column in self._columns if column.text]
        self._heights.set(self._row, max(height(text, width) for text, width in texts))
        for position, column in enumerate(self._columns):
            if column.blank:
                self._sheet.write_blank(self._row, position, None, self._styles.number)
                continue
            if column.ratio_of is not None:
                share = _share(row.values[column.ratio_of[0]], row.values[column.ratio_of[1]])
                self._sheet.write_formula(self._row, position, self._ratio(column), self._styles.ratio, share)
                continue
            value = row.values[column.id]
            if column.text and isinstance(value, str):
                style = self._styles.centred if column.centred else self._styles.text
                self._sheet.write_string(self._row, position, value, style)
            elif column.sum_of:
                cells = ",".join(xl_rowcol_to_cell(self._row, self._at[each]) for each in column.sum_of)
                style = self._styles.strong if column.strong else self._styles.number
                self._sheet.write_formula(self._row, position, f"=SUM({cells})", style, value)
            else:
                style = self._styles.centred if column.text else self._number(column)
                self._sheet.write_number(self._row, position, value, style)
        self._row += 1

    def _widen(self, rows: Sequence[Row]) -> None:
        """Columns whose numbers would not fit show them all the same, and no row of # instead."""
        for position, column in enumerate(self._columns):
            if not (column.text or column.blank or column.ratio_of):
                most = column.whole or sum(int(row.values[column.id]) for row in rows)
                if (wanted := number_width(most)) > self._width(column):
                    self._sheet.set_column(position, position, wanted)

    def _is_narrow(self, column: Column) -> bool:
        return self._many and not column.text and not column.blank

    def _width(self, column: Column) -> float:
        return NARROW if self._is_narrow(column) else column.width

    def _ratio(self, column: Column) -> str:
        part, whole = (xl_rowcol_to_cell(self._row, self._at[name]) for name in column.ratio_of or ())
        return f'=IF({whole}=0,"",{part}/{whole})'

    def _number(self, column: Column) -> Any:
        return self._styles.strong if column.strong else self._styles.number

    def _total(self, label: str, rows: Sequence[Row], first: int) -> None:
        self._heights.set(self._row, POINTS_A_LINE + 2 * ROW_PADDING_POINTS)
        texts = self._named
        if texts > 1:
            self._sheet.merge_range(self._row, 0, self._row, texts - 1, "", self._styles.total_text)
        self._sheet.write_string(self._row, 0, label, self._styles.total_text)
        for position, column in enumerate(self._columns[texts:], start=texts):
            if column.blank:
                self._sheet.write_blank(self._row, position, None, self._styles.total)
                continue
            if column.ratio_of is not None:
                part, whole = (sum(int(row.values[name]) for row in rows) for name in column.ratio_of)
                formula, style = self._ratio(column), self._styles.total_ratio
                self._sheet.write_formula(self._row, position, formula, style, _share(part, whole))
                continue
            value = sum(int(row.values[column.id]) for row in rows)
            if column.whole is not None:
                self._sheet.write_number(self._row, position, column.whole, self._styles.total)
            elif rows:
                ends = (xl_rowcol_to_cell(first, position), xl_rowcol_to_cell(self._row - 1, position))
                self._sheet.write_formula(self._row, position, f"=SUM({ends[0]}:{ends[1]})", self._styles.total, value)
            else:
                self._sheet.write_number(self._row, position, value, self._styles.total)
        self._row += 1


def _share(part: str | int, whole: str | int) -> float | str:
    return int(part) / int(whole) if int(whole) else ""


def number_width(number: int) -> float:
    """Width of a column in which this number stands whole, bold and with its thousands apart."""
    text = f"{number:,}"
    apart = text.count(",")
    return 1.05 * (len(text) - apart) + 0.55 * apart + 0.1


def head_points(text: str, width: float) -> float:
    """Points that the words of a heading need above columns of this width in all."""
    return HEAD_LINE_POINTS * ceil(len(text) / (width * HEAD_LETTERS_A_UNIT)) + ROW_PADDING_POINTS


def height(text: str, width: float) -> float:
    """Points that a wrapped text needs in a column of this width."""
    return POINTS_A_LINE * max(1, ceil(len(text) / (width * LETTERS_A_UNIT))) + ROW_PADDING_POINTS
