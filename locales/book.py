"""The sentences of one language, each parsed when it is first said."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property, lru_cache
from pathlib import Path
from sys import intern
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from fluent.syntax import FluentParser, ast

if TYPE_CHECKING:
    from fluent.runtime import FluentBundle

SMALL_NUMBER: Final = 1_000

_FOLDER: Final = Path(__file__).parent

_ENTRY: Final = re.compile(r"^([A-Za-z][\w-]*) *=[^\n]*\n?(?:(?![A-Za-z#-])[^\n]*\n?)*", re.MULTILINE)
"""A key at the beginning of a line, and all lines after it that begin neither an entry nor a remark."""

Pieces = tuple[()] | tuple[str, tuple[str, ...]]
"""A sentence without cases and functions: its words, in them `%s` for each argument if it has any, and their names;
empty where it has to be left to Fluent."""


class Book:
    """The sentences of one language. To parse them all takes a second, and a command needs a handful: each is parsed
    when it is first said, and most need no more than Fluent's parser. What formats cases and numbers knows every
    language of the world, so that it is loaded with the first sentence that has any."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._files = files_of_keys(language)

    def has(self, key: str) -> bool:
        """Whether this language has the sentence."""
        return key in self._files

    def pieces(self, key: str, attribute: str = "") -> Pieces:
        """The pieces of a sentence, or of its attribute, that needs only to be put together: most do, and a turn says
        a dozen."""
        return _pieces(_pattern(self._message(key), attribute)) if self.has(key) else ()

    def by_fluent(self, key: str, arguments: Mapping[str, str | int], attribute: str = "") -> tuple[str, bool]:
        """The sentence, or its attribute, as Fluent says it, and whether it found every argument. Raises KeyError
        where this language lacks it."""
        bundle = self._bundle
        if not bundle.has_message(key):
            bundle.add_resource(ast.Resource([self._message(key)]))
        message = bundle.get_message(key)
        pattern = message.attributes.get(attribute) if attribute else message.value
        if pattern is None:
            raise KeyError(key)
        text, errors = bundle.format_pattern(pattern, dict(arguments))
        return str(text), not errors

    @cached_property
    def _bundle(self) -> FluentBundle:
        from fluent.runtime import FluentBundle

        return FluentBundle([self._language], use_isolating=False)

    def _message(self, key: str) -> ast.Message:
        written = entries(self._language, self._files[key])[key]
        message = FluentParser(with_spans=False).parse_entry(written)
        if not isinstance(message, ast.Message):
            raise KeyError(key)
        return message


@lru_cache(maxsize=8)
def files_of_keys(language: str) -> Mapping[str, str]:
    """The file in which each key of a language is written. The words stay there until they are said: of 6,000 sentences
    in six languages a first word needs a hundred."""
    folder = _FOLDER / language
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".ftl"))
    # Languages have the same keys: each is held once.
    return MappingProxyType({intern(key): name for name in names for key in entries(language, name)})


@lru_cache(maxsize=4)
def entries(language: str, name: str) -> Mapping[str, str]:
    """What each key of a file is written as. Our sentences name no others, so that each can be read by itself."""
    text = (_FOLDER / language / name).read_text("utf-8")
    return MappingProxyType({entry[1]: entry[0] for entry in _ENTRY.finditer(text)})


def joined(pieces: Pieces, arguments: Mapping[str, str | int]) -> str | None:
    """The sentence as Fluent would say it; None where that is left to Fluent."""
    if not pieces:
        return None
    words, names = pieces
    if not names:
        return words
    values = []
    for name in names:
        value = arguments.get(name)
        # Fluent groups the digits of a larger number as the language does.
        if not isinstance(value, str) and (type(value) is not int or not 0 <= value < SMALL_NUMBER):
            return None
        values.append(value)
    return words % tuple(values)


def _pattern(message: ast.Message, attribute: str) -> ast.Pattern | None:
    if not attribute:
        return message.value
    return next((each.value for each in message.attributes if each.id.name == attribute), None)


def _pieces(pattern: ast.Pattern | None) -> Pieces:
    if pattern is None:
        return ()
    words: list[str] = []
    names: list[str] = []
    for element in pattern.elements:
        inner = element.expression if isinstance(element, ast.Placeable) else element
        if isinstance(inner, ast.TextElement):
            words.append(inner.value.replace("%", "%%"))
        elif isinstance(inner, ast.StringLiteral):
            words.append(inner.parse()["value"].replace("%", "%%"))
        elif isinstance(inner, ast.VariableReference):
            words.append("%s")
            names.append(inner.id.name)
        else:
            return ()
    said = "".join(words)
    return (said, tuple(names)) if names else (said.replace("%%", "%"), ())
