"""Letters that share a matter or a person with others, as columns of numbers: by how much they are more than those.

A letter alone with its matter and its person counts as one of each, so only these have to be looked at. They are kept
in packs of a month (by their day of receipt), and a pack is read in one go, whatever the period.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from hashlib import blake2b
from typing import Any, Final, NamedTuple

import numpy as np
import numpy.typing as npt

from cases.distinct import COUNTED, SUFFIXES
from cases.kinds import KINDS, TOPICS
from cases.ledger import Dimension, Lexicon
from cases.lives import moved_of, spells_of
from cases.periods import Period
from cases.records import record
from cases.sums import Unit, level_order

Numbers = npt.NDArray[np.int64]
_Mark = tuple[str, str]

LASTING_DAYS: Final = 31
"""A letter that took longer from its receipt to its last end is looked for apart."""
MATTER, PERSON = 1, 2
"""What a letter shares with another, in one number."""
_COLUMNS: Final = (
    ("matter", "<i8"),
    ("person", "<i8"),
    ("id", "<i8"),
    ("received", "<i4"),
    ("last", "<i4"),
    ("unit", "<u2"),
    ("kind", "u1"),
    ("topic", "u1"),
    ("channel", "u1"),
    ("eligible", "i1"),
)
_EXTRA: Final = 3
_CARRIED, _RECEIVED, _HANDLED, _OPEN, _ELIGIBLE = (1 << bit for bit in range(len(COUNTED)))
_SETS: Final = 1 << len(COUNTED)
_BITS_OF: Final = np.array([[number >> bit & 1 for bit in range(len(COUNTED))] for number in range(_SETS)])
"""Which figures each number stands for."""
_NEAR: Final = 8
"""In groups of more letters than this and one, letters are not compared one with another."""
_SPARSE: Final = 16
"""Where more letters than one in so many have something in common with another, all are looked at in their order."""
_BYTE: Final = np.uint8


class Kin(NamedTuple):
    """One such letter as it is counted; days as ISO text, `spells` and `moved` as `cases.lives` writes them."""

    case_id: str
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
    kin: int = MATTER | PERSON


@record(frozen=True, slots=True)
class Kindred:
    """Many of them: a column for each of their facts; every spell of those with several; where those were before that
    moved."""

    letters: Mapping[str, npt.NDArray[Any]]
    spells: Numbers
    """Which letter, since when, until when."""
    moved: Numbers
    """Which letter, until when, in which unit."""

    def __len__(self) -> int:
        return len(self.letters["id"])

    def of(self, chosen: npt.NDArray[np.bool_]) -> Kindred:
        """Some of them."""
        if chosen.all():
            return self
        place = np.cumsum(chosen) - 1

        def kept(rows: Numbers) -> Numbers:
            ours = rows[chosen[rows[:, 0]]]
            return np.column_stack((place[ours[:, 0]], ours[:, 1:])) if len(ours) else ours

        letters = {name: column[chosen] for name, column in self.letters.items()}
        return Kindred(letters, kept(self.spells), kept(self.moved))

    def here(self, near: date, first: date, last: date) -> Kindred:
        """Those that came on some days, and those that came since `near` and were not over by the first of them."""
        came, ended, begin = self.letters["received"], self.letters["last"], first.toordinal()
        inside = (came >= near.toordinal()) & (came <= last.toordinal())
        return self.of(inside & ((came >= begin) | (ended >= begin)))

    def lasting(self) -> Kindred:
        """Those that took long."""
        return self.of(self.letters["last"] - self.letters["received"] > LASTING_DAYS)

    def open_since(self, near: date, first: date) -> Kindred:
        """Those that came before `near` and were not over by `first`."""
        return self.of((self.letters["received"] < near.toordinal()) & (self.letters["last"] >= first.toordinal()))

    def other_than(self, cases: Iterable[str]) -> Kindred:
        """Those with other ids."""
        return self.of(~np.isin(self.letters["id"], [_hashed(case) for case in cases]))

    def without_kind(self, lexicon: Lexicon, kind: str) -> Kindred:
        """Those of other kinds."""
        return self.of(self.letters["kind"] != lexicon.number("kind", kind))

    def packed(self) -> bytes:
        """All of it as bytes."""
        head = np.array([len(self), len(self.spells), len(self.moved)], dtype="<i8")
        columns = (self.letters[name].astype(kind) for name, kind in _COLUMNS)
        rows = (part.astype("<i8") for part in (self.spells, self.moved))
        return b"".join(part.tobytes() for part in (head, *rows, *columns))


def gathered(letters: Iterable[Kin], lexicon: Lexicon) -> Kindred:
    """Letters as numbers; their words get numbers of the lexicon."""
    rows: list[tuple[int, ...]] = []
    spells: list[tuple[int, int, int]] = []
    moved: list[tuple[int, int, int]] = []
    number = lexicon.number
    for at, kin in enumerate(letters):
        rows.append(
            (
                _hashed(kin.matter) if kin.kin & MATTER else 0,
                _hashed(kin.person) if kin.kin & PERSON else 0,
                _hashed(kin.case_id),
                _day(kin.received_on),
                _day(kin.last_on),
                number("unit", kin.unit),
                number("kind", kin.kind),
                number("topic", kin.topic),
                number("channel", kin.channel),
                -1 if kin.eligible is None else kin.eligible,
            )
        )
        if ";" in kin.spells:
            each = spells_of(kin.spells)
            spells += [(at, _day(spell.opened_on), _day(spell.outcome_on or "9999-12-31")) for spell in each]
        if kin.moved:
            moved += [(at, _day(until), number("unit", unit)) for until, unit in moved_of(kin.moved)]
    columns = zip(*rows, strict=True) if rows else [()] * len(_COLUMNS)
    told = {name: np.array(each, dtype=kind) for (name, kind), each in zip(_COLUMNS, columns, strict=True)}
    return Kindred(told, _extra(spells), _extra(moved))


def together(parts: Sequence[Kindred]) -> Kindred:
    """All of several."""
    parts = [part for part in parts if len(part)]
    if len(parts) < 2:
        return parts[0] if parts else NO_KIN
    starts = np.cumsum([0, *(len(part) for part in parts)])[:-1].tolist()

    def moved_on(rows: Numbers, start: int) -> Numbers:
        return rows + np.array([start, 0, 0], dtype=np.int64)

    return Kindred(
        {name: np.concatenate([part.letters[name] for part in parts]) for name, _ in _COLUMNS},
        np.concatenate([moved_on(part.spells, start) for part, start in zip(parts, starts, strict=True)]),
        np.concatenate([moved_on(part.moved, start) for part, start in zip(parts, starts, strict=True)]),
    )


def unpacked(body: bytes) -> Kindred:
    """What `Kindred.packed` wrote."""
    letters, spells, moved = np.frombuffer(body, dtype="<i8", count=3).tolist()
    rows = np.frombuffer(body, dtype="<i8", count=(spells + moved) * _EXTRA, offset=24).reshape(-1, _EXTRA)
    columns = {}
    at = 24 + rows.nbytes
    for name, kind in _COLUMNS:
        columns[name] = np.frombuffer(body, dtype=kind, count=letters, offset=at)
        at += columns[name].nbytes
    return Kindred(columns, rows[:spells], rows[spells:])


def lasting(received_on: str, last_on: str) -> bool:
    """Whether a letter takes long, as far as its days can be read."""
    try:
        return _day(last_on) - _day(received_on) > LASTING_DAYS
    except ValueError:
        return True


def repeats(
    kindred: Kindred, lexicon: Lexicon, period: Period, scope: Iterable[Unit]
) -> Mapping[tuple[str, _Mark], int]:
    """By how much the letters are more than the matters and the persons behind them, for each figure and mark."""
    if not len(kindred):
        return {}
    units = tuple(scope)
    levels = sorted({unit.level for unit in units}, key=level_order)
    codes = [unit.code for unit in units]
    rank = _ranks(lexicon.words("unit"), codes)[_units(kindred, period.last.toordinal())]
    bits = _bits(kindred, period.first.toordinal(), period.last.toordinal())
    busy = (bits > 0) & (rank >= 0)
    small = _small(rank, len(codes))
    level_of = np.array([levels.index(unit.level) for unit in units] or [0], dtype=np.int64)
    whole = [
        _Place("", np.zeros(len(kindred), dtype=np.uint8), ("",)),
        _Place("unit", small, codes),
        _Place("level", _small(level_of, len(levels)).take(small, mode="clip"), levels),
    ]
    others: tuple[tuple[Dimension, Sequence[str]], ...] = (
        ("kind", KINDS),
        ("topic", TOPICS),
        ("channel", sorted(lexicon.words("channel").values())),
    )
    for dimension, words in others:
        ranks = _small(_ranks(lexicon.words(dimension), words), len(words))
        whole.append(_Place(dimension, ranks[kindred.letters[dimension]], words))
    found: dict[tuple[str, _Mark], int] = {}
    for suffix, column in zip(SUFFIXES, ("matter", "person"), strict=True):
        order, nth = _groups(kindred.letters[column], busy)
        places = [each._replace(rank=each.rank[order]) for each in whole]
        for place, rows in _excess(places, nth, bits[order]):
            for word, row in zip(place.words, rows, strict=True):
                for name, value in zip(COUNTED, row, strict=True):
                    if value:
                        found[f"{name}{suffix}", (place.mark, word)] = value
    return found


class _Place(NamedTuple):
    """Where letters lie by one mark: the rank of each, and the word of each rank."""

    mark: str
    rank: npt.NDArray[Any]
    words: Sequence[str]


def _groups(key: Numbers, busy: npt.NDArray[np.bool_]) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.int32]]:
    """The letters that have a key, those of one key beside each other; and how many of its key stand before each."""
    chosen = np.flatnonzero(busy & (key != 0)).astype(np.int32)
    keys = key[chosen]
    order = np.argsort(keys)
    keys = keys[order]
    at = np.arange(len(keys), dtype=np.int32)
    begins = at.copy()
    begins[1:] *= keys[1:] != keys[:-1]
    return chosen[order], at - np.maximum.accumulate(begins)


def _excess(
    places: Sequence[_Place], nth: npt.NDArray[np.int32], bits: npt.NDArray[np.uint8]
) -> Iterable[tuple[_Place, list[list[int]]]]:
    """For each mark, place and figure, how many letters repeat another of their group in the same place and figure.

    Groups are small as a rule: each letter is compared with those some places before it. Large ones are sorted.
    """
    if not len(bits):
        return
    most = int(nth.max())
    group = np.cumsum(nth == 0) - 1 if most > _NEAR else NO_NUMBERS
    large = (np.bincount(group) > _NEAR + 1)[group] if most > _NEAR else np.zeros(len(bits), dtype=bool)
    few = np.where(large, _BYTE(0), bits)
    # what each letter has in common with the one so many places before it: where few have anything, those alone
    near: list[tuple[int, npt.NDArray[np.uint8]]] = []
    far: list[tuple[Numbers, int, npt.NDArray[np.uint8]]] = []
    for apart in range(1, min(most, _NEAR) + 1):
        common = few[apart:] & few[:-apart] & _all_or_none(nth[apart:] >= apart)
        those = np.flatnonzero(common != 0)
        if len(those) * _SPARSE > len(bits):
            near.append((apart, common))
        else:
            far.append((those + apart, apart, common[those]))
    for place in places:
        number = len(place.words)
        rank = place.rank
        seen = np.zeros(len(bits), dtype=np.uint8)
        for apart, common in near:
            seen[apart:] |= common & _all_or_none(rank[apart:] == rank[:-apart])
        for later, apart, common in far:
            seen[later] |= common & _all_or_none(rank[later] == rank[later - apart])
        again = np.flatnonzero(seen != 0)
        those = rank[again].astype(np.int64) * _SETS + seen[again]
        sets = np.bincount(those, minlength=number * _SETS).reshape(number, _SETS)
        rows = sets @ _BITS_OF
        if large.any():
            both = group[large] * number + rank[large]
            for bit in range(len(COUNTED)):
                alike = np.sort(both[bits[large] >> bit & 1 > 0])
                rows[:, bit] += np.bincount(alike[1:][alike[1:] == alike[:-1]] % number, minlength=number)
        yield place, rows.tolist()


def _all_or_none(chosen: npt.NDArray[np.bool_]) -> npt.NDArray[np.uint8]:
    """Every bit where it is chosen, none where it is not."""
    return np.negative(chosen.view(np.uint8))


def _bits(kindred: Kindred, first: int, last: int) -> npt.NDArray[np.uint8]:
    """Which of COUNTED each letter counts in: the first is 1, the next 2, 4, …. As `cases.counts.marks_of` says."""
    came, ended = kindred.letters["received"], kindred.letters["last"]
    received = (came >= first) & (came <= last)
    carried = (came < first) & (ended >= first)
    done = ended <= last
    if len(kindred.spells):
        at, since, until = kindred.spells.T
        here = since <= last
        at, since, until = at[here], since[here], until[here]
        several = np.zeros(len(came), dtype=bool)
        several[kindred.spells[:, 0]] = True
        carried &= ~several
        touching = (since >= first) | (until >= first)
        again = np.zeros(len(came), dtype=bool)
        again[at[touching]] = True
        carried |= again & several & (came < first)
        # the spells of a letter stand in their order, so the last one that is here stays
        done[at] = until <= last
    bits = received * _BYTE(_RECEIVED) | carried * _BYTE(_CARRIED)
    bits |= (received & (kindred.letters["eligible"] == 1)) * _BYTE(_ELIGIBLE)
    return bits | (bits > 0) * np.where(done, _BYTE(_HANDLED), _BYTE(_OPEN))


def _units(kindred: Kindred, last: int) -> npt.NDArray[Any]:
    """The unit, by its number, that each letter lay with in the evening of a day."""
    units = kindred.letters["unit"]
    if len(kindred.moved):
        units = units.copy()
        at, _, unit = kindred.moved[kindred.moved[:, 1] > last].T
        # the oldest of them is written last, and stays
        units[at[::-1]] = unit[::-1]
    return units


def _ranks(known: Mapping[int, str], words: Sequence[str]) -> npt.NDArray[np.int16]:
    rank = {word: number for number, word in enumerate(words)}
    found = np.full(max(known, default=0) + 1, -1, dtype=np.int16)
    for number, word in known.items():
        found[number] = rank.get(word, -1)
    return found


def _small(ranks: npt.NDArray[Any], number: int) -> npt.NDArray[Any]:
    """The same in as few bytes as so many need; what is below 0 stands for nothing that is looked at."""
    return ranks.astype(np.uint8 if number <= 1 << 8 else np.uint16)


def _extra(rows: Sequence[tuple[int, ...]]) -> Numbers:
    return np.array(rows, dtype=np.int64).reshape(len(rows), _EXTRA)


NO_NUMBERS: Final = np.zeros(0, dtype=np.int64)
NO_KIN: Final = Kindred({name: np.zeros(0, dtype=kind) for name, kind in _COLUMNS}, _extra([]), _extra([]))
"""None at all."""


def _hashed(text: str) -> int:
    """A number for a text, 0 for none: 63 bits, so that among millions no two are likely to meet."""
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big") >> 1 if text else 0


def _day(text: str) -> int:
    return date.fromisoformat(text).toordinal()
