"""The webhook over real HTTP: who may post, what is answered, and that nothing is taken before it is stored."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import aiohttp
import pytest

from bot.channels.telegram.channel import TelegramChannel
from handlers.messages import Choice, Text
from tests.channels.telegram.bench import SECRET, Inbox, Run
from tests.simulators.telegram import Served, Simulator

HEADER = {"X-Telegram-Bot-Api-Secret-Token": SECRET}


async def _post(
    url: str, body: bytes | str, headers: dict[str, str] = HEADER, *, asks_first: bool = False
) -> tuple[int, bytes]:
    async with (
        aiohttp.ClientSession() as session,
        session.post(url, data=body, headers=headers, expect100=asks_first) as answer,
    ):
        return answer.status, await answer.read()


def _update(number: int, peer: int, text: str) -> str:
    chat = {"id": peer, "type": "private"}
    message = {"message_id": number, "from": {"id": peer, "is_bot": False}, "chat": chat, "date": 1, "text": text}
    return json.dumps({"update_id": number, "message": message})


async def test_the_webhook_is_set_as_we_want_it(webhook: Run, sim: Simulator) -> None:
    url = await webhook()
    await sim.until(lambda: sim.webhook)
    (call,) = sim.calls_of("setWebhook")
    assert call.parameters["url"] == url
    assert call.parameters["secret_token"] == SECRET
    assert call.parameters["allowed_updates"] == [
        "message",
        "edited_message",
        "callback_query",
        "my_chat_member",
    ]
    assert call.parameters["drop_pending_updates"] in ("false", False)


async def test_what_people_write_arrives(webhook: Run, sim: Simulator, inbox: Inbox) -> None:
    await webhook()
    lan = sim.user(42)
    lan.says("trước")
    await sim.until(lambda: sim.webhook)
    lan.says("sau")
    await inbox.holds(2)
    await sim.until(lambda: not sim.queue)
    assert [w.body for w in inbox.what if isinstance(w, Text)] == ["trước", "sau"]


async def test_a_tap_is_answered_in_the_answer_itself(webhook: Run, sim: Simulator, inbox: Inbox) -> None:
    await webhook()
    await sim.until(lambda: sim.webhook)
    tap = sim.user(42).presses("4:yes", sim.user(42).says("x"))
    await sim.until(lambda: sim.taps[tap] is not None)
    assert Choice("yes", 4) in inbox.what
    assert [call.via for call in sim.calls_of("answerCallbackQuery")] == ["webhook"]


@pytest.mark.parametrize(
    "headers", [{}, {"X-Telegram-Bot-Api-Secret-Token": "x"}, {"X-Telegram-Bot-Api-Secret-Token": ""}]
)
async def test_without_the_secret_nothing_is_taken(webhook: Run, inbox: Inbox, headers: dict[str, str]) -> None:
    status, _ = await _post(await webhook(), _update(1, 42, "x"), headers)
    assert status == 403
    assert inbox.events == []


async def test_a_secret_with_letters_beyond_ascii_is_refused_too(webhook: Run) -> None:
    status, _ = await _post(await webhook(), "{}", {"X-Telegram-Bot-Api-Secret-Token": "bí mật"})
    assert status == 403


async def test_a_webhook_without_a_secret_cannot_be_made(served: Served) -> None:
    for secret in ("", "has space"):
        with pytest.raises(ValueError, match="secret"):
            TelegramChannel(served.sim.token, served.url, "webhook", "https://a.vn", secret)


async def test_only_posts_are_taken(webhook: Run) -> None:
    url = await webhook()
    async with aiohttp.ClientSession() as session, session.get(url, headers=HEADER) as answer:
        assert answer.status == 405


async def test_a_body_beyond_the_limit_is_refused(webhook: Run, inbox: Inbox) -> None:
    status, _ = await _post(await webhook(), b"[" * (1024 * 1024 + 1))
    assert status == 413
    assert inbox.events == []


async def test_who_asks_before_the_body_is_sent_is_served_too(webhook: Run, inbox: Inbox) -> None:
    url = await webhook()
    tap = json.dumps({"update_id": 2, "callback_query": {"id": "t", "from": {"id": 42}, "data": "1:yes"}})
    assert await _post(url, _update(1, 42, "x"), asks_first=True) == (200, b"")
    told = {"method": "answerCallbackQuery", "callback_query_id": "t"}
    for asks_first in (True, False):
        status, said = await _post(url, tap, asks_first=asks_first)
        assert (status, json.loads(said)) == (200, told)
    inbox.refuse = lambda _: True
    assert (await _post(url, _update(3, 42, "x"), asks_first=True))[0] == 503
    assert [event.event_id for event in inbox.events] == ["1", "2", "2"]


@pytest.mark.parametrize("body", [b"", b"not json", b"[]", b"null", b"\xff\xfe", b"[" * 100_000, b'{"update_id":"x"}'])
async def test_what_cannot_be_read_is_kept_and_not_sent_again(webhook: Run, inbox: Inbox, body: bytes) -> None:
    status, _ = await _post(await webhook(), body)
    assert status == 200
    assert [(event.raw, event.incoming) for event in inbox.events] == [(body, None)]


async def test_what_could_not_be_stored_is_answered_503_and_comes_again(
    webhook: Run, sim: Simulator, inbox: Inbox
) -> None:
    inbox.refuse = lambda _: len(inbox.refused) < 2
    await webhook()
    await sim.until(lambda: sim.webhook)
    sim.user(42).says("một")
    await inbox.holds(1)
    await sim.until(lambda: not sim.queue)
    assert len(inbox.refused) == 2
    assert sim.webhook is not None
    assert "503" in sim.webhook.last_error


async def test_nothing_is_answered_before_it_is_stored(webhook: Run, inbox: Inbox) -> None:
    begun, release = asyncio.Event(), asyncio.Event()

    async def slow(_: Any) -> None:
        begun.set()
        await release.wait()

    inbox.gate = slow
    posting = asyncio.create_task(_post(await webhook(), _update(1, 42, "x")))
    await begun.wait()
    assert not posting.done()
    release.set()
    assert await posting == (200, b"")


async def test_posts_are_handed_over_as_they_come_and_wait_for_nobody_else(webhook: Run, inbox: Inbox) -> None:
    begun, release = asyncio.Event(), asyncio.Event()

    async def first_is_slow(_: Any) -> None:
        begun.set()
        await release.wait()

    inbox.gate = lambda received: first_is_slow(received) if received.event_id == "1" else None
    url = await webhook()
    first = asyncio.create_task(_post(url, _update(1, 42, "một")))
    await begun.wait()
    # Who keeps the order within a chat is the gate, which may ask the next of a chat to wait elsewhere.
    assert (await _post(url, _update(2, 42, "hai")))[0] == 200
    assert (await _post(url, _update(3, 43, "ba")))[0] == 200
    assert not first.done()
    release.set()
    await first
    assert [event.event_id for event in inbox.events] == ["2", "3", "1"]


async def test_duplicates_and_disorder_reach_us_under_their_own_ids(webhook: Run, sim: Simulator, inbox: Inbox) -> None:
    sim.duplicate = sim.shuffle = True
    await webhook()
    await sim.until(lambda: sim.webhook)
    for n in range(10):
        sim.user(100 + n % 3).says(str(n))
    await inbox.holds(20)
    await sim.until(lambda: not sim.queue)
    assert {event.event_id for event in inbox.events} == {str(u["update_id"]) for u in sim.history}


async def test_setting_the_webhook_is_repeated_until_it_is_taken(webhook: Run, sim: Simulator) -> None:
    sim.fail("setWebhook", "status", times=2, status=429, retry_after=0.001)
    sim.fail("setWebhook", "html", times=2)
    await webhook()
    await sim.until(lambda: sim.webhook)


async def test_a_polling_channel_has_no_routes(channel: TelegramChannel, inbox: Inbox) -> None:
    assert channel.routes(inbox.accept) == []
