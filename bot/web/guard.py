"""Who may come in: the one-time link, the session it opens, the checks that every post passes."""

from __future__ import annotations

import hmac
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Final, TypeVar
from urllib.parse import parse_qsl, urlsplit

from starlette.requests import Request
from starlette.responses import Response

from bot.channels.web.limits import Buckets
from bot.web.pages import LOOPBACK, is_secure
from cases.codes import read_code
from cases.legible import legible
from cases.records import record
from storage import doors
from storage.database import Database
from storage.doors import Door, WebSession
from storage.session import Session

COOKIE: Final = "td_staff"
WANTED: Final = "td_want"
WANTED_SECONDS: Final = 900
LINK_PATH: Final = "/console/lien-ket"
SESSION_HOURS: Final = 8
FORM_LIMIT_BYTES: Final = 64 * 1024
SEEN_EVERY: Final = timedelta(minutes=5)
"""How exactly the list of sessions says when one was used last: a write for every page would be too many."""
_BROWSERS: Final = (
    ("Zalo", "Zalo"),
    ("Edg/", "Edge"),
    ("coc_coc_browser", "Cốc Cốc"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("CriOS/", "Chrome"),
    ("Safari/", "Safari"),
)
_SYSTEMS: Final = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("Linux", "Linux"),
)

T = TypeVar("T")


@record(frozen=True, slots=True)
class Entrance:
    """A session that was just opened: the cookie's token, and the case the link was for."""

    token: str
    case: str


class Guard:
    """Sessions of officers. Sign-ins are counted per address, so that tokens cannot be guessed in numbers."""

    def __init__(self, database: Database, now: Callable[[], datetime], address: str) -> None:
        self._database = database
        self._now = now
        self._host = urlsplit(address).hostname or ""
        self._tries = Buckets(burst=20, per_second=1 / 30)

    def host_is_ours(self, request: Request) -> bool:
        """Whether the page was asked for under our own name: a foreign name that leads here is a trap."""
        host = request.url.hostname or ""
        return host in LOOPBACK or (bool(self._host) and host == self._host)

    def may_try(self, request: Request) -> bool:
        """Whether this address may try one more link."""
        return self._tries.take(address_of(request))

    async def look(self, token: str) -> Door | None:
        """Whether a link is still good; a look does not spend it."""
        return await self._database.read(doors.look, token, self._now())

    async def enter(self, request: Request) -> Entrance | None:
        """Spend the link that is asked for; the session it opens."""
        device = device_of(request.headers.get("user-agent", ""))
        return await self._database.write(_enter, request.path_params["token"], self._now(), device)

    async def session(self, request: Request) -> WebSession | None:
        """The session of whoever asks, if there is one and its officer still works here."""
        token = request.cookies.get(COOKIE, "")
        if not token or len(token) > 100:
            return None
        now = self._now()
        found = await self._database.read(doors.session, token, now)
        if found is not None and (found.seen_at is None or now - found.seen_at > SEEN_EVERY):
            await self._database.write(doors.seen, token, now)
        return found

    async def write(self, fn: Callable[[Session], T]) -> T:
        """Change something about sessions."""
        return await self._database.write(fn)

    async def leave(self, request: Request) -> None:
        """Sign out."""
        token = request.cookies.get(COOKIE, "")
        if token:
            await self._database.write(doors.end_session, token)


def give_cookie(request: Request, response: Response, token: str) -> None:
    """Let the browser keep the session."""
    response.set_cookie(
        COOKIE,
        token,
        max_age=SESSION_HOURS * 3600,
        path="/console",
        httponly=True,
        samesite="strict",
        secure=is_secure(request),
    )


def want(request: Request, response: Response, code: str) -> None:
    """Let the browser remember the letter that was asked for before signing in."""
    response.set_cookie(
        WANTED,
        read_code(code) or "",
        max_age=WANTED_SECONDS,
        path=LINK_PATH,
        httponly=True,
        samesite="strict",
        secure=is_secure(request),
    )


def take_cookie(request: Request, response: Response) -> None:
    """Let the browser forget the session."""
    response.delete_cookie(COOKIE, path="/console", httponly=True, samesite="strict", secure=is_secure(request))


async def form_of(request: Request) -> Mapping[str, str] | None:
    """The fields of a posted form; None when it is too large or no form."""
    if not request.headers.get("content-type", "").startswith("application/x-www-form-urlencoded"):
        return None
    parts, size = [], 0
    async for part in request.stream():
        size += len(part)
        if size > FORM_LIMIT_BYTES:
            return None
        parts.append(part)
    try:
        pairs = parse_qsl(b"".join(parts).decode("ascii"), keep_blank_values=True, max_num_fields=40)
    except ValueError:
        return None
    return {name: legible(value).strip() for name, value in pairs}


def is_genuine(form: Mapping[str, str], session: WebSession) -> bool:
    """Whether a form was made by our own page for this session."""
    return hmac.compare_digest(form.get("csrf", "").encode(), session.csrf.encode())


def is_from_elsewhere(request: Request) -> bool:
    """Whether another site made the browser post this."""
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site not in ("same-origin", "none")
    # Under `Referrer-Policy: no-referrer` a browser writes "null" for the origin of our own forms, too.
    origin = request.headers.get("origin", "null")
    return origin != "null" and urlsplit(origin).netloc != request.headers.get("host")


def address_of(request: Request) -> str:
    """The network address of whoever asks, for counting only; it is written nowhere."""
    return request.client.host if request.client else ""


def device_of(agent: str) -> str:
    """A browser as its owner would name it, "" when it says nothing known; the exact version is nobody's business."""
    found = [next((name for mark, name in marks if mark in agent), "") for marks in (_BROWSERS, _SYSTEMS)]
    return " · ".join(name for name in found if name)


def _enter(db: Session, token: str, now: datetime, device: str) -> Entrance | None:
    door = doors.redeem(db, token, now)
    if door is None:
        return None
    opened, _ = doors.start_session(db, door.officer.id, now + timedelta(hours=SESSION_HOURS), now, device)
    return Entrance(opened, door.case)
