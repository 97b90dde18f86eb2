"""Reads what residents write before its turn, off the database's thread, and keeps each chat's messages in order."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Final
from weakref import WeakValueDictionary

from cases.reading import read
from handlers.messages import Edited, Incoming, Media, Text

WORDS_WORTH_A_HOP: Final = 2
"""One word is an answer far more often than a matter: the dialogue reads it itself where it must."""


class Reader:
    """Adds to an event what can be told from its words alone."""

    def __init__(self) -> None:
        self._lanes: WeakValueDictionary[tuple[str, str], asyncio.Lock] = WeakValueDictionary()

    def lane(self, incoming: Incoming) -> asyncio.Lock:
        """Held from reading to commit: a short answer must not overtake the long story before it."""
        key = (incoming.channel, incoming.peer)
        lock = self._lanes.get(key)
        if lock is None:
            lock = self._lanes[key] = asyncio.Lock()
        return lock

    async def read(self, incoming: Incoming) -> Incoming:
        """The event with its reading, where it has words that need one."""
        text = words_to_read(incoming)
        reading = await asyncio.to_thread(read, text) if text else None
        return replace(incoming, reading=reading, reads_elsewhere=True)

    async def read_joined(self, incoming: Incoming, text: str) -> Incoming:
        """The event with the reading of the story that its words belong to, which only the turn could know."""
        joined = await asyncio.to_thread(read, text)
        return replace(incoming, joined=joined, reads_elsewhere=False)


def words_to_read(incoming: Incoming) -> str:
    """The words that a dialogue may have to sort; none in groups, in commands, and in one-word answers."""
    if incoming.chat == "group":
        return ""
    what = incoming.what
    if isinstance(what, Text | Edited):
        text = what.body.strip()
    elif isinstance(what, Media):
        text = what.caption.strip()
    else:
        return ""
    command = text.startswith(("/", "#"))
    return text if not command and len(text.split(maxsplit=WORDS_WORTH_A_HOP)) >= WORDS_WORTH_A_HOP else ""
