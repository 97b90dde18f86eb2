"""What a channel does not bring to staff goes the next way, once; residents' messages wait for their own channel."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.channels.errors import Misconfigured, Rejected, Retry, WindowClosed
from bot.lanes import PROBE_SECONDS
from bot.parcels import Parcel
from tests.bot.courier_fakes import FakeChannel, FakeRows, FakeTime
from tests.bot.test_courier import build, parcel, running


def to_staff(number: int, peer: str = "group") -> Parcel:
    """A notice to staff."""
    return replace(parcel(number, peer), notice=True, to_staff=True)


@pytest.mark.parametrize("error", [Rejected("-235"), Misconfigured("-224"), WindowClosed("-230")])
async def test_a_refused_notice_goes_the_next_way_at_once_and_only_there(
    rows: FakeRows, channel: FakeChannel, time: FakeTime, error: Exception
) -> None:
    channel.answers["group"] = [error]
    rows.others[1] = [to_staff(9, "mail")]
    rows.post(to_staff(1), parcel(2, "lan"))
    async with running(build(rows, channel, time)):
        await time.advance(4)
    assert channel.texts("mail") == ["text 9"]
    assert channel.texts("group") == []
    assert channel.texts("lan") == ["text 2"]
    assert rows.dead == {}
    assert [number for number, _ in rows.moved_on] == [1]


async def test_where_there_is_no_other_way_a_notice_stays_where_it_is(
    rows: FakeRows, channel: FakeChannel, time: FakeTime
) -> None:
    channel.answers["group"] = [Misconfigured("-224")]
    rows.post(to_staff(1))
    async with running(build(rows, channel, time)):
        await time.advance(65)
    assert channel.texts("group") == ["text 1"]


async def test_while_a_channel_is_away_staff_are_told_elsewhere_once_and_residents_wait(
    rows: FakeRows, channel: FakeChannel, time: FakeTime
) -> None:
    for peer in ("group", "lan"):
        channel.answers[peer] = [Retry("502")] * 100
    rows.others = {1: [to_staff(91, "mail")], 2: [to_staff(92, "mail")]}
    rows.post(to_staff(1), to_staff(2), parcel(3, "lan"))
    courier = build(rows, channel, time)
    async with running(courier):
        await time.advance(60)
        assert sorted(channel.texts("mail")) == ["text 91", "text 92"]
        assert [number for number, _ in rows.moved_on] == [1, 2]
        channel.answers.clear()
        await time.advance(10 * PROBE_SECONDS)
    assert channel.texts("group") == []
    assert channel.texts("lan") == ["text 3"]
