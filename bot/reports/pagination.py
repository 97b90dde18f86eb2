"""How a sheet falls on A4 pages: how many wide so that it can be read, and where a page ends so that none is left with
notes alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import ceil
from typing import Any, Final

A4: Final = 9
MARGINS: Final = {"left": 0.4, "right": 0.4, "top": 0.5, "bottom": 0.6}
"""Inches."""
INCH_POINTS: Final = 72
PRINTED_WIDTH: Final = (11.69 - MARGINS["left"] - MARGINS["right"]) * INCH_POINTS
PRINTED_HEIGHT: Final = (8.27 - MARGINS["top"] - MARGINS["bottom"]) * INCH_POINTS
LEAST_SCALE: Final = 0.6
"""Letters of 11 points are 6.6 on paper then; smaller ones nobody reads."""
MOST_PAGES_WIDE: Final = 3
LETTER_PIXELS: Final = 7.5
"""Of a letter of 11 points: Excel takes 7, LibreOffice 8."""
PIXEL_POINTS: Final = 0.75
PLAIN_ROW_POINTS: Final = 15.0
LAST_ROWS: Final = 4
"""So many rows of the table stand with the notes below it, its sum among them."""
DOUBT: Final = 0.06
"""How far another program's page may end from where it is thought to: a share of the page."""


def points(width: float) -> float:
    """Points of a column of so many units."""
    return (LETTER_PIXELS * width + 5) * PIXEL_POINTS


def pages_wide(widths: Sequence[float], repeated: int) -> int:
    """How many pages lie side by side, the first columns on each, so that letters can be read."""
    again = sum(map(points, widths[:repeated]))
    rest = sum(map(points, widths[repeated:]))
    room = PRINTED_WIDTH / LEAST_SCALE
    return min(MOST_PAGES_WIDE, max(1, ceil(rest / max(room - again, 1)))) if again + rest > room else 1


def first_page_columns(widths: Sequence[float], repeated: int, pages: int) -> int:
    """How many columns surely lie on the first of the pages side by side."""
    if pages == 1:
        return len(widths)
    again = sum(map(points, widths[:repeated]))
    room = again + (sum(map(points, widths)) - again) / pages
    used, count = 0.0, 0
    for width in widths:
        used += points(width)
        if used > room:
            break
        count += 1
    return max(count, repeated + 1)


def scale(widths: Sequence[float], repeated: int, pages: int) -> float:
    """How much smaller than life a sheet is printed that is fitted to so many pages."""
    again = sum(map(points, widths[:repeated])) * (pages - 1)
    return min(1.0, pages * PRINTED_WIDTH / (sum(map(points, widths)) + again))


def break_before(rows: Sequence[float], head: range, tail: int, shrunk: float) -> int | None:
    """The row with which a page must begin so that the last `tail` rows are not torn from the table; None where they
    stand together anyway. `rows` are heights in points from the top, `head` the rows repeated on every page."""
    capacity = PRINTED_HEIGHT / shrunk
    again = sum(rows[each] for each in head)
    first = len(rows) - tail
    together = sum(rows[first:])
    if first <= head.stop or again + together > capacity * (1 - DOUBT):
        return None
    used = 0.0
    for row in range(first):
        if used + rows[row] > capacity:
            used = again
        used += rows[row]
    if used + together > capacity * (1 - DOUBT):
        return first
    return None


def set_up(sheet: Any, footer: str, name: str, face: str, pages: int = 1) -> None:
    """A4 landscape, so many pages wide, the office's name and page numbers below."""
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(pages, 0)
    sheet.set_margins(**MARGINS)
    sheet.center_horizontally()
    # & begins a code in a footer: a name that holds one must not become one
    look = f'&"{face},Regular"&9'
    sheet.set_footer(f"&L{look}{name.replace('&', '&&')}&R{look}{footer}")
    sheet.hide_gridlines(2)


class Heights:
    """The heights of the rows of a sheet, as they are set."""

    def __init__(self, sheet: Any) -> None:
        self._sheet = sheet
        self._set: dict[int, float] = {}

    def set(self, row: int, height: float) -> None:
        """Give a row its height."""
        self._set[row] = height
        self._sheet.set_row(row, height)

    def keep_together(self, end: int, head: range, notes: int, widths: Iterable[float], repeated: int) -> None:
        """Begin a new page before the last rows of the table when the `notes` rows below them would stand alone."""
        rows = [self._set.get(row, PLAIN_ROW_POINTS) for row in range(end)]
        known = list(widths)
        shrunk = scale(known, repeated, pages_wide(known, repeated))
        if (at := break_before(rows, head, notes + LAST_ROWS, shrunk)) is not None:
            self._sheet.set_h_pagebreaks([at])
