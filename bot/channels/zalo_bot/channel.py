"""The Zalo Bot channel: put together from its parts, as the contract of a channel wants it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Any, Final, Literal
from urllib.parse import urlsplit

import structlog
from aiohttp.abc import AbstractResolver
from starlette.routing import BaseRoute

from bot.channels.backoff import Backoff, until_accepted
from bot.channels.calling import ApiRefusedError
from bot.channels.contract import Abilities, Accept, Received
from bot.channels.downloads import FILE_LIMIT, Downloads, loopback_of
from bot.channels.errors import NoAnswerError, Unreachable
from bot.channels.loose import text_in
from bot.channels.pace import Pace
from bot.channels.spool import Spool
from bot.channels.way_in import PATIENCE_SECONDS, Posted, WayIn
from bot.channels.zalo_bot import render, updates, webhook
from bot.channels.zalo_bot.errors import send_error
from bot.channels.zalo_bot.polling import ANSWER_SECONDS, POLL_SECONDS, Poller
from bot.channels.zalo_bot.request import API_BASE, BotApi
from bot.channels.zalo_bot.updates import CHANNEL, Event
from cases.records import record
from handlers.messages import MediaKind, Outgoing

BAD_PARAMETER: Final = "400"
WATCH_SECONDS: Final = 600.0
"""How often we look whether the platform still holds the webhook that we set."""

_log = structlog.get_logger()


@record(frozen=True, slots=True)
class Account:
    """The bot, as config.toml has it."""

    token: str
    api_base: str = API_BASE
    mode: Literal["polling", "webhook"] = "polling"
    webhook_url: str = ""
    webhook_secret: str = ""
    file_hosts: Sequence[str] = ()
    calls_a_minute: int = 0


async def check(account: Account) -> str:
    """Ask Zalo who we are; the name of the bot. Raises a SendError."""
    api = BotApi(account.api_base, account.token, Pace(0, time.monotonic))
    try:
        return _name(await api.call("getMe", {}))
    except (ApiRefusedError, NoAnswerError) as error:
        raise send_error(error) from None
    finally:
        await api.close()


class ZaloBotChannel:
    """Reaches people through a bot of the Bot Platform. Sends each message once: who tries again is the courier."""

    name = CHANNEL
    abilities = Abilities(
        text_limit=render.TEXT_LIMIT,
        buttons=0,
        label_limit=0,
        edits=False,
        file_limit=FILE_LIMIT,
        sign=render.SIGN,
    )

    def __init__(
        self,
        account: Account,
        spool: Spool,
        now: Callable[[], datetime],
        *,
        patience: float = PATIENCE_SECONDS,
        poll_seconds: int = POLL_SECONDS,
        backoff: Backoff | None = None,
        resolver: AbstractResolver | None = None,
        monotonic: Callable[[], float] = time.monotonic,
        count: Callable[[str], None] = lambda name: None,
    ) -> None:
        if account.mode == "webhook" and not (account.webhook_url and account.webhook_secret):
            # An empty secret would let anybody speak for Zalo.
            raise ValueError("a webhook needs an address and a secret")
        self._account = account
        self._spool = spool
        self._now = now
        self._patience = patience
        self._poll_seconds = poll_seconds
        self._backoff = backoff or Backoff()
        self._count = count
        self._api = BotApi(account.api_base, account.token, Pace(account.calls_a_minute, monotonic))
        self._downloads = Downloads(account.file_hosts, loopback=loopback_of(account.api_base), resolver=resolver)
        self._webhook_url = _with_path(account.webhook_url)
        self._bot_name = ""
        self._entrance: WayIn | None = None
        self._poller: Poller | None = None
        self._polling: asyncio.Task[None] | None = None

    def routes(self, accept: Accept) -> list[BaseRoute]:
        """The webhook's route; none when polling."""
        if self._account.mode != "webhook":
            return []
        return [webhook.route(self._account.webhook_secret, self._way_in(accept))]

    async def run(self, accept: Accept) -> None:
        """Until cancelled: take in what waits on disk, then poll or keep the webhook set."""
        self._way_in(accept).drain()
        async with asyncio.TaskGroup() as group:
            group.create_task(self._introduce())
            group.create_task(self._keep_webhook() if self._account.mode == "webhook" else self._poll(accept))

    async def send(self, peer: str, out: Outgoing, sent: str = "") -> str:
        """Send a message; its id. Nothing can be changed on Zalo: what replaces an earlier one is sent anew."""
        message = render.message(peer, out)
        try:
            found = await self._api.send("sendMessage", message)
        except (ApiRefusedError, NoAnswerError) as error:
            problem = send_error(error)
            # Text and form of the id are as they must be, so what is wrong is the chat: they never wrote, or left.
            raise Unreachable(problem.code) if problem.code == BAD_PARAMETER else problem from None
        return text_in(found, "message_id")

    def reread(self, raw: bytes, at: datetime) -> Sequence[Received]:
        """The events in a post that was kept."""
        return [event.received for event in self._read(raw, at) if event.received is not None]

    async def fetch(self, file: str, kind: MediaKind) -> AsyncIterator[bytes]:
        """The bytes of a file. Raises a FetchError."""
        async for chunk in self._downloads.stream(file):
            yield chunk

    async def close(self) -> None:
        """Hear out what was asked, put it on disk, and let go of connections."""
        await self._end_polling()
        if self._entrance is not None:
            await self._entrance.close()
        await self._downloads.close()
        await self._api.close()

    # What is behind it ------------------------------------------------------------------------------------

    def _way_in(self, accept: Accept) -> WayIn:
        if self._entrance is None:
            self._entrance = WayIn(CHANNEL, self._spool, self._posted, accept, self._count, patience=self._patience)
        return self._entrance

    def _posted(self, raw: bytes) -> Posted:
        events = self._read(raw, self._now())
        received = tuple(event.received for event in events if event.received is not None)
        return Posted(next((event.chat for event in events), ""), tuple(event.name for event in events), received)

    def _read(self, raw: bytes, at: datetime) -> list[Event]:
        return updates.read_all(raw, at, self._bot_name)

    async def _introduce(self) -> None:
        self._bot_name = _name(await self._until_done("getMe", {}))
        _log.info("zalo_bot.ready", mode=self._account.mode)

    async def _poll(self, accept: Accept) -> None:
        await self._end_polling()
        await self._until_done("deleteWebhook", {}, refusable=True)
        keep = partial(self._way_in(accept).keep, disk_first=True)
        self._poller = Poller(self._api.call, keep, self._backoff.after, poll_seconds=self._poll_seconds)
        self._polling = asyncio.create_task(self._poller.run())
        try:
            await asyncio.shield(self._polling)
        except asyncio.CancelledError:
            # An event may be on its way to us this very moment: whoever closes the channel waits for it.
            self._poller.stop()
            raise

    async def _end_polling(self) -> None:
        if self._poller is not None and self._polling is not None:
            self._poller.stop()
            await asyncio.wait({self._polling}, timeout=self._poll_seconds + ANSWER_SECONDS)
            self._polling.cancel()
            self._poller = self._polling = None

    async def _keep_webhook(self) -> None:
        parameters = {"url": self._webhook_url, "secret_token": self._account.webhook_secret}
        while True:
            found = await self._until_done("setWebhook", parameters)
            verification = found.get("verification") if isinstance(found, dict) else None
            if isinstance(verification, dict) and verification.get("ok") is False:
                # The address is kept all the same; who administers the bot must be told that it does not answer.
                _log.error("zalo_bot.webhook.unverified", status=verification.get("status_code"))
            held = True
            while held:
                await asyncio.sleep(WATCH_SECONDS)
                held = await self._is_held()
            _log.warning("zalo_bot.webhook.lost")

    async def _is_held(self) -> bool:
        """Whether our webhook is still set; a platform that does not answer says nothing about it."""
        try:
            info = await self._api.call("getWebhookInfo", {})
        except ApiRefusedError as error:
            return error.code != 404
        except NoAnswerError:
            return True
        return text_in(info, "url") == self._webhook_url

    async def _until_done(self, method: str, parameters: Mapping[str, Any], *, refusable: bool = False) -> Any:
        """Ask until it is accepted; None when a `refusable` call is refused for good."""
        warn = partial(_log.warning, "zalo_bot.start.failed", task=method)
        ask = partial(self._api.call, method, parameters)
        failures = (ApiRefusedError, NoAnswerError)
        return await until_accepted(ask, failures, send_error, self._backoff, warn, refusable=refusable)


def _name(me: object) -> str:
    return text_in(me, "display_name") or text_in(me, "account_name")


def _with_path(url: str) -> str:
    parts = urlsplit(url)
    return f"{url.rstrip('/')}{webhook.PATH}" if url and parts.path in ("", "/") else url
