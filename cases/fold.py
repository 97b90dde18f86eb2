"""Text without marks, for comparing and searching: what two people would call the same word folds alike."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

# Marks over and under Latin, Greek and Cyrillic letters. Vowel signs of Thai, Hindi … are letters: they stay.
_MARKS: Final = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]+")
# Zero-width and direction controls, soft hyphens, byte order marks, variation selectors: nobody sees them.
_UNSEEN: Final = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufe00-\ufe0f\ufeff\ufff9-\ufffb]+"
)
_BARRED_D: Final = str.maketrans("đð", "dd")
# Letters and digits in fancy dress, as some phones and pages offer them: 𝐭𝐨̂́ 𝐜𝐚́𝐨, ｔố ｃáo, ⓣố.
_DRESSED: Final = re.compile("[\u2102-\u2138\u2460-\u24e9\uff10-\uff5a\U0001d400-\U0001d7ff]")


def fold(text: str) -> str:
    """`text` in lower case, without marks (đ is d), unseen characters and doubled spaces."""
    if text.isascii():
        return " ".join(text.lower().split())
    if _COMPOSED.fullmatch(text):
        # Nearly everything people write here: letter by letter, which the slow way below does as well.
        return " ".join(text.translate(_FOLDED).split())
    return _thoroughly(text)


def _thoroughly(text: str) -> str:
    if not text.isascii():
        text = _undressed(_UNSEEN.sub("", text))
        text = _MARKS.sub("", unicodedata.normalize("NFD", unicodedata.normalize("NFC", text).lower()))
        # a few capitals show only under their mark (İ, ϓ): lower and strip once more
        text = _MARKS.sub("", unicodedata.normalize("NFD", text.lower()))
        text = unicodedata.normalize("NFC", text).translate(_BARRED_D)
    return " ".join(text.lower().split())


def plain(text: str) -> str:
    """`text` in composed form (NFC), without unseen characters; marks and case stay."""
    if text.isascii() or _COMPOSED.fullmatch(text):
        return text
    return unicodedata.normalize("NFC", _undressed(_UNSEEN.sub("", text)))


def _undressed(text: str) -> str:
    return _DRESSED.sub(lambda found: unicodedata.normalize("NFKC", found.group()), text)


def bare(text: str) -> str:
    """`text` in lower case without marks, character for character: the same length, so that places agree.

    For composed text (`plain`); `fold` is the thorough one.
    """
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return lower if lower.isascii() else lower.translate(_BASE)


def _base_letters() -> dict[int, str]:
    base = {ord("đ"): "d", ord("ð"): "d"}
    for code in _LETTERS:
        letter = unicodedata.normalize("NFD", chr(code).lower())[0]
        if letter != chr(code) and letter.isascii():
            base[code] = letter
    # A letter that is missing in a table costs ten times as much as one that stands for itself.
    return {code: chr(code) for code in (*range(0x250), *range(0x1E00, 0x1F00))} | base


_LETTERS: Final = (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))
_BASE: Final = _base_letters()
_SIGNS: Final = (*range(0x80), *range(0xA0, 0xAD), *range(0xAE, 0xC0), *range(0x2010, 0x2028))
_FOLDED: Final = {code: _thoroughly(chr(code)) if not chr(code).isspace() else " " for code in (*_SIGNS, *_LETTERS)}
_COMPOSED: Final = re.compile("[\\x00-\x7f\xa0-\xac\xae-\u024f\u1e00-\u1eff\u2010-\u2027]*")
"""Letters with their marks on them, and common signs: nothing that stands over another sign or cannot be seen."""
