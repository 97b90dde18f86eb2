"""Taking a letter up again: why, and then it is open from today; its sender is told."""

from __future__ import annotations

from dataclasses import replace

from cases.lifecycle import REOPENED_FOR
from handlers.effects import Effect, MoveCase, Notify, Tell
from handlers.messages import Option, Outgoing
from handlers.ports import Officer
from handlers.staff_moves import begin as begin_move
from handlers.staff_notice import staff_card
from handlers.staff_steps import Pick, changed, mine
from handlers.staff_words import tell
from handlers.state import Draft
from handlers.talk import Answer, Flow, Taken, Talk, case_of


def begin(talk: Talk, officer: Officer, argument: str) -> Draft | tuple[Effect, ...]:
    """`/molai CODE`: the errand that opens a letter again, or why that cannot be."""
    return begin_move(talk, officer, argument, "reopen", "reopen")


def _ask(talk: Talk) -> str:
    case = case_of(talk)
    return tell(talk.world, "staff-ask-reopen", code=case.code if case else "")


def _reasons(talk: Talk) -> tuple[Option, ...]:
    case = case_of(talk)
    forwarded = case is not None and case.status == "forwarded"
    return tuple(
        Option(why, tell(talk.world, f"opt-reopen_{why}")) for why in REOPENED_FOR if why != "sent_back" or forwarded
    )


class WhyStep(Pick):
    """Why is it looked at again? The reason decides what is lawful then: once per content."""

    def __init__(self) -> None:
        super().__init__("why", _ask, _reasons)

    def take(self, talk: Talk, answer: Answer) -> Taken:
        taken = super().take(talk, answer)
        return _act(talk.with_draft(taken.draft)) if taken.outcome == "next" else taken


def _act(talk: Talk) -> Taken:
    found = mine(talk, "reopen")
    if found is None:
        return changed(talk)
    world, (case, officer) = talk.world, found
    owner = case.officer or officer.id
    why = str(talk.draft.get("why"))
    after = replace(case, status="registered", officer=owner, reopened_for=why)
    words = world.words
    options = (Option(f"/tracuu {case.code}", words.say("opt-track", case.language)),)
    effects: tuple[Effect, ...] = (
        MoveCase(case.id, "reopened", officer.id, status="registered", officer=owner, detail={"why": why}),
        Notify(case.id, case.unit, staff_card(world, after)),
        Tell(case.id, Outgoing(words.say("told-reopened", case.language, code=case.code), options=options)),
    )
    return Taken(talk.draft, "end", effects=effects, notes=(tell(world, "staff-reopened", code=case.code),))


FLOW = Flow("reopen", (WhyStep(),))
