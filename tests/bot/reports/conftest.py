"""Fixtures of the reports' tests: a database, the words, and letters that live through it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from locales import Locales
from storage.database import Database
from storage.vault import Vault, make_keys
from tests.databases import new_at


@pytest.fixture(scope="session")
def words() -> Locales:
    return Locales()


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    opened = await Database.open(new_at(tmp_path / "data" / "test.db"), Vault(make_keys()))
    yield opened
    await opened.close()
