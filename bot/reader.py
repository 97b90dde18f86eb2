"""Reads what residents write before its turn, off the database's thread."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from cases.reading import Reading, read
from handlers.messages import LONG_ENOUGH_CHARS, Choice, Edited, Incoming, Media, Text

REMEMBERED: Final = 500
"""So many chats' last stories are kept read, to answer the consent that follows without reading them once more."""
REMEMBERED_SECONDS: Final = 600

Chat = tuple[str, str]
"""A channel and a peer."""

READY_AFTER_SECONDS: Final = 1.0
"""What reads words is loaded when the first answer is out: it would wait for that otherwise."""


class Reader:
    """Adds to an event what can be told from its words alone.

    `load` is called once, in a thread, before the first text is read: somebody who says no more than a command or taps
    a button needs nothing of it, and a good part of the program's memory and of its start is spared until then.
    `tell` is told what was read of a story, for processes to which the next event of the chat may come.
    """

    def __init__(
        self,
        load: Callable[[], None] | None = None,
        tell: Callable[[Chat, Reading], None] = lambda chat, reading: None,
    ) -> None:
        self._load = load
        self._tell = tell
        self._loading: asyncio.Future[None] | None = None
        self._ready = load is None
        # Until the next event of the chat, whatever that is: what is refused is forgotten here as well.
        self._told: dict[Chat, tuple[float, Reading]] = {}

    async def read(self, incoming: Incoming) -> Incoming:
        """The event with its reading, where it has words that need one."""
        text = words_to_read(incoming)
        reading = await self._read(text) if text else None
        chat = incoming.channel, incoming.peer
        told = self._recall(chat)
        if reading is not None:
            self.keep(chat, reading)
            self._tell(chat, reading)
        if not self._ready and self._loading is None and leads_to_words(incoming):
            asyncio.get_running_loop().call_later(READY_AFTER_SECONDS, self._begin)
        return incoming.with_reading(reading, told, unready=not self._ready)

    def keep(self, chat: Chat, reading: Reading) -> None:
        """Keep what was read of a story, here or by another process, for the next event of its chat."""
        now = asyncio.get_running_loop().time()
        self._told[chat] = now, reading
        self._forget(now)

    async def read_joined(self, incoming: Incoming, text: str) -> Incoming:
        """The event with the reading of the story that its words belong to, which only the turn could know."""
        joined = await self._read(text)
        return replace(incoming, joined=joined, reads_elsewhere=False, unready=False)

    async def _read(self, text: str) -> Reading:
        if not self._ready:
            await asyncio.shield(self._begin())
        return await asyncio.to_thread(read, text)

    def _begin(self) -> asyncio.Future[None]:
        if self._loading is None or (self._loading.done() and not self._ready):
            self._loading = asyncio.ensure_future(self._get_ready())
        return self._loading

    async def _get_ready(self) -> None:
        if self._load is not None:
            await asyncio.to_thread(self._load)
        self._ready = True

    def _recall(self, chat: Chat) -> Reading | None:
        """What this chat told last, and is now forgotten."""
        now = asyncio.get_running_loop().time()
        _, told = self._told.pop(chat, (now, None))
        self._forget(now)
        return told

    def _forget(self, now: float) -> None:
        while self._told:
            oldest = next(iter(self._told))
            if len(self._told) <= REMEMBERED and self._told[oldest][0] > now - REMEMBERED_SECONDS:
                break
            del self._told[oldest]


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
    return text if not _is_command(text) and len(text) >= LONG_ENOUGH_CHARS else ""


def leads_to_words(incoming: Incoming) -> bool:
    """Whether words that have to be read are likely to follow: somebody talks to us, beyond a bare command."""
    what = incoming.what
    if incoming.chat == "group":
        return False
    return isinstance(what, Choice) or (isinstance(what, Text) and not _is_command(what.body.strip()))


def _is_command(text: str) -> bool:
    return text.startswith(("/", "#"))
