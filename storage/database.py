"""The database: a function of a Session goes in, its transaction is committed, its value comes out."""

from __future__ import annotations

import asyncio
import fcntl
import os
import sqlite3
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Concatenate, Final, ParamSpec, TypeVar

import aiosqlite

from cases.dates import stamp
from storage import carry, migrate, named
from storage.batches import Batches, Outcome, Work
from storage.errors import DatabaseInUse, UnknownUrl
from storage.leases import Leases, SoleLeases
from storage.session import Session
from storage.together import READS, together, transaction
from storage.vault import Vault

P = ParamSpec("P")
T = TypeVar("T")

READERS: Final = 2
"""SQLite connections that only read; WAL lets them go on while the writer writes."""

BUSY_TIMEOUT_MS: Final = 5000

CHECKPOINT_PAGES: Final = 4000
"""So much (16 MB) gathers in the log before it goes into the file: a page that many turns change goes there once."""


class Database(ABC):
    """One database. `write` and `read` each cost one hop to a connection's thread."""

    @staticmethod
    async def open(url: str, vault: Vault, *, exclusive: bool = False, migrated: bool = True) -> Database:
        """Open the database of a url, bring its schema up to date, and refuse a second `exclusive` program."""
        if url.startswith("sqlite:///"):
            database: Database = await _Sqlite.connect(_path(url), vault, exclusive, migrated)
        elif url.startswith(("postgresql://", "postgres://")):
            from storage.postgres import PostgresDatabase

            database = await PostgresDatabase.connect(url, vault)
        else:
            raise UnknownUrl
        if migrated:
            try:
                await database.write(migrate.migrate, stamp(datetime.now(UTC)))
                await database.write(migrate.check_keys)
                await database.read(migrate.check_finished)
            except BaseException:
                await database.close()
                raise
        return database

    @abstractmethod
    async def write(self, fn: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run `fn(session, …)` in a transaction that may write; committed when it returns, undone when it raises."""

    @abstractmethod
    async def read(self, fn: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run `fn(session, …)` in a transaction that only reads."""

    @abstractmethod
    def leases(self) -> Leases:
        """What only one of the processes on this database may do."""

    @abstractmethod
    def call(self, topic: str, things: Sequence[bytes] = ()) -> None:
        """Call out to the other processes that there is something of this sort, or bring it to them (JSON); soon, and
        what comes while a call is on its way goes together with the next.

        It may be lost: whoever listens looks by itself too, now and then.
        """

    @abstractmethod
    async def close(self) -> None:
        """Finish what is under way and let go of the connections."""


class _Sqlite(Database):
    def __init__(
        self,
        writer: aiosqlite.Connection,
        readers: list[aiosqlite.Connection],
        vault: Vault,
        lock: int | None,
    ) -> None:
        self._writer = writer
        self._batches = Batches(self._together)
        self._readers = readers
        self._next = 0
        self._vault = vault
        self._lock = lock
        self._queries = named.load()

    @classmethod
    async def connect(cls, path: Path, vault: Vault, exclusive: bool, migrated: bool) -> _Sqlite:
        path.parent.mkdir(parents=True, exist_ok=True)
        behind = migrated and carry.is_behind(path)
        lock = _take_lock(path) if exclusive or behind else None
        try:
            if behind:
                await asyncio.to_thread(carry.migrate_copy, path, vault, stamp(datetime.now(UTC)))
                if not exclusive:
                    _drop_lock(lock)
                    lock = None
            # The file is made by us before SQLite does, so that nobody else may read it.
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
            writer = await aiosqlite.connect(path, isolation_level=None, cached_statements=512)
            await hop(writer, partial(_prepare, writer._conn, writes=True))
            readers = []
            for _ in range(READERS):
                reader = await aiosqlite.connect(path, isolation_level=None, cached_statements=256)
                await hop(reader, partial(_prepare, reader._conn, writes=False))
                readers.append(reader)
        except BaseException:
            _drop_lock(lock)
            raise
        return cls(writer, readers, vault, lock)

    async def write(self, fn: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        return await self._batches.write(fn, *args, **kwargs)

    async def _together(self, works: Sequence[Work]) -> Sequence[Outcome]:
        connection = self._writer
        return await hop(connection, lambda: together(connection._conn, self._queries, self._vault, works))

    async def read(self, fn: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        self._next = (self._next + 1) % len(self._readers)
        connection = self._readers[self._next]

        def work() -> T:
            return transaction(
                connection._conn,
                READS,
                self._queries,
                self._vault,
                lambda session: fn(session, *args, **kwargs),
            )

        return await hop(connection, work)

    def leases(self) -> Leases:
        return SoleLeases()

    def call(self, topic: str, things: Sequence[bytes] = ()) -> None:
        """Nothing: there is no other process."""

    async def close(self) -> None:
        await self._batches.finish()
        for connection in (*self._readers, self._writer):
            await connection.close()
        _drop_lock(self._lock)
        self._lock = None


async def hop(connection: aiosqlite.Connection, work: Callable[[], T]) -> T:
    """Run a function on the thread that owns an SQLite connection.

    `_execute` is private to aiosqlite: it stands only here, the version is pinned, and a test says when it
    changed. `work` takes no arguments, because aiosqlite writes those into its debug log.
    """
    result: T = await connection._execute(work)  # type: ignore[no-untyped-call]
    return result


def _prepare(connection: sqlite3.Connection, *, writes: bool) -> None:
    connection.row_factory = sqlite3.Row
    # Without one, an adapter is looked for at length for each value that is sealed or a hash.
    sqlite3.register_adapter(bytes, bytes)
    connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
    connection.execute("PRAGMA foreign_keys = ON")
    if writes:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA secure_delete = ON")
        # What savepoints keep to undo would go to a file in between.
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute(f"PRAGMA wal_autocheckpoint = {CHECKPOINT_PAGES}")
    else:
        connection.execute("PRAGMA query_only = ON")


def _path(url: str) -> Path:
    return Path(url.removeprefix("sqlite:///"))


def _take_lock(path: Path) -> int:
    handle = os.open(path.with_name(path.name + ".lock"), os.O_CREAT | os.O_RDWR, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(handle)
        raise DatabaseInUse(path.name) from None
    return handle


def _drop_lock(handle: int | None) -> None:
    if handle is not None:
        os.close(handle)
