"""Several processes on one PostgreSQL: whoever is killed or loses the database, every letter is there once."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import psycopg
import pytest

from tests.faults.town import Town
from tests.simulators.telegram.serve import serve
from tests.simulators.telegram.world import Simulator


@pytest.fixture
def town(tmp_path: Path, postgres_url: str) -> Iterator[Callable[[str], Town]]:
    with ExitStack() as stack:
        served = stack.enter_context(serve(Simulator()))
        towns: list[Town] = []

        def make(mode: str) -> Town:
            towns.append(Town(tmp_path, served, postgres_url, mode, stack))
            return towns[0]

        yield make
        for program in towns[0].programs:
            if program.running:
                program.kill()


@pytest.mark.timeout(110)
def test_the_other_process_takes_over_from_one_that_is_killed(town: Callable[[str], Town]) -> None:
    here = town("webhook")
    here.start()
    for letters in (1, 3):
        here.wait_for(letters)
        holder = here.holder()
        holder.kill()
        holder.log.write_text("", encoding="utf-8")
        holder.start()
    holder.wait_ready()
    here.check()


@pytest.mark.timeout(110)
def test_a_database_that_goes_away_under_load_costs_time_and_nothing_else(town: Callable[[str], Town]) -> None:
    here = town("polling")
    here.start()
    for letters in (1, 3):
        here.wait_for(letters)
        _shut_out(here.url, here.folder.name[:40], seconds=1.5)
    here.check()


def _shut_out(url: str, name: str, seconds: float) -> None:
    """What the programs see of a restart: every connection ends, and so does each new one for a while."""
    own = url.replace(f"application_name={name}", "application_name=shutter")
    with psycopg.connect(own, autocommit=True) as admin:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            admin.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = %(name)s",
                {"name": name},
            )
            time.sleep(0.02)
