"""The simulator on a loopback port, in a thread of its own."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import uvicorn
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from tests.simulators.telegram.server import build
from tests.simulators.telegram.world import Simulator


@dataclass(frozen=True)
class Served:
    """A running simulator; `url` is what goes into api_base."""

    sim: Simulator
    url: str


@contextmanager
def serve(sim: Simulator, port: int = 0) -> Iterator[Served]:
    """Serve one simulator until the block is left."""
    with switchboard(port) as board, board.connected(sim) as served:
        yield served


def loopback(port: int = 0) -> socket.socket:
    """A listening socket that names its protocol: else asyncio leaves Nagle's algorithm on, 40 ms an answer."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind(("127.0.0.1", port))
    listener.listen(1024)
    return listener


class Switchboard:
    """One loopback port that one simulator after the other may use: starting a server takes longer than a test."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._app: ASGIApp | None = None

    @contextmanager
    def connected(self, sim: Simulator) -> Iterator[Served]:
        """Let this simulator answer until the block is left."""
        self._app = build(sim)
        try:
            yield Served(sim, self.url)
        finally:
            sim.close()
            self._app = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on."""
        app = self._app or Response("nobody is connected", 503)
        await app(scope, receive, send)


@contextmanager
def switchboard(port: int = 0) -> Iterator[Switchboard]:
    """A server in a thread of its own, until the block is left."""
    listener = loopback(port)
    board = Switchboard(f"http://127.0.0.1:{listener.getsockname()[1]}")
    server = uvicorn.Server(
        uvicorn.Config(
            board,
            log_level="critical",
            lifespan="off",
            ws="none",
            timeout_graceful_shutdown=1,
            loop="asyncio",
        )
    )
    thread = threading.Thread(target=server.run, args=([listener],), daemon=True, name="telegram simulator")
    thread.start()
    try:
        yield board
    finally:
        server.should_exit = True
        thread.join(10)
        listener.close()
