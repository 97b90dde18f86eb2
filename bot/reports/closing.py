"""Closing a period that was printed, opening it again, and what changed in it since."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Literal

from bot.reports.report import Committee, ReportError, build, lives_of
from cases.closing import letters
from cases.dates import local_day
from cases.periods import Period
from storage import closings
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
    by: str = closings.BY,
) -> Done:
    """Close a period of a unit, or, with a reason, open a closed one again; `by` is who does. Raises ReportError.

    Only a period that is over and whose figures are proven by a walk over its letters can be closed, and only once.
    """
    tree = list(committees)
    report = build(db, tree, unit, period, now, recount=True)
    there = closings.of_period(db, report.unit.code, period)
    if reason:
        if there is None:
            raise ReportError("close-not-closed", period.name)
        closings.reopen(db, there.id, reason, now, by)
        return "reopened"
    if there is not None:
        raise ReportError("close-twice", period.name)
    if period.last >= local_day(now):
        raise ReportError("close-running", period.name)
    if report.counts.failed:
        raise ReportError("close-unproven", period.name)
    told = letters(lives_of(db, tree, report.unit.code, period), period)
    closings.close(db, report.unit.code, period, told, report.seal, now, by)
    return "closed"
