"""Answering what a resident has asked for about a filed letter: to withdraw it, erase data, take consent back."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from cases.dates import local_day
from cases.kinds import OPEN_STATUSES
from cases.lifecycle import move_of
from cases.retention import may_go_on_request
from handlers.effects import AnswerRequest, Effect, MoveCase, Notify, Tell
from handlers.effects_casework import EraseCase
from handlers.messages import Option, Outgoing, Text
from handlers.ports import CaseView, Officer, World
from handlers.staff_notice import staff_card
from handlers.staff_rights import permits
from handlers.staff_words import case_for, choice, left, place_words, tell
from handlers.state import Draft
from handlers.talk import Answer, Flow, OpenQuestion, Picked, Prompt, Question, Taken, Talk, case_of, say

MAX_WORDS_CHARS: Final = 2_000
MIN_WORDS: Final = 3
ON_REQUEST: Final = "Luật 91/2025/QH15, Điều 4"
"""The right to have one's data erased, as the chain of the case names it."""


def begin(talk: Talk, officer: Officer, argument: str) -> Draft | tuple[Effect, ...]:
    """`/yeucau CODE`: the errand that answers an open request, or why there is none."""
    world = talk.world
    case = case_for(talk, officer, argument, "end")
    if isinstance(case, tuple):
        return case
    if not case.requests:
        return (say(tell(world, "staff-no-requests", code=case.code)),)
    draft = Draft(world.ids.id(), "request", answers={"case": case.id})
    wants = _wants(case)
    return draft.with_answer("want", wants[0]) if len(wants) == 1 else draft


class WantStep(Question):
    """Which of several requests is answered?"""

    name = "want"

    def ask(self, talk: Talk) -> Prompt:
        case = case_of(talk)
        options = tuple(choice(talk.world, f"want:{want}", f"want-{want}") for want in _wants(case)) if case else ()
        return Prompt(tell(talk.world, "staff-ask-want"), (*options, choice(talk.world, "leave")))

    def take(self, talk: Talk, answer: Answer) -> Taken:
        if not isinstance(answer, Picked):
            return Taken(talk.draft, "miss", hint=tell(talk.world, "staff-button-hint"))
        if answer.option == "leave":
            return left(talk)
        return Taken(talk.draft.with_answer(self.name, answer.option.removeprefix("want:")))


class WordsStep(Question):
    """What was done and what must stay, in words that the resident reads."""

    name = "words"

    def ask(self, talk: Talk) -> Prompt:
        case = case_of(talk)
        secret = case is not None and (case.kind == "to_cao" or talk.draft.get("want") == "forced")
        key = "staff-ask-request-secret" if secret else "staff-ask-request"
        want = tell(talk.world, f"want-{talk.draft.get('want')}")
        return Prompt(tell(talk.world, key, want=want), (choice(talk.world, "leave"),))

    def take(self, talk: Talk, answer: Answer) -> Taken:
        if isinstance(answer, Picked):
            return left(talk)
        if isinstance(answer, Text) and len(answer.body.split()) >= MIN_WORDS:
            return Taken(talk.draft.with_answer(self.name, answer.body.strip()[:MAX_WORDS_CHARS]))
        return Taken(talk.draft, "miss", hint=tell(talk.world, "staff-request-hint"))


class SendStep(OpenQuestion):
    """The answer as the resident will read it; a petition may be withdrawn with it."""

    name = "send"

    def ask(self, talk: Talk) -> Prompt:
        world = talk.world
        case = case_of(talk)
        if case is None:
            return Prompt(tell(world, "staff-no-such-case"), (choice(world, "leave"),))
        text = tell(world, "staff-preview", code=case.code, text=_to_resident(world, case, talk.draft))
        options = [choice(world, "send")]
        if _may_withdraw(case, talk.draft):
            options.append(choice(world, "send_withdrawn"))
        if _may_erase(case, talk.draft):
            options.append(choice(world, "send_erased"))
        return Prompt(text, (*options, choice(world, "leave")))

    def take(self, talk: Talk, answer: Answer) -> Taken:
        world, draft = talk.world, talk.draft
        if not isinstance(answer, Picked):
            return Taken(draft, "miss", hint=tell(world, "staff-button-hint"))
        if answer.option == "leave":
            return left(talk)
        case, officer = case_of(talk), world.staff.me()
        want = str(draft.get("want"))
        if case is None or officer is None or want not in case.requests or not permits(world, officer, case, "end"):
            return Taken(draft, "end", notes=(tell(world, "staff-changed-meanwhile"),))
        told = Outgoing(_to_resident(world, case, draft), options=(_track(world, case),))
        effects: tuple[Effect, ...] = (
            AnswerRequest(case.id, want, officer.id, {"words": str(draft.get("words"))}),
            Tell(case.id, told),
        )
        if answer.option == "send_withdrawn" and _may_withdraw(case, draft):
            effects = (*effects, *_withdraw(world, case, officer))
        if answer.option == "send_erased" and _may_erase(case, draft):
            effects = (*effects, EraseCase(case.id, ON_REQUEST, officer.id))
        return Taken(draft, "end", effects=effects, notes=(tell(world, "staff-request-answered", code=case.code),))


def _withdraw(world: World, case: CaseView, officer: Officer) -> tuple[Effect, ...]:
    owner = case.officer or officer.id
    day = local_day(world.now).isoformat()
    after = replace(case, status="withdrawn", officer=owner)
    moved = MoveCase(case.id, "withdrawn", officer.id, status="withdrawn", officer=owner, outcome_on=day)
    return moved, Notify(case.id, case.unit, staff_card(world, after))


def _may_withdraw(case: CaseView, draft: Draft) -> bool:
    """A petition is withdrawn as its sender wishes; a complaint or denunciation waits for a signed paper."""
    if draft.get("want") != "withdraw" or case.status not in OPEN_STATUSES:
        return False
    move = move_of(case.kind, case.status, "withdrawn")  # type: ignore[arg-type]
    return move is not None and not move.signed_paper


def _may_erase(case: CaseView, draft: Draft) -> bool:
    """When this is the only thing that is asked for, and the law lets the words go."""
    asked = draft.get("want") in ("delete", "consent") and len(_wants(case)) == 1
    return asked and may_go_on_request(case.kind, case.status, secret=case.secret)  # type: ignore[arg-type]


def _to_resident(world: World, case: CaseView, draft: Draft) -> str:
    """Of a denunciation, and to who is being forced, nothing is told by chat but that there is an answer."""
    if case.kind == "to_cao" or draft.get("want") == "forced":
        return world.words.say(
            "told-request-secret", case.language, code=case.code, phone=place_words(world, case, case.language)["phone"]
        )
    want = world.words.say(f"request-{draft.get('want')}", case.language)
    words = str(draft.get("words") or "")
    return world.words.say("told-request", case.language, code=case.code, want=want, words=words)


def _track(world: World, case: CaseView) -> Option:
    return Option(f"/tracuu {case.code}", world.words.say("opt-track", case.language))


def _wants(case: CaseView) -> list[str]:
    return list(dict.fromkeys(case.requests))


FLOW = Flow("request", (WantStep(), WordsStep(), SendStep()))
