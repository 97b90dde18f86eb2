"""How long whoever connects may take to say what they want, and whose connection goes when there are too many.

Who opens a thousand connections and says one letter a second on each would else hold all that this process may have.
nginx keeps such people out; a committee that starts on one machine has none.
"""

from __future__ import annotations

import asyncio
import resource
from typing import Any, Final

from bot.without import unopened

with unopened("logging.config"), unopened("uvicorn", Config="uvicorn.config"):
    from uvicorn.protocols.http.auto import AutoHTTPProtocol

HEAD_SECONDS: Final = 20.0
"""Within this the first line and the headers are here. A phone sends them in one piece."""
BODY_SECONDS: Final = 30.0
SLOWEST_BYTES_A_SECOND: Final = 500
"""A body may take longer for so many bytes a second that came: a photo over one bar comes ten times as fast."""
FILES_WANTED: Final = 65_536


class Waiting:
    """The connections that have not said what they want, the oldest first."""

    def __init__(self, most: int) -> None:
        self.most = most
        self._open = 0
        self._silent: dict[Patient, None] = {}

    def came(self, connection: Patient) -> None:
        """One more; where it is one too many, the oldest that said nothing goes, and it may be this one."""
        self._open += 1
        self._silent[connection] = None
        if self._open > self.most:
            next(iter(self._silent)).give_up()

    def went(self, connection: Patient) -> None:
        """One less."""
        self._open -= 1
        self._silent.pop(connection, None)

    def speaks(self, connection: Patient, *, whole: bool) -> None:
        """It has asked for something (`whole`), or is about to ask again."""
        if whole:
            self._silent.pop(connection, None)
        else:
            self._silent.setdefault(connection)


class Patient(AutoHTTPProtocol):  # type: ignore[misc,valid-type]
    """uvicorn's protocol with an end to its patience."""

    def __init__(self, *args: Any, waiting: Waiting, **more: Any) -> None:
        super().__init__(*args, **more)
        self._waiting = waiting
        self._timer: asyncio.TimerHandle | None = None
        self._began = 0.0
        self._received = 0

    def connection_made(self, transport: asyncio.Transport) -> None:
        """Somebody is there."""
        super().connection_made(transport)
        self._expect(HEAD_SECONDS)
        self._waiting.came(self)

    def connection_lost(self, exc: Exception | None) -> None:
        """They are gone."""
        self._rest()
        self._waiting.went(self)
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """They say something."""
        self._received += len(data)
        super().data_received(data)
        whole = self._has_asked()
        if whole and not self.cycle.more_body:
            self.spoke()
            return
        self._waiting.speaks(self, whole=whole)
        if self._timer is None:
            self._expect(BODY_SECONDS if whole else HEAD_SECONDS)

    def spoke(self) -> None:
        """They have said all that they want for now."""
        self._waiting.speaks(self, whole=True)
        self._rest()

    def give_up(self) -> None:
        """Wait no longer."""
        self._rest()
        if self.transport is not None:
            self.transport.abort()

    def _has_asked(self) -> bool:
        return self.cycle is not None and not self.cycle.response_complete

    def _expect(self, seconds: float) -> None:
        self._began, self._received = self.loop.time(), 0
        self._timer = self.loop.call_later(seconds, self._look)

    def _rest(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _look(self) -> None:
        self._timer = None
        if self._has_asked():
            if not self.cycle.more_body:
                return
            took = self.loop.time() - self._began
            if took < BODY_SECONDS + self._received / SLOWEST_BYTES_A_SECOND:
                self._timer = self.loop.call_later(BODY_SECONDS, self._look)
                return
        self.give_up()


def file_limit() -> int:
    """How many files and connections this process may have open, after asking the system for as many as it gives."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = FILES_WANTED if hard == resource.RLIM_INFINITY else min(hard, FILES_WANTED)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
    return wanted
