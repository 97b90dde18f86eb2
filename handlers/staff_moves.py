"""What is lawful with a letter now: the moves, each with its rule in a line, and why another one is refused."""

from __future__ import annotations

from datetime import date
from typing import Final, cast

from cases.dates import local_day
from cases.kinds import Kind, Status
from cases.lifecycle import IllegalMoveError, Move, Standing, Verb, check, offers
from handlers.effects import Effect, Say
from handlers.messages import Option, Outgoing
from handlers.ports import CaseView, Officer, World
from handlers.staff_rights import permits
from handlers.staff_words import case_for, tell
from handlers.state import Draft
from handlers.talk import Talk, say

PAPER_CHANNELS: Final = frozenset({"paper", "post", "in_person", "forwarded", "email"})
COMMAND_OF: Final[dict[Verb, str]] = {
    "take": "nhan",
    "forward": "chuyen",
    "guide": "huongdan",
    "answer": "traloi",
    "archive": "luu",
    "accept": "noibo",
    "return": "tradon",
    "split": "tach",
    "duplicate": "trung",
    "withdraw": "rutgiay",
    "pass_withdrawal": "rutgiay",
    "urge": "dondoc",
    "reply": "phucdap",
    "escalate": "kiennghi",
    "reopen": "molai",
    "reclassify": "loai",
    "judge": "dieukien",
    "ask": "hoithem",
    "transfer": "chuyendv",
    "join": "vuviec",
    "sign": "kyten",
}
FIRST: Final[tuple[Verb, ...]] = (
    "forward",
    "guide",
    "answer",
    "archive",
    "accept",
    "return",
    "urge",
    "reply",
    "escalate",
    "pass_withdrawal",
    "reopen",
)
"""What stands under a letter as buttons; everything else that is lawful is one tap further."""


def standing(world: World, case: CaseView) -> Standing:
    """The case as the rules see it."""
    return Standing(
        kind=cast(Kind, case.kind),
        status=cast(Status, case.status),
        today=local_day(world.now),
        anonymous=case.anonymous,
        evidence=bool(case.evidence),
        guided_before=case.guided_on is not None,
        forwarded_before=case.sent_on is not None,
        reopened_for=case.reopened_for,
        on_paper=case.channel in PAPER_CHANNELS,
        forced="forced" in case.requests,
        urgent=case.urgent,
        reply_due=owed_on(world, case),
        urged=bool(case.urged),
        replied=case.replied,
        held=bool(case.held_from),
    )


def owed_on(world: World, case: CaseView) -> date | None:
    """The first day by which whoever it was sent to owes something: to take it up, to settle it, to answer."""
    if case.status != "forwarded" or case.replied:
        return case.reply_due_on
    running = [
        clock.due_on
        for clock in world.desk.clocks(case.id)
        if clock.whose == "authority" and clock.state == "open" and clock.stopped_on is None
    ]
    return min([*running, *([case.reply_due_on] if case.reply_due_on else [])], default=None)


def refusal(world: World, case: CaseView, verb: Verb) -> str:
    """Why this may not be done now: the rule, and what may be done instead; "" when it may."""
    now = standing(world, case)
    try:
        check(now, verb)
    except IllegalMoveError as illegal:
        due = now.reply_due.strftime("%d/%m/%Y") if now.reply_due else "—"
        rule = tell(
            world,
            f"rule-{illegal.rule}",
            kind=tell(world, f"kind-{case.kind}"),
            status=tell(world, f"status-{case.status}"),
            due=due,
        )
        names = ", ".join(dict.fromkeys(_name(world, move) for move in _shown(world, case))) or "—"
        return tell(world, "staff-forbidden", code=case.code, rule=rule, allowed=names)
    return ""


def begin(talk: Talk, officer: Officer, argument: str, verb: Verb, flow: str) -> Draft | tuple[Effect, ...]:
    """The errand that does this with the case that a command names, or why it cannot be."""
    case = case_for(talk, officer, argument, "end")
    if isinstance(case, tuple):
        return case
    why = refusal(talk.world, case, verb)
    if why:
        return (Say(Outgoing(why, options=buttons(talk.world, officer, case))),)
    return Draft(talk.world.ids.id(), flow, answers={"case": case.id})


def lines(world: World, officer: Officer, case: CaseView) -> str:
    """The moves that end or further a letter, each with its rule; "" for who may not."""
    if not permits(world, officer, case, "end"):
        return ""
    found = [move for move in _shown(world, case) if move.verb in FIRST]
    told = [tell(world, "staff-way", name=_name(world, move), source=move.source) for move in found]
    return "\n".join([tell(world, "staff-ways"), *dict.fromkeys(told)]) if told else ""


def buttons(world: World, officer: Officer, case: CaseView) -> tuple[Option, ...]:
    """The usual moves as buttons, and one for the others."""
    if not permits(world, officer, case, "end"):
        return ()
    found = _shown(world, case)
    first = [option(world, case, move.verb) for move in found if move.verb in FIRST]
    more = [move for move in found if move.verb not in FIRST]
    other = (Option(f"/khac {case.code}", tell(world, "opt-other_moves")),) if more else ()
    return (*dict.fromkeys(first), *other)


def others(talk: Talk, officer: Officer, argument: str) -> tuple[Effect, ...]:
    """`/khac CODE`: everything else that is lawful now, each with its rule."""
    world = talk.world
    case = case_for(talk, officer, argument, "end")
    if isinstance(case, tuple):
        return case
    found = [move for move in _shown(world, case) if move.verb not in FIRST]
    told = [tell(world, "staff-way", name=_name(world, move), source=move.source) for move in found]
    options = [option(world, case, move.verb) for move in found]
    if case.kind == "kien_nghi_phan_anh" and not case.closed_words:
        options.append(Option(f"/hoatdong {case.code}", tell(world, "opt-finding")))
    options.append(Option(f"/lienquan {case.code}", tell(world, "opt-involved")))
    text = "\n".join([tell(world, "staff-ways"), *dict.fromkeys(told)])
    return (say(text, options=tuple(dict.fromkeys(options))),)


def option(world: World, case: CaseView, verb: Verb) -> Option:
    """The button of a move."""
    key = "withdraw" if verb == "pass_withdrawal" else verb
    return Option(f"/{COMMAND_OF[verb]} {case.code}", tell(world, f"opt-way-{key}"))


def _shown(world: World, case: CaseView) -> list[Move]:
    """The lawful moves, the noting ones last, without those that have nothing left to do."""
    lawful = offers(standing(world, case))
    over = {"take"}
    if case.signed or case.kind not in ("to_cao", "khieu_nai"):
        over.add("sign")
    if case.replied:
        over.add("reply")
    return [move for move in lawful if move.verb not in over]


def _name(world: World, move: Move) -> str:
    return tell(world, f"opt-way-{'withdraw' if move.verb == 'pass_withdrawal' else move.verb}")
