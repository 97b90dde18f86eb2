"""An Outgoing as our own page takes it: words, and options that become buttons."""

from __future__ import annotations

from typing import Any

from handlers.messages import Outgoing


def message(out: Outgoing) -> dict[str, Any]:
    """What the page shows."""
    return {
        "text": out.text,
        "options": [[option.id, option.label] for option in out.options],
        "prompt": out.prompt,
    }
