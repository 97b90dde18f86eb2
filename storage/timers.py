"""Moments that a dialogue asked for."""

from __future__ import annotations

from datetime import datetime
from secrets import token_hex

from cases.dates import stamp, unstamp
from cases.records import record
from storage.session import Session


@record(frozen=True, slots=True)
class TimerItem:
    """A moment that has come. `conversation` is the chat that asked for it."""

    id: int
    name: str
    subject: str
    due_at: datetime
    conversation: str
    mark: str = ""
    """Which setting of it this is: the same moment asked for again is another one."""


def set(db: Session, name: str, subject: str, at: datetime, conversation: str = "") -> None:
    """Ask for a moment. One per (name, subject): a second call moves it."""
    mark = token_hex(8)
    db.run("timers_set", name=name, subject=subject, due_at=stamp(at), conversation=conversation, mark=mark)


def subjects(db: Session, name: str) -> list[str]:
    """What moments of that name are waited for about."""
    return [row["subject"] for row in db.run("timers_named", name=name)]


def forget(db: Session, name: str, subject: str) -> None:
    """Take a moment back; with an empty `name`, every moment of that subject."""
    if name:
        db.run("timers_forget", name=name, subject=subject)
    else:
        db.run("timers_forget_all", subject=subject)


def due(db: Session, now: datetime, limit: int = 50) -> list[TimerItem]:
    """Moments that have come, earliest first. They stay until `done`."""
    return [
        TimerItem(row["id"], row["name"], row["subject"], unstamp(row["due_at"]), row["conversation"], row["mark"])
        for row in db.run("timers_due", now=stamp(now), limit=limit)
    ]


def next_due(db: Session) -> datetime | None:
    """The next moment."""
    row = db.one("timers_next")
    return unstamp(row["at"]) if row and row["at"] else None


def done(db: Session, item: TimerItem) -> bool:
    """A moment is dealt with, in the turn it causes; False when it was moved or taken back meanwhile."""
    return bool(db.run("timers_done", id=item.id, due_at=stamp(item.due_at), mark=item.mark))
