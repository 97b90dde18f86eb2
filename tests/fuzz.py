"""How long the tests with random input look for trouble: as written in the suite, longer by `make fuzz`."""

from __future__ import annotations

import os


def examples(number: int) -> int:
    """So many examples, times TIENGDAN_FUZZ where that is set."""
    return number * int(os.environ.get("TIENGDAN_FUZZ", "1"))
