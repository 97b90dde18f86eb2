"""Editions: what public reports have told, so that later ones do not tell what changed (`cases.editions`).

The clock keeps how a letter was told, when it counts a change that would tell of a denunciation; so no change can be
forgotten, whoever makes it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from cases.editions import Altered, Past, Tie, altered, is_telltale, past
from cases.lives import CaseRow
from cases.records import record
from storage.session import Session, columns


@record(frozen=True, slots=True)
class Year:
    """What was told of the denunciations of a year."""

    units: Mapping[str, int]
    """How many, by unit with all below it."""
    totals: Mapping[str, int]
    """How many there were then of each year, as far as it was told or corrected."""
    corrected: int = 0


def newest(db: Session) -> int:
    """The number of the newest edition, 0 before the first."""
    row = db.one("editions_newest")
    return int(row["number"]) if row else 0


def begin(db: Session) -> int:
    """One more edition: every letter that is counted by now stands in it. Its number."""
    return int(db.run("editions_begin")[0]["number"])


def keep(db: Session, changes: Iterable[tuple[str, CaseRow, CaseRow]]) -> None:
    """Keep how letters were told that change so that it would tell of a denunciation: id, before, now."""
    told = ((case, past(before)) for case, before, now in changes if is_telltale(before, now))
    db.run_many("editions_letter_put", [{"case_id": case, **columns(known)} for case, known in told])


def told(db: Session) -> tuple[dict[str, Past], Altered]:
    """Denunciations that are told as what they were, and what else is told otherwise than it is, or not at all."""
    pasts: dict[str, Past] = {}
    now: dict[str, str] = {}
    for row in db.run("editions_letters"):
        eligible = None if row["eligible"] is None else bool(row["eligible"])
        facts = (row["kind"], row["topic"], row["due_on"], eligible, row["own_topic"], row["matter"])
        pasts[row["case_id"]] = Past(bool(row["hidden"]), bool(row["whole"]), *facts)
        now[row["case_id"]] = row["now"]
    ties = (
        Tie(row["told"], row["of"], bool(row["part"]), row["kind"], row["since"], row["of_since"])
        for row in db.run("editions_ties")
    )
    found = altered(ties, pasts, [case for case, known in pasts.items() if known.hidden])
    return {case: known for case, known in pasts.items() if not known.hidden and case not in found.gone}, found


def years(db: Session) -> dict[str, Year]:
    """What was told of each year's denunciations, the newest last."""
    return {
        row["year"]: Year(json.loads(row["units"]), json.loads(row["totals"]), row["corrected"])
        for row in db.run("editions_years")
    }


def tell_year(db: Session, edition: int, year: str, found: Year) -> None:
    """Tell a year's denunciations, once and for good."""
    units, totals = json.dumps(dict(found.units)), json.dumps(dict(found.totals))
    db.run("editions_year_put", year=year, number=edition, units=units, totals=totals, corrected=found.corrected)
