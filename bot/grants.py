"""What a channel sees of its grant: the pair sealed in the database, for all processes of this installation."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from bot.channels.zalo_oa.ports import Grant, Pair
from storage import grants
from storage.database import Database
from storage.grants import GrantRow, Tokens


class StoredGrants:
    """Implements `bot.channels.zalo_oa.ports.Grants`."""

    def __init__(self, database: Database, channel: str, now: Callable[[], datetime]) -> None:
        self._database = database
        self._channel = channel
        self._now = now

    async def load(self) -> Grant | None:
        """The grant, if one was ever given."""
        row = await self._database.read(grants.load, self._channel)
        return _grant(row) if row else None

    async def begin(self, pair: Pair) -> Grant:
        """Write a first pair down unless there is one; the one that is there."""
        tokens = Tokens(pair.access, pair.refresh, pair.access_until, pair.ends_at)
        return _grant(await self._database.write(grants.begin, self._channel, tokens, self._now()))

    async def claim(self, version: int) -> bool:
        """Take the right to renew this version."""
        return await self._database.write(grants.claim, self._channel, version, self._now())

    async def keep(self, pair: Pair) -> Grant:
        """Write a new pair down; it is committed when this returns."""
        tokens = Tokens(pair.access, pair.refresh, pair.access_until, pair.ends_at)
        return _grant(await self._database.write(grants.keep, self._channel, tokens, self._now()))

    async def release(self, version: int, problem: str = "") -> None:
        """Give the right to renew back."""
        await self._database.write(grants.release, self._channel, version, problem)


def _grant(row: GrantRow) -> Grant:
    tokens = row.tokens
    return Grant(Pair(tokens.access, tokens.refresh, tokens.access_until, tokens.ends_at), row.version, row.problem)
