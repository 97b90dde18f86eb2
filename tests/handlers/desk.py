"""The committee's desk of the in-memory town: clocks, surveys, bookings, search, by the law's own rules."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from cases.calendar import Calendar
from cases.dates import local_day
from cases.deadlines import due, first, rule_of
from cases.kinds import OPEN_STATUSES
from cases.receptiondays import next_days
from cases.reminding import days_left
from handlers.effects import MoveCase
from handlers.effects_staff import (
    Await,
    Book,
    Called,
    CancelBooking,
    ChangeClock,
    GiveReason,
    Rate,
    StaffEffect,
    StartClocks,
)
from handlers.ports import CaseView
from handlers.ports_staff import BookingView, ClockView, Found
from handlers.survey import ASKED_AFTER, question

CALENDAR = Calendar()


@dataclass
class TownDesk:
    """Implements `ports_staff.Desk` in memory, for everybody at once."""

    town: Any
    surveys: dict[str, list[str]] = field(default_factory=dict)
    booked: list[tuple[str, BookingView]] = field(default_factory=list)
    ready: tuple[tuple[str, str], ...] = ()
    noted: list[StaffEffect] = field(default_factory=list)
    owner: str = ""
    untold: set[str] = field(default_factory=set)
    changes: dict[str, dict[str, Any]] = field(default_factory=dict)

    def clocks(self, case: str) -> Sequence[ClockView]:
        view = self.town.cases[case].view
        today = local_day(self.town.now)
        if view.status in OPEN_STATUSES:
            found = first(view.kind, view.received_on, anonymous=view.anonymous, calendar=CALENDAR)
            made = [(found.rule, "front", found.article, view.received_on, found.on)]
        elif view.status == "forwarded":
            made = [
                (each.rule, each.whose, each.article, view.outcome_on, each.due)
                for each in due(view.kind, "forwarded", view.outcome_on, anonymous=view.anonymous, calendar=CALENDAR)
            ]
        else:
            made = []
        return [self._clock(case, today, *each) for each in made]

    def _clock(self, case: str, today: date, rule: str, whose: str, article: str, start: date, end: date) -> ClockView:
        known = rule_of(rule, start)
        assert known is not None
        clock = ClockView(
            f"{case}:{rule}",
            rule,
            whose,
            article,
            start,
            end,
            days_left(CALENDAR, today, end),
            "open",
            extend_days=known.extend,
            extend_article=known.extend_article,
            stop_article=known.stop_article,
        )
        return replace(clock, **self.changes.get(clock.id, {}))

    def search(self, units: Sequence[str], kinds: Any, text: str) -> Found:
        from cases.fold import fold

        found = []
        for filed in self.town.cases.values():
            people = {value for p in filed.persons for value in (p.name, p.contact)}
            words = fold(f"{filed.letter.content} {filed.letter.place}")
            if filed.view.kind in kinds and (text in people or all(w in words for w in fold(text).split())):
                found.append(filed.view)
        return Found(found)

    def survey(self, case: str) -> str | None:
        return self.surveys[case][-1] if case in self.surveys else None

    def unsatisfied(self, case: str) -> int:
        return self.surveys.get(case, []).count("unsatisfied")

    def undelivered(self, case: str) -> bool:
        return case in self.untold

    def reception_days(self, unit: str) -> Sequence[date]:
        return next_days(self.town.receptions.get(unit, ""), local_day(self.town.now), CALENDAR)

    def bookings(self, unit: str, on: date) -> Sequence[BookingView]:
        return [b for _, b in self.booked if (b.unit, b.on) == (unit, on)]

    def my_bookings(self) -> Sequence[BookingView]:
        return [b for owner, b in self.booked if owner == self.owner]

    def templates(self) -> Sequence[tuple[str, str]]:
        return self.ready

    # Effects -----------------------------------------------------------------------------------------------

    def apply(self, effect: StaffEffect) -> None:
        match effect:
            case Await(case, resident):
                filed = self.town.cases[case]
                filed.view = replace(filed.view, waits_since=local_day(self.town.now) if resident else None)
            case Rate(case, answer):
                self.surveys[case][-1] = answer
            case Book(booking, unit, on, about):
                day = date.fromisoformat(on)
                number = len(self.bookings(unit, day)) + 1
                self.booked.append((self.owner, BookingView(booking, unit, day, number, **dict(about))))
            case CancelBooking(booking):
                self.booked = [each for each in self.booked if each[1].id != booking]
            case Called(case):
                self.untold.discard(case)
            case ChangeClock() | StartClocks() | GiveReason():
                self.noted.append(effect)
            case _:
                self.noted.append(effect)

    def moved(self, effect: MoveCase, tell: Callable[[CaseView, Any], None], words: Any) -> None:
        """What follows a move: a case that is over is asked about, once for each outcome."""
        filed = self.town.cases[effect.case]
        if effect.status and effect.status not in OPEN_STATUSES:
            filed.view = replace(filed.view, waits_since=None)
        if effect.what in ASKED_AFTER and effect.status == effect.what:
            if not filed.home[0]:
                return
            self.surveys.setdefault(effect.case, []).append("")
            tell(filed.view, question(words, filed.view))
