"""The trained weights and what they say of a message. Made by tools/train_classifier.py; nothing is learned here."""

from __future__ import annotations

import functools
import io
import math
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from cases.classify.features import (
    SHARES,
    SIGNAL_VALUE,
    Grams,
    gram_values,
    grams,
    signal_features,
    signal_names,
)
from cases.classify.signals import Find
from cases.classify.words import Words
from cases.kinds import KINDS, TOPICS

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

DATA: Final = "classify/data/model.npz"
COLUMNS: Final = len(KINDS) + len(TOPICS) + 1
"""One column of weights for each kind, each topic, and urgency."""


class ModelError(Exception):
    """The weights do not belong to this program: train them again."""


@dataclass(frozen=True, slots=True)
class Model:
    """Weights of the n-gram buckets (small integers times a scale), of the signals, and the calibration."""

    version: str
    weights: NDArray[np.int8]
    scales: NDArray[np.float32]
    rarity: NDArray[np.float32]
    signals: NDArray[np.float32]
    bias: NDArray[np.float32]
    kind_matrix: NDArray[np.float32]
    kind_bias: NDArray[np.float32]
    urgent_from: float
    sure_from: float


@dataclass(frozen=True, slots=True)
class Scores:
    """What the weights say: a chance for each kind, a score for each topic, and which words made the kind."""

    kinds: NDArray[np.floating]
    topics: NDArray[np.floating]
    urgent: bool
    by_word: NDArray[np.float32]
    """For each word what it adds to the likeliest kind, above what it adds to the others."""


@functools.cache
def load_model() -> Model:
    """The weights that ship with the program."""
    import numpy as np

    raw = files("cases").joinpath(DATA).read_bytes()
    with np.load(io.BytesIO(raw)) as stored:
        names = str(stored["signal_names"])
        if names != "\n".join(signal_names()):
            raise ModelError(str(stored["version"]))
        return Model(
            version=str(stored["version"]),
            weights=stored["weights"],
            scales=stored["scales"],
            rarity=stored["rarity"].astype(np.float32) / np.float32(16),
            signals=stored["signals"].astype(np.float32),
            bias=stored["bias"],
            kind_matrix=stored["kind_matrix"],
            kind_bias=stored["kind_bias"],
            urgent_from=float(stored["urgent_from"]),
            sure_from=float(stored["sure_from"]),
        )


def is_urgent(words: Words, finds: list[Find]) -> bool:
    """Whether the model sees danger in a message that has at least one word: of its weights only this one column."""
    return _danger(load_model(), grams(words), signal_features(words, finds))


def score(words: Words, finds: list[Find], by_word: bool = True) -> Scores:
    """What the model says of a message that has at least one word."""
    import numpy as np

    model = load_model()
    found = grams(words)
    values = gram_values(found, model.rarity)
    # no matrix product: for so few numbers a library with threads of its own is slower, and waits on a busy machine
    shares = model.weights[found.buckets] * values[:, None]
    on = signal_features(words, finds)
    raw = shares.sum(axis=0) * model.scales + SIGNAL_VALUE * model.signals[on].sum(axis=0) + model.bias
    raw = raw.astype(np.float32)
    kinds = raw[: len(KINDS)] @ model.kind_matrix + model.kind_bias
    kinds = np.exp(kinds - kinds.max())
    # what speaks for the likeliest kind, less what speaks for all of them
    turn = (np.arange(len(KINDS)) == kinds.argmax()) - np.float32(1 / len(KINDS))
    return Scores(
        kinds=kinds / kinds.sum(),
        topics=raw[len(KINDS) : -1],
        urgent=_danger(model, found, on),
        by_word=_by_word(words, finds, found, shares[:, : len(KINDS)] @ (turn * model.scales[: len(KINDS)]), turn)
        if by_word
        else np.zeros(0, np.float32),
    )


def _danger(model: Model, found: Grams, on: list[int]) -> bool:
    import numpy as np

    rarity = model.rarity[found.buckets]
    squares = np.bincount(found.groups, rarity * rarity, len(SHARES))
    sums = np.bincount(found.groups, rarity * model.weights[found.buckets, -1], len(SHARES))
    grams_say = sum(
        share * each / math.sqrt(max(square, 1e-9))
        for share, each, square in zip(SHARES, sums.tolist(), squares.tolist(), strict=True)
    )
    raw = grams_say * model.scales[-1] + SIGNAL_VALUE * model.signals[on, -1].sum() + model.bias[-1]
    return bool(raw > model.urgent_from)


def _by_word(
    words: Words, finds: list[Find], found: Grams, by_gram: NDArray[np.float32], turn: NDArray[np.float32]
) -> NDArray[np.float32]:
    import numpy as np

    first, last = found.word_spans(len(words.folded) - 1)
    size = len(words.folded) + 1
    share = by_gram / (last - first + 1)
    # each n-gram's share is added from its first word and taken away after its last: one running sum
    added = np.cumsum(np.bincount(first, share, size) - np.bincount(last + 1, share, size))
    kinds = load_model().signals[[find.signal.number for find in finds], : len(KINDS)] @ turn
    for find, worth in zip(finds, kinds.tolist(), strict=True):
        added[find.start : find.end] += SIGNAL_VALUE * worth / (find.end - find.start)
    return added[:-1].astype(np.float32)
