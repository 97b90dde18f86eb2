"""The small HTTP client: what counts as an answer, which connections are kept, and on which loops it runs."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest

from bot.channels.errors import NoAnswerError
from bot.channels.wire import Wire
from bot.loop import new_loop
from tests.certificates import made_certificate

OK = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"
LOOPS: dict[str, Callable[[], asyncio.AbstractEventLoop]] = {
    "asyncio": asyncio.new_event_loop,
    "the program's": new_loop,
}


class Vendor:
    """Answers each question of each connection with the next of its answers; an empty one hangs up."""

    def __init__(self, *answers: bytes) -> None:
        self.answers = list(answers)
        self.asked: list[bytes] = []
        self.connections = 0

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        try:
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                length = int(head.lower().split(b"content-length: ")[1].split(b"\r\n")[0])
                self.asked.append(head.split(b"\r\n")[0] + b" " + await reader.readexactly(length))
                if not self.answers:
                    continue  # silence
                answer = self.answers.pop(0)
                writer.write(answer)
                if not answer or b"close" in answer or b"Content-Length: 9" in answer:
                    break
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        writer.close()


def played(
    vendor: Vendor,
    play: Callable[[Wire], Coroutine[Any, Any, Any]],
    loop: Callable[[], asyncio.AbstractEventLoop] = new_loop,
    connections: int = 5,
    tls: ssl.SSLContext | None = None,
) -> Any:
    async def run() -> Any:
        server = await asyncio.start_server(vendor.serve, "127.0.0.1", 0, ssl=tls)
        port = server.sockets[0].getsockname()[1]
        wire = Wire(f"{'https' if tls else 'http'}://127.0.0.1:{port}/botTOKEN", connections)
        try:
            return await play(wire)
        finally:
            wire.close()
            server.close()

    with asyncio.Runner(loop_factory=loop) as runner:
        return runner.run(run())


async def ask(wire: Wire, seconds: float = 5) -> tuple[int, bytes] | str:
    try:
        return await wire.post("/getMe", b"{}", seconds)
    except NoAnswerError as error:
        return error.code


@pytest.mark.parametrize("loop", LOOPS.values(), ids=LOOPS)
@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        pytest.param(OK, (200, b"{}"), id="with its length"),
        pytest.param(
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\n1\r\n}\r\n0\r\n\r\n",
            (200, b"{}"),
            id="chunks",
        ),
        pytest.param(
            b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{}", (200, b"{}"), id="to the end of the connection"
        ),
        pytest.param(b"HTTP/1.1 100 Continue\r\n\r\n" + OK, (200, b"{}"), id="after an interim answer"),
        pytest.param(
            b"HTTP/1.1 302 Found\r\nLocation: http://x/\r\nContent-Length: 0\r\n\r\n", (302, b""), id="redirect"
        ),
        pytest.param(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{}", "disconnected", id="cut short"),
        pytest.param(b"", "disconnected", id="hung up"),
        pytest.param(b"SSH-2.0-OpenSSH_9.6\r\n\r\n", "not_http", id="another protocol"),
    ],
)
def test_what_comes_back_is_an_answer_or_a_short_word(
    loop: Callable[[], asyncio.AbstractEventLoop], answer: bytes, expected: object
) -> None:
    vendor = Vendor(answer)
    assert played(vendor, ask, loop) == expected
    assert vendor.asked == [b"POST /botTOKEN/getMe HTTP/1.1 {}"]


def test_a_connection_serves_the_next_call_unless_the_vendor_ends_it() -> None:
    vendor = Vendor(OK, OK, OK.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n"), OK)

    async def play(wire: Wire) -> list[int]:
        counts = []
        for _ in range(4):
            await ask(wire)
            counts.append(vendor.connections)
        return counts

    assert played(vendor, play) == [1, 1, 1, 2]


@pytest.mark.parametrize("gone", ["late", "cancelled"])
def test_an_answer_nobody_waits_for_is_never_taken_for_the_next_one(gone: str) -> None:
    vendor = Vendor()

    async def play(wire: Wire) -> tuple[object, int]:
        if gone == "late":
            assert await ask(wire, 0.01) == "timeout"
        else:
            call = asyncio.create_task(ask(wire))
            while not vendor.asked:
                await asyncio.sleep(0)
            call.cancel()
            await asyncio.wait({call})
        vendor.answers.append(OK)
        return await ask(wire), vendor.connections

    assert played(vendor, play) == ((200, b"{}"), 2)


@pytest.mark.parametrize(
    "more",
    [
        pytest.param(OK.replace(b"{}", b"[]"), id="a whole answer"),
        pytest.param(OK[:20], id="the beginning of one"),
        pytest.param(b"\x00\x01", id="noise"),
    ],
)
def test_what_comes_behind_an_answer_is_nobodys(more: bytes) -> None:
    vendor = Vendor(OK + more, OK.replace(b"{}", b"{1"), OK)

    async def play(wire: Wire) -> list[object]:
        return [await ask(wire), await ask(wire)]

    assert played(vendor, play) == [(200, b"{}"), (200, b"{1")]


def test_calls_beyond_the_connections_wait_for_one() -> None:
    vendor = Vendor(OK, OK, OK)

    async def play(wire: Wire) -> int:
        assert await asyncio.gather(ask(wire), ask(wire), ask(wire)) == [(200, b"{}")] * 3
        return vendor.connections

    assert played(vendor, play, connections=1) == 1


def test_nobody_there_is_no_answer() -> None:
    async def play(wire: Wire) -> object:
        return await ask(Wire("http://127.0.0.1:1", 1))

    assert played(Vendor(), play) == "ConnectionRefusedError"


@pytest.mark.parametrize("loop", LOOPS.values(), ids=LOOPS)
def test_over_tls_the_vendor_must_prove_who_it_is(
    loop: Callable[[], asyncio.AbstractEventLoop], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    certificate = made_certificate(tmp_path)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    vendor = Vendor(OK, OK)
    assert played(vendor, ask, loop, tls=context) == "SSLCertVerificationError"
    assert not vendor.asked
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    assert played(vendor, ask, loop, tls=context) == (200, b"{}")
