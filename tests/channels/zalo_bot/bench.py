"""What the tests of this channel share: a simulated Bot Platform, and a channel that speaks to it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal

from starlette.applications import Starlette

from bot.channels.backoff import Backoff
from bot.channels.zalo_bot.channel import Account, ZaloBotChannel
from bot.channels.zalo_bot.webhook import PATH
from bot.simulators.clock import SimClock
from tests.channels.inbox import Inbox, MemorySpool
from tests.channels.telegram.bench import served_app
from tests.simulators.zalo_bot import BotSimulator, build

START = datetime(2026, 11, 16, 2, 0, tzinfo=UTC)
SECRET = "a-secret-of-the-webhook"
QUICK = Backoff(first_seconds=0.001, most_seconds=0.01)


@dataclass
class Bench:
    """A channel between its simulated vendor and its inbox."""

    sim: BotSimulator
    channel: ZaloBotChannel
    inbox: Inbox
    spool: MemorySpool
    hook: str

    async def ready(self) -> None:
        """Until the channel has told the platform how it wants to hear."""
        await self.sim.until(lambda: {call.path for call in self.sim.calls} & {"setWebhook", "getUpdates"})


@asynccontextmanager
async def bench(mode: Literal["polling", "webhook"] = "webhook", **more: Any) -> AsyncIterator[Bench]:
    """Everything running."""
    sim = BotSimulator(SimClock(START))
    async with served_app(build(sim)) as base:  # type: ignore[arg-type]
        sim.base = base
        spool, inbox = MemorySpool(changed=sim.changed), Inbox(sim)
        ours = Starlette()
        async with served_app(ours) as address:
            account = Account(sim.token, base, mode, address, SECRET, **more)
            channel = ZaloBotChannel(account, spool, sim.clock.now, patience=0.3, poll_seconds=1, backoff=QUICK)
            ours.router.routes += channel.routes(inbox.accept)
            task = asyncio.create_task(channel.run(inbox.accept))
            b = Bench(sim, channel, inbox, spool, f"{address}{PATH}")
            try:
                await b.ready()
                yield b
            finally:
                task.cancel()
                with suppress(asyncio.CancelledError):
                    await task
                sim.close()
                await channel.close()
