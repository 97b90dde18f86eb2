"""What admins were told of a period without asking: once for each unit and period."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from cases.dates import stamp
from cases.periods import Period
from storage.session import Session

News = Literal["report", "rehearsal"]


def claim(db: Session, unit: str, period: Period, what: News, now: datetime) -> bool:
    """Whether this is still to be told; from now on it is not."""
    row = db.one("report_news_claim", unit=unit, period=period.name, calendar=period.calendar, what=what, at=stamp(now))
    return row is not None
