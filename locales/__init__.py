"""Every sentence that anybody reads, and the one class that says it."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from cases.fold import fold
from locales.book import Book, Pieces, joined

LONG_CHARS: Final = 2_000
FIRST: Final = "vi"
"""The language that has every sentence; what a complete language lacks is said in it."""
COMPLETE: Final = ("vi", "en")
"""The languages that have every sentence, those of the staff too."""
MACHINE_MADE: Final = ("zh", "ko", "ja", "fr")
"""Languages for residents only, translated by machine until a person has read them (docs/languages.md)."""
_WIDELY_READ: Final = "en"
"""What a language for residents lacks is said in English: who chose it reads that sooner than Vietnamese."""

Forms = Mapping[str, Sequence[tuple[int, str]]]


class UnknownSentence(LookupError):
    """A sentence was asked for that no locale has, or with an argument missing."""


class Locales:
    """The sentences of all languages, each language read from `locales/<language>/*.ftl` when it is first spoken."""

    def __init__(self, languages: Sequence[str] = (*COMPLETE, *MACHINE_MADE)) -> None:
        self._languages = tuple(languages)
        self._books: dict[str, Book] = {}
        self._plain: dict[tuple[str, str], Pieces] = {}
        self._also: dict[tuple[str, str], tuple[str, ...]] = {}
        self._forms: dict[tuple[tuple[str, str], ...], Forms] = {}

    def say(self, key: str, lang: str, /, **arguments: str | int) -> str:
        """The sentence `key` in `lang`, or where `lang` lacks it in a language that has it. Raises UnknownSentence."""
        pieces = self._plain.get((key, lang))
        if pieces is None:
            pieces = self._plain[key, lang] = self._book(key, lang).pieces(key)
        spoken = joined(pieces, arguments)
        if spoken is not None:
            return spoken
        short = {name: _stand_in(name) if _is_long(value) else value for name, value in arguments.items()}
        try:
            text, complete = self._book(key, lang).by_fluent(key, short)
        except KeyError:
            raise UnknownSentence(key) from None
        if not complete:
            # Fluent's own errors may quote arguments, which may be a resident's words: only the key is told.
            raise UnknownSentence(key)
        for name, value in arguments.items():
            if _is_long(value):
                text = text.replace(_stand_in(name), str(value))
        return text

    def also(self, key: str, lang: str, /) -> tuple[str, ...]:
        """Other words for the same thing (attribute `.also`, separated by `|`), in lower case with their marks."""
        found = self._also.get((key, lang))
        if found is None:
            found = self._also[key, lang] = self._read_also(key, lang)
        return found

    def forms(self, keys: tuple[tuple[str, str], ...], /) -> Forms:
        """The other words of many keys, each in its language, by their folded form: the place in `keys`, and the word
        as it is written. A typed text is looked up in it at once instead of held against 150 words."""
        found = self._forms.get(keys)
        if found is None:
            index: dict[str, list[tuple[int, str]]] = {}
            for place, (key, lang) in enumerate(keys):
                for form in self.also(key, lang):
                    index.setdefault(fold(form), []).append((place, form))
            found = self._forms[keys] = MappingProxyType(index)
        return found

    def languages(self) -> Sequence[str]:
        """The languages there are, Vietnamese first."""
        return self._languages

    def _book(self, key: str, lang: str) -> Book:
        for wanted in (lang, _WIDELY_READ) if lang in MACHINE_MADE else (lang,):
            if wanted in self._languages and (book := self._book_of(wanted)).has(key):
                return book
        return self._book_of(FIRST)

    def _book_of(self, lang: str) -> Book:
        book = self._books.get(lang)
        if book is None:
            book = self._books[lang] = Book(lang)
        return book

    def _read_also(self, key: str, lang: str) -> tuple[str, ...]:
        text = joined(self._book(key, lang).pieces(key, "also"), {})
        return tuple(_tidy(word) for word in text.split("|") if word.strip()) if text else ()


def _is_long(value: str | int) -> bool:
    """Fluent refuses an argument of more than 2,500 characters; a letter may be longer and is put in afterwards."""
    return isinstance(value, str) and len(value) > LONG_CHARS


def _stand_in(name: str) -> str:
    return f"\ue000{name}\ue001"


def _tidy(word: str) -> str:
    return " ".join(unicodedata.normalize("NFC", word.lower()).split())
