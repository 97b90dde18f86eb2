"""Finding cases: by code, by exact name or telephone number, and by opening and reading a bounded number of letters.

There is no index of residents' words: whoever searches them must audit what was found (`handlers` audit the hits).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from cases.codes import read_code
from cases.fold import fold
from cases.records import record
from storage.cases import CaseRow, of_person, persons, row_of
from storage.session import Session

LIMIT: Final = 50
SCANNED: Final = 500
"""So many letters are opened and read for one search of words: a quarter of a second at most."""
SHORTEST_PART: Final = 3


@record(frozen=True, slots=True)
class Scan:
    """Cases whose words hold what was looked for, how many letters were read, and whether there are older ones."""

    found: tuple[CaseRow, ...]
    read: int
    more: bool


def by_code(db: Session, units: Sequence[str], typed: str) -> list[CaseRow]:
    """Cases of exactly these units by a whole code, or by a part of one that somebody remembers."""
    if not units:
        return []
    whole = read_code(typed)
    part = "".join(letter for letter in typed.upper() if letter.isascii() and letter.isalnum())
    part = part.removeprefix("TD") if len(part) > len("TD") else part
    if whole is None and (len(part) < SHORTEST_PART or len(part) > 8 or not typed.isascii()):
        return []
    pattern = whole or f"%{part[:4]}%" if len(part) <= 4 else f"%{part[:4]}-{part[4:]}%"
    rows = db.run("search_codes", units=list(units), pattern=whole or pattern, limit=LIMIT)
    return [row_of(db, row) for row in rows]


def by_person(db: Session, units: Sequence[str], name_or_contact: str) -> list[CaseRow]:
    """Cases of exactly these units sent by somebody of exactly this name or number. The person is not opened."""
    ids = of_person(db, name_or_contact)
    if not units or not ids:
        return []
    return [row_of(db, row) for row in db.run("search_cases", ids=ids, units=list(units))]


def by_words(
    db: Session,
    units: Sequence[str],
    kinds: Collection[str],
    words: str,
    *,
    people: bool = False,
    skip: int = 0,
    limit: int = SCANNED,
) -> Scan:
    """Cases of exactly these units and kinds whose letter (or, with `people`, its sender's name) holds all these words,
    marks and case aside: the newest `limit` after `skip` are opened and read. Letters kept like a denunciation are
    opened only where denunciations are searched."""
    wanted = fold(words).split()
    if not units or not kinds or not wanted:
        return Scan((), 0, False)
    secret = int("to_cao" in kinds)
    rows = db.run("search_words", units=list(units), kinds=sorted(kinds), secret=secret, limit=limit + 1, skip=skip)
    hits = []
    for row in rows[:limit]:
        letter = db.vault.open_json("cases", row["id"], "letter", row["letter"])
        said = [str(letter.get(name) or "") for name in ("content", "place", "when", "concerned")]
        said += [person.get("name", "") for person in persons(db, row["id"])] if people else []
        text = fold(" ".join(said))
        if all(word in text for word in wanted):
            hits.append(row["id"])
    found = db.run("search_cases", ids=hits[:LIMIT], units=list(units)) if hits else []
    return Scan(tuple(row_of(db, row) for row in found), min(len(rows), limit), len(rows) > limit)
