"""The webhook: believed when signed, answered in time whatever the database does, and nothing lost or doubled."""

from __future__ import annotations

import asyncio
import json
import time

import aiohttp
import pytest

from bot.channels.zalo_oa.signature import mac
from bot.simulators.hook import Postman
from handlers.messages import ByHand, Media, Outgoing, Text
from tests.channels.zalo_oa.bench import Bench, bench


async def post(b: Bench, raw: bytes, header: str = "") -> int:
    headers = {"X-ZEvent-Signature": header} if header else {}
    async with aiohttp.ClientSession() as http, http.post(b.hook, data=raw, headers=headers) as answer:
        return answer.status


def signed(b: Bench, event: dict[str, object]) -> tuple[bytes, str]:
    stamp = str(int(b.sim.clock() * 1000))
    raw = json.dumps({"app_id": b.sim.app_id, **event, "timestamp": stamp}, ensure_ascii=False).encode()
    return raw, "mac=" + mac(b.sim.app_id, raw, stamp, b.sim.oa_secret_key)


async def test_the_question_whether_anybody_is_there_is_answered_and_nothing_else_unsigned() -> None:
    async with bench() as b:
        assert await Postman(b.sim).ask(b.hook) == 200
        assert await post(b, b" {} ") == 200
        assert await post(b, b'{"event_name":"user_send_text"}') == 403
        assert await post(b, b"{}", "mac=" + "0" * 64) == 403
        assert await post(b, b"x" * (1024 * 1024 + 1), "mac=0") == 413
        assert b.inbox.events == []


@pytest.mark.parametrize("spaced", [False, True])
async def test_an_event_is_believed_by_its_bytes_however_they_are_written(spaced: bool) -> None:
    async with bench() as b:
        b.sim.switches.spaced_json = spaced
        b.sim.switches.number_timestamps = spaced
        b.sim.switches.nfd = spaced
        b.sim.person(1).says("Cống tắc, đường ngập")
        assert [getattr(each, "body", "") for each in await b.inbox.holds(1)] == ["Cống tắc, đường ngập"]


async def test_what_nobody_knows_is_answered_and_left() -> None:
    async with bench() as b:
        raw, header = signed(b, {"event_name": "shop_has_order", "sender": {"id": "1"}})
        assert await post(b, raw, header) == 200
        assert b.inbox.events == []


async def test_a_second_copy_changes_nothing_and_every_copy_is_answered() -> None:
    async with bench() as b:
        b.sim.switches.duplicate = True
        b.sim.person(1).says("Một")
        await b.sim.until(lambda: len(b.sim.delivered) == 2)
        assert len(b.inbox.events) == 1


async def test_a_slow_database_is_not_waited_for_and_the_event_is_taken_in_later_once() -> None:
    async with bench(patience=0.05) as b:
        b.inbox.gate = asyncio.Event()
        lan = b.sim.person(1)
        began = time.monotonic()
        for number in range(5):
            lan.says(f"câu {number}")
        await b.sim.until(lambda: len(b.sim.delivered) == 5)
        assert time.monotonic() - began < 2
        assert b.inbox.events == []
        assert len(b.spool.kept) == 5
        b.inbox.gate.set()
        await b.sim.until(lambda: not b.spool.kept and len(b.inbox.events) == 5)
        assert [each.body for each in b.inbox.what if isinstance(each, Text)] == [f"câu {n}" for n in range(5)]


async def test_a_broken_database_loses_nothing_and_changes_no_order() -> None:
    async with bench() as b:
        b.inbox.down = True
        for number in range(3):
            b.sim.person(1).says(f"câu {number}")
        await b.sim.until(lambda: len(b.sim.delivered) == 3)
        assert len(b.spool.kept) == 3
        b.inbox.down = False
        b.sim.person(1).says("câu 3")
        await b.inbox.holds(4)
        assert [each.body for each in b.inbox.what if isinstance(each, Text)] == [f"câu {n}" for n in range(4)]
        assert [each.tries for each in b.sim.delivered] == [0, 0, 0, 0]


async def test_with_a_full_disk_too_zalo_is_told_to_come_again_and_does() -> None:
    async with bench() as b:
        b.inbox.down, b.spool.full = True, True
        b.sim.person(1).says("còn đây")
        await b.sim.until(lambda: b.sim.queue and b.sim.queue[0].tries == 1)
        b.inbox.down, b.spool.full = False, False
        b.sim.advance(31)
        assert [getattr(each, "body", "") for each in await b.inbox.holds(1)] == ["còn đây"]


async def test_an_event_repeated_an_hour_later_still_counts() -> None:
    async with bench() as b:
        b.sim.fail("webhook", "slow", times=5)
        b.sim.person(1).says("đến muộn")
        for seconds in (30, 300, 900, 1800, 3600):
            await b.sim.until(lambda: not b.sim.faults or b.sim.queue[0].due > b.sim.clock())
            b.sim.advance(seconds + 1)
        await b.sim.until(lambda: b.sim.delivered)
        assert b.sim.delivered[0].tries == 5
        assert len(b.inbox.events) == 1


async def test_photos_of_an_album_come_each_by_itself() -> None:
    async with bench() as b:
        b.sim.switches.shuffle = True
        b.sim.person(1).sends_photos(b"1", b"2", b"3", caption="ảnh cống")
        found = await b.inbox.holds(3)
        assert all(isinstance(each, Media) for each in found)
        assert len({event.event_id for event in b.inbox.events}) == 3


@pytest.mark.parametrize("echo_first", [False, True])
async def test_our_own_message_told_back_to_us_is_nobodys_word(echo_first: bool) -> None:
    async with bench() as b:
        b.sim.switches.echo_first = echo_first
        lan = b.sim.person(1)
        lan.says("a")
        await b.inbox.holds(1)
        await b.channel.send(lan.id, Outgoing("Chào ông/bà"))
        await b.sim.until(lambda: len(b.sim.delivered) == 4)  # words, echo, two receipts
        assert len(b.inbox.events) == 1


async def test_an_echo_of_a_message_whose_answer_got_lost_is_ours_too() -> None:
    async with bench() as b:
        lan = b.sim.person(1)
        lan.says("a")
        await b.inbox.holds(1)
        b.sim.fail("/v3.0/oa/message/cs", "reset_after")
        with pytest.raises(Exception, match="well"):
            await b.channel.send(lan.id, Outgoing("Chào ông/bà"))
        await b.sim.until(lambda: len(b.sim.delivered) == 4)
        assert len(b.inbox.events) == 1


async def test_a_person_who_writes_by_hand_is_heard() -> None:
    async with bench() as b:
        lan = b.sim.person(1)
        lan.says("a")
        await b.inbox.holds(1)
        b.sim.staff_writes(lan, "Chào chị, tôi là cán bộ phường")
        assert isinstance((await b.inbox.holds(2))[1], ByHand)


async def test_the_page_after_consent_says_what_to_do_and_shows_no_code() -> None:
    async with bench() as b, aiohttp.ClientSession() as http:
        address = b.hook.replace("/webhook", "/callback") + "?code=geheim&oa_id=1"
        async with http.get(address) as answer:
            assert answer.status == 200
            assert "geheim" not in await answer.text()
