"""Files to and from the Bot API, by python-telegram-bot on an aiohttp session of ours. Loaded with the first file.

The address of every call holds the token, so nothing here writes an address into a log or an exception.
"""

from __future__ import annotations

import logging
from collections.abc import AsyncGenerator, Mapping
from typing import Any, Final

import aiohttp
from telegram import Bot, InputFile
from telegram.error import TelegramError
from telegram.request import BaseRequest, RequestData

from bot.channels import errors
from bot.channels.calling import CONNECT_SECONDS, answered, new_session, patience
from bot.channels.contract import OutFile
from bot.channels.telegram.calls import READ_SECONDS, ApiRefusedError, CallError, NoAnswerError, answer_in, result_in

DOWNLOAD_SECONDS: Final = 300.0
CONNECTIONS: Final = 100
CHUNK_BYTES: Final = 64 * 1024

_FORM: Final = {"Content-Type": "application/x-www-form-urlencoded"}


class Library:
    """python-telegram-bot's Bot: it knows how a file is uploaded."""

    def __init__(self, token: str, api_base: str) -> None:
        # At level DEBUG the library writes the token and whole messages.
        logging.getLogger("telegram").setLevel(logging.WARNING)
        self._request = _AioRequest()
        self._bot = _QuietBot(
            token,
            base_url=f"{api_base}/bot",
            base_file_url=f"{api_base}/file/bot",
            request=self._request,
            get_updates_request=self._request,
        )

    async def upload(self, method: str, parameters: Mapping[str, Any], kind: str, file: OutFile) -> Any:
        """The result of a call that carries a file as its parameter `kind`. Raises a CallError."""
        content = InputFile(file.content, filename=file.name)
        try:
            return await self._bot.do_api_request(method, {**parameters, kind: content}, read_timeout=READ_SECONDS)
        except _CarriedError as carried:
            raise carried.error from None
        except TelegramError as error:
            raise NoAnswerError(type(error).__name__) from None

    def stream(self, url: str) -> AsyncGenerator[bytes, None]:
        """The body behind an address, piece by piece. Raises a CallError."""
        return self._request.stream(url)

    async def close(self) -> None:
        """Let go of connections."""
        await self._request.shutdown()


class _QuietBot(Bot):
    """A Bot whose `do_api_request` serves also where a slower method exists, without a warning each time."""

    __slots__ = ()

    @classmethod
    def _warn(cls, *_: Any, **__: Any) -> None:
        """Nothing: the only warnings are about style."""


class _CarriedError(TelegramError):
    """Carries an error of ours through the library."""

    __slots__ = ("error",)

    def __init__(self, error: CallError) -> None:
        super().__init__(type(error).__name__)
        self.error = error


class _AioRequest(BaseRequest):
    """Calls over aiohttp, in the same form-encoded shape that python-telegram-bot's own request uses."""

    __slots__ = ("_session",)

    def __init__(self) -> None:
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        """Seconds to wait for an answer unless a call says otherwise."""
        return READ_SECONDS

    async def initialize(self) -> None:
        """Open the session; a second time changes nothing."""
        if self._session is None or self._session.closed:
            self._session = new_session(CONNECTIONS, {"User-Agent": self.USER_AGENT})

    async def shutdown(self) -> None:
        """Close the session."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """One call; a refusal is raised here, before the base class would put its prose into an exception."""
        read = READ_SECONDS if read_timeout is BaseRequest.DEFAULT_NONE else read_timeout
        try:
            status, payload = await self._ask(method, url, patience(read), _body(request_data))
            result_in(payload, status)
        except CallError as error:
            raise _CarriedError(error) from None
        return status, payload

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """The answer as a dict that has a result; the base class would log what it cannot read."""
        return answer_in(payload, 200)

    async def stream(self, url: str) -> AsyncGenerator[bytes, None]:
        """The body behind an address, piece by piece. Raises a CallError."""
        session = await self._open()
        try:
            async with session.get(
                url,
                allow_redirects=False,
                timeout=aiohttp.ClientTimeout(
                    total=DOWNLOAD_SECONDS, sock_connect=CONNECT_SECONDS, sock_read=READ_SECONDS
                ),
            ) as answer:
                if answer.status != 200:
                    raise ApiRefusedError(answer.status)
                async for chunk in answer.content.iter_chunked(CHUNK_BYTES):
                    yield chunk
        except TimeoutError:
            raise NoAnswerError("timeout") from None
        except (aiohttp.ClientError, OSError) as error:
            raise NoAnswerError(type(error).__name__) from None

    async def _ask(
        self, method: str, url: str, timeout: aiohttp.ClientTimeout, body: Mapping[str, Any]
    ) -> tuple[int, bytes]:
        session = await self._open()
        try:
            # A redirect would carry the token to another address.
            return await answered(session.request(method, url, allow_redirects=False, timeout=timeout, **body))
        except errors.NoAnswerError as error:
            raise NoAnswerError(error.code) from None

    async def _open(self) -> aiohttp.ClientSession:
        await self.initialize()
        assert self._session is not None
        return self._session


def _body(request_data: RequestData | None) -> dict[str, Any]:
    if request_data is None:
        return {}
    if not request_data.contains_files:
        return {"data": request_data.url_encoded_parameters().encode("ascii"), "headers": _FORM}
    form = aiohttp.FormData()
    for name, value in request_data.json_parameters.items():
        form.add_field(name, value)
    for name, (file_name, content, mime) in request_data.multipart_data.items():
        form.add_field(name, content, filename=file_name, content_type=mime)
    return {"data": form}
