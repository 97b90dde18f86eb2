"""The state's statistical forms: columns as data (rules/forms.toml), filled from letters, each sum proven."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from sys import intern
from typing import Any, Final

from cases.counts import Counts
from cases.fold import fold
from cases.lives import Life
from cases.periods import Period
from cases.receptions import count_receptions
from cases.records import record
from cases.registers import Registers
from cases.rulebook import read_rules
from cases.sums import Check

COUNTED: Final = ("of", "by", "kind", "again", "competence", "outcome", "step", "urged", "settled", "before", "area")
"""What a column's `count` may ask for."""
OURS: Final = ("own_matter", "answered")
"""Outcomes by which the Front deals with a letter itself, where the register does not say whose matter it is."""


@record(frozen=True, slots=True)
class Detail:
    """What the register tells of a letter and only a form asks for."""

    instance: int = 1
    competence: str = ""
    area: str = ""
    authority: str = ""


@record(frozen=True, slots=True)
class Fact:
    """A letter in one period, by every mark that a column may ask for."""

    code: str
    unit: str
    kind: str
    channel: str
    received_on: date
    matter: str
    marks: frozenset[str]
    again: bool
    competence: str
    outcome: str
    step: str
    area: str
    settled: bool
    authority: str

    @property
    def shape(self) -> tuple[Any, ...]:
        """All that a column may ask for: the marks, and the values of `_NAMES`."""
        return (
            self.marks,
            self.kind,
            self.again,
            self.competence,
            self.outcome,
            self.step,
            self.settled,
            self.area,
        )


_Shape = tuple[tuple[Any, ...], frozenset[str]]
_NAMES: Final = ("kind", "again", "competence", "outcome", "step", "settled", "area")


@record(frozen=True, slots=True)
class Column:
    """One column of a form."""

    n: int
    path: tuple[str, ...]
    confidence: str
    parts: tuple[tuple[int, ...], ...] = ()
    minus: tuple[int, int] | None = None
    count: Mapping[str, Any] | None = None
    reception: tuple[str, str] | None = None
    unknown: bool = False
    figure: str = ""
    note: str = ""


@record(frozen=True, slots=True)
class Form:
    """One form of one circular."""

    id: str
    title: str
    circular: str
    source: str
    confidence: str
    checked_on: date
    valid_from: date | None
    valid_to: date | None
    kinds: tuple[str, ...]
    channels: tuple[str, ...]
    notes: tuple[str, ...]
    columns: tuple[Column, ...]


@record(frozen=True, slots=True)
class Gap:
    """A sum that the form prints and the letters do not fill: column, the parts, and how much is missing."""

    column: int
    parts: tuple[int, ...]
    missing: int


@record(frozen=True, slots=True)
class Filled:
    """A form with its numbers: a row for each unit, by the number of the column."""

    form: Form
    rows: Mapping[str, Mapping[int, int]]
    gaps: tuple[Gap, ...] = ()

    def total(self, column: int) -> int:
        """The sum of a column over all units."""
        return sum(row.get(column, 0) for row in self.rows.values())


def fact(life: Life, marks: Iterable[str], detail: Detail, period: Period) -> Fact:
    """One letter as the forms see it at the end of the period."""
    standing = life.outcome_at_end_of(period.last)
    marked = marks if isinstance(marks, frozenset) else frozenset(marks)
    ours = detail.competence == "ours" or (not detail.competence and standing in OURS)
    return Fact(
        code=life.code,
        # a year of a city keeps a hundred thousand of these: each word is kept once
        unit=intern(life.unit),
        kind=intern(life.kind),
        channel=intern(life.channel),
        received_on=life.received_on,
        matter=life.matter or f"c:{life.code}",
        marks=marked,
        again=detail.instance > 1,
        competence="ours" if ours else "other",
        outcome=intern(standing),
        step="urged" if "urged" in marked else intern(standing),
        area=area_of(life.kind, life.topic, detail.area),
        settled=life.resolved_on is not None and life.resolved_on <= period.last,
        authority=intern(detail.authority),
    )


def area_of(kind: str, topic: str, written: str) -> str:
    """The field of the kind's form: as written in the register, else by the topic.

    A field that the register names and this form does not have is one of the others.
    """
    by_topic = _data()["areas"].get(kind)
    if by_topic is None:
        return "khac"
    known, fields = fold(written), _fields(kind)
    named = known if known in fields else next((f for f, names in _names() if known and _has(known, names)), "")
    area = named or str(by_topic.get(topic, by_topic["other"]))
    return area if area in fields else str(by_topic["other"])


def fill(form: Form, facts: Iterable[Fact], registers: Registers, period: Period, units: Sequence[str]) -> Filled:
    """The form's numbers for these units."""
    inside = [each for each in facts if _belongs(each, form)]
    rows: dict[str, dict[int, int]] = {unit: {} for unit in units}
    asked = [(column.n, column.count) for column in form.columns if column.count is not None]
    matters = {str(count["of"]) for _, count in asked if count.get("by") == "matters"}
    first_of = {mark: _first_letters(each for each in inside if mark in each.marks) for mark in matters}
    # letters alike in all that a column may ask for are asked once
    alike: dict[_Shape, Counter[str]] = defaultdict(Counter)
    for each in inside:
        first = frozenset(mark for mark in matters & each.marks if each.code in first_of[mark])
        alike[each.shape, first][each.unit] += 1
    for n, count in asked:
        found: Counter[str] = Counter()
        for ((marks, *values), first), by_unit in alike.items():
            if _asked(marks, dict(zip(_NAMES, values, strict=True)), count) and (
                count.get("by") != "matters" or count["of"] in first
            ):
                found.update(by_unit)
        for unit in units:
            rows[unit][n] = found[unit]
    told = count_receptions(registers, period)
    for column in form.columns:
        if column.reception is not None:
            mode, figure = column.reception
            for unit in units:
                rows[unit][column.n] = told[unit, mode, figure]
    for unit in units:
        _add_up(form, rows[unit])
    return Filled(form, rows, tuple(_gaps(form, rows)))


def prove(filled: Iterable[Filled], counts: Counts) -> Check:
    """Whether each form tells, unit by unit, what the report tells."""
    wrong: list[str] = []
    seen = counts.seen.names
    for each in filled:
        kinds: tuple[str | None, ...] = each.form.kinds or (None,)
        for column in each.form.columns:
            # what is absent from the figures was decided for no letter at all
            if not column.figure or column.figure not in seen:
                continue
            for unit, row in each.rows.items():
                if row[column.n] != sum(counts.value(column.figure, unit=unit, kind=kind) for kind in kinds):
                    wrong.append(f"{each.form.id} ({column.n}) {unit}")
    return Check("forms", not wrong, where=tuple(wrong))


def load() -> tuple[Form, ...]:
    """Every form of rules/forms.toml, in its order."""
    return _forms()


# Inside ----------------------------------------------------------------------------------------------------


def _belongs(each: Fact, form: Form) -> bool:
    return (not form.kinds or each.kind in form.kinds) and (not form.channels or each.channel in form.channels)


def _asked(marks: frozenset[str], values: Mapping[str, Any], count: Mapping[str, Any]) -> bool:
    if count["of"] not in marks:
        return False
    if "before" in count and count["before"] != ("carried_over" in marks):
        return False
    if "urged" in count and count["urged"] != ("urged" in marks):
        return False
    return all(values[name] == count[name] for name in _NAMES if name in count)


def _first_letters(facts: Iterable[Fact]) -> frozenset[str]:
    """The first letter of each matter: it stands for the matter, so that the parts add up to the whole."""
    first: dict[str, Fact] = {}
    for each in facts:
        there = first.get(each.matter)
        if there is None or (each.received_on, each.code) < (there.received_on, there.code):
            first[each.matter] = each
    return frozenset(each.code for each in first.values())


def _add_up(form: Form, row: dict[int, int]) -> None:
    """Fill the columns that are sums or differences of others, in whatever order they depend on each other."""
    waiting = [c for c in form.columns if c.count is None and (c.parts or c.minus)]
    while waiting:
        ready = [c for c in waiting if all(n in row or _is_unknown(form, n) for n in c.minus or c.parts[0])]
        if not ready:
            raise ValueError(form.id)
        for column in ready:
            if column.minus is not None:
                row[column.n] = row[column.minus[0]] - row[column.minus[1]]
            else:
                row[column.n] = sum(row.get(n, 0) for n in column.parts[0])
        waiting = [column for column in waiting if column not in ready]


def _gaps(form: Form, rows: Mapping[str, Mapping[int, int]]) -> Iterable[Gap]:
    for column in form.columns:
        for parts in column.parts:
            missing = sum(row[column.n] - sum(row.get(n, 0) for n in parts) for row in rows.values())
            if missing:
                yield Gap(column.n, parts, missing)


def _is_unknown(form: Form, n: int) -> bool:
    return any(column.n == n and column.unknown for column in form.columns)


# The file is part of the program and cannot change while it runs, so one reading serves everybody.
@cache
def _data() -> dict[str, Any]:
    return read_rules("forms.toml")


def _names() -> Iterable[tuple[str, Sequence[str]]]:
    names: Mapping[str, Sequence[str]] = _data()["names"]
    return names.items()


def _has(text: str, names: Sequence[str]) -> bool:
    return any(name in text for name in names)


@cache
def _fields(kind: str) -> frozenset[str]:
    """The fields that the form of this kind tells apart."""
    own = (form for form in _forms() if form.kinds == (kind,))
    return frozenset(str(c.count["area"]) for form in own for c in form.columns if c.count and "area" in c.count)


@cache
def _forms() -> tuple[Form, ...]:
    return tuple(
        Form(
            id=row["id"],
            title=row["title"],
            circular=row["circular"],
            source=row["source"],
            confidence=row["confidence"],
            checked_on=row["checked_on"],
            valid_from=row.get("valid_from"),
            valid_to=row.get("valid_to"),
            kinds=tuple(row.get("kinds", ())),
            channels=tuple(row.get("channels", ())),
            notes=tuple(row["notes"]),
            columns=tuple(_column(each) for each in row["column"]),
        )
        for row in _data()["form"]
    )


def _column(row: Mapping[str, Any]) -> Column:
    reception = row.get("reception")
    minus = row.get("minus")
    return Column(
        n=row["n"],
        path=tuple(row["path"]),
        confidence=row["confidence"],
        parts=tuple(tuple(part) for part in row.get("parts", ())),
        minus=(minus[0], minus[1]) if minus else None,
        count=row.get("count"),
        reception=(reception[0], reception[1]) if reception else None,
        unknown=row.get("unknown", False),
        figure=row.get("figure", ""),
        note=row.get("note", ""),
    )
