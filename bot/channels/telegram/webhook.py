"""Updates that Telegram posts to us: checked, stored, and only then answered with 200."""

from __future__ import annotations

import hmac
import json
from collections.abc import Awaitable, Callable
from typing import Final

from starlette.requests import ClientDisconnect
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from bot.channels.posted import body_in
from bot.channels.telegram.updates import callback_of

PATH: Final = "/telegram/webhook"
SECRET_HEADER: Final = "X-Telegram-Bot-Api-Secret-Token"
CONNECTIONS: Final = 40
"""How many updates Telegram may deliver at a time; 40 is its own default."""

_SECRET_HEADER: Final = SECRET_HEADER.lower().encode()

Store = Callable[[object, bytes], Awaitable[bool]]


def route(secret: str, store: Store) -> Route:
    """The route of the webhook. `store(update, raw)` says whether the update was stored."""
    return Route(PATH, _Webhook(secret.encode(), store), methods=["POST"])


class _Webhook:
    """An application of its own: what comes here is most of all requests, and needs nothing of a framework."""

    def __init__(self, secret: bytes, store: Store) -> None:
        self._secret = secret
        self._store = store

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        given = next((value for name, value in scope["headers"] if name == _SECRET_HEADER), b"")
        if not hmac.compare_digest(given, self._secret):
            await _answer(send, 403)
            return
        try:
            raw = await body_in(receive)
        except ClientDisconnect:
            return
        if raw is None:
            await _answer(send, 413)
            return
        update = parsed(raw)
        stored = await self._store(update, raw)
        if stored and (tap := callback_of(update)):
            answer = json.dumps({"method": "answerCallbackQuery", "callback_query_id": tap})
            await _answer(send, 200, answer.encode())
        else:
            await _answer(send, 200 if stored else 503)


def parsed(raw: bytes) -> object:
    """The update in these bytes; None for what is no JSON."""
    try:
        return json.loads(raw)
    except (ValueError, RecursionError):
        return None  # stored all the same: it has the secret, so it is Telegram, and would come again for ever


async def _answer(send: Send, status: int, body: bytes = b"") -> None:
    headers: tuple[tuple[bytes, bytes], ...] = ((b"content-length", b"0"),)
    if body:
        headers = ((b"content-length", b"%d" % len(body)), (b"content-type", b"application/json"))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
