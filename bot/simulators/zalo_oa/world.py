"""The state behind the simulated Official Account: people, tokens, uploads, and the events on their way."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from typing import Any, Final

from bot.simulators.clock import SimClock
from bot.simulators.stage import Delivery, Stage
from bot.simulators.zalo_oa.groups import Group
from bot.simulators.zalo_oa.people import Person, Said

WINDOW_SECONDS: Final = 7 * 24 * 3600.0
FREE_SECONDS: Final = 48 * 3600.0
UPLOAD_SECONDS: Final = 7 * 24 * 3600.0
RETRY_SECONDS: Final = (30.0, 300.0, 900.0, 1800.0, 3600.0)
"""When an event that was not taken is repeated; after the last the webhook is switched off."""


def signed(app_id: str, raw: bytes, timestamp: str, secret: str) -> str:
    """The value of X-ZEvent-Signature."""
    return "mac=" + hashlib.sha256(b"".join((app_id.encode(), raw, timestamp.encode(), secret.encode()))).hexdigest()


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
class Upload:
    """Something uploaded."""

    sort: str
    content: bytes
    at: float


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


class Simulator(Stage):
    """Zalo, as far as one Official Account can tell."""

    retry_seconds = RETRY_SECONDS

    def __init__(self, clock: SimClock | None = None, seed: int = 1) -> None:
        super().__init__(clock, seed)
        self.app_id = "4100000000000000001"
        self.app_secret = "app-secret-for-tests"
        self.oa_id = "8800000000000000001"
        self.oa_name = "Mặt trận phường (thử)"
        self.oa_secret_key = "oa-secret-for-tests"
        self.switches = Switches()
        self.people: dict[str, Person] = {}
        self.groups: dict[str, Group] = {}
        self.uploads: dict[str, Upload] = {}
        self.templates: dict[str, set[str]] = {}
        """Approved templates: their id and the names of what fills them."""
        self.money = 1000
        self.codes: dict[str, tuple[str, float]] = {}
        """Authorisation codes: their challenge, and until when."""
        self.grant = Grant()
        self.call_times: list[float] = []

    @property
    def shuffles(self) -> bool:
        """Whether events come in any order."""
        return self.switches.shuffle

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

    # Events -----------------------------------------------------------------------------------------------

    def emit(self, person: Person, event: dict[str, Any], *, delay: float = 0.0) -> None:
        """Send an event to the webhook, signed, as soon as it can be."""
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
            self.queue += [
                Delivery(person.id, event["event_name"], raw, {"X-ZEvent-Signature": mac}, due) for _ in range(copies)
            ]
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
