"""What machines ask: is it alive, is it ready, how is it doing."""

from __future__ import annotations

import hmac
from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route, Router

from bot.metrics import Metrics
from bot.watching import Watch
from storage.errors import outages

METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8"


def machine_routes(watch: Watch, metrics: Metrics, *, token: str, draining: Callable[[], bool]) -> list[BaseRoute]:
    """`/healthz`, `/readyz`, and `/metrics` for who brings the token."""

    async def alive(request: Request) -> Response:
        return PlainTextResponse("ok\n")

    async def ready(request: Request) -> Response:
        if draining():
            return PlainTextResponse("stopping\n", 503)
        try:
            sight = await watch.look() if await watch.keeps() else None
        except outages():
            sight = None
        if sight is None:
            return PlainTextResponse("database\n", 503)
        # An old backup takes nobody out of service; whoever watches sees it here.
        hours = "none" if sight.backup_age is None else f"{sight.backup_age / 3600:.0f} h"
        return PlainTextResponse(f"ok\nbackup: {hours}\n")

    async def figures(request: Request) -> Response:
        given = request.headers.get("authorization", "")
        if not hmac.compare_digest(given.encode(), f"Bearer {token}".encode()):
            return Response(status_code=403)
        await watch.refresh()
        return Response(metrics.text(), media_type=METRICS_TYPE)

    found: list[BaseRoute] = [Route("/healthz", alive), Route("/readyz", ready)]
    if token:
        found.append(Route("/metrics", figures))
    return found


def metrics_only(watch: Watch, metrics: Metrics) -> Router:
    """The figures on a port of their own."""

    async def figures(request: Request) -> Response:
        await watch.refresh()
        return Response(metrics.text(), media_type=METRICS_TYPE)

    return Router([Route("/metrics", figures)])
