"""Posts of vendors, taken at the connection itself: most of all requests are such, and need nothing of a framework."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from starlette.routing import BaseRoute, Route

from bot.channels.posted import BODY_LIMIT, Desk
from bot.patience import Patient
from bot.without import unopened

with unopened("logging.config"), unopened("uvicorn", Config="uvicorn.config"):
    from uvicorn.protocols.http.httptools_impl import STATUS_LINE

METHOD: Final = b"POST"
TOO_LARGE: Final = 413


def desks_in(routes: Sequence[BaseRoute]) -> dict[bytes, Desk]:
    """The desks among the routes, by the address as it stands in a request."""
    found: dict[bytes, Desk] = {}
    for route in routes:
        if isinstance(route, Route):
            app: object = route.app
            if isinstance(app, Desk):
                found[route.path.encode()] = app
    return found


class Receiving(Patient):
    """A connection that hands a post to its desk. Whatever is odd about a request goes the way of pages."""

    cycle: Any

    def __init__(self, *args: Any, desks: Mapping[bytes, Desk], **more: Any) -> None:
        super().__init__(*args, **more)
        self._desks = desks

    def on_headers_complete(self) -> None:
        """Somebody has said what they want."""
        desk = self._desks.get(self.url)
        if desk is None or self._has_asked() or not self._is_plain() or not desk.admits(self.headers):
            super().on_headers_complete()
        else:
            self.cycle = Post(self, desk, keep_alive=self.parser.should_keep_alive())

    def on_body(self, body: bytes) -> None:
        """A part of what they send."""
        if isinstance(self.cycle, Post):
            self.cycle.receive(body)
        else:
            super().on_body(body)

    def on_message_complete(self) -> None:
        """They have sent all of it."""
        if isinstance(self.cycle, Post):
            self.cycle.hand_over()
        else:
            super().on_message_complete()

    def _is_plain(self) -> bool:
        parser = self.parser
        return (
            parser.get_method() == METHOD
            and parser.get_http_version() == "1.1"
            and not self.expect_100_continue
            and not parser.should_upgrade()
        )


class Post:
    """One post, from its head until it is answered. To uvicorn's connection it is what a request is there."""

    def __init__(self, connection: Receiving, desk: Desk, *, keep_alive: bool) -> None:
        self._connection = connection
        self._desk = desk
        self._parts: list[bytes] = []
        self._size = 0
        self.keep_alive = keep_alive
        self.more_body = True
        self.response_complete = False
        self.disconnected = False
        self.message_event = self

    def set(self) -> None:
        """The other end is gone: what is being stored is stored all the same."""

    def receive(self, body: bytes) -> None:
        """A part of the body."""
        if self.response_complete:
            return
        self._size += len(body)
        self._parts.append(body)
        if self._size > BODY_LIMIT:
            self._parts.clear()
            self._answer(TOO_LARGE, b"")

    def hand_over(self) -> None:
        """The body is whole."""
        self.more_body = False
        if not self.response_complete:
            parts, self._parts = self._parts, []
            self._desk.begin(parts[0] if len(parts) == 1 else b"".join(parts), self._answer)

    def _answer(self, status: int, body: bytes) -> None:
        self.response_complete = True
        connection = self._connection
        transport = connection.transport
        if self.disconnected or transport.is_closing():
            return
        lines = [STATUS_LINE[status]]
        for name, value in connection.server_state.default_headers:
            lines += (name, b": ", value, b"\r\n")
        if body:
            lines.append(b"content-type: application/json\r\n")
        if not self.keep_alive:
            lines.append(b"connection: close\r\n")
        lines.append(b"content-length: %d\r\n\r\n%b" % (len(body), body))
        transport.write(b"".join(lines))
        if not self.keep_alive:
            transport.close()
        connection.on_response_complete()
