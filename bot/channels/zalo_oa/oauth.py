"""Consent of the Official Account: the link, the code that comes back, and the exchange of one token for the next."""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import string
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any, Final
from urllib.parse import parse_qs, urlencode, urlsplit

import aiohttp

from bot.channels.calling import ApiRefusedError, answered
from bot.channels.errors import NoAnswerError
from bot.channels.zalo_oa.ports import Pair
from cases.records import record

OAUTH_BASE: Final = "https://oauth.zaloapp.com"
CALLBACK_PATH: Final = "/zalo/oa/callback"
GRANT_DAYS: Final = 90
"""A refresh token lives "about three months"; each refresh gives a new one."""
ACCESS_SECONDS: Final = 90_000
CALL_SECONDS: Final = 20.0
_VERIFIER_CHARS: Final = 43
_LETTERS: Final = string.ascii_letters + string.digits


@record(frozen=True, slots=True)
class Consent:
    """One question for consent: the link for the administrator of the OA, and what must be kept until the answer."""

    link: str
    verifier: str
    state: str


def ask(oauth_base: str, app_id: str, redirect_uri: str) -> Consent:
    """A new question for consent."""
    verifier = "".join(secrets.choice(_LETTERS) for _ in range(_VERIFIER_CHARS))
    state = secrets.token_urlsafe(16)
    query = {
        "app_id": app_id,
        "redirect_uri": redirect_uri,
        "code_challenge": challenge(verifier),
        "state": state,
    }
    return Consent(f"{oauth_base.rstrip('/')}/v4/oa/permission?{urlencode(query)}", verifier, state)


def challenge(verifier: str) -> str:
    """The challenge of PKCE: the verifier's hash in base64 for links, without padding."""
    digest = hashlib.sha256(verifier.encode("ascii")).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


def code_in(answer: str, consent: Consent) -> str:
    """The code in what the administrator pasted: the address they were led to, or the code itself.

    "" when the address answers another question for consent than this one.
    """
    answer = answer.strip()
    if "?" not in answer:
        return answer
    given = parse_qs(urlsplit(answer).query)
    if given.get("state", [consent.state])[0] != consent.state:
        return ""
    return given.get("code", [""])[0]


class OAuth:
    """The token endpoint. Nothing here writes a token or a secret into a log or an exception."""

    def __init__(
        self,
        session: Callable[[], aiohttp.ClientSession],
        oauth_base: str,
        app_id: str,
        app_secret: str,
        now: Callable[[], datetime],
    ) -> None:
        self._session = session
        self._url = f"{oauth_base.rstrip('/')}/v4/oa/access_token"
        self._app_id = app_id
        self._app_secret = app_secret
        self._now = now

    async def redeem(self, code: str, verifier: str) -> Pair:
        """The first pair, for the code of a consent."""
        return await self._exchange({"grant_type": "authorization_code", "code": code, "code_verifier": verifier})

    async def refresh(self, refresh_token: str) -> Pair:
        """The next pair. The token given is spent, whether or not the answer reaches us."""
        return await self._exchange({"grant_type": "refresh_token", "refresh_token": refresh_token})

    async def _exchange(self, form: Mapping[str, str]) -> Pair:
        asked_at = self._now()
        status, payload = await answered(
            self._session().post(
                self._url,
                data={**form, "app_id": self._app_id},
                headers={"secret_key": self._app_secret},
                allow_redirects=False,
                timeout=aiohttp.ClientTimeout(total=CALL_SECONDS),
            )
        )
        try:
            given = json.loads(payload)
        except (ValueError, RecursionError):
            given = None
        if not isinstance(given, dict):
            raise NoAnswerError(f"http_{status}")
        return _pair(given, asked_at, status)


def _pair(given: Mapping[str, Any], at: datetime, status: int) -> Pair:
    access, refresh = given.get("access_token"), given.get("refresh_token")
    if isinstance(access, str) and access and isinstance(refresh, str) and refresh:
        lives = _seconds(given.get("expires_in"), ACCESS_SECONDS)
        ends = _seconds(given.get("refresh_token_expires_in"), GRANT_DAYS * 24 * 3600)
        return Pair(access, refresh, at + timedelta(seconds=lives), at + timedelta(seconds=ends))
    code = given.get("error")
    if isinstance(code, int) and code:
        raise ApiRefusedError(code)
    raise NoAnswerError(f"http_{status}")


def _seconds(value: object, otherwise: int) -> int:
    """A number of seconds, which comes as text or as a number."""
    try:
        seconds = int(str(value))
    except ValueError:
        return otherwise
    return seconds if seconds > 0 else otherwise
