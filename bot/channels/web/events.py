"""What the page posts, read into an Incoming and into the line that the page shows again after a reload."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from bot.channels.contract import Received
from cases.legible import legible
from handlers.messages import Choice, Edited, Gone, Incoming, Media, MediaKind, Place, Text, What

CHANNEL: Final = "web"
MAX_TEXT_CHARACTERS: Final = 20_000
MAX_LABEL_CHARACTERS: Final = 200
MAX_NAME_CHARACTERS: Final = 120
_EVENT: Final = re.compile(r"^[A-Za-z0-9_-]{1,40}$")
_LANGUAGE: Final = re.compile(r"^[a-z]{2,3}$")
HELLO: Final = "hello"
"""The event of a page opened for the first time: always the same, so that two tabs greet once. What the page
says by itself (`hello-…`: it was switched to another language) begins with it and shows no line either."""


class UnreadableError(ValueError):
    """The page posted something that is not in the agreed form."""


def read(raw: bytes, peer: str, at: datetime) -> Received:
    """The event that the page posted as JSON. Raises UnreadableError."""
    try:
        data = json.loads(raw)
    except ValueError:
        raise UnreadableError from None
    if not isinstance(data, dict):
        raise UnreadableError
    event = _word(data.get("event"), _EVENT)
    language = _language(data.get("lang"))
    what, line = _what(data, event)
    shown = None if event.startswith(HELLO) else {"event": event, **line}
    return _received(event, raw, peer, at, what, language, shown)


def upload(
    event: str,
    peer: str,
    at: datetime,
    *,
    file: str,
    name: str,
    mime: str,
    size: int,
    album: str,
    language: str,
) -> Received:
    """The event of a file that is in the spool. Raises UnreadableError."""
    event = _word(event, _EVENT)
    kind = kind_of(mime)
    shown = legible(name.replace("\\", "/").rsplit("/", 1)[-1])[:MAX_NAME_CHARACTERS]
    media = Media(
        kind,
        file,
        name=shown,
        mime=mime[:100],
        size=size,
        album=album if _EVENT.match(album) else "",
        ref=event,
    )
    raw = json.dumps({"event": event, "file": file, "name": shown, "mime": mime[:100], "size": size}).encode()
    line = {"event": event, "file": {"name": shown, "kind": kind, "size": size}}
    return _received(event, raw, peer, at, media, _language(language), line)


def gone(event: str, peer: str, at: datetime) -> Received:
    """The event of a browser that was told to forget the conversation."""
    return _received(event, b'{"forget":true}', peer, at, Gone(), "")


def kind_of(mime: str) -> MediaKind:
    """What sort of file a browser says it is; the fetcher looks at the bytes themselves."""
    family = mime.partition("/")[0]
    kinds: dict[str, MediaKind] = {"image": "photo", "video": "video", "audio": "audio"}
    return kinds.get(family, "document")


def _what(data: Mapping[str, Any], event: str) -> tuple[What, Mapping[str, Any]]:
    if "text" in data:
        text = _text(data["text"])
        return Text(text, ref=event), {"text": text}
    if isinstance(tap := data.get("tap"), dict):
        option, prompt = tap.get("option"), tap.get("prompt", 0)
        if not isinstance(option, str) or not 0 < len(option) <= 200 or type(prompt) is not int:
            raise UnreadableError
        label = tap.get("label")
        shown = legible(label[:MAX_LABEL_CHARACTERS]) if isinstance(label, str) else ""
        option = legible(option)
        return Choice(option, prompt), {"text": shown, "tap": {"option": option, "prompt": prompt}}
    if isinstance(edit := data.get("edit"), dict):
        text, ref = _text(edit.get("text")), _word(edit.get("ref"), _EVENT)
        return Edited(text, ref), {"text": text, "edits": ref}
    if isinstance(pin := data.get("place"), dict):
        latitude, longitude = _degrees(pin.get("lat"), 90), _degrees(pin.get("lon"), 180)
        return Place(latitude, longitude, ref=event), {"place": {"lat": latitude, "lon": longitude}}
    raise UnreadableError


def _received(
    event: str, raw: bytes, peer: str, at: datetime, what: What, language: str, line: Mapping[str, Any] | None = None
) -> Received:
    # Browsers choose the event's name, so one browser's must never be able to stand for another's.
    event_id = f"{peer}.{event}"
    incoming = Incoming(CHANNEL, peer, peer, event_id, at, what, language_hint=language)
    return Received(event_id, raw, incoming, line)


def _text(value: Any) -> str:
    if not isinstance(value, str) or len(value) > MAX_TEXT_CHARACTERS:
        raise UnreadableError
    text = legible(value).strip()
    if not text:
        raise UnreadableError
    return text


def _word(value: Any, form: re.Pattern[str]) -> str:
    if not isinstance(value, str) or not form.match(value):
        raise UnreadableError
    return value


def _language(value: Any) -> str:
    return value if isinstance(value, str) and _LANGUAGE.match(value) else ""


def _degrees(value: Any, most: int) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not -most <= value <= most:
        raise UnreadableError
    return float(value)
