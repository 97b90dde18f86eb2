"""Which committee a cell or a title of a paper register means: by code or name, shortened or with other tones."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final

from bot.importing import cells
from bot.unit_facts import UnitFacts
from cases.fold import fold
from cases.names import Token, core, level_word, same_name, tokens

_ASIDE: Final = re.compile(r"\([^)]*\)")


class Committees:
    """The tree, ready to be looked through for many rows."""

    def __init__(self, tree: Iterable[UnitFacts], own: Mapping[str, str]) -> None:
        self._by_code = {each.code: each for each in tree}
        self._own = {fold(word): code for word, code in own.items()}
        self._codes = {fold(code): code for code in self._by_code}
        self._whole: dict[str, list[str]] = defaultdict(list)
        self._core: dict[str, list[str]] = defaultdict(list)
        for each in self._by_code.values():
            name = _ASIDE.sub("", each.name)
            self._whole[_key(tokens(name))].append(each.code)
            self._core[_key(tokens(core(name)))].append(each.code)
        self._said: dict[str, tuple[str, ...]] = {}

    def only(self) -> str:
        """The code of the one committee of a tree that has no other."""
        return next(iter(self._by_code)) if len(self._by_code) == 1 else ""

    def find(self, text: str, day: date | None = None) -> tuple[str, ...]:
        """The codes that the text can mean: one when it is clear. On `day` those that were no committee then are out,
        where another is left."""
        if text not in self._said:
            self._said[text] = self._named(text)
        found = self._said[text]
        if len(found) > 1 and day is not None:
            return tuple(code for code in found if self._stood(code, day)) or found
        return found

    def _named(self, text: str) -> tuple[str, ...]:
        folded = fold(text)
        if folded in self._own:
            return (self._own[folded],)
        if folded in self._codes:
            return (self._codes[folded],)
        own, *above = (part for part in re.split(r"[,;(]| - ", text.replace(")", " ")) if part.strip())
        words = tokens(own)
        found = self._whole.get(_key(words)) or self._by_place(words)
        if len(found) > 1 and above:
            over = {code for part in above for code in self._named(part)}
            found = [code for code in found if over & set(self._path(code))] or found
        if len(found) > 1:
            marked = same_name(own)
            found = [code for code in found if marked.endswith(_marked(self._by_code[code].name))] or found
        return tuple(dict.fromkeys(found))

    def _by_place(self, words: Sequence[Token]) -> list[str]:
        """By the name of the place alone, where nothing but the committee's own words and a level stand before it."""
        for first in range(len(words)):
            level, size = level_word(words, first) or (None, 0)
            if found := self._core.get(_key(words[first + size :])) if size else None:
                return [code for code in found if level is not None and self._by_code[code].level == level.code]
            if found := self._core.get(_key(words[first:])):
                return found
            if words[first].key not in cells.words()["committee"]["words"]:
                break
        return []

    def _path(self, code: str) -> list[str]:
        path = [code]
        while (above := self._by_code[path[-1]].parent) in self._by_code and above not in path:
            path.append(above)
        return path

    def _stood(self, code: str, day: date) -> bool:
        each = self._by_code[code]
        return (each.valid_from or day) <= day <= (each.valid_to or day)


def _key(words: Sequence[Token]) -> str:
    return "".join(word.key for word in words)


def _marked(name: str) -> str:
    return same_name(core(_ASIDE.sub("", name)))
