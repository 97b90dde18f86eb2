"""Posts of vendors, taken at the connection itself: most of all requests are such, and need nothing of a framework."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from starlette.routing import BaseRoute, Route

from bot.channels.posted import BODY_LIMIT, Desk
from bot.patience import Patient
from bot.without import unopened
from cases.records import record

with unopened("logging.config"), unopened("uvicorn", Config="uvicorn.config"):
    from uvicorn.protocols.http.httptools_impl import STATUS_LINE

METHOD: Final = b"POST"
_END: Final = b"\r\n\r\n"
_LENGTH: Final = b"\r\ncontent-length:"
_LENGTHS: Final = re.compile(rb"\r\n(?:content-length|transfer-encoding):", re.IGNORECASE)
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


@record(frozen=True, slots=True)
class Head:
    """The head of a post that was read and admitted, on either side of the length that it tells."""

    before: bytes
    after: bytes
    desk: Desk

    @classmethod
    def of(cls, post: bytes, desk: Desk) -> Head | None:
        """The head of a whole post; None where its length is told in another way, or twice."""
        whole = post[: post.find(_END) + len(_END)]
        found = _LENGTHS.findall(whole)
        if len(found) != 1 or found[0].lower() != _LENGTH:
            return None
        before, after = whole.split(found[0])
        spaces = len(after) - len(after.lstrip(b" "))
        head = cls(before + found[0] + after[:spaces], after[after.find(b"\r\n") :], desk)
        return head if head.body_in(post) is not None else None

    def body_in(self, post: bytes) -> bytes | None:
        """The body of a post that has the same head and is whole; None of any other."""
        if not post.startswith(self.before):
            return None
        end = post.find(self.after, len(self.before))
        body, length = post[end + len(self.after) :], post[len(self.before) : end]
        return body if end > 0 and length == b"%d" % len(body) and len(body) <= BODY_LIMIT else None


class Receiving(Patient):
    """A connection that hands a post to its desk. Whatever is odd about a request goes the way of pages.

    A vendor's posts on one connection have one head, but for the length: it is read and checked once.
    """

    cycle: Any

    def __init__(self, *args: Any, desks: Mapping[bytes, Desk], **more: Any) -> None:
        super().__init__(*args, **more)
        self._desks = desks
        self._head: Head | None = None
        self._begun = 0
        """How many requests have begun with what was received last."""
        self._between = True
        """Whether the parser has read a request to its end, and nothing of the next."""

    def data_received(self, data: bytes) -> None:
        """They say something."""
        whole = self._between and not self._has_asked()
        if whole and self._head is not None and (body := self._head.body_in(data)) is not None:
            self._unset_keepalive_if_required()
            self.spoke()
            self.cycle = Post(self, self._head.desk, keep_alive=True)
            self.cycle.receive(body)
            self.cycle.hand_over()
            return
        self._begun = 0
        super().data_received(data)
        post = self.cycle
        if whole and self._begun == 1 and self._between and isinstance(post, Post) and post.keep_alive:
            self._head = Head.of(data, post.desk)

    def on_message_begin(self) -> None:
        """The first word of a request."""
        self._begun += 1
        self._between = False
        super().on_message_begin()

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
        self._between = True
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
        self.desk = desk
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
            self.desk.begin(parts[0] if len(parts) == 1 else b"".join(parts), self._answer)

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
