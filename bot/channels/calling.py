"""One HTTP call to a vendor, and the two ways in which it fails before its meaning is looked at."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractAsyncContextManager
from typing import Final

import aiohttp

from bot.channels.errors import NoAnswerError

CONNECT_SECONDS: Final = 5.0
KEEPALIVE_SECONDS: Final = 60


class ApiRefusedError(Exception):
    """The vendor refused a call."""

    def __init__(self, code: int) -> None:
        # Its prose may quote the message, and its address may hold a token: only the number is kept.
        super().__init__(str(code))
        self.code = code


def new_session(connections: int, headers: Mapping[str, str] | None = None) -> aiohttp.ClientSession:
    """A session that keeps so many connections, and no cookies."""
    return aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(limit=connections, keepalive_timeout=KEEPALIVE_SECONDS),
        cookie_jar=aiohttp.DummyCookieJar(),
        headers=headers,
    )


def patience(seconds: float | None) -> aiohttp.ClientTimeout:
    """How long a call may take that is answered within so many seconds after it connected; None: as long as it will."""
    total = None if seconds is None else CONNECT_SECONDS + seconds
    return aiohttp.ClientTimeout(total=total, sock_connect=CONNECT_SECONDS, sock_read=seconds)


async def answered(call: AbstractAsyncContextManager[aiohttp.ClientResponse]) -> tuple[int, bytes]:
    """Status and body of what a call brings. Raises NoAnswerError."""
    try:
        async with call as answer:
            return answer.status, await answer.read()
    except TimeoutError:
        raise NoAnswerError("timeout") from None
    except (aiohttp.ClientError, OSError) as error:
        raise NoAnswerError(type(error).__name__) from None
