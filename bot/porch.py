"""The porch: where events wait for their turn, safe in the database, while too many people write at once.

A vendor hands over only so many events at a time. If a thousand newcomers held all these places until their turn came,
somebody whose letter is under way would stand outside, where nobody goes before anybody.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections import Counter
from collections.abc import Awaitable, Callable, Iterable, Sequence
from datetime import datetime
from functools import partial
from typing import Final, Protocol, TypeVar

import structlog

from bot.channels.contract import Received, Rereads
from bot.gate import CROWD, Aside, CrowdedError, Gate, Regulars, SteppedAsideError
from cases.records import record
from handlers.messages import Incoming
from storage import conversations, inbox
from storage.database import Database
from storage.errors import is_outage
from storage.inbox import Arrival, Kept
from storage.session import Session
from storage.vault import Vault

T = TypeVar("T")

MANY_AT_ONCE: Final = 8
"""Coming or waiting at one moment: a crowd is not over yet."""
OF_ONE: Final = 12
"""So many events of one chat may wait before the gate, whoever it is: an album has ten pictures."""
KEPT_TOGETHER: Final = 40
"""So many events are put aside with one commit: as many as a vendor hands over at a time. What somebody we know writes
waits behind one such commit at most."""
TAKEN_TOGETHER: Final = 32
LOOK_SECONDS: Final = 5.0
"""How often it is looked without being called: what an earlier run or another process put aside."""
PAUSE_SECONDS: Final = 1.0
"""Before what could not be answered is tried again."""
MOST_TRIES: Final = 5
"""Then an event that the database is not to blame for is set aside."""
UNREADABLE: Final = "unreadable"

_log = structlog.get_logger()


class TakeUp(Protocol):
    """Give a kept event its turn, through the gate. Raises when it could not be answered."""

    def __call__(self, received: Received, kept: int, /) -> Awaitable[None]: ...


@record(frozen=True, slots=True)
class _Coming:
    arrival: Arrival
    lane: str
    only_strangers: bool
    """Whether somebody we know goes in all the same: they would wait here for no fault of theirs."""
    kept: asyncio.Future[bool]


class Porch:
    """Keeps events that shall wait, and brings them to their turn, each chat in the order in which it wrote and
    `at_once` so many chats: who is known then waits for what these have begun."""

    def __init__(
        self,
        database: Database,
        vault: Vault,
        gate: Gate,
        regulars: Regulars,
        now: Callable[[], datetime],
        *,
        at_once: int = 1,
    ) -> None:
        self._at_once = at_once
        self._database = database
        self._vault = vault
        self._gate = gate
        self._regulars = regulars
        self._now = now
        self._arriving: list[_Coming] = []
        self._undecided = Counter[str]()
        self._writing: asyncio.Task[None] | None = None
        self._rings: dict[str, asyncio.Event] = {}
        self._tries: dict[int, int] = {}

    # Coming -----------------------------------------------------------------------------------------------

    async def let_in(
        self, received: Received, incoming: Incoming, lane: str, turn: Callable[[datetime], Awaitable[T]]
    ) -> T | None:
        """Give an event its `turn`, which is told when it came, through the gate; or keep it: None. Raises when it
        could not be stored."""
        came = self._now()
        put = partial(self._put, Arrival(incoming.channel, received.event_id, received.raw, incoming.peer, came), lane)
        if self._is_for(lane) and await self._waits(lane, self._keep(put, lane)):
            return None
        aside: Aside | None = put
        while True:
            try:
                async with self._gate.place(lane, aside):
                    return await turn(came)
            except SteppedAsideError as stepped:
                if await self._waits(lane, stepped.kept):
                    return None
                aside = None

    def _is_for(self, lane: str) -> bool:
        """Whether what this chat writes now shall wait here."""
        if lane in self._undecided or self._gate.waiting_of(lane) >= OF_ONE:
            return True
        if lane in self._regulars:
            return False
        return self._gate.crowded or self._gate.full

    async def _waits(self, lane: str, kept: asyncio.Future[bool]) -> bool:
        """Whether something waits here, once that is told. What its chat writes until then comes behind it."""
        self._undecided[lane] += 1
        try:
            return await kept
        finally:
            self._undecided[lane] -= 1
            if not self._undecided[lane]:
                del self._undecided[lane]

    def _keep(self, put: Aside, lane: str) -> asyncio.Future[bool]:
        excess = self._gate.waiting_of(lane) >= OF_ONE
        # What came before goes before it, also where it stands at the gate.
        self._gate.clear(lane, excess=excess)
        if not excess:
            self._gate.passed_by()
            if self._gate.crowded and len(self._arriving) >= MANY_AT_ONCE:
                self._gate.crowd()  # not for each that comes while it is crowded: an ordinary rush would never end
        return put(excess)

    def _put(self, arrival: Arrival, lane: str, excess: bool) -> asyncio.Future[bool]:
        """Put an event with what is being written down; False is told, and nothing kept, where the chat is one we know
        after all."""
        kept: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._arriving.append(_Coming(arrival, lane, not excess, kept))
        if self._writing is None:
            self._writing = asyncio.create_task(self._write())
        return kept

    def ring(self, channel: str) -> None:
        """Something waits, wherever it is brought to its turn."""
        self._database.call(topic_of(channel))
        self.heard(channel)

    def heard(self, channel: str) -> None:
        """Something waits."""
        self._ring(channel).set()

    # Going ------------------------------------------------------------------------------------------------

    async def serve(self, name: str, channel: Rereads, take_up: TakeUp) -> None:
        """Bring what waits on a channel to its turn, until cancelled. Raises what reading the database raises."""
        ring = self._ring(name)
        while True:
            ring.clear()
            kept, many = await self._database.read(_waiting, name)
            if not kept:
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(ring.wait(), LOOK_SECONDS)
                continue
            chats: dict[object, list[Kept]] = {}
            for each in kept:
                chats.setdefault(each.chat or each.id, []).append(each)
            if many or (self._gate.crowded and len(chats) >= MANY_AT_ONCE):
                self._gate.crowd()
            at_once = asyncio.Semaphore(self._at_once)
            done = await asyncio.gather(
                *(self._serve(name, channel, take_up, chat, at_once) for chat in chats.values())
            )
            if not all(done):
                await asyncio.sleep(PAUSE_SECONDS)

    async def _serve(
        self, name: str, channel: Rereads, take_up: TakeUp, chat: Iterable[Kept], at_once: asyncio.Semaphore
    ) -> bool:
        """Answer the events of one chat in order, up to the first that cannot be; whether all could."""
        async with at_once:
            for kept in chat:
                received = self._read(name, channel, kept)
                if received is None:
                    await self._database.write(inbox.failed, kept.id, UNREADABLE)
                    continue
                task = asyncio.ensure_future(take_up(received, kept.id))
                try:
                    await asyncio.wait({task})
                finally:
                    task.cancel()
                if (error := task.exception()) is None:
                    self._tries.pop(kept.id, None)
                elif not await self._is_given_up(kept, error):
                    return False
        return True

    async def _is_given_up(self, kept: Kept, error: BaseException) -> bool:
        _log.error("event.not_answered", item=kept.id, error=type(error).__name__)
        if is_outage(error) or isinstance(error, CrowdedError):
            return False
        tries = self._tries[kept.id] = self._tries.get(kept.id, 0) + 1
        if tries < MOST_TRIES:
            return False
        del self._tries[kept.id]
        await self._database.write(inbox.failed, kept.id, type(error).__name__)
        return True

    def _read(self, name: str, channel: Rereads, kept: Kept) -> Received | None:
        if kept.raw is None:
            return None
        # One post of a vendor may bring several events.
        found = channel.reread(kept.raw, kept.at)
        return next((each for each in found if inbox.key_of(self._vault, name, each.event_id) == kept.key), None)

    # Keeping ----------------------------------------------------------------------------------------------

    async def _write(self) -> None:
        """Write down what arrives, many at once: one transaction for each would be one commit in eight."""
        while self._arriving:
            batch, self._arriving = self._arriving[:KEPT_TOGETHER], self._arriving[KEPT_TOGETHER:]
            [outcome] = await asyncio.gather(self._database.write(_put_aside, batch), return_exceptions=True)
            for number, coming in enumerate(batch):
                if coming.kept.done():
                    continue  # who waited for it is gone
                if isinstance(outcome, BaseException):
                    coming.kept.set_exception(outcome)
                else:
                    coming.kept.set_result(outcome[number])
            if not isinstance(outcome, BaseException):
                self._regulars.add(coming.lane for coming, waits in zip(batch, outcome, strict=True) if not waits)
                for channel in {coming.arrival.channel for coming, waits in zip(batch, outcome, strict=True) if waits}:
                    self.ring(channel)
        self._writing = None

    def _ring(self, channel: str) -> asyncio.Event:
        return self._rings.setdefault(channel, asyncio.Event())


def _waiting(db: Session, channel: str) -> tuple[list[Kept], bool]:
    """What has its turn next, and whether as many wait as make a crowd: an earlier run or another process may have
    seen them come."""
    kept = inbox.waiting(db, channel, TAKEN_TOGETHER)
    return kept, len(kept) == TAKEN_TOGETHER and inbox.wait_on(db, channel, CROWD)


def _put_aside(db: Session, coming: Sequence[_Coming]) -> list[bool]:
    """Keep those that shall wait; which those are."""
    asked = {(each.arrival.channel, each.arrival.peer) for each in coming if each.only_strangers}
    known = conversations.regular_among(db, asked)
    waits = [not (each.only_strangers and (each.arrival.channel, each.arrival.peer) in known) for each in coming]
    inbox.put_aside(db, [each.arrival for each, wait in zip(coming, waits, strict=True) if wait])
    return waits


def topic_of(channel: str) -> str:
    """What other processes are called with."""
    return f"porch.{channel}"
