"""What an officer may do with a case: by role and kind (cases.lifecycle) and by the units they serve."""

from __future__ import annotations

from typing import cast

from cases.kinds import Kind, Role
from cases.lifecycle import Action, may
from handlers.ports import CaseView, Officer, World


def role_permits(officer: Officer, kind: str, action: Action) -> bool:
    """Whether the officer's role lets them do this with letters of this kind."""
    return officer.confirmed and may(cast(Role, officer.role), cast(Kind, kind), action)


def permits(world: World, officer: Officer | None, case: CaseView, action: Action) -> bool:
    """Whether the officer may do this with this very case: the role, and a unit that is theirs or below it."""
    if officer is None or officer.id in case.barred:
        return False
    if case.sealed and officer.id != case.officer:
        return False
    # Of a letter whose time is over the facts are left: there is nothing to read, and nothing to do.
    if case.erased_on is not None and action not in ("see", "count"):
        return False
    # A letter that a denunciation was taken out of is opened like one.
    kind = "to_cao" if case.secret else case.kind
    if not role_permits(officer, kind, action):
        return False
    if case.sealed:
        return True
    unit = world.units.by_code(case.unit)
    path = unit.path if unit is not None else (case.unit,)
    return any(code in path for code in officer.units)


def shown_in_chat(world: World, case: CaseView) -> bool:
    """Whether the words of a letter come into an officer's own chat; the others are opened on our own page only."""
    return case.kind == "kien_nghi_phan_anh" and not case.secret and world.policy.content_in_chat == "petitions"
