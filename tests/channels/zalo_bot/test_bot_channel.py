"""The Bot Platform over HTTP: events by webhook and by polling, messages out, and refusals in our own words."""

from __future__ import annotations

import asyncio
import json
import logging

import aiohttp
import pytest

from bot.channels.calling import ApiRefusedError
from bot.channels.errors import Misconfigured, Rejected, Retry, SendError, Throttled, Unreachable
from bot.channels.zalo_bot.channel import Account, check
from bot.channels.zalo_bot.errors import send_error
from bot.channels.zalo_bot.webhook import SECRET_HEADER
from bot.simulators.stage import FaultHow
from handlers.messages import Media, Outgoing, Strange, Text
from tests.channels.zalo_bot.bench import SECRET, Bench, bench


def words(b: Bench) -> list[str]:
    return [each.body for each in b.inbox.what if isinstance(each, Text)]


async def post(b: Bench, raw: bytes, secret: str = SECRET) -> int:
    headers = {SECRET_HEADER: secret} if secret else {}
    async with aiohttp.ClientSession() as http, http.post(b.hook, data=raw, headers=headers) as answer:
        return answer.status


# By webhook ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("wrapped", [False, True])
async def test_events_come_by_the_webhook_in_both_shapes_and_in_one_form_of_unicode(wrapped: bool) -> None:
    async with bench() as b:
        b.sim.switches.wrapped, b.sim.switches.nfd = wrapped, True
        b.sim.switches.photo_key = "photo" if wrapped else "photo_url"
        lan = b.sim.person(1)
        lan.says("Cống tắc")
        lan.sends_photo(b"JPEG", "ảnh cống")
        lan.sends_what_no_bot_gets()
        text, photo, other = await b.inbox.holds(3)
        assert (text, other) == (Text("Cống tắc", text.ref), Strange("unsupported", other.ref))  # type: ignore[union-attr]
        assert isinstance(photo, Media)
        assert b"".join([chunk async for chunk in b.channel.fetch(photo.file, "photo")]) == b"JPEG"
        assert b.sim.wrongs == []


async def test_nothing_without_the_secret_is_believed() -> None:
    async with bench() as b:
        raw = json.dumps({"event_name": "message.text.received", "message": {}}).encode()
        assert await post(b, raw, "") == 403
        assert await post(b, raw, "wrong" * 3) == 403
        assert await post(b, raw, SECRET + "é") == 403
        assert await post(b, raw) == 200
        assert await post(b, b"no json") == 200
        assert await post(b, b"x" * (1024 * 1024 + 1)) == 413
        assert b.inbox.events == []


async def test_a_second_copy_changes_nothing_and_a_slow_database_is_not_waited_for() -> None:
    async with bench() as b:
        b.sim.switches.duplicate = True
        b.inbox.gate = asyncio.Event()
        for number in range(3):
            b.sim.person(1).says(f"câu {number}")
        await b.sim.until(lambda: len(b.sim.delivered) == 6)
        assert b.inbox.events == []
        b.inbox.gate.set()
        await b.sim.until(lambda: not b.spool.kept and len(b.inbox.events) == 3)
        assert words(b) == ["câu 0", "câu 1", "câu 2"]
        assert b.sim.wrongs == []


async def test_a_webhook_that_somebody_took_away_is_set_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.channels.zalo_bot.channel.WATCH_SECONDS", 0.01)
    async with bench() as b:
        b.sim.webhook = ""
        await b.sim.until(lambda: b.sim.webhook)


# By polling ------------------------------------------------------------------------------------------------


async def test_polling_takes_each_event_in_once_and_in_order() -> None:
    async with bench("polling") as b:
        b.sim.switches.duplicate = True
        for number in range(4):
            b.sim.person(1).says(f"câu {number}")
        await b.inbox.holds(4)
        assert words(b) == [f"câu {number}" for number in range(4)]


async def test_an_event_is_on_disk_before_the_next_is_asked_for() -> None:
    async with bench("polling") as b:
        b.spool.full = True
        b.sim.person(1).says("một")
        b.sim.person(1).says("hai")
        await b.sim.until(lambda: b.sim.handed_out == 1)
        await asyncio.sleep(0.05)
        assert (b.sim.handed_out, len(b.sim.waiting)) == (1, 1)
        b.spool.full = False
        await b.inbox.holds(2)
        assert words(b) == ["một", "hai"]


async def test_a_database_that_is_down_loses_nothing_that_was_handed_over() -> None:
    async with bench("polling") as b:
        b.inbox.down = True
        b.sim.person(1).says("một")
        b.sim.person(2).says("hai")
        await b.sim.until(lambda: b.sim.handed_out == 2)
        b.inbox.down = False
        await b.inbox.holds(2)


async def test_who_stops_hears_out_what_is_under_way() -> None:
    async with bench("polling") as b:
        await b.sim.until(lambda: [call.path for call in b.sim.calls].count("getUpdates") == 1)
        closing = asyncio.create_task(b.channel.close())
        await asyncio.sleep(0)
        b.sim.person(1).says("vào phút chót")
        await closing
        assert b.sim.handed_out == 1
        assert b.spool.kept or b.inbox.events


async def test_what_is_handed_over_to_a_broken_line_is_gone_which_is_why_the_webhook_is_better() -> None:
    async with bench("polling") as b:
        b.sim.person(1).says("trước")
        b.sim.fail("getUpdates", "reset_after")
        await b.sim.until(lambda: not b.sim.faults)
        b.sim.person(1).says("mất")
        await b.sim.until(lambda: b.sim.handed_out == 2)
        b.sim.person(1).says("còn")
        await b.inbox.holds(2)
        assert words(b) == ["trước", "còn"]


async def test_a_webhook_that_another_program_set_is_taken_away_again() -> None:
    async with bench("polling") as b:
        b.sim.webhook = "https://elsewhere.example/zalo"
        await b.sim.until(lambda: not b.sim.webhook)
        b.sim.person(1).says("tới rồi")
        await b.inbox.holds(1)


# Out -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (400, Rejected),
        (401, Misconfigured),
        (403, Retry),
        (404, Misconfigured),
        (408, Retry),
        (426, Rejected),
        (429, Throttled),
        (500, Retry),
        (502, Retry),
        (-7, Rejected),
    ],
)
def test_every_refusal_is_one_of_our_catalogue(code: int, kind: type[SendError]) -> None:
    error = send_error(ApiRefusedError(code))
    assert type(error) is kind
    assert error.code == str(code)


async def test_a_message_arrives_and_a_full_month_is_told_as_such() -> None:
    async with bench() as b:
        lan = b.sim.person(1)
        lan.says("a")
        await b.inbox.holds(1)
        assert await b.channel.send(lan.chat, Outgoing("Chào ông/bà"))
        assert lan.texts == ["Chào ông/bà"]
        b.sim.messages_a_month = 1
        with pytest.raises(Throttled):
            await b.channel.send(lan.chat, Outgoing("Chào"))
        with pytest.raises(Unreachable):
            await b.channel.send(b.sim.person(9).chat, Outgoing("Chào"))
        with pytest.raises(Rejected):
            await b.channel.send("../getMe?", Outgoing("Chào"))


@pytest.mark.parametrize("how", ["html", "empty", "truncated", "reset_before", "reset_after"])
async def test_what_is_no_answer_is_tried_again_later_and_tells_no_token(
    how: FaultHow, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    async with bench() as b:
        lan = b.sim.person(1)
        lan.says("a")
        await b.inbox.holds(1)
        b.sim.fail("sendMessage", how)
        with pytest.raises(Retry) as caught:
            await b.channel.send(lan.chat, Outgoing("Chào"))
        assert "simulated" not in f"{caught.value!r}{caught.value.__context__!r}{caught.value.code}"
        assert "simulated-bot-token" not in caplog.text


async def test_the_check_names_the_bot_and_refuses_a_wrong_token() -> None:
    async with bench() as b:
        assert await check(Account(b.sim.token, b.sim.base)) == b.sim.name
        with pytest.raises(Misconfigured):
            await check(Account("1:wrong", b.sim.base))
