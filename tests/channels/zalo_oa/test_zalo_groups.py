"""Groups that the OA has made: what is written there comes in as a group's, what goes there has no buttons."""

from __future__ import annotations

import pytest

from bot.channels.errors import Rejected, Unreachable
from bot.channels.zalo_oa.updates import read
from bot.simulators.zalo_oa.groups import Group
from bot.split import fitted
from handlers.messages import Gone, Joined, Option, Outgoing, Text
from tests.channels.zalo_oa.bench import START, bench

ROOM = "f414c8f76fa586fbdfb4"
CARD = Outgoing(
    "Đơn mới TD-7K3M-9QXH",
    (Option("/nhan TD-7K3M-9QXH", "Tôi nhận"), Option("/don TD-7K3M-9QXH", "Mở"), Option("reach", "Không phải lệnh")),
)


@pytest.mark.parametrize(
    "place", ["recipient.id", "recipient.group_id", "message.group_id", "message.conversation_id", "group_id"]
)
async def test_words_in_a_group_come_in_as_the_groups_wherever_its_id_stands(place: str) -> None:
    async with bench() as b:
        room, lan = Group(b.sim, ROOM), b.sim.person(1)
        room.place = place
        room.says(lan, "[@123] #viec")
        assert await b.inbox.holds(1) == [Text("#viec", room.said[0].id)]
        incoming = b.inbox.events[0].incoming
        assert incoming is not None
        assert (incoming.chat, incoming.peer, incoming.account) == ("group", f"group:{ROOM}", lan.id)


async def test_a_card_goes_to_a_group_with_its_commands_written_out_and_calls_nobody() -> None:
    async with bench() as b:
        room = Group(b.sim, ROOM)
        await b.channel.send(f"group:{ROOM}", fitted(CARD, b.channel.abilities, f"group:{ROOM}"))
        assert room.texts == ["Đơn mới TD-7K3M-9QXH\n\n• Tôi nhận: #nhan TD-7K3M-9QXH\n• Mở: #don TD-7K3M-9QXH"]
        await b.channel.send(f"group:{ROOM}", Outgoing("của [@7700] đây"))
        assert b.sim.wrongs == []
        assert b.sim.calls_of("/v3.0/oa/message/cs") == []
        room.gone = True
        with pytest.raises(Unreachable):
            await b.channel.send(f"group:{ROOM}", CARD)
        with pytest.raises(Unreachable):
            await b.channel.send("group:khac", CARD)
        with pytest.raises(Rejected):
            await b.channel.send("group:../x", CARD)


def test_a_group_begins_and_ends_and_its_pictures_are_nobodys_business() -> None:
    def meant(name: str, **more: object) -> list[object]:
        event = {"event_name": name, "group_id": ROOM, "timestamp": "1763770000123", **more}
        return [each.incoming.what for each in read(event, b"", START, "88").received if each.incoming]

    writer = {"sender": {"id": "77"}, "message": {"msg_id": "a", "attachments": [{"payload": {"url": "https://x"}}]}}
    assert meant("create_group") == [Joined()]
    assert meant("delete_group") == [Gone()]
    assert meant("user_send_group_image", **writer) == []
    assert meant("user_join_group", sender={"id": "77"}) == []
    assert meant("oa_send_group_text", sender={"id": "88"}, message={"text": "x"}) == []
    assert meant("user_send_group_text", sender={"id": "88"}, message={"text": "x"}) == []
