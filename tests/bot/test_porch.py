"""The porch: a crowd waits where it is safe and holds up nobody, each chat in order, whatever happens meanwhile."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import datetime

import pytest

from bot import porch
from bot.channels.contract import Received
from bot.gate import CROWD, MANY, Gate, Regulars
from bot.porch import MANY_AT_ONCE, OF_ONE, STILL_COMING_SECONDS, Porch
from handlers.messages import Incoming, Text
from storage import inbox, staff
from storage.database import Database
from storage.vault import Vault
from tests.bot.turn_house import NOW, table

AT_THE_GATE = MANY
"""So many newcomers at one moment wait there."""
ALL = AT_THE_GATE + CROWD + 50


def event(number: int, peer: str) -> Received:
    raw = json.dumps({"id": number, "peer": peer}).encode()
    return Received(str(number), raw, Incoming("telegram", peer, peer, str(number), NOW, Text("x")))


class Vendor:
    """Understands what `event` makes."""

    def reread(self, raw: bytes, at: datetime) -> Sequence[Received]:
        given = json.loads(raw)
        return (event(0, "another event of the same post"), event(given["id"], given["peer"]))


class Town:
    """A gate with a porch before it, and the turns that were had."""

    def __init__(self, base: Database, keys: Vault) -> None:
        self.database = base
        self.regulars = Regulars()
        self.gate = Gate(2, self.regulars)
        self.porch = Porch(base, keys, self.gate, self.regulars, lambda: NOW)
        self.had: list[str] = []
        self.open = asyncio.Event()
        self.poisoned = ""

    async def comes(self, received: Received, kept: int = 0) -> None:
        assert received.incoming is not None
        lane = received.incoming.peer
        if not kept and self.porch.is_for(lane) and await self.porch.keep(received, received.incoming, lane):
            return
        async with self.gate.place(lane):
            if kept:
                await self.open.wait()
                if received.event_id == self.poisoned:
                    raise ValueError
                await self.database.write(inbox.take_up, kept)
            else:
                await self.open.wait()
            self.had.append(received.event_id)

    @asynccontextmanager
    async def served(self) -> AsyncIterator[None]:
        task = asyncio.create_task(self.porch.serve("telegram", Vendor(), self.comes))
        try:
            yield
        finally:
            task.cancel()

    async def until(self, count: int) -> None:
        async with asyncio.timeout(10):
            while len(self.had) < count:
                await asyncio.sleep(0.001)


@pytest.fixture
def town(sqlite: Database, vault: Vault) -> Town:
    return Town(sqlite, vault)


async def crowd(town: Town) -> list[asyncio.Task[None]]:
    """Many newcomers write while nobody gets on; returns once those for whom there is no room are kept."""
    tasks = [asyncio.create_task(town.comes(event(number, f"new{number}"))) for number in range(ALL)]
    kept = ALL - AT_THE_GATE
    async with asyncio.timeout(10):
        while sum(task.done() for task in tasks) < kept:
            await asyncio.sleep(0.001)
    return tasks


async def test_a_crowd_of_newcomers_is_kept_at_once_and_answered_in_the_order_in_which_it_came(town: Town) -> None:
    tasks = await crowd(town)
    async with town.served():
        town.open.set()
        await asyncio.gather(*tasks)
        await town.until(ALL)
    assert sorted(map(int, town.had)) == list(range(ALL)), "each once"
    kept = [int(number) for number in town.had if int(number) >= AT_THE_GATE]
    assert kept == sorted(kept)


async def test_some_newcomers_after_each_other_are_no_crowd_that_the_others_are_kept_waiting_for(town: Town) -> None:
    for number in range(MANY_AT_ONCE):
        now = asyncio.get_running_loop().time()
        assert not town.porch._still_comes(now), "the porch answers between them"
        received = event(number, f"new{number}")
        assert received.incoming is not None
        await town.porch.keep(received, received.incoming, f"new{number}")
    town.porch._came.extend([now] * MANY_AT_ONCE)
    assert town.porch._still_comes(now)
    assert not town.porch._still_comes(now + 2 * STILL_COMING_SECONDS)


async def test_who_is_known_goes_past_the_crowd_also_where_only_the_database_knows(town: Town) -> None:
    tasks = await crowd(town)
    assert town.gate.crowded
    assert town.porch.is_for("hoa"), "this process has not heard of her yet"
    hoas = [staff.ConfigStaff("Hoa", "officer", ["P1"], ["telegram:hoa"])]
    await town.database.write(staff.sync_config, hoas, [], NOW)
    known = asyncio.create_task(town.comes(event(900, "hoa")))
    town.open.set()
    await known
    assert "900" in town.had
    assert not town.porch.is_for("hoa")
    await asyncio.gather(*tasks)


async def test_one_who_writes_without_end_takes_no_more_places_than_an_album_needs(town: Town) -> None:
    town.regulars.add(["hoa"])
    tasks = [asyncio.create_task(town.comes(event(number, "hoa"))) for number in range(OF_ONE + 5)]
    async with asyncio.timeout(10):
        while sum(task.done() for task in tasks) < 4:
            await asyncio.sleep(0.001)
    assert not town.porch.is_for("lan")
    async with town.served():
        town.open.set()
        await asyncio.gather(*tasks)
        await town.until(OF_ONE + 5)
    assert [int(number) for number in town.had] == list(range(OF_ONE + 5))


async def test_a_rush_of_newcomers_leaves_places_at_the_vendor_free_and_is_no_crowd(town: Town) -> None:
    tasks = [asyncio.create_task(town.comes(event(number, f"new{number}"))) for number in range(2 * MANY)]
    async with asyncio.timeout(10):
        while sum(task.done() for task in tasks) < MANY:
            await asyncio.sleep(0.001)
    assert not town.gate.crowded
    town.open.set()
    async with town.served():
        await town.until(2 * MANY)
    assert not town.gate.crowded
    await asyncio.gather(*tasks)


async def test_a_crowd_that_an_earlier_run_put_aside_is_one_for_who_is_known(town: Town, vault: Vault) -> None:
    for task in await crowd(town):
        task.cancel()
    after = Town(town.database, vault)
    async with after.served(), asyncio.timeout(10):
        while not after.gate.crowded:
            await asyncio.sleep(0.001)


async def test_what_was_kept_is_answered_after_a_restart(town: Town, vault: Vault) -> None:
    for task in await crowd(town):
        task.cancel()
    after = Town(town.database, vault)
    after.open.set()
    async with after.served():
        await after.until(ALL - AT_THE_GATE)
    assert [int(number) for number in after.had] == list(range(AT_THE_GATE, ALL))


async def test_an_event_that_always_fails_is_set_aside_and_holds_up_nobody_else(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(porch, "PAUSE_SECONDS", 0.0)
    tasks = await crowd(town)
    town.poisoned = str(ALL - 2)
    town.open.set()
    async with town.served():
        await asyncio.gather(*tasks)
        await town.until(ALL - 1)
        async with asyncio.timeout(10):
            while not await town.database.read(inbox.failures):
                await asyncio.sleep(0.001)
    [failure] = await town.database.read(inbox.failures)
    assert failure.error == "ValueError"
    assert await town.database.read(inbox.waiting, "telegram", 1) == []


async def test_while_the_database_takes_nothing_nothing_is_taken_over(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    tasks = await crowd(town)

    async def away(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(town.database, "write", away)
    with pytest.raises(OSError):
        await town.comes(event(901, "new901"))
    monkeypatch.undo()
    town.open.set()
    async with town.served():
        await asyncio.gather(*tasks)
        await town.until(ALL)
    assert len(await town.database.read(table, "inbox")) == ALL - AT_THE_GATE
