"""What a report is counted from: the rows of the cases, and beside them the tallies kept as things happened."""

from __future__ import annotations

from itertools import groupby

from cases.lives import CaseRow, SpellRow
from cases.recount import Tallied
from cases.registers import ActivityRow, PetitionRow, ReceptionRow, Registers
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


def registers(db: Session, first: str, last: str) -> Registers:
    """The registers' lines from one ISO day to another, both included."""
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
    )


def last_seal(db: Session) -> str:
    """The end of the chain over every case's audit chain, in hex; "" before the first one."""
    row = db.one("audit_last_seal")
    return bytes(row["hash"]).hex() if row else ""


def _case(spells: list[Row]) -> CaseRow:
    row = spells[0]
    return CaseRow(
        # who keeps a register knows its numbers, the program its codes
        code=f"{row['ref']} ({row['code']})" if row["ref"] else row["code"],
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
        eligible=None if row["eligible"] is None else bool(row["eligible"]),
        replied_on=row["replied_on"],
        resolved_on=row["resolved_on"],
        urged_on=tuple(row["urged_on"].split()),
        matter=row["matter_key"] or f"r:{row['code']}",
        person=row["person"],
        signers=row["signers"],
    )
