"""What processes on one database call to each other: that there is something of a sort, or the thing itself, sealed."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Iterator, Sequence
from typing import Any, Final

from storage.errors import StorageError
from storage.vault import Vault

LONGEST_CALL: Final = 7900
"""PostgreSQL takes notices of fewer than 8000 bytes."""
_PLACE: Final = ("calls", "things")
_SEAL_BYTES: Final = 40
"""More than sealing adds."""


def written(vault: Vault, topic: str, things: Sequence[bytes]) -> Iterator[str]:
    """The calls that bring these things (JSON), as many in each as it holds. Something too long for any is left out,
    and those who hear of it look for themselves."""
    room = (LONGEST_CALL - len(topic) - 1) // 4 * 3 - _SEAL_BYTES
    together: list[bytes] = []
    size = 1
    for thing in things:
        if len(thing) + 2 > room:
            yield topic
            continue
        if size + len(thing) + 1 > room:
            yield _sealed(vault, topic, together)
            together, size = [], 1
        together.append(thing)
        size += len(thing) + 1
    if together or not things:
        yield _sealed(vault, topic, together)


def topic_of(call: str) -> str:
    """What a call is about."""
    return call.partition("\n")[0]


def read(vault: Vault, call: str) -> list[Any]:
    """The things that a call brings; none where it brings none, or where they do not open with the keys of now."""
    topic, _, body = call.partition("\n")
    if not body:
        return []
    table, column = _PLACE
    try:
        things: list[Any] = vault.open_json(table, topic, column, b64decode(body))
    except (StorageError, ValueError):
        return []
    return things


def _sealed(vault: Vault, topic: str, things: Sequence[bytes]) -> str:
    if not things:
        return topic
    table, column = _PLACE
    body = vault.seal(table, topic, column, b"[%b]" % b",".join(things))
    return f"{topic}\n{b64encode(body).decode()}"
