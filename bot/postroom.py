"""What the courier and the fetcher see of the database: the outbox and the files to bring in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Final

from bot.bodies import outgoing
from bot.intake import Sealed
from bot.parcels import Dead, Held, Later, Mark, Overtaken, Parcel, Sent
from bot.turn import Landed, Turns
from handlers.messages import RefusedFile
from storage import detours, fetches, outbox, undelivered
from storage.batches import Foreseen
from storage.database import Database
from storage.fetches import FetchItem
from storage.outbox import OutboxItem
from storage.session import Session
from storage.staff import Reach

LONGEST_SCAN: Final = 2000


def parcel_of(item: OutboxItem) -> Parcel:
    """A row of the outbox as the courier carries it."""
    return Parcel(
        item.id,
        item.channel,
        item.peer,
        item.lane,
        outgoing(item.body),
        item.tries,
        item.sent_ref_of_slot,
        item.purpose == "notice",
        item.purpose in detours.TO_STAFF,
        item.until,
        item.behind,
        item.case,
    )


def parcels_of(items: Iterable[OutboxItem]) -> list[Parcel]:
    """Rows of the outbox as the courier carries them."""
    return [parcel_of(item) for item in items]


class OutboxRows:
    """Implements `courier.Rows` for one channel."""

    def __init__(self, database: Database, reach: Reach, now: Callable[[], datetime], channel: str) -> None:
        self._database = database
        self._channel = channel
        self._reach = reach
        self._now = now

    async def last(self) -> int:
        """The number of the last row that was posted."""
        return await self._database.read(outbox.last)

    async def due(self, now: datetime) -> Sequence[Parcel]:
        """What should have been sent by now, in order."""
        return parcels_of(await self._database.read(outbox.due, now, LONGEST_SCAN, self._channel))

    async def mark(self, marks: Sequence[Mark]) -> None:
        """Write down what became of parcels, in one transaction."""
        await self._database.write(_MARK, marks, self._now())

    async def unreachable(self, parcel: Parcel, code: str) -> Sequence[Parcel]:
        """The chat is gone: note it, and give what goes to others instead."""
        posted = await self._database.write(detours.unreachable, parcel.id, code, self._now(), self._reach)
        return parcels_of(posted)

    async def elsewhere(self, parcel: Parcel, code: str, *, channel_fails: bool) -> Sequence[Parcel] | None:
        """Give a message to staff that its channel does not take to the next way, once; None where there is none."""
        posted = await self._database.write(
            detours.elsewhere, parcel.id, code, self._now(), self._reach, channel_fails=channel_fails
        )
        return None if posted is None else parcels_of(posted)

    async def moved(self, parcel: Parcel, peer: str) -> None:
        """The chat has a new address."""
        await self._database.write(outbox.moved, parcel.channel, parcel.peer, peer)


class FetchRows:
    """Implements `fetcher.Fetches` for one channel: the news of a file is a turn like any other."""

    def __init__(self, database: Database, turns: Turns, channel: str) -> None:
        self._database = database
        self._turns = turns
        self._channel = channel

    async def due(self, now: datetime) -> Sequence[FetchItem]:
        """Files to bring in by now."""
        return await self._database.read(fetches.due, now, channel=self._channel)

    async def ready(self, item: FetchItem, sealed: Sealed) -> None:
        """A file is in."""
        landed = Landed(sealed.path, sealed.size, sealed.sha256, sealed.name, sealed.mime, sealed.cleaned)
        await self._turns.file_ready(item.attachment, landed)

    async def refused(self, item: FetchItem, reason: RefusedFile) -> None:
        """A file cannot be taken."""
        await self._turns.file_refused(item.attachment, reason)

    async def later(self, item: FetchItem, at: datetime, code: str) -> None:
        """Try again at a moment."""
        await self._database.write(fetches.retry, item.attachment, at, code)


def _mark(db: Session, marks: Sequence[Mark], now: datetime) -> None:
    _foresee(db, marks, now)
    outbox.said(db, [mark.id for mark in marks if isinstance(mark, Sent) and mark.plain])
    for mark in marks:
        match mark:
            case Sent(id, ref, channel, refs, plain):
                if not plain:
                    outbox.sent(db, id, ref, now)
                if refs:
                    outbox.remember(db, channel, refs, now)
            case Later(id, at, code):
                outbox.retry(db, id, at, code)
            case Dead(id, code):
                outbox.dead(db, id, code, now)
            case Held(id, code):
                undelivered.hold(db, id, code, now)
            case Overtaken(id):
                outbox.overtaken(db, id)


def _foresee(db: Session, marks: Sequence[Mark], now: datetime) -> None:
    outbox.sending(db, [mark.id for mark in marks if isinstance(mark, Sent) and not mark.plain])


_MARK: Final = Foreseen(_mark, _foresee)
