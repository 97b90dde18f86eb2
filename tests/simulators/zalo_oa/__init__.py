"""The simulated Official Account on a loopback port; the simulator itself is the demo's too."""

from __future__ import annotations

from contextlib import AbstractContextManager

from bot.simulators.zalo_oa import Simulator, build
from tests.simulators.thread import served


def serve(sim: Simulator, port: int = 0) -> AbstractContextManager[str]:
    """Serve the simulator until the block is left; its address."""
    return served(sim, build(sim), port)
