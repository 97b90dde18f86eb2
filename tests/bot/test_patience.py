"""Whoever connects and says nothing, or one letter at a time, holds nobody up."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import cast

import pytest
from starlette.types import Receive, Scope, Send

from bot import patience
from bot.patience import Patient, Waiting
from bot.serving import PageServer, listen

HEAD = b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n"
LONG = 5.0


async def late(scope: Scope, receive: Receive, send: Send) -> None:
    """Read the body, then answer after a while, as a page that waits for news."""
    message = await receive()
    while message.get("more_body"):
        message = await receive()
    await asyncio.sleep(0.2)
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"0")]})
    await send({"type": "http.response.body"})


@pytest.fixture
async def port(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[int]:
    for name in ("HEAD_SECONDS", "BODY_SECONDS"):
        monkeypatch.setattr(patience, name, 0.05)
    listening = listen("127.0.0.1", 0)
    server = PageServer(late)
    serving = asyncio.create_task(server.serve([listening]))
    while not server.started:
        await asyncio.sleep(0)
    yield listening.getsockname()[1]
    server.should_exit = True
    await serving


@pytest.mark.parametrize("said", [b"", b"POST / HT", HEAD, HEAD + b"\r\n12"])
async def test_what_never_becomes_a_question_is_hung_up_on(port: int, said: bytes) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(said)
    assert await asyncio.wait_for(_rest(reader), LONG) == b""
    writer.close()


async def test_one_letter_at_a_time_wins_no_time(port: int) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(HEAD)
    gone = asyncio.create_task(_rest(reader))
    for _ in range(int(LONG / 0.02)):
        if gone.done():
            break
        writer.write(b"X")
        await asyncio.sleep(0.02)
    assert await asyncio.wait_for(gone, LONG) == b""
    writer.close()


async def test_who_asked_may_wait_for_the_answer_and_ask_again(port: int) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for _ in range(2):
        writer.write(HEAD + b"\r\n1234")
        assert (await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), LONG)).startswith(b"HTTP/1.1 200")
    writer.write(b"POST ")
    assert await asyncio.wait_for(_rest(reader), LONG) == b""
    writer.close()


class Silent:
    """A connection that says nothing."""

    def __init__(self, waiting: Waiting) -> None:
        self.gone = False
        self._waiting = waiting
        waiting.came(cast(Patient, self))

    def give_up(self) -> None:
        self.gone = True
        self._waiting.went(cast(Patient, self))


def test_of_too_many_connections_the_oldest_that_said_nothing_goes() -> None:
    waiting = Waiting(2)
    asked, silent = Silent(waiting), Silent(waiting)
    waiting.speaks(cast(Patient, asked), whole=True)
    newest = Silent(waiting)
    assert [each.gone for each in (asked, silent, newest)] == [False, True, False]


async def _rest(reader: asyncio.StreamReader) -> bytes:
    try:
        return await reader.read()
    except ConnectionResetError:
        return b""
