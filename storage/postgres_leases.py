"""Leases on PostgreSQL: rows that are kept by a connection of their own, which also hears what others call."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Collection
from typing import Any, Final

import psycopg

from storage.leases import MISSED, Changed, Heard
from storage.switchboard import Switchboard

BEAT_SECONDS: Final = 1.0
"""How often a holder says that it lives, and how often the others try to take over."""
LEASE_SECONDS: Final = 10.0
"""A holder that is stopped without being dead loses its leases after so long."""
SURE: Final = 0.7
"""For this part of it a holder may be sure after a beat, on its own clock."""
RECONNECT_SECONDS: Final = 0.5

KEEPALIVE: Final[dict[str, Any]] = {
    "connect_timeout": 5,
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 15_000,
}
"""A connection whose other end is gone must be noticed within seconds, not after the system's two hours."""

_MOMENT: Final = "to_char({} AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"
_NOW: Final = _MOMENT.format("clock_timestamp()")
_THEN: Final = _MOMENT.format("(clock_timestamp() + make_interval(secs => %(seconds)s))")
# A holder is the connection over which it beats. PostgreSQL knows which connections live: after a kill -9 the
# kernel closes it, and nobody needs to wait until the lease is over.
_ME: Final = "a.pid || '/' || " + _MOMENT.format("a.backend_start")
_WHO: Final = f"SELECT {_ME}, current_schema() FROM pg_stat_activity AS a WHERE a.pid = pg_backend_pid()"
_BEAT: Final = f"""
INSERT INTO leases AS l (name, holder, until) SELECT n, %(me)s, {_THEN} FROM unnest(%(names)s::text[]) AS n ORDER BY n
ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until
WHERE l.holder = excluded.holder OR l.until < {_NOW}
OR NOT EXISTS (SELECT 1 FROM pg_stat_activity AS a WHERE {_ME} = l.holder)
RETURNING l.name
"""


class PostgresLeases:
    """Leases as rows, kept by a connection of their own that also listens."""

    def __init__(self, url: str, switchboard: Switchboard, seconds: float = LEASE_SECONDS) -> None:
        self._url = url
        self._switchboard = switchboard
        self._seconds = seconds
        self._held: frozenset[str] = frozenset()
        self._sure_until = 0.0

    def holds(self, name: str) -> bool:
        """Whether this process may do it now: after a pause of the process, not before its next beat."""
        return name in self._held and time.monotonic() < self._sure_until

    async def follow(self, names: Collection[str], changed: Changed, heard: Heard) -> None:
        """Until cancelled: try to hold each name, tell what was won and lost, pass on what other processes call."""
        while True:
            try:
                await self._follow(sorted(names), changed, heard)
            except (psycopg.OperationalError, TimeoutError):
                await asyncio.sleep(RECONNECT_SECONDS)
            finally:
                self._switchboard.hang_up()
                self._tell(frozenset(), changed)

    async def _follow(self, names: list[str], changed: Changed, heard: Heard) -> None:
        async with await psycopg.AsyncConnection.connect(self._url, autocommit=True, **KEEPALIVE) as connection:
            # A lease that a crash of the server forgets is taken anew, and a call may be lost: no disk is waited for.
            # Both say that they write, as turns do: where that is not the default, turns are kept, nobody would answer.
            await connection.execute("SET synchronous_commit = off; SET default_transaction_read_only = off")
            found = await (await connection.execute(_WHO)).fetchone()
            assert found is not None
            me, schema = found
            channel, own = channel_of(schema), int(me.partition("/")[0])
            # What comes during a beat.
            connection.add_notify_handler(lambda note: heard(note.payload) if note.pid != own else None)
            await connection.execute(f'LISTEN "{channel}"'.encode())
            heard(MISSED)
            while True:
                await self._beat(connection, me, names, changed)
                await self._switchboard.listen(connection.pgconn, channel, own, heard, BEAT_SECONDS)

    async def _beat(
        self, connection: psycopg.AsyncConnection[Any], me: str, names: list[str], changed: Changed
    ) -> None:
        began = time.monotonic()
        if began >= self._sure_until:
            # This process was stopped for a while: another may have had the leases, and done with them what it would.
            self._tell(frozenset(), changed)
        async with asyncio.timeout(self._seconds * SURE):
            cursor = await connection.execute(_BEAT.encode(), {"me": me, "names": names, "seconds": self._seconds})
            rows = await cursor.fetchall()
        self._sure_until = began + self._seconds * SURE
        self._tell(frozenset(row[0] for row in rows), changed)

    def _tell(self, held: frozenset[str], changed: Changed) -> None:
        before, self._held = self._held, held
        for name in sorted(before - held):
            changed(name, False)
        for name in sorted(held - before):
            changed(name, True)


def channel_of(schema: str) -> str:
    """The name under which the processes of one schema call each other."""
    return f"tiengdan_{schema}"
