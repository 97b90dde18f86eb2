"""A strict stand-in for Zalo: the OA OpenAPI and its webhook on one side, people with phones on the other."""

from __future__ import annotations

from bot.simulators.clock import SimClock
from bot.simulators.stage import Fault
from bot.simulators.zalo_oa.people import Person, Said
from bot.simulators.zalo_oa.server import build
from bot.simulators.zalo_oa.world import Simulator

__all__ = ["Fault", "Person", "Said", "SimClock", "Simulator", "build"]
