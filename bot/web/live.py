"""Pages that follow what happens: one look a few seconds at the store for everybody who has a page open."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from bot.channels.web.stream import EventStream
from bot.web.desk import Desk
from bot.web.inside import Inside
from bot.web.pages import HEADERS
from handlers.ports import Officer, World
from handlers.staff_rights import permits
from storage import worklist
from storage.doors import WebSession
from storage.session import Session

LOOK_SECONDS: Final = 3.0
RECHECK_LOOKS: Final = 10
"""After so many looks the session is looked up again: who was removed is out within a minute here, too."""
MOST_STREAMS: Final = 500


class Live:
    """Tells open pages of the console that something changed; what it is they ask for themselves."""

    def __init__(
        self,
        inside: Inside,
        desk: Desk,
        closing: asyncio.Event,
        pause: Callable[[float], Awaitable[None]] | None = None,
    ) -> None:
        self._inside = inside
        self._desk = desk
        self._closing = closing
        self._pause = pause or self._until_closing
        self._open = 0

    def routes(self) -> list[BaseRoute]:
        """The address of the stream."""
        return [Route("/console/song", self._inside.page(self._stream), methods=["GET"])]

    async def _stream(self, request: Request, session: WebSession, officer: Officer) -> Response:
        if self._open >= MOST_STREAMS:
            return Response(status_code=503, headers={**HEADERS, "Retry-After": "60"})
        code = request.query_params.get("don", "")[:20]

        async def tell(send: Callable[[str, str], Awaitable[None]]) -> None:
            self._open += 1
            try:
                seen = await self._look(officer, code)
                await send("ready", "")
                looks = 0
                while not self._closing.is_set():
                    await self._pause(LOOK_SECONDS)
                    looks += 1
                    if looks % RECHECK_LOOKS == 0:
                        if await self._inside.guard.session(request) is None:
                            await send("over", "")
                            return
                        await send("ping", "")
                    now = await self._look(officer, code)
                    if now != seen:
                        seen = now
                        await send("change", "")
            finally:
                self._open -= 1

        return EventStream(tell)

    async def _until_closing(self, seconds: float) -> None:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._closing.wait()

    async def _look(self, officer: Officer, code: str) -> int:
        def look(world: World, db: Session) -> int:
            if not code:
                return worklist.newest_change(db)
            case = world.cases.by_code(code)
            # The number of another unit's case says nothing: it never changes.
            known = case is not None and permits(world, officer, case, "see")
            return worklist.changes_of(db, case.id) if known and case is not None else 0

        return await self._desk.ask(officer.id, look)
