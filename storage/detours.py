"""Ways round: what could not go the way it was posted goes another way, or is kept for its person."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Final

from cases.dates import stamp
from storage import chats, conversations, outbox, staff
from storage.conversations import lane as lane_of
from storage.outbox import Origin, OutboxItem
from storage.session import Row, Session
from storage.staff import Reach

TO_STAFF: Final = ("notice", "officer")


def unreachable(db: Session, id: int, code: str, now: datetime, reach: Reach) -> list[OutboxItem]:
    """The chat of this row is gone: everything that waits for it goes another way; the rows posted instead."""
    row = db.one("outbox_get", seq=id)
    if row is None:
        return []
    channel, peer = row["channel"], outbox.peer_of(db, row)
    return lane_gone(db, channel, peer, code, now, reach)


def elsewhere(
    db: Session, id: int, code: str, now: datetime, reach: Reach, *, channel_fails: bool = False
) -> list[OutboxItem] | None:
    """A channel does not take a message to staff (it refuses this one; with `channel_fails` it is away, or refuses
    us): it goes the next way, once. The rows posted instead; None where there is no other way, and it stays."""
    row = db.one("outbox_get", seq=id)
    if row is None or row["state"] != "due" or row["purpose"] not in TO_STAFF or row["body"] is None:
        return None
    if channel_fails:
        reach = replace(reach, channels=reach.channels - {row["channel"]})
    lane = bytes(row["lane"])
    origin = outbox.origin_of(row)
    if _others(db, row, replace(origin, tried=(*origin.tried, lane.hex())), lane, now, reach) is None:
        return None
    return _instead(db, row, lane, code, now, reach)


def staff_moved(db: Session, since: datetime) -> list[tuple[str, str, int]]:
    """Messages to staff that did not go the first way since a moment: channel, why, how many."""
    return [(row["channel"], row["code"], row["number"]) for row in db.run("outbox_staff_moved", since=stamp(since))]


def lane_gone(db: Session, channel: str, peer: str, code: str, now: datetime, reach: Reach) -> list[OutboxItem]:
    """A chat cannot be reached: it is marked with the reason, and what waits for it goes another way.

    A notice goes down the next route of its unit; news for a resident to another chat of theirs, if there is
    one. The case stays as it is.
    """
    lane = lane_of(db, channel, peer)
    db.run("conversations_gone", peer_key=lane, gone=1)
    db.run("staff_accounts_gone", peer_key=lane, code=code or "gone")
    db.run("chats_gone", peer_key=lane, code=code or "gone")
    posted: list[OutboxItem] = []
    for row in db.run("outbox_in_lane", lane=lane):
        posted += _instead(db, row, lane, code, now, reach)
    return posted


def reroute(db: Session, now: datetime, reach: Reach, limit: int = 50) -> list[OutboxItem]:
    """Notices for which there was nobody: those that somebody can get now."""
    posted: list[OutboxItem] = []
    for row in db.run("outbox_unrouted", limit=limit):
        found = staff.routes(db, row["unit"], row["kind"], reach, now)
        if not found:
            continue
        body = outbox.words_of(db, row)
        db.run("outbox_rerouted", seq=row["seq"], code="rerouted")
        posted += [
            outbox.put(
                db,
                to.address.channel,
                to.address.peer,
                to.address.lane,
                body,
                now,
                slot=row["slot"],
                due_at=None,
                origin=outbox.origin_of(row),
            )
            for to in found
        ]
    return posted


# Inside ----------------------------------------------------------------------------------------------------


def _instead(db: Session, row: Row, gone: bytes, code: str, now: datetime, reach: Reach) -> list[OutboxItem]:
    origin = outbox.origin_of(row)
    if row["body"] is None or origin.purpose not in (*outbox.TO_SENDER, *TO_STAFF):
        db.run("outbox_dead", seq=row["seq"], code=code)
        return []
    body = outbox.words_of(db, row)
    targets: list[tuple[str, str, bytes]] | None
    origin = replace(origin, tried=(*origin.tried, gone.hex()))
    if origin.purpose in outbox.TO_SENDER:
        targets = _other_chats(db, origin.case, gone)
        if not targets:
            # Kept, and sent first when the person writes again; until then somebody should call them.
            db.run("outbox_held", seq=row["seq"], code=code)
            if origin.purpose == "tell":
                outbox.not_told(db, origin.case, now, answer=origin.answers)
            return []
    else:
        targets = _others(db, row, origin, gone, now, reach)
        if targets is None and origin.purpose == "officer":
            db.run("outbox_dead", seq=row["seq"], code=code)
            return []
        if targets is None:
            outbox.park(db, body, now, row["slot"], origin)
            targets = []
    db.run("outbox_rerouted", seq=row["seq"], code=code)
    return [
        outbox.put(db, channel, peer, lane, body, now, slot=row["slot"], due_at=None, origin=origin)
        for channel, peer, lane in targets
    ]


def _others(
    db: Session, row: Row, origin: Origin, gone: bytes, now: datetime, reach: Reach
) -> list[tuple[str, str, bytes]] | None:
    """Who else gets a message to staff; none when somebody has it already, None when there is nobody at all."""
    tried = {bytes.fromhex(each) for each in origin.tried}
    if origin.purpose == "officer":
        to = staff.can_be_told(db, origin.officer, reach, now, tried)
        return [(to.channel, to.peer, to.lane)] if to is not None else None
    # The same notice may wait or have been sent elsewhere: nobody gets it twice.
    showing = outbox.showing(db, row["slot"], origin.case) if row["slot"] else []
    already = {lane for channel, _, lane in showing if channel in reach.channels} - {gone}
    if any(chat.lane in already for chat in chats.of_unit(db, origin.unit)):
        return []
    found = staff.routes(db, origin.unit, origin.kind, reach, now, tried)
    if not found:
        return [] if already else None
    return [(to.address.channel, to.address.peer, to.address.lane) for to in found if to.address.lane not in already]


def _other_chats(db: Session, case: str, gone: bytes) -> list[tuple[str, str, bytes]]:
    home = db.one("cases_home", id=case)
    if home is None:
        return []
    for _, channel, peer in conversations.reachable(db, home["owner"]):
        lane = lane_of(db, channel, peer)
        if lane != gone:
            return [(channel, peer, lane)]
    return []
