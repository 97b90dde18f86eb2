"""Sums of letters by unit, level, kind, topic and channel, and the proof that they add up."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Final, NamedTuple

from cases.kinds import KINDS, TOPICS
from cases.lives import LETTER_OUTCOMES
from cases.records import record

LEVELS: Final = (
    "trung_uong",
    "tinh",
    "thanh_pho",
    "quan",
    "huyen",
    "phuong",
    "xa",
    "dac_khu",
    "khu_dan_cu",
)
"""Levels of units from the top down, those of old years among them."""

BALANCE: Final = ("carried_over", "received", "total", "handled", "open")
MAIN_OUTCOMES: Final = ("forwarded", "guided", "answered", "archived", "withdrawn", "returned", "duplicate")
"""Outcomes that are printed even when they are zero; the others only when there are any."""
ELIGIBILITY: Final = ("eligible", "ineligible")
WATCHED: Final = ("urged", "replied", "resolved")
"""What became of letters with the authority."""
ALWAYS: Final = (*BALANCE, *MAIN_OUTCOMES, *WATCHED, *ELIGIBILITY, "overdue", "anonymous", "urgent")
"""Figures that are told in every report, 0 where there is nothing: whoever reads them can rely on their being there."""
RARE_OUTCOMES: Final = tuple(outcome for outcome in LETTER_OUTCOMES if outcome not in MAIN_OUTCOMES)
_ADDITIVE: Final = frozenset({*ALWAYS, *RARE_OUTCOMES})
"""Figures of letters, whose parts add up to the whole whatever they are split by."""

MARKS: Final = ("unit", "level", "kind", "topic", "channel")


PATTERNS: Final = tuple(
    pattern
    for pattern in (tuple(bool(bits >> position & 1) for position in range(5)) for bits in range(32))
    # a unit has one level, so no sum needs both
    if (sum(pattern) <= 2 and not (pattern[0] and pattern[1])) or pattern == (True, False, True, True, True)
)


@record(frozen=True, slots=True)
class Unit:
    """A committee of the tree, as far as counting needs it."""

    code: str
    name: str
    level: str
    parent: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    heir: str = ""
    """The unit that it was merged into on the day after `valid_to`."""

    def stood(self, first: date, last: date) -> bool:
        """Whether there was such a unit on some day from one to another."""
        return (self.valid_from is None or self.valid_from <= last) and (
            self.valid_to is None or self.valid_to >= first
        )


class Figure(NamedTuple):
    """One number. A mark that is None means: all of them. A row with a unit is that unit's own letters."""

    figure: str
    value: int
    unit: str | None = None
    level: str | None = None
    kind: str | None = None
    topic: str | None = None
    channel: str | None = None


@record(frozen=True, slots=True)
class Seen:
    """What there is anything of: the names of figures, the units and the channels."""

    names: frozenset[str]
    units: frozenset[str]
    channels: frozenset[str]


def seen_in(figures: Iterable[Figure]) -> Seen:
    """What there is among figures."""
    found = list(figures)
    units = frozenset(f.unit for f in found if f.value and f.unit is not None)
    return Seen(frozenset(f.figure for f in found), units, frozenset(f.channel for f in found if f.channel is not None))


@record(frozen=True, slots=True)
class Check:
    """One rule, whether it holds, and the codes of the letters that break it. `where` names the sum."""

    rule: str
    ok: bool
    cases: tuple[str, ...] = ()
    where: tuple[str, ...] = ()


Cell = tuple[str, str, str, str]
"""Unit, kind, topic, channel: the finest sum."""


def in_force(units: Sequence[Unit], first: date) -> tuple[Unit, ...]:
    """The tree for a period that begins on `first`: a unit that had ended by then stands below its heir.

    It keeps its own name and level; who looks at the heir sees what it took over, and the year before looks as it was.
    """
    return tuple(
        replace(unit, parent=unit.heir) if unit.heir and unit.valid_to is not None and unit.valid_to < first else unit
        for unit in units
    )


def below(units: Sequence[Unit], code: str) -> tuple[Unit, ...]:
    """This unit and all below it, in the order given; none when the code is unknown."""
    wanted: set[str] = {code}
    while True:
        more = {unit.code for unit in units if unit.parent in wanted} - wanted
        if not more:
            return tuple(unit for unit in units if unit.code in wanted)
        wanted |= more


def roll_up(cells: Mapping[Cell, Counter[str]], scope: Sequence[Unit]) -> tuple[Figure, ...]:
    """Sums with no mark or one mark (zeros written out), with two marks, and of each cell (where any).

    Rows with a unit carry that unit's own letters, so that adding them up gives the whole.
    """
    level_of = {unit.code: unit.level for unit in scope}
    seen: Counter[str] = sum(cells.values(), Counter())
    names = [*ALWAYS, *(name for name in RARE_OUTCOMES if seen[name])]
    sums: dict[tuple[str | None, ...], Counter[str]] = defaultdict(Counter)
    sums[None, None, None, None, None] = Counter()
    for unit in scope:
        sums[unit.code, None, None, None, None] = Counter()
    for level in sorted(set(level_of.values()), key=level_order):
        sums[None, level, None, None, None] = Counter()
    for kind in KINDS:
        sums[None, None, kind, None, None] = Counter()
    for topic in TOPICS:
        sums[None, None, None, topic, None] = Counter()
    for channel in sorted({cell[3] for cell in cells}):
        sums[None, None, None, None, channel] = Counter()
    for (unit_code, kind_, topic_, channel_), values in sorted(cells.items()):
        whole = (unit_code, level_of[unit_code], kind_, topic_, channel_)
        for pattern in PATTERNS:
            key = tuple(mark if wanted else None for mark, wanted in zip(whole, pattern, strict=True))
            sums[key].update(values)
    figures: list[Figure] = []
    for key, values in sums.items():
        values["total"] = values["carried_over"] + values["received"]
        plain = sum(mark is not None for mark in key) <= 1
        figures += [Figure(name, values[name], *key) for name in names if plain or values[name]]
    return tuple(figures)


def prove(figures: Sequence[Figure]) -> list[Check]:
    """The checks on the sums as they will be printed: each one balances, and the parts give the whole."""
    sums: dict[tuple[str | None, ...], dict[str, int]] = defaultdict(dict)
    for f in figures:
        if f.figure in _ADDITIVE:
            sums[f.unit, f.level, f.kind, f.topic, f.channel][f.figure] = f.value
    crooked: dict[str, list[str]] = {by: [] for by in ("all", *MARKS)}
    for marks, values in sums.items():
        left = values.get("carried_over", 0) + values.get("received", 0)
        right = values.get("handled", 0) + values.get("open", 0)
        ended = sum(values.get(outcome, 0) for outcome in LETTER_OUTCOMES)
        if left != right or left != values.get("total", 0) or ended != values.get("handled", 0):
            named = [name for name, mark in zip(MARKS, marks, strict=True) if mark is not None]
            crooked[named[0] if named else "all"].append(" ".join(mark for mark in marks if mark is not None))
    checks = [Check(f"balance-{by}", not places, where=tuple(sorted(places))) for by, places in crooked.items()]
    whole = sums.get((None,) * len(MARKS), {})
    for position, by in enumerate(MARKS):
        parts: Counter[str] = Counter()
        for marks, values in sums.items():
            if marks[position] is not None and sum(mark is not None for mark in marks) == 1:
                parts.update(values)
        wrong = tuple(sorted(figure for figure, value in whole.items() if parts[figure] != value))
        checks.append(Check(f"split-{by}", not wrong, where=wrong))
    return checks


def level_order(level: str) -> tuple[int, str]:
    """Sorts levels from the top down, an unknown one last."""
    return (LEVELS.index(level) if level in LEVELS else len(LEVELS), level)
