"""The Telegram channel: put together from its parts, as the contract of a channel wants it."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Coroutine, Sequence
from contextlib import aclosing
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, Final, Literal
from urllib.parse import urlsplit

import structlog
from starlette.routing import BaseRoute

from bot.channels.backoff import Backoff, until_accepted
from bot.channels.contract import Abilities, Accept, OutFile, Received
from bot.channels.errors import Retry, Throttled
from bot.channels.loose import parsed
from bot.channels.telegram import commands, files, render, webhook
from bot.channels.telegram.calls import CallError, Calls
from bot.channels.telegram.commands import Menu
from bot.channels.telegram.errors import is_not_editable, is_same, is_without_thread, send_error
from bot.channels.telegram.polling import Poller
from bot.channels.telegram.updates import ALLOWED_UPDATES, CHANNEL, Myself, callback_of, read
from handlers.messages import MediaKind, Outgoing

if TYPE_CHECKING:
    from bot.channels.telegram.request import Library

API_BASE: Final = "https://api.telegram.org"
LABEL_LIMIT: Final = 64
PLAIN_FOR: Final = timedelta(hours=1)
"""So long a group that has no topics, or lets the bot make none, is not asked again."""
WATCH_SECONDS: Final = 600.0
"""How often we look whether Telegram still holds the webhook that we set."""

_SECRET: Final = re.compile(r"^[A-Za-z0-9_-]{1,256}$")

_log = structlog.get_logger()


def utc_now() -> datetime:
    """The moment, on the machine's clock."""
    return datetime.now(UTC)


class TelegramChannel:
    """Reaches people on Telegram. Sends each message once: who tries again is the courier."""

    name = CHANNEL
    # One character outside the basic plane counts twice at Telegram: the margin is for those.
    abilities = Abilities(
        text_limit=render.TEXT_LIMIT - 96,
        buttons=render.BUTTON_LIMIT,
        label_limit=LABEL_LIMIT,
        edits=True,
        file_limit=files.FILE_LIMIT,
        files_out=True,
        deletes=True,
    )

    def __init__(
        self,
        token: str,
        api_base: str = API_BASE,
        mode: Literal["polling", "webhook"] = "polling",
        webhook_url: str = "",
        webhook_secret: str = "",
        *,
        menus: Sequence[Menu] = (),
        now: Callable[[], datetime] = utc_now,
        backoff: Backoff | None = None,
    ) -> None:
        if mode == "webhook" and not (webhook_url and _SECRET.match(webhook_secret)):
            # An empty secret would let anybody speak for Telegram.
            raise ValueError("a webhook needs an address and a secret of letters, digits, _ and -")
        base = api_base.rstrip("/")
        self._calls = Calls(token, base)
        self._call = self._calls.call
        self._new_library = partial(_library, token, base)
        self._library: Library | None = None
        self._loading = asyncio.Lock()
        self._file_base = f"{base}/file/bot{token}"
        self._mode = mode
        self._webhook_url = _with_path(webhook_url)
        self._webhook_secret = webhook_secret
        self._menus = [commands.request(menu) for menu in menus]
        self._now = now
        self._backoff = backoff or Backoff()
        self._me = Myself(id=int(token.partition(":")[0]) if token.partition(":")[0].isdecimal() else 0)
        self._met = False
        self._loose: set[asyncio.Task[None]] = set()
        self._storing: set[asyncio.Future[None]] = set()
        self._topics: dict[tuple[int, str], int] = {}
        self._closed: dict[tuple[int, int], bool] = {}
        self._plain: dict[int, datetime] = {}

    def routes(self, accept: Accept) -> list[BaseRoute]:
        """The webhook's route; none when polling."""
        if self._mode != "webhook":
            return []

        def store(update: object, raw: bytes, then: Callable[[bool], None]) -> None:
            if not self._met:
                # Another process may be the one that runs this channel.
                self._met = True
                self._let_go(self._meet())
            received = read(update, raw, self._now(), self._me)
            # By itself: a client that goes away does not interrupt it half-way.
            task = asyncio.get_running_loop().create_task(accept(received))
            self._storing.add(task)

            def ended(task: asyncio.Future[None]) -> None:
                self._storing.discard(task)
                then(_is_stored(task, received))

            task.add_done_callback(ended)

        return [webhook.route(self._webhook_secret, store)]

    async def run(self, accept: Accept) -> None:
        """Until cancelled: say who we are, publish the menus, then poll or keep the webhook set."""
        async with asyncio.TaskGroup() as group:
            group.create_task(self._introduce())
            group.create_task(self._keep_webhook() if self._mode == "webhook" else self._poll(accept))

    async def send(self, peer: str, out: Outgoing, sent: str = "") -> str:
        """Send a message, or change the one named by `sent`; the id is `chat:message`."""
        where = render.address(peer)
        if out.delete:
            await self._delete(where["chat_id"], out.delete)
            return ""
        if out.commands and "message_thread_id" not in where:
            await self._show_menu(where["chat_id"], out.commands)
        parameters = render.message(out)
        thread = _thread_in(sent, where["chat_id"]) if sent else 0
        if thread and out.edit and not out.topic:
            # What turned out to be a denunciation has no topic: it goes, and its card stands with the others.
            if await self._about_topic("deleteForumTopic", where["chat_id"], thread):
                sent = ""
            thread = 0
        if out.edit and (earlier := _message_in(sent, where["chat_id"])):
            which = {"chat_id": where["chat_id"], "message_id": earlier}
            try:
                await self._call("editMessageText", which | parameters)
            except CallError as error:
                if is_same(error):
                    await self._settle_topic(where["chat_id"], thread, out)
                    return sent
                if not is_not_editable(error):
                    raise send_error(error) from None
            else:
                await self._settle_topic(where["chat_id"], thread, out)
                return sent
        if out.topic and "message_thread_id" not in where:
            thread = thread or await self._open_topic(where["chat_id"], out.topic)
            if thread:
                where = {**where, "message_thread_id": thread}
        try:
            message = await self._send_into(where, parameters)
        except CallError as error:
            raise send_error(error) from None
        if thread:
            await self._settle_topic(where["chat_id"], thread, out)
        return _ref(message, where["chat_id"], thread)

    async def send_file(self, peer: str, file: OutFile) -> str:
        """Send a photo or a document; the id is `chat:message`."""
        where = render.address(peer)
        method = "sendPhoto" if file.kind == "photo" else "sendDocument"
        try:
            upload = partial((await self._files()).upload, kind=file.kind, file=file)
            return _ref(await self._send_into(where, {}, upload, method), where["chat_id"])
        except CallError as error:
            raise send_error(error) from None

    def reread(self, raw: bytes, at: datetime) -> Sequence[Received]:
        """An update that was kept."""
        return (read(parsed(raw), raw, at, self._me),)

    def fetch(self, file: str, kind: MediaKind) -> AsyncIterator[bytes]:
        """The bytes of a file. Raises a FetchError."""
        return files.download(self._call, self._stream, self._file_base, file)

    async def check(self) -> None:
        """Ask Telegram who we are. Raises a SendError."""
        try:
            await self._call("getMe", {})
        except CallError as error:
            raise send_error(error) from None

    async def close(self) -> None:
        """Let go of connections; answers to taps that are under way are left behind."""
        for task in list(self._loose):
            task.cancel()
        if self._loose:
            await asyncio.wait(self._loose)
        self._calls.close()
        if self._library is not None:
            await self._library.close()

    # What is behind it ------------------------------------------------------------------------------------

    async def _files(self) -> Library:
        """What carries files: loaded when the first one comes or goes, off the loop on which others are answered."""
        async with self._loading:
            if self._library is None:
                self._library = await asyncio.to_thread(self._new_library)
            return self._library

    async def _stream(self, url: str) -> AsyncGenerator[bytes, None]:
        async with aclosing((await self._files()).stream(url)) as chunks:
            async for chunk in chunks:
                yield chunk

    async def _open_topic(self, chat: int, name: str) -> int:
        """The number of a new topic of a group that has topics; 0 where there are none, or the bot may make none."""
        if (known := self._topics.get((chat, name))) is not None:
            return known
        if self._plain.get(chat, self._now()) > self._now():
            return 0
        try:
            topic = await self._call("createForumTopic", {"chat_id": chat, "name": name})
        except CallError as error:
            problem = send_error(error)
            if isinstance(problem, Retry | Throttled):
                raise problem from None
            self._plain[chat] = self._now() + PLAIN_FOR
            return 0
        number = topic.get("message_thread_id") if isinstance(topic, dict) else None
        if not isinstance(number, int):
            return 0
        # Should the message itself fail now, its next try finds the topic.
        self._topics[chat, name] = number
        self._closed[chat, number] = False
        return number

    async def _settle_topic(self, chat: int, thread: int, out: Outgoing) -> None:
        """Close the topic of a case that is over, open one that is looked at again; a refusal leaves it as it is."""
        if not thread or not out.topic or not out.slot:
            return
        if self._closed.get((chat, thread)) == out.over:
            return
        # After a start nobody knows: asking once too often is refused, and no harm.
        method = "closeForumTopic" if out.over else "reopenForumTopic"
        await self._about_topic(method, chat, thread)
        self._closed[chat, thread] = out.over

    async def _about_topic(self, method: str, chat: int, thread: int) -> bool:
        try:
            await self._call(method, {"chat_id": chat, "message_thread_id": thread})
        except CallError as error:
            _log.info("telegram.topic.refused", task=method, code=send_error(error).code)
            return False
        return True

    async def _show_menu(self, chat: int, names: Sequence[tuple[str, str]]) -> None:
        """Show the commands of this person's role beside their text field; a refusal leaves the menu as it was."""
        try:
            await self._call("setMyCommands", commands.own(chat, names))
        except CallError as error:
            _log.info("telegram.menu.not_shown", code=send_error(error).code)

    async def _delete(self, chat: int, message: str) -> None:
        """Take a message away; without the right to, or when it is gone already, it stays as it is."""
        number = message.rpartition(":")[2]
        if not number.isdecimal():
            return
        try:
            await self._call("deleteMessage", {"chat_id": chat, "message_id": int(number)})
        except CallError as error:
            problem = send_error(error)
            if isinstance(problem, Retry | Throttled):
                raise problem from None

    def _send_into(
        self,
        where: dict[str, int],
        parameters: dict[str, Any],
        call: Callable[[str, dict[str, Any]], Awaitable[Any]] | None = None,
        method: str = "sendMessage",
    ) -> Awaitable[Any]:
        call = call or self._call
        if "message_thread_id" in where:
            return self._send_into_thread(where, parameters, call, method)
        return call(method, where | parameters)

    async def _send_into_thread(
        self,
        where: dict[str, int],
        parameters: dict[str, Any],
        call: Callable[[str, dict[str, Any]], Awaitable[Any]],
        method: str,
    ) -> Any:
        try:
            return await call(method, where | parameters)
        except CallError as error:
            if not is_without_thread(error):
                raise
        return await call(method, {"chat_id": where["chat_id"]} | parameters)

    async def _store(self, accept: Accept, received: Received) -> bool:
        """Whether the event is stored."""
        task = asyncio.ensure_future(accept(received))
        await asyncio.wait({task})
        return _is_stored(task, received)

    async def _meet(self) -> None:
        me = await self._until_done("getMe", {})
        if isinstance(me, dict) and isinstance(me.get("id"), int) and isinstance(me.get("username"), str):
            self._me = Myself(me["id"], me["username"])
        _log.info("telegram.ready", mode=self._mode)

    async def _introduce(self) -> None:
        self._met = True
        await self._meet()
        for method, parameters in self._menus:
            await self._until_done(method, parameters, refusable=True)

    async def _poll(self, accept: Accept) -> None:
        await self._until_done("deleteWebhook", {"drop_pending_updates": False}, refusable=True)

        async def store(update: object, raw: bytes, bare: bool) -> bool:
            received = read(update, raw, self._now(), self._me)
            if bare:
                received = Received(received.event_id, raw, None)
            stored = await self._store(accept, received)
            if stored and (tap := callback_of(update)):
                self._let_go(self._answer(tap))
            return stored

        await Poller(self._call, store, self._backoff).run()

    async def _keep_webhook(self) -> None:
        webhook_parameters = {
            "url": self._webhook_url,
            "secret_token": self._webhook_secret,
            "allowed_updates": list(ALLOWED_UPDATES),
            "max_connections": webhook.CONNECTIONS,
            "drop_pending_updates": False,
        }
        while True:
            await self._until_done("setWebhook", webhook_parameters)
            held = True
            while held:
                await asyncio.sleep(WATCH_SECONDS)
                try:
                    info = await self._call("getWebhookInfo", {})
                except CallError:
                    continue
                held = isinstance(info, dict) and info.get("url") == self._webhook_url
            _log.warning("telegram.webhook.lost")

    async def _until_done(self, method: str, parameters: dict[str, Any], *, refusable: bool = False) -> Any:
        """Ask until it is accepted; None when a `refusable` call is refused for good."""
        warn = partial(_log.warning, "telegram.start.failed", task=method)
        ask = partial(self._call, method, parameters)
        return await until_accepted(ask, (CallError,), send_error, self._backoff, warn, refusable=refusable)

    async def _answer(self, tap: str) -> None:
        try:
            await self._call("answerCallbackQuery", {"callback_query_id": tap})
        except CallError as error:
            _log.info("telegram.tap.not_answered", code=send_error(error).code)

    def _let_go(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.ensure_future(work)
        self._loose.add(task)
        task.add_done_callback(self._loose.discard)


def _is_stored(task: asyncio.Future[None], received: Received) -> bool:
    if task.cancelled():
        return False
    error = task.exception()
    if error is not None:
        _log.error("telegram.update.not_stored", event_id=received.event_id, error=type(error).__name__)
    return error is None


def _library(token: str, api_base: str) -> Library:
    from bot.channels.telegram.request import Library

    return Library(token, api_base)


def _with_path(url: str) -> str:
    parts = urlsplit(url)
    return f"{url.rstrip('/')}{webhook.PATH}" if url and parts.path in ("", "/") else url


def _message_in(sent: str, chat: int) -> int:
    """The number of an earlier message if it stands in this chat: after a move the old numbers are void."""
    where, _, number = sent.rpartition(":")
    return int(number) if where.partition("/")[0] == str(chat) and number.isdecimal() else 0


def _thread_in(sent: str, chat: int) -> int:
    """The topic in which an earlier message stands, 0 for none."""
    group, _, thread = sent.rpartition(":")[0].partition("/")
    return int(thread) if group == str(chat) and thread.isdecimal() else 0


def _ref(message: object, chat: int, thread: int = 0) -> str:
    number = message.get("message_id") if isinstance(message, dict) else None
    place = f"{chat}/{thread}" if thread else str(chat)
    return f"{place}:{number}" if isinstance(number, int) else ""
