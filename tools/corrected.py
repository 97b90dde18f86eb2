"""Letters that officers of a committee corrected, read on its own machine to learn from; nothing of them is written."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bot.settings import load
from bot.store import opened
from storage.casework import corrections


@dataclass(frozen=True, slots=True)
class Corrected:
    """A letter and what an officer found it to be, last."""

    text: str
    kind: str
    topic: str


async def corrected_letters(config: Path) -> list[Corrected]:
    """Every corrected letter whose words are still kept, once. A letter that is none has no topic."""
    async with opened(load(config)) as store:
        found = await store.database.read(corrections)
    last = {each.case: each for each in found if each.text}
    return [
        Corrected(each.text, each.new_kind, each.new_topic if each.new_kind != "khac" else "khac")
        for each in last.values()
    ]
