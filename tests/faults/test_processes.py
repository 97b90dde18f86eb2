"""Several processes on one PostgreSQL: whoever is killed or loses the database, every letter is there once."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import psycopg
import pytest

from storage import audit, cases
from storage.database import Database
from storage.session import Session
from storage.vault import Vault, make_key_file, read_key_file
from tests.faults.balancer import balanced
from tests.faults.program import Program
from tests.faults.residents import Crowd, Resident
from tests.simulators.telegram.serve import Served, serve
from tests.simulators.telegram.world import Simulator

RESIDENTS = 6
LETTERS_EACH = 1
PATIENCE_SECONDS = 40.0


class Town:
    """Two processes behind one address, a staff group, and residents."""

    def __init__(self, folder: Path, served: Served, url: str, mode: str, stack: ExitStack) -> None:
        self.folder = folder
        make_key_file(folder / "tiengdan.key")
        self.url = f"{url}&application_name={folder.name[:40]}"
        self.sim = served.sim
        officer = self.sim.user(600_001, first_name="Cán bộ")
        self.group = self.sim.group("Tổ tiếp nhận", [officer])
        ports: list[int] = []
        webhook = stack.enter_context(balanced(ports))
        self.programs = [
            Program(
                folder, served.url, self.sim.token, self.group.id, mode, url=self.url, webhook=webhook, name=str(number)
            )
            for number in (1, 2)
        ]
        ports += [program.port for program in self.programs]
        self.residents = [Resident(self.sim, number, LETTERS_EACH) for number in range(RESIDENTS)]
        self.crowd = Crowd(self.residents, PATIENCE_SECONDS)

    def start(self) -> None:
        for program in self.programs:
            program.start()
        for program in self.programs:
            program.wait_ready()
        self.crowd.start()

    def holder(self) -> Program:
        """Who runs the Telegram channel now; waits until somebody does."""
        end = time.monotonic() + 20
        while time.monotonic() < end:
            for program in self.programs:
                news = [
                    line["event"]
                    for line in program.logged()
                    if line.get("name") == "channel.telegram" or line["event"] == "stopping"
                ]
                if program.running and news and news[-1] == "lease.won":
                    return program
            time.sleep(0.05)
        raise AssertionError("nobody holds the channel")

    def filed(self) -> int:
        return sum(len(resident.filed) for resident in self.residents)

    def wait_for(self, letters: int) -> None:
        end = time.monotonic() + PATIENCE_SECONDS
        while self.filed() < letters and not self.crowd.done and time.monotonic() < end:
            time.sleep(0.02)

    def check(self) -> None:
        """Everybody has their receipts, each letter is there once, staff were told, and chains hold."""
        self.crowd.join(2 * PATIENCE_SECONDS)
        assert [resident.problem for resident in self.residents if resident.problem] == []
        confirmed = {marker: code for resident in self.residents for marker, code in resident.filed.items()}
        # A group is written to slowly: what is under way when everybody has their receipt may still arrive.
        end = time.monotonic() + PATIENCE_SECONDS
        while not self.told() >= set(confirmed.values()) and time.monotonic() < end:
            time.sleep(0.05)
        for program in self.programs:
            assert program.stop() == 0
        letters, broken = asyncio.run(self._stored())
        assert len(confirmed) == RESIDENTS * LETTERS_EACH
        for marker, code in confirmed.items():
            assert [found for found, content in letters.items() if marker in content] == [code]
        assert len(letters) == len(confirmed)
        assert broken == []
        assert self.told() == set(confirmed.values()), "the staff group was told of every letter"

    def told(self) -> set[str]:
        """Codes of letters that stand in the staff group."""
        filed = (code for resident in self.residents for code in resident.filed.values())
        return {code for code in filed if any(code in text for text in self.group.texts)}

    async def _stored(self) -> tuple[dict[str, str], list[Any]]:
        vault = Vault(read_key_file(self.folder / "tiengdan.key"))
        database = await Database.open(self.url, vault)
        try:
            return await database.read(_contents), await database.read(audit.verify)
        finally:
            await database.close()


def _contents(db: Session) -> dict[str, str]:
    page = cases.recent(db, ["cau-giay"], 1000)
    return {case.code: str(cases.letter(db, case.id)["content"]) for case in page}


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
