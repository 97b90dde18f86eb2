"""Giving letters to somebody else: one (`/giao`), or all of an officer who leaves (`/bangiao`)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from cases.fold import fold
from cases.kinds import OPEN_STATUSES
from handlers.effects import Effect, MoveCase, Notify, TellOfficer
from handlers.messages import Option, Outgoing
from handlers.ports import CaseView, Officer, World
from handlers.staff_notice import staff_card
from handlers.staff_rights import permits
from handlers.staff_words import case_for, tell
from handlers.talk import Talk, say

YES: Final = "co"
MAX_NAMES: Final = 12


def assign(talk: Talk, officer: Officer, argument: str) -> tuple[Effect, ...]:
    """`/giao CODE`: who can have it; `/giao CODE OFFICER`: it is theirs, its card changes, they are told."""
    world = talk.world
    code, _, wanted = argument.strip().partition(" ")
    case = case_for(talk, officer, code, "take")
    if isinstance(case, tuple):
        return case
    if case.status not in (*OPEN_STATUSES, "forwarded"):
        return (say(tell(world, "staff-has-outcome", code=case.code)),)
    able = [each for each in colleagues(world, case.unit) if permits(world, each, case, "take")]
    to = next((each for each in able if each.id == wanted), None)
    if to is None:
        others = [each for each in able if each.id != case.officer][:MAX_NAMES]
        if not others:
            return (say(tell(world, "handover-nobody", code=case.code)),)
        options = tuple(Option(f"/giao {case.code} {each.id}", each.name) for each in others)
        return (say(tell(world, "handover-to-whom", code=case.code), options=options),)
    if case.officer == to.id:
        return (say(tell(world, "staff-taken-already", code=case.code, officer=to.name)),)
    done = say(tell(world, "handover-given", code=case.code, officer=to.name))
    return (*_give(world, case, to, officer), _told(world, to, [case]), done)


def hand_over(talk: Talk, officer: Officer, argument: str) -> tuple[Effect, ...]:
    """`/bangiao [FROM [TO [co]]]`: all open letters of one officer to another, after a last question.

    An officer hands over their own; an admin anybody's.
    """
    world = talk.world
    words = argument.split()
    source = _known(world, officer, words[0]) if words else None
    if source is None:
        givers = _givers(world, officer)
        if len(givers) != 1:
            options = tuple(Option(f"/bangiao {each.id}", each.name) for each in givers[:MAX_NAMES])
            return (say(tell(world, "handover-from-whom"), options=options),)
        source = givers[0]
    mine = _held_by(world, source)
    if not mine:
        return (say(tell(world, "handover-nothing", officer=source.name)),)
    target = next((each for each in _everyone(world, source) if len(words) > 1 and each.id == words[1]), None)
    if target is None:
        others = [each for each in _everyone(world, source) if _can_take_some(world, each, source, mine)][:MAX_NAMES]
        if not others:
            return (say(tell(world, "handover-no-colleague")),)
        options = tuple(Option(f"/bangiao {source.id} {each.id}", each.name) for each in others)
        return (say(tell(world, "handover-all-to-whom", n=len(mine), officer=source.name), options=options),)
    fits = [c for c in mine if permits(world, target, c, "take")]
    left = len(mine) - len(fits)
    if len(words) < 3 or words[2] != YES:
        text = tell(world, "handover-sure", n=len(fits), source=source.name, target=target.name, left=left)
        yes = Option(f"/bangiao {source.id} {target.id} {YES}", tell(world, "opt-handover"))
        return (say(text, options=(yes,) if fits else ()),)
    given: list[Effect] = [effect for case in fits for effect in _give(world, case, target, officer)]
    if fits:
        given.append(_told(world, target, fits))
    done = tell(world, "handover-done", n=len(fits), source=source.name, target=target.name, left=left)
    return (*given, say(done))


def colleagues(world: World, unit: str) -> Sequence[Officer]:
    """Officers who serve a unit or one above it, the nearest first and by name, each once."""
    known = world.units.by_code(unit)
    found: dict[str, Officer] = {}
    for code in known.path if known is not None else (unit,):
        for each in sorted(world.staff.serving(code), key=lambda officer: (fold(officer.name), officer.id)):
            found.setdefault(each.id, each)
    return list(found.values())


def _held_by(world: World, officer: Officer) -> list[CaseView]:
    """What somebody has to see to: open letters, and forwarded ones whose answer is still owed."""
    waiting = world.cases.waiting(officer.units, officer.id)
    owed = world.cases.chased(officer.units, date.max)
    return [case for case in (*waiting, *owed) if case.officer == officer.id]


def _give(world: World, case: CaseView, to: Officer, by: Officer) -> tuple[Effect, ...]:
    status = "registered" if case.status in OPEN_STATUSES else case.status
    after = replace(case, status=status, officer=to.id)
    moved = MoveCase(case.id, "assigned", by.id, status=status, officer=to.id, detail={"to": to.id})
    return moved, Notify(case.id, case.unit, staff_card(world, after))


def _can_take_some(world: World, officer: Officer, source: Officer, cases: Sequence[CaseView]) -> bool:
    return officer.id != source.id and any(permits(world, officer, case, "take") for case in cases)


def _told(world: World, to: Officer, given: Sequence[CaseView]) -> TellOfficer:
    codes = ", ".join(case.code for case in given[:MAX_NAMES])
    options = tuple(Option(f"/don {case.code}", case.code) for case in given[:MAX_NAMES])
    return TellOfficer(to.id, Outgoing(tell(world, "handover-yours", n=len(given), codes=codes), options=options))


def _givers(world: World, officer: Officer) -> list[Officer]:
    return list(_everyone(world, officer)) if officer.role == "admin" else [officer]


def _everyone(world: World, officer: Officer) -> Sequence[Officer]:
    found = {each.id: each for unit in officer.units for each in colleagues(world, unit)}
    if officer.role == "admin":
        for unit in world.units.receiving():
            found.update({each.id: each for each in world.staff.serving(unit.code)})
    return [each for each in found.values() if each.role != "reader" and each.confirmed]


def _known(world: World, officer: Officer, wanted: str) -> Officer | None:
    return next((each for each in _givers(world, officer) if each.id == wanted), None)
