"""Erasing the words of letters whose time is over: who wrote, what about, every file. What was counted stays counted,
and the chain of the case goes on to prove that there was a letter, and who erased it by which rule."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Final, cast

from cases.dates import local_day, stamp, unstamp
from cases.kinds import Kind, Status
from cases.records import record
from cases.retention import Schedule, kept_until
from storage import audit, files, sketches
from storage.errors import NoSuchCase
from storage.session import Session

PAGE_ROWS: Final = 500
_EMPTIED: Final = (
    ("consents", "account", "erasing_consents_of"),
    ("requests", "reason", "requests_of"),
    ("corrections", "reason", "erasing_corrections_of"),
)
"""Rows that stay, with nothing in their sealed column: table, column, and the statement that finds those of a case."""


@record(frozen=True, slots=True)
class Over:
    """An ended letter that was to be kept until a day that has passed."""

    case: str
    code: str
    unit: str
    kind: Kind
    status: Status
    until: date


@record(frozen=True, slots=True)
class Hold:
    """A letter that must not be erased, why, and since when."""

    code: str
    reason: str
    at: datetime


def over(db: Session, schedule: Schedule, today: date) -> Iterator[Over]:
    """Ended letters whose time is over. One that is held, whose sender asked for something that nobody has answered,
    or whose news is still on its way is left for later."""
    after = ""
    while True:
        rows = db.run("erasing_ended", after=after, limit=PAGE_ROWS)
        for row in rows:
            eligible = None if row["eligible"] is None else bool(row["eligible"])
            kind, status = cast("Kind", row["kind"]), cast("Status", row["status"])
            ended_on = row["ended_on"]
            until = kept_until(schedule, kind, status, eligible, date.fromisoformat(ended_on)) if ended_on else None
            if until is not None and until < today:
                yield Over(row["id"], row["code"], row["unit"], kind, status, until)
        if len(rows) < PAGE_ROWS:
            return
        after = rows[-1]["id"]


def erase(db: Session, case: str, rule: str, by: str, now: datetime) -> bool:
    """Erase every word of a case, who sent it and its files; False when they are gone already.

    `rule` names why, and stays readable in the chain. Whatever the program was told of the case before is gone with
    it: entries keep what happened, when and by whom. Its figures stay as they were.
    """
    audit.hold(db, case)
    moment = stamp(now)
    if db.one("erasing_case", id=case, on=local_day(now).isoformat(), at=moment) is None:
        return False
    db.run("erasing_persons", case_id=case)
    for table, column, rows in _EMPTIED:
        for row in db.run(rows, case_id=case):
            empty = db.vault.seal_text(table, row["id"], column, "")
            db.run(f"erasing_{table}", id=row["id"], **{column: empty})
    for row in db.run("erasing_files", case_id=case):
        db.run("erasing_stranded", attachment=row["id"])
        if row["path"]:
            files.throw_away(db, row["path"])
    for name in ("erasing_surveys", "erasing_messages", "erasing_details"):
        db.run(name, case_id=case)
    sketches.forget(db, case)
    audit.append(db, case, "erased", by, now, {"rule": rule})
    return True


def hold(db: Session, case: str, reason: str, by: str, now: datetime) -> bool:
    """Keep a letter though its time may be over; False when it is kept already. Raises NoSuchCase."""
    if db.one("cases_letter", id=case) is None:
        raise NoSuchCase
    sealed = db.vault.seal_text("holds", case, "reason", reason)
    if db.one("holds_add", case_id=case, reason=sealed, at=stamp(now)) is None:
        return False
    audit.append(db, case, "kept", by, now, {"reason": reason})
    return True


def release(db: Session, case: str, by: str, now: datetime) -> bool:
    """Let a letter go when its time is over; False when nothing kept it."""
    if db.one("holds_drop", case_id=case) is None:
        return False
    audit.append(db, case, "kept_no_more", by, now)
    return True


def held(db: Session) -> list[Hold]:
    """Letters that must not be erased, the longest held first."""
    return [
        Hold(row["code"], db.vault.open_text("holds", row["case_id"], "reason", row["reason"]), unstamp(row["at"]))
        for row in db.run("holds_all")
    ]
