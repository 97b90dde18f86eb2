"""What an officer's work does to the cases of the town, in dicts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from cases.dates import local_day
from cases.kinds import OPEN_STATUSES
from handlers.effects_casework import (
    AskSender,
    CaseworkEffect,
    EraseCase,
    FollowMatter,
    JoinCases,
    Judge,
    Reclassify,
    Refer,
    RepeatOf,
    SplitCase,
    StepBack,
    Transfer,
    Watch,
)
from handlers.ports import CaseView, LifeEntry

if TYPE_CHECKING:
    from tests.handlers.town import Town


def apply(town: Town, effect: CaseworkEffect) -> None:
    """Carry an effect out."""
    view = town.cases[effect.case].view
    match effect:
        case Reclassify(_, kind, topic, due_on, due_rule, _, by, free, own_topic):
            same = kind == view.kind
            view = replace(
                view,
                kind=kind,
                topic=topic,
                own_topic=own_topic,
                due_on=date.fromisoformat(due_on),
                due_rule=due_rule,
                eligible=view.eligible if same else None,
                evidence=view.evidence if same else None,
                officer="" if free else view.officer,
            )
            _put(town, view, "reclassified", by)
        case Transfer(_, unit, _, by):
            _put(town, replace(view, unit=unit, officer=""), "transferred", by)
        case SplitCase():
            _split(town, effect)
        case JoinCases(case, other, by):
            first = min(town.cases[case].view, town.cases[other].view, key=lambda v: (v.received_at, v.id))
            second = town.cases[other].view
            matter = view.matter or second.matter or f"VV-{first.code.removeprefix('TD-')}"
            _put(town, replace(view, matter=matter), "joined", by)
            _put(town, replace(second, matter=matter), "joined", by)
        case FollowMatter(case):
            town.following.add(case)
        case RepeatOf(case, original):
            _put(town, replace(view, duplicate_of=town.cases[original].view.code))
        case Judge(case, eligible, evidence, by):
            _put(town, replace(view, eligible=eligible, evidence=evidence), "judged", by)
        case AskSender(case, by):
            _put(town, replace(view, waits_since=local_day(town.now)), "asked_sender", by)
        case StepBack(case, officer):
            owner = "" if view.officer == officer else view.officer
            _put(town, replace(view, barred=(*view.barred, officer), officer=owner), "stepped_back", officer)
        case Refer(case, authority, _, document, sent_on, due_on, _):
            due = date.fromisoformat(due_on) if due_on else None
            sent = date.fromisoformat(sent_on)
            view = replace(view, authority=authority, document=document, sent_on=sent, reply_due_on=due)
            _put(town, replace(view, escalated_on=None))
        case EraseCase(_, _, by):
            _put(town, replace(view, erased_on=local_day(town.now), mine=False), "erased", by)
        case Watch(case, what, on, by, resolved):
            day = date.fromisoformat(on)
            if what == "urged":
                view = replace(view, urged_on=tuple(sorted({*view.urged_on, day})))
            elif what == "replied":
                view = replace(view, replied_on=day, resolved_on=day if resolved else view.resolved_on)
            else:
                view = replace(view, escalated_on=day)
            _put(town, view, what, by)


def _put(town: Town, view: CaseView, what: str = "", by: str = "") -> None:
    filed = town.cases[view.id]
    filed.view = view
    if what:
        filed.life.append(LifeEntry(town.now, what, by))


def _split(town: Town, effect: SplitCase) -> None:
    whole = town.cases[effect.case]
    for part in effect.parts:
        view = replace(
            whole.view,
            id=part.id,
            code=part.code,
            kind=part.kind,
            topic=part.topic,
            own_topic=part.own_topic,
            status="submitted",
            officer="",
            due_on=date.fromisoformat(part.due_on),
            due_rule=part.due_rule,
            parent=whole.view.code,
            requests=(),
            files=0,
        )
        letter = replace(whole.letter, content=part.words or whole.letter.content)
        town.cases[part.id] = replace(whole, view=view, letter=letter, draft=f"split:{part.id}", life=[])
    secret = any(part.kind == "to_cao" for part in effect.parts)
    _put(town, replace(whole.view, secret=secret, eligible=False))


def related(town: Town, case: str) -> list[CaseView]:
    """The other cases of its matter, its parent and its children."""
    view = town.cases[case].view
    others = [filed.view for filed in town.cases.values() if filed.view.id != case]
    matter = [each for each in others if view.matter and each.matter == view.matter]
    children = [each for each in others if each.parent == view.code]
    parent = [each for each in others if view.parent and each.code == view.parent]
    return list({each.id: each for each in (*matter, *children, *parent)}.values())


def chased(town: Town, before: date) -> list[CaseView]:
    """Forwarded cases whose authority owes an answer since before that day."""
    views = [filed.view for filed in town.cases.values()]
    waits = [view for view in views if view.status == "forwarded" and not view.replied]
    owed = {view.id: _owed(town, view) for view in waits}
    late = [view for view in waits if owed[view.id] < before]
    return sorted(late, key=lambda view: (owed[view.id], view.received_at, view.id))


def _owed(town: Town, view: CaseView) -> date:
    running = [clock.due_on for clock in town.desk.clocks(view.id) if clock.whose == "authority"]
    return min([*running, view.reply_due_on or date.max])


def overdue(town: Town, before: date) -> list[CaseView]:
    """Open cases whose own date was before that day."""
    views = [filed.view for filed in town.cases.values()]
    late = [v for v in views if v.status in OPEN_STATUSES and v.due_on < before]
    return sorted(late, key=lambda v: (v.due_on, v.received_at, v.id))
