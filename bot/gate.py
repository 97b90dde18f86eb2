"""A gate before something scarce: one at a time for each party, everybody in turn, and those we know first."""

from __future__ import annotations

import asyncio
import itertools
from collections import deque
from collections.abc import Callable, Iterable
from typing import Final

from cases.records import record

STRANGERS_EVERY: Final = 5
"""Each so many-th place goes to somebody we do not know, however many known ones wait."""
MOST_OF_ONE: Final = 100
"""So many of one party may wait here; what comes beyond is left with whoever brought it."""
REMEMBERED: Final = 200_000
RECALLED: Final = 20_000
"""So many of them are read at the start, those who wrote last; others are known again by their first message."""
BESIDE_KNOWN: Final = 4
"""In a crowd one stranger may be in beside so many we know; where no more of these wait, strangers take this part of
the places: of two none, of thirty seven."""
MANY: Final = 24
"""So many strangers, here at one moment, may be the beginning of a crowd: a vendor has forty places for us in all, and
the others are kept free for whoever else it brings."""
CROWD: Final = 240
"""So many who came while many were here are one. Fifty people who begin at the same moment, and say two things each
before we know them, are a rush that is soon over, and so are they when they begin once more: twice a hundred."""
RUSH_SECONDS: Final = 0.75
"""Who comes so long after many were last here belongs to another rush. How long those are served who came does not
count: who polls brings the next hundred only then, and a slow machine would never see a crowd."""
CROWDED_SECONDS: Final = 1.0
"""So long after the last of a crowd was seen it may come again."""
KNOWN, NEW = 0, 1

Aside = Callable[[bool], asyncio.Future[bool]]
"""Puts aside, at once, what somebody brought (True: though we know them); whether it waits there now is told later."""


class CrowdedError(Exception):
    """One party has too much waiting: it shall come again later."""


class SteppedAsideError(Exception):
    """Who waited for a place went where there is room to wait."""

    def __init__(self, kept: asyncio.Future[bool]) -> None:
        super().__init__(self.__doc__)
        self.kept: Final = kept


class Regulars:
    """Chats of people who have agreed to be served, and of staff: a flood of newcomers does not push them back."""

    def __init__(self) -> None:
        self._lanes: dict[str, None] = {}

    def __contains__(self, lane: str) -> bool:
        return lane in self._lanes

    def add(self, lanes: Iterable[str]) -> None:
        """Know these from now on; those not heard of for longest are forgotten first."""
        for lane in lanes:
            self._lanes.pop(lane, None)
            self._lanes[lane] = None
        while len(self._lanes) > REMEMBERED:
            del self._lanes[next(iter(self._lanes))]


class Gate:
    """Lets `width` through at once. Of one party one at a time, in the order in which they came.

    Who comes first goes first, and strangers never take the last place. Only in a crowd of strangers those we know go
    before them: strangers get a share (`strangers`: no more than so many where nobody known is in) and no more, except
    when it is their turn: who is known waits for what few of them have begun, however many stand outside.
    """

    def __init__(self, width: int, regulars: Regulars, most_of_one: int = MOST_OF_ONE, strangers: int = 0) -> None:
        self._width = width
        self._strangers = strangers or max(1, width - 1)
        self._beside_known = min(width // BESIDE_KNOWN, self._strangers - 1)
        self._regulars = regulars
        self._most_of_one = most_of_one
        self._inside = [0, 0]
        """How many known ones and how many strangers are in."""
        self._given = 0
        self._waiting: dict[str, deque[_Waiter]] = {}
        self._turns: tuple[deque[tuple[int, str]], deque[tuple[int, str]]] = (deque(), deque())
        """Who is next, each with the number of their coming."""
        self._numbers = itertools.count()
        self._rush = 0
        self._rush_at = self._crowded_until = 0.0

    @property
    def waiting(self) -> int:
        """How many wait outside."""
        return sum(len(queue) for queue in self._waiting.values())

    @property
    def strangers(self) -> int:
        """How many parties that we do not know wait outside."""
        return len(self._turns[NEW])

    @property
    def full(self) -> bool:
        """Whether as many strangers are here, outside or in, as may be at one moment."""
        return self.strangers + self._inside[NEW] >= MANY

    @property
    def crowded(self) -> bool:
        """Whether there is a crowd of strangers, here or elsewhere."""
        return self._crowded_until > asyncio.get_running_loop().time()

    def crowd(self) -> None:
        """A crowd of strangers was seen, here or elsewhere."""
        self._crowded_until = asyncio.get_running_loop().time() + CROWDED_SECONDS

    def passed_by(self) -> None:
        """A stranger came who waits elsewhere, since too many are here."""
        self._look_for_a_crowd(came=1, many=True)

    def clear(self, party: str, *, excess: bool) -> None:
        """Let step aside, where it can, what this party has standing outside. `excess`: though they were known."""
        if not (outside := self._waiting.get(party)):
            return
        for waiter in outside:
            if waiter.aside is not None and not waiter.place.done():
                waiter.place.set_exception(SteppedAsideError(waiter.aside(excess)))
        left = self._waiting[party] = deque(waiter for waiter in outside if not waiter.place.done())
        if left:
            return
        for turns in self._turns:
            if (turn := next((each for each in turns if each[1] == party), None)) is not None:
                turns.remove(turn)
                del self._waiting[party]

    def waiting_of(self, party: str) -> int:
        """How much of one party waits outside."""
        return len(self._waiting.get(party, ()))

    def place(self, party: str, aside: Aside | None = None) -> _Place:
        """Wait for a place and hold it. Raises CrowdedError where too many of this party wait already, and
        SteppedAsideError once `aside` was asked for."""
        return _Place(self, party, aside)

    def _walks_in(self, party: str) -> int | None:
        """Where there is room and nobody before them they need not line up: which sort they are, or None."""
        known, new = self._turns
        if known or new or party in self._waiting or not self._has_room():
            return None
        sort = KNOWN if party in self._regulars else NEW
        if sort == NEW:
            self._look_for_a_crowd(came=0)
            if self.crowded or self._inside[NEW] >= min(self._room_for_strangers(), MANY - 1):
                return None
        self._waiting[party] = deque()
        self._give(sort)
        return sort

    def _has_room(self) -> bool:
        known, new = self._inside
        return known + new < self._width

    def _give(self, sort: int) -> None:
        self._inside[sort] += 1
        self._given += 1

    async def _enter(self, party: str, aside: Aside | None) -> int:
        queue = self._waiting.get(party)
        if queue is None:
            queue = self._waiting[party] = deque()
            self._line_up(party)
        if len(queue) >= self._most_of_one:
            raise CrowdedError
        place: asyncio.Future[int] = asyncio.get_running_loop().create_future()
        queue.append(_Waiter(place, aside))
        self._let_in()
        try:
            return await place
        except asyncio.CancelledError:
            if place.done() and not place.cancelled() and place.exception() is None:
                self._leave(party, place.result())
            raise

    def _line_up(self, party: str) -> None:
        sort = KNOWN if party in self._regulars else NEW
        self._turns[sort].append((next(self._numbers), party))
        if sort == NEW:
            self._look_for_a_crowd(came=1)

    def _look_for_a_crowd(self, came: int, *, many: bool = False) -> None:
        now = asyncio.get_running_loop().time()
        if many or self.full:
            self._rush += came
            self._rush_at = now
        elif now - self._rush_at > RUSH_SECONDS:
            self._rush = 0
        if self._rush >= CROWD:
            self.crowd()

    def _let_in(self) -> None:
        while self._has_room() and (found := self._next()) is not None:
            party, sort = found
            queue = self._waiting[party]
            while queue and queue[0].place.done():
                queue.popleft()  # who gave up
            if not queue:
                del self._waiting[party]
                continue
            self._give(sort)
            queue.popleft().place.set_result(sort)

    def _next(self) -> tuple[str, int] | None:
        known, new = self._turns
        if new and self._inside[NEW] < self._room_for_strangers() and (not known or self._is_strangers_turn()):
            return new.popleft()[1], NEW
        return (known.popleft()[1], KNOWN) if known else None

    def _room_for_strangers(self) -> int:
        if not self.crowded:
            return max(1, self._width - 1)
        known, known_wait = self._inside[KNOWN], bool(self._turns[KNOWN])
        if self._given % STRANGERS_EVERY == STRANGERS_EVERY - 1 or not (known or known_wait):
            return self._strangers
        return max(known // BESIDE_KNOWN, 0 if known_wait else self._beside_known)

    def _is_strangers_turn(self) -> bool:
        known, new = self._turns
        return self.crowded or new[0][0] < known[0][0]

    def _leave(self, party: str, sort: int) -> None:
        if sort == NEW:
            self._look_for_a_crowd(came=0)
        self._inside[sort] -= 1
        if self._waiting.get(party):
            self._line_up(party)
        else:
            self._waiting.pop(party, None)
        self._let_in()


@record(frozen=True, slots=True)
class _Waiter:
    """Somebody outside: told of their place, or to step aside where they can."""

    place: asyncio.Future[int]
    aside: Aside | None


class _Place:
    """A place of one party, from coming in until leaving."""

    __slots__ = ("_aside", "_gate", "_party", "_sort")

    def __init__(self, gate: Gate, party: str, aside: Aside | None) -> None:
        self._gate = gate
        self._party = party
        self._aside = aside
        self._sort = NEW

    async def __aenter__(self) -> None:
        sort = self._gate._walks_in(self._party)
        self._sort = await self._gate._enter(self._party, self._aside) if sort is None else sort

    async def __aexit__(self, *raised: object) -> None:
        self._gate._leave(self._party, self._sort)
