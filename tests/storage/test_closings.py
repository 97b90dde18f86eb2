"""Closings on both databases, and the packs of letters that share a matter."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from cases.counts import count
from cases.periods import parse
from cases.recount import compare
from storage import audit, closings, counts, tallies
from storage.database import Database
from storage.session import Session
from tests.cases.letters import TODAY, TREE
from tests.cases.living import tallied_in
from tests.storage.conftest import NOW
from tests.storage.filing import enter
from tests.storage.test_registers import FACTS

OCTOBER = parse("2026-10", "civil")
NOVEMBER = parse("2026-11", "civil")


async def test_a_closing_is_kept_sealed_with_who_did_it_and_stands_until_it_is_opened_again(database: Database) -> None:
    told = {"TD-1": "TAYHO to_cao dat_dai handled received"}

    def shut(db: Session) -> None:
        closings.close(db, "HN", OCTOBER, told, "ab12", NOW, "o1")

    await database.write(shut)
    there = await database.read(closings.of_period, "HN", OCTOBER)
    assert there is not None
    assert (there.letters, there.seal, there.name) == (told, "ab12", "2026-10")
    assert [each.id for each in await database.read(closings.before, "HN", NOVEMBER)] == [there.id]
    assert await database.read(closings.of_period, "TAYHO", OCTOBER) is None
    await database.write(closings.reopen, there.id, "thiếu một đơn", NOW, "o2")
    assert await database.read(closings.of_period, "HN", OCTOBER) is None
    assert await database.read(closings.before, "HN", NOVEMBER) == []
    assert await database.read(audit.verify) == []


async def test_matters_are_counted_right_after_a_letter_of_a_packed_month_changed(database: Database) -> None:
    shared = [
        replace(FACTS, ref=f"d-{n}", matter="vv-1", matter_key="m:vv-1", received_on=date(2026, 10, 5 + n), spells=())
        for n in range(3)
    ]
    open_ones = [replace(each, spells=((each.received_on.isoformat(), "", ""),)) for each in shared]

    async def same() -> int:
        while await database.write(tallies.fold):
            pass
        assert (await database.read(lambda db: db.run("tallies_kin_packs", names=["2026-10"]))) != []
        tallied = await database.read(tallied_in, OCTOBER)
        rows = await database.read(counts.rows, "2026-10-01", "2026-10-31")
        walked, lives = count(rows, OCTOBER, TREE, "HN", TODAY)
        assert compare(walked, lives, tallied).ok
        return tallied.value("open_matters")

    await database.write(enter, new=[(f"TD-{n}", each) for n, each in enumerate(open_ones)])
    assert await same() == 1
    known = await database.read(lambda db: {row["ref"]: row["id"] for row in db.run("registers_cases")})
    for n, each in enumerate(shared):
        day = each.received_on.isoformat()
        ended = replace(each, spells=((day, "guided", "2026-10-20"),))
        await database.write(enter, changed=[(known[f"d-{n}"], ended)])
        assert await same() == int(n < 2)
    apart = replace(shared[0], matter="", matter_key="r:d-0", spells=(("2026-10-05", "", ""),))
    await database.write(enter, changed=[(known["d-0"], replace(apart, received_on=date(2026, 10, 5)))])
    assert await same() == 1
