"""Names of places found in a text: which runs of words are one, and how sure that is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final, Literal

from cases.names import (
    DISTRICT_TIER,
    SHORT_TEXT_WORDS,
    WARD_TIER,
    Level,
    Token,
    core,
    level_before,
    one_apart,
    shortened,
    tokens,
)
from cases.records import record

SHORTEST_TEXT_WORDS: Final = 2
"""In a text of so many words a name of one word may stand bare: many are everyday words without their marks."""
SHORTEST_TYPO_LETTERS: Final = 7
SHORTEST_TYPO_LETTERS_AFTER_LEVEL: Final = 5


# How sure a find is: the order matters, not the numbers.
_SAME_MARKS: Final = 100
_NO_MARKS: Final = 90
_OTHER_MARKS: Final = 70
_TYPO: Final = 55

_STREETS: Final = frozenset({"duong", "pho", "ngo", "ngach", "hem"})
_LANDMARKS: Final = frozenset({"cho", "cau", "truong", "ho", "ben"})
_BEFORE_OTHER_NAMES: Final = _STREETS | _LANDMARKS
_PEOPLE: Final = frozenset({"ong", "ba", "anh", "chi", "co", "chu", "bac", "em"})

Sort = Literal["today", "former", "district"]


@record(frozen=True, slots=True)
class Name:
    """A name that may be found in a text, and the units it can mean, the likeliest first."""

    sort: Sort
    key: str
    marked: str
    words: int
    level: str
    codes: tuple[str, ...]
    district: str = ""
    """Of a former ward or a district: the district, in its comparable form."""


@record(frozen=True, slots=True)
class Mention:
    """A name found in a text, from word `first` to before word `last`."""

    name: Name
    first: int
    last: int
    quality: int
    level: Level | None
    street: bool

    def at(self, other: Mention) -> bool:
        """Whether another name was found in the same words."""
        return (self.first, self.last) == (other.first, other.last)

    def apart(self, other: Mention) -> bool:
        """Whether the two share no word."""
        return self.last <= other.first or other.last <= self.first

    def as_district(self) -> bool:
        """Whether a word before it says that a district is meant, or a town, which was one."""
        return self.level is not None and self.level.tier <= DISTRICT_TIER and self.level.code != "tinh"


class Index:
    """Names ready to be looked for, rightly spelt or one letter wrong."""

    def __init__(self, names: Iterable[Name]) -> None:
        self._names: dict[str, list[Name]] = defaultdict(list)
        self._nearly: dict[str, set[str]] = defaultdict(set)
        for name in names:
            self._names[name.key].append(name)
        for key in self._names:
            for part in shortened(key):
                self._nearly[part].add(key)
        # One wrong letter leaves the first two or the last two as they are: by these and its length a run of words is
        # mostly seen to be no name, and need not be spelt in every wrong way.
        sizes = [(key, len(key) + more) for key in self._names for more in (-1, 0, 1)]
        self._sizes = frozenset(size for _, size in sizes if size >= SHORTEST_TYPO_LETTERS_AFTER_LEVEL - 1)
        self._heads = frozenset((key[:2], size) for key, size in sizes)
        self._tails = frozenset((key[-2:], size) for key, size in sizes)

    def __contains__(self, key: str) -> bool:
        return key in self._names

    def find(self, words: Sequence[Token], runs: Sequence[tuple[int, int, str]]) -> list[Mention]:
        """What the text names, `runs` being its `windows`. A longer name hides the shorter ones inside it, a right
        one those misspelt."""
        return self._found(words, runs, exact=True) or self._found(words, runs, exact=False)

    def _found(self, words: Sequence[Token], runs: Sequence[tuple[int, int, str]], *, exact: bool) -> list[Mention]:
        found: list[Mention] = []
        levels: dict[int, Level | None] = {}
        for first, last, key in self._named(runs) if exact else self.nearly_named(runs):
            if first not in levels:
                levels[first] = level_before(words, first)
            level = levels[first]
            street = first > 0 and words[first - 1].key in _BEFORE_OTHER_NAMES
            for known in [key] if exact else self._misspelt(key, level):
                for name in self._names.get(known, ()):
                    if _allowed(name, words, first, last, level):
                        quality = _quality(name, words[first:last]) if exact else _TYPO
                        found.append(Mention(name, first, last, quality, level, street))
        # the longest first; of two as long the one behind a word for a level, then the better spelt
        found.sort(key=lambda m: (m.first - m.last, m.level is None, -m.quality))
        kept: list[Mention] = []
        for mention in found:
            if all(mention.at(other) or mention.apart(other) for other in kept):
                kept.append(mention)
        return kept

    def _named(self, runs: Sequence[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
        return [run for run in runs if run[2] in self._names]

    def nearly_named(self, runs: Sequence[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
        """The runs of words that can be one of the names with one letter wrong."""
        heads, tails, sizes = self._heads, self._tails, self._sizes
        return [
            run
            for run in runs
            if (size := len(run[2])) in sizes and ((run[2][:2], size) in heads or (run[2][-2:], size) in tails)
        ]

    def _misspelt(self, key: str, level: Level | None) -> list[str]:
        least = SHORTEST_TYPO_LETTERS if level is None else SHORTEST_TYPO_LETTERS_AFTER_LEVEL
        if len(key) < least - 1:
            return []
        near = {known for part in shortened(key) for known in self._nearly.get(part, ())}
        return sorted(known for known in near if len(known) >= least and one_apart(key, known))


def named(sort: Sort, name: str, level: str, codes: tuple[str, ...], district: str = "") -> Name:
    """A name from how it is written: "Phường Cầu Giấy" is looked for as "Cầu Giấy"."""
    words = tokens(core(name))
    key = "".join(word.key for word in words)
    return Name(sort, key, "".join(word.marked for word in words), len(words), level, codes, district)


def districts_said(mentions: Sequence[Mention]) -> set[str]:
    """Former districts that the text names: by their level word, or after a ward that lay in them."""
    said = set()
    for mention in mentions:
        if mention.name.sort != "district":
            continue
        lay_in = any(
            m.name.sort == "former" and m.name.district == mention.name.district and m.last <= mention.first
            for m in mentions
        )
        if mention.as_district() or (mention.level is None and lay_in):
            said.add(mention.name.district)
    return said


def _quality(name: Name, found: Sequence[Token]) -> int:
    if "".join(word.marked for word in found) == name.marked:
        return _SAME_MARKS
    return _NO_MARKS if all(word.bare for word in found) else _OTHER_MARKS


def _allowed(name: Name, words: Sequence[Token], first: int, last: int, level: Level | None) -> bool:
    """Whether a name at that place is one, rather than everyday words that sound like it."""
    if name.key.isdigit():
        return level is not None and level.tier in (DISTRICT_TIER, WARD_TIER)
    if level is not None and 0 < level.tier <= WARD_TIER:
        return True
    if first and words[first].joined and _is_more(words, first):
        return False
    capitals = all(word.title for word in words[first:last])
    if last - first == 1 and name.words == 1:
        return len(words) <= SHORTEST_TEXT_WORDS or (capitals and words[first].marked == name.marked)
    return len(words) <= SHORT_TEXT_WORDS or capitals


def _is_more(words: Sequence[Token], first: int) -> bool:
    """Whether the word before makes something else of the name: a person ("ông Hồng Hà"), or in a text that is
    more than an answer a street."""
    before = words[first - 1]
    if before.key in _PEOPLE:
        return True
    if first > 1 and before.joined and before.title and words[first].title:
        return True
    return len(words) > SHORT_TEXT_WORDS // 2 and before.key in _STREETS
