"""Words of a resident whom the committee has asked something: they go to the letter that was asked about.

One letter that waits, and no other open: the words are its answer. Several: the resident chooses, never we. Thanks and
greetings are no answer, and open nothing again.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from cases.kinds import OPEN_STATUSES
from handlers import content
from handlers.answers import plain
from handlers.effects import AddToCase, DropFiles, Effect, Notify
from handlers.effects_staff import Await
from handlers.messages import Option, Text
from handlers.ports import CaseView
from handlers.staff_notice import notice
from handlers.state import Draft
from handlers.talk import Answer, Flow, OpenQuestion, Picked, Prompt, Taken, Talk, case_line, say

MAX_SHOWN: Final = 8
NEW: Final = "new_matter"


def waiting(talk: Talk) -> list[CaseView]:
    """One's own open letters about which the committee has asked something."""
    return [case for case in talk.world.cases.of_account() if case.waits_since and case.status in OPEN_STATUSES]


def is_courtesy(talk: Talk, text: str) -> bool:
    """Whether words are nothing but politeness: thanks, a greeting, "vâng ạ"."""
    words = talk.world.words
    polite = {word for language in words.languages() for word in words.also("courtesy-words", language)}
    said = plain(text).split()
    return bool(said) and all(word in {plain(each) for each in polite} for word in said)


def answer(talk: Talk, what: Text) -> Draft | tuple[Effect, ...] | None:
    """What these words lead to: an answer put to its letter, the question to which one, or None for other words."""
    asked = waiting(talk)
    if not asked or is_courtesy(talk, what.body):
        return None
    others = [c for c in talk.world.cases.of_account() if c.status in OPEN_STATUSES]
    if len(asked) == 1 and len(others) == 1:
        return _put(talk, asked[0], what.body)
    return Draft(talk.world.ids.id(), "talkback", answers={"text": what.body, "ref": what.ref})


def begin_with_files(talk: Talk) -> Draft | None:
    """The errand that gathers photos sent while the committee waits for an answer; None where nothing is awaited."""
    asked = waiting(talk)
    if not asked:
        return None
    errand = Draft(talk.world.ids.id(), FLOW.name)
    return errand.with_answer("case", asked[0].id) if len(_candidates(talk)) == 1 else errand


def put_files(talk: Talk) -> tuple[Effect, ...]:
    """Photos (and what was written under them) go to the letter that was asked about."""
    case = talk.world.cases.by_id(str(talk.draft.get("case")))
    if case is None or not case.mine:
        return (DropFiles(talk.draft.id),)
    return _put(talk, case, content.content(talk.draft))


class WhichStep(OpenQuestion):
    """Whose answer is this?"""

    name = "which"

    def wanted(self, talk: Talk) -> bool:
        return not talk.draft.has("case")

    def ask(self, talk: Talk) -> Prompt:
        cases = _candidates(talk)
        lines = [talk.say("talkback-which"), *(case_line(talk, case) for case in cases)]
        options = [Option(f"case:{case.id}", case.code) for case in cases]
        return Prompt("\n".join(lines), (*options, talk.option(NEW)))

    def take(self, talk: Talk, answer: Answer) -> Taken:
        draft = talk.draft
        if not isinstance(answer, Picked):
            return Taken(draft, "miss", hint=talk.say("ask-which-hint"))
        if answer.option == NEW:
            return Taken(draft.with_answer("begin_with", True), "end", main="restart")
        case = talk.world.cases.by_id(answer.option.removeprefix("case:"))
        if case is None or not case.mine:
            return Taken(draft, "miss", hint=talk.say("ask-which-hint"))
        words = (str(draft.get("text") or ""), content.content(draft))
        *effects, said = _put(talk, case, "\n".join(part for part in words if part))
        return Taken(draft, "end", effects=(*effects, said), silent_end=True)


FLOW: Final = Flow("talkback", (WhichStep(),), holds_files=True)


def _put(talk: Talk, case: CaseView, text: str) -> tuple[Effect, ...]:
    world = talk.world
    gathered = talk.draft.id if talk.draft.flow == FLOW.name else world.ids.id()
    danger, draft = content.danger(talk.with_draft(Draft(gathered, "supplement", answers={"case": case.id})), text)
    told = replace(notice(world, case, "staff-replied"), urgent=bool(danger))
    effects: tuple[Effect, ...] = (
        *danger,
        AddToCase(case.id, draft.id, text.strip()[: content.MAX_CONTENT_CHARS]),
        Await(case.id, False),
        Notify(case.id, case.unit, told),
    )
    options = (talk.command(f"/bosung {case.code}", "opt-supplement"), talk.command("/guidon", "opt-new_matter"))
    return (*effects, say(talk.say("talkback-put", code=case.code), options=options))


def _candidates(talk: Talk) -> list[CaseView]:
    mine = [c for c in talk.world.cases.of_account() if c.status in OPEN_STATUSES]
    mine.sort(key=lambda case: case.waits_since is None)
    return mine[:MAX_SHOWN]
