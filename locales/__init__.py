"""Every sentence that anybody reads, and the one class that says it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import Final

from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.bundle import Message
from fluent.runtime.resolver import Literal, Pattern, Placeable, VariableReference

from cases.fold import fold

SMALL_NUMBER: Final = 1_000
LONG_CHARS: Final = 2_000
FIRST: Final = "vi"
"""The language that has every sentence; what a complete language lacks is said in it."""
COMPLETE: Final = ("vi", "en")
"""The languages that have every sentence, those of the staff too."""
MACHINE_MADE: Final = ("zh", "ko", "ja", "fr")
"""Languages for residents only, translated by machine until a person has read them (docs/languages.md)."""
_WIDELY_READ: Final = "en"
"""What a language for residents lacks is said in English: who chose it reads that sooner than Vietnamese."""


_ENTRY: Final = re.compile(r"^([A-Za-z][\w-]*) *=[^\n]*\n?(?:(?![A-Za-z#-])[^\n]*\n?)*", re.MULTILINE)
"""A key at the beginning of a line, and all lines after it that begin neither an entry nor a remark."""


Forms = Mapping[str, Sequence[tuple[int, str]]]
Pieces = tuple[tuple[str, str], ...]
"""A sentence without cases and functions: in turn some words and the name of the argument after them, or ""; empty
where it has to be left to Fluent."""


class UnknownSentence(LookupError):
    """A sentence was asked for that no locale has, or with an argument missing."""


class Locales:
    """The sentences of all languages, read once from `locales/<language>/*.ftl`."""

    def __init__(self, languages: Sequence[str] = (*COMPLETE, *MACHINE_MADE)) -> None:
        self._languages = tuple(languages)
        self._books = {language: Book(language) for language in self._languages}
        self._plain: dict[tuple[str, str], Pieces] = {}
        self._also: dict[tuple[str, str], tuple[str, ...]] = {}
        self._forms: dict[tuple[tuple[str, str], ...], Forms] = {}

    def say(self, key: str, lang: str, /, **arguments: str | int) -> str:
        """The sentence `key` in `lang`, or where `lang` lacks it in a language that has it. Raises UnknownSentence."""
        pieces = self._plain.get((key, lang))
        if pieces is None:
            pieces = self._plain[key, lang] = self._book(key, lang).plain(key) or ()
        if pieces:
            spoken = _joined(pieces, arguments)
            if spoken is not None:
                return spoken
        book = self._book(key, lang)
        pattern = book.message(key).value if book.has(key) else None
        if pattern is None:
            raise UnknownSentence(key)
        short = {name: _stand_in(name) if _is_long(value) else value for name, value in arguments.items()}
        text, errors = book.bundle.format_pattern(pattern, short)
        if errors:
            # The errors may quote arguments, which may be a resident's words: only the key is told.
            raise UnknownSentence(key)
        text = str(text)
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
            book = self._books.get(wanted)
            if book is not None and book.has(key):
                return book
        return self._books[FIRST]

    def _read_also(self, key: str, lang: str) -> tuple[str, ...]:
        book = self._book(key, lang)
        if not book.has(key):
            return ()
        pattern = book.message(key).attributes.get("also")
        if pattern is None:
            return ()
        text, _ = book.bundle.format_pattern(pattern)
        return tuple(_tidy(word) for word in str(text).split("|") if word.strip())


def _joined(pieces: Pieces, arguments: Mapping[str, str | int]) -> str | None:
    """The sentence as Fluent would say it; None where that is left to Fluent."""
    if len(pieces) == 1:
        return pieces[0][0]
    said = []
    for words, name in pieces:
        said.append(words)
        if name:
            value = arguments.get(name)
            if not isinstance(value, str):
                # Fluent groups the digits of a larger number as the language does.
                if type(value) is not int or not 0 <= value < SMALL_NUMBER:
                    return None
                value = str(value)
            said.append(value)
    return "".join(said)


def _pieces(pattern: object) -> Pieces | None:
    if isinstance(pattern, Literal):
        return ((pattern(None), ""),)
    if not isinstance(pattern, Pattern):
        return None
    found: list[tuple[str, str]] = []
    words = ""
    for element in pattern.elements:
        if isinstance(element, Literal):
            words += element(None)
        elif isinstance(element, Placeable) and isinstance(element.expression, VariableReference):
            found.append((words, element.expression.id.name))
            words = ""
        else:
            return None
    return (*found, (words, ""))


def _is_long(value: str | int) -> bool:
    """Fluent refuses an argument of more than 2,500 characters; a letter may be longer and is put in afterwards."""
    return isinstance(value, str) and len(value) > LONG_CHARS


def _stand_in(name: str) -> str:
    return f"\ue000{name}\ue001"


@lru_cache(maxsize=8)
def resources(language: str) -> tuple[str, ...]:
    """The text of each file of a language, in the order of their names."""
    folder = files("locales") / language
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".ftl"))
    return tuple((folder / name).read_text("utf-8") for name in names)


@lru_cache(maxsize=8)
def entries(language: str) -> Mapping[str, str]:
    """What each key of a language is written as. Our sentences name no others, so that each can be read by itself."""
    found: dict[str, str] = {}
    for text in resources(language):
        for entry in _ENTRY.finditer(text):
            found[entry[1]] = entry[0]
    return MappingProxyType(found)


class Book:
    """The sentences of one language. To parse them all takes a second, and a command needs a handful: each is parsed
    when it is first said."""

    def __init__(self, language: str) -> None:
        self.bundle = FluentBundle([language], use_isolating=False)
        self._entries = entries(language)

    def plain(self, key: str) -> Pieces | None:
        """The pieces of a sentence that needs only to be put together: most do, and a turn says a dozen."""
        return _pieces(self.message(key).value) if self.has(key) else None

    def has(self, key: str) -> bool:
        """Whether this language has the sentence."""
        return key in self._entries

    def message(self, key: str) -> Message:
        """The sentence, to be formatted by `bundle`. Raises KeyError where this language lacks it."""
        if not self.bundle.has_message(key):
            self.bundle.add_resource(FluentResource(self._entries[key]))
        return self.bundle.get_message(key)


def _tidy(word: str) -> str:
    return " ".join(unicodedata.normalize("NFC", word.lower()).split())
