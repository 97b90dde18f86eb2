"""The courier: order in a chat, waiting as told, giving up as told, losing nothing."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import replace

import pytest

from bot import lanes
from bot.channels.errors import ChatMoved, Misconfigured, Rejected, Retry, Throttled, Unreachable
from bot.courier import MOST_SURPRISES, Courier
from bot.metrics import Metrics
from bot.parcels import Parcel
from handlers.messages import Option, Outgoing
from tests.bot.courier_fakes import FakeChannel, FakeRows, FakeTime


def parcel(number: int, peer: str = "a", text: str = "", **more: object) -> Parcel:
    out = Outgoing(text or f"text {number}", **more)  # type: ignore[arg-type]
    return Parcel(number, "fake", peer, f"fake:{peer}", out)


def build(rows: FakeRows, channel: FakeChannel, time: FakeTime) -> Courier:
    return Courier(
        rows,
        {"fake": channel},
        now=time.now,
        monotonic=time.monotonic,
        sleep=time.sleep,
        jitter=lambda: 1.0,
        metrics=Metrics(),
    )


@asynccontextmanager
async def running(courier: Courier) -> AsyncIterator[Courier]:
    task = asyncio.create_task(courier.run())
    try:
        yield courier
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


Post = Callable[..., Awaitable[None]]


async def test_what_another_process_posted_before_goes_first(
    rows: FakeRows, channel: FakeChannel, time: FakeTime
) -> None:
    courier = build(rows, channel, time)
    async with running(courier):
        await time.settle()
        rows.post(parcel(7), parcel(8))
        courier.hand([replace(parcel(8), behind=7)])
        await time.settle()
    assert channel.texts("a") == ["text 7", "text 8"]


async def test_what_another_process_brings_goes_without_reading_the_outbox_and_only_once(
    rows: FakeRows, channel: FakeChannel, time: FakeTime
) -> None:
    rows.post(parcel(1))
    courier = build(rows, channel, time)
    async with running(courier):
        await time.settle()
        rows.scans = 0
        brought = [parcel(2), replace(parcel(3), behind=2)]
        rows.post(*brought)
        courier.bring(brought)
        await time.settle()
        assert channel.texts("a") == ["text 1", "text 2", "text 3"]
        courier.bring(brought)
        await time.settle()
        rows.post(parcel(4))
        courier.bring([replace(parcel(4), behind=3)])
        await time.settle()
    assert channel.texts("a") == ["text 1", "text 2", "text 3", "text 4"]
    assert rows.scans == 0


async def test_what_is_brought_from_before_this_courier_began_is_asked_of_the_outbox(
    rows: FakeRows, channel: FakeChannel, time: FakeTime
) -> None:
    # The process that sent before may have sent it, and its call may be heard only now.
    rows.post(parcel(8))
    courier = build(rows, channel, time)
    async with running(courier):
        await time.settle()
        courier.bring([parcel(7, text="sent by another")])
        await time.settle()
        rows.post(parcel(6, "b"))
        courier.bring([parcel(6, "b")])
        await time.settle()
    assert channel.texts("a") == ["text 8"]
    assert channel.texts("b") == ["text 6"], "it was committed late"


async def test_what_is_brought_so_late_that_it_may_be_forgotten_is_asked_of_the_outbox(
    rows: FakeRows, channel: FakeChannel, time: FakeTime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lanes, "SENT_REMEMBERED", 3)
    many = [parcel(number, str(number)) for number in range(1, 9)]
    courier = build(rows, channel, time)
    async with running(courier):
        await time.settle()
        rows.post(*many)
        courier.bring(many)
        await time.settle()
        courier.bring(many)
        await time.settle()
    assert len(channel.sent) == len(many)


async def test_a_call_that_brings_nothing_lets_the_outbox_be_read(
    rows: FakeRows, channel: FakeChannel, time: FakeTime
) -> None:
    courier = build(rows, channel, time)
    async with running(courier):
        await time.settle()
        rows.post(parcel(1))
        courier.bring([])
        await time.settle()
    assert channel.texts("a") == ["text 1"]


async def test_what_an_earlier_run_left_unsent_goes_first(rows: FakeRows, channel: FakeChannel, time: FakeTime) -> None:
    rows.post(parcel(1), parcel(2))
    courier = build(rows, channel, time)
    rows.post(parcel(3))
    courier.hand([parcel(3)])
    async with running(courier):
        await time.settle()
    assert channel.texts("a") == ["text 1", "text 2", "text 3"]
    assert set(rows.sent) == {1, 2, 3}


async def test_a_chat_keeps_its_order_and_does_not_hold_up_another(
    rows: FakeRows, channel: FakeChannel, time: FakeTime
) -> None:
    channel.answers["a"] = [Retry("502"), Retry("502")]
    rows.post(parcel(1), parcel(2), parcel(3, "b"))
    async with running(build(rows, channel, time)):
        await time.settle()
        assert channel.texts("b") == ["text 3"]
        assert channel.texts("a") == []
        await time.advance(10)
    assert channel.texts("a") == ["text 1", "text 2"]


async def test_tries_come_further_apart(rows: FakeRows, channel: FakeChannel, time: FakeTime) -> None:
    channel.answers["a"] = [Retry("502")] * 4
    rows.post(parcel(1))
    moments: list[float] = []
    send = channel.send

    async def watched(peer: str, out: Outgoing, sent: str = "") -> str:
        moments.append(time.seconds)
        return await send(peer, out, sent)

    channel.send = watched  # type: ignore[method-assign]
    async with running(build(rows, channel, time)):
        await time.advance(60)
    assert moments == [0, 1, 3, 7, 15]


async def test_a_throttled_chat_waits_as_told_and_alone(rows: FakeRows, channel: FakeChannel, time: FakeTime) -> None:
    channel.answers["a"] = [Throttled(7, "429")]
    rows.post(parcel(1), parcel(2, "b"))
    async with running(build(rows, channel, time)):
        await time.advance(6.9)
        assert channel.texts("a") == []
        assert channel.texts("b") == ["text 2"]
        await time.advance(0.2)
        assert channel.texts("a") == ["text 1"]


async def test_a_chat_that_was_throttled_is_spaced_for_a_while(
    rows: FakeRows, channel: FakeChannel, time: FakeTime
) -> None:
    channel.answers["a"] = [Throttled(2, "429")]
    rows.post(*(parcel(number) for number in range(1, 5)))
    async with running(build(rows, channel, time)):
        await time.advance(2.1)
        assert len(channel.texts("a")) == 1
        await time.advance(1)
        assert len(channel.texts("a")) == 2
        await time.advance(5)
        assert len(channel.texts("a")) == 4


async def test_what_a_channel_refuses_is_set_aside_and_the_next_goes(
    rows: FakeRows, channel: FakeChannel, time: FakeTime
) -> None:
    channel.answers["a"] = [Rejected("400")]
    rows.post(parcel(1), parcel(2))
    async with running(build(rows, channel, time)):
        await time.settle()
    assert rows.dead == {1: "400"}
    assert channel.texts("a") == ["text 2"]


async def test_when_a_chat_is_gone_what_goes_to_others_is_sent_at_once(
    rows: FakeRows, channel: FakeChannel, time: FakeTime
) -> None:
    channel.answers["a"] = [Unreachable("403")]
    rows.instead = [parcel(9, "officer")]
    rows.post(parcel(1), parcel(2))
    async with running(build(rows, channel, time)):
        await time.settle()
    assert rows.gone == [(1, "403")]
    assert channel.texts("a") == []
    assert channel.texts("officer") == ["text 9"]


async def test_a_moved_chat_gets_its_messages_at_the_new_address(
    rows: FakeRows, channel: FakeChannel, time: FakeTime
) -> None:
    channel.answers["-1"] = [ChatMoved("-1001", "400")]
    rows.post(parcel(1, "-1"), parcel(2, "-1"))
    async with running(build(rows, channel, time)):
        await time.settle()
    assert channel.texts("-1001") == ["text 1", "text 2"]
    assert rows.moves == [(1, "-1001")]


async def test_a_chat_that_is_sent_round_in_a_circle_is_asked_ever_more_seldom(
    rows: FakeRows, channel: FakeChannel, time: FakeTime
) -> None:
    channel.answers["-1"] = [ChatMoved("-2", "400") for _ in range(1000)]
    channel.answers["-2"] = [ChatMoved("-1", "400") for _ in range(1000)]
    rows.post(parcel(1, "-1"))
    async with running(build(rows, channel, time)):
        await time.advance(600)
    assert len(rows.moves) < 20
    assert not rows.dead


async def test_a_channel_that_refuses_us_keeps_its_queue_and_is_tried_each_minute(
    rows: FakeRows, channel: FakeChannel, time: FakeTime
) -> None:
    channel.answers["a"] = [Misconfigured("401"), Misconfigured("401")]
    rows.post(parcel(1))
    async with running(build(rows, channel, time)) as courier:
        await time.advance(1)
        rows.post(parcel(2, "b"))
        courier.hand([parcel(2, "b")])
        await time.advance(50)
        assert channel.sent == []
        await time.advance(70)
        assert channel.texts("a") == ["text 1"]
        assert channel.texts("b") == ["text 2"]
    assert rows.dead == {}


async def test_an_error_in_a_channels_own_code_costs_one_message_at_most(
    rows: FakeRows, channel: FakeChannel, time: FakeTime
) -> None:
    channel.answers["a"] = [KeyError("x")] * (MOST_SURPRISES + 1)
    rows.post(parcel(1), parcel(2))
    async with running(build(rows, channel, time)):
        await time.advance(120)
    assert rows.dead == {1: "KeyError"}
    assert channel.texts("a") == ["text 2"]


async def test_an_edit_names_the_message_that_was_sent_for_its_slot(
    rows: FakeRows, channel: FakeChannel, time: FakeTime
) -> None:
    rows.post(parcel(1, slot="case"), parcel(2, slot="case", edit=True))
    async with running(build(rows, channel, time)):
        await time.settle()
    assert [sent for _, _, sent in channel.sent] == ["", "m1"]


async def test_a_long_text_goes_in_parts_with_the_buttons_on_the_last(rows: FakeRows, time: FakeTime) -> None:
    channel = FakeChannel(text_limit=20)
    channel.answers["a"] = []
    rows.post(parcel(1, text="First sentence. Second sentence. Third.", options=(Option("1", "Go"),)))
    async with running(build(rows, channel, time)):
        await time.settle()
    assert channel.texts("a") == ["First sentence.", "Second sentence.", "Third."]
    assert [bool(out.options) for _, out, _ in channel.sent] == [False, False, True]


async def test_parts_that_were_sent_are_not_sent_again_after_a_failure(rows: FakeRows, time: FakeTime) -> None:
    channel = FakeChannel(text_limit=20)
    rows.post(parcel(1, text="First sentence. Second sentence."))
    send = channel.send

    async def fail_once(peer: str, out: Outgoing, sent: str = "") -> str:
        if len(channel.sent) == 1 and not rows.not_before:
            rows.not_before[1] = time.now()
            raise Retry("502")
        return await send(peer, out, sent)

    channel.send = fail_once  # type: ignore[method-assign]
    async with running(build(rows, channel, time)):
        await time.advance(5)
    assert channel.texts("a") == ["First sentence.", "Second sentence."]


async def test_a_row_read_before_its_mark_was_committed_is_not_sent_twice(
    rows: FakeRows, channel: FakeChannel, time: FakeTime
) -> None:
    courier = build(rows, channel, time)
    async with running(courier):
        await time.settle()
        rows.hold = asyncio.Event()
        rows.post(parcel(1))
        courier.look()  # reads row 1 and is held before it sees that it was sent
        await time.settle()
        courier.hand([parcel(1)])
        await time.settle()
        assert set(rows.sent) == {1}
        rows.hold.set()
        await time.settle()
    assert channel.texts("a") == ["text 1"]


async def test_marks_that_could_not_be_written_are_written_again(
    rows: FakeRows, channel: FakeChannel, time: FakeTime
) -> None:
    rows.broken = 2
    rows.post(parcel(1))
    async with running(build(rows, channel, time)):
        await time.advance(5)
    assert channel.texts("a") == ["text 1"]
    assert set(rows.sent) == {1}


async def test_the_next_of_a_chat_waits_until_the_last_is_marked_even_where_nothing_waited_behind_it(
    rows: FakeRows, channel: FakeChannel, time: FakeTime
) -> None:
    # Whoever takes over meanwhile repeats what is not marked: one message of a chat, never two.
    courier = build(rows, channel, time)
    async with running(courier):
        await time.settle()
        rows.broken = 1
        rows.post(parcel(1))
        courier.hand([parcel(1)])
        await time.settle()
        rows.post(parcel(2))
        courier.bring([parcel(2)])
        courier.look()
        await time.settle()
        assert channel.texts("a") == ["text 1"]
        await time.advance(5)
    assert channel.texts("a") == ["text 1", "text 2"]
    assert set(rows.sent) == {1, 2}


async def test_draining_waits_for_what_is_in_hand(rows: FakeRows, channel: FakeChannel, time: FakeTime) -> None:
    channel.gate = asyncio.Event()
    rows.post(parcel(1))
    courier = build(rows, channel, time)
    async with running(courier):
        await time.settle()
        drained = asyncio.create_task(courier.drain(5))
        await time.settle()
        assert not drained.done()
        channel.gate.set()
        await drained
    assert set(rows.sent) == {1}


@pytest.mark.parametrize("count", [200])
async def test_many_chats_go_at_once_but_not_more_than_the_channel_bears(
    rows: FakeRows, channel: FakeChannel, time: FakeTime, count: int
) -> None:
    at_once, most = 0, 0
    send = channel.send

    async def counted(peer: str, out: Outgoing, sent: str = "") -> str:
        nonlocal at_once, most
        at_once += 1
        most = max(most, at_once)
        await asyncio.sleep(0)
        at_once -= 1
        return await send(peer, out, sent)

    channel.send = counted  # type: ignore[method-assign]
    rows.post(*(parcel(number, f"p{number}") for number in range(count)))
    async with running(build(rows, channel, time)):
        for _ in range(20):
            await time.settle()
    assert len(channel.sent) == count
    assert most == 29, "the last place is for somebody we know"


async def test_the_next_message_of_a_chat_waits_until_it_is_written_down_that_the_last_was_sent(
    rows: FakeRows, channel: FakeChannel, time: FakeTime
) -> None:
    rows.broken = 1
    rows.post(parcel(1), parcel(2), parcel(3, "b"))
    async with running(build(rows, channel, time)):
        await time.settle()
        assert channel.texts("a") == ["text 1"]
        assert channel.texts("b") == ["text 3"]
        await time.advance(2)
        assert channel.texts("a") == ["text 1", "text 2"]
