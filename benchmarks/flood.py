"""`python -m benchmarks.flood`: how long a known resident waits while a thousand newcomers write at once."""

from __future__ import annotations

import argparse
import asyncio
import tempfile
import time
from collections import deque
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median, quantiles
from typing import Any, Final

from benchmarks.turn.__main__ import ROOM
from benchmarks.turn.subjects import OURS, Subject
from benchmarks.turn.telegram import Resident, Telegram

KNOWN: Final = 5_000
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


async def calmly(town: Town, go_on: Callable[[list[float]], bool]) -> list[float]:
    """What somebody waits who has a letter under way and goes to and fro in it."""
    took: list[float] = []
    while len(took) % 2 or go_on(took):
        took.append(await town.says(KNOWN, "Lùi lại" if len(took) % 2 else "Đúng rồi"))
        await asyncio.sleep(PAUSE_SECONDS)
    return took


async def measure(mode: str, newcomers: int, times: int, repeat: int) -> None:
    """Start the program, file a letter half-way, and let the flood come so often."""
    town = Town()
    await town.start()
    ROOM.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=ROOM) as name:
        program = Subject(OURS, mode, Path(name).resolve(), town.url)
        program.start()
        town.webhooks = program.addresses if mode == "webhook" else []
        try:
            for words in (Resident.number(1).words[0], "Đồng ý"):
                await town.says(KNOWN, words)
            for number in range(repeat):
                alone = await calmly(town, lambda took: len(took) < times)
                report(f"{mode}: a known resident alone", alone)
                people = [Resident.number(number * newcomers + each) for each in range(newcomers)]
                crowd = [asyncio.create_task(town.says(FIRST_NEWCOMER + each.chat, each.words[0])) for each in people]
                await asyncio.sleep(0)
                during = await calmly(town, lambda _, crowd=crowd: not all(each.done() for each in crowd))  # type: ignore[misc]
                report("the same one during the flood", during)
                report(f"the {newcomers} newcomers", await asyncio.gather(*crowd))
                print(
                    f"  during / alone: median {median(during) / median(alone):.1f}, "
                    f"19 of 20 {most(during) / most(alone):.1f}; the first {1000 * during[0]:.0f} ms"
                )
        finally:
            program.stop()
            await town.stop()


def most(took: Sequence[float]) -> float:
    """What 19 of 20 stay under."""
    return quantiles(took, n=20)[-1]


def report(who: str, took: Sequence[float]) -> None:
    """One line."""
    print(f"  {who:36} half {1000 * median(took):7.1f} ms   19 of 20 {1000 * most(took):7.1f} ms   ({len(took)})")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.flood", description=__doc__)
    parser.add_argument("--newcomers", type=int, default=1000)
    parser.add_argument("--times", type=int, default=40, help="messages of the known resident alone")
    parser.add_argument("--modes", nargs="+", default=["webhook", "polling"])
    parser.add_argument("--repeat", type=int, default=2)
    asked = parser.parse_args()
    for mode in asked.modes:
        asyncio.run(measure(mode, asked.newcomers, asked.times, asked.repeat))


if __name__ == "__main__":
    main()
