"""The way to the OA OpenAPI: one pooled aiohttp session, the token in its header, errors by the code in the answer."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Callable, Mapping
from typing import Any, Final

import aiohttp

from bot.channels.calling import ApiRefusedError, answered, patience
from bot.channels.errors import NoAnswerError
from bot.channels.pace import Pace
from bot.channels.zalo_oa.errors import TOKEN_CODES
from bot.channels.zalo_oa.tokens import Tokens

API_BASE: Final = "https://openapi.zalo.me"
READ_SECONDS: Final = 15.0
UPLOAD_SECONDS: Final = 60.0
CONNECTIONS: Final = 50


class OpenApi:
    """Calls the OpenAPI. A call that the token spoiled is repeated once with a new one."""

    def __init__(
        self,
        session: Callable[[], aiohttp.ClientSession],
        base: str,
        tokens: Tokens,
        pace: Pace,
        *,
        proof_secret: str = "",
    ) -> None:
        self._session = session
        self._base = base.rstrip("/")
        self._tokens = tokens
        self._pace = pace
        self._proof_secret = proof_secret

    async def post(self, path: str, body: Mapping[str, Any]) -> dict[str, Any]:
        """The `data` of a call with a JSON body. Raises ApiRefusedError, NoAnswerError, or a SendError of the grant."""
        content = json.dumps(body, ensure_ascii=False).encode()
        return await self._call("POST", path, data=lambda: content, headers={"Content-Type": "application/json"})

    async def get(self, path: str, data: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """The `data` of a query; its parameters travel as JSON in one parameter."""
        query = {"data": json.dumps(data)} if data else {}
        return await self._call("GET", path, params=query)

    async def upload(self, path: str, name: str, content: bytes, mime: str) -> dict[str, Any]:
        """The `data` of an upload. `name` must bear a true ending."""

        def form() -> aiohttp.FormData:
            made = aiohttp.FormData()
            made.add_field("file", content, filename=name, content_type=mime)
            return made

        return await self._call("POST", path, data=form, seconds=UPLOAD_SECONDS)

    async def _call(
        self,
        method: str,
        path: str,
        *,
        data: Callable[[], Any] | None = None,
        params: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
        seconds: float = READ_SECONDS,
    ) -> dict[str, Any]:
        token = await self._tokens.access()
        for last in (False, True):
            await self._pace.turn()
            try:
                return await self._once(method, path, token, data() if data else None, params, headers, seconds)
            except ApiRefusedError as error:
                if last or error.code not in TOKEN_CODES:
                    raise
            token = await self._tokens.replace(token)
        raise AssertionError

    async def _once(
        self,
        method: str,
        path: str,
        token: str,
        data: Any,
        params: Mapping[str, str] | None,
        headers: Mapping[str, str] | None,
        seconds: float,
    ) -> dict[str, Any]:
        sent = {**(headers or {}), "access_token": token}
        if self._proof_secret:
            proof = hmac.new(self._proof_secret.encode(), token.encode(), hashlib.sha256).hexdigest()
            sent["appsecret_proof"] = proof
        status, payload = await answered(
            self._session().request(
                method,
                f"{self._base}{path}",
                data=data,
                params=params,
                headers=sent,
                allow_redirects=False,  # a redirect would carry the token to another address
                timeout=patience(seconds),
            )
        )
        return _data(payload, status)


def _data(payload: bytes, status: int) -> dict[str, Any]:
    """What an answer holds; errors come with HTTP 200 too, and a proxy in between answers in HTML."""
    try:
        answer = json.loads(payload)
    except (ValueError, RecursionError):
        answer = None
    code = answer.get("error") if isinstance(answer, dict) else None
    if not isinstance(answer, dict) or isinstance(code, bool) or not isinstance(code, int):
        raise NoAnswerError(f"http_{status}") from None
    if code != 0:
        raise ApiRefusedError(code)
    data = answer.get("data")
    return data if isinstance(data, dict) else {}
