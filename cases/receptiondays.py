"""Reception days as a committee writes them ("thứ Ba", "ngày 15", 15), and the next of them on the calendar."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from cases.calendar import Calendar
from cases.fold import fold

AHEAD_DAYS: Final = 45
_DAYS: Final = {
    "hai": 0,
    "2": 0,
    "ba": 1,
    "3": 1,
    "tu": 2,
    "4": 2,
    "nam": 3,
    "5": 3,
    "sau": 4,
    "6": 4,
    "bay": 5,
    "7": 5,
}
_WEEKDAY: Final = re.compile(r"\bthu\s+(hai|ba|tu|nam|sau|bay|[2-7])\b")
_MONTH_DAY: Final = re.compile(r"\b(?:ngay|mung|mong)\s+(\d{1,2})\b")


def next_days(written: str | Sequence[str | int], today: date, calendar: Calendar, limit: int = 4) -> list[date]:
    """The next reception days from tomorrow on; one that is a day off moves to the next working day."""
    parts = [written] if isinstance(written, str) else list(written)
    weekdays, month_days = set(), {part for part in parts if isinstance(part, int)}
    for part in parts:
        if isinstance(part, str):
            text = fold(part)
            weekdays |= {_DAYS[found] for found in _WEEKDAY.findall(text)}
            month_days |= {int(found) for found in _MONTH_DAY.findall(text)}
            if text.isdigit():
                month_days.add(int(text))
    found: list[date] = []
    for ahead in range(1, AHEAD_DAYS):
        day = today + timedelta(days=ahead)
        if day.weekday() in weekdays or day.day in month_days:
            day = calendar.working_day_from(day)
            if day not in found:
                found.append(day)
    return sorted(found)[:limit]
