"""A message as numbers: hashed n-grams of words and characters, and the signals with their places.

The n-grams are hashed without a Python loop: with the prefix sums of a polynomial over the character codes the
hash of any stretch is one subtraction and one multiplication, for all stretches at once.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from cases.classify.signals import Find, load_lexicon
from cases.classify.words import Words
from cases.kinds import TOPICS

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Places = NDArray[np.int64]

BUCKET_BITS: Final = 18
SIGNAL_VALUE: Final = 0.25

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

    def word_spans(self, last: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """In which word each n-gram begins, and in which it ends; a word owns the space before it."""
        import numpy as np

        typed = self.groups == _WORDS_AS_TYPED
        first_words, last_words = (
            np.where(
                typed,
                np.searchsorted(self.typed_words, places, "right") - 1,
                np.searchsorted(self.folded_words, places, "right") - 1,
            ).clip(0, last)
            for places in (self.starts + 1, self.ends)
        )
        return first_words, last_words


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
    keys = (_hashed(_codes(folded + _stream(typed)), starts, ends_of, group_of) >> np.uint64(64 - BUCKET_BITS)).view(
        np.int64
    )
    found, first = _firsts(keys + (group_of << BUCKET_BITS))
    return Grams(
        buckets=found & ((1 << BUCKET_BITS) - 1),
        groups=found >> BUCKET_BITS,
        starts=starts[first],
        ends=ends_of[first],
        folded_words=cuts[0, : len(begins)],
        typed_words=cuts[0, pairs : pairs + len(typed_begins)],
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


_CHARACTERS, _WORDS, _WORDS_AS_TYPED = range(3)


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

    values = rarity[found.buckets]
    squares = np.bincount(found.groups, values * values, minlength=len(SHARES))
    scale = np.array(SHARES) / np.sqrt(np.maximum(squares, 1e-9))
    return (values * scale[found.groups]).astype(np.float32)


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
    hashes = (sums[ends] - sums[starts]) * inverses[starts] + _salts()[groups]
    hashes ^= hashes >> np.uint64(31)
    hashes *= np.uint64(0xBF58476D1CE4E5B9)
    hashes ^= hashes >> np.uint64(29)
    hashes *= np.uint64(0x94D049BB133111EB)
    return hashes


@functools.cache
def _salts() -> NDArray[np.uint64]:
    import numpy as np

    return np.array([(group + 1) * 0x632BE59BD9B4E019 & _MASK for group in range(len(SHARES))], np.uint64)


# Signals --------------------------------------------------------------------------------------------------

_NEAR_WORDS: Final = 8
_NEAR: Final = (
    ("office", "bribe"), ("office", "forgery"), ("office", "crime"), ("office", "breach"),
    ("own_right", "refused"), ("own_right", "hit_me"), ("own_right", "decision"), ("own_right", "review"),
    ("decision", "review"), ("refused", "review"), ("person", "bribe"), ("person", "crime"), ("person", "breach"),
    ("business", "breach"), ("business", "crime"), ("danger_fire", "now"), ("danger_body", "now"),
    ("danger_water", "now"), ("danger_power", "now"), ("danger_fall", "now"), ("danger_attack", "now"),
)  # fmt: skip
_ASKING_END: Final = re.compile(r"(\?|\b(khong|ko|hong|hok|chua|vay|ha|ah|a|gi|dau|nao|sao)\W*)\s*$")
_END_CHARACTERS: Final = 24
_ENGLISH: Final = frozenset({"the", "is", "my", "and", "please", "they", "of", "in", "was", "are"})
_MORE_FLAGS: Final = ("ends_in_question", "english")
_LENGTHS: Final = (1, 3, 6, 12, 25, 50, 100)
_FLAGS: Final = (
    ("question", re.compile(r"\?")),
    ("shout", re.compile("!")),
    ("initial", re.compile(r"\b(ong|ba|anh|chi|co|chu|thang|lao|bac|thay|ten|nha)\s+[a-z]{1,2}\b[.\s,]")),
    ("amount", re.compile(r"\d\s*(tr|trieu|k|nghin|ngan|dong|d|ty|cu|tram)\b")),
    ("date", re.compile(r"\b\d{1,2}[/.-]\d{1,2}\b|\bngay \d|\bthang \d")),
    ("paper_number", re.compile(r"\bso\s*[.…\d]+\s*/|\bqd\b|\bqd-|/qd|\bubnd\b")),
    ("letter", re.compile(r"\b(kinh gui|toi ten|toi la|don xin|doc lap|dai dien|thay mat|tran trong)\b")),
    ("list", re.compile(r"(^|\n)\s*(\d[.)]|-|\*)\s|\bthu (nhat|hai|ba)\b|\b\d (viec|chuyen)\b")),
    ("quote", re.compile('["“”«»]')),
    ("many_of_us", re.compile(r"\b(chung toi|tui toi|tui em|ba con|\d+ ho|cac ho|ca xom|dan)\b")),
)


@functools.cache
def signal_names() -> tuple[str, ...]:
    """The name of every signal feature, in the order of the weights; the signals of the lexicon come first."""
    signals = [signal.name for signal in load_lexicon().signals]
    near = [f"{a} near {b}" for a, b in _NEAR]
    lengths = [f"words>{n}" for n in _LENGTHS]
    late = [f"late {name}" for name in _LATE]
    flags = [*[name for name, _ in _FLAGS], *_MORE_FLAGS]
    subjects = [f"{place} {topic}" for place in _SUBJECTS for topic in TOPICS]
    again = [f"{name} again" for name in signals]
    danger = [f"danger with {name}" for name in _BESIDE_DANGER]
    return (*signals, *again, *near, *late, *flags, "capitals", *_DANGER, *danger, *lengths, *_only(), *subjects)


_SUBJECTS: Final = ("first", "last", "most", "alone", "thrice")
"""Where a topic's subjects stand in a message: the first or last named, the most words, no other, three or more."""


def _subjects(finds: list[Find]) -> list[str]:
    """Which topic the subjects of a message speak of first, last, most, and alone."""
    told = [(find, topic) for find in finds for topic in find.signal.topics]
    if not told:
        return []
    words: dict[str, int] = {}
    times: dict[str, int] = {}
    for find, topic in told:
        words[topic] = words.get(topic, 0) + find.end - find.start
        times[topic] = times.get(topic, 0) + 1
    out = [f"first {told[0][1]}", f"last {told[-1][1]}", f"most {max(words, key=words.__getitem__)}"]
    out += [f"thrice {topic}" for topic, count in times.items() if count > _THRICE]
    return [*out, f"alone {told[0][1]}"] if len(words) == 1 else out


_THRICE: Final = 2
_LATE: Final = ("review", "punish", "fix", "declares_denunciation", "declares_complaint", "procedure")
_SHOUTED_FROM: Final = 0.6


_SHORT: Final = (3, 6, 12)
_DECLARES: Final = ("declares_denunciation", "declares_complaint", "declares_petition")
_ASKS: Final = ("procedure", "status", "withdraw", "machine", "machine_order", "settled")


def _only() -> list[str]:
    sizes = [f"{what} in {size} words" for what in ("something", "nothing") for size in _SHORT]
    return [*sizes, *[f"only {name}" for name in _DECLARES], "only asks"]


def _only_in(words: Words, present: dict[str, int]) -> list[str]:
    """What a short message holds: a subject or none, nothing but a declaration, nothing but a question."""
    size = len(words.folded)
    about = any(name.startswith("t_") for name in present)
    out = [f"{'something' if about else 'nothing'} in {limit} words" for limit in _SHORT if size <= limit]
    asks = any(name in present for name in _ASKS) or "?" in words.text
    if size <= 9 and not asks:
        out += [f"only {name}" for name in _DECLARES if name in present]
    if asks and not any(name in present for name in ("bribe", "forgery", "crime", "breach", "evidence", "review")):
        out.append("only asks")
    return out


_DANGER: Final = ("no danger", "two dangers")
_BESIDE_DANGER: Final = (
    "now", "plea", "people_in_danger", "over", "not_now", "habitual", "fear", "past_event", "fix", "punish", "review",
    "procedure", "evidence", "nothing",
)  # fmt: skip
"""What turns the naming of a danger into a call, or into a memory, a fear, a wish."""


def _danger(present: dict[str, int]) -> list[str]:
    dangers = sum(name.startswith("danger_") for name in present)
    if not dangers:
        return [] if "plea" in present else ["no danger"]
    beside = [f"danger with {name}" for name in _BESIDE_DANGER if name in present]
    return [*(beside or ["danger with nothing"]), *(["two dangers"] if dangers > 1 else [])]


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
    if _ASKING_END.search(words.lower[-_END_CHARACTERS:]):
        on.add("ends_in_question")
    if len(_ENGLISH.intersection(words.folded)) > 1:
        on.add("english")
    on.update(_only_in(words, present))
    capitals, letters = sum(map(str.isupper, words.text)), sum(map(str.isalpha, words.text))
    if capitals > _SHOUTED_FROM * max(1, letters):
        on.add("capitals")
    on.update(_danger(present))
    on.update(f"words>{n}" for n in _LENGTHS if size > n)
    on.update(f"{a} near {b}" for a, b in _NEAR if a in present and b in present and _near(finds, a, b))
    on.update(_subjects(finds))
    numbers = _numbers()
    return [numbers[name] for name in on]


def _near(finds: list[Find], a: str, b: str) -> bool:
    first = [find for find in finds if find.signal.name == a]
    second = [find for find in finds if find.signal.name == b]
    return any(max(f.start, s.start) - min(f.end, s.end) <= _NEAR_WORDS for f in first for s in second)
