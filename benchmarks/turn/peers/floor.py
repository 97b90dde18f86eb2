"""The floor: asyncio and sqlite3 alone, one commit an update. Nothing a bot needs beside that."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from collections import deque
from typing import Any
from urllib.parse import urlsplit

from benchmarks.turn.peers.common import LETTERS, SECRET, Asked, asked, durable, new_code, steps, worded
from benchmarks.turn.telegram import Http

STEPS = steps()


def make_tables(db: sqlite3.Connection) -> None:
    """Where the floor keeps what was said."""
    db.execute("CREATE TABLE IF NOT EXISTS states (chat INTEGER PRIMARY KEY, body TEXT NOT NULL)")
    db.execute(LETTERS)


def turn(db: sqlite3.Connection, chat: int, words: str) -> bytes:
    """What is done of one update between two commits, and what is said then."""
    row = db.execute("SELECT body FROM states WHERE chat = ?", (chat,)).fetchone()
    answers: dict[str, str] = json.loads(row[0]) if row else {}
    answers[str(len(answers))] = words
    step = STEPS[len(answers) - 1]
    text = worded(step, answers)
    body = json.dumps(answers)
    if len(answers) == len(STEPS):
        code = new_code()
        text = text.replace("{code}", code)
        db.execute("INSERT INTO letters VALUES (?, ?, ?)", (code, chat, body))
        db.execute("DELETE FROM states WHERE chat = ?", (chat,))
    else:
        db.execute("INSERT OR REPLACE INTO states VALUES (?, ?)", (chat, body))
    rows = [[{"text": choice, "callback_data": choice}] for choice in step.choices]
    return json.dumps({"chat_id": chat, "text": text, "reply_markup": {"inline_keyboard": rows}}).encode()


class Bot:
    """Answers an update: reads the state, writes the state, commits, says the next question."""

    def __init__(self, given: Asked) -> None:
        self._db = sqlite3.connect(given.folder / "floor.db", isolation_level=None)
        durable(self._db)
        make_tables(self._db)
        parts = urlsplit(given.api)
        self._where = (parts.hostname, parts.port)
        self._head = (
            f"POST /bot{given.token}/sendMessage HTTP/1.1\r\nHost: {parts.netloc}\r\nContent-Type: application/json\r\n"
        )
        self._idle: list[Call] = []
        self._waiting: deque[bytes] = deque()
        self._dials: set[asyncio.Task[None]] = set()

    def take(self, update: dict[str, Any]) -> None:
        """One update."""
        tap = update.get("callback_query")
        chat = tap["message"]["chat"]["id"] if tap else update["message"]["chat"]["id"]
        words = tap["data"] if tap else update["message"]["text"]
        self._db.execute("BEGIN IMMEDIATE")
        out = turn(self._db, chat, words)
        self._db.execute("COMMIT")
        self._waiting.append(f"{self._head}Content-Length: {len(out)}\r\n\r\n".encode() + out)
        self.go_on()

    def go_on(self) -> None:
        """Send what waits where a connection is free."""
        while self._waiting and self._idle:
            self._idle.pop().send(self._waiting.popleft())
        if self._waiting:
            task = asyncio.get_running_loop().create_task(self._dial())
            self._dials.add(task)
            task.add_done_callback(self._dials.discard)

    async def _dial(self) -> None:
        _, call = await asyncio.get_running_loop().create_connection(lambda: Call(self), *self._where)
        self.free(call)

    def free(self, call: Call) -> None:
        """This connection has its answer."""
        self._idle.append(call)
        self.go_on()


class Call(Http):
    """A connection to Telegram."""

    def __init__(self, bot: Bot) -> None:
        super().__init__()
        self._bot = bot

    def got(self, first: bytes, head: bytes, body: bytes) -> None:
        self._bot.free(self)


class Hook(Http):
    """A connection from Telegram."""

    def __init__(self, bot: Bot) -> None:
        super().__init__()
        self._bot = bot

    def got(self, first: bytes, head: bytes, body: bytes) -> None:
        if SECRET.encode() in head:
            self._bot.take(json.loads(body))
        self.send(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")


async def main(given: Asked) -> None:
    bot = Bot(given)
    server = await asyncio.get_running_loop().create_server(lambda: Hook(bot), "127.0.0.1", given.port)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main(asked()))
