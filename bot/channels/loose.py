"""Reading JSON that may be anything: what is not of the wished kind counts as not there, and nothing raises."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Final

from bot.channels.json_bytes import read_json
from cases.legible import legible

Json = dict[str, Any]

_ENDLESS: Final = 16


def parsed(raw: bytes | str) -> object:
    """What is written there; None when it is no JSON."""
    try:
        return read_json(raw)
    except (ValueError, RecursionError):
        return None


def dict_in(holder: object, key: str) -> Json:
    """The object under a key, or an empty one."""
    value = holder.get(key) if isinstance(holder, dict) else None
    return value if isinstance(value, dict) else {}


def text_in(holder: object, key: str) -> str:
    """The text under a key, or ""."""
    value = holder.get(key) if isinstance(holder, dict) else None
    return legible(value) if isinstance(value, str) else ""


def digits_in(holder: Mapping[str, Any], key: str) -> str:
    """A text or a number under a key, as text: ids and moments come as either."""
    value = holder.get(key)
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""


def whole_number(text: str) -> int:
    """The number that a text is, 0 where it is none: of endless digits Python refuses to make one."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < _ENDLESS else 0


def one_form(text: str) -> str:
    """Words in one form of Unicode: some phones send letters and marks apart."""
    return unicodedata.normalize("NFC", text)


def moment(milliseconds: object) -> datetime | None:
    """The moment of a timestamp in milliseconds, which comes as text or as a number."""
    try:
        return datetime.fromtimestamp(int(str(milliseconds)) / 1000, UTC)
    except (ValueError, OverflowError, OSError):
        return None


def digest(*parts: str) -> str:
    """An id made of what an event holds, where it has none of its own."""
    return hashlib.sha256("\x00".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]
