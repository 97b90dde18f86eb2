"""Fetching updates by long polling: nothing is confirmed to Telegram before it is stored with us."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, Final

import structlog

from bot.channels.backoff import Backoff
from bot.channels.errors import SendError, Throttled
from bot.channels.json_bytes import json_of
from bot.channels.telegram.calls import CallError
from bot.channels.telegram.errors import send_error
from bot.channels.telegram.updates import ALLOWED_UPDATES, chat_of

BATCH: Final = 100
POLL_SECONDS: Final = 30
ANSWER_SECONDS: Final = 10.0
"""Beyond the long poll itself, before the connection counts as dead."""
FORGET_OFFSET_SECONDS: Final = 24 * 3600.0
"""After a quiet week Telegram begins numbering at any number, so an old offset must not be kept for ever."""
TRIES_AMONG_OTHERS: Final = 3
TRIES_ALONE: Final = 8
TRIES_BEFORE_SKIP: Final = 12
PAUSE_SECONDS_WHILE_OTHERS_PASS: Final = 2.0

_log = structlog.get_logger()

Call = Callable[..., Awaitable[Any]]


@dataclass(slots=True)
class Poller:
    """One bot's queue at Telegram. `store(update, raw, bare)` says whether the update was stored; bare means
    set aside without an attempt to understand it."""

    call: Call
    store: Callable[[object, bytes, bool], Awaitable[bool]]
    backoff: Backoff = field(default_factory=Backoff)
    poll_seconds: int = POLL_SECONDS
    offset: int = 0
    done: set[int] = field(default_factory=set)
    """Ids from `offset` on that are stored although an earlier one is not."""
    tries: dict[int, int] = field(default_factory=dict)
    """How many rounds an update could not be stored in."""

    async def run(self) -> None:
        """Poll until cancelled; what is being stored at that moment is stored to the end."""
        loop = asyncio.get_running_loop()
        failures, quiet_since = 0, loop.time()
        while True:
            try:
                updates = await self._fetch()
            except CallError as error:
                failures += 1
                await asyncio.sleep(_wait(send_error(error), self.backoff.after(failures), failures))
                continue
            if updates:
                quiet_since = loop.time()
            elif loop.time() - quiet_since > FORGET_OFFSET_SECONDS:
                self.offset, quiet_since = 0, loop.time()
            batch = asyncio.ensure_future(self._take(updates))
            try:
                whole = await asyncio.shield(batch)
            except asyncio.CancelledError:
                await asyncio.wait({batch})
                raise
            failures = 0 if whole else failures + 1
            if not whole:
                pause = self.backoff.after(failures)
                await asyncio.sleep(min(pause, PAUSE_SECONDS_WHILE_OTHERS_PASS) if self.done else pause)

    async def _fetch(self) -> list[Any]:
        parameters: dict[str, Any] = {
            "timeout": self.poll_seconds,
            "limit": BATCH,
            "allowed_updates": list(ALLOWED_UPDATES),
        }
        if self.offset:
            parameters["offset"] = self.offset
        updates = await self.call("getUpdates", parameters, read_timeout=self.poll_seconds + ANSWER_SECONDS)
        return updates if isinstance(updates, list) else []

    async def _take(self, updates: list[Any]) -> bool:
        """Store a batch, chats beside each other and each chat in order; whether all of it is stored."""
        numbered = sorted(
            ((number, update) for update in updates if (number := _number(update)) is not None),
            key=lambda pair: pair[0],
        )
        odd = [update for update in updates if _number(update) is None]
        fresh = {number: update for number, update in numbered if number not in self.done}
        lanes: dict[str, list[tuple[int, Any]]] = {}
        for number, update in fresh.items():
            lanes.setdefault(chat_of(update) or f"update {number}", []).append((number, update))
        stuck = await asyncio.gather(*(self._lane(lane) for lane in lanes.values()))
        failed = [number for number in stuck if number is not None]
        self._judge(failed, others_pass=any(number in self.done for number in fresh))
        self._move_on([number for number, _ in numbered])
        # What has no number cannot be confirmed by one; it is stored once and goes with the next offset.
        for update in odd:
            await self.store(update, raw_of(update), True)
        return not failed and not odd

    async def _lane(self, lane: Iterable[tuple[int, Any]]) -> int | None:
        """Store the updates of one chat one after the other; the number of the first that could not be."""
        for number, update in lane:
            raw = raw_of(update)
            stored = await self.store(update, raw, False)
            if not stored and self._is_suspect(number):
                stored = await self.store(update, raw, True)
            if not stored:
                return number
            self.done.add(number)
        return None

    def _is_suspect(self, number: int) -> bool:
        """Whether the update itself, rather than the store, is probably why it cannot be stored."""
        tries = self.tries.get(number, 0)
        return tries >= TRIES_ALONE or (tries >= TRIES_AMONG_OTHERS and bool(self.done))

    def _judge(self, failed: Iterable[int], *, others_pass: bool) -> None:
        for number in failed:
            self.tries[number] = self.tries.get(number, 0) + 1
            # Only while the store takes others in this very round: else a broken disk would lose letters.
            if others_pass and self.tries[number] >= TRIES_BEFORE_SKIP:
                _log.error("telegram.update.skipped", event_id=str(number), tries=self.tries[number])
                self.done.add(number)

    def _move_on(self, numbers: list[int]) -> None:
        for number in numbers:
            if number not in self.done:
                break
            # A copy of an old update must not take the confirmation of newer ones back.
            self.offset = max(self.offset, number + 1)
        self.done = {number for number in self.done if number >= self.offset}
        self.tries = {number: n for number, n in self.tries.items() if number >= self.offset}


def raw_of(update: object) -> bytes:
    """An update as bytes again."""
    try:
        return json_of(update)
    except ValueError:
        return json.dumps(update, separators=(",", ":")).encode("ascii")  # half a surrogate pair in a text survives


def _number(update: object) -> int | None:
    number = update.get("update_id") if isinstance(update, dict) else None
    return number if isinstance(number, int) and not isinstance(number, bool) else None


def _wait(error: SendError, seconds: float, failures: int) -> float:
    if isinstance(error, Throttled):
        seconds = max(seconds, error.after)
    problem = "another_poller_or_webhook" if error.code == "409" else type(error).__name__
    _log.warning("telegram.poll.failed", problem=problem, code=error.code, tries=failures, seconds=seconds)
    return seconds
