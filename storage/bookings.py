"""Places on a reception day: who comes, in which order, and what about; sealed, and erased with the place."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from cases.dates import stamp
from cases.records import record
from storage.session import Row, Session


@record(frozen=True, slots=True)
class Booking:
    """One place. `about` holds name, contact and what it is about."""

    id: str
    unit: str
    on: date
    number: int
    about: Mapping[str, str]


def book(
    db: Session,
    id: str,
    unit: str,
    on: str,
    owner: str,
    conversation: str,
    about: Mapping[str, str],
    now: datetime,
) -> int | None:
    """Take the next place of a day; its number, None when this person has one already."""
    row = db.one(
        "bookings_add",
        id=id,
        unit=unit,
        on_day=on,
        owner=owner,
        conversation=conversation,
        about=db.vault.seal_json("bookings", id, "about", dict(about)),
        at=stamp(now),
    )
    return int(row["number"]) if row is not None else None


def cancel(db: Session, id: str, owner: str) -> bool:
    """Give a place up; only its own person can."""
    erased = db.vault.seal_json("bookings", id, "about", {})
    return db.one("bookings_cancel", id=id, owner=owner, about=erased) is not None


def of_day(db: Session, unit: str, on: date) -> list[Booking]:
    """The places of a day, in order."""
    return [_booking(db, row) for row in db.run("bookings_of_day", unit=unit, on_day=on.isoformat())]


def of_owner(db: Session, owner: str, since: date) -> list[Booking]:
    """The places that one person holds, from a day on."""
    return [_booking(db, row) for row in db.run("bookings_of_owner", owner=owner, since=since.isoformat())]


def _booking(db: Session, row: Row) -> Booking:
    about = db.vault.open_json("bookings", row["id"], "about", row["about"])
    return Booking(row["id"], row["unit"], date.fromisoformat(row["on_day"]), row["number"], about)
