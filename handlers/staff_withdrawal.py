"""A withdrawal as the law has it: complaint and denunciation by a signed paper; a forwarded denunciation goes on.

Luật Khiếu nại Art 10; Luật Tố cáo Art 33; ND 156/2026 Art 1(4), form 02.
"""

from __future__ import annotations

from dataclasses import replace

from cases.dates import local_day
from cases.lifecycle import Verb
from handlers.effects import AnswerRequest, Audit, Effect, MoveCase, Notify, Tell
from handlers.messages import Option, Outgoing
from handlers.ports import CaseView, Officer, World
from handlers.staff_moves import begin as begin_move
from handlers.staff_moves import refusal
from handlers.staff_notice import staff_card
from handlers.staff_steps import Confirm, Day, changed, mine
from handlers.staff_words import case_named, place_words, tell
from handlers.state import Draft
from handlers.talk import Flow, Taken, Talk, case_of


def begin(talk: Talk, officer: Officer, argument: str) -> Draft | tuple[Effect, ...]:
    """`/rutgiay CODE`: the errand that notes a signed withdrawal, or why that cannot be."""
    case = case_named(talk, argument)
    verb = _verb(talk.world, case) if case is not None else "withdraw"
    return begin_move(talk, officer, argument, verb, "withdrawal")


def _verb(world: World, case: CaseView) -> Verb:
    """A forwarded denunciation is not withdrawn here: the paper goes on to the receiver, who decides."""
    passed_on = case.kind == "to_cao" and not refusal(world, case, "pass_withdrawal")
    return "pass_withdrawal" if passed_on else "withdraw"


def _ask_day(talk: Talk) -> str:
    case = case_of(talk)
    return tell(talk.world, "staff-ask-withdrawal-day", code=case.code if case else "")


def _goes_on(talk: Talk) -> bool:
    case = case_of(talk)
    return case is not None and _verb(talk.world, case) == "pass_withdrawal"


def _to_resident(world: World, case: CaseView, goes_on: bool) -> str:
    if case.closed_words:
        return world.words.say(
            "told-secret", case.language, code=case.code, phone=place_words(world, case, case.language)["phone"]
        )
    return world.words.say("told-withdrawn", case.language, code=case.code)


def _preview(talk: Talk) -> str:
    world, case = talk.world, case_of(talk)
    if case is None:
        return tell(world, "staff-no-such-case")
    goes_on = _goes_on(talk)
    key = "staff-withdrawal-goes-on" if goes_on else "staff-withdrawal"
    law = tell(world, key, code=case.code, on=str(talk.draft.get("on")))
    caution = tell(world, "staff-withdrawal-caution") if case.kind == "to_cao" and not goes_on else ""
    told = tell(world, "staff-preview", code=case.code, text=_to_resident(world, case, goes_on))
    return "\n\n".join(part for part in (law, caution, told) if part)


def _act(talk: Talk) -> Taken:
    goes_on = _goes_on(talk)
    found = mine(talk, "pass_withdrawal" if goes_on else "withdraw")
    if found is None:
        return changed(talk)
    world, (case, officer) = talk.world, found
    on = {"on": str(talk.draft.get("on"))}
    effects: list[Effect] = []
    if goes_on:
        effects.append(Audit(case.id, "withdrawal_passed_on", officer.id, on))
    else:
        owner = case.officer or officer.id
        today = local_day(world.now).isoformat()
        after = replace(case, status="withdrawn", officer=owner)
        effects.append(MoveCase(case.id, "withdrawn", officer.id, "withdrawn", owner, today, on))
        effects.append(Notify(case.id, case.unit, staff_card(world, after)))
    if "withdraw" in case.requests:
        effects.append(AnswerRequest(case.id, "withdraw", officer.id, on))
    options = (Option(f"/tracuu {case.code}", world.words.say("opt-track", case.language)),)
    effects.append(Tell(case.id, Outgoing(_to_resident(world, case, goes_on), options=options)))
    note = tell(world, "staff-withdrawal-noted", code=case.code)
    return Taken(talk.draft, "end", effects=tuple(effects), notes=(note,))


FLOW = Flow("withdrawal", (Day("on", _ask_day), Confirm(_preview, _act, yes="send")))
