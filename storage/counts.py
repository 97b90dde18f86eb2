"""What a report is counted from: the rows of the cases, and beside them the tallies kept as things happened."""

from __future__ import annotations

from itertools import groupby

from cases.lives import CaseRow, SpellRow
from cases.recount import Tallied
from storage import tallies
from storage.session import Row, Session


def rows(db: Session, first: str, last: str) -> list[CaseRow]:
    """Letters that were open on some day from one ISO day to another, and those whose rows contradict each other."""
    found = db.run("counts_spells", first=first, last=last)
    return [_case(list(same)) for _, same in groupby(found, key=lambda row: str(row["code"]))]


def tallied(db: Session, first: str, last: str) -> list[Tallied]:
    """What the tallies say was counted from one ISO day to another, both included."""
    return [
        Tallied(sum.unit, sum.kind, sum.topic, sum.channel, sum.figure, sum.value)
        for sum in tallies.sums(db, first, last)
    ]


def last_seal(db: Session) -> str:
    """The end of the chain over every case's audit chain, in hex; "" before the first one."""
    row = db.one("audit_last_seal")
    return bytes(row["hash"]).hex() if row else ""


def _case(spells: list[Row]) -> CaseRow:
    row = spells[0]
    return CaseRow(
        code=row["code"],
        unit=row["unit"],
        kind=row["kind"],
        topic=row["topic"],
        channel=row["channel"],
        status=row["status"],
        received_on=row["received_on"],
        due_on=row["due_on"],
        outcome=row["outcome"],
        outcome_on=row["outcome_on"],
        spells=tuple(
            SpellRow(spell["opened_on"], spell["spell_outcome"], spell["spell_outcome_on"])
            for spell in spells
            if spell["number"] is not None
        ),
        anonymous=bool(row["anonymous"]),
        urgent=bool(row["urgent"]),
    )
