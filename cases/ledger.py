"""Many traces as two columns of numbers, and what they add up to for a period: one pass, whatever is asked.

An entry is two whole numbers of 64 bits: how often, on which day and with which `back`; and what of which unit, kind,
topic and channel, each by its number in a lexicon. Every figure is a weight of the mark (`cases.traces.weights`), so
one histogram over place and mark, times the weights, gives all figures of all places at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Final, Literal

import numpy as np
import numpy.typing as npt

from cases.traces import CARRIED, STOCKS, Trace, weights

Entries = npt.NDArray[np.int64]
"""Entries, one to a row of two."""
Dimension = Literal["mark", "unit", "kind", "topic", "channel"]
Place = tuple[str, str, str, str]
"""Unit, kind, topic, channel."""
Rows = tuple[list[tuple[str, ...]], npt.NDArray[np.int64]]
"""Places, by some dimensions, and a row of figures for each."""

NONE: Final[Entries] = np.zeros((0, 2), dtype="<i8")
MOST: Final = (1 << 23) - 1
"""No entry holds more than so many of one trace."""

_DAY_BITS: Final = 20
_DAY: Final = (1 << _DAY_BITS) - 1
_UNIT: Final = 0xFFFF
_SMALL: Final = 0xFF
_SHIFTS: Final[tuple[tuple[Dimension, int], ...]] = (("kind", 16), ("topic", 8), ("channel", 0))
_DENSE_BINS: Final = 200_000
_CUBES: Final = (("kind", "topic", "channel"), ("unit",), ("level",))
"""Dimensions that are added up together, once: every table by some of them is a sum over the others."""
_BINS_AN_ENTRY: Final = 4
"""A histogram with more empty bins than this is made of the places that there are."""

BEFORE, STARTED, INSIDE, CROSSED = range(4)
"""Where an entry lies: before the period; in it with `back` before it; in it altogether; and what it is more when
`back` lies before the period than when it lies in it."""

NOT_YET: Final = "not_yet"
"""The mark by which a letter that is not overdue today is taken out of those that will be by the end of the period."""


class Lexicon:
    """Words and their numbers, from 1, for each dimension. Numbers are only ever added."""

    __slots__ = ("_numbers", "_words")

    def __init__(self, known: Iterable[tuple[str, int, str]] = ()) -> None:
        self._words: dict[str, dict[int, str]] = {name: {} for name in ("mark", "unit", "kind", "topic", "channel")}
        self._numbers: dict[tuple[str, str], int] = {}
        for dimension, number, word in known:
            self._words[dimension][number] = word
            self._numbers[dimension, word] = number

    def number(self, dimension: Dimension, word: str) -> int:
        """The number of a word; a new one gets the next."""
        found = self._numbers.get((dimension, word))
        if found is None:
            found = max(self._words[dimension], default=0) + 1
            self._words[dimension][found] = word
            self._numbers[dimension, word] = found
        return found

    def words(self, dimension: Dimension) -> Mapping[int, str]:
        """The words of a dimension by their numbers."""
        return self._words[dimension]

    def rows(self) -> set[tuple[str, int, str]]:
        """Everything, for keeping."""
        return {(name, number, word) for name, words in self._words.items() for number, word in words.items()}

    def width(self, dimension: Dimension) -> int:
        """One more than the highest number."""
        return max(self._words[dimension], default=0) + 1


class Journal:
    """Entries in the making: traces of letters put in and taken back."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._sums: dict[tuple[int, int, int], int] = {}

    def add(self, place: Place, traces: Iterable[Trace], sign: int = 1) -> None:
        """Put the traces of a letter in (1), or take them back (-1)."""
        number = self._lexicon.number
        unit, kind, topic, channel = place
        where = (number("unit", unit) << 24 | number("kind", kind) << 16 | number("topic", topic) << 8) | number(
            "channel", channel
        )
        for trace in traces:
            key = (trace.day, trace.back, number("mark", trace.mark) << 40 | where)
            self._sums[key] = self._sums.get(key, 0) + sign * trace.number

    def entries(self) -> Entries:
        """What is left of it all."""
        rows = []
        for (day, back, what), total in self._sums.items():
            while total:
                part = max(-MOST, min(MOST, total))
                rows.append((part << 2 * _DAY_BITS | day << _DAY_BITS | back, what))
                total -= part
        return np.array(rows, dtype="<i8").reshape(len(rows), 2)


def packed(entries: Entries) -> bytes:
    """Entries as bytes."""
    return entries.astype("<i8").tobytes()


def unpacked(bodies: Iterable[bytes]) -> Entries:
    """The entries of several packs, one after the other."""
    return np.frombuffer(b"".join(bodies), dtype="<i8").reshape(-1, 2)


def days_of(entries: Entries) -> npt.NDArray[np.int64]:
    """The day of each entry."""
    return (entries[:, 0] >> _DAY_BITS) & _DAY


def back_of(entries: Entries) -> npt.NDArray[np.int64]:
    """The day before of each entry."""
    return entries[:, 0] & _DAY


def folded(entries: Entries) -> Entries:
    """The same with entries alike made one, and those that cancel out left away."""
    if not len(entries):
        return NONE
    deltas = entries[:, 0] >> 2 * _DAY_BITS
    days = entries[:, 0] & ((1 << 2 * _DAY_BITS) - 1)
    order = np.lexsort((entries[:, 1], days))
    days, what, deltas = days[order], entries[:, 1][order], deltas[order]
    starts = np.flatnonzero(np.concatenate(([True], (days[1:] != days[:-1]) | (what[1:] != what[:-1]))))
    sums = np.add.reduceat(deltas, starts)
    if np.abs(sums).max(initial=0) > MOST:
        return entries
    kept = sums != 0
    return np.column_stack((sums[kept] << 2 * _DAY_BITS | days[starts][kept], what[starts][kept])).astype("<i8")


def without(entries: Entries, lexicon: Lexicon, dimension: Literal["kind", "topic", "channel"], word: str) -> Entries:
    """Entries of everything but one word of a dimension."""
    shift = dict(_SHIFTS)[dimension]
    numbers = [number for number, known in lexicon.words(dimension).items() if known == word]
    return entries[~np.isin((entries[:, 1] >> shift) & _SMALL, numbers)]


def stock(entries: Entries, lexicon: Lexicon, day: int) -> Entries:
    """What of these entries is still of interest on `day` and later: the stocks, all dated the day before."""
    keep = np.zeros(lexicon.width("mark"), dtype=bool)
    for number, mark in lexicon.words("mark").items():
        keep[number] = any(name in STOCKS for name in weights(mark))
    # one name for each stock: what it was made of does not matter any more
    wanted = entries[keep[entries[:, 1] >> 40] & (days_of(entries) < day)]
    places = wanted[:, 1] & ((1 << 40) - 1)
    deltas = wanted[:, 0] >> 2 * _DAY_BITS
    parts = []
    date = (day - 1) << _DAY_BITS | (day - 1)
    for name in STOCKS:
        factors = np.zeros(lexicon.width("mark"), dtype=np.int64)
        for number, mark in lexicon.words("mark").items():
            factors[number] = weights(mark).get(name, 0)
        sums = deltas * factors[wanted[:, 1] >> 40]
        what = places | lexicon.number("mark", f"stock {name}") << 40
        parts.append(np.column_stack((sums << 2 * _DAY_BITS | date, what))[sums != 0])
    return folded(np.concatenate(parts).astype("<i8"))


_BECOMES: Final = {"~open": "open", "~overdue": "overdue", "~open_more": "open_more"}


class Sums:
    """What the entries of a period add up to, by whatever is asked."""

    def __init__(
        self,
        entries: Entries,
        lexicon: Lexicon,
        first: int,
        last: int,
        places: Mapping[str, Sequence[str]],
        levels: Mapping[str, str],
        crossing: Entries = NONE,
    ) -> None:
        """`entries` hold all of the days from `first` to `last`, and the stocks of before. `places` are the words to
        count, by dimension, in the order of the rows; what is of another unit is left out. `levels` by unit.
        `crossing` are entries that have been added up elsewhere, as if their `back` lay in the period."""
        day = days_of(entries)
        # before the period, in it with `back` before it, in it altogether
        state = (day >= first).astype(np.int64)
        state += state & (back_of(entries) >= first)
        if len(crossing):
            entries = np.concatenate((entries, crossing))
            day = np.concatenate((day, days_of(crossing)))
            state = np.concatenate((state, np.full(len(crossing), CROSSED)))
        units = lexicon.words("unit")
        rank = {unit: number for number, unit in enumerate(places["unit"])}
        position = np.full(lexicon.width("unit"), -1, dtype=np.int64)
        for number, unit in units.items():
            position[number] = rank.get(unit, -1)
        unit = position[(entries[:, 1] >> 24) & _UNIT]
        ours = (day <= last) & (unit >= 0)
        if not ours.all():
            entries, state, unit = entries[ours], state[ours], unit[ours]
        self._deltas = (entries[:, 0] >> 2 * _DAY_BITS).astype(np.float64)
        level = np.array([places["level"].index(levels[unit]) for unit in places["unit"]] or [0], dtype=np.int64)
        self._positions: dict[str, npt.NDArray[np.int64]] = {"unit": unit, "level": level[unit]}
        # each of these numbers is a byte of its own
        single = np.ascontiguousarray(entries, dtype="<i8").view(np.uint8).reshape(len(entries), 16)
        for dimension, shift in _SHIFTS:
            numbers = single[:, 8 + shift // 8]
            self._positions[dimension] = _ranked(numbers, lexicon.words(dimension), places[dimension])
        self._places = places
        codes = (entries[:, 1] >> 40) * 4 + state
        present = np.flatnonzero(np.bincount(codes, minlength=1))
        compact = np.zeros(int(present.max(initial=0)) + 1, dtype=np.int64)
        compact[present] = np.arange(len(present))
        self._codes = compact[codes]
        self._width = max(1, len(present))
        marks = lexicon.words("mark")
        effects = [effect(marks[int(code) // 4], int(code) % 4) for code in present] or [{}]
        self.names: tuple[str, ...] = tuple(dict.fromkeys(name for each in effects for name in each))
        """The figures that there is anything of."""
        self._cubes: dict[tuple[str, ...], npt.NDArray[np.float64]] = {}
        column = {name: at for at, name in enumerate(self.names)}
        self._matrix = np.zeros((len(effects), len(column)))
        for row, each in enumerate(effects):
            for name, weight in each.items():
                self._matrix[row, column[name]] = weight

    def rows(self, by: Sequence[str]) -> Rows:
        """The figures, in the order of `names`, of each place where there are any, by some dimensions."""
        sizes = [len(self._places[dimension]) for dimension in by]
        dense = self._dense(by)
        if dense is not None:
            return self._named(by, sizes, dense)
        rows = np.zeros(len(self._codes), dtype=np.int64)
        for dimension, size in zip(by, sizes, strict=True):
            rows = rows * size + self._positions[dimension]
        count = int(np.prod(sizes, dtype=np.int64)) if sizes else 1
        seen: npt.NDArray[np.int64] | None = None
        if count * self._width > _DENSE_BINS + _BINS_AN_ENTRY * len(rows):
            seen, rows = np.unique(rows, return_inverse=True)
            count = len(seen)
        bins = np.bincount(rows * self._width + self._codes, weights=self._deltas, minlength=count * self._width)
        return self._named(by, sizes, bins.reshape(count, self._width) @ self._matrix, seen)

    def values(self, by: Sequence[str]) -> npt.NDArray[np.int64]:
        """The figures as an array, a row for each place in order, for no dimension or one."""
        dense = self._dense(by)
        if dense is None:
            dense = self._margin(tuple(by), by) @ self._matrix
        found: npt.NDArray[np.int64] = np.rint(dense).astype(np.int64)
        return found

    def _dense(self, by: Sequence[str]) -> npt.NDArray[np.float64] | None:
        together = next((cube for cube in _CUBES if set(by) <= set(cube)), None)
        if together is None or self._bins(together) > _DENSE_BINS:
            return None
        sums: npt.NDArray[np.float64] = self._margin(together, by) @ self._matrix
        return sums

    def _bins(self, by: Sequence[str]) -> int:
        return int(np.prod([len(self._places[dimension]) for dimension in by], dtype=np.int64)) * self._width

    def _margin(self, cube: tuple[str, ...], by: Sequence[str]) -> npt.NDArray[np.float64]:
        """Sums by some dimensions of a cube, which is added up from the entries only once."""
        if cube not in self._cubes:
            rows = np.zeros(len(self._codes), dtype=np.int64)
            for dimension in cube:
                rows = rows * len(self._places[dimension]) + self._positions[dimension]
            shape = [*(len(self._places[dimension]) for dimension in cube), self._width]
            bins = np.bincount(rows * self._width + self._codes, weights=self._deltas, minlength=self._bins(cube))
            self._cubes[cube] = bins.reshape(shape).astype(np.float64, copy=False)
        others = tuple(at for at, dimension in enumerate(cube) if dimension not in by)
        sums: npt.NDArray[np.float64] = self._cubes[cube].sum(axis=others).reshape(-1, self._width)
        return sums

    def _named(
        self,
        by: Sequence[str],
        sizes: Sequence[int],
        sums: npt.NDArray[np.float64],
        seen: npt.NDArray[np.int64] | None = None,
    ) -> Rows:
        values = np.rint(sums).astype(np.int64)
        busy = np.flatnonzero(values.any(axis=1))
        numbers = busy if seen is None else seen[busy]
        words = []
        for dimension, size in reversed(list(zip(by, sizes, strict=True))):
            names = self._places[dimension]
            words.append([names[each] for each in (numbers % size).tolist()])
            numbers = numbers // size
        return list(zip(*reversed(words), strict=True)) if words else [()] * len(busy), values[busy]


def _ranked(numbers: npt.NDArray[np.uint8], words: Mapping[int, str], names: Sequence[str]) -> npt.NDArray[np.int64]:
    ranks = {name: rank for rank, name in enumerate(names)}
    position = np.zeros(max(words, default=0) + 1, dtype=np.int64)
    for number, word in words.items():
        position[number] = ranks.get(word, 0)
    return position[numbers]


@cache
def effect(mark: str, state: int) -> dict[str, int]:
    """What one entry of a mark adds to which figure, by where it lies."""
    if mark == NOT_YET:
        return {"overdue": -1}
    if state == CROSSED:
        started, inside = effect(mark, STARTED), effect(mark, INSIDE)
        more = {name: started.get(name, 0) - inside.get(name, 0) for name in {**started, **inside}}
        return {name: weight for name, weight in more.items() if weight}
    found: dict[str, int] = {}
    for name, weight in weights(mark).items():
        if name in STOCKS:
            found[_BECOMES[name]] = found.get(_BECOMES[name], 0) + weight
            if state == BEFORE and name in CARRIED:
                found[CARRIED[name]] = weight
        elif state:
            plain, _, which = name.partition("~")
            if not which or which == ("out" if state == STARTED else "in"):
                found[plain] = found.get(plain, 0) + weight
    return {name: weight for name, weight in found.items() if weight}
