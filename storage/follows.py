"""Residents who follow a matter together: petitions only, by the sketches of their letters; never who they are."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from cases.dates import stamp
from storage import cases, casework, sketches
from storage.session import Session
from storage.sketchbook import Sketched

FOLLOWED_KIND: Final = "kien_nghi_phan_anh"
TOLD_AT_MOST: Final = 200
"""How many followers one piece of news reaches: a turn must stay short."""


def others(db: Session, case: str) -> int:
    """How many other people wrote a petition about the same thing before."""
    return len({each.owner for each in _earlier(db, case)})


def begin(db: Session, case: str, by: str, now: datetime) -> bool:
    """Put a petition into one matter with the likeliest earlier one; whether there was one to join."""
    earlier = _earlier(db, case)
    if not earlier:
        return False
    casework.join(db, case, earlier[0].case, by, now)
    db.run("follows_begin", case_id=case, at=stamp(now))
    return True


def company(db: Session, case: str) -> int | None:
    """How many other people told of the matter that its sender follows; None where nothing is followed."""
    row = db.one("follows_one", case_id=case)
    return None if row is None else int(row["others"])


def news(db: Session, case: str, status: str) -> list[str]:
    """The letters whose senders hear that one of their matter came to `status`: each of them once for a status."""
    row = cases.by_id(db, case)
    if row is None or not row.matter or not _open_to_others(row):
        return []
    found = db.run(
        "follows_of_matter", key=f"m:{row.matter}", case_id=case, owner=row.owner, status=status, most=TOLD_AT_MOST
    )
    told = [str(each["case_id"]) for each in found]
    for each in told:
        db.run("follows_told", case_id=each, status=status)
    return told


def _earlier(db: Session, case: str) -> list[Sketched]:
    """Earlier petitions of other people about the same thing; none of a letter that is kept apart."""
    row = cases.by_id(db, case)
    if row is None or not _open_to_others(row):
        return []
    found = []
    for each in sketches.of_case(db, case):
        other = cases.by_id(db, each.case) if each.owner != row.owner else None
        if other is not None and _open_to_others(other):
            found.append(each)
    return found


def _open_to_others(row: cases.CaseRow) -> bool:
    return row.kind == FOLLOWED_KIND and not row.secret and not row.held_from
