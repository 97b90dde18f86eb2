"""The e-mail channel: it only sends, over TLS, and what it sends is written by who built it (`bot.mailing`)."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncIterator, Callable
from dataclasses import field
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP as WIRE
from email.utils import format_datetime, formataddr, make_msgid
from typing import Final, Literal

import aiosmtplib
from starlette.routing import BaseRoute

from bot.channels.contract import Abilities, Accept
from bot.channels.errors import FileGone, Misconfigured, Rejected, Retry, SendError
from cases.records import record
from handlers.messages import MediaKind, Outgoing

CHANNEL: Final = "email"
SECONDS: Final = 20.0
TEXT_LIMIT: Final = 100_000
Tls = Literal["implicit", "starttls", "offered", "none"]
"""From the first byte; asked for and insisted on; taken where it is offered (this machine itself); never."""


@record(frozen=True, slots=True)
class Mail:
    """What one e-mail says."""

    subject: str
    text: str
    urgent: bool = False


@record(frozen=True, slots=True)
class Server:
    """The mail server as config.toml has it."""

    host: str
    port: int
    sender: str
    name: str = ""
    user: str = ""
    password: str = field(default="", repr=False)
    tls: Tls = "starttls"
    ca_file: str = ""


class EmailChannel:
    """Sends. An address that the server does not take is the message's fault, so it goes the next way."""

    name = CHANNEL

    def __init__(self, server: Server, write: Callable[[Outgoing], Mail], now: Callable[[], datetime]) -> None:
        self.abilities = Abilities(text_limit=TEXT_LIMIT, buttons=100, label_limit=100, edits=False, file_limit=0)
        self._server = server
        self._write = write
        self._now = now
        self._context: ssl.SSLContext | None = None

    def routes(self, accept: Accept) -> list[BaseRoute]:
        """Nothing comes in."""
        return []

    async def run(self, accept: Accept) -> None:
        """Nothing to do until cancelled: replies are read by nobody, and the letters say so."""
        await asyncio.Event().wait()

    async def send(self, peer: str, out: Outgoing, sent: str = "") -> str:
        """Send one e-mail; its Message-ID. A change to what was told already is told to nobody again."""
        if out.edit and sent:
            return sent
        mail = self._letter(peer, self._write(out))
        client = self._client()
        try:
            await self._enter(client)
            await client.send_message(mail, sender=self._server.sender, recipients=[peer])
        except (aiosmtplib.SMTPException, OSError, ValueError) as error:
            raise _send_error(error) from None
        finally:
            client.close()
        return str(mail["Message-ID"])

    def fetch(self, file: str, kind: MediaKind) -> AsyncIterator[bytes]:
        """There are no files. Raises a FetchError."""
        return _nothing()

    async def check(self) -> None:
        """Go in as for a letter, and out again. Raises a SendError."""
        client = self._client()
        try:
            await self._enter(client)
        except (aiosmtplib.SMTPException, OSError, ValueError) as error:
            raise _send_error(error) from None
        finally:
            client.close()

    async def close(self) -> None:
        """Nothing is held open."""

    def _client(self) -> aiosmtplib.SMTP:
        server = self._server
        return aiosmtplib.SMTP(
            hostname=server.host,
            port=server.port,
            # Else the name of this machine is looked up and told to the world.
            local_hostname=server.sender.rpartition("@")[2] or "localhost",
            use_tls=server.tls == "implicit",
            start_tls={"implicit": False, "starttls": True, "offered": None, "none": False}[server.tls],
            tls_context=self._tls(),
            timeout=SECONDS,
        )

    async def _enter(self, client: aiosmtplib.SMTP) -> None:
        await client.connect()
        # A relay of the office's own may know us by our address and ask for no name.
        if self._server.user and client.supports_extension("auth"):
            await client.login(self._server.user, self._server.password)

    def _tls(self) -> ssl.SSLContext | None:
        server = self._server
        if server.tls == "none":
            return None
        if self._context is None:
            self._context = ssl.create_default_context(cafile=server.ca_file or None)
            if server.tls == "offered" and not server.ca_file:
                # On this machine itself there is nobody in between, and its name is in no certificate.
                self._context.check_hostname = False
                self._context.verify_mode = ssl.CERT_NONE
        return self._context

    def _letter(self, peer: str, mail: Mail) -> EmailMessage:
        letter = EmailMessage(policy=WIRE)
        letter["From"] = formataddr((self._server.name, self._server.sender))
        letter["To"] = peer
        letter["Subject"] = mail.subject
        letter["Date"] = format_datetime(self._now())
        letter["Message-ID"] = make_msgid(domain=self._server.sender.rpartition("@")[2] or "localhost")
        letter["Auto-Submitted"] = "auto-generated"
        letter["X-Auto-Response-Suppress"] = "All"
        if mail.urgent:
            letter["Importance"] = "high"
        letter.set_content(mail.text, cte="base64")
        return letter


async def _nothing() -> AsyncIterator[bytes]:
    nothing: tuple[bytes, ...] = ()
    for part in nothing:
        yield part
    raise FileGone


def _send_error(error: Exception) -> SendError:
    """The error of our catalogue. Only the server's number is kept: its prose names the address."""
    if isinstance(error, aiosmtplib.SMTPRecipientsRefused):
        code = error.recipients[0].code if error.recipients else 550
        return Retry(str(code)) if code < 500 else Rejected(str(code))
    if isinstance(error, aiosmtplib.SMTPTimeoutError | aiosmtplib.SMTPServerDisconnected):
        return Retry(type(error).__name__)
    if isinstance(error, aiosmtplib.SMTPResponseException):
        if error.code < 500:
            return Retry(str(error.code))
        ours = isinstance(error, aiosmtplib.SMTPAuthenticationError | aiosmtplib.SMTPSenderRefused)
        return Misconfigured(str(error.code)) if ours else Rejected(str(error.code))
    if isinstance(error, ssl.SSLError) or isinstance(error.__cause__, ssl.SSLError):
        return Misconfigured("tls")
    if isinstance(error, aiosmtplib.SMTPConnectError | OSError):
        return Retry(type(error).__name__)
    # No TLS offered where it is insisted on, no way to sign in: the config and the server do not fit.
    return Misconfigured(type(error).__name__)
