"""The signed paper behind a letter from the chat: only with it is a denunciation or complaint one in law.

Luật Tố cáo Art 22, 23; Luật Khiếu nại Art 8.
"""

from __future__ import annotations

from cases.dates import local_day
from handlers.effects import Effect, Sign
from handlers.messages import Text
from handlers.ports import Officer
from handlers.staff_rights import permits
from handlers.staff_words import case_for, choice, left, read_day, tell
from handlers.state import Draft
from handlers.talk import Answer, Flow, OpenQuestion, Picked, Prompt, Taken, Talk, say


def begin(talk: Talk, officer: Officer, argument: str) -> Draft | tuple[Effect, ...]:
    """`/kyten CODE`: the errand that notes a signed letter, or why that cannot be."""
    world = talk.world
    case = case_for(talk, officer, argument, "end")
    if isinstance(case, tuple):
        return case
    if case.signed:
        return (say(tell(world, "staff-signed-already", code=case.code)),)
    return Draft(world.ids.id(), "signing", answers={"case": case.id})


class SignedOnStep(OpenQuestion):
    """On which day did the signed letter come, or was it presented in person?"""

    name = "signed_on"

    def ask(self, talk: Talk) -> Prompt:
        world = talk.world
        case = world.cases.by_id(str(talk.draft.get("case")))
        text = tell(world, "staff-ask-signed", code=case.code if case else "")
        return Prompt(text, (choice(world, "day_today"), choice(world, "leave")))

    def take(self, talk: Talk, answer: Answer) -> Taken:
        world, draft = talk.world, talk.draft
        today = local_day(world.now)
        if isinstance(answer, Picked) and answer.option == "leave":
            return left(talk)
        day = today if isinstance(answer, Picked) else None
        if isinstance(answer, Text):
            day = read_day(answer.body, today)
        if day is None:
            return Taken(draft, "miss", hint=tell(world, "staff-day-hint"))
        case, officer = world.cases.by_id(str(draft.get("case"))), world.staff.me()
        if case is None or case.signed or officer is None or not permits(world, officer, case, "end"):
            return Taken(draft, "end", notes=(tell(world, "staff-changed-meanwhile"),))
        done = tell(world, "staff-signed", code=case.code, on=day.strftime("%d/%m/%Y"))
        return Taken(draft, "end", effects=(Sign(case.id, day.isoformat(), officer.id),), notes=(done,))


FLOW = Flow("signing", (SignedOnStep(),))
