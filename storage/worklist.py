"""The work list: how many open cases there are in each group, and one page of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from cases.records import record
from storage.cases import CaseRow, row_of
from storage.session import Session

PAGE: Final = 50
ANYBODY: Final = "*"
_FIRST, _LAST = "0000-00-00", "9999-99-99"


@record(frozen=True, slots=True)
class Counts:
    """Open cases of some units, by group."""

    waiting: int
    overdue: int
    today: int
    free: int
    mine: int


def counts(db: Session, units: Sequence[str], officer: str, today: date) -> Counts:
    """How many open cases of exactly these units there are, without those that this officer may not know of."""
    row = db.one("worklist_counts", units=list(units), officer=officer, today=today.isoformat()) if units else None
    if row is None:
        return Counts(0, 0, 0, 0, 0)
    barred = db.run("worklist_barred", units=list(units), me=officer)
    day = today.isoformat()
    return Counts(
        row["waiting"] - len(barred),
        row["overdue"] - sum(each["due_on"] < day for each in barred),
        row["today"] - sum(each["due_on"] == day for each in barred),
        row["free"] - sum(not each["officer"] for each in barred),
        row["mine"] - sum(each["officer"] == officer for each in barred),
    )


def page(
    db: Session,
    units: Sequence[str],
    *,
    me: str = "",
    officer: str = ANYBODY,
    since: date | None = None,
    until: date | None = None,
    skip: int = 0,
    limit: int = PAGE,
) -> list[CaseRow]:
    """Open cases of exactly these units with a date between two days, earliest first; `officer` narrows to theirs,
    "" to nobody's. What `me` is in themselves is left out."""
    if not units:
        return []
    rows = db.run(
        "worklist_page",
        units=list(units),
        me=me,
        officer=officer,
        since=since.isoformat() if since else _FIRST,
        until=until.isoformat() if until else _LAST,
        skip=skip,
        limit=limit,
    )
    return [row_of(db, row) for row in rows]


def done(db: Session, units: Sequence[str], *, me: str = "", skip: int = 0, limit: int = PAGE) -> list[CaseRow]:
    """Cases of exactly these units that have an outcome, newest first; without those that `me` is in themselves."""
    if not units:
        return []
    return [row_of(db, row) for row in db.run("worklist_done", units=list(units), me=me, skip=skip, limit=limit)]


def newest_change(db: Session) -> int:
    """A number that rises with every change and every opening of any case."""
    row = db.one("worklist_changes")
    return int(row["newest"]) if row else 0


def changes_of(db: Session, case: str) -> int:
    """How often a case was changed; being looked at is no change."""
    row = db.one("worklist_changes_of", case_id=case)
    return int(row["changes"]) if row else 0
