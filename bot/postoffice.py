"""The post office of one channel: its courier, its fetcher and its own run, in the one process that holds its lease."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from functools import partial
from typing import Any, Final

from starlette.routing import BaseRoute

from bot.channels.contract import Accept, Channel, OutFile, Rereads, SendsFiles
from bot.channels.errors import Rejected
from bot.courier import Courier
from bot.fetcher import Fetcher
from bot.porch import Porch, TakeUp, topic_of
from bot.postroom import parcels_of
from bot.supervision import Supervisor
from handlers.messages import MediaKind, Outgoing
from storage import outbox
from storage.fetches import FetchItem
from storage.leases import MISSED
from storage.outbox import OutboxItem

CLOSING_SECONDS: Final = 1.0
FENCED_SECONDS: Final = 0.1


class PostOffice:
    """Sends, fetches and polls while it is open; while it is closed, whoever has it open is called."""

    def __init__(
        self,
        name: str,
        channel: Channel,
        accept: Accept,
        *,
        courier: Callable[[Channel], Courier],
        fetcher: Callable[[], Fetcher],
        parts: Supervisor,
        call: Callable[[str, Sequence[bytes]], None],
        brought: Callable[[str], Sequence[OutboxItem]],
        held: Callable[[], bool],
        porch: Porch,
        take_up: TakeUp,
    ) -> None:
        self._name = name
        self._channel = channel
        self._accept = accept
        self._make_courier = courier
        self._make_fetcher = fetcher
        self._parts = parts
        self._call = call
        self._brought = brought
        self._held = held
        self._porch = porch
        self._take_up = take_up
        self._courier: Courier | None = None
        self._fetcher: Fetcher | None = None
        self._closing: set[asyncio.Task[None]] = set()

    @property
    def waiting(self) -> int:
        """How many messages are in hand."""
        return self._courier.waiting if self._courier else 0

    def open(self) -> None:
        """The lease is ours: begin with what the database says, whatever this process knew before."""
        self._courier = courier = self._make_courier(FencedChannel(self._channel, self._held))
        self._fetcher = fetcher = self._make_fetcher()
        self._parts.keep(f"courier.{self._name}", courier.run)
        self._parts.keep(f"fetcher.{self._name}", fetcher.run)
        self._parts.keep(f"channel.{self._name}", partial(self._channel.run, self._accept))
        if isinstance(self._channel, Rereads):
            self._parts.keep(
                f"porch.{self._name}", partial(self._porch.serve, self._name, self._channel, self._take_up)
            )

    def close(self) -> None:
        """The lease is lost: stop at once; only what was sent is still written down."""
        courier, self._courier, self._fetcher = self._courier, None, None
        for part in ("channel", "porch", "fetcher", "courier"):
            self._parts.end(f"{part}.{self._name}")
        if courier is not None:
            task = asyncio.create_task(courier.drain(0))
            self._closing.add(task)
            task.add_done_callback(self._closing.discard)

    async def drain(self, seconds: float) -> None:
        """Take in nothing more, send what is in hand, and stop; what is left waits for the next holder."""
        self._parts.end(f"fetcher.{self._name}")
        if self._courier is not None:
            self._courier.look()
            await self._courier.drain(seconds)
        if self._closing:
            await asyncio.wait(self._closing, timeout=CLOSING_SECONDS)

    def hand(self, items: Sequence[OutboxItem]) -> None:
        """Messages that a turn of this process has posted."""
        if not items:
            return
        if self._courier is not None:
            self._courier.hand(parcels_of(items))
        else:
            self._call(f"courier.{self._name}", [outbox.packed(item) for item in items])

    def fetch(self, items: Sequence[FetchItem]) -> None:
        """Files that a turn of this process has asked for."""
        if not items:
            return
        if self._fetcher is not None:
            self._fetcher.hand(items)
        else:
            self._call(f"fetcher.{self._name}", ())

    def heard(self, topic: str, call: str) -> None:
        """Another process has something for this one, or has brought it with its call."""
        if self._courier is not None and topic in (f"courier.{self._name}", MISSED):
            self._courier.bring(parcels_of(self._brought(call)))
        if topic in (topic_of(self._name), MISSED):
            self._porch.heard(self._name)
        if self._fetcher is not None and topic in (f"fetcher.{self._name}", MISSED):
            self._fetcher.look()


class FencedChannel:
    """A channel that sends nothing once the lease may be over: somebody else may be sending the same by now."""

    def __init__(self, channel: Channel, held: Callable[[], bool]) -> None:
        self.name = channel.name
        self.abilities = channel.abilities
        self._channel = channel
        self._held = held

    def routes(self, accept: Accept) -> list[BaseRoute]:
        """The channel's own."""
        return self._channel.routes(accept)

    async def run(self, accept: Accept) -> None:
        """The channel's own."""
        await self._channel.run(accept)

    def send(self, peer: str, out: Outgoing, sent: str = "") -> Coroutine[Any, Any, str]:
        """Send, or wait until the lease is ours again or this courier is ended."""
        return self._channel.send(peer, out, sent) if self._held() else self._send_later(peer, out, sent)

    async def _send_later(self, peer: str, out: Outgoing, sent: str) -> str:
        while not self._held():
            await asyncio.sleep(FENCED_SECONDS)
        return await self._channel.send(peer, out, sent)

    async def send_file(self, peer: str, file: OutFile) -> str:
        """Send a file, under the same lease."""
        while not self._held():
            await asyncio.sleep(FENCED_SECONDS)
        if not isinstance(self._channel, SendsFiles):
            raise Rejected("files")
        return await self._channel.send_file(peer, file)

    def fetch(self, file: str, kind: MediaKind) -> AsyncIterator[bytes]:
        """The channel's own."""
        return self._channel.fetch(file, kind)

    async def close(self) -> None:
        """The channel's own."""
        await self._channel.close()
