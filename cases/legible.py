"""Text as it can be stored, shown and put on paper: what cannot be read, or turns what stands beside it, goes."""

from __future__ import annotations

import re
from typing import Final

# Neither UTF-8 nor a database takes half a surrogate pair or a NUL: that something stood there is shown.
_LOST: Final = re.compile("[\x00\ud800-\udfff]")
# No paper takes the signs that once steered a printer, nor the two that are none. Marks that override the direction of
# writing make a line say to its reader what its writer never saw: letters tell by themselves which way they run.
_UNSEEN: Final = re.compile("[\x01-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
_ODD: Final = re.compile(f"{_LOST.pattern}|{_UNSEEN.pattern}|\r")


def legible(text: str) -> str:
    """`text` with lines that end alike and nothing in it that no reader was meant to see."""
    if _ODD.search(text) is None:
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _LOST.sub("\ufffd", _UNSEEN.sub("", text))
