"""A message as folded words that remember where they stand in what was typed."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from cases.fold import bare, plain

READ_AT_MOST_CHARACTERS: Final = 6_000
"""Of a longer text only so much is read, from both ends: letters close with their demand."""

_WORD: Final = re.compile(r"[^\W_]+(?:[/'’][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Words:
    """`text` is composed (NFC); `folded` and `spans` run along its words; `source` is what was typed."""

    text: str
    lower: str
    """`text` in lower case without marks, of the same length."""
    folded: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    source: str
    places: tuple[int, ...] | None
    """For each character of `text` its place in `source`; None when they are the same."""

    def piece(self, start: int, end: int) -> str:
        """What was typed from character `start` to `end` of `text`."""
        if self.places is None:
            return self.source[start:end]
        return self.source[self.places[start] : self.places[end]]


def read_words(source: str) -> Words:
    """The words of a message as typed."""
    text, places = source, None
    if not source.isascii() and plain(source) != source:
        text, places = _composed(source)
    if len(text) > READ_AT_MOST_CHARACTERS:
        text, places = _shortened(text, places)
    lower = bare(text)
    found = list(_WORD.finditer(lower))
    return Words(
        text=text,
        lower=lower,
        folded=tuple(match.group() for match in found),
        spans=tuple(match.span() for match in found),
        source=source,
        places=places,
    )


def _shortened(text: str, places: tuple[int, ...] | None) -> tuple[str, tuple[int, ...]]:
    head = READ_AT_MOST_CHARACTERS // 3
    tail = len(text) - 2 * head
    old = places or tuple(range(len(text) + 1))
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
