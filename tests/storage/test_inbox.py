"""An event is kept once."""

from __future__ import annotations

from datetime import timedelta

from storage import inbox
from storage.database import Database
from tests.storage.conftest import NOW


async def test_a_second_copy_of_an_event_is_known(database: Database) -> None:
    first = await database.write(inbox.put, "telegram", "42", b"{}", NOW)
    second = await database.write(inbox.put, "telegram", "42", b"{}", NOW)
    elsewhere = await database.write(inbox.put, "web", "42", b"{}", NOW)
    assert first is not None
    assert second is None
    assert elsewhere not in (None, first)
    assert await database.read(inbox.find, "telegram", "42") == first


async def test_the_vendor_bytes_come_back_as_they_were(database: Database) -> None:
    number = await database.write(inbox.put, "telegram", "7", "phường".encode(), NOW)
    assert number is not None
    assert await database.read(inbox.raw, number) == "phường".encode()


async def test_bodies_go_after_a_week_and_hashes_after_ninety_days(database: Database) -> None:
    number = await database.write(inbox.put, "telegram", "7", b"words", NOW)
    assert number is not None
    assert await database.write(inbox.purge, NOW + timedelta(days=6)) == (0, 0)
    assert await database.write(inbox.purge, NOW + timedelta(days=8)) == (1, 0)
    assert await database.read(inbox.raw, number) is None
    assert await database.write(inbox.put, "telegram", "7", b"words", NOW) is None
    assert await database.write(inbox.purge, NOW + timedelta(days=91)) == (0, 1)


async def test_a_failed_event_keeps_its_body_and_the_class_of_the_fault(database: Database) -> None:
    number = await database.write(inbox.put, "telegram", "7", b"words", NOW)
    assert number is not None
    await database.write(inbox.failed, number, "ValueError")
    await database.write(inbox.purge, NOW + timedelta(days=8))
    assert await database.read(inbox.raw, number) == b"words"
    [failure] = await database.read(inbox.failures)
    assert (failure.id, failure.error) == (number, "ValueError")
