"""The body of what a vendor posts to us, read no further than it may be long."""

from __future__ import annotations

from typing import Final

from starlette.requests import ClientDisconnect, Request
from starlette.types import Receive

BODY_LIMIT: Final = 1024 * 1024


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
