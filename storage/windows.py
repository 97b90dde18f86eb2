"""Windows: until when a chat may be written to, on channels that close it after some days of silence."""

from __future__ import annotations

from datetime import datetime, timedelta

from cases.dates import stamp, unstamp
from cases.records import record
from storage.conversations import lane as lane_of
from storage.session import Session

FORGET_DAYS = 400


@record(frozen=True, slots=True)
class Closing:
    """A chat that closes soon; `lane` is its keyed hash."""

    lane: bytes
    conversation: str


def heard(db: Session, channel: str, peer: str, conversation: str, at: datetime, window: timedelta) -> None:
    """Somebody wrote at a moment. What arrives late does not shorten what a later word has opened."""
    db.run(
        "windows_heard",
        lane=lane_of(db, channel, peer),
        conversation=conversation,
        heard_at=stamp(at),
        open_until=stamp(at + window),
    )


def heard_at(db: Session, channel: str, peer: str) -> datetime | None:
    """The moment of the newest word of a chat, by the vendor's clock."""
    row = db.one("windows_get", lane=lane_of(db, channel, peer))
    return unstamp(row["heard_at"]) if row else None


def closing(db: Session, now: datetime, within: timedelta, limit: int = 50) -> list[Closing]:
    """Chats that close within this time and in which nobody was asked about it yet."""
    rows = db.run("windows_closing", now=stamp(now), until=stamp(now + within), limit=limit)
    return [Closing(bytes(row["lane"]), row["conversation"]) for row in rows]


def asked(db: Session, lane: bytes, now: datetime) -> bool:
    """Note that the person is asked how else to be reached; False when that was done already."""
    return db.one("windows_asked", lane=lane, at=stamp(now)) is not None


def purge(db: Session, now: datetime) -> None:
    """Forget chats that have long been closed."""
    db.run("windows_purge", before=stamp(now - timedelta(days=FORGET_DAYS)))
