"""Periods and their ends: which ones a day closes, and when those who report should look through their letters."""

from __future__ import annotations

from datetime import date
from typing import Final

from cases.calendar import Calendar
from cases.periods import Period, PeriodError, month_of, parse

REHEARSED_WORKING_DAYS: Final = 2
"""So many working days before its end a period is rehearsed."""
CLOSINGS: Final = {3: ("Q1",), 6: ("Q2", "H1"), 9: ("Q3", "9M"), 12: ("Q4", "H2", "")}
"""What ends together with the months of a year, beside the month itself; "" is the year."""


def closed_on(day: date, calendar: str) -> tuple[Period, ...]:
    """The month, quarter, half, nine months and year whose last day this is, the shortest first."""
    month = month_of(day, calendar)
    if month.last != day:
        return ()
    year, number = month.parts
    longer = [parse(f"{year}-{name}" if name else str(year), calendar) for name in CLOSINGS.get(number, ())]
    return (month, *longer)


def rehearsed(day: date, calendar: str, working: Calendar) -> Period | None:
    """The month that is in its last working days; None where there is time left."""
    try:
        month = month_of(day, calendar)
    except PeriodError:
        return None
    return month if day >= working.working_day_before(month.last, REHEARSED_WORKING_DAYS) else None
