"""What a cell of a paper register says: days however they were typed, numbers, marks, and words by their list."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any, Final

from cases.fold import fold


class Unstored(Enum):
    """Stands for the value of a formula that no program has worked out."""

    CELL = "="


UNSTORED: Final = Unstored.CELL
Cell = str | int | float | bool | date | datetime | Unstored | None

_TYPED: Final = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})(?:\s*[/.-]\s*(\d{4}|\d{2}))?")
_AROUND: Final = re.compile(
    r"(?:\d{1,2}\s*[:h]\s*\d{0,2}(?::\d{2})?[,\s]+)?(?:ngày\s+)?(?P<day>.*?)"
    r"(?:[\s,]+\d{1,2}\s*[:h]\s*\d{0,2}(?::\d{2})?)?[\s.]*",
    re.IGNORECASE,
)
"""What people write beside a day: the word itself, the hour before or after it, a full stop."""
_ISO: Final = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?")
_SPELT: Final = re.compile(r"(\d{1,2})\s+tháng\s+(\d{1,2})(?:\s+năm\s+(\d{4}|\d{2}))?", re.IGNORECASE)
_BROKEN: Final = re.compile(r"#(?:REF!|N/A|VALUE!|NAME\?|DIV/0!|NUM!|NULL!|SPILL!|CALC!)")
_FIRST_YEAR_OF_CENTURY: Final = 77
"""Of years written with two figures, those before this one are of our century: there was no Front before 1977."""
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
        if found := _ISO.fullmatch(said):
            return date(int(found[1]), int(found[2]), int(found[3]))
        if found := _TYPED.fullmatch(said) or _SPELT.fullmatch(said):
            typed = int(found[3]) if found[3] else year
            if typed is None:
                raise CellError("sheet-year")
            return date(_century(typed), int(found[2]), int(found[1]))
    except ValueError as error:
        if isinstance(error, CellError):
            raise
        raise CellError("sheet-date") from None
    raise CellError("sheet-date")


def is_day(said: str) -> bool:
    """Whether a text is a day, whatever the year."""
    return any(form.fullmatch(said.strip()) for form in (_ISO, _TYPED))


def days(value: Cell, year: int | None = None) -> tuple[date, ...]:
    """Several days in one cell, between them a comma, a semicolon or a new line."""
    pieces: list[Cell] = [*re.split(r"[;,\n]", value)] if isinstance(value, str) else [value]
    return tuple(found for piece in pieces if (found := day(piece, year)) is not None)


def text(value: Cell) -> str:
    """A cell as plain words: whole numbers without a fraction, one space between words."""
    if value is None or value is UNSTORED:
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, datetime | date):
        return value.isoformat()[:10]
    return " ".join(str(value).split())


def nothing(value: Cell) -> bool:
    """Whether a cell says nothing: it is empty, or holds the dash or the dots that stand for that."""
    return value is not UNSTORED and not text(value).strip("-–—.…_ ")


def broken(value: Cell) -> str:
    """The reason why a formula's cell holds nothing to take; "" where it does."""
    if value is UNSTORED:
        return "sheet-formula"
    return "sheet-formula-error" if isinstance(value, str) and _BROKEN.fullmatch(value.strip()) else ""


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
    """The wire value that a cell names, by the committee's own words first; None where nobody knows the word. Raises
    CellError where it names two."""
    said = fold(text(value))
    for word, wanted in own.items():
        if fold(word) == said:
            return wanted
    listed: Mapping[str, Sequence[str]] = words()["values"][sort]
    if said in listed or said.replace(" ", "_") in listed:
        return said.replace(" ", "_")
    if sort in _ONE_OF_ALL:
        return _one(sort, _said_in_turn(said, listed))
    return next((str(name) for name, known in listed.items() if _names(said, known)), None)


def flag(value: Cell) -> bool | None:
    """Whether a mark says yes; None where the cell is empty or says that nobody has decided. Raises CellError."""
    said = fold(text(value))
    if not said:
        return None
    listed: Mapping[str, Sequence[str]] = words()["values"]["flag"]
    named = [name for _, name in _mentions(said, listed)] or [name for name in listed if said in listed[name]]
    if not named:
        raise CellError("sheet-mark")
    return None if named[0] == "open" else named[0] == "yes"


def unnamed(value: Cell) -> bool:
    """Whether the cell for a name says that the letter has none."""
    return _names(fold(text(value)), words()["nobody"]["words"])


@cache
def words() -> Mapping[str, Any]:
    """The lists of headings.toml, which cannot change while the program runs."""
    found: Mapping[str, Any] = tomllib.loads(Path(__file__).with_name("headings.toml").read_text(encoding="utf-8"))
    return found


def _century(year: int) -> int:
    if year >= 100:
        return year
    return year + (2000 if year < _FIRST_YEAR_OF_CENTURY else 1900)


_ONE_OF_ALL: Final = {"kind": ("khac",), "outcome": ()}
"""Lists of which a cell may name only one, and what yields to any other."""
_STRONG: Final = ("duplicate", "split", "withdrawn")
"""Outcomes that hold whatever is told beside them: a letter that repeats another may be filed or forwarded as well."""
_NOT: Final = re.compile(r"(?:khong|ko|k)(?: (?:phai|duoc|thuoc))?(?: (?:la|don))?\s*$")


def _said_in_turn(said: str, listed: Mapping[str, Sequence[str]]) -> list[str]:
    """What a cell names, in its order: also where signs stand between the words, or an abbreviation has full stops."""
    spaced = " ".join(re.sub(r"[-_/.+&\n]+", " ", said).split())
    found = [name for at, name in _mentions(spaced, listed) if not _NOT.search(spaced[:at])]
    if found:
        return found
    tight = re.sub(r"[\W_]+", "", said)
    return [name for name, known in listed.items() if tight in known]


def _one(sort: str, named: Sequence[str]) -> str | None:
    if sort == "outcome":
        strong = [name for name in named if name in _STRONG]
        # "Chuyển UBND giải quyết": what was done comes first, then what another one is to do
        return next(iter(strong or named), None)
    kinds = [name for name in dict.fromkeys(named) if name not in _ONE_OF_ALL[sort]] or named
    if len(set(kinds)) > 1:
        raise CellError("sheet-two-kinds")
    return kinds[0] if kinds else None


def _mentions(said: str, listed: Mapping[str, Sequence[str]]) -> list[tuple[int, str]]:
    """Where a text names what: a longer word hides the shorter ones inside it."""
    found: list[tuple[int, int, str]] = []
    pairs = [(word, name) for name, known in listed.items() for word in known]
    for word, name in sorted(pairs, key=lambda pair: -len(pair[0])):
        for hit in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", said):
            if all(hit.end() <= first or hit.start() >= last for first, last, _ in found):
                found.append((hit.start(), hit.end(), name))
    return [(first, name) for first, _, name in sorted(found)]


def _names(said: str, known: Sequence[str]) -> bool:
    return any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", said) for word in known)
