"""Letters that share a matter or a person with others, as columns of numbers: by how much they are more than those.

A letter alone with its matter and its person counts as one of each, so only these have to be looked at. They are kept
in packs of a month (by their day of receipt), and a pack is read in one go, whatever the period.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from cases.distinct import COUNTED, SUFFIXES
from cases.kinds import KINDS, TOPICS
from cases.ledger import Dimension, Lexicon
from cases.lives import moved_of, spells_of
from cases.periods import Period
from cases.sums import Unit, level_order

Numbers = npt.NDArray[np.int64]
_Mark = tuple[str, str]

LASTING_DAYS: Final = 31
"""A letter that took longer from its receipt to its last end is looked for apart."""
_RECEIVED_ON, _LAST_ON, _ELIGIBLE_IS, _UNIT, _KIND, _TOPIC, _CHANNEL, _MATTER, _PERSON, _ID = range(10)
_WIDTH: Final = 10
_EXTRA: Final = 3
_CARRIED, _RECEIVED, _HANDLED, _OPEN, _ELIGIBLE = (1 << bit for bit in range(len(COUNTED)))
_MOST_BITS: Final = 62


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


@dataclass(frozen=True, slots=True)
class Kindred:
    """Many of them: a row of numbers each; every spell of those with several; where those were before that moved."""

    letters: Numbers
    spells: Numbers
    """Which letter, since when, until when."""
    moved: Numbers
    """Which letter, until when, in which unit."""

    def of(self, chosen: npt.NDArray[np.bool_]) -> Kindred:
        """Some of them."""
        place = np.cumsum(chosen) - 1

        def kept(rows: Numbers) -> Numbers:
            ours = rows[chosen[rows[:, 0]]]
            return np.column_stack((place[ours[:, 0]], ours[:, 1:])) if len(ours) else ours

        return Kindred(self.letters[chosen], kept(self.spells), kept(self.moved))

    def here(self, near: date, first: date, last: date) -> Kindred:
        """Those that came on some days, and those that came since `near` and were not over by the first of them."""
        came, ended, begin = self.letters[:, _RECEIVED_ON], self.letters[:, _LAST_ON], first.toordinal()
        inside = (came >= near.toordinal()) & (came <= last.toordinal())
        return self.of(inside & ((came >= begin) | (ended >= begin)))

    def other_than(self, cases: Iterable[str]) -> Kindred:
        """Those with other ids."""
        return self.of(~np.isin(self.letters[:, _ID], [_hashed(case) for case in cases]))

    def without_kind(self, lexicon: Lexicon, kind: str) -> Kindred:
        """Those of other kinds."""
        return self.of(self.letters[:, _KIND] != lexicon.number("kind", kind))

    def packed(self) -> bytes:
        """All of it as bytes."""
        head = np.array([len(self.letters), len(self.spells), len(self.moved)], dtype="<i8")
        return b"".join(part.astype("<i8").tobytes() for part in (head, self.letters, self.spells, self.moved))


def gathered(letters: Iterable[Kin], lexicon: Lexicon) -> Kindred:
    """Letters as numbers; their words get numbers of the lexicon."""
    rows: list[tuple[int, ...]] = []
    spells: list[tuple[int, int, int]] = []
    moved: list[tuple[int, int, int]] = []
    number = lexicon.number
    for at, kin in enumerate(letters):
        rows.append(
            (
                _day(kin.received_on),
                _day(kin.last_on),
                -1 if kin.eligible is None else kin.eligible,
                number("unit", kin.unit),
                number("kind", kin.kind),
                number("topic", kin.topic),
                number("channel", kin.channel),
                _hashed(kin.matter),
                _hashed(kin.person),
                _hashed(kin.case_id),
            )
        )
        if ";" in kin.spells:
            each = spells_of(kin.spells)
            spells += [(at, _day(spell.opened_on), _day(spell.outcome_on or "9999-12-31")) for spell in each]
        if kin.moved:
            moved += [(at, _day(until), number("unit", unit)) for until, unit in moved_of(kin.moved)]
    return Kindred(_columns(rows, _WIDTH), _columns(spells, _EXTRA), _columns(moved, _EXTRA))


def together(parts: Sequence[Kindred]) -> Kindred:
    """All of several."""
    starts = np.cumsum([0, *(len(part.letters) for part in parts)])[:-1].tolist()

    def moved_on(rows: Numbers, start: int) -> Numbers:
        return rows + np.array([start, 0, 0], dtype=np.int64)

    return Kindred(
        np.concatenate([_NONE_OF[_WIDTH], *(part.letters for part in parts)]),
        np.concatenate([_NONE_OF[_EXTRA], *(moved_on(p.spells, s) for p, s in zip(parts, starts, strict=True))]),
        np.concatenate([_NONE_OF[_EXTRA], *(moved_on(p.moved, s) for p, s in zip(parts, starts, strict=True))]),
    )


def unpacked(body: bytes) -> Kindred:
    """What `Kindred.packed` wrote."""
    numbers = np.frombuffer(body, dtype="<i8")
    letters, spells, moved = numbers[:3].tolist()
    ends = np.cumsum([3, letters * _WIDTH, spells * _EXTRA, moved * _EXTRA]).tolist()
    return Kindred(
        numbers[ends[0] : ends[1]].reshape(letters, _WIDTH),
        numbers[ends[1] : ends[2]].reshape(spells, _EXTRA),
        numbers[ends[2] : ends[3]].reshape(moved, _EXTRA),
    )


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
    if not len(kindred.letters):
        return {}
    units = tuple(scope)
    levels = sorted({unit.level for unit in units}, key=level_order)
    rank = _ranks(lexicon.words("unit"), [unit.code for unit in units])[_units(kindred, period.last.toordinal())]
    bits = np.where(rank >= 0, _bits(kindred, period.first.toordinal(), period.last.toordinal()), 0)
    busy = bits > 0
    letters, bits, rank = kindred.letters[busy], bits[busy], rank[busy]
    level_of = np.array([levels.index(unit.level) for unit in units] or [0], dtype=np.int64)
    channels = sorted(lexicon.words("channel").values())
    places: list[tuple[str, Numbers, Sequence[str]]] = [
        ("", np.zeros(len(letters), dtype=np.int64), ("",)),
        ("unit", rank, [unit.code for unit in units]),
        ("level", level_of[rank], levels),
    ]
    others: tuple[tuple[Dimension, int, Sequence[str]], ...] = (
        ("kind", _KIND, KINDS),
        ("topic", _TOPIC, TOPICS),
        ("channel", _CHANNEL, channels),
    )
    for dimension, column, words in others:
        ranks = _ranks(lexicon.words(dimension), words)
        places.append((dimension, ranks[letters[:, column]], words))
    found: dict[tuple[str, _Mark], int] = {}
    for suffix, column in zip(SUFFIXES, (_MATTER, _PERSON), strict=True):
        order, group = _groups(letters[:, column])
        for mark, place, words in places:
            for word, row in zip(words, _excess(place[order], group, bits[order], len(words)), strict=True):
                for name, value in zip(COUNTED, row, strict=True):
                    if value:
                        found[f"{name}{suffix}", (mark, word)] = value
    return found


def _groups(key: Numbers) -> tuple[Numbers, Numbers]:
    """The letters that share their key with another here, beside each other; and the number of the group of each."""
    order = np.argsort(key, kind="stable")
    order = order[key[order] != 0]
    sorted_key = key[order]
    same = sorted_key[1:] == sorted_key[:-1]
    shared = np.concatenate((same, [False])) | np.concatenate(([False], same)) if len(order) else np.zeros(0, bool)
    order, sorted_key = order[shared], sorted_key[shared]
    begins = np.concatenate(([True], sorted_key[1:] != sorted_key[:-1])) if len(order) else np.zeros(0, bool)
    return order, np.cumsum(begins) - 1


def _excess(place: Numbers, group: Numbers, bits: Numbers, places: int) -> list[list[int]]:
    """For each place and figure, how many letters more there are than groups."""
    if not len(bits):
        return [[0] * len(COUNTED)] * places
    width = len(COUNTED)
    if places * width <= _MOST_BITS:
        starts = np.flatnonzero(np.concatenate(([True], group[1:] != group[:-1])))
        told = np.bitwise_or.reduceat(bits << place * width, starts)
        behind = [[int(np.count_nonzero(told >> (p * width + bit) & 1)) for bit in range(width)] for p in range(places)]
    else:
        both = group * places + place
        order = np.argsort(both, kind="stable")
        both = both[order]
        starts = np.flatnonzero(np.concatenate(([True], both[1:] != both[:-1])))
        told, where = np.bitwise_or.reduceat(bits[order], starts), both[starts] % places
        behind = np.column_stack(
            [np.bincount(where[told >> b & 1 > 0], minlength=places) for b in range(width)]
        ).tolist()
    counted = np.column_stack([np.bincount(place[bits >> b & 1 > 0], minlength=places) for b in range(width)])
    return (counted - np.array(behind, dtype=np.int64)).tolist()  # type: ignore[no-any-return]


def _bits(kindred: Kindred, first: int, last: int) -> Numbers:
    """Which of COUNTED each letter counts in: the first is 1, the next 2, 4, …. As `cases.counts.marks_of` says."""
    came, ended = kindred.letters[:, _RECEIVED_ON], kindred.letters[:, _LAST_ON]
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
    bits = received * _RECEIVED + carried * _CARRIED + (received & (kindred.letters[:, _ELIGIBLE_IS] == 1)) * _ELIGIBLE
    bits += (bits > 0) * np.where(done, _HANDLED, _OPEN)
    found: Numbers = bits.astype(np.int64)
    return found


def _units(kindred: Kindred, last: int) -> Numbers:
    """The unit, by its number, that each letter lay with in the evening of a day."""
    units = kindred.letters[:, _UNIT].copy()
    if len(kindred.moved):
        at, _, unit = kindred.moved[kindred.moved[:, 1] > last].T
        # the oldest of them is written last, and stays
        units[at[::-1]] = unit[::-1]
    return units


def _ranks(known: Mapping[int, str], words: Sequence[str]) -> Numbers:
    rank = {word: number for number, word in enumerate(words)}
    found = np.full(max(known, default=0) + 1, -1, dtype=np.int64)
    for number, word in known.items():
        found[number] = rank.get(word, -1)
    return found


def _columns(rows: Sequence[tuple[int, ...]], width: int) -> Numbers:
    return np.array(rows, dtype=np.int64).reshape(len(rows), width)


_NONE_OF: Final = {width: np.zeros((0, width), dtype=np.int64) for width in (_WIDTH, _EXTRA)}
NO_KIN: Final = Kindred(_NONE_OF[_WIDTH], _NONE_OF[_EXTRA], _NONE_OF[_EXTRA])
"""None at all."""


def _hashed(text: str) -> int:
    """A number for a text, 0 for none: 63 bits, so that among millions no two are likely to meet."""
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big") >> 1 if text else 0


def _day(text: str) -> int:
    return date.fromisoformat(text).toordinal()
