"""How long to wait after failures in a row."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Backoff:
    """How long to wait after the n-th failure in a row."""

    first_seconds: float = 0.5
    most_seconds: float = 30.0

    def after(self, failures: int) -> float:
        """Seconds to wait, doubling from the first failure on."""
        return min(self.first_seconds * 2.0 ** min(failures - 1, 16), self.most_seconds)
