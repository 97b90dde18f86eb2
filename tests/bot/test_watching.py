"""What is watched: figures that follow the database, alert rules and a board that name figures that exist."""

from __future__ import annotations

import json
import re
import sqlite3
from datetime import timedelta
from pathlib import Path

import aiohttp
import psycopg
import pytest

from bot.metrics import Metrics
from bot.watching import Watch
from storage import backups, outbox, watching
from storage.database import Database
from storage.session import Session
from storage.vault import Vault
from tests.bot.test_app import running, settings_of
from tests.databases import sqlite_at
from tests.storage.conftest import NOW
from tests.storage.filing import file_case

DEPLOY = Path(__file__).parents[2] / "deploy"


def busy(db: Session) -> None:
    file_case(db, id="late", code="TD-0000-0002", draft="d2", received_at=NOW - timedelta(hours=3), due_on="2026-10-01")
    file_case(db, id="new", code="TD-0000-0003", draft="d3", due_on="2026-10-28")
    item = outbox.post(db, "telegram", "1", {"text": "x"}, NOW - timedelta(minutes=4))
    outbox.dead(db, outbox.post(db, "telegram", "2", {"text": "x"}, NOW).id, "403", NOW)
    backups.done(db, NOW - timedelta(hours=5), 1)
    assert item.id


async def test_what_waits_and_what_is_late_is_counted(url: str, vault: Vault) -> None:
    database = await Database.open(url, vault)
    await database.write(busy)
    sight = await database.read(watching.look, NOW, NOW.date(), timedelta(hours=1))
    assert (sight.due, sight.dead, sight.unrouted) == (1, 1, 0)
    assert (sight.unacknowledged, sight.overdue) == (1, 1)
    assert sight.outbox_age == 240
    assert sight.backup_age == 5 * 3600
    metrics = Metrics()
    await Watch(database, metrics, lambda: NOW, 60).refresh()
    text = metrics.text().decode()
    assert "tiengdan_letters_overdue 1.0" in text
    assert 'tiengdan_queue_age_seconds{queue="outbox"} 240.0' in text
    assert "tiengdan_backup_age_seconds 18000.0" in text
    await database.close()


async def test_a_database_that_does_not_answer_is_a_figure_and_not_an_error() -> None:
    class Away:
        async def read(self, *_: object) -> None:
            raise psycopg.OperationalError

    metrics = Metrics()
    await Watch(Away(), metrics, lambda: NOW, 60).refresh()  # type: ignore[arg-type]
    assert "tiengdan_database_up 0.0" in metrics.text().decode()


async def test_readiness_tells_the_age_of_the_backup(tmp_path: Path) -> None:
    async with running(settings_of(tmp_path)) as program, aiohttp.ClientSession() as http:
        async with http.get(f"{program.address}/readyz") as answer:
            assert await answer.text() == "ok\nbackup: none\n"
        await program.store.database.write(backups.done, program.now() - timedelta(hours=7), 1)
        async with http.get(f"{program.address}/readyz") as answer:
            assert await answer.text() == "ok\nbackup: 7 h\n"


async def test_a_database_that_can_be_read_but_not_written_is_not_ready(
    tmp_path: Path, vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.watching.PATIENCE_SECONDS", 0.1)
    path = tmp_path / "t.db"
    database = await Database.open(sqlite_at(path), vault)
    metrics = Metrics()
    watch = Watch(database, metrics, lambda: NOW, 60)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    assert await database.read(watching.look, NOW, NOW.date(), timedelta(hours=1))
    await watch.refresh()
    assert "tiengdan_database_up 0.0" in metrics.text().decode()
    other.execute("ROLLBACK")
    other.close()
    monkeypatch.setattr("bot.watching.PATIENCE_SECONDS", 30.0)
    assert await watch.keeps()
    await database.close()


async def test_an_installation_without_any_backup_is_as_alarming_as_one_with_an_old_one(url: str, vault: Vault) -> None:
    database = await Database.open(url, vault)
    metrics = Metrics()
    await Watch(database, metrics, lambda: NOW, 60).refresh()
    # Nothing is greater than NaN: a rule on the age would never fire.
    assert "tiengdan_backup_age_seconds +Inf" in metrics.text().decode()
    await database.close()


def test_what_may_fall_is_never_taken_for_a_counter() -> None:
    # A gauge that falls looks like a counter that began anew: the rule would fire when old rows are erased.
    text = (DEPLOY / "alerts.yml").read_text(encoding="utf-8") + (DEPLOY / "grafana.json").read_text(encoding="utf-8")
    of = {found[1]: found[0] for found in re.findall(r"\b(rate|irate|increase|delta|deriv)\((tiengdan_\w+)", text)}
    assert of
    for name, function in of.items():
        assert (function in {"delta", "deriv"}) != bool(re.search(r"_(total|bucket|sum|count)$", name)), name


@pytest.mark.parametrize("name", ["alerts.yml", "grafana.json"])
def test_every_figure_that_is_watched_exists(name: str) -> None:
    text = (DEPLOY / name).read_text(encoding="utf-8")
    if name.endswith(".json"):
        json.loads(text)
    there = {family.name for family in Metrics().registry.collect()}
    named = {re.sub(r"_(total|bucket|sum|count)$", "", found) for found in re.findall(r"\btiengdan_\w+", text)}
    assert named
    assert named <= there
