"""What a cell of a paper register says: days however they were typed, numbers, marks, and words by their list."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import cache
from importlib.resources import files
from typing import Any, Final

from cases.fold import fold

Cell = str | int | float | bool | date | datetime | None

_TYPED: Final = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})(?:\s*[/.-]\s*(\d{4}|\d{2}))?")
_AROUND: Final = re.compile(
    r"(?:\d{1,2}\s*[:h]\s*\d{0,2}(?::\d{2})?[,\s]+)?(?:ngày\s+)?(?P<day>.*?)"
    r"(?:[\s,]+\d{1,2}\s*[:h]\s*\d{0,2}(?::\d{2})?)?[\s.]*",
    re.IGNORECASE,
)
"""What people write beside a day: the word itself, the hour before or after it, a full stop."""
_ISO: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_SERIAL_DAY_ZERO: Final = date(1899, 12, 30)
_SERIALS: Final = range(25_569, 73_415)
"""Numbers that Excel would show as days of 1970 to 2100."""
LONGEST_DAY: Final = 40
"""Letters of the longest cell that is read as a day, with what stands around it."""


class CellError(ValueError):
    """A cell that does not say what its column needs. Its text is the reason, as lines of an import name it."""


def day(value: Cell, year: int | None = None) -> date | None:
    """A day from a date, from a number as Excel keeps days, or from text d/m/y. Raises CellError."""
    if nothing(value):
        return None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        if int(value) in _SERIALS:
            return _SERIAL_DAY_ZERO + timedelta(days=int(value))
        raise CellError("sheet-date")
    written = unicodedata.normalize("NFC", text(value))
    around = _AROUND.fullmatch(written) if len(written) <= LONGEST_DAY else None
    said = around["day"] if around is not None else ""
    if said.isdecimal() and int(said) in _SERIALS:
        return _SERIAL_DAY_ZERO + timedelta(days=int(said))
    try:
        if found := _ISO.match(said):
            return date(int(found[1]), int(found[2]), int(found[3]))
        if found := _TYPED.fullmatch(said):
            typed = int(found[3]) if found[3] else year
            if typed is None:
                raise CellError("sheet-year")
            return date(typed + 2000 if typed < 100 else typed, int(found[2]), int(found[1]))
    except ValueError as error:
        if isinstance(error, CellError):
            raise
        raise CellError("sheet-date") from None
    raise CellError("sheet-date")


def is_day(said: str) -> bool:
    """Whether a text is a day, whatever the year."""
    return bool(_ISO.fullmatch(said.strip()) or _TYPED.fullmatch(said.strip()))


def days(value: Cell, year: int | None = None) -> tuple[date, ...]:
    """Several days in one cell, between them a comma, a semicolon or a new line."""
    pieces: list[Cell] = [*re.split(r"[;,\n]", value)] if isinstance(value, str) else [value]
    return tuple(found for piece in pieces if (found := day(piece, year)) is not None)


def text(value: Cell) -> str:
    """A cell as plain words: whole numbers without a fraction, one space between words."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, datetime | date):
        return value.isoformat()[:10]
    return " ".join(str(value).split())


def nothing(value: Cell) -> bool:
    """Whether a cell says nothing: it is empty, or holds the dash or the dots that stand for that."""
    said = text(value)
    return not said.strip("-–—.…_ ")


def whole(value: Cell) -> int | None:
    """A whole number. Raises CellError."""
    said = text(value)
    if not said:
        return None
    found = re.match(r"\d{1,6}", said)
    if found is None:
        raise CellError("whole-number")
    return int(found[0])


def choice(sort: str, value: Cell, own: Mapping[str, str]) -> str | None:
    """The wire value that a cell names, by the committee's own words first; None where nobody knows the word."""
    said = fold(text(value))
    for word, wanted in own.items():
        if fold(word) == said:
            return wanted
    listed = words()["values"][sort]
    if said in listed or said.replace(" ", "_") in listed:
        return said.replace(" ", "_")
    return next((str(name) for name, known in listed.items() if _names(said, known)), None)


def flag(value: Cell) -> bool | None:
    """Whether a mark says yes; None where the cell is empty. Any other words are a yes: a mark is a mark."""
    said = fold(text(value))
    if not said:
        return None
    return choice("flag", said, {}) != "no"


@cache
def words() -> Mapping[str, Any]:
    """The lists of headings.toml, which cannot change while the program runs."""
    found: Mapping[str, Any] = tomllib.loads(
        files("bot.importing").joinpath("headings.toml").read_text(encoding="utf-8")
    )
    return found


def _names(said: str, known: Sequence[str]) -> bool:
    return any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", said) for word in known)
