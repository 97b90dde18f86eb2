"""The way in where a vendor does not wait: an event goes to the database within its patience, else sealed to disk.

What lies on disk is taken in later in the order in which it came.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Final
from weakref import WeakValueDictionary

import structlog

from bot.channels.contract import Accept, Received
from bot.channels.spool import Spool
from cases.records import record

PATIENCE_SECONDS: Final = 0.5
"""How long an event may wait for the database before it goes to the disk: Zalo waits 2 seconds for all."""
SPOOL_BATCH: Final = 100
SPOOL_PAUSE_SECONDS: Final = 1.0
MOST_STUCK: Final = 3
"""Chats whose events cannot be stored, before the database itself is thought to be the reason."""


@record(frozen=True, slots=True)
class Posted:
    """What one post of a vendor holds: whose chat it is ("" for none), the names of its events for counting, and what
    has to be taken in: nothing for receipts and echoes."""

    chat: str
    names: tuple[str, ...]
    received: tuple[Received, ...]


Read = Callable[[bytes], Posted]

_log = structlog.get_logger()


class WayIn:
    """Takes the events of one channel in, each chat in order, and loses none that it said yes to."""

    def __init__(
        self,
        channel: str,
        spool: Spool,
        read: Read,
        accept: Accept,
        count: Callable[[str], None],
        *,
        patience: float = PATIENCE_SECONDS,
    ) -> None:
        self._channel = channel
        self._spool = spool
        self._read = read
        self._accept = accept
        self._count = count
        self._patience = patience
        self._chats: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self._loose: set[asyncio.Task[None]] = set()
        self._drainer: asyncio.Task[None] | None = None

    async def keep(self, raw: bytes, *, disk_first: bool = False) -> bool:
        """Whether the event is safe: in the database, or else on disk (`disk_first`: there in any case)."""
        posted = self._read(raw)
        for name in posted.names:
            self._count(name)
        if not posted.received:
            return True  # receipts and echoes are most of the traffic: they wait for nothing
        if disk_first or not self._spool.is_empty():
            # What came earlier goes first.
            return await self._put_aside(raw)
        task = self._start(posted)
        await asyncio.wait({task}, timeout=self._patience)
        if task.done() and _is_stored(task):
            return True
        # The same event may still be stored by the task: its id lets it change something once only.
        _log.warning("event.spooled", channel=self._channel)
        return await self._put_aside(raw)

    def drain(self) -> None:
        """Take in what waits on disk, oldest first, each chat in order, until nothing does. Each process drains what
        it put aside itself; at the start, what an earlier run left."""
        if self._drainer is None or self._drainer.done():
            self._drainer = asyncio.create_task(self._drain())

    async def close(self) -> None:
        """Let what is being stored come to its end: it is on disk too if it was slow."""
        if self._drainer is not None:
            self._drainer.cancel()
            await asyncio.wait({self._drainer})
        if self._loose:
            await asyncio.wait(self._loose, timeout=self._patience)
        for task in list(self._loose):
            task.cancel()

    # What is behind it ------------------------------------------------------------------------------------

    async def _put_aside(self, raw: bytes) -> bool:
        """Whether the event is on disk; it is taken in from there as soon as can be."""
        try:
            await self._spool.put(raw)
        except OSError as error:
            _log.error("spool.failed", channel=self._channel, error=error)
            return False
        self.drain()
        return True

    def _start(self, posted: Posted) -> asyncio.Task[None]:
        task = asyncio.create_task(self._store(posted))
        self._loose.add(task)
        task.add_done_callback(self._ended)
        return task

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._loose.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            _log.error("event.not_stored", channel=self._channel, error=error)

    async def _store(self, posted: Posted) -> None:
        chat = posted.chat
        async with self._chats.setdefault(chat, asyncio.Lock()) if chat else asyncio.Lock():
            for received in posted.received:
                await self._accept(received)

    async def _drain(self) -> None:
        while not self._spool.is_empty():
            if not await self._drain_once():
                await asyncio.sleep(SPOOL_PAUSE_SECONDS)

    async def _drain_once(self) -> bool:
        """Take in what waits; whether all of it could be."""
        waiting = await self._spool.waiting(SPOOL_BATCH)
        stuck: set[str] = set()
        for each in waiting:
            posted = self._read(each.raw)
            if posted.chat in stuck:
                continue
            task = self._start(posted)
            await asyncio.wait({task})
            if _is_stored(task):
                await self._spool.drop(each.name)
                continue
            stuck.add(posted.chat)
            if len(stuck) >= MOST_STUCK:
                return False
        return not stuck


def _is_stored(task: asyncio.Task[None]) -> bool:
    return not task.cancelled() and task.exception() is None
