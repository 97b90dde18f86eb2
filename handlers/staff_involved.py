"""An officer who is involved says so: they do not handle the letter, and see no more of it."""

from __future__ import annotations

from dataclasses import replace

from handlers.effects import Effect, Notify, Remind
from handlers.effects_casework import StepBack
from handlers.ports import CaseView, Officer, World
from handlers.staff_notice import staff_card, staff_due
from handlers.staff_rights import permits
from handlers.staff_steps import Confirm, changed
from handlers.staff_words import case_named, tell
from handlers.state import Draft
from handlers.talk import Flow, Taken, Talk, case_of, say


def begin(talk: Talk, officer: Officer, argument: str) -> Draft | tuple[Effect, ...]:
    """`/lienquan CODE`: for whoever sees the letter, whatever their role; no reason is asked."""
    case = case_named(talk, argument)
    if case is None or not permits(talk.world, officer, case, "see"):
        return (say(tell(talk.world, "staff-no-such-case")),)
    return Draft(talk.world.ids.id(), "involved", answers={"case": case.id})


def _ask(talk: Talk) -> str:
    case = case_of(talk)
    return tell(talk.world, "staff-ask-involved", code=case.code if case else "")


def stepped_back(world: World, case: CaseView, officer: Officer) -> tuple[Effect, ...]:
    """The officer is out; if the letter was theirs it waits for somebody, and the clock of nobody runs again."""
    was_theirs = case.officer == officer.id
    after = replace(case, officer="" if was_theirs else case.officer, barred=(*case.barred, officer.id))
    effects: tuple[Effect, ...] = (StepBack(case.id, officer.id),)
    if not was_theirs:
        return effects
    return (
        *effects,
        Notify(case.id, case.unit, staff_card(world, after)),
        Remind("ack", f"{case.id}:1", staff_due(world, case.urgent)),
    )


def _act(talk: Talk) -> Taken:
    case, officer = case_of(talk), talk.world.staff.me()
    if case is None or officer is None or not permits(talk.world, officer, case, "see"):
        return changed(talk)
    note = tell(talk.world, "staff-involved", code=case.code)
    return Taken(talk.draft, "end", effects=stepped_back(talk.world, case, officer), notes=(note,))


FLOW = Flow("involved", (Confirm(_ask, _act, yes="involved"),))
