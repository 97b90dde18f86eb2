"""What one Telegram update means: JSON in, a Received out. Pure and total: no update makes it raise.

Names, user names and pictures of senders are never read: an account is its number.
"""

from __future__ import annotations

import hashlib
import math
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Final

from bot.channels.contract import Received
from bot.channels.telegram.render import read_callback_data
from cases.legible import legible
from cases.records import record
from handlers.messages import (
    ChatKind,
    Choice,
    Contact,
    Edited,
    Gone,
    Incoming,
    Joined,
    Media,
    MediaKind,
    Moved,
    Place,
    Strange,
    Text,
    What,
)

CHANNEL: Final = "telegram"
ALLOWED_UPDATES: Final = ("message", "edited_message", "callback_query", "my_chat_member")

# Telegram's own accounts, marked as bots, that stand for people who write as a group or as a channel.
_STAND_INS: Final = {1087968824, 136817688}

_COMMAND_TO: Final = re.compile(r"^(/[A-Za-z0-9_]+)@([A-Za-z0-9_]+)(?=\s|$)")
_LARGEST: Final = 2**63

_CHATS: Final[Mapping[str, ChatKind]] = {"private": "private", "group": "group", "supergroup": "group"}

# Field of a message, what it is to us, and the type to assume where Telegram names none. The order matters:
# an animation also comes as a document.
_MEDIA: Final[tuple[tuple[str, MediaKind, str], ...]] = (
    ("animation", "video", "video/mp4"),
    ("video", "video", "video/mp4"),
    ("video_note", "video", "video/mp4"),
    ("voice", "voice", "audio/ogg"),
    ("audio", "audio", "audio/mpeg"),
    ("document", "document", ""),
)
_STRANGE: Final = (
    "sticker",
    "dice",
    "game",
    "poll",
    "story",
    "paid_media",
    "checklist",
    "invoice",
    "successful_payment",
    "giveaway",
    "giveaway_winners",
    "web_app_data",
    "users_shared",
    "chat_shared",
)
_SERVICE: Final = (
    "new_chat_members",
    "left_chat_member",
    "new_chat_title",
    "new_chat_photo",
    "delete_chat_photo",
    "group_chat_created",
    "supergroup_chat_created",
    "channel_chat_created",
    "message_auto_delete_timer_changed",
    "migrate_from_chat_id",
    "pinned_message",
    "forum_topic_created",
    "forum_topic_edited",
    "forum_topic_closed",
    "forum_topic_reopened",
    "general_forum_topic_hidden",
    "general_forum_topic_unhidden",
    "video_chat_scheduled",
    "video_chat_started",
    "video_chat_ended",
    "video_chat_participants_invited",
    "proximity_alert_triggered",
    "boost_added",
    "chat_background_set",
    "write_access_allowed",
    "connected_website",
    "giveaway_created",
    "giveaway_completed",
    "is_automatic_forward",
)

_MEMBERSHIP: Final = {
    "creator": True,
    "administrator": True,
    "member": True,
    "left": False,
    "kicked": False,
}

_Json = dict[str, Any]


@record(frozen=True, slots=True)
class Myself:
    """Who the bot is on Telegram. Before the user name is known, every `/command@bot` is taken as ours."""

    id: int = 0
    username: str = ""


def read(update: object, raw: bytes, now: datetime, me: Myself) -> Received:
    """What an update means. `incoming` is None where nobody is to be answered or nothing could be read."""
    if not isinstance(update, dict):
        return Received(_odd_id(raw), raw, None)
    number = _int(update, "update_id")
    event_id = str(number) if number is not None else _odd_id(raw)
    return Received(event_id, raw, _incoming(update, event_id, now, me))


def callback_of(update: object) -> str:
    """The id of the tap that Telegram wants to be answered, or ""."""
    return _text(_dict(update, "callback_query"), "id") if isinstance(update, dict) else ""


def chat_of(update: object) -> str:
    """The chat within which updates must keep their order, or "" where there is none."""
    if not isinstance(update, dict):
        return ""
    for key in ("message", "edited_message", "my_chat_member"):
        if key in update:
            return str(_int(_dict(_dict(update, key), "chat"), "id") or "")
    tap = _dict(update, "callback_query")
    chat = _int(_dict(_dict(tap, "message"), "chat"), "id") or _int(_dict(tap, "from"), "id")
    return str(chat or "")


def _incoming(update: _Json, event_id: str, now: datetime, me: Myself) -> Incoming | None:
    if isinstance(tap := update.get("callback_query"), dict):
        message = _dict(tap, "message")
        prompt, option = read_callback_data(_text(tap, "data"))
        what: What = Choice(option, prompt) if option else Strange("button")
        # A message too old to be shown comes without its chat: the tap is answered in private then.
        chat: _Json = _dict(message, "chat") or {"id": _int(_dict(tap, "from"), "id"), "type": "private"}
        return _event(event_id, tap, message, chat, now, what)
    if isinstance(change := update.get("my_chat_member"), dict):
        chat = _dict(change, "chat")
        return _event(event_id, change, {}, chat, _moment(change, "date", now), _membership(change, chat))
    if isinstance(edited := update.get("edited_message"), dict):
        at = _moment(edited, "edit_date", now)
        return _event(event_id, edited, edited, _dict(edited, "chat"), at, _edited(edited))
    if isinstance(new := update.get("message"), dict):
        at = _moment(new, "date", now)
        return _event(event_id, new, new, _dict(new, "chat"), at, _message(new, me))
    return None


def _event(event_id: str, holder: _Json, message: _Json, chat: _Json, at: datetime, what: What) -> Incoming | None:
    sender = _dict(holder, "from")
    peer = _int(chat, "id")
    kind = _CHATS.get(_text(chat, "type"))
    if peer is None or kind is None:
        return None  # a broadcast channel, or nothing that we know
    account = _int(sender, "id")
    if account is None:
        account = _int(_dict(holder, "sender_chat"), "id") or peer
    if sender.get("is_bot") is True and account not in _STAND_INS:
        return None  # two bots that answer each other never end
    thread = _int(message, "message_thread_id")
    in_topic = kind == "group" and message.get("is_topic_message") is True and thread is not None
    return Incoming(
        channel=CHANNEL,
        account=str(account),
        peer=f"{peer}/{thread}" if in_topic else str(peer),
        event_id=event_id,
        at=at,
        what=what,
        chat=kind,
        language_hint=_text(sender, "language_code")[:35],
    )


def _message(message: _Json, me: Myself) -> What:
    ref = str(_int(message, "message_id") or "")
    moved = _int(message, "migrate_to_chat_id")
    if moved is not None:
        return Moved(str(moved))
    if isinstance(message.get("text"), str):
        return _typed(message, me, ref)
    if isinstance(message.get("photo"), list):
        return _photo(message, ref)
    for name, kind, mime in _MEDIA:
        if isinstance(found := message.get(name), dict):
            return _media(message, found, kind, mime, ref)
    if isinstance(message.get("location"), dict):
        return _place(message["location"], _dict(message, "venue"), ref)
    if isinstance(found := message.get("contact"), dict):
        phone = _text(found, "phone_number")
        own = _int(found, "user_id") is not None and found.get("user_id") == _dict(message, "from").get("id")
        return Contact(phone, own, ref) if phone else Strange("contact", ref)
    if any(name in message for name in _SERVICE):
        return Strange("service", ref)
    return Strange(next((name for name in _STRANGE if name in message), "unknown"), ref)


def _typed(message: _Json, me: Myself, ref: str) -> What:
    body = _text(message, "text")
    to = _COMMAND_TO.match(body)
    if to is None:
        return Text(body, ref)
    ours = not me.username or to[2].lower() == me.username.lower()
    if ours:
        return Text(to[1] + body[to.end() :], ref)
    in_group = _CHATS.get(_text(_dict(message, "chat"), "type")) == "group"
    return Strange("other_bot", ref) if in_group else Text(body, ref)


def _photo(message: _Json, ref: str) -> What:
    sizes = [size for size in message["photo"] if isinstance(size, dict) and _text(size, "file_id")]
    if not sizes:
        return Strange("photo", ref)
    largest = max(sizes, key=lambda size: (_int(size, "width") or 0) * (_int(size, "height") or 0))
    return _media(message, largest, "photo", "image/jpeg", ref)


def _media(message: _Json, found: _Json, kind: MediaKind, mime: str, ref: str) -> What:
    file = _text(found, "file_id")
    if not file:
        return Strange(kind, ref)
    return Media(
        kind=kind,
        file=file,
        name=_text(found, "file_name"),
        mime=_text(found, "mime_type") or mime,
        size=max(_int(found, "file_size") or 0, 0),
        caption=_text(message, "caption"),
        album=_text(message, "media_group_id"),
        ref=ref,
    )


def _place(location: _Json, venue: _Json, ref: str) -> What:
    latitude, longitude = _degrees(location, "latitude", 90.0), _degrees(location, "longitude", 180.0)
    if latitude is None or longitude is None:
        return Strange("location", ref)
    name = ", ".join(part for part in (_text(venue, "title"), _text(venue, "address")) if part)
    return Place(latitude, longitude, ref, name)


def _edited(message: _Json) -> What:
    ref = str(_int(message, "message_id") or "")
    for name in ("text", "caption"):
        if isinstance(message.get(name), str):
            return Edited(_text(message, name), ref)
    return Strange("edited", ref)


def _membership(change: _Json, chat: _Json) -> What:
    was, is_now = _takes_part(_dict(change, "old_chat_member")), _takes_part(_dict(change, "new_chat_member"))
    if is_now is None or was == is_now:
        return Strange("rights")
    if not is_now:
        return Gone()
    return Strange("unblocked") if _text(chat, "type") == "private" else Joined()


def _takes_part(member: _Json) -> bool | None:
    status = _text(member, "status")
    if status == "restricted":
        return member.get("is_member") is True
    return _MEMBERSHIP.get(status)


# Reading JSON that may be anything ------------------------------------------------------------------------


def _dict(holder: _Json, key: str) -> _Json:
    value = holder.get(key)
    return value if isinstance(value, dict) else {}


def _int(holder: _Json, key: str) -> int | None:
    value = holder.get(key)
    # Telegram's numbers have at most 52 bits; a longer one would not fit a database column either.
    return value if type(value) is int and -_LARGEST < value < _LARGEST else None


def _text(holder: _Json, key: str) -> str:
    value = holder.get(key)
    return legible(value) if isinstance(value, str) else ""


def _degrees(holder: _Json, key: str, most: float) -> float | None:
    value = holder.get(key)
    if not isinstance(value, int | float) or isinstance(value, bool) or abs(value) > most:
        return None
    return None if math.isnan(value) else float(value)


def _moment(holder: _Json, key: str, otherwise: datetime) -> datetime:
    seconds = _int(holder, key)
    try:
        return datetime.fromtimestamp(seconds, UTC) if seconds else otherwise
    except (ValueError, OverflowError, OSError):
        return otherwise


def _odd_id(raw: bytes) -> str:
    return f"odd-{hashlib.sha256(raw).hexdigest()[:32]}"
