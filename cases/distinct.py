"""Matters and persons behind letters: letters about one matter, or from one person, count once.

A letter that shares its matter with no other is a matter of its own. Where it is written down who sent a letter,
that person counts once however many letters came, and each further signer counts too; where nobody wrote it down,
a letter stands for as many persons as signed it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from cases.kinds import KINDS, TOPICS
from cases.lives import Life, spells_of
from cases.periods import Period
from cases.sums import Figure, Unit, level_order

COUNTED: Final = ("carried_over", "received", "handled", "open", "eligible")
"""Figures of letters that are also counted by matter and by person."""
SUFFIXES: Final = ("_matters", "_people")

_Mark = tuple[str, str]
_CARRIED, _RECEIVED, _HANDLED, _OPEN, _ELIGIBLE = (1 << bit for bit in range(len(COUNTED)))


@dataclass(frozen=True, slots=True)
class Kin:
    """A letter that may share its matter or its person with another; days as ISO text, `spells` as it is counted."""

    unit: str
    kind: str
    topic: str
    channel: str
    received_on: str
    last_on: str
    spells: str
    eligible: bool
    matter: str
    person: str

    def bits(self, first: str, last: str) -> int:
        """Which of COUNTED the letter counts in, from one day to another: the first is 1, the next 2, 4, ….

        The same as `cases.counts.marks_of`, for a letter of one spell without reading its days.
        """
        if ";" in self.spells:
            return self._often(first, last)
        received = first <= self.received_on <= last
        found = (_RECEIVED | (_ELIGIBLE if self.eligible else 0)) if received else 0
        if self.received_on < first <= self.last_on:
            found |= _CARRIED
        if not found:
            return 0
        return found | (_HANDLED if self.last_on <= last else _OPEN)

    def _often(self, first: str, last: str) -> int:
        spells = spells_of(self.spells)
        here = [spell for spell in spells if spell.opened_on <= last]
        found = (_RECEIVED | (_ELIGIBLE if self.eligible else 0)) if first <= self.received_on <= last else 0
        if self.received_on < first and any(
            spell.opened_on >= first or not spell.outcome_on or spell.outcome_on >= first for spell in here
        ):
            found |= _CARRIED
        if not found:
            return 0
        return found | (_HANDLED if here[-1].outcome_on and here[-1].outcome_on <= last else _OPEN)


def distinct(
    lives: Iterable[tuple[Life, tuple[str, ...]]], scope: Iterable[Unit], *, eligibility: bool
) -> tuple[Figure, ...]:
    """The figures of letters by matter and by person: in all, and by each single mark."""
    units = tuple(scope)
    level_of = {unit.code: unit.level for unit in units}
    single: Counter[tuple[str, _Mark]] = Counter()
    shared: dict[tuple[str, _Mark], set[str]] = defaultdict(set)
    channels: set[str] = set()
    for life, marks in lives:
        channels.add(life.channel)
        counted = [name for name in COUNTED if name in marks]
        if not counted:
            continue
        places: tuple[_Mark, ...] = (
            ("", ""),
            ("unit", life.unit),
            ("level", level_of[life.unit]),
            ("kind", life.kind),
            ("topic", life.topic),
            ("channel", life.channel),
        )
        for name in counted:
            matters, people = f"{name}_matters", f"{name}_people"
            for place in places:
                if life.matter:
                    shared[matters, place].add(life.matter)
                else:
                    single[matters, place] += 1
                if life.person:
                    shared[people, place].add(life.person)
                    single[people, place] += life.signers - 1
                else:
                    single[people, place] += life.signers
    every: list[_Mark] = [("", "")]
    every += [("unit", unit.code) for unit in units]
    every += [("level", level) for level in sorted(set(level_of.values()), key=level_order)]
    every += [("kind", kind) for kind in KINDS]
    every += [("topic", topic) for topic in TOPICS]
    every += [("channel", channel) for channel in sorted(channels)]
    names = [f"{name}{suffix}" for name in COUNTED if name != "eligible" or eligibility for suffix in SUFFIXES]
    return tuple(
        Figure(name, single[name, place] + len(shared[name, place]), **({place[0]: place[1]} if place[0] else {}))
        for place in every
        for name in names
    )


def repeats(letters: Iterable[Kin], period: Period, scope: Iterable[Unit]) -> Mapping[tuple[str, _Mark], int]:
    """By how much the letters are more than the matters and the persons behind them, for each figure and mark.

    A letter that shares with no other adds nothing here, so that only those that may share need to be looked at.
    """
    level_of = {unit.code: unit.level for unit in scope}
    first, last = period.first.isoformat(), period.last.isoformat()
    groups: dict[tuple[str, str, _Mark], int] = defaultdict(int)
    letters_in: Counter[tuple[str, _Mark, int]] = Counter()
    for letter in letters:
        level = level_of.get(letter.unit)
        bits = letter.bits(first, last) if level is not None else 0
        if level is None or not bits:
            continue
        places: tuple[_Mark, ...] = (
            ("", ""),
            ("unit", letter.unit),
            ("level", level),
            ("kind", letter.kind),
            ("topic", letter.topic),
            ("channel", letter.channel),
        )
        for suffix, key in zip(SUFFIXES, (letter.matter, letter.person), strict=True):
            if key:
                for place in places:
                    groups[suffix, key, place] |= bits
                    letters_in[suffix, place, bits] += 1
    found: Counter[tuple[str, _Mark]] = Counter()
    for (suffix, place, bits), number in letters_in.items():
        for bit, name in enumerate(COUNTED):
            if bits >> bit & 1:
                found[f"{name}{suffix}", place] += number
    in_groups = Counter((suffix, place, bits) for (suffix, _, place), bits in groups.items())
    for (suffix, place, bits), number in in_groups.items():
        for bit, name in enumerate(COUNTED):
            if bits >> bit & 1:
                found[f"{name}{suffix}", place] -= number
    return found
