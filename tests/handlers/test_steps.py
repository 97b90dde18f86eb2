"""Which question is open: what a dialogue knows of its steps beforehand is what each of them says."""

from __future__ import annotations

from random import Random

import pytest

from handlers.asking import talk_of
from handlers.errands import FLOWS
from handlers.filing import FLOW
from handlers.messages import Incoming, Text
from handlers.state import Draft, State
from handlers.talk import Flow, Step, Talk
from tests.handlers.town import Town

KINDS = ("to_cao", "khieu_nai", "kien_nghi_phan_anh", "khac")
SENDERS = ("self", "other", "group", "anonymous")
DRAWS = 150


def asked_plainly(flow: Flow, talk: Talk) -> Step | None:
    """The open question as every step tells it by itself."""
    named = next((step for step in flow.steps if step.name == talk.draft.step), None)
    if named is not None and named.wanted(talk):
        return named
    return next((step for step in flow.steps if not step.answered(talk.draft) and step.wanted(talk)), None)


@pytest.mark.parametrize("flow", [FLOW, FLOWS["supplement"], FLOWS["talkback"]], ids=lambda flow: flow.name)
def test_the_open_question_is_the_first_that_is_wanted_and_not_answered(flow: Flow) -> None:
    town, draw = Town(), Random(3)
    chat = town.resident()
    incoming = Incoming("telegram", "1001", "1001", "1", town.now, Text("a"))
    world = town.world(chat, incoming)
    names, asked = [step.name for step in flow.steps], set()
    for _ in range(DRAWS):
        answers: dict[str, object] = {name: "x" for name in names if draw.random() < draw.random()}
        for name, values in (("kind", KINDS), ("sender", SENDERS)):
            if name in answers or name not in names:
                answers[name] = draw.choice(values)
        step = draw.choice([*names, "", "", "a step of an older version"])
        talk = talk_of(State(draft=Draft("d", flow.name, step, answers)), incoming, world)
        assert flow.current(talk) is asked_plainly(flow, talk)
        asked.add(step)
    assert set(names) <= asked
