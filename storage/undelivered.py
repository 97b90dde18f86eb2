"""News that could not be delivered: kept until its person writes again, shown to staff until then."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, time, timedelta
from typing import Final

from cases.dates import VIETNAM, local_day, stamp
from storage import outbox
from storage.conversations import lane as lane_of
from storage.outbox import Origin, OutboxItem
from storage.session import Session

TEMPLATE: Final = "news"
TEMPLATE_FIELD: Final = "ma_don"
"""What the approved message is called in the config, and the one thing that fills it: the tracking code."""
LATE: Final = timedelta(hours=1)
KNOCK_AGAIN: Final = timedelta(days=7)
LIMIT: Final = 50


def hold(db: Session, id: int, code: str, now: datetime) -> None:
    """A chat is closed to us. News of a case waits for its person, and its staff are told; an answer that is too
    late to be one is let go."""
    row = db.one("outbox_get", seq=id)
    if row is None:
        return
    known = db.one("windows_get", lane=bytes(row["lane"]))
    if code == "window" and known is not None and known["open_until"] > stamp(now):
        # The person wrote while the message was on its way: it goes out after all.
        db.run("outbox_again", seq=id, now=stamp(now))
    elif row["purpose"] in outbox.TO_SENDER:
        db.run("outbox_held", seq=id, code=code)
        if row["purpose"] == "tell":
            outbox.not_told(db, row["case_id"], now, answer=bool(row["answers"]))
    else:
        outbox.dead(db, id, code, now)


def note_late(db: Session, now: datetime) -> None:
    """News of a case that its channel has not taken for an hour is no answer either, and its staff are told; it still
    goes out as soon as the channel takes it."""
    for row in db.run("outbox_late", before=stamp(now - LATE)):
        outbox.not_told(db, row["case_id"], now, answer=bool(row["answers"]))


def count(db: Session, case: str) -> int:
    """How much news of a case waits for its person."""
    row = db.one("outbox_undelivered", case_id=case)
    return int(row["number"]) if row else 0


def cases_waiting(db: Session, units: Sequence[str], limit: int = LIMIT) -> list[str]:
    """Cases of exactly these units whose news waits, the longest first."""
    if not units:
        return []
    return [row["case_id"] for row in db.run("outbox_undelivered_cases", units=list(units), limit=limit)]


def may_knock(db: Session, case: str, budgets: Mapping[str, int], now: datetime) -> bool:
    """Whether a paid message may ask the sender of a case to write again: on this channel, within this month's
    budget, and not asked already within a week."""
    to = _chat(db, case)
    if to is None:
        return False
    channel, peer = to
    month = stamp(datetime.combine(local_day(now).replace(day=1), time(), VIETNAM))
    used = db.one("outbox_knocks", since=month)
    if budgets.get(channel, 0) <= (int(used["number"]) if used else 0):
        return False
    lane = lane_of(db, channel, peer)
    return db.one("outbox_knock_waits", lane=lane, since=stamp(now - KNOCK_AGAIN)) is None


def knock(db: Session, case: str, budgets: Mapping[str, int], now: datetime, at: datetime) -> OutboxItem | None:
    """Post the paid message; None where it may not be."""
    row, to = db.one("cases_by_id", id=case), _chat(db, case)
    if row is None or to is None or not may_knock(db, case, budgets, now):
        return None
    channel, peer = to
    body = {"text": "", "template": TEMPLATE, "fields": [[TEMPLATE_FIELD, row["code"]]]}
    return outbox.post(db, channel, peer, body, now, due_at=at, origin=Origin("knock", case=case))


def _chat(db: Session, case: str) -> tuple[str, str] | None:
    """Where what waits for the sender of a case would go."""
    for row in db.run("outbox_held_of_case", case_id=case):
        return row["channel"], db.vault.open_text("outbox", row["id"], "peer", row["peer"])
    return None
