"""What the tests of this channel share: the other side of a channel, and servers on loopback."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

from starlette.applications import Starlette

from bot.channels.backoff import Backoff
from bot.channels.contract import Received
from bot.channels.posted import Desk
from bot.channels.telegram.channel import TelegramChannel
from bot.serving import PageServer
from handlers.messages import What
from tests.simulators.telegram import Simulator, loopback

Run = Callable[..., Any]
SECRET = "a-secret-of-the-webhook_1"
QUICK = Backoff(first_seconds=0.001, most_seconds=0.01)


class StoreIsDownError(Exception):
    """What a broken database looks like to a channel."""


@dataclass
class Inbox:
    """The other side of a channel: keeps events, or refuses them as long as a test wants."""

    sim: Simulator
    events: list[Received] = field(default_factory=list)
    refuse: Callable[[Received], bool] = lambda _: False
    gate: Callable[[Received], Any] | None = None
    refused: list[str] = field(default_factory=list)

    async def accept(self, received: Received) -> None:
        if self.gate is not None and (waiting := self.gate(received)) is not None:
            await waiting
        if self.refuse(received):
            self.refused.append(received.event_id)
            self.sim.changed()
            raise StoreIsDownError
        self.events.append(received)
        self.sim.changed()

    @property
    def what(self) -> list[What]:
        return [event.incoming.what for event in self.events if event.incoming is not None]

    async def holds(self, count: int) -> list[Received]:
        await self.sim.until(lambda: len(self.events) >= count)
        return self.events


@asynccontextmanager
async def running(channel: TelegramChannel, inbox: Inbox) -> AsyncIterator[TelegramChannel]:
    """The channel with its `run` going."""
    task = asyncio.create_task(channel.run(inbox.accept))
    try:
        yield channel
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
        await channel.close()


@asynccontextmanager
async def served_app(app: Starlette, desks: dict[bytes, Desk] | None = None) -> AsyncIterator[str]:
    """An app and its desks on a loopback port of the test's own loop, as the program serves them."""
    listener = loopback()
    async with served(PageServer(app, desks), listener):
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"


@asynccontextmanager
async def served(server: PageServer, listener: socket.socket) -> AsyncIterator[None]:
    """The server at work, without its main loop, which would make every test wait for a tick."""
    server.config.load()
    server.lifespan = server.config.lifespan_class(server.config)
    await server.startup([listener])
    try:
        yield
    finally:
        await server.shutdown([listener])
