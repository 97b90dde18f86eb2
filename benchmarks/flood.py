"""`python -m benchmarks.flood`: how long known residents wait while a thousand newcomers write at once."""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
import tempfile
import time
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from contextlib import nullcontext
from functools import partial
from itertools import chain
from pathlib import Path
from statistics import median, quantiles
from typing import Any, Final

from benchmarks.browsers import pages
from benchmarks.turn.__main__ import ROOM
from benchmarks.turn.stores import POSTGRESQL, SQLITE, new_database, postgres
from benchmarks.turn.subjects import OURS, Subject
from benchmarks.turn.telegram import Resident, Telegram

FIRST_KNOWN: Final = 5_000
CHATS_OF_ONE: Final = 10
"""A known resident is so many with a letter under way, of whom one at a time speaks: a chat is told one message a
second, and the page takes two."""
FIRST_NEWCOMER: Final = 100_000
PAUSE_SECONDS: Final = 0.02
"""Between two messages of the known resident: calm, and often enough to see the whole flood."""
LONGEST_SECONDS: Final = 300.0


class Town(Telegram):
    """People who speak when they are told to, and hear what is answered."""

    def __init__(self) -> None:
        super().__init__()
        self._heard: dict[int, asyncio.Future[float]] = {}
        self._menus: dict[int, tuple[dict[str, str], int]] = {}

    def said(self, chat: int, text: str, markup: dict[str, Any] | None) -> int:
        """The bot sent a message."""
        self._message += 1
        rows = (markup or {}).get("inline_keyboard", ())
        self._menus[chat] = {each["text"]: each["callback_data"] for row in rows for each in row}, self._message
        heard = self._heard.pop(chat, None)
        if heard is not None and not heard.done():
            heard.set_result(time.perf_counter())
        return self._message

    async def says(self, chat: int, words: str) -> float:
        """Seconds until the answer is there."""
        buttons, prompt = self._menus.get(chat, ({}, 0))
        heard = self._heard[chat] = asyncio.get_running_loop().create_future()
        began = time.perf_counter()
        self._speak(Resident(chat, deque([words]), prompt=prompt, buttons=buttons))
        async with asyncio.timeout(LONGEST_SECONDS):
            return await heard - began


Says = Callable[[int, str], Awaitable[float]]
"""Lets somebody say something; the seconds until the answer is there."""
Crowd = Callable[[int, int], Awaitable[list[float]]]
"""Lets so many newcomers, from this number on, write at the same moment; what each waited."""


async def calmly(says: Says, chats: Sequence[int], go_on: Callable[[list[float]], bool]) -> list[float]:
    """What somebody waits who has a letter under way and goes to and fro in it."""
    took: list[float] = []
    while len(took) % 2 or go_on(took):
        who = chats[len(took) // 2 % len(chats)]
        took.append(await says(who, "Lùi lại" if len(took) % 2 else "Đúng rồi"))
        await asyncio.sleep(PAUSE_SECONDS)
    return took


async def measure(
    mode: str, known: int, newcomers: int, times: int, repeat: int, server: str = "", processes: int = 1
) -> None:
    """Start the program, file letters half-way, and let the flood come so often. `server` is the PostgreSQL to run on,
    "" for a file."""
    town = Town()
    await town.start()
    ROOM.mkdir(exist_ok=True)
    with (
        tempfile.TemporaryDirectory(dir=ROOM) as name,
        new_database(server) if server else nullcontext("") as database,
    ):
        called = "polling" if mode == "polling" else "webhook"
        program = Subject(OURS, called, Path(name).resolve(), town.url, database, processes)
        program.start()
        town.webhooks = program.addresses if mode == "webhook" else []
        try:
            if mode != "page":
                await floods(mode, town.says, partial(_telegrams, town), known, newcomers, times, repeat)
                return
            url = program.addresses[0].removesuffix("/telegram/webhook")
            await _open(url)
            async with pages(url) as page:
                await floods(mode, page.says, partial(_browsers, url), known, newcomers, times, repeat)
        finally:
            program.stop()
            await town.stop()


async def floods(mode: str, says: Says, crowd: Crowd, known: int, newcomers: int, times: int, repeat: int) -> None:
    """What known residents wait alone and during a flood, so often."""
    theirs = [
        range(first, first + CHATS_OF_ONE)
        for first in range(FIRST_KNOWN, FIRST_KNOWN + known * CHATS_OF_ONE, CHATS_OF_ONE)
    ]
    for chats in theirs:
        for who in chats:
            for words in (Resident.number(1).words[0], "Đồng ý"):
                await says(who, words)

    async def speak(go_on: Callable[[list[float]], bool]) -> list[list[float]]:
        return await asyncio.gather(*(calmly(says, chats, go_on) for chats in theirs))

    for number in range(repeat):
        alone = [*chain(*await speak(lambda took: len(took) < times))]
        report(f"{mode}: {known} known alone", alone)
        coming = asyncio.create_task(crowd(number * newcomers, newcomers))
        await asyncio.sleep(0)
        await asyncio.sleep(0)  # each of them has spoken: who is known comes behind them all
        told = await speak(lambda _, coming=coming: not coming.done())  # type: ignore[misc]
        during = [*chain(*told)]
        report("the same during the flood", during)
        report(f"the {newcomers} newcomers", await coming)
        print(
            f"  during / alone: median {median(during) / median(alone):.1f}, "
            f"19 of 20 {most(during) / most(alone):.1f}; the first {1000 * median(took[0] for took in told):.0f} ms"
        )


async def _telegrams(town: Town, first: int, count: int) -> list[float]:
    people = [Resident.number(first + each) for each in range(count)]
    return await asyncio.gather(*(town.says(FIRST_NEWCOMER + each.chat, each.words[0]) for each in people))


async def _browsers(url: str, first: int, count: int) -> list[float]:
    """A crowd in a process of its own: what it costs to be a thousand browsers is nobody's wait."""
    asked = [sys.executable, "-m", "benchmarks.browsers", url, str(first), str(count)]
    crowd = await asyncio.create_subprocess_exec(*asked, stdout=asyncio.subprocess.PIPE)
    told, _ = await crowd.communicate()
    found: list[float] = json.loads(told)
    return found


async def _open(url: str) -> None:
    """Until the program serves its pages."""
    host, port = url.removeprefix("http://").split(":")
    async with asyncio.timeout(LONGEST_SECONDS):
        while True:
            try:
                _, writer = await asyncio.open_connection(host, int(port))
            except OSError:
                await asyncio.sleep(0.1)
            else:
                writer.close()
                return


def most(took: Sequence[float]) -> float:
    """What 19 of 20 stay under."""
    return quantiles(took, n=20)[-1]


def report(who: str, took: Sequence[float]) -> None:
    """One line."""
    print(f"  {who:36} half {1000 * median(took):7.1f} ms   19 of 20 {1000 * most(took):7.1f} ms   ({len(took)})")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.flood", description=__doc__)
    parser.add_argument("--newcomers", type=int, default=1000)
    parser.add_argument("--known", type=int, default=1, help="residents we know who write on meanwhile")
    parser.add_argument("--times", type=int, default=40, help="messages of a known resident alone")
    parser.add_argument(
        "--modes", nargs="+", choices=["webhook", "polling", "page"], default=["webhook", "polling", "page"]
    )
    parser.add_argument("--repeat", type=int, default=2)
    parser.add_argument("--database", choices=[SQLITE, POSTGRESQL], default=SQLITE)
    parser.add_argument("--processes", type=int, default=1, help="more than one on PostgreSQL, by webhook, by turns")
    asked = parser.parse_args()
    if asked.processes > 1 and (asked.database == SQLITE or asked.modes != ["webhook"]):
        parser.error("several processes share a PostgreSQL, and are brought what comes by webhook")
    with postgres() if asked.database == POSTGRESQL else nullcontext("") as server:
        for mode in asked.modes:
            asyncio.run(measure(mode, asked.known, asked.newcomers, asked.times, asked.repeat, server, asked.processes))


if __name__ == "__main__":
    main()
