"""A file shown to the virus scanner of the machine (clamd) before it is kept."""

from __future__ import annotations

import asyncio
import struct
from typing import Final

SCAN_SECONDS: Final = 60.0
_PART_BYTES: Final = 64 * 1024
_LONGEST_ANSWER: Final = 4096


class ScannerAway(Exception):
    """The virus scanner does not answer, or answers something else."""


class Clamd:
    """clamd at `host:port`, or at a socket (a path), asked by its INSTREAM command."""

    def __init__(self, address: str) -> None:
        self._address = address

    async def infected(self, content: bytes) -> bool:
        """Whether the scanner knows something bad in it. Raises ScannerAway."""
        try:
            async with asyncio.timeout(SCAN_SECONDS):
                answer = await self._ask(content)
        except (OSError, TimeoutError, asyncio.IncompleteReadError) as error:
            raise ScannerAway from error
        if answer.endswith(b"OK"):
            return False
        if answer.endswith(b"FOUND"):
            return True
        raise ScannerAway

    async def _ask(self, content: bytes) -> bytes:
        reader, writer = await self._connect()
        try:
            writer.write(b"zINSTREAM\0")
            for at in range(0, len(content), _PART_BYTES):
                part = content[at : at + _PART_BYTES]
                writer.write(struct.pack(">I", len(part)) + part)
                await writer.drain()
            writer.write(struct.pack(">I", 0))
            await writer.drain()
            return (await reader.read(_LONGEST_ANSWER)).rstrip(b"\0\n ")
        finally:
            writer.close()

    async def _connect(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        if self._address.startswith("/"):
            return await asyncio.open_unix_connection(self._address)
        host, _, port = self._address.rpartition(":")
        return await asyncio.open_connection(host, int(port))
