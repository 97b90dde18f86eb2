"""Tracking codes: `TD-7K3M-9QXH`, seven drawn characters and one that finds typing mistakes.

A code names a case and opens nothing. Codes are not sequential, have no look-alike letters (no I, L, O, U)
and can be read out over the phone. The check character is a weighted sum in the field of 32 elements: no two
positions weigh the same, so every wrong character and every swap of two characters is found.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from cases.fold import fold

ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
PREFIX: Final = "TD"
DRAWN: Final = 7

_VALUE: Final = {symbol: value for value, symbol in enumerate(ALPHABET)}
# People write O for zero and I or L for one; the alphabet has none of them, so the way back is clear.
_SAID: Final = str.maketrans("OIL", "011")
_GAP: Final = re.compile(r"[\s\-‐-―−_.,:;/·•|'\"`*()\[\]#]{0,3}")
_WORD: Final = re.compile(r"[0-9A-Z]+")


def make_code(draw: Callable[[int], int]) -> str:
    """A new code; `draw(32)` must give an unpredictable number from 0 to 31."""
    drawn = [draw(len(ALPHABET)) for _ in range(DRAWN)]
    return _written("".join(ALPHABET[value] for value in [*drawn, _check(drawn)]))


def code_of(random_bytes: bytes) -> str:
    """The code that seven unpredictable bytes give."""
    left = iter(random_bytes[:DRAWN])
    return make_code(lambda size: next(left) % size)


def is_valid(code: str) -> bool:
    """Whether `code` is written exactly as `make_code` writes it, with the right check character."""
    bare = code[3:7] + code[8:]
    return len(code) == 12 and _holds(bare) and code == _written(bare)


def read_code(text: str) -> str | None:
    """The first code in free text, in its one written form: any case, dashes or prefix missing, O for 0."""
    return next((_written(bare) for bare in _candidates(text) if _holds(bare)), None)


def seems_code(text: str) -> bool:
    """Whether somebody tried to write a code: the right shape, though perhaps with a mistake in it."""
    return next(_candidates(text), None) is not None


def _candidates(text: str) -> Iterator[str]:
    said = fold(text).upper()
    words = list(_WORD.finditer(said))
    whole = len("".join(word.group() for word in words))
    for index, word in enumerate(words):
        if word.group().startswith(PREFIX):
            yield from _from(said, words, index, skip=len(PREFIX))
        elif word.group() == "T" and index + 1 < len(words) and words[index + 1].group().startswith("D"):
            yield from _from(said, words, index + 1, skip=1)
    for index, word in enumerate(words):
        shapes = (len(word.group()), len(words[index + 1].group()) if index + 1 < len(words) else 0)
        if shapes[0] == 8 or shapes == (4, 4):
            for bare in _from(said, words, index, skip=0):
                # Without its prefix a code must not be taken for a word or a number of another sort.
                mixed = any(c.isdigit() for c in said[word.start() : word.start() + 9]) and not bare.isdigit()
                alone = whole == len(bare) and ("-" in said or (shapes[0] == 8 and not bare.isdigit()))
                if mixed or alone:
                    yield bare
    if whole == 8 and len(words) > 1:
        yield from _from(said, words, 0, skip=0)


def _from(said: str, words: list[re.Match[str]], index: int, skip: int) -> Iterator[str]:
    gathered = words[index].group()[skip:]
    while len(gathered) < DRAWN + 1 and index + 1 < len(words):
        gap = _GAP.fullmatch(said, words[index].end(), words[index + 1].start())
        if gap is None:
            return
        index += 1
        gathered += words[index].group()
    bare = gathered.translate(_SAID)
    if len(bare) == DRAWN + 1 and all(symbol in _VALUE for symbol in bare):
        yield bare


def _written(bare: str) -> str:
    return f"{PREFIX}-{bare[:4]}-{bare[4:]}"


def _holds(bare: str) -> bool:
    values = [_VALUE.get(symbol, -1) for symbol in bare]
    return len(values) == DRAWN + 1 and -1 not in values and _check(values[:DRAWN]) == values[DRAWN]


def _check(values: list[int]) -> int:
    total = 0
    for value in values:
        # Horner: position i weighs x^(7-i), the check character x^0; all eight powers differ.
        total = _times_x(total ^ value)
    return total


def _times_x(value: int) -> int:
    value <<= 1
    return value ^ 0b100101 if value & 0b100000 else value
