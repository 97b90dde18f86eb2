"""Whole filings over Zalo while everything goes wrong: none lost, none doubled, no event waits more than two seconds.

Few letters by default; `ZALO_FILINGS=200 ZALO_KILLS=8` drives as many as wished.
"""

from __future__ import annotations

import asyncio
import os
import random
import re
import threading
import time
from pathlib import Path

import pytest

from bot.simulators.stage import FaultHow
from bot.simulators.zalo_oa import Person, Simulator
from storage import cases
from storage.database import Database
from storage.session import Session
from storage.vault import Vault, read_key_file
from tests.faults.program import Program
from tests.simulators.zalo_oa import serve

FILINGS = int(os.environ.get("ZALO_FILINGS", "3"))
KILLS = int(os.environ.get("ZALO_KILLS", "1"))
AT_ONCE = 10
PATIENCE_SECONDS = 60.0
CODE = re.compile(r"TD-[0-9A-Z]{4}-[0-9A-Z]{4}")
TAPS = ("Đồng ý", "Đúng rồi", "Gửi xong", "Gửi", "Không để tên", "Bỏ qua")
FAULTS: tuple[tuple[str, FaultHow], ...] = (
    ("/v3.0/oa/message/cs", "reset_before"),
    ("/v3.0/oa/message/cs", "reset_after"),
    ("/v3.0/oa/message/cs", "html"),
    ("/v3.0/oa/message/cs", "empty"),
    ("/v3.0/oa/message/cs", "refuse"),
    ("webhook", "slow"),
)


class Zalo(Program):
    """`tiengdan run` with Zalo alone."""

    def __init__(self, folder: Path, sim: Simulator) -> None:
        super().__init__(folder, "", "", 0, "polling")
        text = self.config.read_text(encoding="utf-8")
        text = re.sub(r"\[telegram\].*?(?=\[web\])", "", text, flags=re.DOTALL)
        text = re.sub(r"staff_chats = .*\n", "", text)
        zalo = {
            "app_id": sim.app_id,
            "app_secret": sim.app_secret,
            "oa_id": sim.oa_id,
            "oa_secret_key": sim.oa_secret_key,
            "refresh_token": sim.new_grant(),
            "api_base": sim.base,
            "oauth_base": sim.base,
        }
        lines = "".join(f'{key} = "{value}"\n' for key, value in zalo.items())
        self.config.write_text(f"{text}\n[zalo_oa]\n{lines}calls_a_minute = 0\n", encoding="utf-8")
        sim.webhook = f"http://127.0.0.1:{self.port}/zalo/oa/webhook"


class Sender:
    """One person with a phone, who files one letter."""

    def __init__(self, sim: Simulator, number: int) -> None:
        self.sim = sim
        self.person: Person = sim.person(number, f"Cắmtên{number}")
        self.marker = f"dấucắm{number}x"
        self.code = ""
        self._answered = ""
        self._since = 0.0

    def begin(self) -> None:
        self._since = time.monotonic()
        self.person.says(f"Đề nghị sửa đoạn đường trước nhà, hố sâu {self.marker} lâu ngày, trẻ em đi lại rất khổ.")

    @property
    def problem(self) -> str:
        waited = time.monotonic() - self._since > PATIENCE_SECONDS
        return f"{self.marker}: {self.person.texts[-1:]}" if waited and not self.code else ""

    def look(self) -> None:
        with self.sim.lock:
            heard = self.person.heard
            if not heard or heard[-1].text == self._answered:
                return
            receipt = next((CODE.search(each.text) for each in heard if each.text.startswith("ĐÃ NHẬN")), None)
            if receipt:
                self.code = receipt.group()
                return
            last = heard[-1]
            self._since, self._answered = time.monotonic(), last.text
            label = next((tap for tap in TAPS if tap in last.labels), None)
            if label:
                self.person.taps(label)


def crowd(senders: list[Sender], sim: Simulator, chance: random.Random, up: threading.Event) -> None:
    waiting, busy = list(senders), []
    while waiting or busy:
        while waiting and len(busy) < AT_ONCE:
            busy.append(waiting.pop(0))
            busy[-1].begin()
            if chance.random() < 0.5:
                sim.fail(*chance.choice(FAULTS), code=chance.choice((-200, -216)))
        for sender in list(busy):
            sender.look()
            if sender.code or sender.problem:
                busy.remove(sender)
        # What was not taken is repeated after half a minute: Zalo's, not ours. While nobody listens time stands
        # still, or Zalo would give up.
        if up.is_set() and any(each.tries and each.due > sim.clock() for each in list(sim.queue)):
            sim.advance(31)
        time.sleep(0.02)


@pytest.mark.timeout(180 + 4 * FILINGS)
def test_no_filing_over_zalo_is_lost_or_doubled_whatever_fails(tmp_path: Path) -> None:
    sim = Simulator()
    sim.switches.duplicate, sim.switches.number_timestamps, sim.switches.nfd = True, True, True
    sim.switches.echo_first = True
    seed = time.time_ns()
    print(f"seed {seed}")
    chance = random.Random(seed)
    with serve(sim):
        program = Zalo(tmp_path, sim)
        senders = [Sender(sim, number) for number in range(1, FILINGS + 1)]
        program.start()
        program.wait_ready()
        up = threading.Event()
        up.set()
        people = threading.Thread(target=crowd, args=(senders, sim, chance, up), daemon=True)
        people.start()
        for _ in range(KILLS):
            time.sleep(chance.uniform(1.0, 3.0))
            if not people.is_alive():
                break
            up.clear()
            program.kill()
            program.start()
            program.wait_ready()
            up.set()
        people.join(60 + 3 * FILINGS)
        assert [sender.problem for sender in senders if sender.problem] == []
        assert program.stop() == 0
    letters = asyncio.run(_letters(tmp_path))
    for sender in senders:
        assert [code for code, content in letters.items() if sender.marker in content] == [sender.code]
    assert len(letters) == FILINGS
    assert sim.wrongs == []
    _nothing_got_out(tmp_path, sim, senders)
    slowest = max(each.seconds for each in sim.delivered)
    print(f"{FILINGS} letters, {len(sim.delivered)} events, slowest answer {slowest:.2f} s")


def _nothing_got_out(folder: Path, sim: Simulator, senders: list[Sender]) -> None:
    planted = ["dấucắm", "Cắmtên", "hố sâu", "sim-access", "sim-refresh", *(s.person.id for s in senders)]
    found = [*folder.glob("tiengdan.db*"), *folder.rglob("*.event"), folder / "log.txt"]
    for path in found:
        content = path.read_bytes()
        assert [word for word in planted if word.encode() in content] == [], path.name


async def _letters(folder: Path) -> dict[str, str]:
    vault = Vault(read_key_file(folder / "tiengdan.key"))
    database = await Database.open(f"sqlite:///{folder}/tiengdan.db", vault)
    try:
        return await database.read(_contents)
    finally:
        await database.close()


def _contents(db: Session) -> dict[str, str]:
    page = cases.recent(db, ["cau-giay"], 10_000)
    return {case.code: str(cases.letter(db, case.id)["content"]) for case in page}
