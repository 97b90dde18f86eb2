"""Giving a letter to another committee of the tree, up or down: code and dates stay, the counts go with it."""

from __future__ import annotations

from dataclasses import replace

from handlers.effects import Effect, Notify, Remind, Tell
from handlers.effects_casework import Transfer
from handlers.messages import Option, Outgoing
from handlers.ports import CaseView, Officer, Unit, World
from handlers.staff_moves import begin as begin_move
from handlers.staff_notice import staff_card, staff_due
from handlers.staff_steps import Confirm, Line, Pick, changed, mine
from handlers.staff_words import tell
from handlers.state import Draft
from handlers.talk import Flow, Taken, Talk, area_name, case_of, committee_name, say


def begin(talk: Talk, officer: Officer, argument: str) -> Draft | tuple[Effect, ...]:
    """`/chuyendv CODE`: the errand that gives a letter to another unit, or why that cannot be."""
    begun = begin_move(talk, officer, argument, "transfer", "transfer")
    if isinstance(begun, Draft) and not _units(talk.with_draft(begun)):
        return (say(tell(talk.world, "staff-no-other-unit")),)
    return begun


def reachable(world: World, officer: Officer, case: CaseView) -> tuple[Unit, ...]:
    """Units that this officer may give the case to: those above its own, and those below one of the officer's."""
    own = world.units.by_code(case.unit)
    above = [world.units.by_code(code) for code in (own.path[1:] if own else ())]
    below = [unit for unit in world.units.receiving() if any(code in unit.path for code in officer.units)]
    found = [unit for unit in (*above, *below) if unit is not None and unit.code != case.unit]
    return tuple({unit.code: unit for unit in found}.values())


def _units(talk: Talk) -> tuple[Option, ...]:
    case, officer = case_of(talk), talk.world.staff.me()
    if case is None or officer is None:
        return ()
    return tuple(Option(unit.code, area_name(unit.name)) for unit in reachable(talk.world, officer, case))


def _ask_unit(talk: Talk) -> str:
    case = case_of(talk)
    return tell(talk.world, "staff-ask-unit", code=case.code if case else "")


def _to_resident(talk: Talk, case: CaseView, unit: Unit) -> str:
    say_to = talk.world.words.say
    name = committee_name(replace(talk, language=case.language), unit.name)
    day = case.due_on.strftime("%d/%m/%Y")
    return say_to("told-transferred", case.language, code=case.code, unit=name, due=day)


def _preview(talk: Talk) -> str:
    case, unit = case_of(talk), talk.world.units.by_code(str(talk.draft.get("unit")))
    if case is None or unit is None:
        return tell(talk.world, "staff-no-such-case")
    return tell(talk.world, "staff-preview", code=case.code, text=_to_resident(talk, case, unit))


def _act(talk: Talk) -> Taken:
    found = mine(talk, "transfer")
    unit = talk.world.units.by_code(str(talk.draft.get("unit")))
    if found is None or unit is None or unit not in reachable(talk.world, found[1], found[0]):
        return changed(talk)
    world, (case, officer) = talk.world, found
    after = replace(case, unit=unit.code, officer="")
    options = (Option(f"/tracuu {case.code}", world.words.say("opt-track", case.language)),)
    former = replace(staff_card(world, after), options=())
    gone = replace(former, text=tell(world, "staff-card-elsewhere", code=case.code))
    effects: tuple[Effect, ...] = (
        # What the former unit's chat shows is changed first: afterwards the card is the other unit's.
        Notify(case.id, case.unit, gone),
        Transfer(case.id, unit.code, str(talk.draft.get("reason")), officer.id),
        Notify(case.id, unit.code, staff_card(world, after, new=True), "new"),
        Remind("ack", f"{case.id}:1", staff_due(world, case.urgent)),
        Tell(case.id, Outgoing(_to_resident(talk, case, unit), options=options)),
    )
    note = tell(world, "staff-transferred", code=case.code, unit=unit.name)
    return Taken(talk.draft, "end", effects=effects, notes=(note,))


FLOW = Flow(
    "transfer",
    (
        Pick("unit", _ask_unit, _units),
        Line("reason", lambda talk: tell(talk.world, "staff-ask-reason")),
        Confirm(_preview, _act, yes="send"),
    ),
)
