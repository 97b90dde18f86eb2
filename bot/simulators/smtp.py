"""A mail server on this machine that keeps what it is sent: for tests and for trying out. It can refuse.

It knows EHLO, STARTTLS, AUTH PLAIN and LOGIN, MAIL, RCPT, DATA, RSET, NOOP, QUIT.
"""

from __future__ import annotations

import asyncio
import base64
import contextlib
import ssl
from dataclasses import field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Final

from cases.records import record

LINE_LIMIT: Final = 64 * 1024


@record(frozen=True, slots=True)
class Kept:
    """One e-mail as it came."""

    sender: str
    recipient: str
    raw: bytes = field(repr=False)
    secure: bool = False
    user: str = ""

    @property
    def mail(self) -> EmailMessage:
        """The e-mail, read."""
        found = message_from_bytes(self.raw, policy=default)
        assert isinstance(found, EmailMessage)
        return found

    @property
    def text(self) -> str:
        """What it says."""
        return str(self.mail.get_content())


class MailServer:
    """Listens on a port of its own. `refuse` holds numbers to answer with, by command or by recipient."""

    def __init__(self, tls: ssl.SSLContext | None = None, *, user: str = "", password: str = "") -> None:
        self.kept: list[Kept] = []
        self.refuse: dict[str, int] = {}
        self.port = 0
        self.knows_us = False
        """Whether it asks nobody for a name."""
        self._tls = tls
        self._login = (user, password)
        self._server: asyncio.Server | None = None
        self._talks: set[asyncio.Task[None]] = set()
        self._changed = asyncio.Condition()

    async def start(self, port: int = 0) -> None:
        """Listen; `port` tells where."""
        self._server = await asyncio.start_server(self._talk, "127.0.0.1", port, limit=LINE_LIMIT)
        self.port = self._server.sockets[0].getsockname()[1]

    async def stop(self) -> None:
        """Hang up."""
        if self._server is not None:
            self._server.close()
        for talk in list(self._talks):
            talk.cancel()
        if self._talks:
            await asyncio.wait(self._talks)

    async def until(self, number: int, seconds: float = 20.0) -> list[Kept]:
        """Wait for so many e-mails."""
        async with asyncio.timeout(seconds), self._changed:
            await self._changed.wait_for(lambda: len(self.kept) >= number)
        return list(self.kept)

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._talks.add(task)
        try:
            await _Talk(self, reader, writer).run()
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            pass
        finally:
            self._talks.discard(task)
            writer.close()
            with contextlib.suppress(Exception):
                await writer.wait_closed()

    async def keep(self, mail: Kept) -> None:
        """An e-mail has come."""
        async with self._changed:
            self.kept.append(mail)
            self._changed.notify_all()

    @property
    def tls(self) -> ssl.SSLContext | None:
        """What it can prove itself with."""
        return self._tls

    def lets_in(self, user: str, password: str) -> bool:
        """Whether these are the right words."""
        return (user, password) == self._login


class _Talk:
    """One connection."""

    def __init__(self, server: MailServer, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._server = server
        self._reader = reader
        self._writer = writer
        self._secure = False
        self._user = ""
        self._sender = ""
        self._recipients: list[str] = []

    async def run(self) -> None:
        await self._say(220, "mail.test")
        while line := (await self._reader.readline()).decode("utf-8", "replace").strip():
            verb, _, rest = line.partition(" ")
            verb = verb.upper()
            code = self._server.refuse.get(verb)
            if code is not None:
                await self._say(code, "refused")
            elif verb == "QUIT":
                await self._say(221, "bye")
                return
            else:
                await self._answer(verb, rest)

    async def _answer(self, verb: str, rest: str) -> None:
        if verb in ("EHLO", "HELO"):
            found = ["mail.test", "8BITMIME"]
            if not self._server.knows_us:
                found.append("AUTH PLAIN LOGIN")
            if self._server.tls is not None and not self._secure:
                found.insert(1, "STARTTLS")
            for each in found[:-1]:
                self._writer.write(f"250-{each}\r\n".encode())
            await self._say(250, found[-1])
        elif verb == "STARTTLS" and self._server.tls is not None:
            await self._say(220, "go ahead")
            await self._writer.start_tls(self._server.tls)
            self._secure = True
        elif verb == "AUTH":
            await self._sign_in(rest)
        elif verb == "MAIL":
            self._sender, self._recipients = _address(rest), []
            await self._say(250, "ok")
        elif verb == "RCPT":
            address = _address(rest)
            code = self._server.refuse.get(address, 250)
            if code == 250:
                self._recipients.append(address)
            await self._say(code, "ok" if code == 250 else "no such mailbox")
        elif verb == "DATA":
            await self._say(354, "go ahead")
            raw = (await self._reader.readuntil(b"\r\n.\r\n"))[:-3].replace(b"\r\n..", b"\r\n.")
            for recipient in self._recipients:
                await self._server.keep(Kept(self._sender, recipient, raw, self._secure, self._user))
            await self._say(250, "kept")
        elif verb in ("RSET", "NOOP"):
            await self._say(250, "ok")
        else:
            await self._say(502, "unknown")

    async def _sign_in(self, rest: str) -> None:
        how, _, given = rest.partition(" ")
        if how.upper() == "PLAIN" and given:
            _, user, password = base64.b64decode(given).decode().split("\0")
        else:
            user = base64.b64decode(given).decode() if given else await self._asked("VXNlcm5hbWU6")
            password = await self._asked("UGFzc3dvcmQ6")
        if self._server.lets_in(user, password):
            self._user = user
            await self._say(235, "welcome")
        else:
            await self._say(535, "wrong")

    async def _asked(self, prompt: str) -> str:
        await self._say(334, prompt)
        return base64.b64decode((await self._reader.readline()).strip()).decode()

    async def _say(self, code: int, text: str) -> None:
        self._writer.write(f"{code} {text}\r\n".encode())
        await self._writer.drain()


def _address(rest: str) -> str:
    return rest.partition("<")[2].partition(">")[0]
