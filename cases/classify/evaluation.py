"""How good the classifier is: its proposals held against what officers or labels say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

from cases.classify.proposal import Proposal
from cases.kinds import KINDS, TOPICS, Kind, Topic
from cases.records import record

_BANDS: Final = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01)


@record(frozen=True, slots=True)
class Judged:
    """One text: what the classifier said of it, and what is right; None where nobody knows."""

    said: Proposal
    kind: Kind
    topic: Topic | None
    urgent: bool | None = None


@record(frozen=True, slots=True)
class Score:
    """How one label was found: of those said, right (precision); of those there, found (recall)."""

    label: str
    there: int
    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@record(frozen=True, slots=True)
class Band:
    """Texts of about the same confidence: how sure the classifier said it is, and how often it was right."""

    low: float
    count: int
    confidence: float
    right: float


@record(frozen=True, slots=True)
class Evaluation:
    """All figures of one evaluation. Shares are 0 to 1; 0 where nothing was there to count."""

    count: int
    confusion: Mapping[tuple[str, str], int]
    """(right kind, kind said) -> texts."""
    kinds: tuple[Score, ...]
    topics: tuple[Score, ...]
    """Over letters only: `khac` has no subject."""
    without_topic: int
    """Letters of which nobody says the topic: counted for their kind alone."""
    urgent: Score
    bands: tuple[Band, ...]
    right: float
    asked: float
    """Share of texts where one question is asked back."""
    right_when_sure: float

    @property
    def kind_macro(self) -> float:
        """The mean F1 of the kinds that were there."""
        return macro(self.kinds)

    @property
    def topic_macro(self) -> float:
        """The mean F1 of the topics that were there."""
        return macro(self.topics)


def evaluate(texts: Iterable[Judged]) -> Evaluation:
    """The figures over `texts`, in one pass and constant memory."""
    kinds: Counter[tuple[str, str]] = Counter()
    topics: Counter[tuple[str, str]] = Counter()
    urgent: Counter[tuple[str, str]] = Counter()
    bands: dict[float, list[float]] = {}
    sure = right_sure = without_topic = 0
    for text in texts:
        said = text.said
        right = said.kind == text.kind
        kinds[text.kind, said.kind] += 1
        if text.kind != "khac" and text.topic is None:
            without_topic += 1
        elif text.kind != "khac" and text.topic is not None:
            topics[text.topic, said.topic if said.kind != "khac" else ""] += 1
        if text.urgent is not None:
            urgent[_yes(text.urgent), _yes(said.urgent)] += 1
        band = bands.setdefault(max(low for low in _BANDS if low <= said.confidence), [0, 0.0, 0])
        band[0] += 1
        band[1] += said.confidence
        band[2] += right
        sure += said.sure
        right_sure += said.sure and right
    count = kinds.total()
    return Evaluation(
        count=count,
        confusion=dict(kinds),
        kinds=scores(kinds, KINDS),
        topics=scores(topics, TOPICS),
        without_topic=without_topic,
        urgent=scores(urgent, ("yes",))[0],
        bands=tuple(Band(low, int(n), total / n, hit / n) for low, (n, total, hit) in sorted(bands.items())),
        right=_share(sum(n for (want, got), n in kinds.items() if want == got), count),
        asked=_share(count - sure, count),
        right_when_sure=_share(right_sure, sure),
    )


def confusion(counted: Mapping[tuple[str, str], int]) -> list[tuple[Kind, tuple[int, ...]]]:
    """Counts of (what the program proposed, what an officer made of it) as a table: a row for each kind proposed,
    a column for each kind of `KINDS`."""
    return [(said, tuple(counted.get((said, right), 0) for right in KINDS)) for said in KINDS]


def scores(confused: Mapping[tuple[str, str], int], labels: Iterable[str]) -> tuple[Score, ...]:
    """Precision and recall of each label, from counts of (right, said)."""
    out = []
    for label in labels:
        there = sum(n for (want, _), n in confused.items() if want == label)
        said = sum(n for (_, got), n in confused.items() if got == label)
        hit = confused.get((label, label), 0)
        out.append(Score(label, there, _share(hit, said), _share(hit, there)))
    return tuple(out)


def macro(found: Iterable[Score]) -> float:
    """The mean F1 of the labels that were there."""
    there = [score.f1 for score in found if score.there]
    return sum(there) / len(there) if there else 0.0


def _yes(value: bool) -> str:
    return "yes" if value else "no"


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
