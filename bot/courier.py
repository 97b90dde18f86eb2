"""The courier: takes what turns posted to the channels, in order for each chat, and is the only one that sends."""

from __future__ import annotations

import asyncio
import bisect
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

import structlog

from bot.channels.contract import Abilities, Channel, OutFile, SendsFiles
from bot.channels.errors import (
    ChatMoved,
    Misconfigured,
    Rejected,
    Retry,
    SendError,
    Throttled,
    Unreachable,
    WindowClosed,
)
from bot.gate import Regulars
from bot.lanes import CHANNEL_SPACING_SECONDS, Lane, Line, SentLately
from bot.metrics import Metrics
from bot.parcels import Dead, Held, Later, Mark, Overtaken, Parcel, Rows, Sent
from bot.split import fitted, split
from handlers.messages import Attachment, Outgoing

SCAN_SECONDS: Final = 3.0
"""How often the outbox is read for what memory does not hold: delayed messages, and what a crash left."""
FIRST_RETRY_SECONDS: Final = 1.0
LONGEST_RETRY_SECONDS: Final = 300.0
MOST_TRIES: Final = 300
"""About a day of retries; then the message is set aside."""
MOST_SURPRISES: Final = 5
"""Tries of a message on which the channel's own code fails."""
MISCONFIGURED_SECONDS: Final = 60.0

STAFF_WAIT_SECONDS: Final = 10.0
"""How long a message to staff waits for a channel that is away; then it goes the next way."""
STAFF_TRIES: Final = 4
"""Tries of a message to staff that one chat alone does not take."""
STAFF_ASK_SECONDS: Final = 60.0
"""How often it is asked whether there is another way by now."""
AWAY: Final = "away"

WINDOW: Final = "window"
"""Why a message is held that was not even tried."""

Make = Callable[[Attachment, Abilities], Awaitable[OutFile | None]]
"""Makes a file at the moment when it is sent, in a form that the channel carries; None where that is not possible."""

_SLOTS_REMEMBERED: Final = 10_000


class Courier:
    """Sends. At least once: a crash between sending and marking sends again, nothing is lost."""

    def __init__(
        self,
        rows: Rows,
        channels: Mapping[str, Channel],
        *,
        now: Callable[[], datetime],
        monotonic: Callable[[], float],
        sleep: Callable[[float], Awaitable[None]],
        jitter: Callable[[], float],
        metrics: Metrics,
        regulars: Regulars | None = None,
        make: Make | None = None,
    ) -> None:
        self._rows = rows
        self._make = make
        self._lines = {name: Line(channel, regulars or Regulars(), metrics) for name, channel in channels.items()}
        self._now = now
        self._monotonic = monotonic
        self._sleep = sleep
        self._jitter = jitter
        self._metrics = metrics
        self._log = structlog.get_logger()
        self._lanes: dict[str, Lane] = {}
        self._known: set[int] = set()
        self._ask_elsewhere_at: dict[int, float] = {}
        self._finished_in_scan: set[int] | None = None
        self._slots: dict[tuple[str, str], str] = {}
        self._sent = SentLately()
        self._marks: list[Mark] = []
        self._waiting_for_mark: dict[int, asyncio.Future[None]] = {}
        self._marking = asyncio.Event()
        self._wake = asyncio.Event()
        self._idle = asyncio.Event()
        self._idle.set()
        self._sending = False

    @property
    def waiting(self) -> int:
        """How many messages are in hand."""
        return len(self._known)

    def hand(self, parcels: Iterable[Parcel]) -> None:
        """Take what a turn has just posted and committed."""
        for parcel in parcels:
            if parcel.behind and parcel.behind not in self._known and parcel.behind not in self._sent:
                # Another process posted what goes before it: the outbox tells both, in order.
                self.look()
            else:
                self._take(parcel)

    def bring(self, parcels: Sequence[Parcel]) -> None:
        """Take what turns of another process have posted; nothing in it means that there is something to read."""
        new = [parcel for parcel in parcels if parcel.id > self._sent.before]
        if not parcels or len(new) < len(parcels):
            self.look()
        self.hand(new)

    def look(self) -> None:
        """Read the outbox now: something was posted that was not handed over."""
        self._wake.set()

    async def run(self) -> None:
        """Send until cancelled. What an earlier run left unsent goes first, so that no lane is out of order."""
        marker = asyncio.create_task(self._write_marks())
        try:
            await self._scan()
            self._sending = True
            for lane in list(self._lanes.values()):
                self._start(lane)
            while True:
                timer = asyncio.ensure_future(self._sleep(SCAN_SECONDS))
                woken = asyncio.ensure_future(self._wake.wait())
                await asyncio.wait({timer, woken}, return_when=asyncio.FIRST_COMPLETED)
                timer.cancel()
                woken.cancel()
                self._wake.clear()
                await self._scan()
        finally:
            self._sending = False
            marker.cancel()
            for lane in self._lanes.values():
                if lane.worker:
                    lane.worker.cancel()

    async def drain(self, seconds: float) -> None:
        """Wait until everything in hand is sent and marked, or for so long; then write the marks that are left."""
        try:
            await asyncio.wait_for(self._idle.wait(), seconds)
        except TimeoutError:
            self._log.warning("courier.left_for_next_start", count=len(self._known))
        await self._flush_marks()

    # Taking -----------------------------------------------------------------------------------------------

    async def _scan(self) -> None:
        self._finished_in_scan = set()
        try:
            if not self._sent.begun:
                self._sent.begin(await self._rows.last())
            found = await self._rows.due(self._now())
        except Exception as error:  # noqa: BLE001 - a supervisor: an unread outbox is read again
            self._log.error("courier.outbox_unread", error=error)
            return
        finally:
            finished, self._finished_in_scan = self._finished_in_scan, None
            self._forget_quiet_lanes()
        for parcel in found:
            # A row that was read before its mark was committed is not due any more.
            if parcel.id not in finished:
                self._take(parcel)
        await self._spare_staff_the_wait()

    def _take(self, parcel: Parcel) -> None:
        if parcel.id in self._known or parcel.id in self._sent or parcel.channel not in self._lines:
            return
        self._known.add(parcel.id)
        self._idle.clear()
        lane = self._lanes.get(parcel.lane)
        if lane is None:
            lane = self._lanes[parcel.lane] = Lane(parcel.lane)
        if lane.parcels:
            bisect.insort(lane.parcels, parcel, key=lambda other: other.id)
        else:
            lane.parcels.append(parcel)
        lane.late = lane.late or parcel.tries > 0
        if self._sending:
            self._start(lane)

    def _start(self, lane: Lane) -> None:
        if lane.worker is None:
            lane.worker = asyncio.get_running_loop().create_task(self._work(lane))

    def _forget_quiet_lanes(self) -> None:
        now = self._monotonic()
        for lane in list(self._lanes.values()):
            marked = lane.marked is None or lane.marked.done()
            if not lane.parcels and lane.worker is None and marked and lane.paced_until <= now:
                del self._lanes[lane.name]

    # Sending ----------------------------------------------------------------------------------------------

    async def _work(self, lane: Lane) -> None:
        while lane.parcels:
            line = self._lines[lane.parcels[0].channel]
            if lane.marked is not None:
                # A crash may then repeat one message of a chat, never two.
                await lane.marked
                lane.marked = None
            if lane.ready_at or line.paced_until or not line.open.is_set():
                await self._wait_for_turn(lane, line)
            if line.down:
                async with line.probe:
                    await self._probe(lane, line)
            else:
                await self._send_next(lane, line)
        lane.worker, lane.late = None, False

    async def _probe(self, lane: Lane, line: Line) -> None:
        wait = line.next_probe_at - self._monotonic()
        if line.down and wait > 0:
            await self._sleep(wait)
        if line.down:
            await self._send_next(lane, line)

    async def _send_next(self, lane: Lane, line: Line) -> None:
        for old in lane.overtaken():
            self._finish(lane, old, Overtaken(old.id))
        if not lane.parcels:
            return  # all of it went the next way while this chat waited
        parcel = lane.next()
        lane.busy = parcel.id
        try:
            await self._try(lane, line, parcel)
        except Exception as error:  # noqa: BLE001 - a supervisor: one message must not stop a chat
            self._surprised(lane, parcel, error)
        finally:
            lane.busy = 0

    async def _try(self, lane: Lane, line: Line, parcel: Parcel) -> None:
        try:
            ref = await self._deliver(lane, line, parcel)
        except SendError as error:
            await self._failed(lane, line, parcel, error)
            return
        if parcel.out.slot:
            self._remember(lane.name, parcel.out.slot, ref)
        self._sent.add(parcel.id)
        line.sent.number += 1
        lane.marked = asyncio.get_running_loop().create_future()
        self._waiting_for_mark[parcel.id] = lane.marked
        refs = tuple(lane.refs) if line.channel.abilities.echoes else ()
        plain = not parcel.case and not parcel.out.slot
        self._finish(lane, parcel, Sent(parcel.id, ref, parcel.channel, refs, plain))

    async def _wait_for_turn(self, lane: Lane, line: Line) -> None:
        if not line.open.is_set():
            await line.open.wait()
        if line.down:
            return
        now = self._monotonic()
        at = max(now, lane.ready_at)
        if now < line.paced_until:
            # Those we know do not stand behind what newcomers have reserved already.
            known = lane.name in line.regulars
            at = max(at, line.next_at[known])
            line.next_at[known] = at + CHANNEL_SPACING_SECONDS
        if at > now:
            await self._sleep(at - now)

    async def _deliver(self, lane: Lane, line: Line, parcel: Parcel) -> str:
        files = parcel.out.attachments
        if files and not self._makes_files(line.channel):
            files = ()
        if parcel.out.delete and not line.channel.abilities.deletes:
            return ""
        if parcel.until is not None and self._now() >= parcel.until and not parcel.out.template:
            raise WindowClosed(WINDOW)  # not even tried: a channel counts such calls against us
        whole = fitted(parcel.out, line.channel.abilities, parcel.peer)
        parts = split(whole.text, line.channel.abilities.text_limit)
        beside = parcel.out.slot or f"case:{parcel.case}"
        wants = parcel.out.edit or parcel.out.topic
        earlier = self._slots.get((lane.name, beside), parcel.slot_ref) if wants else ""
        ref = ""
        for number, text in enumerate(parts[lane.parts_done :], start=lane.parts_done + 1):
            last = number == len(parts)
            out = (whole if text == whole.text else replace(whole, text=text)) if last else Outgoing(text)
            async with line.calls.place(lane.name):
                began = self._monotonic()
                ref = await line.channel.send(parcel.peer, out, earlier if last else "")
                line.seconds.observe(self._monotonic() - began)
            self._answered(line)
            lane.parts_done = number
            lane.refs.append(ref)
        for number, attachment in enumerate(files[max(0, lane.parts_done - len(parts)) :], start=lane.parts_done + 1):
            await self._send_file(lane, line, parcel.peer, attachment)
            lane.parts_done = number
        lane.went(self._monotonic())
        return ref

    def _makes_files(self, channel: Channel) -> bool:
        return self._make is not None and channel.abilities.files_out and isinstance(channel, SendsFiles)

    async def _send_file(self, lane: Lane, line: Line, peer: str, attachment: Attachment) -> None:
        """Make a file and send it after its message; one that cannot be made is left out, the words have gone."""
        assert self._make is not None
        file = await self._make(attachment, line.channel.abilities)
        if file is None:
            self._log.warning("courier.file_not_made", what=attachment.what)
            return
        assert isinstance(line.channel, SendsFiles)
        async with line.calls.place(lane.name):
            await line.channel.send_file(peer, file)
        self._answered(line)

    async def _failed(self, lane: Lane, line: Line, parcel: Parcel, error: SendError) -> None:
        outcome = type(error).__name__.lower()
        self._metrics.sent.labels(parcel.channel, outcome).inc()
        hopeless = isinstance(error, Misconfigured | Rejected | WindowClosed) or parcel.tries >= STAFF_TRIES
        hopeless = hopeless and not isinstance(error, Unreachable | ChatMoved | Throttled)
        fails = isinstance(error, Misconfigured)
        if hopeless and await self._goes_elsewhere(lane, parcel, error.code or outcome, channel_fails=fails):
            return
        if isinstance(error, Misconfigured):
            await self._hold(line, parcel, error)
            return
        if not isinstance(error, Retry):
            self._answered(line)
        if isinstance(error, Throttled):
            line.slow_down(lane, error.after, self._monotonic())
        elif isinstance(error, ChatMoved):
            moved = await self._move(lane, parcel, error.peer)
            if lane.moved == parcel.id:
                self._try_later(lane, moved, error.code or outcome, MOST_TRIES)  # perhaps sent round in a circle
            lane.moved = parcel.id
        elif isinstance(error, Unreachable):
            await self._give_up(lane, parcel, error.code)
        elif isinstance(error, WindowClosed):
            self._log.info("courier.held", item=parcel.id, channel=parcel.channel, code=error.code)
            self._finish(lane, parcel, Held(parcel.id, error.code or outcome))
        elif isinstance(error, Rejected):
            self._log.error(
                "courier.set_aside", item=parcel.id, channel=parcel.channel, reason=outcome, code=error.code
            )
            self._finish(lane, parcel, Dead(parcel.id, error.code or outcome))
        else:
            down = self._unanswered(line)
            self._try_later(lane, parcel, error.code or outcome, MOST_TRIES, counts=not down)

    def _surprised(self, lane: Lane, parcel: Parcel, error: Exception) -> None:
        self._metrics.sent.labels(parcel.channel, "error").inc()
        self._log.error("courier.channel_failed", item=parcel.id, channel=parcel.channel, error=error)
        self._try_later(lane, parcel, type(error).__name__, MOST_SURPRISES)

    def _try_later(self, lane: Lane, parcel: Parcel, code: str, most: int, *, counts: bool = True) -> None:
        # While nothing at all is answered the message is not to blame: it is never set aside for that.
        tries = parcel.tries + 1 if counts else max(parcel.tries, 1)
        if tries > most:
            self._log.error("courier.set_aside", item=parcel.id, channel=parcel.channel, code=code)
            self._finish(lane, parcel, Dead(parcel.id, code))
            return
        wait = min(FIRST_RETRY_SECONDS * 2 ** min(tries - 1, 20), LONGEST_RETRY_SECONDS)
        wait *= 0.5 + self._jitter() / 2
        lane.late = True
        lane.ready_at = self._monotonic() + wait
        self._replace(lane, parcel, replace(parcel, tries=tries))
        self._note(Later(parcel.id, self._now() + timedelta(seconds=wait), code))

    async def _hold(self, line: Line, parcel: Parcel, error: SendError) -> None:
        """Keep the queue; this lane alone tries again after a minute, the others wait for it."""
        self._log.error("courier.channel_refuses_us", channel=parcel.channel, code=error.code)
        if line.open.is_set():
            line.open.clear()
            line.away(self._monotonic())
            await self._sleep(MISCONFIGURED_SECONDS)
            line.open.set()

    def _unanswered(self, line: Line) -> bool:
        if line.unanswered_again(self._monotonic()):
            self._log.error("courier.channel_is_down", channel=line.channel.name)
        return line.down

    def _answered(self, line: Line) -> None:
        if not line.down:
            line.answered()
            return
        self._log.info("courier.channel_is_back", channel=line.channel.name)
        line.back(
            [lane for lane in self._lanes.values() if lane.parcels and lane.parcels[0].channel == line.channel.name],
            self._monotonic(),
        )

    async def _move(self, lane: Lane, parcel: Parcel, peer: str) -> Parcel:
        await self._rows.moved(parcel, peer)
        lane.parcels = [replace(other, peer=peer) if other.peer == parcel.peer else other for other in lane.parcels]
        return replace(parcel, peer=peer)

    async def _goes_elsewhere(self, lane: Lane, parcel: Parcel, code: str, *, channel_fails: bool) -> bool:
        """Whether a message to staff, none of which is out, went the next way."""
        if not parcel.to_staff or (lane.parts_done and lane.begun == parcel.id):
            return False
        try:
            instead = await self._rows.elsewhere(parcel, code, channel_fails=channel_fails)
        except Exception as error:  # noqa: BLE001 - a supervisor: it is asked again
            self._log.error("courier.outbox_unread", error=error)
            return False
        if instead is None or parcel not in lane.parcels:
            return False
        self._metrics.staff_moved.labels(parcel.channel).inc()
        self._log.error("courier.staff_goes_elsewhere", item=parcel.id, channel=parcel.channel, code=code)
        self._finish(lane, parcel, None)
        self.hand(instead)
        return True

    async def _spare_staff_the_wait(self) -> None:
        """While a channel is away, what it should bring to staff goes the next way; residents' messages wait."""
        now = self._monotonic()
        for lane in list(self._lanes.values()):
            for parcel in list(lane.parcels):
                away_since = self._lines[parcel.channel].away_since
                if away_since is None or now - away_since < STAFF_WAIT_SECONDS or parcel.id == lane.busy:
                    continue
                if parcel.to_staff and now >= self._ask_elsewhere_at.get(parcel.id, 0.0):
                    self._ask_elsewhere_at[parcel.id] = now + STAFF_ASK_SECONDS
                    await self._goes_elsewhere(lane, parcel, AWAY, channel_fails=True)

    async def _give_up(self, lane: Lane, parcel: Parcel, code: str) -> None:
        self._log.warning("courier.chat_is_gone", item=parcel.id, channel=parcel.channel, code=code)
        instead = await self._rows.unreachable(parcel, code)
        # Whatever else waited for this chat was set aside or goes another way too.
        for other in [other for other in lane.parcels if other.peer == parcel.peer]:
            self._finish(lane, other, None)
        self.hand(instead)

    # Keeping ----------------------------------------------------------------------------------------------

    def _replace(self, lane: Lane, old: Parcel, new: Parcel) -> None:
        if old in lane.parcels:
            lane.parcels[lane.parcels.index(old)] = new

    def _finish(self, lane: Lane, parcel: Parcel, mark: Mark | None) -> None:
        if parcel in lane.parcels:
            lane.parcels.remove(parcel)
        if parcel.id == lane.begun:
            lane.parts_done, lane.refs = 0, []
        if mark is None:
            self._release(parcel.id)
        else:
            self._note(mark)

    def _note(self, mark: Mark) -> None:
        self._marks.append(mark)
        self._marking.set()

    async def _write_marks(self) -> None:
        while True:
            await self._marking.wait()
            self._marking.clear()
            if not await self._flush_marks():
                await self._sleep(FIRST_RETRY_SECONDS)
                self._marking.set()

    async def _flush_marks(self) -> bool:
        marks, self._marks = self._marks, []
        if not marks:
            return True
        try:
            await self._rows.mark(marks)
        except Exception as error:  # noqa: BLE001 - a supervisor: marks not written are written again
            self._log.error("courier.marks_unwritten", count=len(marks), error=error)
            self._marks = marks + self._marks
            return False
        for mark in marks:
            if not isinstance(mark, Later):
                self._release(mark.id)
            if (waiting := self._waiting_for_mark.pop(mark.id, None)) is not None and not waiting.done():
                waiting.set_result(None)
        return True

    def _release(self, parcel_id: int) -> None:
        self._known.discard(parcel_id)
        self._ask_elsewhere_at.pop(parcel_id, None)
        if self._finished_in_scan is not None:
            self._finished_in_scan.add(parcel_id)
        if not self._known:
            self._idle.set()

    def _remember(self, lane: str, slot: str, ref: str) -> None:
        self._slots.pop((lane, slot), None)
        self._slots[(lane, slot)] = ref
        if len(self._slots) > _SLOTS_REMEMBERED:
            del self._slots[next(iter(self._slots))]
