"""Small HTTP calls to one vendor, over connections that are kept: a body out, a body back, and nothing besides.

A client for all that HTTP can do costs more than everything else that a message needs on its way out.
"""

from __future__ import annotations

import asyncio
import ssl
from typing import Final, cast
from urllib.parse import urlsplit

import aiohappyeyeballs
import httptools

from bot.channels.errors import NoAnswerError

CONNECT_SECONDS: Final = 5.0
KEEPALIVE_SECONDS: Final = 60.0
NEXT_ADDRESS_SECONDS: Final = 0.25
"""So long one address of a name is tried alone: a broken IPv6 must not hold up the other."""
LONGEST_ANSWER: Final = 64 * 1024 * 1024
HTTPS: Final = "https"


class Wire:
    """Posts to one vendor; so many calls at once, each on a connection of its own."""

    def __init__(self, base: str, connections: int) -> None:
        parts = urlsplit(base)
        self._secure = parts.scheme == HTTPS
        self._host = parts.hostname or ""
        self._port = parts.port or (443 if self._secure else 80)
        self._path = parts.path.rstrip("/")
        self._head = f" HTTP/1.1\r\nHost: {parts.netloc.rpartition('@')[2]}\r\nContent-Type: application/json\r\n"
        self._places = asyncio.Semaphore(connections)
        self._idle: list[_Line] = []
        self._trust: ssl.SSLContext | None = None

    async def post(self, path: str, body: bytes, seconds: float) -> tuple[int, bytes]:
        """Status and body of the answer to a JSON body. Raises NoAnswerError. A redirect is an answer like others."""
        head = f"POST {self._path}{path}{self._head}Content-Length: {len(body)}\r\n\r\n"
        async with self._places:
            line = self._kept() or await self._new()
            try:
                answer = await line.ask(head.encode("ascii") + body, seconds)
            except BaseException:
                line.close()  # whatever comes on it now is not the answer to anything
                raise
            if line.is_open:
                self._idle.append(line)
            return answer

    def close(self) -> None:
        """Hang up."""
        for line in self._idle:
            line.close()
        self._idle.clear()

    def _kept(self) -> _Line | None:
        now = asyncio.get_running_loop().time()
        while self._idle:
            # The last one used is the most likely to be there still.
            line = self._idle.pop()
            if line.is_open and now - line.used_at < KEEPALIVE_SECONDS:
                return line
            line.close()
        return None

    async def _new(self) -> _Line:
        loop = asyncio.get_running_loop()
        if self._secure and self._trust is None:
            self._trust = ssl.create_default_context()
        try:
            async with asyncio.timeout(CONNECT_SECONDS):
                where = await loop.getaddrinfo(self._host, self._port, type=1)
                sock = await aiohappyeyeballs.start_connection(where, happy_eyeballs_delay=NEXT_ADDRESS_SECONDS)
                name = self._host if self._secure else None
                _, line = await loop.create_connection(
                    lambda: _Line(loop), sock=sock, ssl=self._trust, server_hostname=name
                )
                return line
        except TimeoutError:
            raise NoAnswerError("timeout") from None
        except OSError as error:
            raise NoAnswerError(type(error).__name__) from None


class _Line(asyncio.Protocol):
    """One connection: one question, then its answer."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._transport: asyncio.Transport | None = None
        self._parser = httptools.HttpResponseParser(self)
        self._asked: asyncio.Future[tuple[int, bytes]] | None = None
        self._late: asyncio.TimerHandle | None = None
        self._parts: list[bytes] = []
        self._size = 0
        self._measured = False
        """Whether the answer says where it ends; one that does not ends with the connection."""
        self._begun = False
        self.used_at = 0.0

    @property
    def is_open(self) -> bool:
        """Whether another question can be asked."""
        return self._transport is not None and not self._transport.is_closing()

    def ask(self, question: bytes, seconds: float) -> asyncio.Future[tuple[int, bytes]]:
        """The answer to a question, at most so many seconds later."""
        asked = self._asked = self._loop.create_future()
        if self._transport is None:
            self._fail("closed")
            return asked
        self._late = self._loop.call_later(seconds, self._fail, "timeout")
        self._transport.write(question)
        return asked

    def close(self) -> None:
        """Hang up."""
        if self._transport is not None:
            self._transport.abort()
            self._transport = None

    # What asyncio calls ------------------------------------------------------------------------------------

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)  # uvloop's is one by its methods only

    def data_received(self, data: bytes) -> None:
        if self._asked is None:
            self.close()  # nobody asked
            return
        try:
            self._parser.feed_data(data)
        except (httptools.HttpParserError, httptools.HttpParserUpgrade):
            self._fail("not_http")
            self.close()

    def connection_lost(self, exc: Exception | None) -> None:
        self._transport = None
        if self._begun and not self._measured and exc is None:
            self._finish()
        else:
            self._fail("disconnected")

    # What the parser calls ---------------------------------------------------------------------------------

    def on_message_begin(self) -> None:
        if self._asked is None:
            self.close()  # behind an answer comes something that nobody asked for: the next one would be mixed with it

    def on_header(self, name: bytes, value: bytes) -> None:
        if name.lower() in (b"content-length", b"transfer-encoding"):
            self._measured = True

    def on_headers_complete(self) -> None:
        self._begun = True

    def on_body(self, part: bytes) -> None:
        self._size += len(part)
        self._parts.append(part)
        if self._size > LONGEST_ANSWER:
            self._fail("too_long")
            self.close()

    def on_message_complete(self) -> None:
        if self._parser.get_status_code() < 200:
            self._begun = self._measured = False  # an interim answer: the real one follows
            return
        if not self._parser.should_keep_alive():
            self.close()
        self._finish()

    # Ends ---------------------------------------------------------------------------------------------------

    def _finish(self) -> None:
        asked, parts = self._asked, self._parts
        self._parts, self._size, self._begun, self._measured = [], 0, False, False
        self.used_at = self._loop.time()
        self._rest()
        if asked is not None and not asked.done():
            asked.set_result((self._parser.get_status_code(), parts[0] if len(parts) == 1 else b"".join(parts)))

    def _fail(self, code: str) -> None:
        asked = self._asked
        self._rest()
        if asked is not None and not asked.done():
            asked.set_exception(NoAnswerError(code))

    def _rest(self) -> None:
        self._asked = None
        if self._late is not None:
            self._late.cancel()
            self._late = None
