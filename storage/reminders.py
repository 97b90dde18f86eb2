"""What staff were reminded of, and what a digest has to tell: all of it read from the store, so a restart forgets
nothing and tells nothing twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from cases.dates import stamp, unstamp
from storage.session import Row, Session

BATCH: Final = 400


@dataclass(frozen=True, slots=True)
class Brief:
    """A case in a digest: facts that a staff chat may see."""

    id: str
    code: str
    unit: str
    kind: str
    officer: str
    apart: bool = False
    """A denunciation taken out of a mixed letter: no group is told of it."""


@dataclass(frozen=True, slots=True)
class OpenBrief:
    """A case without an outcome. `awaits`: an answer of its sender is waited for."""

    case: Brief
    received_on: date
    changed_at: datetime
    awaits: bool


def known(db: Session) -> set[tuple[str, str, str]]:
    """Clock, its last day and point of everything that was told of clocks that run."""
    return {(row["clock"], row["due_on"], row["point"]) for row in db.run("reminders_known")}


def add(db: Session, clock: str, due_on: date, point: str, now: datetime, *, told: bool) -> bool:
    """A point was told or passed by; False when it was noted before."""
    row = db.one("reminders_add", clock=clock, due_on=due_on.isoformat(), point=point, told=int(told), at=stamp(now))
    return row is not None


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
