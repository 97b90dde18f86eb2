"""`make bench`: residents file letters through turns on a database on this disk; then single calls alone."""

from __future__ import annotations

import argparse
import asyncio
import logging
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from statistics import quantiles

import structlog

from bot.bodies import outgoing
from bot.channels.contract import Received
from bot.house import house_of
from bot.settings import Settings, from_data
from bot.store import Store, open_store
from bot.turn import Turns
from cases.classify import classify
from cases.codes import read_code
from cases.language import detect
from handlers.dialogue import advance
from handlers.messages import Incoming, Text
from locales import Locales
from storage.outbox import OutboxItem

STORY = "Cống trước số nhà 12 ngõ 5 tắc cả tháng nay, mưa là ngập. Đề nghị phường cho người thông cống."
WORDS = (
    STORY,
    "Đồng ý",
    "Đúng rồi",
    "trước số nhà 12 ngõ 5, tổ 7",
    "từ đầu tháng đến nay",
    "Gửi xong",
    "Không để tên",
    "Gửi",
)
"""A whole petition, typed: from the first words to the receipt."""


def settings_in(folder: Path, url: str) -> Settings:
    unit = {"code": "P1", "name": "phường Cầu Giấy", "level": "phuong"}
    office = {"name": "Mặt trận phường", "phone": "024 0000 0000", "address": "số 1", "hours": "8:00-17:00"}
    security = {"key_file": str(folder / "key")}
    return from_data({"database": {"url": url}, "security": security, "committee": office, "units": [unit]}, "bench")


async def file_letters(turns: Turns, people: int, at_once: int) -> list[float]:
    """Let `people` file a letter each, `at_once` of them at a time; how long each of their messages took."""
    accept = turns.accept("web")
    waiting = list(range(people))
    took: list[float] = []

    async def one_after_the_other() -> None:
        while waiting:
            account = f"person-{waiting.pop()}"
            for number, words in enumerate(WORDS):
                event = f"{account}:{number}"
                said = Incoming("web", account, account, event, datetime.now(UTC), Text(words, event))
                began = time.perf_counter()
                await accept(Received(event, words.encode(), said))
                took.append(time.perf_counter() - began)

    await asyncio.gather(*(one_after_the_other() for _ in range(at_once)))
    return took


async def turns_on(url: str, folder: Path, people: int, at_once: int) -> None:
    settings = settings_in(folder, url)
    store: Store = await open_store(settings, exclusive=True, new=True)
    house = house_of(settings, Locales(), lambda: datetime.now(UTC), frozenset({"web"}), "http://127.0.0.1")
    filed: list[str] = []

    def wake(items: Sequence[OutboxItem]) -> None:
        filed.extend(code for item in items if (code := read_code(outgoing(item.body).text)))

    turns = Turns(
        store.database,
        house,
        advance,
        now=lambda: datetime.now(UTC),
        wake=wake,
        fetch=lambda items: None,
        files=store.files,
    )
    try:
        await file_letters(turns, 20, at_once)
        filed.clear()
        began, cpu = time.perf_counter(), time.process_time()
        took = await file_letters(turns, people, at_once)
        seconds, cpu = time.perf_counter() - began, time.process_time() - cpu
    finally:
        await store.database.close()
    if len(set(filed)) != people:
        sys.exit(f"{people} letters were sent and {len(set(filed))} were filed: its dialogue is out of date")
    cuts = quantiles(took, n=100)
    print(f"  {people} letters of {len(WORDS)} messages, {at_once} people at once, every commit on disk")
    print(f"  {len(took) / seconds:8,.0f} messages a second      {1000 * cpu / len(took):.2f} ms of CPU each")
    print(f"  {1000 * cuts[49]:8.1f} ms half of them         {1000 * cuts[98]:.1f} ms all but one in a hundred")


def alone(what: str, work: Callable[[], object], times: int) -> None:
    work()
    began = time.perf_counter()
    for _ in range(times):
        work()
    print(f"  {what:32} {1e6 * (time.perf_counter() - began) / times:8.1f} µs")


def main() -> None:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--people", type=int, default=300)
    parser.add_argument("--at-once", type=int, default=50)
    given = parser.parse_args()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    print("Filing on SQLite")
    with tempfile.TemporaryDirectory(dir=".") as folder:
        url = f"sqlite:///{folder}/bench.db"
        asyncio.run(turns_on(url, Path(folder), given.people, given.at_once))
    print("One call")
    alone("classify a text of 90 characters", lambda: classify(STORY), 300)
    alone("tell its language", lambda: detect(STORY), 300)


if __name__ == "__main__":
    main()
