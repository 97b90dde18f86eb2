"""An Outgoing as a message of the Bot Platform: plain text. Choices have become lines before it comes here."""

from __future__ import annotations

import re
from typing import Final

from bot.channels.errors import Rejected
from handlers.messages import Outgoing

TEXT_LIMIT: Final = 2000
SIGN: Final = "#"
"""How commands are written on Zalo, by custom."""

_ID: Final = re.compile(r"^[\w.:-]{1,128}$", re.ASCII)


def message(peer: str, out: Outgoing) -> dict[str, str]:
    """What sendMessage is given: no `parse_mode`, so that a resident's own words need no escaping."""
    if not is_id(peer):
        raise Rejected("peer")
    return {"chat_id": peer, "text": out.text}


def is_id(text: str) -> bool:
    """Whether this can be the id of a person or a chat: hex-like, of no fixed length."""
    return _ID.match(text) is not None
