"""The inbox: every event is kept once, sealed, so that the same event twice is known."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from cases.dates import stamp, unstamp
from cases.records import record
from storage.errors import StorageError
from storage.session import Session
from storage.vault import Vault

WAITING: Final = "waiting"

BODY_DAYS: Final = 7
"""A processed body may still be needed to explain a fault; after a week it is erased."""

EVENT_DAYS: Final = 90
"""Vendors deliver again within hours; the hashes are kept far longer than that."""


@record(frozen=True, slots=True)
class Failure:
    """An event that was set aside: which, and the class of what went wrong."""

    id: int
    channel: str
    at: datetime
    error: str


@record(frozen=True, slots=True)
class Entry:
    """An event that is kept; `waits` where an earlier one of its chat waits for its turn, and so does this one."""

    id: int
    waits: bool


@record(frozen=True, slots=True)
class Arrival:
    """An event that shall wait."""

    channel: str
    event_id: str
    raw: bytes
    peer: str
    at: datetime


@record(frozen=True, slots=True)
class Kept:
    """An event that waits: `chat` tells those of one chat from others, `raw` is None where it does not open."""

    id: int
    key: bytes
    chat: bytes
    raw: bytes | None
    at: datetime


def put(
    db: Session,
    channel: str,
    event_id: str,
    raw: bytes,
    at: datetime,
    *,
    peer: str = "",
    came: datetime | None = None,
) -> Entry | None:
    """Keep an event that has its turn now and `came` now or before; None when it was here before.

    It counts as done at once, unless it waits: if the transaction that answers it fails, its row goes with it.
    """
    key = key_of(db.vault, channel, event_id)
    if db.foreseen("inbox_put", key):
        row = db.one("inbox_put", event_key=key)
    else:
        row = db.one("inbox_put", **_values(db, key, channel, raw, peer, at), came=stamp(came or at))
    return Entry(int(row["id"]), row["state"] == WAITING) if row else None


def foresee(
    db: Session,
    channel: str,
    event_id: str,
    raw: bytes,
    at: datetime,
    *,
    peer: str = "",
    came: datetime | None = None,
) -> None:
    """Say that this is `put` next."""
    values = _values(db, key_of(db.vault, channel, event_id), channel, raw, peer, at)
    db.ahead("inbox_put", **values, came=stamp(came or at))


def put_aside(db: Session, arrivals: Sequence[Arrival]) -> None:
    """Keep events for later, in this order; those that were here before stay as they are."""
    keyed = [(key_of(db.vault, each.channel, each.event_id), each) for each in arrivals]
    rows = [_values(db, key, each.channel, each.raw, each.peer, each.at) for key, each in keyed]
    db.run_many("inbox_put_aside", rows)


def waiting(db: Session, channel: str, limit: int) -> list[Kept]:
    """What waits for its turn on a channel, in the order in which it came."""
    found = []
    for row in db.run("inbox_waiting", channel=channel, limit=limit):
        key = bytes(row["event_key"])
        try:
            body = db.vault.open("inbox", key.hex(), "raw", row["raw"]) if row["raw"] is not None else None
        except StorageError:
            body = None  # one row that does not open must not stop all others
        found.append(Kept(row["id"], key, bytes(row["chat_key"] or b""), body, unstamp(row["received_at"])))
    return found


def wait_on(db: Session, channel: str, many: int) -> bool:
    """Whether so many events wait for their turn on a channel."""
    return db.one("inbox_waits_behind", channel=channel, before=many - 1) is not None


def longest_waiting(db: Session) -> datetime | None:
    """When the event came that waits for longest, on any channel; None where none waits."""
    row = db.one("inbox_longest_waiting")
    return unstamp(row["at"]) if row and row["at"] else None


def take_up(db: Session, id: int, now: datetime) -> bool:
    """Whether an event still waits, and has its turn now. It counts as received now: what a draft has to forget are the
    events since it was begun, and this one may begin it."""
    return db.one("inbox_take_up", id=id, at=stamp(now)) is not None


def foresee_taking_up(db: Session, id: int, now: datetime) -> None:
    """Say that this is `take_up` next."""
    db.ahead("inbox_take_up", id=id, at=stamp(now))


def key_of(vault: Vault, channel: str, event_id: str) -> bytes:
    """What an event is known by."""
    return vault.look_up("event", channel, event_id)


def find(db: Session, channel: str, event_id: str) -> int | None:
    """The number of an event that came before."""
    row = db.one("inbox_find", event_key=key_of(db.vault, channel, event_id))
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
    """Erase the bodies of what one chat has sent since then, set aside or not; how many. Their hashes stay, and so does
    what has not had its turn: it comes after the refusal."""
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


def _values(db: Session, key: bytes, channel: str, raw: bytes, peer: str, at: datetime) -> dict[str, Any]:
    return {
        "event_key": key,
        "channel": channel,
        "chat_key": _chat(db, channel, peer) if peer else None,
        "raw": db.vault.seal("inbox", key.hex(), "raw", raw) if raw else None,
        "at": stamp(at),
    }


def _chat(db: Session, channel: str, peer: str) -> bytes:
    return db.vault.look_up_kept("inbox-chat", channel, peer)
