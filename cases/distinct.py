"""Matters and persons behind letters: letters about one matter, or from one person, count once.

A letter that shares its matter with no other is a matter of its own. Where it is written down who sent a letter,
that person counts once however many letters came, and each further signer counts too; where nobody wrote it down,
a letter stands for as many persons as signed it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Final

from cases.kinds import KINDS, TOPICS
from cases.lives import Life
from cases.sums import Figure, Unit, level_order

COUNTED: Final = ("carried_over", "received", "handled", "open", "eligible")
"""Figures of letters that are also counted by matter and by person."""
SUFFIXES: Final = ("_matters", "_people")

_Mark = tuple[str, str]


def distinct(lives: Iterable[tuple[Life, tuple[str, ...]]], scope: Iterable[Unit]) -> tuple[Figure, ...]:
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
    names = [f"{name}{suffix}" for name in COUNTED for suffix in SUFFIXES]
    return tuple(
        Figure(name, single[name, place] + len(shared[name, place]), **({place[0]: place[1]} if place[0] else {}))
        for place in every
        for name in names
    )
