"""Sending and fetching against the simulated Bot API over real HTTP."""

from __future__ import annotations

import asyncio
import contextlib
import traceback
from collections.abc import AsyncGenerator
from typing import Any

import pytest

from bot.channels.contract import OutFile
from bot.channels.errors import (
    ChatMoved,
    FetchError,
    FileGone,
    FileTooLarge,
    Misconfigured,
    Rejected,
    Retry,
    Throttled,
    Unreachable,
)
from bot.channels.telegram import files
from bot.channels.telegram.calls import ApiRefusedError
from bot.channels.telegram.channel import TelegramChannel
from handlers.messages import Option, Outgoing
from tests.simulators.telegram import Served, Simulator, User

YES_NO = (Option("yes", "Đồng ý"), Option("no", "Không đồng ý"))


@pytest.fixture
def lan(sim: Simulator) -> User:
    user = sim.user(42, "Lan")
    user.started = True
    return user


async def test_a_message_arrives_with_its_buttons(channel: TelegramChannel, lan: User) -> None:
    sent = await channel.send("42", Outgoing("Bác đồng ý không ạ?\n“<&>”", YES_NO, prompt=3))
    shown = lan.chat.from_bot[-1]
    assert sent == f"42:{shown.id}"
    assert shown.text == "Bác đồng ý không ạ?\n“<&>”"
    assert [(b.label, b.data) for b in shown.buttons] == [("Đồng ý", "3:yes"), ("Không đồng ý", "3:no")]


async def test_an_edit_changes_the_message_in_place(channel: TelegramChannel, lan: User) -> None:
    sent = await channel.send("42", Outgoing("một", YES_NO))
    assert await channel.send("42", Outgoing("hai", edit=True), sent) == sent
    assert lan.texts == ["hai"]
    assert lan.chat.from_bot[0].edits == ["một"]
    assert not lan.chat.from_bot[0].buttons


async def test_the_same_edit_again_is_success(channel: TelegramChannel, lan: User) -> None:
    sent = await channel.send("42", Outgoing("một"))
    for _ in range(2):
        assert await channel.send("42", Outgoing("hai", edit=True), sent) == sent
    assert lan.texts == ["hai"]


async def test_what_cannot_be_edited_is_sent_anew(channel: TelegramChannel, lan: User) -> None:
    sent = await channel.send("42", Outgoing("một"))
    lan.chat.from_bot[0].deleted = True
    anew = await channel.send("42", Outgoing("hai", edit=True), sent)
    assert anew != sent
    assert lan.texts == ["hai"]


async def test_a_server_that_knows_no_edits_gets_a_new_message(
    channel: TelegramChannel, sim: Simulator, lan: User
) -> None:
    sent = await channel.send("42", Outgoing("một"))
    sim.fail("editMessageText", "status", status=404, description="Not Found")
    assert await channel.send("42", Outgoing("hai", edit=True), sent) != sent
    assert lan.texts == ["một", "hai"]


async def test_an_edit_without_an_earlier_message_is_a_new_one(channel: TelegramChannel, lan: User) -> None:
    assert await channel.send("42", Outgoing("hai", edit=True))
    assert lan.texts == ["hai"]


async def test_after_a_move_an_edit_is_sent_anew(channel: TelegramChannel, sim: Simulator, lan: User) -> None:
    group = sim.group("Mặt trận", [lan], kind="group")
    sent = await channel.send(str(group.id), Outgoing("việc mới", YES_NO))
    new = group.upgrade(lan)
    with pytest.raises(ChatMoved) as moved:
        await channel.send(str(group.id), Outgoing("đã nhận", edit=True), sent)
    assert moved.value.peer == str(new.id)
    assert await channel.send(moved.value.peer, Outgoing("đã nhận", edit=True), sent)
    assert new.texts == ["đã nhận"]


async def test_a_topic_gets_its_message_and_a_lost_topic_falls_back_to_the_group(
    channel: TelegramChannel, sim: Simulator, lan: User
) -> None:
    group = sim.group("Mặt trận", [lan], forum=True)
    topic = group.topic("Phường 1")
    await channel.send(f"{group.id}/{topic}", Outgoing("một"))
    await channel.send(f"{group.id}/{topic + 999}", Outgoing("hai"))
    assert [(m.text, m.thread) for m in group.from_bot] == [("một", topic), ("hai", None)]


async def test_who_blocked_the_bot_or_never_wrote_is_unreachable(channel: TelegramChannel, sim: Simulator) -> None:
    gone = sim.user(1)
    gone.started, gone.blocked = True, True
    left = sim.user(2)
    left.started, left.deactivated = True, True
    sim.user(3)
    group = sim.group("Mặt trận", [gone])
    group.remove_bot(gone)
    for peer in ("1", "2", "3", "404", str(group.id)):
        with pytest.raises(Unreachable):
            await channel.send(peer, Outgoing("x"))


async def test_what_would_be_refused_again_is_rejected(channel: TelegramChannel, lan: User) -> None:
    for out in (Outgoing(" "), Outgoing("x" * 4097), Outgoing("x", (Option("y" * 70, "z"),))):
        with pytest.raises(Rejected):
            await channel.send("42", out)
    assert lan.texts == []


async def test_as_long_as_abilities_say_a_text_may_be(channel: TelegramChannel, lan: User) -> None:
    await channel.send("42", Outgoing("ắ" * channel.abilities.text_limit))
    assert len(lan.texts[0]) == channel.abilities.text_limit


async def test_too_fast_says_how_long_to_wait(channel: TelegramChannel, sim: Simulator, lan: User) -> None:
    sim.throttle(42, 31)
    with pytest.raises(Throttled) as wait:
        await channel.send("42", Outgoing("x"))
    assert wait.value.after == 31
    await channel.send("42", Outgoing("x"))
    assert lan.texts == ["x"]


@pytest.mark.parametrize(
    ("how", "status"),
    [
        ("status", 500),
        ("status", 502),
        ("html", 502),
        ("html", 403),
        ("html", 200),
        ("reset_before", 0),
        ("partial", 0),
    ],
)
async def test_an_unwell_telegram_is_tried_again(
    channel: TelegramChannel, sim: Simulator, lan: User, how: str, status: int
) -> None:
    sim.fail("sendMessage", how, status=status)  # type: ignore[arg-type]
    with pytest.raises(Retry):
        await channel.send("42", Outgoing("x"))
    assert await channel.send("42", Outgoing("y"))


async def test_a_connection_cut_after_the_effect_is_tried_again_too(
    channel: TelegramChannel, sim: Simulator, lan: User
) -> None:
    sim.fail("sendMessage", "reset_after")
    with pytest.raises(Retry):
        await channel.send("42", Outgoing("x"))
    assert lan.texts == ["x"]


@pytest.mark.parametrize(
    "body", [{}, {"ok": True}, {"ok": False}, {"ok": True, "result": None}, {"ok": True, "result": []}]
)
async def test_an_answer_of_another_shape_never_breaks_us(
    channel: TelegramChannel, sim: Simulator, lan: User, body: dict[str, Any]
) -> None:
    sim.fail("sendMessage", "json", status=200, **body)
    with contextlib.suppress(Retry):
        assert await channel.send("42", Outgoing("x")) == ""


async def test_a_wrong_token_is_a_wrong_setting(served: Served, lan: User) -> None:
    channel = TelegramChannel("123456789:wrong", served.url)
    with pytest.raises(Misconfigured):
        await channel.send("42", Outgoing("x"))
    await channel.close()


async def test_nobody_at_the_address_is_tried_again() -> None:
    channel = TelegramChannel("123456789:token-of-nobody", "http://127.0.0.1:9")
    with pytest.raises(Retry) as caught:
        await channel.send("42", Outgoing("x"))
    assert "token-of-nobody" not in "".join(traceback.format_exception(caught.value))
    await channel.close()


async def test_fifty_chats_are_sent_to_at_once(channel: TelegramChannel, sim: Simulator) -> None:
    people = [sim.user(1000 + n) for n in range(50)]
    for person in people:
        person.started = True
    with sim.holding("sendMessage"):
        sending = [asyncio.create_task(channel.send(str(p.id), Outgoing("chào"))) for p in people]
        await sim.until(lambda: len(sim.calls_of("sendMessage")) == 50)
    await asyncio.gather(*sending)
    assert all(person.texts == ["chào"] for person in people)


# Files ------------------------------------------------------------------------------------------------------


async def _fetch(channel: TelegramChannel, file: str) -> bytes:
    return b"".join([part async for part in channel.fetch(file, "document")])


async def test_a_file_comes_whole(channel: TelegramChannel, sim: Simulator) -> None:
    content = bytes(range(256)) * 1024
    file = sim.keep_file(content, "documents/đơn số {}.pdf")
    assert await _fetch(channel, file["file_id"]) == content


async def test_a_file_beyond_the_limit_is_too_large(channel: TelegramChannel, sim: Simulator) -> None:
    file = sim.keep_file(b"x", "videos/file_{}.mp4", size=25 * 1024 * 1024)
    with pytest.raises(FileTooLarge):
        await _fetch(channel, file["file_id"])


async def test_a_file_that_is_larger_than_it_said_is_cut_off(channel: TelegramChannel, sim: Simulator) -> None:
    file = sim.keep_file(b"x" * (20 * 1024 * 1024 + 1), "videos/file_{}.mp4", size=5)
    with pytest.raises(FileTooLarge):
        await _fetch(channel, file["file_id"])


async def test_a_file_that_telegram_does_not_know_is_gone(channel: TelegramChannel) -> None:
    with pytest.raises(FileGone):
        await _fetch(channel, "nothing")


@pytest.mark.parametrize("method", ["getFile", "download"])
@pytest.mark.parametrize("how", ["status", "html", "reset_before"])
async def test_a_file_that_did_not_come_may_be_asked_for_again(
    channel: TelegramChannel, sim: Simulator, method: str, how: str
) -> None:
    file = sim.keep_file(b"content", "documents/file_{}")
    # The client itself repeats a GET once when a connection that it kept open turns out to be dead.
    sim.fail(method, how, times=2 if (method, how) == ("download", "reset_before") else 1)  # type: ignore[arg-type]
    with pytest.raises(FetchError) as caught:
        await _fetch(channel, file["file_id"])
    assert type(caught.value) is FetchError
    assert await _fetch(channel, file["file_id"]) == b"content"


async def test_a_file_whose_place_is_no_address_does_not_break_who_asks_for_it() -> None:
    asked: list[str] = []

    async def call(method: str, parameters: dict[str, Any]) -> Any:
        return {"file_path": "photos/\ud83d.jpg"}  # half of a surrogate pair is in no address

    async def stream(url: str) -> AsyncGenerator[bytes, None]:
        asked.append(url)
        raise ApiRefusedError(404)
        yield b""

    with pytest.raises(FetchError):
        _ = [part async for part in files.download(call, stream, "http://127.0.0.1/file", "a")]
    assert asked


async def test_a_picture_and_a_paper_of_ours_arrive_as_such(channel: TelegramChannel, lan: User) -> None:
    assert channel.abilities.files_out
    photo = await channel.send_file("42", OutFile("photo", "bieu-do.png", b"\x89PNG picture"))
    await channel.send_file("42", OutFile("document", "bao-cao.xlsx", b"PK paper"))
    shown = lan.chat.from_bot[-2:]
    assert photo == f"42:{shown[0].id}"
    assert "photo" in shown[0].content
    assert shown[1].content["document"]["file_name"] == "bao-cao.xlsx"


async def test_a_file_to_who_blocked_the_bot_is_unreachable(channel: TelegramChannel, sim: Simulator) -> None:
    with pytest.raises(Unreachable):
        await channel.send_file("43", OutFile("document", "bao-cao.xlsx", b"PK paper"))
