"""Who works here: opening an invitation, an admin's yes, and making a group a staff chat."""

from __future__ import annotations

from dataclasses import replace

from handlers.effects import BindChat, ConfirmOfficer, Effect, Invite, Say, TellOfficer
from handlers.messages import Option, Outgoing
from handlers.ports import Officer, World
from handlers.staff_guide import with_menu
from handlers.staff_words import tell
from handlers.talk import Talk, say


def open_invitation(talk: Talk, argument: str) -> tuple[Effect, ...]:
    """`/gan WORD` in private: binds the account to the invitation; it works after an admin has confirmed it."""
    world = talk.world
    word = "".join(argument.split()).upper()
    invited = world.staff.invited(word) if word else None
    if invited is None:
        return (say(tell(world, "staff-invitation-wrong")),)
    if is_first(world, invited):
        me = replace(invited, confirmed=True)
        said = with_menu(world.words, me, Outgoing(tell(world, "staff-you-are-first", name=me.name)))
        return Invite(word), *let_in(world, invited), Say(said)
    return Invite(word), *let_in(world, invited), say(tell(world, "staff-invitation-waits"))


def is_first(world: World, invited: Officer) -> bool:
    """Whether it is the first administrator of all: nobody is there who could say yes, and the word came from whoever
    runs the machine, who could as well have written the name into the config."""
    return invited.role == "admin" and all(known.role != "admin" for known in world.staff.everybody())


def let_in(world: World, invited: Officer) -> tuple[Effect, ...]:
    """Who has just opened an invitation: the first administrator is in, for anybody else the admins are told."""
    if is_first(world, invited):
        return (ConfirmOfficer(invited.id, True, invited.id),)
    root = world.units.root()
    admins = [officer for officer in world.staff.serving(root.code) if officer.role == "admin"]
    notice = Outgoing(tell(world, "staff-invitation-opened"), options=(Option("/xacnhan", tell(world, "opt-see")),))
    return tuple(TellOfficer(admin.id, notice) for admin in admins)


def confirm(talk: Talk, officer: Officer, argument: str) -> tuple[Effect, ...]:
    """`/xacnhan` lists who waits; `/xacnhan ID` accepts, `/xacnhan ID khong` refuses. Admins only."""
    world = talk.world
    if officer.role != "admin":
        return (say(tell(world, "staff-admins-only")),)
    wanted, _, answer = argument.partition(" ")
    pending = world.staff.pending()
    if not wanted:
        if not pending:
            return (say(tell(world, "staff-nobody-waits")),)
        return tuple(say(_waiting(world, p), options=_answers(world, p)) for p in pending)
    person = next((p for p in pending if p.id == wanted), None)
    if person is None:
        return (say(tell(world, "staff-nobody-waits")),)
    accepted = answer.strip() != "khong"
    told = Outgoing(tell(world, "staff-you-are-in" if accepted else "staff-you-are-refused", name=person.name))
    if accepted:
        told = with_menu(world.words, person, told)
    done = tell(world, "staff-confirmed" if accepted else "staff-refused", name=person.name)
    return ConfirmOfficer(person.id, accepted, officer.id), TellOfficer(person.id, told), say(done)


def bind_group(talk: Talk, officer: Officer | None, argument: str) -> tuple[Effect, ...]:
    """`/gan UNIT` in a group: its notices come here from now on. For officers of that unit and admins."""
    world = talk.world
    if officer is None or not officer.confirmed:
        return (say(tell(world, "group-gan-officers-only")),)
    code = argument.strip() or (officer.units[0] if len(officer.units) == 1 else "")
    unit = world.units.by_code(code)
    if unit is None or not any(own in unit.path for own in officer.units):
        return (say(tell(world, "group-gan-which", units=", ".join(officer.units))),)
    return BindChat(unit.code, officer.id), say(tell(world, "group-bound", unit=unit.name))


def _waiting(world: World, officer: Officer) -> str:
    role = tell(world, f"role-{officer.role}")
    return tell(world, "staff-waits", name=officer.name, role=role, units=", ".join(officer.units))


def _answers(world: World, officer: Officer) -> tuple[Option, ...]:
    return (
        Option(f"/xacnhan {officer.id}", tell(world, "opt-accept")),
        Option(f"/xacnhan {officer.id} khong", tell(world, "opt-refuse")),
    )
