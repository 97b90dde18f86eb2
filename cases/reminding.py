"""When somebody is told of a time limit, and who: before it ends, on its last day, and in widening circles after."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final, Literal

from cases.calendar import Calendar
from cases.records import record

Whom = Literal["officer", "unit", "above"]

_OFFICER: Final[tuple[Whom, ...]] = ("officer",)
_UNIT: Final[tuple[Whom, ...]] = ("officer", "unit")
_ALL: Final[tuple[Whom, ...]] = ("officer", "unit", "above")
_HIGH: Final[tuple[Whom, ...]] = ("unit", "above")

POINTS: Final[dict[str, tuple[tuple[int, tuple[Whom, ...]], ...]]] = {
    "front": ((-2, _OFFICER), (0, _UNIT), (1, _ALL), (5, _HIGH), (10, _HIGH), (20, _HIGH), (40, _HIGH)),
    # Our own duty before an authority's date is to be ready to urge it.
    "authority": ((-3, _OFFICER), (1, _UNIT), (5, _HIGH), (10, _HIGH), (20, _HIGH), (40, _HIGH)),
}
"""Working days from the last day of a clock (less than 0: before it), and who is told."""

EARLIEST_DAYS: Final = 30
"""No point lies further before the end of a clock, whatever holidays there are in between."""


@record(frozen=True, slots=True)
class Point:
    """One moment of telling. `name` is the working days from the end of the clock, with its sign."""

    name: str
    on: date
    to: tuple[Whom, ...]


def points_by(due: date, whose: str, calendar: Calendar, today: date) -> list[Point]:
    """The points of a clock that have come by today, oldest first: of several untold only the last is told."""
    found = []
    for days, to in POINTS[whose]:
        if days < 0:
            on = calendar.working_day_before(due, -days)
        elif days == 0:
            on = due
        else:
            on = calendar.add_working_days(due, days)
        if on > today:
            break
        found.append(Point(f"{days:+d}", on, to))
    return found


def days_left(calendar: Calendar, today: date, due: date) -> int:
    """Working days from today to the last day: 0 on it, less than 0 after it."""
    step = 1 if due > today else -1
    left, day = 0, today
    while day != due:
        day += timedelta(days=step)
        if calendar.status(day if step > 0 else day + timedelta(days=1)).working:
            left += step
    return left
