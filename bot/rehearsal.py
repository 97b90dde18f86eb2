"""A resident at the terminal: the real turns over a database of their own, time that can be let pass, files that
arrive at once. What was said is written as a chat that an official can read and a test can play."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, Literal

from bot.bodies import outgoing
from bot.channels.contract import Received
from bot.house import house_of
from bot.settings import Settings
from bot.turn import Landed, Turns
from handlers.dialogue import advance
from handlers.messages import Choice, Contact, Edited, Incoming, Media, Option, Outgoing, Place, Strange, Text, What
from handlers.ports import Words
from storage import timers
from storage.database import Database
from storage.fetches import FetchItem
from storage.files import Files
from storage.outbox import OutboxItem
from storage.vault import Vault, make_keys

START: Final = datetime(2026, 11, 16, 2, 0, tzinfo=UTC)
"""A Monday morning, so that a chat played again says the same dates."""
ALBUM_SECONDS: Final = 4
ACCOUNT: Final = "1001"
MOST_TIMERS: Final = 200
_SPAN: Final = re.compile(r"^(\d+) (second|minute|hour|day)s?$")
_SPECIAL: Final = re.compile(r"^\((photo|photos|sticker|pin|phone|edit)(?: ([^)]*))?\) ?(.*)$")
PIN: Final = Place(21.0362, 105.7906)

ChannelName = Literal["telegram", "web", "zalo_oa", "zalo_bot"]


class UnplayableError(Exception):
    """A line of a chat cannot be played."""


@dataclass
class Rehearsal:
    """One resident's chat. `act` plays a line of theirs and gives what the bot says to it."""

    turns: Turns
    database: Database
    files: Files
    channel: ChannelName
    now: datetime = START
    _inbox: list[Outgoing] = field(default_factory=list)
    _asked: list[FetchItem] = field(default_factory=list)
    _offered: tuple[Option, ...] = ()
    _prompt: int = 0
    _refs: list[str] = field(default_factory=list)
    _count: int = 0

    def hear(self, items: Sequence[OutboxItem]) -> None:
        """Take what the turns post to this chat."""
        self._inbox += [outgoing(item.body) for item in items if item.peer == ACCOUNT]

    def fetch(self, items: Sequence[FetchItem]) -> None:
        """Take the files that the turns ask for."""
        self._asked += items

    async def act(self, line: str) -> list[Outgoing]:
        """Play what stands behind `>` (words, `[a button]`, `(photo) …`) or, with `+ 7 days`, let time pass."""
        span = _SPAN.match(line[2:]) if line.startswith("+ ") else None
        if span:
            await self._pass(timedelta(**{f"{span[2]}s": int(span[1])}))
        else:
            for what in self._meaning(line):
                await self._send(what)
            if self._asked:
                await self._pass(timedelta(seconds=ALBUM_SECONDS))
        said, self._inbox = self._inbox, []
        for out in said:
            if out.options:
                self._offered, self._prompt = out.options, out.prompt
        return said

    def _meaning(self, line: str) -> Iterator[What]:
        if line.startswith("[") and line.endswith("]"):
            yield self._tap(line[1:-1])
            return
        special = _SPECIAL.match(line)
        if special is None:
            yield Text(line, self._ref())
            return
        name, argument, rest = special[1], special[2] or "", special[3]
        if name in {"photo", "photos"}:
            count = int(argument) if argument.isdecimal() else 1
            for number in range(count):
                caption = rest if number == 0 else ""
                yield Media("photo", "rehearsal", caption=caption, album="a1" if count > 1 else "", ref=self._ref())
        elif name == "sticker":
            yield Strange("sticker")
        elif name == "pin":
            yield PIN
        elif name == "phone":
            yield Contact(argument, own=True)
        elif argument.isdecimal() and 0 < int(argument) <= len(self._refs):
            yield Edited(rest, self._refs[int(argument) - 1])
        else:
            raise UnplayableError(line)

    def _tap(self, label: str) -> Choice:
        for option in self._offered:
            if option.label == label:
                return Choice(option.id, self._prompt)
        raise UnplayableError(label)

    def _ref(self) -> str:
        self._refs.append(f"m{len(self._refs) + 1}")
        return self._refs[-1]

    async def _send(self, what: What) -> None:
        self._count += 1
        event = f"e{self._count}"
        incoming = Incoming(self.channel, ACCOUNT, ACCOUNT, event, self.now, what)
        await self.turns.take(self.channel, Received(event, b"", incoming))

    async def _pass(self, span: timedelta) -> None:
        await self._bring_files()
        end = self.now + span
        for _ in range(MOST_TIMERS):
            due = await self.database.read(timers.due, end)
            if not due:
                break
            self.now = max(self.now, due[0].due_at)
            await self.turns.timer(due[0])
        self.now = end

    async def _bring_files(self) -> None:
        asked, self._asked = self._asked, []
        for item in asked:
            with self.files.writer() as writer:
                writer.write(item.file.encode())
                stored = writer.finish()
            await self.turns.file_ready(item.attachment, Landed(stored.path, stored.size, stored.sha256))


@asynccontextmanager
async def rehearsal(settings: Settings, words: Words, channel: ChannelName) -> AsyncIterator[Rehearsal]:
    """A rehearsal over a database that is gone afterwards."""
    with TemporaryDirectory(prefix="tiengdan-") as folder:
        vault = Vault(make_keys())
        database = await Database.open(f"sqlite:///{folder}/chat.db", vault)
        files = Files(Path(folder) / "files", vault)
        chat: list[Rehearsal] = []

        def now() -> datetime:
            return chat[0].now if chat else START

        def hear(items: Sequence[OutboxItem]) -> None:
            chat[0].hear(items)

        def fetch(items: Sequence[FetchItem]) -> None:
            chat[0].fetch(items)

        house = house_of(settings, words, now, frozenset({channel}), settings.web.address)
        turns = Turns(database, house, advance, now=now, wake=hear, fetch=fetch, files=files)
        chat.append(Rehearsal(turns, database, files, channel))
        try:
            yield chat[0]
        finally:
            await database.close()


def written(out: Outgoing) -> str:
    """A message of the bot as a chat is written down."""
    lines = [f"< {line}".rstrip() for line in out.text.split("\n")]
    if out.options:
        lines.append(" ".join(f"[{option.label}]" for option in out.options))
    return "\n".join(lines)
