"""Fixtures of every room: a database of each sort, new for every test, and the server on which some of them are."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from storage.database import Database
from storage.vault import Vault, make_keys
from tests import databases
from tests.databases import empty_postgres_on, postgres_on, sqlite_at


@pytest.fixture(scope="session")
def vault() -> Vault:
    return Vault(make_keys())


@pytest.fixture(scope="session")
def postgres_server() -> str:
    """The address of a PostgreSQL, or a skip that says why there is none."""
    return databases.postgres_server()


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


@pytest.fixture
async def postgres(postgres_url: str, vault: Vault) -> AsyncIterator[Database]:
    opened = await Database.open(postgres_url, vault)
    yield opened
    await opened.close()


@pytest.fixture
async def beside(postgres_url: str, vault: Vault) -> AsyncIterator[Database]:
    """Another process on the same database."""
    opened = await Database.open(postgres_url, vault)
    yield opened
    await opened.close()
