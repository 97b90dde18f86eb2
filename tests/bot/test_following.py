"""Who follows a matter hears when another petition of it comes on, in their own chat, and nothing of that letter."""

# ruff: noqa: F811 - fixtures are imported and then named as arguments

from __future__ import annotations

from dataclasses import replace

from handlers.effects import MoveCase
from handlers.effects_casework import FollowMatter, Reclassify
from tests.bot.test_turn import Bench, bench  # noqa: F401
from tests.bot.turn_house import doing, opening, text

LAMP = "Đèn đường ngõ 58 Trần Thái Tông tắt cả tháng nay, tối om, các cháu đi học về rất nguy hiểm"
AGAIN = "den duong ngo 58 tran thai tong tat ca thang nay, toi om"
HER, HIM = "111", "222"


async def test_news_of_another_petition_reaches_who_follows_and_tells_nothing_of_it(bench: Bench) -> None:
    first, mine = opening("d1", content=LAMP), opening("d2", content=AGAIN)
    await bench.take(doing(first), text("gửi", account=HER))
    await bench.take(doing(mine), text("gửi", account=HIM))
    await bench.take(doing(FollowMatter(mine.case)), text("theo dõi chung", account=HIM))
    moved = MoveCase(first.case, "forwarded", "o1", "forwarded", outcome_on="2026-10-20", detail={"authority": "UBND"})
    await bench.take(doing(moved), text("/chuyen"))
    [(peer, said)] = [(item.peer, told) for item, told in zip(bench.woken, bench.said(), strict=True)]
    assert peer == HIM
    assert said.startswith("follow-news-forwarded[vi]")
    assert mine.code in said
    assert first.code not in said
    assert "UBND" not in said
    await bench.take(doing(replace(moved, what="again")), text("/chuyen"))
    assert bench.woken == []


async def test_who_turns_out_to_denounce_hears_nothing_and_is_in_no_matter(bench: Bench) -> None:
    first, mine = opening("d1", content=LAMP), opening("d2", content=AGAIN)
    await bench.take(doing(first), text("gửi", account=HER))
    await bench.take(doing(mine), text("gửi", account=HIM))
    await bench.take(doing(FollowMatter(mine.case)), text("theo dõi chung", account=HIM))
    found = Reclassify(mine.case, "to_cao", "khac", "2026-11-20", "d", "tố người cụ thể", "o1")
    await bench.take(doing(found), text("/loai"))
    await bench.take(doing(MoveCase(first.case, "answered", "o1", "answered")), text("/traloi"))
    assert not [said for said in bench.said() if "follow-news" in said]
    assert await bench.rows("follows") == []
    assert [row["matter"] for row in await bench.rows("cases") if row["id"] == mine.case] == [""]
