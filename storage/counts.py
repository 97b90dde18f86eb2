"""What a report is counted from, beside the tallies: the letters themselves, and the other registers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator

from cases.kinds import HIDDEN_KIND
from cases.lives import CaseRow, moved_of, unit_at_end_of
from cases.registers import ActivityRow, PetitionRow, ReceptionRow, Registers, SurveyRow
from storage import tallies
from storage.session import Session


def parts(db: Session, first: str, last: str) -> Iterator[dict[str, CaseRow]]:
    """Letters that were open on some day from one ISO day to another, and those whose rows contradict each other.

    Some at a time, by id, the oldest first: a year of a city is long, and nobody needs all of it at once.
    """
    found = [str(row["id"]) for row in db.run("counts_letters", first=first, last=last)]
    for start in range(0, len(found), tallies.BATCH):
        cases = found[start : start + tallies.BATCH]
        there = tallies.facts(db, cases)
        yield {case: there[case] for case in cases if case in there}


def by_id(db: Session, first: str, last: str) -> dict[str, CaseRow]:
    """All of them at once."""
    return {case: row for part in parts(db, first, last) for case, row in part.items()}


def rows(db: Session, first: str, last: str) -> list[CaseRow]:
    """The same letters without their ids."""
    return list(by_id(db, first, last).values())


def denunciations(db: Session, first: str, last: str) -> Counter[str]:
    """How many denunciations came to each unit itself from one ISO day to another."""
    found: Counter[str] = Counter()
    for row in db.run("counts_denunciations", first=first, last=last):
        found[unit_at_end_of(last, moved_of(row["moved"]), row["unit"])] += row["letters"]
    return found


def own_topics(
    db: Session, first: str, last: str, units: Collection[str], without: Collection[str] | None = None
) -> dict[str, int]:
    """How many letters came to these units under each topic of the committee's own.

    With `without`, letters that are left out, no denunciations either.
    """
    found: Counter[str] = Counter()
    for row in db.run("counts_own_topics", first=first, last=last, without=_listed(without)):
        if unit_at_end_of(last, moved_of(row["moved"]), row["unit"]) in units and not (
            without is not None and row["kind"] == HIDDEN_KIND
        ):
            found[row["own_topic"]] += row["letters"]
    return dict(found)


def registers(
    db: Session, first: str, last: str, without: Collection[str] | None = None, told: Collection[str] = ()
) -> Registers:
    """The registers' lines from one ISO day to another, both included.

    With `without`, nothing of what senders of those letters said of them, nor of denunciations but those in `told`.
    """
    kind = "" if without is None else HIDDEN_KIND
    return Registers(
        tuple(
            ReceptionRow(
                row["ref"],
                row["unit"],
                row["on_day"],
                row["visits"],
                row["people"],
                row["mode"],
                row["delegations"],
                bool(row["repeated"]),
                row["matters"],
                row["session"],
            )
            for row in db.run("receptions_within", first=first, last=last)
        ),
        tuple(
            ActivityRow(
                row["ref"],
                row["unit"],
                row["on_day"],
                row["what"],
                row["field"],
                row["number"],
                row["works"],
                row["violations"],
                row["remedied"],
            )
            for row in db.run("activities_within", first=first, last=last)
        ),
        tuple(
            PetitionRow(row["ref"], row["unit"], row["on_day"], row["within_authority"], row["resolved_on"])
            for row in db.run("voter_petitions_within", first=first, last=last)
        ),
        tuple(
            SurveyRow(row["unit"], row["on_day"], row["figure"], row["number"])
            for row in db.run(
                "surveys_within", first=first, last=last, kind=kind, without=_listed(without), told=_listed(told)
            )
        ),
    )


def last_seal(db: Session) -> str:
    """The end of the chain over every case's audit chain, in hex; "" before the first one."""
    row = db.one("audit_last_seal")
    return bytes(row["hash"]).hex() if row else ""


def _listed(cases: Collection[str] | None) -> list[str]:
    # a list in a statement is never empty
    return sorted(cases or {""})
