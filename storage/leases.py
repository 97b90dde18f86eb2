"""Leases: what only one of several processes may do at a time, who does it, and what the others call out to it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection
from typing import Final, Protocol

MISSED: Final = ""
"""What is heard after a broken connection: anything may have been called meanwhile."""

Changed = Callable[[str, bool], None]
Heard = Callable[[str], None]


class Leases(Protocol):
    """Which of the things that only one process may do, this one does."""

    def holds(self, name: str) -> bool:
        """Whether this process may do it at this very moment."""

    async def follow(self, names: Collection[str], changed: Changed, heard: Heard) -> None:
        """Until cancelled: try to hold each name, tell what was won and lost, pass on what other processes call."""


class SoleLeases:
    """Leases of a database that takes one process only: all of them, at once."""

    def holds(self, name: str) -> bool:
        """Yes."""
        return True

    async def follow(self, names: Collection[str], changed: Changed, heard: Heard) -> None:
        """Until cancelled: hold everything."""
        for name in names:
            changed(name, True)
        await asyncio.Event().wait()
