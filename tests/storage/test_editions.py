"""How letters were told in public reports is kept as it was, on either database."""

from __future__ import annotations

from dataclasses import replace

from bot.upkeep import count_all
from storage import editions
from storage.database import Database
from tests.cases.letters import letter
from tests.cases.living import live


async def test_how_a_letter_was_told_comes_back_as_it_was_kept(database: Database) -> None:
    told = [
        letter("TD-1", eligible=True, due="2026-11-02"),
        letter("TD-2", eligible=False, topic="moi_truong"),
        letter("TD-3"),
    ]
    await database.write(live, told)
    await count_all(database)
    became = [(f"id-{before.code}", before, replace(before, kind="to_cao")) for before in told]
    await database.write(editions.keep, became)
    pasts, _ = await database.read(editions.told)
    assert [
        (each.hidden, each.whole, each.kind, each.topic, each.due_on, each.eligible) for each in pasts.values()
    ] == [
        (False, True, "kien_nghi_phan_anh", "dat_dai", "2026-11-02", True),
        (False, True, "kien_nghi_phan_anh", "moi_truong", "", False),
        (False, True, "kien_nghi_phan_anh", "dat_dai", "", None),
    ]
