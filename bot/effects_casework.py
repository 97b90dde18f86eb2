"""What an officer's work asks to be done with a case, done in the running transaction."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, datetime
from typing import assert_never

from bot.views import letter_from
from cases.actors import RESIDENT
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
from storage import cases, casework, clocks, erasing, files, follows
from storage.casework import Child, Referral
from storage.session import Session


def apply(db: Session, effect: CaseworkEffect, now: datetime) -> tuple[str, ...]:
    """Do it, with its audit entry; the cases whose clocks may be others now."""
    match effect:
        case Reclassify():
            _reclassify(db, effect, now)
        case Transfer(case, unit, reason, by):
            casework.transfer(db, case, unit, reason, by, now)
        case SplitCase():
            _split(db, effect, now)
        case JoinCases(case, other, by):
            casework.join(db, case, other, by, now)
        case FollowMatter(case):
            follows.begin(db, case, RESIDENT, now)
        case RepeatOf(case, original, by):
            casework.duplicate(db, case, original, by, now)
        case Judge(case, eligible, evidence, by, detail):
            casework.judge(db, case, eligible, evidence, by, now, detail)
        case AskSender(case, by, detail):
            casework.ask(db, case, by, now, detail)
        case StepBack(case, officer, source):
            casework.bar(db, case, officer, source, now)
        case Refer(case, authority, code, document, sent_on, due_on, rule):
            casework.refer(db, case, Referral(authority, code, document, sent_on, due_on, rule))
        case Watch():
            _watch(db, effect, now)
        case EraseCase(case, rule, by):
            erasing.erase(db, case, rule, by, now)
        case _:
            assert_never(effect)
    if isinstance(effect, SplitCase):
        return tuple(part.id for part in effect.parts)
    return (effect.case,) if isinstance(effect, Reclassify | Transfer) else ()


def _reclassify(db: Session, effect: Reclassify, now: datetime) -> None:
    casework.reclassify(
        db,
        effect.case,
        effect.kind,
        effect.topic,
        effect.due_on,
        effect.due_rule,
        effect.reason,
        effect.by,
        now,
        effect.own_topic,
    )
    if effect.free:
        casework.let_go(db, effect.case, now)


def _split(db: Session, effect: SplitCase, now: datetime) -> None:
    """Every child has the words that are its own, and all else that the whole letter tells."""
    whole = asdict(letter_from(cases.letter(db, effect.case)))
    children = [
        Child(
            part.id,
            part.code,
            part.kind,
            part.topic,
            part.due_on,
            part.due_rule,
            {**whole, "content": part.words or whole["content"]},
            part.own_topic,
        )
        for part in effect.parts
    ]
    casework.split(db, effect.case, children, effect.by, now)


def _watch(db: Session, effect: Watch, now: datetime) -> None:
    detail = dict(effect.detail or {})
    if effect.draft:
        added = files.bind(db, effect.draft, effect.case)
        if added:
            detail["files"] = str(added)
    if effect.what == "urged":
        casework.urge(db, effect.case, effect.on, effect.by, now, detail)
    elif effect.what == "replied":
        casework.reply(db, effect.case, effect.on, effect.resolved, effect.by, now, detail)
        # What the authority owed has come: nobody is reminded of it any more.
        for clock in clocks.of_case(db, effect.case):
            if clock.whose == "authority" and clock.state == "open":
                clocks.end(db, clock.id, "met", date.fromisoformat(effect.on))
    else:
        casework.escalate(db, effect.case, effect.on, effect.by, now, detail)
