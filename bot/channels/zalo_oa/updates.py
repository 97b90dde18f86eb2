"""What one webhook event means: JSON in, what to take in out. Pure and total: no event makes it raise.

Sources differ on some shapes (docs/zalo.md says which): every one of them is read. Names and pictures of people
are never read: an account is its id within this OA. Receipts and echoes have the OA as their sender; they drive
no dialogue.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any, Final

from bot.channels.contract import Received
from bot.channels.loose import Json, dict_in, digest, digits_in, moment, one_form, parsed, text_in, whole_number
from bot.channels.zalo_oa.render import GROUP_PREFIX, group_of, read_typed
from cases.records import record
from handlers.messages import (
    Began,
    ByHand,
    Contact,
    Gone,
    Incoming,
    Joined,
    Media,
    MediaKind,
    Place,
    Strange,
    Text,
    What,
    Withdrew,
)

CHANNEL: Final = "zalo_oa"

_MENTION: Final = re.compile(r"\[@[^\]\n]{0,80}\]")
_EVENT: Final = re.compile(r"^[a-z0-9_.]{1,48}$")
_ID: Final = re.compile(r"^\d{1,32}$")

_MEDIA: Final[Mapping[str, tuple[MediaKind, str]]] = {
    "user_send_image": ("photo", "image/jpeg"),
    "user_send_audio": ("voice", "audio/aac"),
    "user_send_video": ("video", "video/mp4"),
    "user_send_file": ("document", ""),
}
_STRANGE: Final = {"user_send_sticker": "sticker", "user_send_gif": "gif"}
_BY_USER: Final = "user_send_"
_BY_HAND: Final = "oa_send_"
_GROUP: Final = "group"
_IN_GROUP: Final = "user_send_group_"
_OF_GROUP: Final = {"create_group", "delete_group"}
_NOBODY: Final = {"oa_send_template", "oa_send_consent"}
"""Sent by Zalo's own machinery, not typed by a person."""


@record(frozen=True, slots=True)
class Event:
    """One webhook event: its name (for counting), whose it is, and what has to be taken in: nothing for receipts
    and for what nobody here needs."""

    name: str
    user: str
    received: tuple[Received, ...] = ()
    echo: bool = False
    """Something the OA itself sent: ours, or typed by a person in OA Manager."""


def read(event: Mapping[str, Any], raw: bytes, now: datetime, oa_id: str = "") -> Event:
    """What an event means."""
    name = text_in(event, "event_name")
    name = name if _EVENT.match(name) else "unknown"
    echo = name.startswith(_BY_HAND) and _GROUP not in name and name not in _NOBODY
    if name.startswith(_IN_GROUP) or name in _OF_GROUP:
        return _in_group(event, raw, now, name, oa_id)
    user = _id(dict_in(event, "recipient")) if echo else _user(event)
    at = min(moment(event.get("timestamp")) or now, now)
    if not user or (oa_id and user == oa_id):
        return Event(name, "")
    found = tuple(
        Received(
            key,
            raw,
            Incoming(channel=CHANNEL, account=user, peer=user, event_id=key, at=at, what=what, language_hint="vi"),
        )
        for key, what in zip(_keys(event, name, user), _meanings(event, name), strict=False)
    )
    return Event(name, user, found, echo)


def _in_group(event: Mapping[str, Any], raw: bytes, now: datetime, name: str, oa_id: str) -> Event:
    """What is written in a group of the OA, and its beginning and end. Pictures and the like are nobody's business."""
    group, writer = _group(event, oa_id, name), _id(dict_in(event, "sender"))
    message = dict_in(event, "message")
    what: What | None = None
    if name == "create_group":
        what = Joined()
    elif name == "delete_group":
        what = Gone()
    elif name == f"{_IN_GROUP}text" and writer and writer != oa_id:
        what = Text(_plain(text_in(message, "text")).strip(), text_in(message, "msg_id"))
    if not group or what is None:
        return Event(name, "")
    account = writer or oa_id or group
    key = next(_keys(event, name, f"{group}:{writer}"))
    at = min(moment(event.get("timestamp")) or now, now)
    peer = f"{GROUP_PREFIX}{group}"
    incoming = Incoming(channel=CHANNEL, account=account, peer=peer, event_id=key, at=at, what=what, chat="group")
    return Event(name, peer, (Received(key, raw, incoming),))


def _group(event: Mapping[str, Any], oa_id: str, name: str) -> str:
    """The id of the group of an event; sources put it in several places."""
    message, recipient = dict_in(event, "message"), dict_in(event, "recipient")
    found = (
        text_in(recipient, "group_id"),
        text_in(message, "group_id"),
        text_in(event, "group_id"),
        *(text_in(dict_in(event, holder), key) for holder in ("group", "conversation") for key in ("group_id", "id")),
        text_in(message, "conversation_id"),
        text_in(recipient, "id") if name.startswith(_IN_GROUP) else "",
    )
    return next((each for each in found if each and each != oa_id and group_of(f"{GROUP_PREFIX}{each}")), "")


def _meanings(event: Mapping[str, Any], name: str) -> Iterator[What]:
    message = dict_in(event, "message")
    ref = text_in(message, "msg_id")
    if name in _MEDIA:
        yield from _media(message, name, ref)
    elif name == "user_send_text":
        yield _typed(message, ref)
    elif name == "user_send_link":
        links = [text_in(payload, "url") for payload in _payloads(message)]
        words = _plain(text_in(message, "text"))
        yield Text("\n".join(dict.fromkeys(part for part in (words, *links) if part)), ref)
    elif name == "user_send_location":
        yield _place(message, ref)
    elif name == "user_send_business_card":
        yield _card(message, ref)
    elif name == "user_submit_info":
        phone = _phone(dict_in(event, "info"))
        yield Contact(phone, own=True, ref=ref) if phone else Strange("contact", ref)
    elif name in _STRANGE:
        yield Strange(_STRANGE[name], ref)
    elif name in ("follow", "user_click_chatnow"):
        yield Began()
    elif name == "unfollow":
        yield Gone()
    elif name == "user_withdraw":
        yield Withdrew()
    elif name.startswith(_BY_HAND) and _GROUP not in name and name not in _NOBODY:
        yield ByHand(_plain(text_in(message, "text")), ref)
    elif name.startswith(_BY_USER):
        yield Strange("unknown", ref)  # something that can be sent since this was written


def _typed(message: Json, ref: str) -> What:
    return read_typed(_plain(text_in(message, "text")), ref)


def _media(message: Json, name: str, ref: str) -> Iterator[What]:
    kind, mime = _MEDIA[name]
    caption = _plain(text_in(message, "text"))
    found = [payload for payload in _payloads(message) if text_in(payload, "url")]
    if not found:
        yield Strange(kind, ref)
    for number, payload in enumerate(found):
        yield Media(
            kind=kind,
            file=text_in(payload, "url"),
            name=_plain(text_in(payload, "name")),
            mime=mime,
            size=_number(payload.get("size")),
            caption=caption if number == 0 else "",
            ref=ref,
            fleeting=True,
        )


def _place(message: Json, ref: str) -> What:
    """Three shapes are told of; coordinates come as text or as numbers."""
    holders: list[Json] = []
    for payload in _payloads(message):
        holders += [dict_in(payload, "coordinates"), payload]
    holders.append(dict_in(message, "location"))
    for holder in holders:
        latitude = _degrees(holder, ("latitude", "lat"), 90.0)
        longitude = _degrees(holder, ("longitude", "long", "lng", "lon"), 180.0)
        if latitude is not None and longitude is not None:
            return Place(latitude, longitude, ref)
    return Strange("location", ref)


def _card(message: Json, ref: str) -> What:
    for payload in _payloads(message):
        card = parsed(text_in(payload, "description"))
        if isinstance(card, dict) and (phone := _phone(card)):
            return Contact(phone, own=False, ref=ref)
    return Strange("contact", ref)


def _phone(info: Mapping[str, Any]) -> str:
    """A phone number as people here write it: it comes as `84…`, as `0…`, or as a number."""
    digits = re.sub(r"\D", "", digits_in(info, "phone"))
    return "0" + digits[2:] if digits.startswith("84") and len(digits) >= 11 else digits


# Whose, and which ------------------------------------------------------------------------------------------


def _user(event: Mapping[str, Any]) -> str:
    """The resident of an event that a resident caused; "" for receipts and all that the OA or Zalo caused."""
    name = text_in(event, "event_name")
    if name in ("follow", "unfollow"):
        return _id(dict_in(event, "follower")) or _plain_id(event, "user_id")
    if name in ("user_click_chatnow", "user_withdraw"):
        found = _plain_id(event, "user_id") or _id(dict_in(event, "follower")) or _id(dict_in(event, "sender"))
        return found or _id(dict_in(event, "user"))
    if (name.startswith(_BY_USER) and _GROUP not in name) or name == "user_submit_info":
        return _id(dict_in(event, "sender"))
    return ""


def _keys(event: Mapping[str, Any], name: str, user: str) -> Iterator[str]:
    """Ids of what an event holds: the same event delivered again has the same."""
    ref = text_in(dict_in(event, "message"), "msg_id")
    key = f"{name}:{ref}" if ref else f"{name}:{digest(user, str(event.get('timestamp', '')))}"
    yield key
    number = 1
    while True:
        yield f"{key}:{number}"
        number += 1


# Reading JSON that may be anything ------------------------------------------------------------------------


def _payloads(message: Json) -> Iterator[Json]:
    attachments = message.get("attachments")
    for attachment in attachments if isinstance(attachments, list) else ():
        if isinstance(attachment, dict):
            yield dict_in(attachment, "payload")


def _plain(text: str) -> str:
    """Words in one form of Unicode, without marks for mentions."""
    return one_form(_MENTION.sub("", text))


def _id(holder: Json) -> str:
    return _plain_id(holder, "id")


def _plain_id(holder: Mapping[str, Any], key: str) -> str:
    text = digits_in(holder, key)
    return text if _ID.match(text) else ""


def _number(value: object) -> int:
    text = str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""
    return whole_number(text)


def _degrees(holder: Json, keys: tuple[str, ...], most: float) -> float | None:
    value = next((holder[key] for key in keys if key in holder), None)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    try:
        degrees = float(value)
    except ValueError:
        return None
    return None if math.isnan(degrees) or abs(degrees) > most else degrees
