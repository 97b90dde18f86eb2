"""A mailbox, a spool and a small scripted bot in memory, and a server that shows the real page with them."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import threading
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import uvicorn
from fluent.runtime import FluentBundle, FluentResource
from starlette.applications import Starlette
from starlette.routing import BaseRoute

from bot.channels.contract import Received
from bot.channels.errors import FileGone, FileTooLarge
from bot.channels.web.channel import WebChannel
from bot.channels.web.ports import Direction, Entry
from handlers.messages import Choice, Edited, Media, Option, Outgoing, Text

LOCALES = Path(__file__).parents[3] / "locales"


class MemoryMailbox:
    def __init__(self) -> None:
        self.boxes: dict[str, list[Entry]] = {}

    async def put(self, peer: str, body: Mapping[str, Any], at: datetime) -> int:
        return self.keep(peer, "out", body, at)

    def keep(self, peer: str, direction: Direction, body: Mapping[str, Any], at: datetime) -> int:
        box = self.boxes.setdefault(peer, [])
        seq = box[-1].seq + 1 if box else 1
        box.append(Entry(seq, direction, body, at))
        return seq

    def has_news(self, peer: str) -> None:
        """There is no other process."""

    async def after(self, peer: str, seq: int) -> Sequence[Entry]:
        return [entry for entry in self.boxes.get(peer, []) if entry.seq > seq]

    async def forget(self, peer: str) -> None:
        self.boxes.pop(peer, None)


class MemorySpool:
    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.swept: list[datetime] = []

    async def put(self, chunks: AsyncIterator[bytes], limit: int) -> tuple[str, int]:
        content = b""
        async for chunk in chunks:
            content += chunk
            if len(content) > limit:
                raise FileTooLarge
        name = f"f{len(self.files)}"
        self.files[name] = content
        return name, len(content)

    async def read(self, name: str) -> AsyncIterator[bytes]:
        if name not in self.files:
            raise FileGone
        yield self.files[name]

    async def sweep(self, before: datetime) -> None:
        self.swept.append(before)


class ScriptedBot:
    """Stores each event once and answers it with what `answer` says; refuses to store while `broken`."""

    def __init__(self, answer: Callable[[Received], Sequence[Outgoing]] = lambda _: ()) -> None:
        self.seen: dict[str, Received] = {}
        self.deliveries = 0
        self.broken = False
        self.channel: WebChannel | None = None
        self._answer = answer

    def begin(self, answer: Callable[[Received], Sequence[Outgoing]]) -> None:
        """Forget everybody, and answer like this from now on."""
        self.seen.clear()
        self.deliveries, self.broken, self._answer = 0, False, answer

    async def accept(self, received: Received) -> None:
        self.deliveries += 1
        if self.broken:
            raise OSError("disk full")
        if received.event_id in self.seen:
            return
        self.seen[received.event_id] = received
        assert received.incoming is not None
        assert self.channel is not None
        mailbox = self.channel._mailbox
        if received.line is not None:
            assert isinstance(mailbox, MemoryMailbox)
            mailbox.keep(received.incoming.peer, "in", received.line, now())
        for out in self._answer(received):
            await self.channel.send(received.incoming.peer, out)


class FileWords:
    """The words of web.ftl alone."""

    def __init__(self) -> None:
        self._bundles = {}
        for lang in ("vi", "en"):
            bundle = FluentBundle([lang], use_isolating=False)
            bundle.add_resource(FluentResource((LOCALES / lang / "web.ftl").read_text(encoding="utf-8")))
            self._bundles[lang] = bundle

    def say(self, key: str, lang: str, /, **arguments: str | int) -> str:
        message = self._bundles[lang].get_message(key)
        text, problems = self._bundles[lang].format_pattern(message.value, arguments)
        assert not problems, (key, problems)
        return str(text)

    def also(self, key: str, lang: str, /) -> tuple[str, ...]:
        return ()

    def languages(self) -> Sequence[str]:
        return ("vi", "en")


def now() -> datetime:
    return datetime.now(UTC)


def filing_script() -> Callable[[Received], Sequence[Outgoing]]:
    """A few turns that look like the real ones."""
    prompt = 0

    def ask(text: str, *options: tuple[str, str]) -> Outgoing:
        nonlocal prompt
        prompt += 1
        return Outgoing(text, tuple(Option(id, label) for id, label in options), prompt)

    def answer(received: Received) -> Sequence[Outgoing]:
        assert received.incoming is not None
        what = received.incoming.what
        if isinstance(what, Text) and what.body == "/start":
            return [
                Outgoing(
                    "Xin chào ông/bà. Đây là kênh tiếp nhận ý kiến của Mặt trận Tổ quốc phường Hòa Bình.\n"
                    "Tôi là trợ lý tự động (máy), giúp ông/bà ghi và gửi ý kiến tới cán bộ Mặt trận. Cán bộ là"
                    " người đọc và xử lý.\n\nNếu đang có người gặp nguy hiểm, xin gọi ngay:\n"
                    "113 Công an · 114 Cháy, cứu nạn · 115 Cấp cứu\n\nÔng/bà muốn làm gì ạ?",
                    (Option("/guidon", "Gửi ý kiến"), Option("/tracuu", "Tra cứu"), Option("/trogiup", "Trợ giúp")),
                )
            ]
        if isinstance(what, Choice) and what.option == "/guidon":
            return [
                ask(
                    "Bước 1/6 · Đồng ý\nTrang này do Mặt trận quản lý. Nội dung được mã hóa và chỉ cán bộ được giao"
                    " mới mở được; mỗi lần mở đều ghi lại.\n\nÔng/bà có đồng ý để chúng tôi ghi nhận không ạ?",
                    ("yes", "Đồng ý"),
                    ("no", "Không đồng ý"),
                )
            ]
        if isinstance(what, Choice) and what.option == "yes":
            return [ask("Bước 2/6 · Sự việc\nXin kể việc gì đã xảy ra. Ông/bà viết không dấu cũng được ạ.")]
        if isinstance(what, Choice) and what.option == "send":
            return [
                Outgoing(
                    "Dạ, chúng tôi đã nhận đơn của ông/bà.\n\nMã theo dõi:\nTD-7K3M-9QXH\n\nNgười giữ: Mặt trận"
                    " phường Hòa Bình, 024 3851 1234.\nTrả lời trước ngày 05/12/2026. Ông/bà không cần làm gì"
                    " thêm.",
                    (Option("/bosung TD-7K3M-9QXH", "Bổ sung"), Option("/dontoi", "Đơn của tôi")),
                )
            ]
        if isinstance(what, Edited):
            return [Outgoing("Dạ, tôi đã sửa theo lời ông/bà.")]
        if isinstance(what, Media):
            return [ask("Dạ, đã nhận 1 tệp. Ông/bà còn gửi nữa không ạ?", ("done", "Gửi xong"))]
        return [
            ask(
                "Bước 6/6 · Xem lại\nĐường trước số nhà 12 ngõ 5 hỏng nặng, mưa là ngập.\n\nÔng/bà xem đã đúng chưa ạ?",
                ("send", "Gửi"),
                ("edit", "Sửa một mục"),
            )
        ]

    return answer


@contextlib.contextmanager
def serving(routes: Sequence[BaseRoute], port: int = 0) -> Iterator[str]:
    """Serve routes on loopback from another thread; the address."""
    sock = socket.socket()
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    sock.bind(("127.0.0.1", port))
    config = uvicorn.Config(
        Starlette(routes=list(routes)), log_level="error", lifespan="off", timeout_graceful_shutdown=1
    )
    server = uvicorn.Server(config)
    ready = threading.Event()

    async def serve() -> None:
        ready.set()
        await server.serve(sockets=[sock])

    thread = threading.Thread(target=lambda: asyncio.run(serve()), daemon=True)
    thread.start()
    ready.wait(10)
    try:
        yield f"http://127.0.0.1:{sock.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(10)
        sock.close()
