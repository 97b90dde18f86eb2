"""Letters of which staff are told together: where many cards were shown within an hour, no more of them are."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final, Literal

from cases.dates import stamp, unstamp
from cases.records import record
from storage.session import Session

WINDOW: Final = timedelta(hours=1)

Why = Literal["new", "waiting"]


@record(frozen=True, slots=True)
class Herald:
    """Says that a notice is the card of a letter that may be told of together with others. `most`: cards an hour."""

    why: Why
    most: int


@record(frozen=True, slots=True)
class Kept:
    """A letter that a place has not been told of yet. `since` is when it would have been."""

    why: str
    since: datetime
    kind: str
    officer: str
    status: str


def place(unit: str, kind: str, *, private: bool) -> str:
    """Where the cards of a unit's letters stand: in its rooms, or in private with those who may take such a letter."""
    if not private:
        return f"unit:{unit}"
    return f"secret:{unit}" if kind == "to_cao" else f"desk:{unit}"


def person(officer: str) -> str:
    """Where one officer is told."""
    return f"officer:{officer}"


def shows(db: Session, target: str, case: str, herald: Herald, now: datetime) -> bool:
    """Whether this place is shown a card of the letter now; else the next gathering tells of it."""
    since = stamp(now - WINDOW)
    shown = db.one("gatherings_shown", target=target, since=since)
    assert shown is not None
    # While others wait to be told of, none goes before them.
    shows = shown["number"] < herald.most and db.one("gatherings_open", target=target) is None
    state = "shown" if shows else "kept"
    db.run("gatherings_put", target=target, case_id=case, why=herald.why, at=stamp(now), state=state)
    return shows


def without_card(db: Session, target: str, case: str) -> bool:
    """Whether this place has no card of a letter because it is told of many at once."""
    return db.one("gatherings_without_card", target=target, case_id=case) is not None


def due(db: Session, before: datetime) -> list[str]:
    """Places where a letter has waited since then or longer."""
    return [row["target"] for row in db.run("gatherings_due", before=stamp(before))]


def take(db: Session, target: str) -> list[Kept]:
    """What a place is to be told of now, the oldest first; it is told."""
    rows = db.run("gatherings_of", target=target)
    db.run("gatherings_told", target=target)
    return [Kept(row["why"], unstamp(row["at"]), row["kind"], row["officer"], row["status"]) for row in rows]


def purge(db: Session, before: datetime) -> None:
    """Forget how staff were told of letters before that."""
    db.run("gatherings_purge", before=stamp(before))
