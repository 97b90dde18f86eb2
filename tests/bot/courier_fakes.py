"""A clock that moves only when a test moves it, and a channel that fails as it is told."""

from __future__ import annotations

import asyncio
import heapq
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

from bot.channels.contract import Abilities, Accept
from bot.parcels import Dead, Later, Mark, Overtaken, Parcel, Sent
from handlers.messages import MediaKind, Outgoing

START = datetime(2026, 10, 1, 2, 0, tzinfo=UTC)


class FakeTime:
    """Sleepers wake in order as `advance` passes their moment."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self._sleepers: list[tuple[float, int, asyncio.Future[None]]] = []
        self._count = 0

    def now(self) -> datetime:
        return START + timedelta(seconds=self.seconds)

    def monotonic(self) -> float:
        return self.seconds

    async def sleep(self, seconds: float) -> None:
        self._count += 1
        waiter: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._sleepers, (self.seconds + seconds, self._count, waiter))
        await waiter

    async def settle(self) -> None:
        """Let everybody go on until they wait, at most fifty steps: some never do."""
        ready = asyncio.get_running_loop()._ready  # type: ignore[attr-defined]  # no other way to know that all wait
        for _ in range(50):
            await asyncio.sleep(0)
            if not ready:
                break

    async def advance(self, seconds: float) -> None:
        end = self.seconds + seconds
        await self.settle()
        while self._sleepers and self._sleepers[0][0] <= end:
            at, _, waiter = heapq.heappop(self._sleepers)
            self.seconds = max(self.seconds, at)
            if not waiter.done():
                waiter.set_result(None)
            await self.settle()
        self.seconds = end
        await self.settle()


class FakeChannel:
    """Keeps what was sent; `answers` are errors to raise first, by peer."""

    def __init__(self, name: str = "fake", text_limit: int = 4096) -> None:
        self.name = name
        self.abilities = Abilities(text_limit=text_limit, buttons=10, label_limit=64, edits=True, file_limit=1_000_000)
        self.sent: list[tuple[str, Outgoing, str]] = []
        self.answers: dict[str, list[Exception]] = {}
        self.gate: asyncio.Event | None = None
        self.files: dict[str, bytes | Exception] = {}

    def routes(self, accept: Accept) -> list[object]:
        return []

    async def run(self, accept: Accept) -> None:
        await asyncio.Event().wait()

    async def send(self, peer: str, out: Outgoing, sent: str = "") -> str:
        if self.gate is not None:
            await self.gate.wait()
        errors = self.answers.get(peer)
        if errors:
            raise errors.pop(0)
        self.sent.append((peer, out, sent))
        return f"m{len(self.sent)}"

    async def fetch(self, file: str, kind: MediaKind) -> AsyncIterator[bytes]:
        content = self.files[file]
        if isinstance(content, Exception):
            raise content
        for at in range(0, len(content), 1000):
            yield content[at : at + 1000]

    async def close(self) -> None:
        return

    def texts(self, peer: str) -> list[str]:
        return [out.text for to, out, _ in self.sent if to == peer]


class FakeRows:
    """An outbox in a dict."""

    def __init__(self) -> None:
        self.rows: dict[int, Parcel] = {}
        self.not_before: dict[int, datetime] = {}
        self.sent: dict[int, str] = {}
        self.dead: dict[int, str] = {}
        self.overtaken: list[int] = []
        self.gone: list[tuple[int, str]] = []
        self.instead: list[Parcel] = []
        self.moves: list[tuple[int, str]] = []
        self.others: dict[int, list[Parcel]] = {}
        self.moved_on: list[tuple[int, str]] = []
        self.broken = 0
        self.scans = 0
        self.scanned: asyncio.Event | None = None
        self.hold: asyncio.Event | None = None

    def post(self, *parcels: Parcel) -> None:
        for parcel in parcels:
            self.rows[parcel.id] = parcel

    async def last(self) -> int:
        return max(self.rows, default=0)

    async def due(self, now: datetime) -> list[Parcel]:
        self.scans += 1
        found = [self.rows[number] for number in sorted(self.rows) if self.not_before.get(number, now) <= now]
        if self.hold is not None:
            await self.hold.wait()
        return found

    async def mark(self, marks: list[Mark]) -> None:
        if self.broken:
            self.broken -= 1
            raise OSError
        for mark in marks:
            if isinstance(mark, Later):
                self.not_before[mark.id] = mark.at
                continue
            self.rows.pop(mark.id)
            if isinstance(mark, Sent):
                self.sent[mark.id] = mark.ref
            elif isinstance(mark, Dead):
                self.dead[mark.id] = mark.code
            elif isinstance(mark, Overtaken):
                self.overtaken.append(mark.id)

    async def elsewhere(self, parcel: Parcel, code: str, *, channel_fails: bool) -> list[Parcel] | None:
        if parcel.id not in self.others:
            return None
        del self.rows[parcel.id]
        self.moved_on.append((parcel.id, code))
        self.post(*self.others[parcel.id])
        return self.others[parcel.id]

    async def unreachable(self, parcel: Parcel, code: str) -> list[Parcel]:
        for row in [row for row in self.rows.values() if row.peer == parcel.peer]:
            del self.rows[row.id]
        self.gone.append((parcel.id, code))
        self.post(*self.instead)
        return self.instead

    async def moved(self, parcel: Parcel, peer: str) -> None:
        self.moves.append((parcel.id, peer))
