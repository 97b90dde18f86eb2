"""How sheets fall on paper: wide tables over several pages, and no page with notes alone."""

from __future__ import annotations

import pytest

from bot.reports.pagination import (
    LEAST_SCALE,
    MOST_PAGES_WIDE,
    PRINTED_HEIGHT,
    break_before,
    first_page_columns,
    pages_wide,
    scale,
)

NAMES = [4.6, 30.0, 10.0]


@pytest.mark.parametrize("columns", [1, 12, 27, 40, 60])
def test_a_table_is_as_many_pages_wide_as_it_needs_to_be_read(columns: int) -> None:
    widths = NAMES + [6.0] * columns
    pages = pages_wide(widths, len(NAMES))
    assert scale(widths, len(NAMES), pages) >= LEAST_SCALE or pages == MOST_PAGES_WIDE
    assert pages == 1 or scale(widths, len(NAMES), pages - 1) < LEAST_SCALE


def test_words_over_a_table_of_several_pages_end_on_the_first() -> None:
    widths = NAMES + [6.0] * 40
    shown = first_page_columns(widths, len(NAMES), 2)
    assert len(NAMES) < shown < len(widths)
    assert first_page_columns(widths, len(NAMES), 1) == len(widths)


@pytest.mark.parametrize("rows", range(5, 90))
def test_notes_never_stand_on_a_page_without_rows_of_the_table(rows: int) -> None:
    head, notes = range(2, 4), 6
    heights = [24.0, 18.0, 40.0, 60.0, *[18.75] * rows, *[19.0] * notes]
    tail = notes + 4
    at = break_before(heights, head, tail, 1.0)
    pages: list[list[int]] = [[]]
    used = 0.0
    for row, each in enumerate(heights):
        if row == at or used + each > PRINTED_HEIGHT:
            pages.append([])
            used = sum(heights[each] for each in head)
        pages[-1].append(row)
        used += each
    first = len(heights) - tail
    assert first in pages[-1]
    assert at is None or at == first


def test_a_tail_longer_than_a_page_is_left_to_fall_as_it_does() -> None:
    assert break_before([20.0] * 200, range(1), 150, 1.0) is None
