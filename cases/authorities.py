"""What became of letters at the authorities: passed on, answered, urged, late; and how long it took."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable
from datetime import date, timedelta
from typing import Final

from cases.forms import Fact
from cases.lives import Life
from cases.periods import Period
from cases.records import record

WATCHED: Final = ("forwarded", "replied", "urged")
"""Figures that an authority's line adds up from letters of the period, as the report does."""
SPANS: Final = ((0, 2), (3, 5), (6, 10), (11, 20), (21, 30), (31, None))
"""Days from and to, both counted, into which waiting is sorted; the last has no end."""

AnswerDue = Callable[[str, date], date | None]
"""The day by which who got a letter of a kind on a day must have answered; None where no rule says."""


@record(frozen=True, slots=True)
class Awaited:
    """A letter that somebody has and has not answered."""

    unit: str
    kind: str
    authority: str
    sent_on: date


@record(frozen=True, slots=True)
class AuthorityLine:
    """One authority in a period; "" is every letter for which nobody wrote down where it went."""

    name: str
    forwarded: int
    replied: int
    urged: int
    awaited: int
    late: int


@record(frozen=True, slots=True)
class Waits:
    """How long letters took: how many in each of SPANS, how many in all, and the day by which half were done."""

    spans: tuple[int, ...] = (0,) * len(SPANS)
    count: int = 0
    median: int = 0


NO_WAITS: Final = Waits()


def lines(
    facts: Iterable[Fact],
    waiting: Iterable[Awaited],
    units: Collection[str],
    period: Period,
    today: date,
    due: AnswerDue,
) -> tuple[AuthorityLine, ...]:
    """Each authority that had to do with letters of these units, the busiest first, the nameless last."""
    found: Counter[tuple[str, str]] = Counter()
    names: set[str] = set()
    for fact in facts:
        for mark in WATCHED:
            if mark in fact.marks:
                names.add(fact.authority)
                found[fact.authority, mark] += 1
    edge = min(period.last + timedelta(days=1), today)
    for letter in waiting:
        if letter.unit not in units:
            continue
        names.add(letter.authority)
        found[letter.authority, "awaited"] += 1
        day = due(letter.kind, letter.sent_on)
        found[letter.authority, "late"] += int(day is not None and day < edge)
    made = [
        AuthorityLine(
            name,
            found[name, "forwarded"],
            found[name, "replied"],
            found[name, "urged"],
            found[name, "awaited"],
            found[name, "late"],
        )
        for name in names
    ]
    return tuple(sorted(made, key=lambda line: (not line.name, -line.forwarded, -line.awaited, line.name)))


def to_forward(life: Life, period: Period) -> list[int]:
    """Days from receipt (or from being opened again) until the letter was passed on in the period."""
    return [
        (span.until - span.since).days
        for span in life.spans
        if span.until is not None and span.outcome == "forwarded" and period.holds(span.until)
    ]


def to_answer(life: Life, period: Period) -> list[int]:
    """Days from being passed on until the answer that came in the period."""
    replied = life.replied_on
    if replied is None or not period.holds(replied):
        return []
    sent = [s.until for s in life.spans if s.outcome == "forwarded" and s.until is not None and s.until <= replied]
    return [(replied - max(sent)).days] if sent else []


def waits(days: Iterable[int]) -> Waits:
    """How long letters took that took so many days each."""
    ordered = sorted(days)
    if not ordered:
        return Waits()
    spans = tuple(
        sum(1 for each in ordered if first <= each and (last is None or each <= last)) for first, last in SPANS
    )
    return Waits(spans, len(ordered), ordered[(len(ordered) - 1) // 2])
