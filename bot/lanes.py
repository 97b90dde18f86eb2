"""What the courier knows of each chat (a lane) and of each channel (a line): what waits, how fast it may go, whether
the other end answers at all."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import inf
from typing import Final

from bot.channels.contract import Channel
from bot.gate import Gate, Regulars
from bot.metrics import Metrics
from bot.parcels import Parcel

CALLS_AT_ONCE: Final = 30
"""Calls in flight to one channel."""

# Answers go out as fast as people write. Only after a channel has asked us to wait, or was away, are its chats spaced:
# https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this
PACED_SECONDS: Final = 60.0
CHAT_SPACING_SECONDS: Final = 1.0
LONGEST_CHAT_SPACING_SECONDS: Final = 3.0
CHANNEL_SPACING_SECONDS: Final = 1 / 25
THROTTLES_THAT_PACE_A_CHANNEL: Final = 10
THROTTLES_WITHIN_SECONDS: Final = 10.0

UNANSWERED_THAT_CLOSE_A_LINE: Final = 5
"""Calls in a row that got no answer: then one chat at a time tries for all."""
PROBE_SECONDS: Final = 15.0
"""Between two tries for all."""

SENT_REMEMBERED: Final = 1000


class SentLately:
    """Which messages this courier has sent: what another process brings late is not sent again, and what stands behind
    such a one in its chat may go."""

    def __init__(self) -> None:
        self._ids: dict[int, None] = {}
        self.begun = False
        self.before: float = inf
        """Of rows up to this number nobody remembers whether they were sent: the outbox knows."""

    def begin(self, last: int) -> None:
        """Remember from now on; this is the last row that was posted until now."""
        self.begun, self.before = True, last

    def add(self, id: int) -> None:
        """It was sent."""
        self._ids[id] = None
        if len(self._ids) > SENT_REMEMBERED:
            oldest = next(iter(self._ids))
            del self._ids[oldest]
            self.before = max(self.before, oldest)

    def __contains__(self, id: int) -> bool:
        return id in self._ids


@dataclass(slots=True, eq=False)
class Lane:
    """One chat: what waits for it, in the order of posting."""

    name: str
    parcels: list[Parcel] = field(default_factory=list)
    worker: asyncio.Task[None] | None = None
    ready_at: float = 0.0
    spacing: float = 0.0
    paced_until: float = 0.0
    parts_done: int = 0
    refs: list[str] = field(default_factory=list)
    """Ids of the parts that are out."""
    begun: int = 0
    """The parcel of which so many parts are out."""
    moved: int = 0
    """The parcel whose chat was last said to go on elsewhere."""
    late: bool = False
    """Whether something of it had to be tried again since it was last empty."""
    busy: int = 0
    """The parcel that is being sent at this moment."""
    marked: asyncio.Future[None] | None = None
    """Done when it is written down that the last message was sent."""

    def went(self, now: float) -> None:
        """A message is out. A chat that is spaced stays so for as long as more waits, however long each takes: what is
        left at the end would go all at once."""
        if now < self.paced_until or (self.spacing and len(self.parcels) > 1):
            self.ready_at = now + self.spacing

    def next(self) -> Parcel:
        """What goes now: the oldest; of late notices the newest, since staff must see first what just came in. A
        danger goes before whatever else waits for the staff of a unit, which may be a thousand cards."""
        if self.parts_done:
            return next(parcel for parcel in self.parcels if parcel.id == self.begun)
        if len(self.parcels) == 1:
            self.begun = self.parcels[0].id
            return self.parcels[0]
        danger = next((each for each in self.parcels if each.notice and each.out.urgent), None)
        parcel = danger or (self.parcels[-1] if self._newest_first else self.parcels[0])
        self.begun = parcel.id
        return parcel

    def overtaken(self) -> list[Parcel]:
        """Late notices about which a newer one says everything: the card of a letter, and its card once it is taken."""
        if not self._newest_first:
            return []
        last = {parcel.out.slot: parcel.id for parcel in self.parcels}
        return [parcel for parcel in self.parcels if parcel.out.slot and last[parcel.out.slot] != parcel.id]

    @property
    def _newest_first(self) -> bool:
        # A message of which a part is out already is ended first.
        return self.late and not self.parts_done and all(parcel.notice for parcel in self.parcels)


class Line:
    """What all lanes of one channel share."""

    def __init__(self, channel: Channel, regulars: Regulars, metrics: Metrics) -> None:
        self.channel = channel
        self.regulars = regulars
        self.calls = Gate(CALLS_AT_ONCE, regulars)
        self.sent = metrics.tally(metrics.sent, channel.name, "sent")
        self.seconds = metrics.send_seconds(channel.name)
        self.open = asyncio.Event()
        self.open.set()
        self.throttles: deque[float] = deque(maxlen=THROTTLES_THAT_PACE_A_CHANNEL)
        self.paced_until = 0.0
        self.next_at = {True: 0.0, False: 0.0}
        self.down = False
        """Whether the other end is thought to be away."""
        self.probe = asyncio.Lock()
        """Held by the lane that tries for all while the line is down. Lanes get it in the order in which they asked:
        so each tries once in its turn, and no message that breaks the channel by itself holds up the others."""
        self.next_probe_at = 0.0
        self.away_since: float | None = None
        """Since when nothing can be sent: the other end is away, or refuses us."""
        self._unanswered = 0

    def unanswered_again(self, now: float) -> bool:
        """A call got no answer. Whether the line is thought to be down because of it."""
        self._unanswered += 1
        self.next_probe_at = now + PROBE_SECONDS
        if self.down or self._unanswered < UNANSWERED_THAT_CLOSE_A_LINE:
            return False
        self.down = True
        self.away(now)
        return True

    def away(self, now: float) -> None:
        """Nothing can be sent until something is answered again."""
        if self.away_since is None:
            self.away_since = now

    def answered(self) -> None:
        """A call got an answer, whatever it says."""
        self._unanswered = 0
        self.away_since = None

    def back(self, waiting: Sequence[Lane], now: float) -> None:
        """The other end answers again: everything that waits goes, but no faster than the channel bears."""
        self.answered()
        self.down = False
        backlog = sum(len(lane.parcels) for lane in waiting)
        if backlog * CHANNEL_SPACING_SECONDS > 1:
            self.paced_until = max(self.paced_until, now + backlog * CHANNEL_SPACING_SECONDS)
        for lane in waiting:
            if len(lane.parcels) > 1:
                to_staff = all(parcel.notice for parcel in lane.parcels)
                lane.spacing = LONGEST_CHAT_SPACING_SECONDS if to_staff else CHAT_SPACING_SECONDS
                lane.paced_until = max(lane.paced_until, now + len(lane.parcels) * lane.spacing)

    def slow_down(self, lane: Lane, after: float, now: float) -> None:
        """The channel asked a chat to wait `after` seconds; when it asks often, the whole channel goes slower."""
        lane.spacing = LONGEST_CHAT_SPACING_SECONDS if now < lane.paced_until else CHAT_SPACING_SECONDS
        lane.ready_at = now + after
        lane.paced_until = now + after + PACED_SECONDS
        self.throttles.append(now)
        full = len(self.throttles) == THROTTLES_THAT_PACE_A_CHANNEL
        if full and now - self.throttles[0] < THROTTLES_WITHIN_SECONDS:
            self.paced_until = now + PACED_SECONDS
