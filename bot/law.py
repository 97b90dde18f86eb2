"""The law as this house counts it: the rules with the committee's own settings, the calendar with its own days off."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from cases.calendar import Calendar, Override
from cases.chasing import reply_due
from cases.deadlines import Rule, first, load_rules
from cases.records import record
from handlers import ports
from storage import days
from storage.session import Session

if TYPE_CHECKING:
    from bot.settings import Settings

REPLY_RULE: Final = "kien-nghi-reply"
NAME_CHARS: Final = 16


@record(frozen=True, slots=True)
class Law:
    """A calendar and the rules. `name` differs wherever a date could come out otherwise."""

    calendar: Calendar
    rules: tuple[Rule, ...]
    name: str


class Laws:
    """The law of each version of the database's days off; the one last asked for is kept at hand."""

    def __init__(self, *, culture_day: bool | None = None, reply_days: int | None = None) -> None:
        self._culture_day = culture_day
        self.rules = load_rules({REPLY_RULE: reply_days} if reply_days else None)
        self._last: tuple[int, Law] | None = None

    def of(self, db: Session) -> Law:
        """The law by the days off that this transaction sees."""
        version = days.version(db)
        if self._last is None or self._last[0] != version:
            self._last = (version, self.made_of(_overrides(db)))
        return self._last[1]

    def made_of(self, overrides: Sequence[Override]) -> Law:
        """The law with these days off and worked on top of the public ones."""
        calendar = Calendar(overrides, culture_day=self._culture_day)
        return Law(calendar, self.rules, _name(calendar, self.rules))


def laws_of(settings: Settings) -> Laws:
    """The law by the settings of a house; the days off come from its database."""
    return Laws(culture_day=settings.calendar.culture_day, reply_days=settings.calendar.reply_days)


class BoundDeadlines:
    """Implements `ports.Deadlines` by the days off of one transaction, as they are when first asked for."""

    __slots__ = ("_db", "_laws", "_seen")

    def __init__(self, db: Session, laws: Laws) -> None:
        self._db = db
        self._laws = laws
        self._seen: Law | None = None

    def first(self, kind: str, received_on: date, *, anonymous: bool) -> ports.Due:
        """When the committee must have acted on a letter received that day."""
        law = self._law()
        found = first(kind, received_on, anonymous=anonymous, calendar=law.calendar, rules=law.rules)
        return ports.Due(found.on, found.rule, found.article)

    def reply(self, kind: str, sent_on: date, *, anonymous: bool) -> ports.Due | None:
        """Until when an authority owes an answer to what it was sent that day."""
        law = self._law()
        found = reply_due(kind, sent_on, anonymous=anonymous, calendar=law.calendar, rules=law.rules)
        return ports.Due(found.on, found.rule, found.article) if found is not None else None

    def working_from(self, day: date) -> date:
        """That day if it is worked, else the next that is."""
        return self._law().calendar.working_day_from(day)

    def _law(self) -> Law:
        if self._seen is None:
            self._seen = self._laws.of(self._db)
        return self._seen


def _overrides(db: Session) -> list[Override]:
    rows = days.declared(db)
    return [
        Override(date.fromisoformat(row.day), "work" if row.effect == "work" else "off", row.reason, row.source)
        for row in rows
    ]


def _name(calendar: Calendar, rules: Sequence[Rule]) -> str:
    parts = [calendar.fingerprint(), *(f"{rule.rule} {rule.valid_from} {rule.n} {rule.unit}" for rule in rules)]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:NAME_CHARS]
