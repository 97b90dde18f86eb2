"""The outbox: what turns have posted and the courier has to send, in order for each chat."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any, Final, Literal

from pydantic_core import to_json

from cases.dates import stamp, unstamp
from cases.records import record
from storage import calls, chats, conversations, gatherings, staff, telling, timers
from storage.conversations import lane as lane_of
from storage.gatherings import Herald
from storage.session import Row, Session
from storage.staff import Reach
from storage.vault import Vault

SENT_DAYS: Final = 90
REF_DAYS: Final = 7
TO_SENDER: Final = ("tell", "ask")
UNDELIVERED: Final = "undelivered"
"""The name of the timer that tells the staff of a case what did not arrive."""
LIMIT: Final = 500

Purpose = Literal["say", "tell", "ask", "notice", "officer", "knock"]
"""say: an answer in the chat of an event. tell: news of a case to its resident. ask: what that person is asked about
it, which waits like news and which nobody is called for. notice: to the staff of a unit.
officer: to one officer in private. knock: a paid message that asks a resident to write again."""


@record(frozen=True, slots=True)
class OutboxItem:
    """One message to send. Rows of one `lane` (one chat) must be sent in the order of `id`.

    `body` is the Outgoing as JSON; `sent_ref_of_slot` the vendor's id of the message that the slot (without one: the
    card of its case) showed when the row was read: "" too when that one is still waiting ahead of it in the lane.
    """

    id: int
    channel: str
    peer: str
    lane: str
    body: dict[str, Any]
    slot: str = ""
    tries: int = 0
    sent_ref_of_slot: str = ""
    purpose: str = "say"
    case: str = ""
    until: datetime | None = None
    """When the chat closes, on channels that close it after some silence."""
    behind: int = 0
    """The row before it in its lane that was still to be sent when this one was posted."""


@record(frozen=True, slots=True)
class Origin:
    """Where a message comes from: the event that caused it, and what it is about."""

    purpose: Purpose = "say"
    event: int = 0
    case: str = ""
    unit: str = ""
    kind: str = ""
    tried: tuple[str, ...] = ()
    """Lanes (in hex) that could not be reached: a notice never goes back to them."""
    answers: bool = False
    """Whether it is the very answer by which its case came to an outcome."""
    officer: str = ""
    """Whom a private message to staff is for."""


_SAY: Final = Origin()

# For turns -------------------------------------------------------------------------------------------------


def post(
    db: Session,
    channel: str,
    peer: str,
    body: dict[str, Any],
    now: datetime,
    *,
    slot: str = "",
    due_at: datetime | None = None,
    origin: Origin = _SAY,
    behind: int | None = None,
) -> OutboxItem:
    """Put a message to a chat into the outbox; it is sent after the commit. The item needs no reading again.

    `behind` is the row before it in its lane, on a channel that never closes its chats, where that is known.
    """
    lane = lane_of(db, channel, peer)
    return put(db, channel, peer, lane, body, now, slot=slot, due_at=due_at, origin=origin, behind=behind)


def notify(
    db: Session,
    body: dict[str, Any],
    now: datetime,
    reach: Reach,
    *,
    slot: str,
    edit: bool,
    origin: Origin,
    herald: Herald | None = None,
) -> list[OutboxItem]:
    """Post a notice to the staff of `origin.unit`, or whoever stands in for them (`staff.routes`).

    With `edit` it changes what the slot shows in every chat that has it and can change it. Where there is nobody
    at all, the notice waits (`reroute`). With `herald` it is a card that is not posted where many were within the hour:
    a gathering tells of it, and what would change such a card is not posted either.
    """
    exclude = {bytes.fromhex(lane) for lane in origin.tried}
    targets: list[tuple[str, str, bytes]] = []
    if edit and slot:
        targets = [target for target in showing(db, slot, origin.case) if target[0] not in reach.pointers]
    if not targets:
        found = staff.routes(db, origin.unit, origin.kind, reach, now, exclude)
        if found and origin.case and _is_gathered(db, found[0], origin, now, edit=edit, herald=herald):
            return []
        targets = [(to.address.channel, to.address.peer, to.address.lane) for to in found]
    if not targets:
        park(db, body, now, slot, origin)
    return [
        put(db, channel, peer, lane, body, now, slot=slot, due_at=None, origin=origin)
        for channel, peer, lane in targets
    ]


def to_officer(
    db: Session, officer: str, body: dict[str, Any], now: datetime, reach: Reach, *, slot: str = "", event: int = 0
) -> OutboxItem | None:
    """Post a private message to a member of staff, where they can be reached; None for who has no chat at all."""
    to = staff.private_chat(db, officer, reach, now)
    if to is None:
        return None
    origin = Origin("officer", event, officer=officer)
    return put(db, to.channel, to.peer, to.lane, body, now, slot=slot, due_at=None, origin=origin)


def untold(db: Session, case: str, now: datetime) -> None:
    """News of a case whose sender has no chat (a letter on paper): nothing is sent, staff see that they must call."""
    key = lane_of(db, "", "")
    put(db, "", "", key, {}, now, slot="", due_at=None, origin=Origin("tell", case=case), state="held")


def unsent_of(db: Session, event: int, channel: str, peer: str) -> list[OutboxItem]:
    """What an event posted in its own chat and nobody has sent: a second copy of the event sends it at last."""
    return [item(db, row) for row in db.run("outbox_of_event", event=event, lane=lane_of(db, channel, peer))]


# For the courier -------------------------------------------------------------------------------------------


def due(db: Session, now: datetime, limit: int = LIMIT, channel: str = "") -> list[OutboxItem]:
    """What should be sent by now (on one channel), oldest first; nothing of a lane whose head must wait."""
    return [item(db, row) for row in db.run("outbox_due", now=stamp(now), limit=limit, channel=channel)]


def last(db: Session) -> int:
    """The number of the last row that was posted."""
    row = db.one("outbox_last")
    return row["seq"] or 0 if row else 0


def next_due(db: Session) -> datetime | None:
    """When the next message is due."""
    row = db.one("outbox_next")
    return unstamp(row["at"]) if row and row["at"] else None


def sending(db: Session, ids: Collection[int]) -> None:
    """Say that these were `sent`, before each is: on a server they are then asked for together."""
    for id in ids:
        db.ahead("outbox_sent", seq=id)


def said(db: Session, ids: Collection[int]) -> None:
    """The channel took these, on which nothing hangs: no slot, no case; the words are erased."""
    if ids:
        db.run_many("outbox_said", [{"seq": id} for id in ids])


def sent(db: Session, id: int, vendor_ref: str, now: datetime) -> None:
    """The channel took it; the words are erased, its slot shows this message, and what it answers is answered."""
    row = db.one("outbox_sent", seq=id)
    if row is not None and row["answers"]:
        telling.told(db, row["case_id"], now)
    if row is not None and row["slot"]:
        db.run("slots_put", lane=bytes(row["lane"]), slot=row["slot"], ref=vendor_ref)


def remember(db: Session, channel: str, refs: Collection[str], now: datetime) -> None:
    """Keep the hashes of messages that were sent, where the channel tells us of them again."""
    db.run_many("sent_refs_add", [{"ref_key": _ref_key(db, channel, ref), "at": stamp(now)} for ref in refs if ref])


def is_ours(db: Session, channel: str, peer: str, ref: str, text: str) -> bool:
    """Whether a message that the account sent was sent by this program: known by its id, or still waiting to be
    marked as sent (a crash between sending and marking)."""
    if ref and db.one("sent_refs_find", ref_key=_ref_key(db, channel, ref)) is not None:
        return True
    told = _told(text)
    waiting = db.run("outbox_in_lane", lane=lane_of(db, channel, peer))
    texts = [_told(str(words_of(db, row)["text"])) for row in waiting if row["body"] is not None]
    return any(told == each or (told and (told in each or each in told)) for each in texts if each)


def waits_for(db: Session, channel: str, peer: str) -> bool:
    """Whether something is to be sent to this chat."""
    return bool(db.run("outbox_in_lane", lane=lane_of(db, channel, peer)))


def retry(db: Session, id: int, at: datetime, code: str) -> None:
    """Try again later; what waits behind it in its lane waits too."""
    db.run("outbox_retry", seq=id, at=stamp(at), code=code)


def dead(db: Session, id: int, code: str, now: datetime) -> None:
    """It will never be sent; the code is kept, the words are erased. Staff are told whom they must call."""
    db.run("outbox_dead", seq=id, code=code)
    row = db.one("outbox_get", seq=id)
    if row is not None and row["purpose"] == "tell":
        not_told(db, row["case_id"], now, answer=bool(row["answers"]))


def overtaken(db: Session, id: int) -> None:
    """A newer notice for the same slot says all that this one would have said; its words are erased."""
    db.run("outbox_rerouted", seq=id, code="overtaken")


def slot_ref(db: Session, id: int) -> str:
    """The vendor's id of the message that the slot of this row shows now."""
    row = db.one("outbox_get", seq=id)
    if row is None or not row["slot"]:
        return ""
    shown = db.one("slots_get", lane=bytes(row["lane"]), slot=row["slot"])
    return shown["ref"] if shown else ""


def lane_back(db: Session, channel: str, peer: str) -> list[OutboxItem]:
    """A chat can be reached again; what was kept for it, to be sent before anything newer."""
    lane = lane_of(db, channel, peer)
    db.run("conversations_gone", peer_key=lane, gone=0)
    db.run("staff_accounts_gone", peer_key=lane, code="")
    db.run("chats_gone", peer_key=lane, code="")
    return _release(db, lane)


def release(db: Session, channel: str, peer: str) -> list[OutboxItem]:
    """The person wrote, so the chat is open: what was kept for it, to be sent before anything newer."""
    return _release(db, lane_of(db, channel, peer))


def _release(db: Session, lane: bytes) -> list[OutboxItem]:
    held = {row["seq"] for row in db.run("outbox_release", lane=lane)}
    if not held:
        return []
    return [item(db, row) for row in db.run("outbox_waiting_in_lane", lane=lane) if row["seq"] in held]


def moved(db: Session, channel: str, peer: str, new_peer: str) -> None:
    """A chat goes on under another address: its conversations, its unit and what waits for it follow."""
    lane, new_lane = lane_of(db, channel, peer), lane_of(db, channel, new_peer)
    # What was shown in the old chat cannot be changed in the new one (its slots stay behind): sent there anew.
    for row in (*db.run("outbox_in_lane", lane=lane), *db.run("outbox_shown_in_lane", lane=lane)):
        sealed = db.vault.seal_text("outbox", row["id"], "peer", new_peer)
        db.run("outbox_readdress", seq=row["seq"], lane=new_lane, peer=sealed)
    conversations.move_peer(db, channel, peer, new_peer)
    chats.move(db, channel, peer, new_peer)


def not_told(db: Session, case: str, now: datetime, *, answer: bool) -> None:
    """News of a case did not arrive: it is no answer until it does, and a turn of its conversation tells its staff."""
    telling.untold(db, case, now, answer=answer)
    home = db.one("cases_home", id=case)
    if home is not None:
        timers.set(db, UNDELIVERED, case, now, home["conversation"])


def counts(db: Session) -> dict[str, int]:
    """How many rows are due, dead and unrouted; a sort without any is left out."""
    return {row["state"]: int(row["number"]) for row in db.run("outbox_counts") if row["number"]}


def purge(db: Session, now: datetime) -> int:
    """Forget what was sent long ago; how many rows."""
    db.run("sent_refs_purge", before=stamp(now - timedelta(days=REF_DAYS)))
    return len(db.run("outbox_purge", before=stamp(now - timedelta(days=SENT_DAYS))))


# For other processes ---------------------------------------------------------------------------------------


def packed(item: OutboxItem) -> bytes:
    """A row that was posted, to be brought to the process that sends (JSON)."""
    return to_json(item)


def unpacked(vault: Vault, call: str) -> list[OutboxItem]:
    """The rows that another process `packed` and called out; none where they cannot be read."""
    try:
        return [OutboxItem(**{**thing, "until": _moment(thing["until"])}) for thing in calls.read(vault, call)]
    except (TypeError, KeyError, ValueError):
        return []  # of another version of this program


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


# For what stands beside it --------------------------------------------------------------------------------


def put(
    db: Session,
    channel: str,
    peer: str,
    lane: bytes,
    body: dict[str, Any],
    now: datetime,
    *,
    slot: str,
    due_at: datetime | None,
    origin: Origin,
    state: str = "due",
    behind: int | None = None,
) -> OutboxItem:
    """Put a row into the outbox, in whatever state, for a lane that is known. `behind` as in `post`."""
    key = _new_id(db, now)
    beside = slot or (f"case:{origin.case}" if origin.case else "")
    shown = db.one("slots_get", lane=lane, slot=beside) if beside else None
    moment = stamp(now)
    values = {
        "id": key,
        "lane": lane,
        "channel": channel,
        "peer": db.vault.seal_text("outbox", key, "peer", peer),
        # A plain dict: what is derived from one takes the writer of JSON half as long again.
        "body": db.vault.seal_json("outbox", key, "body", {**body}),
        "slot": slot,
        "state": state,
        "due_at": stamp(due_at) if due_at else moment,
        "event": origin.event,
        "purpose": origin.purpose,
        "case_id": origin.case,
        "unit": origin.unit,
        "kind": origin.kind,
        "tried": " ".join(origin.tried),
        "answers": int(origin.answers),
        "officer": origin.officer,
        "posted_at": moment,
    }
    until: datetime | None = None
    if behind is not None:
        seq = db.added("outbox_add", values)
    else:
        row = db.one("outbox_add", **values)
        assert row is not None
        seq, behind, until = row["seq"], row["behind"] or 0, _until(row)
    assert seq is not None
    return OutboxItem(
        id=seq,
        channel=channel,
        peer=peer,
        lane=lane.hex(),
        body=body,
        slot=slot,
        sent_ref_of_slot=shown["ref"] if shown else "",
        purpose=origin.purpose,
        case=origin.case,
        until=until,
        behind=behind,
    )


def park(db: Session, body: dict[str, Any], now: datetime, slot: str, origin: Origin) -> None:
    """Keep a notice for which there is nobody."""
    nowhere = lane_of(db, "", "")
    put(db, "", "", nowhere, body, now, slot=slot, due_at=None, origin=origin, state="unrouted")


def showing(db: Session, slot: str, case: str) -> list[tuple[str, str, bytes]]:
    """Chats in which a slot of a case is shown or about to be, except those that are gone."""
    found: dict[bytes, tuple[str, str, bytes]] = {}
    for row in db.run("outbox_slot_lanes", slot=slot, case_id=case):
        lane = bytes(row["lane"])
        if lane not in found:
            found[lane] = (row["channel"], peer_of(db, row), lane)
    return list(found.values())


def origin_of(row: Row) -> Origin:
    """Where the message of a row comes from."""
    tried = tuple(row["tried"].split())
    answers = bool(row["answers"])
    about = (row["case_id"], row["unit"], row["kind"])
    return Origin(row["purpose"], row["event"], *about, tried, answers, row["officer"])


def peer_of(db: Session, row: Row) -> str:
    """The chat of a row, in the channel's own form."""
    return db.vault.open_text("outbox", row["id"], "peer", row["peer"])


def words_of(db: Session, row: Row) -> dict[str, Any]:
    """The Outgoing of a row, opened."""
    body: dict[str, Any] = db.vault.open_json("outbox", row["id"], "body", row["body"])
    return body


def item(db: Session, row: Row) -> OutboxItem:
    """A row as it is handed to the courier."""
    return OutboxItem(
        id=row["seq"],
        channel=row["channel"],
        peer=peer_of(db, row),
        lane=bytes(row["lane"]).hex(),
        body=words_of(db, row),
        slot=row["slot"],
        tries=row["tries"],
        sent_ref_of_slot=row["ref"] or "",
        purpose=row["purpose"],
        case=row["case_id"],
        until=_until(row),
    )


def _is_gathered(
    db: Session, to: staff.Route, origin: Origin, now: datetime, *, edit: bool, herald: Herald | None
) -> bool:
    place = gatherings.place(to.unit, origin.kind, private=bool(to.officer))
    if herald is not None:
        return not gatherings.shows(db, place, origin.case, herald, now)
    return edit and gatherings.without_card(db, place, origin.case)


def _new_id(db: Session, now: datetime) -> str:
    """Ids in the order of time: a new one goes to the end of its index, not to any of ten thousand pages."""
    return f"{int(now.timestamp() * 1000):012x}{db.vault.random()[:6].hex()}"


def _until(row: Row) -> datetime | None:
    return unstamp(row["open_until"]) if row["open_until"] else None


def _told(text: str) -> str:
    """Words as they are compared: spaces may differ, and a channel may write commands with another sign."""
    return " ".join(text.split()).replace("#", "/")


def _ref_key(db: Session, channel: str, ref: str) -> bytes:
    return db.vault.look_up("sent-ref", channel, ref)
