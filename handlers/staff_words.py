"""What the staff's dialogues share: their language, their buttons, the letter a command names, days as people write."""

from __future__ import annotations

from datetime import date
from typing import Final

from cases.codes import read_code
from cases.lifecycle import Action
from handlers.effects import Audit, Effect
from handlers.messages import Option
from handlers.ports import CaseView, Officer, World
from handlers.staff_rights import permits
from handlers.talk import Taken, Talk, say

STAFF_LANGUAGE: Final = "vi"


def tell(world: World, key: str, **arguments: str | int) -> str:
    """A sentence for staff."""
    return world.words.say(key, world.staff_language, **arguments)


def choice(world: World, name: str, key: str = "") -> Option:
    """An option for staff, whose label is the sentence `opt-…`."""
    key = key or f"opt-{name}"
    return Option(name, tell(world, key), world.words.also(key, world.staff_language))


def case_named(talk: Talk, argument: str) -> CaseView | None:
    """The case whose code was written after a command."""
    code = read_code(argument)
    return talk.world.cases.by_code(code) if code else None


def case_for(talk: Talk, officer: Officer, argument: str, action: Action) -> CaseView | tuple[Effect, ...]:
    """The case that a command names, if the officer may do this with it; else what they are told instead.

    Who may not even see a case does not learn that it exists; a refused action is audited.
    """
    world = talk.world
    case = case_named(talk, argument)
    if case is None or not permits(world, officer, case, "see"):
        return (say(tell(world, "staff-no-such-case")),)
    if case.erased_on is not None and action != "see":
        return (say(tell(world, "staff-erased", code=case.code, day=case.erased_on.strftime("%d/%m/%Y"))),)
    if not permits(world, officer, case, action):
        return Audit(case.id, "refused", officer.id), say(_forbidden(world, officer, case, action))
    return case


def _forbidden(world: World, officer: Officer, case: CaseView, action: Action) -> str:
    """Why somebody who sees that a case exists may not do this: it is not theirs to read, or not their role's work."""
    if action == "read_text":
        return tell(world, "staff-no-access", code=case.code)
    readable = permits(world, officer, case, "read_text")
    return tell(
        world,
        "staff-no-role",
        code=case.code,
        role=tell(world, f"role-{officer.role}"),
        secret="yes" if case.kind == "to_cao" else "no",
        allowed=tell(world, "staff-may-read" if readable else "staff-may-see", code=case.code),
    )


def left(talk: Talk) -> Taken:
    """The officer goes away from an errand: nothing is written."""
    return Taken(talk.draft, "end", notes=(tell(talk.world, "nothing-changed"),))


def place_words(world: World, case: CaseView, language: str) -> dict[str, str]:
    """How its sender reaches who has the letter. One that is about this committee never sends them there."""
    unit, place = world.units.by_code(case.unit), world.committee
    if case.held_from:
        found = unit if unit is not None and not case.sealed else None
        name = found.name if found is not None else world.words.say("place-above", language)
        return {
            "phone": (found.phone if found else "") or name,
            "address": (found.address if found else "") or world.words.say("place-above-address", language, unit=name),
            "hours": (found.hours if found else "") or world.words.say("place-above-hours", language),
        }
    return {
        "phone": (unit.phone if unit else "") or place.phone,
        "address": (unit.address if unit else "") or place.address,
        "hours": (unit.hours if unit else "") or place.hours,
    }


def read_day(text: str, today: date) -> date | None:
    """A past or present day as people write it: 3/11, 03-11-2026; "hôm nay" is an option of its own."""
    parts = [part for part in text.replace("-", "/").replace(".", "/").split("/") if part.strip()]
    try:
        numbers = [int(part) for part in parts]
        day = date(numbers[2] if len(numbers) > 2 else today.year, numbers[1], numbers[0])
    except (ValueError, IndexError):
        return None
    return day if day <= today else None
