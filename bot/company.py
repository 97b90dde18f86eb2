"""What processes on one database tell each other of the people they serve, from memory to memory.

The next event of a chat may come to any of them: it need not read a story that another has read, nor take somebody for
a stranger who has agreed to be served. Who missed it does the work itself.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING, Final

from pydantic_core import to_json

from bot.gate import Regulars
from bot.reader import Chat, Reader
from cases.reading import Reading
from storage import calls
from storage.vault import Vault

if TYPE_CHECKING:
    from pydantic import TypeAdapter

READ: Final = "read"
KNOWN: Final = "known"
REMEMBERED_SECONDS: Final = 60.0
"""So long after another process was heard it is thought to be there."""


class Company:
    """The other processes, as far as there are any."""

    def __init__(
        self,
        call: Callable[[str, Sequence[bytes]], None],
        vault: Vault,
        regulars: Regulars,
        alone: Callable[[], bool],
        monotonic: Callable[[], float],
    ) -> None:
        self._call = call
        self._vault = vault
        self._regulars = regulars
        self._alone = alone
        """Whether this process does all that only one may do: then nobody else may be there."""
        self._monotonic = monotonic
        self._heard_at = -REMEMBERED_SECONDS

    def read(self, chat: Chat, reading: Reading) -> None:
        """Tell what was read of a story."""
        if self._is_here():
            self._call(READ, [to_json([chat, reading])])

    def knows(self, lane: str) -> None:
        """Somebody has agreed to be served: know them from now on, and tell the others."""
        if lane not in self._regulars and self._is_here():
            self._call(KNOWN, [to_json([lane])])
        self._regulars.add([lane])

    def heard(self, call: str, reader: Reader) -> None:
        """Another process calls."""
        topic = calls.topic_of(call)
        if topic not in (READ, KNOWN):
            return
        for told in calls.read(self._vault, call):
            self._heard_at = self._monotonic()
            if topic == KNOWN:
                self._regulars.add(told)
                continue
            # Of another version it may not fit; what pydantic says of that has the resident's words in it.
            with suppress(ValueError):
                (channel, peer), reading = told
                reader.keep((channel, peer), self._readings.validate_python(reading))

    @cached_property
    def _readings(self) -> TypeAdapter[Reading]:
        # Not at the start: it takes 0.3 MB, and who is alone never needs it.
        from pydantic import TypeAdapter

        return TypeAdapter(Reading)

    def _is_here(self) -> bool:
        return not self._alone() or self._monotonic() - self._heard_at < REMEMBERED_SECONDS
