"""Asking: which question is open, how it is asked, and how a talk goes on with a newer state."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Final

from cases.dates import stamp
from handlers import errands, filing, welcome
from handlers.effects import Effect, Say
from handlers.messages import Incoming, Option, Outgoing
from handlers.ports import Words, World
from handlers.state import Draft, State
from handlers.talk import STAGES, Answer, Flow, Picked, Prompt, Step, Taken, Talk, say

Result = tuple[State, tuple[Effect, ...]]


def ask(talk: Talk, *notes: str, again: bool = False) -> Result:
    """Ask the open question under a new number (`again`: under its own), after what has to be said first; greet
    if none is open."""
    step = open_step(talk)
    said = [note for note in notes if note]
    if step is None:
        greeting = () if said else welcome.greeting(talk)
        return talk.state, (say(*said), *greeting) if said else greeting
    prompt = step.ask(talk)
    text = _headed(talk.world.words, talk.language, step.stage, prompt.text)
    number = talk.state.prompt + (0 if again else 1)
    draft = talk.draft if talk.draft.step == step.name else talk.draft.at(step.name)
    state = talk.state.asked(number, draft, talk.state.errand is not None)
    out = Outgoing("\n\n".join([*said, text]), options=prompt.options, prompt=number, form=prompt.form)
    return state, (Say(out),)


def _headed(words: Words, language: str, stage: int, text: str) -> str:
    """A question under its place in the dialogue, where it has one."""
    if not stage:
        return text
    return f"{_head(words, language, stage)}\n{text}" if text else _head(words, language, stage)


@lru_cache(maxsize=64)
def _head(words: Words, language: str, stage: int) -> str:
    return words.say("step-of", language, n=stage, m=STAGES)


def holds_files(talk: Talk) -> bool:
    """Whether the open dialogue takes in words and files of a letter."""
    errand = talk.state.errand
    return talk.state.draft is not None if errand is None else errands.FLOWS[errand.flow].holds_files


def open_step(talk: Talk) -> Step | None:
    """The open question, of the errand if there is one, else of the filing."""
    flow: Flow | None = None
    if talk.state.errand is not None:
        flow = errands.FLOWS.get(talk.state.errand.flow)
    elif talk.state.draft is not None:
        flow = filing.FLOW
    step = flow.current(talk) if flow is not None else None
    return _AGAIN.get(step.name, step) if step is not None and flow is filing.FLOW else step


class _Again:
    """A question that, asked again, also lets its answer stand ("Giữ nguyên")."""

    def __init__(self, step: Step) -> None:
        self._step = step
        self.name = step.name
        self.stage = step.stage

    def wanted(self, talk: Talk) -> bool:
        return self._step.wanted(talk)

    def answered(self, draft: Draft) -> bool:
        return self._step.answered(draft)

    def ask(self, talk: Talk) -> Prompt:
        prompt = self._step.ask(talk)
        if not self.answered(talk.draft):
            return prompt
        return Prompt(prompt.text, (*prompt.options, talk.option("keep")), prompt.form)

    def options(self, talk: Talk) -> tuple[Option, ...]:
        options = self._step.options(talk)
        return (*options, talk.option("keep")) if self.answered(talk.draft) else options

    def take(self, talk: Talk, answer: Answer) -> Taken:
        if isinstance(answer, Picked) and answer.option == "keep":
            return Taken(talk.draft)
        return self._step.take(talk, answer)


_AGAIN: Final = {step.name: _Again(step) for step in filing.FLOW.steps if step.name in filing.KEEPABLE}


def talk_of(state: State, incoming: Incoming, world: World) -> Talk:
    """What the steps are given: the errand if one is open, else the draft."""
    return Talk(state, state.errand or state.draft or Draft("", ""), incoming, world, state.language)


def renew(talk: Talk, state: State) -> Talk:
    """The same talk with a newer state."""
    return talk_of(state, talk.incoming, talk.world)


def draft_of(state: State, over: bool) -> Draft:
    """The errand (`over`) or the draft, which must be there."""
    draft = state.errand if over else state.draft
    if draft is None:
        raise LookupError("no open draft")
    return draft


def touched(draft: Draft, world: World) -> Draft:
    """The draft, used just now."""
    return replace(draft, touched_at=stamp(world.now))
