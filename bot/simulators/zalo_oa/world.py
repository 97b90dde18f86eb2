"""The state behind the simulated Zalo: people, tokens, uploads, hosted files, faults, and what must never happen.

Everything is guarded by one lock, because tests speak from their own thread and the server from another.
"""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import json
import random
import threading
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from bot.simulators.zalo_oa.clock import SimClock
from bot.simulators.zalo_oa.groups import Group
from bot.simulators.zalo_oa.people import Person, Said

WINDOW_SECONDS: Final = 7 * 24 * 3600.0
FREE_SECONDS: Final = 48 * 3600.0
UPLOAD_SECONDS: Final = 7 * 24 * 3600.0
RETRY_SECONDS: Final = (30.0, 300.0, 900.0, 1800.0, 3600.0)
"""When an event that was not taken is repeated; after the last the webhook is switched off."""
DEADLINE_SECONDS: Final = 2.0

FaultHow = Literal["refuse", "html", "empty", "truncated", "reset_before", "reset_after", "slow"]


@dataclass
class Switches:
    """What sources tell differently, and what a test may want otherwise."""

    nfd: bool = False
    photo_type: bool = False
    """Attachments of photos are called "photo" instead of "image"."""
    number_timestamps: bool = False
    chatnow_follower: bool = False
    location_shape: str = "coordinates"
    spaced_json: bool = False
    """Events are written with spaces and escaped letters: who writes them anew gets another hash."""
    echoes: bool = True
    receipts: bool = True
    echo_first: bool = False
    """The echo of a message comes before the answer to the call that sent it."""
    duplicate: bool = False
    shuffle: bool = False
    reply_cap: int = 0
    """Free replies within 48 hours, 0 for no cap (as since 2026)."""
    old_token_dies: bool = True
    message_v2: bool = False
    calls_a_minute: int = 4000


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
class Upload:
    """Something uploaded."""

    sort: str
    content: bytes
    at: float


@dataclass
class Hosted:
    """A file that a person sent, on Zalo's host of files."""

    content: bytes
    mime: str
    until: float
    redirect: str = ""


@dataclass
class Grant:
    """The consent of the OA: one chain of tokens, each refresh token good for one use."""

    access: str = ""
    access_until: float = 0.0
    older: set[str] = field(default_factory=set)
    refresh: str = ""
    refresh_until: float = 0.0
    spent: set[str] = field(default_factory=set)
    dead: bool = False


@dataclass
class Delivery:
    """One event on its way to the webhook."""

    person: str
    name: str
    raw: bytes
    mac: str | None
    due: float
    tries: int = 0
    seconds: float = 0.0
    """How long the webhook took to answer."""


class Simulator:
    """Zalo, as far as one Official Account can tell."""

    def __init__(self, clock: SimClock | None = None, seed: int = 1) -> None:
        self.clock = clock or SimClock()
        self.random = random.Random(seed)
        self.lock = threading.RLock()
        self.app_id = "4100000000000000001"
        self.app_secret = "app-secret-for-tests"
        self.oa_id = "8800000000000000001"
        self.oa_name = "Mặt trận phường (thử)"
        self.oa_secret_key = "oa-secret-for-tests"
        self.switches = Switches()
        self.people: dict[str, Person] = {}
        self.groups: dict[str, Group] = {}
        self.uploads: dict[str, Upload] = {}
        self.hosted: dict[str, Hosted] = {}
        self.templates: dict[str, set[str]] = {}
        """Approved templates: their id and the names of what fills them."""
        self.money = 1000
        self.calls: list[Call] = []
        self.faults: list[Fault] = []
        self.codes: dict[str, tuple[str, float]] = {}
        """Authorisation codes: their challenge, and until when."""
        self.grant = Grant()
        self.webhook = ""
        self.webhook_off = False
        self.queue: list[Delivery] = []
        self.delivered: list[Delivery] = []
        self.dropped: list[Delivery] = []
        self.wrongs: list[str] = []
        """What must never happen: a message that nobody asked for, a slow answer to an event, a token in a link."""
        self.base = ""
        self.closed = False
        self.call_times: list[float] = []
        self._numbers = itertools.count(1)
        self._waiters: list[tuple[asyncio.AbstractEventLoop, asyncio.Event]] = []
        self._changed = threading.Condition(self.lock)

    # People -----------------------------------------------------------------------------------------------

    def person(self, number: int, name: str = "Lan") -> Person:
        """The person of this number; made when there is none."""
        id = f"77{number:017d}"
        with self.lock:
            if id not in self.people:
                self.people[id] = Person(self, id, name)
            return self.people[id]

    def staff_writes(self, person: Person, text: str) -> str:
        """A member of staff answers by hand in OA Manager."""
        ref = self.new_id()
        with self.lock:
            person.said.append(Said("staff", text, ref, self.clock()))
        self.echo(person, "oa_send_text", {"msg_id": ref, "text": text})
        return ref

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

    # Tokens -----------------------------------------------------------------------------------------------

    def consent(self, challenge: str) -> str:
        """The administrator agrees: a code, good once and for ten minutes."""
        with self.lock:
            code = self.secret("code")
            self.codes[code] = (challenge, self.clock() + 600)
            return code

    def new_grant(self) -> str:
        """A grant as if consent had been given: its first refresh token."""
        with self.lock:
            self.grant = Grant(refresh=self.secret("refresh"), refresh_until=self.clock() + 90 * 86400)
            return self.grant.refresh

    def secret(self, sort: str) -> str:
        """A token."""
        return f"sim-{sort}-{self.random.getrandbits(96):024x}"

    # Events -----------------------------------------------------------------------------------------------

    def emit(self, person: Person, event: dict[str, Any], *, delay: float = 0.0) -> None:
        """Send an event to the webhook, signed, as soon as it can be."""
        from bot.simulators.zalo_oa.hook import signed

        with self.lock:
            if not self.webhook or self.webhook_off:
                return
            at = int(self.clock() * 1000)
            stamp: Any = at if self.switches.number_timestamps else str(at)
            whole = {"app_id": self.app_id, "user_id_by_app": person.id_by_app, **event, "timestamp": stamp}
            raw = self.written(whole)
            mac = signed(self.app_id, raw, str(at), self.oa_secret_key)
            due = self.clock() + delay
            copies = 2 if self.switches.duplicate else 1
            self.queue += [Delivery(person.id, event["event_name"], raw, mac, due) for _ in range(copies)]
            if self.switches.shuffle:
                self.random.shuffle(self.queue)
            self.changed()

    def written(self, event: dict[str, Any]) -> bytes:
        """An event as bytes."""
        if self.switches.spaced_json:
            return json.dumps(event).encode()
        return json.dumps(event, ensure_ascii=False, separators=(",", ":")).encode()

    def echo(self, person: Person, name: str, message: dict[str, Any]) -> None:
        """Tell the OA of what it sent itself."""
        ends = {"sender": {"id": self.oa_id}, "recipient": {"id": person.id}}
        self.emit(person, {"event_name": name, **ends, "message": message})

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
            self._changed.notify_all()
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
