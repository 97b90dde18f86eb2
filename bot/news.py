"""What is told of a period: the report that nobody asked for, and the rehearsal of one that is about to end."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from bot.bodies import body_of
from bot.house import House
from bot.reports.report import Committee, build, paragraph
from bot.reports.sentences import LeadingZero, short_period
from cases.dates import local
from cases.periods import Period
from cases.rehearsal import lacking
from cases.sums import below
from handlers.messages import Outgoing
from handlers.staff_report import files
from handlers.staff_words import STAFF_LANGUAGE
from storage import counts as stored
from storage import details, outbox
from storage.outbox import OutboxItem
from storage.session import Session

CODES_SHOWN: Final = 10


class Teller:
    """Posts it to the admins of a unit; `posted` is what was."""

    def __init__(
        self, db: Session, house: House, committees: Sequence[Committee], leading_zero: LeadingZero, now: datetime
    ) -> None:
        self.posted: list[OutboxItem] = []
        self._db = db
        self._house = house
        self._committees = list(committees)
        self._leading_zero = leading_zero
        self._now = now

    def report(self, unit: str, admins: Sequence[str], period: Period) -> None:
        """The paragraph, the chart and the workbook of a period that is over."""
        try:
            said = paragraph(
                self._db,
                self._committees,
                unit,
                period.name,
                period.calendar,
                self._house.words,
                today=local(self._now).date(),
                leading_zero=self._leading_zero,
            )
        except ValueError as error:
            self._post(admins, Outgoing(self._say("announce-failed", unit=unit, reason=self._say(str(error)))))
            return
        self._post(admins, Outgoing(self._say("announce-report", said=said), attachments=files(unit, period)))

    def rehearsal(self, unit: str, admins: Sequence[str], period: Period) -> None:
        """What would make the report of a period wrong if it ended now; codes alone."""
        db, today = self._db, local(self._now).date()
        report = build(db, self._committees, unit, period, self._now)
        inside = frozenset(each.code for each in below(report.counts.units, unit))
        first, last = period.first.isoformat(), period.last.isoformat()
        named = {code for code, told in details.details(db, first, last).items() if told.authority}
        found = lacking(stored.rows(db, first, last), period, inside, today, named)
        lines = [
            self._line(self._say(f"check-{check.rule}"), (*check.where, *check.cases)) for check in report.counts.failed
        ]
        lines += [self._line(self._say(f"announce-lack-{lack}"), codes) for lack, codes in found.items()]
        name = short_period(period, self._house.words, STAFF_LANGUAGE)
        head = self._say("announce-rehearsal", unit=report.unit.name, period=name, last=f"{period.last:%d/%m/%Y}")
        self._post(admins, Outgoing("\n".join([head, *(lines or [self._say("announce-nothing")])])))

    def _line(self, title: str, codes: Sequence[str]) -> str:
        shown = self._say("report-comma").join(codes[:CODES_SHOWN])
        more = len(codes) - CODES_SHOWN
        if more > 0:
            shown = self._say("report-failed-more", cases=shown, count=more)
        return self._say("announce-line", title=title, count=len(codes), codes=shown)

    def _post(self, admins: Sequence[str], out: Outgoing) -> None:
        for admin in admins:
            item = outbox.to_officer(self._db, admin, body_of(out), self._now, self._house.reach)
            self.posted += [item] if item is not None else []

    def _say(self, key: str, **arguments: str | int) -> str:
        return self._house.words.say(key, STAFF_LANGUAGE, **arguments)
