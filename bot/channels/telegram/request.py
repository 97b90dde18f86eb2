"""The way to the Bot API: python-telegram-bot's request interface on one pooled aiohttp session.

The address of every call holds the token, so nothing here writes an address into a log or an exception.
"""

from __future__ import annotations

import json
from collections.abc import AsyncGenerator, Mapping
from typing import Any, Final, NoReturn

import aiohttp
from telegram.error import TelegramError
from telegram.request import BaseRequest, RequestData

CONNECT_SECONDS: Final = 5.0
READ_SECONDS: Final = 15.0
DOWNLOAD_SECONDS: Final = 300.0
CONNECTIONS: Final = 100
CHUNK_BYTES: Final = 64 * 1024

_FORM: Final = {"Content-Type": "application/x-www-form-urlencoded"}
_JSON: Final = {"Content-Type": "application/json"}


class ApiRefusedError(TelegramError):
    """The Bot API refused a call."""

    __slots__ = ("description", "migrate_to", "retry_after", "status")

    def __init__(
        self, status: int, description: str = "", retry_after: float | None = None, migrate_to: str = ""
    ) -> None:
        # The vendor's prose may quote a message: it is kept apart and never becomes the exception's text.
        super().__init__(f"{self.__doc__} {status}")
        self.status = status
        self.description = description
        self.retry_after = retry_after
        self.migrate_to = migrate_to


class NoAnswerError(TelegramError):
    """No answer came that the Bot API could have given."""

    __slots__ = ("code",)

    def __init__(self, code: str) -> None:
        super().__init__(f"{self.__doc__} {code}")
        self.code = code


class AioRequest(BaseRequest):
    """Calls over aiohttp, in the same form-encoded shape that python-telegram-bot's own request uses."""

    __slots__ = ("_read_seconds", "_session")

    def __init__(self, read_seconds: float = READ_SECONDS) -> None:
        self._read_seconds = read_seconds
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        """Seconds to wait for an answer unless a call says otherwise."""
        return self._read_seconds

    async def initialize(self) -> None:
        """Open the session; a second time changes nothing."""
        if self._session is None or self._session.closed:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=CONNECTIONS, keepalive_timeout=60),
                cookie_jar=aiohttp.DummyCookieJar(),
                headers={"User-Agent": self.USER_AGENT},
            )

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
        read = self._read_seconds if read_timeout is BaseRequest.DEFAULT_NONE else read_timeout
        return await self._ask(method, url, _timeout(read), _body(request_data))

    async def call(self, url: str, parameters: Mapping[str, Any], read_timeout: float) -> Any:
        """The result of one call, its parameters sent as JSON: half the work of the library's own way."""
        body = json.dumps(parameters, ensure_ascii=False, separators=(",", ":")).encode()
        _, payload = await self._ask("POST", url, _timeout(read_timeout), {"data": body, "headers": _JSON})
        return self.parse_json_payload(payload)["result"]

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """The answer as a dict that has a result; the base class would log what it cannot read."""
        answer = _answer(payload, 200)
        if answer.get("ok") is not True or "result" not in answer:
            _refuse(answer, 200)
        return answer

    async def stream(self, url: str) -> AsyncGenerator[bytes, None]:
        """The body behind an address, piece by piece."""
        session = await self._open()
        try:
            async with session.get(
                url,
                allow_redirects=False,
                timeout=aiohttp.ClientTimeout(
                    total=DOWNLOAD_SECONDS, sock_connect=CONNECT_SECONDS, sock_read=self._read_seconds
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
            async with session.request(method, url, allow_redirects=False, timeout=timeout, **body) as answer:
                status, payload = answer.status, await answer.read()
        except TimeoutError:
            raise NoAnswerError("timeout") from None
        except (aiohttp.ClientError, OSError) as error:
            raise NoAnswerError(type(error).__name__) from None
        if not 200 <= status <= 299:
            _refuse(_answer(payload, status), status)
        return status, payload

    async def _open(self) -> aiohttp.ClientSession:
        await self.initialize()
        assert self._session is not None
        return self._session


def _timeout(read: float | None) -> aiohttp.ClientTimeout:
    total = None if read is None else CONNECT_SECONDS + read
    return aiohttp.ClientTimeout(total=total, sock_connect=CONNECT_SECONDS, sock_read=read)


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


def _answer(payload: bytes, status: int) -> dict[str, Any]:
    try:
        answer = json.loads(payload)
    except (ValueError, RecursionError):
        answer = None
    # A proxy in between answers in HTML or in a JSON of its own: that is not the Bot API's word.
    if not isinstance(answer, dict) or "ok" not in answer:
        raise NoAnswerError(f"http_{status}") from None
    return answer


def _refuse(answer: dict[str, Any], status: int) -> NoReturn:
    parameters = answer.get("parameters")
    parameters = parameters if isinstance(parameters, dict) else {}
    wait = parameters.get("retry_after")
    moved = parameters.get("migrate_to_chat_id")
    code = answer.get("error_code")
    description = answer.get("description")
    raise ApiRefusedError(
        code if isinstance(code, int) else status,
        description if isinstance(description, str) else "",
        float(wait) if isinstance(wait, int | float) else None,
        str(moved) if isinstance(moved, int | str) else "",
    )
