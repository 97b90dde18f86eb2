"""An Outgoing as our own page takes it: words, and options that become buttons."""

from __future__ import annotations

from typing import Any

from handlers.messages import Outgoing


def line(out: Outgoing, most_characters: int, most_buttons: int) -> dict[str, Any] | None:
    """What the page shows of a message that is words and choices; None of one that is more, or too long."""
    more = out.slot or out.edit or out.delete or out.template or out.attachments
    if more or len(out.text) > most_characters or len(out.options) > most_buttons:
        return None
    return message(out)


def message(out: Outgoing) -> dict[str, Any]:
    """What the page shows."""
    return {
        "text": out.text.strip() or out.text,
        "options": [[option.id, option.label] for option in out.options],
        "prompt": out.prompt,
    }
