"""Calls between processes on PostgreSQL, said and heard over one connection that is listened to on the event loop."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import Final

import psycopg
from psycopg.pq.abc import PGconn

from storage import calls
from storage.vault import Vault

LONGEST_SECONDS: Final = 7.0
"""For an answer of the server. It is as good as gone then."""


class Switchboard:
    """What this process calls out, and what it hears of others.

    The driver's own way costs ten times as much for each call, and they come as often as answers go out. So between
    `listen` and its end the connection belongs to this alone; what is called at other times waits for it.
    """

    def __init__(self, vault: Vault) -> None:
        self._vault = vault
        self._waiting: dict[str, list[bytes]] = {}
        self._line: _Line | None = None
        self._connected = False

    def call(self, topic: str, things: Sequence[bytes]) -> None:
        """Call out soon: what comes at the same time goes together, and so does what comes while a call is on its
        way. Where there is no connection, whoever should have heard looks by itself in a few seconds."""
        if not self._connected:
            return
        if not self._waiting and self._line is not None:
            asyncio.get_running_loop().call_soon(self._say)
        self._waiting.setdefault(topic, []).extend(things)

    def hang_up(self) -> None:
        """There is no connection any more."""
        self._connected = False
        self._waiting.clear()

    async def listen(self, wire: PGconn, channel: str, own: int, heard: Callable[[str], None], seconds: float) -> None:
        """Say and hear for so long; what the server process `own` says is this side's. Raises OperationalError and
        TimeoutError where the connection is gone."""
        self._connected = True
        line = self._line = _Line(wire, channel.encode(), own, heard, self._say)
        try:
            self._say()
            await asyncio.wait({line.broken}, timeout=seconds)
            self._line = None
            async with asyncio.timeout(LONGEST_SECONDS):
                await line.rest()
        finally:
            self._line = None
            line.close()

    def _say(self) -> None:
        if not self._waiting or self._line is None or self._line.speaks:
            return
        waiting, self._waiting = self._waiting, {}
        self._line.say(
            [call for topic, things in waiting.items() for call in calls.written(self._vault, topic, things)]
        )


class _Line:
    """A connection while it is listened to: one statement at a time, and whatever comes by itself."""

    def __init__(
        self, wire: PGconn, channel: bytes, own: int, heard: Callable[[str], None], go_on: Callable[[], None]
    ) -> None:
        self._wire = wire
        self._channel = channel
        self._own = own
        self._heard = heard
        self._go_on = go_on
        self._loop = asyncio.get_running_loop()
        self._socket = wire.socket
        self._answered: asyncio.Future[None] | None = None
        self.broken: Final[asyncio.Future[None]] = self._loop.create_future()
        self._loop.add_reader(self._socket, self._come)

    @property
    def speaks(self) -> bool:
        """Whether a statement is on its way."""
        return self._answered is not None

    def say(self, said: Sequence[str]) -> None:
        """Send calls to all who listen on the channel."""
        places = ", ".join(f"pg_notify($1, ${number})" for number in range(2, len(said) + 2))
        self._answered = self._loop.create_future()
        try:
            self._wire.send_query_params(
                f"SELECT {places}".encode(), [self._channel, *(each.encode() for each in said)]
            )
            self._flush()
        except psycopg.OperationalError as error:
            self._break(error)

    async def rest(self) -> None:
        """Wait for what is on its way. Raises OperationalError."""
        if self._answered is not None:
            await asyncio.wait({self._answered, self.broken}, return_when=asyncio.FIRST_COMPLETED)
        if self.broken.done():
            self.broken.result()

    def close(self) -> None:
        """Listen no more."""
        self._loop.remove_reader(self._socket)
        self._loop.remove_writer(self._socket)
        self.broken.cancel()

    def _flush(self) -> None:
        if self._wire.flush():
            self._loop.add_writer(self._socket, self._flush)
        else:
            self._loop.remove_writer(self._socket)

    def _come(self) -> None:
        try:
            self._wire.consume_input()
        except psycopg.OperationalError as error:
            self._break(error)
            return
        if self._answered is not None and self._is_answered():
            self._answered.set_result(None)
            self._answered = None
            self._go_on()
        while (note := self._wire.notifies()) is not None:
            if note.be_pid != self._own:
                self._heard(note.extra.decode())

    def _is_answered(self) -> bool:
        # That it could not be done (the server's queue of calls is full) is as good: a call may be lost.
        while not self._wire.is_busy():
            if self._wire.get_result() is None:
                return True
        return False

    def _break(self, error: psycopg.OperationalError) -> None:
        self._loop.remove_reader(self._socket)
        self._loop.remove_writer(self._socket)
        if not self.broken.done():
            self.broken.set_exception(error)
