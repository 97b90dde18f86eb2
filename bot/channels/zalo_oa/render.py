"""An Outgoing as the message of a call: plain text, at most five buttons; what a tap brings back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final

from bot.channels.errors import Rejected
from handlers.messages import Choice, Option, Outgoing, Text

TEXT_LIMIT: Final = 2000
BUTTON_LIMIT: Final = 5
LABEL_LIMIT: Final = 100
PAYLOAD_LIMIT: Final = 1000

SIGN: Final = "#"
"""How commands are written on Zalo, by custom; on its desktop app a `/` opens a list of ready sentences."""
GROUP_PREFIX: Final = "group:"
_GROUP_ID: Final = re.compile(r"^[A-Za-z0-9_-]{1,64}$")
_TAP: Final = "#td:"
"""How the payload of a button begins: by custom with `#`, and as nobody types."""


def is_group(peer: str) -> bool:
    """Whether a peer is a group that the OA has made."""
    return bool(group_of(peer))


def group_of(peer: str) -> str:
    """The id of a group that the OA has made, "" for a person."""
    group = peer.removeprefix(GROUP_PREFIX)
    return group if group != peer and _GROUP_ID.match(group) else ""


def recipient(peer: str) -> dict[str, str]:
    """Whom a message goes to: the peer is the user's id within this OA, a decimal text longer than any number."""
    if group := group_of(peer):
        return {"group_id": group}
    if not (peer.isascii() and peer.isdigit()):
        raise Rejected("peer")
    return {"user_id": peer}


def message(out: Outgoing) -> dict[str, Any]:
    """The `message` of a consultation message."""
    if not out.options:
        return {"text": out.text}
    buttons = [_button(out.prompt, option) for option in out.options]
    return {"text": out.text, "attachment": {"type": "template", "payload": {"buttons": buttons}}}


def group_message(out: Outgoing) -> dict[str, Any]:
    """The `message` to a group: words alone. A mention is written in them: nothing here may call anybody."""
    return {"text": out.text.replace("[@", "[ @")}


def picture(text: str, attachment_id: str) -> dict[str, Any]:
    """A picture that was uploaded, with a caption."""
    element = {"media_type": "image", "attachment_id": attachment_id}
    payload = {"template_type": "media", "elements": [element]}
    shown: dict[str, Any] = {"attachment": {"type": "template", "payload": payload}}
    return {"text": text, **shown} if text else shown


def document(token: str) -> dict[str, Any]:
    """A file that was uploaded; no text may go with it."""
    return {"attachment": {"type": "file", "payload": {"token": token}}}


def form(title: str, subtitle: str, image_url: str) -> dict[str, Any]:
    """The form in which a person may share name, phone and address; the answer may never come."""
    element = {"title": title[:100], "subtitle": subtitle[:500], "image_url": image_url}
    payload = {"template_type": "request_user_info", "elements": [element]}
    return {"attachment": {"type": "template", "payload": payload}}


def payload_of(prompt: int, option: str) -> str:
    """What a tap brings back: a command as it is typed on Zalo, else the prompt's number and the option's id."""
    text = f"#{option[1:]}" if option.startswith("/") else f"{_TAP}{prompt}:{option}"
    if len(text) > PAYLOAD_LIMIT:
        raise Rejected("payload")  # cutting it would make a button that does something else
    return text


def read_typed(text: str, ref: str) -> Choice | Text:
    """What a text is: Zalo tells no tap from typed words, so the payload must."""
    if text.startswith(_TAP):
        prompt, colon, option = text[len(_TAP) :].partition(":")
        if colon and option and prompt.isascii() and prompt.isdigit() and len(prompt) <= 12:
            return Choice(option, int(prompt))
    return Text(text, ref)


def shown(parts: Sequence[str]) -> str:
    """Texts as they are compared: an echo may come with other spaces."""
    return " ".join(" ".join(parts).split())


def _button(prompt: int, option: Option) -> dict[str, str]:
    return {
        "title": option.label[:LABEL_LIMIT],
        "type": "oa.query.hide",
        "payload": payload_of(prompt, option.id),
    }
