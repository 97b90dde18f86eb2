"""Whether two letters are about the same thing, told from sketches that hold no word of either.

A sketch is a MinHash: of keyed hashes of a text's words it keeps, for each of 32 orderings, the least. Two sketches
agree in about as many places as their texts share words; without the key nothing can be read from them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from itertools import chain
from operator import itemgetter
from typing import Final, Protocol, TypeVar

from cases.classify.words import folded_words
from cases.kinds import Kind, Topic
from cases.records import record

PLACES: Final = 32
BYTES_A_PLACE: Final = 4
SHINGLES_AT_MOST: Final = 600
DAYS_APART_AT_MOST: Final = 120

_SAME_WORDS: Final = 0.5
"""Letters alike to this share are one text, sent again or passed around."""
_SAME_MATTER: Final = 0.15
"""This share is enough where topic and place agree as well. Two neighbours tell the same thing in other sentences:
single words are compared, not pairs of them."""
_SAME_PLACE: Final = 0.4
# Words of every letter: what they share says nothing about the matter.
_COMMON: Final = frozenset(
    """toi em con chung minh ong ba anh chi co chu bac nha la va cua o tai trong cho voi nhung cac mot nay do thi
    ma bi duoc khong da dang se rat qua lam roi nua cung con hay hoac de den di ra vao len xuong kinh
    gui de nghi mong xin nho giup phuong xa to ngo duong so thon""".split()  # noqa: SIM905 - words are read as a line
)

Keyed = Callable[[Iterable[str]], Iterable[bytes]]
"""Of each word a keyed hash of 16 bytes."""


@record(frozen=True, slots=True)
class Sketch:
    """What is kept of a letter to find others about the same thing; empty where it says nothing."""

    words: bytes
    place: bytes


@record(frozen=True, slots=True)
class Facts:
    """What is known of a letter beside its sketch."""

    topic: Topic
    received_on: date


def may_be_sketched(kind: Kind) -> bool:
    """Whether anything of a letter of this kind may be kept: nothing of a denunciation is (Luật Tố cáo Art 8)."""
    return kind in ("kien_nghi_phan_anh", "khieu_nai")


def sketch(content: str, place: str, keyed: Keyed) -> Sketch:
    """The sketch of a letter."""
    return Sketch(*_least(keyed, set(folded_words(content)) - _COMMON, set(folded_words(place))))


class Told(Protocol):
    """A letter as it is kept to be compared with: its sketch, its topic, and the day on which it came, written."""

    @property
    def words(self) -> bytes: ...
    @property
    def place(self) -> bytes: ...
    @property
    def topic(self) -> str: ...
    @property
    def received_on(self) -> str: ...


L = TypeVar("L", bound=Told)


def alike(one: Sketch, facts: Facts, others: Sequence[L]) -> list[L]:
    """Of other letters of its unit those that may be about the same thing as one, the likeliest first. All at once: it
    is compared with hundreds before its sender gets the receipt."""
    topic, apart = facts.topic, timedelta(DAYS_APART_AT_MOST)
    first, last = (facts.received_on - apart).isoformat(), (facts.received_on + apart).isoformat()
    found: list[tuple[float, int, L]] = []
    maybe: list[tuple[float, int, L]] = []
    for index, words in _agreeing(one.words, [each.words for each in others], _SAME_MATTER):
        other = others[index]
        if first <= other.received_on <= last:
            if words >= _SAME_WORDS:
                found.append((-words, index, other))
            elif other.topic == topic:
                maybe.append((words, index, other))
    for number, place in _agreeing(one.place, [each.place for _, _, each in maybe], _SAME_PLACE):
        words, index, other = maybe[number]
        found.append((-(words + place) / 2, index, other))
    return [other for _, _, other in sorted(found, key=itemgetter(0, 1))]


def _agreeing(one: bytes, others: Sequence[bytes], least: float) -> list[tuple[int, float]]:
    """Which of others agree with a sketch in such a share of places at least, and in which; with an empty one none."""
    size = PLACES * BYTES_A_PLACE
    if len(one) != size or not others:
        return []
    import numpy as np

    table = b"".join(others)
    if len(table) != size * len(others):
        # An empty one is compared as one that agrees nowhere.
        nowhere = bytes(byte ^ 0xFF for byte in one)
        table = b"".join(other if len(other) == size else nowhere for other in others)
    agree = np.frombuffer(table, "<u4").reshape(-1, PLACES) == np.frombuffer(one, "<u4")
    shares = np.count_nonzero(agree, axis=1) / PLACES
    near = np.flatnonzero(shares >= least)
    return list(zip(near.tolist(), shares[near].tolist(), strict=True))


def _least(keyed: Keyed, *several: set[str]) -> list[bytes]:
    """Of each set of shingles the least of its hashes in every ordering; all in one go, since calling numpy costs more
    than so few words."""
    shingles = [sorted(each)[:SHINGLES_AT_MOST] for each in several]
    hashed = b"".join(keyed(chain.from_iterable(shingles)))
    if not hashed:
        return [b"" for _ in several]
    import numpy as np

    pairs = np.frombuffer(hashed, dtype=">u8").astype(np.uint64).reshape(-1, 2)
    # one hash gives all orderings: first, first + step, first + 2 step … each in 64 bits, what goes beyond is dropped
    turns = np.arange(1, PLACES + 1, dtype=np.uint64)
    orderings = pairs[:, :1] + (pairs[:, 1:] | np.uint64(1)) * turns
    least: list[bytes] = []
    begin = 0
    for each in shingles:
        own = orderings[begin : begin + len(each)]
        least.append((own.min(axis=0) >> np.uint64(32)).astype(">u4").tobytes() if each else b"")
        begin += len(each)
    return least
