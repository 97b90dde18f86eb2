"""Registers on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from cases.counts import count
from cases.periods import parse
from cases.recount import compare
from cases.registers import ActivityRow, PetitionRow, ReceptionRow, Registers
from storage import audit, counts, registers
from storage.database import Database
from storage.registers import CaseFacts, KeptLine
from storage.session import Session
from tests.cases.letters import TODAY, TREE
from tests.cases.living import tallied_in
from tests.storage.conftest import NOW
from tests.storage.filing import enter

FACTS = CaseFacts(
    ref="d-1",
    unit="TAYHO",
    kind="to_cao",
    topic="dat_dai",
    channel="paper",
    received_on=date(2026, 10, 5),
    due_on="2026-10-12",
    due_rule="rule",
    spells=(("2026-10-05", "forwarded", "2026-10-09"), ("2026-10-12", "", "")),
    anonymous=False,
    eligible=True,
    matter="",
    matter_key="r:d-1",
    person="",
    signers=1,
    instance=1,
    competence="",
    area="",
    authority="",
    replied_on="",
    resolved_on="2026-10-20",
    urged_on=("2026-10-13", "2026-10-14"),
    duplicate_of="",
    parent="",
    signed_on="",
    urgent=False,
)


async def test_cases_of_a_register_count_as_others_do_and_their_tallies_agree(database: Database) -> None:
    some = [(f"TD-{n}", replace(FACTS, ref=f"d-{n}", eligible=n > 0)) for n in range(3)]
    await database.write(enter, new=some, lines=[KeptLine("case", f"d-{n}", f"d-{n}", "{}") for n in range(3)])
    known = await database.read(registers.known_cases)
    assert {case.code for case in known.values()} == {"TD-0", "TD-1", "TD-2"}
    assert not any(case.touched for case in known.values())
    spells = (("2026-10-05", "guided", "2026-10-08"),)
    ended = replace(FACTS, ref="d-2", kind="khieu_nai", spells=spells)
    await database.write(enter, changed=[(known["d-2"].id, ended)], now=NOW + timedelta(hours=1))
    assert not (await database.read(registers.known_cases))["d-2"].touched, "the import itself is no handling"
    period = parse("2026-10", "civil")
    ends = (period.first.isoformat(), period.last.isoformat())
    counted, lives = count(await database.read(counts.rows, *ends), period, TREE, "HN", TODAY)
    assert not counted.failed
    got = {name: counted.value(name) for name in ("received", "open", "guided", "eligible", "urged", "resolved")}
    assert got == {"received": 3, "open": 2, "guided": 1, "eligible": 2, "urged": 3, "resolved": 3}
    kept = await database.read(tallied_in, period)
    assert compare(counted, lives, kept).ok
    assert await database.read(audit.verify) == []


async def test_the_other_registers_come_back_as_they_were_put_and_a_number_only_once(database: Database) -> None:
    reception = ReceptionRow("tcd-1", "TAYHO", "2026-10-05", 2, 3, "head", 1, True, None, "4")
    activity = ActivityRow("gs-1", "TAYHO", "2026-10-05", "community_works", "", 1, 5, 2, None)
    petition = PetitionRow("kn-1", "TAYHO", "2026-10-05", "quan", "")

    def put(db: Session) -> Registers:
        for number in (1, 2):
            registers.put_receptions(db, [replace(reception, visits=number)])
            registers.put_activities(db, [replace(activity, works=number + 3)])
            registers.put_petitions(db, [replace(petition, resolved_on="2026-10-20" if number == 2 else "")])
        return counts.registers(db, "2026-10-05", "2026-10-05")

    assert await database.write(put) == Registers(
        (reception,), (activity,), (replace(petition, resolved_on="2026-10-20"),)
    )
