"""A strict stand-in for the Zalo Bot Platform: its methods and its webhook on one side, people on the other."""

from __future__ import annotations

from bot.simulators.zalo_bot.people import Person
from bot.simulators.zalo_bot.server import build
from bot.simulators.zalo_bot.world import BotSimulator

__all__ = ["BotSimulator", "Person", "build"]
