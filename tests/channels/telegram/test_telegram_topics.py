"""One forum topic for each case, where the group has topics: opened with its card, closed and opened again with it."""

from __future__ import annotations

from dataclasses import replace

from bot.channels.telegram.channel import TelegramChannel
from handlers.messages import Outgoing
from tests.simulators.telegram import Group, Simulator

CARD = Outgoing("Đơn mới", slot="case:1", edit=True, topic="TD-1")


def forum(sim: Simulator) -> Group:
    return sim.group("Tổ", [sim.user(1)], "supergroup", forum=True)


def threads(group: Group) -> list[tuple[str, int | None]]:
    return [(message.text, message.thread) for message in group.from_bot]


async def test_what_is_about_a_case_stands_in_its_topic_also_after_a_start(
    channel: TelegramChannel, sim: Simulator
) -> None:
    group = forum(sim)
    sent = await channel.send(str(group.id), CARD)
    [topic] = group.topics
    assert group.topics[topic] == "TD-1"
    channel._topics.clear()  # a start
    await channel.send(str(group.id), Outgoing("Đã bổ sung", topic="TD-1"), sent)
    assert threads(group) == [("Đơn mới", topic), ("Đã bổ sung", topic)]
    assert len(group.topics) == 1
    await channel.send(str(group.id), replace(CARD, text="Khác", topic="TD-2"))
    assert sorted(group.topics.values()) == ["TD-1", "TD-2"]


async def test_the_topic_is_closed_when_the_case_is_over_and_opened_when_it_is_looked_at_again(
    channel: TelegramChannel, sim: Simulator
) -> None:
    group = forum(sim)
    sent = await channel.send(str(group.id), CARD)
    [topic] = group.topics
    assert await channel.send(str(group.id), replace(CARD, text="Đã trả lời", over=True), sent) == sent
    assert group.closed_topics == {topic}
    channel._closed.clear()  # a start
    await channel.send(str(group.id), replace(CARD, text="Mở lại"), sent)
    assert group.closed_topics == set()
    assert threads(group) == [("Mở lại", topic)]


async def test_a_letter_that_turns_out_to_be_a_denunciation_loses_its_topic(
    channel: TelegramChannel, sim: Simulator
) -> None:
    group = forum(sim)
    sent = await channel.send(str(group.id), CARD)
    again = await channel.send(str(group.id), replace(CARD, text="Tố cáo", topic=""), sent)
    assert group.topics == {}
    assert threads(group) == [("Tố cáo", None)]
    assert "/" not in again


async def test_without_topics_or_the_right_to_make_them_the_group_itself_does(
    channel: TelegramChannel, sim: Simulator
) -> None:
    plain, barred = sim.group("Thường", [sim.user(1)]), forum(sim)
    barred.topic_rights = False
    for group in (plain, barred):
        await channel.send(str(group.id), CARD)
        await channel.send(str(group.id), replace(CARD, text="Khác", topic="TD-2"))
        assert [thread for _, thread in threads(group)] == [None, None]
    assert len([call for call in sim.calls if call.method.lower() == "createforumtopic"]) == 2, "asked once an hour"


async def test_a_topic_that_people_deleted_is_no_loss(channel: TelegramChannel, sim: Simulator) -> None:
    group = forum(sim)
    sent = await channel.send(str(group.id), CARD)
    group.topics.clear()
    await channel.send(str(group.id), Outgoing("Đã bổ sung", topic="TD-1"), sent)
    assert threads(group)[-1] == ("Đã bổ sung", None)
