"""Closed periods: what was told of them, sealed, with the seal of the audit chains of that moment."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from secrets import token_hex

from cases.actors import OPERATOR
from cases.dates import stamp, unstamp
from cases.periods import Period
from cases.records import record
from storage import audit
from storage.session import Row, Session


@record(frozen=True, slots=True)
class Closing:
    """A period of a unit that was closed. `letters` tells of each letter that it counted how it counted."""

    id: str
    name: str
    first: str
    last: str
    closed_at: datetime
    seal: str
    letters: Mapping[str, str]


def close(
    db: Session, unit: str, period: Period, letters: Mapping[str, str], seal: str, now: datetime, by: str = OPERATOR
) -> None:
    """Close a period; the closing has an audit chain of its own."""
    id = token_hex(12)
    db.run(
        "closings_add",
        id=id,
        unit=unit,
        name=period.name,
        calendar=period.calendar,
        first_on=period.first.isoformat(),
        last_on=period.last.isoformat(),
        closed_at=stamp(now),
        seal=seal,
        content=db.vault.seal_json("closings", id, "content", dict(letters)),
    )
    detail = {"unit": unit, "period": period.name, "calendar": period.calendar, "seal": seal}
    audit.append(db, id, "period_closed", by, now, detail)


def of_period(db: Session, unit: str, period: Period) -> Closing | None:
    """The closing of a period that stands."""
    ends = {"first_on": period.first.isoformat(), "last_on": period.last.isoformat()}
    row = db.one("closings_of_period", unit=unit, **ends)
    return _closing(db, row) if row else None


def before(db: Session, unit: str, period: Period) -> list[Closing]:
    """The closings that a period follows: of periods that ended the day before it begins."""
    return [_closing(db, row) for row in db.run("closings_ended", unit=unit, last_on=period.eve.isoformat())]


def reopen(db: Session, closing: str, reason: str, now: datetime, by: str = OPERATOR) -> None:
    """A closing stands no more; the period may be closed again."""
    db.run("closings_reopen", id=closing, at=stamp(now))
    audit.append(db, closing, "period_reopened", by, now, {"reason": reason})


def _closing(db: Session, row: Row) -> Closing:
    letters = db.vault.open_json("closings", row["id"], "content", row["content"])
    closed_at = unstamp(row["closed_at"])
    return Closing(row["id"], row["name"], row["first_on"], row["last_on"], closed_at, row["seal"], letters)
