"""What a person sees of a message on each channel: its parts, and its choices as buttons or as lines to be typed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from bot.channels.contract import Abilities
from bot.channels.telegram import render as telegram
from bot.channels.telegram.channel import TelegramChannel
from bot.channels.web import render as web
from bot.channels.web.events import MAX_TEXT_CHARACTERS
from bot.channels.zalo_bot import render as zalo_bot
from bot.channels.zalo_bot.channel import ZaloBotChannel
from bot.channels.zalo_oa import render as zalo_oa
from bot.split import fitted, split
from handlers.messages import Outgoing

SHOWN = ("phan_anh", "to_cao_khong_ten", "chon_phuong", "tieng_anh", "ca_doi_mot_don", "tra_cuu")
"""Chats whose rendering is written down for each channel; all are played on each."""


@dataclass(frozen=True)
class Stage:
    """A channel as a chat is shown on it: what it can do, and its renderer."""

    abilities: Abilities
    draw: Callable[[Outgoing], tuple[str, list[str]]]
    """The words that are sent, and what stands on the buttons."""


def _telegram(out: Outgoing) -> tuple[str, list[str]]:
    sent = telegram.message(out)
    rows = sent.get("reply_markup", {}).get("inline_keyboard", [])
    return sent["text"], [" ".join(f"[{b['text']} {b['callback_data']}]" for b in row) for row in rows]


def _web(out: Outgoing) -> tuple[str, list[str]]:
    sent: dict[str, Any] = web.message(out)
    return sent["text"], [f"[{label} {id}]" for id, label in sent["options"]]


def _zalo_oa(out: Outgoing) -> tuple[str, list[str]]:
    sent = zalo_oa.message(out)
    buttons = sent.get("attachment", {}).get("payload", {}).get("buttons", [])
    assert len(buttons) <= zalo_oa.BUTTON_LIMIT
    assert all(len(button["payload"]) <= zalo_oa.PAYLOAD_LIMIT for button in buttons)
    return sent["text"], [f"[{button['title']} {button['payload']}]" for button in buttons]


def _zalo_bot(out: Outgoing) -> tuple[str, list[str]]:
    return zalo_bot.message("6ede", out)["text"], []


OA = Abilities(
    zalo_oa.TEXT_LIMIT,
    zalo_oa.BUTTON_LIMIT,
    zalo_oa.LABEL_LIMIT,
    edits=False,
    file_limit=0,
    sign=zalo_oa.SIGN,
    plain=zalo_oa.is_group,
)
PAGE = Abilities(MAX_TEXT_CHARACTERS, 100, 100, edits=True, file_limit=0)
STAGES = {
    "telegram": Stage(TelegramChannel.abilities, _telegram),
    "web": Stage(PAGE, _web),
    "zalo_oa": Stage(OA, _zalo_oa),
    "zalo_bot": Stage(ZaloBotChannel.abilities, _zalo_bot),
}


def drawn(out: Outgoing, stage: Stage) -> Iterator[str]:
    """The messages that one message becomes."""
    limit = stage.abilities.text_limit
    whole = fitted(out, stage.abilities)
    parts = split(whole.text, limit)
    for number, part in enumerate(parts, start=1):
        text, buttons = stage.draw(replace(whole, text=part) if number == len(parts) else Outgoing(part))
        assert 0 < len(text.encode("utf-16-le")) // 2 <= limit
        yield "\n".join([text, *buttons])


def golden(channel: str, chat: str) -> Path:
    """Where the rendering of a chat is written down."""
    return Path(__file__).parent / channel / f"{chat}.txt"
