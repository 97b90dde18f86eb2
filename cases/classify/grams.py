"""A message as numbers: the n-grams of its words and characters, hashed.

The n-grams are hashed without a Python loop: with the prefix sums of a polynomial over the character codes the
hash of any stretch is one subtraction and one multiplication, for all stretches at once.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from cases.classify.words import Words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Places = NDArray[np.int64]

BUCKET_BITS: Final = 18

_CHARACTER_GRAMS: Final = (3, 4, 5, 6)
SHARES: Final = (0.7, 1.0, 1.0)
"""What characters, folded words and words as typed weigh against each other."""

_BASE: Final = 0x9E3779B97F4A7C15 | 1
_INVERSE: Final = pow(_BASE, -1, 1 << 64)
_MASK: Final = (1 << 64) - 1
_DIGITS: Final = re.compile(r"\d")
_LONGEST_STREAM: Final = 8_192


@dataclass(frozen=True, slots=True)
class Grams:
    """The different n-grams of a message: bucket, group, and where in the stream of characters each first stands."""

    buckets: NDArray[np.int64]
    groups: NDArray[np.int64]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    folded_words: NDArray[np.int64]
    """Where each folded word begins in the stream."""
    typed_words: NDArray[np.int64]
    typed_from: int
    """Where in the stream the words as typed begin."""
    length: int
    """How long the stream is."""

    def word_spans(self, last: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """In which word each n-gram begins, and in which it ends; a word owns the space before it."""
        import numpy as np

        # for each place of the stream its word, counted once: looking every place up among the words takes longer
        begun = np.zeros(self.length + 1, np.int64)
        begun[self.folded_words] = 1
        begun[self.typed_words] = 1
        word_of = begun.cumsum() - 1
        word_of[self.typed_from + 1 :] -= len(self.folded_words)
        word_of = word_of.clip(0, last)
        return word_of.take(self.starts + 1), word_of.take(self.ends)


def grams(words: Words) -> Grams:
    """The hashed n-grams of a message."""
    import numpy as np

    # Folded words and words as typed stand in one stream, and what a list can do is left to lists: calling numpy costs
    # more than a short answer is long, and most of what is read are short answers.
    typed = [word or meant for word, meant in zip(words.typed, words.folded, strict=True)]
    folded = _stream(words.folded)
    begins, ends = _word_places(words.folded, 0)
    typed_begins, typed_ends = _word_places(typed, len(folded))
    cuts = np.array(
        (
            [*begins, *begins[:-1], *typed_begins, *typed_begins[:-1]],
            [*ends, *ends[1:], *typed_ends, *typed_ends[1:]],
        ),
        np.int64,
    ).reshape(2, -1)
    counts = [max(0, len(folded) - size + 1) for size in _CHARACTER_GRAMS]
    places = _places()
    starts = np.concatenate([*[places[:count] for count in counts], cuts[0]])
    stops = [places[size : size + count] for size, count in zip(_CHARACTER_GRAMS, counts, strict=True)]
    ends_of = np.concatenate([*stops, cuts[1]])
    pairs = max(0, 2 * len(begins) - 1)
    group_of = np.arange(len(SHARES)).repeat((sum(counts), pairs, len(starts) - sum(counts) - pairs))
    stream = folded + _stream(typed)
    keys = (_hashed(_codes(stream), starts, ends_of, group_of) >> np.uint64(64 - BUCKET_BITS)).view(np.int64)
    found, first = _firsts(keys + (group_of << BUCKET_BITS))
    return Grams(
        buckets=found & ((1 << BUCKET_BITS) - 1),
        groups=found >> BUCKET_BITS,
        starts=starts.take(first),
        ends=ends_of.take(first),
        folded_words=cuts[0, : len(begins)],
        typed_words=cuts[0, pairs : pairs + len(typed_begins)],
        typed_from=len(folded),
        length=len(stream),
    )


def _word_places(parts: Sequence[str], at: int) -> tuple[list[int], list[int]]:
    """Where each word of a stream that begins at `at` begins and ends; those that stand in it whole."""
    begins: list[int] = []
    ends: list[int] = []
    limit = at + _LONGEST_STREAM
    for part in parts:
        begin = at + 1
        at = begin + len(part)
        if at >= limit:
            break
        begins.append(begin)
        ends.append(at)
    return begins, ends


def _firsts(keys: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The different keys in order, and where each first stands: one plain sort is faster than np.unique's."""
    import numpy as np

    bits = len(keys).bit_length()
    both = (keys << bits) + np.arange(len(keys))
    both.sort()
    sorted_keys = both >> bits
    new = np.empty(len(keys), bool)
    new[0] = True
    np.not_equal(sorted_keys[1:], sorted_keys[:-1], out=new[1:])
    return sorted_keys[new], (both & ((1 << bits) - 1))[new]


def gram_values(found: Grams, rarity: NDArray[np.float32]) -> NDArray[np.float32]:
    """How much each n-gram counts: the rarer the more, each group scaled to its share."""
    import numpy as np

    values = rarity.take(found.buckets)
    squares = np.bincount(found.groups, values * values, minlength=len(SHARES))
    scale = np.array(SHARES) / np.sqrt(np.maximum(squares, 1e-9))
    return (values * scale.take(found.groups)).astype(np.float32)


def _stream(parts: Sequence[str]) -> str:
    return _DIGITS.sub("0", " " + " ".join(parts) + " ")[:_LONGEST_STREAM]


def _codes(stream: str) -> NDArray[np.uint32]:
    import numpy as np

    return np.frombuffer(stream.encode("utf-32-le", "surrogatepass"), np.uint32)


@functools.cache
def _powers() -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    import numpy as np

    return tuple(  # type: ignore[return-value]
        np.concatenate([np.ones(1, np.uint64), np.cumprod(np.full(2 * _LONGEST_STREAM, base, np.uint64))])
        for base in (_BASE, _INVERSE)
    )


@functools.cache
def _places() -> Places:
    import numpy as np

    return np.arange(_LONGEST_STREAM + 1)


def _hashed(codes: NDArray[np.uint32], starts: Places, ends: Places, groups: Places) -> NDArray[np.uint64]:
    """A hash for every stretch of codes; the same stretch hashes otherwise in another group."""
    import numpy as np

    powers, inverses = _powers()
    sums = np.zeros(len(codes) + 1, np.uint64)
    ((codes.astype(np.uint64) + np.uint64(1)) * powers[: len(codes)]).cumsum(out=sums[1:])
    hashes = (sums.take(ends) - sums.take(starts)) * inverses.take(starts) + _salts().take(groups)
    hashes ^= hashes >> np.uint64(31)
    hashes *= np.uint64(0xBF58476D1CE4E5B9)
    hashes ^= hashes >> np.uint64(29)
    hashes *= np.uint64(0x94D049BB133111EB)
    return hashes


@functools.cache
def _salts() -> NDArray[np.uint64]:
    import numpy as np

    return np.array([(group + 1) * 0x632BE59BD9B4E019 & _MASK for group in range(len(SHARES))], np.uint64)
