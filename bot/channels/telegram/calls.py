"""Calls to the Bot API: parameters out as JSON, the result or a refusal back.

The address of every call holds the token, so nothing here writes an address into a log or an exception.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, NoReturn

from bot.channels import errors
from bot.channels.json_bytes import json_of
from bot.channels.loose import parsed
from bot.channels.wire import Wire

READ_SECONDS: Final = 15.0
CONNECTIONS: Final = 100
LONGEST_WAIT_SECONDS: Final = 3600.0
_LARGEST_CHAT: Final = 2**63


class CallError(Exception):
    """The Bot API did not do what it was asked."""


class ApiRefusedError(CallError):
    """The Bot API refused a call."""

    def __init__(
        self, status: int, description: str = "", retry_after: float | None = None, migrate_to: str = ""
    ) -> None:
        # The vendor's prose may quote a message: it is kept apart and never becomes the exception's text.
        super().__init__(f"{self.__doc__} {status}")
        self.status = status
        self.description = description
        self.retry_after = retry_after
        self.migrate_to = migrate_to


class NoAnswerError(CallError):
    """No answer came that the Bot API could have given."""

    def __init__(self, code: str) -> None:
        super().__init__(f"{self.__doc__} {code}")
        self.code = code


class Calls:
    """Calls the methods of one bot."""

    def __init__(self, token: str, api_base: str) -> None:
        self._wire = Wire(f"{api_base}/bot{token}", CONNECTIONS)

    async def call(self, method: str, parameters: Mapping[str, Any], read_timeout: float = READ_SECONDS) -> Any:
        """The result of one call. Raises a CallError."""
        body = json_of(parameters)
        try:
            status, payload = await self._wire.post(f"/{method}", body, read_timeout)
        except errors.NoAnswerError as error:
            raise NoAnswerError(error.code) from None
        return result_in(payload, status)

    def close(self) -> None:
        """Hang up."""
        self._wire.close()


def result_in(payload: bytes, status: int) -> Any:
    """The result that an answer holds. Raises a CallError."""
    answer = answer_in(payload, status)
    if not 200 <= status <= 299 or answer.get("ok") is not True or "result" not in answer:
        refuse(answer, status)
    return answer["result"]


def answer_in(payload: bytes, status: int) -> dict[str, Any]:
    """An answer of the Bot API, whatever it says. Raises NoAnswerError."""
    answer = parsed(payload)
    # A proxy in between answers in HTML or in a JSON of its own: that is not the Bot API's word.
    if not isinstance(answer, dict) or "ok" not in answer:
        raise NoAnswerError(f"http_{status}")
    return answer


def refuse(answer: dict[str, Any], status: int) -> NoReturn:
    """Raise the refusal that an answer holds."""
    parameters = answer.get("parameters")
    parameters = parameters if isinstance(parameters, dict) else {}
    moved = parameters.get("migrate_to_chat_id")
    code = answer.get("error_code")
    description = answer.get("description")
    raise ApiRefusedError(
        code if isinstance(code, int) else status,
        description if isinstance(description, str) else "",
        _seconds(parameters.get("retry_after")),
        str(moved) if type(moved) is int and abs(moved) < _LARGEST_CHAT else "",
    )


def _seconds(wait: object) -> float | None:
    """How long we are asked to wait; None where that is not told. No slip of the vendor's makes us deaf for days."""
    if not isinstance(wait, int | float) or not wait > 0:  # what is not a number is not above it either
        return None
    return float(min(wait, LONGEST_WAIT_SECONDS))
