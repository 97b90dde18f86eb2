"""A simulated Telegram on loopback, a channel that speaks to it, and a place where its events arrive."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack
from typing import Any

import pytest
from starlette.applications import Starlette

from bot.channels.posted import Desk
from bot.channels.telegram.channel import TelegramChannel
from bot.posting import desks_in
from tests.channels.telegram.bench import QUICK, SECRET, Inbox, Run, running, served_app
from tests.simulators.telegram import Served, Simulator, Switchboard, switchboard


@pytest.fixture
def sim() -> Simulator:
    return Simulator()


@pytest.fixture(scope="session")
def board() -> Iterator[Switchboard]:
    with switchboard() as made:
        yield made


@pytest.fixture
def served(board: Switchboard, sim: Simulator) -> Iterator[Served]:
    with board.connected(sim) as made:
        yield made


@pytest.fixture
def inbox(sim: Simulator) -> Inbox:
    return Inbox(sim)


@pytest.fixture
async def channel(served: Served) -> AsyncIterator[TelegramChannel]:
    """A channel that nobody runs: for sending and fetching."""
    made = TelegramChannel(served.sim.token, served.url, backoff=QUICK)
    yield made
    await made.close()


@pytest.fixture
async def polling(served: Served, inbox: Inbox) -> AsyncIterator[Run]:
    """Start a polling channel; ends with the test."""
    async with AsyncExitStack() as stack:

        async def start(**more: Any) -> TelegramChannel:
            made = TelegramChannel(served.sim.token, served.url, **({"backoff": QUICK} | more))
            return await stack.enter_async_context(running(made, inbox))

        yield start


@pytest.fixture
async def webhook(served: Served, inbox: Inbox) -> AsyncIterator[Run]:
    """Start a channel with a webhook on loopback; gives the webhook's address."""
    async with AsyncExitStack() as stack:

        async def start(**more: Any) -> str:
            # The channel must know its address before its routes can be made.
            app, desks = Starlette(), dict[bytes, Desk]()
            url = await stack.enter_async_context(served_app(app, desks))
            made = TelegramChannel(served.sim.token, served.url, "webhook", url, SECRET, **({"backoff": QUICK} | more))
            routes = made.routes(inbox.accept)
            app.router.routes.extend(routes)
            desks.update(desks_in(routes))
            await stack.enter_async_context(running(made, inbox))
            return f"{url}/telegram/webhook"

        yield start
