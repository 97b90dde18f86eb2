"""Events that the Bot Platform posts to us: believed by the secret in their header, answered at once."""

from __future__ import annotations

import hmac
from typing import Final

import structlog
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from bot.channels.loose import parsed
from bot.channels.posted import body_of
from bot.channels.way_in import WayIn

PATH: Final = "/zalo/bot/webhook"
SECRET_HEADER: Final = "X-Bot-Api-Secret-Token"

_log = structlog.get_logger()


def route(secret: str, way_in: WayIn) -> Route:
    """The route that the platform is given."""
    expected = secret.encode()

    async def webhook(request: Request) -> Response:
        given = request.headers.get(SECRET_HEADER, "").encode()
        if not hmac.compare_digest(given, expected):
            _log.warning("zalo_bot.webhook.refused", reason="secret" if given else "no_secret")
            return Response(status_code=403)
        try:
            raw = await body_of(request)
        except ClientDisconnect:
            return Response(status_code=400)
        if raw is None:
            return Response(status_code=413)
        if not isinstance(parsed(raw), dict):
            # It has the secret, so it would come again for ever.
            _log.warning("zalo_bot.webhook.unreadable", size=len(raw))
            return Response(status_code=200)
        return Response(status_code=200 if await way_in.keep(raw) else 503)

    return Route(PATH, webhook, methods=["POST"])
