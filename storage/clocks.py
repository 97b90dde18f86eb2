"""The time limits that run for cases: kept as they were counted, so that a change of the calendar can be told."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from secrets import token_hex
from typing import Final

from cases.records import record
from storage.session import Row, Session

PAGE: Final = 500


@record(frozen=True, slots=True)
class ClockRow:
    """One time limit of one case. `state` is open, met or void; `stopped_on` since when it stands still."""

    id: str
    case: str
    rule: str
    whose: str
    kind: str
    facts: Mapping[str, bool | int]
    started_on: date
    due_on: date
    added: int
    extended: int
    stopped_on: date | None
    stopped: int
    state: str
    met_on: date | None


def start(
    db: Session,
    case: str,
    rule: str,
    whose: str,
    kind: str,
    started_on: date,
    due_on: date,
    facts: Mapping[str, bool | int],
) -> None:
    """A time limit begins to run; one that runs or was met already stays as it is."""
    db.run(
        "clocks_add",
        id=token_hex(12),
        case_id=case,
        rule=rule,
        whose=whose,
        kind=kind,
        facts=json.dumps(dict(facts), sort_keys=True),
        started_on=started_on.isoformat(),
        due_on=due_on.isoformat(),
    )


def of_case(db: Session, case: str) -> list[ClockRow]:
    """Every clock of a case, the oldest first."""
    return [_clock(row) for row in db.run("clocks_of", case_id=case)]


def running(db: Session, after: str = "", limit: int = PAGE) -> list[ClockRow]:
    """Clocks that run, by id from `after` on: read page by page until one is empty."""
    return [_clock(row) for row in db.run("clocks_open", after=after, limit=limit)]


def near(db: Session, by: date) -> list[ClockRow]:
    """Clocks that run, do not stand still, and end by that day, the earliest first."""
    return [_clock(row) for row in db.run("clocks_near", by=by.isoformat())]


def ends(db: Session, by: date) -> list[tuple[date, str]]:
    """The days up to this one on which clocks end that run, and whose they are."""
    return [(date.fromisoformat(row["due_on"]), row["whose"]) for row in db.run("clocks_ends", by=by.isoformat())]


def end(db: Session, clock: str, state: str, on: date) -> None:
    """A clock was met, or is void: its case went another way."""
    db.run("clocks_end", id=clock, state=state, on=on.isoformat())


def change(
    db: Session, clock: str, due_on: date, *, added: int, extended: int, stopped_on: date | None, stopped: int
) -> None:
    """A clock ends on another day."""
    db.run(
        "clocks_change",
        id=clock,
        due_on=due_on.isoformat(),
        added=added,
        extended=extended,
        stopped_on=stopped_on.isoformat() if stopped_on else "",
        stopped=stopped,
    )


def set_own_date(db: Session, case: str, due_on: date, rule: str) -> None:
    """The date by which the committee itself must act, as lists and cards show it."""
    db.run("clocks_case_due", id=case, due_on=due_on.isoformat(), due_rule=rule)


def set_reply_date(db: Session, case: str, due_on: date, rule: str) -> None:
    """The date by which the authority owes its answer, as lists and cards show it."""
    db.run("clocks_case_reply", id=case, due_on=due_on.isoformat(), rule=rule)


def without(db: Session, after: str = "", limit: int = PAGE) -> list[str]:
    """Ids of cases that should have a clock and have none, by id from `after` on."""
    return [row["id"] for row in db.run("clocks_missing", after=after, limit=limit)]


def _clock(row: Row) -> ClockRow:
    return ClockRow(
        id=row["id"],
        case=row["case_id"],
        rule=row["rule"],
        whose=row["whose"],
        kind=row["kind"],
        facts=json.loads(row["facts"]),
        started_on=date.fromisoformat(row["started_on"]),
        due_on=date.fromisoformat(row["due_on"]),
        added=row["added"],
        extended=row["extended"],
        stopped_on=_day(row["stopped_on"]),
        stopped=row["stopped"],
        state=row["state"],
        met_on=_day(row["met_on"]),
    )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
