"""The fetcher: brings in the files that turns asked for, checks what they are, cleans pictures and seals them."""

from __future__ import annotations

import asyncio
import errno
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import Final, Protocol, cast

import structlog

from bot.channels.contract import Channel
from bot.channels.errors import FetchError, FileGone, FileTooLarge
from bot.intake import Intake, RefusalError, Scanner, Sealed
from bot.metrics import Metrics
from bot.scanner import ScannerAway
from handlers.messages import MediaKind, RefusedFile
from storage.fetches import FetchItem
from storage.files import Files

AT_ONCE: Final = 4
SCAN_SECONDS: Final = 2.0
FETCH_SECONDS: Final = 120.0
FIRST_RETRY_SECONDS: Final = 2.0
MOST_TRIES: Final = 6
"""About two minutes of trying; then the resident is told."""
MOST_DELAYS: Final = 1_000
"""A file is not given up because the virus scanner is away for some days, or our own disk is full."""
DISK_TROUBLE: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO, errno.EMFILE, errno.ENFILE})
LONGEST_RETRY_SECONDS: Final = 600.0


class Fetches(Protocol):
    """The files to bring in, and where the news of them goes."""

    async def due(self, now: datetime) -> Sequence[FetchItem]: ...

    async def ready(self, item: FetchItem, sealed: Sealed) -> None: ...

    async def refused(self, item: FetchItem, reason: RefusedFile) -> None: ...

    async def later(self, item: FetchItem, at: datetime, code: str) -> None: ...


class Fetcher:
    """Brings files in, a few at a time. What fails for a while is tried again; what cannot be taken is said."""

    def __init__(
        self,
        fetches: Fetches,
        files: Files,
        channels: Mapping[str, Channel],
        *,
        file_mb: int,
        image_megapixels: int,
        scanner: Scanner | None = None,
        now: Callable[[], datetime],
        sleep: Callable[[float], Awaitable[None]],
        metrics: Metrics,
    ) -> None:
        self._fetches = fetches
        self._channels = channels
        self._intake = Intake(files, file_mb=file_mb, image_megapixels=image_megapixels, scanner=scanner)
        self._now = now
        self._sleep = sleep
        self._metrics = metrics
        self._log = structlog.get_logger()
        self._places = asyncio.Semaphore(AT_ONCE)
        self._under_way: dict[str, asyncio.Task[None]] = {}
        self._wake = asyncio.Event()

    def look(self) -> None:
        """Look now: something was asked for that was not handed over."""
        self._wake.set()

    def hand(self, items: Iterable[FetchItem]) -> None:
        """Take what a turn has just asked for."""
        for item in items:
            if item.attachment in self._under_way or item.channel not in self._channels:
                continue
            task = asyncio.create_task(self._bring(item))
            self._under_way[item.attachment] = task
            task.add_done_callback(partial(self._ended, item.attachment))

    async def run(self) -> None:
        """Look for files to bring in until cancelled."""
        try:
            while True:
                self.hand(await self._fetches.due(self._now()))
                await self._rest()
        finally:
            for task in self._under_way.values():
                task.cancel()

    async def _rest(self) -> None:
        timer = asyncio.ensure_future(self._sleep(SCAN_SECONDS))
        woken = asyncio.ensure_future(self._wake.wait())
        await asyncio.wait({timer, woken}, return_when=asyncio.FIRST_COMPLETED)
        timer.cancel()
        woken.cancel()
        self._wake.clear()

    async def settle(self) -> None:
        """Wait for what is under way."""
        await asyncio.gather(*self._under_way.values(), return_exceptions=True)

    # One file ---------------------------------------------------------------------------------------------

    async def _bring(self, item: FetchItem) -> None:
        async with self._places:
            try:
                content = await self._download(item)
                sealed = await self._intake.take(item.name, content)
            except RefusalError as refusal:
                self._count(item, refusal.reason)
                await self._fetches.refused(item, refusal.reason)
            except ScannerAway as error:
                self._log.error("fetcher.scanner_away", attachment=item.attachment)
                await self._again(item, type(error).__name__, MOST_DELAYS)
            except (FetchError, TimeoutError, OSError) as error:
                trouble = _trouble_of_our_disk(error)
                if trouble:
                    self._log.error("fetcher.disk", attachment=item.attachment, code=trouble)
                await self._again(item, type(error).__name__, MOST_DELAYS if trouble else MOST_TRIES)
            except Exception as error:  # noqa: BLE001 - a supervisor: what breaks us is not brought in for ever
                self._log.error("fetcher.failed", attachment=item.attachment, error=error)
                await self._again(item, type(error).__name__, MOST_TRIES)
            else:
                self._count(item, "ready")
                await self._fetches.ready(item, sealed)

    async def _download(self, item: FetchItem) -> bytes:
        if item.size > self._intake.limit:
            raise RefusalError("too_large")
        parts: list[bytes] = []
        size = 0
        try:
            async with asyncio.timeout(FETCH_SECONDS):
                stream = self._channels[item.channel].fetch(item.file, cast(MediaKind, item.kind))
                async for part in stream:
                    size += len(part)
                    if size > self._intake.limit:
                        raise RefusalError("too_large")
                    parts.append(part)
        except FileTooLarge:
            raise RefusalError("too_large") from None
        except FileGone:
            raise RefusalError("unavailable") from None
        return b"".join(parts)

    async def _again(self, item: FetchItem, code: str, most: int) -> None:
        if item.tries + 1 >= most:
            self._count(item, "unavailable")
            await self._fetches.refused(item, "unavailable")
            return
        wait = min(FIRST_RETRY_SECONDS * 2 ** min(item.tries, 20), LONGEST_RETRY_SECONDS)
        await self._fetches.later(item, self._now() + timedelta(seconds=wait), code)

    def _ended(self, attachment: str, task: asyncio.Task[None]) -> None:
        del self._under_way[attachment]
        if not task.cancelled() and (error := task.exception()) is not None:
            # The row is still due: the next look tries again.
            self._log.error("fetcher.failed", attachment=attachment, error=error)

    def _count(self, item: FetchItem, outcome: str) -> None:
        self._metrics.files.labels(item.channel, outcome).inc()


def _trouble_of_our_disk(error: Exception) -> str:
    """Its name, where it is our disk or our system that has no room, and nothing that the other end did."""
    number = error.errno if isinstance(error, OSError) else None
    return errno.errorcode[number] if number is not None and number in DISK_TROUBLE else ""
