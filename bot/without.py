"""Loading a library without others that it takes along only where they happen to be installed."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without(*names: str) -> Iterator[None]:
    """While this lasts these modules, where they are not loaded yet, seem not to be installed."""
    # Python's own way to say so: https://docs.python.org/3/reference/import.html#the-module-cache
    missing = [name for name in names if name not in sys.modules]
    sys.modules.update(dict.fromkeys(missing))  # type: ignore[arg-type]
    try:
        yield
    finally:
        for name in missing:
            del sys.modules[name]
