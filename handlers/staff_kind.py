"""Correcting what a letter is: kind and topic by its content, with the reason; date and counts follow.

TT 05/2021/TT-TTCP Art 6(1): by content, purpose and demand, never by the title, the sender's choice or a program's.
"""

from __future__ import annotations

from dataclasses import replace

from cases.kinds import KINDS
from handlers import topics
from handlers.effects import Effect, Notify, Remind, Tell
from handlers.effects_casework import Reclassify
from handlers.messages import Option, Outgoing
from handlers.ports import CaseView, Due, Officer, World
from handlers.staff_moves import begin as begin_move
from handlers.staff_notice import staff_card, staff_due
from handlers.staff_rights import permits, role_permits
from handlers.staff_steps import DAY, Confirm, Line, Pick, changed, mine
from handlers.staff_words import STAFF_LANGUAGE, left, place_words, tell
from handlers.state import Draft
from handlers.talk import Flow, Taken, Talk, case_of


def begin(talk: Talk, officer: Officer, argument: str) -> Draft | tuple[Effect, ...]:
    """`/loai CODE`: the errand that corrects kind and topic, or why that cannot be."""
    return begin_move(talk, officer, argument, "reclassify", "kind")


def _due(world: World, case: CaseView, kind: str) -> Due:
    return world.deadlines.first(kind, case.received_on, anonymous=case.anonymous)


def _ask_kind(talk: Talk) -> str:
    case = case_of(talk)
    kind = tell(talk.world, f"kind-{case.kind}") if case else ""
    topic = _named(talk.world, case) if case else ""
    return tell(talk.world, "staff-ask-new-kind", code=case.code if case else "", kind=kind, topic=topic)


def _kinds(talk: Talk) -> tuple[Option, ...]:
    return tuple(Option(kind, tell(talk.world, f"opt-kind-{kind}")) for kind in KINDS)


def _topics(talk: Talk) -> tuple[Option, ...]:
    return topics.options(talk.world, STAFF_LANGUAGE)


def _named(world: World, case: CaseView) -> str:
    return topics.label(world, case.topic, case.own_topic, STAFF_LANGUAGE)


def _reasons(talk: Talk) -> tuple[tuple[Option, str], ...]:
    label = tell(talk.world, "opt-by_content")
    return ((Option("by_content", label), label),)


def _preview(talk: Talk) -> str:
    world, case = talk.world, case_of(talk)
    if case is None:
        return tell(world, "staff-no-such-case")
    kind, (topic, own) = str(talk.draft.get("kind")), topics.parts(str(talk.draft.get("topic")))
    parts = [
        tell(
            world,
            "staff-new-kind",
            code=case.code,
            old=tell(world, f"kind-{case.kind}"),
            kind=tell(world, f"kind-{kind}"),
            old_topic=_named(world, case),
            topic=topics.label(world, topic, own, STAFF_LANGUAGE),
            due=_due(world, case, kind).on.strftime(DAY),
        )
    ]
    if kind == "to_cao" and case.kind != "to_cao":
        parts.append(tell(world, "staff-becomes-secret"))
    if kind != case.kind:
        parts.append(tell(world, "staff-preview", code=case.code, text=_to_resident(world, case, kind)))
    return "\n\n".join(parts)


def _to_resident(world: World, case: CaseView, kind: str) -> str:
    """What the sender is told: only when the kind changes, since with it the date and what is asked of them do."""
    say, place = world.words.say, place_words(world, case, case.language)
    due = _due(world, case, kind).on.strftime(DAY)
    lawful = kind in ("to_cao", "khieu_nai") and not case.signed
    paper = say("told-needs-signature", case.language, address=place["address"], hours=place["hours"]) if lawful else ""
    if "to_cao" in (kind, case.kind):
        text = say("told-new-kind-secret", case.language, code=case.code, due=due, phone=place["phone"])
    else:
        name = say(f"kind-plain-{kind}", case.language)
        text = say("told-new-kind", case.language, code=case.code, kind=name, due=due)
    return " ".join(part for part in (text, paper) if part)


def _act(talk: Talk) -> Taken:
    found = mine(talk, "reclassify")
    if found is None:
        return changed(talk)
    world, draft = talk.world, talk.draft
    case, officer = found
    kind, (topic, own) = str(draft.get("kind")), topics.parts(str(draft.get("topic")))
    if (kind, topic, own) == (case.kind, case.topic, case.own_topic):
        return left(talk)
    due = _due(world, case, kind)
    owner = world.staff.by_id(case.officer) if case.officer else None
    free = owner is not None and not role_permits(owner, kind, "end")
    after = replace(case, kind=kind, topic=topic, own_topic=own, due_on=due.on, officer="" if free else case.officer)
    reason = str(draft.get("reason"))
    effects: list[Effect] = [
        Reclassify(case.id, kind, topic, due.on.isoformat(), due.rule, reason, officer.id, free, own),
        Notify(case.id, case.unit, staff_card(world, after)),
    ]
    if free:
        effects.append(Remind("ack", f"{case.id}:1", staff_due(world, case.urgent)))
    if kind != case.kind:
        options = (Option(f"/tracuu {case.code}", world.words.say("opt-track", case.language)),)
        effects.append(Tell(case.id, Outgoing(_to_resident(world, case, kind), options=options)))
    notes = [tell(world, "staff-kind-noted", code=case.code)]
    if not permits(world, officer, after, "end"):
        notes.append(tell(world, "staff-kind-no-longer-yours"))
    return Taken(draft, "end", effects=tuple(effects), notes=tuple(notes))


FLOW = Flow(
    "kind",
    (
        Pick("kind", _ask_kind, _kinds),
        Pick("topic", lambda talk: tell(talk.world, "staff-ask-new-topic"), _topics),
        Line("reason", lambda talk: tell(talk.world, "staff-ask-reason"), _reasons),
        Confirm(_preview, _act),
    ),
)
