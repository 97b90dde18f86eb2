"""The pace of calls where a vendor counts them by the minute."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from typing import Final

WINDOW_SECONDS: Final = 60.0


class Pace:
    """At most so many calls a minute: some vendors count them, and name no time to wait."""

    def __init__(
        self,
        per_minute: int,
        monotonic: Callable[[], float],
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._per_minute = per_minute
        self._monotonic = monotonic
        self._sleep = sleep
        self._calls: deque[float] = deque()
        self._gate = asyncio.Lock()

    async def turn(self) -> None:
        """Wait until another call may be made."""
        if not self._per_minute:
            return
        async with self._gate:
            now = self._monotonic()
            while self._calls and now - self._calls[0] >= WINDOW_SECONDS:
                self._calls.popleft()
            if len(self._calls) >= self._per_minute:
                await self._sleep(WINDOW_SECONDS - (now - self._calls[0]))
                self._calls.popleft()
            self._calls.append(self._monotonic())
