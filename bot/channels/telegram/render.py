"""An Outgoing as parameters of the Bot API: plain text, buttons underneath, no link previews."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from bot.channels.errors import Rejected
from handlers.messages import Option, Outgoing

TEXT_LIMIT: Final = 4096
BUTTON_LIMIT: Final = 100
CALLBACK_BYTES: Final = 64
"""https://core.telegram.org/bots/api#inlinekeyboardbutton"""
LABEL_OF_HALF_A_ROW: Final = 17
"""Letters of a label that two buttons beside each other show whole on a narrow phone with large type."""


def address(peer: str) -> dict[str, int]:
    """Chat and, in a group with topics, the topic: the peer is `chat` or `chat/topic`."""
    chat, _, thread = peer.partition("/")
    try:
        where = {"chat_id": int(chat)}
        if thread:
            where["message_thread_id"] = int(thread)
    except ValueError:
        raise Rejected("peer") from None
    return where


def message(out: Outgoing) -> dict[str, Any]:
    """What sendMessage and editMessageText have in common."""
    parameters: dict[str, Any] = {"text": out.text, "link_preview_options": {"is_disabled": True}}
    if out.options:
        parameters["reply_markup"] = {"inline_keyboard": list(_rows(out.prompt, out.options))}
    return parameters


def callback_data(prompt: int, option: str) -> str:
    """What a tap brings back: the prompt's number and the option's id, nothing about anybody."""
    data = f"{prompt}:{option}"
    if len(data.encode()) > CALLBACK_BYTES:
        raise Rejected("callback_data")  # cutting it would make a button that does something else
    return data


def read_callback_data(data: str) -> tuple[int, str]:
    """The prompt's number and the option's id; data that we did not write counts as prompt 0."""
    prompt, colon, option = data.partition(":")
    if colon and prompt.isascii() and prompt.isdigit() and len(prompt) <= 12:
        return int(prompt), option
    return 0, data


def _rows(prompt: int, options: Sequence[Option]) -> Iterator[list[dict[str, str]]]:
    row: list[dict[str, str]] = []
    for option in options:
        button = {"text": option.label, "callback_data": callback_data(prompt, option.id)}
        if len(option.label) > LABEL_OF_HALF_A_ROW:
            if row:
                yield row
            yield [button]
            row = []
        elif row:
            yield [*row, button]
            row = []
        else:
            row = [button]
    if row:
        yield row
