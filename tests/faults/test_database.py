"""A database that is full, read-only or locked, and a clock that jumps: nothing is confirmed that is not kept."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.bodies import outgoing
from bot.channels.contract import Received
from bot.house import house_of
from bot.settings import from_data
from bot.store import open_store
from bot.turn import Turns
from cases.codes import read_code
from handlers.dialogue import advance
from handlers.messages import Incoming, Text
from locales import Locales
from storage import audit, cases, conversations
from storage.database import Database, hop

WORDS = (
    "Cống trước số nhà 12 ngõ 5 tắc cả tháng nay, mưa là ngập. Đề nghị phường cho người thông cống.",
    "Đồng ý",
    "Đúng rồi",
    "trước số nhà 12",
    "từ đầu tháng",
    "Gửi xong",
    "Không để tên",
    "Gửi",
)
RAW = b"raw" * 2000
"""More than what is left in the pages that a message changes: none is taken where the disk has no room."""
NOON = datetime(2026, 10, 14, 5, 0, tzinfo=UTC)


class Bench:
    """A program on a file, whose resident's messages come until they are taken."""

    def __init__(self, database: Database, path: Path, turns: Turns, said: list[str]) -> None:
        self.database = database
        self.path = path
        self.now = NOON
        self._turns = turns
        self._said = said
        self._count = 0

    async def say(self, number: int, words: str = "") -> str:
        self._said.clear()
        self._count += bool(words)
        event = f"e{number}+{self._count}" if words else f"e{number}"
        incoming = Incoming("web", "hoa", "hoa", event, self.now, Text(words or WORDS[number]))
        await self._turns.take("web", Received(incoming.event_id, RAW, incoming))
        return "\n".join(self._said)


@pytest.fixture
async def bench(tmp_path: Path) -> AsyncIterator[Bench]:
    path = tmp_path / "tiengdan.db"
    settings = from_data(
        {
            "database": {"url": f"sqlite:///{path}"},
            "security": {"key_file": str(tmp_path / "key")},
            "committee": {"name": "Mặt trận", "phone": "024 1", "address": "số 1", "hours": "8-17"},
            "units": [{"code": "P1", "name": "phường Cầu Giấy", "level": "phuong"}],
        },
        "test",
    )
    store = await open_store(settings, exclusive=True, new=True)
    said: list[str] = []
    benches: list[Bench] = []

    def now() -> datetime:
        return benches[0].now if benches else NOON

    turns = Turns(
        store.database,
        house_of(settings, Locales(), now, frozenset({"web"}), "http://127.0.0.1"),
        advance,
        now=now,
        wake=lambda items: said.extend(outgoing(item.body).text for item in items),
        fetch=lambda items: None,
    )
    benches.append(Bench(store.database, path, turns, said))
    yield benches[0]
    await store.database.close()


async def on_writer(bench: Bench, statement: str) -> None:
    """Run a PRAGMA on the writer's own thread, outside of any transaction."""
    writer = bench.database._writer  # type: ignore[attr-defined]
    await hop(writer, lambda: writer._conn.execute(statement).fetchall())


async def fails_until(bench: Bench, broken: str, mended: str) -> None:
    """Half of the letter, then the fault: every message is refused and comes again; then the rest."""
    for number in range(4):
        await bench.say(number)
    before = await bench.database.read(conversations.find, "web", "hoa", "hoa", NOON)
    await on_writer(bench, broken)
    for _ in range(2):
        with pytest.raises(sqlite3.OperationalError):
            await bench.say(4)
    assert await bench.database.read(conversations.find, "web", "hoa", "hoa", NOON) == before
    await on_writer(bench, mended)
    last = ""
    for number in range(4, len(WORDS)):
        last = await bench.say(number)
    found = await bench.database.read(cases.recent, ["P1"])
    assert [case.code for case in found] == [read_code(last)]
    assert await bench.database.read(audit.verify) == []


async def test_a_full_disk_refuses_the_message_and_takes_it_when_there_is_room(bench: Bench) -> None:
    await fails_until(bench, "PRAGMA max_page_count = 1", "PRAGMA max_page_count = 1073741823")


async def test_a_file_that_became_read_only_refuses_the_message_and_takes_it_later(bench: Bench) -> None:
    await fails_until(bench, "PRAGMA query_only = ON", "PRAGMA query_only = OFF")


async def test_a_file_that_another_program_locks_for_long_refuses_the_message_and_takes_it_later(
    bench: Bench,
) -> None:
    await on_writer(bench, "PRAGMA busy_timeout = 20")
    await bench.say(0)
    other = sqlite3.connect(bench.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(sqlite3.OperationalError):
        await bench.say(1)
    # Whoever only looks is not held up.
    assert await bench.database.read(cases.recent, ["P1"]) == []
    other.execute("ROLLBACK")
    other.close()
    last = ""
    for number in range(1, len(WORDS)):
        last = await bench.say(number)
    assert read_code(last)


@pytest.mark.parametrize("days", [-1, 1])
async def test_a_clock_that_jumps_a_day_in_the_middle_of_a_letter_loses_none_of_it(bench: Bench, days: int) -> None:
    for number in range(4):
        await bench.say(number)
    heard: list[str] = []
    for number in range(4, len(WORDS)):
        bench.now = NOON + timedelta(days=days * (number % 2))
        heard.append(await bench.say(number))
        if "trở lại" in heard[-1]:
            # After a day, whoever comes back is asked first whether to go on.
            heard.append(await bench.say(number, "Làm tiếp"))
            heard.append(await bench.say(number, WORDS[number]))
    found = await bench.database.read(cases.recent, ["P1"])
    assert [case.code for case in found] == [code for text in heard if (code := read_code(text))][:1]
    letter = await bench.database.read(cases.letter, found[0].id)
    assert "tắc cả tháng" in str(letter["content"])
    assert await bench.database.read(audit.verify) == []
