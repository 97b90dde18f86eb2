"""The inbox: every event is kept once, sealed, so that the same event twice is known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from cases.dates import stamp, unstamp
from storage.session import Session

BODY_DAYS: Final = 7
"""A processed body may still be needed to explain a fault; after a week it is erased."""

EVENT_DAYS: Final = 90
"""Vendors deliver again within hours; the hashes are kept far longer than that."""


@dataclass(frozen=True, slots=True)
class Failure:
    """An event that was set aside: which, and the class of what went wrong."""

    id: int
    channel: str
    at: datetime
    error: str


def put(db: Session, channel: str, event_id: str, raw: bytes, at: datetime, *, peer: str = "") -> int | None:
    """Keep an event; its number, or None when it was here before.

    It counts as done at once: if the transaction that answers it fails, its row goes with it.
    """
    key = db.vault.look_up("event", channel, event_id)
    sealed = db.vault.seal("inbox", key.hex(), "raw", raw) if raw else None
    chat = _chat(db, channel, peer) if peer else None
    row = db.one("inbox_put", event_key=key, channel=channel, chat_key=chat, raw=sealed, at=stamp(at))
    return int(row["id"]) if row else None


def find(db: Session, channel: str, event_id: str) -> int | None:
    """The number of an event that came before."""
    row = db.one("inbox_find", event_key=db.vault.look_up("event", channel, event_id))
    return int(row["id"]) if row else None


def failed(db: Session, id: int, error_class: str) -> None:
    """Set an event aside with the class of what went wrong, never its words."""
    db.run("inbox_state", id=id, state="failed", error=error_class)


def done(db: Session, id: int) -> None:
    """An event that was set aside is answered after all."""
    db.run("inbox_state", id=id, state="done", error="")


def raw(db: Session, id: int) -> bytes | None:
    """The vendor's bytes of an event, as long as they are kept."""
    row = db.one("inbox_raw", id=id)
    if row is None or row["raw"] is None:
        return None
    return db.vault.open("inbox", bytes(row["event_key"]).hex(), "raw", row["raw"])


def erase(db: Session, channel: str, peer: str, since: datetime) -> int:
    """Erase the bodies of what one chat has sent since then, set aside or not; how many. Their hashes stay."""
    return len(db.run("inbox_erase", chat_key=_chat(db, channel, peer), since=stamp(since)))


def failures(db: Session, limit: int = 50) -> list[Failure]:
    """Events that were set aside, newest first."""
    rows = db.run("inbox_failed", limit=limit)
    return [Failure(row["id"], row["channel"], unstamp(row["received_at"]), row["error"]) for row in rows]


def last_heard(db: Session) -> dict[str, datetime]:
    """When each channel last brought an event."""
    return {row["channel"]: unstamp(row["at"]) for row in db.run("inbox_last")}


def purge(db: Session, now: datetime, body_days: int = BODY_DAYS, event_days: int = EVENT_DAYS) -> tuple[int, int]:
    """Erase old bodies, then old hashes; how many of each."""
    bodies = db.run("inbox_strip", before=stamp(now - timedelta(days=body_days)))
    events = db.run("inbox_forget", before=stamp(now - timedelta(days=event_days)))
    return len(bodies), len(events)


def _chat(db: Session, channel: str, peer: str) -> bytes:
    return db.vault.look_up("inbox-chat", channel, peer)
