"""What a closed period told of each letter, and what it would tell now: the difference is a correction."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import timedelta

from cases.counts import marks_of
from cases.lives import Life
from cases.periods import Period
from cases.records import record


@record(frozen=True, slots=True)
class Correction:
    """A letter that counts otherwise than it did when its period was closed; "" where it did or does not count."""

    period: str
    case: str
    before: str
    after: str


def letters(lives: Iterable[Life], period: Period) -> dict[str, str]:
    """How each letter counts in a period that is over: its unit, kind and topic, and the figures it is in."""
    evening = period.last + timedelta(days=1)
    found = {}
    for life in lives:
        marks = marks_of(life, period, evening)
        if marks:
            found[life.code] = " ".join((life.unit, life.kind, life.topic, *sorted(marks)))
    return found


def figures(letters: Mapping[str, str]) -> Counter[str]:
    """The figures that a closed period told."""
    return Counter(mark for counted in letters.values() for mark in counted.split(" ")[3:])


def corrections(period: str, before: Mapping[str, str], now: Mapping[str, str]) -> tuple[Correction, ...]:
    """What changed since a period was closed, by letter."""
    codes = sorted(code for code in {*before, *now} if before.get(code) != now.get(code))
    return tuple(Correction(period, code, before.get(code, ""), now.get(code, "")) for code in codes)
