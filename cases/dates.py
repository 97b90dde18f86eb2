"""Days as the committee counts them: Vietnamese local time, which has kept UTC+7 all year since 1975."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from functools import lru_cache
from typing import Final

VIETNAM: Final = timezone(timedelta(hours=7), "Asia/Ho_Chi_Minh")


def local(moment: datetime) -> datetime:
    """The same moment on a clock in Viet Nam. `moment` must carry its zone."""
    return moment.astimezone(VIETNAM)


def local_day(moment: datetime) -> date:
    """The Vietnamese calendar day on which `moment` falls."""
    return local(moment).date()


@lru_cache(maxsize=64)
def stamp(moment: datetime) -> str:
    """The one form of a moment in the database: UTC, microseconds, sortable as text."""
    # What a turn writes all bears its moment.
    return f"{moment.astimezone(UTC).isoformat(timespec='microseconds')[:-6]}Z"


def unstamp(text: str) -> datetime:
    """The moment that `stamp` wrote."""
    return datetime.fromisoformat(text)
