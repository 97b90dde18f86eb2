"""A function goes in, its transaction is committed or undone."""

from __future__ import annotations

import asyncio
import contextlib
import inspect
import logging
import sqlite3
import stat
from pathlib import Path

import aiosqlite
import pytest

from storage import conversations, inbox, migrate
from storage.database import Database
from storage.errors import DatabaseInUse, SchemaTooNew, UnknownUrl, WrongKeyFile
from storage.session import Row, Session
from storage.vault import Vault, make_keys
from tests.storage.conftest import NOW


def count(db: Session, day: str) -> None:
    db.run("tallies_add", month=day, body=b"")


def counted(db: Session, day: str) -> list[Row]:
    return db.run("tallies_of_months", months=[day])


async def test_what_raises_is_undone(database: Database) -> None:
    def fail(db: Session) -> None:
        count(db, "2026-10-01")
        raise ValueError

    with pytest.raises(ValueError):
        await database.write(fail)
    assert await database.read(counted, "2026-10-01") == []


async def test_a_savepoint_undoes_only_what_is_inside(database: Database) -> None:
    def half(db: Session) -> None:
        count(db, "2026-10-01")
        with contextlib.suppress(ValueError), db.savepoint():
            count(db, "2026-10-02")
            raise ValueError
        with db.savepoint():
            count(db, "2026-10-03")

    await database.write(half)
    days = [await database.read(counted, day) for day in ("2026-10-01", "2026-10-02", "2026-10-03")]
    assert [len(found) for found in days] == [1, 0, 1]


async def test_a_broken_statement_inside_a_savepoint_leaves_the_transaction_usable(database: Database) -> None:
    def broken(db: Session) -> None:
        with pytest.raises(Exception), db.savepoint():  # noqa: B017 - each driver has its own
            db.script("SELECT no_such_column FROM tallies")
        count(db, "2026-10-01")

    await database.write(broken)
    assert len(await database.read(counted, "2026-10-01")) == 1


async def test_writers_of_one_conversation_wait_for_each_other(database: Database) -> None:
    def step(db: Session) -> None:
        conversation = conversations.find(db, "telegram", "1", "1", NOW)
        number = (conversation.state or {"n": 0})["n"]
        conversations.save(db, conversation.id, {"n": number + 1}, NOW)

    await database.write(step)
    await asyncio.gather(*(database.write(step) for _ in range(20)))
    found = await database.write(conversations.find, "telegram", "1", "1", NOW)
    assert found.state == {"n": 21}


async def test_the_schema_is_the_sum_of_the_migrations_and_runs_once(url: str, vault: Vault) -> None:
    first = await Database.open(url, vault)
    await first.close()
    second = await Database.open(url, vault)
    assert await second.write(migrate.current) == migrate.migrations()[-1][0]
    assert await second.write(migrate.migrate, "now") == []
    await second.close()


async def test_a_database_of_a_newer_program_is_refused(url: str, vault: Vault) -> None:
    newer = await Database.open(url, vault)
    await newer.write(lambda db: db.run("schema_applied", version=9999, name="later", at="x"))
    await newer.close()
    with pytest.raises(SchemaTooNew):
        await Database.open(url, vault)


async def test_a_key_file_of_another_database_is_refused_before_anything_is_written(url: str, vault: Vault) -> None:
    mine = await Database.open(url, vault)
    await mine.close()
    with pytest.raises(WrongKeyFile):
        await Database.open(url, Vault(make_keys()))


async def test_a_second_program_on_one_file_is_refused(tmp_path: Path, vault: Vault) -> None:
    url = f"sqlite:///{tmp_path / 'a.db'}"
    first = await Database.open(url, vault, exclusive=True)
    with pytest.raises(DatabaseInUse):
        await Database.open(url, vault, exclusive=True)
    beside = await Database.open(url, vault)
    await beside.close()
    await first.close()
    again = await Database.open(url, vault, exclusive=True)
    await again.close()


async def test_another_sort_of_url_is_refused(vault: Vault) -> None:
    with pytest.raises(UnknownUrl):
        await Database.open("mysql://x", vault)


async def test_the_file_is_durable_and_readable_by_its_owner_alone(tmp_path: Path, vault: Vault) -> None:
    path = tmp_path / "a.db"
    database = await Database.open(f"sqlite:///{path}", vault)

    def pragmas(db: Session) -> list[object]:
        connection: sqlite3.Connection = db._connection  # type: ignore[attr-defined]
        names = ("journal_mode", "synchronous", "foreign_keys", "secure_delete", "busy_timeout")
        return [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in names]

    assert await database.write(pragmas) == ["wal", 2, 1, 1, 5000]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    await database.close()


async def test_a_reader_cannot_write(sqlite: Database) -> None:
    with pytest.raises(sqlite3.OperationalError):
        await sqlite.read(count, "2026-10-01")


def test_aiosqlite_still_runs_a_function_on_its_thread() -> None:
    """If this fails after an update of aiosqlite: `storage.database.hop` rests on it."""
    assert aiosqlite.__version__ == "0.22.1"
    assert list(inspect.signature(aiosqlite.Connection._execute).parameters) == ["self", "fn", "args", "kwargs"]


async def test_the_debug_log_of_the_driver_holds_nothing_of_a_resident(
    sqlite: Database, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        await sqlite.write(inbox.put, "telegram", "event-0912345678", b"Nguyen Thi Hoa", NOW)
        await sqlite.write(conversations.find, "telegram", "0912345678", "0912345678", NOW)
    assert caplog.records
    assert "0912345678" not in caplog.text
    assert "Hoa" not in caplog.text
