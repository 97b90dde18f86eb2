"""Talking with the resident of a letter, and notes among officers: two commands that look nothing like each other.

`/nhantin` is read by the resident, after a preview and a second tap; `/ghichu` never leaves the office.
"""

from __future__ import annotations

from typing import Final

from cases.dates import local
from cases.kinds import OPEN_STATUSES
from handlers.effects import Audit, Effect, MoveCase, Tell
from handlers.effects_staff import Await, Called
from handlers.messages import Option, Outgoing, Text
from handlers.ports import CaseView, Officer, World
from handlers.staff_questions import LEAVE
from handlers.staff_rights import permits, shown_in_chat
from handlers.staff_words import case_for, choice, left, tell
from handlers.state import Draft
from handlers.talk import (
    Answer,
    Flow,
    OpenQuestion,
    Picked,
    Prompt,
    Question,
    Taken,
    Talk,
    case_of,
    committee_name,
    say,
)

MAX_WORDS_CHARS: Final = 2_000
MIN_WORDS: Final = 2
SAFE: Final = ("call", "come", "paper", "more")
"""Of a denunciation nothing is written by chat but these: who reads over a shoulder learns nothing."""
TALKED: Final = ("messaged", "added", "noted", "called")
MAX_TALK: Final = 12


def begin_message(talk: Talk, officer: Officer, argument: str) -> Draft | tuple[Effect, ...]:
    """`/nhantin CODE`: the errand that writes to the resident, or why that cannot be."""
    return _begin(talk, officer, argument, "message")


def begin_note(talk: Talk, officer: Officer, argument: str) -> Draft | tuple[Effect, ...]:
    """`/ghichu CODE`: the errand that keeps a note among officers, or why that cannot be."""
    return _begin(talk, officer, argument, "note")


def called(talk: Talk, officer: Officer, argument: str) -> tuple[Effect, ...]:
    """`/dagoi CODE`: the resident, whom no chat reached, was told by telephone."""
    world = talk.world
    case = case_for(talk, officer, argument, "end")
    if isinstance(case, tuple):
        return case
    if not world.desk.undelivered(case.id):
        return (say(tell(world, "talk-nothing-to-call", code=case.code)),)
    return Called(case.id, officer.id), say(tell(world, "talk-called", code=case.code))


def conversation(talk: Talk, officer: Officer, argument: str) -> tuple[Effect, ...]:
    """`/traodoi CODE`: what was said and noted about a petition; of other letters only on our own page. Audited."""
    world = talk.world
    case = case_for(talk, officer, argument, "read_text")
    if isinstance(case, tuple):
        return case
    if not shown_in_chat(world, case):
        return (say(tell(world, "talk-on-the-page", code=case.code)),)
    lines = [tell(world, "talk-of", code=case.code)]
    for entry in [e for e in world.cases.life(case.id) if e.what in TALKED][-MAX_TALK:]:
        words = entry.detail.get("words") or entry.detail.get("text") or tell(world, "talk-files")
        by = world.staff.by_id(entry.by)
        when = local(entry.at).strftime("%H:%M %d/%m")
        key = "talk-call-made" if entry.what == "called" else f"talk-{entry.what}"
        lines.append(tell(world, key, at=when, by=by.name if by else "", words=words))
    if len(lines) == 1:
        lines.append(tell(world, "talk-none"))
    options = (
        Option(f"/nhantin {case.code}", tell(world, "opt-message")),
        Option(f"/ghichu {case.code}", tell(world, "opt-note")),
    )
    return Audit(case.id, "opened", officer.id), say("\n".join(lines), options=options)


class WordsStep(Question):
    """The words: of a message or of a note, and it says which in its first line."""

    name = "words"

    def ask(self, talk: Talk) -> Prompt:
        world, case = talk.world, case_of(talk)
        leave = choice(world, LEAVE)
        if case is None:
            return Prompt(tell(world, "staff-no-such-case"), (leave,))
        if _is_note(talk):
            return Prompt(tell(world, "talk-ask-note", code=case.code), (leave,))
        key = "talk-ask-safe" if case.kind == "to_cao" else "talk-ask-message"
        return Prompt(tell(world, key, code=case.code), (*_ready(world, case), leave))

    def take(self, talk: Talk, answer: Answer) -> Taken:
        world, draft, case = talk.world, talk.draft, case_of(talk)
        if (isinstance(answer, Picked) and answer.option == LEAVE) or case is None:
            return left(talk)
        if isinstance(answer, Picked):
            words = _ready_words(world, case, answer.option)
            return Taken(draft.with_answer(self.name, words)) if words else Taken(draft, "miss")
        fits = isinstance(answer, Text) and len(answer.body.split()) >= MIN_WORDS
        if not isinstance(answer, Text) or not fits or (case.kind == "to_cao" and not _is_note(talk)):
            return Taken(draft, "miss", hint=tell(world, "staff-request-hint" if not fits else "staff-button-hint"))
        return Taken(draft.with_answer(self.name, answer.body.strip()[:MAX_WORDS_CHARS]))


class SendStep(OpenQuestion):
    """A message as the resident will read it, a note as officers will: the second tap."""

    name = "send"

    def ask(self, talk: Talk) -> Prompt:
        world, case = talk.world, case_of(talk)
        leave = choice(world, LEAVE)
        if case is None:
            return Prompt(tell(world, "staff-no-such-case"), (leave,))
        if _is_note(talk):
            text = tell(world, "talk-note-preview", code=case.code, text=str(talk.draft.get("words")))
            return Prompt(text, (choice(world, "keep_note"), leave))
        text = tell(world, "staff-preview", code=case.code, text=_to_resident(talk, case))
        return Prompt(f"{tell(world, 'talk-will-be-read')}\n{text}", (choice(world, "send"), leave))

    def take(self, talk: Talk, answer: Answer) -> Taken:
        world, draft = talk.world, talk.draft
        if not isinstance(answer, Picked):
            return Taken(draft, "miss", hint=tell(world, "staff-button-hint"))
        if answer.option == LEAVE:
            return left(talk)
        case, officer = case_of(talk), world.staff.me()
        if case is None or officer is None or not permits(world, officer, case, "end"):
            return Taken(draft, "end", notes=(tell(world, "staff-changed-meanwhile"),))
        words = {"words": str(draft.get("words"))}
        if _is_note(talk):
            noted = MoveCase(case.id, "noted", officer.id, status=case.status, detail=words)
            return Taken(draft, "end", effects=(noted,), notes=(tell(world, "talk-note-kept", code=case.code),))
        say_to = world.words.say
        options = (
            Option(f"/bosung {case.code}", say_to("opt-reply", case.language)),
            Option(f"/tracuu {case.code}", say_to("opt-track", case.language)),
        )
        effects: tuple[Effect, ...] = (
            MoveCase(case.id, "messaged", officer.id, status=case.status, detail=words),
            Tell(case.id, Outgoing(_to_resident(talk, case), options=options)),
        )
        if case.status in OPEN_STATUSES:
            effects = (*effects, Await(case.id, True))
        return Taken(draft, "end", effects=effects, notes=(tell(world, "talk-sent", code=case.code),))


FLOWS: Final = (Flow("message", (WordsStep(), SendStep())), Flow("note", (WordsStep(), SendStep())))


def _begin(talk: Talk, officer: Officer, argument: str, flow: str) -> Draft | tuple[Effect, ...]:
    case = case_for(talk, officer, argument, "end")
    if isinstance(case, tuple):
        return case
    return Draft(talk.world.ids.id(), flow, answers={"case": case.id})


def _is_note(talk: Talk) -> bool:
    return talk.draft.flow == "note"


def _ready(world: World, case: CaseView) -> tuple[Option, ...]:
    if case.kind == "to_cao":
        return tuple(choice(world, f"safe:{name}", f"opt-safe-{name}") for name in SAFE)
    return tuple(Option(f"mau:{n}", name) for n, (name, _) in enumerate(world.desk.templates(), start=1))


def _ready_words(world: World, case: CaseView, option: str) -> str:
    sort, _, name = option.partition(":")
    if sort == "safe" and name in SAFE:
        place = world.committee
        return world.words.say(f"safe-{name}", case.language, phone=place.phone, address=place.address)
    known = world.desk.templates()
    if sort == "mau" and name.isdigit() and 1 <= int(name) <= len(known):
        return known[int(name) - 1][1].replace("{code}", case.code)
    return ""


def _to_resident(talk: Talk, case: CaseView) -> str:
    """The message in its frame: from the committee, about which letter, and how to answer."""
    world = talk.world
    unit = world.units.by_code(case.unit)
    name = committee_name(talk, unit.name if unit is not None else world.committee.name)
    me = world.staff.me()
    signed = me.name if me is not None and world.policy.officer_name else ""
    key = "told-message-open" if case.status in OPEN_STATUSES else "told-message"
    words = str(talk.draft.get("words") or "")
    return world.words.say(
        key,
        case.language,
        unit=name,
        code=case.code,
        words=words,
        officer=signed,
        has_officer="yes" if signed else "no",
    )
