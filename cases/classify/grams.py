"""A message as numbers: the n-grams of its words and characters, hashed.

The n-grams are hashed without a Python loop: with the prefix sums of a polynomial over the character codes the
hash of any stretch is one subtraction and one multiplication, for all stretches at once.
"""

from __future__ import annotations

import functools
import math
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from cases.classify.words import Words
from cases.records import record

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
_BUCKET: Final = (1 << BUCKET_BITS) - 1
_DIGITS: Final = re.compile(r"\d")
_LONGEST_STREAM: Final = 8_192
_SPACE: Final = ord(" ")


@record(frozen=True, slots=True)
class Grams:
    """The different n-grams of a message: bucket, group, and where in the stream of characters each first stands."""

    buckets: NDArray[np.int64]
    groups: NDArray[np.int64]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    spaces: NDArray[np.bool_]
    """Where in the stream a space stands: before each word, and at its end."""
    typed_from: int
    """Where in the stream the words as typed begin."""

    def word_spans(self, last: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """In which word each n-gram begins, and in which it ends; a word owns the space before it."""
        # for each place of the stream its word, counted once: looking every place up among the words takes longer
        word_of = self.spaces.cumsum() - 1
        word_of[self.typed_from :] -= word_of[self.typed_from - 1] + 1
        word_of = word_of.clip(0, last)
        return word_of.take(self.starts), word_of.take(self.ends - 1)


def grams(words: Words) -> Grams:
    """The hashed n-grams of a message."""
    keys, starts, ends, spaces, typed_from = _keys(words)
    found, first = _firsts(keys)
    return Grams(
        buckets=found & _BUCKET,
        groups=found >> BUCKET_BITS,
        starts=starts.take(first),
        ends=ends.take(first),
        spaces=spaces,
        typed_from=typed_from,
    )


def buckets(words: Words) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Bucket and group of the same n-grams, for whom it does not matter where they stand."""
    keys = _keys(words)[0]
    keys.sort()
    found = keys[_news(keys)]
    return found & _BUCKET, found >> BUCKET_BITS


def _keys(words: Words) -> tuple[NDArray[np.int64], Places, Places, NDArray[np.bool_], int]:
    """Group and bucket of every n-gram in one number, where it begins and ends; the spaces of the stream, and where in
    it the words as typed begin."""
    import numpy as np

    # Folded words and words as typed stand in one stream, and what a list can do is left to lists: calling numpy costs
    # more than a short answer is long, and most of what is read are short answers.
    folded = _stream(words.folded)
    typed = _stream([word or meant for word, meant in zip(words.typed, words.folded, strict=True)])
    codes = _codes(folded + typed)
    spaces = codes == _SPACE
    # A word stands between two spaces, a pair of words between the first and the last of three.
    cuts = spaces.nonzero()[0]
    of_folded, of_typed = cuts[: folded.count(" ")], cuts[folded.count(" ") :]
    before = (of_folded[:-1], of_folded[:-2], of_typed[:-1], of_typed[:-2])
    behind = (of_folded[1:], of_folded[2:], of_typed[1:], of_typed[2:])
    size = len(folded)
    counts = [max(0, size - length + 1) for length in _CHARACTER_GRAMS]
    places = _places()
    starts = np.concatenate([*[places[:count] for count in counts], *[each + 1 for each in before]])
    stops = [places[length : length + count] for length, count in zip(_CHARACTER_GRAMS, counts, strict=True)]
    ends = np.concatenate([*stops, *behind])
    characters, folded_words = sum(counts), max(0, 2 * len(of_folded) - 3)
    group_of = _groups().repeat((characters, folded_words, len(starts) - characters - folded_words))
    keys = (_hashed(codes, starts, ends, group_of) >> np.uint64(64 - BUCKET_BITS)).view(np.int64)
    return keys + (group_of << BUCKET_BITS), starts, ends, spaces, size


def _firsts(keys: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The different keys in order, and where each first stands: one plain sort is faster than np.unique's."""
    import numpy as np

    bits = len(keys).bit_length()
    both = (keys << bits) + np.arange(len(keys))
    both.sort()
    sorted_keys = both >> bits
    new = _news(sorted_keys)
    return sorted_keys[new], (both & ((1 << bits) - 1))[new]


def _news(sorted_keys: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Which of the sorted keys are not those before them."""
    import numpy as np

    new = np.empty(len(sorted_keys), bool)
    new[0] = True
    np.not_equal(sorted_keys[1:], sorted_keys[:-1], out=new[1:])
    return new


def gram_values(groups: NDArray[np.int64], values: NDArray[np.float32]) -> NDArray[np.float32]:
    """How much each n-gram counts: the rarer the more, each group scaled to its share. `values` is how rare each is."""
    import numpy as np

    squares = np.bincount(groups, values * values, minlength=len(SHARES)).tolist()
    scale = [share / math.sqrt(max(square, 1e-9)) for share, square in zip(SHARES, squares, strict=True)]
    counts: NDArray[np.float32] = (values * np.array(scale).take(groups)).astype(np.float32)
    return counts


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
def _groups() -> Places:
    import numpy as np

    return np.arange(len(SHARES))


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
