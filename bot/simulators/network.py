"""The network between us and a simulated vendor: its host of files, and the faults of a bad line."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.simulators.stage import Fault, Stage

HTML: Final = "<html><head><title>502 Bad Gateway</title></head><body><center>nginx</center></body></html>"


class DropConnection(BaseException):
    """The connection is to be cut. No Exception, so that no middleware answers 500 first."""


async def wrong_answer(fault: Fault, refusal: dict[str, Any]) -> Response | None:
    """The wrong answer, or None when the call goes on (and fails after its effect, or late)."""
    if fault.how == "refuse":
        return JSONResponse(refusal)
    if fault.how == "html":
        return Response(HTML, fault.status, media_type="text/html")
    if fault.how == "empty":
        return Response(b"", 200)
    if fault.how == "reset_before":
        raise DropConnection
    if fault.how == "slow":
        await asyncio.sleep(fault.seconds)
    return None


def media_route(sim: Stage) -> Route:
    """The host of what people send: an address is good for a while only."""

    async def media(request: Request) -> Response:
        found = sim.hosted.get(request.path_params["name"])
        fault = sim.fault_for("media")
        if fault is not None and (wrong := await wrong_answer(fault, {"error": fault.code})) is not None:
            return wrong
        if found is None or sim.clock() >= found.until:
            return Response(status_code=404)
        if found.redirect:
            return RedirectResponse(found.redirect, 302)
        return Response(found.content, media_type=found.mime)

    return Route("/media/{name}", media, methods=["GET"])


def dropping(app: ASGIApp, wake: Callable[[], None]) -> ASGIApp:
    """The app, able to cut a connection as a bad network does."""

    async def outer(scope: Scope, receive: Receive, send: Send) -> None:
        wake()
        try:
            await app(scope, receive, send)
        except DropConnection:
            transport = getattr(getattr(receive, "__self__", None), "transport", None)
            if transport is None:
                raise
            transport.abort()

    return outer
