"""The trained weights and what they say of a message. Made by tools/train_classifier.py; nothing is learned here."""

from __future__ import annotations

import functools
import io
from pathlib import Path
from typing import TYPE_CHECKING, Final

from cases.classify.features import signal_features, signal_names, signal_value
from cases.classify.grams import Grams, buckets, gram_values, grams
from cases.classify.signals import Find
from cases.classify.words import Words
from cases.kinds import KINDS, TOPICS
from cases.records import record

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

DATA: Final = Path(__file__).with_name("data") / "model.npz"
COLUMNS: Final = len(KINDS) + len(TOPICS) + 1
"""One column of weights for each kind, each topic, and urgency."""


class ModelError(Exception):
    """The weights do not belong to this program: train them again."""


@record(frozen=True, slots=True)
class Model:
    """Weights of the n-gram buckets (small integers times a scale), of the signals, and the calibration."""

    version: str
    weights: NDArray[np.int8]
    scales: NDArray[np.float32]
    rarity: NDArray[np.uint8]
    """How rare the n-grams of each bucket are, in sixteenths: a quarter of the memory, and of the waiting for it."""
    signals: NDArray[np.float32]
    bias: NDArray[np.float32]
    kind_matrix: NDArray[np.float32]
    kind_bias: NDArray[np.float32]
    urgent_from: float
    sure_from: float
    danger: NDArray[np.int8]
    """The last column of the weights by itself: all that is asked of a short answer, so that it lies together."""
    danger_signals: tuple[float, ...]


@record(frozen=True, slots=True)
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

    raw = DATA.read_bytes()
    with np.load(io.BytesIO(raw)) as stored:
        names = str(stored["signal_names"])
        if names != "\n".join(signal_names()):
            raise ModelError(str(stored["version"]))
        weights, signals = stored["weights"], stored["signals"].astype(np.float32)
        return Model(
            version=str(stored["version"]),
            weights=weights,
            scales=stored["scales"],
            rarity=stored["rarity"],
            signals=signals,
            bias=stored["bias"],
            kind_matrix=stored["kind_matrix"],
            kind_bias=stored["kind_bias"],
            urgent_from=float(stored["urgent_from"]),
            sure_from=float(stored["sure_from"]),
            danger=weights[:, -1].copy(),
            danger_signals=tuple(signals[:, -1].tolist()),
        )


def is_urgent(words: Words, finds: list[Find]) -> bool:
    """Whether the model sees danger in a message that has at least one word."""
    import numpy as np

    model = load_model()
    found, groups = buckets(words)
    values = _values(model, found, groups)
    on = signal_features(words, finds)
    told = float(np.einsum("i,i", values, model.danger.take(found).astype(np.float32))) * float(model.scales[-1])
    signals = sum(map(model.danger_signals.__getitem__, on))
    return told + signal_value(len(on)) * signals + float(model.bias[-1]) > model.urgent_from


def score(words: Words, finds: list[Find], by_word: bool = True) -> Scores:
    """What the model says of a message that has at least one word."""
    import numpy as np

    model = load_model()
    found = grams(words)
    weighed = _weighed(model, found, signal_features(words, finds))
    kinds = weighed.raw[: len(KINDS)] @ model.kind_matrix + model.kind_bias
    kinds = np.exp(kinds - kinds.max())
    # what speaks for the likeliest kind, less what speaks for all of them
    turn = (np.arange(len(KINDS)) == kinds.argmax()) - np.float32(1 / len(KINDS))
    return Scores(
        kinds=kinds / kinds.sum(),
        topics=weighed.raw[len(KINDS) : -1],
        urgent=weighed.urgent,
        by_word=_by_word(words, finds, found, weighed, turn) if by_word else np.zeros(0, np.float32),
    )


@record(frozen=True, slots=True)
class _Weighed:
    values: NDArray[np.float32]
    """How much each n-gram counts."""
    rows: NDArray[np.float32]
    """The weights of each n-gram, a row of one column for each answer."""
    signal: float
    """How much each signal counts."""
    raw: NDArray[np.float32]
    """The score of each column."""
    urgent: bool


def _values(model: Model, found: NDArray[np.int64], groups: NDArray[np.int64]) -> NDArray[np.float32]:
    import numpy as np

    return gram_values(groups, model.rarity.take(found) * np.float32(1 / 16))


def _weighed(model: Model, found: Grams, on: list[int]) -> _Weighed:
    import numpy as np

    values = _values(model, found.buckets, found.groups)
    # `take` copies whole rows where an index in brackets picks every byte: a fifteenth of the time
    rows = model.weights.take(found.buckets, axis=0).astype(np.float32)
    # no matrix product: for so few numbers a library with threads of its own waits on a busy machine
    sums = np.einsum("i,ij->j", values, rows)
    signal = np.float32(signal_value(len(on)))
    raw = sums * model.scales + signal * model.signals.take(on, axis=0).sum(axis=0) + model.bias
    return _Weighed(values, rows, float(signal), raw, bool(raw[-1] > model.urgent_from))


def _by_word(
    words: Words, finds: list[Find], found: Grams, weighed: _Weighed, turn: NDArray[np.float32]
) -> NDArray[np.float32]:
    import numpy as np

    model = load_model()
    by_gram = weighed.values * np.einsum("ij,j->i", weighed.rows[:, : len(KINDS)], turn * model.scales[: len(KINDS)])
    first, last = found.word_spans(len(words.folded) - 1)
    size = len(words.folded) + 1
    share = by_gram / (last - first + 1)
    # each n-gram's share is added from its first word and taken away after its last: one running sum
    added = np.cumsum(np.bincount(first, share, size) - np.bincount(last + 1, share, size))[:-1].tolist()
    if finds:
        kinds = model.signals.take([find.signal.number for find in finds], axis=0)[:, : len(KINDS)] @ turn
        for find, worth in zip(finds, kinds.tolist(), strict=True):
            for at in range(find.start, find.end):
                added[at] += weighed.signal * worth / (find.end - find.start)
    return np.array(added, np.float32)
