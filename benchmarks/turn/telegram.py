"""A Bot API on loopback that costs next to nothing, and residents who talk to whatever bot is behind it.

The strict simulator of the tests checks every call; here the bot shall be the slow side.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import parse_qs, urlsplit

TOKEN: Final = "123456789:AAH-simulated-token-for-tests_0123456789"
SECRET: Final = "mot-bi-mat"
CONNECTIONS: Final = 40
"""Updates under way to one webhook, as Telegram has it."""
BATCH: Final = 100
FIRST_CHAT: Final = 700_000
DONE: Final = "TD-"
"""A receipt holds a tracking code."""

PLACES: Final = (
    "trước số nhà 12 ngõ 5, tổ 7",
    "đầu ngõ 18 phố Ví Dụ",
    "sau chợ, cạnh trạm bơm số 3",
    "tổ 4, ngách 6/2",
)
STORIES: Final = (
    "Cống {place} tắc cả tháng nay, mưa là ngập. Đề nghị phường cho người thông cống.",
    "Đèn đường {place} hỏng đã hai tuần, tối rất nguy hiểm cho trẻ em. Kính mong phường cho sửa.",
    "Đề nghị sửa đoạn đường {place}, có hố sâu đọng nước, người già đi lại rất khổ.",
    "Rác thải {place} nhiều ngày không ai thu gom, bốc mùi hôi. Mong sớm xử lý giúp bà con.",
)


@dataclass(slots=True)
class Resident:
    """One person and one letter: what they say in turn, each only after the answer to the last."""

    chat: int
    words: deque[str]
    asked_at: float = 0.0
    waiting: bool = False
    prompt: int = 0
    buttons: dict[str, str] = field(default_factory=dict)

    @classmethod
    def number(cls, number: int) -> Resident:
        """Another letter for each number."""
        place = PLACES[number % len(PLACES)]
        story = STORIES[number // len(PLACES) % len(STORIES)].format(place=place)
        who = ("Cho tôi", f"Nguyễn Văn {number}", f"số {number} ngõ 12, tổ 5", f"09{number % 10**8:08d}", "Gửi")
        words = (story, "Đồng ý", "Đúng rồi", f"{place} ({number})", "từ đầu tháng đến nay", "Gửi xong", *who)
        return cls(FIRST_CHAT + number, deque(words))


class Telegram:
    """The server side of the Bot API, and the people."""

    def __init__(self, script: Callable[[int], Resident] = Resident.number, first: int = 0) -> None:
        self.script = script
        self.took: list[float] = []
        self.letters = 0
        self.calls = 0
        self.webhook = ""
        self.webhooks: list[str] = []
        self.finished = asyncio.Event()
        self._residents: dict[int, Resident] = {}
        self._number = first
        self._left = 0
        self._update = 1_000 + 100 * first
        self._message = 100
        self._queue: deque[dict[str, Any]] = deque()
        self._queued = asyncio.Event()
        self._posters: list[Poster] = []
        self._server: asyncio.Server | None = None
        self.polls: set[asyncio.Task[None]] = set()
        self.url = ""
        self.heard = asyncio.Event()

    async def start(self) -> None:
        """Listen on a port of loopback."""
        self._server = await asyncio.get_running_loop().create_server(lambda: _Api(self), "127.0.0.1", 0)
        self.url = f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"

    async def stop(self) -> None:
        """Hang up."""
        for poster in self._posters:
            await poster.close()
        for task in self.polls:
            task.cancel()
        if self.polls:
            await asyncio.wait(self.polls)
        if self._server is not None:
            self._server.close()

    async def file(self, letters: int, chats: int) -> float:
        """So many letters, so many people at once; the seconds it took."""
        self.took.clear()
        self.finished.clear()
        self._left = letters
        self.letters = 0
        self._target = letters
        began = time.perf_counter()
        for _ in range(min(chats, letters)):
            self._next_person()
        await self.finished.wait()
        return time.perf_counter() - began

    async def greet(self) -> None:
        """Somebody opens the chat, and says no more when they are answered."""
        passer = Resident(FIRST_CHAT, deque(["/start"]))
        self.heard.clear()
        self._speak(passer)
        await self.heard.wait()

    def _next_person(self) -> None:
        if self._left == 0:
            return
        self._left -= 1
        self._number += 1
        resident = self.script(self._number)
        self._residents[resident.chat] = resident
        self._speak(resident)

    def _speak(self, resident: Resident) -> None:
        words = resident.words.popleft()
        self._update += 1
        person = {"id": resident.chat, "is_bot": False, "first_name": f"Dân {resident.chat}", "language_code": "vi"}
        chat = {"id": resident.chat, "type": "private", "first_name": person["first_name"]}
        body: dict[str, Any]
        if data := resident.buttons.get(words):
            me = {"id": 123456789, "is_bot": True, "first_name": "Bot", "username": "bot"}
            prompt = {"message_id": resident.prompt, "date": int(time.time()), "chat": chat, "from": me, "text": "?"}
            body = {
                "callback_query": {
                    "id": str(self._update),
                    "from": person,
                    "message": prompt,
                    "chat_instance": "1",
                    "data": data,
                }
            }
        else:
            self._message += 1
            message = {"message_id": self._message, "date": int(time.time()), "chat": chat, "from": person}
            body = {"message": message | {"text": words}}
        resident.waiting = True
        resident.asked_at = time.perf_counter()
        self._deliver({"update_id": self._update} | body)

    def _deliver(self, update: dict[str, Any]) -> None:
        if self.webhooks:
            if not self._posters:
                self._posters = [Poster(url) for url in self.webhooks]
            # As deploy/nginx-compose.conf has it: to the process with the fewest posts under way, by turns where equal.
            self._posters.append(self._posters.pop(0))
            min(self._posters, key=lambda poster: poster.under_way).post(json.dumps(update).encode())
        else:
            self._queue.append(update)
            self._queued.set()

    async def updates(self, offset: int, timeout: float) -> list[dict[str, Any]]:
        """getUpdates."""
        while self._queue and self._queue[0]["update_id"] < offset:
            self._queue.popleft()
        if not self._queue:
            self._queued.clear()
            try:
                await asyncio.wait_for(self._queued.wait(), timeout)
            except TimeoutError:
                return []
        return [self._queue[index] for index in range(min(BATCH, len(self._queue)))]

    def said(self, chat: int, text: str, markup: dict[str, Any] | None) -> int:
        """The bot sent a message."""
        self._message += 1
        self.heard.set()
        resident = self._residents.get(chat)
        if resident is None or not resident.waiting:
            return self._message
        rows = (markup or {}).get("inline_keyboard", ())
        resident.buttons = {button["text"]: button.get("callback_data", "") for row in rows for button in row}
        resident.prompt = self._message
        resident.waiting = False
        self.took.append(time.perf_counter() - resident.asked_at)
        number = self._message
        if not resident.words and DONE not in text:
            raise AssertionError(f"no receipt, but: {text}")
        if DONE in text:
            del self._residents[chat]
            self.letters += 1
            if self.letters == self._target:
                self.finished.set()
            self._next_person()
        else:
            self._speak(resident)
        return number


class Poster:
    """Posts updates to a webhook over connections that are kept, so many at a time."""

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        self._where = (parts.hostname or "", parts.port or 0)
        self._head = (
            f"POST {parts.path} HTTP/1.1\r\nHost: {parts.netloc}\r\nContent-Type: application/json\r\n"
            f"X-Telegram-Bot-Api-Secret-Token: {SECRET}\r\nContent-Length: "
        ).encode()
        self._waiting: deque[bytes] = deque()
        self._idle: list[_Post] = []
        self._dials: set[asyncio.Task[None]] = set()
        self._open = 0

    @property
    def under_way(self) -> int:
        """Posts that have no answer yet."""
        return len(self._waiting) + self._open - len(self._idle)

    def post(self, body: bytes) -> None:
        """Post it as soon as a connection is free."""
        self._waiting.append(body)
        self._go_on()

    def free(self, connection: _Post) -> None:
        """A connection has its answer."""
        self._idle.append(connection)
        self._go_on()

    def lost(self, connection: _Post) -> None:
        """A connection is gone, as the other end closes those that are idle; what it carried is posted again."""
        self._open -= 1
        if connection in self._idle:
            self._idle.remove(connection)
        elif connection.carries:
            self._waiting.appendleft(connection.carries)
        self._go_on()

    async def close(self) -> None:
        """Hang up."""
        self._waiting.clear()
        for connection in self._idle:
            connection.close()
        for task in self._dials:
            task.cancel()
        if self._dials:
            await asyncio.wait(self._dials)

    def _go_on(self) -> None:
        while self._waiting:
            if self._idle:
                connection = self._idle.pop()
                body = self._waiting.popleft()
                connection.carries = body
                connection.send(b"%b%d\r\n\r\n%b" % (self._head, len(body), body))
            elif self._open < CONNECTIONS:
                self._open += 1
                loop = asyncio.get_running_loop()
                task = loop.create_task(self._dial())
                self._dials.add(task)
                task.add_done_callback(self._dials.discard)
                return
            else:
                return

    async def _dial(self) -> None:
        loop = asyncio.get_running_loop()
        while True:
            try:
                _, connection = await loop.create_connection(lambda: _Post(self), *self._where)
            except OSError:
                await asyncio.sleep(0.005)
                continue
            self.free(connection)
            return


class Http(asyncio.Protocol):
    """One keep-alive connection: whole requests or answers, one after the other."""

    def __init__(self) -> None:
        self._buffer = b""
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        for first, head, body in self._whole():
            self.got(first, head, body)

    def _whole(self) -> Iterator[tuple[bytes, bytes, bytes]]:
        while True:
            end = self._buffer.find(b"\r\n\r\n")
            if end < 0:
                return
            head = self._buffer[:end].lower()
            start = end + 4
            at = head.find(b"content-length:")
            if at >= 0:
                length = int(head[at + 15 :].split(b"\r\n", 1)[0])
                if len(self._buffer) < start + length:
                    return
                body, rest = self._buffer[start : start + length], self._buffer[start + length :]
            elif b"transfer-encoding: chunked" in head:
                done = self._buffer.find(b"0\r\n\r\n", start)
                if done < 0:
                    return
                body, rest = _unchunked(self._buffer[start:done]), self._buffer[done + 5 :]
            else:
                body, rest = b"", self._buffer[start:]
            first = self._buffer.split(b"\r\n", 1)[0]
            self._buffer = rest
            yield first, head, body

    def got(self, first: bytes, head: bytes, body: bytes) -> None:
        """One whole request or answer."""
        raise NotImplementedError

    def send(self, raw: bytes) -> None:
        """Write."""
        if self._transport is not None and not self._transport.is_closing():
            self._transport.write(raw)

    def close(self) -> None:
        """Hang up."""
        if self._transport is not None:
            self._transport.close()


class _Post(Http):
    def __init__(self, poster: Poster) -> None:
        super().__init__()
        self._poster = poster
        self.carries = b""

    def got(self, first: bytes, head: bytes, body: bytes) -> None:
        self.carries = b""
        if b" 200 " not in first:
            raise AssertionError(f"the bot answered {first!r}")
        self._poster.free(self)

    def connection_lost(self, exc: Exception | None) -> None:
        self._poster.lost(self)


class _Api(Http):
    def __init__(self, telegram: Telegram) -> None:
        super().__init__()
        self._telegram = telegram

    def got(self, first: bytes, head: bytes, body: bytes) -> None:
        path, _, query = first.split(b" ", 2)[1].decode().partition("?")
        method = path.rsplit("/", 1)[1].lower()
        given = _parameters(head, body) | {name: values[-1] for name, values in parse_qs(query).items()}
        telegram = self._telegram
        telegram.calls += 1
        result: Any = True
        if method in ("sendmessage", "editmessagetext"):
            chat = int(given["chat_id"])
            markup = given.get("reply_markup")
            number = telegram.said(chat, given["text"], json.loads(markup) if isinstance(markup, str) else markup)
            me = {"id": 123456789, "is_bot": True, "first_name": "Bot"}
            where = {"id": chat, "type": "private"}
            result = {"message_id": number, "date": 1, "chat": where, "from": me, "text": given["text"]}
        elif method == "getme":
            result = {"id": 123456789, "is_bot": True, "first_name": "Bot", "username": "bot"}
        elif method == "setwebhook":
            telegram.webhook = given["url"]
        elif method == "getwebhookinfo":
            result = {"url": telegram.webhook, "has_custom_certificate": False, "pending_update_count": 0}
        elif method == "getupdates":
            task = asyncio.ensure_future(self._poll(int(given.get("offset") or 0), float(given.get("timeout") or 0)))
            telegram.polls.add(task)
            task.add_done_callback(telegram.polls.discard)
            return
        self._answer(result)

    async def _poll(self, offset: int, timeout: float) -> None:
        self._answer(await self._telegram.updates(offset, timeout))

    def _answer(self, result: Any) -> None:
        body = json.dumps({"ok": True, "result": result}).encode()
        self.send(
            b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%b" % (len(body), body)
        )


def _parameters(head: bytes, body: bytes) -> dict[str, Any]:
    if not body:
        return {}
    at = head.find(b"content-type:")
    kind = head[at + 13 :].split(b"\r\n", 1)[0].strip() if at >= 0 else b""
    if kind.startswith(b"application/json"):
        found: dict[str, Any] = json.loads(body)
        return found
    if kind.startswith(b"multipart/"):
        edge = b"--" + kind.split(b"boundary=", 1)[1].strip(b'"')
        # the head was read in small letters; an edge may have capitals
        edge = body[: len(edge)]
        fields = {}
        for part in body.split(edge)[1:-1]:
            top, _, value = part.partition(b"\r\n\r\n")
            name = top.split(b'name="', 1)[1].split(b'"', 1)[0].decode()
            fields[name] = value.removesuffix(b"\r\n").decode()
        return fields
    return {name: values[-1] for name, values in parse_qs(body.decode()).items()}


def _unchunked(raw: bytes) -> bytes:
    parts = []
    while raw:
        size, _, rest = raw.partition(b"\r\n")
        length = int(size, 16)
        parts.append(rest[:length])
        raw = rest[length + 2 :]
    return b"".join(parts)
