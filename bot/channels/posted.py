"""The body of what a vendor posts to us, read no further than it may be long."""

from __future__ import annotations

from typing import Final

from starlette.requests import Request

BODY_LIMIT: Final = 1024 * 1024


async def body_of(request: Request) -> bytes | None:
    """The body, or None when it is too long. Raises ClientDisconnect."""
    parts, size = [], 0
    async for part in request.stream():
        size += len(part)
        if size > BODY_LIMIT:
            return None
        parts.append(part)
    return b"".join(parts)
