"""`/viec`: an officer's work in one message: what burns, what waits for whom, a page at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Final

from cases.dates import local_day
from cases.records import record
from handlers.effects import Say
from handlers.messages import Option, Outgoing
from handlers.ports import CaseView, Officer, World
from handlers.staff_rights import permits
from handlers.staff_words import tell
from handlers.talk import Talk, say

PAGE: Final = 8
SOON_DAYS: Final = 3
MOST_IN_A_GROUP: Final = 20


@record(frozen=True, slots=True)
class _Part:
    """A part of the list: its word after `/viec`, and which letters are in it."""

    name: str
    holds: Callable[[CaseView, date, str], bool]


_PARTS: Final = (
    _Part("tre", lambda case, today, me: case.due_on < today),
    _Part("homnay", lambda case, today, me: case.due_on == today),
    _Part("sapden", lambda case, today, me: 0 < (case.due_on - today).days <= SOON_DAYS),
    _Part("chodan", lambda case, today, me: case.waits_since is not None),
    _Part("chuanhan", lambda case, today, me: not case.officer),
    _Part("cuatoi", lambda case, today, me: case.officer == me),
)


def work_list(talk: Talk, officer: Officer, argument: str) -> Say:
    """`/viec [part] [page]`: open letters of the officer's units, the earliest date first. No words of any letter."""
    world = talk.world
    today = local_day(world.now)
    open_now = [c for c in world.cases.waiting(officer.units, "") if permits(world, officer, c, "see")]
    name, page = _read(argument)
    part = next((each for each in _PARTS if each.name == name), None)
    shown = [c for c in open_now if part is None or part.holds(c, today, officer.id)]
    if not shown:
        return say(tell(world, "staff-list-empty"))
    pages = (len(shown) + PAGE - 1) // PAGE
    page = min(max(page, 1), pages)
    here = shown[(page - 1) * PAGE : page * PAGE]
    key = f"work-{part.name}" if part is not None else "staff-list"
    head = tell(world, key, n=len(shown))
    if pages > 1:
        head = tell(world, "work-page", head=head, page=page, pages=pages)
    counts = [(each.name, sum(each.holds(c, today, officer.id) for c in open_now)) for each in _PARTS]
    lines = [head, *(_line(world, case, today) for case in here)]
    options = [Option(f"/don {case.code}", case.code) for case in here]
    if page < pages:
        options.append(Option(f"/viec {name} {page + 1}".replace("  ", " "), tell(world, "opt-next-page")))
    if part is None:
        options += [
            Option(f"/viec {each}", tell(world, f"opt-work-{each}", n=count))
            for each, count in counts
            if 0 < count < len(open_now)
        ]
    else:
        options.append(Option("/viec", tell(world, "opt-work-all", n=len(open_now))))
    return Say(Outgoing("\n".join(lines), options=tuple(options)))


def in_brief(world: World, cases: Sequence[CaseView], today: date) -> str:
    """The same for a group: codes, dates and who has them, the earliest date first; no kinds, no buttons."""
    if not cases:
        return tell(world, "staff-list-empty")
    lines = [tell(world, "group-list", n=len(cases))]
    for case in cases[:MOST_IN_A_GROUP]:
        owner = world.staff.by_id(case.officer) if case.officer else None
        key = "group-list-late" if case.due_on < today else "group-list-line"
        name = owner.name if owner else tell(world, "staff-nobody")
        lines.append(tell(world, key, code=case.code, due=case.due_on.strftime("%d/%m"), officer=name))
    if len(cases) > MOST_IN_A_GROUP:
        lines.append(tell(world, "group-list-more", n=len(cases) - MOST_IN_A_GROUP))
    return "\n".join(lines)


def _line(world: World, case: CaseView, today: date) -> str:
    mark = "overdue" if case.due_on < today else "today" if case.due_on == today else "later"
    owner = world.staff.by_id(case.officer) if case.officer else None
    line = tell(
        world,
        f"staff-list-{mark}",
        code=case.code,
        kind=tell(world, f"kind-{case.kind}"),
        due=case.due_on.strftime("%d/%m"),
        officer=owner.name if owner else tell(world, "staff-nobody"),
    )
    return tell(world, "work-awaits", line=line) if case.waits_since else line


def _read(argument: str) -> tuple[str, int]:
    """The part and the page of `/viec tre 2`."""
    name, page = "", 1
    for word in argument.lower().split():
        if word.isascii() and word.isdigit():
            page = int(word[:6])
        else:
            name = word
    return name, page
