"""Topics that a committee adds to the eleven: each under one of them, found in letters by the committee's words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from cases.classify.words import Words, read_words
from cases.fold import fold, plain
from cases.kinds import Kind, Topic

FALLBACK_LANGUAGES: Final = ("vi", "en")


@dataclass(frozen=True, slots=True)
class OwnTopic:
    """A topic of the committee. `under` is the one of the eleven whose place it has in every figure and state form."""

    code: str
    under: Topic
    names: Mapping[str, str]
    """Its name by language; Vietnamese is always there."""
    words: tuple[str, ...]
    """Words and phrases that speak of it, as people write them."""

    def name(self, language: str) -> str:
        """Its name in a language, or in the nearest that there is."""
        for each in (language, *FALLBACK_LANGUAGES):
            if each in self.names:
                return self.names[each]
        return self.code


def find(topics: Sequence[OwnTopic], text: str, kind: Kind, topic: Topic) -> OwnTopic | None:
    """The own topic that a letter speaks of by the committee's words; of several the one named most, then the first.

    A denunciation keeps the topic that its content has: the words of a place or a market must not carry it to another
    column of the state's forms.
    """
    if kind == "khac" or not topics:
        return None
    words = read_words(text)
    best, most = None, 0
    for each in topics:
        if kind == "to_cao" and each.under != topic:
            continue
        count = sum(_times(words, phrase) for phrase in each.words)
        if count > most:
            best, most = each, count
    return best


def _times(words: Words, phrase: str) -> int:
    """How often a phrase stands in the words; where the sender writes marks, they must agree."""
    if words.marked:
        said = tuple(typed or meant for typed, meant in zip(words.typed, words.folded, strict=True))
        sought = tuple(plain(phrase).lower().split())
    else:
        said, sought = words.folded, tuple(fold(phrase).split())
    size = len(sought)
    return sum(said[at : at + size] == sought for at in range(len(said) - size + 1)) if size else 0
