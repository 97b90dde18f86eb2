"""A letter without the traces of who sent it: names, addresses and numbers are covered, for a copy that goes on.

Luật Tố cáo Art 56(2): identity is taken out before a denunciation is handed over. What a program finds is never all of
it: an officer reads the copy before it is made.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from cases.fold import bare, plain

COVER: Final = "[…]"
_NUMBERS: Final = re.compile(r"(?<!\d)(?:\+?84|0)(?:[ .-]?\d){8,10}(?!\d)|(?<![\d.,])\d{9}(?:\d{3})?(?![\d.,]*\d)")
_EMAIL: Final = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
_SELF: Final = re.compile(r"(?:toi ten la|toi ten|ten toi la|ky ten:?)\s+")
_WORD: Final = re.compile(r"[^\W\d_]+")
NAME_WORDS: Final = 5
MIN_WORDS: Final = 2
"""A single word of a name or address is everybody's: only two together point to somebody."""


def redact(text: str, traces: Iterable[str]) -> str:
    """`text` with every trace (a name, an address or part of one, a contact) covered, with or without its marks."""
    text = plain(text)
    seen = bare(text)
    spans = [match.span() for rule in (_NUMBERS, _EMAIL) for match in rule.finditer(seen)]
    spans += [span for match in _SELF.finditer(seen) if (span := _name_at(text, match.end()))]
    for trace in traces:
        for piece in _pieces(trace):
            spans += [match.span() for match in piece.finditer(seen)]
    out, last = [], 0
    for start, end in sorted(spans):
        if end <= last:
            continue
        out.append(text[last : max(start, last)])
        if start >= last:
            out.append(COVER)
        last = end
    return "".join(out) + text[last:]


def _name_at(text: str, start: int) -> tuple[int, int] | None:
    """The words with a capital that follow "tôi tên là": a name, and not what is told after it."""
    end, place = start, start
    for _ in range(NAME_WORDS):
        word = _WORD.match(text, place)
        if word is None or not word.group()[0].isupper():
            break
        end = word.end()
        place = end + 1 if text[end : end + 1] == " " else len(text)
    return (start, end) if end > start else None


def _pieces(trace: str) -> list[re.Pattern[str]]:
    """The whole trace, and each part of it between commas that is more than a word."""
    found = []
    for part in dict.fromkeys((trace, *re.split(r"[,;·\n]", trace))):
        words = re.findall(r"\w+", bare(plain(part)))
        if len(words) >= MIN_WORDS or (len(words) == 1 and len(words[0]) >= 8):
            found.append(re.compile(r"\b" + r"\W+".join(map(re.escape, words)) + r"\b"))
    return found
