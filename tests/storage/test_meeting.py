"""Transactions that meet on PostgreSQL, and connections that break: repeated where nothing was done, else raised."""

from __future__ import annotations

import asyncio
import threading
import uuid
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

import psycopg
import pytest

from storage import cases, files, outbox
from storage.database import Database
from storage.errors import DatabaseAway, SharedConnections, WrongEncoding
from storage.postgres import START_SECONDS, WAIT_SECONDS, PostgresDatabase
from storage.postgres_wire import Statement, Wire, statement
from storage.session import Session
from storage.vault import Vault
from tests.faults.pooler import pooled
from tests.storage.conftest import NOW
from tests.storage.filing import file_case


def count(db: Session) -> None:
    """Add a row."""
    files.throw_away(db, uuid.uuid4().hex)


async def counted(database: Database) -> int:
    return len(await database.read(files.trash))


async def test_two_that_wait_for_each_other_are_both_done_in_the_end(postgres: Database, beside: Database) -> None:
    both_hold = threading.Barrier(2)
    runs: list[str] = []

    def crossing(db: Session, first: bytes, second: bytes) -> None:
        db.lock(first)
        files.trash(db)
        if len(runs) < 2:
            runs.append("")
            both_hold.wait(10)
        db.lock(second)
        count(db)

    one, two = b"\x01" * 8, b"\x02" * 8
    await asyncio.gather(postgres.write(crossing, one, two), beside.write(crossing, two, one))
    assert await counted(postgres) == 2


async def test_a_connection_that_breaks_before_the_commit_costs_another_try(postgres: Database) -> None:
    tries: list[int] = []

    def broken_once(db: Session) -> None:
        count(db)
        tries.append(1)
        if len(tries) == 1:
            db.script("SELECT pg_terminate_backend(pg_backend_pid())")

    await postgres.write(broken_once)
    assert (len(tries), await counted(postgres)) == (2, 1)


async def test_where_nobody_knows_whether_it_was_committed_it_is_not_done_again(
    postgres: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries: list[int] = []
    whole = Wire.commit

    def breaks_at_the_commit(self: Wire) -> None:
        if tries:
            self.send(statement("SELECT pg_terminate_backend(pg_backend_pid())"))
        whole(self)

    def counting(db: Session) -> None:
        tries.append(1)
        count(db)

    monkeypatch.setattr(Wire, "commit", breaks_at_the_commit)
    with pytest.raises(psycopg.OperationalError):
        await postgres.write(counting)
    monkeypatch.undo()
    assert len(tries) == 1, "the event comes again, and is known if it was"


async def test_a_database_that_stays_away_is_an_error_after_some_tries(postgres: Database) -> None:
    tries: list[int] = []

    def broken(db: Session) -> None:
        tries.append(1)
        db.script("SELECT pg_terminate_backend(pg_backend_pid())")

    with pytest.raises(psycopg.OperationalError):
        await postgres.write(broken)
    assert 1 < len(tries) <= 5


async def test_a_server_that_is_there_and_turns_us_away_is_not_asked_for_half_a_minute(
    postgres_server: str, vault: Vault, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("storage.postgres.WAIT_SECONDS", 0.2)
    unknown = urlsplit(postgres_server)._replace(path="/no_such_database").geturl()
    with pytest.raises(DatabaseAway):
        async with asyncio.timeout(START_SECONDS / 3):
            await Database.open(unknown, vault)
    assert capfd.readouterr() == ("", ""), "the sentence stands alone"


@pytest.mark.parametrize("encoding", ["SQL_ASCII", "LATIN1"])
async def test_a_database_that_does_not_keep_its_texts_in_utf_8_is_refused(
    postgres_server: str, vault: Vault, encoding: str
) -> None:
    name = f"t{uuid.uuid4().hex}"
    with psycopg.connect(postgres_server, autocommit=True) as admin:
        how = f"ENCODING '{encoding}' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0"
        admin.execute(f"CREATE DATABASE {name} {how}".encode())
        try:
            with pytest.raises(WrongEncoding, match=encoding):
                await Database.open(urlsplit(postgres_server)._replace(path=f"/{name}").geturl(), vault)
        finally:
            admin.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


async def test_a_pooler_that_gives_one_connection_to_several_in_turn_is_refused(
    postgres_url: str, vault: Vault
) -> None:
    async with pooled(postgres_url, by_transaction=True) as shared:
        with pytest.raises(SharedConnections):
            async with asyncio.timeout(START_SECONDS / 3):
                await Database.open(shared, vault)
    async with pooled(postgres_url, by_transaction=False) as each_their_own:
        database = await Database.open(each_their_own, vault)
        await database.write(count)
        assert len(await database.read(files.trash)) == 1
        await database.close()


def test_after_a_long_outage_the_next_try_is_no_further_away_than_who_needs_it_would_wait(postgres: Database) -> None:
    # The pool doubles its pauses until it gives up; only then does somebody who needs a connection make it try anew.
    assert isinstance(postgres, PostgresDatabase)
    assert postgres._pool.reconnect_timeout <= WAIT_SECONDS


@pytest.mark.parametrize("times", [1, 99])
async def test_a_standby_server_is_left_for_another_and_is_an_outage_while_there_is_none(
    postgres: Database, monkeypatch: pytest.MonkeyPatch, times: int
) -> None:
    met: list[int] = []
    send = Wire.send

    def in_recovery(self: Wire, what: Statement, *args: Any, **kwargs: Any) -> None:
        if what.text.startswith(b"BEGIN") and len(met) < times:
            met.append(self._pg.backend_pid)
            # What PostgreSQL says to BEGIN READ WRITE there.
            what = Statement(b"DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '0A000'; END $$")
        send(self, what, *args, **kwargs)

    monkeypatch.setattr(Wire, "send", in_recovery)
    if times == 1:
        await postgres.write(count)
        assert await counted(postgres) == 1
    else:
        with pytest.raises(psycopg.OperationalError):
            await postgres.write(count)
        assert 1 < len(met) <= 5
    assert len(set(met)) == len(met), "no connection to it is kept"


async def test_a_report_sees_one_state_for_all_its_statements(postgres: Database) -> None:
    began, go_on = threading.Event(), threading.Event()

    def twice(db: Session) -> tuple[int, int]:
        before = len(files.trash(db))
        began.set()
        go_on.wait(10)
        return before, len(files.trash(db))

    reading = asyncio.create_task(postgres.read(twice))
    await asyncio.to_thread(began.wait, 10)
    await postgres.write(count)
    go_on.set()
    assert await reading == (0, 0)


async def test_what_is_decided_on_a_case_stays_true_until_it_is_done(postgres: Database, beside: Database) -> None:
    """Two officers take one letter at the same moment: the second sees that it is taken."""
    await postgres.write(file_case, id="c1")
    both_read = threading.Barrier(2)
    seen: list[str] = []

    def take(db: Session, officer: str) -> None:
        row = cases.by_id(db, "c1")
        assert row is not None
        both_read.wait(10)
        row = cases.held(db, row)
        seen.append(row.officer)
        if not row.officer:
            cases.move(db, "c1", "registered", officer, NOW, status="registered", officer=officer)

    await asyncio.gather(postgres.write(take, "an"), beside.write(take, "bình"))
    found = await postgres.read(cases.by_id, "c1")
    assert found is not None
    assert sorted(seen) == ["", found.officer]


async def test_a_message_says_what_it_stands_behind(database: Database) -> None:
    def post(db: Session, due: int = 0) -> outbox.OutboxItem:
        return outbox.post(db, "telegram", "1", {"text": "x"}, NOW, due_at=NOW + timedelta(minutes=due))

    later = await database.write(post, 5)
    first = await database.write(post)
    second = await database.write(post)
    await database.write(outbox.sent, first.id, "1:1", NOW)
    await database.write(outbox.sent, second.id, "1:2", NOW)
    third = await database.write(post)
    assert [item.behind for item in (later, first, second, third)] == [0, 0, first.id, 0]
