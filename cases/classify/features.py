"""A message as numbers: its signals, which of them stand near each other, and how it is written."""

from __future__ import annotations

import functools
import re
from bisect import bisect_left
from collections.abc import Collection
from typing import Final

from cases.classify.signals import Find, load_lexicon
from cases.classify.words import Words
from cases.kinds import TOPICS

_SIGNAL_VALUE: Final = 0.25
_SIGNALS_AT_FULL_VALUE: Final = 20


def signal_value(count: int) -> float:
    """What one of so many signals counts for beside the n-grams.

    A whole letter raises two or three times as many signals as a message, most of them by what is said around the
    matter; more than twenty share the weight of twenty, as the n-grams share theirs.
    """
    return _SIGNAL_VALUE * min(1.0, _SIGNALS_AT_FULL_VALUE / max(1, count))


_NEAR_WORDS: Final = 8
_NEAR: Final = (
    ("office", "bribe"), ("office", "forgery"), ("office", "crime"), ("office", "breach"),
    ("own_right", "refused"), ("own_right", "hit_me"), ("own_right", "decision"), ("own_right", "review"),
    ("decision", "review"), ("refused", "review"), ("person", "bribe"), ("person", "crime"), ("person", "breach"),
    ("business", "breach"), ("business", "crime"), ("danger_fire", "now"), ("danger_body", "now"),
    ("danger_water", "now"), ("danger_power", "now"), ("danger_fall", "now"), ("danger_attack", "now"),
    ("danger_threat", "now"), ("danger_violence", "now"), ("danger_nature", "now"), ("danger_thing", "now"),
    ("danger_breath", "now"), ("danger_threat", "person"), ("danger_violence", "people_in_danger"),
    ("danger_thing", "people_in_danger"), ("danger_nature", "people_in_danger"),
)  # fmt: skip
_ASKING_END: Final = re.compile(r"(\?|\b(khong|ko|hong|hok|chua|vay|ha|ah|a|gi|dau|nao|sao)\W*)\s*$")
_END_CHARACTERS: Final = 24
_ENGLISH: Final = frozenset({"the", "is", "my", "and", "please", "they", "of", "in", "was", "are"})
_MORE_FLAGS: Final = ("ends_in_question", "english")
_LENGTHS: Final = (1, 3, 6, 12, 25, 50, 100)
_FLAGS: Final = tuple(
    (name, tuple((needle, re.compile(pattern or rf"\b{needle}\b")) for needle, pattern in ways))
    for name, ways in {
        "question": (("?", r"\?"),),
        "shout": (("!", "!"),),
        "initial": (("", r"\b(ong|ba|anh|chi|co|chu|thang|lao|bac|thay|ten|nha)\s+[a-z]{1,2}\b[.\s,]"),),
        "amount": (("", r"\d\s*(tr|trieu|k|nghin|ngan|dong|d|ty|cu|tram)\b"),),
        "date": (
            ("", r"\d((?<=\b\d)|(?<=\b\d\d))[/.-]\d{1,2}\b"),
            ("ngay ", r"\bngay \d"),
            ("thang ", r"\bthang \d"),
        ),
        "paper_number": (("/", r"\bso\s*[.…\d]+\s*/"), ("qd", r"\bqd\b|\bqd-|/qd"), ("ubnd", "")),
        "letter": (
            *(("kinh gui", ""), ("toi ten", ""), ("toi la", ""), ("don xin", "")),
            *(("doc lap", ""), ("dai dien", ""), ("thay mat", ""), ("tran trong", "")),
        ),
        "list": (
            ("", r"\A\s*(\d[.)]|-|\*)\s"),
            ("\n", r"\n\s*(\d[.)]|-|\*)\s"),
            *(("thu nhat", ""), ("thu hai", ""), ("thu ba", "")),
            *((" viec", r"\b\d viec\b"), (" chuyen", r"\b\d chuyen\b")),
        ),
        "quote": (("", '["“”«»]'),),
        "many_of_us": (
            *(("chung toi", ""), ("tui toi", ""), ("tui em", ""), ("ba con", ""), ("ca xom", ""), ("dan", "")),
            (" ho", r"\b(\d+|cac) ho\b"),
        ),
    }.items()
)
"""Each flag with the ways to it: letters that must be there, looked for first since that is much quicker, and the
pattern that holds them; without one, the letters as whole words."""


@functools.cache
def signal_names() -> tuple[str, ...]:
    """The name of every signal feature, in the order of the weights; the signals of the lexicon come first."""
    signals = [signal.name for signal in load_lexicon().signals]
    near = [f"{a} near {b}" for a, b in _NEAR]
    lengths = [f"words>{n}" for n in _LENGTHS]
    late = [f"late {name}" for name in _LATE]
    asked = [f"asked {name}" for name in _ASKED]
    flags = [*[name for name, _ in _FLAGS], *_MORE_FLAGS]
    subjects = [f"{place} {topic}" for place in _SUBJECTS for topic in TOPICS]
    again = [f"{name} again" for name in signals]
    danger = [f"danger with {name}" for name in _BESIDE_DANGER]
    return (
        *signals,
        *again,
        *near,
        *late,
        *asked,
        *flags,
        "capitals",
        *_DANGER,
        *danger,
        *lengths,
        *_only(),
        *subjects,
    )


_SUBJECTS: Final = ("first", "last", "most", "alone", "thrice")
"""Where a topic's subjects stand in a message: the first or last named, the most words, no other, three or more."""


def _subjects(finds: list[Find]) -> list[str]:
    """Which topic the subjects of a message speak of first, last, most, and alone."""
    told = [(find, topic) for find in finds for topic in find.signal.topics]
    if not told:
        return []
    words: dict[str, int] = {}
    times: dict[str, int] = {}
    for find, topic in told:
        words[topic] = words.get(topic, 0) + find.end - find.start
        times[topic] = times.get(topic, 0) + 1
    out = [f"first {told[0][1]}", f"last {told[-1][1]}", f"most {max(words, key=words.__getitem__)}"]
    out += [f"thrice {topic}" for topic, count in times.items() if count > _THRICE]
    return [*out, f"alone {told[0][1]}"] if len(words) == 1 else out


_THRICE: Final = 2
_LATE: Final = ("review", "punish", "fix", "declares_denunciation", "declares_complaint", "procedure")
_SHOUTED_FROM: Final = 0.6

_ASKED: Final = (
    "review", "punish", "fix", "decision", "refused", "own_right", "office", "person", "business", "bribe", "forgery",
    "crime", "breach", "evidence", "hide_name", "neighbour", "private_matter", "procedure", "status", "thanks",
    "declares_denunciation", "declares_complaint", "declares_petition",
)  # fmt: skip
_REQUEST: Final = re.compile(
    r"\b(?:de nghi|yeu cau|mong|xin|nho|kien nghi|de xuat|cau xin|khan xin|please|request|want|ask)\b"
    r"(?! (?:chao|loi|phep|chan thanh|cam on|tran trong|duoc cam on|kinh chao|hoi|thanh that))"
)
"""Where a demand begins; "xin chân thành cảm ơn" is none."""
_REQUEST_WORDS: Final = 18


def _asked(words: Words, finds: list[Find]) -> list[str]:
    """What stands in the last demand: a letter closes with what it wants, however long it tells of what was."""
    begun = [*_REQUEST.finditer(words.lower)]
    if not begun:
        return []
    start = bisect_left(words.spans, (begun[-1].start(),))
    names = {find.signal.name for find in finds if start <= find.start < start + _REQUEST_WORDS}
    return [f"asked {name}" for name in _ASKED if name in names]


_SHORT: Final = (3, 6, 12)
_DECLARES: Final = ("declares_denunciation", "declares_complaint", "declares_petition")
_ASKS: Final = ("procedure", "status", "withdraw", "machine", "machine_order", "settled")


def _only() -> list[str]:
    sizes = [f"{what} in {size} words" for what in ("something", "nothing") for size in _SHORT]
    return [*sizes, *[f"only {name}" for name in _DECLARES], "only asks"]


def _only_in(words: Words, present: Collection[str]) -> list[str]:
    """What a short message holds: a subject or none, nothing but a declaration, nothing but a question."""
    size = len(words.folded)
    about = any(name.startswith("t_") for name in present)
    out = [f"{'something' if about else 'nothing'} in {limit} words" for limit in _SHORT if size <= limit]
    asks = any(name in present for name in _ASKS) or "?" in words.text
    if size <= 9 and not asks:
        out += [f"only {name}" for name in _DECLARES if name in present]
    if asks and not any(name in present for name in ("bribe", "forgery", "crime", "breach", "evidence", "review")):
        out.append("only asks")
    return out


_DANGER: Final = ("no danger", "two dangers")
_BESIDE_DANGER: Final = (
    "now", "plea", "people_in_danger", "over", "not_now", "habitual", "fear", "past_event", "fix", "punish", "review",
    "procedure", "evidence", "figure_of_speech", "averted", "nothing",
)  # fmt: skip
"""What turns the naming of a danger into a call, or into a memory, a fear, a wish."""


def _danger(present: Collection[str]) -> list[str]:
    dangers = sum(name.startswith("danger_") for name in present)
    if not dangers:
        return [] if "plea" in present else ["no danger"]
    beside = [f"danger with {name}" for name in _BESIDE_DANGER if name in present]
    return [*(beside or ["danger with nothing"]), *(["two dangers"] if dangers > 1 else [])]


@functools.cache
def _numbers() -> dict[str, int]:
    return {name: number for number, name in enumerate(signal_names())}


@functools.cache
def _near_names() -> tuple[tuple[str, str, str], ...]:
    return tuple((a, b, f"{a} near {b}") for a, b in _NEAR)


def signal_features(words: Words, finds: list[Find]) -> list[int]:
    """The numbers of the signal features that a message has."""
    present: dict[str, list[Find]] = {}
    size = len(words.folded)
    late_from = size * 0.7
    on = []
    for find in finds:
        name = find.signal.name
        if (found := present.get(name)) is None:
            present[name] = [find]
        else:
            found.append(find)
        if find.start >= late_from and name in _LATE:
            on.append(f"late {name}")
    on += present
    on += [f"{name} again" for name, found in present.items() if len(found) > 1]
    lower = words.lower
    for name, ways in _FLAGS:
        for needle, pattern in ways:
            if needle in lower and pattern.search(lower):
                on.append(name)
                break
    if _ASKING_END.search(lower[-_END_CHARACTERS:]):
        on.append("ends_in_question")
    if len(_ENGLISH.intersection(words.folded)) > 1:
        on.append("english")
    on += _only_in(words, present)
    if _is_shouted(words.text):
        on.append("capitals")
    on += _danger(present)
    on += [f"words>{n}" for n in _LENGTHS if size > n]
    on += [name for a, b, name in _near_names() if a in present and b in present and _near(present[a], present[b])]
    on += _subjects(finds)
    on += _asked(words, finds)
    # Each but once: of what comes late there may be several.
    return [*{*map(_numbers().__getitem__, on)}]


_SMALL_LETTERS: Final = b"abcdefghijklmnopqrstuvwxyz"


def _is_shouted(text: str) -> bool:
    """Whether most letters are capitals."""
    as_bytes = text.encode("utf-8", "surrogatepass")
    small = len(as_bytes) - len(as_bytes.translate(None, _SMALL_LETTERS))
    if small >= (1 - _SHOUTED_FROM) * len(text):
        return False  # even if all else were capitals
    capitals, letters = sum(map(str.isupper, text)), sum(map(str.isalpha, text))
    return capitals > _SHOUTED_FROM * max(1, letters)


def _near(first: list[Find], second: list[Find]) -> bool:
    return any(max(f.start, s.start) - min(f.end, s.end) <= _NEAR_WORDS for f in first for s in second)
