"""Files that residents send: where they lie at Telegram, and their bytes, never more than a bot may take."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable
from contextlib import aclosing
from typing import Any, Final
from urllib.parse import quote

from bot.channels.errors import FetchError, FileGone, FileTooLarge
from bot.channels.loose import text_in
from bot.channels.telegram.calls import CallError
from bot.channels.telegram.errors import fetch_error

FILE_LIMIT: Final = 20 * 1024 * 1024
"""https://core.telegram.org/bots/api#getfile"""

Call = Callable[[str, dict[str, Any]], Awaitable[Any]]
Stream = Callable[[str], AsyncGenerator[bytes, None]]


async def download(call: Call, stream: Stream, file_base: str, file: str) -> AsyncIterator[bytes]:
    """The bytes of a file by its id. Raises a FetchError: worth another try unless too large or gone."""
    try:
        found = await call("getFile", {"file_id": file})
        path = text_in(found, "file_path")
        if not path:
            raise FileGone
        size = found.get("file_size")
        if isinstance(size, int) and size > FILE_LIMIT:
            raise FileTooLarge
        if path.startswith("/") or ".." in path.split("/"):
            raise FetchError  # a local Bot API server names files of its own disk: those we cannot read
        come = 0
        async with aclosing(stream(f"{file_base}/{quote(path, safe='/')}")) as chunks:
            async for chunk in chunks:
                come += len(chunk)
                if come > FILE_LIMIT:
                    raise FileTooLarge
                yield chunk
        if isinstance(size, int) and come < size:
            raise FetchError
    except CallError as error:
        raise fetch_error(error) from None
