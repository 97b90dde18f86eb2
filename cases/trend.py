"""The periods before one, of the same shape: what a trend shows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from cases.periods import FIRST_YEAR, Period, month_before, parse, span

SHOWN: Final = 12
"""So many periods make a trend, the present one among them."""

LEAST_DRAWN: Final = 4


def before(period: Period, count: int = SHOWN) -> tuple[Period, ...]:
    """This period and those before it, oldest first; a free span is followed back by spans of its length."""
    found = [period]
    while len(found) < count and found[-1].first.year > FIRST_YEAR + 1:
        found.append(_previous(found[-1]))
    return tuple(reversed(found))


def unbegun(told: Sequence[bool]) -> int:
    """How many of the first periods a picture leaves out: those before the first letter, but for a few."""
    first = next((place for place, each in enumerate(told) if each), 0)
    return max(0, min(first, len(told) - LEAST_DRAWN))


def _previous(period: Period) -> Period:
    year, number = period.parts
    match period.shape:
        case "month":
            return month_before(period)
        case "quarter":
            name = f"{year}-Q{number - 1}" if number > 1 else f"{year - 1}-Q4"
        case "half":
            name = f"{year}-H1" if number > 1 else f"{year - 1}-H2"
        case "nine_months":
            name = f"{year - 1}-9M"
        case "year":
            name = str(year - 1)
        case _:
            length = (period.last - period.first).days
            return span(period.eve - timedelta(days=length), period.eve, period.calendar)
    return parse(name, period.calendar)
