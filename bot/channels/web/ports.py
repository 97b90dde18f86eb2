"""What the web channel needs from outside: a mailbox for conversations, a spool for uploads."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence
from datetime import datetime
from typing import Any, Literal, Protocol

from cases.records import record

Direction = Literal["in", "out"]


@record(frozen=True, slots=True)
class Entry:
    """One line of a conversation as the page shows it. `seq` rises within one mailbox; `body` is JSON."""

    seq: int
    direction: Direction
    body: Mapping[str, Any]
    at: datetime


class Mailbox(Protocol):
    """The conversations of all browsers, kept over reload and restart."""

    async def put(self, peer: str, body: Mapping[str, Any], at: datetime) -> int:
        """Add one entry of ours; its number. What a page posts is kept with its event (`Received.line`)."""

    def has_news(self, peer: str) -> None:
        """Something was kept with an event: the page may wait for it at another process."""

    async def after(self, peer: str, seq: int) -> Sequence[Entry]:
        """Entries with a higher number, oldest first."""

    async def forget(self, peer: str) -> None:
        """Erase a conversation's entries."""


class Spool(Protocol):
    """Uploads, sealed, until the fetcher has taken them."""

    async def put(self, chunks: AsyncIterator[bytes], limit: int) -> tuple[str, int]:
        """Keep a file; its name in the spool and its size. Raises FileTooLarge beyond `limit` bytes."""

    def read(self, name: str) -> AsyncIterator[bytes]:
        """The bytes of a file. Raises FileGone."""

    async def sweep(self, before: datetime) -> None:
        """Erase files put before that moment."""
