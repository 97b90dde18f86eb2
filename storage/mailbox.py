"""What the web chat shows: the messages of each box, kept over reload and restart."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Final

from cases.dates import stamp, unstamp
from cases.records import record
from storage.session import Row, Session

PAGE: Final = 200
LINE_BEFORE_EVENT: Final = timedelta(seconds=10)


@record(frozen=True, slots=True)
class Mail:
    """One message. `revision` rises whenever something in the box is added or changed: ask for what is after it."""

    seq: int
    id: str
    direction: str
    ref: str
    body: dict[str, Any]
    at: datetime
    revision: int


def put(db: Session, box: str, direction: str, body: dict[str, Any], at: datetime, *, ref: str = "") -> Mail:
    """Add a message (`in` from the resident, `out` to them). `box` is the peer, the cookie's id."""
    key = _key(db, box)
    db.lock(key)
    id = db.vault.random().hex()
    revision = _next(db, key)
    values = {
        "id": id,
        "box_key": key,
        "direction": direction,
        "ref": ref,
        "body": db.vault.seal_json("mailbox", id, "body", body),
        "at": stamp(at),
        "revision": revision,
    }
    seq = db.added("mailbox_put", values)
    assert seq is not None
    return Mail(seq, id, direction, ref, body, at, revision)


def change(db: Session, box: str, id: str, body: dict[str, Any]) -> bool:
    """Show a message anew in its place; False when it is not there."""
    key = _key(db, box)
    db.lock(key)
    sealed = db.vault.seal_json("mailbox", id, "body", body)
    return bool(db.run("mailbox_change", box_key=key, id=id, body=sealed, revision=_next(db, key)))


def after(db: Session, box: str, revision: int, limit: int = PAGE) -> list[Mail]:
    """New and changed messages since a revision, in the order they are shown."""
    rows = db.run("mailbox_after", box_key=_key(db, box), after=revision, limit=limit)
    return [_mail(db, row) for row in rows]


def latest(db: Session, box: str, limit: int = PAGE) -> list[Mail]:
    """The last messages, in the order they are shown."""
    rows = db.run("mailbox_latest", box_key=_key(db, box), limit=limit)
    return [_mail(db, row) for row in reversed(rows)]


def erase(db: Session, box: str, since: datetime) -> None:
    """Erase what both sides said since then. An earlier version wrote the page's own line before its event."""
    db.run("mailbox_erase", box_key=_key(db, box), since=stamp(since - LINE_BEFORE_EVENT))


def empty(db: Session, box: str) -> None:
    """Erase everything in a box."""
    db.run("mailbox_empty", box_key=_key(db, box))


def purge(db: Session, before: datetime) -> None:
    """Erase messages from before a moment."""
    db.run("mailbox_purge", before=stamp(before))


def _next(db: Session, key: bytes) -> int:
    row = db.one("mailbox_revision", box_key=key)
    return int(row["revision"]) + 1 if row else 1


def _key(db: Session, box: str) -> bytes:
    return db.vault.look_up_kept("mailbox", box)


def _mail(db: Session, row: Row) -> Mail:
    body = db.vault.open_json("mailbox", row["id"], "body", row["body"])
    return Mail(row["seq"], row["id"], row["direction"], row["ref"], body, unstamp(row["at"]), row["revision"])
