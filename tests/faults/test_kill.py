"""kill -9 at any moment: every confirmed letter is there once, everybody is answered, and no word gets out.

Few letters by default; `KILL_LETTERS=20 KILL_KILLS=15` goes on as long as wished.
"""

from __future__ import annotations

import asyncio
import os
import random
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from storage import cases
from storage.database import Database
from storage.session import Session
from storage.vault import Vault, read_key_file
from tests.faults.program import Program
from tests.faults.residents import Crowd, Resident
from tests.simulators.telegram.serve import Served, serve
from tests.simulators.telegram.world import Simulator

RESIDENTS = 6
LETTERS_EACH = int(os.environ.get("KILL_LETTERS", "1"))
KILLS = int(os.environ.get("KILL_KILLS", "2"))
PATIENCE_SECONDS = 70.0
LIVES_SECONDS = (0.1, 2.0)
"""How long the program lives after it is ready, before it is killed."""


@pytest.fixture
def served() -> Iterator[Served]:
    with serve(Simulator()) as served:
        yield served


@pytest.mark.timeout(80 + 30 * LETTERS_EACH * KILLS)
@pytest.mark.parametrize("mode", ["polling", "webhook"])
def test_no_kill_loses_doubles_or_leaves_unanswered(mode: str, served: Served, tmp_path: Path) -> None:
    sim = served.sim
    officer = sim.user(600_001, first_name="Cán bộ")
    group = sim.group("Tổ tiếp nhận", [officer])
    program = Program(tmp_path, served.url, sim.token, group.id, mode)
    residents = [Resident(sim, number, LETTERS_EACH) for number in range(RESIDENTS)]
    crowd = Crowd(residents, PATIENCE_SECONDS)
    seed = time.time_ns()
    print(f"seed {seed}")
    chance = random.Random(seed)

    program.start()
    program.wait_ready()
    crowd.start()
    kills = 0
    while kills < KILLS and not crowd.done:
        time.sleep(chance.uniform(*LIVES_SECONDS))
        program.kill()
        kills += 1
        program.start()
        program.wait_ready()
    crowd.join(2 * PATIENCE_SECONDS)
    assert [resident.problem for resident in residents if resident.problem] == []
    assert program.stop() == 0

    letters = asyncio.run(_letters(program))
    confirmed = {marker: code for resident in residents for marker, code in resident.filed.items()}
    assert len(confirmed) == RESIDENTS * LETTERS_EACH
    for marker, code in confirmed.items():
        assert [found for found, content in letters.items() if marker in content] == [code]
    assert len(letters) == len(confirmed)

    cards = Counter(code for code in confirmed.values() for text in group.texts if code in text)
    assert set(cards) == set(confirmed.values()), "the staff group was told of every letter"
    _nothing_got_out(tmp_path, residents, group.texts)


def _nothing_got_out(folder: Path, residents: list[Resident], group: list[str]) -> None:
    planted = ["dấucắm", "Cắmtên", "Cắmhọ", "Cắmđịachỉ", "hố sâu"]
    planted += [str(resident.user.id) for resident in residents]
    planted += [f"09123{resident.number:05d}" for resident in residents]
    for path in [*folder.glob("tiengdan.db*"), folder / "log.txt"]:
        content = path.read_bytes()
        assert [word for word in planted if word.encode() in content] == [], path.name
    assert [word for word in planted if word in "\n".join(group)] == []
    assert "simulated-token" not in (folder / "log.txt").read_text(encoding="utf-8")


async def _letters(program: Program) -> dict[str, str]:
    vault = Vault(read_key_file(program.folder / "tiengdan.key"))
    database = await Database.open(program.url, vault)
    try:
        return await database.read(_contents)
    finally:
        await database.close()


def _contents(db: Session) -> dict[str, str]:
    found: dict[str, str] = {}
    page: list[Any] = cases.recent(db, ["cau-giay"], 1000)
    for case in page:
        found[case.code] = str(cases.letter(db, case.id)["content"])
    return found
