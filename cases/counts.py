"""The figures of a period and what each one counts.

Every figure counts letters (đơn) of the units asked for: by the unit that they lay with in the last evening of the
period, and by their present kind and topic (a transfer is a step in a letter's life, a new classification mends a
mistake):

- `received` — came in the period.
- `carried_over` — came before it, and was open in the evening before it began or opened again during it.
- `total` — received + carried_over: what there was to do.
- `handled` — an outcome that ended an open span is dated in it, and the letter is not open at its end.
- `open` — here by the end of the period and without a standing outcome in its last evening.
- `forwarded guided archived answered withdrawn returned split duplicate own_matter` — handled, by the outcome
  that stands at the end of the period; together they are `handled`.
  An answer that has not reached its sender is no outcome: what is read here has none (`storage.telling`).
- `overdue` — handled after its due day, or open at the end of the period when its due day was over (for a
  period that still runs: over today).
- `eligible`, `ineligible` — of the received, where an officer has decided; a letter of kind `khac` is never eligible.
- `anonymous`, `urgent` — of the received.
- `urged`, `replied`, `resolved` — the authority was urged, answered, or settled the matter on a day of the period;
  a letter counts once however often.
- with `_matters` and `_people`, the same by matter (vụ việc) and by person: see `cases.distinct`.
- what the other registers tell (`visits`, `people`, activities, voters' petitions): see `cases.registers`.

carried_over + received = handled + open holds for every single letter, hence for every sum. It is checked
letter by letter and again on the sums; nothing may be printed while a check fails.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from datetime import date, timedelta

from cases.distinct import distinct
from cases.kinds import KINDS
from cases.lives import FAULTS, CaseRow, Fault, Life, read
from cases.periods import Period
from cases.records import record
from cases.registers import NONE, Registers, tally
from cases.sums import Cell, Check, Figure, Seen, Unit, below, prove, roll_up, seen_in


@record(frozen=True, slots=True)
class Counts:
    """Everything counted for one period and a set of units."""

    period: Period
    units: tuple[Unit, ...]
    figures: Sequence[Figure]
    """Every row. They may be many, and are made when they are first read: `seen` and `value` do without them."""
    seen: Seen
    checks: tuple[Check, ...]
    fates: Mapping[str, int]
    """What has become of the letters received in the period, by its end: an outcome, or `open`."""
    eligible_fates: Mapping[str, int]
    """The same for those found eligible."""
    index: Mapping[tuple[str, str | None, str | None, str | None, str | None, str | None], int] = field(
        repr=False, compare=False, default_factory=dict
    )
    """The figures by name and marks."""

    @property
    def failed(self) -> tuple[Check, ...]:
        """The checks that do not hold."""
        return tuple(check for check in self.checks if not check.ok)

    @property
    def shown(self) -> tuple[Unit, ...]:
        """The units to print: those that there were in the period, and those that something was counted for."""
        first, last = self.period.first, self.period.last
        return tuple(unit for unit in self.units if unit.code in self.seen.units or unit.stood(first, last))

    def value(
        self,
        figure: str,
        *,
        unit: str | None = None,
        level: str | None = None,
        kind: str | None = None,
        topic: str | None = None,
        channel: str | None = None,
    ) -> int:
        """One figure by its marks; 0 where there is none."""
        return self.index.get((figure, unit, level, kind, topic, channel), 0)


def marks_of(life: Life, period: Period, today: date) -> tuple[str, ...]:
    """The figures that one letter counts in, each from its own definition and not from the others."""
    first, last, eve = period.first, period.last, period.eve
    marks: list[str] = []
    received = period.holds(life.received_on)
    if received:
        marks.append("received")
        if life.anonymous:
            marks.append("anonymous")
        if life.urgent:
            marks.append("urgent")
        if life.eligible is not None:
            marks.append("eligible" if life.eligible else "ineligible")
    if life.received_on < first and (
        not life.outcome_at_end_of(eve) or any(period.holds(day) for day in life.reopened_on)
    ):
        marks.append("carried_over")
    standing = life.outcome_at_end_of(last)
    ended = [span for span in life.spans if span.until is not None and period.holds(span.until)]
    if ended and standing:
        marks += ["handled", ended[-1].outcome]
        if life.due_on is not None and (ended[-1].until or last) > life.due_on:
            marks.append("overdue")
    if any(period.holds(day) for day in life.urged_on):
        marks.append("urged")
    if life.replied_on is not None and period.holds(life.replied_on):
        marks.append("replied")
    if life.resolved_on is not None and period.holds(life.resolved_on):
        marks.append("resolved")
    if life.received_on <= last and any(s.since <= last and (s.until or date.max) > last for s in life.spans):
        marks.append("open")
        if life.due_on is not None and life.due_on < min(last + timedelta(days=1), today):
            marks.append("overdue")
    return tuple(marks)


def balanced(marks: Iterable[str]) -> bool:
    """Whether one letter stands as often on the left of the balance as on the right, and at most once."""
    seen = Counter(marks)
    left, right = seen["carried_over"] + seen["received"], seen["handled"] + seen["open"]
    return left == right <= 1


def count(
    rows: Iterable[CaseRow],
    period: Period,
    tree: Sequence[Unit],
    unit: str,
    today: date,
    registers: Registers = NONE,
) -> tuple[Counts, tuple[Life, ...]]:
    """The figures of `unit` and all below it, with the lives they come from.

    `rows` may hold letters of other units: those of the rest of the tree are left out, those of no unit at
    all are faults, since they may be ours.
    """
    scope = below(tree, unit)
    inside, known = {one.code for one in scope}, {one.code for one in tree}
    faults: dict[Fault, list[str]] = defaultdict(list)
    lives: list[Life] = []
    for told_of in rows:
        row = told_of.at_end_of(period.last)
        if row.unit in known and row.unit not in inside:
            continue
        life, wrong = read(row, known)
        for fault in wrong:
            faults[fault].append(row.code)
        if life is not None:
            lives.append(life)
    cells: dict[Cell, Counter[str]] = defaultdict(Counter)
    unbalanced: list[Life] = []
    counted: list[tuple[Life, tuple[str, ...]]] = []
    fates: Counter[str] = Counter()
    eligible_fates: Counter[str] = Counter()
    for life in lives:
        marks = marks_of(life, period, today)
        if not balanced(marks):
            unbalanced.append(life)
        if marks:
            cells[life.unit, life.kind, life.topic, life.channel].update(marks)
            counted.append((life, marks))
        if "received" in marks:
            fate = life.outcome_at_end_of(period.last) or "open"
            fates[fate] += 1
            if life.eligible:
                eligible_fates[fate] += 1
    told, proofs = tally(registers, period, scope, known)
    letters = roll_up(cells, scope)
    figures = (*told, *letters, *distinct(counted, scope))
    checks = [Check(fault, not faults[fault], tuple(sorted(faults[fault]))) for fault in FAULTS]
    checks.append(Check("balance", not unbalanced, tuple(sorted(life.code for life in unbalanced))))
    by_kind: dict[str, int] = {
        kind: sum(f.value for f in letters if f.figure == "eligible" and _only(f, kind)) for kind in KINDS
    }
    whole = sum(f.value for f in letters if f.figure == "eligible" and _only(f, None))
    checks += [*prove(letters), eligible_kinds(whole, by_kind), *proofs]
    index = {(f.figure, f.unit, f.level, f.kind, f.topic, f.channel): f.value for f in figures}
    counts = Counts(period, scope, figures, seen_in(figures), tuple(checks), dict(fates), dict(eligible_fates), index)
    return counts, tuple(lives)


def eligible_kinds(whole: int, by_kind: Mapping[str, int]) -> Check:
    """Whether the eligible letters are the eligible denunciations, complaints and petitions, and nothing else."""
    parts = {kind: value for kind, value in by_kind.items() if kind != "khac"}
    holds = whole == sum(parts.values()) and not by_kind.get("khac", 0)
    return Check("eligible-kinds", holds, where=() if holds else ("eligible",))


def _only(figure: Figure, kind: str | None) -> bool:
    return (figure.unit, figure.level, figure.kind, figure.topic, figure.channel) == (None, None, kind, None, None)
