"""What staff were reminded of, and what a digest has to tell: all of it read from the store, so a restart forgets
nothing and tells nothing twice."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final

from cases.dates import stamp, unstamp
from cases.records import record
from storage.session import Row, Session

BATCH: Final = 400
TO_TELL: Final = 2
"""A point that is noted and not told yet."""


@record(frozen=True, slots=True)
class Brief:
    """A case in a digest: facts that a staff chat may see."""

    id: str
    code: str
    unit: str
    kind: str
    officer: str
    apart: bool = False
    """A denunciation taken out of a mixed letter: no group is told of it."""


@record(frozen=True, slots=True)
class Noted:
    """A point of a clock that is to be told. `whose` and `rule` are the clock's, `due_on` its last day."""

    case: Brief
    whose: str
    rule: str
    due_on: date
    point: str


@record(frozen=True, slots=True)
class OpenBrief:
    """A case without an outcome. `awaits`: an answer of its sender is waited for."""

    case: Brief
    received_on: date
    changed_at: datetime
    awaits: bool


def untold(db: Session, due_on: date, whose: str, point: str) -> list[str]:
    """Clocks that end on this day and of which this point was not told."""
    return [row["id"] for row in db.run("reminders_untold", due_on=due_on.isoformat(), whose=whose, point=point)]


def note(db: Session, ids: Sequence[str], due_on: date, passed: Sequence[str], point: str, now: datetime) -> None:
    """Note of these clocks that a point is to be told, and that those before it never are."""
    for name in (*passed, point):
        told = TO_TELL if name == point else 0
        db.run("reminders_note", ids=list(ids), due_on=due_on.isoformat(), point=name, told=told, at=stamp(now))


def noted(db: Session) -> list[Noted]:
    """What is to be told, of clocks that still run as they did."""
    return [
        Noted(_brief(row), row["whose"], row["rule"], date.fromisoformat(row["due_on"]), row["point"])
        for row in db.run("reminders_noted")
    ]


def tell(db: Session, now: datetime) -> bool:
    """All that was noted is told; whether there was anything."""
    if db.one("reminders_to_tell") is None:
        return False
    db.run("reminders_tell", at=stamp(now))
    return True


def first_digest(db: Session, day: date, target: str, now: datetime) -> bool:
    """Whether this is the first digest of that day for somebody; it is noted."""
    return db.one("digests_add", on_day=day.isoformat(), target=target, at=stamp(now)) is not None


def digested(db: Session, day: date) -> set[str]:
    """Who had a digest that day."""
    return {row["target"] for row in db.run("digests_of", on_day=day.isoformat())}


def open_cases(db: Session) -> list[OpenBrief]:
    """Every case without an outcome, the oldest first."""
    found = [
        OpenBrief(
            _brief(row), date.fromisoformat(row["received_on"]), unstamp(row["changed_at"]), bool(row["awaits_since"])
        )
        for row in db.run("digest_open")
    ]
    # not by the database: it would go through all letters in the order of their days instead of those that are open
    return sorted(found, key=lambda each: (each.received_on, each.case.id))


def briefs(db: Session, ids: Sequence[str]) -> dict[str, Brief]:
    """Some cases by their ids."""
    found: dict[str, Brief] = {}
    for start in range(0, len(ids), BATCH):
        for row in db.run("digest_cases", ids=list(ids[start : start + BATCH])):
            found[row["id"]] = _brief(row)
    return found


def undelivered(db: Session) -> list[Brief]:
    """Cases whose resident was not reached and has not been called."""
    return [_brief(row) for row in db.run("digest_held")]


def called(db: Session, case: str) -> bool:
    """Somebody has called the resident of a case; whether there was anything to call about."""
    return bool(db.run("digest_called", case_id=case))


def rooms_gone(db: Session) -> list[str]:
    """Units of staff chats that cannot be written to."""
    return [row["unit"] for row in db.run("digest_rooms_gone")]


def awaits(db: Session, case: str, resident: bool, now: datetime) -> None:
    """It is the resident's turn to say something about a case, or no longer."""
    db.run("cases_await", id=case, at=stamp(now) if resident else "")


def _brief(row: Row) -> Brief:
    apart = row["kind"] == "to_cao" and bool(row["parent"])
    return Brief(row["id"], row["code"], row["unit"], row["kind"], row["officer"], apart)
