"""The commands of an officer's work with one letter, and the errands that they begin."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from handlers import (
    staff_again,
    staff_chasing,
    staff_check,
    staff_involved,
    staff_kind,
    staff_links,
    staff_moves,
    staff_papers,
    staff_requests,
    staff_split,
    staff_units,
    staff_withdrawal,
)
from handlers.effects import Effect
from handlers.ports import Officer
from handlers.state import Draft
from handlers.talk import Flow, Talk

Begin = Callable[[Talk, Officer, str], Draft | tuple[Effect, ...]]

COMMANDS: Final[dict[str, Begin]] = {
    "yeucau": staff_requests.begin,
    "kyten": staff_papers.begin,
    "molai": staff_again.begin,
    "khac": staff_moves.others,
    "loai": staff_kind.begin,
    "chuyendv": staff_units.begin,
    "tach": staff_split.begin,
    "trung": staff_links.begin_duplicate,
    "vuviec": staff_links.begin_join,
    "rutgiay": staff_withdrawal.begin,
    "dieukien": staff_check.begin,
    "hoithem": staff_check.begin_asking,
    "dondoc": staff_chasing.begin_urging,
    "phucdap": staff_chasing.begin_reply,
    "kiennghi": staff_chasing.begin_escalation,
    "quahan": lambda talk, officer, argument: staff_chasing.overdue(talk, officer),
    "lienquan": staff_involved.begin,
}

FLOWS: Final[tuple[Flow, ...]] = (
    staff_requests.FLOW,
    staff_papers.FLOW,
    staff_again.FLOW,
    staff_kind.FLOW,
    staff_units.FLOW,
    staff_split.FLOW,
    *staff_links.FLOWS,
    staff_withdrawal.FLOW,
    *staff_check.FLOWS,
    *staff_chasing.FLOWS,
    staff_involved.FLOW,
)
