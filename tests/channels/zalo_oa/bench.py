"""What the tests of this channel share: a simulated Zalo, a channel that speaks to it, and where its events arrive."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from starlette.applications import Starlette

from bot.channels.zalo_oa.channel import Account, ZaloOaChannel
from bot.channels.zalo_oa.ports import Grant, Pair
from bot.channels.zalo_oa.webhook import PATH
from bot.simulators.zalo_oa import SimClock, Simulator, build
from tests.channels.inbox import Inbox, MemorySpool
from tests.channels.telegram.bench import served_app

START = datetime(2026, 11, 16, 2, 0, tzinfo=UTC)
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass
class MemoryGrants:
    """A grant in memory, shared by several channels as the database is by several processes."""

    now: Callable[[], datetime]
    grant: Grant | None = None
    claimed_until: datetime = LONG_AGO
    kept: list[Pair] = field(default_factory=list)

    async def load(self) -> Grant | None:
        return self.grant

    async def begin(self, pair: Pair) -> Grant:
        return self.grant or await self.keep(pair)

    async def claim(self, version: int) -> bool:
        if self.grant is None or self.grant.version != version or self.now() < self.claimed_until:
            return False
        self.claimed_until = self.now() + timedelta(minutes=1)
        return True

    async def keep(self, pair: Pair) -> Grant:
        self.kept.append(pair)
        self.claimed_until = LONG_AGO
        self.grant = Grant(pair, (self.grant.version if self.grant else 0) + 1)
        return self.grant

    async def release(self, version: int, problem: str = "") -> None:
        self.claimed_until = LONG_AGO
        if self.grant is not None and self.grant.version == version:
            self.grant = Grant(self.grant.pair, version, problem)


@dataclass
class Bench:
    """A channel between its simulated vendor and its inbox."""

    sim: Simulator
    channel: ZaloOaChannel
    inbox: Inbox
    grants: MemoryGrants
    spool: MemorySpool
    hook: str


def account_at(sim: Simulator, **more: Any) -> Account:
    facts: dict[str, Any] = {
        "app_id": sim.app_id,
        "app_secret": sim.app_secret,
        "oa_id": sim.oa_id,
        "oa_secret_key": sim.oa_secret_key,
        "refresh_token": sim.new_grant(),
        "api_base": sim.base,
        "oauth_base": sim.base,
    }
    return Account(**{**facts, **more})


@asynccontextmanager
async def bench(*, patience: float = 0.9, clock: SimClock | None = None, **more: Any) -> AsyncIterator[Bench]:
    """Everything running, and the webhook registered."""
    sim = Simulator(clock or SimClock(START))
    async with served_app(build(sim)) as base:  # type: ignore[arg-type]
        sim.base = base
        grants, spool, inbox = MemoryGrants(sim.clock.now), MemorySpool(changed=sim.changed), Inbox(sim)
        channel = ZaloOaChannel(account_at(sim, **more), grants, spool, sim.clock.now, patience=patience)
        async with served_app(Starlette(routes=channel.routes(inbox.accept))) as ours:
            sim.webhook = f"{ours}{PATH}"
            task = asyncio.create_task(channel.run(inbox.accept))
            try:
                yield Bench(sim, channel, inbox, grants, spool, sim.webhook)
            finally:
                sim.close()
                task.cancel()
                with suppress(asyncio.CancelledError):
                    await task
                await channel.close()
