from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from bot.channels.contract import Received
from bot.channels.web.channel import WebChannel
from handlers.messages import Outgoing
from tests.channels.web.web_fakes import MemoryMailbox, MemorySpool, ScriptedBot, now


@dataclass
class Bench:
    client: TestClient
    channel: WebChannel
    mailbox: MemoryMailbox
    spool: MemorySpool
    bot: ScriptedBot
    peer: str = ""

    def open(self) -> None:
        """What the page does first: get the key and ask for the conversation."""
        self.client.get("/chat/messages")
        answer = self.client.get("/chat/messages")
        assert answer.status_code == 200

    def entries(self, after: int = 0) -> list[dict[str, object]]:
        return list(self.client.get(f"/chat/messages?after={after}").json()["entries"])

    def send(self, **body: object) -> int:
        return self.client.post("/chat/send", json=body).status_code


@pytest.fixture
def bench() -> Iterator[Bench]:
    def answer(received: Received) -> list[Outgoing]:
        return [Outgoing("Dạ, tôi đã nhận.")]

    yield from _bench(answer)


def _bench(answer: Callable[[Received], list[Outgoing]]) -> Iterator[Bench]:
    mailbox, spool, bot = MemoryMailbox(), MemorySpool(), ScriptedBot(answer)
    channel = WebChannel(mailbox, spool, now, file_limit=1000)
    bot.channel = channel
    app = Starlette(routes=channel.routes(bot.accept))
    with TestClient(app, base_url="http://127.0.0.1") as client:
        bench = Bench(client, channel, mailbox, spool, bot)
        bench.open()
        yield bench
