"""A stream of events to a browser (server-sent events), thin enough for thousands of idle ones."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

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
    """Runs `body` until it ends or the browser goes away; the body itself sees to it that it ends with the program."""

    def __init__(self, body: Callable[[Tell], Awaitable[None]]) -> None:
        super().__init__()
        self._tell_all = body

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as ASGI wants it. One task more than the request's own: each is memory of every idle page."""

        async def tell(name: str, data: str) -> None:
            head = f"event: {name}\n" if name else ""
            await send({"type": "http.response.body", "body": f"{head}data: {data}\n\n".encode(), "more_body": True})

        await send({"type": "http.response.start", "status": 200, "headers": list(_HEADERS)})
        telling = asyncio.ensure_future(self._tell_all(tell))
        try:
            while not telling.done() and (await _message(receive, telling))["type"] != "http.disconnect":
                pass
        finally:
            telling.cancel()
            await asyncio.gather(telling, return_exceptions=True)
        await send({"type": "http.response.body", "body": b"", "more_body": False})


class Straight:
    """Leads one address to its endpoint past the framework's layers: of each idle page these would keep a dozen
    frames, a fifth of what it weighs. Everything else goes on as it came."""

    def __init__(self, app: ASGIApp, path: str, endpoint: Callable[[Request], Awaitable[Response]]) -> None:
        self._app = app
        self._path = path
        self._endpoint = endpoint

    def __call__(self, scope: Scope, receive: Receive, send: Send) -> Awaitable[None]:
        """Hand on; as no coroutine of its own, it leaves no frame."""
        if scope["type"] == "http" and scope["path"] == self._path and scope["method"] == "GET":
            return self._answer(scope, receive, send)
        return self._app(scope, receive, send)

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        response = await self._endpoint(Request(scope, receive))
        await response(scope, receive, send)


async def _message(receive: Receive, telling: asyncio.Future[None]) -> Message:
    """The next message of the browser; its going, where the telling ended first."""
    task = asyncio.current_task()
    assert task is not None

    def over(_: asyncio.Future[None]) -> None:
        task.cancel()

    telling.add_done_callback(over)
    try:
        return await receive()
    except asyncio.CancelledError:
        if not telling.done() or task.uncancel() > 0:
            raise
        return {"type": "http.disconnect"}
    finally:
        telling.remove_done_callback(over)
