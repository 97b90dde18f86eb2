"""Matters and persons behind letters: letters about one matter, or from one person, count once.

A letter that shares its matter with no other is a matter of its own. Where it is written down who sent a letter,
that person counts once however many letters came, and each further signer counts too; where nobody wrote it down,
a letter stands for as many persons as signed it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from cases.kinds import KINDS, TOPICS
from cases.lives import Life, moved_of, spells_of, unit_at_end_of
from cases.periods import Period
from cases.sums import Figure, Unit, level_order

COUNTED: Final = ("carried_over", "received", "handled", "open", "eligible")
"""Figures of letters that are also counted by matter and by person."""
SUFFIXES: Final = ("_matters", "_people")

_Mark = tuple[str, str]
_CARRIED, _RECEIVED, _HANDLED, _OPEN, _ELIGIBLE = (1 << bit for bit in range(len(COUNTED)))


class Kin(NamedTuple):
    """A letter that may share its matter or its person with another; days as ISO text, `spells` as it is counted."""

    unit: str
    kind: str
    topic: str
    channel: str
    received_on: str
    last_on: str
    spells: str
    eligible: int | None
    matter: str
    person: str
    moved: str = ""

    def at_end_of(self, last: str) -> Kin:
        """The letter with the unit that it lay with in the evening of an ISO day."""
        if not self.moved:
            return self
        return self._replace(unit=unit_at_end_of(last, moved_of(self.moved), self.unit))

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
    last = period.last.isoformat()
    ours = [there for letter in letters if (there := letter.at_end_of(last)).unit in level_of]
    if not ours:
        return {}
    columns = Kin(*zip(*ours, strict=True))  # type: ignore[arg-type]
    bits = _bits(ours, columns, period)
    places: tuple[tuple[str, Sequence[str]], ...] = (
        ("", [""] * len(ours)),
        ("unit", columns.unit),
        ("level", [level_of[unit] for unit in columns.unit]),
        ("kind", columns.kind),
        ("topic", columns.topic),
        ("channel", columns.channel),
    )
    found: dict[tuple[str, _Mark], int] = {}
    for suffix, keys in zip(SUFFIXES, (columns.matter, columns.person), strict=True):
        key, names = _numbered(keys)
        counted = (bits > 0) & (key != names.get("", -1))
        for dimension, words in places:
            place, known = _numbered(words)
            excess = _excess(place[counted], key[counted], bits[counted], len(known), len(names))
            for word, number in known.items():
                for name, value in zip(COUNTED, excess[number], strict=True):
                    if value:
                        found[f"{name}{suffix}", (dimension, word)] = value
    return found


def _bits(letters: Sequence[Kin], columns: Kin, period: Period) -> npt.NDArray[np.int64]:
    """`Kin.bits` of many letters."""
    first, last = period.first.isoformat(), period.last.isoformat()
    came, ended = np.array(columns.received_on), np.array(columns.last_on)
    received = (came >= first) & (came <= last)
    carried = (came < first) & (ended >= first)
    bits = received * _RECEIVED + carried * _CARRIED
    bits += (received & (np.array(columns.eligible) == 1)) * _ELIGIBLE
    bits += (bits > 0) * np.where(ended <= last, _HANDLED, _OPEN)
    for number, spells in enumerate(columns.spells):
        if ";" in spells:
            bits[number] = letters[number].bits(first, last)
    return bits.astype(np.int64)


def _numbered(words: Sequence[str]) -> tuple[npt.NDArray[np.int64], dict[str, int]]:
    known: dict[str, int] = {}
    return np.array([known.setdefault(word, len(known)) for word in words], dtype=np.int64), known


def _excess(
    place: npt.NDArray[np.int64],
    key: npt.NDArray[np.int64],
    bits: npt.NDArray[np.int64],
    places: int,
    keys: int,
) -> list[list[int]]:
    """For each place and figure, how many letters more there are than keys."""
    if not len(bits):
        return [[0] * len(COUNTED)] * places
    both = place * keys + key
    order = np.argsort(both, kind="stable")
    both = both[order]
    starts = np.flatnonzero(np.concatenate(([True], both[1:] != both[:-1])))
    together = np.bitwise_or.reduceat(bits[order], starts)
    where = both[starts] // keys
    columns = [
        np.bincount(place, weights=bits >> bit & 1, minlength=places)
        - np.bincount(where, weights=together >> bit & 1, minlength=places)
        for bit in range(len(COUNTED))
    ]
    return np.rint(np.column_stack(columns)).astype(np.int64).tolist()  # type: ignore[no-any-return]
