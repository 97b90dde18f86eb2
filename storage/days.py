"""Days that an administrator declared off or worked: rows are only added, each is a new version of the calendar."""

from __future__ import annotations

from datetime import datetime

from cases.dates import stamp, unstamp
from cases.records import record
from storage.session import Session


@record(frozen=True, slots=True)
class DeclaredDay:
    """One declaration; of several about the same day the last holds."""

    version: int
    day: str
    effect: str
    reason: str
    source: str
    at: datetime


def add(db: Session, day: str, effect: str, reason: str, source: str, now: datetime) -> int:
    """Declare a day off or worked; the version of the calendar from now on."""
    row = db.one("days_add", day=day, effect=effect, reason=reason, source=source, at=stamp(now))
    assert row is not None
    return int(row["id"])


def declared(db: Session) -> list[DeclaredDay]:
    """Every declaration, oldest first."""
    return [
        DeclaredDay(row["id"], row["day"], row["effect"], row["reason"], row["source"], unstamp(row["at"]))
        for row in db.run("days_all")
    ]


def version(db: Session) -> int:
    """The number of the last declaration, 0 where there is none."""
    row = db.one("days_version")
    return int(row["version"]) if row is not None else 0


def counted_by(db: Session) -> str:
    """The calendar by which the open clocks were last counted, "" before the first count."""
    row = db.one("calendar_counted")
    return row["calendar"] if row is not None else ""


def count_by(db: Session, calendar: str, now: datetime) -> None:
    """The open clocks are counted by this calendar from now on."""
    db.run("calendar_count", calendar=calendar, at=stamp(now))
