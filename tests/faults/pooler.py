"""A pooler before PostgreSQL, as PgBouncer is one: by session, or one connection for all by transaction."""

from __future__ import annotations

import asyncio
import struct
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from psycopg.conninfo import conninfo_to_dict

REFUSED = (80877103, 80877104)
"""Codes by which a client asks for TLS or GSS before it begins."""
ENDS = b"QS"
"""A query, the end of a batch: the server says afterwards how it stands."""
END = b"X\x00\x00\x00\x04"
TAKEN, LAST_WORD = 0, 12
"""What a server says of a password where the client has nothing to answer."""

Line = tuple[asyncio.StreamReader, asyncio.StreamWriter]


class Behind:
    """A connection to the server: what it said when it began, and whom it answers."""

    def __init__(self, line: Line) -> None:
        self.reader, self.writer = line
        self.greeting = b""
        self.client: asyncio.StreamWriter | None = None
        self.standing: asyncio.Queue[bytes] = asyncio.Queue()
        self.answering: asyncio.Task[None] | None = None

    async def answer(self) -> None:
        """Pass on what it says, as long as it says something."""
        with suppress(asyncio.IncompleteReadError, ConnectionError):
            while True:
                kind, message = await _message(self.reader)
                if self.client is not None:
                    self.client.write(message)
                if kind == b"Z":
                    self.standing.put_nowait(message[-1:])


class Pooler:
    """What it has with the server: in one of these ways each client has a connection of its own."""

    def __init__(self, url: str, by_transaction: bool) -> None:
        self._server = conninfo_to_dict(url)
        self._by_transaction = by_transaction
        self._turn = asyncio.Lock()
        self._shared: Behind | None = None

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One client, to its end."""
        with suppress(asyncio.IncompleteReadError, ConnectionError):
            begun = await _beginning(reader, writer)
            async with self._turn:
                if self._shared is not None:
                    behind = self._shared
                    writer.write(behind.greeting)
                else:
                    behind = await self._connected(begun, reader, writer)
                if self._by_transaction:
                    self._shared = behind
            while (first := await _message(reader))[0] != b"X":
                async with self._turn if self._by_transaction else asyncio.Lock():
                    behind.client = writer
                    await _transaction(first, reader, behind)
            if not self._by_transaction:
                behind.writer.write(END)
        writer.close()

    async def _connected(self, begun: bytes, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> Behind:
        behind = Behind(await self._opened())
        behind.writer.write(begun)
        kind = b""
        while kind != b"Z":
            kind, message = await _message(behind.reader)
            if kind == b"K":
                # A pooler gives keys of its own by which a statement is cancelled.
                message = b"K" + struct.pack("!iii", 12, -1, 0)
            writer.write(message)
            said = int.from_bytes(message[5:9], "big") if kind == b"R" else TAKEN
            if said == TAKEN:
                behind.greeting += message
            elif said != LAST_WORD:
                behind.writer.write((await _message(reader))[1])
        behind.answering = asyncio.create_task(behind.answer())
        return behind

    async def _opened(self) -> Line:
        host, port = str(self._server.get("host") or "127.0.0.1"), int(self._server.get("port") or 5432)
        if host.startswith("/"):
            return await asyncio.open_unix_connection(f"{host}/.s.PGSQL.{port}")
        return await asyncio.open_connection(host, port)


@asynccontextmanager
async def pooled(url: str, *, by_transaction: bool) -> AsyncIterator[str]:
    """The url of a database by way of a pooler."""
    known = conninfo_to_dict(url)
    server = await asyncio.start_server(Pooler(url, by_transaction).serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    password = f":{known['password']}" if known.get("password") else ""
    yield f"postgresql://{known['user']}{password}@127.0.0.1:{port}/{known['dbname']}"
    server.close()


async def _beginning(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bytes:
    while True:
        size = await reader.readexactly(4)
        rest = await reader.readexactly(int.from_bytes(size, "big") - 4)
        if int.from_bytes(rest[:4], "big") not in REFUSED:
            return size + rest
        writer.write(b"N")


async def _transaction(first: tuple[bytes, bytes], reader: asyncio.StreamReader, behind: Behind) -> None:
    kind, message = first
    while True:
        behind.writer.write(message)
        if kind in ENDS and await behind.standing.get() == b"I":
            return
        kind, message = await _message(reader)


async def _message(reader: asyncio.StreamReader) -> tuple[bytes, bytes]:
    head = await reader.readexactly(5)
    return head[:1], head + await reader.readexactly(int.from_bytes(head[1:], "big") - 4)
