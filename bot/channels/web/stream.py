"""A stream of events to a browser (server-sent events), thin enough for thousands of idle ones."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Final

from starlette.responses import Response
from starlette.types import Receive, Scope, Send

Tell = Callable[[str, str], Awaitable[None]]
"""Sends one event: its name ("" for the plain one) and its data, one line."""
_HEADERS: Final = (
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"no-store"),
    # nginx would gather small pieces before it hands them on
    (b"x-accel-buffering", b"no"),
    (b"x-content-type-options", b"nosniff"),
)


class EventStream(Response):
    """Runs `body` until it ends, the browser goes away, or `closing` is set. `cookie` goes out with the head."""

    def __init__(
        self, body: Callable[[Tell], Awaitable[None]], closing: asyncio.Event, cookie: tuple[bytes, bytes] | None = None
    ) -> None:
        super().__init__()
        self._tell_all = body
        self._closing = closing
        self._cookie = cookie

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as ASGI wants it; two tasks a stream, no queue."""
        extra = (self._cookie,) if self._cookie else ()
        await send({"type": "http.response.start", "status": 200, "headers": [*_HEADERS, *extra]})

        async def tell(name: str, data: str) -> None:
            head = f"event: {name}\n" if name else ""
            await send({"type": "http.response.body", "body": f"{head}data: {data}\n\n".encode(), "more_body": True})

        telling = asyncio.ensure_future(self._tell_all(tell))
        leaving = asyncio.ensure_future(_left(receive))
        closing = asyncio.ensure_future(self._closing.wait())
        try:
            await asyncio.wait({telling, leaving, closing}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in (telling, leaving, closing):
                task.cancel()
            await asyncio.gather(telling, leaving, closing, return_exceptions=True)
        if not leaving.done() or leaving.cancelled():
            await send({"type": "http.response.body", "body": b"", "more_body": False})


async def _left(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
