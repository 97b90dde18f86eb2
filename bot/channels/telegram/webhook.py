"""Updates that Telegram posts to us: checked, stored, and only then answered with 200."""

from __future__ import annotations

import asyncio
import hmac
import json
from collections.abc import Awaitable, Callable
from typing import Final
from weakref import WeakValueDictionary

from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.channels.posted import body_of
from bot.channels.telegram.updates import callback_of, chat_of

PATH: Final = "/telegram/webhook"
SECRET_HEADER: Final = "X-Telegram-Bot-Api-Secret-Token"
CONNECTIONS: Final = 40
"""How many updates Telegram may deliver at a time; 40 is its own default."""

Store = Callable[[object, bytes], Awaitable[bool]]


def route(secret: str, store: Store) -> Route:
    """The route of the webhook. `store(update, raw)` says whether the update was stored."""
    expected = secret.encode()
    chats: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def webhook(request: Request) -> Response:
        given = request.headers.get(SECRET_HEADER, "").encode()
        if not hmac.compare_digest(given, expected):
            return Response(status_code=403)
        try:
            raw = await body_of(request)
        except ClientDisconnect:
            return Response(status_code=400)
        if raw is None:
            return Response(status_code=413)
        update = _json(raw)
        # Posts of one chat wait for each other in the order in which they came.
        chat = chat_of(update)
        lock = chats.setdefault(chat, asyncio.Lock()) if chat else asyncio.Lock()
        async with lock:
            stored = await store(update, raw)
        if not stored:
            return Response(status_code=503)
        if tap := callback_of(update):
            return JSONResponse({"method": "answerCallbackQuery", "callback_query_id": tap})
        return Response(status_code=200)

    return Route(PATH, webhook, methods=["POST"])


def _json(raw: bytes) -> object:
    try:
        return json.loads(raw)
    except (ValueError, RecursionError):
        return None  # stored all the same: it has the secret, so it is Telegram, and would come again for ever
