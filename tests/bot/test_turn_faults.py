"""Killed at any moment, hurried and confused: every confirmed letter is there once, every answer is owed or sent."""

from __future__ import annotations

import asyncio
import contextlib
import random
from collections.abc import Iterator
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from bot.turn import Turns
from handlers.effects import Effect, Say
from handlers.messages import Incoming, Outgoing
from handlers.ports import World
from handlers.state import State
from storage import audit, outbox
from storage.database import Database
from storage.vault import Vault, make_key_file, make_keys, read_key_file
from tests.bot.turn_house import NOW, event, make_house, opening, table, text
from tests.cases.living import happened
from tests.databases import sqlite_at
from tests.faults.nursery import CONTEXT, begin_with

KILLS = 4


def filing(state: State, incoming: Incoming, world: World) -> tuple[State, tuple[Effect, ...]]:
    """Every message is a letter; the draft is named after the event, as a tap's is."""
    opened = opening(f"draft-{incoming.event_id}")
    return replace(state, misses=state.misses + 1), (opened, Say(Outgoing(opened.code)))


def serve(url: str, key_file: Path, first: int, told: Connection[int, int]) -> None:
    """File letters until killed; say the number of each only when it is committed."""
    asyncio.run(_serve(url, key_file, first, told))


async def _serve(url: str, key_file: Path, first: int, told: Connection[int, int]) -> None:
    database = await Database.open(url, Vault(read_key_file(key_file)), exclusive=True)
    turns = Turns(database, make_house(), filing, now=lambda: NOW, wake=lambda items: None, fetch=lambda items: None)

    async def one(number: int) -> None:
        await turns.take("telegram", text("đơn", id=str(number), account=str(number % 7)))
        told.send(number)

    number = first
    while True:
        await asyncio.gather(*(one(number + offset) for offset in range(5)))
        number += 5


async def test_what_was_confirmed_before_a_kill_is_there_once_after_it(tmp_path: Path) -> None:
    url, key_file = sqlite_at(tmp_path / "data" / "test.db"), tmp_path / "key"
    vault = Vault(make_key_file(key_file))
    confirmed: list[int] = []
    generator = random.Random(7)
    for _ in range(KILLS):
        first = max(confirmed, default=0) + 100
        told, telling = CONTEXT.Pipe(duplex=False)
        process = begin_with(serve, url, key_file, first, telling)
        telling.close()
        for _ in range(generator.randint(3, 40)):
            confirmed.append(told.recv())
        process.kill()
        confirmed += _rest(told)
        process.join()
    database = await Database.open(url, vault)
    turns = Turns(database, make_house(), filing, now=lambda: NOW, wake=lambda items: None, fetch=lambda items: None)
    for number in confirmed[:10]:
        again = await turns.take("telegram", text("đơn", id=str(number), account=str(number % 7)))
        assert again.seen
        assert len(again.posted) == 1
    filed = {str(row["draft"]) for row in await database.read(table, "cases")}
    assert {f"draft-{number}" for number in confirmed} <= filed
    cases = await database.read(table, "cases")
    owed = await database.read(outbox.due, NOW, 10_000)
    assert sorted(str(item.body["text"]) for item in owed) == sorted(str(row["code"]) for row in cases)
    assert (await database.read(happened, "2026-10-14", "2026-10-14")).get("received", 0) == len(cases)
    assert await database.read(audit.verify) == []
    await database.close()


def _rest(told: Connection[int, int]) -> Iterator[int]:
    with told, contextlib.suppress(EOFError):
        while True:
            yield told.recv()


@pytest.mark.parametrize("copies", [3])
async def test_copies_in_any_order_and_all_at_once_are_each_answered_once(url: str, copies: int) -> None:
    database = await Database.open(url, Vault(make_keys()))
    turns = Turns(database, make_house(), filing, now=lambda: NOW, wake=lambda items: None, fetch=lambda items: None)
    events = [text("đơn", id=f"e{number}", account=str(number % 10)) for number in range(60)] * copies
    random.Random(3).shuffle(events)
    results = await asyncio.gather(*(turns.take("telegram", one) for one in events))
    assert sum(not result.seen for result in results) == 60
    assert len(await database.read(table, "cases")) == 60
    assert len(await database.read(table, "outbox")) == 60
    assert len(await database.read(table, "conversations")) == 10
    states: list[int] = []

    def look(state: State, incoming: Incoming, world: World) -> tuple[State, tuple[Effect, ...]]:
        states.append(state.misses)
        return state, ()

    looking = Turns(database, make_house(), look, now=lambda: NOW, wake=lambda items: None, fetch=lambda items: None)
    for number in range(10):
        await looking.take("telegram", event(text("?").incoming.what, account=str(number)))  # type: ignore[union-attr]
    assert states == [6] * 10
    await database.close()
