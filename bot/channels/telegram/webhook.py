"""Updates that Telegram posts to us: checked, stored, and only then answered with 200."""

from __future__ import annotations

import asyncio
import hmac
from collections.abc import Callable, Sequence
from typing import Final

from starlette.requests import ClientDisconnect
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from bot.channels.json_bytes import json_of
from bot.channels.loose import parsed
from bot.channels.posted import Answer, body_in
from bot.channels.telegram.updates import callback_of

PATH: Final = "/telegram/webhook"
SECRET_HEADER: Final = "X-Telegram-Bot-Api-Secret-Token"
CONNECTIONS: Final = 40
"""How many updates Telegram may deliver at a time; 40 is its own default."""

_SECRET_HEADER: Final = SECRET_HEADER.lower().encode()

Store = Callable[[object, bytes, Callable[[bool], None]], None]
"""Begins to store an update; tells then whether it is stored."""


def route(secret: str, store: Store) -> Route:
    """The route of the webhook."""
    return Route(PATH, _Webhook(secret.encode(), store), methods=["POST"])


class _Webhook:
    """A desk, and an application of its own for servers that know none."""

    def __init__(self, secret: bytes, store: Store) -> None:
        self._secret = secret
        self._store = store

    def admits(self, headers: Sequence[tuple[bytes, bytes]]) -> bool:
        """Whether it is Telegram."""
        for name, value in headers:
            if name == _SECRET_HEADER:
                return hmac.compare_digest(value, self._secret)
        return False

    def begin(self, raw: bytes, answer: Answer) -> None:
        """Store an update; a tap is told that it was seen."""
        # What is no JSON is stored all the same: it has the secret, so it is Telegram, and would come again for ever.
        update = parsed(raw)

        def ended(stored: bool) -> None:
            tap = callback_of(update) if stored else ""
            seen = json_of({"method": "answerCallbackQuery", "callback_query_id": tap}) if tap else b""
            answer(200 if stored else 503, seen)

        self._store(update, raw, ended)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if not self.admits(scope["headers"]):
            await _answer(send, 403)
            return
        try:
            raw = await body_in(receive)
        except ClientDisconnect:
            return
        if raw is None:
            await _answer(send, 413)
            return
        told: asyncio.Future[tuple[int, bytes]] = asyncio.get_running_loop().create_future()

        def answer(status: int, body: bytes) -> None:
            if not told.done():
                told.set_result((status, body))

        self.begin(raw, answer)
        await _answer(send, *await told)


async def _answer(send: Send, status: int, body: bytes = b"") -> None:
    headers: tuple[tuple[bytes, bytes], ...] = ((b"content-length", b"0"),)
    if body:
        headers = ((b"content-length", b"%d" % len(body)), (b"content-type", b"application/json"))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
