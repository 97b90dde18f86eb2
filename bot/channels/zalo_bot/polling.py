"""Asking the Bot Platform for events, one at a time: what it has handed over it forgets, so it is put on disk first.

There is no offset and no acknowledgement. What can be lost is an event whose answer breaks off on the way, or that a
power cut meets between the answer and the disk: where no event may be lost, the webhook is the way.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any, Final

import structlog

from bot.channels.calling import ApiRefusedError
from bot.channels.errors import NoAnswerError, Throttled
from bot.channels.zalo_bot.errors import IDLE, send_error
from bot.channels.zalo_bot.updates import events_in

POLL_SECONDS: Final = 5
"""How long the platform may keep a question open. Short, because a question that is under way is heard out before
the program stops: an event that is handed to nobody is gone."""
ANSWER_SECONDS: Final = 15.0
"""How much longer than that we listen: who hangs up first loses what is on its way."""
QUICK_SECONDS: Final = 0.25
"""An empty answer that comes sooner than this was not waited for: the next question takes its time."""
DISK_PAUSE_SECONDS: Final = 1.0

_log = structlog.get_logger()

Call = Callable[..., Awaitable[Any]]


class Poller:
    """One bot's queue at the platform. `keep(raw)` says whether an event is safe on disk."""

    def __init__(
        self,
        call: Call,
        keep: Callable[[bytes], Awaitable[bool]],
        wait_after: Callable[[int], float],
        *,
        poll_seconds: int = POLL_SECONDS,
    ) -> None:
        self._call = call
        self._keep = keep
        self._wait_after = wait_after
        self._poll_seconds = poll_seconds
        self._stopping = asyncio.Event()

    def stop(self) -> None:
        """Ask nothing more; `run` ends when what is under way is heard and kept."""
        self._stopping.set()

    async def run(self) -> None:
        """Poll until stopped."""
        loop = asyncio.get_running_loop()
        failures = 0
        while not self._stopping.is_set():
            began = loop.time()
            try:
                events = await self._fetch()
            except (ApiRefusedError, NoAnswerError) as error:
                failures += 1
                await self._rest(await self._problem(error, failures))
                continue
            failures = 0
            for event in events:
                await self._secure(json.dumps(event, separators=(",", ":")).encode("ascii"))
            if not events and loop.time() - began < QUICK_SECONDS:
                await self._rest(QUICK_SECONDS)

    async def _fetch(self) -> list[dict[str, Any]]:
        try:
            found = await self._call(
                "getUpdates", {"timeout": str(self._poll_seconds)}, self._poll_seconds + ANSWER_SECONDS
            )
        except ApiRefusedError as error:
            if error.code == IDLE:
                return []
            raise
        return events_in(found)

    async def _secure(self, raw: bytes) -> None:
        """Nothing else is asked for before this event is safe."""
        while not await self._keep(raw):
            await asyncio.sleep(DISK_PAUSE_SECONDS)

    async def _problem(self, error: ApiRefusedError | NoAnswerError, failures: int) -> float:
        problem = send_error(error)
        seconds = self._wait_after(failures)
        if isinstance(problem, Throttled):
            seconds = max(seconds, problem.after)
        _log.warning(
            "zalo_bot.poll.failed", problem=type(problem).__name__, code=problem.code, tries=failures, seconds=seconds
        )
        if isinstance(error, ApiRefusedError) and error.code not in (401, 429):
            # Events are not handed out while a webhook is set, and who set one may be another program.
            try:
                await self._call("deleteWebhook", {})
            except (ApiRefusedError, NoAnswerError):
                return seconds
        return seconds

    async def _rest(self, seconds: float) -> None:
        try:
            async with asyncio.timeout(seconds):
                await self._stopping.wait()
        except TimeoutError:
            return
