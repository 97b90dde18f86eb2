"""What the courier carries and what becomes of it, and the outbox as the courier needs it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from cases.records import record
from handlers.messages import Outgoing


@record(frozen=True, slots=True)
class Parcel:
    """One row of the outbox: what to send, where, and after what. `lane` is one chat on one channel."""

    id: int
    channel: str
    peer: str
    lane: str
    out: Outgoing
    tries: int = 0
    slot_ref: str = ""
    """The channel's id of the message that was sent for the same slot (without one: of the card of its case), if
    known when the row was read."""
    notice: bool = False
    """For the staff of a unit: after a breakdown the newest goes first, and only the last word of each slot."""
    to_staff: bool = False
    """For staff: where its channel fails it goes the next way."""
    until: datetime | None = None
    """When the chat closes, on channels that close it after some silence."""
    behind: int = 0
    """The row before it in its lane that was still to be sent when this one was posted."""
    case: str = ""


@record(frozen=True, slots=True)
class Sent:
    """The channel took it."""

    id: int
    ref: str
    channel: str = ""
    refs: tuple[str, ...] = ()
    """The ids of all its parts, where the channel tells us of them again."""
    plain: bool = False
    """Whether nothing hangs on it: it belongs to no case, and nothing will be changed in its place."""


@record(frozen=True, slots=True)
class Later:
    """It must be tried again."""

    id: int
    at: datetime
    code: str


@record(frozen=True, slots=True)
class Dead:
    """It will never be sent; kept and counted."""

    id: int
    code: str


@record(frozen=True, slots=True)
class Held:
    """The channel takes it only after the person has written again: it is kept until then."""

    id: int
    code: str


@record(frozen=True, slots=True)
class Overtaken:
    """A newer notice of the same slot says all that this one would have said."""

    id: int


Mark = Sent | Later | Dead | Held | Overtaken


class Rows(Protocol):
    """The outbox, as the courier needs it."""

    async def last(self) -> int:
        """The number of the last row that was posted."""

    async def due(self, now: datetime) -> Sequence[Parcel]:
        """What should have been sent by now, in order."""

    async def mark(self, marks: Sequence[Mark]) -> None:
        """Write down what became of parcels, in one transaction."""

    async def unreachable(self, parcel: Parcel, code: str) -> Sequence[Parcel]:
        """The chat is gone: note it, set aside all that waits for it, and give what goes to others instead."""

    async def elsewhere(self, parcel: Parcel, code: str, *, channel_fails: bool) -> Sequence[Parcel] | None:
        """Give a message to staff that its channel does not take to the next way, once; None where there is none."""

    async def moved(self, parcel: Parcel, peer: str) -> None:
        """The chat has a new address."""
