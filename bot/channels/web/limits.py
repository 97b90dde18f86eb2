"""How often one sender may do something: a bucket that fills again with time."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from time import monotonic
from typing import Final

MOST_KEYS: Final = 20_000


class Buckets:
    """One bucket a key: `burst` at once, then `per_second` more; the longest unused are forgotten."""

    def __init__(self, burst: float, per_second: float, clock: Callable[[], float] = monotonic) -> None:
        self._burst = burst
        self._per_second = per_second
        self._clock = clock
        self._levels: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def has(self, key: str) -> bool:
        """Whether one more would be allowed now."""
        return self._level(key, self._clock()) >= 1

    def take(self, key: str) -> bool:
        """Whether one more is allowed now; it is counted."""
        now = self._clock()
        level = self._level(key, now)
        allowed = level >= 1
        self._levels.pop(key, None)
        self._levels[key] = (level - 1 if allowed else level, now)
        while len(self._levels) > MOST_KEYS:
            self._levels.popitem(last=False)
        return allowed

    def _level(self, key: str, now: float) -> float:
        level, since = self._levels.get(key, (self._burst, now))
        return min(self._burst, level + (now - since) * self._per_second)
