"""A period as an officer types it in passing: `tháng 10`, `quý 3`, `tháng trước`, `1/10-15/11`, or in full."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from cases.fold import fold
from cases.periods import Period, month_before, month_of, parse

_BARE: Final = re.compile(r"(?P<shape>thang|t|quy|q) ?(?P<n>\d{1,2})")
_DAYS: Final = re.compile(
    r"(?P<d1>\d{1,2})[/.](?P<m1>\d{1,2})(?:[/.](?P<y1>\d{4}))? ?(?:-|–|\.\.|den) ?"
    r"(?P<d2>\d{1,2})[/.](?P<m2>\d{1,2})(?:[/.](?P<y2>\d{4}))?"
)


def period_asked(text: str, today: date, calendar: str) -> Period:
    """The period that is meant on this day: without a year, the last one that has begun. Raises PeriodError."""
    asked = fold(text)
    present = month_of(today, calendar)
    if asked in ("", "thang nay"):
        return present
    if asked == "thang truoc":
        return month_before(present)
    year = present.parts[0]
    if asked in ("nam nay", "nam truoc"):
        return parse(str(year - (asked == "nam truoc")), calendar)
    if asked in ("quy nay", "quy truoc"):
        return _quarter(present, calendar, back=asked == "quy truoc")
    if found := _BARE.fullmatch(asked):
        letter = "Q" if found["shape"].startswith("q") else ""
        number = int(found["n"])
        wanted = f"{year}-{letter}{number if letter else f'{number:02}'}"
        named = parse(wanted, calendar)
        return named if named.first <= today else parse(wanted.replace(str(year), str(year - 1), 1), calendar)
    if found := _DAYS.fullmatch(asked):
        last_year = int(found["y2"] or found["y1"] or today.year)
        first_year = int(found["y1"] or last_year - ((int(found["m1"]), int(found["d1"])) > _day(found)))
        return parse(f"{first_year}-{found['m1']}-{found['d1']}..{last_year}-{found['m2']}-{found['d2']}", calendar)
    return parse(text, calendar)


def _day(found: re.Match[str]) -> tuple[int, int]:
    return int(found["m2"]), int(found["d2"])


def _quarter(month: Period, calendar: str, *, back: bool) -> Period:
    year, number = month.parts
    quarter = (number + 2) // 3
    if not back:
        return parse(f"{year}-Q{quarter}", calendar)
    return parse(f"{year}-Q{quarter - 1}" if quarter > 1 else f"{year - 1}-Q4", calendar)
