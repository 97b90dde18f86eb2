"""Reading an answer: a tap or typed words against the options of the open question."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from cases.fold import fold
from handlers.messages import Option

_NUMBERS: Final[dict[str, int]] = {
    "mot": 1,
    "hai": 2,
    "ba": 3,
    "bon": 4,
    "tu": 4,
    "nam": 5,
    "lam": 5,
    "sau": 6,
    "bay": 7,
    "tam": 8,
    "chin": 9,
    "muoi": 10,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
}
# Words of politeness around an answer: "dạ đồng ý ạ", "vâng", "ok nhé".
_BEFORE: Final = frozenset({"da", "vang", "u", "uh", "uhm", "thua", "em", "toi", "chau", "con", "chon", "bam"})
_AFTER: Final = frozenset(
    {"a", "ah", "nhe", "nha", "nhen", "di", "luon", "voi", "oi", "roi", "em", "ban", "con", "chau"}
)
_NUMBER: Final = re.compile(r"^(?:so|cau|y|muc|phan|chon|number|no)?\s*(\d{1,2}|[a-z]+)$")
_EDGES: Final = " .,!?;:…\"'()[]-–—*#"
MAX_ANSWER_CHARS: Final = 60
"""A longer text is never read as the choice of an option."""


def match(text: str, options: Sequence[Option]) -> str | None:
    """The id of the option that `text` names by number, label or another word for it; None if none or several."""
    folded = plain(text)
    if not folded or len(folded) > MAX_ANSWER_CHARS:
        return None
    for form in _forms(folded):
        found = {option.id for option in options if form == plain(option.label) or form in option.also}
        if len(found) == 1:
            return found.pop()
    position = number(folded)
    if position is not None and 1 <= position <= len(options):
        return options[position - 1].id
    return None


def plain(text: str) -> str:
    """`text` folded, without signs and pictures at its edges: how two short texts are compared."""
    return "".join(c if c.isalnum() or c in "/-" else " " for c in fold(text)).strip(_EDGES).replace("  ", " ")


def number(folded: str) -> int | None:
    """The small number that a folded text names: "2", "số 2", "hai"."""
    found = _NUMBER.match(folded)
    if found is None:
        return None
    word = found.group(1)
    return int(word) if word.isdigit() else _NUMBERS.get(word)


def _forms(folded: str) -> Iterator[str]:
    """The text itself, then with words of politeness taken off its end and its beginning."""
    yield folded
    words = folded.split()
    while len(words) > 1 and words[-1] in _AFTER:
        words.pop()
        yield " ".join(words)
    while len(words) > 1 and words[0] in _BEFORE:
        words.pop(0)
        yield " ".join(words)


def shorten(text: str, limit: int) -> str:
    """`text` on one line, cut at a word's end before `limit` characters."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    return line[:limit].rsplit(" ", 1)[0].rstrip(" ,.;:") + "…"
