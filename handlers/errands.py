"""The short dialogues and single answers that a command starts, for residents and for staff."""

from __future__ import annotations

from typing import Final

from cases.records import record
from handlers import (
    booking,
    following,
    linking,
    pauses,
    reaching,
    rights,
    staff_access,
    staff_case,
    staff_casework,
    staff_desk,
    staff_guide,
    staff_report,
    staff_work,
    supplement,
    survey,
    talkback,
    tracking,
)
from handlers.commands import DESK, STAFF, Command, read_staff
from handlers.effects import Effect, Say
from handlers.messages import Option, Outgoing
from handlers.state import Draft
from handlers.talk import Flow, Talk, say

_RESIDENT: Final[tuple[Flow, ...]] = (
    *pauses.FLOWS,
    tracking.FLOW,
    supplement.FLOW,
    rights.FLOW,
    survey.FLOW,
    talkback.FLOW,
    booking.FLOW,
    reaching.FLOW,
)
_STAFF: Final[tuple[Flow, ...]] = (*staff_desk.FLOWS, staff_case.FLOW, *staff_casework.FLOWS)
FLOWS: Final[dict[str, Flow]] = {flow.name: flow for flow in (*_RESIDENT, *_STAFF)}
STAFF_FLOWS: Final = frozenset(flow.name for flow in _STAFF)
"""Errands that only officers are ever in."""


@record(frozen=True, slots=True)
class Started:
    """What a command did at once, and the errand it opened, if any."""

    effects: tuple[Effect, ...] = ()
    errand: Draft | None = None
    notes: tuple[str, ...] = ()
    wrong_codes: tuple[str, ...] | None = None


def open_errand(talk: Talk, flow: str, **answers: str) -> Draft:
    """A new errand of that flow."""
    return Draft(talk.world.ids.id(), flow, answers=answers)


def start(talk: Talk, command: Command) -> Started | None:
    """Carry out a command; None if there is none of that name for this person."""
    name, argument = command.name, command.argument
    if name == "tracuu":
        return _track(talk, argument)
    if name == "dontoi":
        return Started((tracking.own_cases(talk),))
    if name == "bosung":
        return _about_own_case(talk, "supplement", argument)
    if name in ("rutdon", "rutdongy", "xoa"):
        if name == "xoa" and talk.state.draft is not None and not argument:
            return Started(errand=open_errand(talk, "cancel"))
        return _about_own_case(talk, "rights", argument, want=rights.WANTS[name])
    if name == "danhgia":
        code, _, word = argument.partition(" ")
        return _begun(survey.judge(talk, tracking.look_up(talk, code)[0], word.strip()))
    if name == "theodoi":
        return Started(following.begin(talk, tracking.look_up(talk, argument)[0]))
    if name == "henlich":
        return _begun(booking.begin(talk, argument))
    if name == "dulieu":
        return Started((_data(talk),))
    if name == "lienket":
        return Started(linking.link(talk, argument))
    if name == "ngonngu":
        return Started(errand=open_errand(talk, "language"))
    if name == "gan":
        return Started(staff_access.open_invitation(talk, argument))
    return _staff(talk, command) if name in STAFF else None


def bare(talk: Talk, text: str) -> Command | None:
    """The staff command that an officer's bare words are; a resident's words are a resident's."""
    command = read_staff(text, talk.world.words)
    me = talk.world.staff.me() if command is not None else None
    return command if me is not None and me.confirmed else None


def _staff(talk: Talk, command: Command) -> Started | None:
    officer = talk.world.staff.me()
    if officer is None or not officer.confirmed:
        return None
    name, argument = command.name, command.argument
    hint = staff_guide.hint_of(name)
    if hint is not None and hint.about and not argument:
        return Started(staff_guide.which(talk, officer, hint))
    if name in DESK:
        return _begun(staff_desk.start(talk, officer, name, argument))
    if name == "viec":
        return Started((staff_work.work_list(talk, officer, argument),))
    if name == "don":
        return Started(staff_case.open_case(talk, officer, argument))
    if name == "nhan":
        taken = staff_case.take(talk, officer, argument)
        return Started((*taken, *staff_case.taken_note(talk, officer, argument, taken)))
    if name == "chuagui":
        return Started((reaching.waiting_list(talk, officer),))
    if name == "console":
        return Started(staff_case.console_link(talk, officer))
    if name == "thongke":
        return Started(staff_report.month(talk, officer, argument))
    if name == "xacnhan":
        return Started(staff_access.confirm(talk, officer, argument))
    if name in staff_case.OUTCOME_OF:
        return _begun(staff_case.begin_ending(talk, officer, staff_case.OUTCOME_OF[name], argument))
    if name in staff_casework.COMMANDS:
        return _begun(staff_casework.COMMANDS[name](talk, officer, argument))
    return None


def _begun(begun: Draft | tuple[Effect, ...]) -> Started:
    return Started(errand=begun) if isinstance(begun, Draft) else Started(begun)


def _track(talk: Talk, argument: str) -> Started:
    if not argument:
        return Started(errand=open_errand(talk, "track"))
    if tracking.too_many_wrong(talk.state, talk.world):
        return Started((say(talk.say("code-too-many", **talk.place_words())),))
    case, wrong = tracking.look_up(talk, argument)
    if case is None:
        text = talk.say("code-unknown", **talk.place_words())
        if talk.state.errand is not None and talk.state.errand.flow == "track":
            return Started(errand=talk.state.errand, notes=(text,), wrong_codes=wrong)
        return Started((say(text),), wrong_codes=wrong)
    out = Outgoing(tracking.status_text(talk, case), options=tracking.own_options(talk, case))
    return Started((Say(out),), wrong_codes=wrong)


def _about_own_case(talk: Talk, flow: str, argument: str, **answers: str) -> Started:
    """An errand about one of one's own letters: the one named, the only one, or asked for."""
    mine = talk.world.cases.of_account()
    if not mine:
        return Started((say(talk.say("no-letters"), options=(talk.command("/guidon", "opt-begin"),)),))
    errand = open_errand(talk, flow, **answers)
    named, _ = tracking.look_up(talk, argument) if argument else (None, ())
    if argument and (named is None or not named.mine):
        return Started((say(talk.say("not-your-letter", **talk.place_words())),))
    chosen = named or (mine[0] if len(mine) == 1 else None)
    return Started(errand=errand.with_answer("case", chosen.id) if chosen else errand)


def _data(talk: Talk) -> Say:
    options = (
        Option("/xoa", talk.say("opt-erase")),
        Option("/rutdon", talk.say("opt-withdraw")),
        Option("/rutdongy", talk.say("opt-withdraw-consent")),
    )
    return Say(Outgoing(rights.kept_about(talk), options=options))
