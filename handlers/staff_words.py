"""What the staff's dialogues share: their language, their buttons, the letter a command names, days as people write."""

from __future__ import annotations

from datetime import date
from typing import Final

from cases.codes import read_code
from handlers.messages import Option
from handlers.ports import CaseView, World
from handlers.talk import Talk

STAFF_LANGUAGE: Final = "vi"


def tell(world: World, key: str, **arguments: str | int) -> str:
    """A sentence for staff."""
    return world.words.say(key, STAFF_LANGUAGE, **arguments)


def choice(world: World, name: str, key: str = "") -> Option:
    """An option for staff, whose label is the sentence `opt-…`."""
    key = key or f"opt-{name}"
    return Option(name, tell(world, key), world.words.also(key, STAFF_LANGUAGE))


def case_named(talk: Talk, argument: str) -> CaseView | None:
    """The case whose code was written after a command."""
    code = read_code(argument)
    return talk.world.cases.by_code(code) if code else None


def read_day(text: str, today: date) -> date | None:
    """A past or present day as people write it: 3/11, 03-11-2026; "hôm nay" is an option of its own."""
    parts = [part for part in text.replace("-", "/").replace(".", "/").split("/") if part.strip()]
    try:
        numbers = [int(part) for part in parts]
        day = date(numbers[2] if len(numbers) > 2 else today.year, numbers[1], numbers[0])
    except (ValueError, IndexError):
        return None
    return day if day <= today else None
