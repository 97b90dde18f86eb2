"""Events of a vendor with one part that is not what it should be."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any, Final

STRANGE: Final[tuple[Any, ...]] = (
    None,
    True,
    0,
    -1,
    10**300,
    1e308,
    "",
    "1" * 5000,  # more digits than Python makes a number of
    "²",
    "\x00",
    "\ud83d",
    "đ" * 10_000,
    [],
    [None],
    {},
    {"url": 1},
)


def bent(event: Any) -> Iterator[Any]:
    """The event with each of its parts replaced by each strange one, and left out."""
    for path in _paths(event):
        for strange in STRANGE:
            changed = copy.deepcopy(event)
            _holder(changed, path)[path[-1]] = copy.deepcopy(strange)
            yield changed
        changed = copy.deepcopy(event)
        del _holder(changed, path)[path[-1]]
        yield changed


def _paths(part: Any, before: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if before:
        yield before
    for key, inner in part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else ():
        yield from _paths(inner, (*before, key))


def _holder(part: Any, path: tuple[Any, ...]) -> Any:
    for key in path[:-1]:
        part = part[key]
    return part
