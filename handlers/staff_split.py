"""A letter of several kinds becomes one letter of each: received and handled itself, never eligible.

Luật Tiếp công dân Art 25(3); ND 154/2026 Art 14(4).
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from cases.dates import local_day
from cases.kinds import KINDS
from handlers import topics
from handlers.effects import Effect, MoveCase, Notify, Remind, Tell
from handlers.effects_casework import Part, SplitCase
from handlers.messages import CONSOLE, Option, Outgoing, Text
from handlers.ports import CaseView, Officer, World
from handlers.staff_moves import begin as begin_move
from handlers.staff_notice import staff_card, staff_due
from handlers.staff_steps import MAX_WORDS_CHARS, Confirm, Pick, changed, mine
from handlers.staff_words import STAFF_LANGUAGE, choice, left, tell
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
    asked = tell(talk.world, key, code=case.code if case else "", n=n + 1, parts=named or "—")
    if case is None or n:
        return asked
    seen = dict.fromkeys(_matter(talk.world, kind, topic, case) for kind, topic in _matters(talk, case, ""))
    return f"{tell(talk.world, 'split-seen', matters='; '.join(seen))}\n{asked}"


def _matters(talk: Talk, case: CaseView, words: str) -> list[tuple[str, str]]:
    """The kinds and topics that a part's words (all of the letter where there are none) hold, as the program reads."""
    text = words or talk.world.cases.letter(case.id).content
    found = talk.proposal(text)
    first = found.kind, topics.proposed(talk.world, found, text)
    return [first, *((other.kind, other.topic) for other in found.others)]


def _matter(world: World, kind: str, topic: str, case: CaseView) -> str:
    """A kind with its topic; what a denunciation is about is written into no chat."""
    name = tell(world, f"kind-{kind}")
    if kind in ("to_cao", "khac") or case.closed_words:
        return name
    return tell(world, "split-matter", kind=name, topic=_named(world, topic))


def _named(world: World, topic: str) -> str:
    return topics.label(world, *topics.parts(topic), STAFF_LANGUAGE)


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
        secret = self._closed(talk)
        key = "staff-ask-part-words-secret" if secret else "staff-ask-part-words"
        return Prompt(tell(talk.world, key), (choice(talk.world, "whole_text"), choice(talk.world, "stop")))

    def take(self, talk: Talk, answer: Answer) -> Taken:
        draft = talk.draft
        if isinstance(answer, Picked) and answer.option == "stop":
            return left(talk)
        words = ""
        if isinstance(answer, Text) and not self._closed(talk):
            words = answer.body.strip()[:MAX_WORDS_CHARS]
        elif not isinstance(answer, Picked):
            return Taken(draft, "miss", hint=tell(talk.world, "staff-button-hint"))
        draft = draft.with_answer(self.name, words)
        return _kept(draft, "khac") if draft.get("part") == "khac" else Taken(draft)

    def answered(self, draft: Draft) -> bool:
        return draft.has(self.name)

    @staticmethod
    def _closed(talk: Talk) -> bool:
        return talk.draft.get("part") == "to_cao" and talk.incoming.channel != CONSOLE


class PartTopicStep(OpenQuestion):
    """What that part is about: proposed by its own words, the proposed one first, and chosen by a tap."""

    name = "part_topic"

    def wanted(self, talk: Talk) -> bool:
        return talk.draft.has("part_words")

    def ask(self, talk: Talk) -> Prompt:
        world, kind = talk.world, str(talk.draft.get("part"))
        proposed = self._proposed(talk)
        options = sorted(topics.options(world, STAFF_LANGUAGE), key=lambda option: option.id != proposed)
        asked = tell(world, "split-ask-topic", kind=tell(world, f"kind-{kind}"))
        if proposed:
            asked += " " + tell(world, "split-proposed", topic=_named(world, proposed))
        return Prompt(asked, (*options, choice(world, "stop")))

    def take(self, talk: Talk, answer: Answer) -> Taken:
        if not isinstance(answer, Picked):
            return Taken(talk.draft, "miss", hint=tell(talk.world, "staff-button-hint"))
        return left(talk) if answer.option == "stop" else _kept(talk.draft, answer.option)

    def _proposed(self, talk: Talk) -> str:
        case, kind = case_of(talk), str(talk.draft.get("part"))
        if case is None or (kind == "to_cao" and talk.incoming.channel != CONSOLE):
            # What a denunciation is about is proposed on our own page only.
            return ""
        matters = _matters(talk, case, str(talk.draft.get("part_words") or ""))
        of_kind = [topic for each, topic in matters if each == kind]
        return next((topic for topic in (*of_kind, *(topic for _, topic in matters)) if topic != "khac"), case.topic)


def _kept(draft: Draft, topic: str) -> Taken:
    part = {"kind": str(draft.get("part")), "words": str(draft.get("part_words") or ""), "topic": topic}
    draft = draft.without("part", "part_words").with_answer("parts", [*_parts(draft), part])
    return Taken(draft, "stay", goto="part")


def _preview(talk: Talk) -> str:
    world, case = talk.world, case_of(talk)
    if case is None:
        return tell(world, "staff-no-such-case")
    found = (_matter(world, part["kind"], part["topic"], case) for part in _parts(talk.draft))
    parts = "\n".join(f"• {each}" for each in found)
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


def _part(world: World, case: CaseView, chosen: dict[str, str], code: str) -> Part:
    kind = chosen["kind"]
    due = world.deadlines.first(kind, case.received_on, anonymous=case.anonymous)
    topic, own = topics.parts(chosen["topic"])
    return Part(world.ids.id(), code, kind, topic, due.on.isoformat(), due.rule, chosen["words"], own)


def _act(talk: Talk) -> Taken:
    found = mine(talk, "split")
    chosen = _parts(talk.draft)
    if found is None or len(chosen) < MIN_PARTS:
        return changed(talk)
    world, (case, officer) = talk.world, found
    codes: list[str] = []
    for _ in chosen:
        codes.append(_code(world, codes))
    parts = tuple(_part(world, case, each, code) for each, code in zip(chosen, codes, strict=True))
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
        effects.append(Notify(child.id, child.unit, staff_card(world, child, new=True), "new"))
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
        own_topic=part.own_topic,
        status="submitted",
        officer="",
        due_on=type(case.due_on).fromisoformat(part.due_on),
        due_rule=part.due_rule,
        outcome_on=None,
        requests=(),
        parent=case.code,
    )


FLOW = Flow("split", (PartKindStep(), PartWordsStep(), PartTopicStep(), Confirm(_preview, _act, yes="send")))
