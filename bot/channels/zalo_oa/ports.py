"""What the channel needs of the program: a place for its grant."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from cases.records import record


@record(frozen=True, slots=True)
class Pair:
    """What Zalo gives for a consent or for a refresh token: both halves replace the earlier ones."""

    access: str
    refresh: str
    access_until: datetime
    ends_at: datetime
    """When the refresh token is over, and with it the grant."""


@record(frozen=True, slots=True)
class Grant:
    """The pair that is kept. `version` counts the pairs; `problem` is why it cannot be renewed any more."""

    pair: Pair
    version: int
    problem: str = ""


class Grants(Protocol):
    """Where the grant is kept, sealed, for all processes of this installation."""

    async def load(self) -> Grant | None:
        """The grant, if one was ever given."""

    async def begin(self, pair: Pair) -> Grant:
        """Write a first pair down unless there is one; the one that is there."""

    async def claim(self, version: int) -> bool:
        """Take the right to renew this version: True for one caller, until `keep`, `release` or a minute is over."""

    async def keep(self, pair: Pair) -> Grant:
        """Write a new pair down; it is safe when this returns."""

    async def release(self, version: int, problem: str = "") -> None:
        """Give the right to renew back, with what is wrong with the grant for good."""
