"""`python -m benchmarks.inside`: what the inside of a turn costs by its parts, without network, threads and commits."""

from __future__ import annotations

import argparse
import asyncio
import logging
import sqlite3
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import ParamSpec, TypeVar

import structlog

from benchmarks.__main__ import settings_in
from benchmarks.turn.peers import floor
from benchmarks.turn.telegram import FIRST_CHAT, Resident
from bot.bodies import outgoing
from bot.channels.contract import Received
from bot.house import House, house_of
from bot.reader import words_to_read
from bot.store import open_store
from bot.turn import run_turn
from cases.reading import read
from handlers.dialogue import advance
from handlers.messages import Choice, Incoming, Text
from locales import Locales
from storage.session import Session

P = ParamSpec("P")
T = TypeVar("T")

CHANNEL = "telegram"
WARM_LETTERS = 20
FLOOR_TIMES = 10


class Costs:
    """The CPU time of each part."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)

    def of(self, part: str, fn: Callable[P, T]) -> Callable[P, T]:
        """The same function, and what it costs is written down."""

        def timed(*args: P.args, **kwargs: P.kwargs) -> T:
            began = time.thread_time()
            try:
                return fn(*args, **kwargs)
            finally:
                self.seconds[part] += time.thread_time() - began

        return timed


def file_letter(db: Session, house: House, resident: Resident, costs: Costs) -> int:
    """Play one filing through turns in one transaction; how many messages it had."""
    chat, told, prompt = str(resident.chat), None, 0
    buttons: dict[str, str] = {}
    reading, turn = costs.of("reading", read), costs.of("turn", run_turn)
    dialogue = costs.of("dialogue", advance)
    for number, words in enumerate(resident.words):
        event, now = f"{chat}:{number}", datetime.now(UTC)
        what = Choice(buttons[words], prompt) if words in buttons else Text(words, event)
        incoming = Incoming(CHANNEL, chat, chat, event, now, what)
        text = words_to_read(incoming)
        incoming = incoming.with_reading(reading(text) if text else None, told, unready=False)
        told = incoming.reading
        result = turn(db, house, dialogue, CHANNEL, Received(event, words.encode(), incoming), now)
        if result.failed:
            sys.exit(f"the turn failed: {result.failed} at {result.where}")
        out = outgoing(result.posted[-1].body)
        buttons, prompt = {option.label: option.id for option in out.options}, out.prompt
    if "TD-" not in out.text:
        sys.exit("no receipt: the dialogue of the benchmark is out of date")
    return len(resident.words)


def file_letters(db: Session, house: House, numbers: range, costs: Costs) -> int:
    """File so many letters; how many messages they had."""
    return sum(file_letter(db, house, Resident.number(number), costs) for number in numbers)


def floor_seconds(letters: int) -> float:
    """What the same messages cost a bot that does nothing but keep and ask."""
    db = sqlite3.connect(":memory:", isolation_level=None)
    floor.make_tables(db)
    # Ten times, since once is over in a twentieth of a second.
    said = [(FIRST_CHAT + n, words) for n in range(FLOOR_TIMES * letters) for words in Resident.number(n).words]
    db.execute("BEGIN")
    began = time.thread_time()
    for chat, words in said:
        floor.turn(db, chat, words)
    return (time.thread_time() - began) / FLOOR_TIMES


async def measure(letters: int, folder: Path) -> None:
    settings = settings_in(folder, f"sqlite:///{folder}/inside.db")
    store = await open_store(settings, exclusive=True, new=True)
    try:
        house = house_of(settings, Locales(), lambda: datetime.now(UTC), frozenset({CHANNEL}), "http://127.0.0.1")
        warm, costs = Costs(), Costs()
        await store.database.write(file_letters, house, range(WARM_LETTERS), warm)
        numbers = range(WARM_LETTERS, WARM_LETTERS + letters)
        messages = await store.database.write(file_letters, house, numbers, costs)
    finally:
        await store.database.close()
    least = 1000 * floor_seconds(letters) / messages
    each = {part: 1000 * seconds / messages for part, seconds in costs.seconds.items()}
    parts = {
        "reading the story": each["reading"],
        "dialogue": each["dialogue"],
        "effects and store": each["turn"] - each["dialogue"],
    }
    for part, cost in (*parts.items(), ("all of it", sum(parts.values())), ("the floor", least)):
        print(f"  {part:20}{cost:8.3f} ms of CPU a message{cost / least:8.1f} times the floor")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.inside", description=__doc__)
    parser.add_argument("--letters", type=int, default=100, help="letters of eleven messages")
    given = parser.parse_args()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    with tempfile.TemporaryDirectory(dir=".") as folder:
        asyncio.run(measure(given.letters, Path(folder)))


if __name__ == "__main__":
    main()
