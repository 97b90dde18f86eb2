"""Carrying a whole SQLite database: into PostgreSQL, or into a migrated copy of itself. Compared before it counts."""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final

from storage import audit, migrate, named, transfer
from storage.errors import CopyDiffers, NotEmpty
from storage.session import Session, SqliteSession
from storage.transfer import Sum, Table
from storage.vault import Vault

COPY: Final = ".migrating"
Progress = Callable[[str, int], None]


def carry_over(
    target: Session, path: Path, at: str, progress: Progress = lambda table, rows: None, *, used: bool = False
) -> dict[str, int]:
    """Fill an empty database, or bring an unfinished copy up to date, with every row of an SQLite file as it stands at
    one moment; rows by table. While the file is still `used` the copy stays unfinished: nobody can work on it.

    All in the one transaction of `target`: either everything is there and equal, chains included, or nothing.
    Raises NotEmpty, CopyDiffers, WrongKeyFile.
    """
    target.take_time()
    begun = is_begun(target)
    if begun:
        migrate.check_keys(target)
    elif migrate.current(target) and not transfer.is_empty(target):
        raise NotEmpty("database")
    migrate.migrate(target, at)
    transfer.clear_key_check(target)
    with _reading(path, target.vault) as source:
        if migrate.applied(source) != migrate.applied(target):
            raise CopyDiffers("schema")
        sums = _bring_up(source, target, progress) if begun else _fill_all(source, target, progress)
    for table in transfer.tables(target):
        if transfer.sum_of(target, table) != sums.get(table.name, Sum()):
            raise CopyDiffers(table.name)
        transfer.count_on(target, table)
    migrate.check_keys(target)
    if audit.verify(target):
        raise CopyDiffers("audit")
    if used:
        migrate.mark_unfinished(target)
    return {name: total.rows for name, total in sums.items()}


def is_begun(target: Session) -> bool:
    """Whether this database holds an unfinished copy."""
    return bool(migrate.current(target)) and migrate.is_unfinished(target)


def is_behind(path: Path) -> bool:
    """Whether this file holds data under an older schema than this program's."""
    if not path.exists() or path.stat().st_size == 0:
        return False
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if "schema_version" not in tables:
            return False
        rows = connection.execute("SELECT version, name FROM schema_version").fetchall()
    return bool(rows) and bool(migrate.missing(dict(rows)))


def migrate_copy(path: Path, vault: Vault, at: str) -> Path:
    """Migrate a copy of an SQLite file, see that nothing went missing, and put it in the file's place.

    The file as it was stays beside it; its name is returned. Whoever calls holds the lock of the database.
    """
    copy = path.with_name(path.name + COPY)
    copy.unlink(missing_ok=True)
    os.close(os.open(copy, os.O_CREAT | os.O_RDWR, 0o600))
    try:
        with closing(sqlite3.connect(path)) as before, closing(sqlite3.connect(copy, isolation_level=None)) as after:
            before.row_factory = after.row_factory = sqlite3.Row
            before.backup(after)
            old = SqliteSession(before, named.load(), vault)
            version = migrate.seen(old)
            rows = _counts(old)
            after.execute("PRAGMA foreign_keys = ON")
            after.execute("BEGIN IMMEDIATE")
            migrate.migrate(SqliteSession(after, named.load(), vault), at)
            after.execute("COMMIT")
            _see_that_nothing_went(after, rows)
            before.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        with copy.open("rb") as handle:
            os.fsync(handle.fileno())
        kept = path.with_name(f"{path.name}.{version:04}")
        # Never without a file in its place: a start in between would begin an empty one.
        kept.unlink(missing_ok=True)
        kept.hardlink_to(path)
        copy.replace(path)
        for rest in ("-wal", "-shm"):
            path.with_name(path.name + rest).unlink(missing_ok=True)
    finally:
        copy.unlink(missing_ok=True)
    return kept


def _see_that_nothing_went(after: sqlite3.Connection, rows: dict[str, int]) -> None:
    if after.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
        raise CopyDiffers("integrity")
    if after.execute("PRAGMA foreign_key_check").fetchone() is not None:
        raise CopyDiffers("references")
    for name, number in rows.items():
        if after.execute(f"SELECT COUNT(*) FROM {name}").fetchone()[0] < number:
            raise CopyDiffers(name)


def _counts(db: Session) -> dict[str, int]:
    return {table.name: next(iter(db.rows(f"SELECT COUNT(*) FROM {table.name}")))[0] for table in transfer.tables(db)}


def _fill_all(source: Session, target: Session, progress: Progress) -> dict[str, Sum]:
    sums = {}
    for table in transfer.tables(source):
        sums[table.name] = total = Sum()
        transfer.fill(target, table, _counted(source, table, total, progress))
    return sums


def _bring_up(source: Session, target: Session, progress: Progress) -> dict[str, Sum]:
    """Take out what is gone, then bring what is new or has changed: a row may name one of an earlier table, and a new
    one may have what only one may have from one that is gone, or that has something else now. Rows that others name
    cannot be taken out first: what only one of these may have never changes."""
    sums, news, gone = {}, [], []
    named_by_others = transfer.referred(source)
    for table in transfer.tables(source):
        key = transfer.key_of(source, table)
        sums[table.name] = total = Sum()
        there = {_key_in(line, table, key): _digest(line) for line in transfer.scan(target, table)}
        fresh, changed = [], []
        for line in _counted(source, table, total, progress):
            its_key = _key_in(line, table, key)
            before = there.pop(its_key, b"")
            if before != _digest(line):
                fresh.append(line)
                changed += [its_key] if before else []
        news.append((table, key, fresh))
        gone.append((table, key, [*there, *(() if table.name in named_by_others else changed)]))
    for table, key, keys in reversed(gone):
        transfer.take_out(target, table, key, keys)
    for table, key, lines in news:
        transfer.bring_up(target, table, key, lines)
    return sums


def _counted(source: Session, table: Table, total: Sum, progress: Progress) -> Iterator[bytes]:
    for line in transfer.scan(source, table):
        total.add(line)
        if total.rows % 10_000 == 0:
            progress(table.name, total.rows)
        yield line


def _key_in(line: bytes, table: Table, key: Sequence[str]) -> bytes:
    values = dict(zip(sorted(table.columns), json.loads(line), strict=True))
    return json.dumps([values[column] for column in key], ensure_ascii=False, separators=(",", ":")).encode()


def _digest(line: bytes) -> bytes:
    return hashlib.blake2b(line, digest_size=16).digest()


@contextmanager
def _reading(path: Path, vault: Vault) -> Iterator[Session]:
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True, isolation_level=None)) as connection:
        connection.row_factory = sqlite3.Row
        connection.execute("BEGIN")
        yield SqliteSession(connection, named.load(), vault)
