"""Every written chat goes the same over a real database as it does in the memory of the dialogue's own tests."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from bot import gathering
from bot.bodies import outgoing
from bot.channels.contract import Received
from bot.house import House, UnitTree
from bot.turn import Landed, Turns
from cases.dates import local_day
from handlers.dialogue import advance
from handlers.messages import Incoming, What
from handlers.ports import Unit
from storage import audit, chats, fetches, outbox, staff, timers
from storage.authorities import Authority as Kept
from storage.authorities import sync_config as keep_authorities
from storage.database import Database
from storage.outbox import OutboxItem
from storage.session import Session
from storage.staff import ConfigStaff
from storage.vault import Vault, make_keys
from tests.bot.turn_house import table
from tests.cases.living import happened
from tests.databases import sqlite_at
from tests.handlers import town as memory
from tests.handlers.town import CITY, COMMITTEE, WORDS, Chat, Town
from tests.transcripts import theatre

DRAWN = re.compile(r"TD-[0-9A-Z]{4}-[0-9A-Z]{4}|token\d+")


@dataclass(frozen=True)
class Facts:
    code: str
    name: str
    level: str
    parent: str
    names: tuple[str, ...]
    valid_from: None = None
    valid_to: None = None
    phone: str = ""
    address: str = ""
    hours: str = ""


@dataclass
class StoredTown(Town):
    """The town of the dialogue's tests, with everything kept in a database instead of dicts."""

    database: Database = field(kw_only=True)
    runner: asyncio.Runner = field(kw_only=True)
    people: list[ConfigStaff] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__post_init__()
        units = (CITY, *self.wards)
        facts = [Facts(u.code, u.name, u.level, u.path[1] if len(u.path) > 1 else "", u.names) for u in units]
        ids: Any = memory._Bound(self, Chat(self, "", "", ""), None, "")  # type: ignore[arg-type]
        house = House(
            units=UnitTree(facts, self._search, lambda: local_day(self.now), self._elsewhere),
            words=WORDS,
            ids=ids,
            figures=lambda db, today: ids,
            committee=COMMITTEE,
            policy=self.policy,
            channels=frozenset({"telegram", "web"}),
            receptions=self.receptions,
        )
        self.house = house
        self.turns = Turns(
            self.database, house, advance, now=lambda: self.now, wake=self._deliver, fetch=lambda items: None
        )
        self.late: list[int] = []

    def _search(self, units: Any, text: str) -> list[Unit]:
        return list(memory.Committees(self.wards).search(text))

    def _elsewhere(self, units: Any, text: str) -> str:
        return memory.Committees(self.wards).elsewhere(text)

    def officer(self, role: str = "officer", name: str = "Cán bộ Lan", unit: str = "CAUGIAY") -> Chat:
        account = f"900{len(self.people)}"
        self.people.append(ConfigStaff(name, role, [unit], [f"telegram:{account}"]))
        self._write(staff.sync_config, self.people, [], self.now)
        return self.resident("telegram", account)

    def has_authorities(self, authorities: Any) -> None:
        kept = [Kept(each.code, each.name, each.address, each.unit, each.topics) for each in authorities]
        self._write(keep_authorities, kept)

    def group(self, unit: str = "CAUGIAY", peer: str = "-100") -> Chat:
        chat = super().group(unit, peer)
        self._write(chats.bind, unit, "telegram", peer, "test", self.now)
        return chat

    def passes(self, **span: float) -> None:
        end = self.now + timedelta(**span)
        for _ in range(200):
            due = self._write(timers.due, end)
            if not due:
                break
            self.now = max(self.now, due[0].due_at)
            self.runner.run(self.turns.timer(due[0]))
            self._sent()
        self.now = end
        self._deliver(self._write(gathering.pass_over, self.house, self.now))
        self._sent()

    def files_arrive(self, refused: str = "") -> None:
        for item in self._write(fetches.due, self.now):
            if refused:
                self.runner.run(self.turns.file_refused(item.attachment, refused))  # type: ignore[arg-type]
            else:
                self.runner.run(self.turns.file_ready(item.attachment, Landed("ab12", 1, "00")))
            self._sent()

    def let_in(self, chat: Chat, what: What) -> None:
        self._run(chat, Incoming(chat.channel, chat.account, chat.peer, self._id("e"), self.now, what))

    def _run(self, chat: Chat, incoming: Incoming) -> None:
        received = Received(incoming.event_id, b"{}", incoming)
        first = self.runner.run(self.turns.take(chat.channel, received))
        self._sent()
        assert first.failed == ""
        # The vendor delivers everything twice: nothing may change.
        again = self.runner.run(self.turns.take(chat.channel, received))
        assert again.seen
        assert again.posted == ()

    def _deliver(self, items: Any) -> None:
        for item in items:
            out = outgoing(item.body)
            chat = self._chat(item)
            old = next((i for i, o in enumerate(chat.said) if o.slot and o.slot == out.slot), None)
            if out.edit and old is not None:
                assert item.sent_ref_of_slot
                chat.said[old] = out
            else:
                chat.said.append(out)
            self.late.append(item.id)

    def _sent(self) -> None:
        for id in self.late:
            self._write(outbox.sent, id, f"ref{id}", self.now)
        self.late.clear()

    def _chat(self, item: OutboxItem) -> Chat:
        groups = (chat for chats in self.groups.values() for chat in chats)
        group = next((chat for chat in groups if chat.peer == item.peer), None)
        return group or self.chats[item.channel, item.peer]

    def _write(self, fn: Any, *args: Any) -> Any:
        return self.runner.run(self.database.write(fn, *args))


@pytest.fixture(params=["sqlite", "postgresql"])
def stored(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[asyncio.Runner, Database]]:
    if request.param == "postgresql":
        url = str(request.getfixturevalue("postgres_url"))
    else:
        url = sqlite_at(tmp_path / "test.db")
    with asyncio.Runner() as runner:
        database = runner.run(Database.open(url, Vault(make_keys())))
        yield runner, database
        runner.run(database.close())


def named_in_order(text: str) -> str:
    """The chat with what is drawn by lot (codes, tokens) numbered by when it first appears."""
    known: dict[str, str] = {}
    return DRAWN.sub(lambda match: known.setdefault(match[0], f"DRAWN-{len(known) + 1}"), text)


@cache
def in_memory(script: str) -> str:
    """How a chat goes in the memory of the dialogue's own tests: played once for both databases."""
    return named_in_order(theatre.play(script, "telegram"))


@pytest.mark.parametrize("path", theatre.chats(), ids=lambda path: path.stem)
def test_a_written_chat_goes_the_same_over_a_database(
    path: Path, stored: tuple[asyncio.Runner, Database], monkeypatch: pytest.MonkeyPatch
) -> None:
    runner, database = stored

    def build(**arguments: Any) -> StoredTown:
        return StoredTown(database=database, runner=runner, **arguments)

    script = path.read_text(encoding="utf-8")
    expected = in_memory(script)
    monkeypatch.setattr(theatre, "Town", build)
    played = theatre.play(script, "telegram")
    assert named_in_order(played) == expected
    assert runner.run(database.read(audit.verify)) == []
    assert runner.run(database.read(_received)) == len(runner.run(database.read(table, "cases")))


def _received(db: Session) -> int:
    return happened(db, "2000-01-01", "2100-01-01").get("received", 0)
