"""Reports that nobody asked for: the morning after a period its report, two working days before its end a rehearsal."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from bot.house import House
from cases.closings import closed_on, rehearsed
from cases.dates import local
from storage import report_news, staff
from storage.outbox import OutboxItem
from storage.session import Session

if TYPE_CHECKING:
    from bot.reports.report import Committee
    from bot.reports.sentences import LeadingZero

LATE_DAYS: Final = 3
"""A program that was down on the morning tells the news so many days later still."""
TOLD_A_PASS: Final = 4
"""About so many reports are counted in one transaction: residents who write meanwhile do not wait for a whole city."""


def pass_over(
    db: Session,
    house: House,
    committees: Sequence[Committee],
    calendar: str,
    leading_zero: LeadingZero,
    morning: time,
    now: datetime,
) -> list[OutboxItem]:
    """Post what is due by now to the admins of each unit, each thing once."""
    here = local(now)
    if here.time() < morning:
        return []
    today = here.date()
    ended = [period for back in range(1, LATE_DAYS + 1) for period in closed_on(today - timedelta(days=back), calendar)]
    ending = rehearsed(today, calendar, house.laws.of(db).calendar)
    if not ended and ending is None:
        return []
    # What counts a report is loaded on the mornings that have one: it is a good part of the program.
    from bot.news import Teller

    teller = Teller(db, house, committees, leading_zero, now)
    told = 0
    for unit, admins in _admins(db, house).items():
        for period in ended:
            if report_news.claim(db, unit, period, "report", now):
                teller.report(unit, admins, period)
                told += 1
        if ending is not None and report_news.claim(db, unit, ending, "rehearsal", now):
            teller.rehearsal(unit, admins, ending)
            told += 1
        if told >= TOLD_A_PASS:
            break
    return teller.posted


def _admins(db: Session, house: House) -> Mapping[str, list[str]]:
    """For each unit that an admin serves, its admins."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in staff.everybody(db):
        if row.role != "admin" or not row.confirmed:
            continue
        for unit in row.units or (house.units.root().code,):
            found[unit].append(row.id)
    return found
