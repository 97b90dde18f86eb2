"""Events on disk: what the database could not take in at once, sealed, in the order in which it came."""

from __future__ import annotations

import asyncio
import itertools
import os
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final

import structlog

from bot.channels.spool import Waiting
from storage.errors import StorageError
from storage.vault import Vault

_ENDING: Final = ".event"
_BROKEN: Final = ".broken"
_PLACE: Final = "spool"
_LAST: Final = "~"
"""Sorts behind every name."""
WRITERS: Final = 8


class EventSpool:
    """Implements `bot.channels.spool.Spool` in a folder of its own."""

    def __init__(self, folder: Path, vault: Vault) -> None:
        self._folder = folder
        self._vault = vault
        self._number = itertools.count(1)
        self._under_way: set[str] = set()
        # Threads of its own: who is to be answered within two seconds does not stand behind readers of letters.
        # Several, because a disk makes many writes safe in the time of one.
        self._threads = ThreadPoolExecutor(max_workers=WRITERS, thread_name_prefix="spool")

    def is_empty(self) -> bool:
        """Whether nothing waits; what another process put aside counts too."""
        return not self._under_way and not self._names()

    def count(self) -> int:
        """How many events wait."""
        return len(self._names())

    async def put(self, raw: bytes) -> None:
        """Keep an event; it is on the disk, sealed, when this returns. Raises OSError."""
        # Named and counted at once, so that no later event overtakes it while it is written.
        name = f"{time.time_ns():020d}-{os.getpid()}-{next(self._number):06d}{_ENDING}"
        self._under_way.add(name)
        try:
            await asyncio.get_running_loop().run_in_executor(self._threads, self._put, name, raw)
        finally:
            self._under_way.discard(name)

    async def waiting(self, limit: int) -> Sequence[Waiting]:
        """The oldest events. One that does not open is set aside under another ending."""
        return await asyncio.to_thread(self._waiting, limit, min(self._under_way, default=_LAST))

    async def drop(self, name: str) -> None:
        """Forget an event that was taken in."""
        await asyncio.to_thread((self._folder / name).unlink, missing_ok=True)

    def _put(self, name: str, raw: bytes) -> None:
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft = self._folder / f"{name}.part"
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as out:
            out.write(self._vault.seal(_PLACE, name, "raw", raw))
            out.flush()
            os.fsync(out.fileno())
        draft.rename(self._folder / name)
        _sync(self._folder)

    def _waiting(self, limit: int, before: str) -> list[Waiting]:
        found = []
        for name in [name for name in self._names() if name < before][:limit]:
            path = self._folder / name
            try:
                found.append(Waiting(name, self._vault.open(_PLACE, name, "raw", path.read_bytes())))
            except FileNotFoundError:
                continue
            except StorageError as error:
                structlog.get_logger().error("spool.unreadable", error=type(error).__name__)
                path.rename(path.with_suffix(_BROKEN))
        return found

    def _names(self) -> list[str]:
        if not self._folder.is_dir():
            return []
        return sorted(path.name for path in self._folder.iterdir() if path.suffix == _ENDING)


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
