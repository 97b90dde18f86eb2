"""A strict stand-in for the Zalo Bot Platform: its methods and its webhook on one side, people on the other."""

from __future__ import annotations

from contextlib import AbstractContextManager

from tests.simulators.thread import served
from tests.simulators.zalo_bot.people import Person
from tests.simulators.zalo_bot.server import build
from tests.simulators.zalo_bot.world import BotSimulator

__all__ = ["BotSimulator", "Person", "build", "serve"]


def serve(sim: BotSimulator, port: int = 0) -> AbstractContextManager[str]:
    """Serve the simulator until the block is left; its address."""
    return served(sim, build(sim), port)
