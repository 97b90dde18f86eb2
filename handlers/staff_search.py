"""`/tim`: letters by code, by the number or name of a sender, by words; what was found is written into each letter."""

from __future__ import annotations

from typing import Final

from cases.kinds import KINDS
from handlers.effects import Audit, Effect
from handlers.messages import Option
from handlers.ports import Officer
from handlers.staff_rights import permits, role_permits
from handlers.staff_words import case_named, tell
from handlers.talk import Talk, say

MAX_SHOWN: Final = 10
MIN_CHARS: Final = 3


def search(talk: Talk, officer: Officer, argument: str) -> tuple[Effect, ...]:
    """Letters that the officer may open; each one found is audited with the words looked for."""
    world = talk.world
    wanted = argument.strip()
    if len(wanted) < MIN_CHARS:
        return (say(tell(world, "search-how")),)
    case = case_named(talk, wanted)
    if case is not None and permits(world, officer, case, "see"):
        found, whole = [case], True
    else:
        kinds = [kind for kind in KINDS if role_permits(officer, kind, "read_person")]
        result = world.desk.search(officer.units, kinds, wanted)
        found, whole = [c for c in result.cases if permits(world, officer, c, "read_person")], result.whole
    if not found:
        return (say(tell(world, "search-nothing"), "" if whole else tell(world, "search-not-whole")),)
    lines = [tell(world, "search-found", n=len(found))]
    lines += [
        tell(
            world,
            "search-line",
            code=c.code,
            kind=tell(world, f"kind-{c.kind}"),
            status=tell(world, f"status-{c.status}"),
            day=c.received_on.strftime("%d/%m/%Y"),
        )
        for c in found[:MAX_SHOWN]
    ]
    if not whole:
        lines.append(tell(world, "search-not-whole"))
    options = tuple(Option(f"/don {c.code}", c.code) for c in found[:MAX_SHOWN])
    # A code says nothing of anybody; a name, a number or words do: who looked for them is on record.
    audits = [Audit(c.id, "found", officer.id, {"words": wanted}) for c in found[:MAX_SHOWN] if case is None]
    return (*audits, say("\n".join(lines), options=options))
