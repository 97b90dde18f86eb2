"""The access token of the moment, renewed in time by one process for all."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Final

import structlog

from bot.channels.calling import ApiRefusedError
from bot.channels.errors import Misconfigured, NoAnswerError, Retry
from bot.channels.zalo_oa.errors import GRANT_LOST
from bot.channels.zalo_oa.oauth import OAuth
from bot.channels.zalo_oa.ports import Grant, Grants, Pair

EARLY: Final = timedelta(hours=5)
"""A fifth of a token's 25 hours: it is renewed that long before it is over."""
OTHER_TRIES: Final = 60
OTHER_SECONDS: Final = 0.25
"""How often and how long we look whether another process has renewed it."""

NO_GRANT: Final = "no_grant"
LOST: Final = "grant_lost"

_log = structlog.get_logger()


class Tokens:
    """Gives the access token. Two processes never renew at once: the second waits for what the first brings."""

    def __init__(
        self,
        grants: Grants,
        oauth: OAuth,
        now: Callable[[], datetime],
        *,
        seed: str = "",
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._grants = grants
        self._oauth = oauth
        self._now = now
        self._seed = seed
        self._sleep = sleep
        self._grant: Grant | None = None
        self._renewing = asyncio.Lock()

    async def access(self) -> str:
        """A token that is good now. Raises Misconfigured without a grant, Retry while Zalo does not answer."""
        grant = self._grant
        if grant is None or self._is_due(grant):
            grant = await self._renewed(grant.pair.access if grant else "", forced=False)
        return grant.pair.access

    async def replace(self, refused: str) -> str:
        """Another token than the one that Zalo has just refused."""
        return (await self._renewed(refused, forced=True)).pair.access

    async def look_after(self) -> Grant | None:
        """Renew when it is time, so that a quiet OA keeps its grant; the grant as it stands."""
        self._grant = None
        try:
            await self.access()
        except (Misconfigured, Retry) as error:
            _log.warning("zalo_oa.token.not_renewed", problem=type(error).__name__, code=error.code)
        return await self._grants.load()

    def _is_due(self, grant: Grant) -> bool:
        return self._now() >= grant.pair.access_until - EARLY

    async def _renewed(self, refused: str, *, forced: bool) -> Grant:
        async with self._renewing:
            for _ in range(OTHER_TRIES):
                grant = await self._load()
                good = grant.pair.access != refused if forced else not self._is_due(grant)
                if good:
                    self._grant = grant
                    return grant
                if grant.problem:
                    raise Misconfigured(grant.problem)
                if await self._grants.claim(grant.version):
                    self._grant = await self._renew(grant, forced=forced)
                    return self._grant
                await self._sleep(OTHER_SECONDS)
            raise Retry("token_busy")

    async def _load(self) -> Grant:
        grant = await self._grants.load()
        if grant is None:
            if not self._seed:
                raise Misconfigured(NO_GRANT)
            # The refresh token of the config starts the grant, once; from then on the database has the newer one.
            long_ago = self._now() - timedelta(days=1)
            grant = await self._grants.begin(Pair("", self._seed, long_ago, self._now() + timedelta(days=90)))
        return grant

    async def _renew(self, grant: Grant, *, forced: bool) -> Grant:
        try:
            pair = await self._exchange(grant)
        except ApiRefusedError as error:
            lost = error.code == GRANT_LOST
            await self._grants.release(grant.version, LOST if lost else "")
            _log.error("zalo_oa.grant.refused", code=error.code)
            if not lost and not forced and self._now() < grant.pair.access_until:
                return grant
            raise Misconfigured(LOST if lost else str(error.code)) from None
        except NoAnswerError as error:
            await self._grants.release(grant.version)
            if not forced and self._now() < grant.pair.access_until:
                return grant  # the old one is good for some hours more
            raise Retry(error.code) from None
        # Nothing is sent with a token that is not safe yet: the old refresh token is spent.
        kept = await self._grants.keep(pair)
        _log.info("zalo_oa.token.renewed", version=kept.version)
        return kept

    async def _exchange(self, grant: Grant) -> Pair:
        try:
            return await self._oauth.refresh(grant.pair.refresh)
        except NoAnswerError:
            # Whether the token is spent is unknown now: one more try tells.
            return await self._oauth.refresh(grant.pair.refresh)
