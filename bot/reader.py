"""Reads what residents write before its turn, off the database's thread, and keeps each chat's messages in order."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Final
from weakref import WeakValueDictionary

from cases.reading import Reading, read
from handlers.messages import LONG_ENOUGH_CHARS, Edited, Incoming, Media, Text

REMEMBERED: Final = 500
"""So many chats' last stories are kept read, to answer the consent that follows without reading them once more."""
REMEMBERED_SECONDS: Final = 600


class Reader:
    """Adds to an event what can be told from its words alone."""

    def __init__(self) -> None:
        self._lanes: WeakValueDictionary[tuple[str, str], asyncio.Lock] = WeakValueDictionary()
        # Until the next event of the chat, whatever that is: what is refused is forgotten here as well.
        self._told: dict[tuple[str, str], tuple[float, Reading]] = {}

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
        told = self._recall((incoming.channel, incoming.peer), reading)
        return replace(incoming, reading=reading, joined=told, reads_elsewhere=True)

    async def read_joined(self, incoming: Incoming, text: str) -> Incoming:
        """The event with the reading of the story that its words belong to, which only the turn could know."""
        joined = await asyncio.to_thread(read, text)
        return replace(incoming, joined=joined, reads_elsewhere=False)

    def _recall(self, chat: tuple[str, str], reading: Reading | None) -> Reading | None:
        """What this chat told last, and is now forgotten; `reading` is kept instead."""
        now = asyncio.get_running_loop().time()
        _, told = self._told.pop(chat, (now, None))
        if reading is not None:
            self._told[chat] = now, reading
        while self._told:
            oldest = next(iter(self._told))
            if len(self._told) <= REMEMBERED and self._told[oldest][0] > now - REMEMBERED_SECONDS:
                break
            del self._told[oldest]
        return told


def words_to_read(incoming: Incoming) -> str:
    """The words that a dialogue may have to sort; none in groups and in commands, nor short answers: in these it looks
    for danger alone, by itself."""
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
    return text if not command and len(text) >= LONG_ENOUGH_CHARS else ""
