"""The state behind the simulated Bot API: chats, people, the queue of updates, files and faults.

Everything is guarded by one lock, because tests speak from their own thread and the server from another.
"""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import random
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from tests.simulators.telegram.chats import Chat, Group, Posted
from tests.simulators.telegram.people import User

TOKEN = "123456789:AAH-simulated-token-for-tests_0123456789"
FILE_LIMIT = 20 * 1024 * 1024

FaultHow = Literal["status", "html", "json", "reset_before", "reset_after", "partial", "hold", "slow"]


@dataclass
class Call:
    """One call that the bot made, and how it ended."""

    method: str
    parameters: dict[str, Any]
    status: int = 0
    description: str = ""
    via: str = "http"


@dataclass
class Fault:
    """What happens to the next calls of a method instead of, before or after the right thing."""

    method: str
    how: FaultHow
    times: int = 1
    status: int = 502
    description: str = ""
    parameters: dict[str, Any] = field(default_factory=dict)
    seconds: float = 0.0
    chat: int | None = None
    gate: threading.Event = field(default_factory=threading.Event)


@dataclass
class Webhook:
    """Where updates are posted to."""

    url: str
    secret: str = ""
    max_connections: int = 40
    last_error: str = ""


@dataclass
class StoredFile:
    content: bytes
    size: int
    path: str


class Simulator:
    """Telegram, as far as a bot can tell."""

    def __init__(
        self,
        token: str = TOKEN,
        username: str = "TiengDanThuBot",
        clock: Callable[[], float] = time.time,
        seed: int = 1,
    ) -> None:
        self.token = token
        self.username = username
        self.clock = clock
        self.random = random.Random(seed)
        self.lock = threading.RLock()
        self.bot_id = int(token.partition(":")[0])
        self.privacy = True
        """Whether the bot sees only commands in groups, as by default."""
        self.allow_http_webhook = True
        """The real one wants HTTPS; on loopback there is none."""
        self.shuffle = False
        """Whether updates arrive out of order."""
        self.duplicate = False
        """Whether every update arrives twice."""
        self.users: dict[int, User] = {}
        self.chats: dict[int, Chat] = {}
        self.files: dict[str, StoredFile] = {}
        self.calls: list[Call] = []
        self.faults: list[Fault] = []
        self.taps: dict[str, dict[str, Any] | None] = {}
        """Taps by id; None until answered, then the parameters of the answer."""
        self.commands: dict[str, list[dict[str, str]]] = {}
        self.queue: list[dict[str, Any]] = []
        self.history: list[dict[str, Any]] = []
        self.echoes: list[dict[str, Any]] = []
        self.allowed_updates: tuple[str, ...] = ()
        self.webhook: Webhook | None = None
        self.poller = 0
        """Number of the getUpdates call that may wait; an older one that still waits gets 409."""
        self.last_message_id = 100
        self.closed = False
        self._update_ids = itertools.count(self.random.randrange(10**8, 10**9))
        self._names = itertools.count(1)
        self._waiters: list[tuple[asyncio.AbstractEventLoop, asyncio.Event]] = []
        self._changed = threading.Condition(self.lock)

    # People and groups ------------------------------------------------------------------------------------

    def user(self, id: int, first_name: str = "Lan", **more: Any) -> User:
        """The person with this id; made when there is none."""
        with self.lock:
            if id not in self.users:
                self.users[id] = User(self, id, first_name, **more)
                self.chats[id] = self.users[id].chat
            return self.users[id]

    def group(
        self,
        title: str,
        members: Sequence[User] = (),
        kind: Literal["group", "supergroup"] = "supergroup",
        forum: bool = False,
        bot: bool = True,
    ) -> Group:
        """A group; the first member brings the bot in unless `bot` is False."""
        with self.lock:
            number = next(self._names)
            id = -(5_000_000 + number) if kind == "group" else -(1_001_000_000_000 + number)
            group = Group(self, id, kind, title, members=list(members), forum=forum)
            self.chats[id] = group
            if bot:
                group.add_bot(members[0])
            return group

    def post_as(
        self, sender: User, chat: Chat, content: dict[str, Any], text: str = "", thread: int | None = None
    ) -> Posted:
        """Somebody's message into a chat, and the update about it if the bot may see it."""
        with self.lock:
            message = Posted(chat.next_id(), chat, int(self.clock()), sender, text, thread=thread, content=content)
            chat.messages.append(message)
            if chat.type == "private":
                sender.started = True
                if sender.blocked:
                    return message
            elif isinstance(chat, Group):
                service = "migrate_to_chat_id" in content or "migrate_from_chat_id" in content
                seen = not self.privacy or text.startswith("/") or service
                if chat.bot_status in ("left", "kicked") or not seen:
                    return message
            self.push("message", message.json(), chat.id)
            return message

    def tap(self, user: User, data: str, message: Posted | None) -> str:
        """Somebody's tap on a button of a message."""
        with self.lock:
            id = str(self.random.randrange(10**17, 10**18))
            self.taps[id] = None
            tap: dict[str, Any] = {
                "id": id,
                "from": user.json(),
                "chat_instance": str(user.id * 7919),
                "data": data,
            }
            if message is not None:
                tap["message"] = message.json()
            self.push("callback_query", tap, message.chat.id if message else user.id)
            return id

    def membership_changed(self, chat: Chat, by: User, old: str, new: str) -> None:
        """The bot was brought into, put out of, blocked or unblocked in a chat."""
        bot = self.bot_json
        change = {
            "chat": chat.json() if isinstance(chat, Group) else self.private_json(by),
            "from": by.json(),
            "date": int(self.clock()),
            "old_chat_member": {"user": bot, "status": old},
            "new_chat_member": {"user": bot, "status": new} | ({"until_date": 0} if new == "kicked" else {}),
        }
        self.push("my_chat_member", change, chat.id)

    def private_json(self, user: User) -> dict[str, Any]:
        return {"id": user.id, "type": "private", "first_name": user.first_name}

    def keep_file(self, content: bytes, path: str, size: int | None = None) -> dict[str, Any]:
        """Store a file at Telegram; its description as the Bot API gives it."""
        with self.lock:
            number = next(self._names)
            id = f"BQACAgUAAxkBAAI{number:05d}Zk"
            self.files[id] = StoredFile(content, len(content) if size is None else size, path.format(number))
            return {"file_id": id, "file_unique_id": f"AgAD{number:05d}", "file_size": self.files[id].size}

    @property
    def bot_json(self) -> dict[str, Any]:
        return {"id": self.bot_id, "is_bot": True, "first_name": "Tiếng Dân", "username": self.username}

    # Updates ----------------------------------------------------------------------------------------------

    def push(self, kind: str, content: dict[str, Any], chat: int) -> None:
        """Queue one update."""
        self.push_update({"update_id": next(self._update_ids), kind: content})

    def push_update(self, update: dict[str, Any]) -> None:
        """Queue an update as it is, whatever it holds."""
        with self.lock:
            kind = next((key for key in update if key != "update_id"), "")
            if self.allowed_updates and kind not in self.allowed_updates:
                return
            self.queue.append(update)
            self.history.append(update)
            self.changed()

    def echo(self, *updates: dict[str, Any]) -> None:
        """Deliver updates once more although they were confirmed, all of them when none is named."""
        with self.lock:
            self.echoes.extend(updates or self.history)
            self.changed()

    def take_batch(self, offset: int, limit: int) -> list[dict[str, Any]]:
        """What getUpdates returns for this offset; what lies below it is confirmed and gone."""
        with self.lock:
            pending = len(self.queue)
            if offset < 0:
                self.queue = self.queue[offset:]
            elif offset:
                self.queue = [update for update in self.queue if update.get("update_id", offset) >= offset]
            if len(self.queue) != pending:
                self.changed()
            echoes, self.echoes = self.echoes, []
            batch = echoes + self.queue[:limit]
            if self.duplicate:
                batch = batch + batch
            if self.shuffle:
                self.random.shuffle(batch)
            return batch

    # Faults -----------------------------------------------------------------------------------------------

    def fail(
        self,
        method: str,
        how: FaultHow = "status",
        times: int = 1,
        status: int = 502,
        description: str = "",
        chat: int | None = None,
        seconds: float = 0.0,
        **parameters: Any,
    ) -> Fault:
        """Let the next `times` calls of a method go wrong ("*" for any method)."""
        with self.lock:
            fault = Fault(method, how, times, status, description, parameters, seconds, chat)
            self.faults.append(fault)
            return fault

    def throttle(self, chat: int, seconds: int, times: int = 1) -> Fault:
        """Let the next messages to a chat be refused with 429."""
        words = f"Too Many Requests: retry after {seconds}"
        return self.fail("sendMessage", "status", times, 429, words, chat, retry_after=seconds)

    @contextlib.contextmanager
    def holding(self, method: str) -> Iterator[Fault]:
        """Keep calls of a method waiting, before they have any effect, until the block is left."""
        fault = self.fail(method, "hold", times=10**9)
        try:
            yield fault
        finally:
            with self.lock:
                self.faults.remove(fault)
                fault.gate.set()
                self.changed()

    def fault_for(self, method: str, parameters: dict[str, Any]) -> Fault | None:
        """The fault that hits this call, counted down."""
        with self.lock:
            for fault in self.faults:
                if fault.method not in ("*", method):
                    continue
                if fault.chat is not None and str(fault.chat) != str(parameters.get("chat_id")):
                    continue
                fault.times -= 1
                if fault.times <= 0:
                    self.faults.remove(fault)
                return fault
            return None

    # Waiting ----------------------------------------------------------------------------------------------

    def changed(self) -> None:
        """Wake everything that waits for something to happen."""
        with self.lock:
            self._changed.notify_all()
            for loop, event in self._waiters:
                # A loop that has ended meanwhile waits for nothing any more.
                with contextlib.suppress(RuntimeError):
                    loop.call_soon_threadsafe(event.set)

    def wait(self, ready: Callable[[], Any], timeout: float = 10.0) -> Any:
        """Block until `ready` gives something true (asked again whenever something happened)."""
        with self._changed:
            result = self._changed.wait_for(ready, timeout)
        if not result:
            raise TimeoutError("the simulator did not get there in time")
        return result

    async def until(self, ready: Callable[[], Any], timeout: float = 10.0) -> Any:
        """The same for tests with a loop of their own."""
        async with asyncio.timeout(timeout):
            async with self.listening() as event:
                while not (result := self._look(ready)):
                    await event.wait()
                    event.clear()
                return result

    @contextlib.asynccontextmanager
    async def listening(self) -> Any:
        """An event of the running loop that is set whenever something happened."""
        waiter = (asyncio.get_running_loop(), asyncio.Event())
        with self.lock:
            self._waiters.append(waiter)
        try:
            yield waiter[1]
        finally:
            with self.lock:
                self._waiters.remove(waiter)

    def _look(self, ready: Callable[[], Any]) -> Any:
        with self.lock:
            return ready()

    def calls_of(self, method: str) -> list[Call]:
        """The calls of one method, oldest first."""
        with self.lock:
            return [call for call in self.calls if call.method == method]

    def close(self) -> None:
        """Let go of everybody who waits."""
        with self.lock:
            self.closed = True
            for fault in self.faults:
                fault.gate.set()
            self.changed()
