"""Whole filings over both Zalos while everything goes wrong: none lost, none doubled, no event waits more than two
seconds.

Few letters by default; `ZALO_FILINGS=200 ZALO_BOT_FILINGS=40 ZALO_KILLS=8` drives as many as wished.
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

from bot.simulators.stage import FaultHow, Stage
from bot.simulators.zalo_oa import Person, Simulator
from storage import cases
from storage.database import Database
from storage.session import Session
from storage.vault import Vault, read_key_file
from tests.faults.program import Program
from tests.simulators.zalo_bot import BotSimulator
from tests.simulators.zalo_bot import Person as BotPerson
from tests.simulators.zalo_bot import serve as serve_bots
from tests.simulators.zalo_oa import serve

FILINGS = int(os.environ.get("ZALO_FILINGS", "3"))
BOT_FILINGS = int(os.environ.get("ZALO_BOT_FILINGS", "1"))
KILLS = int(os.environ.get("ZALO_KILLS", "1"))
AT_ONCE = 10
PATIENCE_SECONDS = 60.0
CODE = re.compile(r"TD-[0-9A-Z]{4}-[0-9A-Z]{4}")
TAPS = ("Đồng ý", "Đúng rồi", "Gửi xong", "Gửi", "Không để tên", "Bỏ qua")
NUMBERED = re.compile(r"^(\d+)\. (.+)$", re.MULTILINE)
BOT_FAULTS: tuple[FaultHow, ...] = ("reset_before", "reset_after", "html", "empty", "truncated")
FAULTS: tuple[tuple[str, FaultHow], ...] = (
    ("/v3.0/oa/message/cs", "reset_before"),
    ("/v3.0/oa/message/cs", "reset_after"),
    ("/v3.0/oa/message/cs", "html"),
    ("/v3.0/oa/message/cs", "empty"),
    ("/v3.0/oa/message/cs", "refuse"),
    ("webhook", "slow"),
)


class Zalo(Program):
    """`tiengdan run` with Zalo alone: an Official Account and a bot."""

    def __init__(self, folder: Path, sim: Simulator, bots: BotSimulator) -> None:
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
        bot = {
            "token": bots.token,
            "api_base": bots.base,
            "mode": "webhook",
            "webhook_url": f"http://127.0.0.1:{self.port}",
            "webhook_secret": "mot-bi-mat",
        }
        bot_lines = "".join(f'{key} = "{value}"\n' for key, value in bot.items())
        self.config.write_text(f"{text}\n[zalo_oa]\n{lines}[zalo_bot]\n{bot_lines}", encoding="utf-8")
        sim.webhook = f"http://127.0.0.1:{self.port}/zalo/oa/webhook"


class Sender:
    """One person with a phone, who files one letter."""

    def __init__(self, sim: Stage, person: Person | BotPerson, marker: str) -> None:
        self.sim = sim
        self.person = person
        self.marker = marker
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
            heard = self.person.texts
            if not heard or heard[-1] == self._answered:
                return
            receipt = next((CODE.search(each) for each in heard if each.startswith("ĐÃ NHẬN")), None)
            if receipt:
                self.code = receipt.group()
                return
            self._since, self._answered = time.monotonic(), heard[-1]
            self._answer(heard[-1])

    def _answer(self, text: str) -> None:
        if isinstance(self.person, BotPerson):
            numbers = {label: number for number, label in NUMBERED.findall(text)}
            label = next((tap for tap in TAPS if tap in numbers), None)
            if label:
                self.person.says(numbers[label])
            return
        labels = self.person.heard[-1].labels
        label = next((tap for tap in TAPS if tap in labels), None)
        if label:
            self.person.taps(label)


def crowd(
    senders: list[Sender], sim: Simulator, bots: BotSimulator, chance: random.Random, up: threading.Event
) -> None:
    waiting, busy = list(senders), []
    while waiting or busy:
        while waiting and len(busy) < AT_ONCE:
            busy.append(waiting.pop(0))
            busy[-1].begin()
            if chance.random() < 0.5 and busy[-1].sim is bots:
                bots.fail("sendMessage", chance.choice(BOT_FAULTS))
            elif chance.random() < 0.5:
                sim.fail(*chance.choice(FAULTS), code=chance.choice((-200, -216)))
        for sender in list(busy):
            sender.look()
            if sender.code or sender.problem:
                busy.remove(sender)
        # What was not taken is repeated after half a minute: Zalo's, not ours. While nobody listens time stands
        # still, or Zalo would give up.
        for each in (sim, bots):
            if up.is_set() and any(one.tries and one.due > each.clock() for one in list(each.queue)):
                each.advance(31)
        time.sleep(0.02)


@pytest.mark.timeout(180 + 4 * (FILINGS + BOT_FILINGS))
def test_no_filing_over_zalo_is_lost_or_doubled_whatever_fails(tmp_path: Path) -> None:
    sim = Simulator()
    sim.switches.duplicate, sim.switches.number_timestamps, sim.switches.nfd = True, True, True
    sim.switches.echo_first = True
    bots = BotSimulator()
    bots.switches.duplicate, bots.switches.wrapped, bots.switches.nfd = True, True, True
    seed = time.time_ns()
    print(f"seed {seed}")
    chance = random.Random(seed)
    with serve(sim), serve_bots(bots):
        program = Zalo(tmp_path, sim, bots)
        senders = [Sender(sim, sim.person(n, f"Cắmtên{n}"), f"dấucắm{n}x") for n in range(1, FILINGS + 1)]
        senders += [Sender(bots, bots.person(n, f"Cắmtên{n}"), f"dấucắmb{n}x") for n in range(1, BOT_FILINGS + 1)]
        program.start()
        program.wait_ready()
        asyncio.run(bots.until(lambda: bots.webhook))
        up = threading.Event()
        up.set()
        people = threading.Thread(target=crowd, args=(senders, sim, bots, chance, up), daemon=True)
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
        people.join(60 + 3 * len(senders))
        assert [sender.problem for sender in senders if sender.problem] == []
        assert program.stop() == 0
    letters = asyncio.run(_letters(program))
    for sender in senders:
        assert [code for code, content in letters.items() if sender.marker in content] == [sender.code]
    assert len(letters) == len(senders)
    assert sim.wrongs == bots.wrongs == []
    _nothing_got_out(tmp_path, senders)
    delivered = [*sim.delivered, *bots.delivered]
    slowest = max(each.seconds for each in delivered)
    print(f"{len(senders)} letters, {len(delivered)} events, slowest answer {slowest:.2f} s")


def _nothing_got_out(folder: Path, senders: list[Sender]) -> None:
    planted = [
        "dấucắm",
        "Cắmtên",
        "hố sâu",
        "sim-access",
        "sim-refresh",
        "simulated-bot",
        *(s.person.id for s in senders),
    ]
    found = [*folder.glob("tiengdan.db*"), *folder.rglob("*.event"), folder / "log.txt"]
    for path in found:
        content = path.read_bytes()
        assert [word for word in planted if word.encode() in content] == [], path.name


async def _letters(program: Program) -> dict[str, str]:
    vault = Vault(read_key_file(program.folder / "tiengdan.key"))
    database = await Database.open(program.url, vault)
    try:
        return await database.read(_contents)
    finally:
        await database.close()


def _contents(db: Session) -> dict[str, str]:
    page = cases.recent(db, ["cau-giay"], 10_000)
    return {case.code: str(cases.letter(db, case.id)["content"]) for case in page}
