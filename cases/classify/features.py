"""A message as numbers: hashed n-grams of words and characters, and the signals with their meetings.

The n-grams are hashed without a Python loop: with the prefix sums of a polynomial over the character codes the
hash of any stretch is one subtraction and one multiplication, for all stretches at once.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from cases.classify.signals import Find, load_lexicon
from cases.classify.words import Words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    _Stretches = tuple[NDArray[np.uint64], NDArray[np.int64], NDArray[np.int64]]

BUCKET_BITS: Final = 18
CHARACTER_GRAMS: Final = (2, 3, 4, 5)
WORD_GRAMS: Final = (1, 2, 3)
MARKED_WORD_GRAMS: Final = (1, 2)
GROUP_WEIGHTS: Final = {"characters": 1.0, "words": 1.0, "marked": 0.6}

_BASE: Final = 0x9E3779B97F4A7C15 | 1
_INVERSE: Final = pow(_BASE, -1, 1 << 64)
_MASK: Final = (1 << 64) - 1
_DIGITS: Final = re.compile(r"\d")
_WORD: Final = re.compile(r"[^\W_]+(?:[/'’][^\W_]+)*")
_LONGEST_STREAM: Final = 8_192


@dataclass(frozen=True, slots=True)
class Grams:
    """Bucket and weight of every n-gram, and the characters of the stream that each one covers."""

    buckets: NDArray[np.int64]
    weights: NDArray[np.float32]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    stream_words: NDArray[np.int64]
    """For each character of the stream the number of its word."""


def grams(words: Words) -> Grams:
    """The hashed n-grams of a message."""
    import numpy as np

    folded = _DIGITS.sub("0", " " + " ".join(words.folded) + " ")[:_LONGEST_STREAM]
    sets = [
        _character_grams(folded, CHARACTER_GRAMS, 1),
        _word_grams(folded, WORD_GRAMS, 2),
    ]
    shares = [GROUP_WEIGHTS["characters"], GROUP_WEIGHTS["words"]]
    if not words.text.isascii():
        marked = [words.text[start:end].lower() for start, end in words.spans]
        stream = _DIGITS.sub("0", " " + " ".join(marked) + " ")[:_LONGEST_STREAM]
        if len(stream) == len(folded):
            sets.append(_word_grams(stream, MARKED_WORD_GRAMS, 3))
            shares.append(GROUP_WEIGHTS["marked"])
    weights = [
        np.full(len(hashes), share / max(1.0, len(hashes)) ** 0.5, np.float32)
        for (hashes, _, _), share in zip(sets, shares, strict=True)
    ]
    codes = np.frombuffer(folded.encode("utf-32-le"), np.uint32)
    return Grams(
        buckets=(np.concatenate([hashes for hashes, _, _ in sets]) >> np.uint64(64 - BUCKET_BITS)).astype(np.int64),
        weights=np.concatenate(weights),
        starts=np.concatenate([starts for _, starts, _ in sets]),
        ends=np.concatenate([ends for _, _, ends in sets]),
        stream_words=np.cumsum(codes == 32) - 1,
    )


@functools.cache
def _powers() -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    import numpy as np

    return tuple(  # type: ignore[return-value]
        np.concatenate([np.ones(1, np.uint64), np.cumprod(np.full(_LONGEST_STREAM, base, np.uint64))])
        for base in (_BASE, _INVERSE)
    )


def _prefix(stream: str) -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    import numpy as np

    powers, inverses = _powers()
    codes = np.frombuffer(stream.encode("utf-32-le"), np.uint32).astype(np.uint64)
    sums = np.zeros(len(codes) + 1, np.uint64)
    np.cumsum((codes + np.uint64(1)) * powers[: len(codes)], out=sums[1:])
    return sums, inverses


def _mixed(sums: NDArray[np.uint64], inverses: NDArray[np.uint64], starts: NDArray[np.int64],
           ends: NDArray[np.int64], salt: int) -> NDArray[np.uint64]:
    import numpy as np

    hashes = (sums[ends] - sums[starts]) * inverses[starts] + np.uint64(salt * 0x632BE59BD9B4E019 & _MASK)
    hashes ^= hashes >> np.uint64(31)
    hashes *= np.uint64(0xBF58476D1CE4E5B9)
    hashes ^= hashes >> np.uint64(29)
    return hashes * np.uint64(0x94D049BB133111EB)


def _character_grams(stream: str, sizes: tuple[int, ...], salt: int) -> _Stretches:
    import numpy as np

    sums, inverses = _prefix(stream)
    length = len(stream)
    starts = np.concatenate([np.arange(max(0, length - size + 1)) for size in sizes])
    ends = np.concatenate([np.arange(size, max(size, length + 1)) for size in sizes])
    return _mixed(sums, inverses, starts, ends, salt), starts, ends


def _word_grams(stream: str, sizes: tuple[int, ...], salt: int) -> _Stretches:
    import numpy as np

    sums, inverses = _prefix(stream)
    gaps = np.flatnonzero(np.frombuffer(stream.encode("utf-32-le"), np.uint32) == 32)
    # every word starts after a gap and ends before the next one
    starts = np.concatenate([gaps[:-size] + 1 for size in sizes if len(gaps) > size] or [gaps[:0]])
    ends = np.concatenate([gaps[size:] for size in sizes if len(gaps) > size] or [gaps[:0]])
    return _mixed(sums, inverses, starts, ends, salt), starts, ends


# Signals --------------------------------------------------------------------------------------------------

_NEAR_WORDS: Final = 8
_NEAR: Final = (
    ("office", "bribe"), ("office", "forgery"), ("office", "crime"), ("office", "breach"),
    ("own_right", "refused"), ("own_right", "hit_me"), ("own_right", "decision"), ("own_right", "review"),
    ("decision", "review"), ("refused", "review"), ("person", "bribe"), ("person", "crime"), ("person", "breach"),
    ("business", "breach"), ("business", "crime"), ("danger", "now"), ("fix", "t_giao_thong_ha_tang"),
)  # fmt: skip
_LENGTHS: Final = (1, 3, 6, 12, 25, 50, 100)
_FLAGS: Final = (
    ("question", re.compile(r"\?")),
    ("ends_in_question", re.compile(r"(\?|\b(khong|ko|hong|hok|chua|vay|ha|ah|a|gi|dau|nao|sao)\W*)\s*$")),
    ("shout", re.compile("!")),
    ("initial", re.compile(r"\b(ong|ba|anh|chi|co|chu|thang|lao|bac|thay|ten|nha)\s+[a-z]{1,2}\b[.\s,]")),
    ("amount", re.compile(r"\d\s*(tr|trieu|k|nghin|ngan|dong|d|ty|cu|tram)\b")),
    ("date", re.compile(r"\b\d{1,2}[/.-]\d{1,2}\b|\bngay \d|\bthang \d")),
    ("paper_number", re.compile(r"\bso\s*[.…\d]+\s*/|\bqd\b|\bqd-|/qd|\bubnd\b")),
    ("letter", re.compile(r"\b(kinh gui|toi ten|toi la|don xin|doc lap|dai dien|thay mat|tran trong)\b")),
    ("list", re.compile(r"(^|\n)\s*(\d[.)]|-|\*)\s|\bthu (nhat|hai|ba)\b|\b\d (viec|chuyen)\b")),
    ("quote", re.compile("[\"“”«»]")),
    ("many_of_us", re.compile(r"\b(chung toi|tui toi|tui em|ba con|\d+ ho|cac ho|ca xom|dan)\b")),
    ("english", re.compile(r"\b(the|is|my|and|please|they|to)\b.*\b(the|is|my|and|please|they|to|of|in)\b")),
)


@functools.cache
def signal_names() -> tuple[str, ...]:
    """The name of every signal feature, in the order of the weights: singles, then meetings of two."""
    signals = [signal.name for signal in load_lexicon().signals]
    near = [f"{a} near {b}" for a, b in _NEAR]
    lengths = [f"words>{n}" for n in _LENGTHS]
    late = [f"late {name}" for name in _LATE]
    flags = [name for name, _ in _FLAGS]
    single = [*signals, *[f"{name} again" for name in signals], *near, *late, *flags, "capitals", *lengths]
    meeting = _meeting()
    return (*single, *[f"{a} & {b}" for i, a in enumerate(meeting) for b in meeting[i + 1 :]])


_LATE: Final = ("review", "punish", "fix", "declares_denunciation", "declares_complaint", "procedure")
_SHOUTED_FROM: Final = 0.6


@functools.cache
def _meeting() -> tuple[str, ...]:
    signals = [signal.name for signal in load_lexicon().signals if not signal.name.startswith("t_")]
    return (*signals, *[name for name, _ in _FLAGS], "words>6", "words>25")


@functools.cache
def _numbers() -> dict[str, int]:
    return {name: number for number, name in enumerate(signal_names())}


def signal_features(words: Words, finds: list[Find]) -> list[int]:
    """The numbers of the signal features that a message has."""
    present: dict[str, int] = {}
    size = len(words.folded)
    on = set()
    for find in finds:
        name = find.signal.name
        present[name] = present.get(name, 0) + 1
        if name in _LATE and find.start >= size * 0.7:
            on.add(f"late {name}")
    on.update(present)
    on.update(f"{name} again" for name, times in present.items() if times > 1)
    on.update(name for name, pattern in _FLAGS if pattern.search(words.lower))
    capitals = sum(character.isupper() for character in words.text)
    if capitals > _SHOUTED_FROM * max(1, sum(character.isalpha() for character in words.text)):
        on.add("capitals")
    on.update(f"words>{n}" for n in _LENGTHS if size > n)
    on.update(f"{a} near {b}" for a, b in _NEAR if a in present and b in present and _near(finds, a, b))
    meeting = [name for name in _meeting() if name in on]
    pairs = [f"{a} & {b}" for i, a in enumerate(meeting) for b in meeting[i + 1 :]]
    numbers = _numbers()
    return [numbers[name] for name in (*on, *pairs)]


def _near(finds: list[Find], a: str, b: str) -> bool:
    first = [find for find in finds if find.signal.name == a]
    second = [find for find in finds if find.signal.name == b]
    return any(max(f.start, s.start) - min(f.end, s.end) <= _NEAR_WORDS for f in first for s in second)
