"""The other side of a Zalo channel in its tests: where its events arrive, and where they wait."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.channels.contract import Received
from bot.channels.spool import Waiting
from bot.simulators.stage import Stage
from handlers.messages import What


class StoreIsDownError(Exception):
    """What a broken database looks like to a channel."""


@dataclass
class Inbox:
    """The other side of a channel: keeps events, slowly or not at all as a test wants."""

    sim: Stage
    events: list[Received] = field(default_factory=list)
    down: bool = False
    gate: asyncio.Event | None = None

    async def accept(self, received: Received) -> None:
        if self.gate is not None:
            await self.gate.wait()
        if self.down:
            raise StoreIsDownError
        if received.event_id not in {event.event_id for event in self.events}:
            self.events.append(received)
        self.sim.changed()

    @property
    def what(self) -> list[What]:
        return [event.incoming.what for event in self.events if event.incoming is not None]

    async def holds(self, count: int) -> list[What]:
        await self.sim.until(lambda: len(self.events) >= count)
        return self.what


@dataclass
class MemorySpool:
    """A spool in memory."""

    kept: dict[str, bytes] = field(default_factory=dict)
    full: bool = False
    puts: int = 0
    changed: Callable[[], None] = lambda: None

    async def put(self, raw: bytes) -> None:
        if self.full:
            raise OSError
        self.puts += 1
        self.kept[f"{self.puts:05d}"] = raw

    async def waiting(self, limit: int) -> list[Waiting]:
        return [Waiting(name, raw) for name, raw in sorted(self.kept.items())[:limit]]

    async def drop(self, name: str) -> None:
        self.kept.pop(name, None)
        self.changed()

    def is_empty(self) -> bool:
        return not self.kept
