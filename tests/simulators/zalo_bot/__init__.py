"""The simulated Bot Platform on a loopback port."""

from __future__ import annotations

from contextlib import AbstractContextManager

from bot.simulators.zalo_bot import BotSimulator, build
from tests.simulators.thread import served


def serve(sim: BotSimulator, port: int = 0) -> AbstractContextManager[str]:
    """Serve the simulator until the block is left; its address."""
    return served(sim, build(sim), port)
