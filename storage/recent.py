"""Values that this process sealed or opened last, so that what comes back unchanged need not be opened and read."""

from __future__ import annotations

import time
from collections.abc import Callable
from threading import Lock
from typing import Any, Final

MOST: Final = 1000
KEPT_SECONDS: Final = 600
"""As long as what was read of a story (ADR 0038): who has not answered by then is a rare case."""


class Recent:
    """Known by their sealed bytes, of which no two are alike: another process may have written the row since.

    One for each place: what is written anew there, or was erased by that, is forgotten here with it.
    """

    __slots__ = ("_clock", "_lock", "_values")

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = Lock()
        self._values: dict[tuple[str, str, str], tuple[bytes, Any, float]] = {}

    def find(self, place: tuple[str, str, str], sealed: bytes) -> Any | None:
        """The value of these sealed bytes at this place, None where it is not at hand."""
        found = self._values.get(place)
        return found[1] if found is not None and found[0] == sealed else None

    def keep(self, place: tuple[str, str, str], sealed: bytes, value: Any) -> None:
        """Keep a value for a while, in the place of what was there."""
        now = self._clock()
        with self._lock:
            self._values.pop(place, None)
            self._values[place] = sealed, value, now
            while len(self._values) > MOST or self._oldest() < now - KEPT_SECONDS:
                del self._values[next(iter(self._values))]

    def _oldest(self) -> float:
        return next(iter(self._values.values()))[2]
