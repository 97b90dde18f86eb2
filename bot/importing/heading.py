"""The heading of a paper register: on which rows it stands, and what each column means."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from typing import Annotated, Any, Final

from openpyxl.utils import get_column_letter
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from bot.importing import cells
from bot.importing.cells import Cell
from bot.importing.grids import HEAD_ROWS, RegisterError
from cases.fold import fold
from cases.records import record

HEAD_STOREYS: Final = 3
LONGEST_HEADING: Final = 60
"""More is no heading but a cell of a row."""
FIELDS: Final = (
    *("number", "ref", "unit", "received_on", "channel", "kind", "topic", "eligible", "outcome", "outcome_on"),
    *("authority", "replied_on", "resolved_on", "urged_on", "signed_on", "person", "signers", "instance", "matter"),
    *("competence", "anonymous", "ineligible_mark", "kind_to_cao", "kind_khieu_nai", "kind_kien_nghi_phan_anh"),
)
IGNORED: Final = ("-", "serial")
"""What a column may be mapped to that is left out."""
KIND_MARKS: Final = tuple(name for name in FIELDS if name.startswith("kind_"))
VALUES: Final = ("kind", "outcome", "channel", "topic", "unit", "competence")
"""Fields for whose cells a map may hold words."""
_NUMBERING: Final = re.compile(r"[(\[]?\d{1,2}[)\]]?")
"""A column's number in a state form, which stands below its heading."""
_WORDLESS: Final = ("so", "ngay", "ngay thang", "ngay, thang", "ten", "so, ngay")
"""Lowest storeys that mean nothing without the one above."""


class Map(BaseModel):
    """The committee's own word on its register, from the file given by --map."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    sheet: Annotated[
        tuple[str, ...], BeforeValidator(lambda value: [value] if isinstance(value, str) and value else value or ())
    ] = ()
    header: int = Field(default=0, ge=0, le=1000)
    """The last row of the heading; 0 looks for it."""
    unit: str = ""
    year: int | None = Field(default=None, ge=1977, le=2199)
    channel: str = "paper"
    kind: str = ""
    topic: str = "khac"
    columns: dict[str, str] = Field(default_factory=dict)
    values: dict[str, dict[str, str]] = Field(default_factory=dict)


@record(frozen=True, slots=True)
class Found:
    """One column: its letter, its heading, and the field that it became ("" where nobody knows it)."""

    letter: str
    heading: str
    field: str
    guessed: bool = True


@record(frozen=True, slots=True)
class Heading:
    """The heading of one sheet: its first and last row, and the columns."""

    first: int
    last: int
    columns: tuple[Found, ...]

    def at(self, name: str) -> int | None:
        """The place of a field's column."""
        return next((place for place, found in enumerate(self.columns) if found.field == name), None)


def read_map(content: bytes) -> Map:
    """The map. Raises RegisterError."""
    try:
        found = Map.model_validate(tomllib.loads(content.decode("utf-8-sig")))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        # "… (at line 3, column 7)": the place alone, what stands there may be anything
        at = re.search(r"at line (\d+)", str(error))
        raise RegisterError("sheet-map-unreadable", at[1] if at else "1") from None
    except ValidationError as error:
        where = ".".join(str(part) for part in error.errors(include_input=False)[0]["loc"])
        raise RegisterError("sheet-map-wrong", where) from None
    for heading, name in found.columns.items():
        if name not in (*FIELDS, *IGNORED):
            raise RegisterError("sheet-map-field", f"{heading} = {name}")
    for sort in found.values:
        if sort not in VALUES:
            raise RegisterError("sheet-map-wrong", f"values.{sort}")
    return found


def find(title: str, grid: Sequence[Sequence[Cell]], own: Map) -> Heading:
    """The heading: the rows that explain most columns. Raises RegisterError."""
    best: tuple[int, Heading] | None = None
    ends = [own.header] if own.header else range(1, min(len(grid), HEAD_ROWS) + 1)
    for end in ends:
        for storeys in range(1, HEAD_STOREYS + 1):
            first = end - storeys + 1
            if first < 1 or end > len(grid) or (not own.header and _is_across(grid[end - 1])):
                continue
            if any(_has_data(row) for row in grid[first - 1 : end]):
                continue
            found = Heading(first, end, _columns(grid[first - 1 : end], own))
            known = sum(1 for each in found.columns if each.field)
            if best is None or _is_better(known, found, *best):
                best = (known, found)
    if best is None or best[0] < 2:
        old = any(_OLD_FONT.search(cells.text(value)) for row in grid[:HEAD_ROWS] for value in row)
        raise RegisterError("sheet-old-font" if old else "sheet-no-heading", sheet=title)
    return _checked(title, best[1], own)


_OLD_FONT: Final = re.compile(r"[®µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË§][^\W\d_]|[^\W\d_][®µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË]|[aeo][«Ö×ÕÔ]")
"""Letters of the fonts before Unicode (TCVN3) as they look today."""


def _is_better(known: int, found: Heading, best_known: int, best: Heading) -> bool:
    """More columns explained. Between equals a lower storey of the same heading is part of it, a title above is not,
    nor is the heading once more on a later page."""
    if known != best_known:
        return known > best_known
    if found.last == best.last:
        return found.first > best.first
    return found.last > best.last and found.first <= best.first


def _checked(title: str, found: Heading, own: Map) -> Heading:
    named = {each.field for each in found.columns}
    if not named & {"number", "ref"} and "serial" in named:
        # a register without numbers of its own: its rows are told apart by their serial number within the month
        columns = [
            Found(each.letter, each.heading, "serial_number" if each.field == "serial" else each.field, each.guessed)
            for each in found.columns
        ]
        found, named = Heading(found.first, found.last, tuple(columns)), {*named, "number"}
    missing = [
        *(["received_on"] if "received_on" not in named else []),
        *(["number"] if not named & {"number", "ref"} else []),
        *(["kind"] if not own.kind and not named & {"kind", *KIND_MARKS} else []),
    ]
    if missing:
        strange = (f"{each.letter} ({each.heading})" for each in found.columns if each.heading and not each.field)
        raise RegisterError("sheet-column-missing", missing[0], title, ", ".join(strange))
    return found


def _is_across(row: Sequence[Cell]) -> bool:
    """One text in several cells: a line across the page, such as a month; no heading ends with it."""
    filled = [cells.text(value) for value in row if not cells.nothing(value)]
    return len(filled) > 1 and len(set(filled)) == 1


def _has_data(row: Sequence[Cell]) -> bool:
    """A day or a number in a row: no heading has one."""
    return any(not isinstance(value, str) or cells.is_day(value) for value in row if value is not None)


def _columns(rows: Sequence[Sequence[Cell]], own: Map) -> tuple[Found, ...]:
    mapped = {fold(heading): name for heading, name in own.columns.items()}
    taken: set[str] = set()
    found = []
    for at in range(max(len(row) for row in rows)):
        said = [cells.text(row[at]) for row in rows if at < len(row) and isinstance(row[at], str)]
        storeys = [text for text in dict.fromkeys(said) if text and not _NUMBERING.fullmatch(text)]
        heading = " / ".join(storeys)
        letter = get_column_letter(at + 1)
        names = {fold(heading), fold(storeys[-1]) if storeys else "", letter.lower()}
        given = next((mapped[name] for name in names if name and name in mapped), "")
        name = given or _guess([fold(text) for text in storeys], taken)
        if name in (*FIELDS, "serial"):
            taken.add(name)
        if name == "" and any(len(text) > LONGEST_HEADING for text in storeys):
            heading = ""
        found.append(Found(letter, heading, name, not given))
    return tuple(found)


def _guess(storeys: Sequence[str], taken: set[str]) -> str:
    """The field of a heading: by its lowest storey, else by all of them."""
    tries = [*storeys[-1:], " ".join(reversed(storeys)), " ".join(storeys)]
    if len(storeys) > 1 and storeys[-1] in _WORDLESS:
        tries = tries[1:] if not storeys[-1].startswith("so") else tries[1:2]
    for text in dict.fromkeys(tries):
        if not text or len(text) > LONGEST_HEADING:
            continue
        for name, listed, ends in _listed():
            if name in taken and name != "-":
                continue
            if any(text == word for word in ends) or any(_has(text, word) for word in listed):
                return name
    return ""


def _listed() -> Iterator[tuple[str, Sequence[str], Sequence[str]]]:
    row: dict[str, Any]
    for row in cells.words()["field"]:
        yield row["name"], row.get("words", ()), row.get("ends", ())


def _has(text: str, word: str) -> bool:
    return f" {word} " in f" {text.replace('/', ' ').replace('(', ' ').replace(')', ' ').replace(',', ' ,')} " or (
        text.startswith(word) and (len(text) == len(word) or not text[len(word)].isalnum())
    )
