"""Transactions on SQLite: one alone, or several that wait at the same time and share a commit."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from functools import partial
from typing import Final, TypeVar

from storage.named import Queries
from storage.session import Session, SqliteSession, committed
from storage.vault import Vault

T = TypeVar("T")

READS: Final = "BEGIN"
WRITES: Final = "BEGIN IMMEDIATE"


def transaction(
    connection: sqlite3.Connection,
    begin: str,
    queries: Queries,
    vault: Vault,
    fn: Callable[[Session], T],
) -> T:
    """The value of a function of a Session whose transaction is committed when it returns, undone when it raises."""
    session = SqliteSession(connection, queries, vault)
    connection.execute(begin)
    try:
        value = fn(session)
        connection.execute("COMMIT")
    except BaseException:
        # A full disk may already have ended the transaction.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    committed(session)
    return value


def together(
    connection: sqlite3.Connection, queries: Queries, vault: Vault, works: Sequence[Callable[[Session], T]]
) -> list[tuple[T | None, BaseException | None]]:
    """Run several transactions with one commit, each wholly or not at all; their values, or what each raised.

    Hardly ever does one raise: then all run once more, each behind a savepoint. Where they cannot be committed
    together, each runs alone, and fails or not by itself.
    """
    outcomes: list[tuple[T | None, BaseException | None]] = []
    for apart in (False, True) if len(works) > 1 else ():
        outcomes.clear()
        try:
            transaction(connection, WRITES, queries, vault, partial(_each, connection, works, outcomes, apart))
        except _Undone:
            continue
        except sqlite3.Error as error:
            if not outcomes:
                return [(None, error)] * len(works)  # not even begun: another program writes, or the disk is gone
            break
        else:
            return outcomes
    return [_alone(connection, queries, vault, work) for work in works]


class _Undone(Exception):
    """One of several transactions raised what undoes all of them."""


def _each(
    connection: sqlite3.Connection,
    works: Sequence[Callable[[Session], T]],
    outcomes: list[tuple[T | None, BaseException | None]],
    apart: bool,
    session: Session,
) -> None:
    for work in works:
        if apart:
            connection.execute("SAVEPOINT one")
        try:
            outcomes.append((work(session), None))
        except BaseException as error:
            # A full disk: SQLite itself has undone the others too.
            if not apart or not connection.in_transaction:
                raise _Undone from error
            outcomes.append((None, error))
            connection.execute("ROLLBACK TO one")
            session.known.clear()
        if apart:
            connection.execute("RELEASE one")


def _alone(
    connection: sqlite3.Connection, queries: Queries, vault: Vault, work: Callable[[Session], T]
) -> tuple[T | None, BaseException | None]:
    try:
        return transaction(connection, WRITES, queries, vault, work), None
    except BaseException as error:  # noqa: BLE001 - handed on to whoever waits
        return None, error
