"""Supervision: the long-running parts of the program, started again when they end by an error."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, Final

import structlog

RESTART_SECONDS: Final = 5.0


class Supervisor:
    """Keeps parts running until they are ended. A part is known by its name."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[None]] = set()
        self._log = structlog.get_logger()

    def keep(self, name: str, run: Callable[[], Coroutine[Any, Any, None]]) -> None:
        """Run a part; if it ends by an error, say so and start it again."""
        task = asyncio.create_task(self._supervise(name, run), name=name)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def end(self, name: str) -> None:
        """End a part, and all whose names go on after it (`channel` ends `channel.web`); they may take a moment."""
        for task in self._tasks:
            if f"{task.get_name()}.".startswith(f"{name}."):
                task.cancel()

    async def close(self) -> None:
        """End everything, and wait until it has ended."""
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _supervise(self, name: str, run: Callable[[], Coroutine[Any, Any, None]]) -> None:
        while True:
            part = asyncio.create_task(run())
            try:
                await asyncio.wait({part})
            except asyncio.CancelledError:
                part.cancel()
                await asyncio.wait({part})
                raise
            error = None if part.cancelled() else part.exception()
            self._log.error("part.ended", task=name, error=error)
            await asyncio.sleep(RESTART_SECONDS)
