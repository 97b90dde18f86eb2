"""The time limits of the law: which ones an event of a letter starts, when they end, and by which article."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any, Final, Literal, get_args

from cases.calendar import Calendar, CalendarError, CountedDay, Unit
from cases.kinds import KINDS
from cases.records import record
from cases.rulebook import read_rules

Event = Literal["received", "accepted", "forwarded", "decided", "known"]
Whose = Literal["front", "authority", "resident"]

EVENTS: Final[tuple[Event, ...]] = get_args(Event)
_CONDITIONS: Final = ("anonymous", "complex", "special", "remote", "instance")
_NEEDED: Final = ("kind", "event", "on")
_PASSED_OVER: Final = ("id", "note")
"""What a line may carry for whoever reads the answers."""


class DeadlineError(CalendarError):
    """No time limit can be told for this."""


@record(frozen=True, slots=True)
class Rule:
    """One row of rules/deadlines.toml."""

    rule: str
    kinds: tuple[str, ...]
    event: str
    n: int
    unit: Unit
    whose: Whose
    article: str
    title: str
    valid_from: date
    valid_to: date | None
    conditions: Mapping[str, bool | int]
    setting: bool
    checked_on: date
    confidence: str
    source: str
    extend: int = 0
    """Days that one extension adds; 0 where the rule knows none."""
    extend_times: int = 0
    extend_article: str = ""
    stop_article: str = ""
    """What lets this clock stand still; empty where nothing does."""
    stop_from: date | None = None
    """Since when it does; None: as long as the rule is in force."""
    extend_confidence: str = ""
    extend_source: str = ""
    stop_confidence: str = ""
    stop_source: str = ""

    def may_stop(self, day: date) -> bool:
        """Whether the clock may be made to stand still on `day`."""
        return bool(self.stop_article) and (self.stop_from is None or self.stop_from <= day)

    def in_force(self, day: date) -> bool:
        """Whether this was the rule on `day`."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


@record(frozen=True, slots=True)
class DueDate:
    """One time limit that an event starts, counted out."""

    due: date
    rule: str
    article: str
    unit: Unit
    days: tuple[CountedDay, ...]
    whose: Whose
    title: str

    def as_json(self) -> dict[str, Any]:
        """The entry of the public contract."""
        return {
            "due": self.due.isoformat(),
            "rule": self.rule,
            "article": self.article,
            "unit": self.unit,
            "days": [day.as_json() for day in self.days],
        }


@record(frozen=True, slots=True)
class Due:
    """A date by which the committee must act, and the rule that says so."""

    on: date
    rule: str
    article: str


def due(
    kind: str,
    event: str,
    on: date,
    *,
    calendar: Calendar,
    anonymous: bool = False,
    complex: bool = False,
    special: bool = False,
    remote: bool = False,
    instance: int = 1,
    rules: Iterable[Rule] | None = None,
) -> list[DueDate]:
    """Every time limit that `event` on day `on` starts for a letter of `kind`, by the law of that day.

    `complex` is a complex matter, `special` an especially complex denunciation, `remote` a remote place that
    is hard to reach, `instance` the first or second settlement of a complaint.
    """
    if kind not in KINDS:
        raise DeadlineError("no-such-kind", given=kind, allowed=", ".join(KINDS))
    if event not in EVENTS:
        raise DeadlineError("no-such-event", given=event, allowed=", ".join(EVENTS))
    if instance not in (1, 2):
        raise DeadlineError("no-such-instance", given=instance)
    facts = {
        "anonymous": anonymous,
        "complex": complex,
        "special": special,
        "remote": remote,
        "instance": instance,
    }
    found = []
    for rule in load_rules() if rules is None else rules:
        if kind not in rule.kinds or rule.event != event or not rule.in_force(on):
            continue
        if any(facts[name] != value for name, value in rule.conditions.items()):
            continue
        count = calendar.count(on, rule.n, rule.unit)
        found.append(DueDate(count.due, rule.rule, rule.article, rule.unit, count.days, rule.whose, rule.title))
    return found


def first(
    kind: str,
    received_on: date,
    *,
    anonymous: bool,
    calendar: Calendar,
    rules: Iterable[Rule] | None = None,
) -> Due:
    """The committee's own first date for a letter that it received on that day."""
    own = [
        found
        for found in due(kind, "received", received_on, anonymous=anonymous, calendar=calendar, rules=rules)
        if found.whose == "front"
    ]
    if not own:
        raise DeadlineError("no-rule-in-force", kind=kind, day=received_on.isoformat())
    soonest = min(own, key=lambda found: found.due)
    return Due(soonest.due, soonest.rule, soonest.article)


def rule_of(name: str, started_on: date, rules: Iterable[Rule] | None = None) -> Rule | None:
    """The rule of that name as it was on the day its clock started: an old case keeps its old rule."""
    for rule in load_rules() if rules is None else rules:
        if rule.rule == name and rule.in_force(started_on):
            return rule
    return None


def end_of(rule: Rule, started_on: date, *, calendar: Calendar, added: int = 0, stopped: int = 0) -> date:
    """When a clock of this rule ends: with `added` days of extension, and `stopped` days for which it stood still."""
    return calendar.count(started_on, rule.n + added + stopped, rule.unit).due


def explain(
    kind: str,
    event: str,
    on: date,
    *,
    calendar: Calendar,
    anonymous: bool = False,
    complex: bool = False,
    special: bool = False,
    remote: bool = False,
    instance: int = 1,
    rules: Iterable[Rule] | None = None,
) -> list[dict[str, Any]]:
    """What `tiengdan deadline --json` prints."""
    found = due(
        kind,
        event,
        on,
        calendar=calendar,
        anonymous=anonymous,
        complex=complex,
        special=special,
        remote=remote,
        instance=instance,
        rules=rules,
    )
    return [entry.as_json() for entry in found]


def explain_lines(
    lines: Iterable[str],
    *,
    calendar: Calendar,
    rules: Iterable[Rule] | None = None,
    tell: Callable[[CalendarError], str] = str,
) -> Iterator[str]:
    """What `tiengdan deadline --batch` prints: a JSON list for each JSON line that is not empty.

    A line that cannot be answered is answered in its place by `{"error", "line"}`, so that the others keep theirs;
    `tell` puts the error into words.
    """
    book = load_rules() if rules is None else tuple(rules)
    answers: dict[tuple[Any, ...], str] = {}
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            asked = _asked(line)
            key = tuple(sorted(asked.items(), key=lambda item: item[0]))
            if key not in answers:
                found = explain(**asked, calendar=calendar, rules=book)
                answers[key] = json.dumps(found, ensure_ascii=False)
            yield answers[key]
        except CalendarError as error:
            yield json.dumps({"error": tell(error), "line": number}, ensure_ascii=False)


def load_rules(days: Mapping[str, int] | None = None) -> tuple[Rule, ...]:
    """The rows of rules/deadlines.toml; `days` puts a committee's own number into rows that allow it."""
    rules = _load_rules()
    for name, n in (days or {}).items():
        if not any(rule.rule == name and rule.setting for rule in rules):
            raise DeadlineError("fixed-by-law", given=name)
        rules = tuple(replace(rule, n=n) if rule.rule == name else rule for rule in rules)
    return rules


def _asked(line: str) -> dict[str, Any]:
    try:
        asked = json.loads(line, object_pairs_hook=_once)
    except DeadlineError:
        raise
    except (RecursionError, ValueError):
        raise DeadlineError("not-json") from None
    if not isinstance(asked, dict):
        raise DeadlineError("not-an-object")
    missing = [name for name in _NEEDED if name not in asked]
    if missing:
        raise DeadlineError("missing", names=", ".join(missing))
    # A condition that is written wrong would be left out, and the date be another than was meant.
    strange = sorted(set(asked) - {*_NEEDED, *_CONDITIONS, *_PASSED_OVER})
    if strange:
        raise DeadlineError("unknown-names", names=", ".join(strange), allowed=", ".join((*_NEEDED, *_CONDITIONS)))
    options: dict[str, Any] = {name: asked[name] for name in _CONDITIONS if asked.get(name) is not None}
    for name, value in options.items():
        wanted = int if name == "instance" else bool
        if type(value) is not wanted:
            raise DeadlineError("not-a-number" if wanted is int else "not-yes-or-no", name=name, given=str(value))
    if not all(isinstance(asked[name], str) for name in _NEEDED):
        raise DeadlineError("not-text", names=", ".join(_NEEDED))
    return {"kind": asked["kind"], "event": asked["event"], "on": read_day(asked["on"]), **options}


def read_day(text: str) -> date:
    """A day written YYYY-MM-DD and no other way. Raises DeadlineError."""
    try:
        if len(text) == len("2026-12-30"):
            day = date.fromisoformat(text)
            if day.isoformat() == text:
                return day
    except ValueError:
        pass
    raise DeadlineError("not-a-day", given=text)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise DeadlineError("written-twice")
    return found


# The file is part of the program and cannot change while it runs, so one reading serves everybody.
@cache
def _load_rules() -> tuple[Rule, ...]:
    data = read_rules("deadlines.toml")
    return tuple(
        Rule(
            rule=row["rule"],
            kinds=tuple(row["kinds"]),
            event=row["event"],
            n=row["n"],
            unit=row["unit"],
            whose=row["whose"],
            article=row["article"],
            title=row["title"],
            valid_from=row["valid_from"],
            valid_to=row.get("valid_to"),
            conditions={name: row[name] for name in _CONDITIONS if name in row},
            setting=row.get("setting", False),
            checked_on=row["checked_on"],
            confidence=row["confidence"],
            source=row["source"],
            extend=row.get("extend", 0),
            extend_times=row.get("extend_times", 0),
            extend_article=row.get("extend_article", ""),
            stop_article=row.get("stop_article", ""),
            stop_from=row.get("stop_from"),
            extend_confidence=row.get("extend_confidence", ""),
            extend_source=row.get("extend_source", ""),
            stop_confidence=row.get("stop_confidence", ""),
            stop_source=row.get("stop_source", ""),
        )
        for row in data["rule"]
    )
