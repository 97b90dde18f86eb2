"""One open transaction on PostgreSQL. A module of its own: a committee on a file never loads the driver."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import psycopg
from psycopg.rows import tuple_row

from storage.named import Queries
from storage.session import Row, expanded
from storage.vault import Vault


class PostgresSession:
    """A Session on PostgreSQL, where a transaction takes advisory locks by key."""

    __slots__ = ("_connection", "_queries", "vault")

    dialect = "postgresql"

    def __init__(
        self,
        connection: psycopg.Connection[dict[str, Any]],
        queries: Queries,
        vault: Vault,
    ) -> None:
        self._connection = connection
        self._queries = queries
        self.vault = vault

    def run(self, name: str, /, **values: Any) -> list[Row]:
        """Run a named statement; its rows, or none."""
        query = self._queries[name]
        if query.lists:
            query, values = expanded(query, values)
        # The text comes from our own .sql files: there is no other way to hand it over.
        cursor = self._connection.execute(query.postgres.encode(), values)
        return list(cursor.fetchall()) if cursor.description else []

    def one(self, name: str, /, **values: Any) -> Row | None:
        """The first row of a named statement."""
        rows = self.run(name, **values)
        return rows[0] if rows else None

    def run_many(self, name: str, values: Iterable[Mapping[str, Any]], /) -> None:
        """Run a named statement that returns nothing once for each set of values."""
        query = self._queries[name]
        with self._connection.cursor() as cursor:
            cursor.executemany(query.postgres.encode(), values)

    def lock(self, key: bytes) -> None:
        """Take the advisory lock of this key until the end of the transaction."""
        number = int.from_bytes(key[:8], "big", signed=True)
        self._connection.execute("SELECT pg_advisory_xact_lock(%(number)s)", {"number": number})

    def notify(self, topic: str) -> None:
        """Call out on the channel of this schema: databases are shared by tests, and may be by towns."""
        self._connection.execute("SELECT pg_notify('tiengdan_' || current_schema(), %(topic)s)", {"topic": topic})

    def script(self, statement: str) -> None:
        """Run one statement of a migration."""
        self._connection.execute(statement.encode())

    def take_time(self) -> None:
        """Lift the limits that protect others from a turn that hangs."""
        self._connection.execute("SET LOCAL idle_in_transaction_session_timeout = 0")

    def rows(self, statement: str, values: Sequence[Any] = ()) -> Iterator[Sequence[Any]]:
        """Rows of a statement made from the schema itself, one after the other, however many there are."""
        # Without a name the whole table would be fetched at once.
        with self._connection.cursor("rows", row_factory=tuple_row) as cursor:
            cursor.execute(statement.encode(), values or None)
            yield from cursor

    def fill(self, statement: str, rows: Sequence[Sequence[Any]]) -> None:
        """Run a statement made from the schema itself once for each row."""
        with self._connection.cursor() as cursor:
            cursor.executemany(statement.encode(), rows)
