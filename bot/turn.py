"""One update, one transaction: the event is kept, answered, and everything it changes is written, or nothing is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Concatenate, Final, ParamSpec, Protocol

import structlog

from bot import standing
from bot.bindings import world_for
from bot.channels.contract import Received
from bot.effects import Applier
from bot.house import House
from bot.reader import Chat, Reader
from cases.dates import stamp
from cases.reading import Reading, Unread
from cases.records import record
from handlers import consent
from handlers.effects import Effect
from handlers.messages import (
    ByHand,
    ChatKind,
    Choice,
    FileReady,
    FileRefused,
    Gone,
    Incoming,
    Joined,
    Outgoing,
    RefusedFile,
    Timer,
    What,
    Withdrew,
)
from handlers.ports import World
from handlers.state import State, dump, load
from locales import FIRST
from storage import conversations, fetches, files, inbox, mailbox, outbox, timers, windows
from storage.batches import Foreseen
from storage.conversations import Conversation
from storage.database import Database
from storage.errors import CodeTaken, StorageError, is_outage
from storage.fetches import FetchItem
from storage.files import Files
from storage.outbox import OutboxItem
from storage.session import Session
from storage.sketches import Sketcher
from storage.timers import TimerItem

UNREADABLE: Final = "unreadable"
CODE_TRIES: Final = 3
"""How often new ids are drawn when a tracking code is taken already (one in billions)."""
INTERNAL: Final = (Timer, FileReady, FileRefused)
LATE: Final = timedelta(seconds=2)
"""Two events that are closer than this came in whatever order."""
UNHEARD: Final = (Gone, ByHand, Withdrew)
"""Events after which nobody can be reached any better than before."""

P = ParamSpec("P")

Now = Callable[[], datetime]


class Advance(Protocol):
    """The dialogue engine: pure, and handed in."""

    def __call__(self, state: State, incoming: Incoming, world: World, /) -> tuple[State, tuple[Effect, ...]]: ...


@record(frozen=True, slots=True)
class TurnResult:
    """What a turn left to be done after its commit."""

    posted: tuple[OutboxItem, ...] = ()
    asked: tuple[FetchItem, ...] = ()
    shown: tuple[str, str] | None = None
    """The channel and chat whose page has new lines of ours."""
    seen: bool = False
    """The event had been here before: `posted` is what its first copy left unsent."""
    waits: bool = False
    """The event is kept, behind an earlier one of its chat that waits for its turn."""
    regular: bool = False
    """Whether the one who wrote has agreed to be served."""
    failed: str = ""
    """The class of what went wrong in the dialogue; the event is set aside."""
    where: str = ""
    """The module and line where it went wrong: all that may be told of it."""


class Fault(Exception):
    """A turn failed: all that it wrote is undone, and its event comes once more, to be set aside."""

    def __init__(self, error: BaseException) -> None:
        self.name: Final = type(error).__name__
        self.where: Final = _place_of(error)
        super().__init__(self.name)


Dialogue = Advance | Fault
"""What answers an event; or what went wrong when it was answered."""


@record(frozen=True, slots=True)
class Landed:
    """A file that is in: where it lies sealed, and what is known of it. `sha256` is that of the original."""

    path: str
    size: int
    sha256: str
    name: str | None = None
    mime: str | None = None
    cleaned: bool = True


# One event -------------------------------------------------------------------------------------------------


def run_turn(
    db: Session,
    house: House,
    advance: Dialogue,
    channel: str,
    received: Received,
    now: datetime,
    kept: int = 0,
    came: datetime | None = None,
) -> TurnResult:
    """Let one vendor event through that `came` now or before, in the open transaction; `kept` is its number where it
    has waited for its turn."""
    number = kept
    if (coming := received.incoming) is not None:
        conversations.lock(db, coming.channel, coming.account, coming.peer)
    if kept:
        if not inbox.take_up(db, kept, now):
            return TurnResult(seen=True)
    else:
        peer = received.incoming.peer if received.incoming is not None else ""
        entry = inbox.put(db, channel, received.event_id, received.raw, now, peer=peer, came=came)
        if entry is None:
            seen = inbox.find(db, channel, received.event_id)
            return TurnResult(tuple(outbox.unsent_of(db, seen, channel, peer)) if seen and peer else (), seen=True)
        if entry.waits:
            return TurnResult(waits=True)
        number = entry.id
    incoming = received.incoming
    if incoming is None:
        inbox.failed(db, number, UNREADABLE)
        return TurnResult(failed=UNREADABLE)
    if received.line is not None:
        mailbox.put(db, incoming.peer, "in", dict(received.line), now, ref=str(received.line["event"]))
    try:
        conversation = conversations.find(db, incoming.channel, incoming.account, incoming.peer, now, incoming.chat)
    except StorageError as error:
        # One row that does not open must not stop the channel from delivering all others.
        nobody = Conversation("", "", incoming.channel, incoming.chat, None)
        return _set_aside(db, house, nobody, incoming, number, now, type(error).__name__)
    what = incoming.what
    if isinstance(what, ByHand) and outbox.is_ours(db, incoming.channel, incoming.peer, what.ref, what.body):
        return TurnResult()
    if house.windows.get(incoming.channel) is not None and incoming.chat == "private":
        at = windows.heard_at(db, incoming.channel, incoming.peer)
        incoming = replace(incoming, late=at is not None and incoming.at + LATE < at)
    late = _hear_from(db, house, conversation, incoming)
    if late:
        incoming = replace(incoming, released=True)
        conversation = replace(conversation, behind=late[-1].id)
    result = _answer(db, house, advance, conversation, incoming, number, now)
    # What they should have heard long ago comes before the answer to what they write now.
    return replace(result, posted=(*late, *result.posted)) if late else result


def _foresee(
    db: Session,
    house: House,
    advance: Dialogue,
    channel: str,
    received: Received,
    now: datetime,
    kept: int = 0,
    came: datetime | None = None,
) -> None:
    """What `run_turn` asks for in any case."""
    peer = ""
    if (coming := received.incoming) is not None:
        peer = coming.peer
        conversations.lock(db, coming.channel, coming.account, peer)
    if kept:
        inbox.foresee_taking_up(db, kept, now)
    else:
        inbox.foresee(db, channel, received.event_id, received.raw, now, peer=peer, came=came)


_TURN: Final = Foreseen(run_turn, _foresee)


def run_internal(
    db: Session, house: House, advance: Dialogue, conversation_id: str, event_id: str, what: What, now: datetime
) -> TurnResult:
    """Let one event of our own (a timer, a file) through the conversation that asked for it."""
    entry = inbox.put(db, "internal", event_id, b"", now)
    if entry is None:
        return TurnResult(seen=True)
    conversation = conversations.get(db, conversation_id)
    address = conversations.address(db, conversation_id)
    if conversation is None or address is None:
        return TurnResult()
    account, peer = address
    # Read again under the lock: a turn of the resident may have been under way.
    conversations.lock(db, conversation.channel, account, peer)
    conversation = conversations.find(db, conversation.channel, account, peer, now)
    chat: ChatKind = "group" if conversation.chat == "group" else "private"
    incoming = Incoming(conversation.channel, account, peer, event_id, now, what, chat)
    return _answer(db, house, advance, conversation, incoming, entry.id, now)


def run_timer(db: Session, house: House, advance: Dialogue, item: TimerItem, now: datetime) -> TurnResult:
    """A moment has come. Nothing happens if it was moved or taken back meanwhile."""
    if not timers.done(db, item):
        return TurnResult(seen=True)
    event_id = f"timer:{item.mark or item.id}:{item.name}:{item.subject}:{stamp(item.due_at)}"
    what = Timer(item.name, item.subject)
    return run_internal(db, house, advance, item.conversation, event_id, what, now)


def run_file_ready(
    db: Session, house: House, advance: Dialogue, attachment: str, landed: Landed, now: datetime
) -> TurnResult:
    """A file is in. If its draft is gone, so is the file."""
    landing = fetches.ready(
        db,
        attachment,
        path=landed.path,
        size=landed.size,
        sha256=landed.sha256,
        name=landed.name,
        mime=landed.mime,
        cleaned=landed.cleaned,
    )
    if landing is None:
        return TurnResult(seen=True)
    event_id = f"file:{attachment}:ready"
    return run_internal(db, house, advance, landing.conversation, event_id, FileReady(attachment), now)


def run_file_refused(
    db: Session, house: House, advance: Dialogue, attachment: str, reason: RefusedFile, now: datetime
) -> TurnResult:
    """A file cannot be taken."""
    landing = fetches.refused(db, attachment)
    if landing is None:
        return TurnResult(seen=True)
    event_id = f"file:{attachment}:refused"
    return run_internal(db, house, advance, landing.conversation, event_id, FileRefused(attachment, reason), now)


def without_draft(state: dict[str, Any]) -> dict[str, Any]:
    """The kept state of a conversation with its open draft gone."""
    return dump(replace(load(state), draft=None, errand=None))


def _hear_from(db: Session, house: House, conversation: Conversation, incoming: Incoming) -> list[OutboxItem]:
    """Who writes can be reached again, whatever was thought before, and for as long as the channel allows; what
    waited for that."""
    if isinstance(incoming.what, UNHEARD):
        return []
    window = house.windows.get(incoming.channel) if incoming.chat == "private" else None
    if window is not None:
        windows.heard(db, incoming.channel, incoming.peer, conversation.id, incoming.at, window)
    if conversation.gone or conversation.state is None or isinstance(incoming.what, Joined):
        return outbox.lane_back(db, incoming.channel, incoming.peer)
    return outbox.release(db, incoming.channel, incoming.peer) if window is not None else []


def _answer(
    db: Session,
    house: House,
    advance: Dialogue,
    conversation: Conversation,
    incoming: Incoming,
    number: int,
    now: datetime,
) -> TurnResult:
    if isinstance(advance, Fault):
        result = _set_aside(db, house, conversation, incoming, number, now, advance.name)
        return replace(result, where=advance.where)
    try:
        return _advance(db, house, advance, conversation, incoming, number, now)
    except (Unread, CodeTaken):
        # The turn comes once more, when the text is read off this thread or with other ids.
        raise
    except Exception as error:
        if is_outage(error):
            raise
        raise Fault(error) from error


def _advance(
    db: Session,
    house: House,
    advance: Advance,
    conversation: Conversation,
    incoming: Incoming,
    number: int,
    now: datetime,
) -> TurnResult:
    state = conversation.made_of if conversation.made_of is not None else load(conversation.state)
    if not isinstance(incoming.what, INTERNAL):
        state = standing.recalled(state, conversation)
    sketcher = Sketcher(db.vault)
    world = world_for(db, house, conversation, incoming, now, sketcher)
    after, effects = advance(state, incoming, world)
    applier = Applier(db, house, conversation, incoming, number, now, sketcher)
    applier.apply(effects)
    shown = applier.show()
    if conversation.state is None or _differ(after, state):
        _save(db, conversation.id, after, now)
    elif not isinstance(incoming.what, INTERNAL):
        conversations.seen(db, conversation.id, now)
    agreed = after.draft is not None and consent.consented(after.draft)
    return TurnResult(tuple(applier.posted), tuple(applier.asked), shown, regular=agreed)


def _differ(after: State, before: State) -> bool:
    # The number of the last question tells nearly all apart, sooner than their drafts would.
    return after is not before and (after.prompt != before.prompt or after != before)


def _save(db: Session, id: str, state: State, now: datetime) -> None:
    draft = state.draft
    if draft is None:
        conversations.save(db, id, dump(state), now, made_of=state)
        return
    conversations.save(
        db,
        id,
        dump(state),
        now,
        draft=draft.id,
        draft_at=draft.touched_at,
        consented=consent.consented(draft),
        made_of=state,
    )


def _place_of(error: BaseException) -> str:
    """Where an exception was raised. Its text and its variables may be a resident's words: they are left."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_globals.get('__name__', '?')}:{trace.tb_lineno}" if trace else ""


def _set_aside(
    db: Session,
    house: House,
    conversation: Conversation,
    incoming: Incoming,
    number: int,
    now: datetime,
    error: str,
) -> TurnResult:
    """The event is kept with the class of what went wrong; who sent it is told that a person can be called."""
    inbox.failed(db, number, error)
    waits = incoming.chat == "private" or isinstance(incoming.what, Choice)
    if isinstance(incoming.what, INTERNAL) or not waits:
        return TurnResult(failed=error)
    place = house.committee
    language = (conversation.state or {}).get("language", FIRST)
    text = house.words.say("error-generic", language, phone=place.phone or place.address or place.name)
    applier = Applier(db, house, conversation, incoming, number, now)
    applier.say(Outgoing(text))
    return TurnResult(tuple(applier.posted), shown=applier.show(), failed=error)


# The program's edges ---------------------------------------------------------------------------------------


class Turns:
    """Takes events from channels, the clock and the fetcher; hands what they left to the courier and fetcher."""

    def __init__(
        self,
        database: Database,
        house: House,
        advance: Advance,
        *,
        now: Now,
        wake: Callable[[Sequence[OutboxItem]], None],
        fetch: Callable[[Sequence[FetchItem]], None],
        files: Files | None = None,
        observe: Callable[[TurnResult], None] = lambda result: None,
        load: Callable[[], None] | None = None,
        tell: Callable[[Chat, Reading], None] = lambda chat, reading: None,
        show: Callable[[str, str], None] = lambda channel, peer: None,
    ) -> None:
        self._database = database
        self.house: Final = house
        self._advance = advance
        self._now = now
        self._wake = wake
        self._fetch = fetch
        self._files = files
        self._observe = observe
        self._show = show
        self.reader: Final = Reader(load, tell)
        self._log = structlog.get_logger()

    def accept(self, channel: str) -> Callable[[Received], Any]:
        """The `Accept` of one channel."""

        async def accept(received: Received) -> None:
            name = received.incoming.channel if received.incoming else channel
            await self.take(name, received)

        return accept

    async def take(self, channel: str, received: Received, kept: int = 0, came: datetime | None = None) -> TurnResult:
        """Store and answer one vendor event that `came` now or before, or was `kept` under this number. Raises when it
        could not be stored. Whoever brings it brings nothing else of its chat meanwhile: a long story is read first,
        and a short answer would overtake it."""
        incoming = received.incoming
        if incoming is None:
            return await self._run(_TURN, channel, received, self._now(), kept, came)
        incoming = await self.reader.read(incoming)
        read = Received(received.event_id, received.raw, incoming, received.line)
        try:
            return await self._run(_TURN, channel, read, self._now(), kept, came)
        except Unread as unread:
            incoming = await self.reader.read_joined(incoming, unread.text)
        read = Received(received.event_id, received.raw, incoming, received.line)
        return await self._run(_TURN, channel, read, self._now(), kept, came)

    async def timer(self, item: TimerItem) -> TurnResult:
        """A moment has come."""
        return await self._run(run_timer, item, self._now())

    async def file_ready(self, attachment: str, landed: Landed) -> TurnResult:
        """A file is in."""
        return await self._run(run_file_ready, attachment, landed, self._now())

    async def file_refused(self, attachment: str, reason: RefusedFile) -> TurnResult:
        """A file cannot be taken."""
        return await self._run(run_file_refused, attachment, reason, self._now())

    async def empty_trash(self) -> int:
        """Take files off the disk that no row needs; how many. Called by the clock."""
        if self._files is None:
            return 0
        paths = await self._database.read(files.trash)
        for path in paths:
            self._files.erase(path)
        if paths:
            await self._database.write(files.emptied, paths)
        return len(paths)

    async def _run(
        self, turn: Callable[Concatenate[Session, House, Dialogue, P], TurnResult], *args: P.args, **kwargs: P.kwargs
    ) -> TurnResult:
        """Run a turn in a transaction of its own; one that fails is undone by that, and set aside by another."""
        for _ in range(CODE_TRIES):
            try:
                return self._after(await self._database.write(turn, self.house, self._advance, *args, **kwargs))
            except CodeTaken as error:
                fault = Fault(error)
            except Fault as error:
                fault = error
                break
        return self._after(await self._database.write(turn, self.house, fault, *args, **kwargs))

    def _after(self, result: TurnResult) -> TurnResult:
        if result.failed:
            self._log.error("turn.set_aside", reason=result.failed, where=result.where)
        if result.posted:
            self._wake(result.posted)
        if result.shown:
            self._show(*result.shown)
        if result.asked:
            self._fetch(result.asked)
        self._observe(result)
        return result
