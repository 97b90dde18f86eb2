"""The proposal for one message: signals, scores, confidence, the question to ask, the words that decided."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Final

from cases.classify.proposal import Matter, Proposal
from cases.classify.signals import Find, find_signals
from cases.classify.words import Words, read_words
from cases.kinds import KINDS, TOPICS, Kind, Topic

SURE_FROM: Final = 0.72
_PIECES_AT_MOST: Final = 4
_PIECE_CHARACTERS_AT_MOST: Final = 90


def classify(text: str) -> Proposal:
    """What this message is by content, purpose and demand; pure, and safe to call from any thread."""
    words = read_words(text)
    finds = find_signals(words)
    kinds = _kind_scores(words, finds)
    chances = _chances(kinds, KINDS)
    first, second = sorted(KINDS, key=chances.__getitem__, reverse=True)[:2]
    topic = _topic(finds) if first != "khac" else "khac"
    sure = chances[first] >= SURE_FROM
    return Proposal(
        kind=first,
        topic=topic,
        urgent=_urgent(words, finds),
        others=_others(finds, first, topic),
        confidence=round(chances[first], 3),
        sure=sure,
        ask=None if sure else (first, second),
        why=_why(words, finds, first),
    )


def _kind_scores(words: Words, finds: list[Find]) -> dict[Kind, float]:
    scores: dict[Kind, float] = dict.fromkeys(KINDS, 0.0)
    seen: dict[str, int] = {}
    for find in finds:
        times = seen[find.signal.name] = seen.get(find.signal.name, 0) + 1
        for kind in KINDS:
            scores[kind] += find.signal.kinds.get(kind, 0.0) / (times * times)
    has = seen.keys()
    about = any(name.startswith("t_") for name in has)
    size = len(words.folded)
    if about and size > 3:
        scores["kien_nghi_phan_anh"] += 0.9
    if "office" in has and has & {"bribe", "forgery"}:
        scores["to_cao"] += 0.9
    if "own_right" in has and has & {"decision", "refused", "hit_me"} and "review" in has:
        scores["khieu_nai"] += 1.2
    if not about and size <= 6 and not has & {"bribe", "forgery", "crime", "breach", "review"}:
        scores["khac"] += 1.6
    if "?" in words.text and "procedure" in has and not has & {"bribe", "forgery", "evidence"}:
        scores["khac"] += 0.8
    if size > 40:
        scores["khac"] -= 1.2
    return scores


def _chances(scores: Mapping[Kind, float], names: tuple[Kind, ...]) -> dict[Kind, float]:
    top = max(scores.values())
    powers = {name: math.exp(1.3 * (scores[name] - top)) for name in names}
    total = sum(powers.values())
    return {name: power / total for name, power in powers.items()}


def _topic(finds: list[Find]) -> Topic:
    scores: dict[Topic, float] = dict.fromkeys(TOPICS, 0.0)
    for find in finds:
        for topic in TOPICS:
            # a longer phrase says more precisely what it is about
            scores[topic] += find.signal.topics.get(topic, 0.0) * (0.6 + 0.4 * (find.end - find.start))
    best = max(TOPICS, key=scores.__getitem__)
    return best if scores[best] > 0 else "khac"


def _urgent(words: Words, finds: list[Find]) -> bool:
    danger = [find for find in finds if find.signal.name == "danger"]
    if not danger:
        return False
    score = 0.0
    for name, weight in (("danger", 1.0), ("now", 0.6), ("not_now", -0.8)):
        count = sum(find.signal.name == name for find in finds)
        score += weight * min(count, 2)
    if len(words.folded) <= 15:
        score += 0.4
    return score >= 1.4


def _others(finds: list[Find], kind: Kind, topic: Topic) -> tuple[Matter, ...]:
    return ()


def _why(words: Words, finds: list[Find], kind: Kind) -> tuple[str, ...]:
    ranked = sorted(
        (find for find in finds if find.signal.kinds.get(kind, 0.0) > 0),
        key=lambda find: (-find.signal.kinds[kind], find.start - find.end, find.start),
    )
    chosen: list[tuple[int, int]] = []
    for find in ranked or finds:
        if all(find.end <= start or end <= find.start for start, end in chosen):
            chosen.append((find.start, find.end))
        if len(chosen) == _PIECES_AT_MOST:
            break
    if not chosen and words.folded:
        chosen = [(0, min(len(words.folded), 6))]
    pieces = [words.piece(words.spans[start][0], words.spans[end - 1][1]) for start, end in sorted(chosen)]
    if not pieces and words.source.strip():
        pieces = [words.source.strip()]
    return tuple(piece[:_PIECE_CHARACTERS_AT_MOST] for piece in pieces)
