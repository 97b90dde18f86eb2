"""The way to the Bot Platform: one pooled aiohttp session. The token stands in the address, so no address is told."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import quote

import aiohttp

from bot.channels.calling import ApiRefusedError, answered, new_session, patience
from bot.channels.errors import NoAnswerError
from bot.channels.loose import parsed
from bot.channels.pace import Pace
from bot.channels.zalo_bot.errors import IDLE

API_BASE: Final = "https://bot-api.zaloplatforms.com"
READ_SECONDS: Final = 15.0
CONNECTIONS: Final = 20


class BotApi:
    """Calls the Bot Platform."""

    def __init__(self, base: str, token: str, pace: Pace) -> None:
        self._prefix = f"{base.rstrip('/')}/bot{quote(token, safe=':')}/"
        self._pace = pace
        self._session: aiohttp.ClientSession | None = None

    async def send(self, method: str, body: Mapping[str, Any]) -> Any:
        """The result of a call that the platform counts. Raises ApiRefusedError or NoAnswerError."""
        await self._pace.turn()
        return await self.call(method, body)

    async def call(self, method: str, body: Mapping[str, Any], seconds: float = READ_SECONDS) -> Any:
        """The result of a call. Raises ApiRefusedError or NoAnswerError."""
        status, payload = await answered(
            self._http().post(
                self._prefix + method,
                data=json.dumps(body, ensure_ascii=False).encode(),
                headers={"Content-Type": "application/json"},
                allow_redirects=False,  # a redirect would carry the message to another address
                timeout=patience(seconds),
            )
        )
        return _result(payload, status)

    async def close(self) -> None:
        """Let go of connections."""
        if self._session is not None:
            await self._session.close()

    def _http(self) -> aiohttp.ClientSession:
        if self._session is None or self._session.closed:
            self._session = new_session(CONNECTIONS)
        return self._session


def _result(payload: bytes, status: int) -> Any:
    """What an answer holds: `ok` decides, whatever the status; a proxy in between answers in HTML."""
    answer = parsed(payload)
    said = answer.get("ok") if isinstance(answer, dict) else None
    if not isinstance(answer, dict) or not isinstance(said, bool):
        if status in (401, IDLE):
            raise ApiRefusedError(status)
        raise NoAnswerError(f"http_{status}")
    if said:
        return answer.get("result")
    code = answer.get("error_code")
    digits = str(code) if isinstance(code, int | str) and not isinstance(code, bool) else ""
    raise ApiRefusedError(int(digits) if digits.isdecimal() and len(digits) < 6 else status)
