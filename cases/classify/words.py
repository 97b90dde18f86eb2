"""A message as folded words that remember where they stand in what was typed."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Mapping
from typing import Any, Final

from cases.fold import bare, fold, plain
from cases.records import record
from cases.rulebook import read_rules
from cases.syllables import syllables

READ_AT_MOST_CHARACTERS: Final = 6_000
"""Of a longer text only so much is read, from both ends: letters close with their demand."""

_MARKED_FROM: Final = 0.3
_WORD: Final = re.compile(r"[^\W_]+(?:[/'’][^\W_]+)*")


@record(frozen=True, slots=True)
class Words:
    """`text` is composed (NFC); `folded` and `spans` run along its words; `source` is what was typed.

    `folded` holds what a word means: "k" is khong, "nhaanj" is nhan. A short form of two words ("cb") stands in it
    twice, with one span.
    """

    text: str
    lower: str
    """`text` in lower case without marks, of the same length."""
    folded: tuple[str, ...]
    typed: tuple[str, ...]
    """As typed, in lower case; "" where `folded` says what a short form means."""
    spans: tuple[tuple[int, int], ...]
    marked: bool
    """Whether the sender writes marks: then a word without them is meant to have none."""
    source: str
    places: tuple[int, ...] | None
    """For each character of `text` its place in `source`; None when they are the same."""

    def piece(self, start: int, end: int) -> str:
        """What was typed from character `start` to `end` of `text`."""
        if self.places is None:
            return self.source[start:end]
        return self.source[self.places[start] : self.places[end]]


def read_words(source: str, whole: bool = False) -> Words:
    """The words of a message as typed; of a very long one its two ends, unless the `whole` is asked for."""
    text, places = _to_read(source, whole)
    lower = bare(text)
    folded: list[str] = []
    typed: list[str] = []
    spans: list[tuple[int, int]] = []
    small = text.lower()
    if len(small) != len(text):
        small = lower
    marked = 0
    for match in _WORD.finditer(lower):
        span = start, end = match.span()
        word = match[0]
        meant = _meant(word)
        if meant is None:
            folded.append(word)
            as_typed = small[start:end]
            marked += as_typed != word and word.isascii()
            typed.append(as_typed)
            spans.append(span)
        else:
            folded += meant
            typed += [""] * len(meant)
            spans += [span] * len(meant)
    return Words(
        text=text,
        lower=lower,
        folded=tuple(folded),
        typed=tuple(typed),
        spans=tuple(spans),
        marked=marked >= _MARKED_FROM * max(1, len(typed)),
        source=source,
        places=places,
    )


def folded_words(source: str) -> list[str]:
    """The words of `read_words` alone, for whom it does not matter where they stand: without the rest it takes less."""
    text, _ = _to_read(source, whole=False)
    folded: list[str] = []
    for word in _WORD.findall(bare(text)):
        meant = _meant(word)
        folded += (word,) if meant is None else meant
    return folded


def times_said(words: Words, phrase: str) -> int:
    """How often a phrase stands in the words, as whole words; where the sender writes marks, they must agree."""
    if words.marked:
        said = tuple(typed or meant for typed, meant in zip(words.typed, words.folded, strict=True))
        sought = tuple(plain(phrase).lower().split())
    else:
        said, sought = words.folded, tuple(fold(phrase).split())
    size = len(sought)
    return sum(said[at : at + size] == sought for at in range(len(said) - size + 1)) if size else 0


def _to_read(source: str, whole: bool) -> tuple[str, tuple[int, ...] | None]:
    """The composed text of which words are read, and where its characters stand in `source`."""
    text, places = source, None
    if not source.isascii() and plain(source) != source:
        text, places = _composed(source)
    if len(text) > READ_AT_MOST_CHARACTERS and not whole:
        text, places = _shortened(text, places)
    return text, places


@functools.lru_cache(maxsize=8192)
def _meant(word: str) -> tuple[str, ...] | None:
    """What a short form or a word with the keys of its marks in it stands for; None for a word that means itself."""
    meant = _short_forms().get(word)
    if meant is None and word not in syllables() and _TYPING_KEYS.search(word):
        meant = (_without_keys(word),)
    return None if meant == (word,) else meant


_TYPING_KEYS: Final = re.compile(r"^[a-z]*(?:dd|aa|ee|oo|aw|ow|uw|[aeiouy][a-z]*[sfrxj])[a-z]*$")


def _without_keys(word: str) -> str:
    """The syllable behind half-finished Telex ("phuwowngf"), or `word` when there is none."""
    left = word.replace("dd", "d").replace("w", "")
    for double in ("aa", "ee", "oo"):
        left = left.replace(double, double[0])
    if left in syllables():
        return left
    for key in "sfrxj":
        at = left.rfind(key)
        if at > 0 and left[:at] + left[at + 1 :] in syllables():
            return left[:at] + left[at + 1 :]
    return word


@functools.cache
def who_where_and_when() -> frozenset[str]:
    """Words of names, places and days, as they are written with their marks."""
    return frozenset(f"{_rules()['names']} {_rules()['where_and_when']}".split())


@functools.cache
def joints() -> frozenset[str]:
    """Words before which a thing said begins anew."""
    return frozenset(str(_rules()["joints"]).split())


@functools.cache
def dangling() -> frozenset[str]:
    """Words that wait for another: nothing said ends with one."""
    return frozenset(str(_rules()["dangling"]).split())


@functools.cache
def little() -> frozenset[str]:
    """Words that say nothing of a matter by themselves."""
    return frozenset(str(_rules()["little"]).split())


@functools.cache
def _short_forms() -> Mapping[str, tuple[str, ...]]:
    return {short: tuple(meant.split()) for short, meant in _rules()["means"].items()}


@functools.cache
def _rules() -> Mapping[str, Any]:
    return read_rules("classify_words.toml")


def _shortened(text: str, places: tuple[int, ...] | None) -> tuple[str, tuple[int, ...]]:
    head = READ_AT_MOST_CHARACTERS // 3
    tail = len(text) - 2 * head
    old = range(len(text) + 1) if places is None else places
    # a line break between the two halves keeps phrases from reaching across the gap
    return text[:head] + "\n" + text[tail:], (*old[:head], old[head], *old[tail:])


def _composed(source: str) -> tuple[str, tuple[int, ...]]:
    """The composed text, and for each of its characters where it began in `source`."""
    out: list[str] = []
    places: list[int] = []
    start = 0
    for end in range(1, len(source) + 1):
        if end < len(source) and unicodedata.combining(source[end]):
            continue
        for character in plain(source[start:end]):
            out.append(character)
            places.append(start)
        start = end
    places.append(len(source))
    return "".join(out), tuple(places)
