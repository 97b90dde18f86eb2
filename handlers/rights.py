"""What a resident may ask about what is kept: see it, erase it, withdraw the letter or the consent.

For a filed letter each is a dated request that the officer sees: the law decides what may go (Luật 91/2025/QH15;
a complaint or denunciation is withdrawn on a signed paper only: Luật Khiếu nại Art 10, ND 156/2026 form 02).
"""

from __future__ import annotations

from typing import Final

from handlers.effects import AskFor, Effect, Notify
from handlers.ports import CaseView
from handlers.staff_notice import in_private, notice
from handlers.staff_words import place_words
from handlers.supplement import WhichStep
from handlers.talk import Answer, Flow, OpenQuestion, Picked, Prompt, Taken, Talk, case_line, case_of, plain_kind

WANTS: Final = {"rutdon": "withdraw", "xoa": "delete", "rutdongy": "consent", "dulieu": "data"}


class SureStep(OpenQuestion):
    """Is that what is wanted? Says first what the law lets go and what must stay."""

    name = "sure"

    def ask(self, talk: Talk) -> Prompt:
        case = case_of(talk)
        want = str(talk.draft.get("want"))
        if case is None:
            return Prompt(talk.say("ask-which-gone"), talk.options("leave"))
        lawful = "lawful" if case.kind in ("to_cao", "khieu_nai") else "free"
        key = f"ask-{want}-{lawful}" if want == "withdraw" else f"ask-{want}"
        text = talk.say(key, code=case.code, **_place(talk, case))
        names = ("sure", "leave", "forced") if want == "withdraw" else ("sure", "leave")
        return Prompt(text, talk.options(*names))

    def take(self, talk: Talk, answer: Answer) -> Taken:
        case = case_of(talk)
        draft = talk.draft
        if not isinstance(answer, Picked):
            return Taken(draft, "miss")
        if answer.option == "leave" or case is None:
            return Taken(draft, "end", notes=(talk.say("nothing-changed"),))
        want = "forced" if answer.option == "forced" else str(draft.get("want"))
        if want in case.requests:
            return Taken(draft, "end", notes=(talk.say("asked-already", code=case.code),))
        effects: tuple[Effect, ...] = (
            AskFor(case.id, want),
            *_told_to_staff(talk, case, want),
        )
        lawful = "-lawful" if want == "withdraw" and case.kind in ("to_cao", "khieu_nai") else ""
        done = talk.say(f"asked-{want}{lawful}", code=case.code, **_place(talk, case))
        return Taken(draft, "end", effects=effects, notes=(done,))


def _place(talk: Talk, case: CaseView) -> dict[str, str]:
    """Where its sender signs: with the committee that has the letter, never with the one it is about."""
    return {**talk.place_words(), **place_words(talk.world, case, talk.language)}


def _told_to_staff(talk: Talk, case: CaseView, want: str) -> tuple[Effect, ...]:
    if want == "forced":
        # Who forces somebody may sit in the group.
        return in_private(talk.world, case, "staff-asked-forced")
    return (Notify(case.id, case.unit, notice(talk.world, case, f"staff-asked-{want}")),)


def kept_about(talk: Talk) -> str:
    """`/dulieu`: what is kept about this account, in words."""
    state = talk.state
    mine = talk.world.cases.of_account()
    parts = [talk.say("data-kept", letters=len(mine))]
    parts.extend(f"{case_line(talk, case)} · {plain_kind(talk, case.kind)}" for case in mine)
    if state.draft is not None:
        parts.append(talk.say("data-draft", days=talk.world.policy.draft_days))
    parts.append(talk.say("data-rights", **talk.place_words()))
    return "\n".join(parts)


FLOW = Flow("rights", (WhichStep(), SureStep()))
