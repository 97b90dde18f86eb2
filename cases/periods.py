"""The stretches of days that a report counts: months, quarters, halves, nine months, years, any from–to.

Two calendars. `state`: a month runs from the 15th of the month before to the 14th (ND 09/2019/NĐ-CP Art 12),
and a quarter, half, nine months or year is made of such months: a year runs from 15 December to 14 December
(TT 01/2024/TT-TTCP, TT 02/2021/TT-TTCP Art 7). `civil`: as on the wall. Days are Vietnamese days and both
ends belong to the period.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final, Literal, get_args

from cases.records import record

Calendar = Literal["state", "civil"]
CALENDARS: Final[tuple[Calendar, ...]] = get_args(Calendar)

STATE_FIRST_DAY: Final = 15
"""The day of the month before on which the state's month begins."""
FIRST_YEAR: Final = 1977
LAST_YEAR: Final = 2199


class PeriodError(ValueError):
    """A period that cannot be read. Its text is a message key; `text` is what was asked for."""

    def __init__(self, key: str, text: str) -> None:
        super().__init__(key)
        self.key: Final = key
        self.text: Final = text


class UnreadablePeriodError(PeriodError):
    """Not the name of a month, quarter, half, nine months, year, or FROM..TO."""

    def __init__(self, text: str) -> None:
        super().__init__("report-period-unreadable", text)


class BackwardPeriodError(PeriodError):
    """A FROM..TO that ends before it begins."""

    def __init__(self, text: str) -> None:
        super().__init__("report-period-backward", text)


class UnknownCalendarError(PeriodError):
    """A calendar that is neither `state` nor `civil`."""

    def __init__(self, text: str) -> None:
        super().__init__("report-calendar-unknown", text)


@record(frozen=True, slots=True)
class Period:
    """Days from `first` to `last`, both counted. `name` is the form that `parse` reads back."""

    name: str
    calendar: Calendar
    first: date
    last: date

    def holds(self, day: date) -> bool:
        """Whether the day lies in the period."""
        return self.first <= day <= self.last

    @property
    def eve(self) -> date:
        """The last day before the period."""
        return self.first - timedelta(days=1)

    @property
    def shape(self) -> str:
        """What it is: month, quarter, half, nine_months, year or span."""
        return next((shape for shape, pattern in _NAMED if pattern.fullmatch(self.name)), "span")

    @property
    def parts(self) -> tuple[int, int]:
        """The year and the number within it (month 10, quarter 3, half 1; 0 where there is none)."""
        found = re.fullmatch(r"(\d{4})(?:-[QH]?(\d{1,2})M?)?", self.name)
        return (int(found[1]), int(found[2] or 0)) if found else (self.first.year, 0)


def parse(text: str, calendar: str) -> Period:
    """The period that the text names: `2026-10`, `2026-Q3`, `2026-H1`, `2026-9M`, `2026` or `FROM..TO`.

    As people type it in a chat, too: `10/2026`, `tháng 10/2026`, `quý 3/2026`, `Q3/2026`, `6 tháng 2026`,
    `9 tháng 2026`, `năm 2026`, `01/10/2026..15/10/2026`. Raises a PeriodError.
    """
    known = _calendar(calendar)
    asked = " ".join(text.split())
    if ".." in asked:
        return _span(asked, known)
    for shape, pattern in _TYPED:
        if found := pattern.fullmatch(asked):
            return _named(shape, int(found["year"]), int(found.groupdict().get("n") or 0), known, text)
    raise UnreadablePeriodError(text)


def month(year: int, number: int, calendar: str) -> Period:
    """One month, 1 to 12."""
    return _named("month", year, number, _calendar(calendar), f"{year}-{number}")


def month_of(day: date, calendar: str) -> Period:
    """The month that this day belongs to: what `/thongke` means when nothing follows it."""
    known = _calendar(calendar)
    ahead = known == "state" and day.day >= STATE_FIRST_DAY
    year, number = (day.year + day.month // 12, day.month % 12 + 1) if ahead else (day.year, day.month)
    return month(year, number, known)


def month_before(period: Period) -> Period:
    """The month that ended the day before this period begins."""
    return month_of(period.eve, period.calendar)


def span(first: date, last: date, calendar: str) -> Period:
    """Any days from one to another, both counted."""
    name = f"{first.isoformat()}..{last.isoformat()}"
    if last < first:
        raise BackwardPeriodError(name)
    return Period(name, _calendar(calendar), first, last)


# Reading ---------------------------------------------------------------------------------------------------

_YEAR: Final = r"(?P<year>\d{4})"
_TYPED: Final = tuple(
    (shape, re.compile(pattern, re.IGNORECASE))
    for shape, pattern in (
        ("month", rf"{_YEAR}-(?P<n>\d{{1,2}})"),
        ("month", rf"(?:t|th[áa]ng)? ?(?P<n>\d{{1,2}}) ?[/-] ?{_YEAR}"),
        ("month", rf"(?:t|th[áa]ng) ?(?P<n>\d{{1,2}})(?: n[ăa]m)? {_YEAR}"),
        ("quarter", rf"{_YEAR} ?[-/]? ?Q ?(?P<n>[1-4])"),
        ("quarter", rf"(?:q|qu[ýy]) ?(?P<n>[1-4])(?: ?[/-] ?| n[ăa]m | ){_YEAR}"),
        ("half", rf"{_YEAR} ?[-/]? ?H ?(?P<n>[12])"),
        ("half", rf"H ?(?P<n>[12]) ?[/-]? ?{_YEAR}"),
        ("first_half", rf"6 th[áa]ng(?: đầu năm| dau nam)?(?: ?/ ?| ){_YEAR}"),
        ("nine_months", rf"{_YEAR} ?[-/]? ?9 ?M"),
        ("nine_months", rf"9 ?(?:m|th[áa]ng)(?: ?/ ?| ){_YEAR}"),
        ("year", rf"(?:n[ăa]m )?{_YEAR}"),
    )
)
_NAMED: Final = tuple(
    (shape, re.compile(pattern))
    for shape, pattern in (
        ("month", r"\d{4}-\d\d"),
        ("quarter", r"\d{4}-Q[1-4]"),
        ("half", r"\d{4}-H[12]"),
        ("nine_months", r"\d{4}-9M"),
        ("year", r"\d{4}"),
    )
)
_ISO_DAY: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_LOCAL_DAY: Final = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})")


def _calendar(text: str) -> Calendar:
    for calendar in CALENDARS:
        if calendar == text:
            return calendar
    raise UnknownCalendarError(text)


def _named(shape: str, year: int, n: int, calendar: Calendar, asked: str) -> Period:
    """The period of this shape: its first and last month, and the name that stands for it."""
    match shape:
        case "month":
            name, start, end = f"{year:04}-{n:02}", n, n
        case "quarter":
            name, start, end = f"{year:04}-Q{n}", 3 * n - 2, 3 * n
        case "half":
            name, start, end = f"{year:04}-H{n}", 6 * n - 5, 6 * n
        case "first_half":
            name, start, end = f"{year:04}-H1", 1, 6
        case "nine_months":
            name, start, end = f"{year:04}-9M", 1, 9
        case _:
            name, start, end = f"{year:04}", 1, 12
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= start <= end <= 12):
        raise UnreadablePeriodError(asked)
    return Period(name, calendar, _month_begins(year, start, calendar), _month_ends(year, end, calendar))


def _month_begins(year: int, number: int, calendar: Calendar) -> date:
    if calendar == "civil":
        return date(year, number, 1)
    return date(year - 1, 12, STATE_FIRST_DAY) if number == 1 else date(year, number - 1, STATE_FIRST_DAY)


def _month_ends(year: int, number: int, calendar: Calendar) -> date:
    if calendar == "state":
        return date(year, number, STATE_FIRST_DAY - 1)
    following = date(year + 1, 1, 1) if number == 12 else date(year, number + 1, 1)
    return following - timedelta(days=1)


def _span(asked: str, calendar: Calendar) -> Period:
    ends = [_day(end.strip()) for end in asked.split("..")]
    if len(ends) != 2 or ends[0] is None or ends[1] is None:
        raise UnreadablePeriodError(asked)
    return span(ends[0], ends[1], calendar)


def _day(text: str) -> date | None:
    if found := _ISO_DAY.fullmatch(text):
        year, number, day = int(found[1]), int(found[2]), int(found[3])
    elif found := _LOCAL_DAY.fullmatch(text):
        day, number, year = int(found[1]), int(found[2]), int(found[3])
    else:
        return None
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return date(year, number, day)
    except ValueError:
        return None
