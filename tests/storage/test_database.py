"""A function goes in, its transaction is committed or undone."""

from __future__ import annotations

import asyncio
import inspect
import logging
import sqlite3
import stat
from pathlib import Path

import aiosqlite
import psycopg
import pytest

from storage import conversations, inbox, migrate
from storage.batches import MOST_TOGETHER
from storage.database import Database, hop
from storage.errors import DatabaseInUse, SchemaGap, SchemaStrange, SchemaTaken, SchemaTooNew, UnknownUrl, WrongKeyFile
from storage.session import Row, Session
from storage.vault import Vault, make_keys
from tests.storage.conftest import NOW


def count(db: Session, day: str) -> None:
    db.run("tallies_add", month=day, body=b"")


def counted(db: Session, day: str) -> list[Row]:
    return db.run("tallies_since", month=day, upto=0)


async def test_what_raises_is_undone(database: Database) -> None:
    def fail(db: Session) -> None:
        count(db, "2026-10-01")
        raise ValueError

    with pytest.raises(ValueError):
        await database.write(fail)
    assert await database.read(counted, "2026-10-01") == []


async def test_what_waits_at_the_same_time_is_kept_or_undone_each_by_itself(database: Database) -> None:
    def fail(db: Session) -> None:
        count(db, "2026-10-02")
        raise ValueError

    days = ("2026-10-01", "2026-10-03", "2026-10-04")
    kept = [database.write(count, day) for day in days]
    outcomes = await asyncio.gather(kept[0], database.write(fail), *kept[1:], return_exceptions=True)
    assert [type(outcome) for outcome in outcomes] == [type(None), ValueError, type(None), type(None)]
    found = [len(await database.read(counted, day)) for day in ("2026-10-02", *days)]
    assert found == [0, 1, 1, 1]


async def test_sqlite_commits_once_for_all_that_wait(sqlite: Database) -> None:
    commits: list[str] = []
    writer = sqlite._writer  # type: ignore[attr-defined]
    await hop(writer, lambda: writer._conn.set_trace_callback(commits.append))
    await asyncio.gather(*(sqlite.write(count, f"2026-10-{day:02}") for day in range(1, MOST_TOGETHER + 3)))
    assert commits.count("COMMIT") == 2, "as many as go together, and the two beyond"


async def test_a_savepoint_is_set_only_where_one_of_them_was_undone(sqlite: Database) -> None:
    def fail(db: Session) -> None:
        raise ValueError

    said: list[str] = []
    await hop(sqlite._writer, lambda: sqlite._writer._conn.set_trace_callback(said.append))  # type: ignore[attr-defined]
    await asyncio.gather(*(sqlite.write(count, "2026-10-01") for _ in range(4)))
    assert not any("SAVEPOINT" in each for each in said)
    await asyncio.gather(*(sqlite.write(fn) for fn in (fail, fail, migrate.current)), return_exceptions=True)
    assert said.count("SAVEPOINT one") == 3


async def test_where_one_breaks_the_common_transaction_the_others_are_kept_all_the_same(sqlite: Database) -> None:
    def broken(db: Session) -> None:
        count(db, "2026-10-02")
        db.script("ROLLBACK")  # as SQLite does by itself on a full disk
        raise sqlite3.OperationalError("database or disk is full")

    works = [sqlite.write(count, "2026-10-01"), sqlite.write(broken), sqlite.write(count, "2026-10-03")]
    outcomes = await asyncio.gather(*works, return_exceptions=True)
    assert [type(outcome) for outcome in outcomes] == [type(None), sqlite3.OperationalError, type(None)]
    found = [len(await sqlite.read(counted, day)) for day in ("2026-10-01", "2026-10-02", "2026-10-03")]
    assert found == [1, 0, 1]


async def test_who_gives_up_waiting_holds_up_nobody(sqlite: Database) -> None:
    given_up = asyncio.create_task(sqlite.write(count, "2026-10-01"))
    stays = asyncio.create_task(sqlite.write(count, "2026-10-02"))
    await asyncio.sleep(0)
    given_up.cancel()
    await stays
    assert given_up.cancelled()
    await sqlite.write(count, "2026-10-03")


async def test_writers_of_one_conversation_wait_for_each_other(database: Database) -> None:
    def step(db: Session) -> None:
        conversations.lock(db, "telegram", "1", "1")
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


async def test_what_takes_long_is_not_broken_off_by_limits_that_the_servers_owner_sets_for_all(
    postgres_url: str, vault: Vault
) -> None:
    limits = ["statement_timeout", "idle_in_transaction_session_timeout"]
    with psycopg.connect(postgres_url) as connection:
        if connection.info.server_version >= 170000:
            limits.insert(0, "transaction_timeout")
    options = "".join(f"-c%20{name}%3D60s%20" for name in limits)
    database = await Database.open(f"{postgres_url}&options={options}", vault, migrated=False)

    def before_and_after(db: Session) -> list[list[str]]:
        asked = "SELECT " + ", ".join(f"current_setting('{name}')" for name in limits)
        before = [list(row) for row in db.rows(asked)]
        migrate.migrate(db, "now")
        return before + [list(row) for row in db.rows(asked)]

    [before, after] = await database.write(before_and_after)
    await database.close()
    assert set(before[:-1]) == {"1min"}, "a turn that hangs may be broken off"
    assert set(after) == {"0"}


async def test_a_database_of_a_newer_program_is_refused(url: str, vault: Vault) -> None:
    newer = await Database.open(url, vault)
    await newer.write(lambda db: db.run("schema_apply", version=9999, name="later", at="x"))
    await newer.close()
    with pytest.raises(SchemaTooNew):
        await Database.open(url, vault)


async def test_a_migration_that_was_passed_over_runs_after_later_ones(
    url: str, vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    _with_an_eleventh(monkeypatch, "CREATE TABLE late (x integer NOT NULL PRIMARY KEY)")
    database = await Database.open(url, vault)
    assert await database.read(lambda db: list(db.rows("SELECT x FROM late"))) == []
    assert (await database.read(migrate.applied))[11] == "late"
    await database.close()


async def test_a_passed_over_migration_that_fits_no_longer_is_refused_and_nothing_is_changed(
    url: str, vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    _with_an_eleventh(monkeypatch, "CREATE TABLE late (x integer NOT NULL PRIMARY KEY); DROP TABLE no_such")
    with pytest.raises(SchemaGap, match="0011_late"):
        await Database.open(url, vault)
    monkeypatch.undo()
    database = await Database.open(url, vault)
    assert 11 not in await database.read(migrate.applied)
    await database.write(lambda db: db.script("CREATE TABLE late (x integer NOT NULL PRIMARY KEY)"))
    await database.close()


async def test_a_table_of_another_program_under_a_name_of_ours_is_refused_and_nothing_is_changed(
    empty_postgres_url: str, tmp_path: Path, vault: Vault
) -> None:
    for url in (empty_postgres_url, f"sqlite:///{tmp_path / 'theirs.db'}"):
        await _refused_beside_theirs(url, vault)


async def _refused_beside_theirs(url: str, vault: Vault) -> None:
    theirs = await Database.open(url, vault, migrated=False)
    await theirs.write(lambda db: db.script("CREATE TABLE cases (id integer PRIMARY KEY)"))
    with pytest.raises(SchemaTaken):
        await Database.open(url, vault)
    # There would be no place for it if anything were left of ours.
    await theirs.write(lambda db: db.script("CREATE TABLE schema_version (id integer PRIMARY KEY)"))
    await theirs.close()


async def test_a_database_that_another_build_changed_is_refused(url: str, vault: Vault) -> None:
    other = await Database.open(url, vault)
    await other.write(lambda db: db.run("schema_apply", version=11, name="elsewhere", at="x"))
    await other.close()
    with pytest.raises(SchemaStrange, match="0011_elsewhere"):
        await Database.open(url, vault)


def _with_an_eleventh(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    every = sorted([*migrate.migrations(), (11, "late", text)])
    monkeypatch.setattr(migrate, "migrations", lambda: every)


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
