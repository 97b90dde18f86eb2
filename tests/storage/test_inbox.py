"""An event is kept once."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from storage import inbox
from storage.database import Database
from storage.inbox import Arrival
from tests.storage.conftest import NOW


async def put(database: Database, event: str, raw: bytes, *, channel: str = "telegram", peer: str = "") -> int:
    entry = await database.write(inbox.put, channel, event, raw, NOW, peer=peer)
    assert entry is not None
    assert not entry.waits
    return entry.id


async def test_a_second_copy_of_an_event_is_known(database: Database) -> None:
    first = await put(database, "42", b"{}")
    elsewhere = await put(database, "42", b"{}", channel="web")
    assert await database.write(inbox.put, "telegram", "42", b"{}", NOW) is None
    assert elsewhere != first
    assert await database.read(inbox.find, "telegram", "42") == first


async def test_a_second_copy_of_what_waits_is_known_and_what_follows_it_waits_behind_it(database: Database) -> None:
    await database.write(inbox.put_aside, [Arrival("telegram", "1", b"one", "a", NOW)])
    assert await database.write(inbox.put, "telegram", "1", b"one", NOW, peer="a") is None
    behind = await database.write(inbox.put, "telegram", "2", b"two", NOW, peer="a")
    assert behind is not None
    assert behind.waits
    await put(database, "3", b"three", peer="b")
    kept = await database.read(inbox.waiting, "telegram", 10)
    assert [each.raw for each in kept] == [b"one", b"two"]
    assert kept[1].id == behind.id


async def test_the_vendor_bytes_come_back_as_they_were(database: Database) -> None:
    number = await put(database, "7", "phường".encode())
    assert await database.read(inbox.raw, number) == "phường".encode()


async def test_bodies_go_after_a_week_and_hashes_after_ninety_days(database: Database) -> None:
    number = await put(database, "7", b"words")
    assert await database.write(inbox.purge, NOW + timedelta(days=6)) == (0, 0)
    assert await database.write(inbox.purge, NOW + timedelta(days=8)) == (1, 0)
    assert await database.read(inbox.raw, number) is None
    assert await database.write(inbox.put, "telegram", "7", b"words", NOW) is None
    assert await database.write(inbox.purge, NOW + timedelta(days=91)) == (0, 1)


async def test_a_failed_event_keeps_its_body_and_the_class_of_the_fault(database: Database) -> None:
    number = await put(database, "7", b"words")
    await database.write(inbox.failed, number, "ValueError")
    await database.write(inbox.purge, NOW + timedelta(days=8))
    assert await database.read(inbox.raw, number) == b"words"
    [failure] = await database.read(inbox.failures)
    assert (failure.id, failure.error) == (number, "ValueError")


async def test_what_waits_has_its_turn_once_in_the_order_in_which_it_came(database: Database) -> None:
    await put(database, "1", b"one", peer="a")
    coming = [
        Arrival("telegram", *rest, NOW) for rest in (("1", b"one", "a"), ("3", b"three", "b"), ("2", b"two", "a"))
    ]
    await database.write(inbox.put_aside, coming)
    await database.write(inbox.put_aside, coming)
    kept = await database.read(inbox.waiting, "telegram", 10)
    assert [each.raw for each in kept] == [b"three", b"two"], "what was answered before does not wait again"
    assert await database.read(inbox.waiting, "zalo_oa", 10) == []
    assert await database.read(inbox.longest_waiting) == NOW
    assert await database.write(inbox.take_up, kept[0].id, NOW)
    assert not await database.write(inbox.take_up, kept[0].id, NOW)
    assert [each.id for each in await database.read(inbox.waiting, "telegram", 10)] == [kept[1].id]


async def test_what_a_chat_says_waits_behind_what_it_said(database: Database) -> None:
    await database.write(inbox.put_aside, [Arrival("telegram", "1", b"one", "a", NOW)])
    behind = await database.write(inbox.put, "telegram", "2", b"two", NOW, peer="a")
    assert behind is not None
    assert behind.waits
    await put(database, "3", b"three", peer="b")
    first, second = await database.read(inbox.waiting, "telegram", 10)
    assert (first.raw, second.raw) == (b"one", b"two")
    for each in (first, second):
        await database.write(inbox.take_up, each.id, NOW)
    await put(database, "4", b"four", peer="a")


async def test_a_refusal_erases_what_was_said_before_it_and_not_what_still_waits(database: Database) -> None:
    answered = await put(database, "1", b"story", peer="a")
    await database.write(inbox.put_aside, [Arrival("telegram", "2", b"again", "a", NOW)])
    assert await database.write(inbox.erase, "telegram", "a", NOW) == 1
    assert await database.read(inbox.raw, answered) is None
    [kept] = await database.read(inbox.waiting, "telegram", 10)
    assert kept.raw == b"again"


async def test_what_came_first_of_a_chat_does_not_wait_for_what_was_put_aside_later(database: Database) -> None:
    """Twelve of one chat may stand before the gate while the thirteenth is put aside."""
    moments = [NOW + timedelta(milliseconds=each) for each in range(4)]
    await database.write(inbox.put_aside, [Arrival("telegram", "2", b"two", "a", moments[2])])
    for number, waits in ((1, False), (3, True)):
        put = partial(inbox.put, peer="a", came=moments[number])
        entry = await database.write(put, "telegram", str(number), b"x", NOW + timedelta(seconds=1))
        assert entry is not None
        assert entry.waits is waits
    kept = await database.read(inbox.waiting, "telegram", 9)
    assert [each.at for each in kept] == moments[2:], "what waits behind it keeps its moment too"


async def test_what_waited_and_began_a_draft_is_erased_with_it(database: Database) -> None:
    """A draft begins with the turn of its first words, which had come before."""
    await database.write(inbox.put_aside, [Arrival("telegram", "1", b"story", "a", NOW)])
    [kept] = await database.read(inbox.waiting, "telegram", 9)
    later = NOW + timedelta(seconds=9)
    assert await database.write(inbox.take_up, kept.id, later)
    assert await database.write(inbox.erase, "telegram", "a", later) == 1
    assert await database.read(inbox.raw, kept.id) is None
