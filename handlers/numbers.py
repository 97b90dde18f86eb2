"""Numbers that people write: a phone number is found, an identity number is left out."""

from __future__ import annotations

import re
from typing import Final

_PHONE: Final = re.compile(r"(?<!\d)(?:\+?84|0)(?:[ .-]?\d){9}(?!\d)")
_DIGITS: Final = re.compile(r"\d")
_IDENTITY: Final = re.compile(r"(?<!\d)(?:\d[ .]?){11}\d(?!\d)")
"""Twelve digits: a citizen's identity number, which is never asked for in a chat."""


def phone_in(text: str) -> str | None:
    """The Vietnamese phone number in a text, digits only, beginning with 0; None where there is none."""
    if _IDENTITY.search(text):
        return None
    found = _PHONE.search(text)
    if found is None:
        return None
    digits = "".join(_DIGITS.findall(found.group()))
    return "0" + digits[2:] if digits.startswith("84") else digits


def is_only_a_phone(text: str) -> bool:
    """Whether a text is a phone number and nothing else."""
    return phone_in(text) is not None and not any(sign.isalnum() for sign in _PHONE.sub("", text))


def has_identity(text: str) -> bool:
    """Whether a text holds an identity number."""
    return _IDENTITY.search(text) is not None


def without_identity(text: str) -> str:
    """`text` with every identity number taken out."""
    return _IDENTITY.sub("…", text).strip()


def has_digit(text: str) -> bool:
    """Whether a text holds any digit."""
    return _DIGITS.search(text) is not None
