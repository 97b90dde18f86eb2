"""Names of places as words: without marks, with tones in one order, less the word for their level."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Final

from cases.fold import fold, plain
from cases.records import record
from cases.rulebook import read_rules

PROVINCE_TIER: Final = 1
DISTRICT_TIER: Final = 2
WARD_TIER: Final = 3
LONGEST_NAME_WORDS: Final = 6
SHORT_TEXT_WORDS: Final = 12
"""In a text of so many words a name may stand bare; in a longer one it needs a level word or capitals."""
LONGEST_LEVEL_WORDS: Final = 3
_TONES: Final = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_INSIDE_NAMES: Final = " -–'’"
_WORD: Final = re.compile(r"([^\W\d_]+|\d+)")
_Y_FOR_I: Final = re.compile(r"^(qu|[bcdghklmnpqrstvx]+)y$")


@record(frozen=True, slots=True)
class Token:
    """One word of a name or text: `key` without marks, `marked` with them, tones in one order."""

    key: str
    marked: str
    bare: bool
    """Whether it was written without any mark."""
    title: bool
    joined: bool
    """Whether only spaces or a dash part it from the word before: no name goes across a comma."""
    start: int
    end: int


@record(frozen=True, slots=True)
class Level:
    """A level of the tree of committees."""

    code: str
    name: str
    tier: int
    receives: bool
    words: tuple[str, ...]


def tokens(text: str, at_most: int | None = None) -> list[Token]:
    """The words of a text, or its first; letters and digits part, so that "p12" is two."""
    found: list[Token] = []
    end = 0
    # In turn what stands before a word, and the word.
    parts = _WORD.split(plain(text), 0 if at_most is None else at_most)
    for gap, word in zip(parts[:-1:2], parts[1::2], strict=True):
        key, marked, bare = _spelt(word)
        start = end + len(gap)
        end = start + len(word)
        joined = (gap == " " or not gap.strip(_INSIDE_NAMES)) and bool(found)
        found.append(Token(key, marked, bare, word[0].isupper(), joined, start, end))
    return found


@lru_cache(maxsize=4096)
def _spelt(word: str) -> tuple[str, str, bool]:
    """A word without marks, with its tone last, and whether it has any: people here write a few thousand syllables, and
    each of a story is looked at for a place."""
    lower = word.lower()
    key = fold(word)
    if key[-1:] == "y":
        key = _Y_FOR_I.sub(r"\1i", key)
    return key, _tones_last(lower), lower.isascii()


def core(name: str) -> str:
    """A place's own name: "Ủy ban MTTQ Việt Nam phường Cầu Giấy" is "Cầu Giấy"."""
    words = tokens(name)
    marked = [token.marked for token in words]
    spellings = _full_words()
    for index in range(len(words)):
        for after in (index + 2, index + 1):
            if after < len(words) and tuple(marked[index:after]) in spellings:
                return plain(name)[words[after].start :].strip()
    return plain(name).strip()


def same_name(name: str) -> str:
    """A form in which two spellings of one name are equal: tone marks in one place, no case, no spaces."""
    return "".join(token.marked for token in tokens(name))


def level_word(words: Sequence[Token], index: int) -> tuple[Level, int] | None:
    """The level whose word starts at `index`, and how many words it takes."""
    spellings = _spellings()
    for size in range(LONGEST_LEVEL_WORDS, 0, -1):
        level = spellings.get(tuple(token.key for token in words[index : index + size]))
        if level is not None:
            return level, min(size, len(words) - index)
    return None


def windows(words: Sequence[Token]) -> list[tuple[int, int, str]]:
    """Runs of words that may be a name, the longest first: first word, word after the last, joined key.

    A long text has hundreds of them. There a name has capitals, or stands behind a word for a level, or ends the text:
    other runs are left out, since no name is taken from them.
    """
    spellings, level_ends = _spellings(), _level_ends()
    size = len(words)
    longest = min(LONGEST_NAME_WORDS, size)
    runs: list[list[tuple[int, int, str]]] = [[] for _ in range(longest + 1)]
    keys = [word.key for word in words]
    # "phường Láng thành phố Hà Nội": the last word of the run begins a word for a level
    begins = [pair in spellings for pair in itertools.pairwise(keys)]
    begins.append(False)
    bare_from = 0 if size <= SHORT_TEXT_WORDS else size - longest
    for first in range(size):
        may_be_bare = first >= bare_from or (first > 0 and keys[first - 1] in level_ends)
        if not (may_be_bare or words[first].title):
            continue
        key = ""
        for last in range(first + 1, min(first + longest, size) + 1):
            word = words[last - 1]
            if (last > first + 1 and not word.joined) or not (may_be_bare or word.title):
                break
            key += keys[last - 1]
            if last == first + 1 or not begins[last - 1]:
                runs[last - first].append((first, last, key))
    return [run for size in reversed(runs) for run in size]


def level_before(words: Sequence[Token], first: int) -> Level | None:
    """The level whose word stands right before `first`."""
    if not first or words[first - 1].key not in _level_ends():
        return None
    spellings = _spellings()
    for size in range(min(LONGEST_LEVEL_WORDS, first), 0, -1):
        level = spellings.get(tuple(token.key for token in words[first - size : first]))
        if level is not None:
            return level
    return None


def shortened(key: str) -> set[str]:
    """The key, and the key less any one letter: two words one letter apart share one of these."""
    return {key} | {key[:index] + key[index + 1 :] for index in range(len(key))}


def one_apart(one: str, other: str) -> bool:
    """Whether one letter was added, left out, mistaken or swapped with its neighbour."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    if len(one) > len(other):
        one, other = other, one
    at = next((index for index, letter in enumerate(one) if letter != other[index]), len(one))
    if len(one) < len(other):
        return one[at:] == other[at + 1 :]
    if one[at + 1 :] == other[at + 1 :]:
        return True
    return one[at : at + 2] == other[at : at + 2][::-1] and one[at + 2 :] == other[at + 2 :]


@cache
def load_levels() -> tuple[Level, ...]:
    """The rows of rules/levels.toml."""
    data = read_rules("levels.toml")
    return tuple(
        Level(row["code"], row["name"], row["tier"], row["receives"], tuple(row["words"])) for row in data["level"]
    )


@cache
def _spellings() -> dict[tuple[str, ...], Level]:
    return {tuple(word.split()): level for level in load_levels() for word in level.words}


@cache
def _level_ends() -> frozenset[str]:
    """The last words of the words for a level: behind no other one stands a level."""
    return frozenset(words[-1] for words in _spellings())


@cache
def _full_words() -> frozenset[tuple[str, ...]]:
    """The unshortened words for a level, with their marks: only these part a name from what stands before it."""
    names = {level.name for level in load_levels() if 0 < level.tier <= WARD_TIER} | {"thị xã", "thị trấn"}
    return frozenset(tuple(token.marked for token in tokens(name)) for name in names)


def _tones_last(word: str) -> str:
    if word.isascii():
        return word
    marks = unicodedata.normalize("NFD", word)
    tones = _TONES.findall(marks)
    return _TONES.sub("", marks) + "".join(tones) if tones else marks
