"""What machines ask: is it alive, is it ready, how is it doing."""

from __future__ import annotations

import hmac
from collections.abc import Callable

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from bot.metrics import Metrics
from storage import outbox
from storage.database import Database

METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8"


def machine_routes(
    database: Database, metrics: Metrics, *, token: str, draining: Callable[[], bool]
) -> list[BaseRoute]:
    """`/healthz`, `/readyz`, and `/metrics` for who brings the token."""

    async def alive(request: Request) -> Response:
        return PlainTextResponse("ok\n")

    async def ready(request: Request) -> Response:
        if draining():
            return PlainTextResponse("stopping\n", 503)
        await database.read(outbox.counts)
        return PlainTextResponse("ok\n")

    async def figures(request: Request) -> Response:
        given = request.headers.get("authorization", "")
        if not hmac.compare_digest(given.encode(), f"Bearer {token}".encode()):
            return Response(status_code=403)
        return Response(metrics.text(), media_type=METRICS_TYPE)

    found: list[BaseRoute] = [Route("/healthz", alive), Route("/readyz", ready)]
    if token:
        found.append(Route("/metrics", figures))
    return found


def metrics_only(metrics: Metrics) -> Starlette:
    """The figures on a port of their own."""

    async def figures(request: Request) -> Response:
        return Response(metrics.text(), media_type=METRICS_TYPE)

    return Starlette(routes=[Route("/metrics", figures)])
