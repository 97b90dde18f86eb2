"""Staff chats: groups in which the officers of one unit read what has come."""

from __future__ import annotations

from datetime import datetime
from secrets import token_hex

from cases.dates import stamp
from cases.records import record
from storage.conversations import lane
from storage.session import Row, Session


@record(frozen=True, slots=True)
class StaffChat:
    """A group of one unit. `gone` is the vendor's code when it cannot be reached, "" when it can."""

    id: str
    channel: str
    peer: str
    lane: bytes
    unit: str
    gone: str
    place: int = 0
    """Its place in the config's list, from 1; 0 for one that was bound in the group itself."""


def bind(
    db: Session,
    unit: str,
    channel: str,
    peer: str,
    by: str,
    now: datetime,
    *,
    source: str = "group",
    configured_key: bytes | None = None,
    place: int = 0,
) -> None:
    """Make a group the staff chat of a unit."""
    id = token_hex(12)
    db.run(
        "chats_bind",
        id=id,
        peer_key=lane(db, channel, peer),
        configured_key=configured_key,
        channel=channel,
        # The row may be there already under another id: the peer is sealed for its lane, which stays.
        peer=_seal(db, channel, peer),
        unit=unit,
        source=source,
        by=by,
        at=stamp(now),
        place=place,
    )


def configure(db: Session, unit: str, channel: str, peer: str, place: int, now: datetime) -> None:
    """A group that the config names; if it has moved since, the one it became is meant."""
    key = lane(db, channel, peer)
    known = db.one("chats_configured", configured_key=key)
    if known is not None:
        db.run("chats_rebind", id=known["id"], unit=unit, place=place)
    else:
        bind(db, unit, channel, peer, "config", now, source="config", configured_key=key, place=place)


def unbind(db: Session, channel: str, peer: str, by: str) -> None:
    """A group is no longer a staff chat."""
    db.run("chats_unbind", peer_key=lane(db, channel, peer), by=by)


def unit_of(db: Session, channel: str, peer: str) -> str | None:
    """The unit whose staff chat this group is, or None."""
    row = db.one("chats_at", peer_key=lane(db, channel, peer))
    return row["unit"] if row else None


def of_unit(db: Session, unit: str) -> list[StaffChat]:
    """The staff chats of a unit, those that cannot be reached too."""
    return [_chat(db, row) for row in db.run("chats_of_unit", unit=unit)]


def everyone(db: Session) -> list[StaffChat]:
    """Every staff chat."""
    return [_chat(db, row) for row in db.run("chats_all")]


def mark(db: Session, channel: str, peer: str, code: str) -> None:
    """A staff chat cannot be reached and why, or (code "") can again."""
    db.run("chats_gone", peer_key=lane(db, channel, peer), code=code)


def move(db: Session, channel: str, peer: str, new_peer: str) -> None:
    """A staff chat goes on under another address."""
    row = db.one("chats_by_peer", peer_key=lane(db, channel, peer))
    if row is None:
        return
    new_key = lane(db, channel, new_peer)
    other = db.one("chats_by_peer", peer_key=new_key)
    if other is not None:
        db.run("chats_drop", id=other["id"])
    db.run("chats_move", id=row["id"], new_key=new_key, peer=_seal(db, channel, new_peer))


def _seal(db: Session, channel: str, peer: str) -> bytes:
    return db.vault.seal_text("chats", lane(db, channel, peer).hex(), "peer", peer)


def _chat(db: Session, row: Row) -> StaffChat:
    key = bytes(row["peer_key"])
    peer = db.vault.open_text("chats", key.hex(), "peer", row["peer"])
    return StaffChat(row["id"], row["channel"], peer, key, row["unit"], row["gone"], row["place"])
