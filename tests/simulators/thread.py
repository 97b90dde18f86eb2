"""A simulated vendor on a loopback port, in a thread of its own."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from starlette.types import ASGIApp

from bot.simulators.stage import Stage
from tests.simulators.telegram.serve import loopback


@contextmanager
def served(sim: Stage, app: ASGIApp, port: int = 0) -> Iterator[str]:
    """Serve a simulator until the block is left; its address."""
    listener = loopback(port)
    sim.base = f"http://127.0.0.1:{listener.getsockname()[1]}"
    config = uvicorn.Config(app, log_level="critical", lifespan="off", ws="none", timeout_graceful_shutdown=1)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, args=([listener],), daemon=True, name="simulator")
    thread.start()
    try:
        yield sim.base
    finally:
        sim.close()
        server.should_exit = True
        thread.join(10)
        listener.close()
