"""The working-day calendar of the state: which days count, why, and where a time limit ends."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import Any, Final, Literal, get_args

from cases.publicdays import public_days, version
from cases.records import record
from cases.rulebook import read_rules

Effect = Literal["off", "work"]
Unit = Literal["wd", "cd"]
DayCode = Literal["working", "work_override", "weekend", "holiday", "off_override"]

LONGEST_REST_DAYS: Final = 60
"""So many days off in a row cannot be meant: the overrides are wrong."""

LONGEST_LIMIT_DAYS: Final = 3660
COUNTS_KEPT: Final = 64
_DAY: Final = timedelta(days=1)
_SATURDAY: Final = 5


class CalendarError(ValueError):
    """The calendar cannot answer: its overrides or the question make no sense. `reason` has its sentence."""

    def __init__(self, reason: str, /, **about: str | int) -> None:
        super().__init__(": ".join((reason, ", ".join(f"{name} {value}" for name, value in about.items()))))
        self.reason: Final = reason
        self.about: Final[Mapping[str, str | int]] = about


@record(frozen=True, slots=True)
class Override:
    """A day that differs from the week and the public holidays, and who says so."""

    day: date
    effect: Effect
    reason: str
    source: str = ""
    checked_on: date | None = None


@record(frozen=True, slots=True)
class DayStatus:
    """Whether people work on a day, by which sort of reason, in words, and from which source."""

    day: date
    working: bool
    code: DayCode
    why: str
    source: str = ""


@record(frozen=True, slots=True)
class CountedDay:
    """One day of a count: whether it used up one of the days of the time limit, and why."""

    day: date
    counted: bool
    why: str

    def as_json(self) -> dict[str, str | bool]:
        """The day as the command line prints it."""
        return {"date": self.day.isoformat(), "counted": self.counted, "why": self.why}


@record(frozen=True, slots=True)
class Count:
    """A time limit counted out: the last day of it, and every day on the way from the event."""

    due: date
    days: tuple[CountedDay, ...]


@record(frozen=True, slots=True)
class CalendarRules:
    """What rules/calendar.toml says."""

    overrides: tuple[Override, ...]
    culture_day: Mapping[str, Any]
    official_through: int
    fixed: tuple[str, ...]
    words: Mapping[str, str]


class Calendar:
    """Monday to Friday, less public holidays and substitute days, with the swaps and other overrides on top.

    `overrides` are an administrator's rows: they win over those of the file, a later one over an earlier one
    of the same day. `culture_day` says whether 24 November is a day off; None takes the file's default.
    """

    def __init__(
        self,
        overrides: Iterable[Override] = (),
        *,
        culture_day: bool | None = None,
        rules: CalendarRules | None = None,
    ) -> None:
        self._rules = rules or load_rules()
        self._culture_day = bool(self._rules.culture_day["off"]) if culture_day is None else culture_day
        self._overrides = {override.day: override for override in (*self._rules.overrides, *overrides)}
        self._holidays: dict[int, dict[date, str]] = {}
        # Every letter of a day asks for the same few ends, and each is a walk over its days.
        self._counted = lru_cache(maxsize=COUNTS_KEPT)(self._count)

    def fingerprint(self) -> str:
        """A text that differs wherever a day could be worked here and not there."""
        own = ",".join(f"{day.isoformat()}{row.effect[0]}" for day, row in sorted(self._overrides.items()))
        return f"{own};{self._culture_day};{version()}"

    def status(self, day: date) -> DayStatus:
        """Whether `day` is worked, and why."""
        override = self._overrides.get(day)
        if override is not None:
            working = override.effect == "work"
            code: DayCode = "work_override" if working else "off_override"
            return DayStatus(day, working, code, override.reason, override.source)
        holiday = self._holidays_of(day.year).get(day)
        if holiday is not None:
            return DayStatus(day, False, "holiday", self._hedged(day, holiday))
        if day.weekday() >= _SATURDAY:
            return DayStatus(day, False, "weekend", self._rules.words["weekend"])
        return DayStatus(day, True, "working", self._rules.words["working"])

    def is_working(self, day: date) -> tuple[bool, str]:
        """Whether `day` is worked, and why in words."""
        status = self.status(day)
        return status.working, status.why

    def is_official(self, day: date) -> bool:
        """Whether the days off of that year have all been announced, rather than computed from the law."""
        return day.year <= self._rules.official_through

    def working_day_from(self, day: date) -> date:
        """`day` itself if it is worked, else the first day after it that is."""
        for _ in range(LONGEST_REST_DAYS):
            if self.status(day).working:
                return day
            day += _DAY
        raise CalendarError("no-working-day", days=LONGEST_REST_DAYS, day=day.isoformat())

    def next_working_day(self, day: date) -> date:
        """The first working day after `day`."""
        return self.working_day_from(day + _DAY)

    def working_day_before(self, day: date, n: int = 1) -> date:
        """The n-th working day before `day`."""
        for _ in range(LONGEST_REST_DAYS * n):
            day -= _DAY
            if self.status(day).working:
                n -= 1
            if n <= 0:
                return day
        raise CalendarError("no-working-day", days=LONGEST_REST_DAYS, day=day.isoformat())

    def add_working_days(self, day: date, n: int) -> date:
        """The n-th working day after `day`, which itself is not counted."""
        return self.count(day, n, "wd").due

    def add_calendar_days(self, day: date, n: int) -> date:
        """The n-th day after `day`, or the next working day if that one is a day off."""
        return self.count(day, n, "cd").due

    def count(self, day: date, n: int, unit: Unit) -> Count:
        """A limit of `n` days that starts on `day`, by Civil Code Art 147 and 148, with every day explained.

        The first day is not counted; a last day that is a day off moves the end to the next working day.
        """
        if not 1 <= n <= LONGEST_LIMIT_DAYS:
            raise CalendarError("no-such-limit", days=n)
        try:
            return self._counted(day, n, unit)
        except OverflowError:
            raise CalendarError("beyond-calendar", day=day.isoformat(), days=n) from None

    def _count(self, day: date, n: int, unit: Unit) -> Count:
        words = self._rules.words
        days = [CountedDay(day, False, words["first"])]
        left, last = n, day
        while left:
            last = self.working_day_from(last + _DAY) if unit == "wd" else last + _DAY
            left -= 1
            days.extend(self._skipped(days[-1].day, last))
            status = self.status(last)
            if unit == "wd" or (status.working and status.code != "working"):
                why = status.why
            elif status.working:
                why = words["calendar"]
            else:
                why = f"{words['calendar']} ({status.why})"
            days.append(CountedDay(last, True, why))
        due = self.working_day_from(last)
        if due != last:
            days.extend(self._skipped(last, due))
            days.append(CountedDay(due, False, words["moved"]))
        return Count(due, tuple(days))

    def holidays_list(self, year: int) -> list[dict[str, str | bool]]:
        """Every day of a year that differs from the plain week, in order, as plain values."""
        days = set(self._holidays_of(year)) | {day for day in self._overrides if day.year == year}
        rows = []
        for day in sorted(days):
            status = self.status(day)
            rows.append(
                {
                    "date": day.isoformat(),
                    "effect": "work" if status.working else "off",
                    "why": status.why,
                    "source": status.source,
                    "official": self.is_official(day) or day in self._overrides,
                }
            )
        return rows

    def _skipped(self, after: date, before: date) -> list[CountedDay]:
        gap = (before - after).days
        return [
            CountedDay(day, False, self.status(day).why)
            for day in (after + timedelta(days=step) for step in range(1, gap))
        ]

    def _hedged(self, day: date, name: str) -> str:
        sure = self.is_official(day) or name.startswith(self._rules.fixed)
        return name if sure else f"{name} ({self._rules.words['computed']})"

    def _holidays_of(self, year: int) -> dict[date, str]:
        known = self._holidays.get(year)
        if known is None:
            known = self._holidays[year] = _public_holidays(year, self._rules, self._culture_day)
        return known


def load_rules() -> CalendarRules:
    """The rows of rules/calendar.toml."""
    return _load_rules()


def override(day: str, effect: str, reason: str, source: str = "", checked_on: str = "") -> Override:
    """An override from text, as a command line or a database has it. Raises CalendarError."""
    if effect not in get_args(Effect):
        raise CalendarError("no-such-effect", given=effect, allowed=", ".join(get_args(Effect)))
    try:
        when = date.fromisoformat(day)
        checked = date.fromisoformat(checked_on) if checked_on else None
    except ValueError:
        raise CalendarError("not-a-day", given=f"{day} {checked_on}".strip()) from None
    plain = Override(when, "off", reason, source, checked)
    return plain if effect == "off" else replace(plain, effect="work")


def _public_holidays(year: int, rules: CalendarRules, culture_day: bool) -> dict[date, str]:
    """The library's days for one year, with the culture day as configured and its substitute day with it."""
    culture = rules.culture_day
    name = str(culture["reason"])
    days = {day: text for day, text in public_days(year).items() if not text.startswith(name)}
    if culture_day and year >= int(culture["first_year"]):
        day = date(year, int(culture["month"]), int(culture["day"]))
        days[day] = name
        while day.weekday() >= _SATURDAY:
            day += _DAY
        days[day] = name
    return days


# The file is part of the program and cannot change while it runs, so one reading serves everybody.
@cache
def _load_rules() -> CalendarRules:
    data = read_rules("calendar.toml")
    return CalendarRules(
        overrides=tuple(
            Override(row["date"], row["effect"], row["reason"], row["source"], row["checked_on"])
            for row in data["override"]
        ),
        culture_day=data["culture_day"],
        official_through=data["official_through"],
        fixed=tuple(data["fixed"]),
        words=data["words"],
    )
