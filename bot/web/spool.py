"""The web channel's spool: uploads sealed on disk until the fetcher has checked and taken them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path

from bot.channels.errors import FileGone, FileTooLarge
from storage.files import Files


class SealedSpool:
    """Implements `bot.channels.web.ports.Spool` in a folder of its own."""

    def __init__(self, folder: Path, files: Files) -> None:
        self._folder = folder
        self._files = files

    async def put(self, chunks: AsyncIterator[bytes], limit: int) -> tuple[str, int]:
        """Seal a file as its bytes come; its name in the spool and its size. Raises FileTooLarge."""
        with self._files.writer() as writer:
            async for chunk in chunks:
                if writer.size + len(chunk) > limit:
                    raise FileTooLarge
                writer.write(chunk)
            stored = await asyncio.to_thread(writer.finish)
        return stored.path, stored.size

    async def read(self, name: str) -> AsyncIterator[bytes]:
        """The bytes of a file. Raises FileGone."""
        chunks = self._files.read(name)
        try:
            while (chunk := await asyncio.to_thread(next, chunks, None)) is not None:
                yield chunk
        except FileNotFoundError:
            raise FileGone from None

    async def sweep(self, before: datetime) -> None:
        """Erase files put before that moment."""
        await asyncio.to_thread(self._sweep, before.timestamp())

    def _sweep(self, before: float) -> None:
        if not self._folder.is_dir():
            return
        for path in self._folder.iterdir():
            if path.stat().st_mtime < before:
                path.unlink(missing_ok=True)
