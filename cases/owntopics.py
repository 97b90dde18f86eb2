"""Topics that a committee adds to the eleven: each under one of them, found in letters by the committee's words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from cases.classify.words import read_words, times_said
from cases.kinds import Kind, Topic
from cases.records import record

FALLBACK_LANGUAGES: Final = ("vi", "en")


@record(frozen=True, slots=True)
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
        count = sum(times_said(words, phrase) for phrase in each.words)
        if count > most:
            best, most = each, count
    return best
