"""The web channel: the page posts to us, and asks for what came since the last number it has."""

from __future__ import annotations

import asyncio
import hashlib
import json
import re
import secrets
from collections import Counter, defaultdict
from collections.abc import AsyncIterator, Callable, Mapping
from datetime import datetime, timedelta
from typing import Any, Final
from urllib.parse import quote, unquote, urlsplit

import structlog
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp

from bot.channels.contract import Abilities, Accept, OutFile, Received
from bot.channels.errors import FileGone, FileTooLarge
from bot.channels.loose import whole_number
from bot.channels.web import events, render
from bot.channels.web.limits import Buckets
from bot.channels.web.packing import packed
from bot.channels.web.ports import Entry, Mailbox, Spool
from bot.channels.web.stream import EventStream, Straight, Tell
from handlers.messages import MediaKind, Outgoing

COOKIE: Final = "td"
STREAM_PATH: Final = "/chat/stream"
COOKIE_SECONDS: Final = 400 * 24 * 3600
"""The longest that browsers keep a cookie."""
BODY_LIMIT_BYTES: Final = 128 * 1024
LONGEST_WAIT_SECONDS: Final = 25.0
"""Shorter than the patience of the proxies that stand before small servers."""
STREAMS_A_BROWSER: Final = 8
STREAMS_AN_ADDRESS: Final = 2_500
SPOOL_HOURS: Final = 24
PAPER_LIMIT_BYTES: Final = 50 * 1024 * 1024
"""Of a file that we send: as much as Telegram takes from a bot."""
SWEEP_SECONDS: Final = 3600.0
_TOKEN: Final = re.compile(r"^[A-Za-z0-9_-]{43}$")
_LOOPBACK: Final = frozenset({"127.0.0.1", "localhost", "::1"})

_log = structlog.get_logger(__name__)


class WebChannel:
    """The residents' chat page as a channel. A random cookie is the key; the account is the cookie's hash, so
    that what the database and the logs know of a browser opens nothing."""

    name = events.CHANNEL

    def __init__(
        self,
        mailbox: Mailbox,
        spool: Spool,
        now: Callable[[], datetime],
        *,
        file_limit: int = 20 * 1024 * 1024,
        longest_wait: float = LONGEST_WAIT_SECONDS,
        posts: Buckets | None = None,
        newcomers: Buckets | None = None,
        addresses: Buckets | None = None,
        embedded: bool = False,
        knows: Callable[[str], bool] = lambda peer: False,
    ) -> None:
        self.abilities = Abilities(
            text_limit=events.MAX_TEXT_CHARACTERS,
            buttons=100,
            label_limit=events.MAX_LABEL_CHARACTERS,
            edits=True,
            file_limit=file_limit,
            files_out=True,
        )
        self._mailbox = mailbox
        self._spool = spool
        self._now = now
        self._longest_wait = longest_wait
        self._posts = posts or Buckets(burst=60, per_second=2)
        self._newcomers = newcomers or Buckets(burst=200, per_second=5)
        # A whole ward may stand behind one address: many, but not a flood.
        self._addresses = addresses or Buckets(burst=600, per_second=10)
        self._embedded = embedded
        self._knows = knows
        self._streams: Counter[str] = Counter()
        self._waiting: defaultdict[str, set[asyncio.Event]] = defaultdict(set)
        self._closed = False

    def routes(self, accept: Accept) -> list[BaseRoute]:
        """What the page calls. The page itself is served by `bot.web`."""

        async def send(request: Request) -> Response:
            return await self._send(request, accept)

        async def file(request: Request) -> Response:
            return await self._file(request, accept)

        async def forget(request: Request) -> Response:
            return await self._forget(request, accept)

        return [
            Route("/chat/paper/{seq}", self._paper, methods=["GET"]),
            Route("/chat/messages", self._messages, methods=["GET"]),
            Route(STREAM_PATH, self._stream, methods=["GET"]),
            Route("/chat/send", send, methods=["POST"]),
            Route("/chat/file", file, methods=["POST"]),
            Route("/chat/forget", forget, methods=["POST"]),
        ]

    def straight(self, app: ASGIApp) -> ASGIApp:
        """The application with a short way for the pages that only wait."""
        return Straight(app, STREAM_PATH, self._stream)

    async def run(self, accept: Accept) -> None:
        """Until cancelled: erase uploads that nobody needs any more."""
        while True:
            await self._spool.sweep(self._now() - timedelta(hours=SPOOL_HOURS))
            await asyncio.sleep(SWEEP_SECONDS)

    async def send(self, peer: str, out: Outgoing, sent: str = "") -> str:
        """Put a message (or, with `out.edit` and `sent`, what replaces that one) where the page finds it."""
        body = render.message(out)
        if out.edit and sent:
            body["edits"] = sent
        seq = await self._mailbox.put(peer, body, self._now())
        self._wake(peer)
        return sent if out.edit and sent else str(seq)

    def line_of(self, out: Outgoing) -> dict[str, Any] | None:
        """The line that the page shows of a message; None where it is more than that."""
        # Channels count letters that take two units of UTF-16 as two.
        return render.line(out, self.abilities.text_limit // 2, self.abilities.buttons)

    def show(self, peer: str) -> None:
        """Let the pages of this box look, wherever they wait."""
        self._mailbox.has_news(peer)
        self._wake(peer)

    async def send_file(self, peer: str, file: OutFile) -> str:
        """Keep a file sealed for a day and put a link to it where the page finds it."""

        async def chunks() -> AsyncIterator[bytes]:
            yield file.content

        name, size = await self._spool.put(chunks(), PAPER_LIMIT_BYTES)
        paper = {"file": name, "name": file.name, "kind": file.kind, "size": size}
        seq = await self._mailbox.put(peer, {"text": "", "options": [], "prompt": 0, "paper": paper}, self._now())
        self._wake(peer)
        return str(seq)

    async def fetch(self, file: str, kind: MediaKind) -> AsyncIterator[bytes]:
        """The bytes of an upload. Raises FileGone."""
        async for chunk in self._spool.read(file):
            yield chunk

    def ring(self, chosen: Callable[[str], bool]) -> None:
        """Let the waiting pages of these boxes look: something was put there by another process."""
        for peer in [peer for peer in self._waiting if chosen(peer)]:
            self._wake(peer)

    async def close(self) -> None:
        """Let every waiting page go at once, so that the server can stop; pages ask again by themselves."""
        self._closed = True
        for events_of_peer in self._waiting.values():
            for event in events_of_peer:
                event.set()

    # What the page asks for --------------------------------------------------------------------------------

    async def _messages(self, request: Request) -> Response:
        token = _token(request)
        if token is None:
            if not self._newcomers.take(_address(request)):
                return _refusal(429)
            response = _page_of((), "")
            self._give_cookie(request, response, secrets.token_urlsafe(32))
            return response
        peer = peer_of(token)
        after = _number(request.query_params.get("after"))
        wait = min(self._longest_wait, float(_number(request.query_params.get("wait"))))
        entries = await self._wait_for(request, peer, after, wait)
        response = packed(request, _page_of(entries, peer))
        if after == 0:
            self._give_cookie(request, response, token)
        return response

    async def _paper(self, request: Request) -> Response:
        """A file that was sent to this browser, for as long as the spool keeps it."""
        token = _token(request)
        seq = _number(request.path_params["seq"])
        if token is None:
            return _refusal(401)
        entries = await self._mailbox.after(peer_of(token), seq - 1)
        paper = entries[0].body.get("paper") if entries and entries[0].seq == seq else None
        if not isinstance(paper, Mapping):
            return _refusal(404)
        try:
            content = b"".join([chunk async for chunk in self._spool.read(str(paper["file"]))])
        except FileGone:
            return _refusal(410)
        photo = paper["kind"] == "photo"
        shown = "inline" if photo else "attachment"
        headers = {
            "Cache-Control": "private, no-store",
            "X-Content-Type-Options": "nosniff",
            "Content-Security-Policy": "default-src 'none'; sandbox",
            "Content-Disposition": f"{shown}; filename*=UTF-8''{quote(str(paper['name']))}",
        }
        return Response(content, media_type="image/png" if photo else "application/octet-stream", headers=headers)

    async def _stream(self, request: Request) -> Response:
        """The same lines as they come, on a connection that stays open. Pages that cannot have one ask instead."""
        token, address = _token(request), _address(request)
        if token is None:
            return _refusal(401)
        peer = peer_of(token)
        if self._streams[peer] >= STREAMS_A_BROWSER or self._streams[address] >= STREAMS_AN_ADDRESS:
            return _refusal(429)
        after = _number(request.query_params.get("after"))

        async def follow(tell: Tell) -> None:
            bell = asyncio.Event()
            last = after
            self._waiting[peer].add(bell)
            self._streams.update((peer, address))
            try:
                await tell("ready", "")
                while not self._closed:
                    bell.clear()
                    while entries := tuple(await self._mailbox.after(peer, last)):
                        last = max(entry.seq for entry in entries)
                        await tell("", json.dumps(_lines(entries, peer), ensure_ascii=False))
                    try:
                        async with asyncio.timeout(self._longest_wait):
                            await bell.wait()
                    except TimeoutError:
                        # Proxies close what is silent; a page that hears nothing for a while opens anew.
                        await tell("ping", "")
            finally:
                self._streams.subtract((peer, address))
                self._streams += Counter()
                self._waiting[peer].discard(bell)
                if not self._waiting[peer]:
                    del self._waiting[peer]

        return EventStream(follow)

    async def _wait_for(self, request: Request, peer: str, after: int, wait: float) -> tuple[Entry, ...]:
        bell = asyncio.Event()
        self._waiting[peer].add(bell)
        try:
            # The bell hangs before the first look, so that nothing falls between looking and waiting.
            entries = tuple(await self._mailbox.after(peer, after))
            if entries or wait <= 0 or self._closed:
                return entries
            await _either(bell, request, wait)
            return tuple(await self._mailbox.after(peer, after)) if bell.is_set() else ()
        finally:
            self._waiting[peer].discard(bell)
            if not self._waiting[peer]:
                del self._waiting[peer]

    async def _send(self, request: Request, accept: Accept) -> Response:
        peer = self._sender(request)
        if isinstance(peer, Response):
            return peer
        try:
            raw = await _body(request)
        except ClientDisconnect:
            return _refusal(400)
        if raw is None:
            return _refusal(413)
        try:
            received = events.read(raw, peer, self._now())
        except events.UnreadableError:
            return _refusal(400)
        return await self._take(received, peer, accept)

    async def _file(self, request: Request, accept: Accept) -> Response:
        """The body is the file itself: a form's parser would put large parts unsealed on the disk."""
        peer = self._sender(request)
        if isinstance(peer, Response):
            return peer
        if _number(request.headers.get("content-length")) > self.abilities.file_limit:
            return _refusal(413)
        try:
            file, size = await self._spool.put(request.stream(), self.abilities.file_limit)
            received = events.upload(
                request.headers.get("x-event", ""),
                peer,
                self._now(),
                file=file,
                name=unquote(request.headers.get("x-name", ""), errors="replace"),
                mime=request.headers.get("content-type", "").partition(";")[0].strip().lower(),
                size=size,
                album=request.headers.get("x-album", ""),
                language=request.headers.get("x-lang", ""),
            )
        except FileTooLarge:
            return _refusal(413)
        except (events.UnreadableError, ClientDisconnect):
            return _refusal(400)
        except OSError:
            return _refusal(503)  # the disk is full: the page keeps the file, and comes again
        return await self._take(received, peer, accept)

    async def _forget(self, request: Request, accept: Accept) -> Response:
        """Forget the conversation on this device: the key is thrown away and the lines are erased. Letters
        that were sent stay with the committee."""
        peer = self._sender(request)
        if isinstance(peer, Response):
            return peer
        if not await self._stored(accept, events.gone(f"forget-{secrets.token_hex(4)}", peer, self._now())):
            return _refusal(503)
        await self._mailbox.forget(peer)
        response = JSONResponse({"ok": True}, headers={"Cache-Control": "no-store"})
        response.delete_cookie(COOKIE, path="/", httponly=True, samesite="strict", secure=_secure(request))
        return response

    # What is behind it -------------------------------------------------------------------------------------

    def _sender(self, request: Request) -> str | Response:
        """Whose browser this is, or the refusal."""
        origin = request.headers.get("origin")
        if origin is not None and urlsplit(origin).netloc != request.headers.get("host"):
            return _refusal(403)
        if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
            return _refusal(403)
        token = _token(request)
        if token is None:
            return _refusal(401)
        peer = peer_of(token)
        if not self._posts.take(peer):
            return _refusal(429)
        # Who shares an address with a crowd (a mobile network has few for many people) is not refused for it.
        if not self._knows(peer) and not self._addresses.take(_address(request)):
            return _refusal(429)
        return peer

    async def _take(self, received: Received, peer: str, accept: Accept) -> Response:
        # Their own line is kept with the event: the answer, which the courier puts later, stands below it.
        if not await self._stored(accept, received):
            return _refusal(503)
        if received.line is not None:
            self.show(peer)
        return JSONResponse({"ok": True}, headers={"Cache-Control": "no-store"})

    async def _stored(self, accept: Accept, received: Received) -> bool:
        """Whether the event is stored. A browser that goes away does not interrupt it half-way."""
        task = asyncio.ensure_future(accept(received))
        await asyncio.wait({task})
        if task.cancelled():
            return False
        error = task.exception()
        if error is not None:
            _log.error("web.event.not_stored", error=type(error).__name__)
        return error is None

    def _give_cookie(self, request: Request, response: Response, token: str) -> None:
        # Inside the page of another site a strict cookie would not travel: there it is kept apart for that site
        # (CHIPS), and what it may do is checked by Origin and Sec-Fetch-Site as everywhere.
        # Browsers take it from this very machine too, so that embedding can be tried before there is a name.
        framed = self._embedded and request.query_params.get("framed") == "1"
        secure = framed or _secure(request)
        value = f"{COOKIE}={token}; Max-Age={COOKIE_SECONDS}; Path=/; HttpOnly"
        value += "; SameSite=None; Partitioned" if framed else "; SameSite=Strict"
        response.headers.append("Set-Cookie", f"{value}; Secure" if secure else value)

    def _wake(self, peer: str) -> None:
        for event in self._waiting.get(peer, ()):
            event.set()


def peer_of(token: str) -> str:
    """The account of the browser that holds this cookie."""
    return "w" + hashlib.sha256(token.encode()).hexdigest()[:32]


async def _either(bell: asyncio.Event, request: Request, seconds: float) -> None:
    """Until the bell rings, the browser goes away, or the time is over."""

    async def left() -> None:
        while (await request.receive())["type"] != "http.disconnect":
            pass

    tasks = {asyncio.ensure_future(bell.wait()), asyncio.ensure_future(left())}
    try:
        await asyncio.wait(tasks, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()


def _token(request: Request) -> str | None:
    token = request.cookies.get(COOKIE, "")
    return token if _TOKEN.match(token) else None


def _secure(request: Request) -> bool:
    return request.url.hostname not in _LOOPBACK


def _address(request: Request) -> str:
    return request.client.host if request.client else ""


def _number(text: str | None) -> int:
    return whole_number(text or "")


def _page_of(entries: tuple[Entry, ...], peer: str) -> JSONResponse:
    return JSONResponse(_lines(entries, peer), headers={"Cache-Control": "no-store"})


def _lines(entries: tuple[Entry, ...], peer: str) -> dict[str, Any]:
    lines = [
        {"seq": entry.seq, "dir": entry.direction, "at": entry.at.isoformat(timespec="seconds"), **entry.body}
        for entry in entries
    ]
    # `me` lets the page notice that it became somebody else (the cookie was cleared); it opens nothing.
    return {"me": peer[:9], "entries": lines}


def _refusal(status: int) -> Response:
    headers = {"Cache-Control": "no-store"}
    if status in (429, 503):
        headers["Retry-After"] = "5"
    return JSONResponse({"ok": False}, status_code=status, headers=headers)


async def _body(request: Request) -> bytes | None:
    parts, size = [], 0
    async for part in request.stream():
        size += len(part)
        if size > BODY_LIMIT_BYTES:
            return None
        parts.append(part)
    return b"".join(parts)
