"""Listening on a port and answering there, until told to stop."""

from __future__ import annotations

import errno
import socket
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from typing import Final

from starlette.types import ASGIApp

from bot.channels.posted import Desk
from bot.patience import Waiting, file_limit
from bot.posting import Receiving
from bot.without import unopened

# Its front takes a command line and the ways to run many processes along; logs are not configured by it.
with unopened("logging.config"), unopened("uvicorn", Config="uvicorn.config"):
    from uvicorn.config import Config
    from uvicorn.server import Server

STOP_SECONDS: Final = 5
BACKLOG: Final = 2048


class PortTakenError(Exception):
    """Another program listens on this port."""

    def __init__(self, port: int) -> None:
        super().__init__(self.__doc__)
        self.port = port


class AddressUnusableError(Exception):
    """This machine has no such address to listen on."""

    def __init__(self, host: str) -> None:
        super().__init__(self.__doc__)
        self.host = host


class PageServer(Server):
    """A server that leaves signals to the program and writes no log of who asked for what.

    What one of `proxies` says of whom it asks for (`X-Forwarded-For`) is believed.
    """

    def __init__(self, app: ASGIApp, desks: Mapping[bytes, Desk] | None = None, *, proxies: Sequence[str] = ()) -> None:
        files = file_limit()
        super().__init__(
            Config(
                app,
                interface="asgi3",
                log_config=None,
                access_log=False,
                lifespan="off",
                server_header=False,
                # Said here: left out, the environment would decide whose word about an address is taken.
                forwarded_allow_ips=list(proxies),
                timeout_graceful_shutdown=STOP_SECONDS,
                # Four times as many may be accepted before the first is looked at: they must find room as well.
                backlog=min(BACKLOG, files // 16),
                http=partial(Receiving, desks={} if desks is None else desks, waiting=Waiting(files // 2)),  # type: ignore[arg-type]
            )
        )

    def capture_signals(self) -> AbstractContextManager[None]:  # type: ignore[override]
        return nullcontext()


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens there. Raises PortTakenError or AddressUnusableError."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # Named, not 0: asyncio switches Nagle off only on a socket that says it is TCP; 40 ms an answer otherwise.
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        listening.listen(BACKLOG)
    except OSError as error:
        listening.close()
        if error.errno == errno.EADDRINUSE:
            raise PortTakenError(port) from None
        raise AddressUnusableError(host) from None
    listening.set_inheritable(False)
    return listening


def address_of(listening: socket.socket) -> str:
    """The address under which a browser on this machine reaches it."""
    host, port = listening.getsockname()[:2]
    shown = "127.0.0.1" if host in {"0.0.0.0", "::"} else f"[{host}]" if ":" in host else host
    return f"http://{shown}:{port}"
