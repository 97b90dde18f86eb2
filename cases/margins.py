"""What a whole month, or a year, adds up to by unit, and within each unit by kind, by topic and by channel.

A report of long periods takes these ready sums instead of every entry of every day. Only entries whose `back` lies
before the month count otherwise in a period that begins after that day; they are few, and are kept beside the sums.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final, Literal

import numpy as np
import numpy.typing as npt

from cases.ledger import (
    CROSSED,
    INSIDE,
    NONE,
    STARTED,
    Dimension,
    Entries,
    Lexicon,
    Rows,
    Sums,
    back_of,
    effect,
    folded,
)
from cases.records import record

Numbers = npt.NDArray[np.int64]

_WITHIN: Final[tuple[Literal["kind", "topic", "channel"], ...]] = ("kind", "topic", "channel")
_SHIFT: Final = {"kind": 16, "topic": 8, "channel": 0}


@record(frozen=True, slots=True)
class Margin:
    """The sums of a month or a year, as if the period began before everything that they hold."""

    names: tuple[str, ...]
    """The figures, in the order of the last axis."""
    widths: tuple[int, int, int]
    """How many numbers of the lexicon there were of kinds, topics, channels."""
    sums: npt.NDArray[np.signedinteger]
    """By number of the unit; then all, each kind, each topic, each channel; then figure."""
    crossing: Entries
    """Entries that count otherwise where the period begins after their `back`, by that day."""

    def crossed(self, first: int) -> Entries:
        """Those that do so in a period that begins on `first`."""
        return self.crossing[: int(np.searchsorted(back_of(self.crossing), first))]

    def packed(self) -> bytes:
        """All of it as bytes."""
        most = int(np.abs(self.sums).max(initial=0))
        kind = next(kind for kind in ("<i2", "<i4", "<i8") if most <= np.iinfo(kind).max)
        head = {"names": self.names, "widths": self.widths, "shape": self.sums.shape, "as": kind}
        parts = (json.dumps(head).encode(), b"\n", self.sums.astype(kind).tobytes(), self.crossing.tobytes())
        return b"".join(parts)


def unpacked(body: bytes) -> Margin:
    """What `Margin.packed` wrote."""
    end = body.index(b"\n") + 1
    names, widths, shape, kind = _head(body[:end])
    sums = np.frombuffer(body, dtype=kind, count=math.prod(shape), offset=end).reshape(shape)
    crossing = np.frombuffer(body, dtype="<i8", offset=end + sums.nbytes).reshape(-1, 2)
    return Margin(names, widths, sums, crossing)


@lru_cache(maxsize=32)
def _head(text: bytes) -> tuple[tuple[str, ...], tuple[int, int, int], tuple[int, int, int], str]:
    """Names, widths, shape and kind of the numbers: the months of one year mostly have the same."""
    head = json.loads(text)
    kinds, topics, channels = head["widths"]
    units, rows, names = head["shape"]
    return tuple(head["names"]), (kinds, topics, channels), (units, rows, names), head["as"]


def margin(entries: Entries, lexicon: Lexicon, first: int) -> Margin:
    """The sums of all entries of a month that begins on `first`."""
    marks = lexicon.words("mark")
    names = tuple(sorted({name for mark in marks.values() for s in (STARTED, INSIDE) for name in effect(mark, s)}))
    back = back_of(entries)
    mark = entries[:, 1] >> 40
    # what has no day before never has one inside the period either
    codes = mark * 2 + (back > 0)
    width = lexicon.width("mark") * 2
    effects = np.zeros((width, len(names)))
    differs = np.zeros(lexicon.width("mark"), dtype=bool)
    for number, word in marks.items():
        for code, state in ((0, STARTED), (1, INSIDE)):
            found = effect(word, state)
            effects[number * 2 + code] = [found.get(name, 0) for name in names]
        differs[number] = bool(effect(word, CROSSED))
    present = np.flatnonzero(np.bincount(codes, minlength=1))
    compact = np.zeros(width, dtype=np.int64)
    compact[present] = np.arange(len(present))
    codes, effects, wide = compact[codes], effects[present], max(1, len(present))
    unit = (entries[:, 1] >> 24) & 0xFFFF
    deltas = (entries[:, 0] >> 40).astype(np.float64)
    units = lexicon.width("unit")
    blocks = []
    sizes = [lexicon.width(dimension) for dimension in _WITHIN]
    for dimension, size in ((None, 1), *zip(_WITHIN, sizes, strict=True)):
        place = unit * size + (entries[:, 1] >> _SHIFT[dimension] & 0xFF if dimension else 0)
        bins = np.bincount(place * wide + codes, weights=deltas, minlength=units * size * wide)
        blocks.append((bins.reshape(-1, wide)[:, : len(effects)] @ effects).reshape(units, size, len(names)))
    sums = np.rint(np.concatenate(blocks, axis=1)).astype(np.int64)
    crossing = entries[(back > 0) & (back < first) & differs[mark]]
    return Margin(names, (sizes[0], sizes[1], sizes[2]), sums, _by_back(crossing, first))


def joined(parts: Sequence[Margin], first: int) -> Margin:
    """The sums of several months together, the first of which begins on `first`."""
    names = tuple(sorted({name for part in parts for name in part.names}))
    widths = (
        max(part.widths[0] for part in parts),
        max(part.widths[1] for part in parts),
        max(part.widths[2] for part in parts),
    )
    units = max(part.sums.shape[0] for part in parts)
    sums = np.zeros((units, 1 + sum(widths), len(names)), dtype=np.int64)
    for part in parts:
        column = [names.index(name) for name in part.names]
        theirs = ours = 0
        for size, wide in zip((1, *part.widths), (1, *widths), strict=True):
            block = sums[: part.sums.shape[0], ours : ours + size]
            block[:, :, column] += part.sums[:, theirs : theirs + size]
            theirs, ours = theirs + size, ours + wide
    crossing = np.concatenate([NONE, *(part.crossed(first) for part in parts)])
    return Margin(names, widths, sums, _by_back(crossing, first))


def _by_back(crossing: Entries, first: int) -> Entries:
    """The same, each dated the first day: what matters of them is `back` alone."""
    day = np.int64(first) << 20
    times = crossing[:, 0] >> 40 << 40 | day | back_of(crossing)
    found = folded(np.column_stack((times, crossing[:, 1])).astype("<i8"))
    return found[np.argsort(back_of(found), kind="stable")]


class Together:
    """Sums over entries and ready sums of months and years: in all, or by one dimension."""

    def __init__(
        self,
        entries: Entries,
        margins: Sequence[Margin],
        lexicon: Lexicon,
        first: int,
        last: int,
        places: Mapping[str, Sequence[str]],
        levels: Mapping[str, str],
    ) -> None:
        """As `Sums`; `margins` are of months and years in the period that no entry of `entries` belongs to."""
        crossing = np.concatenate([NONE, *(each.crossed(first) for each in margins)])
        self._sums = Sums(entries, lexicon, first, last, places, levels, crossing)
        self._places = places
        self.names: tuple[str, ...] = self._sums.names
        """The figures that there is anything of."""
        self._ready: dict[str, Numbers] = {}
        if margins:
            whole = _accumulated(margins)
            names = [name for at, name in enumerate(whole.names) if whole.sums[:, 0, at].any()]
            self.names = (*self.names, *(name for name in names if name not in self.names))
            self._ready = _by_place(whole, self.names, lexicon, places, levels)

    def rows(self, by: Sequence[str]) -> Rows:
        """The figures, in the order of `names`, of each place where there are any, by some dimensions.

        Raises LookupError for more than one dimension where there are ready sums, which do not tell it.
        """
        if not self._ready:
            return self._sums.rows(by)
        if len(by) > 1:
            raise LookupError(f"ready sums are by one dimension, not by {by}")
        values = self._ready[by[0] if by else ""].copy()
        own = self._sums.values(by)
        values[:, : own.shape[1]] += own
        busy = np.flatnonzero(values.any(axis=1))
        words: list[tuple[str, ...]] = [(self._places[by[0]][at],) if by else () for at in busy.tolist()]
        return words, values[busy]


def _accumulated(margins: Sequence[Margin]) -> Margin:
    """The sums of all of them; those of one shape are added up first."""
    alike: dict[tuple[object, ...], list[Margin]] = {}
    for each in margins:
        alike.setdefault((each.names, each.widths, each.sums.shape), []).append(each)
    parts = []
    for same in alike.values():
        total = np.zeros(same[0].sums.shape, dtype=np.int64)
        for each in same:
            total += each.sums
        parts.append(Margin(same[0].names, same[0].widths, total, NONE))
    return parts[0] if len(parts) == 1 else joined(parts, 0)


def _by_place(
    whole: Margin,
    names: Sequence[str],
    lexicon: Lexicon,
    places: Mapping[str, Sequence[str]],
    levels: Mapping[str, str],
) -> dict[str, Numbers]:
    """Rows by place, columns by name, for each dimension alone and for all ("")."""
    rank = {code: at for at, code in enumerate(places["unit"])}
    numbers = [(number, rank[code]) for number, code in lexicon.words("unit").items() if code in rank]
    numbers = [(number, at) for number, at in numbers if number < whole.sums.shape[0]]
    ours = whole.sums[[number for number, _ in numbers]]
    known = [at for at, name in enumerate(whole.names) if name in names]
    column = np.array([names.index(whole.names[at]) for at in known], dtype=np.int64)
    rows = {"": 1} | {dimension: len(words) for dimension, words in places.items()}
    found = {dimension: np.zeros((number, len(names)), dtype=np.int64) for dimension, number in rows.items()}

    def put(dimension: str, ranks: Sequence[int], values: npt.NDArray[np.signedinteger]) -> None:
        np.add.at(found[dimension], (np.array(ranks, dtype=np.int64)[:, None], column), values[:, known])

    put("unit", [at for _, at in numbers], ours[:, 0])
    put("level", [places["level"].index(levels[places["unit"][at]]) for _, at in numbers], ours[:, 0])
    within = ours.sum(axis=0)
    put("", [0], within[:1])
    start = 1
    for dimension, size in zip(_WITHIN, whole.widths, strict=True):
        ranks = _ranks(lexicon, dimension, places[dimension])
        put(dimension, [ranks.get(number, 0) for number in range(size)], within[start : start + size])
        start += size
    return found


def _ranks(lexicon: Lexicon, dimension: Dimension, names: Sequence[str]) -> dict[int, int]:
    rank = {name: at for at, name in enumerate(names)}
    return {number: rank.get(word, 0) for number, word in lexicon.words(dimension).items()}
