"""Whether words name one of a list of people: full names, with or without marks, as whole words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from cases.fold import fold

_TITLES: Final = re.compile(r"^(?:ong|ba|anh|chi|co|chu|bac|dong chi|can bo|giam doc|chu tich|pho chu tich)\s+")
_WORDS: Final = re.compile(r"[^\W_]+")
MIN_NAME_WORDS: Final = 2
"""A given name alone ("Lan") is everybody's."""


def named(text: str, names: Iterable[str]) -> tuple[str, ...]:
    """Those of `names` that the text holds in full."""
    said = f" {' '.join(_WORDS.findall(fold(text)))} "
    return tuple(name for name in names if (plain := _plain(name)) and f" {plain} " in said)


def speaks_of_the_front(text: str) -> bool:
    """Whether words name a committee of the Front."""
    return re.search(r"\bmat tran\b|\bmttq\b|\bubmt\b", fold(text)) is not None


def _plain(name: str) -> str:
    words = " ".join(_WORDS.findall(fold(name)))
    words = _TITLES.sub("", words)
    return words if len(words.split()) >= MIN_NAME_WORDS else ""
