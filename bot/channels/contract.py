"""The contract of a channel: what it is handed, and the four things it can do."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Coroutine, Mapping, Sequence
from dataclasses import field
from datetime import datetime, timedelta
from typing import Any, Literal, Protocol, runtime_checkable

from starlette.routing import BaseRoute

from cases.records import record
from handlers.messages import Incoming, MediaKind, Outgoing


@record(frozen=True, slots=True)
class Received:
    """One vendor event: its raw bytes as they came, its id, and what it means.

    `incoming` is None for what we could not read: the raw bytes are stored all the same and set aside.
    """

    event_id: str
    raw: bytes
    incoming: Incoming | None
    line: Mapping[str, Any] | None = None
    """What the page of whoever wrote shows of it, on the channel whose pages are ours: it is kept with the event."""


Accept = Callable[[Received], Coroutine[Any, Any, None]]
"""Store one event, and answer it then or, while too many people write, in its turn. Returns when it is committed;
raises when it could not be stored, so that the channel answers the vendor with a failure and gets it again. Events of
one chat keep the order in which they are handed over, also where one is handed over before the last is through."""


def _anything(kind: str, name: str, size: int) -> bool:
    return True


def _none(peer: str) -> bool:
    return False


@record(frozen=True, slots=True)
class Abilities:
    """What a channel can do, as data. `text_limit` in characters, `file_limit` in bytes."""

    text_limit: int
    buttons: int
    label_limit: int
    edits: bool
    file_limit: int
    deletes: bool = False
    """Whether messages of others in a group can be taken away."""
    window: timedelta | None = None
    """How long after their last word a person may be written to; None: always."""
    echoes: bool = False
    """Whether the channel tells us of our own messages too."""
    files_out: bool = False
    """Whether it can carry a file of ours to people (`SendsFiles`); where it cannot, only the words go."""
    sign: str = "/"
    """What commands are written with where people are told of them; all are understood with `/` and `#`."""
    plain: Callable[[str], bool] = _none
    """Which chats show no buttons and hold several people, of whom nobody can say whose a bare "1" is."""
    takes: Callable[[str, str, int], bool] = _anything
    """Which files it can carry: by kind, name and size in bytes."""


@record(frozen=True, slots=True)
class OutFile:
    """A file of ours on its way out."""

    kind: Literal["photo", "document"]
    name: str
    content: bytes = field(repr=False)


@runtime_checkable
class SendsFiles(Protocol):
    """What a channel can do besides, where its abilities say `files_out`."""

    async def send_file(self, peer: str, file: OutFile) -> str:
        """Send one file; the vendor's id of the message. Raises a SendError."""


@runtime_checkable
class Rereads(Protocol):
    """What a channel can do besides, if its vendor hands over only so many events at a time: these may be kept and
    read later."""

    def reread(self, raw: bytes, at: datetime) -> Sequence[Received]:
        """The events in what was kept as `Received.raw`, which came `at` that moment."""


@runtime_checkable
class Shows(Protocol):
    """What a channel can do besides, if its messages are lines that lie in our own database: whoever posts one puts it
    there at once, with all else that is written, and nobody has to send it."""

    def line_of(self, out: Outgoing) -> dict[str, Any] | None:
        """The line of a message; None where it has to be sent like any other."""

    def show(self, peer: str) -> None:
        """A line was put there."""


class Channel(Protocol):
    """One way to reach people."""

    name: str
    abilities: Abilities

    def routes(self, accept: Accept) -> list[BaseRoute]:
        """HTTP routes of this channel (webhooks, pages); empty when it polls."""

    async def run(self, accept: Accept) -> None:
        """Run until cancelled: set up the webhook or poll, publish commands. Called once after start."""

    async def send(self, peer: str, out: Outgoing, sent: str = "") -> str:
        """Send (or, where `out.edit` and `sent` names the earlier message, change) one message; the vendor's id
        of it. With a `topic`, `sent` also tells in which thread its case stands. Raises a SendError."""

    def fetch(self, file: str, kind: MediaKind) -> AsyncIterator[bytes]:
        """The bytes of a file that this channel announced. Raises a FetchError."""

    async def close(self) -> None:
        """Let go of connections."""
