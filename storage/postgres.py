"""PostgreSQL behind the Database: a pool, turns that are repeated when two of them met, connections that come back."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any, Concatenate, Final, ParamSpec, TypeVar

import psycopg
from psycopg.rows import dict_row
from psycopg_pool import ConnectionPool, PoolTimeout

from storage import named
from storage.database import Database
from storage.errors import DatabaseAway
from storage.leases import Leases
from storage.postgres_leases import KEEPALIVE, PostgresLeases
from storage.postgres_session import PostgresSession
from storage.session import Session
from storage.vault import Vault

P = ParamSpec("P")
T = TypeVar("T")
Connection = psycopg.Connection[dict[str, Any]]

POOL_SIZE: Final = 8
TRIES: Final = 5
"""How often a transaction is run that PostgreSQL broke off because two of them met, or whose connection was gone."""
PAUSE_SECONDS: Final = 0.02
START_SECONDS: Final = 30.0
WAIT_SECONDS: Final = 5.0
"""For a connection. Longer, and the vendor would give up before we can say that it shall come again."""
RECONNECT_SECONDS: Final = 3.0
"""For how long the pool tries by itself, less and less often; then whoever needs a connection makes it try anew. Left
to itself it would come back as late again as the server was away."""

_SETTINGS: Final = (
    # Nobody may wait for ever behind a turn that hangs, nor may a process that was stopped hold what it locked.
    "SET lock_timeout = '10s'",
    "SET idle_in_transaction_session_timeout = '120s'",
)
_MET: Final = (psycopg.errors.DeadlockDetected, psycopg.errors.SerializationFailure)


class PostgresDatabase(Database):
    """A database on a server, for one process or several."""

    def __init__(self, url: str, pool: ConnectionPool[Connection], vault: Vault) -> None:
        self._url = url
        self._pool = pool
        self._vault = vault
        self._queries = named.load()
        self._threads = ThreadPoolExecutor(POOL_SIZE, thread_name_prefix="postgres")
        self._topics: set[str] = set()
        self._caller: asyncio.Task[None] | None = None

    @classmethod
    async def connect(cls, url: str, vault: Vault) -> PostgresDatabase:
        """Open the pool. Raises DatabaseAway when nobody answers."""
        pool: ConnectionPool[Connection] = ConnectionPool(
            url,
            min_size=1,
            max_size=POOL_SIZE,
            open=False,
            timeout=WAIT_SECONDS,
            reconnect_timeout=RECONNECT_SECONDS,
            connection_class=psycopg.Connection[dict[str, Any]],
            configure=_configure,
            kwargs={"row_factory": dict_row, "autocommit": True, **KEEPALIVE},
        )
        try:
            await asyncio.to_thread(_open, pool)
        except PoolTimeout:
            await asyncio.to_thread(pool.close)
            raise DatabaseAway from None
        except BaseException:
            await asyncio.to_thread(pool.close)
            raise
        return cls(url, pool, vault)

    async def write(self, fn: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        return await self._hop(lambda session: fn(session, *args, **kwargs), None)

    async def read(self, fn: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        # One state for all its statements: a report must not count a letter in one column and miss it in the next.
        return await self._hop(lambda session: fn(session, *args, **kwargs), psycopg.IsolationLevel.REPEATABLE_READ)

    def leases(self) -> Leases:
        return PostgresLeases(self._url)

    def call(self, topic: str) -> None:
        # Not in the transaction that has something to tell: all commits that notify queue behind one lock.
        self._topics.add(topic)
        if self._caller is None:
            self._caller = asyncio.get_running_loop().create_task(self._call_out())

    async def close(self) -> None:
        if self._caller is not None:
            await asyncio.wait({self._caller})
        await asyncio.to_thread(self._pool.close)
        self._threads.shutdown(wait=True)

    async def _call_out(self) -> None:
        try:
            while self._topics:
                topics, self._topics = self._topics, set()
                await self._hop(partial(_notify, topics=topics), None)
        except psycopg.OperationalError:
            # Whoever should have heard looks by itself in a few seconds.
            self._topics.clear()
        finally:
            self._caller = None

    async def _hop(self, fn: Callable[[Session], T], snapshot: psycopg.IsolationLevel | None) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._threads, self._repeat, fn, snapshot)

    def _repeat(self, fn: Callable[[Session], T], snapshot: psycopg.IsolationLevel | None) -> T:
        for attempt in range(1, TRIES + 1):
            begun = committing = broken = False
            try:
                with self._pool.connection() as connection:
                    connection.isolation_level = snapshot
                    connection.read_only = snapshot is not None
                    try:
                        with connection.transaction():
                            begun = True
                            value = fn(PostgresSession(connection, self._queries, self._vault))
                            committing = True
                    except psycopg.errors.FeatureNotSupported:
                        if begun:
                            raise
                        # A standby server: the next connection may find the one that took its place.
                        connection.close()
                        raise psycopg.OperationalError from None
                    finally:
                        broken = connection.closed
                    return value
            except _MET:
                if attempt == TRIES:
                    raise
                time.sleep(random.uniform(0, PAUSE_SECONDS * attempt))
            except psycopg.OperationalError:
                # Gone before the commit was asked for: nothing was done. Later, nobody knows: the event comes again.
                if committing or attempt == TRIES or not broken:
                    raise
                self._pool.check()
        raise AssertionError


def _open(pool: ConnectionPool[Connection]) -> None:
    """Open a pool on a server that may only be starting as well. Raises PoolTimeout."""
    pool.open()
    last = time.monotonic() + START_SECONDS
    while True:
        try:
            with pool.connection():
                return
        except PoolTimeout:
            if time.monotonic() > last:
                raise


def _configure(connection: Connection) -> None:
    for setting in _SETTINGS:
        connection.execute(setting.encode())


def _notify(session: Session, topics: set[str]) -> None:
    for topic in sorted(topics):
        session.notify(topic)
