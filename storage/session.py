"""One open transaction: the named statements, the vault, and nothing that could outlive the commit."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Protocol

from storage.named import Queries, Query
from storage.vault import Vault

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


class Row(Protocol):
    """A row of either database: values by column name."""

    def __getitem__(self, column: str, /) -> Any: ...


class Book(Protocol):
    """What a process knows of the database between transactions."""

    def go_on(self, state: Any, /) -> None:
        """Go on from what a transaction knew that is committed now. It must not fail."""


class Session(Protocol):
    """A transaction that is open on one connection, in the thread that owns it."""

    vault: Vault
    shared: bool
    """Whether other processes write to this database too."""
    known: dict[Book, Any]
    """What this transaction has learnt for each book: handed to it once that is committed, gone when it is undone."""

    def run(self, name: str, /, **values: Any) -> list[Row]:
        """Run a named statement; its rows, or none."""

    def one(self, name: str, /, **values: Any) -> Row | None:
        """The first row of a named statement."""

    def added(self, name: str, values: Mapping[str, Any], /) -> int | None:
        """Run a named INSERT of one row; the number that row has, which comes first of what the statement returns,
        None where it was there already."""

    def ahead(self, name: str, /, **values: Any) -> None:
        """Say what `run` will be asked for, with the same first value: to a server it goes with what is sent before."""

    def foreseen(self, name: str, first: Any, /) -> bool:
        """Whether that was said, so that `run` needs no other value."""

    def run_many(self, name: str, values: Iterable[Mapping[str, Any]], /) -> None:
        """Run a named statement that returns nothing once for each set of values."""

    def lock(self, key: bytes) -> None:
        """Wait until no other transaction holds `key`, and hold it until the end of this one."""

    def script(self, statement: str) -> None:
        """Run one statement of a migration, already in this database's dialect."""

    def take_time(self) -> None:
        """This transaction will pause for longer than a turn may."""

    def rows(self, statement: str, values: Sequence[Any] = ()) -> Iterator[Sequence[Any]]:
        """Rows of a statement made from the schema itself, one after the other, however many there are."""

    def fill(self, statement: str, rows: Sequence[Sequence[Any]]) -> None:
        """Run a statement made from the schema itself once for each row."""

    @property
    def dialect(self) -> str:
        """sqlite or postgresql."""


class SqliteSession:
    """A Session on SQLite, where the one writer is the lock."""

    __slots__ = ("_connection", "_queries", "known", "vault")

    dialect = "sqlite"
    shared = False

    def __init__(self, connection: sqlite3.Connection, queries: Queries, vault: Vault) -> None:
        self._connection = connection
        self._queries = queries
        self.vault = vault
        self.known: dict[Book, Any] = {}

    def run(self, name: str, /, **values: Any) -> list[Row]:
        """Run a named statement; its rows, or none."""
        query = self._queries[name]
        if query.numbered:
            # A turn runs seven statements: a call less for each can be told.
            return self._connection.execute(query.numbered, query.in_order(values)).fetchall()
        return self._execute(query, values).fetchall()

    def one(self, name: str, /, **values: Any) -> Row | None:
        """The first row of a named statement."""
        query = self._queries[name]
        row: Row | None
        if query.numbered:
            row = self._connection.execute(query.numbered, query.in_order(values)).fetchone()
        else:
            row = self._execute(query, values).fetchone()
        return row

    def added(self, name: str, values: Mapping[str, Any], /) -> int | None:
        """Run a named INSERT of one row; the number that row has, None where it was there already."""
        query = self._queries[name]
        cursor = self._connection.execute(query.bare, query.in_order(values))
        return cursor.lastrowid if cursor.rowcount else None

    def ahead(self, name: str, /, **values: Any) -> None:
        """Nothing to do: nobody waits for the way."""

    def foreseen(self, name: str, first: Any, /) -> bool:
        """Never."""
        return False

    def run_many(self, name: str, values: Iterable[Mapping[str, Any]], /) -> None:
        """Run a named statement that returns nothing once for each set of values."""
        query = self._queries[name]
        self._connection.executemany(query.numbered, map(query.in_order, values))

    def lock(self, key: bytes) -> None:
        """Nothing to do: BEGIN IMMEDIATE let nobody else in."""

    def script(self, statement: str) -> None:
        """Run one statement of a migration."""
        self._connection.execute(statement)

    def take_time(self) -> None:
        """Nothing to do: nobody counts."""

    def rows(self, statement: str, values: Sequence[Any] = ()) -> Iterator[Sequence[Any]]:
        """Rows of a statement made from the schema itself, one after the other, however many there are."""
        yield from self._connection.execute(statement, values)

    def fill(self, statement: str, rows: Sequence[Sequence[Any]]) -> None:
        """Run a statement made from the schema itself once for each row."""
        self._connection.executemany(statement, rows)

    def _execute(self, query: Query, values: dict[str, Any]) -> sqlite3.Cursor:
        if query.lists:
            query, values = expanded(query, values)
        return self._connection.execute(query.sqlite, values)


def committed(*sessions: Session) -> None:
    """Hand on what transactions have learnt."""
    for session in sessions:
        for book, state in session.known.items():
            book.go_on(state)


def expanded(query: Query, values: dict[str, Any]) -> tuple[Query, dict[str, Any]]:
    """The statement with a place for each value of its lists, and the values one by one."""
    lengths = {name: len(values[name]) for name in query.lists}
    plain = {name: value for name, value in values.items() if name not in lengths}
    for name in lengths:
        plain.update({f"{name}_{index}": value for index, value in enumerate(values[name])})
    return query.expanded(lengths), plain


def columns(row: DataclassInstance) -> dict[str, Any]:
    """The fields of a record as values of a statement: to PostgreSQL a truth is no number."""
    return {name: int(value) if isinstance(value, bool) else value for name, value in asdict(row).items()}
