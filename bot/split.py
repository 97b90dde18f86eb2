"""Making a message fit a channel: choices as numbers where it has no such buttons, long texts cut at good places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from bot.channels.contract import Abilities
from handlers import commands
from handlers.messages import Option, Outgoing

# What must never be cut in two: a link, a tracking code (TD-7K3M-9QXH), a one-time word.
_WHOLE: Final = re.compile(r"https?://\S+|\bTD-[0-9A-Z]{4}-[0-9A-Z]{4}\b")
_ENDS: Final = (re.compile(r"\n\s*\n"), re.compile(r"\n"), re.compile(r"(?<=[.!?…;])\s"), re.compile(r"\s"))

_COMMAND: Final = re.compile(rf"(?<![\w/:.@#-])/(?=(?:{'|'.join((*commands.RESIDENT, *commands.STAFF))})(?![\w/]))")

_FILLER: Final = "\ue002"
_LEAST_SHARE: Final = 0.5
"""A part that is cut at a good place must still fill this share of what is allowed."""


def fitted(out: Outgoing, abilities: Abilities, peer: str = "") -> Outgoing:
    """The message with its choices as lines where the chat cannot show that many buttons: every choice can be
    typed, by its number, or as the command that it stands for where nobody knows the number."""
    text = _signed(out.text, abilities.sign)
    alone = not abilities.plain(peer)
    if alone and len(out.options) <= abilities.buttons:
        return replace(out, text=text) if text != out.text else out
    lines = [_line(number, option, out, alone) for number, option in enumerate(out.options, start=1)]
    chosen = "\n".join(_signed(line, abilities.sign) for line in lines if line)
    how = out.by_number if alone and _knows_numbers(out) else ""
    return replace(out, text="\n\n".join(part for part in (text, chosen, how) if part), options=())


def _line(number: int, option: Option, out: Outgoing, alone: bool) -> str:
    if alone and (_knows_numbers(out) or not option.id.startswith("/")):
        return f"{number}. {option.label}"
    return f"• {option.label}: {option.id}" if option.id.startswith("/") else ""


def _knows_numbers(out: Outgoing) -> bool:
    """Whether an open question or a menu of the conversation knows what a number means."""
    return bool(out.menu or out.prompt)


def _signed(text: str, sign: str) -> str:
    """The commands in a text, as they are written on this channel."""
    return text if sign == "/" or "/" not in text else _COMMAND.sub(sign, text)


def split(text: str, limit: int) -> list[str]:
    """The text in parts of at most `limit` characters, none empty; one part when it fits.

    Channels count in units of UTF-16: a picture or a rare letter counts as two.
    """
    if len(text) <= limit // 2:
        return [text.strip() or text]  # it fits, whatever its letters count
    wide = any(letter > "\uffff" for letter in text)
    if not wide:
        return list(_parts(text, limit)) or [text]
    padded = "".join(letter + _FILLER if letter > "\uffff" else letter for letter in text)
    return [part.replace(_FILLER, "") for part in _parts(padded, limit)] or [text]


def _parts(text: str, limit: int) -> Iterator[str]:
    rest = text.strip()
    while len(rest) > limit:
        at = _cut(rest, limit)
        yield rest[:at].rstrip()
        rest = rest[at:].lstrip()
    if rest:
        yield rest


def _cut(text: str, limit: int) -> int:
    # Nothing that must stay whole has a space in it: where there is one, there may be a cut.
    for least in (int(limit * _LEAST_SHARE), 0):
        for end in _ENDS:
            places = [m.start() for m in end.finditer(text, 0, limit + 1) if m.start() > least]
            if places:
                return places[-1]
    # Nothing to cut at: before a thing that must stay whole, if that leaves anything; else hard, at the limit.
    for begin, end_of in (match.span() for match in _WHOLE.finditer(text)):
        if 0 < begin < limit < end_of:
            return begin
    return limit
