"""What there is to watch in the database: what waits and for how long, what nobody took, what is late."""

from __future__ import annotations

import secrets
from datetime import date, datetime, timedelta
from typing import Final

from cases.dates import stamp
from cases.records import record
from storage import backups, fetches, inbox, outbox, timers
from storage.session import Session

PROOF_BYTES: Final = 16 * 1024
"""About what a letter's last step writes: on a disk that is nearly full a few bytes may still fit."""


@record(frozen=True, slots=True)
class Sight:
    """Counts and ages in seconds; nothing about whom. `backup_age` is None without any backup."""

    due: int
    dead: int
    unrouted: int
    outbox_age: float
    fetch_age: float
    timer_age: float
    porch_age: float
    set_aside: int
    unacknowledged: int
    overdue: int
    backup_age: float | None


def look(db: Session, now: datetime, today: date, patience: timedelta) -> Sight:
    """How things stand; `patience` is how long a new letter may wait for somebody to take it."""
    counts = outbox.counts(db)
    made = backups.last(db)
    before = stamp(now - patience)
    return Sight(
        due=counts.get("due", 0),
        dead=counts.get("dead", 0),
        unrouted=counts.get("unrouted", 0),
        outbox_age=_age(outbox.next_due(db), now),
        fetch_age=_age(fetches.next_due(db), now),
        timer_age=_age(timers.next_due(db), now),
        porch_age=_age(inbox.longest_waiting(db), now),
        set_aside=_number(db, "watching_set_aside"),
        unacknowledged=_number(db, "watching_unacknowledged", before=before),
        overdue=_number(db, "watching_overdue", today=today.isoformat()),
        backup_age=(now - made).total_seconds() if made else None,
    )


def prove(db: Session) -> None:
    """Write something, so that its commit shows whether a letter could be kept."""
    # Never the same twice: SQLite writes no page that did not change. And no letters or digits, in which whoever
    # searches a stolen file for a number would find it by chance.
    db.run("watching_prove", filling=secrets.token_bytes(PROOF_BYTES))


def _age(due: datetime | None, now: datetime) -> float:
    return max(0.0, (now - due).total_seconds()) if due else 0.0


def _number(db: Session, query: str, **values: str) -> int:
    row = db.one(query, **values)
    return int(row["number"]) if row else 0
