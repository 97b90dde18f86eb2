"""Events that Zalo posts to us: believed only when signed, answered within two seconds whatever the database does."""

from __future__ import annotations

from typing import Final

import structlog
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from bot.channels.posted import body_of
from bot.channels.way_in import WayIn
from bot.channels.zalo_oa.signature import HEADER, Keys, RefusedError, verified

PATH: Final = "/zalo/oa/webhook"

_log = structlog.get_logger()


def route(keys: Keys, way_in: WayIn) -> Route:
    """The route that Zalo is given."""

    async def webhook(request: Request) -> Response:
        try:
            raw = await body_of(request)
        except ClientDisconnect:
            return Response(status_code=400)
        if raw is None:
            return Response(status_code=413)
        header = request.headers.get(HEADER, "")
        if not header and raw.strip() == b"{}":
            return Response(status_code=200)  # the question whether anybody is there
        try:
            verified(raw, header, keys)
        except RefusedError as error:
            _log.warning("zalo_oa.webhook.refused", reason=error.reason)
            return Response(status_code=403)
        return Response(status_code=200 if await way_in.keep(raw) else 503)

    return Route(PATH, webhook, methods=["POST"])
