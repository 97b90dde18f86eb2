"""The figures of a period out of the tallies: the same as a walk over the letters gives, without the letters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import repeat
from typing import overload

import numpy as np
import numpy.typing as npt

from cases.counts import Counts, eligible_kinds
from cases.distinct import COUNTED, SUFFIXES
from cases.kindred import Kindred, repeats
from cases.kinds import KINDS, TOPICS
from cases.ledger import Entries, Lexicon, Rows
from cases.lives import FAULTS, LETTER_OUTCOMES
from cases.margins import Margin, Together
from cases.periods import Period
from cases.registers import NONE, Registers, tally
from cases.sums import (
    ALWAYS,
    ELIGIBILITY,
    MARKS,
    PATTERNS,
    RARE_OUTCOMES,
    Check,
    Figure,
    Seen,
    Unit,
    below,
    level_order,
    seen_in,
)

Key = tuple[str, str | None, str | None, str | None, str | None, str | None]
"""A figure with its marks."""


def tallied(
    entries: Entries,
    lexicon: Lexicon,
    kin: Kindred,
    period: Period,
    tree: Sequence[Unit],
    unit: str,
    registers: Registers = NONE,
    faults: Iterable[tuple[str, str]] = (),
    more: Sequence[Figure] = (),
    margins: Sequence[Margin] = (),
) -> Counts:
    """The figures of `unit` and all below it, and `more`. `faults` are letters that cannot be counted, and why.

    With `margins`, ready sums of parts of the period, figures by more than one mark are not told.
    """
    scope = below(tree, unit)
    places: dict[str, Sequence[str]] = {
        "unit": [each.code for each in scope],
        "level": sorted({each.level for each in scope}, key=level_order),
        "kind": KINDS,
        "topic": TOPICS,
        "channel": sorted(lexicon.words("channel").values()),
    }
    levels = {each.code: each.level for each in scope}
    days = (period.first.toordinal(), period.last.toordinal())
    sums = Together(entries, margins, lexicon, *days, places, levels)
    letters = _Letters(sums, places)
    whole = letters.whole
    told, proofs = tally(registers, period, scope, {each.code for each in tree})
    told = (*told, *more)
    repeated = repeats(kin, lexicon, period, scope)
    figures = _Figures(letters, repeated, told)
    named: dict[str, list[str]] = {fault: [] for fault in FAULTS}
    for fault, name in faults:
        named[fault].append(name)
    checks = [Check(fault, not names, tuple(sorted(names))) for fault, names in named.items()]
    checks += letters.checks()
    checks += [eligible_kinds(whole.get("eligible", 0), {kind: letters.value("eligible", kind) for kind in KINDS})]
    return Counts(
        period,
        scope,
        figures,
        _seen(letters, told),
        (*checks, *proofs),
        _fates(whole, "received", "fate "),
        _fates(whole, "eligible", "eligible "),
        _Index(letters, repeated, told, figures),
    )


def _seen(letters: _Letters, told: Sequence[Figure]) -> Seen:
    also = seen_in(told)
    units = {
        unit
        for (unit,), row in letters.table(("unit",)).items()
        if any(letters.of(row, name) for name in letters.names)
    }
    channels = frozenset(channel for (channel,) in letters.table(("channel",)))
    return Seen(also.names | {*letters.names, *letters.behind_names}, also.units | units, channels)


def _fates(whole: Mapping[str, int], of: str, prefix: str) -> dict[str, int]:
    found = {outcome: value for outcome in LETTER_OUTCOMES if (value := whole.get(prefix + outcome, 0))}
    waiting = whole.get(of, 0) - sum(found.values())
    return found | ({"open": waiting} if waiting else {})


class _Letters:
    """Figures of letters by any marks, each table made when it is first asked for."""

    def __init__(self, sums: Together, places: Mapping[str, Sequence[str]]) -> None:
        self._sums = sums
        self.places = places
        self._rows: dict[tuple[str, ...], Rows] = {}
        self._tables: dict[tuple[str, ...], dict[tuple[str, ...], list[int]]] = {}
        self._position = {name: number for number, name in enumerate(sums.names)}
        sides = ("carried_over", "received", "handled", "open", *ELIGIBILITY, *LETTER_OUTCOMES)
        self._balance = [self._position.get(name) for name in sides]
        row = self.table(()).get((), [])
        self.whole: Mapping[str, int] = dict(zip(sums.names, row, strict=False))
        self.names: tuple[str, ...] = (*ALWAYS, *(name for name in RARE_OUTCOMES if self.whole.get(name)))

    @property
    def behind_names(self) -> list[str]:
        """The figures by matter and by person."""
        return [f"{name}{suffix}" for name in COUNTED for suffix in SUFFIXES]

    def table(self, by: tuple[str, ...]) -> dict[tuple[str, ...], list[int]]:
        """Rows of numbers by place, for some dimensions."""
        found = self._tables.get(by)
        if found is None:
            places, values = self.rows(by)
            found = self._tables[by] = dict(zip(places, values.tolist(), strict=True))
        return found

    def rows(self, by: tuple[str, ...]) -> Rows:
        """The same as an array, a row for each place."""
        found = self._rows.get(by)
        if found is None:
            found = self._rows[by] = self._sums.rows(by)
        return found

    def columns(self, values: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
        """Rows of an array with the columns that are told, in the order of `names`."""
        wide = np.column_stack((values, np.zeros(len(values), dtype=np.int64)))
        told = wide[:, [self._position.get(name, -1) for name in self.names]]
        if "total" in self.names:
            sides = [self._position.get(name, -1) for name in ("carried_over", "received")]
            told[:, self.names.index("total")] = wide[:, sides].sum(axis=1)
        return told

    def of(self, row: Sequence[int], name: str) -> int:
        """One figure of a row."""
        if name == "total":
            return self.of(row, "carried_over") + self.of(row, "received")
        position = self._position.get(name)
        return row[position] if position is not None and row else 0

    def value(self, name: str, kind: str) -> int:
        """One figure of a kind."""
        return self.of(self.table(("kind",)).get((kind,), ()), name)

    def at(self, name: str, marks: Sequence[str | None]) -> int:
        """One figure by its marks."""
        by = tuple(dimension for dimension, mark in zip(MARKS, marks, strict=True) if mark is not None)
        return self.of(self.table(by).get(tuple(mark for mark in marks if mark is not None), ()), name)

    def checks(self) -> list[Check]:
        """Each sum balances, none is below zero, and the parts give the whole."""
        crooked: dict[str, list[str]] = {by: [] for by in ("all", *MARKS)}
        wrong: dict[str, tuple[str, ...]] = {}
        whole = self.rows(())[1].sum(axis=0)
        for by in ((), *((dimension,) for dimension in MARKS)):
            places, values = self.rows(by)
            uneven = np.flatnonzero(~self._balanced(values)).tolist()
            crooked[by[0] if by else "all"] += [" ".join(places[at]) for at in uneven]
            if by:
                other = np.flatnonzero(values.sum(axis=0) != whole).tolist()
                wrong[by[0]] = tuple(sorted(self._sums.names[at] for at in other))
        return [
            *(Check(f"balance-{by}", not places, where=tuple(sorted(places))) for by, places in crooked.items()),
            *(Check(f"split-{by}", not names, where=names) for by, names in wrong.items()),
        ]

    def _balanced(self, values: npt.NDArray[np.int64]) -> npt.NDArray[np.bool_]:
        """Which rows are sound."""
        none = np.zeros(len(values), dtype=np.int64)
        sides = [values[:, at] if at is not None else none for at in self._balance]
        carried, received, handled, waiting, eligible, ineligible, *ended = sides
        balanced: npt.NDArray[np.bool_] = (carried + received == handled + waiting) & (sum(ended, none) == handled)
        balanced &= (eligible + ineligible <= received) & (values.min(axis=1, initial=0) >= 0)
        return balanced


class _Index(Mapping[Key, int]):
    """One figure by name and marks, whatever marks are asked for."""

    def __init__(
        self,
        letters: _Letters,
        repeated: Mapping[tuple[str, tuple[str, str]], int],
        told: Sequence[Figure],
        figures: Sequence[Figure],
    ) -> None:
        self._letters = letters
        self._repeated = repeated
        self._figures = figures
        self._told = {(f.figure, f.unit, f.level, f.kind, f.topic, f.channel): f.value for f in told}
        self._told_names = {f.figure for f in told}

    def __getitem__(self, key: Key) -> int:
        name, *marks = key
        if name in self._told_names:
            return self._told[key]
        if name.endswith(SUFFIXES):
            return behind(self._letters, self._repeated, name, marks)
        return self._letters.at(name, marks)

    def __iter__(self) -> Iterator[Key]:
        return iter((f.figure, f.unit, f.level, f.kind, f.topic, f.channel) for f in self._figures)

    def __len__(self) -> int:
        return len(self._figures)


def behind(
    letters: _Letters, repeated: Mapping[tuple[str, tuple[str, str]], int], name: str, marks: Sequence[str | None]
) -> int:
    """How many matters or persons are behind the letters of a figure, in all or by one mark."""
    figure, _, sort = name.rpartition("_")
    given = [(dimension, mark) for dimension, mark in zip(MARKS, marks, strict=True) if mark is not None]
    if len(given) > 1 or figure not in COUNTED:
        raise KeyError(name)
    found = letters.at(figure, marks) - repeated.get((name, given[0] if given else ("", "")), 0)
    return found + letters.at(f"{figure}_more", marks) if sort == "people" else found


class _Figures(Sequence[Figure]):
    """Every row of the report, made when it is asked for: a year of a city has hundreds of thousands."""

    def __init__(
        self, letters: _Letters, repeated: Mapping[tuple[str, tuple[str, str]], int], told: Sequence[Figure]
    ) -> None:
        self._letters = letters
        self._repeated = repeated
        self._told = told
        self._made: list[Figure] = []

    def __iter__(self) -> Iterator[Figure]:
        if not self._made:
            self._made = [*self._told, *self._of_letters(), *self._behind()]
        return iter(self._made)

    @overload
    def __getitem__(self, at: int) -> Figure: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Figure]: ...
    def __getitem__(self, at: int | slice) -> Figure | Sequence[Figure]:
        iter(self)
        return self._made[at]

    def __len__(self) -> int:
        iter(self)
        return len(self._made)

    def _of_letters(self) -> Iterator[Figure]:
        letters, names = self._letters, self._letters.names
        for pattern in sorted(PATTERNS, key=sum):
            by = tuple(dimension for dimension, wanted in zip(MARKS, pattern, strict=True) if wanted)
            if len(by) <= 1:
                table = letters.table(by)
                for place in self._written(by):
                    row = table.get(place, ())
                    marks = _marks(pattern, place)
                    yield from (Figure(name, letters.of(row, name), *marks) for name in names)
            else:
                places, values = letters.rows(by)
                order = sorted(range(len(places)), key=places.__getitem__)
                told = letters.columns(values)[order]
                rows, columns = np.nonzero(told)
                at = rows.tolist()
                figure = [names[column] for column in columns.tolist()]
                parts: list[Iterable[str | int | None]] = [figure, told[rows, columns].tolist()]
                for words in _by_mark(pattern, [places[row] for row in order]):
                    parts.append(repeat(None) if words is None else [words[row] for row in at])
                # made without calling each by its name: there are hundreds of thousands
                yield from map(tuple.__new__, repeat(Figure), zip(*parts, strict=False))

    def _written(self, by: tuple[str, ...]) -> Iterable[tuple[str, ...]]:
        """Places that are written even where there is nothing; channels only where there is anything."""
        if not by:
            return [()]
        if by == ("channel",):
            return sorted(self._letters.table(by))
        return [(word,) for word in self._letters.places[by[0]]]

    def _behind(self) -> Iterator[Figure]:
        names = self._letters.behind_names
        for by in ((), *((dimension,) for dimension in MARKS)):
            for place in self._written(by):
                marks = [place[0] if by == (dimension,) else None for dimension in MARKS]
                for name in names:
                    yield Figure(name, behind(self._letters, self._repeated, name, marks), *marks)


def _marks(pattern: Sequence[bool], place: Sequence[str]) -> list[str | None]:
    """The marks of a place by some dimensions, None for the others."""
    words = iter(place)
    return [next(words) if wanted else None for wanted in pattern]


def _by_mark(pattern: Sequence[bool], places: Sequence[tuple[str, ...]]) -> list[tuple[str, ...] | None]:
    """The same of many places, a column for each mark."""
    columns = iter(zip(*places, strict=True) if places else [()] * sum(pattern))
    return [next(columns) if wanted else None for wanted in pattern]
