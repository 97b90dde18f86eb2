"""The simulated Zalo on a loopback port, in a thread of its own; the simulator itself is the demo's too."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn

from bot.simulators.zalo_oa import Simulator, build
from tests.simulators.telegram.serve import loopback


@contextmanager
def serve(sim: Simulator, port: int = 0) -> Iterator[str]:
    """Serve the simulator until the block is left; its address."""
    listener = loopback(port)
    sim.base = f"http://127.0.0.1:{listener.getsockname()[1]}"
    config = uvicorn.Config(build(sim), log_level="critical", lifespan="off", ws="none", timeout_graceful_shutdown=1)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, args=([listener],), daemon=True, name="zalo simulator")
    thread.start()
    try:
        yield sim.base
    finally:
        sim.close()
        server.should_exit = True
        thread.join(10)
        listener.close()
