"""What a vendor posts to us: who takes it, and its body, read no further than it may be long."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, Protocol, runtime_checkable

from starlette.requests import ClientDisconnect, Request
from starlette.types import Receive

BODY_LIMIT: Final = 1024 * 1024

Answer = Callable[[int, bytes], None]
"""Answers a post: with a status, and JSON or nothing."""


@runtime_checkable
class Desk(Protocol):
    """Takes what is posted to one address, without anything of a framework."""

    def admits(self, headers: Sequence[tuple[bytes, bytes]]) -> bool:
        """Whether who posts with these headers may; their names are in small letters."""

    def begin(self, raw: bytes, answer: Answer) -> None:
        """Store what was posted, and answer then."""


async def body_of(request: Request) -> bytes | None:
    """The body, or None when it is too long. Raises ClientDisconnect."""
    return await body_in(request.receive)


async def body_in(receive: Receive) -> bytes | None:
    """The body that an application receives, or None when it is too long. Raises ClientDisconnect."""
    body: bytes = b""
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise ClientDisconnect
        body += message.get("body", b"")
        if len(body) > BODY_LIMIT:
            return None
        if not message.get("more_body", False):
            return body
