"""A letter of several kinds becomes one letter of each: received and handled itself, never eligible.

Luật Tiếp công dân Art 25(3); ND 154/2026 Art 14(4).
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from cases.dates import local_day
from cases.kinds import KINDS
from handlers.effects import Effect, MoveCase, Notify, Remind, Tell
from handlers.effects_casework import Part, SplitCase
from handlers.messages import Option, Outgoing, Text
from handlers.ports import CaseView, Officer, World
from handlers.staff_moves import begin as begin_move
from handlers.staff_notice import staff_card, staff_due
from handlers.staff_steps import MAX_WORDS_CHARS, Confirm, Pick, changed, mine
from handlers.staff_words import choice, left, tell
from handlers.state import Draft
from handlers.talk import Answer, Flow, OpenQuestion, Picked, Prompt, Taken, Talk, case_of

MIN_PARTS: Final = 2
MAX_PARTS: Final = 5
CODE_TRIES: Final = 8


def begin(talk: Talk, officer: Officer, argument: str) -> Draft | tuple[Effect, ...]:
    """`/tach CODE`: the errand that splits a mixed letter, or why that cannot be."""
    return begin_move(talk, officer, argument, "split", "split")


def _parts(draft: Draft) -> list[dict[str, str]]:
    return list(draft.get("parts", ()))


class PartKindStep(Pick):
    """Of which kind is the next part? Once two are there, the last look is offered too."""

    def __init__(self) -> None:
        super().__init__("part", _ask_kind, _kinds, lambda talk: not talk.draft.get("enough"))

    def take(self, talk: Talk, answer: Answer) -> Taken:
        if isinstance(answer, Picked) and answer.option == "enough":
            return Taken(talk.draft.with_answer("enough", True).with_answer("part", ""))
        return super().take(talk, answer)


def _ask_kind(talk: Talk) -> str:
    case, n = case_of(talk), len(_parts(talk.draft))
    named = ", ".join(tell(talk.world, f"kind-{part['kind']}") for part in _parts(talk.draft))
    key = "staff-ask-part-first" if n == 0 else "staff-ask-part"
    return tell(talk.world, key, code=case.code if case else "", n=n + 1, parts=named or "—")


def _kinds(talk: Talk) -> tuple[Option, ...]:
    n = len(_parts(talk.draft))
    options = [Option(kind, tell(talk.world, f"opt-kind-{kind}")) for kind in KINDS]
    if n >= MAX_PARTS:
        options = []
    if n >= MIN_PARTS:
        options.insert(0, choice(talk.world, "enough", "opt-parts_enough"))
    return tuple(options)


class PartWordsStep(OpenQuestion):
    """The words of that part: typed, or all of the letter. Those of a denunciation are never typed into a chat."""

    name = "part_words"

    def wanted(self, talk: Talk) -> bool:
        return bool(talk.draft.get("part"))

    def ask(self, talk: Talk) -> Prompt:
        secret = talk.draft.get("part") == "to_cao"
        key = "staff-ask-part-words-secret" if secret else "staff-ask-part-words"
        return Prompt(tell(talk.world, key), (choice(talk.world, "whole_text"), choice(talk.world, "stop")))

    def take(self, talk: Talk, answer: Answer) -> Taken:
        draft = talk.draft
        if isinstance(answer, Picked) and answer.option == "stop":
            return left(talk)
        words = ""
        if isinstance(answer, Text) and draft.get("part") != "to_cao":
            words = answer.body.strip()[:MAX_WORDS_CHARS]
        elif not isinstance(answer, Picked):
            return Taken(draft, "miss", hint=tell(talk.world, "staff-button-hint"))
        parts = [*_parts(draft), {"kind": str(draft.get("part")), "words": words}]
        draft = draft.without("part").with_answer("parts", parts)
        return Taken(draft, "stay", goto="part")


def _preview(talk: Talk) -> str:
    world, case = talk.world, case_of(talk)
    if case is None:
        return tell(world, "staff-no-such-case")
    parts = "\n".join(f"• {tell(world, 'kind-' + part['kind'])}" for part in _parts(talk.draft))
    text = tell(world, "staff-split", code=case.code, parts=parts)
    codes = ", ".join("TD-…" for _ in _parts(talk.draft))
    return f"{text}\n\n{tell(world, 'staff-preview', code=case.code, text=_to_resident(world, case, codes))}"


def _to_resident(world: World, case: CaseView, codes: str) -> str:
    return world.words.say("told-split", case.language, code=case.code, codes=codes)


def _code(world: World, taken: list[str]) -> str:
    for _ in range(CODE_TRIES):
        code = world.ids.code()
        if code not in taken and world.cases.code_is_free(code):
            return code
    raise RuntimeError("no free tracking code")


def _part(world: World, case: CaseView, kind: str, words: str, code: str) -> Part:
    due = world.deadlines.first(kind, case.received_on, anonymous=case.anonymous)
    topic = case.topic if kind != "khac" else "khac"
    return Part(world.ids.id(), code, kind, topic, due.on.isoformat(), due.rule, words)


def _act(talk: Talk) -> Taken:
    found = mine(talk, "split")
    chosen = _parts(talk.draft)
    if found is None or len(chosen) < MIN_PARTS:
        return changed(talk)
    world, (case, officer) = talk.world, found
    codes: list[str] = []
    for _ in chosen:
        codes.append(_code(world, codes))
    parts = tuple(
        _part(world, case, each["kind"], each["words"], code) for each, code in zip(chosen, codes, strict=True)
    )
    owner = case.officer or officer.id
    today = local_day(world.now).isoformat()
    secret = case.secret or any(part.kind == "to_cao" for part in parts)
    after = replace(case, status="split", officer=owner, secret=secret)
    options = tuple(Option(f"/tracuu {code}", code) for code in codes)
    effects: list[Effect] = [
        SplitCase(case.id, parts, officer.id),
        MoveCase(case.id, "split", officer.id, "split", owner, today, {"codes": ", ".join(codes)}),
        Notify(case.id, case.unit, staff_card(world, after)),
        Tell(case.id, Outgoing(_to_resident(world, case, ", ".join(codes)), options=options)),
    ]
    for part in parts:
        child = _child(case, part)
        effects.append(Notify(child.id, child.unit, staff_card(world, child, new=True)))
        effects.append(Remind("ack", f"{child.id}:1", staff_due(world, child.urgent)))
    note = tell(world, "staff-split-done", code=case.code, codes=", ".join(codes))
    return Taken(talk.draft, "end", effects=tuple(effects), notes=(note,))


def _child(case: CaseView, part: Part) -> CaseView:
    return replace(
        case,
        id=part.id,
        code=part.code,
        kind=part.kind,
        topic=part.topic,
        status="submitted",
        officer="",
        due_on=type(case.due_on).fromisoformat(part.due_on),
        due_rule=part.due_rule,
        outcome_on=None,
        requests=(),
        parent=case.code,
    )


FLOW = Flow("split", (PartKindStep(), PartWordsStep(), Confirm(_preview, _act, yes="send")))
