"""The whole letter to read before it is sent, each line to be changed from there; then the receipt."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from cases.dates import local, local_day, unstamp
from handlers import conflict, following, topics
from handlers.answers import match
from handlers.content import add_part, content, is_more_of_the_story, propose
from handlers.effects import Letter, OpenCase, Say
from handlers.messages import Option, Outgoing, Text
from handlers.papers import files
from handlers.ports import CaseView, Due
from handlers.sender import is_anonymous, is_minor, persons
from handlers.staff_words import place_words
from handlers.state import Draft
from handlers.talk import Answer, Detour, OpenQuestion, Picked, Prompt, Taken, Talk, area_name, plain_kind

MAX_CODE_TRIES: Final = 8
FULL_DAY: Final = timedelta(hours=24)

# Each line of the letter, the question that changes it, and whether this draft has it.
LINES: Final = (
    ("kind", "kind_list"),
    ("topic", "topic_list"),
    ("ward", "ward"),
    ("place", "place"),
    ("when", "when"),
    ("concerned", "concerned"),
    ("content", "content"),
    ("files", "files_done"),
    ("sender", "sender"),
    ("name", "name"),
    ("address", "address"),
    ("contact", "contact"),
)


class ReviewStep(OpenQuestion):
    """Everything that will be sent, in one message."""

    name = "review"
    stage = 6

    def ask(self, talk: Talk) -> Prompt:
        lines = [talk.say(f"review-{line}", value=_value(talk, line)) for line in _shown(talk)]
        minor = talk.say("minor", **talk.place_words()) if _is_minor(talk.draft) else ""
        reader = talk.say(f"review-reader-{'to-cao' if talk.draft.get('kind') == 'to_cao' else 'other'}")
        parts = (talk.say("review"), "\n".join(lines), minor, reader, talk.say("review-end"))
        return Prompt("\n\n".join(part for part in parts if part), self.options(talk))

    def options(self, talk: Talk) -> tuple[Option, ...]:
        return (*talk.options("send", "edit"), talk.command("/huy", "opt-cancel"))

    def take(self, talk: Talk, answer: Answer) -> Taken:
        draft = talk.draft
        if isinstance(answer, Picked):
            if answer.option == "send":
                wait = _full_day(talk)
                return Taken(draft, "stay", notes=(wait,)) if wait else _send(talk)
            return Taken(draft, "stay", goto="edit")
        if isinstance(answer, Text):
            if is_more_of_the_story(answer.body):
                effects, draft = propose(talk.with_draft(add_part(draft, answer.body, answer.ref)))
                return Taken(draft, "stay", effects=effects, notes=(talk.say("added-to-story"),))
            line = match(answer.body, _line_options(talk))
            if line is not None:
                return Taken(draft, "stay", goto=line)
        return Taken(draft, "miss", hint=talk.say("review-hint"))


class EditStep(Detour):
    """Which line shall be changed?"""

    name = "edit"
    stage = 6

    def ask(self, talk: Talk) -> Prompt:
        return Prompt(talk.say("ask-edit"), (*_line_options(talk), talk.option("edit_done")))

    def take(self, talk: Talk, answer: Answer) -> Taken:
        draft = talk.draft
        if not isinstance(answer, Picked):
            return Taken(draft, "miss", hint=talk.say("ask-edit-hint"))
        if answer.option == "edit_done":
            return Taken(draft, "stay", goto="review")
        if answer.option == "files_done":
            draft = draft.without("files_done")
        return Taken(draft, "stay", goto=answer.option)


class TopicListStep(Detour):
    """The topic, proposed by the program and changed only from the review."""

    name = "topic_list"
    stage = 6

    def ask(self, talk: Talk) -> Prompt:
        return Prompt(talk.say("ask-topic"), topics.options(talk.world, talk.language, "topic:"))

    def take(self, talk: Talk, answer: Answer) -> Taken:
        if not isinstance(answer, Picked):
            return Taken(talk.draft, "miss", hint=talk.say("ask-topic-hint"))
        draft = talk.draft.with_answer("topic", answer.option.removeprefix("topic:"))
        return Taken(draft.with_answer("topic_chosen", True))


# The letter ------------------------------------------------------------------------------------------------


def _shown(talk: Talk) -> list[str]:
    draft = talk.draft
    named = draft.get("sender") in ("self", "other", "group")
    hidden = set()
    if len(talk.world.units.receiving()) < 2:
        hidden.add("ward")
    if draft.get("kind") not in ("to_cao", "khieu_nai"):
        hidden.add("concerned")
    if not named:
        hidden |= {"name", "address", "contact"}
    return [line for line, _ in LINES if line not in hidden]


def _line_options(talk: Talk) -> tuple[Option, ...]:
    shown = set(_shown(talk))
    return tuple(
        Option(step, talk.say(f"line-{line}"), talk.world.words.also(f"line-{line}", talk.language))
        for line, step in LINES
        if line in shown
    )


def _value(talk: Talk, line: str) -> str:
    draft = talk.draft
    empty = talk.say("review-empty")
    if line == "kind":
        return plain_kind(talk, str(draft.get("kind")))
    if line == "topic":
        return topics.label(talk.world, *topics.parts(_topic(draft)), talk.language)
    if line == "ward":
        unit = talk.world.units.by_code(str(draft.get("ward")))
        return area_name(unit.name) if unit else empty
    if line == "place":
        pin = talk.say("review-pin") if draft.get("pin") else ""
        return " · ".join(part for part in (draft.get("place"), pin) if part) or empty
    if line == "content":
        return content(draft) or empty
    if line == "files":
        return str(len(files(draft)))
    if line == "sender":
        sender = draft.get("sender")
        if sender == "group":
            return talk.say("sender-group", n=int(draft.get("size") or 2))
        if sender == "other":
            return talk.say("sender-other", relation=draft.get("relation") or empty)
        return talk.say(f"sender-{sender}")
    return str(draft.get(line) or empty)


def _topic(draft: Draft) -> str:
    return str(draft.get("topic") or "khac")


def _is_minor(draft: Draft) -> bool:
    return is_minor(content(draft)) or is_minor(str(draft.get("name") or ""))


# Sending ---------------------------------------------------------------------------------------------------


def _full_day(talk: Talk) -> str:
    """Why this letter cannot go yet, where its sender has sent as many as one person may; it stays as it is."""
    world, most = talk.world, talk.world.policy.letters_a_day
    if _is_urgent(talk.draft):
        return ""
    lately = [case.received_at for case in world.cases.of_account() if world.now - case.received_at < FULL_DAY]
    if len(lately) < most:
        return ""
    free = local(lately[most - 1] + FULL_DAY)
    return talk.say("review-full-day", n=most, at=free.strftime("%H:%M %d/%m"), **talk.place_words())


def _is_urgent(draft: Draft) -> bool:
    return bool((draft.get("proposal") or {}).get("urgent") or draft.get("danger"))


def _send(talk: Talk) -> Taken:
    """Make a case of the draft. The draft's id is its unique key: sent twice, it is one case with one code."""
    draft, world = talk.draft, talk.world
    kind, anonymous, minor = str(draft.get("kind")), is_anonymous(draft), _is_minor(draft)
    held = conflict.hold(talk, str(draft.get("ward") or _only_unit(talk)))
    unit = held.unit
    received_on = local_day(world.now)
    due = world.deadlines.first(kind, received_on, anonymous=anonymous)
    proposal = draft.get("proposal") or {}
    topic, own_topic = topics.parts(_topic(draft))
    case = CaseView(
        id=world.ids.id(),
        code=_code(talk),
        unit=unit,
        kind=kind,
        topic=topic,
        own_topic=own_topic,
        status="submitted",
        channel=talk.incoming.channel,
        received_at=world.now,
        received_on=received_on,
        due_on=due.on,
        due_rule=due.rule,
        urgent=_is_urgent(draft),
        anonymous=anonymous,
        language=talk.language,
        files=len(files(draft)),
        mine=True,
        officer=held.holder,
        held_from=held.held_from,
        barred=held.barred,
    )
    consent = draft.get("consent")
    opened = OpenCase(
        case=case.id,
        code=case.code,
        draft=draft.id,
        unit=unit,
        kind=kind,
        topic=case.topic,
        own_topic=case.own_topic,
        proposed_kind=str(proposal.get("kind") or "khac"),
        urgent=case.urgent,
        anonymous=anonymous,
        received_at=world.now,
        due_on=due.on.isoformat(),
        due_rule=due.rule,
        language=talk.language,
        consent_version=consent["version"],
        consent_at=unstamp(consent["at"]),
        letter=_letter(draft, proposal, minor),
        persons=persons(draft),
        held_from=held.held_from,
        barred=held.barred,
        holder=held.holder,
    )
    effects = (opened, Say(_receipt(talk, case, due, held, minor)), *conflict.announce(world, case, held))
    return Taken(draft, "end", effects=effects, silent_end=True)


def _receipt(talk: Talk, case: CaseView, due: Due, held: conflict.Hold, minor: bool) -> Outgoing:
    """What the person keeps: one code, who holds it, until when and by which rule, and what comes next."""
    draft = talk.draft
    talk = talk.with_draft(draft.with_answer("ward", case.unit)) if held.held_from else talk
    words = {**talk.place_words(), **(place_words(talk.world, case, talk.language) if held.held_from else {})}
    waiting = sum(1 for file in files(draft) if file["state"] != "ready")
    lawful = case.kind in ("to_cao", "khieu_nai")
    voices = _voices(talk, case)
    parts = [
        talk.say("receipt", code=case.code, kind=plain_kind(talk, case.kind)),
        ""
        if held.sealed
        else talk.say(
            "receipt-due-chat" if lawful else "receipt-due",
            unit=words["unit"],
            due=due.on.strftime("%d/%m/%Y"),
            article=due.article,
        ),
        conflict.told(talk, held),
        talk.say(f"receipt-lawful-{case.kind.replace('_', '-')}", **words) if lawful and not held.sealed else "",
        talk.say("receipt-anonymous") if case.anonymous else "",
        talk.say("receipt-voices", n=voices) if voices else "",
        talk.say("receipt-files", n=case.files, waiting=waiting) if case.files else "",
        talk.say("minor", **words) if minor else "",
        talk.say("receipt-next-lawful" if lawful else "receipt-next"),
    ]
    options = (
        talk.command(f"/tracuu {case.code}", "opt-track"),
        talk.command(f"/bosung {case.code}", "opt-supplement"),
        *(following.offer(talk, case) if voices and not held.held_from else ()),
    )
    return Outgoing("\n\n".join(part for part in parts if part), options=options)


def _voices(talk: Talk, case: CaseView) -> int:
    """How many others told of this before; only petitions are ever counted together."""
    if case.kind != "kien_nghi_phan_anh":
        return 0
    draft = talk.draft
    return talk.world.cases.voices(case.unit, case.topic, content(draft), str(draft.get("place") or ""))


def _letter(draft: Draft, proposal: dict[str, object], minor: bool) -> Letter:
    pin = draft.get("pin") or {}
    why = proposal.get("why")
    return Letter(
        content=content(draft),
        place=draft.get("place") or "",
        when=draft.get("when") or "",
        concerned=(draft.get("concerned") or "") if draft.get("kind") in ("to_cao", "khieu_nai") else "",
        sender=str(draft.get("sender")),
        size=int(draft.get("size") or 1),
        latitude=pin.get("latitude"),
        longitude=pin.get("longitude"),
        why=tuple(str(piece) for piece in why) if isinstance(why, list) else (),
        minor=minor,
    )


def _only_unit(talk: Talk) -> str:
    receiving = talk.world.units.receiving()
    return receiving[0].code if len(receiving) == 1 else talk.world.units.root().code


def _code(talk: Talk) -> str:
    for _ in range(MAX_CODE_TRIES):
        code = talk.world.ids.code()
        if talk.world.cases.code_is_free(code):
            return code
    # 32^7 codes: eight in a row that are taken means that the source of chance is broken, not bad luck.
    raise RuntimeError("no free tracking code")
