"""Closing a period that was printed, opening it again, and what changed in it since."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Literal

from bot.reports.report import Committee, ReportError, build, lives_of
from bot.upkeep import count_all, seal_all
from cases.actors import OPERATOR
from cases.closing import letters
from cases.dates import local_day
from cases.periods import Period
from handlers.ports import Officer
from storage import closings
from storage.database import Database
from storage.session import Session

Done = Literal["closed", "reopened"]


def close(
    db: Session,
    committees: Iterable[Committee],
    unit: str,
    period: Period,
    now: datetime,
    *,
    reason: str = "",
    by: Officer | None = None,
) -> Done:
    """Close a period of a unit, or, with a reason, open a closed one again. Raises ReportError.

    Only a period that is over and whose figures are proven by a walk over its letters can be closed, and only once.
    `by`: an admin of the unit or of one above it; nobody: whoever has the machine's command line.
    """
    tree = list(committees)
    if by is not None and not may_close(by, tree, unit):
        raise ReportError("close-not-permitted", unit)
    who = by.id if by is not None else OPERATOR
    report = build(db, tree, unit, period, now, recount=True)
    there = closings.of_period(db, report.unit.code, period)
    if reason:
        if there is None:
            raise ReportError("close-not-closed", period.name)
        closings.reopen(db, there.id, reason, now, who)
        return "reopened"
    if there is not None:
        raise ReportError("close-twice", period.name)
    if period.last >= local_day(now):
        raise ReportError("close-running", period.name)
    if report.counts.failed:
        raise ReportError("close-unproven", period.name)
    told = letters(lives_of(db, tree, report.unit.code, period), period)
    closings.close(db, report.unit.code, period, told, report.seal, now, who)
    return "closed"


async def close_now(database: Database, now: datetime, work: Callable[[Session], Done]) -> Done:
    """`close`, as the caller asks for it, on figures and chains of this moment; the closing itself is sealed too.
    Raises ReportError."""
    await count_all(database)
    await seal_all(database, now)
    done = await database.write(work)
    await seal_all(database, now)
    return done


def may_close(officer: Officer, committees: Iterable[Committee], unit: str) -> bool:
    """Whether an officer may close the periods of a unit: an admin of it, or of a unit above it."""
    parents = {each.code: each.parent for each in committees}
    there = unit or next((code for code, parent in parents.items() if not parent), "")
    path = []
    while there in parents and there not in path:
        path.append(there)
        there = parents[there]
    return officer.confirmed and officer.role == "admin" and any(code in path for code in officer.units)
