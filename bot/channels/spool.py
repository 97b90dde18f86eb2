"""What a channel needs of the program where its vendor does not wait: a place on disk for events."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from cases.records import record


@record(frozen=True, slots=True)
class Waiting:
    """One event that was put aside: its name in the spool and its bytes."""

    name: str
    raw: bytes


class Spool(Protocol):
    """Events on disk, sealed, in the order in which they came."""

    async def put(self, raw: bytes) -> None:
        """Keep an event; it survives a power cut when this returns. Raises OSError."""

    async def waiting(self, limit: int) -> Sequence[Waiting]:
        """The oldest events."""

    async def drop(self, name: str) -> None:
        """Forget an event that was taken in."""

    def is_empty(self) -> bool:
        """Whether nothing waits."""
