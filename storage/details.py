"""What stands beside a letter in a register and only forms and the list of authorities ask for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator
from datetime import date

from cases.authorities import Awaited
from cases.forms import Detail
from cases.lives import moved_of, unit_at_end_of
from storage.session import Session


def details(db: Session, first: str, last: str) -> dict[str, Detail]:
    """By the name under which a report knows the letter; a letter that is left out has nothing to tell."""
    return {
        (f"{row['ref']} ({row['code']})" if row["ref"] else row["code"]): Detail(
            row["instance"], row["competence"], row["area"], row["authority"]
        )
        for row in db.run("details_within", first=first, last=last)
    }


def of_letters(db: Session, cases: Iterable[str]) -> dict[str, Detail]:
    """The same by the ids of some letters."""
    return {
        row["id"]: Detail(row["instance"], row["competence"], row["area"], row["authority"])
        for row in db.run("details_of", ids=list(cases))
    }


def awaited(db: Session, last: str) -> Iterator[Awaited]:
    """Letters that an authority had not answered on the evening of an ISO day, read a year at a time."""
    first = db.one("details_first_sent")
    if first is None or not first["day"]:
        return
    for year in range(int(first["day"][:4]), int(last[:4]) + 1):
        until = min(last, f"{year:04}-12-31")
        for row in db.run("details_awaited", since=f"{year:04}-01-01", until=until, last=last):
            unit = unit_at_end_of(last, moved_of(row["moved"]), row["unit"])
            yield Awaited(unit, row["kind"], row["authority"], date.fromisoformat(row["outcome_on"]))


def sorted_kinds(db: Session, first: str, last: str, units: Container[str]) -> Counter[tuple[str, str]]:
    """(kind proposed, kind now) -> letters that came to `units` in a stretch of days and that the program read."""
    found: Counter[tuple[str, str]] = Counter()
    for row in db.run("details_sorted", first=first, last=last):
        if row["unit"] in units:
            found[row["proposed_kind"], row["kind"]] += row["n"]
    return found
