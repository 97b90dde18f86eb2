"""What nginx does before several processes: each connection goes to the next of them that takes it."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from tests.simulators.telegram.serve import loopback


@contextmanager
def balanced(ports: Sequence[int]) -> Iterator[int]:
    """A loopback port whose connections are shared out among `ports`."""
    listener = loopback()
    loop = asyncio.new_event_loop()
    turn = 0

    async def take(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal turn
        for _ in ports:
            turn += 1
            with contextlib.suppress(OSError):
                behind = await asyncio.open_connection("127.0.0.1", ports[turn % len(ports)])
                await asyncio.gather(_pass(reader, behind[1]), _pass(behind[0], writer))
                return
        writer.close()

    async def serve() -> None:
        server = await asyncio.start_server(take, sock=listener)
        async with server:
            await server.serve_forever()

    def run() -> None:
        with contextlib.suppress(asyncio.CancelledError):
            loop.run_until_complete(task)

    task = loop.create_task(serve())
    thread = threading.Thread(target=run, daemon=True, name="balancer")
    thread.start()
    try:
        yield listener.getsockname()[1]
    finally:
        loop.call_soon_threadsafe(task.cancel)
        thread.join(10)
        listener.close()


async def _pass(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with contextlib.suppress(OSError):
        while data := await reader.read(65536):
            writer.write(data)
            await writer.drain()
    writer.close()
