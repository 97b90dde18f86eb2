"""Events that Zalo posts to us: believed only when signed, answered within two seconds whatever the database does.

What the database does not take in at once is sealed on disk, and taken in later in the order in which it came.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from typing import Any, Final
from weakref import WeakValueDictionary

import structlog
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from bot.channels.zalo_oa.ports import Spool
from bot.channels.zalo_oa.signature import HEADER, Keys, RefusedError, verified

PATH: Final = "/zalo/oa/webhook"
BODY_LIMIT: Final = 1024 * 1024
PATIENCE_SECONDS: Final = 0.6
"""How long an event may wait for the database before it goes to the disk: Zalo waits 2 seconds for all."""
SPOOL_BATCH: Final = 100
SPOOL_PAUSE_SECONDS: Final = 2.0
MOST_STUCK: Final = 3
"""Chats whose events cannot be stored, before the database itself is thought to be the reason."""

Take = Callable[[Mapping[str, Any], bytes], Awaitable[None]]
"""Take one believed event in; returns when it is committed."""

_log = structlog.get_logger()


class Webhook:
    """The webhook and the spool behind it."""

    def __init__(
        self,
        keys: Keys,
        spool: Spool,
        take: Take,
        chat_of: Callable[[Mapping[str, Any]], str],
        now: Callable[[], datetime],
        *,
        patience: float = PATIENCE_SECONDS,
    ) -> None:
        self._keys = keys
        self._spool = spool
        self._take = take
        self._chat_of = chat_of
        self._now = now
        self._patience = patience
        self._chats: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self._loose: set[asyncio.Task[None]] = set()
        self._drainer: asyncio.Task[None] | None = None

    def route(self) -> Route:
        """The route that Zalo is given."""
        return Route(PATH, self._answer, methods=["POST"])

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

    # One event --------------------------------------------------------------------------------------------

    async def _answer(self, request: Request) -> Response:
        try:
            raw = await _body(request)
        except ClientDisconnect:
            return Response(status_code=400)
        if raw is None:
            return Response(status_code=413)
        header = request.headers.get(HEADER, "")
        if not header and raw.strip() == b"{}":
            return Response(status_code=200)  # the question whether anybody is there
        try:
            event = verified(raw, header, self._keys, self._now())
        except RefusedError as error:
            _log.warning("zalo_oa.webhook.refused", reason=error.reason)
            return Response(status_code=403)
        return Response(status_code=200 if await self._kept(event, raw) else 503)

    async def _kept(self, event: Mapping[str, Any], raw: bytes) -> bool:
        """Whether the event is safe: in the database, or else on disk."""
        if not self._spool.is_empty():
            # What came earlier goes first.
            return await self._put_aside(raw)
        task = self._start(event, raw)
        await asyncio.wait({task}, timeout=self._patience)
        if task.done() and _is_stored(task):
            return True
        # The same event may still be stored by the task: its id lets it change something once only.
        return await self._put_aside(raw)

    def _start(self, event: Mapping[str, Any], raw: bytes) -> asyncio.Task[None]:
        task = asyncio.create_task(self._store(event, raw))
        self._loose.add(task)
        task.add_done_callback(self._ended)
        return task

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._loose.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            _log.error("zalo_oa.event.not_stored", error=type(error).__name__)

    async def _store(self, event: Mapping[str, Any], raw: bytes) -> None:
        chat = self._chat_of(event)
        async with self._chats.setdefault(chat, asyncio.Lock()) if chat else asyncio.Lock():
            await self._take(event, raw)

    async def _put_aside(self, raw: bytes) -> bool:
        began = time.monotonic()
        try:
            await self._spool.put(raw)
        except OSError as error:
            _log.error("zalo_oa.spool.failed", error=type(error).__name__)
            return False
        _log.warning("zalo_oa.event.spooled", seconds=round(time.monotonic() - began, 3))
        self.drain()
        return True

    async def _drain(self) -> None:
        while not self._spool.is_empty():
            if not await self._drain_once():
                await asyncio.sleep(SPOOL_PAUSE_SECONDS)

    async def _drain_once(self) -> bool:
        """Take in what waits; whether all of it could be."""
        waiting = await self._spool.waiting(SPOOL_BATCH)
        stuck: set[str] = set()
        for each in waiting:
            event = _json(each.raw)
            chat = self._chat_of(event)
            if chat in stuck:
                continue
            task = self._start(event, each.raw)
            await asyncio.wait({task})
            if _is_stored(task):
                await self._spool.drop(each.name)
                continue
            stuck.add(chat)
            if len(stuck) >= MOST_STUCK:
                return False
        return not stuck


def _is_stored(task: asyncio.Task[None]) -> bool:
    return not task.cancelled() and task.exception() is None


async def _body(request: Request) -> bytes | None:
    parts, size = [], 0
    async for part in request.stream():
        size += len(part)
        if size > BODY_LIMIT:
            return None
        parts.append(part)
    return b"".join(parts)


def _json(raw: bytes) -> Mapping[str, Any]:
    found = json.loads(raw)  # verified before it was put aside
    return found if isinstance(found, dict) else {}
