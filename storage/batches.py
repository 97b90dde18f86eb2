"""What waits to be written goes together: several transactions with one commit, in the order in which they came."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import field
from typing import Any, Concatenate, Final, Generic, ParamSpec, TypeVar, cast

from cases.records import record
from storage.session import Session

P = ParamSpec("P")
T = TypeVar("T")

MOST_TOGETHER: Final = 40
"""Transactions that share one commit, when so many wait: the first of them waits for the last. More than turns pass the
gate at once, or what else is written meanwhile would push the last of these into a commit of its own."""


@record(frozen=True, slots=True)
class Foreseen(Generic[P, T]):
    """A function of a Session of which is known what it asks first: `head` says so (`Session.ahead`), and of several
    that wait together all is asked before the first of them runs."""

    body: Callable[Concatenate[Session, P], T]
    head: Callable[Concatenate[Session, P], None]

    def __call__(self, session: Session, /, *args: P.args, **kwargs: P.kwargs) -> T:
        return self.body(session, *args, **kwargs)


@record(frozen=True, slots=True)
class Work:
    """A function of a Session and what it is called with."""

    fn: Callable[..., Any]
    args: tuple[Any, ...] = ()
    kwargs: Mapping[str, Any] = field(default_factory=dict)

    def __call__(self, session: Session, /) -> Any:
        return self.fn(session, *self.args, **self.kwargs)

    def head(self, session: Session) -> bool:
        """Ask what it will ask first; False where nobody knows."""
        if not isinstance(self.fn, Foreseen):
            return False
        self.fn.head(session, *self.args, **self.kwargs)
        return True


Outcome = tuple[Any, BaseException | None]
"""The value of a transaction, or what it raised."""
_Waiting = tuple[Work, asyncio.Future[Any]]


class Batches:
    """Hands over what waits, as long as anything does: what came while a batch was written goes together next.

    `together` runs transactions with one commit; where it returns None for one, that is run once more, alone. Where it
    may run several times at once, a batch that takes longer than `patience` seconds does not hold up the next.
    """

    def __init__(
        self,
        together: Callable[[Sequence[Work]], Awaitable[Sequence[Outcome | None]]],
        *,
        most_at_once: int = 1,
        patience: float = 0.0,
    ) -> None:
        self._together = together
        self._most_at_once = most_at_once
        self._patience = patience
        self._waiting: deque[_Waiting] = deque()
        self._apart: deque[_Waiting] = deque()
        self._writers: set[asyncio.Task[None]] = set()
        self._in_time = 0
        """Writers whose batch does not take long: the next one of them takes what waits."""

    async def write(self, fn: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run `fn(session, …)` in the next batch; its value, once that is committed."""
        done: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._waiting.append((Work(fn, args, kwargs), done))
        self._begin()
        return await done

    async def finish(self) -> None:
        """Wait for what is under way."""
        while self._writers:
            await asyncio.wait(self._writers)

    def _begin(self) -> None:
        if (self._waiting or self._apart) and not self._in_time and len(self._writers) < self._most_at_once:
            self._in_time += 1
            self._writers.add(asyncio.get_running_loop().create_task(self._write()))

    async def _write(self) -> None:
        try:
            while batch := self._next():
                if self._most_at_once == 1:
                    await self._hand_over(batch)
                elif await self._takes_long(batch):
                    if self._in_time:
                        return  # another has taken over
                    self._in_time += 1
            self._in_time -= 1
        finally:
            self._writers.discard(cast("asyncio.Task[None]", asyncio.current_task()))

    def _next(self) -> list[_Waiting]:
        if self._apart:
            return [self._apart.popleft()]
        return [self._waiting.popleft() for _ in range(min(len(self._waiting), MOST_TOGETHER))]

    async def _takes_long(self, batch: list[_Waiting]) -> bool:
        long = False

        def leave_the_rest() -> None:
            nonlocal long
            long = True
            self._in_time -= 1
            self._begin()

        timer = asyncio.get_running_loop().call_later(self._patience, leave_the_rest)
        await self._hand_over(batch)
        timer.cancel()
        return long

    async def _hand_over(self, batch: list[_Waiting]) -> None:
        outcomes: Sequence[Outcome | None]
        try:
            outcomes = await self._together([work for work, _ in batch])
        except BaseException as error:  # noqa: BLE001 - handed on to all who wait
            outcomes = [(None, error)] * len(batch)
        for (work, done), outcome in zip(batch, outcomes, strict=True):
            if outcome is None:
                self._apart.append((work, done))
                continue
            value, problem = outcome
            if done.done():
                continue  # who waited for it is gone
            if problem is None:
                done.set_result(value)
            else:
                done.set_exception(problem)
