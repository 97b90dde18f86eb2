"""Polling over real HTTP: nothing is confirmed before it is stored, one chat in order, nothing blocks for ever."""

from __future__ import annotations

import asyncio
import logging

import pytest

from bot.channels.contract import Received
from bot.channels.errors import Retry
from bot.channels.telegram.calls import ApiRefusedError
from bot.channels.telegram.channel import TelegramChannel
from bot.channels.telegram.commands import Menu
from bot.channels.telegram.polling import Poller, raw_of
from handlers.messages import Choice, Edited, Gone, Joined, Media, Moved, Outgoing, Strange, Text
from tests.channels.telegram.bench import QUICK, Inbox, Run, running
from tests.simulators.telegram import Served, Simulator
from tests.simulators.telegram.world import Webhook


async def test_what_people_write_arrives(polling: Run, sim: Simulator, inbox: Inbox) -> None:
    await polling()
    sim.user(42).says("xin chào")
    (event,) = await inbox.holds(1)
    assert event.incoming is not None
    assert (event.incoming.peer, event.incoming.what) == ("42", Text("xin chào", "101"))
    assert event.raw == raw_of(sim.history[0])


async def test_all_sorts_of_events_arrive(polling: Run, sim: Simulator, inbox: Inbox) -> None:
    lan = sim.user(42)
    channel = await polling()
    said = lan.says("một")
    await inbox.holds(1)
    lan.edits(said, "hai")
    lan.sends_photo(b"jpeg", "ảnh", "album-1")
    lan.sends_sticker()
    lan.blocks()
    await inbox.holds(5)
    assert inbox.what[1] == Edited("hai", str(said.id))
    assert isinstance(photo := inbox.what[2], Media)
    assert (photo.kind, photo.caption, photo.album) == ("photo", "ảnh", "album-1")
    assert inbox.what[3:] == [Strange("sticker", str(said.id + 2)), Gone()]
    assert channel.name == "telegram"


async def test_a_group_joins_moves_and_ends(polling: Run, sim: Simulator, inbox: Inbox) -> None:
    await polling()
    officer = sim.user(7)
    group = sim.group("Mặt trận", [officer], kind="group")
    await inbox.holds(1)
    officer.says("/viec@TiengDanThuBot", group)
    officer.says("/viec@AnotherBot", group)
    await inbox.holds(3)
    new = group.upgrade(officer)
    await inbox.holds(5)
    new.remove_bot(officer)
    await inbox.holds(6)
    assert inbox.what[0] == Joined()
    assert isinstance(inbox.what[1], Text)
    assert inbox.what[1].body == "/viec"
    assert isinstance(inbox.what[2], Strange)
    assert inbox.what[3] == Moved(str(new.id))
    assert inbox.what[5] == Gone()


async def test_a_tap_is_answered_once_it_is_stored(polling: Run, sim: Simulator, inbox: Inbox) -> None:
    release = asyncio.Event()
    inbox.gate = lambda received: release.wait() if isinstance(received.incoming.what, Choice) else None  # type: ignore[union-attr]
    channel = await polling()
    lan = sim.user(42)
    lan.says("chào")
    await inbox.holds(1)
    sent = lan.chat.messages[0]
    tap = lan.presses("4:yes", sent)
    await sim.until(lambda: len(sim.calls_of("getUpdates")) >= 2)
    assert sim.taps[tap] is None
    release.set()
    await sim.until(lambda: sim.taps[tap] is not None)
    assert inbox.what[1] == Choice("yes", 4)
    assert channel


async def test_an_update_is_confirmed_only_when_it_is_stored(polling: Run, sim: Simulator, inbox: Inbox) -> None:
    down = True
    inbox.refuse = lambda _: down
    await polling()
    lan = sim.user(42)
    lan.says("một")
    await sim.until(lambda: len(inbox.refused) >= 3)
    assert len(sim.queue) == 1
    down = False
    await inbox.holds(1)
    await sim.until(lambda: not sim.queue)
    assert inbox.what == [Text("một", "101")]


async def test_after_a_failure_one_chat_keeps_its_order_and_others_go_on(
    polling: Run, sim: Simulator, inbox: Inbox
) -> None:
    down = True
    inbox.refuse = lambda received: down and received.incoming is not None and received.incoming.peer == "1"
    slow, quick = sim.user(1), sim.user(2)
    slow.says("một")
    quick.says("hai")
    slow.says("ba")
    await polling()
    await sim.until(lambda: len(inbox.refused) >= 2)
    assert [event.incoming.peer for event in inbox.events if event.incoming] == ["2"]
    down = False
    await inbox.holds(3)
    await sim.until(lambda: not sim.queue)
    assert [w.body for w in inbox.what if isinstance(w, Text)] == ["hai", "một", "ba"]


async def test_a_poison_update_is_set_aside_and_the_bot_goes_on(polling: Run, sim: Simulator, inbox: Inbox) -> None:
    inbox.refuse = lambda received: received.incoming is not None and received.incoming.peer == "1"
    sim.user(1).says("độc")
    sim.user(2).says("lành")
    await polling()
    await inbox.holds(2)
    await sim.until(lambda: not sim.queue)
    aside = next(event for event in inbox.events if event.incoming is None)
    assert aside.raw == raw_of(sim.history[0])


async def test_an_update_that_cannot_even_be_set_aside_is_passed_over_while_others_are_stored(
    polling: Run, sim: Simulator, inbox: Inbox
) -> None:
    sim.user(1).says("độc")
    poison = str(sim.history[0]["update_id"])
    inbox.refuse = lambda received: received.event_id == poison
    await polling()
    for n in range(40):
        sim.user(2).says(f"{n}")
        await inbox.holds(n + 1)
        if not any(str(update["update_id"]) == poison for update in sim.queue):
            break
    await sim.until(lambda: not sim.queue)


async def test_while_the_store_is_down_nothing_is_passed_over(polling: Run, sim: Simulator, inbox: Inbox) -> None:
    down = True
    inbox.refuse = lambda _: down
    for n in range(5):
        sim.user(n + 1).says("thư")
    await polling()
    await sim.until(lambda: len(inbox.refused) >= 200)
    down = False
    await inbox.holds(5)
    assert sorted(event.incoming.peer for event in inbox.events if event.incoming) == ["1", "2", "3", "4", "5"]


async def test_chats_do_not_wait_for_each_other(polling: Run, sim: Simulator, inbox: Inbox) -> None:
    release = asyncio.Event()

    def hold_the_first(received: Received) -> object:
        return release.wait() if received.incoming and received.incoming.peer == "1" else None

    inbox.gate = hold_the_first
    sim.user(1).says("chậm")
    sim.user(2).says("nhanh")
    await polling()
    await inbox.holds(1)
    assert [event.incoming.peer for event in inbox.events if event.incoming] == ["2"]
    release.set()
    await inbox.holds(2)


async def test_updates_out_of_order_keep_the_order_of_a_chat(polling: Run, sim: Simulator, inbox: Inbox) -> None:
    sim.shuffle = True
    lan = sim.user(42)
    for n in range(30):
        lan.says(str(n))
    await polling()
    await inbox.holds(30)
    assert [w.body for w in inbox.what if isinstance(w, Text)] == [str(n) for n in range(30)]


async def test_a_second_copy_has_the_same_event_id(polling: Run, sim: Simulator, inbox: Inbox) -> None:
    await polling()
    sim.user(42).says("một")
    await inbox.holds(1)
    await sim.until(lambda: not sim.queue)
    sim.echo()
    await inbox.holds(2)
    assert inbox.events[0].event_id == inbox.events[1].event_id


async def test_a_copy_of_an_old_update_takes_no_confirmation_back(polling: Run, sim: Simulator, inbox: Inbox) -> None:
    await polling()
    for n in range(3):
        sim.user(42).says(str(n))
    await inbox.holds(3)
    await sim.until(lambda: not sim.queue)
    sim.echo(sim.history[0])
    await inbox.holds(4)
    sim.user(42).says("sau")
    await inbox.holds(5)
    offsets = [int(call.parameters.get("offset", 0)) for call in sim.calls_of("getUpdates")]
    assert offsets == sorted(offsets)


@pytest.mark.parametrize("how", ["status", "html", "reset_before", "reset_after", "partial"])
async def test_a_poll_that_fails_is_repeated_and_loses_nothing(
    polling: Run, sim: Simulator, inbox: Inbox, how: str
) -> None:
    sim.fail("getUpdates", how, times=3)  # type: ignore[arg-type]
    sim.user(42).says("một")
    await polling()
    await inbox.holds(1)


async def test_a_poll_that_is_told_to_wait_waits_as_long_as_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    slept: list[float] = []

    async def throttled(method: str, parameters: object, read_timeout: float) -> object:
        raise ApiRefusedError(429, "Too Many Requests: retry after 77", retry_after=77)

    async def sleep(seconds: float) -> None:
        slept.append(seconds)
        raise asyncio.CancelledError

    async def store(update: object, raw: bytes, bare: bool) -> bool:
        return True

    monkeypatch.setattr(asyncio, "sleep", sleep)
    with pytest.raises(asyncio.CancelledError):
        await Poller(throttled, store).run()
    assert slept == [77]


async def test_another_poller_is_said_in_the_log_and_polling_goes_on(
    polling: Run, sim: Simulator, inbox: Inbox, capsys: pytest.CaptureFixture[str]
) -> None:
    await polling()
    await sim.until(lambda: sim.poller)
    with sim.lock:
        sim.poller += 1  # somebody else began to poll
        sim.changed()
    await sim.until(lambda: len(sim.calls_of("getUpdates")) >= 2)
    sim.user(42).says("một")
    await inbox.holds(1)
    assert "another_poller_or_webhook" in capsys.readouterr().out


async def test_polling_takes_an_old_webhook_away(polling: Run, sim: Simulator, served: Served) -> None:
    sim.webhook = Webhook("http://127.0.0.1:1/old")
    await polling()
    await sim.until(lambda: sim.calls_of("getUpdates"))
    assert sim.webhook is None


async def test_a_start_before_the_network_is_there_is_repeated(polling: Run, sim: Simulator, inbox: Inbox) -> None:
    sim.fail("*", "reset_before", times=6)
    sim.user(42).says("một")
    await polling()
    await inbox.holds(1)


async def test_menus_are_published_for_residents_and_for_staff_groups(polling: Run, sim: Simulator) -> None:
    sim.fail("setMyCommands", "status", status=500)
    await polling(menus=[Menu("private", (("guidon", "Gửi đơn"),)), Menu("groups", (("viec", "Việc"),), "vi")])
    await sim.until(lambda: len(sim.commands) == 2)
    assert sim.commands == {
        "all_private_chats": [{"command": "guidon", "description": "Gửi đơn"}],
        "all_group_chats:vi": [{"command": "viec", "description": "Việc"}],
    }


async def test_what_is_being_stored_when_the_bot_stops_is_stored_to_the_end(served: Served, inbox: Inbox) -> None:

    sim, release, begun = served.sim, asyncio.Event(), asyncio.Event()

    async def slow(_: Received) -> None:
        begun.set()
        await release.wait()

    inbox.gate = slow
    sim.user(42).says("một")
    async with running(TelegramChannel(sim.token, served.url, backoff=QUICK), inbox):
        await begun.wait()
        asyncio.get_running_loop().call_later(0.01, release.set)
    assert inbox.what == [Text("một", "101")]


async def test_nothing_of_a_person_and_no_token_comes_into_the_log(
    polling: Run, sim: Simulator, inbox: Inbox, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    inbox.refuse = lambda _: len(inbox.refused) < 3
    sim.fail("*", "reset_before", times=3)
    sim.fail("getUpdates", "html", times=2)
    lan = sim.user(4242424242, "PlantedName", username="planted_user")
    lan.says("PlantedSentence")
    channel = await polling()
    await inbox.holds(1)
    sim.fail("sendMessage", "reset_before", times=1)
    with pytest.raises(Retry):
        await channel.send("4242424242", Outgoing("PlantedAnswer"))
    out = capsys.readouterr()
    written = out.out + out.err + caplog.text
    assert "telegram.update.not_stored" in written
    for planted in ("Planted", "planted", "4242424242", sim.token, sim.token.partition(":")[2]):
        assert planted not in written
