"""The proposal for one message: kind, topic, urgency, other matters, the question to ask, the deciding words."""

from __future__ import annotations

import itertools
import math
import re
import sys
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from cases.classify import model
from cases.classify.model import Scores, load_model, score
from cases.classify.proposal import Matter, Proposal
from cases.classify.signals import Find, find_signals, load_lexicon
from cases.classify.words import Words, dangling, joints, little, read_words, times_said, who_where_and_when
from cases.kinds import KINDS, TOPICS, Kind, Topic
from cases.language import detect_by_rule

PIECES_AT_MOST: Final = 4
_PIECE_WORDS_AT_MOST: Final = 9
_PIECE_CHARACTERS_AT_MOST: Final = 120
_PHRASE_WORDS_AT_MOST: Final = 3
_PIECE_WORTH: Final = 0.4
"""A further piece is worth so much of the best one."""
_EDGE_WORDS: Final = 5
"""So far from where a piece would be cut its natural end is looked for."""
_CLAUSE_WORDS_AT_MOST: Final = 11
"""A clause of so few words is shown whole."""
_DEMANDS: Final = frozenset({"review", "punish", "fix"})
_NEIGHBOUR_WORTH: Final = 0.3
"""A piece grows by words that are worth so much of its best one."""


def classify(text: str) -> Proposal:
    """What this message is by content, purpose and demand; pure, and safe to call from any thread."""
    words = read_words(text)
    if not words.folded:
        return Proposal("khac", "khac", False, (), 1.0, True, None, _whole(text))
    finds = find_signals(words)
    scores = score(words, finds)
    order = scores.kinds.argsort()[::-1]
    first, second = KINDS[order[0]], KINDS[order[1]]
    confidence = float(scores.kinds[order[0]])
    sure = confidence >= load_model().sure_from
    if not words.marked and _cannot_read(text):
        # no letter may be lost because of its language: somebody is asked
        sure, confidence = False, min(confidence, _UNREAD_CONFIDENCE)
        if first == "khac":
            first, second = "kien_nghi_phan_anh", "khac"
    topic = _topic(scores) if first != "khac" else "khac"
    return Proposal(
        kind=first,
        topic=topic,
        urgent=scores.urgent or _cries(words),
        others=_others(words, Matter(first, topic)),
        confidence=round(confidence, 3),
        sure=sure,
        ask=None if sure else (first, second),
        why=_why(words, scores.by_word.tolist(), finds),
    )


def is_urgent(text: str) -> bool:
    """Whether a message tells of danger to life or body: all that is asked of most, for a third of the work."""
    if only_who_where_and_when(text):
        return False
    words = read_words(text)
    return bool(words.folded) and (_cries(words) or model.is_urgent(words, find_signals(words)))


def only_who_where_and_when(text: str) -> bool:
    """Whether a text says nothing but numbers, names, places and days ("số 12 ngõ 5, tổ 7"): in these is no danger,
    and no other language than Vietnamese.

    Only as they are written with their marks: "tu tu" may be a word for death.
    """
    unknown = set(_BARE_WORD.findall(text.lower())) - who_where_and_when()
    return not unknown or all(map(str.isdecimal, unknown))


_BARE_WORD: Final = re.compile(r"[^\W_]+")


def is_despair(text: str) -> bool:
    """Whether words of danger speak of somebody who may end their own life."""
    words, lexicon = read_words(text), load_lexicon()
    return any(times_said(words, phrase) for phrase in lexicon.despair) or _cries(words, lexicon.despair_cries)


def _cries(words: Words, cries: tuple[str, ...] | None = None) -> bool:
    """Whether somebody cries for help in a script whose words are not read."""
    if words.marked or words.text.isascii():
        return False
    lower = words.text.lower()
    return any(cry in lower for cry in (load_lexicon().cries if cries is None else cries))


_READ_LANGUAGES: Final = frozenset({"vi", "en", "und"})
_UNREAD_CONFIDENCE: Final = 0.4
_UNREAD_CHARACTERS: Final = 12
"""A greeting in another language is shorter."""


def _cannot_read(text: str) -> bool:
    if len(text.strip()) < _UNREAD_CHARACTERS:
        return False
    found = detect_by_rule(text)
    return found is not None and found.lang not in _READ_LANGUAGES


def _topic(scores: Scores) -> Topic:
    return TOPICS[int(scores.topics.argmax())]


# Other matters in the same message -------------------------------------------------------------------------

_PARTS_AT_MOST: Final = 6
_PART_WORDS_AT_LEAST: Final = 4
_OTHER_FROM: Final = 0.75
_BORDER_SAYINGS: Final = (
    *("thu nhat", "thu hai", "thu ba", "thu tu", "thu nam", r"viec thu \w+", r"chuyen thu \w+"),
    *("mot la", "hai la", "ba la", "ngoai ra", "ben canh do", "viec khac", "chuyen khac", "con chuyen", "con viec"),
    *("voi lai", "nhan tien", "tien the", "also", "second"),
)
_BORDER: Final = re.compile(rf"\n+|(?:^|(?<=[\s.;:,]))\(?[1-6][.)]\s|\b(?:{'|'.join(_BORDER_SAYINGS)})\b[:,]?")
_BORDER_WORDS: Final = tuple(saying.removesuffix(r" \w+") for saying in _BORDER_SAYINGS)
_MAY_NUMBER: Final = re.compile(r"[1-6][.)]\s")


def _borders(lower: str) -> list[int]:
    """Where a new matter may begin. Most messages have none: to look for its letters first is much quicker."""
    if "\n" in lower or any(word in lower for word in _BORDER_WORDS) or _MAY_NUMBER.search(lower):
        return [match.start() for match in _BORDER.finditer(lower)]
    return []


def _others(words: Words, main: Matter) -> tuple[Matter, ...]:
    """Further matters, where the sender sets them apart by numbers, lines or words such as "ngoài ra"."""
    borders = _borders(words.lower)
    if not borders or len(borders) > 4 * _PARTS_AT_MOST:
        return ()
    cuts = [0, *borders, len(words.text)]
    parts = [words.text[start:end] for start, end in itertools.pairwise(cuts)]
    found: list[Matter] = []
    for part in parts[: 2 * _PARTS_AT_MOST]:
        read = read_words(part)
        if len(read.folded) < _PART_WORDS_AT_LEAST:
            continue
        scores = score(read, find_signals(read), by_word=False)
        kind: Kind = KINDS[int(scores.kinds.argmax())]
        matter = Matter(kind, _topic(scores))
        if kind != "khac" and scores.kinds.max() >= _OTHER_FROM and matter != main and matter not in found:
            found.append(matter)
    return tuple(found[:_PARTS_AT_MOST]) if len(found) > 0 and len(parts) > 1 else ()


# The words that decided ------------------------------------------------------------------------------------


def _whole(text: str) -> tuple[str, ...]:
    piece = text.strip()[:_PIECE_CHARACTERS_AT_MOST]
    return (piece,) if piece else ()


_BREAK: Final = re.compile(r"[;:!?…\n]|[,.](?!\d)")


def _breaks(words: Words) -> frozenset[int]:
    """The words before which a clause ends: a piece that reaches across says nothing."""
    starts = [start for start, _ in words.spans]
    after = {bisect_left(starts, sign.start()) for sign in _BREAK.finditer(words.text)}
    return frozenset(after - {0, len(starts)})


def _uncut(start: int, end: int, finds: list[Find], left: set[int], breaks: frozenset[int]) -> tuple[int, int]:
    """A piece that begins or ends inside a short phrase has all of it: "cáo" alone is not what was written."""
    for find in finds:
        whole = range(find.start, find.end)
        cut = find.start < start < find.end or find.start < end < find.end
        if cut and len(whole) <= _PHRASE_WORDS_AT_MOST and left.issuperset(whole) and breaks.isdisjoint(whole[1:]):
            start, end = min(start, find.start), max(end, find.end)
    return start, end


def _near(worth: list[float], breaks: frozenset[int]) -> list[float]:
    """What each word and its neighbours in the clause are worth: several words that say a little say more than one
    that stands in half of all petitions."""
    near = list(worth)
    for i in range(1, len(worth)):
        if i not in breaks:
            before, here = worth[i - 1], worth[i]
            if before > 0.0:
                near[i] += before / 2
            if here > 0.0:
                near[i - 1] += here / 2
    return near


def _edges(said: Sequence[str], start: int, end: int, left: set[int], breaks: frozenset[int]) -> tuple[int, int]:
    """A piece that is cut where a thing said begins or ends, if that is near: "nghị thanh" is nothing that was said."""
    size = len(said)
    anew, waiting = joints(), dangling()
    clause = range(
        next((at for at in range(start, 0, -1) if at in breaks), 0),
        next((at for at in range(end, size) if at in breaks), size),
    )
    if len(clause) <= _CLAUSE_WORDS_AT_MOST and left.issuperset(clause):
        return clause.start, clause.stop
    first = start
    while first and first not in breaks and said[first] not in anew:
        if first - 1 not in left or start - first == _EDGE_WORDS:
            first = start
            break
        first -= 1
    last = end
    while last < size and last not in breaks and said[last] not in anew:
        if last not in left or last - end == _EDGE_WORDS:
            last = end
            break
        last += 1
    while last - first > 1 and last not in breaks and last < size and said[last - 1] in waiting:
        last -= 1
    return first, last


def _said(words: Words) -> tuple[str, ...]:
    """The words by which joints are known: as they were typed where the sender writes marks."""
    if not words.marked:
        return words.folded
    lower = words.text.lower()
    if len(lower) != len(words.text):
        return words.folded  # a rare letter that is two in lower case
    return tuple(lower[start:end] for start, end in words.spans)


def _says_something(piece: Sequence[str]) -> bool:
    """Whether a piece has two words that mean something."""
    telling = [word for word in piece if word not in little() and len(word) > 1]
    return len(telling) > 1


def _demand(words: Words, finds: list[Find], near: list[float]) -> int | None:
    """The word by which the last demand speaks most for the kind, if it does."""
    demands = [find for find in finds if find.signal.name in _DEMANDS]
    if not demands:
        return None
    last = demands[-1]
    best = max(range(last.start, last.end), key=near.__getitem__)
    return best if near[best] > 0 else None


def _why(words: Words, worth: list[float], finds: list[Find]) -> tuple[str, ...]:
    left = set(range(len(worth)))
    breaks = _breaks(words)
    pieces: list[tuple[int, int]] = []
    near, said = _near(worth, breaks), _said(words)
    best = max(near)
    peak = _demand(words, finds, near)
    while left and len(pieces) < PIECES_AT_MOST:
        if peak is None:
            peak = max(left, key=near.__getitem__)
            if pieces and near[peak] < _PIECE_WORTH * best:
                break
        start, end = _grown(peak, near, left, breaks)
        start, end = _uncut(start, end, finds, left, breaks)
        start, end = _edges(said, start, end, left, breaks)
        peak = None
        # Two pieces of one clause do not touch: they would read as one.
        left -= set(range(start - (start not in breaks), end + (end not in breaks)))
        if _says_something(said[start:end]):
            pieces.append((start, end))
    if not pieces:
        pieces = [_grown(max(range(len(near)), key=near.__getitem__), near, set(range(len(worth))), breaks)]
    typed = (words.piece(words.spans[start][0], words.spans[end - 1][1]) for start, end in sorted(pieces))
    found = tuple(piece[:_PIECE_CHARACTERS_AT_MOST] for piece in typed if piece)
    # Marks that stand on nothing melt away when a text is composed: then the text itself is the piece.
    return found or (words.source.strip()[:_PIECE_CHARACTERS_AT_MOST],)


def _grown(peak: int, near: list[float], left: set[int], breaks: frozenset[int]) -> tuple[int, int]:
    """A word with those beside it in its clause that say something of the kind, too."""
    start, end = peak, peak + 1
    while end - start < _PIECE_WORDS_AT_MOST:
        before = near[start - 1] if start - 1 in left and start not in breaks else -math.inf
        after = near[end] if end in left and end not in breaks else -math.inf
        # One word alone ("ngõ", an initial) tells nobody why: it takes its better neighbour along.
        least = _NEIGHBOUR_WORTH * near[peak] if end - start > 1 else -sys.float_info.max
        if max(before, after) < least:
            break
        if after >= before:
            end += 1
        else:
            start -= 1
    return start, end
