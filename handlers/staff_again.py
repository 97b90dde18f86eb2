"""Taking a letter up again: new facts after an outcome, or an authority that sent it back."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from cases.kinds import OPEN_STATUSES, Kind, Status
from cases.lifecycle import move_of
from handlers.effects import Effect, MoveCase, Notify, Tell
from handlers.messages import Option, Outgoing
from handlers.ports import CaseView, Officer
from handlers.staff_notice import staff_card
from handlers.staff_words import case_for, tell
from handlers.talk import Talk, say


def may_reopen(case: CaseView) -> bool:
    """Whether a letter with this outcome may be looked at again."""
    if case.status in OPEN_STATUSES:
        return False
    return move_of(cast(Kind, case.kind), cast(Status, case.status), "registered") is not None


def reopen(talk: Talk, officer: Officer, argument: str) -> tuple[Effect, ...]:
    """`/molai CODE`: the letter is open again from today, and its sender is told."""
    world = talk.world
    case = case_for(talk, officer, argument, "end")
    if isinstance(case, tuple):
        return case
    if not may_reopen(case):
        return (say(tell(world, "staff-cannot-reopen", code=case.code)),)
    owner = case.officer or officer.id
    after = replace(case, status="registered", officer=owner)
    words = world.words
    options = (Option(f"/tracuu {case.code}", words.say("opt-track", case.language)),)
    return (
        MoveCase(case.id, "reopened", officer.id, status="registered", officer=owner),
        Notify(case.id, case.unit, staff_card(world, after)),
        Tell(case.id, Outgoing(words.say("told-reopened", case.language, code=case.code), options=options)),
        say(tell(world, "staff-reopened", code=case.code)),
    )
