"""`/thongke`: the month in a paragraph, for an officer in private or a staff group."""

from __future__ import annotations

from handlers.effects import Effect
from handlers.ports import Officer
from handlers.staff_words import STAFF_LANGUAGE
from handlers.talk import Talk, say


def month(talk: Talk, officer: Officer, argument: str) -> tuple[Effect, ...]:
    """The counts of the officer's first unit (and all below) over the period named, or this month."""
    world = talk.world
    unit = officer.units[0] if officer.units else world.units.root().code
    try:
        return (say(world.figures.paragraph(unit, argument.strip(), public=talk.incoming.chat == "group")),)
    except ValueError as error:
        return (say(world.words.say(str(error), STAFF_LANGUAGE)),)
