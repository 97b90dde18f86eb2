"""The commands of the committee's daily work in a private chat, and the dialogues that they open."""

from __future__ import annotations

from typing import Final

from handlers import booking, staff_clocks, staff_entry, staff_handover, staff_journal, staff_search, staff_talk
from handlers.effects import Effect
from handlers.messages import Option
from handlers.ports import CaseView, Officer, World
from handlers.staff_rights import permits
from handlers.staff_words import tell
from handlers.state import Draft
from handlers.talk import Flow, Talk

FLOWS: Final[tuple[Flow, ...]] = (*staff_talk.FLOWS, staff_clocks.FLOW, staff_entry.FLOW, *staff_journal.FLOWS)


def start(talk: Talk, officer: Officer, name: str, argument: str) -> Draft | tuple[Effect, ...]:
    """Carry out one of these commands: what it did, or the errand that it opens."""
    match name:
        case "nhantin":
            return staff_talk.begin_message(talk, officer, argument)
        case "ghichu":
            return staff_talk.begin_note(talk, officer, argument)
        case "traodoi":
            return staff_talk.conversation(talk, officer, argument)
        case "dagoi":
            return staff_talk.called(talk, officer, argument)
        case "tim":
            return staff_search.search(talk, officer, argument)
        case "giao":
            return staff_handover.assign(talk, officer, argument)
        case "bangiao":
            return staff_handover.hand_over(talk, officer, argument)
        case "han":
            return staff_clocks.show(talk, officer, argument)
        case "tiepdan" | "hoatdong":
            return staff_journal.begin(talk, officer, name, argument)
        case "nhapdon":
            return staff_entry.begin(talk, officer)
        case "lichhen":
            return booking.day_list(talk, officer)
        case _:
            return staff_clocks.begin(talk, officer, name, argument)


def options(world: World, officer: Officer, case: CaseView) -> tuple[Option, ...]:
    """What can be done with a letter beside ending it, as buttons under its card in private."""
    found = []
    if permits(world, officer, case, "end"):
        if case.undelivered:
            found.append(Option(f"/dagoi {case.code}", tell(world, "opt-called")))
        found.append(Option(f"/nhantin {case.code}", tell(world, "opt-message")))
        found.append(Option(f"/ghichu {case.code}", tell(world, "opt-note")))
        found.append(Option(f"/giao {case.code}", tell(world, "opt-assign")))
        found.append(Option(f"/han {case.code}", tell(world, "opt-clocks")))
        found.append(Option(f"/lienquan {case.code}", tell(world, "opt-involved")))
    return tuple(found)
