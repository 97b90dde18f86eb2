"""Two processes on one PostgreSQL behind one address, a staff group, and residents who file letters."""

from __future__ import annotations

import asyncio
import time
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from storage import audit, cases
from storage.database import Database
from storage.session import Session
from storage.vault import Vault, make_key_file, read_key_file
from tests.faults.balancer import balanced
from tests.faults.program import Program
from tests.faults.residents import Crowd, Resident
from tests.simulators.telegram.serve import Served

PATIENCE_SECONDS = 40.0


class Town:
    """All of them; each resident files one letter."""

    def __init__(
        self, folder: Path, served: Served, url: str, mode: str, stack: ExitStack, *, residents: int = 6
    ) -> None:
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
        self.residents = [Resident(self.sim, number, letters=1) for number in range(residents)]
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
        assert len(confirmed) == len(self.residents)
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
