"""A channel that is away for an hour and comes back: nothing is lost, nobody is flooded, staff see the newest first."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from bot.channels.errors import Rejected, Retry, Throttled
from bot.lanes import CHANNEL_SPACING_SECONDS, CHAT_SPACING_SECONDS, LONGEST_CHAT_SPACING_SECONDS, PROBE_SECONDS
from bot.parcels import Parcel
from handlers.messages import Outgoing
from tests.bot.courier_fakes import FakeChannel, FakeRows, FakeTime
from tests.bot.test_courier import build, parcel, running

HOUR_SECONDS = 3600


class Away(FakeChannel):
    """Answers nothing until it is back; knows when it was called."""

    def __init__(self, time: FakeTime) -> None:
        super().__init__()
        self.time = time
        self.away = True
        self.calls: list[float] = []
        self.arrived: list[float] = []

    async def send(self, peer: str, out: Outgoing, sent: str = "") -> str:
        self.calls.append(self.time.seconds)
        if self.away:
            raise Retry("502")
        self.arrived.append(self.time.seconds)
        return await super().send(peer, out, sent)


def card(number: int, slot: str, *, edit: bool = False) -> Parcel:
    """A notice in the staff's group."""
    return replace(parcel(number, "group", f"card {number}", slot=slot, edit=edit), notice=True)


async def test_while_nothing_is_answered_one_chat_tries_for_all(rows: FakeRows, time: FakeTime) -> None:
    channel = Away(time)
    rows.post(*(parcel(number, f"p{number}") for number in range(1, 201)))
    async with running(build(rows, channel, time)):
        await time.advance(60)
        so_far = len(channel.calls)
        await time.advance(HOUR_SECONDS)
        assert len(channel.calls) - so_far <= HOUR_SECONDS / PROBE_SECONDS + 1


async def test_after_an_hour_everything_comes_soon_and_in_the_order_of_each_chat(
    rows: FakeRows, time: FakeTime
) -> None:
    channel = Away(time)
    numbers = range(1, 301)
    rows.post(*(parcel(number, f"p{number % 100}") for number in numbers))
    async with running(build(rows, channel, time)):
        await time.advance(HOUR_SECONDS)
        channel.away = False
        await time.advance(PROBE_SECONDS + 30)
    assert len(channel.sent) == len(numbers)
    for chat in range(100):
        texts = channel.texts(f"p{chat}")
        assert texts == sorted(texts, key=lambda text: int(text.split()[1]))


async def test_a_backlog_keeps_the_limit_of_the_channel(rows: FakeRows, time: FakeTime) -> None:
    channel = Away(time)
    rows.post(*(parcel(number, f"p{number}") for number in range(1, 501)))
    async with running(build(rows, channel, time)):
        await time.advance(HOUR_SECONDS)
        channel.away = False
        await time.advance(HOUR_SECONDS)
    assert len(channel.arrived) == 500
    in_a_second = max(sum(at <= other < at + 1 for other in channel.arrived) for at in channel.arrived)
    assert in_a_second <= 1 / CHANNEL_SPACING_SECONDS + 2


async def test_late_notices_come_newest_first_and_each_letter_once(rows: FakeRows, time: FakeTime) -> None:
    channel = Away(time)
    others = [parcel(number, f"p{number}") for number in range(100, 110)]
    taken = card(4, "first", edit=True)
    rows.post(card(1, "first"), card(2, "second"), card(3, "third"), taken, *others)
    async with running(build(rows, channel, time)):
        await time.advance(HOUR_SECONDS)
        channel.away = False
        await time.advance(60)
    # The first letter was taken meanwhile: its card comes as it is now, once.
    assert channel.texts("group") == ["card 4", "card 3", "card 2"]
    assert rows.overtaken == [1]
    assert not rows.dead


async def test_a_danger_overtakes_what_waits_for_a_crowded_group(rows: FakeRows, time: FakeTime) -> None:
    channel = Away(time)
    channel.away = False
    channel.answers["group"] = [Throttled(7, "429")]
    danger = card(9, "ninth")
    rows.post(card(1, "first"), card(2, "second"), replace(danger, out=replace(danger.out, urgent=True)))
    async with running(build(rows, channel, time)):
        await time.advance(60)
    assert channel.texts("group") == ["card 9", "card 1", "card 2"]


async def test_a_group_is_not_flooded_when_the_channel_is_back(rows: FakeRows, time: FakeTime) -> None:
    channel = Away(time)
    rows.post(*(card(number, f"slot {number}") for number in range(1, 30)))
    async with running(build(rows, channel, time)):
        await time.advance(HOUR_SECONDS)
        channel.away = False
        await time.advance(HOUR_SECONDS)
    assert len(channel.arrived) == 29
    gaps = [later - earlier for earlier, later in pairwise(channel.arrived)]
    assert min(gaps[1:]) >= LONGEST_CHAT_SPACING_SECONDS - 0.001


@pytest.mark.parametrize("refused", [False, True], ids=["away", "asked to wait"])
async def test_a_long_backlog_of_one_chat_goes_at_its_pace_to_the_last_on_a_slow_channel(
    rows: FakeRows, time: FakeTime, refused: bool
) -> None:
    """Each message takes longer than the pace alone: what is left when that was to be over goes no faster."""

    class Slow(Away):
        async def send(self, peer: str, out: Outgoing, sent: str = "") -> str:
            await self.time.sleep(0.3)
            return await super().send(peer, out, sent)

    channel = Slow(time)
    channel.away = not refused
    if refused:
        channel.answers["a"] = [Throttled(3, "429")]
    rows.post(*(parcel(number, "a") for number in range(1, 101)))
    async with running(build(rows, channel, time)):
        await time.advance(60)
        channel.away = False
        await time.advance(HOUR_SECONDS)
    assert len(channel.sent) == 100
    gaps = [later - earlier for earlier, later in pairwise(channel.arrived)]
    assert min(gaps) >= CHAT_SPACING_SECONDS


async def test_a_refusal_of_one_message_says_that_the_channel_is_back(rows: FakeRows, time: FakeTime) -> None:
    channel = Away(time)
    rows.post(*(parcel(number, f"p{number}") for number in range(1, 11)))
    async with running(build(rows, channel, time)):
        await time.advance(HOUR_SECONDS)
        channel.away = False
        for number in range(1, 11):
            channel.answers[f"p{number}"] = [Rejected("400")]
        await time.advance(60)
    assert len(rows.dead) == 10


async def test_a_chat_whose_own_message_breaks_the_channel_does_not_close_it(rows: FakeRows, time: FakeTime) -> None:
    channel = FakeChannel()
    channel.answers["a"] = [Retry("500")] * 50
    rows.post(parcel(1), *(parcel(number, f"p{number}") for number in range(2, 6)))
    courier = build(rows, channel, time)
    async with running(courier):
        for number in range(10, 60):
            later = parcel(number, f"p{number}")
            rows.post(later)
            courier.hand([later])
            await time.advance(5)
            assert channel.texts(f"p{number}"), number


async def test_a_message_that_breaks_the_channel_holds_up_nobody_behind_it(rows: FakeRows, time: FakeTime) -> None:
    channel = FakeChannel()
    channel.answers["poison"] = [Retry("500")] * 10_000
    rows.post(parcel(1, "poison"))
    courier = build(rows, channel, time)
    async with running(courier):
        # Alone it makes the channel look away; whoever comes then shows that it is not.
        await time.advance(HOUR_SECONDS)
        later = parcel(2, "p2")
        rows.post(later)
        courier.hand([later])
        await time.advance(2 * PROBE_SECONDS)
        assert channel.texts("p2")


async def test_no_message_is_given_up_because_the_channel_is_away(rows: FakeRows, time: FakeTime) -> None:
    channel = Away(time)
    rows.post(*(parcel(number, f"p{number}") for number in range(1, 8)))
    async with running(build(rows, channel, time)):
        await time.advance(6 * HOUR_SECONDS)
        channel.away = False
        await time.advance(60)
    assert len(channel.sent) == 7
    assert not rows.dead
