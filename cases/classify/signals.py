"""Signals: which phrases of rules/classify.toml stand in a message, and where."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from cases.classify.words import Words, read_words
from cases.records import record
from cases.rulebook import read_rules


@record(frozen=True, slots=True)
class Signal:
    """One signal: how much a find speaks for each kind, each topic, and for urgency."""

    number: int
    name: str
    kinds: Mapping[str, float]
    topics: Mapping[str, float]
    urgent: float


@record(frozen=True, slots=True)
class Lexicon:
    """All signals, and the phrases that raise them (folded words joined by a space)."""

    version: int
    signals: tuple[Signal, ...]
    phrases: Mapping[str, tuple[tuple[int, tuple[str, ...]], ...]]
    """Folded phrase -> the signals it raises, each with the words as they are written with marks; none for what only
    begins a longer phrase."""
    ambiguous: frozenset[str]
    """Single words that without marks mean too many things: "da" is đá, đã, đa, dạ …"""
    longest: int
    despair: tuple[str, ...]
    """Phrases of somebody who may end their own life: no signal, since nothing is weighed by them."""
    despair_cries: tuple[str, ...]
    """The same in scripts whose words are not read: letters as they are written."""
    cries: tuple[str, ...]
    """All cries of danger in such scripts, those of despair among them."""


@record(frozen=True, slots=True)
class Find:
    """A phrase of a signal, from one word of the message to another (exclusive)."""

    signal: Signal
    start: int
    end: int


# "không tố cáo ai" holds "tố cáo", but says the opposite.
_HIDDEN_BY: Final = {
    "declares_denunciation": "denies_denunciation",
    "declares_complaint": "denies_complaint",
    "declares_petition": "denies_petition",
}


def find_signals(words: Words) -> list[Find]:
    """Every find, in the order of the text."""
    lexicon = load_lexicon()
    finds: list[Find] = []
    folded, known = words.folded, lexicon.phrases
    size = len(folded)
    typed = tuple(map(toned, words.typed)) if words.marked else words.typed
    same = _same_marks if words.marked else _no_marks
    for start, phrase in enumerate(folded):
        end = start + 1
        while (raised := known.get(phrase)) is not None:
            if raised:
                said = typed[start:end]
                for index, written in raised:
                    if same(said, written, lexicon):
                        finds.append(Find(lexicon.signals[index], start, end))
            if end == size:
                break
            phrase += " " + folded[end]
            end += 1
    return _without_hidden(finds, size, lexicon.longest)


def _no_marks(said: tuple[str, ...], written: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Whether a phrase may be meant where the sender writes no marks: a single word may mean too many things."""
    return len(said) > 1 or not said[0].isascii() or said[0] not in lexicon.ambiguous


def _same_marks(said: tuple[str, ...], written: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Whether the marks agree where the sender writes them; a short form has none."""
    if said == written:
        return True
    if len(said) == 1:
        return not said[0]
    wrong = sum(word != want for word, want in zip(said, written, strict=True) if word)
    # one slip of the finger is forgiven where other words of the phrase are right
    return wrong == 0 or (wrong == 1 and (len(said) > 2 or said[0].isascii()))


_TONES: Final = re.compile("[\u0300\u0301\u0303\u0309\u0323]")


@functools.lru_cache(maxsize=4096)
def toned(word: str) -> str:
    """A syllable with its tone at the end, so that hoà and hòa are the same."""
    if word.isascii():
        return word
    apart = unicodedata.normalize("NFD", word)
    tones = _TONES.findall(apart)
    return unicodedata.normalize("NFC", _TONES.sub("", apart)) + "".join(tones)


def _without_hidden(finds: list[Find], size: int, longest: int) -> list[Find]:
    """The finds without subjects inside a longer subject ("đường dây nóng" is no road) and denied words."""
    reach = [0] * (size + 1)
    denials: dict[str, list[Find]] = {}
    for find in finds:
        if find.signal.topics:
            reach[find.start] = max(reach[find.start], find.end)
        elif find.signal.name.startswith("denies_"):
            denials.setdefault(find.signal.name, []).append(find)
    kept = []
    for find in finds:
        if find.signal.topics:
            # a find that begins earlier and ends no earlier, or begins here and ends later, is longer
            start, end = find.start, find.end
            if reach[start] > end or (start and max(reach[max(0, start - longest) : start]) >= end):
                continue
        denial = _HIDDEN_BY.get(find.signal.name)
        if denial in denials and any(d.start <= find.start and find.end <= d.end for d in denials[denial]):
            continue
        kept.append(find)
    return kept


@functools.cache
def load_lexicon() -> Lexicon:
    """The signals that ship with the program."""
    raw = read_rules("classify.toml")
    signals = []
    phrases: dict[str, dict[int, tuple[str, ...]]] = {}
    for index, (name, body) in enumerate(raw["signals"].items()):
        kinds, topics = body.get("kinds", {}), body.get("topics", {})
        signals.append(Signal(index, name, kinds, topics, float(body.get("urgent", 0.0))))
        for folded, written in _phrases(body["phrases"]):
            phrases.setdefault(folded, {}).setdefault(index, written)
    return Lexicon(
        version=raw["version"],
        signals=tuple(signals),
        phrases=dict.fromkeys(_beginnings(phrases), ()) | {key: tuple(found.items()) for key, found in phrases.items()},
        ambiguous=frozenset(raw["ambiguous"].split()),
        longest=max(key.count(" ") + 1 for key in phrases),
        despair=_listed(raw["despair"]["phrases"]),
        despair_cries=_listed(raw["cries"]["despair"]),
        cries=_listed(raw["cries"]["despair"]) + _listed(raw["cries"]["danger"]),
    )


def _listed(phrases: str) -> tuple[str, ...]:
    return tuple(" ".join(phrase.split()) for phrase in phrases.split(","))


def _phrases(listed: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The phrases of one list, folded and with their marks; read like a message, so that short forms in either meet."""
    folded: list[str] = []
    written: list[str] = []
    end = 0
    # the whole list is read in one go: it holds thousands of phrases
    read = read_words(listed, whole=True)
    for word, typed, (start, stop) in zip(read.folded, read.typed, read.spans, strict=True):
        if folded and "," in listed[end:start]:
            yield " ".join(folded), tuple(written)
            folded, written = [], []
        folded.append(word)
        written.append(toned(typed))
        end = max(end, stop)
    if folded:
        yield " ".join(folded), tuple(written)


def _beginnings(phrases: Iterable[str]) -> Iterator[str]:
    for phrase in phrases:
        parts = phrase.split()
        yield from (" ".join(parts[:size]) for size in range(1, len(parts)))
