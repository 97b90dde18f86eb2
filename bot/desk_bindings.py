"""The committee's desk, bound to the running transaction: clocks, the search, surveys, reception days."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Final

from bot.house import House
from bot.law import Law
from bot.views import case_view
from cases.calendar import Calendar
from cases.dates import local_day
from cases.deadlines import rule_of
from cases.receptiondays import next_days
from cases.reminding import days_left
from handlers.ports_staff import BookingView, ClockView, Found
from storage import bookings, cases, clocks, reminders, search, surveys
from storage.bookings import Booking
from storage.clocks import ClockRow
from storage.conversations import Conversation
from storage.session import Session

FOUND_LIMIT: Final = 30
SCANNED: Final = 1_000
"""So many letters are opened and read for one `/tim`."""


class BoundDesk:
    """Implements `ports_staff.Desk` for one event."""

    __slots__ = ("_conversation", "_db", "_house", "_now")

    def __init__(self, db: Session, house: House, conversation: Conversation, now: datetime) -> None:
        self._db = db
        self._house = house
        self._conversation = conversation
        self._now = now

    def clocks(self, case: str) -> Sequence[ClockView]:
        """The time limits of a case, the oldest first."""
        law, today = self._house.laws.of(self._db), local_day(self._now)
        return [_clock(row, law, today) for row in clocks.of_case(self._db, case) if row.state != "void"]

    def search(self, units: Sequence[str], kinds: Collection[str], text: str) -> Found:
        """By the exact name or number of a sender first; then by words, through the newest letters."""
        codes = self._house.units.below(units)
        found = {}
        for case in cases.of_person(self._db, text):
            row = cases.by_id(self._db, case)
            if row is not None and row.unit in codes and row.kind in kinds:
                found[row.id] = row
        scan = search.by_words(self._db, codes, kinds, text, people=True, limit=SCANNED)
        found.update({row.id: row for row in scan.found if row.id not in found})
        return Found([case_view(row) for row in found.values()][:FOUND_LIMIT], not scan.more)

    def survey(self, case: str) -> str | None:
        """What the sender thinks of the last outcome."""
        asked = surveys.of_case(self._db, case)
        return asked[0].answer if asked else None

    def unsatisfied(self, case: str) -> int:
        """How often the sender of a case was not satisfied."""
        return sum(each.answer == "unsatisfied" for each in surveys.of_case(self._db, case))

    def undelivered(self, case: str) -> bool:
        """Whether news of a case reached no chat of its resident."""
        return any(each.id == case for each in reminders.undelivered(self._db))

    def reception_days(self, unit: str) -> Sequence[date]:
        """The next days on which a unit receives people."""
        return next_days(self._house.receptions.get(unit, ""), local_day(self._now), self._calendar)

    def bookings(self, unit: str, on: date) -> Sequence[BookingView]:
        """The places taken on a reception day, in order."""
        return [_booking(each) for each in bookings.of_day(self._db, unit, on)]

    def my_bookings(self) -> Sequence[BookingView]:
        """The places that the person of this event holds, from today on."""
        held = bookings.of_owner(self._db, self._conversation.owner, local_day(self._now))
        return [_booking(each) for each in held]

    def templates(self) -> Sequence[tuple[str, str]]:
        """Ready sentences that the committee wrote."""
        return self._house.templates

    @property
    def _calendar(self) -> Calendar:
        return self._house.laws.of(self._db).calendar


def _clock(row: ClockRow, law: Law, today: date) -> ClockView:
    rule = rule_of(row.rule, row.started_on, law.rules)
    left = rule.extend_times - row.extended if rule is not None else 0
    return ClockView(
        id=row.id,
        rule=row.rule,
        whose=row.whose,
        article=rule.article if rule is not None else "",
        started_on=row.started_on,
        due_on=row.due_on,
        days_left=days_left(law.calendar, today, row.due_on),
        state=row.state,
        stopped_on=row.stopped_on,
        extend_days=rule.extend if rule is not None and left > 0 else 0,
        extend_article=rule.extend_article if rule is not None else "",
        stop_article=rule.stop_article if rule is not None and rule.may_stop(today) else "",
    )


def _booking(row: Booking) -> BookingView:
    return BookingView(
        row.id,
        row.unit,
        row.on,
        row.number,
        row.about.get("name", ""),
        row.about.get("contact", ""),
        row.about.get("about", ""),
    )
