"""The simulator's clock: it runs with the machine's or stands still, and can be put forward."""

from __future__ import annotations

import time
from datetime import UTC, datetime


class SimClock:
    """Seconds since 1970. `frozen_at` stops it; `advance` puts it forward either way."""

    def __init__(self, frozen_at: datetime | None = None) -> None:
        self._frozen = frozen_at.timestamp() if frozen_at is not None else None
        self._offset = 0.0

    def __call__(self) -> float:
        """This moment."""
        return (time.time() if self._frozen is None else self._frozen) + self._offset

    @property
    def runs(self) -> bool:
        """Whether it goes on by itself."""
        return self._frozen is None

    def now(self) -> datetime:
        """This moment, as a datetime."""
        return datetime.fromtimestamp(self(), UTC)

    def advance(self, seconds: float) -> None:
        """Put it forward."""
        self._offset += seconds
