"""One open transaction on PostgreSQL. A module of its own: a committee on a file never loads the driver."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, Final

import psycopg
from psycopg.errors import LockNotAvailable
from psycopg.rows import tuple_row

from storage.named import Queries
from storage.postgres_wire import Answer, Wire, statement
from storage.session import Book, Row, expanded
from storage.vault import Vault

_LOCK: Final = statement("SELECT pg_advisory_xact_lock(CAST(%(number)s AS bigint))")
_TRY_LOCK: Final = statement("SELECT pg_try_advisory_xact_lock(CAST(%(number)s AS bigint))")
_TAKE_TIME: Final = """
SELECT set_config(name, '0', true) FROM pg_settings
WHERE name IN ('idle_in_transaction_session_timeout', 'statement_timeout', 'transaction_timeout')
"""
"""Older servers do not know the last."""


class PostgresSession:
    """A Session on PostgreSQL, where a transaction takes advisory locks by key.

    A statement without rows is sent and not waited for, unless it is `careful`: that it failed is learnt later, where
    nobody expects it, and the work is then run once more, with care. With `hasty` it waits for no lock that another
    transaction holds, but raises LockNotAvailable, as for what another work of its own has claimed.
    """

    __slots__ = (
        "_ahead",
        "_careful",
        "_claims",
        "_connection",
        "_hasty",
        "_locked",
        "_queries",
        "_wire",
        "known",
        "vault",
    )

    dialect = "postgresql"
    shared = True

    def __init__(
        self,
        connection: psycopg.Connection[Any],
        wire: Wire,
        queries: Queries,
        vault: Vault,
        *,
        careful: bool = False,
        hasty: bool = False,
        claims: dict[int, PostgresSession] | None = None,
    ) -> None:
        self._connection = connection
        self._wire = wire
        self._queries = queries
        self._careful = careful
        self._hasty = hasty
        self._claims = claims
        self._locked: set[int] = set()
        self._ahead: dict[tuple[Any, ...], Answer] = {}
        self.vault = vault
        self.known: dict[Book, Any] = {}

    def run(self, name: str, /, **values: Any) -> list[Row]:
        """Run a named statement; its rows, or none."""
        query = self._queries[name]
        if self._ahead and (answer := self._ahead.pop((name, *islice(values.values(), 1)), None)) is not None:
            return self._wire.rows_of(answer)
        if query.lists:
            query, values = expanded(query, values)
            what = statement(query.postgres, False)
        else:
            what = statement(query.postgres)
        if what.answers:
            return self._wire.ask(what, values)
        self._wire.send(what, values)
        if self._careful:
            self._wire.settle()
        return []

    def ahead(self, name: str, /, **values: Any) -> None:
        """Send a named statement now whose rows `run` will be asked for, with the same first value."""
        key = name, *islice(values.values(), 1)
        if not self._careful and key not in self._ahead:
            self._ahead[key] = self._wire.put(statement(self._queries[name].postgres), values)

    def foreseen(self, name: str, first: Any, /) -> bool:
        """Whether a statement was sent `ahead`, so that `run` needs no other value."""
        return (name, first) in self._ahead

    def one(self, name: str, /, **values: Any) -> Row | None:
        """The first row of a named statement."""
        rows = self.run(name, **values)
        return rows[0] if rows else None

    def added(self, name: str, values: Mapping[str, Any], /) -> int | None:
        """Run a named INSERT of one row; the number that row has, None where it was there already."""
        rows: list[Any] = self.run(name, **values)
        return next(iter(rows[0].values())) if rows else None

    def run_many(self, name: str, values: Iterable[Mapping[str, Any]], /) -> None:
        """Run a named statement that returns nothing once for each set of values."""
        what = statement(self._queries[name].postgres)
        for each in values:
            self._wire.send(what, each)
        if self._careful:
            self._wire.settle()

    def lock(self, key: bytes) -> None:
        """Take the advisory lock of this key until the end of the transaction."""
        number = int.from_bytes(key[:8], "big", signed=True)
        if number in self._locked:
            return
        if self._claims is not None and self._claims.setdefault(number, self) is not self:
            # To the server they are one. What the other has read already must not be changed before it runs.
            raise LockNotAvailable
        self._locked.add(number)
        self._wire.send(_TRY_LOCK if self._hasty else _LOCK, {"number": number}, must=self._hasty)

    def over(self) -> None:
        """What it has locked others may change now who share its transaction."""
        if self._claims is not None:
            for number in self._locked:
                del self._claims[number]

    def script(self, statement: str) -> None:
        """Run one statement of a migration."""
        self._wire.settle()
        self._connection.execute(statement.encode())

    def take_time(self) -> None:
        """Lift the limits that protect others from a turn that hangs, ours and those of the server's owner."""
        self._wire.settle()
        self._connection.execute(_TAKE_TIME)

    def rows(self, statement: str, values: Sequence[Any] = ()) -> Iterator[Sequence[Any]]:
        """Rows of a statement made from the schema itself, one after the other, however many there are."""
        self._wire.settle()
        # Without a name the whole table would be fetched at once.
        with self._connection.cursor("rows", row_factory=tuple_row) as cursor:
            cursor.execute(statement.encode(), values or None)
            yield from cursor

    def fill(self, statement: str, rows: Sequence[Sequence[Any]]) -> None:
        """Run a statement made from the schema itself once for each row."""
        self._wire.settle()
        with self._connection.cursor() as cursor:
            cursor.executemany(statement.encode(), rows)
