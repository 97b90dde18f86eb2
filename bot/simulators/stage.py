"""What every simulated vendor has: a clock, hosted files, faults, and who waits for something to happen.

Everything is guarded by one lock, because tests speak from their own thread and the server from another.
"""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import random
import threading
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from typing import Any, Literal

from bot.simulators.clock import SimClock

FaultHow = Literal["refuse", "html", "empty", "truncated", "reset_before", "reset_after", "slow"]


@dataclass
class Fault:
    """What happens to the next calls of a path (or "webhook", "media") instead of the right thing, or after it."""

    path: str
    how: FaultHow
    times: int = 1
    code: int = -200
    status: int = 502
    seconds: float = 0.0


@dataclass
class Call:
    """One call that the program made, and how it ended."""

    path: str
    body: Any
    code: int | None = None


@dataclass
class Hosted:
    """A file that a person sent, on Zalo's host of files."""

    content: bytes
    mime: str
    until: float
    redirect: str = ""


@dataclass
class Delivery:
    """One event on its way to the webhook."""

    person: str
    name: str
    raw: bytes
    headers: dict[str, str]
    due: float
    tries: int = 0
    seconds: float = 0.0
    """How long the webhook took to answer."""


class Stage:
    """The part of a vendor that is the same for all of them."""

    retry_seconds: tuple[float, ...] = ()
    """When an event that was not taken is repeated; after the last the webhook is switched off."""

    def __init__(self, clock: SimClock | None = None, seed: int = 1) -> None:
        self.clock = clock or SimClock()
        self.random = random.Random(seed)
        self.lock = threading.RLock()
        self.hosted: dict[str, Hosted] = {}
        self.calls: list[Call] = []
        self.faults: list[Fault] = []
        self.wrongs: list[str] = []
        """What must never happen: a message that nobody asked for, a slow answer to an event, a token in a link."""
        self.webhook = ""
        self.webhook_off = False
        self.queue: list[Delivery] = []
        self.delivered: list[Delivery] = []
        self.dropped: list[Delivery] = []
        self.base = ""
        self.closed = False
        self._numbers = itertools.count(1)
        self._waiters: list[tuple[asyncio.AbstractEventLoop, asyncio.Event]] = []

    @property
    def shuffles(self) -> bool:
        """Whether events come in any order."""
        return False

    def host(self, content: bytes, mime: str, ending: str, *, seconds: float = 3600.0, redirect: str = "") -> str:
        """Put a file on the host of files; its address."""
        with self.lock:
            name = f"{next(self._numbers):06d}{ending}"
            self.hosted[name] = Hosted(content, mime, self.clock() + seconds, redirect)
            return f"{self.base}/media/{name}"

    def new_id(self) -> str:
        """The id of a message."""
        with self.lock:
            return f"{next(self._numbers):05x}{self.random.getrandbits(48):012x}"

    def secret(self, sort: str) -> str:
        """A token."""
        return f"sim-{sort}-{self.random.getrandbits(96):024x}"

    # Faults and what must not be --------------------------------------------------------------------------

    def fail(self, path: str, how: FaultHow, times: int = 1, **more: Any) -> None:
        """Let the next calls of a path go wrong."""
        with self.lock:
            self.faults.append(Fault(path, how, times, **more))

    def fault_for(self, path: str) -> Fault | None:
        """The fault that this call meets, if any."""
        with self.lock:
            for fault in self.faults:
                if fault.path in (path, "*"):
                    fault.times -= 1
                    if fault.times <= 0:
                        self.faults.remove(fault)
                    return fault
            return None

    def wrong(self, what: str) -> None:
        """Note something that must never happen."""
        with self.lock:
            self.wrongs.append(what)

    # Waiting ----------------------------------------------------------------------------------------------

    def advance(self, seconds: float) -> None:
        """Put the clock forward; what has come due is delivered."""
        self.clock.advance(seconds)
        self.changed()

    def changed(self) -> None:
        """Wake everybody who waits for something to happen."""
        with self.lock:
            for loop, event in self._waiters:
                # A loop that has ended meanwhile waits for nothing any more.
                with contextlib.suppress(RuntimeError):
                    loop.call_soon_threadsafe(event.set)

    async def until(self, ready: Callable[[], Any], timeout: float = 10.0) -> Any:
        """Wait until `ready` gives something true."""
        async with asyncio.timeout(timeout), self.listening() as event:
            while True:
                with self.lock:
                    result = ready()
                if result:
                    return result
                await event.wait()
                event.clear()

    @contextlib.asynccontextmanager
    async def listening(self) -> AsyncIterator[asyncio.Event]:
        """An event of the running loop that is set whenever something happened."""
        waiter = (asyncio.get_running_loop(), asyncio.Event())
        with self.lock:
            self._waiters.append(waiter)
        try:
            yield waiter[1]
        finally:
            with self.lock:
                self._waiters.remove(waiter)

    def calls_of(self, path: str) -> list[Call]:
        """The calls of one path, oldest first."""
        with self.lock:
            return [call for call in self.calls if call.path == path]

    def close(self) -> None:
        """Let go of everybody who waits."""
        with self.lock:
            self.closed = True
            self.changed()
