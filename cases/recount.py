"""The tallies, added up as things happened, against a recount from the letters themselves."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Final

from cases.lives import LETTER_OUTCOMES, Life
from cases.periods import Period
from cases.sums import Cell, Check

REOPENED: Final = "reopened"
STOCK: Final = "stock"
"""Open in the evening before the period: received and reopened less ended, over all days before."""


@dataclass(frozen=True, slots=True)
class Tallied:
    """How often something was counted: `received`, `reopened`, or an outcome, for one cell."""

    unit: str
    kind: str
    topic: str
    channel: str
    figure: str
    value: int


def compare(
    lives: Iterable[Life],
    before: Iterable[Tallied],
    within: Iterable[Tallied],
    period: Period,
    units: Collection[str],
) -> Check:
    """Whether the tallies of all days before the period, and of those in it, tell what the letters tell.

    Where they differ the check names the unit, kind and figure, and the letters that were counted there.
    """
    kept: Counter[tuple[Cell, str]] = Counter()
    for tally in before:
        sign = 1 if tally.figure in ("received", REOPENED) else -1 if tally.figure in LETTER_OUTCOMES else 0
        kept[(tally.unit, tally.kind, tally.topic, tally.channel), STOCK] += sign * tally.value
    for tally in within:
        kept[(tally.unit, tally.kind, tally.topic, tally.channel), tally.figure] += tally.value
    found: Counter[tuple[Cell, str]] = Counter()
    named: dict[tuple[Cell, str], set[str]] = defaultdict(set)
    for life in lives:
        cell = (life.unit, life.kind, life.topic, life.channel)
        for figure in _events(life, period):
            found[cell, figure] += 1
            named[cell, figure].add(life.code)
    wrong = [
        (cell, figure)
        for cell, figure in sorted({*kept, *found})
        if kept[cell, figure] != found[cell, figure] and (cell[0] in units)
    ]
    codes = sorted({code for key in wrong for code in named[key]})
    where = [f"{cell[0]} {cell[1]} {figure}" for cell, figure in wrong]
    return Check("tallies", not wrong, tuple(codes), tuple(dict.fromkeys(where)))


def _events(life: Life, period: Period) -> list[str]:
    """What the tallies should have counted of one letter."""
    events = [STOCK] if life.received_on < period.first and not life.outcome_at_end_of(period.eve) else []
    if period.holds(life.received_on):
        events.append("received")
    events += [REOPENED for day in life.reopened_on if period.holds(day)]
    events += [span.outcome for span in life.spans if span.until is not None and period.holds(span.until)]
    return events
