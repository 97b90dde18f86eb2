"""What one event means: JSON in, what to take in out. Pure and total: no event makes it raise.

Sources differ on some shapes (docs/zalo.md says which): every one of them is read. Names of people are never read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any, Final

from bot.channels.contract import Received
from bot.channels.loose import Json, dict_in, digest, digits_in, moment, one_form, parsed, text_in, whole_number
from bot.channels.zalo_bot.render import is_id
from cases.records import record
from handlers.messages import ChatKind, Incoming, Media, Strange, Text, What

CHANNEL: Final = "zalo_bot"

_EVENT: Final = re.compile(r"^[a-z0-9_.]{1,48}$")
_MENTIONED_COMMAND: Final = re.compile(r"^@[^\n/#]{1,80}\s([/#].*)$", re.DOTALL)
_SECONDS_BELOW: Final = 100_000_000_000
"""A moment below this is told in seconds, one above it in milliseconds."""
_FILE_KEYS: Final = ("photo_url", "photo", "url")
_VOICE_KEYS: Final = ("voice_url", "voice", "url")


@record(frozen=True, slots=True)
class Event:
    """One event: its name (for counting), its chat, and what has to be taken in."""

    name: str
    chat: str = ""
    received: Received | None = None


def events_in(found: object) -> list[Json]:
    """The events of an answer or of a post: bare, wrapped as a result, one, or several."""
    if isinstance(found, dict) and "event_name" not in found and "result" in found:
        found = found["result"]
    several = found if isinstance(found, list) else [found]
    return [event for event in several if isinstance(event, dict) and event]


def read_all(raw: bytes, now: datetime, bot_name: str = "") -> list[Event]:
    """What the events in these bytes mean."""
    events = events_in(parsed(raw))
    return [read(event, raw, now, bot_name) for event in events]


def read(event: Mapping[str, Any], raw: bytes, now: datetime, bot_name: str = "") -> Event:
    """What one event means. `bot_name` is how people address the bot in a group."""
    name = text_in(event, "event_name")
    name = name if _EVENT.match(name) else "unknown"
    message = dict_in(event, "message")
    writer, chat = dict_in(message, "from"), dict_in(message, "chat")
    account = digits_in(writer, "id")
    peer = digits_in(chat, "id") or account
    account = account or peer
    if not is_id(account) or not is_id(peer) or writer.get("is_bot") is True:
        return Event(name)
    kind: ChatKind = "group" if text_in(chat, "chat_type").upper() == "GROUP" else "private"
    what = next(_meanings(message, name, bot_name, kind), None)
    if what is None:
        return Event(name, peer)
    key = _key(message, name, peer)
    at = min(_moment(message.get("date")) or now, now)
    incoming = Incoming(CHANNEL, account, peer, key, at, what, kind, language_hint="vi")
    return Event(name, peer, Received(key, raw, incoming))


def _meanings(message: Json, name: str, bot_name: str, kind: ChatKind) -> Iterator[What]:
    ref = _ref(message)
    if name == "message.text.received":
        words = one_form(text_in(message, "text"))
        yield Text(_addressed(words, bot_name) if kind == "group" else words, ref)
    elif name == "message.image.received":
        caption = one_form(text_in(message, "caption") or text_in(message, "text"))
        yield _media(message, ref, caption)
    elif name == "message.voice.received":
        file = _address(message, _VOICE_KEYS)
        yield Media("voice", file, mime="audio/aac", ref=ref, fleeting=True) if file else Strange("unsupported", ref)
    elif name == "message.link.received":
        words = one_form(text_in(message, "text"))
        links = [text_in(message, key) for key in ("link", "url")]
        yield Text("\n".join(dict.fromkeys(part for part in (words, *links) if part)), ref)
    elif name == "message.sticker.received":
        yield Strange("sticker", ref)
    elif name == "message.unsupported.received":
        yield Strange("unsupported", ref)


def _media(message: Json, ref: str, caption: str) -> What:
    file = _address(message, _FILE_KEYS)
    if file:
        return Media("photo", file, mime="image/jpeg", caption=caption, ref=ref, fleeting=True)
    # Without its address a photo cannot be had; the words under it are words all the same.
    return Text(caption, ref) if caption else Strange("unsupported", ref)


def _address(message: Json, keys: tuple[str, ...]) -> str:
    for key in keys:
        found = text_in(message, key) or text_in(dict_in(message, key), "url")
        if found:
            return found
    return ""


def _addressed(text: str, bot_name: str) -> str:
    """The words without the mention that they begin with: in a group the bot hears only what is addressed to it."""
    said = text.strip()
    mention = f"@{one_form(bot_name)}"
    if bot_name and said.startswith(mention):
        return said.removeprefix(mention).strip()
    # A process that has not asked for the name yet still knows where a command begins.
    command = _MENTIONED_COMMAND.match(said)
    return command[1] if command else text


def _key(message: Json, name: str, peer: str) -> str:
    ref = _ref(message)
    return f"{name}:{ref}" if ref else f"{name}:{digest(peer, str(message.get('date', '')), text_in(message, 'text'))}"


def _ref(message: Json) -> str:
    return text_in(message, "message_id") or digits_in(message, "message_id")


def _moment(value: object) -> datetime | None:
    told = whole_number(digits_in({"date": value}, "date"))
    if 0 < told < _SECONDS_BELOW:
        return datetime.fromtimestamp(told, UTC)
    return moment(value)
