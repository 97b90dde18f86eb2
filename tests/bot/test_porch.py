"""The porch: a crowd waits where it is safe and holds up nobody, each chat in order, whatever happens meanwhile."""

from __future__ import annotations

import asyncio
import itertools
import json
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from functools import partial

import pytest

from bot import gate as gates
from bot import porch
from bot.channels.contract import Received
from bot.gate import CROWD, MANY, Gate, Regulars
from bot.porch import OF_ONE, Porch
from handlers.messages import Incoming, Text
from storage import inbox, staff
from storage.database import Database
from storage.vault import Vault
from tests.bot.turn_house import NOW, table

AT_THE_GATE = MANY
"""So many newcomers are in, or stand before it."""
ALL = MANY + CROWD + 50


@pytest.fixture(autouse=True)
def _moments_last(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine with much else to do may take a while for what is no more than one moment here."""
    monkeypatch.setattr(gates, "CROWDED_SECONDS", 60.0)


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
        moments = itertools.count()
        self.now = lambda: NOW + timedelta(microseconds=next(moments))
        self.porch = Porch(base, keys, self.gate, self.regulars, self.now)
        self.had: list[str] = []
        self.open = asyncio.Event()
        self.poisoned = ""

    async def comes(self, received: Received, kept: int = 0) -> None:
        assert received.incoming is not None
        lane = received.incoming.peer
        if not kept:
            await self.porch.let_in(received, received.incoming, lane, partial(self.turn, received))
            return
        async with self.gate.place(lane):
            await self.turn(received, NOW, kept)

    async def turn(self, received: Received, came: datetime, kept: int = 0) -> bool:
        await self.open.wait()
        if kept and received.event_id == self.poisoned:
            raise ValueError
        if kept:
            await self.database.write(inbox.take_up, kept, self.now())
        else:
            peer = received.incoming.peer if received.incoming else ""
            put = partial(inbox.put, peer=peer, came=came)
            entry = await self.database.write(put, "telegram", received.event_id, received.raw, self.now())
            if entry is not None and entry.waits:
                self.porch.ring("telegram")
                return True
        self.had.append(received.event_id)
        return True

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


async def test_who_stepped_aside_though_known_goes_in_all_the_same_in_the_order_of_writing(town: Town) -> None:
    hoas = [staff.ConfigStaff("Hoa", "officer", ["P1"], ["telegram:hoa"])]
    await town.database.write(staff.sync_config, hoas, [], NOW)
    first = asyncio.create_task(town.comes(event(900, "new0")))
    known = [asyncio.create_task(town.comes(event(901, "hoa")))]  # this process has not heard of her yet
    rush = [asyncio.create_task(town.comes(event(number, f"new{number}"))) for number in range(1, MANY)]
    await asyncio.sleep(0)
    assert town.gate.full
    known += [asyncio.create_task(town.comes(event(number, "hoa"))) for number in (902, 903)]
    await asyncio.sleep(0)
    town.open.set()
    await asyncio.gather(first, *known, *rush)
    assert [number for number in town.had if number in ("901", "902", "903")] == ["901", "902", "903"]


async def test_what_a_chat_said_before_a_rush_stays_before_what_it_says_in_it(town: Town) -> None:
    """Whether it was in at that moment, waited at the gate, or was put aside at once."""
    first = [asyncio.create_task(town.comes(event(number, "hoa"))) for number in range(4)]
    await asyncio.sleep(0)
    rush = [asyncio.create_task(town.comes(event(100 + number, f"new{number}"))) for number in range(MANY)]
    more = [asyncio.create_task(town.comes(event(number, "hoa"))) for number in range(4, 7)]
    await asyncio.sleep(0)
    town.open.set()
    async with town.served():
        await asyncio.gather(*first, *rush, *more)
        await town.until(len(first) + len(rush) + len(more))
    assert [int(number) for number in town.had if int(number) < 100] == list(range(7))


async def test_who_is_known_goes_past_the_crowd_also_where_only_the_database_knows(town: Town) -> None:
    tasks = await crowd(town)
    assert town.gate.crowded
    assert "hoa" not in town.regulars, "this process has not heard of her yet"
    hoas = [staff.ConfigStaff("Hoa", "officer", ["P1"], ["telegram:hoa"])]
    await town.database.write(staff.sync_config, hoas, [], NOW)
    known = asyncio.create_task(town.comes(event(900, "hoa")))
    town.open.set()
    await known
    assert "900" in town.had
    assert "hoa" in town.regulars
    await asyncio.gather(*tasks)


async def test_one_who_writes_without_end_takes_no_more_places_than_an_album_needs(town: Town) -> None:
    town.regulars.add(["hoa"])
    tasks = [asyncio.create_task(town.comes(event(number, "hoa"))) for number in range(OF_ONE + 5)]
    async with asyncio.timeout(10):
        while sum(task.done() for task in tasks) < 4:
            await asyncio.sleep(0.001)
    assert town.gate.waiting_of("hoa") <= OF_ONE
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
    assert len(await town.database.read(table, "inbox")) == ALL
