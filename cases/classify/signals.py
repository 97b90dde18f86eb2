"""Signals: which phrases of rules/classify.toml stand in a message, and where."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Final

from cases.classify.words import Words
from cases.fold import fold

_SPLIT: Final = re.compile(r"[^\W_]+(?:[/'’][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Signal:
    """One signal: how much a find speaks for each kind, each topic, and for urgency."""

    name: str
    kinds: Mapping[str, float]
    topics: Mapping[str, float]
    urgent: float


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All signals, and the phrases that raise them (folded words joined by a space)."""

    version: int
    signals: tuple[Signal, ...]
    phrases: Mapping[str, tuple[int, ...]]
    longest: int


@dataclass(frozen=True, slots=True)
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
    for start in range(len(folded)):
        phrase = ""
        for end in range(start + 1, min(start + lexicon.longest, len(folded)) + 1):
            phrase = phrase + " " + folded[end - 1] if phrase else folded[end - 1]
            for index in known.get(phrase, ()):
                finds.append(Find(lexicon.signals[index], start, end))
    return [find for find in finds if not _hidden(find, finds)]


def _hidden(find: Find, finds: list[Find]) -> bool:
    denial = _HIDDEN_BY.get(find.signal.name)
    if denial is None:
        return False
    return any(f.signal.name == denial and f.start <= find.start and find.end <= f.end for f in finds)


@functools.cache
def load_lexicon() -> Lexicon:
    """The signals that ship with the program."""
    raw = tomllib.loads(files("cases").joinpath("rules/classify.toml").read_text(encoding="utf-8"))
    signals = []
    phrases: dict[str, list[int]] = {}
    for index, (name, body) in enumerate(raw["signals"].items()):
        kinds, topics = body.get("kinds", {}), body.get("topics", {})
        signals.append(Signal(name, kinds, topics, float(body.get("urgent", 0.0))))
        for phrase in body["phrases"].split(","):
            key = " ".join(_SPLIT.findall(fold(phrase)))
            if key and index not in phrases.setdefault(key, []):
                phrases[key].append(index)
    return Lexicon(
        version=raw["version"],
        signals=tuple(signals),
        phrases={key: tuple(found) for key, found in phrases.items()},
        longest=max(key.count(" ") + 1 for key in phrases),
    )
