"""What a resident thinks of the outcome: three buttons, a reason if not satisfied, and what follows from it."""

from __future__ import annotations

from dataclasses import replace
from typing import Final, cast

from cases.actors import RESIDENT
from cases.kinds import Kind, Status
from cases.lifecycle import move_of
from handlers.effects import Effect, MoveCase, Notify
from handlers.effects_staff import GiveReason, Rate
from handlers.messages import Option, Outgoing, Text
from handlers.ports import CaseView, Words, World
from handlers.staff_notice import notice, staff_card
from handlers.state import Draft
from handlers.talk import Answer, Flow, OpenQuestion, Picked, Prompt, Taken, Talk, case_of, say

ANSWERS: Final = {"hailong": "satisfied", "tamduoc": "partly", "chuahailong": "unsatisfied"}
ASKED_AFTER: Final = frozenset({"answered"})
"""Outcomes of which a resident can say something; of a letter still with an authority there is nothing to judge."""
REOPENED_KINDS: Final = frozenset({"kien_nghi_phan_anh", "khac"})
"""A complaint or denunciation has its own ways on by law; the unit above looks at how it was handled."""
MAX_REASON_CHARS: Final = 2_000


def question(words: Words, case: CaseView, *, again: bool = False) -> Outgoing:
    """The three buttons; `again` is the one reminder."""
    text = words.say("survey-again" if again else "survey", case.language, code=case.code)
    options = tuple(Option(f"/danhgia {case.code} {name}", words.say(f"opt-{name}", case.language)) for name in ANSWERS)
    return Outgoing(text, options=options)


def judge(talk: Talk, case: CaseView | None, word: str) -> Draft | tuple[Effect, ...]:
    """`/danhgia CODE …`: keeps the answer; of who is not satisfied it asks why, which may be left unsaid."""
    world = talk.world
    if case is None or not case.mine or world.desk.survey(case.id) is None:
        return (say(talk.say("survey-nothing")),)
    said = world.desk.survey(case.id)
    if said:
        return (say(talk.say("survey-said-already")),)
    answer = ANSWERS.get(word)
    if answer is None:
        return (_asked_again(talk, case),)
    if answer == "unsatisfied":
        return Draft(world.ids.id(), "survey", answers={"case": case.id})
    return Rate(case.id, answer), say(talk.say(f"survey-thanks-{answer}", code=case.code))


class WhyStep(OpenQuestion):
    """Why not satisfied? In one's own words, or without."""

    name = "why"

    def ask(self, talk: Talk) -> Prompt:
        case = case_of(talk)
        return Prompt(talk.say("survey-why", code=case.code if case else ""), (talk.option("no_reason"),))

    def take(self, talk: Talk, answer: Answer) -> Taken:
        draft, world, case = talk.draft, talk.world, case_of(talk)
        if case is None or world.desk.survey(case.id) != "":
            return Taken(draft, "end", notes=(talk.say("survey-said-already"),))
        if not isinstance(answer, Picked | Text):
            return Taken(draft, "miss", hint=talk.say("survey-why-hint"))
        effects: list[Effect] = [Rate(case.id, "unsatisfied")]
        if isinstance(answer, Text):
            effects.append(GiveReason(case.id, answer.body.strip()[:MAX_REASON_CHARS]))
        followed, note = _follows(talk, case)
        return Taken(draft, "end", effects=(*effects, *followed), notes=(note,))


FLOW: Final = Flow("survey", (WhyStep(),))


def _follows(talk: Talk, case: CaseView) -> tuple[tuple[Effect, ...], str]:
    """The first time a petition is looked at again by who had it; then, and for other kinds, the unit above is told."""
    world = talk.world
    move = move_of(cast(Kind, case.kind), cast(Status, case.status), "registered")
    if case.kind in REOPENED_KINDS and move is not None and not world.desk.unsatisfied(case.id):
        reopened = MoveCase(case.id, "reopened", RESIDENT, status="registered", detail={"why": "unsatisfied"})
        told = Notify(case.id, case.unit, notice(world, case, "survey-reopened-staff"))
        card = Notify(case.id, case.unit, staff_card(world, replace(case, status="registered")))
        return (reopened, card, told), talk.say("survey-reopened", code=case.code)
    above = _above(world, case)
    told = Notify(case.id, above, notice(world, case, "survey-above-staff"))
    unit = world.units.by_code(above)
    raised = MoveCase(case.id, "raised", RESIDENT, status=case.status, detail={"unit": above})
    return (raised, told), talk.say("survey-above", code=case.code, unit=unit.name if unit else above)


def _above(world: World, case: CaseView) -> str:
    unit = world.units.by_code(case.unit)
    path = unit.path if unit is not None else (case.unit,)
    return path[1] if len(path) > 1 else path[0]


def _asked_again(talk: Talk, case: CaseView) -> Effect:
    asked = question(talk.world.words, case)
    return say(asked.text, options=asked.options)
