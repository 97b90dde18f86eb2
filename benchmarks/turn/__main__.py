"""`make bench-turn`: residents in a closed loop file letters with our bot and with the same bot written otherwise."""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Sequence
from contextlib import ExitStack, nullcontext
from dataclasses import dataclass
from itertools import product
from math import nan
from pathlib import Path
from statistics import median, quantiles

from benchmarks.turn.machine import Core, NoShares, machine_seconds, server_cpu_seconds
from benchmarks.turn.stores import POSTGRESQL, SQLITE, filled, filled_on, new_database, postgres
from benchmarks.turn.subjects import OURS, PEERS, PEERS_PYTHON, Subject
from benchmarks.turn.telegram import Telegram

WARM_LETTERS = 20
IDLE_SECONDS = 2.0
LOOK_SECONDS = 1.0
LONGEST_SECONDS = 900.0
"""Whatever is measured: a bot that does not answer would be waited for until the next morning."""
SMALLEST_SHARE = 0.1
"""Of a period of ten milliseconds one: the system gives out no less."""
ROOM = Path("var")
"""On the disk that a program here would use, and not in the repository."""


@dataclass(frozen=True, slots=True)
class Case:
    """One thing that is measured."""

    bot: str
    mode: str = "webhook"
    chats: int = 50
    database: str = SQLITE
    processes: int = 1
    stored: int = 0
    """Letters that are in the store already."""
    share: float = 0.0
    """Of a core, for each process; 0: whatever the machine has."""

    def __str__(self) -> str:
        many = f", {self.processes} processes" if self.processes > 1 else ""
        where = f", {self.database}" if self.bot == OURS else ""
        stored = f", {self.stored:,} stored" if self.stored else ""
        share = f", {self.share} core" if self.share else ""
        return f"{self.bot}, {self.mode}, {self.chats} chats{where}{many}{stored}{share}"


@dataclass(frozen=True, slots=True)
class Figures:
    """What one run gave."""

    cpu_ms: float
    a_second: float
    half_ms: float
    p99_ms: float
    idle_mb: float
    """Once it has started and answered a first word."""
    letter_mb: float
    """Once it has taken a first letter."""
    first_reply_seconds: float
    first_reply_cpu_seconds: float
    server_ms: float
    """Processor time of the database's server for a message; nan where there is none, or on another machine."""
    idle_percent: float
    """Of the machine's cores, while letters were filed: where little is left, they are what was measured."""


async def measure(case: Case, letters: int, server: str) -> Figures:
    """Start the bot, let it idle, let residents file. `server` is the PostgreSQL of a case that wants one."""
    telegram = Telegram()
    await telegram.start()
    ROOM.mkdir(exist_ok=True)
    with ExitStack() as stack:
        name = stack.enter_context(tempfile.TemporaryDirectory(dir=ROOM))
        folder, url = Path(name).resolve(), ""
        if case.database == POSTGRESQL:
            like = await filled_on(server, case.stored, folder) if case.stored else ""
            url = stack.enter_context(new_database(server, like))
        subject = Subject(case.bot, case.mode, folder, telegram.url, url, case.processes, case.share)
        if case.stored and not url:
            await filled(subject, case.stored, ROOM)
        try:
            async with asyncio.timeout(LONGEST_SECONDS):
                return await _measure(case, letters, telegram, subject, server if url else "")
        except BaseException:
            print(subject.log(), file=sys.stderr)
            raise
        finally:
            subject.stop()
            await telegram.stop()


async def _measure(case: Case, letters: int, telegram: Telegram, subject: Subject, server: str) -> Figures:
    began = time.perf_counter()
    subject.start()
    telegram.webhooks = subject.addresses if case.mode == "webhook" else []
    heard = asyncio.ensure_future(telegram.greet())
    while not heard.done():
        await asyncio.wait({heard}, timeout=LOOK_SECONDS)
        if not subject.running:
            heard.cancel()
            raise RuntimeError(f"{case} did not start")
    first_seconds, first_cpu = time.perf_counter() - began, subject.cpu_seconds
    await asyncio.sleep(IDLE_SECONDS)
    idle = subject.memory_mb
    await telegram.file(1, 1)
    await asyncio.sleep(IDLE_SECONDS)
    letter = subject.memory_mb
    await telegram.file(max(WARM_LETTERS, case.chats), case.chats)
    before = _spent(subject, server)
    seconds = await telegram.file(letters, case.chats)
    cpu, served, idle_seconds, machine = (now - then for now, then in zip(_spent(subject, server), before, strict=True))
    took = telegram.took
    cuts = quantiles(took, n=100)
    count = len(took)
    return Figures(
        1000 * cpu / count,
        count / seconds,
        1000 * cuts[49],
        1000 * cuts[98],
        idle,
        letter,
        first_seconds,
        first_cpu,
        1000 * served / count,
        100 * idle_seconds / machine,
    )


def _spent(subject: Subject, server: str) -> tuple[float, float, float, float]:
    """Processor time so far: of the bot, of its database's server; of all cores that which is idle, and all of it."""
    return subject.cpu_seconds, server_cpu_seconds(server) if server else nan, *machine_seconds()


def cases(asked: argparse.Namespace) -> list[Case]:
    """What is measured, those that are compared beside each other."""
    found = []
    bots = [bot for bot in (OURS, *PEERS) if bot in asked.bots]
    for mode, chats, bot in product(asked.modes, asked.chats, bots):
        if bot == OURS:
            for database, processes, stored in product(asked.databases, asked.processes, asked.stored):
                # A second process on one file is refused, and a second one that polls waits for the first.
                shared = database == POSTGRESQL and mode == "webhook"
                if processes == 1 or shared:
                    found.append(Case(bot, mode, chats, database, processes, stored, asked.share))
        elif bot != "floor" or mode == "webhook":
            found.append(Case(bot, mode, chats, share=asked.share))
    return found


def show(case: Case, runs: Sequence[Figures]) -> str:
    """One line: the middle of the runs."""

    def middle(name: str) -> float:
        return median(getattr(run, name) for run in runs)

    shown = (
        f"{middle('cpu_ms'):.2f}",
        f"{middle('a_second'):.0f}",
        f"{middle('half_ms'):.1f}",
        f"{middle('p99_ms'):.1f}",
        f"{middle('idle_mb'):.0f}",
        f"{middle('letter_mb'):.0f}",
        f"{middle('first_reply_seconds'):.2f}",
        f"{middle('first_reply_cpu_seconds'):.2f}",
        f"{middle('server_ms'):.2f}",
        f"{middle('idle_percent'):.0f}",
    )
    return " ".join([f"{case!s:58}", *(f"{each:>8}" for each in shown)])


def share_of_core(text: str) -> float:
    """The argument of --share."""
    share = float(text)
    if not SMALLEST_SHARE <= share <= 1:
        raise argparse.ArgumentTypeError(f"a core has shares from {SMALLEST_SHARE} to 1")
    return share


def main() -> None:
    parser = argparse.ArgumentParser(prog="make bench-turn", description=__doc__)
    parser.add_argument("--letters", type=int, default=200, help="letters of eleven messages in each run")
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--chats", type=int, nargs="+", default=[1, 50, 500])
    parser.add_argument("--modes", nargs="+", default=["webhook", "polling"])
    parser.add_argument("--bots", nargs="+", default=[OURS, *PEERS])
    parser.add_argument("--databases", nargs="+", choices=[SQLITE, POSTGRESQL], default=[SQLITE])
    parser.add_argument("--processes", type=int, nargs="+", default=[1])
    parser.add_argument("--stored", type=int, nargs="+", default=[0], help="letters in the store before the first one")
    parser.add_argument(
        "--share",
        type=share_of_core,
        default=0.0,
        help="of a core, for each process of a bot, as if it had a small one of its own: on a machine that residents, "
        "server and bots fill together, what two processes bring is only seen where the bots' cores are the limit",
    )
    asked = parser.parse_args()
    if not PEERS_PYTHON.exists() and set(asked.bots) & {"aiogram", "ptb"}:
        sys.exit("the bots to compare with are not installed: make bench-turn")
    if asked.share:
        try:
            Core(asked.share).close()
        except NoShares as error:
            parser.error(f"argument --share: {error}")
    runs: dict[Case, list[Figures]] = defaultdict(list)
    order = cases(asked)
    with postgres() if POSTGRESQL in asked.databases else nullcontext("") as server:
        for _ in range(asked.repeat):
            for case in order:
                runs[case].append(asyncio.run(measure(case, asked.letters, server)))
                print(show(case, runs[case][-1:]), file=sys.stderr, flush=True)
    heads = ("CPU ms", "a second", "half ms", "99% ms", "idle MB", "used MB", "first s", "its CPU", "server", "idle %")
    print(" " * 58, *(f"{head:>8}" for head in heads))
    for case in order:
        print(show(case, runs[case]))


if __name__ == "__main__":
    main()
