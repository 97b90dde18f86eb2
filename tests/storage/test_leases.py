"""What only one process may do has one holder; who dies, stalls or loses the database loses it; calls are heard."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress

import psycopg
import pytest

from storage import calls
from storage.database import Database
from storage.postgres_leases import PostgresLeases
from storage.switchboard import Switchboard
from storage.vault import Vault, make_keys

SECONDS = 0.8
"""How long a lease lasts here."""
NAMES = ("clock", "channel.telegram")


VAULT = Vault(make_keys())


class Worker:
    """One process as its leases see it."""

    def __init__(self, url: str) -> None:
        self.switchboard = Switchboard(VAULT)
        self.leases = PostgresLeases(url, self.switchboard, SECONDS)
        self.told: list[tuple[str, bool]] = []
        self.heard: list[str] = []

    async def run(self) -> None:
        await self.leases.follow(NAMES, lambda name, held: self.told.append((name, held)), self.heard.append)

    @property
    def holds(self) -> bool:
        held = {self.leases.holds(name) for name in NAMES}
        return held == {True}


async def until(what: Callable[[], bool], seconds: float = 10.0) -> None:
    end = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < end
        await asyncio.sleep(0.01)


@asynccontextmanager
async def running(*workers: Worker) -> AsyncIterator[None]:
    tasks = []
    for worker in workers:
        tasks.append(asyncio.create_task(worker.run()))
        await until(lambda worker=worker: bool(worker.heard))  # type: ignore[misc]
    yield
    for task in tasks:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


@pytest.fixture
async def database(postgres_url: str, vault: Vault) -> AsyncIterator[Database]:
    opened = await Database.open(postgres_url, vault)
    yield opened
    await opened.close()


async def test_one_of_two_holds_everything_and_the_other_takes_over_at_its_end(
    database: Database, postgres_url: str
) -> None:
    first, second = Worker(postgres_url), Worker(postgres_url)
    async with running(second):
        await until(lambda: second.holds)
        async with running(first):
            await asyncio.sleep(SECONDS * 1.5)
            assert second.holds
            assert not any(first.leases.holds(name) for name in NAMES)
            with psycopg.connect(postgres_url, autocommit=True) as admin:
                # The end of a process, as PostgreSQL sees it.
                admin.execute(
                    "SELECT pg_terminate_backend(split_part(holder, '/', 1)::integer) FROM leases WHERE name = 'clock'"
                )
            await until(lambda: ("clock", False) in second.told)
            await until(lambda: first.holds or second.holds)
            assert first.holds != second.holds


async def test_nobody_waits_for_a_lease_whose_holder_is_dead_however_long_it_was_for(
    database: Database, postgres_url: str
) -> None:
    with psycopg.connect(postgres_url, autocommit=True) as admin:
        for name in NAMES:
            admin.execute(
                "INSERT INTO leases (name, holder, until) VALUES (%s, %s, %s)",
                (name, "1/2020-01-01T00:00:00.000000Z", "2999-01-01T00:00:00.000000Z"),
            )
    worker = Worker(postgres_url)
    async with running(worker):
        await until(lambda: worker.holds)


async def test_where_a_transaction_does_not_write_unless_it_says_so_a_lease_is_won_as_turns_are_kept(
    database: Database, postgres_url: str
) -> None:
    worker = Worker(f"{postgres_url}&options=-c%20default_transaction_read_only%3Don")
    async with running(worker):
        await until(lambda: worker.holds)


async def test_a_holder_that_stalls_stops_by_itself_before_another_may_begin(
    database: Database, postgres_url: str
) -> None:
    stalled, other = Worker(postgres_url), Worker(postgres_url)
    loops: list[asyncio.AbstractEventLoop] = []
    go_on = threading.Event()

    def process() -> None:
        with asyncio.Runner() as runner:
            loops.append(runner.get_loop())
            with suppress(asyncio.CancelledError):
                runner.run(stalled.run())

    thread = threading.Thread(target=process, daemon=True)
    thread.start()
    await until(lambda: stalled.holds)
    loops[0].call_soon_threadsafe(go_on.wait)
    async with running(other):
        while not other.holds:
            both = other.holds and stalled.holds
            assert not both
            await asyncio.sleep(0.005)
        assert not stalled.holds
        assert ("clock", False) not in stalled.told, "it does not know yet"
        go_on.set()
        await until(lambda: ("clock", False) in stalled.told)
        assert other.holds
        loops[0].call_soon_threadsafe(lambda: [task.cancel() for task in asyncio.all_tasks(loops[0])])
        thread.join(5)


async def test_what_one_process_calls_the_others_hear_and_neither_itself_nor_another_town(
    database: Database, postgres_url: str, postgres_server: str
) -> None:
    one, other, far = Worker(postgres_url), Worker(postgres_url), Worker(postgres_server)
    far_task = asyncio.create_task(far.run())
    async with running(one, other):
        await until(lambda: one.holds or other.holds)
        await said(one, other, "courier.telegram")
        assert other.heard.count("courier.telegram") == 1
        one.switchboard.call("courier.web", [b"1"])
        await said(one, other, "courier.web", b"[2]")
        assert calls.read(VAULT, other.heard[-1]) == [1, [2]], "what comes at the same time goes together"
        await said(other, one, "courier.telegram")
        assert [call for call in one.heard if calls.topic_of(call) == "courier.web"] == []
        assert "courier.telegram" not in far.heard
    far_task.cancel()
    with suppress(asyncio.CancelledError, psycopg.errors.UndefinedTable):
        await far_task


async def test_calls_go_on_while_leases_are_kept_and_all_arrive_in_order(database: Database, postgres_url: str) -> None:
    one, other = Worker(postgres_url), Worker(postgres_url)
    length = 5000  # one fills a call, and a hundred more than a connection takes at once
    async with running(one, other):
        await until(lambda: one.holds or other.holds)
        for number in range(100):
            one.switchboard.call("courier.web", [b'"%d%s"' % (number, b"x" * length)])
            if number % 20 == 0:
                await asyncio.sleep(0.05)
        brought: list[int] = []

        def all_here() -> bool:
            brought[:] = [int(thing.rstrip("x")) for call in other.heard for thing in calls.read(VAULT, call)]
            return len(brought) >= 100

        await until(all_here)
        assert brought == list(range(100))
        assert one.holds != other.holds


async def test_a_connection_is_free_for_a_beat_only_once_the_call_on_its_way_is_answered(postgres_url: str) -> None:
    switchboard = Switchboard(VAULT)
    async with await psycopg.AsyncConnection.connect(postgres_url, autocommit=True) as connection:
        own = connection.info.backend_pid
        for _ in range(20):
            await switchboard.listen(connection.pgconn, "tiengdan_here", own, lambda call: None, 0.0)
            switchboard.call("courier.web", [b"1"])
            await switchboard.listen(connection.pgconn, "tiengdan_here", own, lambda call: None, 0.0)
            cursor = await connection.execute("SELECT 7")
            assert await cursor.fetchone() == (7,)


async def test_who_lost_the_database_calls_again_once_it_is_back(database: Database, postgres_url: str) -> None:
    one, other = Worker(postgres_url), Worker(postgres_url)
    async with running(one, other):
        await said(one, other, "courier.web")
        with psycopg.connect(postgres_url, autocommit=True) as admin:
            admin.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE query LIKE '%INTO leases%' AND pid <> pg_backend_pid()"
            )
            before = other.heard.count("")
        await until(lambda: other.heard.count("") > before)
        await said(one, other, "courier.telegram")


async def said(one: Worker, other: Worker, topic: str, *things: bytes) -> None:
    """Call until it is heard: a call may be lost while a connection is made."""
    for _ in range(100):
        one.switchboard.call(topic, things)
        with suppress(AssertionError):
            await until(lambda: any(calls.topic_of(call) == topic for call in other.heard), 0.3)
            return
    raise AssertionError(topic)
