"""Reading an answer: a tap or typed words against the options of the open question."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final, TypeVar

from cases.fold import fold
from handlers.messages import Option
from handlers.ports import Forms

T = TypeVar("T")

_NUMBERS: Final[dict[str, int]] = {
    "một": 1,
    "hai": 2,
    "ba": 3,
    "bốn": 4,
    "tư": 4,
    "năm": 5,
    "lăm": 5,
    "sáu": 6,
    "bảy": 7,
    "bẩy": 7,
    "tám": 8,
    "chín": 9,
    "mười": 10,
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
_NUMBER: Final = re.compile(r"^(?:(?:số|so|câu|cau|ý|y|mục|muc|phần|phan|chọn|chon|number|no)\s*)?(\d{1,2}|[^\W\d]+)$")
_EDGES: Final = " .,!?;:…\"'()[]-–—*#"
_SIGNS: Final = re.compile(r"[^\w/-]|_")
MAX_ANSWER_CHARS: Final = 60
"""A longer text is never read as the choice of an option."""
MAX_TYPED_CHARS: Final = 8 * MAX_ANSWER_CHARS
"""Nor is one that is long even with the signs and pictures that are taken off."""


def match(text: str, options: Sequence[Option]) -> str | None:
    """The id of the option that `text` names by number, label or another word for it; None if none or several."""
    typed = _typed(text)
    for form in typed:
        found = {option.id for option in options if _is_any(form, (_tidied(option.label), *option.also))}
        if len(found) == 1:
            return found.pop()
    position = number(text) if typed else None
    if position is not None and 1 <= position <= len(options):
        return options[position - 1].id
    return None


def names(text: str, forms: Iterable[str]) -> bool:
    """Whether `text` says one of these, with or without marks, politely or not."""
    return any(_is_any(form, forms) for form in _typed(text))


def named(text: str, several: Iterable[tuple[T, Iterable[str]]]) -> T | None:
    """The first of several things whose words `text` says, with or without marks, politely or not."""
    typed = _typed(text)
    if not typed:
        return None
    return next((thing for thing, forms in several if any(_is_any(form, forms) for form in typed)), None)


def meant(text: str, forms: Forms) -> int | None:
    """The first place in an index of words (`Words.forms`) that `text` says, with or without marks, politely or not."""
    said = (place for form, folded in _typed(text) for place, known in forms.get(folded, ()) if _same(form, known))
    return min(said, default=None)


def plain(text: str) -> str:
    """`text` folded, without signs and pictures: how two short texts are compared."""
    return fold(_tidy(text))


def number(text: str) -> int | None:
    """The small number that a text names: "2", "số 2", "dạ 2 ạ", "hai". "Hải" is a name, "hai con" are two children."""
    tidy = _tidy(text)
    forms = _forms(tidy) if any(letter.isdecimal() for letter in tidy) else (tidy,)
    found = next((found for form in forms if (found := _NUMBER.match(form))), None)
    if found is None:
        return None
    word = found.group(1)
    if word.isdecimal():
        return int(word)
    folded = fold(word)
    return next(
        (value for name, value in _NUMBERS.items() if folded == _folded(name) and _same(word, name, strict=True)), None
    )


def shorten(text: str, limit: int) -> str:
    """`text` on one line, cut at a word's end before `limit` characters."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    return line[:limit].rsplit(" ", 1)[0].rstrip(" ,.;:") + "…"


def _tidy(text: str) -> str:
    """`text` in lower case with its marks, without signs and pictures."""
    return " ".join(_SIGNS.sub(" ", unicodedata.normalize("NFC", text.lower())).strip(_EDGES).split())


def _typed(text: str) -> list[tuple[str, str]]:
    """What `text` may be meant to say, the text itself first, each with its folded form; nothing of a long text."""
    if len(text) > MAX_TYPED_CHARS:
        return []
    typed = _tidy(text)
    return [(form, fold(form)) for form in _forms(typed)] if 0 < len(typed) <= MAX_ANSWER_CHARS else []


def _is_any(typed: tuple[str, str], forms: Iterable[str]) -> bool:
    said, folded = typed
    return any(folded == _folded(form) and _same(said, form) for form in forms)


def _same(typed: str, form: str, *, strict: bool = False) -> bool:
    """Whether two that fold alike are the same words.

    Marks may be left out. A single word with the marks of another word is that other word: "đúng" is not "dừng".
    """
    if " " in form or (not strict and form == _folded(form)):
        return True
    return not Counter(_marks(typed)) - Counter(_marks(form))


def _marks(word: str) -> list[str]:
    return [c for c in unicodedata.normalize("NFD", word) if unicodedata.combining(c) or c == "đ"]


@lru_cache(maxsize=4096)
def _folded(form: str) -> str:
    """Of our own words only: what people write is kept nowhere."""
    return fold(form)


@lru_cache(maxsize=4096)
def _tidied(label: str) -> str:
    """Of our own words only."""
    return _tidy(label)


def _forms(typed: str) -> Iterator[str]:
    """The text itself, then with words of politeness taken off its end and its beginning."""
    yield typed
    words = typed.split()
    while len(words) > 1 and fold(words[-1]) in _AFTER:
        words.pop()
        yield " ".join(words)
    while len(words) > 1 and fold(words[0]) in _BEFORE:
        words.pop(0)
        yield " ".join(words)
