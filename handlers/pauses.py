"""Questions that stand over an open draft: shall it be thrown away, shall we go on, in which language."""

from __future__ import annotations

from handlers.answers import shorten
from handlers.content import content
from handlers.filing import FLOW
from handlers.messages import Option
from handlers.talk import STAGES, Answer, Flow, OpenQuestion, Picked, Prompt, Taken, Talk


class CancelStep(OpenQuestion):
    """Stop, and throw away what was told? Nothing has been sent yet."""

    name = "cancel"

    def ask(self, talk: Talk) -> Prompt:
        return Prompt(talk.say("ask-cancel"), talk.options("throw_away", "keep_for_later", "go_on"))

    def take(self, talk: Talk, answer: Answer) -> Taken:
        if not isinstance(answer, Picked):
            return Taken(talk.draft, "miss")
        if answer.option == "throw_away":
            return Taken(talk.draft, "end", main="drop", notes=(talk.say("thrown-away"),))
        if answer.option == "keep_for_later":
            note = talk.say("kept-for-later", days=talk.world.policy.draft_days)
            return Taken(talk.draft, "end", notes=(note,), silent_end=True)
        return Taken(talk.draft, "end")


class ResumeStep(OpenQuestion):
    """Who comes back after days is told where they were."""

    name = "resume"

    def ask(self, talk: Talk) -> Prompt:
        draft = talk.state.draft
        step = FLOW.current(talk.with_draft(draft)) if draft is not None else None
        about = shorten(content(draft), 120) if draft is not None else ""
        text = talk.say(
            "ask-resume",
            n=step.stage if step is not None else 1,
            m=STAGES,
            about=about,
            days=talk.world.policy.draft_days,
            has_about="yes" if about else "no",
        )
        return Prompt(text, talk.options("go_on", "begin_anew", "throw_away"))

    def take(self, talk: Talk, answer: Answer) -> Taken:
        if not isinstance(answer, Picked):
            return Taken(talk.draft, "miss")
        if answer.option == "throw_away":
            return Taken(talk.draft, "end", main="drop", notes=(talk.say("thrown-away"),))
        if answer.option == "begin_anew":
            return Taken(talk.draft, "end", main="restart")
        return Taken(talk.draft, "end")


class LanguageStep(OpenQuestion):
    """In which language shall we speak?"""

    name = "language"

    def ask(self, talk: Talk) -> Prompt:
        words = talk.world.words
        options = tuple(
            Option(f"lang:{lang}", words.say(f"language-{lang}", lang), words.also(f"language-{lang}", lang))
            for lang in words.languages()
        )
        return Prompt(talk.say("ask-language"), options)

    def take(self, talk: Talk, answer: Answer) -> Taken:
        if not isinstance(answer, Picked):
            return Taken(talk.draft, "miss")
        language = answer.option.removeprefix("lang:")
        note = talk.world.words.say("language-set", language)
        return Taken(talk.draft, "end", language=language, notes=(note,))


FLOWS = (
    Flow("cancel", (CancelStep(),)),
    Flow("resume", (ResumeStep(),)),
    Flow("language", (LanguageStep(),)),
)
