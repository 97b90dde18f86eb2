"""The life of a case is a chain that shows every change made behind the program's back."""

from __future__ import annotations

from datetime import timedelta

import pytest

from storage import audit
from storage.database import Database
from storage.session import Session
from tests.storage.conftest import NOW

BREAKS = {
    "an entry was changed": ("UPDATE audit SET what = 'archived' WHERE case_id = 'b' AND number = 2", ("b", 2)),
    "an actor was changed": ("UPDATE audit SET actor = 'x' WHERE case_id = 'b' AND number = 1", ("b", 1)),
    "a moment was changed": ("UPDATE audit SET at = 'x' WHERE case_id = 'b' AND number = 1", ("b", 1)),
    "an entry was taken out": ("DELETE FROM audit WHERE case_id = 'b' AND number = 2", ("b", 2)),
    "the last entry was cut off": ("DELETE FROM audit WHERE case_id = 'b' AND number = 3", ("b", 2)),
    "a chain was taken out": ("DELETE FROM audit WHERE case_id = 'b'", ("b", 3)),
    "a detail came from elsewhere": (
        "UPDATE audit SET detail = (SELECT detail FROM audit WHERE case_id = 'a' AND number = 2)"
        " WHERE case_id = 'b' AND number = 2",
        ("b", 2),
    ),
}


def three(db: Session, *cases: str) -> None:
    for case in cases:
        audit.append(db, case, "filed", "resident", NOW)
        audit.append(db, case, "opened", "o1", NOW, {"why": "đọc"})
        audit.append(db, case, "forwarded", "o1", NOW, {"to": "UBND phường", "number": "12/CV"})


async def test_a_life_comes_back_in_order_with_its_details(database: Database) -> None:
    await database.write(three, "a", "b")
    life = await database.read(audit.life, "a")
    assert [(entry.number, entry.what, entry.by) for entry in life] == [
        (1, "filed", "resident"),
        (2, "opened", "o1"),
        (3, "forwarded", "o1"),
    ]
    assert life[2].detail == {"to": "UBND phường", "number": "12/CV"}
    assert await database.read(audit.verify) == []


@pytest.mark.parametrize("how", BREAKS)
async def test_a_change_by_sql_is_found(how: str, database: Database) -> None:
    statement, place = BREAKS[how]
    await database.write(three, "a", "b", "c")
    await database.write(lambda db: db.script(statement))
    broken = await database.read(audit.verify)
    assert [(one.case, one.number) for one in broken] == [place]


async def test_the_end_of_a_chain_cannot_be_cut_off_after_it_was_sealed(database: Database) -> None:
    await database.write(three, "a")
    await database.write(audit.seal_heads, NOW)

    def cut(db: Session) -> None:
        db.script("DELETE FROM audit WHERE number = 3")
        db.script("UPDATE audit_heads SET number = 2, hash = (SELECT hash FROM audit WHERE number = 2)")

    await database.write(cut)
    assert [(one.case, one.why) for one in await database.read(audit.verify)] == [("a", "sealed head")]


async def test_a_seal_cannot_be_taken_out(database: Database) -> None:
    for minute in range(3):
        await database.write(three, f"case{minute}")
        assert await database.write(audit.seal_heads, NOW + timedelta(minutes=minute)) == 1
    assert await database.write(audit.seal_heads, NOW) == 0
    assert await database.read(audit.verify) == []
    await database.write(lambda db: db.script("DELETE FROM audit_seals WHERE number = 2"))
    assert [one.why for one in await database.read(audit.verify)] == ["seal"]


async def test_a_detail_may_be_erased_by_law_and_the_chain_still_holds(database: Database) -> None:
    await database.write(three, "a")
    await database.write(lambda db: db.script("UPDATE audit SET detail = NULL"))
    assert await database.read(audit.verify) == []


async def test_many_chains_are_walked_page_by_page(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(audit, "PAGE_ROWS", 7)
    await database.write(three, *(f"case{number:02}" for number in range(20)))
    assert await database.read(audit.verify) == []
    await database.write(lambda db: db.script("UPDATE audit SET what = 'x' WHERE case_id = 'case13' AND number = 1"))
    assert [one.case for one in await database.read(audit.verify)] == ["case13"]
