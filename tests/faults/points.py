"""Lives of the program that end by SIGKILL at one chosen awaited point, and the life after it.

Run as a program (`python -m tests.faults.points FOLDER`): one clean process forks each life, so that a kill is a real
one and costs no start. What reached people, and what the vendor was told is stored, stands in files outside.
"""

from __future__ import annotations

import asyncio
import io
import json
import logging
import os
import random
import shutil
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psycopg
import structlog
from PIL import Image

from bot.app import _load_readers, _sync_staff
from bot.channels.contract import Received
from bot.courier import Courier
from bot.fetcher import Fetcher
from bot.house import house_of
from bot.metrics import Metrics
from bot.postroom import FetchRows, OutboxRows, parcels_of
from bot.settings import Settings, from_data
from bot.store import open_store
from bot.turn import Turns
from cases.codes import read_code
from handlers.dialogue import advance
from handlers.messages import Incoming, Media, MediaKind, Outgoing, Text, What
from locales import Locales
from storage import audit, cases, files, outbox, tallies
from storage.database import Database
from storage.session import Session
from tests.bot.courier_fakes import FakeChannel

NOW = datetime(2026, 10, 14, 2, 30, tzinfo=UTC)
RESIDENT, OFFICER, GROUP = "111", "600", "-1005"
LONGEST_SECONDS = 20.0
DELIVERIES = 3
"""How often a vendor brings what was answered with an error."""


class Points:
    """Counts awaited points; at the chosen one the process is gone."""

    def __init__(self, fatal: int) -> None:
        self.passed = 0
        self._fatal = fatal

    def begin(self) -> None:
        """The program has started."""

    def reach(self) -> None:
        self.passed += 1
        if self.passed == self._fatal:
            os.kill(os.getpid(), signal.SIGKILL)


class StruckDatabase:
    """A database before and after each of whose hops the process may be killed."""

    def __init__(self, database: Database, points: Points) -> None:
        self._database = database
        self._points = points

    async def write(self, fn: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        return await self._around(self._database.write, fn, *args, **kwargs)

    async def read(self, fn: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        return await self._around(self._database.read, fn, *args, **kwargs)

    async def _around(self, hop: Callable[..., Any], fn: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        self._points.reach()
        value = await hop(fn, *args, **kwargs)
        self._points.reach()
        return value


class Phones(FakeChannel):
    """People's phones: what reaches them stays, whatever happens to the program."""

    def __init__(self, log: Path, points: Points) -> None:
        super().__init__("telegram")
        self._log = log
        self._points = points
        picture = io.BytesIO()
        Image.new("RGB", (40, 30), "red").save(picture, "JPEG")
        self.files["photo"] = picture.getvalue()

    async def send(self, peer: str, out: Outgoing, sent: str = "") -> str:
        self._points.reach()
        with self._log.open("a", encoding="utf-8") as log:
            log.write(json.dumps([peer, out.text, out.edit and bool(sent)]) + "\n")
        self._points.reach()
        return f"{peer}:{time.monotonic_ns()}"

    async def fetch(self, file: str, kind: MediaKind) -> Any:
        self._points.reach()
        yield self.files[file]
        self._points.reach()


def settings_in(folder: Path) -> Settings:
    """The config of a folder; a file `url` there names a database on a server."""
    named = folder / "url"
    url = named.read_text(encoding="utf-8") if named.exists() else f"sqlite:///{folder}/tiengdan.db"
    return from_data(
        {
            "database": {"url": url},
            "security": {"key_file": f"{folder}/key"},
            "committee": {"name": "Mặt trận", "phone": "024 1", "address": "số 1", "hours": "8-17"},
            "units": [
                {"code": "P1", "name": "phường Cầu Giấy", "level": "phuong", "staff_chats": [f"telegram:{GROUP}"]}
            ],
            "staff": [{"name": "An", "role": "officer", "accounts": [f"telegram:{OFFICER}"], "units": ["P1"]}],
        },
        "points",
    )


def script(folder: Path) -> Iterator[tuple[str, Callable[[], What]]]:
    """Who does what, in order: a letter with a photo, then an officer who takes and opens it."""
    told = (
        "Cống trước số nhà 12 ngõ 5 tắc cả tháng nay, mưa là ngập. Đề nghị phường cho người thông cống.",
        "Đồng ý",
        "Đúng rồi",
        "trước số nhà 12 ngõ 5",
        "từ đầu tháng",
    )
    for text in told:
        yield RESIDENT, lambda text=text: Text(text)  # type: ignore[misc]
    yield RESIDENT, lambda: Media("photo", "photo", size=700)
    for text in ("Gửi xong", "Không để tên", "Gửi"):
        yield RESIDENT, lambda text=text: Text(text)  # type: ignore[misc]
    yield OFFICER, lambda: Text(f"/nhan {code_in(folder)}")
    yield OFFICER, lambda: Text(f"/don {code_in(folder)}")


def code_in(folder: Path) -> str:
    """The tracking code that the resident was told."""
    for peer, text, _ in reached(folder):
        if peer == RESIDENT and text.startswith("ĐÃ NHẬN"):
            return read_code(text) or ""
    return ""


def reached(folder: Path) -> list[tuple[str, str, bool]]:
    """What reached people: to whom, the words, whether it changed an earlier message."""
    log = folder / "phones"
    lines = log.read_text(encoding="utf-8").splitlines() if log.exists() else []
    return [tuple(json.loads(line)) for line in lines]


async def found(folder: Path, words: Locales) -> None:
    """A new installation, and everything that is loaded at first use: each life begins with it."""
    settings = settings_in(folder)
    store = await open_store(settings, new=True)
    await store.database.write(_sync_staff, settings, NOW)
    await store.database.close()
    _load_readers(house_of(settings, words, lambda: NOW, frozenset({"telegram"}), ""), NOW)


async def live(folder: Path, points: Points, words: Locales, patience: float = 1.0) -> None:
    """One life of the program, with a vendor who delivers again what was not acknowledged. With `patience` 0.1 whoever
    waits waits a tenth of the time."""

    async def sleep(seconds: float) -> None:
        await asyncio.sleep(seconds * patience)

    settings = settings_in(folder)
    store = await open_store(settings, exclusive=True)
    points.begin()
    database: Any = StruckDatabase(store.database, points)
    phones = Phones(folder / "phones", points)
    house = house_of(settings, words, lambda: NOW, frozenset({"telegram"}), "http://127.0.0.1")
    metrics = Metrics()
    courier = Courier(
        OutboxRows(database, house.reach, lambda: NOW, "telegram"),
        {"telegram": phones},
        now=lambda: NOW,
        monotonic=time.monotonic,
        sleep=sleep,
        jitter=random.random,
        metrics=metrics,
    )
    turns = Turns(
        database,
        house,
        advance,
        now=lambda: NOW,
        wake=lambda items: courier.hand(parcels_of(items)),
        fetch=lambda items: fetcher.hand(items),
        files=store.files,
    )
    fetcher = Fetcher(
        FetchRows(database, turns, "telegram"),
        store.files,
        {"telegram": phones},
        file_mb=20,
        image_megapixels=60,
        now=lambda: NOW,
        sleep=sleep,
        metrics=metrics,
    )

    async def fetch() -> None:
        # What ends by an error begins again, as in the program.
        while True:
            with suppress(psycopg.OperationalError):
                await fetcher.run()

    parts = [asyncio.create_task(courier.run()), asyncio.create_task(fetch())]
    acknowledged = folder / "acknowledged"
    done = len(acknowledged.read_text(encoding="ascii")) if acknowledged.exists() else 0

    async def settle() -> None:
        # What an earlier life left is looked for first; then everything that follows from it is waited for.
        for _ in range(3):
            await asyncio.sleep(0)
            await fetcher.settle()
            await courier.drain(LONGEST_SECONDS)

    while not courier._sending:
        await asyncio.sleep(0.001)
    await settle()
    for number, (who, what) in enumerate(script(folder)):
        if number < done:
            continue
        incoming = Incoming("telegram", who, who, f"e{number}", NOW, what())
        received = Received(f"e{number}", b"{}", incoming)
        for again in range(DELIVERIES):
            try:
                await turns.take("telegram", received)
                break
            except psycopg.OperationalError:
                assert again < DELIVERIES - 1
        points.reach()
        with acknowledged.open("a", encoding="ascii") as log:
            log.write(".")
        await settle()
    for part in parts:
        part.cancel()
    await asyncio.gather(*parts, return_exceptions=True)
    await store.database.close()


async def judge(folder: Path) -> list[str]:
    """What is not as it should be after the last life."""
    store = await open_store(settings_in(folder))
    try:
        wrong = await store.database.write(_wrong)
        case = (await store.database.read(cases.recent, ["P1"]))[:1]
        found = await store.database.read(files.of_case, case[0].id) if case else []
        if [file.state for file in found] != ["ready"] or not store.files.read_all(found[0].path):
            wrong.append("the photo")
    finally:
        await store.database.close()
    told = reached(folder)
    receipts = {read_code(text) for peer, text, _ in told if peer == RESIDENT and text.startswith("ĐÃ NHẬN")}
    if receipts != {row.code for row in case}:
        wrong.append("the receipt")
    if not any(peer == GROUP and code_in(folder) in text for peer, text, _ in told):
        wrong.append("the notice")
    if not any(peer == OFFICER and "Cống trước số nhà" in text for peer, text, _ in told):
        wrong.append("the opened letter")
    copies = Counter(peer for (peer, _, edit), times in Counter(told).items() if times > 1 and not edit)
    if any(times > 1 for times in copies.values()):
        wrong.append("more than one message of a chat came twice")
    return wrong


def _wrong(db: Session) -> list[str]:
    rows = cases.recent(db, ["P1"])
    wrong = [] if len(rows) == 1 else [f"{len(rows)} cases"]
    wrong += [f"chain: {link.why}" for link in audit.verify(db)]
    for row in rows:
        what = Counter(entry.what for entry in audit.life(db, row.id))
        if (
            what["filed"] != 1
            or what["taken"] != 1
            or what["opened"] != 1
            or not row.officer
            or row.status != "registered"
        ):
            wrong.append(f"life: {dict(what)} {row.status}")
    if outbox.counts(db):
        wrong.append(f"outbox: {outbox.counts(db)}")
    while tallies.fold(db):
        pass
    if tallies.strays(db, "P1", 10) != [row.code for row in rows]:
        wrong.append("tallies")
    return wrong


def die_at(folder: Path, fatal: int, words: Locales) -> tuple[bool, int]:
    """Live until the chosen point in a forked process: whether it was killed, and how many points it passed."""
    child = os.fork()
    if child == 0:
        points = Points(fatal)
        status = 1
        try:
            asyncio.run(asyncio.wait_for(live(folder, points, words), LONGEST_SECONDS))
            (folder / "points").write_text(str(points.passed), encoding="ascii")
            status = 0
        finally:
            os._exit(status)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return os.WTERMSIG(status) == signal.SIGKILL, 0
    if os.WEXITSTATUS(status):
        raise SystemExit(f"the life that was to end at {fatal} failed by itself")
    return False, int((folder / "points").read_text(encoding="ascii"))


def main(base: Path, every: int) -> None:
    """Print a line of JSON for each point: what was wrong after it."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    words = Locales()
    new, whole = base / "new", base / "whole"
    new.mkdir()
    asyncio.run(found(new, words))
    shutil.copytree(new, whole)
    _, count = die_at(whole, 0, words)
    print(json.dumps({"point": 0, "of": count, "wrong": asyncio.run(judge(whole))}), flush=True)
    for fatal in range(1, count + 1, every):
        folder = base / str(fatal)
        shutil.copytree(new, folder)
        killed, _ = die_at(folder, fatal, words)
        die_at(folder, 0, words)
        wrong = asyncio.run(judge(folder))
        print(json.dumps({"point": fatal, "killed": killed, "wrong": wrong}), flush=True)
        shutil.rmtree(folder)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1)
