"""A strict stand-in for Telegram: the Bot API on one side, people with phones on the other."""

from __future__ import annotations

from tests.simulators.telegram.chats import Button, Group, Posted
from tests.simulators.telegram.people import User
from tests.simulators.telegram.serve import Served, Switchboard, loopback, serve, switchboard
from tests.simulators.telegram.world import TOKEN, Call, Simulator

__all__ = [
    "TOKEN",
    "Button",
    "Call",
    "Group",
    "Posted",
    "Served",
    "Simulator",
    "Switchboard",
    "User",
    "loopback",
    "serve",
    "switchboard",
]
