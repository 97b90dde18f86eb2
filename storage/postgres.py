"""PostgreSQL behind the Database: a pool, turns that are repeated when two of them met, connections that come back."""

from __future__ import annotations

import asyncio
import logging
import random
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from typing import Any, Concatenate, Final, ParamSpec, TypeVar

import psycopg
from psycopg.pq import PGconn, Ping
from psycopg.rows import dict_row
from psycopg_pool import ConnectionPool, PoolTimeout

from storage import named
from storage.batches import Batches, Outcome, Work
from storage.database import Database
from storage.errors import DatabaseAway, SharedConnections, WrongEncoding
from storage.leases import Leases
from storage.postgres_leases import KEEPALIVE, PostgresLeases
from storage.postgres_session import PostgresSession
from storage.postgres_wire import Statement, Wire
from storage.session import Session, committed
from storage.switchboard import Switchboard
from storage.vault import Vault

P = ParamSpec("P")
T = TypeVar("T")

POOL_SIZE: Final = 8
WRITERS: Final = 4
"""Connections that write at the same time, at most; the others read."""
PATIENCE_SECONDS: Final = 0.1
"""A batch takes less, unless it waits for somebody or has much to do: then another connection goes on."""
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
_BEGIN: Final = Statement(b"BEGIN READ WRITE")
_BEGIN_READING: Final = Statement(b"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
_ROLLBACK: Final = Statement(b"ROLLBACK")
_SAVEPOINT: Final = Statement(b"SAVEPOINT one")
_BACK: Final = Statement(b"ROLLBACK TO one")
_RELEASE: Final = Statement(b"RELEASE one")
_HASTE: Final = Statement(b"SET LOCAL lock_timeout = '100ms'")
"""Several turns wait for whoever locks a row for less time than it takes the server to look for a deadlock."""
_MET: Final = (psycopg.errors.DeadlockDetected, psycopg.errors.SerializationFailure)


_Ran = tuple[Sequence[Outcome | None], Sequence[PostgresSession]]
"""What became of works, and the sessions of those that are to be committed."""


class Standby(psycopg.OperationalError):
    """The server only reads: it stands by for another."""


class PostgresConnection(psycopg.Connection[dict[str, Any]]):
    """A connection of the pool; the statements of transactions go over its wire."""

    wire: Wire


class PostgresDatabase(Database):
    """A database on a server, for one process or several."""

    def __init__(self, url: str, pool: ConnectionPool[PostgresConnection], vault: Vault) -> None:
        self._url = url
        self._pool = pool
        self._vault = vault
        self._queries = named.load()
        self._batches = Batches(self._together, most_at_once=WRITERS, patience=PATIENCE_SECONDS)
        self._threads = ThreadPoolExecutor(POOL_SIZE, thread_name_prefix="postgres")
        self._switchboard = Switchboard(vault)

    @classmethod
    async def connect(cls, url: str, vault: Vault) -> PostgresDatabase:
        """Open the pool. Raises DatabaseAway when nobody answers."""
        pool: ConnectionPool[PostgresConnection] = ConnectionPool(
            url,
            min_size=1,
            max_size=POOL_SIZE,
            open=False,
            timeout=WAIT_SECONDS,
            reconnect_timeout=RECONNECT_SECONDS,
            connection_class=PostgresConnection,
            configure=_configure,
            kwargs={"row_factory": dict_row, "autocommit": True, "client_encoding": "utf8", **KEEPALIVE},
        )
        try:
            await asyncio.to_thread(_open, pool, url)
            await asyncio.to_thread(_refuse_unfit, pool)
        except PoolTimeout:
            await asyncio.to_thread(pool.close)
            raise DatabaseAway from None
        except BaseException:
            await asyncio.to_thread(pool.close)
            raise
        return cls(url, pool, vault)

    async def write(self, fn: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        return await self._batches.write(fn, *args, **kwargs)

    async def read(self, fn: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        # One state for all its statements: a report must not count a letter in one column and miss it in the next.
        return await self._hop(self._alone, lambda session: fn(session, *args, **kwargs), _BEGIN_READING)

    def leases(self) -> Leases:
        return PostgresLeases(self._url, self._switchboard)

    def call(self, topic: str, things: Sequence[bytes] = ()) -> None:
        # Not in the transaction that has something to tell: all commits that notify queue behind one lock.
        self._switchboard.call(topic, things)

    async def close(self) -> None:
        await self._batches.finish()
        await asyncio.to_thread(self._pool.close)
        self._threads.shutdown(wait=True)

    async def _hop(self, fn: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._threads, partial(fn, *args, **kwargs))

    async def _together(self, works: Sequence[Work]) -> Sequence[Outcome | None]:
        if len(works) == 1:
            return [await self._hop(self._outcome_alone, works[0])]
        return await self._hop(self._shared, works)

    # In a thread --------------------------------------------------------------------------------------------

    def _shared(self, works: Sequence[Work]) -> Sequence[Outcome | None]:
        """What became of each in one transaction; None where it must be run alone.

        Hardly ever does one of them raise: then all run once more, each behind a savepoint.
        """
        try:
            with self._pool.connection() as connection:
                for run in (self._at_once, self._apart):
                    wire, committing = connection.wire, False
                    try:
                        _begin(wire, _BEGIN)
                        wire.send(_HASTE)
                        outcomes, done = run(connection, works)
                        committing = True
                        wire.commit()
                        committed(*done)
                        return outcomes
                    except BaseException:
                        if committing and wire.broken:
                            raise
                        problem = wire.problem
                        if _given_up(connection) or problem is not None:
                            break
                return [None] * len(works)
        except psycopg.OperationalError as error:
            # Not begun: there is no connection. Or nobody knows whether it was done: the event comes again.
            return [(None, error)] * len(works)

    def _at_once(self, connection: PostgresConnection, works: Sequence[Work]) -> _Ran:
        """All of them, what is known of each asked before any runs; raises what one of them raises."""
        wire, claims = connection.wire, dict[int, PostgresSession]()
        sessions = [
            PostgresSession(connection, wire, self._queries, self._vault, hasty=True, claims=claims) for _ in works
        ]
        outcomes: list[Outcome] = []
        asked, known = 0, False
        for number, (work, session) in enumerate(zip(works, sessions, strict=True)):
            # Up to one of which nothing is known: it may change what those behind it would read.
            while asked <= number or (known and asked < len(works)):
                known = works[asked].head(sessions[asked])
                asked += 1
            outcomes.append((work(session), None))
            session.over()
        if wire.doubtful:
            wire.settle()
        return outcomes, sessions

    def _apart(self, connection: PostgresConnection, works: Sequence[Work]) -> _Ran:
        """Each by itself, kept or undone whatever becomes of the others."""
        wire = connection.wire
        outcomes: list[Outcome | None] = []
        done = []
        for work in works:
            session = PostgresSession(connection, wire, self._queries, self._vault, hasty=True)
            outcomes.append(outcome := _part(wire, session, work))
            if outcome is not None and outcome[1] is None:
                done.append(session)
        return outcomes, done

    def _outcome_alone(self, work: Work) -> Outcome:
        try:
            return self._alone(work, _BEGIN), None
        except BaseException as error:  # noqa: BLE001 - handed on to whoever waits
            return None, error

    def _alone(self, work: Callable[[Session], T], begin: Statement) -> T:
        careful = False
        for attempt in range(1, TRIES + 1):
            committing = gone = False
            problem: psycopg.Error | None = None
            try:
                with self._pool.connection() as connection:
                    wire = connection.wire
                    session = PostgresSession(connection, wire, self._queries, self._vault, careful=careful)
                    try:
                        _begin(wire, begin, careful)
                        value = work(session)
                        committing = True
                        wire.commit()
                        committed(session)
                        return value
                    except BaseException:
                        problem, committing = wire.problem, committing and wire.broken
                        gone = _given_up(connection)
                        raise
            except Exception as error:
                if attempt == TRIES or committing:
                    # In doubt whether it was committed the event comes again, and is known if it was.
                    raise
                if gone:
                    self._pool.check()
                elif isinstance(problem or error, _MET):
                    time.sleep(random.uniform(0, PAUSE_SECONDS * attempt))
                elif careful or problem is None or isinstance(problem, psycopg.OperationalError):
                    raise
                careful = careful or problem is not None
        raise AssertionError


def _part(wire: Wire, session: PostgresSession, work: Work) -> Outcome | None:
    """One of several works in a transaction; None where it waits for somebody and is run by itself afterwards."""
    wire.send(_SAVEPOINT)
    outcome: Outcome | None
    try:
        value = work(session)
        if wire.doubtful:
            wire.settle()  # a lock that is not to be had is missing to this work, not to the next
        wire.send(_RELEASE)
        return value, None
    except psycopg.errors.LockNotAvailable:
        outcome = None
    except BaseException as error:  # noqa: BLE001 - handed on to whoever waits
        outcome = None, error
    if wire.problem is not None:
        raise wire.problem
    wire.send(_BACK)
    wire.send(_RELEASE)
    return outcome


def _begin(wire: Wire, begin: Statement, careful: bool = False) -> None:
    wire.send(begin)
    if careful:
        try:
            wire.settle()
        except psycopg.errors.FeatureNotSupported:
            raise Standby from None


def _given_up(connection: PostgresConnection) -> bool:
    """Undo what was done; whether the connection is of no more use."""
    wire = connection.wire
    if isinstance(wire.problem, psycopg.errors.FeatureNotSupported):
        # A standby server: the next connection may find the one that took its place. Or another program has changed the
        # schema, and plans made before that do not fit.
        connection.close()
    if not wire.broken:
        with suppress(psycopg.Error):
            wire.undo(_ROLLBACK)
            wire.settle()
    return connection.closed


def _open(pool: ConnectionPool[PostgresConnection], url: str) -> None:
    """Open a pool on a server that may only be starting as well. Raises PoolTimeout."""
    # Its own lines, one for each try, would stand before the sentence that says what to do.
    logging.getLogger("psycopg.pool").setLevel(logging.ERROR)
    pool.open()
    last = time.monotonic() + START_SECONDS
    while True:
        try:
            with pool.connection():
                return
        except PoolTimeout:
            # A server that is there and turns us away will do so in a minute, too: a name or a password is wrong.
            turned_away = PGconn.ping(url.encode()) == Ping.OK
            if turned_away or time.monotonic() > last:
                raise


def _refuse_unfit(pool: ConnectionPool[PostgresConnection]) -> None:
    """Refuse a database that cannot keep every text, as a server without a locale makes them (SQL_ASCII), and a pooler
    that gives a connection to whoever has a transaction: what is prepared, set and heard on it would be another's.

    Raises WrongEncoding and SharedConnections.
    """
    with pool.connection() as first:
        kept_in = first.info.parameter_status("server_encoding")
        if kept_in != "UTF8":
            raise WrongEncoding(kept_in or "")
        if first.info.backend_pid == _behind(first):
            return  # no pooler: this is the server itself
        with pool.connection() as second:
            # While others are busy with the one, the other may get another.
            if any(_behind(first) == _behind(second) for _ in range(TRIES)):
                raise SharedConnections


def _behind(connection: PostgresConnection) -> int:
    """The server's own process at the other end."""
    [row] = connection.execute("SELECT pg_backend_pid() AS pid").fetchall()
    return int(row["pid"])


def _configure(connection: PostgresConnection) -> None:
    for setting in _SETTINGS:
        connection.execute(setting.encode())
    connection.wire = Wire(connection)
