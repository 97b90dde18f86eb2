"""Reading an answer: a tap or typed words against the options of the open question."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from cases.fold import fold
from cases.fold import plain as composed
from cases.records import record
from handlers.messages import Option
from handlers.ports import Forms

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
_NUMBERS_FOLDED: Final[dict[str, tuple[tuple[str, int], ...]]] = {
    plain: tuple((name, value) for name, value in _NUMBERS.items() if fold(name) == plain)
    for plain in map(fold, _NUMBERS)
}
# Words of politeness around an answer: "dạ đồng ý ạ", "vâng", "ok nhé".
_BEFORE: Final = frozenset({"da", "vang", "u", "uh", "uhm", "thua", "em", "toi", "chau", "con", "chon", "bam"})
_AFTER: Final = frozenset(
    {"a", "ah", "nhe", "nha", "nhen", "di", "luon", "voi", "oi", "roi", "em", "ban", "con", "chau"}
)
_NUMBER: Final = re.compile(r"^(?:(?:số|so|câu|cau|ý|y|mục|muc|phần|phan|chọn|chon|number|no)\s*)?(\d{1,2}|[^\W\d]+)$")
_DIGIT: Final = re.compile(r"\d")
_SAID: Final = re.compile(r"[\w/-]+")
MAX_ANSWER_CHARS: Final = 60
"""A longer text is never read as the choice of an option."""
MAX_TYPED_CHARS: Final = 8 * MAX_ANSWER_CHARS
"""Nor is one that is long even with the signs and pictures that are taken off."""


@record(frozen=True, slots=True)
class Typed:
    """A text as it is held against our own words: tidied and folded once, however much it is compared with."""

    text: str
    tidy: str
    """In lower case with its marks, without signs and pictures."""
    forms: tuple[tuple[str, str], ...]
    """What it may be meant to say, itself first, then less its politeness, each with its folded form; none of a long
    text."""

    def choice(self, options: Sequence[Option]) -> str | None:
        """The id of the option that it names by number, label or another word for it; None if none or several."""
        if not self.forms or not options:
            return None
        named = self.named(options)
        if named is not None:
            return named
        position = self.number()
        return options[position - 1].id if position is not None and 1 <= position <= len(options) else None

    def named(self, options: Sequence[Option]) -> str | None:
        """The id of the option that it names by label or another word for it; None if none or several."""
        if not self.forms:
            return None
        known = [(option.id, _known(option.label, option.also)) for option in options]
        for said, folded in self.forms:
            found = {id for id, forms in known if folded in forms and _says_one(said, forms[folded])}
            if len(found) == 1:
                return found.pop()
        return None

    def says(self, forms: tuple[str, ...]) -> bool:
        """Whether it says one of these, with or without marks, politely or not."""
        if not self.forms:
            return False
        known = _known("", forms)
        return any(folded in known and _says_one(said, known[folded]) for said, folded in self.forms)

    def place_in(self, forms: Forms) -> int | None:
        """The first place in an index of words (`Words.forms`) that it says, with or without marks, politely or not."""
        said = (place for form, folded in self.forms for place, known in forms.get(folded, ()) if _same(form, known))
        return min(said, default=None)

    def number(self) -> int | None:
        """The small number that it names: "2", "số 2", "dạ 2 ạ", "hai". "Hải" is a name, "hai con" are two children."""
        # Politeness is taken off what is written in digits alone.
        tried = [form for form, _ in self.forms] if _DIGIT.search(self.tidy) else [self.tidy]
        found = next((found for form in tried if (found := _NUMBER.match(form))), None)
        if found is None:
            return None
        word = found.group(1)
        if word.isdecimal():
            return int(word)
        named = _NUMBERS_FOLDED.get(fold(word), ())
        return next((value for name, value in named if _same(word, name, strict=True)), None)


def typed(text: str) -> Typed:
    """A text made ready to be held against our own words."""
    if len(text) > MAX_TYPED_CHARS:
        return Typed(text, "", ())
    tidy = _tidy(text)
    return Typed(text, tidy, tuple(_forms(tidy)) if 0 < len(tidy) <= MAX_ANSWER_CHARS else ())


def match(text: str, options: Sequence[Option]) -> str | None:
    """The id of the option that `text` names by number, label or another word for it; None if none or several."""
    return typed(text).choice(options)


def plain(text: str) -> str:
    """`text` folded, without signs and pictures: how two short texts are compared."""
    return fold(_tidy(text))


def shorten(text: str, limit: int) -> str:
    """`text` on one line, cut at a word's end before `limit` characters."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    return line[:limit].rsplit(" ", 1)[0].rstrip(" ,.;:") + "…"


def _tidy(text: str) -> str:
    """`text` in lower case with its marks, without signs and pictures."""
    return " ".join(_SAID.findall(composed(text).lower().replace("_", " "))).strip(" -")


def _says_one(said: str, forms: tuple[str, ...]) -> bool:
    return any(_same(said, form) for form in forms)


def _same(typed: str, form: str, *, strict: bool = False) -> bool:
    """Whether two that fold alike are the same words.

    Marks may be left out. A single word with the marks of another word is that other word: "đúng" is not "dừng".
    """
    if " " in form or (not strict and form == fold(form)):
        return True
    return not Counter(_marks(typed)) - Counter(_marks(form))


def _marks(word: str) -> list[str]:
    return [c for c in unicodedata.normalize("NFD", word) if unicodedata.combining(c) or c == "đ"]


@lru_cache(maxsize=1024)
def _known(label: str, also: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """A label and the other words for it by their folded form. Of our own words only: what people write is kept
    nowhere."""
    known: dict[str, tuple[str, ...]] = {}
    for form in (_tidy(label), *also):
        known[fold(form)] = (*known.get(fold(form), ()), form)
    return known


def _forms(tidy: str) -> Iterator[tuple[str, str]]:
    """The text itself, then with words of politeness taken off its end and its beginning; each with its folded form."""
    folded = fold(tidy)
    yield tidy, folded
    words, plain_words = tidy.split(), folded.split()
    if len(words) != len(plain_words):
        # Of some words nothing is left but marks on nothing.
        plain_words = [fold(word) for word in words]
    first, last = 0, len(words)
    while last - first > 1 and plain_words[last - 1] in _AFTER:
        last -= 1
        yield _joined(words[first:last])
    while last - first > 1 and plain_words[first] in _BEFORE:
        first += 1
        yield _joined(words[first:last])


def _joined(words: list[str]) -> tuple[str, str]:
    form = " ".join(words)
    return form, fold(form)
