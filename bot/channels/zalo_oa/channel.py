"""The Zalo OA channel: put together from its parts, as the contract of a channel wants it."""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Final

import aiohttp
import structlog
from aiohttp.abc import AbstractResolver
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from bot.channels.calling import ApiRefusedError, new_session
from bot.channels.contract import Abilities, Accept, OutFile, Received
from bot.channels.downloads import FILE_LIMIT, Downloads, loopback_of
from bot.channels.errors import NoAnswerError
from bot.channels.loose import parsed
from bot.channels.pace import Pace
from bot.channels.spool import Spool
from bot.channels.way_in import PATIENCE_SECONDS, Posted, WayIn
from bot.channels.zalo_oa import render, updates, uploads, webhook
from bot.channels.zalo_oa.errors import send_error
from bot.channels.zalo_oa.oauth import CALLBACK_PATH, OAUTH_BASE, OAuth
from bot.channels.zalo_oa.ports import Grants
from bot.channels.zalo_oa.request import API_BASE, CONNECTIONS, OpenApi
from bot.channels.zalo_oa.signature import Keys
from bot.channels.zalo_oa.tokens import Tokens
from bot.channels.zalo_oa.updates import CHANNEL, Event
from cases.records import record
from handlers.messages import MediaKind, Outgoing

SEND_PATH: Final = "/v3.0/oa/message/cs"
GROUP_PATH: Final = "/v3.0/oa/group/message"
TEMPLATE_PATH: Final = "/v3.0/oa/message/template"
LOOK_AFTER_SECONDS: Final = 600.0
ECHO_SECONDS: Final = 600.0
WINDOW_MARGIN: Final = timedelta(minutes=5)
"""Clocks differ, and a message takes its time: nothing is sent in the last minutes."""
_REMEMBERED: Final = 20_000

_log = structlog.get_logger()


@record(frozen=True, slots=True)
class Account:
    """The Official Account and the app that speaks for it, as config.toml has them."""

    app_id: str
    app_secret: str
    oa_id: str
    oa_secret_key: str
    refresh_token: str = ""
    api_base: str = API_BASE
    oauth_base: str = OAUTH_BASE
    send_path: str = SEND_PATH
    file_hosts: Sequence[str] = ()
    buttons: bool = True
    appsecret_proof: bool = False
    calls_a_minute: int = 0
    templates: Mapping[str, str] | None = None
    form_image: str = ""
    window: timedelta = timedelta(days=7)


class ZaloOaChannel:
    """Reaches people through an Official Account. Sends each message once: who tries again is the courier."""

    name = CHANNEL

    def __init__(
        self,
        account: Account,
        grants: Grants,
        spool: Spool,
        now: Callable[[], datetime],
        *,
        landing: str = "",
        patience: float = PATIENCE_SECONDS,
        resolver: AbstractResolver | None = None,
        monotonic: Callable[[], float] = time.monotonic,
        count: Callable[[str], None] = lambda name: None,
    ) -> None:
        self.abilities = Abilities(
            text_limit=render.TEXT_LIMIT,
            buttons=render.BUTTON_LIMIT if account.buttons else 0,
            label_limit=render.LABEL_LIMIT,
            edits=False,
            file_limit=FILE_LIMIT,
            window=account.window - WINDOW_MARGIN,
            echoes=True,
            files_out=True,
            sign=render.SIGN,
            plain=render.is_group,
            takes=uploads.takes,
        )
        self._account = account
        self._now = now
        self._landing = landing
        self._count = count
        self._session: aiohttp.ClientSession | None = None
        oauth = OAuth(self._http, account.oauth_base, account.app_id, account.app_secret, now)
        self._tokens = Tokens(grants, oauth, now, seed=account.refresh_token)
        self._api = OpenApi(
            self._http,
            account.api_base,
            self._tokens,
            Pace(account.calls_a_minute, monotonic),
            proof_secret=account.app_secret if account.appsecret_proof else "",
        )
        self._downloads = Downloads(account.file_hosts, loopback=loopback_of(account.api_base), resolver=resolver)
        self._keys = Keys(account.app_id, account.oa_secret_key, account.app_secret)
        self._spool = spool
        self._patience = patience
        self._ours = _Ours(monotonic)
        self._entrance: WayIn | None = None

    def routes(self, accept: Accept) -> list[BaseRoute]:
        """The webhook, and the page that an administrator of the OA is led to after consent."""
        return [
            webhook.route(self._keys, self._way_in(accept)),
            Route(CALLBACK_PATH, self._land, methods=["GET"]),
        ]

    async def run(self, accept: Accept) -> None:
        """Until cancelled: take in what waits on disk, and keep the grant alive."""
        self._way_in(accept).drain()
        while True:
            await self._tokens.look_after()
            await asyncio.sleep(LOOK_AFTER_SECONDS)

    async def send(self, peer: str, out: Outgoing, sent: str = "") -> str:
        """Send a message; its id. Nothing can be changed on Zalo: what replaces an earlier one is sent anew."""
        if out.template:
            return await self._send_template(peer, out)
        if render.group_of(peer):
            return await self._send(peer, render.group_message(out), out.text)
        ref = await self._send(peer, render.message(out), out.text)
        if out.form is not None and self._account.form_image:
            # The form is an offer beside the question: when Zalo refuses it, the question stands all the same.
            try:
                await self._send(peer, render.form(*out.form, self._account.form_image), "")
            except (ApiRefusedError, NoAnswerError):
                self._count("form_refused")
        return ref

    async def send_file(self, peer: str, file: OutFile) -> str:
        """Send a picture (made small enough) or a paper; the message's id. Raises a SendError."""
        try:
            if file.kind == "photo":
                made = render.picture("", await uploads.upload_image(self._api, file.content))
            else:
                made = render.document(await uploads.upload_file(self._api, file.name, file.content))
        except (ApiRefusedError, NoAnswerError) as error:
            raise send_error(error) from None
        return await self._send(peer, made, "")

    def reread(self, raw: bytes, at: datetime) -> Sequence[Received]:
        """The events in a post that was kept."""
        return self._read(raw, at).received

    async def fetch(self, file: str, kind: MediaKind) -> AsyncIterator[bytes]:
        """The bytes of a file. Raises a FetchError."""
        async for chunk in self._downloads.stream(file):
            yield chunk

    async def check(self) -> str:
        """Ask Zalo who we are; the name of the OA. Raises a SendError."""
        try:
            found = await self._api.get("/v2.0/oa/getoa")
        except (ApiRefusedError, NoAnswerError) as error:
            raise send_error(error) from None
        return str(found.get("name", ""))

    async def close(self) -> None:
        """Let go of connections."""
        if self._entrance is not None:
            await self._entrance.close()
        await self._downloads.close()
        if self._session is not None:
            await self._session.close()

    # What is behind it ------------------------------------------------------------------------------------

    def _way_in(self, accept: Accept) -> WayIn:
        if self._entrance is None:
            self._entrance = WayIn(CHANNEL, self._spool, self._posted, accept, self._count, patience=self._patience)
        return self._entrance

    def _posted(self, raw: bytes) -> Posted:
        event = self._read(raw, self._now())
        ours = event.echo and self._ours.knows(event)
        return Posted(event.user, (event.name,), () if ours else event.received)

    def _read(self, raw: bytes, at: datetime) -> Event:
        event = parsed(raw)
        return updates.read(event if isinstance(event, dict) else {}, raw, at, self._account.oa_id)

    async def _send(self, peer: str, message: dict[str, Any], text: str) -> str:
        body = {"recipient": render.recipient(peer), "message": message}
        # Known before the call: the echo of a message may come before its answer.
        self._ours.will_say(peer, text)
        path = GROUP_PATH if render.group_of(peer) else self._account.send_path
        try:
            data = await self._api.post(path, body)
        except (ApiRefusedError, NoAnswerError) as error:
            raise send_error(error) from None
        return self._noted(data)

    async def _send_template(self, peer: str, out: Outgoing) -> str:
        template = (self._account.templates or {}).get(out.template, "")
        body = {**render.recipient(peer), "template_id": template, "template_data": dict(out.fields)}
        try:
            data = await self._api.post(TEMPLATE_PATH, body)
        except (ApiRefusedError, NoAnswerError) as error:
            raise send_error(error) from None
        return self._noted(data)

    def _noted(self, data: Mapping[str, Any]) -> str:
        ref = str(data.get("message_id") or data.get("msg_id") or "")
        self._ours.said(ref)
        return ref

    async def _land(self, request: Request) -> Response:
        # The address in the browser holds the code: it is to be copied, and stays out of our logs and pages.
        return PlainTextResponse(self._landing, headers={"Cache-Control": "no-store", "Referrer-Policy": "no-referrer"})

    def _http(self) -> aiohttp.ClientSession:
        if self._session is None or self._session.closed:
            self._session = new_session(CONNECTIONS)
        return self._session


class _Ours:
    """What this program has sent of late: an echo of it is not a person's word."""

    def __init__(self, monotonic: Callable[[], float]) -> None:
        self._monotonic = monotonic
        self._refs: OrderedDict[str, None] = OrderedDict()
        self._texts: OrderedDict[tuple[str, str], float] = OrderedDict()

    def will_say(self, peer: str, text: str) -> None:
        key = (peer, render.shown((text,)))
        self._texts.pop(key, None)
        self._texts[key] = self._monotonic()
        _shorten(self._texts)

    def said(self, ref: str) -> None:
        if ref:
            self._refs[ref] = None
            _shorten(self._refs)

    def knows(self, event: Event) -> bool:
        for received in event.received:
            what = received.incoming.what if received.incoming else None
            if getattr(what, "ref", "") in self._refs:
                return True
            at = self._texts.get((event.user, render.shown((getattr(what, "body", ""),))))
            if at is not None and self._monotonic() - at < ECHO_SECONDS:
                return True
        return False


def _shorten(known: OrderedDict[Any, Any]) -> None:
    while len(known) > _REMEMBERED:
        known.popitem(last=False)
