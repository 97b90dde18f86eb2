"""A short way to addresses where machines ask: past the layers that pages need."""

from __future__ import annotations

from collections.abc import Awaitable, Sequence

from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp, Receive, Scope, Send


class Straight:
    """Leads to routes that are applications of their own and have a fixed address; everything else goes on as it
    came. A webhook's post costs half of a millisecond less."""

    def __init__(self, app: ASGIApp, routes: Sequence[BaseRoute]) -> None:
        self._app = app
        self._ways = {
            (method, route.path): route.app
            for route in routes
            if isinstance(route, Route) and route.app is route.endpoint
            for method in route.methods or ()
        }

    def __call__(self, scope: Scope, receive: Receive, send: Send) -> Awaitable[None]:
        """Hand on; as no coroutine of its own, it leaves no frame."""
        if scope["type"] == "http" and (app := self._ways.get((scope["method"], scope["path"]))) is not None:
            return app(scope, receive, send)
        return self._app(scope, receive, send)
