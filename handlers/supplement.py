"""Adding to a letter that is already filed: which one, the words, the photos."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from handlers.content import MAX_CONTENT_CHARS, add_part
from handlers.effects import AddToCase, DropFiles, Effect, Notify
from handlers.messages import Option, Text
from handlers.papers import files
from handlers.staff_notice import notice
from handlers.state import Draft
from handlers.talk import Answer, Flow, OpenQuestion, Picked, Prompt, Question, Taken, Talk, case_line

MAX_SHOWN: Final = 8


class WhichStep(Question):
    """Which of several letters? Never simply the last one."""

    name = "case"

    def answered(self, draft: Draft) -> bool:
        return draft.has("case")

    def ask(self, talk: Talk) -> Prompt:
        mine = talk.world.cases.of_account()[:MAX_SHOWN]
        lines = [case_line(talk, case) for case in mine]
        options = tuple(Option(f"case:{case.id}", case.code) for case in mine)
        return Prompt("\n".join([talk.say("ask-which"), *lines]), options)

    def take(self, talk: Talk, answer: Answer) -> Taken:
        if isinstance(answer, Picked):
            return Taken(talk.draft.with_answer("case", answer.option.removeprefix("case:")))
        return Taken(talk.draft, "miss", hint=talk.say("ask-which-hint"))


class AddedStep(OpenQuestion):
    """What shall be added? Messages and files until `Gửi xong`."""

    name = "added"

    def ask(self, talk: Talk) -> Prompt:
        draft = talk.draft
        case = talk.world.cases.by_id(str(draft.get("case")))
        code = case.code if case else ""
        said, count = len(draft.get("parts", ())), len(files(draft))
        if said or count:
            return Prompt(
                talk.say("ask-added-more", code=code, n=said, files=count),
                talk.options("files_done", "leave"),
            )
        return Prompt(talk.say("ask-added", code=code), talk.options("leave"))

    def take(self, talk: Talk, answer: Answer) -> Taken:
        draft = talk.draft
        if isinstance(answer, Text):
            return Taken(add_part(draft, answer.body[:MAX_CONTENT_CHARS], answer.ref), "stay")
        if not isinstance(answer, Picked):
            return Taken(draft, "miss", hint=talk.say("ask-files-hint"))
        case = talk.world.cases.by_id(str(draft.get("case")))
        if answer.option == "leave" or case is None:
            return Taken(draft, "end", effects=(DropFiles(draft.id),), notes=(talk.say("errand-cancelled"),))
        text = "\n".join(part["text"] for part in draft.get("parts", ()))
        told = replace(notice(talk.world, case, "staff-added"), urgent=bool(draft.get("danger")))
        effects: tuple[Effect, ...] = (AddToCase(case.id, draft.id, text), Notify(case.id, case.unit, told))
        return Taken(draft, "end", effects=effects, notes=(talk.say("added", code=case.code),))


FLOW = Flow("supplement", (WhichStep(), AddedStep()), holds_files=True)
