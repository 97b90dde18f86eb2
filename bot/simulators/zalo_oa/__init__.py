"""A strict stand-in for Zalo: the OA OpenAPI and its webhook on one side, people with phones on the other."""

from __future__ import annotations

from bot.simulators.zalo_oa.clock import SimClock
from bot.simulators.zalo_oa.people import Person, Said
from bot.simulators.zalo_oa.server import build
from bot.simulators.zalo_oa.world import Fault, Simulator

__all__ = ["Fault", "Person", "Said", "SimClock", "Simulator", "build"]
