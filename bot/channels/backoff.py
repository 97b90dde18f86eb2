"""How long to wait after failures in a row."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, Protocol, TypeVar

from bot.channels.errors import Misconfigured, Rejected, SendError
from cases.records import record

Result = TypeVar("Result")


class Warn(Protocol):
    """Writes a failure into the log."""

    def __call__(self, *, problem: str, code: str, seconds: float) -> Any: ...


@record(frozen=True, slots=True)
class Backoff:
    """How long to wait after the n-th failure in a row."""

    first_seconds: float = 0.5
    most_seconds: float = 30.0

    def after(self, failures: int) -> float:
        """Seconds to wait, doubling from the first failure on."""
        return min(self.first_seconds * 2.0 ** min(failures - 1, 16), self.most_seconds)


async def until_accepted(
    ask: Callable[[], Awaitable[Result]],
    failures: tuple[type[Exception], ...],
    meaning: Callable[[Any], SendError],
    backoff: Backoff,
    warn: Warn,
    *,
    refusable: bool,
) -> Result | None:
    """What the vendor answers, asked until it accepts: a bot that starts before its network does must not stay silent.

    What is `refusable` is left alone, with None, after a refusal that would only be repeated.
    """
    tries = 0
    while True:
        try:
            return await ask()
        except failures as error:
            tries += 1
            problem = meaning(error)
            seconds = max(backoff.after(tries), getattr(problem, "after", 0.0))
            warn(problem=type(problem).__name__, code=problem.code, seconds=seconds)
            if refusable and isinstance(problem, Misconfigured | Rejected):
                return None
            await asyncio.sleep(seconds)
