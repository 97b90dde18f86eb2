"""Letters that belong together: one that repeats another, and several about one matter (vụ việc)."""

from __future__ import annotations

from dataclasses import replace

from cases.codes import read_code
from cases.dates import local_day
from handlers.effects import Effect, MoveCase, Notify, Tell
from handlers.effects_casework import JoinCases, RepeatOf
from handlers.messages import Option, Outgoing, Text
from handlers.ports import CaseView, Officer, World
from handlers.staff_moves import begin as begin_move
from handlers.staff_notice import staff_card
from handlers.staff_rights import permits
from handlers.staff_steps import Confirm, changed, mine
from handlers.staff_words import choice, left, place_words, tell
from handlers.state import Draft
from handlers.talk import Answer, Flow, Picked, Prompt, Question, Taken, Talk, case_of


def begin_duplicate(talk: Talk, officer: Officer, argument: str) -> Draft | tuple[Effect, ...]:
    """`/trung CODE`: the letter repeats one that is there already."""
    return _begin(talk, officer, argument, "duplicate")


def begin_join(talk: Talk, officer: Officer, argument: str) -> Draft | tuple[Effect, ...]:
    """`/vuviec CODE`: the letter is about the same matter as another."""
    return _begin(talk, officer, argument, "join")


def _begin(talk: Talk, officer: Officer, argument: str, verb: str) -> Draft | tuple[Effect, ...]:
    code, _, other = argument.strip().partition(" ")
    begun = begin_move(talk, officer, code, "duplicate" if verb == "duplicate" else "join", verb)
    if not isinstance(begun, Draft) or not other.strip():
        return begun
    case = talk.world.cases.by_id(str(begun.get("case")))
    found = _other(talk.world, officer, case, other)
    return begun.with_answer("other", found.id) if found is not None else begun


def _other(world: World, officer: Officer | None, case: CaseView | None, text: str) -> CaseView | None:
    """The other letter, if the officer may open it and it is another one."""
    code = read_code(text)
    other = world.cases.by_code(code) if code else None
    if other is None or case is None or other.id == case.id or not permits(world, officer, other, "end"):
        return None
    return other


class OtherStep(Question):
    """Which other letter? By its code."""

    name = "other"

    def ask(self, talk: Talk) -> Prompt:
        case = case_of(talk)
        key = f"staff-ask-other-{talk.draft.flow}"
        return Prompt(tell(talk.world, key, code=case.code if case else ""), (choice(talk.world, "stop"),))

    def take(self, talk: Talk, answer: Answer) -> Taken:
        if isinstance(answer, Picked):
            return left(talk)
        if isinstance(answer, Text):
            other = _other(talk.world, talk.world.staff.me(), case_of(talk), answer.body)
            if other is not None:
                return Taken(talk.draft.with_answer(self.name, other.id))
        return Taken(talk.draft, "miss", hint=tell(talk.world, "staff-other-hint"))


def _preview_duplicate(talk: Talk) -> str:
    case, other = case_of(talk), talk.world.cases.by_id(str(talk.draft.get("other")))
    if case is None or other is None:
        return tell(talk.world, "staff-no-such-case")
    first = tell(talk.world, "staff-duplicate-of", code=case.code, other=other.code)
    told = tell(talk.world, "staff-preview", code=case.code, text=_to_resident(talk.world, case))
    return f"{first}\n\n{told}"


def _to_resident(world: World, case: CaseView) -> str:
    """The other letter may be somebody else's: its code is told to nobody."""
    if case.closed_words:
        return world.words.say(
            "told-secret", case.language, code=case.code, phone=place_words(world, case, case.language)["phone"]
        )
    return world.words.say("told-duplicate", case.language, code=case.code)


def _duplicate(talk: Talk) -> Taken:
    found = mine(talk, "duplicate")
    other = talk.world.cases.by_id(str(talk.draft.get("other")))
    if found is None or other is None or not permits(talk.world, found[1], other, "end"):
        return changed(talk)
    world, (case, officer) = talk.world, found
    owner = case.officer or officer.id
    today = local_day(world.now).isoformat()
    after = replace(case, status="duplicate", officer=owner)
    options = (Option(f"/bosung {case.code}", world.words.say("opt-supplement", case.language)),)
    effects: tuple[Effect, ...] = (
        MoveCase(case.id, "duplicate", officer.id, "duplicate", owner, today, {"other": other.code}),
        RepeatOf(case.id, other.id, officer.id),
        Notify(case.id, case.unit, staff_card(world, after)),
        Tell(case.id, Outgoing(_to_resident(world, case), options=options)),
    )
    return Taken(talk.draft, "end", effects=effects, notes=(tell(world, "staff-ended", code=case.code),))


def _preview_join(talk: Talk) -> str:
    case, other = case_of(talk), talk.world.cases.by_id(str(talk.draft.get("other")))
    if case is None or other is None:
        return tell(talk.world, "staff-no-such-case")
    return tell(talk.world, "staff-join", code=case.code, other=other.code)


def _join(talk: Talk) -> Taken:
    found = mine(talk, "join")
    other = talk.world.cases.by_id(str(talk.draft.get("other")))
    if found is None or other is None or not permits(talk.world, found[1], other, "end"):
        return changed(talk)
    case, officer = found
    note = tell(talk.world, "staff-joined", code=case.code, other=other.code)
    return Taken(talk.draft, "end", effects=(JoinCases(case.id, other.id, officer.id),), notes=(note,))


FLOWS = (
    Flow("duplicate", (OtherStep(), Confirm(_preview_duplicate, _duplicate, yes="send"))),
    Flow("join", (OtherStep(), Confirm(_preview_join, _join))),
)
